"""Sitemaps for search engines: an index of months, the stories of each; the interviews readers may ask, the
corrections, the last two days for news."""

import logging
from datetime import timedelta
from functools import lru_cache

from django.conf import settings
from django.db.models import Max
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join

from . import months
from .models import Announcement, Article, Correction, Section
from .models.address import address_of, address_of_story
from .structured import absolute
from .views.public import public

PER_FILE = 50_000  # addresses; search engines read no more of one file
NEWS_AGE = timedelta(hours=48)
NEWS_LENGTH = 1000
logger = logging.getLogger("newsroom")


def _xml(request, template, context):
    return render(request, template, context, content_type="application/xml; charset=utf-8")


@public
def index(request):
    """A file for every month that has something public, the newest first; that of the announced interviews while any
    takes questions, and of the corrections once there is one.

    No month tells the time of its last change: to know it, every story would have to be asked.
    """
    written = _of_months(settings.SITE_URL, *months.with_stories(timezone.now()))
    parts = []
    if Announcement.objects.open().exists():
        parts.append((absolute(reverse("articles:sitemap_questions")), None))
    if changed := Correction.objects.public().aggregate(changed=Max("published_at"))["changed"]:
        parts.append((absolute(reverse("articles:sitemap_corrections")), changed))
    return _xml(request, "articles/sitemap_index.xml", {"months": written, "parts": parts})


@lru_cache(maxsize=8)
def _of_months(site, *there):
    """The lines of the files of these months: two hundred in an old paper, and the same ones at every look."""
    lines = ([f"{site}{address_of('articles:sitemap_month', month)}"] for month in there)
    return format_html_join("", "  <sitemap><loc>{}</loc></sitemap>\n", lines)


@public
def of_month(request, month):
    """The stories of one month, newest first; Http404 for a month without."""
    begin, end = months.begin(month), months.begin(months.months_on(month, 1))
    stories = Article.objects.public().filter(published_at__gte=begin, published_at__lt=end).newest_first()
    found = list(stories.values_list("section__slug", "slug", "pk", "updated_at")[: PER_FILE + 1])
    if not found:
        raise Http404
    if len(found) > PER_FILE:
        # 1,600 stories a day: no paper's month, but an archive that was brought in under one date.
        logger.warning("sitemap of %s: stories beyond the first %d are left out", month, PER_FILE)
    entries = [
        (absolute(address_of_story("articles:article", *address)), changed)
        for *address, changed in found[:PER_FILE]
    ]
    return _xml(request, "articles/sitemap.xml", {"entries": entries})


@public
def of_section(request, section):
    """Where each section had files of its own before; search engines still ask for them."""
    get_object_or_404(Section, slug=section)
    return redirect("articles:sitemap", permanent=True)


@public
def questions(request):
    """The announced interviews readers may ask now. Their pages are another room's: the template names them.

    No time of the last change is told: a page changes with every question that is let through.
    """
    announcements = Announcement.objects.open().order_by("closes_at", "id")[:PER_FILE]
    return _xml(request, "articles/sitemap_questions.xml", {"announcements": announcements})


@public
def corrections(request):
    """The register and every correction in it, the newest first."""
    found = list(Correction.objects.public().only("published_at")[: PER_FILE - 1])
    entries = [(absolute(correction.get_absolute_url()), correction.published_at) for correction in found]
    changed = found[0].published_at if found else None
    register = (absolute(reverse("articles:corrections")), changed)
    return _xml(request, "articles/sitemap.xml", {"entries": [register, *entries]})


@public
def news(request):
    """Only the last two days, as news search asks; it may be empty."""
    articles = (
        Article.objects.public()
        .filter(published_at__gte=timezone.now() - NEWS_AGE)
        .select_related("section")
        .only("headline", "slug", "published_at", "section__slug")
        .newest_first()[:NEWS_LENGTH]
    )
    entries = [(absolute(article.get_absolute_url()), article) for article in articles]
    return _xml(request, "articles/sitemap_news.xml", {"entries": entries})


@public
def robots(request):
    return render(request, "articles/robots.txt", content_type="text/plain; charset=utf-8")
