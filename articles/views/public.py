"""What readers see of articles. Every view here is anonymous: no session, no user, no token, no cookie."""

import re

from django.db.models import Exists, OuterRef, Prefetch, Value
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..cards import COLUMNS, Rubric, cards_by_number, of_row
from ..conversation import fetch_exchanges
from ..frontpage import SectionList, all_sections, front_page
from ..models import (
    Announcement,
    Article,
    Author,
    Byline,
    Correction,
    Exchange,
    FormerSlug,
    Person,
    Section,
    Topic,
)
from ..models.address import address_of
from ..paging import NUMBERED, below, numbered
from ..prepared import Prepared
from ..printing import printed
from ..statements import statements
from ..streams import Stream
from ..structured import article_json
from ..surfaces import INTERVIEWS_PER_PAGE, PER_PAGE, RELATED
from ..typeset import typeset
from .gone import gone

QUESTIONS_TO_LIST = 3  # fewer are seen without a list of them


def public(view):
    """Mark a view as the same for everybody (see newsroom/http.py, which reads the mark).

    It answers GET and HEAD alone; one that takes a POST is csrf_exempt already, and guards its door itself.
    """
    if not getattr(view, "csrf_exempt", False):
        view = csrf_exempt(require_safe(view))
    view.freshness = "public"
    return view


def page_number(request, name="trang"):
    """The number (from 1) in the query string, 1 where there is none; Http404 for what is no page number."""
    written = request.GET.get(name, "1")
    # Each page has one address: "01" and "１" are others.
    if not re.fullmatch("[1-9][0-9]{0,5}", written):
        raise Http404
    return int(written)


def page_of(request, stories, per_page=PER_PAGE):
    """The page of a list of articles named by ?trang= or ?truoc= (articles/paging.py); Http404 for one that is not
    there."""
    if above := request.GET.get("truoc", ""):
        if "trang" in request.GET or not re.fullmatch("[1-9][0-9]{0,17}", above):
            raise Http404
        page = below(stories, get_object_or_404(Article.objects.public().only("published_at"), pk=above), per_page)
    else:
        page = numbered(stories, page_number(request), per_page, last=NUMBERED)
    if page is None:
        raise Http404
    return page


@public
def home(request):
    return render(request, "articles/home.html", front_page(timezone.now(), stories=cards_by_number))


def renamed_section(slug):
    """The section that once had this address, or Http404."""
    return get_object_or_404(FormerSlug.objects.select_related("section"), slug=slug).section


@public
def section(request, slug):
    sections = all_sections()
    found = next((each for each in sections if each.slug == slug), None)
    if found is None:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(f"{renamed_section(slug).get_absolute_url()}{query}", permanent=True)
    page = page_of(request, SectionList(found, timezone.now()))
    return render(request, "articles/section.html", {"section": found, "sections": sections, "page": page})


def _article(pk, now):
    """(article, its bylines), or Http404 where there is none; whether readers may see it, the caller asks.

    One query: the bylines bring their article along. Only an unsigned one is looked up by itself.
    `was_announced`: readers had been asked for questions to it. `is_corrected`: there are corrections to show.
    """
    bylines = _signed(article=pk, now=now)
    if bylines:
        found = bylines[0].article
        found.was_announced, found.is_corrected = bylines[0].was_announced, bylines[0].is_corrected
    else:
        found = get_object_or_404(Article.objects.select_related("section", "lead_image"), pk=pk)
        found.was_announced, found.is_corrected = False, True  # it may be: they are looked for
    return found, bylines


@public
def article(request, section_slug, slug, pk, light=False):
    now = timezone.now()
    found, bylines = _article(pk, now)
    if not found.is_public(now):
        return gone(request, found)
    if (found.section.slug, found.slug) != (section_slug, slug):
        return redirect(found.get_light_url() if light else found.get_absolute_url(), permanent=True)
    context = article_context(found, bylines, light, now)
    return render(request, "articles/light.html", context) if light else HttpResponse(printed(context))


def article_context(found, bylines, light=False, now=None):
    """What the article templates show at `now` (aware; this moment where none is given); the preview uses the same, so
    that it is what the reader will see."""
    now = now or timezone.now()
    if found.is_interview:
        fetch_exchanges(found)
    passages = typeset(list(found.passages()), light=light)
    around = {} if light else {
        **_names(found),
        "related": [of_row(row) for row in _related(now=now, section=found.section_id, itself=found.pk)],
    }
    guests = {}
    if found.is_interview:
        for exchange in found.exchanges.all():
            if exchange.answered_by and exchange.answer:
                guests.setdefault(exchange.answered_by_id, exchange.answered_by)
    questions = [passage for passage in passages if passage.number]
    corrections = _corrections(article=found.pk, now=now) if getattr(found, "is_corrected", True) else []
    return {
        **around,
        "article": found,
        "share": True,
        "section": found.section,
        "standfirst": next((p for p in passages if p.role == "standfirst"), None),
        "passages": [p for p in passages if p.role != "standfirst"],
        "bylines": bylines,
        "guests": list(guests.values()),
        "asks": bool(questions),
        "shows_pictures": bool(found.lead_image) or any(passage.pictures for passage in passages),
        "questions": questions if len(questions) >= QUESTIONS_TO_LIST else [],
        "corrections": corrections,
        "structured": article_json(found, bylines, list(guests.values()), corrections),
    }


def _names(article):
    """{"sections": of the paper, "topics": of the article}, each in its order, as Rubrics. One query."""
    told = {"sections": [], "topics": []}
    for is_topic, _, _, pk, name, slug in sorted(_named(article=article.pk)):
        address = address_of("articles:topic" if is_topic else "articles:section", slug)
        told["topics" if is_topic else "sections"].append(Rubric(pk, name, address))
    return told


def _sections_and_topics(article):
    sections = Section.objects.order_by().values_list(Value(0), "position", Value(""), "pk", "name", "slug")
    topics = Topic.objects.filter(articles=article).order_by()
    topics = topics.values_list(Value(1), Value(0), "sort_key", "pk", "name", "slug")
    return sections.union(topics, all=True)


def _corrections_shown(article, now):
    # That it was taken back once is the register's to tell: here it stands again.
    return Correction.objects.filter(article=article, published_at__lte=now).exclude(kind=Correction.Kind.REMOVAL)


# What an article's page asks, put into SQL once.
_signed = Prepared(
    lambda article, now: (
        Byline.objects.filter(article=article)
        .select_related("author", "article__section", "article__lead_image")
        .annotate(
            was_announced=Exists(Announcement.objects.public(now).filter(article=OuterRef("article"))),
            is_corrected=Exists(_corrections_shown(OuterRef("article"), now)),
        )
    )
)
_named = Prepared(_sections_and_topics)
_related = Prepared(
    lambda now, section, itself: (
        Article.objects.public(now).filter(section=section).exclude(pk=itself).newest_first()
        .values_list(*COLUMNS)[:RELATED]
    )
)
_corrections = Prepared(_corrections_shown)


@public
def light_article(request, section_slug, slug, pk):
    return article(request, section_slug, slug, pk, light=True)


@public
def topic(request, slug):
    found = get_object_or_404(Topic, slug=slug)
    page = page_of(request, Stream(found, timezone.now()))
    if not page.rows:
        # What the desk only prepares is nobody's business yet.
        raise Http404
    return render(request, "articles/topic.html", {"topic": found, "page": page})


@public
def author(request, slug):
    found = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    page = page_of(request, Stream(found, timezone.now()))
    return render(request, "articles/author.html", {"author": found, "page": page})


@public
def person(request, slug):
    """Everything this person told the paper, dated, with the office held then, interview by interview."""
    found = get_object_or_404(Person.objects.select_related("portrait"), slug=slug)
    said = Prefetch("exchanges", Exchange.objects.with_speakers())
    interviews = Stream(found, timezone.now(), lambda articles: articles.for_cards().prefetch_related(said))
    page = page_of(request, interviews, INTERVIEWS_PER_PAGE)
    if not page.rows:
        # A name that stands only in drafts is nobody's business yet.
        raise Http404
    record = [
        (article, [said for said in statements(article) if said.person_id == found.pk]) for article in page
    ]
    return render(request, "articles/person.html", {"person": found, "page": page, "record": record})
