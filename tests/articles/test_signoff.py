"""Sign-off: what each verb does and whom it refuses, what counts as approved, and the record that stays."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from articles import signoff, workflow
from articles.consent import State, consent_of, consents, unsigned
from articles.models import Exchange, Interviewee, SignOff, SignOffEvent, Status
from articles.policy import Role
from articles.workflow import NotAllowed, Refused, publishing_problems
from tests.factories import approved, make_interview, make_person, make_user

pytestmark = pytest.mark.django_db

TURNS = (("Bao giờ thông xe?", "<p>Trước Tết sẽ thông xe.</p>"), ("Kinh phí ra sao?", "<p>Đủ dùng.</p>"))
Kind = SignOffEvent.Kind


@pytest.fixture
def editor():
    return make_user(Role.EDITOR)


@pytest.fixture
def chief():
    return make_user(Role.MANAGING_EDITOR)


@pytest.fixture
def interview():
    return make_interview(TURNS)


@pytest.fixture
def guest(interview):
    return interview.interviewees.get()


@pytest.fixture
def link(guest, editor):
    return signoff.invite(guest, by=editor).sign_off


def token_of(invitation):
    return invitation.path.removeprefix("/duyet-loi/").removesuffix("/")


def standings(guest):
    return consent_of(guest).standings


def states(guest):
    return [standing.state for standing in standings(guest)]


def press(link, number=0):
    """Approve one answer as the page shows it now."""
    standing = standings(link.interviewee)[number]
    signoff.approve(link, standing.exchange.pk, seen=standing.fingerprint)


def say(link, text, number=0):
    standing = standings(link.interviewee)[number]
    signoff.comment(link, standing.exchange.pk, text, seen=standing.fingerprint)


def press_all(link):
    shown = {standing.exchange.pk: standing.fingerprint for standing in standings(link.interviewee)}
    signoff.approve_all(link, seen=shown)


def rewrite(article, answer, number=0):
    exchange = article.exchanges.all()[number]
    exchange.answer = answer
    exchange.save()


def kinds(guest):
    return list(guest.sign_off_events.values_list("kind", flat=True))


# ---------------------------------------------------------------- the link


def test_the_link_is_returned_once_and_only_its_hash_is_kept(guest, editor):
    before = timezone.now()
    invitation = signoff.invite(guest, by=editor, days=3)
    token = token_of(invitation)
    row = SignOff.objects.get()
    assert len(token) == 43 and token not in str(SignOff.objects.values().get())
    assert row.created_by == editor
    assert before + timedelta(days=3) <= row.expires_at <= timezone.now() + timedelta(days=3)
    assert signoff.find(token) == row


def test_links_are_never_alike(guest, editor):
    assert len({signoff.invite(guest, by=editor).path for _ in range(20)}) == 20


def test_a_new_link_revokes_the_last(guest, editor):
    first, second = (token_of(signoff.invite(guest, by=editor)) for _ in range(2))
    assert signoff.find(second)
    with pytest.raises(signoff.Closed):
        signoff.find(first)
    assert kinds(guest) == [Kind.REVOKED]


def test_two_open_links_of_one_person_cannot_stand_in_the_database(link, editor):
    with pytest.raises(IntegrityError, match="sign_off_one_open_link|interviewee_id"), transaction.atomic():
        SignOff.objects.create(
            interviewee=link.interviewee, token_hash="a" * 64, created_by=editor,
            expires_at=timezone.now() + timedelta(days=1),
        )


def test_a_revoked_link_is_closed_and_the_record_says_by_whom(guest, editor):
    token = token_of(signoff.invite(guest, by=editor))
    signoff.revoke(guest, by=editor)
    with pytest.raises(signoff.Closed):
        signoff.find(token)
    event = guest.sign_off_events.get()
    assert (event.kind, event.by) == (Kind.REVOKED, editor)
    with pytest.raises(Refused, match="không có đường dẫn nào"):
        signoff.revoke(guest, by=editor)


def test_an_expired_link_is_closed_to_every_verb(guest, editor):
    invitation = signoff.invite(guest, by=editor)
    SignOff.objects.update(created_at=timezone.now() - timedelta(days=8), expires_at=timezone.now())
    with pytest.raises(signoff.Closed):
        signoff.find(token_of(invitation))
    for verb in (press, press_all, signoff.record_view, lambda link: say(link, "Sửa giúp tôi.")):
        with pytest.raises(signoff.Closed):
            verb(invitation.sign_off)
    assert not SignOffEvent.objects.exists()


@pytest.mark.parametrize("days", [0, -1, 1, 365, 10**9])
def test_a_link_lasts_one_of_the_offered_times(guest, editor, days):
    with pytest.raises(Refused, match="ngày"):
        signoff.invite(guest, by=editor, days=days)


def test_who_answers_nothing_is_not_invited(interview, editor):
    silent = Interviewee.objects.create(article=interview, person=make_person("Bế Thị Sen", "Bà"))
    with pytest.raises(Refused, match="Bà Bế Thị Sen chưa có câu trả lời nào"):
        signoff.invite(silent, by=editor)


@pytest.mark.parametrize(
    "token", ["", "x", "a" * 42, "a" * 44, "a" * 43, "ạ" * 43, "a" * 42 + "\n", "A" * 43, "../" * 14 + "a", "\0" * 43]
)
def test_what_is_no_token_is_as_closed_as_a_token_nobody_has(link, token):
    with pytest.raises(signoff.Closed) as closed:
        signoff.find(token)
    assert str(closed.value) == "Đường dẫn không dùng được."


# ---------------------------------------------------------------- who may


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("status", Status)
def test_the_policy_is_asked_for_every_verb_of_the_desk(role, own, status):
    from articles.policy import can

    user = make_user(role)
    article = make_interview(TURNS, status=status, created_by=user if own else make_user())
    guest = article.interviewees.get()
    SignOff.objects.create(
        interviewee=guest, token_hash="b" * 64, created_by=user, expires_at=timezone.now() + timedelta(days=1)
    )
    verbs = {
        "revoke_sign_off": lambda: signoff.revoke(guest, by=user),
        "override_sign_off": lambda: signoff.override(guest, by=user, reason="Đã đồng ý qua điện thoại."),
        "invite_sign_off": lambda: signoff.invite(guest, by=user),
    }
    for action, verb in verbs.items():
        if can(user, action, article):
            verb()
        else:
            before = SignOffEvent.objects.count()
            with pytest.raises(NotAllowed):
                verb()
            assert SignOffEvent.objects.count() == before


# ---------------------------------------------------------------- where an answer stands


def test_an_answer_is_not_asked_then_waits_then_is_approved(guest, editor):
    assert states(guest) == [State.NOT_ASKED] * 2
    link = signoff.invite(guest, by=editor).sign_off
    assert states(guest) == [State.WAITING] * 2
    press(link)
    assert states(guest) == [State.APPROVED, State.WAITING]
    event = guest.sign_off_events.get()
    assert (event.kind, event.sign_off, event.by) == (Kind.APPROVED, link, None)
    assert (event.question, event.answer) == TURNS[0]


def test_without_an_open_link_nobody_waits(link, guest, editor):
    press(link)
    signoff.revoke(guest, by=editor)
    assert states(guest) == [State.APPROVED, State.NOT_ASKED]


def test_an_approval_outlives_its_link(link, guest, editor):
    press_all(link)
    signoff.invite(guest, by=editor)
    assert states(guest) == [State.APPROVED] * 2


def test_an_answer_changed_after_approval_is_asked_again_with_the_difference(link, interview, guest):
    press_all(link)
    rewrite(interview, "<p>Sau Tết sẽ thông xe.</p>")
    first, second = standings(guest)
    assert (first.state, second.state) == (State.CHANGED, State.APPROVED)
    assert [(each.kind, each.words) for each in first.answer_changes] == [
        ("gone", "Trước"),
        ("new", "Sau"),
        ("same", "Tết sẽ thông xe."),
    ]
    press(link)
    assert states(guest) == [State.APPROVED] * 2


def test_an_answer_changed_back_is_approved_as_it_was(link, interview, guest):
    press_all(link)
    rewrite(interview, "<p>Khác.</p>")
    rewrite(interview, TURNS[0][1])
    assert states(guest) == [State.APPROVED] * 2


def test_a_question_changed_after_approval_is_asked_again(link, interview, guest):
    press_all(link)
    interview.exchanges.filter(question="Bao giờ thông xe?").update(question="Có đúng là chậm một năm?")
    first = standings(guest)[0]
    assert first.state == State.CHANGED
    assert first.question_changes and not first.answer_changes


@pytest.mark.parametrize(
    "answer",
    [
        "<p><strong>Trước Tết</strong> sẽ thông xe.</p>",
        "<p>Trước Tết</p><p>sẽ thông xe.</p>",
        "<ul><li>Trước Tết sẽ thông xe.</li></ul>",
    ],
)
def test_marks_and_breaks_are_no_change_of_words(link, interview, guest, answer):
    press_all(link)
    rewrite(interview, answer)
    assert states(guest) == [State.APPROVED] * 2


@pytest.mark.parametrize(
    "answer", ["<p>trước Tết sẽ thông xe.</p>", "<p>Trước Tết sẽ thông xẻ.</p>", "<p>Trước Tết.</p>"]
)
def test_the_smallest_change_of_a_word_is_one(link, interview, guest, answer):
    press_all(link)
    rewrite(interview, answer)
    assert states(guest)[0] == State.CHANGED


def test_a_caption_belongs_to_the_answer(link, interview, guest):
    press_all(link)
    rewrite(interview, TURNS[0][1] + '<figure data-image-id="7"><figcaption>Cầu gãy</figcaption></figure>')
    assert states(guest)[0] == State.CHANGED


def test_a_comment_waits_for_the_desk_and_then_for_the_interviewee_again(link, interview, guest):
    say(link, "Xin ghi rõ là trước Tết Nguyên đán.")
    assert states(guest)[0] == State.COMMENTED
    rewrite(interview, "<p>Trước Tết Nguyên đán sẽ thông xe.</p>")
    first = standings(guest)[0]
    assert first.state == State.WAITING
    assert [each.words for each in first.answer_changes if each.kind == "new"] == ["Nguyên đán"]
    assert [event.words for event in first.comments] == ["Xin ghi rõ là trước Tết Nguyên đán."]
    press(link)
    assert states(guest)[0] == State.APPROVED


def test_the_latest_decision_counts(link, guest):
    press(link)
    say(link, "Nghĩ lại, xin bỏ câu này.")
    assert states(guest)[0] == State.COMMENTED
    press(link)
    assert states(guest)[0] == State.APPROVED


def test_an_answer_given_to_somebody_else_is_asked_anew(link, interview, guest, editor):
    press_all(link)
    other = Interviewee.objects.create(article=interview, person=make_person("Bế Thị Sen", "Bà"))
    interview.exchanges.filter(position=1).update(answered_by=other)
    assert states(guest) == [State.APPROVED]
    assert states(other) == [State.NOT_ASKED]


def test_a_second_respondent_is_shown_the_question_before(interview):
    other = Interviewee.objects.create(article=interview, person=make_person("Bế Thị Sen", "Bà"))
    Exchange.objects.create(article=interview, position=2, answered_by=other, answer="<p>Tôi cũng nghĩ thế.</p>")
    assert [standing.question for standing in standings(other)] == ["Kinh phí ra sao?"]


def test_consents_of_an_article_take_the_same_queries_for_one_answer_and_for_thirty(django_assert_num_queries):
    small, large = make_interview(TURNS[:1]), make_interview(TURNS * 15, person=make_person("Mạc Văn Đoàn"))
    for article in (small, large):
        with django_assert_num_queries(4):
            assert len(consents(article)) == 1


# ---------------------------------------------------------------- what the interviewee may press


def test_words_that_changed_under_the_readers_eyes_are_not_approved(link, interview, guest):
    seen = standings(guest)[0].fingerprint
    pk = standings(guest)[0].exchange.pk
    rewrite(interview, "<p>Không bao giờ thông xe.</p>")
    with pytest.raises(signoff.WordsChanged):
        signoff.approve(link, pk, seen=seen)
    with pytest.raises(signoff.WordsChanged):
        signoff.comment(link, pk, "Đúng rồi.", seen=seen)
    with pytest.raises(signoff.WordsChanged):
        signoff.approve_all(link, seen={pk: seen})
    assert not SignOffEvent.objects.exists()


def test_all_is_all_or_nothing(link, interview, guest):
    shown = {standing.exchange.pk: standing.fingerprint for standing in standings(guest)}
    rewrite(interview, "<p>Thiếu một ít.</p>", number=1)
    with pytest.raises(signoff.WordsChanged):
        signoff.approve_all(link, seen=shown)
    assert not SignOffEvent.objects.exists()


def test_an_answer_that_came_in_meanwhile_is_not_approved_unseen(link, interview, guest):
    shown = {standing.exchange.pk: standing.fingerprint for standing in standings(guest)}
    Exchange.objects.create(article=interview, position=9, question="Thêm?", answer="<p>Thêm.</p>", answered_by=guest)
    with pytest.raises(signoff.WordsChanged):
        signoff.approve_all(link, seen=shown)


def test_all_leaves_out_what_has_an_open_comment(link, guest):
    say(link, "Xin sửa.")
    press_all(link)
    assert states(guest) == [State.COMMENTED, State.APPROVED]


def test_pressed_twice_is_recorded_once(link, guest):
    for _ in range(2):
        press(link)
        press_all(link)
        say(link, "Xin sửa câu hai.", number=1)
    assert kinds(guest) == [Kind.APPROVED, Kind.APPROVED, Kind.COMMENTED]


def test_nobody_elses_answer_can_be_pressed(link, interview, guest):
    other = Interviewee.objects.create(article=interview, person=make_person("Bế Thị Sen", "Bà"))
    beside = Exchange.objects.create(article=interview, position=5, answered_by=other, answer="<p>Của tôi.</p>")
    far = make_interview(TURNS, person=make_person("Mạc Văn Đoàn")).exchanges.first()
    told = set()
    for pk in (beside.pk, far.pk, 10**17, 0, -1, None):
        for verb in (
            lambda: signoff.approve(link, pk, seen="x"),  # noqa: B023  called at once
            lambda: signoff.comment(link, pk, "Xóa đi.", seen="x"),  # noqa: B023
        ):
            with pytest.raises(Refused) as refused:
                verb()
            told.add(str(refused.value))
    assert len(told) == 1
    assert not SignOffEvent.objects.exists()


@pytest.mark.parametrize("text", ["", "   \n\t ", "\0", "x" * (signoff.MAX_LENGTH + 1)])
def test_a_comment_says_something_and_not_endlessly(link, text):
    with pytest.raises(Refused):
        say(link, text)
    assert not SignOffEvent.objects.exists()


def test_a_comment_is_stored_composed_and_otherwise_as_written(link, guest):
    say(link, " Tiê\u0301n đô\u0323  <b>chậm</b>\r\nhai tháng ")
    assert guest.sign_off_events.get().words == "Tiến độ  <b>chậm</b>\nhai tháng"


def test_comments_are_not_endless(link, monkeypatch):
    monkeypatch.setattr(signoff, "MAX_COMMENTS", 2)
    say(link, "Một.")
    say(link, "Hai.")
    with pytest.raises(Refused, match="gọi cho tòa soạn"):
        say(link, "Ba.")


def test_a_sitting_is_one_view_and_the_next_another(link, guest):
    signoff.record_view(link)
    signoff.record_view(link)
    assert kinds(guest) == [Kind.VIEWED]
    assert guest.sign_off_events.get().at <= timezone.now()
    SignOffEvent._base_manager.update(at=timezone.now() - timedelta(minutes=5))
    signoff.record_view(link)
    assert kinds(guest) == [Kind.VIEWED] * 2


@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW, Status.READY, Status.PUBLISHED])
def test_the_link_opens_as_long_as_the_article_stands(link, interview, status):
    type(interview).objects.update(status=status, published_at=timezone.now())
    press(signoff.SignOff.objects.get())
    assert SignOffEvent.objects.count() == 1


def test_a_withdrawn_article_closes_it(guest, editor, interview):
    token = token_of(signoff.invite(guest, by=editor))
    type(interview).objects.update(status=Status.WITHDRAWN)
    with pytest.raises(signoff.Closed):
        signoff.find(token)


# ---------------------------------------------------------------- the record


def test_events_are_written_once(link, guest):
    press(link)
    event = guest.sign_off_events.get()
    event.words = "Khác"
    with pytest.raises(TypeError):
        event.save()
    with pytest.raises(TypeError):
        event.delete()
    with pytest.raises(TypeError):
        SignOffEvent.objects.update(words="Khác")
    with pytest.raises(TypeError):
        SignOffEvent.objects.all().delete()
    with pytest.raises(TypeError), transaction.atomic():
        SignOffEvent.objects.bulk_update([event], ["words"])
    assert SignOffEvent.objects.get().words == ""


def test_a_deleted_exchange_leaves_what_was_said_over_it(link, interview, guest):
    say(link, "Xin bỏ câu này.")
    interview.exchanges.first().delete()
    event = guest.sign_off_events.get()
    assert (event.exchange, event.words, event.answer) == (None, "Xin bỏ câu này.", TURNS[0][1])
    assert states(guest) == [State.WAITING]


def test_an_interviewee_with_a_record_cannot_be_deleted(link, interview, guest):
    press(link)
    interview.exchanges.all().delete()
    with pytest.raises(ProtectedError):
        guest.delete()
    with pytest.raises(ProtectedError):
        interview.delete()


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"kind": "liked"}, "sign_off_event_kind_is_known"),
        ({"kind": "approved", "answer": ""}, "sign_off_event_keeps_the_answer"),
        ({"kind": "commented", "words": ""}, "sign_off_event_says_why"),
        ({"kind": "approved", "sign_off": None}, "sign_off_event_came_through_a_link"),
        ({"kind": "revoked", "by": None}, "sign_off_event_knows_who"),
        ({"kind": "approved", "by": "editor"}, "sign_off_event_knows_who"),
    ],
)
def test_the_database_refuses_an_event_that_says_too_little(link, editor, wrong, constraint):
    given = {"interviewee": link.interviewee, "sign_off": link, "answer": "<p>Lời.</p>", "words": "Góp ý."} | wrong
    given["by"] = editor if given.get("by") == "editor" else None
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        SignOffEvent.objects.create(**given)


# ---------------------------------------------------------------- before publication


@pytest.fixture
def required(settings):
    settings.REQUIRE_SIGN_OFF = True


def test_a_paper_that_does_not_ask_publishes_without(interview):
    assert publishing_problems(interview) == []


def test_a_paper_that_asks_is_told_who_has_not_signed(required, interview, link, chief):
    other = Interviewee.objects.create(article=interview, person=make_person("Bế Thị Sen", "Bà"), position=2)
    Exchange.objects.create(article=interview, position=5, answered_by=other, answer="<p>Của tôi.</p>")
    assert publishing_problems(interview) == ["Ông Lương Văn Thành chưa duyệt lời.", "Bà Bế Thị Sen chưa duyệt lời."]
    press_all(link)
    assert publishing_problems(interview) == ["Bà Bế Thị Sen chưa duyệt lời."]
    approved(interview)
    with pytest.raises(Refused, match="Bà Bế Thị Sen chưa duyệt lời"):
        workflow.publish(interview, by=chief)
    signoff.override(other, by=chief, reason="Bà Sen đồng ý qua điện thoại.")
    workflow.publish(interview, by=chief)
    assert interview.status == Status.PUBLISHED


def test_the_urgent_lane_records_the_missing_approval(required, interview, chief):
    assert workflow.publish(interview, by=chief, urgent=True).missing == ["Ông Lương Văn Thành chưa duyệt lời."]


def test_a_comment_and_a_change_both_hold_publication_up(required, interview, link):
    press_all(link)
    assert publishing_problems(interview) == []
    say(link, "Nghĩ lại, xin sửa.")
    assert publishing_problems(interview)
    press(link)
    rewrite(interview, "<p>Khác hẳn.</p>")
    assert publishing_problems(interview)


def test_an_override_has_a_reason_a_name_and_holds_for_the_words_of_then(interview, guest, chief):
    with pytest.raises(Refused, match="lý do"):
        signoff.override(guest, by=chief, reason=" \n ")
    signoff.override(guest, by=chief, reason="Đã đồng ý qua điện thoại.")
    events = list(guest.sign_off_events.all())
    assert [(event.kind, event.by, event.words) for event in events] == [
        (Kind.OVERRIDE, chief, "Đã đồng ý qua điện thoại.")
    ] * 2
    assert states(guest) == [State.OVERRIDDEN] * 2 and unsigned(interview) == []
    with pytest.raises(Refused, match="không còn"):
        signoff.override(guest, by=chief, reason="Lần nữa.")
    rewrite(interview, "<p>Khác hẳn.</p>")
    assert states(guest) == [State.CHANGED, State.OVERRIDDEN] and unsigned(interview) == [guest]


def test_an_override_leaves_approved_answers_approved(link, guest, chief):
    press(link)
    signoff.override(guest, by=chief, reason="Đi công tác, không liên lạc được.")
    assert states(guest) == [State.APPROVED, State.OVERRIDDEN]


def test_an_approval_after_an_override_counts_as_one(link, guest, chief):
    signoff.override(guest, by=chief, reason="Gấp.")
    press_all(link)
    assert states(guest) == [State.APPROVED] * 2
