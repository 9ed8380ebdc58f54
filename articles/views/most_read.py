"""Đọc nhiều: one small page for the whole paper. Stories fetch its list, so that none of them has to carry it."""

from django.shortcuts import render
from django.utils import timezone

from ..readership import most_read as stories_most_read
from .public import public

SHOWN = 10  # under a story the style sheet shows the first five


@public
def most_read(request):
    return render(request, "articles/most_read.html", {"stories": stories_most_read(timezone.now(), SHOWN)})
