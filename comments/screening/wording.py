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
# The last sentences are looked at each by each, as far as this many letters from the end.
ENOUGH_AT_END, SENTENCES, LONGEST_END = 4.8, 3, 400
WORDS = 4  # shorter comments are worded like nothing
_EXAMPLES = Path(__file__).with_name("examples.txt")
# A consonant alone is what is left of an abbreviation: it says nothing.
_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]{2,}|[aeiouyk](?![^\W_])|[?!%/]")
_BEGINNING = "^"
_SENTENCE = re.compile(r"[.!?…]\s+|\n\s*")


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
    """The Worded of a Reading, None where it is worded as most honest comments are. learnt: what learn() gave.

    Who begins with kind words and ends with an offer is known by the end.
    """
    learnt = learnt or _learnt()
    weight, weighed = _weighed(reading, 0, learnt)
    if weight < ENOUGH:
        ends = [_weighed(reading, begins, learnt) for begins in _ends(reading.plain)]
        end = max(ends, key=lambda end: end[0], default=(0.0, []))
        if end[0] >= ENOUGH_AT_END:
            weight, weighed = end
    if weight < ENOUGH_WITH_SIGN:
        return None
    _, kinds = learnt
    found = [mark for _, mark, _ in weighed]
    kind = max(sorted(kinds), key=lambda kind: sum(kinds[kind].get(mark, 0.0) for mark in found))
    _, _, place = max(weighed, key=lambda each: each[0])
    return Worded(kind, weight, *reading.place(*place))


def _weighed(reading, begins, learnt):
    """(the weight of a Reading from this place on, [(weight, mark, its place)]); (0, []) of a few words."""
    weights, _ = learnt
    marks = _marks(reading, begins)
    if sum(isinstance(mark, tuple) for mark, _ in marks) < WORDS:
        return 0.0, []
    weighed = [(weights[mark], mark, place) for mark, place in marks if mark in weights]
    return sum(weight for weight, _, _ in weighed), weighed


def _ends(plain):
    """Where the last sentences begin, the first of all left out."""
    return [match.end() for match in _SENTENCE.finditer(plain, max(0, len(plain) - LONGEST_END))][-SENTENCES:]


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


def _marks(reading, begins=0):
    """(what is looked at, (start, end) in the Reading) of each word with its marks, and of two in a row without."""
    found, before, place = {}, _BEGINNING, begins
    for match in _WORD.finditer(reading.marked, begins):
        marked, plain = (
            ("0", "0") if match[0][0].isdecimal() else (match[0], reading.plain[slice(*match.span())])
        )
        found.setdefault(marked, match.span())
        found.setdefault((before, plain), (place, match.end()))
        before, place = plain, match.start()
    return found.items()
