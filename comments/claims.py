"""Who has which comment open. Two moderators are never dealt the same one; what is left lying frees itself."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from .models import Claim

HELD_FOR = timedelta(minutes=3)  # after the page that shows it was last heard of
TRIES = 3


def in_force(now=None):
    return Claim.objects.filter(until__gt=now or timezone.now())


def of_others(ids, user, now=None):
    """{comment's number: Claim} of those that somebody else has open. One query."""
    rows = in_force(now).filter(comment__in=ids).exclude(moderator=user).select_related("moderator")
    return {claim.comment_id: claim for claim in rows}


@transaction.atomic
def hold(ids, user, now=None):
    """Keep these comments for this user a while from now; return the numbers of those that are now theirs."""
    now = now or timezone.now()
    ids, until = sorted(ids), now + HELD_FOR
    # Claims are locked before comments, here and in the verbs: two moderators wait for each other in one order only.
    expired = Claim.objects.filter(comment__in=ids, until__lte=now).exclude(moderator=user)
    over = list(expired.select_for_update(skip_locked=True).values_list("pk", flat=True))
    Claim.objects.filter(pk__in=over).delete()
    Claim.objects.filter(comment__in=ids, moderator=user).update(until=until)
    taken = set(Claim.objects.filter(comment__in=ids).values_list("comment_id", flat=True))
    free = [Claim(comment_id=pk, moderator=user, until=until) for pk in ids if pk not in taken]
    Claim.objects.bulk_create(free, ignore_conflicts=True)
    mine = in_force(now).filter(comment__in=ids, moderator=user)
    return set(mine.values_list("comment_id", flat=True))


def deal(queue, user, most, now=None):
    """The numbers of the first `most` comments of an ordered queue that nobody else has open, now held for the user."""
    now = now or timezone.now()
    elsewhere = in_force(now).exclude(moderator=user)
    for _ in range(TRIES):
        ids = list(queue.exclude(pk__in=elsewhere.values("comment_id")).values_list("pk", flat=True)[:most])
        mine = hold(ids, user, now)
        # Somebody was dealt some of them in the same moment: look again at what is left.
        if len(mine) == len(ids):
            break
    return [pk for pk in ids if pk in mine]
