"""RSS with the full text, labels of the speakers included: per site, section, topic and author; of corrections."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Exists, OuterRef, Prefetch
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed

from .models import Article, Author, Byline, Correction, Exchange, Section, Topic
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


class ArticleFeed(Feed):
    """The newest public articles of `articles(subject)`; subclasses say which."""

    feed_type = FullTextRss
    language = "vi"
    address = "articles:rss"

    def articles(self, subject):
        return Article.objects.public()

    def title(self, subject):
        name = settings.PAPER["name"]
        return f"{subject} – {name}" if subject else name

    def link(self, subject):
        return absolute(subject.get_absolute_url() if subject else reverse("articles:home"))

    def feed_url(self, subject):
        return absolute(reverse(self.address, args=[subject.slug] if subject else []))

    def description(self, subject):
        return getattr(subject, "description", "") or getattr(subject, "summary", "") or settings.PAPER["tagline"]

    def items(self, subject):
        return list(
            self.articles(subject)
            .select_related("section")
            .prefetch_related(
                Prefetch("bylines", Byline.objects.select_related("author")),
                Prefetch("exchanges", Exchange.objects.with_speakers()),
            )
            .newest_first()[:LENGTH]
        )

    def item_title(self, article):
        return article.headline

    def item_link(self, article):
        return absolute(article.get_absolute_url())

    # A section that changes its address does not make every story new to those who follow the feed.
    item_guid_is_permalink = False

    def item_guid(self, article):
        return absolute(f"/#bai-{article.pk}")

    def item_description(self, article):
        return article.standfirst

    def item_pubdate(self, article):
        return article.published_at

    def item_updateddate(self, article):
        return article.updated_at

    def item_categories(self, article):
        return [article.section.name]

    def item_author_name(self, article):
        return ", ".join(byline.printed for byline in article.bylines.all())

    def item_extra_kwargs(self, article):
        passages = typeset(list(article.passages()), pictures=False)
        return {"full_text": render_to_string("articles/_passages_plain.html", {"passages": passages})}


class SectionFeed(ArticleFeed):
    address = "articles:rss_section"

    def get_object(self, request, slug):
        return get_object_or_404(Section, slug=slug)

    def articles(self, subject):
        return Article.objects.public().filter(section=subject)


class TopicFeed(ArticleFeed):
    address = "articles:rss_topic"

    def get_object(self, request, slug):
        return get_object_or_404(Topic, Exists(Article.objects.public().filter(topics=OuterRef("pk"))), slug=slug)

    def articles(self, subject):
        return Article.objects.public().filter(topics=subject)


class AuthorFeed(ArticleFeed):
    address = "articles:rss_author"

    def get_object(self, request, slug):
        return get_object_or_404(Author, slug=slug)

    def articles(self, subject):
        return Article.objects.public().filter(pk__in=Byline.objects.filter(author=subject).values("article"))


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
