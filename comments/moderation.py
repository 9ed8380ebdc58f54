"""The moderator's verbs: the only writers of a comment's status, pin and lead. Each leaves a Decision.

What a press covers, one comment or two hundred, is one act; undoing.py takes acts back.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from secrets import token_hex

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from . import claims
from .models import Block, Claim, Comment, CommentKind, CommentStatus, Decision, Lead, Reason, Report
from .policy import can

AT_ONCE = 200  # comments one act decides over
PINNED_AT_MOST = 3  # under one story
BLOCK_DAYS = (1, 7, 30)
PINNED = "pinned"
Verb = Decision.Verb
STATUS_AFTER = {
    Verb.APPROVE: CommentStatus.APPROVED,
    Verb.REJECT: CommentStatus.REJECTED,
    Verb.SPAM: CommentStatus.REJECTED,
    Verb.BLOCK: CommentStatus.REJECTED,
}
IS_ALREADY = {
    CommentStatus.WAITING: "Ý kiến này đã trở lại hàng chờ.",
    CommentStatus.APPROVED: "Ý kiến này đã được duyệt.",
    CommentStatus.REJECTED: "Ý kiến này đã được quyết định không đăng.",
}


@dataclass
class Outcome:
    """What an act came to: the rows decided on, and of the others, by their numbers, a sentence why not."""

    act: str
    done: list = field(default_factory=list)
    left: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Given:
    """What comes with a verb. days: how long a block holds. lead: a Lead, "" takes the mark off. seen: {number: status}
    as the moderator saw it; what was decided on since is left alone."""

    code: str = ""
    reason: str = ""
    lead: str = ""
    days: int = BLOCK_DAYS[0]
    seen: dict = field(default_factory=dict)


class Left(Exception):
    """This comment is left as it is; str() says why."""


def permit(user):
    if not can(user, "decide"):
        raise PermissionDenied("Tài khoản này không có quyền duyệt ý kiến.")


@transaction.atomic
def act(verb, ids, *, by, at=None, **given):
    """Do this to the comments of these numbers (AT_ONCE at most), as one act; return its Outcome.

    Left alone: what somebody else has open, what changed since it was seen, and what the verb does not fit. ValueError
    for a reason, mark or time that does not exist; PermissionDenied for who may not. at: when it was done, where not
    now: the past of a demo paper.
    """
    permit(by)
    given = checked(Given(**given))
    ids, now = sorted(set(ids))[:AT_ONCE], at or timezone.now()
    # Claims before comments: see claims.hold().
    list(Claim.objects.select_for_update().filter(comment__in=ids).order_by("pk").values_list("pk"))
    elsewhere = claims.of_others(ids, by, now)
    rows = list(Comment.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    reported = set(Report.objects.open().filter(comment__in=ids).values_list("comment_id", flat=True))
    outcome, decisions = Outcome(token_hex(8)), []
    for row in rows:
        try:
            if row.pk in elsewhere:
                raise Left(f"{elsewhere[row.pk].moderator} đang xem ý kiến này.")
            if given.seen.get(row.pk, row.status) != row.status:
                raise Left(IS_ALREADY[row.status])
            before = DO[verb](row, verb, given, now, row.pk in reported)
        except Left as why:
            outcome.left[row.pk] = str(why)
            continue
        outcome.done.append(row)
        said = {"code": given.code, "reason": given.reason, "by": by, "at": now}
        decisions.append(Decision(comment=row, verb=verb, act=outcome.act, before=before, **said))
    Comment.objects.bulk_update(outcome.done, ["status", "pinned_at", "lead"])
    _record(verb, Decision.objects.bulk_create(decisions), given, now)
    return outcome


def checked(given):
    if (
        given.code not in ("", *Reason.values)
        or given.lead not in ("", *Lead.values)
        or given.days not in BLOCK_DAYS
    ):
        raise ValueError(f"no such reason, mark or time: {given}")
    return given


def _record(verb, decisions, given, now):
    """What hangs on the decisions: blocks begin, reports are answered, comments are free for others."""
    ids = [decision.comment_id for decision in decisions]
    if verb == Verb.BLOCK:
        until = now + timedelta(days=given.days)
        Block.objects.bulk_create(
            Block(reader=one.comment.reader, decision=one, reason=why(one), by=one.by, at=now, until=until)
            for one in decisions
        )
    if verb in STATUS_AFTER:
        for decision in decisions:
            if decision.comment.reported:
                Report.objects.open().filter(comment=decision.comment_id).update(answered_by=decision)
        Claim.objects.filter(comment__in=ids).delete()


def why(decision):
    """The reason of a decision in words: from the list, with what was added; "" where none was given."""
    return ": ".join(
        part for part in (decision.get_code_display() if decision.code else "", decision.reason) if part
    )


# ---------------------------------------------------------------- what each verb does to a row; returns what was before


def _decide(row, verb, given, now, reported):
    after = STATUS_AFTER[verb]
    if verb == Verb.BLOCK:
        if not row.reader:
            raise Left("Ý kiến này đã lâu, tòa soạn không còn giữ dấu người gửi để chặn.")
        if not (given.code or given.reason):
            raise Left("Chặn phải có lý do.")
    elif row.status == after and not reported:
        raise Left(IS_ALREADY[after])
    before = " ".join([row.status, *([PINNED] if row.pinned_at else [])])
    row.status, row.reported = after, reported
    if after != CommentStatus.APPROVED:
        row.pinned_at = None
    return before


def _pin(row, verb, given, now, reported):
    if row.kind != CommentKind.OPINION or row.status != CommentStatus.APPROVED:
        raise Left("Chỉ ghim ý kiến đã duyệt.")
    if row.pinned_at:
        raise Left("Ý kiến này đã được ghim.")
    pinned = Comment.objects.filter(article=row.article_id, pinned_at__isnull=False)
    if pinned.count() >= PINNED_AT_MOST:
        raise Left(f"Mỗi bài ghim nhiều nhất {PINNED_AT_MOST} ý kiến. Hãy bỏ ghim một ý kiến khác trước.")
    row.pinned_at = now
    return ""


def _unpin(row, verb, given, now, reported):
    if not row.pinned_at:
        raise Left("Ý kiến này không được ghim.")
    row.pinned_at = None
    return PINNED


def _mark(row, verb, given, now, reported):
    if row.lead == given.lead:
        raise Left("Ý kiến này đã được phân loại như thế.")
    before, row.lead = row.lead, given.lead
    return before


DO = dict.fromkeys(STATUS_AFTER, _decide) | {Verb.PIN: _pin, Verb.UNPIN: _unpin, Verb.MARK: _mark}


# ---------------------------------------------------------------- one comment, for those who hold it in hand


def _one(verb, comment, *, by, **given):
    outcome = act(verb, [comment.pk], by=by, **given)
    comment.refresh_from_db(fields=["status", "pinned_at", "lead"])
    return outcome


def approve(comment, *, by, reason="", at=None):
    """Show the comment to readers. Two moderators at once: one decision."""
    return _one(Verb.APPROVE, comment, by=by, reason=reason, at=at)


def reject(comment, *, by, reason="", code="", at=None):
    """Keep the comment from readers; the row stays, and can be approved later."""
    return _one(Verb.REJECT, comment, by=by, reason=reason, code=code, at=at)
