"""Parts of pages that are drawn once: what a part shows is its key, so equal parts are the same HTML.

A part that changes is another part. Nothing is ever out of date and nobody takes anything out; what has not been asked
for longest makes room. Only values may be shown: a model is equal to itself whatever became of it.
"""

from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import lru_cache, wraps

from django.conf import settings
from django.template.loader import render_to_string

PARTS = 4000  # of a kilobyte or two: cards, comments, the masthead
STORIES = 200  # of some dozen kilobytes


def drawn(template, **shown):
    """The HTML of a template that sees `shown` and nothing else: plain values, tuples of them, frozen dataclasses.

    TypeError for what may change and stay equal.
    """
    # Who works on a template wants to see it change.
    return (_draw if settings.DEBUG else _remembered)(template, **shown)


def remembered(draw, at_most=PARTS):
    """A function that makes HTML of values alone, as one that does so once for equal values."""

    def held(*shown):
        _hold_to_values({"shown": shown})
        return draw(*shown)

    kept = lru_cache(maxsize=at_most, typed=True)(held)

    @wraps(draw)
    def either(*shown):
        return (held if settings.DEBUG else kept)(*shown)

    return either


def _draw(template, **shown):
    _hold_to_values(shown)
    return render_to_string(template, shown)


# typed: words that are HTML are equal to the same words that are not.
_remembered = lru_cache(maxsize=PARTS, typed=True)(_draw)


def _hold_to_values(shown):
    todo = list(shown.values())
    while todo:
        value = todo.pop()
        if isinstance(value, tuple):
            todo += value
        elif is_dataclass(value):
            todo += [getattr(value, field.name) for field in fields(value)]
        elif not isinstance(value, str | int | datetime | None):
            raise TypeError(f"{type(value).__name__} is no value a part of a page may be known by")
