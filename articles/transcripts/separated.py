"""Labels that something else than a colon ends, throughout a transcript: "PV - …", "PV. …", "[PV] …", "PV | …"."""

import re
from collections import Counter

from articles.vietnamese import fold

from .draft import ANSWER, QUESTION
from .labels import BEFORE, LIKELY, MOST_CHARACTERS, POSSIBLE, SURE, Label, judge
from .layout import Line
from .names import starts_with_surname

_ENDS = {
    "dash": re.compile(r"\s+[-–—]\s*|(?<=[^\W\d_])[-–—]\s+"),
    "dot": re.compile(r"\.\s+(?=[\"“(]?[^\W_])"),
    "bar": re.compile(r"\s*(?:[|»]|[/>]{1,2})\s*"),
    "bracket": re.compile(r"[\])>»]\s*[-–—]?\s*"),
}
# And two forms without any sign: "look", set apart by bold or italics, and "none", a word such as "Hỏi", "Đáp".
_OPENING = "[(<«"
_MOST_TRIES = 3  # "TS. Lê B. Tôi…": the first full stops end no label


def separated(body: list[Line]) -> dict[int, Label]:
    """For every line at which such a label speaks: it; {} unless one sign divides those who ask from those who answer
    throughout."""
    best: dict[int, Label] = {}
    for form in (*_ENDS, "look", "none"):
        found = {at: label for at, line in enumerate(body) if (label := _read(line, form))}
        counts = Counter(_who(label) for label in found.values())
        found = {at: label for at, label in found.items() if counts[_who(label)] > 1 or label.strength == SURE}
        asked = any(label.kind == QUESTION and (form == "dash" or label.strength == SURE) for label in found.values())
        answered = any(label.kind == ANSWER for label in found.values())
        if asked and answered and max(counts.values()) > 1 and len(found) > len(best):
            best = found
    return best


def _who(label: Label) -> str:
    """The same for a full name and the last word of it."""
    return fold(label.name).split()[-1] if label.name else label.key


def _read(line: Line, form: str) -> Label | None:
    """The label before the sign of that form; only words of the vocabulary and persons."""
    skipped = len(line.text) - len(line.text.lstrip(BEFORE))
    bare = line.text[skipped:]
    if form == "look":
        end = line.lead - skipped
        return _labelled(bare, end, end) if 0 < end < len(bare) else None
    if form == "none":
        words = bare.split(maxsplit=2)
        known = next((" ".join(words[:most]) for most in (2, 1) if _is_sure(" ".join(words[:most]))), "")
        goes_on = bare[len(known):].lstrip()[:1]
        return _labelled(bare, len(known), len(known)) if known and not goes_on.islower() else None
    if form == "bracket":
        if bare[:1] not in _OPENING:
            return None
        bare = bare[1:]
    for tries, end in enumerate(_ENDS[form].finditer(bare[:MOST_CHARACTERS])):
        label = _labelled(bare, end.start(), end.end()) if tries < _MOST_TRIES else None
        if label or form != "dot":
            return label
    return None


def _labelled(bare: str, end: int, begin: int) -> Label | None:
    """The label that ends there, where what is said begins."""
    printed = bare[:end].strip(" *_")
    said = judge(printed) if printed else None
    if said and said[1] == POSSIBLE:
        # A full name without an honorific; separated() believes it only where it stands again.
        said = (ANSWER, LIKELY, *said[2:]) if starts_with_surname(said[3]) else None
    return Label(printed, *said, bare[begin:].strip()) if said else None


def _is_sure(words: str) -> bool:
    said = judge(words) if words else None
    return said is not None and said[1] == SURE
