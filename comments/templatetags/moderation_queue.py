"""How many readers wait for a moderator's word, and for how long; what they told the newsroom."""

from datetime import timedelta

from django import template
from django.db.models import Count, Min, Q
from django.utils import timezone

from articles.hours import elapsed
from articles.models import Article

from .. import queues
from ..models import Comment, CommentKind, CommentStatus, Lead
from ..policy import can
from ..questions import TAKES_QUESTIONS

register = template.Library()
LEADS_OF = timedelta(days=7)


@register.simple_tag
def comments_that_wait(user):
    """What of the readers' words is for this user; what is not is not among the keys.

    opinions, questions: {count, oldest: how long the first has waited, "" for none; late: whether longer than the paper
    promises}. reported: how many. to_turn: approved questions that can still become part of their interview. leads:
    what readers told the newsroom in the last week.
    """
    now, told = timezone.now(), {}
    if can(user, "view"):
        told |= _waiting(now) | {"reported": queues.queue(queues.REPORTED).order_by().count()}
    if can(user, "turn_question"):
        told["to_turn"] = _to_turn(now)
    if can(user, "read_leads"):
        leads = Comment.objects.filter(lead=Lead.TIP, erased_at=None, created_at__gte=now - LEADS_OF)
        told["leads"] = leads.count()
    return told


def _waiting(now):
    asked = {}
    for name, kind in (("opinions", CommentKind.OPINION), ("questions", CommentKind.QUESTION)):
        asked[name] = Count("pk", filter=Q(kind=kind))
        asked[f"{name}_since"] = Min("created_at", filter=Q(kind=kind))
    found, promised = queues.queue(queues.WAITING).order_by().aggregate(**asked), queues.target()
    return {
        name: {
            "count": found[name],
            "oldest": elapsed(since, now) if since else "",
            "late": bool(since and now - since > promised),
        }
        for name, since in (("opinions", found["opinions_since"]), ("questions", found["questions_since"]))
    }


def _to_turn(now):
    takers = Article.objects.standing(*TAKES_QUESTIONS, now=now)
    approved = Comment.objects.questions().filter(status=CommentStatus.APPROVED, exchange=None, erased_at=None)
    return approved.filter(article__in=takers).count()
