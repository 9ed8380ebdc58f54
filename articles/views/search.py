"""/tim-kiem/: what readers look for. All of it is in the address: a search can be sent on, and kept by a front."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta

from django.http import Http404, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ..frontpage import all_sections
from ..models import Article, Exchange, Kind
from ..prepared import Prepared
from ..search import asked, excerpt, find, meant, store
from ..surfaces import PER_PAGE
from .public import page_number, public

KINDS = {"bai-viet": ("Bài viết", Kind.STORY), "phong-van": ("Phỏng vấn", Kind.INTERVIEW)}
SPANS = {
    "ngay": ("24 giờ qua", timedelta(days=1)),
    "tuan": ("7 ngày qua", timedelta(days=7)),
    "thang": ("30 ngày qua", timedelta(days=30)),
    "nam": ("12 tháng qua", timedelta(days=365)),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: how it is written in the address, named to the reader, and asked of Articles, {} for the
    one that leaves everything.

    count: how many of what was found it leaves, None where that is not known.
    """

    value: str
    label: str
    condition: dict
    chosen: bool = False
    count: int | None = None

    def among(self, hits):
        """Those of the hits that it leaves."""
        for name, wanted in self.condition.items():
            if name == "published_at__gte":
                since = store.moment_key(wanted)
                hits = [hit for hit in hits if hit.newest >= since]
            else:
                hits = [hit for hit in hits if getattr(hit, name) == wanted]
        return hits


def _filters(request, sections, now):
    """{name in the address: its Choices}; the first of each leaves everything."""
    spans = [(value, label, {"published_at__gte": now - span}) for value, (label, span) in SPANS.items()]
    offered = {
        "muc": [
            ("", "Mọi chuyên mục", {}),
            *((each.slug, each.name, {"section_id": each.pk}) for each in sections),
        ],
        "loai": [
            ("", "Mọi thể loại", {}),
            *((value, label, {"kind": kind}) for value, (label, kind) in KINDS.items()),
        ],
        "luc": [("", "Mọi lúc", {}), *spans],
    }
    filters = {}
    for name, rows in offered.items():
        typed = request.GET.get(name, "")
        chosen = typed if typed in {value for value, *_ in rows} else ""
        filters[name] = [Choice(*row, chosen=row[0] == chosen) for row in rows]
    return filters


def _narrowed(hits, choices):
    for choice in choices:
        hits = choice.among(hits)
    return hits


def _counted(filters, hits):
    """The filters, each Choice with the number of hits it leaves beside what is chosen in the others."""
    counted = {}
    for name, choices in filters.items():
        others = [
            choice for other, rows in filters.items() if other != name for choice in rows if choice.chosen
        ]
        left = _narrowed(hits, others)
        counted[name] = [replace(choice, count=len(choice.among(left))) for choice in choices]
    return counted


@public
def search(request):
    """Five queries at most: sections, what is found, again under a filter where it is too much (or with words apart
    where it is nothing), stories, exchanges."""
    now = timezone.now()
    query = asked.read(request.GET.get("q", ""))
    sections = all_sections()
    filters = _filters(request, sections, now)
    chosen = [
        choice for choices in filters.values() for choice in choices if choice.chosen and choice.condition
    ]
    found = everything = find.find(query, now)
    apart = asked.read(query.text, signs_hold=False)
    if not found.hits and apart != query:
        # "Vân Lĩnh/lũ quét": nobody prints it so, but somebody may say all of it.
        found = everything = find.find(apart, now)
        query = apart if found.hits else query
    if chosen and everything.capped:
        found = find.find(
            query, now, **{key: wanted for choice in chosen for key, wanted in choice.condition.items()}
        )
    elif chosen:
        found = find.Found(_narrowed(found.hits, chosen))
    number = page_number(request)
    shown = found.hits[(number - 1) * PER_PAGE : number * PER_PAGE]
    if number > 1 and not shown:
        raise Http404
    return render(
        request,
        "articles/search.html",
        {
            "asked": query,
            "sections": sections,
            "filters": filters if everything.capped or not query else _counted(filters, everything.hits),
            "narrowed": bool(chosen),
            "count": len(found.hits),
            "capped": found.capped,
            "hits": _with_excerpts(shown, query, now),
            "number": number,
            "previous": _address(request, filters, number - 1) if number > 1 else "",
            "next": _address(request, filters, number + 1) if len(found.hits) > number * PER_PAGE else "",
            "everywhere": _address(request, {}, 1),
            "meant": [] if everything.hits or not query else meant.meant(query, now),
        },
    )


# A front keeps no answer for the day when the application is away: nobody could name the searches that tell of a story
# which was withdrawn meanwhile (articles/surfaces.py).
search.freshness = "brief"


def _address(request, filters, number):
    """The address of a page of this search, under the filters given."""
    parameters = QueryDict(mutable=True)
    parameters["q"] = request.GET.get("q", "")[: asked.LONGEST_QUERY]
    for name, choices in filters.items():
        parameters.setlist(name, [choice.value for choice in choices if choice.chosen and choice.value])
    if number > 1:
        parameters["trang"] = str(number)
    return f"{reverse('articles:search')}?{parameters.urlencode()}"


_stories = Prepared(
    lambda now, numbers: (
        Article.objects.public(now).select_related("section", "lead_image").filter(pk__in=numbers)
    )
)
_exchanges = Prepared(
    lambda articles: Exchange.objects.select_related("answered_by__person").filter(article__in=articles)
)


def _with_excerpts(hits, query, now):
    """[(Article with what a card shows, its Excerpt)] in the order of the hits. Two queries."""
    if not hits:
        return []
    articles = {article.pk: article for article in _stories(now=now, numbers=[hit.pk for hit in hits])}
    said = defaultdict(list)
    if interviews := [article.pk for article in articles.values() if article.is_interview]:
        for exchange in _exchanges(articles=interviews):
            said[exchange.article_id].append(exchange)
    for article in articles.values():
        exchanges = article.exchanges.all()
        exchanges._result_cache = said[article.pk]
        article._prefetched_objects_cache = {"exchanges": exchanges}
    return [
        (articles[hit.pk], excerpt.excerpt(articles[hit.pk], query)) for hit in hits if hit.pk in articles
    ]
