"""The arrangement of the front page as it is saved: one whole, through one door; what two people save never mixes."""

import hashlib
import json

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from .frontpage import in_order
from .models import Placement

LOGGED_AS = "Trang nhất"


class Overtaken(Exception):
    """Somebody saved another arrangement meanwhile; `entry` is the record of it, None where there is none."""

    def __init__(self, entry):
        super().__init__("another arrangement was saved meanwhile")
        self.entry = entry


def saved():
    """The saved pins in order, with their stories and sections."""
    return sorted(Placement.objects.select_related("section", "article").defer("article__body"), key=in_order)


def fingerprint(pins):
    """A short text that differs where two arrangements do: in stories, places, order or minutes."""
    told = json.dumps([_told(pin) for pin in sorted(pins, key=in_order)])
    return hashlib.sha256(told.encode()).hexdigest()[:20]


def _told(pin):
    # To the minute: nobody types seconds.
    times = [at and int(at.timestamp() // 60) for at in (pin.starts_at, pin.ends_at)]
    return [pin.slot, pin.section_id, pin.article_id, *times]


def record():
    """Who arranged the front page, newest first."""
    of_placements = ContentType.objects.get_for_model(Placement)
    return (
        LogEntry.objects.filter(content_type=of_placements)
        .select_related("user")
        .order_by("-action_time", "-id")
    )


@transaction.atomic
def arrange(pins, *, by, seen):
    """Save these pins (Placements with article and section set, `position` in their order) in the stead of the saved
    ones; return what changed as sentences, [] where nothing did. Overtaken where `seen`, the fingerprint
    of the arrangement that was before the user's eyes, is not the saved one's any more.
    """
    # A row that is there even while nothing is pinned: the second to save waits here, and then finds out.
    content_type = ContentType.objects.get_for_model(Placement)
    ContentType.objects.select_for_update(no_key=True).get(pk=content_type.pk)
    before = saved()
    if fingerprint(before) != seen:
        raise Overtaken(record().first())
    changes = list(_changes(before, pins))
    if fingerprint(before) == fingerprint(pins):
        return []
    known = {(pin.slot, pin.article_id): pin for pin in before}
    kept = {(pin.slot, pin.article_id) for pin in pins}
    Placement.objects.filter(pk__in=[pin.pk for key, pin in known.items() if key not in kept]).delete()
    for pin in pins:
        pin.pk = getattr(known.get((pin.slot, pin.article_id)), "pk", None)
        pin.save()
    LogEntry.objects.create(
        user=by,
        content_type=content_type,
        object_repr=LOGGED_AS,
        action_flag=CHANGE,
        change_message=" ".join(changes),
    )
    return changes


def place_name(pin):
    """Where a pin is, in words: "Bài chính", "Thời sự"."""
    return pin.section.name if pin.section_id else pin.get_slot_display()


def _changes(before, after):
    """What a person would say was done, in sentences."""
    old, new = ({(pin.slot, pin.article_id): pin for pin in pins} for pins in (before, after))
    gone = {pin.article_id: pin for key, pin in old.items() if key not in new}
    for key, pin in new.items():
        was = old.get(key) or gone.pop(pin.article_id, None)
        if was is None:
            yield f"Ghim “{pin.article}” vào {place_name(pin)}."
        elif place_name(was) != place_name(pin):
            yield f"Chuyển “{pin.article}” từ {place_name(was)} sang {place_name(pin)}."
        if was is not None and _told(was)[3:] != _told(pin)[3:]:
            yield f"Đổi giờ ghim “{pin.article}” ở {place_name(pin)}."
    for pin in gone.values():
        yield f"Bỏ ghim “{pin.article}” khỏi {place_name(pin)}."
    for place in dict.fromkeys(place_name(pin) for pin in after):
        orders = [
            [pin.article_id for pin in sorted(pins, key=in_order) if place_name(pin) == place]
            for pins in (before, after)
        ]
        both = set(orders[0]) & set(orders[1])
        if [pk for pk in orders[0] if pk in both] != [pk for pk in orders[1] if pk in both]:
            yield f"Xếp lại thứ tự ở {place}."
