"""Where templates meet readers' comments."""

from functools import lru_cache
from typing import NamedTuple

from django import template
from django.template.defaultfilters import stringfilter
from django.template.loader import render_to_string
from django.utils import timezone

from articles.models import Announcement, Article
from articles.models.address import address_of_numbers
from articles.prepared import Prepared
from articles.stencils import stencilled

from ..containing import contained
from ..forms import CommentForm, page_token
from ..opinions import opinion, opinions
from ..reception import closed, terms_of
from ..thread import thread

register = template.Library()
ANNOUNCED = 3

register.filter("contained", stringfilter(contained))
register.simple_tag(opinion)
register.simple_tag(opinions)


@lru_cache(maxsize=1)
def _blank():
    """The fields of the form before anybody has typed, the same under every article."""
    return render_to_string("comments/_fields.html", {"form": CommentForm(article=Article(pk=0))})


class Door(NamedTuple):
    """Of a form, where it stands and where it is sent."""

    anchor: str
    address: str


@register.simple_tag
def comments_under(article):
    """The newest hundred comments under a public article, and the form. Two queries."""
    found = thread(article)
    shut = closed(article, terms_of(article))
    return stencilled(
        "comments/_under_article.html",
        number=str(article.pk),
        count=str(found.count or ""),
        is_whole=found.is_whole,
        more=found.more,
        opinions=opinions(article, found, shut) if found.count else "",
        closed=shut,
        form=Door(CommentForm.anchor, address_of_numbers(CommentForm.door, article.pk)),
        blank=_blank(),
        token=page_token(article.pk),
    )


@register.inclusion_tag("comments/_announced.html")
def announced_interviews():
    """The interviews that take readers' questions now, those that close first. One query."""
    return {"announced": _open(now=timezone.now())}


_open = Prepared(lambda now: Announcement.objects.open(now).order_by("closes_at", "id")[:ANNOUNCED])
