"""Acts taken back: what was decided stays on the record, and beside it who took it back, and when."""

from secrets import token_hex

from django.db import transaction
from django.utils import timezone

from .models import Block, Comment, CommentKind, CommentStatus, Decision, Report
from .moderation import PINNED, STATUS_AFTER, Outcome, permit

Verb = Decision.Verb
# Verbs that write the same thing: of these only the last can be taken back.
TOGETHER = {verb: tuple(STATUS_AFTER) for verb in STATUS_AFTER} | {
    Verb.PIN: (Verb.PIN, Verb.UNPIN),
    Verb.UNPIN: (Verb.PIN, Verb.UNPIN),
    Verb.MARK: (Verb.MARK,),
}
CHANGED_SINCE = "Sau đó đã có quyết định khác về ý kiến này; hãy hoàn tác quyết định ấy trước."


def last_words(comment_ids):
    """{(comment's number, verbs that write the same thing): number of the last decision that stands}. One query."""
    standing = Decision.objects.filter(comment__in=comment_ids, undone_by=None).exclude(verb=Verb.UNDO)
    return {
        (comment_id, TOGETHER.get(verb)): pk
        for pk, comment_id, verb in standing.order_by("pk").values_list("pk", "comment_id", "verb")
    }


def can_be_undone(decision, last):
    """Whether this can be taken back. last: last_words() of its comment."""
    return (
        decision.verb in TOGETHER and last.get((decision.comment_id, TOGETHER[decision.verb])) == decision.pk
    )


@transaction.atomic
def undo(act, *, by):
    """Take back what is left of an act (Decision.act); its Outcome tells of comments, as that of moderation.act().

    Nothing is done where the act is unknown, or was taken back already. PermissionDenied for who may not.
    """
    permit(by)
    decisions = list(Decision.objects.filter(act=act, undone_by=None, verb__in=TOGETHER)) if act else []
    return _undo(decisions, by)


@transaction.atomic
def undo_one(decision_id, *, by):
    """Take back one decision of the log by its number, whatever act it was part of; returns its Outcome."""
    permit(by)
    return _undo(list(Decision.objects.filter(pk=decision_id, undone_by=None, verb__in=TOGETHER)), by)


def _undo(decisions, by):
    now, outcome = timezone.now(), Outcome(token_hex(8))
    ids = sorted({decision.comment_id for decision in decisions})
    rows = {row.pk: row for row in Comment.objects.select_for_update().filter(pk__in=ids).order_by("pk")}
    # Asked under the lock: the same press sent twice undoes once.
    undone = set(
        Decision.objects.filter(undoes__in=[one.pk for one in decisions]).values_list("undoes_id", flat=True)
    )
    last = last_words(ids)
    records, taken = [], []
    for one in decisions:
        row = rows[one.comment_id]
        if one.pk in undone:
            continue
        if not can_be_undone(one, last):
            outcome.left[row.pk] = CHANGED_SINCE
            continue
        records.append(
            Decision(
                comment=row,
                verb=Verb.UNDO,
                undoes=one,
                by=by,
                at=now,
                act=outcome.act,
                before=_restore(row, one),
            )
        )
        taken.append(one)
        outcome.done.append(row)
    Comment.objects.bulk_update(outcome.done, ["status", "pinned_at", "lead"])
    Decision.objects.bulk_create(records)
    Block.objects.filter(decision__in=taken, lifted_at=None).update(lifted_at=now)
    Report.objects.filter(answered_by__in=taken).update(answered_by=None)
    return outcome


def _restore(row, decision):
    """Set the row back to what it was before the decision; returns what it was until now."""
    if decision.verb == Verb.MARK:
        until_now, row.lead = row.lead, decision.before
        return until_now
    until_now = " ".join([row.status, *([PINNED] if row.pinned_at else [])])
    if decision.verb in STATUS_AFTER:
        # The oldest decisions did not write down what was before: what they were on waited then.
        row.status, _, pinned = decision.before.partition(" ")
        row.status = row.status or CommentStatus.WAITING
    else:
        pinned = decision.before
    shown = row.kind == CommentKind.OPINION and row.status == CommentStatus.APPROVED
    # Pinned when it was decided on: there is no telling since when before that.
    row.pinned_at = (row.pinned_at or decision.at) if pinned == PINNED and shown else None
    return until_now
