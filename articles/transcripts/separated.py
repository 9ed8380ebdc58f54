"""Labels that something else than a colon ends, throughout a transcript: "PV - …", "PV. …", "[PV] …", "PV | …"."""

import re
from collections import Counter

from .draft import ANSWER, QUESTION
from .labels import BEFORE, MOST_CHARACTERS, POSSIBLE, SURE, Label, judge
from .layout import Line

_ENDS = {
    "dash": re.compile(r"\s+[-–—]\s*|(?<=[^\W\d_])[-–—]\s+"),
    "dot": re.compile(r"\.\s+(?=[\"“(]?[^\W_])"),
    "bar": re.compile(r"\s*(?:[|»]|[/>]{1,2})\s*"),
    "bracket": re.compile(r"[\])>»]\s*[-–—]?\s*"),
}
_OPENING = "[(<«"
_MOST_TRIES = 3  # "TS. Lê B. Tôi…": the first full stops end no label


def separated(body: list[Line]) -> dict[int, Label]:
    """For every line at which such a label speaks: it; {} unless one sign divides those who ask from those who answer
    throughout."""
    best: dict[int, Label] = {}
    for form in _ENDS:
        found = {at: label for at, line in enumerate(body) if (label := read_separated_label(line.text, form))}
        counts = Counter(label.key for label in found.values())
        found = {at: label for at, label in found.items() if counts[label.key] > 1 or label.strength == SURE}
        asked = any(label.kind == QUESTION and (form == "dash" or label.strength == SURE) for label in found.values())
        answered = any(label.kind == ANSWER for label in found.values())
        if asked and answered and max(counts.values()) > 1 and len(found) > len(best):
            best = found
    return best


def read_separated_label(line: str, form: str) -> Label | None:
    """The label before the sign of that form; only words of the vocabulary and persons."""
    bare = line.lstrip(BEFORE)
    if form == "bracket":
        if bare[:1] not in _OPENING:
            return None
        bare = bare[1:]
    for tries, end in enumerate(_ENDS[form].finditer(bare[:MOST_CHARACTERS])):
        label = bare[:end.start()].strip(" *_")
        said = judge(label) if label and tries < _MOST_TRIES else None
        if said and said[1] != POSSIBLE:
            return Label(label, *said, bare[end.end():].strip())
        if form != "dot":
            break
    return None
