"""Labels by initials that the transcript itself explains: "Nhạc sĩ Hứa Trường Giang (HTG)", then "HTG: …"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from .labels import LIKELY, Label
from .layout import is_name

_EXPLAINED = re.compile(r"([^()]{2,80}) \(([A-ZĐ][A-ZĐ.]{1,7})\)$")
_IN_TEXT = re.compile(r"((?:[^\W\d_a-z][\w']*\s){2,6})\(([A-ZĐ][A-ZĐ.]{0,7})\)")


def with_meaning(labels: dict[int, Label], told: Iterable[str]) -> dict[int, Label]:
    """The labels, those by initials with the kind and name of the label or the person they stand for; told: the
    paragraphs of the introduction."""
    meant: dict[str, Label] = {}
    for label in labels.values():
        explained = _EXPLAINED.match(label.printed)
        if explained and label.strength >= LIKELY:
            meant.setdefault(explained[2], label)
    names = {short: name.strip() for text in told for name, short in _IN_TEXT.findall(text) if is_name(name.strip())}
    found: dict[int, Label] = {}
    for at, label in labels.items():
        full = meant.get(label.printed)
        if full is not None and label.strength < LIKELY:
            label = replace(
                label, kind=full.kind, strength=LIKELY, honorific=full.honorific, name=full.name, office=full.office
            )
        elif label.printed in names and label.name == label.printed:
            label = replace(label, name=names[label.printed])
        found[at] = label
    return found
