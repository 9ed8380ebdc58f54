"""Several turns run together in one line ("…vậy? Ông A: Vâng…"): cut before the labels that speak elsewhere too."""

import re
from collections import Counter
from dataclasses import replace

from articles.vietnamese import fold

from .asking import ends_asking
from .draft import ANSWER
from .labels import LIKELY, SURE, read_bare_label, read_honorific, read_label
from .layout import Line, is_name
from .people import people_in

_ALWAYS = frozenset(("pv", "p.v", "phong vien"))
_REACH = 130  # characters behind the end of a sentence in which a label may stand
_LABEL_AHEAD = re.compile(
    r"(?<=[.?!…”\"])\s+(?=[*–-]?\s?[^\W\d_][^.:：?!…]{0,100}(?:\.[^.:：?!…]{1,60}){0,3}\s?[:：](?:\s|$))"
)
_LEAST_WORDS = 3  # of a question
_INTRODUCTION = 6  # lines in which people are introduced
_QUOTES = ("\"", "“", "'", "‘")


def torn(body: list[Line]) -> list[Line]:
    """The lines, cut where a label known from the beginning of other lines, or a person known from one, follows the end
    of a sentence.

    The new lines are marked as torn: who speaks there should be looked at.
    """
    labels = [label for line in body if (label := read_label(line.text))]
    counts = Counter(label.printed for label in labels)
    known = {
        fold(label.printed) for label in labels
        if label.strength == SURE or label.strength == LIKELY and (counts[label.printed] > 1 or label.name)
    }
    alone = {line.text for line in body if (label := read_bare_label(line.text)) and label.strength >= LIKELY
             and (" " in label.name or label.strength == SURE)}
    whole = tuple(f" {text}" for text in alone)
    looks = tuple(look for look in ("bold", "italic")
                  if sum(getattr(line, look) and ends_asking(line.text) for line in body))
    body = [part for line in body for part in _cut_look(line, looks)]
    known |= {fold(printed) for printed, number in counts.items() if number > 1 and _is_person(printed)}
    known |= _ALWAYS
    names = {fold(label.name) for label in labels if label.kind == ANSWER and " " in label.name}
    names |= {fold(person.name) for person in people_in(line.text for line in body[:_INTRODUCTION])}
    found: list[Line] = []
    for line in body:
        if line.text.endswith(whole) and (end := _before_label(line.text, whole)):
            found.append(replace(line, text=line.text[:end]))
            found.append(replace(line, text=line.text[end:].strip(), lead=0, bullet="", torn=True))
            continue
        cuts = [match.end() for match in _LABEL_AHEAD.finditer(line.text) if _speaks(line.text, match, known, names)]
        ends = [*cuts, len(line.text)]
        found.append(replace(line, text=line.text[:cuts[0]].rstrip()) if cuts else line)
        found += [
            replace(line, text=line.text[start:end].rstrip(), lead=0, bullet="", torn=True)
            for start, end in zip(cuts, ends[1:], strict=True)
        ]
    return found


def _is_person(printed: str) -> bool:
    """Whether a label that no vocabulary knows is somebody's full name: "Lục Thị Yến (xã Nà Thoang)"."""
    label = read_label(f"{printed}: …")
    return label is not None and is_name(label.name, least=2)


def _before_label(text: str, whole: tuple[str, ...]) -> int:
    """Where the label begins that stands behind the last sentence of a line, 0 where none does."""
    ends = (len(text) - len(label) for label in whole if text.endswith(label))
    return next((end for end in ends if end > 0 and text[end - 1] in ".?!…”\""), 0)


def _cut_look(line: Line, looks: tuple[str, ...]) -> list[Line]:
    """A question that its answer follows in the same line, told from it by a look that other questions have too."""
    asked = line.text[:line.lead].rstrip()
    if not looks or not 0 < line.lead < len(line.text) or not ends_asking(asked) or len(asked.split()) < _LEAST_WORDS:
        return [line]
    rest = replace(line, text=line.text[line.lead:].strip(), lead=0, bullet="", torn=True)
    return [replace(line, text=asked, **{looks[0]: True}), rest]


def _speaks(text: str, match: re.Match, known: set[str], names: set[str]) -> bool:
    label = read_label(text[match.end():match.end() + _REACH])
    last = text[max(0, match.start() - 20):match.start()].split()[-1:]
    # The full stop of "TS." ends no sentence.
    if label is None or label.rest[:1] in _QUOTES or (last and read_honorific(last, 0)):
        return False
    asked = text[:match.start()].endswith("?") and label.kind == ANSWER and bool(label.name)
    return fold(label.printed) in known or (bool(label.name) and fold(label.name) in names) or (
        asked and label.strength == LIKELY
    )
