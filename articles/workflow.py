"""The verbs of the newsroom: the only writers of an article's status, and the one door of every change to its words.

Each verb locks the row, asks the policy, checks what is missing, writes, and leaves a Transition and a Revision.
`by` is the user who acts, `seen` the version they had before their eyes. Errors carry sentences for that user.
"""

import logging

from django.db import transaction
from django.utils import timezone

from . import refreshing
from .models import Article, Standing, Status, Transition, Verb
from .policy import can, is_own
from .readiness import publishing_problems
from .snapshot import keep_revision, moved_hours, signed_part, snapshot

logger = logging.getLogger("articles")


class Refused(Exception):
    """The verb was not carried out. `problems`: sentences in Vietnamese, at least one."""

    def __init__(self, *problems):
        super().__init__(" ".join(problems))
        self.problems = list(problems)


class NotAllowed(Refused):
    """This user may not do this to this article, as it stands."""


def _locked(article, verb, *, by, action=None, seen=None):
    """The row of the article as it is now, locked until the transaction ends, once the policy agrees."""
    row = Article.objects.select_for_update().get(pk=article.pk)
    if not can(by, action or verb.value, row):
        standing = row.standing(timezone.now())
        logger.warning("refused: user %s may not %s article %s (%s)", by.pk, verb.value, row.pk, standing.value)
        raise NotAllowed(f"Bạn không được “{verb.label}” bài này khi bài đang ở trạng thái “{standing.label}”.")
    if seen is not None and seen != row.version:
        raise Refused("Bài vừa được sửa sau khi bạn mở trang. Hãy đọc bản mới rồi bấm lần nữa.")
    return row


@transaction.atomic
def _carry_out(article, verb, to=None, *, by, reason="", seen=None, **changes):
    """One verb that changes nothing but the status (which stays, where no `to` is given) and these columns."""
    row = _locked(article, verb, by=by, seen=seen)
    return _record(article, row, verb, to or row.status, by=by, reason=reason, **changes)


def _record(article, row, verb, to, *, by, reason="", urgent=False, missing=(), revision=None, **changes):
    """Write the locked row, update `article` in place, return the Transition."""
    before = row.status
    row.status = to
    for name, value in changes.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    revision = revision or keep_revision(row, by=by, note=verb.label)
    if verb in SIGNS:
        row.approved_revision = revision
        row.save(update_fields=["approved_revision"])
    for name in ("status", "version", "slug", "approved_revision", *changes):
        setattr(article, name, getattr(row, name))
    return Transition.objects.create(
        article=row,
        verb=verb,
        from_status=before,
        to_status=to,
        by=by,
        reason=reason,
        urgent=urgent,
        missing=[str(sentence) for sentence in missing],
        revision=revision,
    )


# Verbs by which somebody answers for the words as they are.
SIGNS = frozenset({Verb.APPROVE, Verb.REVIEW_AFTER})


def _required(reason, sentence):
    if not reason.strip():
        raise Refused(sentence)
    return reason.strip()


# ---------------------------------------------------------------- the words


@transaction.atomic
def record_change(article, *, by, note=""):
    """Every change to an article's words or hours ends here: one version, one Revision more; returns the Revision.

    Call it in the transaction that wrote, with the row locked. Words changed after their approval need another:
    the approved or scheduled story goes back to be approved. On a story that is out the change is recorded as made by
    `by`, who answers for it, unless it is their own story: then somebody else must review it after. Hours typed anew
    are a step by themselves. note: why, in the words of whoever changed it; the record repeats it.
    """
    now = timezone.now()
    row = Article.objects.select_for_update().get(pk=article.pk)
    previous = row.revisions.order_by("-number").first()
    row.version += 1
    row.save(update_fields=["version", "updated_at"])
    article.version = row.version
    revision = keep_revision(row, by=by, note=note or "lưu")
    words = signed_part(revision.snapshot)
    standing = row.standing(now)
    if previous and (moved := moved_hours(previous.snapshot, revision.snapshot)):
        said = "\n".join(filter(None, [f"{'; '.join(moved)}.", note]))
        _record(article, row, Verb.RESCHEDULE, row.status, by=by, reason=said, revision=revision)
    if standing in (Standing.READY, Standing.SCHEDULED):
        approved = row.approved_revision
        if approved is None or signed_part(approved.snapshot) != words:
            _record(article, row, Verb.LAPSE, Status.IN_REVIEW, by=by, reason=note, revision=revision)
    elif row.status == Status.PUBLISHED and (previous is None or signed_part(previous.snapshot) != words):
        unsigned = by is None or is_own(by, row)
        if not unsigned:
            row.approved_revision = article.approved_revision = revision
        _record(article, row, Verb.AMEND, row.status, by=by, reason=note, urgent=unsigned, revision=revision)
        refreshing.ask_for_sealed_pictures(row)
    return revision


def changed_since_approval(article):
    """The approved Revision the words have moved away from, or None: never approved, or still as approved."""
    approved = article.approved_revision
    if approved is None or signed_part(approved.snapshot) == signed_part(snapshot(article)):
        return None
    return approved


# ---------------------------------------------------------------- on the desk


def submit(article, *, by, reason="", seen=None):
    """Draft -> in review."""
    return _carry_out(article, Verb.SUBMIT, Status.IN_REVIEW, by=by, reason=reason, seen=seen)


def return_to_writer(article, *, by, reason, seen=None):
    """In review, ready or withdrawn -> draft. A reason is required: the writer must know what to mend."""
    reason = _required(reason, "Khi trả bài cần ghi lý do để người viết biết phải sửa gì.")
    return _carry_out(article, Verb.RETURN, Status.DRAFT, by=by, reason=reason, seen=seen)


def approve(article, *, by, reason="", seen=None):
    """In review -> ready, as the words are now. Nobody approves their own story (the policy's rule)."""
    return _carry_out(article, Verb.APPROVE, Status.READY, by=by, reason=reason, seen=seen)


def trash(article, *, by, reason="", seen=None):
    """Off the desk, whatever its state was; untrash() gives it back just so."""
    return _carry_out(article, Verb.TRASH, by=by, reason=reason, seen=seen, trashed_at=timezone.now())


def untrash(article, *, by, reason="", seen=None):
    """Back on the desk, in the state it had."""
    return _carry_out(article, Verb.UNTRASH, by=by, reason=reason, seen=seen, trashed_at=None)


def erase(article, *, by, reason, seen=None):
    """Out of the bin for good: no verb brings it back. What happened to it, and its revisions, stay in the record."""
    reason = _required(reason, "Khi xóa hẳn cần ghi lý do; lý do ở lại trong hồ sơ.")
    return _carry_out(article, Verb.ERASE, by=by, reason=reason, seen=seen, erased_at=timezone.now())


# ---------------------------------------------------------------- before the readers


@transaction.atomic
def publish(article, *, by, at=None, urgent=False, reason="", seen=None):
    """Ready -> published at `at` (aware; None: the time set on the article, else now). A time to come schedules it.

    urgent: from any state of the desk, at once, though something be missing; what was missing is recorded and the
    story waits for review after. Raises Refused with everything that is missing when not urgent.
    """
    row = _locked(article, Verb.PUBLISH, by=by, action="publish_urgently" if urgent else "publish", seen=seen)
    missing = publishing_problems(row)
    # The last guard behind record_change(): whatever wrote, only approved words go out.
    if row.status == Status.READY and row.approved_revision is None:
        missing.append("Bài chưa có ai duyệt.")
    elif row.status == Status.READY and changed_since_approval(row):
        missing.append("Bài đã thay đổi sau khi duyệt, cần duyệt lại.")
    if missing and not urgent:
        raise Refused(*missing)
    now = timezone.now()
    at = at or row.published_at or now
    if urgent and at > now:
        at = now
    if row.unpublish_at and row.unpublish_at <= at:
        raise Refused("Thời điểm hạ bài phải sau thời điểm đăng.")
    transition = _record(
        article,
        row,
        Verb.PUBLISH,
        Status.PUBLISHED,
        by=by,
        reason=reason,
        urgent=urgent,
        missing=missing,
        published_at=at,
    )
    refreshing.ask_for_sealed_pictures(row)
    return transition


@transaction.atomic
def unschedule(article, *, by, reason="", seen=None):
    """Published, but at a time to come -> ready; the approval holds, the time stays as a proposal.

    What went the urgent lane and was held by its embargo has no approval to hold: it goes to be approved.
    """
    row = _locked(article, Verb.UNSCHEDULE, by=by, seen=seen)
    approved = row.approved_revision is not None and changed_since_approval(row) is None
    to = Status.READY if approved else Status.IN_REVIEW
    return _record(article, row, Verb.UNSCHEDULE, to, by=by, reason=reason)


@transaction.atomic
def review_after(article, *, by, reason="", seen=None):
    """Answer for what went out in the urgent lane (hậu kiểm). Whoever sent it out cannot."""
    row = _locked(article, Verb.REVIEW_AFTER, by=by, seen=seen)
    waiting = list(row.transitions.awaiting_review())
    if not waiting:
        raise Refused("Bài này không chờ hậu kiểm.")
    if any(transition.by_id == by.pk for transition in waiting):
        raise Refused("Người đăng khẩn không tự hậu kiểm được: cần một người khác.")
    return _record(article, row, Verb.REVIEW_AFTER, row.status, by=by, reason=reason)


@transaction.atomic
def withdraw(article, *, by, reason, seen=None):
    """Published -> withdrawn: readers get 410 from now on, pages the front holds are fetched anew, pictures are sealed.

    A reason is required; it stays in the record.
    """
    reason = _required(reason, "Khi gỡ bài cần ghi lý do.")
    transition = _carry_out(article, Verb.WITHDRAW, Status.WITHDRAWN, by=by, reason=reason, seen=seen)
    refreshing.ask_for_withdrawn(article)
    return transition


@transaction.atomic
def correct(article, *, by, reason):
    """Put on record that a correction went out; articles/corrections.py, which publishes it, alone calls this."""
    transition = _carry_out(article, Verb.CORRECT, by=by, reason=reason)
    refreshing.ask_for_corrected(article)
    return transition
