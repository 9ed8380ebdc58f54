"""What readers see of articles. Every view here is anonymous: no session, no user, no token, no cookie."""

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from ..frontpage import front_page
from ..models import Article, Author, Byline, Correction, Exchange, FormerSlug, Person, Section, Status, Topic
from ..structured import article_json
from ..typeset import typeset

PER_PAGE = 20
RELATED = 4


def public(view):
    """Mark a view as the same for everybody (see newsroom/http.py, which reads the mark)."""
    view.freshness = "public"
    return view


def page_of(request, queryset):
    """The page of a list named by ?trang=; Http404 for a page that is not there."""
    number = request.GET.get("trang", "1")
    pages = Paginator(queryset, PER_PAGE)
    if not number.isascii() or not number.isdecimal() or not 1 <= int(number[:6]) <= pages.num_pages:
        raise Http404
    return pages.page(int(number))


@public
def home(request):
    return render(request, "articles/home.html", front_page(timezone.now()))


@public
def section(request, slug):
    found = Section.objects.filter(slug=slug).first()
    if found is None:
        return redirect(get_object_or_404(FormerSlug.objects.select_related("section"), slug=slug).section, permanent=True)
    articles = Article.objects.public().filter(section=found).for_cards().newest_first()
    return render(request, "articles/section.html", {"section": found, "page": page_of(request, articles)})


def _public_article(pk):
    """The article with what its page needs, or Http404; a withdrawn one is returned too (the caller says 410)."""
    articles = Article.objects.select_related("section", "lead_image").annotate(
        has_corrections=Exists(Correction.objects.filter(article=OuterRef("pk")))
    )
    found = articles.filter(pk=pk).first() if pk < 2**63 else None
    if found is None or not (found.status == Status.WITHDRAWN or found.is_public(timezone.now())):
        raise Http404
    return found


@public
def article(request, section_slug, slug, pk, light=False):
    found = _public_article(pk)
    if found.status == Status.WITHDRAWN:
        return render(request, "articles/withdrawn.html", {"section": found.section}, status=410)
    if (found.section.slug, found.slug) != (section_slug, slug):
        return redirect(found.get_light_url() if light else found.get_absolute_url(), permanent=True)
    return render(request, "articles/light.html" if light else "articles/article.html", article_context(found, light))


def article_context(found, light=False):
    """What the article templates show; the preview uses the same, so that it is what the reader will see."""
    if found.is_interview:
        prefetch_related_objects([found], Prefetch("exchanges", Exchange.objects.with_speakers()))
    passages = typeset(list(found.passages()), pictures=not light)
    bylines = list(found.bylines.select_related("author"))
    topics = list(found.topics.all())
    related = [] if light else list(
        Article.objects.public().filter(section=found.section).exclude(pk=found.pk).for_cards().newest_first()[:RELATED]
    )
    guests = {}
    if found.is_interview:
        for exchange in found.exchanges.all():
            if exchange.answered_by:
                guests.setdefault(exchange.answered_by_id, exchange.answered_by)
    return {
        "article": found,
        "section": found.section,
        "standfirst": next((p for p in passages if p.role == "standfirst"), None),
        "passages": [p for p in passages if p.role != "standfirst"],
        "bylines": bylines,
        "guests": list(guests.values()),
        "topics": topics,
        "related": related,
        "corrections": list(found.corrections.all()) if getattr(found, "has_corrections", True) else [],
        "structured": article_json(found, bylines, list(guests.values())),
    }


@public
def light_article(request, section_slug, slug, pk):
    return article(request, section_slug, slug, pk, light=True)


@public
def topic(request, slug):
    found = get_object_or_404(Topic, slug=slug)
    articles = Article.objects.public().filter(topics=found).for_cards().newest_first()
    return render(request, "articles/topic.html", {"topic": found, "page": page_of(request, articles)})


@public
def author(request, slug):
    found = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    signed = Byline.objects.filter(author=found).values("article")
    articles = Article.objects.public().filter(pk__in=signed).for_cards().newest_first()
    return render(request, "articles/author.html", {"author": found, "page": page_of(request, articles)})


@public
def person(request, slug):
    """Everything this person told the paper, dated, with the office held then."""
    found = get_object_or_404(Person.objects.select_related("portrait"), slug=slug)
    interviews = Article.objects.public().filter(interviewees__person=found)
    if not interviews.exists():
        # A name that stands only in drafts is nobody's business yet.
        raise Http404
    said = Exchange.objects.filter(answered_by__person=found).with_speakers()
    articles = (
        interviews.for_cards()
        .newest_first()
        .prefetch_related(Prefetch("exchanges", queryset=said, to_attr="said"))
    )
    return render(request, "articles/person.html", {"person": found, "page": page_of(request, articles)})
