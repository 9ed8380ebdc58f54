"""RSS with the full text, labels of the speakers included: per site, section, topic and author; of corrections."""

from collections import defaultdict
from functools import partial

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date
from django.utils.html import escape, format_html_join
from django.utils.http import http_date

from .drawing import STORIES, remembered
from .models import Article, Author, Byline, Correction, Exchange, Section, Topic
from .prepared import Prepared
from .stencils import stencilled
from .streams import in_stream, name_of
from .structured import absolute
from .typeset import typeset
from .views.public import public, renamed_section

LENGTH = 20


class FullTextRss(Rss201rev2Feed):
    """RSS 2.0 with the whole text in content:encoded."""

    def rss_attributes(self):
        return super().rss_attributes() | {"xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["full_text"])


class ArticleFeed:
    """The newest public articles, with all they say. Subclasses say which: `newest` is Prepared, given `now` and what
    `asked` says of the subject, what its address names.

    Four queries, the subject's included, however many articles.
    """

    address = "articles:rss"
    newest = Prepared(lambda now: _told(Article.objects.public(now)))

    def subject(self, **named):
        return None

    def asked(self, subject):
        return {}

    def __call__(self, request, **named):
        subject, now, paper = self.subject(**named), timezone.now(), settings.PAPER
        articles = type(self).newest(now=now, **self.asked(subject))
        # Told by what the entries say themselves: a feed is not newer than its newest word.
        changed = max((max(each.updated_at, each.published_at) for each in articles), default=now)
        said = getattr(subject, "description", "") or getattr(subject, "summary", "") or paper["tagline"]
        xml = stencilled(
            "articles/rss.xml",
            title=f"{subject} – {paper['name']}" if subject else paper["name"],
            link=absolute(subject.get_absolute_url() if subject else reverse("articles:home")),
            itself=absolute(reverse(self.address, args=[subject.slug] if subject else [])),
            description=said,
            changed=rfc2822_date(changed),
            entries=format_html_join("", "{}", [[entry] for entry in _entries(articles)]),
        )
        headers = {"Last-Modified": http_date(changed.timestamp())}
        return HttpResponse(xml, content_type=FullTextRss.content_type, headers=headers)


def _told(articles):
    return articles.select_related("section").newest_first()[:LENGTH]


class SectionFeed(ArticleFeed):
    address = "articles:rss_section"
    newest = Prepared(lambda now, section: _told(Article.objects.public(now).filter(section=section)))

    def subject(self, slug):
        return get_object_or_404(Section, slug=slug)

    def asked(self, subject):
        return {"section": subject.pk}


class StreamFeed(ArticleFeed):
    newest = Prepared(lambda now, stream: in_stream(stream, now).select_related("section")[:LENGTH])

    def asked(self, subject):
        return {"stream": name_of(subject)}


class TopicFeed(StreamFeed):
    address = "articles:rss_topic"

    def subject(self, slug):
        return get_object_or_404(Topic, Exists(Article.objects.public().filter(topics=OuterRef("pk"))), slug=slug)


class AuthorFeed(StreamFeed):
    address = "articles:rss_author"

    def subject(self, slug):
        return get_object_or_404(Author, slug=slug)


_bylines = Prepared(lambda articles: Byline.objects.filter(article__in=articles).select_related("author"))
_exchanges = Prepared(lambda articles: Exchange.objects.with_speakers().filter(article__in=articles))


def _entries(articles):
    """The item element of each of these articles. Two queries."""
    if not articles:
        return
    numbers = [article.pk for article in articles]
    signed, said = defaultdict(list), defaultdict(list)
    for byline in _bylines(articles=numbers):
        signed[byline.article_id].append(byline.printed)
    for exchange in _exchanges(articles=numbers):
        said[exchange.article_id].append(exchange)
    for article in articles:
        if article.is_interview:
            exchanges = article.exchanges.all()
            exchanges._result_cache = said[article.pk]
            article._prefetched_objects_cache = {"exchanges": exchanges}
        yield _entry(
            article.pk,
            article.get_absolute_url(),
            article.headline,
            article.standfirst,
            article.section.name,
            ", ".join(signed[article.pk]),
            article.published_at,
            tuple(article.passages()),
        )


@partial(remembered, at_most=STORIES)
def _entry(number, address, headline, standfirst, section, authors, published_at, passages):
    full = render_to_string(
        "articles/_passages_plain.html", {"passages": typeset(list(passages), pictures=False)}
    )
    return stencilled(
        "articles/_rss_entry.xml",
        title=headline,
        link=absolute(address),
        description=standfirst,
        authors=authors,
        published=rfc2822_date(published_at),
        # A section that changes its address does not make every story new to those who follow the feed.
        guid=absolute(f"/#bai-{number}"),
        section=section,
        # HTML inside of XML is a word like others.
        full=escape(full),
    )


class CorrectionFeed(Feed):
    """The newest corrections, for those who took over a story and must take over its correction."""

    feed_type = FullTextRss
    language = "vi"
    item_guid_is_permalink = True

    def title(self):
        return f"Thông tin cải chính, xin lỗi – {settings.PAPER['name']}"

    def link(self):
        return absolute(reverse("articles:corrections"))

    def feed_url(self):
        return absolute(reverse("articles:rss_corrections"))

    def description(self):
        return f"Đính chính, cải chính, làm rõ và gỡ bài của {settings.PAPER['name']}."

    def items(self):
        return list(Correction.objects.public()[:LENGTH])

    def item_title(self, correction):
        return f"{correction.get_kind_display()}: {correction.piece}"

    def item_link(self, correction):
        return absolute(correction.get_absolute_url())

    def item_description(self, correction):
        return correction.text

    def item_pubdate(self, correction):
        return correction.published_at

    def item_extra_kwargs(self, correction):
        text = render_to_string("articles/_correction_parts.html", {"correction": correction})
        return {"full_text": text}


@public
def newest(request):
    return ArticleFeed()(request)


@public
def of_section(request, slug):
    if not Section.objects.filter(slug=slug).exists():
        return redirect("articles:rss_section", renamed_section(slug).slug, permanent=True)
    return SectionFeed()(request, slug=slug)


@public
def of_topic(request, slug):
    return TopicFeed()(request, slug=slug)


@public
def of_author(request, slug):
    return AuthorFeed()(request, slug=slug)


@public
def of_corrections(request):
    return CorrectionFeed()(request)
