"""What of the articles waits for the person who opens the desk."""

from django import template
from django.utils import timezone

from ..admin.desk import moment, remaining
from ..models import Article, Image, Status
from ..policy import scope

register = template.Library()
SHOWN = 5


@register.simple_tag
def articles_that_wait(user):
    """{"in_review", "ready", "missing_pictures": counts; "scheduled": the next ones as dicts}, as far as this user
    may see them."""
    now = timezone.now()
    visible = Article.objects.filter(scope(user, "view"))
    scheduled = visible.filter(status=Status.PUBLISHED, published_at__gt=now).order_by("published_at")
    return {
        "in_review": visible.filter(status=Status.IN_REVIEW).count(),
        "ready": visible.filter(status=Status.READY).count(),
        "scheduled": [
            {"article": article, "at": moment(article.published_at), "left": remaining(article.published_at, now)}
            for article in scheduled.only("headline", "published_at")[:SHOWN]
        ],
        "missing_pictures": (
            Image.objects.filter(file="").count() if user.has_perm("articles.view_image") else 0
        ),
    }
