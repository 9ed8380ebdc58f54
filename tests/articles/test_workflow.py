"""The verbs: what each does, whom it refuses and how, and the record it leaves."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Article, Exchange, Image, Person, Status, Verb
from articles.policy import Role
from articles.snapshot import keep_revision
from articles.workflow import NotAllowed, Refused, publishing_problems
from tests.factories import approved, make_article, make_image, make_interview, make_user, picture_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter():
    return make_user(Role.REPORTER, full_name="Trần Đức Hậu")


@pytest.fixture
def editor():
    return make_user(Role.EDITOR)


@pytest.fixture
def managing_editor():
    return make_user(Role.MANAGING_EDITOR)


def in_state(status, by, **overrides):
    """A story of theirs in this state; a ready one approved by somebody."""
    story = make_article(status=status, created_by=by, **overrides)
    return approved(story) if status == Status.READY else story


# ---------------------------------------------------------------- the way of a story


def test_a_story_goes_from_the_reporter_to_the_readers(reporter, editor, managing_editor):
    story = in_state(Status.DRAFT, reporter)
    workflow.submit(story, by=reporter)
    assert story.status == Status.IN_REVIEW
    workflow.approve(story, by=editor)
    assert story.status == Status.READY
    before = timezone.now()
    workflow.publish(story, by=managing_editor)
    assert story.status == Status.PUBLISHED
    assert before <= story.published_at <= timezone.now()
    assert Article.objects.public().get() == story
    workflow.withdraw(story, by=managing_editor, reason="Nguồn tin rút lại lời.")
    assert not Article.objects.public().exists()
    verbs = [(each.verb, each.from_status, each.to_status) for each in story.transitions.order_by("id")]
    assert verbs == [
        (Verb.SUBMIT, Status.DRAFT, Status.IN_REVIEW),
        (Verb.APPROVE, Status.IN_REVIEW, Status.READY),
        (Verb.PUBLISH, Status.READY, Status.PUBLISHED),
        (Verb.WITHDRAW, Status.PUBLISHED, Status.WITHDRAWN),
    ]


def test_every_verb_leaves_who_why_and_what_the_story_was(reporter):
    story = in_state(Status.DRAFT, reporter, headline="Chợ phiên Nà Thoang")
    transition = workflow.submit(story, by=reporter, reason="  Đã hỏi lại chủ tịch xã.")
    assert transition.by == reporter
    assert transition.reason.strip() == "Đã hỏi lại chủ tịch xã."
    assert transition.revision.snapshot["headline"] == "Chợ phiên Nà Thoang"
    assert transition.revision.snapshot["status"] == Status.IN_REVIEW
    assert not transition.urgent


def test_revisions_are_numbered_one_by_one_and_the_version_grows(reporter, editor):
    story = in_state(Status.DRAFT, reporter)
    workflow.submit(story, by=reporter)
    workflow.approve(story, by=editor)
    assert list(story.revisions.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert story.version == 3
    story.refresh_from_db()
    assert story.version == 3


def test_a_returned_story_comes_back_as_a_draft_with_the_reason(reporter, editor):
    story = in_state(Status.IN_REVIEW, reporter)
    workflow.return_to_writer(story, by=editor, reason="  Thiếu ý kiến người dân.  ")
    assert story.status == Status.DRAFT
    assert story.transitions.get().reason == "Thiếu ý kiến người dân."


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_returning_and_withdrawing_need_a_reason(reporter, managing_editor, reason):
    waiting, out = in_state(Status.IN_REVIEW, reporter), in_state(Status.PUBLISHED, reporter)
    with pytest.raises(Refused, match="cần ghi lý do"):
        workflow.return_to_writer(waiting, by=managing_editor, reason=reason)
    with pytest.raises(Refused, match="cần ghi lý do"):
        workflow.withdraw(out, by=managing_editor, reason=reason)
    assert not waiting.transitions.exists() and not out.transitions.exists()


@pytest.mark.parametrize("role", [*Role, "superuser"])
def test_nobody_approves_their_own_story(role):
    account = make_user(role)
    story = in_state(Status.IN_REVIEW, account)
    with pytest.raises(NotAllowed):
        workflow.approve(story, by=account)
    story.refresh_from_db()
    assert story.status == Status.IN_REVIEW
    assert not story.transitions.exists() and not story.revisions.exists()


VERBS = {
    "submit": (lambda story, by: workflow.submit(story, by=by), {Status.DRAFT}),
    "return": (
        lambda story, by: workflow.return_to_writer(story, by=by, reason="Sửa"),
        {Status.IN_REVIEW, Status.READY, Status.WITHDRAWN},
    ),
    "approve": (lambda story, by: workflow.approve(story, by=by), {Status.IN_REVIEW}),
    "publish": (lambda story, by: workflow.publish(story, by=by), {Status.READY}),
    "urgently": (
        lambda story, by: workflow.publish(story, by=by, urgent=True),
        {Status.DRAFT, Status.IN_REVIEW, Status.READY},
    ),
    "withdraw": (lambda story, by: workflow.withdraw(story, by=by, reason="Sai"), {Status.PUBLISHED}),
    "correct": (
        lambda story, by: workflow.correct(story, by=by, reason="21 hộ"),
        {Status.PUBLISHED, Status.WITHDRAWN},
    ),
    "trash": (
        lambda story, by: workflow.trash(story, by=by),
        {Status.DRAFT, Status.IN_REVIEW, Status.READY},
    ),
}


@pytest.mark.parametrize("role", [Role.CHIEF_EDITOR, "superuser"])
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("status", Status)
def test_a_verb_is_carried_out_from_its_own_states_only_whoever_asks(verb, status, role):
    """The workflow's order binds the keeper of the machine too."""
    carry_out, states = VERBS[verb]
    story = in_state(status, make_user(), published_at=timezone.now() - timedelta(hours=1))
    if status in states:
        carry_out(story, make_user(role))
        assert story.transitions.exists()
    else:
        with pytest.raises(NotAllowed, match=status.label):
            carry_out(story, make_user(role))
        story.refresh_from_db()
        assert story.status == status
        assert not story.transitions.exists()


def test_a_refusal_is_a_sentence_with_who_what_and_the_state(reporter, editor):
    with pytest.raises(NotAllowed) as refusal:
        workflow.publish(in_state(Status.DRAFT, reporter), by=reporter)
    assert refusal.value.problems == ["Bạn không được “đăng” bài này khi bài đang ở trạng thái “Bản nháp”."]


def test_the_row_decides_and_not_the_copy_in_hand(reporter, editor, managing_editor):
    """Two editors at once: the second learns that the story has moved on."""
    story = in_state(Status.IN_REVIEW, reporter)
    stale = Article.objects.get(pk=story.pk)
    workflow.approve(story, by=editor)
    with pytest.raises(NotAllowed):
        workflow.return_to_writer(stale, by=editor, reason="Sửa sapo")
    workflow.publish(story, by=managing_editor)
    with pytest.raises(NotAllowed):
        workflow.publish(story, by=managing_editor)
    assert story.transitions.filter(verb=Verb.PUBLISH).count() == 1


# ---------------------------------------------------------------- what is missing


def test_a_story_that_lacks_everything_hears_all_of_it():
    bare = make_article(author=None, standfirst="", body="", unplaced="Dòng lạ")
    assert publishing_problems(bare) == [
        "Chưa có sapo.",
        "Chưa có người ký tên.",
        "Chưa có nội dung.",
        "Còn đoạn trong bản gốc chưa xếp vào bài.",
    ]


def test_a_complete_story_lacks_nothing():
    assert publishing_problems(make_article()) == []
    assert publishing_problems(make_interview()) == []


def test_an_interview_needs_an_answered_question_and_a_name_to_each_answer():
    silent = make_interview(turns=[("Hỏi?", "")])
    assert publishing_problems(silent) == ["Bài phỏng vấn chưa có lượt hỏi – đáp nào."]
    nameless = make_interview()
    Exchange.objects.filter(article=nameless).update(answered_by=None)
    assert publishing_problems(nameless) == ["Có câu trả lời chưa ghi người trả lời."]


def test_pictures_without_file_or_credit_are_counted_lead_included():
    awaiting = make_image()
    uncredited = make_image(picture_bytes(), credit="")
    body = f'<p>Chữ.</p><figure data-image-id="{awaiting.pk}"></figure>'
    assert publishing_problems(make_article(body=body, lead_image=uncredited)) == [
        "1 ảnh còn thiếu tệp.",
        "1 ảnh chưa ghi nguồn.",
    ]


def test_what_is_missing_stops_a_story(managing_editor):
    story = in_state(Status.READY, make_user(), standfirst="")
    with pytest.raises(Refused) as refusal:
        workflow.publish(story, by=managing_editor)
    assert refusal.value.problems == ["Chưa có sapo."]
    story.refresh_from_db()
    assert story.status == Status.READY and story.revisions.count() == 1


def test_who_may_not_publish_is_not_told_what_is_missing(reporter):
    with pytest.raises(NotAllowed):
        workflow.publish(in_state(Status.READY, make_user(), standfirst=""), by=reporter)


# ---------------------------------------------------------------- the urgent lane and the clock


def test_the_urgent_lane_publishes_and_records_what_was_missing(managing_editor):
    story = in_state(Status.DRAFT, make_user(), standfirst="")
    transition = workflow.publish(story, by=managing_editor, urgent=True, reason="Lũ về")
    assert story.is_public(timezone.now())
    assert (transition.urgent, transition.missing) == (True, ["Chưa có sapo."])
    assert transition.by == managing_editor


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR])
def test_the_urgent_lane_is_not_for_everybody(role):
    account = make_user(role)
    with pytest.raises(NotAllowed):
        workflow.publish(in_state(Status.DRAFT, account), by=account, urgent=True)


def test_a_time_to_come_schedules(managing_editor, now):
    story = in_state(Status.READY, make_user())
    workflow.publish(story, by=managing_editor, at=now + timedelta(hours=2))
    assert not Article.objects.public(now).exists()
    assert Article.objects.public(now + timedelta(hours=2)).get() == story


def test_the_time_set_on_the_story_is_kept(managing_editor, now):
    story = in_state(Status.READY, make_user(), published_at=now - timedelta(days=400))
    workflow.publish(story, by=managing_editor)
    assert story.published_at == now - timedelta(days=400)


def test_urgent_means_now_whatever_time_was_set(managing_editor, now):
    story = in_state(Status.READY, make_user(), published_at=now + timedelta(days=2))
    workflow.publish(story, by=managing_editor, urgent=True)
    assert Article.objects.public().get() == story


def test_an_embargo_holds_a_published_story_back(managing_editor, now):
    story = in_state(Status.READY, make_user(), embargo_until=now + timedelta(hours=3))
    workflow.publish(story, by=managing_editor)
    assert not Article.objects.public(now + timedelta(hours=2)).exists()
    assert Article.objects.public(now + timedelta(hours=3)).exists()


# ---------------------------------------------------------------- what an approval answers for


@pytest.fixture
def ready(reporter, editor):
    story = in_state(Status.DRAFT, reporter)
    workflow.submit(story, by=reporter)
    workflow.approve(story, by=editor)
    return story


def write(story, **words):
    Article.objects.filter(pk=story.pk).update(**words)


def test_an_approval_belongs_to_the_revision_it_read(ready, editor):
    approved = ready.approved_revision
    assert approved.by == editor and approved.snapshot["status"] == Status.READY
    assert workflow.changed_since_approval(ready) is None


def test_a_change_of_approved_words_drops_the_approval_and_keeps_what_was_approved(ready, editor, managing_editor):
    write(ready, standfirst="Nhịp giữa nối liền lúc 15 giờ.")
    workflow.record_change(ready, by=managing_editor)
    ready.refresh_from_db()
    assert ready.status == Status.IN_REVIEW
    lapse = ready.transitions.first()
    assert (lapse.verb, lapse.by, lapse.to_status) == (Verb.LAPSE, managing_editor, Status.IN_REVIEW)
    assert workflow.changed_since_approval(ready).by == editor
    workflow.approve(ready, by=editor)
    ready.refresh_from_db()
    assert workflow.changed_since_approval(ready) is None


def test_a_scheduled_story_that_is_changed_is_no_longer_scheduled(ready, managing_editor):
    workflow.publish(ready, by=managing_editor, at=timezone.now() + timedelta(hours=2))
    write(ready, headline="Hợp long lúc nửa đêm")
    workflow.record_change(ready, by=managing_editor)
    ready.refresh_from_db()
    assert ready.status == Status.IN_REVIEW
    assert not Article.objects.public(timezone.now() + timedelta(hours=3)).exists()


def test_the_hours_are_no_words_and_leave_the_approval(ready, managing_editor):
    write(ready, published_at=timezone.now() + timedelta(hours=2), comments_open=False)
    workflow.record_change(ready, by=managing_editor)
    ready.refresh_from_db()
    assert ready.status == Status.READY


def test_words_changed_behind_the_workflow_are_not_published(ready, managing_editor):
    image = make_image(picture_bytes(), caption="Nhịp giữa.")
    write(ready, lead_image=image)
    with pytest.raises(Refused, match="thay đổi sau khi duyệt"):
        workflow.publish(ready, by=managing_editor)


def test_a_verb_pressed_over_an_older_version_is_refused(ready, managing_editor):
    seen = ready.version
    workflow.record_change(ready, by=managing_editor)
    with pytest.raises(Refused, match="vừa được sửa"):
        workflow.publish(ready, by=managing_editor, seen=seen)


def test_a_change_to_a_story_that_is_out_is_signed_by_who_made_it(ready, managing_editor):
    workflow.publish(ready, by=managing_editor)
    write(ready, standfirst="Nhịp giữa nối liền lúc 15 giờ.")
    workflow.record_change(ready, by=managing_editor)
    amend = ready.transitions.first()
    assert (amend.verb, amend.by, amend.urgent) == (Verb.AMEND, managing_editor, False)
    ready.refresh_from_db()
    assert workflow.changed_since_approval(ready) is None


def test_a_writer_who_changes_their_own_story_that_is_out_is_reviewed_after(editor):
    writer = make_user(Role.CHIEF_EDITOR)
    story = in_state(Status.PUBLISHED, writer)
    write(story, standfirst="Sửa một con số.")
    workflow.record_change(story, by=writer)
    assert story.transitions.awaiting_review().get().by == writer


# ---------------------------------------------------------------- review after


def test_an_urgent_story_waits_for_somebody_else_to_review_it(reporter, managing_editor):
    chief = make_user(Role.CHIEF_EDITOR)
    story = in_state(Status.DRAFT, reporter)
    workflow.publish(story, by=managing_editor, urgent=True)
    assert story.transitions.awaiting_review().exists()
    with pytest.raises(Refused, match="không tự hậu kiểm"):
        workflow.review_after(story, by=managing_editor)
    workflow.review_after(story, by=chief)
    assert not story.transitions.awaiting_review().exists()
    assert story.approved_revision.by == chief
    with pytest.raises(Refused, match="không chờ hậu kiểm"):
        workflow.review_after(story, by=chief)


# ---------------------------------------------------------------- hours and the bin


def test_a_schedule_can_be_called_off_and_the_approval_holds(ready, managing_editor):
    at = timezone.now() + timedelta(hours=2)
    workflow.publish(ready, by=managing_editor, at=at)
    workflow.unschedule(ready, by=managing_editor)
    assert ready.status == Status.READY and ready.published_at == at
    workflow.publish(ready, by=managing_editor)


def test_a_story_that_would_go_down_before_it_comes_is_not_published(ready, managing_editor):
    write(ready, unpublish_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(Refused, match="sau thời điểm đăng"):
        workflow.publish(ready, by=managing_editor, at=timezone.now() + timedelta(hours=2))
    write(ready, unpublish_at=timezone.now() - timedelta(hours=1))
    with pytest.raises(Refused, match="đã qua"):
        workflow.publish(ready, by=managing_editor)


def test_the_bin_gives_back_what_it_took_as_it_was(ready, managing_editor):
    workflow.trash(ready, by=managing_editor)
    with pytest.raises(NotAllowed, match="Trong thùng rác"):
        workflow.publish(ready, by=managing_editor)
    workflow.untrash(ready, by=managing_editor)
    assert ready.status == Status.READY
    workflow.publish(ready, by=managing_editor)


def test_only_the_chief_editor_erases_and_the_record_stays(ready, managing_editor):
    chief = make_user(Role.CHIEF_EDITOR)
    workflow.trash(ready, by=managing_editor)
    with pytest.raises(NotAllowed):
        workflow.erase(ready, by=managing_editor, reason="Trùng bài")
    with pytest.raises(Refused, match="cần ghi lý do"):
        workflow.erase(ready, by=chief, reason=" ")
    workflow.erase(ready, by=chief, reason="Trùng bài")
    assert ready.revisions.exists() and ready.transitions.first().reason == "Trùng bài"
    with pytest.raises(NotAllowed):
        workflow.untrash(ready, by=chief)


def test_a_change_of_hours_is_a_step_of_its_own_that_tells_both(ready, managing_editor):
    at = timezone.make_aware(datetime(2031, 2, 3, 6, 30))
    write(ready, published_at=at)
    workflow.record_change(ready, by=managing_editor, note="Chờ họp báo xong.")
    step = ready.transitions.first()
    assert (step.verb, step.by, step.from_status, step.to_status) == (
        Verb.RESCHEDULE, managing_editor, Status.READY, Status.READY,
    )  # fmt: skip
    assert step.reason == "Giờ đăng: chưa đặt → 06:30 03/02/2031.\nChờ họp báo xong."
    write(ready, published_at=None, unpublish_at=at)
    workflow.record_change(ready, by=managing_editor)
    assert ready.transitions.first().reason == (
        "Giờ đăng: 06:30 03/02/2031 → bỏ trống; Hạ xuống lúc: chưa đặt → 06:30 03/02/2031."
    )


def test_words_alone_are_no_change_of_hours_and_both_are_two_steps(ready, managing_editor):
    write(ready, standfirst="Nhịp giữa nối liền lúc 15 giờ.")
    workflow.record_change(ready, by=managing_editor)
    assert not ready.transitions.filter(verb=Verb.RESCHEDULE).exists()
    write(ready, standfirst="Sửa một con số.", unpublish_at=timezone.now() + timedelta(days=2))
    workflow.record_change(ready, by=managing_editor)
    assert ready.transitions.first().verb == Verb.RESCHEDULE
    story = in_state(Status.PUBLISHED, make_user(Role.REPORTER))
    keep_revision(story)
    write(story, standfirst="Sửa một con số.", unpublish_at=timezone.now() + timedelta(days=2))
    workflow.record_change(story, by=managing_editor)
    assert [step.verb for step in story.transitions.all()[:2]] == [Verb.AMEND, Verb.RESCHEDULE]


def test_the_note_of_a_change_is_the_reason_of_the_step_it_makes(ready, managing_editor):
    write(ready, standfirst="Nhịp giữa nối liền lúc 15 giờ.")
    revision = workflow.record_change(ready, by=managing_editor, note="Theo chủ đầu tư.")
    assert (revision.note, ready.transitions.first().reason) == ("Theo chủ đầu tư.", "Theo chủ đầu tư.")
    revision = workflow.record_change(ready, by=managing_editor)
    assert revision.note == "lưu"


def test_what_the_urgent_lane_sent_into_an_embargo_does_not_come_back_approved():
    managing = make_user(Role.MANAGING_EDITOR)
    article = make_article(embargo_until=timezone.now() + timedelta(hours=1))
    workflow.publish(article, by=managing, urgent=True)
    workflow.unschedule(article, by=managing)
    assert article.status == Status.IN_REVIEW
    with pytest.raises(NotAllowed):
        workflow.publish(article, by=managing)


def test_a_story_nobody_approved_is_not_published_by_the_ordinary_way():
    article = make_article(status=Status.READY)
    with pytest.raises(Refused, match="chưa có ai duyệt"):
        workflow.publish(article, by=make_user(Role.MANAGING_EDITOR))
    assert Article.objects.get().status == Status.READY


@pytest.mark.parametrize("part", ["alt", "portrait"])
def test_what_is_said_of_a_picture_and_a_guest_s_face_are_part_of_what_was_approved(part):
    image = make_image(picture_bytes())
    article = approved(make_interview(lead_image=image))
    if part == "alt":
        Image.objects.update(alt="Đám đông biểu tình")
    else:
        Person.objects.update(portrait=image)
    workflow.record_change(article, by=make_user(Role.EDITOR))
    assert article.status == Status.IN_REVIEW
