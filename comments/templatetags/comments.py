"""Where templates meet readers' comments."""

from django import template

from articles.models import Announcement

from ..forms import CommentForm, page_token
from ..reception import closed, terms_of
from ..thread import thread

register = template.Library()
ANNOUNCED = 3


@register.inclusion_tag("comments/_under_article.html")
def comments_under(article):
    """The newest hundred comments under a public article, and the form. Two queries."""
    return {
        "article": article,
        "thread": thread(article),
        "form": CommentForm(article=article),
        "token": page_token(article.pk),
        "closed": closed(article, terms_of(article)),
    }


@register.inclusion_tag("comments/_announced.html")
def announced_interviews():
    """The interviews that take readers' questions now, those that close first. One query."""
    return {"announced": list(Announcement.objects.open().order_by("closes_at", "id")[:ANNOUNCED])}
