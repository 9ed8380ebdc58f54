"""How many readers wait for a moderator's word."""

from django import template

from ..models import Comment, CommentStatus
from ..policy import can

register = template.Library()


@register.simple_tag
def comments_that_wait(user):
    """The number of waiting comments; None for somebody who may not see them."""
    if not can(user, "view"):
        return None
    return Comment.objects.filter(status=CommentStatus.WAITING).count()
