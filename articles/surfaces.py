"""Where readers meet an article: the address of every page, feed and sitemap that shows or names it."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from .models import Announcement, Article, Author, Correction, Person, Section, Topic
from .paging import NUMBERED
from .streams import in_stream, name_of

PER_PAGE = 20
INTERVIEWS_PER_PAGE = 10
RELATED = 4  # stories of the section that stand under another one
PINS = 10  # more are not pinned above one list
# How long a front may keep showing a page it cannot fetch anew (stale-if-error, newsroom/http.py).
KEPT = timedelta(days=1)
# Functions of an article that give the paths of further pages of its own: those of the apps above this one, which add
# them when they are loaded.
FURTHER = []


def addresses(article):
    """The paths of every page that tells of the article, without host, those that show most of it first.

    Lists with the pages on which it stood within KEPT: what the front may still hold of it. Reads the article as it
    is in the database now, published or not; it must have a published_at.
    """
    own = [article.get_absolute_url(), article.get_light_url(), *_of_readers(article), *_archive(article)]
    lists = [
        path for address, rows, length in _lists(article) for path in _pages(address, rows, length, article)
    ]
    told = [*_corrections(article), *_feeds(article), *_sitemaps(article)]
    return list(dict.fromkeys([*own, reverse("articles:home"), *lists, *told]))


def beside(article):
    """The paths of the stories under which the article may still be named as related, newest first."""
    section = Article.objects.public().filter(section=article.section_id)
    if _newer(section, article).filter(published_at__lt=timezone.now() - KEPT)[: RELATED + 1].count() > RELATED:
        return []
    neighbours = section.exclude(pk=article.pk).select_related("section").newest_first()[:PER_PAGE]
    return [each.get_absolute_url() for each in neighbours]


def _of_readers(article):
    names = ["comments:comments", "comments:sent", "comments:reported"]
    if Announcement.objects.filter(article=article).exists():
        names += ["comments:questions", "comments:question_sent"]
    told = [reverse(name, args=[article.pk]) for name in names]
    return [*told, *(path for further in FURTHER for path in further(article))]


def _archive(article):
    """The day it came out, and the month, which names that day; what is read most."""
    day = timezone.localdate(article.published_at)
    return [
        reverse("articles:archive_day", args=[day]),
        reverse("articles:archive_month", args=[day.replace(day=1)]),
        reverse("articles:most_read"),
    ]


def _lists(article):
    """(address, the public articles listed there, how many to a page) of every list the article stands in."""
    public = Article.objects.public()
    section = Section.objects.get(pk=article.section_id)
    yield section.get_absolute_url(), public.filter(section=section), PER_PAGE
    for topic in Topic.objects.filter(articles=article):
        yield topic.get_absolute_url(), in_stream(name_of(topic)), PER_PAGE
    for author in Author.objects.filter(articles=article).distinct():
        yield author.get_absolute_url(), in_stream(name_of(author)), PER_PAGE
    for person in Person.objects.filter(interviews__article=article).distinct():
        yield person.get_absolute_url(), in_stream(name_of(person)), INTERVIEWS_PER_PAGE


def _newer(rows, article):
    at = article.published_at
    return rows.filter(Q(published_at__gt=at) | Q(published_at=at, pk__gt=article.pk))


def _pages(address, rows, length, article):
    """The pages of one list on which the article stood within KEPT; the first, where it may have been pinned, always.

    One page more than counted: pins push what is below them down.
    """
    newer = _newer(rows, article)
    # No front stores the pages below those that have numbers (deploy/nginx.conf): nothing is counted further.
    most = NUMBERED * length
    first = newer.filter(published_at__lt=timezone.now() - KEPT)[:most].count() // length
    above = newer[:most].count()
    last = min(above // length + (1 if above % length > length - PINS else 0), NUMBERED - 1)
    return [address, *(f"{address}?trang={number + 1}" for number in range(max(first, 1), last + 1))]


def _feeds(article):
    paths = [reverse("articles:rss"), reverse("articles:rss_section", args=[article.section.slug])]
    paths += [
        reverse("articles:rss_topic", args=[topic.slug]) for topic in Topic.objects.filter(articles=article)
    ]
    authors = Author.objects.filter(articles=article).distinct()
    paths += [reverse("articles:rss_author", args=[author.slug]) for author in authors]
    return paths


def _corrections(article):
    names = ("articles:corrections", "articles:rss_corrections", "articles:sitemap_corrections")
    told = Correction.objects.filter(article=article, published_at__isnull=False)
    return [*map(reverse, names), *(correction.get_absolute_url() for correction in told)]


def _sitemaps(article):
    month = timezone.localdate(article.published_at).replace(day=1)
    of_month = reverse("articles:sitemap_month", args=[month])
    return [reverse("articles:sitemap"), reverse("articles:sitemap_news"), of_month]
