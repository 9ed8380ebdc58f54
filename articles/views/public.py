"""What readers see of articles. Every view here is anonymous: no session, no user, no token, no cookie."""

import re

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..frontpage import SectionList, front_page
from ..models import (
    Announcement,
    Article,
    Author,
    Byline,
    Correction,
    Exchange,
    FormerSlug,
    Kind,
    Person,
    Section,
    Topic,
)
from ..statements import statements
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


def page_of(request, queryset, per_page=PER_PAGE):
    """The page of a list named by ?trang=; Http404 for a page that is not there."""
    pages, number = Paginator(queryset, per_page), page_number(request)
    if number > pages.num_pages:
        raise Http404
    return pages.page(number)


@public
def home(request):
    return render(request, "articles/home.html", front_page(timezone.now()))


def renamed_section(slug):
    """The section that once had this address, or Http404."""
    return get_object_or_404(FormerSlug.objects.select_related("section"), slug=slug).section


@public
def section(request, slug):
    found = Section.objects.filter(slug=slug).first()
    if found is None:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(f"{renamed_section(slug).get_absolute_url()}{query}", permanent=True)
    page = page_of(request, SectionList(found, timezone.now()))
    return render(request, "articles/section.html", {"section": found, "page": page})


def _article(pk):
    """(article, its bylines), or Http404 where there is none; whether readers may see it, the caller asks.

    One query: the bylines bring their article along. Only an unsigned one is looked up by itself.
    `was_announced`: readers had been asked for questions to it.
    """
    announced = Exists(Announcement.objects.public().filter(article=OuterRef("article")))
    signed = Byline.objects.select_related("author", "article__section", "article__lead_image")
    bylines = list(signed.filter(article=pk).annotate(was_announced=announced))
    if bylines:
        found = bylines[0].article
        found.was_announced = bylines[0].was_announced
    else:
        found = get_object_or_404(Article.objects.select_related("section", "lead_image"), pk=pk)
        found.was_announced = False
    return found, bylines


@public
def article(request, section_slug, slug, pk, light=False):
    found, bylines = _article(pk)
    if not found.is_public(timezone.now()):
        return gone(request, found)
    if (found.section.slug, found.slug) != (section_slug, slug):
        return redirect(found.get_light_url() if light else found.get_absolute_url(), permanent=True)
    template = "articles/light.html" if light else "articles/article.html"
    return render(request, template, article_context(found, bylines, light))


def article_context(found, bylines, light=False, now=None):
    """What the article templates show at `now` (aware; this moment where none is given); the preview uses the same, so
    that it is what the reader will see."""
    now = now or timezone.now()
    if found.is_interview:
        prefetch_related_objects([found], Prefetch("exchanges", Exchange.objects.with_speakers()))
    passages = typeset(list(found.passages()), pictures=not light)
    topics = list(found.topics.all())
    related = [] if light else list(
        Article.objects.public(now).filter(section=found.section).exclude(pk=found.pk).for_cards().newest_first()[:RELATED]
    )
    guests = {}
    if found.is_interview:
        for exchange in found.exchanges.all():
            if exchange.answered_by and exchange.answer:
                guests.setdefault(exchange.answered_by_id, exchange.answered_by)
    questions = [passage for passage in passages if passage.number]
    told = found.corrections.filter(published_at__lte=now)
    # That it was taken back once is the register's to tell: here it stands again.
    corrections = list(told.exclude(kind=Correction.Kind.REMOVAL))
    return {
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
        "topics": topics,
        "related": related,
        "corrections": corrections,
        "structured": article_json(found, bylines, list(guests.values()), corrections),
    }


@public
def light_article(request, section_slug, slug, pk):
    return article(request, section_slug, slug, pk, light=True)


@public
def topic(request, slug):
    found = get_object_or_404(Topic, slug=slug)
    page = page_of(request, Article.objects.public().filter(topics=found).for_cards().newest_first())
    if not page.paginator.count:
        # What the desk only prepares is nobody's business yet.
        raise Http404
    return render(request, "articles/topic.html", {"topic": found, "page": page})


@public
def author(request, slug):
    found = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    signed = Byline.objects.filter(author=found).values("article")
    articles = Article.objects.public().filter(pk__in=signed).for_cards().newest_first()
    return render(request, "articles/author.html", {"author": found, "page": page_of(request, articles)})


@public
def person(request, slug):
    """Everything this person told the paper, dated, with the office held then, interview by interview."""
    found = get_object_or_404(Person.objects.select_related("portrait"), slug=slug)
    answered = Exchange.objects.filter(answered_by__person=found).exclude(answer="")
    interviews = Article.objects.public().filter(kind=Kind.INTERVIEW, pk__in=answered.values("article"))
    page = page_of(
        request,
        interviews.for_cards()
        .newest_first()
        .prefetch_related(Prefetch("exchanges", Exchange.objects.with_speakers())),
        INTERVIEWS_PER_PAGE,
    )
    if not page.paginator.count:
        # A name that stands only in drafts is nobody's business yet.
        raise Http404
    record = [
        (article, [said for said in statements(article) if said.person_id == found.pk]) for article in page
    ]
    return render(request, "articles/person.html", {"person": found, "page": page, "record": record})
