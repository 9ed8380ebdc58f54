"""Readers' opinions as HTML: drawn once for what they show, and where they are new, put into stencils."""

from datetime import datetime
from typing import NamedTuple

from django.template.defaultfilters import linebreaks_filter
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.drawing import remembered
from articles.models.address import address_of_numbers
from articles.stencils import stencilled


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


def opinion(comment, acts=False, reply_url="") -> SafeString:
    """One comment. acts: with what a reader may do about it; reply_url: where it is answered, "" where it is not."""
    return _drawn(Opinion(*[getattr(comment, name) for name in Opinion._fields]), bool(acts), reply_url)


@remembered
def _drawn(said, acts, reply_url):
    sent = timezone.localtime(said.created_at)
    return stencilled(
        "comments/_comment.html",
        pk=str(said.pk),
        anchor=said.anchor,
        name=said.name,
        place=said.place,
        sent=format_html('<time datetime="{}">{}</time>', sent.isoformat(), f"{sent:%H:%M %d/%m/%Y}"),
        text=linebreaks_filter(said.text),
        erased=bool(said.erased_at),
        likes=str(said.likes or ""),
        acts=acts,
        reply_url=reply_url,
        report_url=address_of_numbers("comments:report", said.article_id, said.pk) if acts else "",
    )


def opinions(article, thread, closed="", on_page=False, alone=False) -> SafeString:
    """A Thread under an article, inside the form its buttons belong to. closed: why none can be answered, or "".

    on_page: on the pages of all opinions; alone: on the page of this one.
    """
    reply_url = "" if closed else address_of_numbers("comments:comments", article.pk)

    def drawn(roots):
        return format_html_join("", "{}", [[_root(root, reply_url)] for root in roots])

    return stencilled(
        "comments/_thread.html",
        like_url=address_of_numbers("comments:like", article.pk),
        alone=alone,
        on_page=on_page,
        number=str(thread.number) if on_page else "",
        order=str(thread.order) if on_page else "",
        pinned=drawn(thread.pinned),
        roots=drawn(thread.roots),
    )


def _root(root, reply_url):
    comment = root.comment
    return stencilled(
        "comments/_root.html",
        opinion=opinion(comment, True, reply_url),
        replies=tuple([opinion(reply, True) for reply in root.replies]),
        name=comment.name,
        more_url=address_of_numbers("comments:comment", comment.article_id, comment.pk) if root.more else "",
    )
