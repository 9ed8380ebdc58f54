"""What of the articles waits for the person who opens the desk."""

from django import template
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from ..admin import schedule
from ..models import Article, Image, Standing, Transition, Verb, has_standing
from ..policy import scope

register = template.Library()
SHOWN = 5


def returned_to(user):
    """The user's own drafts whose last step was a return, the newest first: [(Article, Transition)…]."""
    last = Transition.objects.steps().filter(article=OuterRef("article")).order_by("-at", "-id").values("pk")[:1]
    returns = (
        Transition.objects.filter(
            pk=Subquery(last),
            verb=Verb.RETURN,
            article__in=Article.objects.filter(scope(user, "edit"), has_standing(Standing.DRAFT), created_by=user.pk),
        )
        .select_related("article", "by")
        .order_by("-at")
    )
    return [(transition.article, transition) for transition in returns[:SHOWN]]


@register.simple_tag
def articles_that_wait(user):
    """What waits, as far as this user may see or do it: counts, and the next scheduled ones as dicts.

    in_review, ready: on the desk; unreviewed: to be reviewed after by this user; returned: this user's own stories
    that came back; missing_pictures.
    """
    now = timezone.now()
    visible = Article.objects.filter(scope(user, "view"))
    appears = Greatest("published_at", Coalesce("embargo_until", "published_at"))
    scheduled = visible.filter(has_standing(Standing.SCHEDULED, now=now)).order_by(appears, "pk")
    return {
        "in_review": visible.filter(has_standing(Standing.IN_REVIEW)).count(),
        "ready": visible.filter(has_standing(Standing.READY)).count(),
        "unreviewed": Article.objects.filter(
            scope(user, "review_after"), pk__in=Transition.objects.awaiting_review().exclude(by=user).values("article")
        ).count(),
        "returned": returned_to(user),
        "scheduled": [
            {"article": article, "due": schedule.due(article, now)}
            for article in scheduled.defer("body", "standfirst", "unplaced")[:SHOWN]
        ],
        "missing_pictures": (
            Image.objects.filter(file="").count() if user.has_perm("articles.view_image") else 0
        ),
    }
