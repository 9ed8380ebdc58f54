"""The approved opinions under one article, roots with their replies, page by page."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from articles.prepared import Prepared

from .models import Comment, CommentStatus

PER_PAGE = 100
REPLIES = 3  # shown under a comment; the others have a page of their own
PINNED = 3


class Order(StrEnum):
    """The values stand in addresses."""

    NEWEST = ""
    LIKED = "quan-tam"

    @classmethod
    def of(cls, wanted):
        """The Order of this name; the newest first for a name that is none."""
        return cls(wanted) if wanted in list(cls) else cls.NEWEST

    @property
    def fields(self):
        newest = ["-created_at", "-id"]
        return ["-likes", *newest] if self is Order.LIKED else newest


class Said(NamedTuple):
    """Of an opinion, a Comment, what a thread is made of."""

    pk: int
    article_id: int
    parent_id: int | None
    name: str
    place: str
    text: str
    created_at: datetime
    erased_at: datetime | None
    pinned_at: datetime | None
    likes: int

    @property
    def anchor(self):
        return f"y-kien-{self.pk}"


@dataclass
class Root:
    """comment, replies: Said, or Comments. `more`: there are replies besides those of `replies`."""

    comment: Said | Comment
    replies: list = field(default_factory=list)
    more: bool = False


@dataclass
class Thread:
    """One page of a thread. `count` counts what is on this page, replies included; `more`: another page follows.

    pinned: the Roots an editor put first; they stand on the first page, and not a second time among its roots.
    """

    roots: list
    number: int
    more: bool
    order: Order = Order.NEWEST
    pinned: list = field(default_factory=list)

    @property
    def count(self):
        return sum(1 + len(root.replies) for root in [*self.pinned, *self.roots])

    @property
    def is_whole(self):
        """Whether count counts all there are."""
        return (
            self.number == 1 and not self.more and not any(root.more for root in [*self.pinned, *self.roots])
        )


def _approved(article):
    return Comment.objects.opinions().filter(article=article, status=CommentStatus.APPROVED)


def _with_replies(roots):
    """[the roots, the first replies to each, one more than REPLIES], querysets of Said's fields."""
    chosen = roots.values("pk")
    among = {"partition_by": F("parent"), "order_by": ["created_at", "id"]}
    # Numbers alone, out of an index: one comment may have thousands of replies.
    first = (
        Comment.objects.filter(parent__in=chosen, status=CommentStatus.APPROVED)
        .order_by()
        .annotate(nth=Window(RowNumber(), **among))
        .filter(nth__lte=REPLIES + 1)
    )
    parts = [Comment.objects.filter(pk__in=ids).order_by() for ids in (chosen, first.values("pk"))]
    return [part.values_list(*Said._fields) for part in parts]


def thread(article, number=1, order=Order.NEWEST):
    """Return page `number` (from 1) of the thread under a public article, replies oldest first, REPLIES to a root.

    One query. The caller has made sure that the article is public.
    """
    # What is in two parts counts once.
    rows = {row[0]: Said(*row) for row in _rows(number, order, PER_PAGE, article=article.pk)}.values()
    rows = sorted(rows, key=lambda row: (row.created_at, row.pk))
    by_root = {row.pk: Root(row) for row in rows if row.parent_id is None}
    for row in rows:
        if row.parent_id is not None:
            root = by_root[row.parent_id]
            if len(root.replies) < REPLIES:
                root.replies.append(row)
            else:
                root.more = True
    roots = list(by_root.values())[::-1]
    if order is Order.LIKED:
        roots.sort(key=lambda root: root.comment.likes, reverse=True)
    pinned = [root for root in roots if root.comment.pinned_at] if number == 1 else []
    top = sorted(pinned, key=lambda root: (root.comment.pinned_at, root.comment.pk), reverse=True)[:PINNED]
    # What was fetched for its pin alone comes after the page's hundred.
    on_page = [root for root in roots[:PER_PAGE] if root not in top]
    return Thread(on_page, number, len(roots) > PER_PAGE, order, top)


def _asked(number, order, per_page, article):
    start = (number - 1) * per_page
    roots = _approved(article).filter(parent=None)
    page = roots.order_by(*order.fields)[start : start + per_page + 1]
    parts = _with_replies(page)
    if number == 1:
        pinned = roots.filter(pinned_at__isnull=False).order_by("-pinned_at", "-id")[:PINNED]
        parts += _with_replies(pinned)
    # Each part is found by an index of its own; joined by "or" none would be.
    first, *others = parts
    return first.union(*others, all=True)


_rows = Prepared(_asked)


def one_root(article, pk, number=1):
    """Page `number` of the answers to one approved comment, as a Thread of one Root; None without such a comment.

    A reply is shown with the comment it answers. Two queries.
    """
    found = _approved(article).filter(pk=pk).select_related("parent").first()
    root = found and (found.parent or found)
    if root is None or root.status != CommentStatus.APPROVED:
        return None
    start = (number - 1) * PER_PAGE
    replies = list(
        _approved(article).filter(parent=root).order_by("created_at", "id")[start : start + PER_PAGE + 1]
    )
    return Thread([Root(root, replies[:PER_PAGE])], number, len(replies) > PER_PAGE)
