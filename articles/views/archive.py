"""The paper day by day and month by month: everything that is out, under the day it came out in Việt Nam."""

from calendar import monthrange
from datetime import timedelta

from django.db.models import Exists
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from ..models import Article, Section
from ..models.address import address_of
from ..months import begin, months_on, with_stories
from ..structured import absolute
from .public import public

SHOWN = 300  # stories of a day; a provincial paper brings out a tenth of it


@public
def newest(request):
    """The way in: the month of the newest story; Http404 for a paper that has none."""
    last = _day_of(Article.objects.public().newest_first())
    if last is None:
        raise Http404
    return month(request, last.replace(day=1))


@public
def month(request, month):
    """Which days of a month have stories, which months of its year, and the nearest months that have any.

    Http404 outside the months from the paper's first story to its last.
    """
    stories = Article.objects.public()
    after = months_on(month, 1)
    earlier = _day_of(stories.filter(published_at__lt=begin(month)).newest_first())
    later = _day_of(stories.filter(published_at__gte=begin(after)).order_by("published_at", "id"))
    days = [month.replace(day=number) for number in range(1, monthrange(month.year, month.month)[1] + 1)]
    months = [month.replace(month=number) for number in range(1, 13)]
    spans = [(day, day + timedelta(days=1)) for day in days] + [
        (each, months_on(each, 1)) for each in months
    ]
    told = _which_have_stories(stories, spans)
    on_days, in_months = told[: len(days)], told[len(days) :]
    if not any(on_days) and not (earlier and later):
        raise Http404
    weeks = [None] * month.weekday() + list(zip(days, on_days, strict=True))
    weeks += [None] * (-len(weeks) % 7)
    return render(
        request,
        "articles/archive_month.html",
        {
            "month": month,
            "weeks": [weeks[start : start + 7] for start in range(0, len(weeks), 7)],
            "year": list(zip(months, in_months, strict=True)),
            "earlier": earlier and earlier.replace(day=1),
            "later": later and later.replace(day=1),
        },
    )


@public
def day(request, day):
    """The stories of one day, the newest first, with the nearest days that have any; Http404 for a day without."""
    stories, end = Article.objects.public(), day + timedelta(days=1)
    of_day = stories.filter(published_at__gte=begin(day), published_at__lt=begin(end)).for_cards()
    found = list(of_day.newest_first()[:SHOWN])
    if not found:
        raise Http404
    return render(
        request,
        "articles/archive_day.html",
        {
            "day": day,
            "begins": begin(day),
            "month": day.replace(day=1),
            "stories": found,
            "earlier": _day_of(stories.filter(published_at__lt=begin(day)).newest_first()),
            "later": _day_of(stories.filter(published_at__gte=begin(end)).order_by("published_at", "id")),
        },
    )


@public
def sitemap(request):
    """Every month that has stories, the newest first."""
    there = with_stories(timezone.now())
    entries = [(absolute(address_of("articles:archive_month", month)), None) for month in there]
    return render(
        request, "articles/sitemap.xml", {"entries": entries}, content_type="application/xml; charset=utf-8"
    )


def _day_of(stories):
    """The day, in Việt Nam, of the first of these; None where there is none."""
    moment = stories.values_list("published_at", flat=True).first()
    return moment and timezone.localdate(moment)


def _which_have_stories(stories, spans):
    """[whether anything came out from the first day of a span up to its second] in one query.

    One look into the index of the newest for each, however many stories a day has. They hang on a row of the
    sections, of which there is one where there is a story.
    """
    there = {
        f"span_{number}": Exists(
            stories.filter(published_at__gte=begin(first), published_at__lt=begin(end))
        )
        for number, (first, end) in enumerate(spans)
    }
    found = Section.objects.order_by().annotate(**there).values_list(*there)[:1]
    return list(found[0]) if found else [False] * len(spans)
