"""How comments are taken under one story: the paper's terms, its section's, its own."""

from collections import namedtuple
from dataclasses import dataclass, fields
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from articles.prepared import Prepared

from .models import Reception

CLOSED = "Bài này đã thôi nhận ý kiến."


@dataclass(frozen=True)
class Terms:
    """opens, closes: times of day, in the paper's zone, or both None. days: after publication, None for ever.

    target_minutes: how soon the paper means to decide, said for all of it alone. trusted_after: approved comments that
    make a known reader.
    """

    mode: str = Reception.Mode.BEFORE
    trusted_after: int = 3
    opens: object = None
    closes: object = None
    days: int | None = None
    target_minutes: int = 60

    @property
    def shows_at_once(self):
        return self.mode == Reception.Mode.AFTER


# Of a Reception what the Terms are made of.
Said = namedtuple("Said", ["scope", *(field.name for field in fields(Terms))])


def _merged(rows):
    """The Terms of Reception rows, the widest first: what a narrower one says holds."""
    said = {}
    for row in rows:
        for name in (field.name for field in fields(Terms)):
            value = getattr(row, name)
            if value not in (None, ""):
                said[name] = value
    return Terms(**said)


def terms_of(article):
    """The Terms under an article. One query."""
    rows = [Said(*row) for row in _said(section=article.section_id, article=article.pk)]
    order = [Reception.Scope.SITE, Reception.Scope.SECTION, Reception.Scope.ARTICLE]
    return _merged(sorted(rows, key=lambda row: order.index(row.scope)))


_said = Prepared(
    lambda section, article: Reception.objects.filter(
        Q(scope="site") | Q(section=section) | Q(article=article)
    ).values_list(*Said._fields)
)


def terms_of_the_paper():
    """The Terms where nothing narrower is said. One query."""
    return _merged(Reception.objects.filter(scope=Reception.Scope.SITE))


def closed(article, terms, now=None):
    """The sentence that tells readers why nothing is taken under a public article at this moment; "" where it is."""
    now = now or timezone.now()
    if not article.comments_open or terms.mode == Reception.Mode.CLOSED:
        return CLOSED
    if (
        terms.days is not None
        and article.published_at
        and now > article.published_at + timedelta(days=terms.days)
    ):
        return f"Bài đăng đã quá {terms.days} ngày, tòa soạn thôi nhận ý kiến."
    if terms.opens is not None and not _within(timezone.localtime(now).time(), terms.opens, terms.closes):
        return f"Tòa soạn nhận ý kiến từ {terms.opens:%H:%M} đến {terms.closes:%H:%M} hằng ngày. Mời bạn quay lại sau."
    return ""


def _within(clock, opens, closes):
    """Whether a time of day lies in hours that may run past midnight; equal hours are the whole day."""
    if opens < closes:
        return opens <= clock < closes
    return clock >= opens or clock < closes
