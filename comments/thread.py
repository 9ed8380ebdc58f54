"""The approved opinions under one article, roots with their replies, page by page."""

from dataclasses import dataclass, field

from django.db.models import Q

from .models import Comment, CommentStatus

PER_PAGE = 100


@dataclass
class Root:
    comment: Comment
    replies: list = field(default_factory=list)


@dataclass
class Thread:
    """One page of a thread. `count` counts what is on this page, replies included; `more`: another page follows."""

    roots: list
    number: int
    more: bool

    @property
    def count(self):
        return sum(1 + len(root.replies) for root in self.roots)


def thread(article, number=1):
    """Return page `number` (from 1) of the thread under a public article: newest roots first, replies oldest first.

    One query. The caller has made sure that the article is public.
    """
    start = (number - 1) * PER_PAGE
    approved = Comment.objects.opinions().filter(article=article, status=CommentStatus.APPROVED)
    roots = approved.filter(parent=None).order_by("-created_at", "-id")[start : start + PER_PAGE + 1]
    rows = approved.filter(Q(pk__in=roots.values("pk")) | Q(parent__in=roots.values("pk"))).order_by(
        "created_at", "id"
    )
    by_root = {row.pk: Root(row) for row in rows if row.parent_id is None}
    for row in rows:
        if row.parent_id is not None:
            by_root[row.parent_id].replies.append(row)
    ordered = list(by_root.values())[::-1]
    return Thread(ordered[:PER_PAGE], number, len(ordered) > PER_PAGE)
