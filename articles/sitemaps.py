"""Sitemaps for search engines: an index by section, the interviews readers may ask, the
corrections, the last two days for news."""

from datetime import timedelta
from math import ceil

from django.core.paginator import Paginator
from django.db.models import Count, Max
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from .models import Announcement, Article, Correction, Section
from .structured import absolute
from .views.public import page_number, public

PER_FILE = 10_000
NEWS_AGE = timedelta(hours=48)
NEWS_LENGTH = 1000


def _xml(request, template, context):
    return render(request, template, context, content_type="application/xml; charset=utf-8")


@public
def index(request):
    """Every file of every section that has something public, with the time of the section's newest change; the files
    of the announced interviews while any takes questions, and of the corrections once there is one."""
    public_articles = Article.objects.public().order_by().values("section__slug")
    parts = []
    for section in public_articles.annotate(length=Count("pk"), changed=Max("updated_at")).order_by("section__slug"):
        address = absolute(reverse("articles:sitemap_part", args=[section["section__slug"]]))
        for number in range(1, ceil(section["length"] / PER_FILE) + 1):
            parts.append((f"{address}?p={number}" if number > 1 else address, section["changed"]))
    if Announcement.objects.open().exists():
        parts.append((absolute(reverse("articles:sitemap_questions")), None))
    if changed := Correction.objects.public().aggregate(changed=Max("published_at"))["changed"]:
        parts.append((absolute(reverse("articles:sitemap_corrections")), changed))
    return _xml(request, "articles/sitemap_index.xml", {"parts": parts})


@public
def part(request, section):
    """The articles of one section, newest first, PER_FILE to a page (?p=2 …)."""
    found = get_object_or_404(Section, slug=section)
    articles = Article.objects.public().filter(section=found).newest_first().only("slug", "updated_at", "section")
    pages, number = Paginator(articles, PER_FILE), page_number(request, "p")
    if number > pages.num_pages:
        raise Http404
    entries = []
    for article in pages.page(number):
        article.section = found
        entries.append((absolute(article.get_absolute_url()), article.updated_at))
    return _xml(request, "articles/sitemap.xml", {"entries": entries})


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
