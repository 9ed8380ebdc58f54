"""One press over many, what is left alone and why, blocks, pins and marks, and every act taken back."""

import threading
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from articles.policy import Role
from comments import claims, moderation, queues, undoing
from comments.models import Block, Claim, Comment, CommentStatus, Decision, Reason, Report
from comments.policy import CommentRole
from tests.factories import make_article, make_comment, make_question, make_user

pytestmark = pytest.mark.django_db
Verb = Decision.Verb


@pytest.fixture
def moderator():
    return make_user(CommentRole.MODERATOR)


@pytest.fixture
def other():
    return make_user(CommentRole.MODERATOR)


def state(comment):
    comment.refresh_from_db()
    return comment.status, bool(comment.pinned_at), comment.lead


def test_one_act_over_many_is_taken_back_as_one(moderator):
    story = make_article(status="published")
    comments = [make_comment(story) for _ in range(3)]
    ids = [comment.pk for comment in comments]
    outcome = moderation.act(Verb.SPAM, ids, by=moderator, code=Reason.SPAM)
    assert [row.pk for row in outcome.done] == ids and not outcome.left
    assert set(Decision.objects.values_list("act", "code", "before")) == {(outcome.act, "spam", "waiting")}
    taken = undoing.undo(outcome.act, by=moderator)
    assert len(taken.done) == 3
    assert {state(comment)[0] for comment in comments} == {CommentStatus.WAITING}
    assert Decision.objects.filter(verb=Verb.UNDO, undoes__act=outcome.act).count() == 3
    assert not undoing.undo(outcome.act, by=moderator).done


def test_what_somebody_else_has_open_is_left_alone(moderator, other):
    mine, theirs = make_comment(), make_comment()
    claims.hold([theirs.pk], other)
    outcome = moderation.act(Verb.APPROVE, [mine.pk, theirs.pk], by=moderator)
    assert [row.pk for row in outcome.done] == [mine.pk]
    assert outcome.left == {theirs.pk: f"{other} đang xem ý kiến này."}
    assert state(theirs)[0] == CommentStatus.WAITING


def test_what_was_decided_since_it_was_seen_is_left_alone(moderator, other):
    comment = make_comment()
    seen = {comment.pk: comment.status}
    moderation.approve(comment, by=other)
    outcome = moderation.act(Verb.REJECT, [comment.pk], by=moderator, seen=seen)
    assert outcome.left == {comment.pk: "Ý kiến này đã được duyệt."}
    assert state(comment)[0] == CommentStatus.APPROVED and Decision.objects.count() == 1


def test_a_claim_frees_itself_and_goes_with_the_decision(moderator, other, now):
    comment, later = make_comment(), now + claims.HELD_FOR + timedelta(seconds=1)
    assert claims.deal(queues.queue(queues.WAITING), moderator, 5, now) == [comment.pk]
    assert claims.deal(queues.queue(queues.WAITING), other, 5, now) == []
    assert claims.deal(queues.queue(queues.WAITING), other, 5, later) == [comment.pk]
    assert not claims.hold([comment.pk], moderator, later)
    assert Claim.objects.get().moderator == other
    moderation.act(Verb.APPROVE, [comment.pk], by=other)
    assert not Claim.objects.exists()


def test_two_moderators_share_a_queue_without_meeting(moderator, other):
    story = make_article(status="published")
    pks = [make_comment(story).pk for _ in range(5)]
    waiting = queues.queue(queues.WAITING)
    assert claims.deal(waiting, moderator, 3) == pks[:3]
    assert claims.deal(waiting, other, 3) == pks[3:]
    assert claims.deal(waiting, moderator, 3) == pks[:3]


def test_a_block_is_timed_reasoned_and_lifted_by_undoing(moderator):
    comment = make_comment(reader="dau-trinh-duyet")
    assert "lý do" in moderation.act(Verb.BLOCK, [comment.pk], by=moderator).left[comment.pk]
    outcome = moderation.act(Verb.BLOCK, [comment.pk], by=moderator, code=Reason.RUDE, days=7)
    block = Block.objects.in_force().get()
    assert (block.reader, block.until - block.at) == ("dau-trinh-duyet", timedelta(days=7))
    assert block.decision.act == outcome.act and state(comment)[0] == CommentStatus.REJECTED
    undoing.undo(outcome.act, by=moderator)
    assert not Block.objects.in_force().exists() and state(comment)[0] == CommentStatus.WAITING


def test_a_reader_nothing_is_known_of_cannot_be_blocked(moderator):
    comment = make_comment()
    outcome = moderation.act(Verb.BLOCK, [comment.pk], by=moderator, code=Reason.RUDE)
    assert "không còn giữ dấu" in outcome.left[comment.pk] and state(comment)[0] == CommentStatus.WAITING


def test_a_pin_comes_and_goes_with_what_it_is_on(moderator):
    comment = make_comment(status=CommentStatus.APPROVED)
    pinned = moderation.act(Verb.PIN, [comment.pk], by=moderator)
    rejected = moderation.act(Verb.REJECT, [comment.pk], by=moderator)
    assert state(comment) == (CommentStatus.REJECTED, False, "")
    assert undoing.undo(pinned.act, by=moderator).done and not state(comment)[1]
    undoing.undo(rejected.act, by=moderator)
    assert state(comment) == (CommentStatus.APPROVED, True, "")


def test_only_a_few_shown_opinions_are_pinned(moderator):
    story = make_article(status="published")
    shown = [make_comment(story, status=CommentStatus.APPROVED) for _ in range(moderation.PINNED_AT_MOST + 1)]
    left = [moderation.act(Verb.PIN, [comment.pk], by=moderator).left for comment in shown]
    assert [bool(why) for why in left] == [False] * moderation.PINNED_AT_MOST + [True]
    question = make_question(story, status=CommentStatus.APPROVED)
    for wrong in (make_comment(story), question):
        assert "đã duyệt" in moderation.act(Verb.PIN, [wrong.pk], by=moderator).left[wrong.pk]


def test_a_mark_is_changed_and_restored(moderator):
    comment = make_comment()
    moderation.act(Verb.MARK, [comment.pk], by=moderator, lead="tip")
    second = moderation.act(Verb.MARK, [comment.pk], by=moderator, lead="question")
    assert state(comment)[2] == "question"
    undoing.undo(second.act, by=moderator)
    assert state(comment)[2] == "tip"


def test_a_decision_answers_the_reports_and_undoing_reopens_them(moderator):
    comment = make_comment(status=CommentStatus.APPROVED)
    Report.objects.create(comment=comment, reader="a", reason="rude")
    assert queues.queue(queues.REPORTED).get() == comment
    kept = moderation.act(Verb.APPROVE, [comment.pk], by=moderator)
    assert not queues.queue(queues.REPORTED).exists() and state(comment)[0] == CommentStatus.APPROVED
    undoing.undo(kept.act, by=moderator)
    assert queues.queue(queues.REPORTED).get() == comment and state(comment)[0] == CommentStatus.APPROVED


def test_an_act_under_another_is_not_taken_back_from_beneath_it(moderator, other):
    comment = make_comment()
    first = moderation.act(Verb.APPROVE, [comment.pk], by=moderator)
    second = moderation.act(Verb.REJECT, [comment.pk], by=other)
    assert undoing.undo(first.act, by=moderator).left == {comment.pk: undoing.CHANGED_SINCE}
    undoing.undo_one(second.done[0].decisions.first().pk, by=moderator)
    assert state(comment)[0] == CommentStatus.APPROVED
    undoing.undo(first.act, by=moderator)
    assert state(comment)[0] == CommentStatus.WAITING


def test_a_decision_from_before_acts_had_names_is_taken_back(moderator):
    comment = make_comment(status=CommentStatus.APPROVED)
    old = Decision.objects.create(comment=comment, verb=Verb.APPROVE, by=moderator)
    assert not undoing.undo("", by=moderator).done
    undoing.undo_one(old.pk, by=moderator)
    assert state(comment)[0] == CommentStatus.WAITING


def test_who_may_not_decide_undoes_nothing(moderator):
    comment = make_comment()
    outcome = moderation.act(Verb.APPROVE, [comment.pk], by=moderator)
    for refused in (
        lambda: undoing.undo(outcome.act, by=make_user(Role.EDITOR)),
        lambda: undoing.undo_one(comment.decisions.get().pk, by=make_user(Role.EDITOR)),
    ):
        with pytest.raises(PermissionDenied):
            refused()
    assert state(comment)[0] == CommentStatus.APPROVED


@pytest.mark.parametrize("wrong", [{"code": "bịa"}, {"lead": "bịa"}, {"days": 10_000}])
def test_a_reason_mark_or_time_that_does_not_exist_is_an_error(moderator, wrong):
    comment = make_comment(reader="x")
    with pytest.raises(ValueError, match="no such"):
        moderation.act(Verb.BLOCK, [comment.pk], by=moderator, **{"code": "rude"} | wrong)
    assert not Decision.objects.exists()


def test_the_figures_of_the_day(moderator, now):
    story = make_article(status="published")
    waits = [10, 20, 60]
    for minutes in waits:
        comment = make_comment(story, created_at=now - timedelta(minutes=minutes))
        moderation.act(Verb.REJECT if minutes == 60 else Verb.APPROVE, [comment.pk], by=moderator)
    left = make_comment(story, created_at=now - timedelta(hours=3))
    undone = make_comment(story, created_at=now - timedelta(hours=2))
    undoing.undo(moderation.act(Verb.APPROVE, [undone.pk], by=moderator).act, by=moderator)
    told = queues.figures()
    assert (told.oldest, told.decided, told.rate) == (left.created_at, 3, 67)
    assert abs(told.median - timedelta(minutes=20)) < timedelta(minutes=1)


def test_alike_are_the_same_words_almost_the_same_and_the_same_reader():
    story = make_article(status="published")
    words = "Cầu Bến Lĩnh cần thêm đèn chiếu sáng vào ban đêm cho bà con đi chợ sớm"
    first = make_comment(story, text=words, essence="e1", reader="r1")
    same = make_comment(story, text=words.upper(), essence="e1")
    near = make_comment(story, text=words + " mai")
    reader = make_comment(story, text="Khác hẳn", reader="r1")
    make_comment(story, text="Tôi thấy con đường qua xã Nà Thoang đã được làm lại rất tốt")
    make_comment(story, text=words, essence="e1", status=CommentStatus.APPROVED)
    assert queues.alike(first) == [first.pk, same.pk, near.pk, reader.pk]
    assert queues.alike(Comment.objects.get(text="Khác hẳn")) == [first.pk, reader.pk]


@pytest.mark.django_db(transaction=True)
def test_moderators_who_ask_in_the_same_moment_are_dealt_different_comments(moderator, other):
    story = make_article(status="published")
    pks = [make_comment(story).pk for _ in range(12)]
    both, dealt = threading.Barrier(2), {}

    def ask(user):
        try:
            both.wait(10)
            dealt[user.pk] = claims.deal(queues.queue(queues.WAITING), user, 6)
        finally:
            connection.close()

    asking = [threading.Thread(target=ask, args=[user]) for user in (moderator, other)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join(60)
    first, second = dealt[moderator.pk], dealt[other.pk]
    assert not set(first) & set(second) and set(first) | set(second) <= set(pks)
    assert {claim.comment_id: claim.moderator_id for claim in Claim.objects.all()} == dict.fromkeys(
        first, moderator.pk
    ) | dict.fromkeys(second, other.pk)


@pytest.mark.django_db(transaction=True)
def test_two_acts_on_one_comment_at_once_leave_one_decision(moderator, other):
    comment = make_comment()
    both, outcomes = threading.Barrier(2), []

    def press(user, verb):
        try:
            both.wait(10)
            outcomes.append(moderation.act(verb, [comment.pk], by=user, seen={comment.pk: "waiting"}))
        finally:
            connection.close()

    pressing = [
        threading.Thread(target=press, args=pair)
        for pair in ((moderator, Verb.APPROVE), (other, Verb.REJECT))
    ]
    for thread in pressing:
        thread.start()
    for thread in pressing:
        thread.join(60)
    assert sorted(len(outcome.done) for outcome in outcomes) == [0, 1]
    assert Decision.objects.count() == 1
