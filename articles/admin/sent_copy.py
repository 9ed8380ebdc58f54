"""A form as a browser sends it along: a list of pairs, read into fields, and put back into the form it came from."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

LARGEST = 2 * 1024 * 1024  # bytes of one copy
PUT_BACK = "_lay_lai"  # what the button sends that asks for it
_NOT_KEPT = ("csrfmiddlewaretoken",)


class Unusable(Exception):
    """What was sent is no copy of a form; carries a sentence for its writer."""


@dataclass(frozen=True)
class PutBack:
    """A copy that stands in the form again, unsaved. saved_at: aware, None where it came from the browser."""

    fields: dict
    saved_at: datetime | None = None


def read_copy(text, *, largest=LARGEST):
    """{name: [values]} of the JSON a browser sends: a list of pairs of strings, as FormData holds them.

    largest: bytes that may be stored; None for what goes back into its form, which a request has carried already.
    """
    if largest and len(text.encode("utf-8", "replace")) > largest:
        raise Unusable("Bài quá dài để tự lưu (hơn 2 MB): hãy bấm Lưu.")
    try:
        pairs = json.loads(text)
    except (ValueError, RecursionError):
        pairs = None
    if not isinstance(pairs, list):
        raise Unusable("Không đọc được bản tự lưu.")
    fields = {}
    for pair in pairs:
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)):
            raise Unusable("Không đọc được bản tự lưu.")
        name, value = map(_storable, pair)
        if is_kept(name):
            fields.setdefault(name, []).append(value)
    return fields


def is_kept(name):
    """Whether a field of this name says something of the story: no token, no button."""
    return name not in _NOT_KEPT and not name.startswith("_")


def written(sent):
    """The JSON that read_copy() reads, of what a request sent (a QueryDict)."""
    pairs = [[name, value] for name, values in sent.lists() for value in values if is_kept(name)]
    return json.dumps(pairs, ensure_ascii=False)


def as_sent(fields):
    """The fields as a request would carry them."""
    sent = QueryDict(mutable=True)
    for name, values in fields.items():
        sent.setlist(name, values)
    sent._mutable = False
    return sent


def _storable(text):
    """Without what a database's JSON refuses."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")
