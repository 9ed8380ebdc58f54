"""Where a front may hold readers' words about an article, besides the first page of its thread."""

from django.urls import reverse

from .models import Comment, CommentStatus
from .thread import PER_PAGE, Order


def pages_of_thread(article):
    """The paths of the pages of the thread in each order, the first in the usual order left to articles/surfaces.py.

    One page more than there is: a comment approved meanwhile pushes the others down. One query.
    """
    roots = (
        Comment.objects.opinions().filter(article=article, parent=None, status=CommentStatus.APPROVED).count()
    )
    if not roots:
        return
    door, last = reverse("comments:comments", args=[article.pk]), (roots + PER_PAGE - 1) // PER_PAGE + 1
    for order in Order:
        if order:
            yield f"{door}?xep={order}"
        for number in range(2, last + 1):
            yield f"{door}?trang={number}" + (f"&xep={order}" if order else "")
