"""Where an article stands: the status the workflow gave it, and what the clock and the bin make of that."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Status(models.TextChoices):
    """Written by articles/workflow.py alone."""

    DRAFT = "draft", "Bản nháp"
    IN_REVIEW = "in_review", "Chờ duyệt"
    READY = "ready", "Đã duyệt"
    PUBLISHED = "published", "Đã đăng"
    WITHDRAWN = "withdrawn", "Đã gỡ"


UNPUBLISHED = frozenset({Status.DRAFT, Status.IN_REVIEW, Status.READY})


class Standing(models.TextChoices):
    """What rules and people ask for: a published story is not one that readers see before its hour, or after it."""

    DRAFT = "draft", "Bản nháp"
    IN_REVIEW = "in_review", "Chờ duyệt"
    READY = "ready", "Đã duyệt"
    SCHEDULED = "scheduled", "Hẹn giờ"
    PUBLISHED = "published", "Đã đăng"
    EXPIRED = "expired", "Hết hạn hiện"
    WITHDRAWN = "withdrawn", "Đã gỡ"
    TRASHED = "trashed", "Trong thùng rác"
    ERASED = "erased", "Đã xóa hẳn"


def standing_of(article, now):
    """The Standing of an article at `now` (aware): the instance's twin of has_standing()."""
    if article.erased_at:
        return Standing.ERASED
    if article.trashed_at:
        return Standing.TRASHED
    if article.status != Status.PUBLISHED:
        return Standing(article.status)
    if article.unpublish_at and article.unpublish_at <= now:
        return Standing.EXPIRED
    if article.published_at > now or (article.embargo_until and article.embargo_until > now):
        return Standing.SCHEDULED
    return Standing.PUBLISHED


def appears_at(article):
    """When readers see, saw or would see it, by its hours alone; None where none is set."""
    return max(filter(None, [article.published_at, article.embargo_until]), default=None)


def has_standing(*standings, now=None):
    """A Q for Article querysets: in any of these standings at `now` (this moment where none is given)."""
    # By the application's clock, as standing_of(): a page and a list must not disagree about the hour.
    now = now or timezone.now()
    expired = Q(unpublish_at__isnull=False, unpublish_at__lte=now)
    waits = Q(published_at__gt=now) | Q(embargo_until__isnull=False, embargo_until__gt=now)
    published = Q(status=Status.PUBLISHED)
    clauses = {
        Standing.SCHEDULED: published & ~expired & waits,
        Standing.PUBLISHED: published & ~expired & ~waits,
        Standing.EXPIRED: published & expired,
        Standing.TRASHED: Q(trashed_at__isnull=False, erased_at__isnull=True),
        Standing.ERASED: Q(erased_at__isnull=False),
    }
    any_of_them = Q(pk__in=[])
    for standing in standings:
        # Of the bin first: what lies there has a status, too.
        any_of_them |= clauses.get(standing) or Q(status=Status(standing.value), trashed_at__isnull=True)
    return any_of_them
