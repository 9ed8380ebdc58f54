"""Where templates meet readers' comments."""

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.drawing import drawn
from articles.models import Announcement, Article
from articles.prepared import Prepared

from ..forms import CommentForm, page_token
from ..reception import closed, terms_of
from ..thread import thread

register = template.Library()
ANNOUNCED = 3


class Opinion(NamedTuple):
    """Of a Comment, what readers see."""

    pk: int
    article_id: int
    anchor: str
    name: str
    place: str
    text: str
    created_at: datetime
    erased_at: datetime | None
    likes: int


@register.simple_tag
def opinion(comment, acts=False, reply_url=""):
    """One comment. acts: with what a reader may do about it; reply_url: where it is answered, "" where it is not."""
    on_it = Opinion(*(getattr(comment, name) for name in Opinion._fields))
    return drawn("comments/_comment.html", comment=on_it, acts=acts, reply_url=reply_url)


@lru_cache(maxsize=1)
def _blank():
    """The fields of the form before anybody has typed, the same under every article."""
    return render_to_string("comments/_fields.html", {"form": CommentForm(article=Article(pk=0))})


@register.inclusion_tag("comments/_under_article.html")
def comments_under(article):
    """The newest hundred comments under a public article, and the form. Two queries."""
    return {
        "article": article,
        "thread": thread(article),
        "form": {"anchor": CommentForm.anchor, "address": reverse(CommentForm.door, args=[article.pk])},
        "blank": _blank(),
        "token": page_token(article.pk),
        "closed": closed(article, terms_of(article)),
    }


@register.inclusion_tag("comments/_announced.html")
def announced_interviews():
    """The interviews that take readers' questions now, those that close first. One query."""
    return {"announced": _open(now=timezone.now())}


_open = Prepared(lambda now: Announcement.objects.open(now).order_by("closes_at", "id")[:ANNOUNCED])
