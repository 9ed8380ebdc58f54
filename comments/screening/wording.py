"""How offers are worded and how honest comments are: learnt from examples, for what no list of words foresees.

The examples lie in examples.txt, "kind | text" on a line; who adds a line there teaches it. A word, or two in a row,
weighs for an offer as much as it is found among the offers more often than among the honest ones (naive Bayes).
"""

import math
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from articles.vietnamese import nfc

from .reading import read

HONEST = "honest"
# The weight at which a wording is taken for an offer, and where there is another sign of one; honest ones stay far
# below nought.
ENOUGH, ENOUGH_WITH_SIGN = 3.6, 1.4
WORDS = 4  # shorter comments are worded like nothing
_EXAMPLES = Path(__file__).with_name("examples.txt")
# A consonant alone is what is left of an abbreviation: it says nothing.
_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]{2,}|[aeiouyk](?![^\W_])|[?!%/]")
_BEGINNING = "^"


class Worded(NamedTuple):
    """The kind of offer a text is worded like, how much, and the words that show it best: as stored, start to end."""

    kind: str
    weight: float
    start: int
    end: int


def examples():
    """[(kind, text)] of examples.txt."""
    lines = _EXAMPLES.read_text(encoding="utf-8").splitlines()
    return [(kind, nfc(text)) for kind, _, text in (line.partition(" | ") for line in lines)]


def worded(reading, learnt=None):
    """The Worded of a Reading, None where it is worded as most honest comments are. learnt: what learn() gave."""
    weights, kinds = learnt or _learnt()
    marks = _marks(reading)
    if sum(isinstance(mark, tuple) for mark, _ in marks) < WORDS:
        return None
    weighed = [(weights[mark], mark, place) for mark, place in marks if mark in weights]
    of_all = sum(weight for weight, _, _ in weighed)
    if of_all < ENOUGH_WITH_SIGN:
        return None
    found = [mark for _, mark, _ in weighed]
    kind = max(sorted(kinds), key=lambda kind: sum(kinds[kind].get(mark, 0.0) for mark in found))
    _, _, place = max(weighed, key=lambda each: each[0])
    return Worded(kind, of_all, *reading.place(*place))


def learn(told):
    """({mark: weight for an offer}, {kind: {mark: weight for this kind among the offers}}) of [(kind, text)]."""
    counts, texts = {}, Counter(kind for kind, _ in told)
    for kind, text in told:
        counts.setdefault(kind, Counter()).update(dict(_marks(read(text))).keys())
    honest, offered = counts.pop(HONEST), sum(counts.values(), Counter())
    of_offers = texts.total() - texts[HONEST]
    weights = {
        mark: _log_share(offered[mark], of_offers) - _log_share(honest[mark], texts[HONEST])
        for mark in offered | honest
    }
    kinds = {
        kind: {mark: _lift(number[mark], texts[kind], offered[mark] / of_offers) for mark in offered}
        for kind, number in counts.items()
    }
    return weights, kinds


@lru_cache(maxsize=1)
def _learnt():
    return learn(examples())


def _lift(number, of_kind, share):
    """How much oftener than its share a mark is met in one kind of offers, as a logarithm."""
    return math.log((number + 2 * share) / (of_kind + 2) / share)


def _log_share(number, of_all):
    return math.log((number + 1) / (of_all + 2))


def _marks(reading):
    """(what is looked at, (start, end) in the Reading) of each word with its marks, and of two in a row without."""
    found, before, place = {}, _BEGINNING, 0
    for match in _WORD.finditer(reading.marked):
        marked, plain = (
            ("0", "0") if match[0][0].isdecimal() else (match[0], reading.plain[slice(*match.span())])
        )
        found.setdefault(marked, match.span())
        found.setdefault((before, plain), (place, match.end()))
        before, place = plain, match.start()
    return found.items()
