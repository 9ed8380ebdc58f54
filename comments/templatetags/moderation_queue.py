"""How many readers wait for a moderator's word, and for how long."""

from django import template
from django.db.models import Count, Min, Q
from django.utils import timezone

from articles.hours import elapsed
from articles.models import Article

from ..models import Comment, CommentKind, CommentStatus
from ..policy import can
from ..questions import TAKES_QUESTIONS

register = template.Library()


@register.simple_tag
def comments_that_wait(user):
    """{opinions, questions: how many wait; oldest: how long the first of each has ("3 giờ", "" for none); to_turn:
    approved questions that can still become part of their interview}. None for somebody who may not see them."""
    if not can(user, "view"):
        return None
    now = timezone.now()
    waiting = Q(status=CommentStatus.WAITING)
    open_stories = Article.objects.standing(*TAKES_QUESTIONS, now=now)
    to_turn = Q(
        status=CommentStatus.APPROVED, kind=CommentKind.QUESTION, exchange=None, article__in=open_stories
    )
    asked = {"to_turn": Count("pk", filter=to_turn)}
    for name, kind in (("opinions", CommentKind.OPINION), ("questions", CommentKind.QUESTION)):
        asked[name] = Count("pk", filter=waiting & Q(kind=kind))
        asked[f"oldest_{name}"] = Min("created_at", filter=waiting & Q(kind=kind))
    # Of the whole table only what waits, or was asked of a guest, is counted.
    told = Comment.objects.filter(waiting | Q(kind=CommentKind.QUESTION)).aggregate(**asked)
    for name in ("oldest_opinions", "oldest_questions"):
        told[name] = elapsed(told[name], now) if told[name] else ""
    return told if can(user, "turn_question") else told | {"to_turn": 0}
