"""The moderator's verbs: who may, what is left behind, and two of them at once."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from articles.policy import Role
from comments import moderation
from comments.models import Comment, CommentStatus, Decision
from comments.policy import RULES, CommentRole, can
from tests.factories import make_comment, make_user

pytestmark = pytest.mark.django_db

WHO = [*Role, CommentRole.MODERATOR, "superuser", None]
MAY = {
    "view": {CommentRole.MODERATOR, Role.EDITOR, Role.MANAGING_EDITOR, Role.CHIEF_EDITOR, "superuser"},
    "decide": {CommentRole.MODERATOR, Role.MANAGING_EDITOR, Role.CHIEF_EDITOR, "superuser"},
    "read_leads": {CommentRole.MODERATOR, *Role, "superuser"},
    "turn_question": {CommentRole.MODERATOR, Role.EDITOR, Role.MANAGING_EDITOR, Role.CHIEF_EDITOR, "superuser"},
}


@pytest.fixture
def moderator():
    return make_user(CommentRole.MODERATOR)


@pytest.mark.parametrize("who", WHO)
def test_the_table_of_rights_holds_for_every_role(who):
    account = make_user(who)
    assert {action for action in RULES if can(account, action)} == {action for action in MAY if who in MAY[action]}


@pytest.mark.parametrize("who", [CommentRole.MODERATOR, "superuser"])
def test_a_dismissed_moderator_may_nothing(who):
    account = make_user(who, is_active=False)
    assert not can(account, "view") and not can(account, "decide")
    assert not can(AnonymousUser(), "view")


def test_a_misspelt_action_is_an_error(moderator):
    with pytest.raises(KeyError):
        can(moderator, "aprove")


@pytest.mark.parametrize("verb", [moderation.approve, moderation.reject])
@pytest.mark.parametrize("who", [Role.REPORTER, Role.EDITOR, None])
def test_who_may_not_decide_changes_nothing(who, verb):
    comment = make_comment()
    with pytest.raises(PermissionDenied, match="không có quyền duyệt ý kiến"):
        verb(comment, by=make_user(who))
    comment.refresh_from_db()
    assert comment.status == CommentStatus.WAITING and not Decision.objects.exists()


def test_a_decision_says_who_what_and_why(moderator):
    comment = make_comment()
    moderation.reject(comment, by=moderator, reason="Quảng cáo")
    assert comment.status == CommentStatus.REJECTED
    decision = comment.decisions.get()
    assert (decision.verb, decision.by, decision.reason) == (Decision.Verb.REJECT, moderator, "Quảng cáo")


def test_a_changed_mind_is_a_second_decision(moderator):
    comment = make_comment()
    moderation.reject(comment, by=moderator)
    moderation.approve(comment, by=moderator, reason="Đọc lại thấy đúng")
    comment.refresh_from_db()
    assert comment.status == CommentStatus.APPROVED
    verbs = list(comment.decisions.order_by("id").values_list("verb", flat=True))
    assert verbs == [Decision.Verb.REJECT, Decision.Verb.APPROVE]


def test_two_moderators_of_one_mind_leave_one_decision(moderator):
    comment = make_comment()
    copy = Comment.objects.get(pk=comment.pk)
    moderation.approve(comment, by=moderator)
    moderation.approve(copy, by=make_user(CommentRole.MODERATOR))
    assert copy.status == CommentStatus.APPROVED
    assert comment.decisions.get().by == moderator


def test_a_decision_on_an_old_copy_is_taken_on_the_row(moderator):
    """The second moderator still sees it waiting; what they decide holds, and both decisions stand in the record."""
    comment = make_comment()
    copy = Comment.objects.get(pk=comment.pk)
    moderation.approve(comment, by=moderator)
    moderation.reject(copy, by=make_user(CommentRole.MODERATOR))
    assert Comment.objects.get().status == CommentStatus.REJECTED
    assert comment.decisions.count() == 2


@pytest.mark.parametrize("field", ["name", "place", "text"])
def test_a_reader_s_words_are_edited_by_no_way_of_writing_rows(moderator, field):
    comment = make_comment(name="Bạn đọc", place="xã Phú Vân", text="Hay quá")
    setattr(comment, field, "Lời khác")
    for write in (
        comment.save,
        lambda: comment.save(update_fields=[field]),
        lambda: Comment.objects.filter(pk=comment.pk).update(**{field: "Lời khác"}),
        lambda: Comment.objects.bulk_update([comment], [field]),
        lambda: comment.article.comments.update(**{field: "Lời khác"}),
    ):
        with pytest.raises(TypeError, match="never edited"), transaction.atomic():
            write()
    moderation.approve(comment, by=moderator)
    kept = Comment.objects.get()
    assert (kept.name, kept.place, kept.text) == ("Bạn đọc", "xã Phú Vân", "Hay quá")
    assert kept.status == CommentStatus.APPROVED
    kept.save()  # unchanged, a row may be written again


def test_decisions_are_neither_changed_nor_deleted(moderator):
    comment = make_comment()
    moderation.approve(comment, by=moderator)
    decision = comment.decisions.get()
    decision.reason = "khác"
    with pytest.raises(TypeError):
        decision.save()
    with pytest.raises(TypeError):
        decision.delete()
    for whole in (Decision.objects.all(), comment.decisions.all()):
        with pytest.raises(TypeError):
            whole.update(reason="khác")
        with pytest.raises(TypeError):
            whole.delete()
    assert comment.decisions.get().reason == ""


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("comment_says_something", {"text": ""}),
        ("comment_says_something", {"name": ""}),
        ("comment_status_is_known", {"status": "spam"}),
        ("comment_kind_is_known", {"kind": "advert"}),
    ],
)
def test_the_database_refuses_a_comment_that_cannot_be(constraint, fields):
    comment = make_comment()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Comment.objects.filter(pk=comment.pk).take_words(**fields)


def test_the_database_refuses_a_decision_of_no_known_kind(moderator):
    with pytest.raises(IntegrityError, match="decision_verb_is_known"), transaction.atomic():
        Decision.objects.create(comment=make_comment(), verb="burn", by=moderator)
