"""What readers say of a comment without writing one: a liking, a report. Each once, whatever is sent."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from .arrivals import TurnedAway
from .models import Comment, Like, Report

HASTE = 30  # likings, or reports, of one reader under one article within a minute
_MINUTE = timedelta(minutes=1)


def _not_in_haste(rows, voice):
    if rows.filter(reader=voice, at__gt=timezone.now() - _MINUTE).count() >= HASTE:
        raise TurnedAway("Bạn bấm hơi nhanh. Xin đợi một phút rồi bấm lại.", retry_after=60)


def like(comment, voice):
    """Count one liking of this reader (readers.voice_of); True where it is the first. TurnedAway for a flood.

    The row and the number are written together, so they agree whatever comes at once.
    """
    _not_in_haste(Like.objects, voice)
    try:
        with transaction.atomic():
            Like.objects.create(comment=comment, reader=voice)
            Comment.objects.filter(pk=comment.pk).update(likes=F("likes") + 1)
    except IntegrityError:
        return False
    comment.likes += 1
    return True


def report(comment, voice, *, reason, words=""):
    """Put the comment before a moderator, for a Report.Reason; True where it is this reader's first report of it."""
    _not_in_haste(Report.objects, voice)
    try:
        with transaction.atomic():
            Report.objects.create(comment=comment, reader=voice, reason=reason, words=words)
    except IntegrityError:
        return False
    return True
