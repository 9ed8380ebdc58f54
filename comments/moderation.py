"""The moderator's verbs: the only writers of a comment's status. Each leaves a Decision."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from .models import Comment, CommentStatus, Decision
from .policy import can


@transaction.atomic
def _decide(comment, verb, status, *, by, reason):
    if not can(by, "decide"):
        raise PermissionDenied("Tài khoản này không có quyền duyệt ý kiến.")
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    if row.status != status:
        before, row.status = row.status, status
        if status != CommentStatus.APPROVED:
            row.pinned_at = None
        row.save(update_fields=["status", "pinned_at"])
        Decision.objects.create(comment=row, verb=verb, reason=reason, by=by, before=before)
    comment.status = row.status
    return row


def approve(comment, *, by, reason=""):
    """Show the comment to readers. Two moderators at once: one decision."""
    return _decide(comment, Decision.Verb.APPROVE, CommentStatus.APPROVED, by=by, reason=reason)


def reject(comment, *, by, reason=""):
    """Keep the comment from readers; the row stays, and can be approved later."""
    return _decide(comment, Decision.Verb.REJECT, CommentStatus.REJECTED, by=by, reason=reason)
