"""The verbs of corrections: a clock from the start, four parts or nothing, quotations that stood in the paper."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.corrections import (
    dismiss,
    due,
    missing,
    open_request,
    piece_of,
    publish,
    reopen,
    save_draft,
    state_of,
)
from articles.models import Correction, Revision, Standing, Status, Verb
from articles.policy import Role
from articles.snapshot import keep_revision
from articles.workflow import NotAllowed, Refused
from tests.factories import in_standing, make_article, make_section, make_user

pytestmark = pytest.mark.django_db

Kind = Correction.Kind
HOUR = timedelta(hours=1)
BODY = "<p>Đoàn có 12 hộ dân.</p><p>Cầu dài 500 m.</p>"


@pytest.fixture
def editor():
    return make_user(Role.MANAGING_EDITOR)


@pytest.fixture
def chief():
    return make_user(Role.CHIEF_EDITOR)


def out(**given):
    """A story that is out, with the revision that readers saw."""
    article = make_article(**{"status": Status.PUBLISHED, "body": BODY} | given)
    status = article.status
    article.status = Status.PUBLISHED
    revision = keep_revision(article)
    article.status = status
    Revision.objects.filter(pk=revision.pk).update(at=article.published_at)
    return article


def whole(article, **changes):
    quoted = {"revision": article.revisions.last(), "wrong": "12 hộ dân", "right": "21 hộ dân"}
    return {"kind": Kind.SMALL, "requested_by": "Công văn của xã Phú Vân"} | quoted | changes


def told(refusal):
    return {problem.field: str(problem) for problem in refusal.value.problems}


# ---------------------------------------------------------------- a request, and its clock


def test_a_request_begins_a_clock_and_words_the_piece_itself(editor, settings):
    settings.CORRECTION_HOURS = settings.CORRECTION_HOURS | {"cai-chinh": 5}
    article = out(section=make_section("Kinh tế"), published_at=timezone.now() - HOUR)
    received = timezone.now() - 2 * HOUR
    correction = open_request(article, by=editor, kind=Kind.APOLOGY, received_at=received)
    day = timezone.localtime(article.published_at)
    assert correction.piece == f"“{article.headline}”, chuyên mục Kinh tế, đăng ngày {day:%d/%m/%Y}"
    assert correction.due_at == received + 5 * HOUR
    assert Correction.objects.waiting().get() == correction
    assert not article.transitions.exists()


def test_another_kind_has_another_deadline(editor, settings):
    settings.CORRECTION_HOURS = {"dinh-chinh": 1, "cai-chinh": 2, "lam-ro": 3, "go-bai": 4}
    correction = open_request(out(), by=editor, kind=Kind.SMALL)
    for kind, hours in settings.CORRECTION_HOURS.items():
        save_draft(correction, by=editor, kind=kind)
        assert correction.due_at == due(kind, correction.received_at) == correction.received_at + hours * HOUR


def test_a_request_is_not_received_in_the_future(editor):
    with pytest.raises(Refused) as refusal:
        open_request(out(), by=editor, kind=Kind.SMALL, received_at=timezone.now() + HOUR)
    assert "received_at" in told(refusal)
    assert not Correction.objects.exists()


def test_the_piece_stays_as_it_was_worded_whatever_the_story_becomes(editor):
    article = out(headline="Tít lúc đăng")
    correction = open_request(article, by=editor, kind=Kind.SMALL)
    article.headline = "Tít đã đổi"
    article.save()
    save_draft(correction, by=editor, right="21 hộ")
    assert "Tít lúc đăng" in correction.piece
    save_draft(correction, by=editor, piece=" ")
    assert correction.piece == piece_of(article)


def test_what_is_written_is_composed_and_trimmed(editor):
    correction = open_request(out(), by=editor, kind=Kind.SMALL, wrong="  Hòa Sơn\r\n ", right="x")
    assert correction.wrong == "Hòa Sơn"


def test_nothing_but_what_somebody_writes_can_be_written(editor):
    with pytest.raises(TypeError):
        open_request(out(), by=editor, kind=Kind.SMALL, published_at=timezone.now())


def test_the_second_writer_hears_of_the_first(editor):
    correction = open_request(out(), by=editor, kind=Kind.SMALL)
    seen = state_of(correction)
    save_draft(Correction.objects.get(), by=editor, seen=seen, right="của người thứ nhất")
    with pytest.raises(Refused, match="Người khác vừa sửa"):
        save_draft(Correction.objects.get(), by=editor, seen=seen, right="của người thứ hai")
    assert Correction.objects.get().right == "của người thứ nhất"


# ---------------------------------------------------------------- four parts or nothing


def test_a_whole_correction_is_out_at_once_and_on_record(editor):
    article = out()
    correction = open_request(article, by=editor, **whole(article))
    publish(correction, by=editor)
    correction.refresh_from_db()
    assert correction.by == editor and correction.published_at <= timezone.now()
    assert Correction.objects.public().get() == correction
    transition = article.transitions.get()
    assert (transition.verb, transition.by) == (Verb.CORRECT, editor)
    assert "21 hộ dân" in transition.reason


def test_every_missing_part_is_named_with_its_field(editor):
    correction = open_request(out(), by=editor, kind=Kind.APOLOGY)
    Correction.objects.update(piece="")
    with pytest.raises(Refused) as refusal:
        publish(correction, by=editor)
    assert set(told(refusal)) == {"piece", "wrong", "revision", "right", "apology"}
    correction.refresh_from_db()
    assert correction.published_at is None and not correction.article.transitions.exists()


@pytest.mark.parametrize("kind", [Kind.SMALL, Kind.CLARIFICATION])
def test_only_an_apology_must_apologise(editor, kind):
    article = out()
    publish(open_request(article, by=editor, **whole(article, kind=kind)), by=editor)
    with pytest.raises(Refused) as refusal:
        publish(open_request(article, by=editor, **whole(article, kind=Kind.APOLOGY)), by=editor)
    assert set(told(refusal)) == {"apology"}


def test_words_that_did_not_stand_there_are_refused_and_quoted_back(editor):
    article = out()
    correction = open_request(article, by=editor, **whole(article, wrong="15 hộ dân"))
    with pytest.raises(Refused) as refusal:
        publish(correction, by=editor)
    assert "“15 hộ dân” không có trong bản 1" in told(refusal)["wrong"]


def test_the_refusal_names_the_revision_that_has_the_words(editor):
    article = out()
    article.body = "<p>Đoàn có 21 hộ dân.</p>"
    article.save()
    mended = keep_revision(article)
    correction = open_request(article, by=editor, **whole(article, revision=mended))
    with pytest.raises(Refused, match="nằm trong bản 1"):
        publish(correction, by=editor)
    save_draft(correction, by=editor, revision=article.revisions.last())
    publish(correction, by=editor)


def test_a_revision_of_another_story_is_no_source(editor):
    with pytest.raises(Refused) as refusal:
        open_request(out(), by=editor, **whole(out()))
    assert "revision" in told(refusal)


def test_a_story_without_revisions_that_readers_saw_is_corrected_in_words(editor):
    article = make_article(status=Status.PUBLISHED)
    publish(open_request(article, by=editor, **whole(article, revision=None)), by=editor)
    assert Correction.objects.public().exists()


def test_what_is_published_is_changed_no_more(editor):
    article = out()
    correction = open_request(article, by=editor, **whole(article))
    publish(correction, by=editor)
    for change in (
        lambda: save_draft(correction, by=editor, right="khác"),
        lambda: publish(correction, by=editor),
    ):
        with pytest.raises(Refused, match="đã đăng"):
            change()
    assert Correction.objects.get().right == "21 hộ dân"
    assert article.transitions.count() == 1


# ---------------------------------------------------------------- withdrawn stories


def test_a_removal_waits_for_the_story_to_be_withdrawn(chief):
    article = out()
    words = {"wrong": "Ngày cắt nước", "right": "Ngày nêu trong bài không đúng.", "revision": None}
    with pytest.raises(Refused) as refusal:
        publish(open_request(article, by=chief, kind=Kind.REMOVAL, **words), by=chief)
    assert set(told(refusal)) == {"kind"}
    gone = out(status=Status.WITHDRAWN)
    publish(open_request(gone, by=chief, kind=Kind.REMOVAL, **words), by=chief)
    assert Correction.objects.public().get().article == gone


def test_a_removal_says_why(chief):
    gone = out(status=Status.WITHDRAWN)
    correction = open_request(gone, by=chief, kind=Kind.REMOVAL, wrong="Cả bài")
    assert [(p.field, str(p)) for p in missing(correction, by=chief)] == [
        ("right", "Phần 3: chưa ghi vì sao gỡ bài.")
    ]


def test_of_a_sealed_story_the_chief_editor_alone_quotes(editor, chief):
    gone = out(status=Status.WITHDRAWN)
    for written in ({"revision": gone.revisions.get()}, {"revision": gone.revisions.get(), "wrong": "12 hộ"}):
        with pytest.raises(NotAllowed, match="niêm"):
            open_request(gone, by=editor, kind=Kind.APOLOGY, **written)
    correction = open_request(gone, by=chief, **whole(gone, kind=Kind.APOLOGY))
    for changes in ({"wrong": "12"}, {"revision": None}, {"revision": None, "wrong": "khác"}):
        with pytest.raises(NotAllowed, match="niêm"):
            save_draft(correction, by=editor, **changes)
    # The rest is the managing editor's as ever.
    save_draft(correction, by=editor, apology="Tòa soạn xin lỗi.", wrong="12 hộ dân")
    publish(correction, by=editor)
    assert Correction.objects.public().get().revision == gone.revisions.last()


def test_no_refusal_tells_which_words_stand_in_a_sealed_story(editor):
    gone = out(status=Status.WITHDRAWN)
    for guess in ("12 hộ dân", "15 hộ dân"):
        correction = open_request(gone, by=editor, kind=Kind.SMALL, wrong=guess, right="x")
        assert missing(correction, by=editor) == []


# ---------------------------------------------------------------- who, and where it is seen


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("role", [*Role, "superuser"])
def test_the_policy_is_asked_by_every_verb(role, standing):
    user = make_user(role)
    allowed = role in (Role.MANAGING_EDITOR, Role.CHIEF_EDITOR, "superuser") and standing in (
        Standing.PUBLISHED,
        Standing.EXPIRED,
        Standing.WITHDRAWN,
    )
    article = make_article(**in_standing(standing))
    words = {"wrong": "12 hộ", "right": "21 hộ"}
    correction = Correction.objects.create(article=article, **words)
    acts = (
        lambda: open_request(article, by=user, kind=Kind.SMALL, **words),
        lambda: save_draft(correction, by=user, right="22 hộ", piece="Bài"),
        lambda: publish(correction, by=user),
    )
    for act in acts:
        if allowed:
            act()
        else:
            with pytest.raises(NotAllowed):
                act()
    assert Correction.objects.count() == 1 + allowed
    assert Correction.objects.filter(published_at__isnull=False).count() == allowed


@pytest.mark.parametrize("standing", Standing)
def test_a_correction_is_public_with_a_story_that_was(standing):
    article = make_article(**in_standing(standing))
    Correction.objects.create(article=article, wrong="1", right="2", published_at=timezone.now() - HOUR)
    Correction.objects.create(article=article, wrong="1", right="2")
    Correction.objects.create(article=article, wrong="1", right="2", published_at=timezone.now() + HOUR)
    seen = standing in (Standing.PUBLISHED, Standing.EXPIRED, Standing.WITHDRAWN)
    assert Correction.objects.public().count() == seen
    assert Correction.objects.public(timezone.now()).count() == seen


def test_those_that_wait_come_by_their_deadline(editor):
    now = timezone.now()
    late, soon, later = (
        open_request(out(), by=editor, kind=Kind.SMALL, received_at=now - hours * HOUR)
        for hours in (50, 20, 1)
    )
    article = out()
    publish(open_request(article, by=editor, **whole(article)), by=editor)
    assert list(Correction.objects.waiting()) == [late, soon, later]


# ---------------------------------------------------------------- without ground


def test_a_request_without_ground_is_closed_with_its_reason_and_waits_no_more(editor):
    article = out()
    correction = open_request(article, by=editor, **whole(article))
    with pytest.raises(Refused, match="vì sao"):
        dismiss(correction, by=editor, reason=" ")
    dismiss(correction, by=editor, reason="Đã đối chiếu biên bản: số liệu trong bài đúng.", seen=state_of(correction))
    assert (correction.dismissed_by, correction.dismissal) == (editor, "Đã đối chiếu biên bản: số liệu trong bài đúng.")
    assert not Correction.objects.waiting().exists() and not Correction.objects.public().exists()
    assert not article.transitions.exists()
    for verb in (save_draft, publish):
        with pytest.raises(Refused, match="đã khép"):
            verb(correction, by=editor)


def test_a_closed_request_is_taken_up_again_with_the_clock_it_had(editor):
    correction = open_request(out(), by=editor, kind=Kind.SMALL)
    with pytest.raises(Refused, match="không khép"):
        reopen(correction, by=editor)
    due_at = correction.due_at
    dismiss(correction, by=editor, reason="Không có căn cứ.")
    reopen(correction, by=editor)
    assert Correction.objects.waiting().get().due_at == due_at
    assert (correction.dismissed_at, correction.dismissed_by, correction.dismissal) == (None, None, "")


def test_what_is_out_is_not_closed_and_nobody_closes_who_may_not_publish(editor):
    article = out()
    waiting = open_request(article, by=editor, **whole(article))
    for role in (Role.REPORTER, Role.EDITOR):
        with pytest.raises(NotAllowed):
            dismiss(waiting, by=make_user(role), reason="Không có căn cứ.")
        with pytest.raises(NotAllowed):
            reopen(waiting, by=make_user(role))
    with pytest.raises(Refused, match="vừa sửa"):
        dismiss(waiting, by=editor, reason="Không có căn cứ.", seen="khác")
    publish(waiting, by=editor)
    with pytest.raises(Refused, match="đã đăng"):
        dismiss(waiting, by=editor, reason="Không có căn cứ.")


def test_the_database_refuses_a_closing_without_a_reason(editor):
    correction = open_request(out(), by=editor, kind=Kind.SMALL)
    with pytest.raises(IntegrityError, match="correction_dismissed_for_a_reason"), transaction.atomic():
        Correction.objects.filter(pk=correction.pk).update(dismissed_at=timezone.now())
