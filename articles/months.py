"""Months of the paper, as Việt Nam counts them; a month is the date of its first day."""

from datetime import date, datetime

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils import timezone

from .models import Article


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
    public = Article.objects.public(now)
    first = public.order_by("published_at", "id").values_list("published_at", flat=True).first()
    if first is None:
        return []
    months = [timezone.localdate(now).replace(day=1)]
    while months[-1] > timezone.localdate(first):
        months.append(months_on(months[-1], -1))
    # As a scalar it is asked of one month after the other; a join would be planned over all stories.
    one = public.filter(
        published_at__gte=RawSQL("span.begins", ()), published_at__lt=RawSQL("span.ends", ())
    ).order_by("-published_at", "-id")
    sql, parameters = one.values("pk")[:1].query.sql_with_params()
    edges = [
        connection.ops.adapt_datetimefield_value(begin(each)) for each in (months_on(months[0], 1), *months)
    ]
    spans = [(number, edges[number + 1], edges[number]) for number in range(len(months))]
    values = ", ".join(["(%s, %s, %s)"] * len(months))
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH span (number, begins, ends) AS (VALUES {values}) "
            f"SELECT number FROM span WHERE ({sql}) IS NOT NULL ORDER BY number",
            [*(given for span in spans for given in span), *parameters],
        )
        return [months[number] for (number,) in cursor.fetchall()]
