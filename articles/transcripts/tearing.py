"""Several turns run together in one line ("…vậy? Ông A: Vâng…"): cut before the labels that speak elsewhere too."""

import re
from collections import Counter
from dataclasses import replace

from articles.vietnamese import fold

from .draft import ANSWER
from .labels import LIKELY, SURE, read_honorific, read_label
from .layout import Line

_ALWAYS = frozenset(("pv", "p.v", "phong vien"))
_REACH = 130  # characters behind the end of a sentence in which a label may stand
_LABEL_AHEAD = re.compile(
    r"(?<=[.?!…”\"])\s+(?=[*–-]?\s?[^\W\d_][^.:：?!…]{0,100}(?:\.[^.:：?!…]{1,60}){0,3}\s?[:：](?:\s|$))"
)
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
    if not known:
        return body
    known |= _ALWAYS
    names = {fold(label.name) for label in labels if label.kind == ANSWER and " " in label.name}
    found: list[Line] = []
    for line in body:
        cuts = [match.end() for match in _LABEL_AHEAD.finditer(line.text) if _speaks(line.text, match, known, names)]
        ends = [*cuts, len(line.text)]
        found.append(replace(line, text=line.text[:cuts[0]].rstrip()) if cuts else line)
        found += [
            replace(line, text=line.text[start:end].rstrip(), lead=0, bullet="", torn=True)
            for start, end in zip(cuts, ends[1:], strict=True)
        ]
    return found


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
