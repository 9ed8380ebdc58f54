"""What is read most: a reading counts half as much after twelve hours, a quarter after a day.

A story's weight is the logarithm (to base 2) of the sum of its readings, each doubled for every half-life between
BEGINNING and the reading. So time passing changes no row and no order: the list is the top of one index, at any size,
and nothing has to be counted again, thrown away or run by night.
"""

from datetime import UTC, datetime, timedelta
from math import log2

from django.db import transaction
from django.db.models import Exists, OuterRef

from .cards import COLUMNS, of_row
from .models import Article, Readership
from .prepared import Prepared

HALF_LIFE = timedelta(hours=12)
BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
SHOWN = 5
FEWEST = 3  # readings of this moment; below that a list would tell of single readers


def most_read(now, count=SHOWN):
    """The Cards of the `count` public articles most read at `now` (aware); fewer where few were read enough."""
    return [of_row(row) for row in _heaviest(count, now=now, enough=_level(now) + log2(FEWEST))]


def _weighed(count, now, enough):
    # From the weights to the stories: the other way the whole paper would be sorted.
    public = Exists(Article.objects.public(now).filter(pk=OuterRef("article_id")))
    rows = Readership.objects.filter(public, weight__gte=enough).order_by("-weight", "-pk")
    return rows.values_list(*(f"article__{name}" for name in COLUMNS))[:count]


_heaviest = Prepared(_weighed)


def add(readings, now):
    """Add {article's number: how many readings} of about `now`; what is no public article is left out."""
    with transaction.atomic():
        known = list(
            Article.objects.public(now).filter(pk__in=readings).order_by().values_list("pk", flat=True)
        )
        Readership.objects.bulk_create([Readership(article_id=pk) for pk in known], ignore_conflicts=True)
        # In one order for everybody, so that two who write do not wait for each other.
        rows = list(Readership.objects.select_for_update().filter(pk__in=known).order_by("pk"))
        for row in rows:
            row.weight = _both(row.weight, _level(now) + log2(readings[row.pk]))
        Readership.objects.bulk_update(rows, ["weight"])


def _level(moment):
    """The weight of one reading at this moment: half-lives since BEGINNING."""
    return (moment - BEGINNING) / HALF_LIFE


def _both(one, other):
    """log2(2**one + 2**other) of numbers whose powers no float could hold."""
    low, high = sorted((one, other))
    return high + log2(1 + 2.0 ** (low - high))
