"""The register of corrections, which the press law wants within reach of the front page, and each one by itself."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from ..models import Correction
from ..paging import numbered
from ..surfaces import PER_PAGE
from .public import page_number, public


def _with_addresses(corrections, now):
    """Name the address of the story where readers may open it: never of one that was taken back or has expired."""
    for correction in corrections:
        article = correction.article
        correction.article_address = article.get_absolute_url() if article.is_public(now) else ""
    return corrections


@public
def register(request):
    now = timezone.now()
    told = Correction.objects.public(now).select_related("article__section")
    page = numbered(told, page_number(request), PER_PAGE)
    if page is None:
        raise Http404
    _with_addresses(page.rows, now)
    return render(request, "articles/corrections.html", {"page": page})


@public
def correction(request, pk):
    """One correction at an address that stays, whatever comes before it in the register."""
    now = timezone.now()
    found = list(Correction.objects.public(now).select_related("article__section").filter(pk=pk))
    if not found:
        raise Http404
    return render(request, "articles/correction.html", {"correction": _with_addresses(found, now)[0]})
