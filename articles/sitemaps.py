"""Sitemaps for search engines: an index by section, and the last two days for news search."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.db.models import Max
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from .models import Article, Section
from .structured import absolute
from .views.public import public

PER_FILE = 10_000
NEWS_AGE = timedelta(hours=48)
NEWS_LENGTH = 1000


def _xml(request, template, context):
    return render(request, template, context, content_type="application/xml; charset=utf-8")


@public
def index(request):
    """One entry per section that has something public, with the time of its newest change."""
    newest = dict(Article.objects.public().order_by().values_list("section").annotate(Max("updated_at")))
    sections = [(section, newest[section.pk]) for section in Section.objects.all() if section.pk in newest]
    return _xml(request, "articles/sitemap_index.xml", {"parts": sections})


@public
def part(request, section):
    """The articles of one section, newest first, PER_FILE to a page (?p=2 …)."""
    found = get_object_or_404(Section, slug=section)
    articles = Article.objects.public().filter(section=found).newest_first().only("slug", "updated_at", "section")
    pages, number = Paginator(articles, PER_FILE), request.GET.get("p", "1")
    if not number.isascii() or not number.isdecimal() or not 1 <= int(number[:6]) <= pages.num_pages:
        raise Http404
    entries = []
    for article in pages.page(int(number)):
        article.section = found
        entries.append((absolute(article.get_absolute_url()), article.updated_at))
    return _xml(request, "articles/sitemap.xml", {"entries": entries})


@public
def news(request):
    """Only the last two days, as news search asks; it may be empty."""
    articles = (
        Article.objects.public()
        .filter(published_at__gte=timezone.now() - NEWS_AGE)
        .select_related("section")
        .newest_first()[:NEWS_LENGTH]
    )
    entries = [(absolute(article.get_absolute_url()), article) for article in articles]
    return _xml(request, "articles/sitemap_news.xml", {"entries": entries})


@public
def robots(request):
    return render(request, "articles/robots.txt", content_type="text/plain; charset=utf-8")
