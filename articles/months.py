"""Months of the paper, as Việt Nam counts them; a month is the date of its first day."""

from datetime import date, datetime
from functools import lru_cache

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils import timezone

from .models import Article
from .prepared import Prepared


def begin(day):
    """The first moment (aware) of a day in Việt Nam."""
    return timezone.make_aware(datetime(day.year, day.month, day.day))


def months_on(month, count):
    """The month so many months later, earlier where `count` is negative."""
    years, months = divmod(month.month - 1 + count, 12)
    return date(month.year + years, months + 1, 1)


def with_stories(now):
    """The months in which anything came out that is public at `now` (aware), the newest first. Two queries.

    One look into the index of the newest for each month since the first story: a paper of a million stories has some
    two hundred months, and nobody counts.
    """
    first = _first(now=now)
    if not first:
        return []
    newest, oldest = (timezone.localdate(moment).replace(day=1) for moment in (now, first[0][0]))
    months, spans = _spans(newest, oldest, connection.vendor)
    sql, parameters = _one(now)
    with connection.cursor() as cursor:
        found = f"SELECT number FROM span WHERE ({sql}) IS NOT NULL ORDER BY number"
        cursor.execute(f"{spans} {found}", parameters)
        return [months[number] for (number,) in cursor.fetchall()]


_first = Prepared(
    lambda now: Article.objects.public(now).order_by("published_at", "id").values_list("published_at")[:1]
)


def _one(now):
    """SQL and parameters of the question whether a span has a story that is public at `now`."""
    # As a scalar it is asked of one month after the other; a join would be planned over all stories.
    one = Article.objects.public(now).filter(
        published_at__gte=RawSQL("span.begins", ()), published_at__lt=RawSQL("span.ends", ())
    )
    return one.order_by("-published_at", "-id").values("pk")[:1].query.sql_with_params()


@lru_cache(maxsize=8)
def _spans(newest, oldest, vendor):
    """(the months from one to the other, SQL that says when each begins and ends)."""
    months = [newest]
    while months[-1] > oldest:
        months.append(months_on(months[-1], -1))
    # Written out: hundreds of parameters would be written out at every look.
    written = connection.schema_editor(collect_sql=True).quote_value
    edges = [
        written(connection.ops.adapt_datetimefield_value(begin(each)))
        for each in (months_on(newest, 1), *months)
    ]
    spans = ", ".join(f"({number}, {edges[number + 1]}, {edges[number]})" for number in range(len(months)))
    return tuple(months), f"WITH span (number, begins, ends) AS (VALUES {spans})"
