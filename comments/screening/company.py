"""A comment among the others: from one address, of the same words, almost the same."""

import hashlib
import re
from functools import lru_cache
from typing import NamedTuple

from articles.vietnamese import tokens

from .findings import Finding

BUSY = 10  # comments of one address in ten minutes; whole neighbourhoods share one
# Of the runs of three words that either has. A word put in breaks three; a short text has few, and set phrases.
ALIKE, ALIKE_LONG, LONG = 0.6, 0.42, 18
BITS = 1024
WORDS = 6  # shorter ones are alike by nature: “Cảm ơn tòa soạn”


def essence(reading):
    """A hash two Readings share that differ by case, signs, spaces and disguise alone; "" for one of few words."""
    words = re.findall(r"[^\W_]+", reading.marked)
    if len(words) < WORDS:
        return ""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def runs(folded):
    """The runs of three words of a folded text, for likeness(); a number for each is sooner laid beside others."""
    words = folded.split()
    triples = zip(words, words[1:], words[2:], strict=False)
    return frozenset(map(hash, triples)) if len(words) >= WORDS else frozenset()


class Sketch(NamedTuple):
    """The runs of a text, and a number that has a bit for each of them: few bits in common, few runs in common."""

    runs: frozenset
    bits: int


# A new comment is laid beside those that the one before it was laid beside, and one more.
@lru_cache(maxsize=256)
def sketch(folded):
    found = runs(folded)
    return Sketch(found, sum({1 << run % BITS for run in found}))


def likeness(one, other):
    """How alike two sets of runs are, from 0 to 1."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def often(written, circumstances):
    if circumstances.of_address >= BUSY:
        yield Finding(
            "rate",
            f"{circumstances.of_address} ý kiến khác từ cùng một địa chỉ mạng trong 10 phút; có thể là nhiều người.",
        )


def same(written, circumstances):
    if circumstances.same_words:
        yield Finding("same", f"Trùng lời với {circumstances.same_words} ý kiến đã gửi.")


def alike(written, circumstances):
    if circumstances.same_words:
        return
    mine = sketch(" ".join(tokens(written.text)))
    # One that is much shorter or longer cannot be alike, nor one that shares too few bits: some runs share theirs.
    needed = ALIKE_LONG if len(mine.runs) >= LONG else ALIKE
    least, most = len(mine.runs) * needed, len(mine.runs) / needed
    enough = int(least) - (len(mine.runs) - mine.bits.bit_count())
    others = map(sketch, circumstances.recent) if mine.runs else ()
    near = [
        theirs
        for theirs, bits in others
        if (mine.bits & bits).bit_count() >= enough and least <= len(theirs) <= most
    ]
    closest = max((likeness(mine.runs, other) for other in near), default=0.0)
    if closest >= needed:
        yield Finding("alike", f"Gần giống một ý kiến mới gửi ({round(closest * 100)}%).")


def blocked(written, circumstances):
    if circumstances.blocked:
        yield Finding("blocked", circumstances.blocked)
