"""One tokeniser for both databases: what a word is, and the streams of words an article is kept as.

The databases split 30/4, 15.608 and CT/TW each in its own way; so they are given words of letters and digits alone,
with spaces between them, each with a letter in front that says where it stands and whether its marks are kept.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ..vietnamese import fold, fold_map, nfc, spelling_key

# Where a word stands, marks and all or without them: the four streams.
EXACT_HEADLINE, EXACT_TEXT, HEADLINE, TEXT = "a", "b", "c", "d"
PAIR = "e"  # two words of TEXT side by side, which make a word of their own
LONGEST_WORD = 40
# Of one text; a novel fits. PostgreSQL refuses more than a megabyte.
LONGEST_TEXT = 150_000

# Soft hyphens and joiners stand inside words and are no part of them.
_INSIDE = "\u00ad\u200c\u200d\u2060\ufeff"
_WORD = re.compile(rf"[^\W_]+(?:[{_INSIDE}]+[^\W_]+)*")
# Latin letters in one piece and the signs of every day: no mark stands alone, each folds to one character of its kind.
_COMMON = re.compile("[\0-\u02af\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]*")
_NOT_OF_WORDS = re.compile(r"[\W_]+")
_TONES = str.maketrans("\u0300\u0309\u0303\u0301\u0323", "12345")  # huyền hỏi ngã sắc nặng
_I_OR_Y = re.compile(r"(?:h|k|l|m|s|t|v|qu)[iy]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text. exact: its key with marks, the same for "hòa" and "hoà"; folded: without any.

    start, end: where it stands in nfc(text).
    """

    exact: str
    folded: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order; "30/4" are two, "Bến Lĩnh" are two."""
    normal = nfc(text)
    folded, places = fold_map(normal)
    for match in _WORD.finditer(folded):
        start = places[match.start()]
        # Marks that compose with nothing belong to the letter before them.
        end = places[match.end()] if match.end() < len(places) else len(normal)
        exact, key = _keys(normal[start:end], match[0])
        if key:
            yield Word(exact, key, start, end)


def keys(text: str) -> list[tuple[str, str]]:
    """(exact, folded) of each word: what words() gives without the places, in a tenth of the time for common text."""
    normal = nfc(text)
    if _COMMON.fullmatch(normal):
        return [pair for pair in map(_keys_of, _WORD.findall(normal)) if pair[1]]
    return [(word.exact, word.folded) for word in words(text)]


@lru_cache(maxsize=65_536)
def _keys_of(written: str) -> tuple[str, str]:
    return _keys(written, fold(written))


@lru_cache(maxsize=16_384)
def _keys(written: str, folded: str) -> tuple[str, str]:
    """(exact, folded) keys of a word, as it is written and as fold() gives it; "" and "" for what is none."""
    plain = _plain(folded)
    return (_exact(written) or plain, spelling_key(plain)) if plain else ("", "")


def _plain(word: str) -> str:
    """The folded letters and digits of a word; wide, small and raised ones as the common ones."""
    if not word.isascii():
        word = _NOT_OF_WORDS.sub("", fold(unicodedata.normalize("NFKC", word)))
    return word[:LONGEST_WORD]


def _exact(written: str) -> str:
    """The key of a word with its marks; the tone, which the spelling key puts last, as a digit."""
    toned = unicodedata.normalize("NFD", spelling_key(unicodedata.normalize("NFKC", written))).translate(
        _TONES
    )
    return _NOT_OF_WORDS.sub("", unicodedata.normalize("NFC", toned))[:LONGEST_WORD]


def streams(headline: str, texts: Iterable[str]) -> list[list[str]]:
    """The four streams of an article: its headline and everything it says (headline included), exact and folded.

    Between two texts stands a word nobody can ask for, so that no phrase reaches from one into the next.
    """
    exact_headline, exact_text, folded_headline, folded_text = [], [], [], []
    for exact, folded in keys(headline[:LONGEST_TEXT]):
        exact_headline.append(EXACT_HEADLINE + exact)
        folded_headline.append(HEADLINE + folded)
    left = LONGEST_TEXT
    for text in (headline, *texts):
        for exact, folded in keys(text[: max(left, 0)]):
            exact_text.append(EXACT_TEXT + exact)
            folded_text.append(TEXT + folded)
        exact_text.append(EXACT_TEXT)
        folded_text.append(TEXT)
        left -= len(text)
    return [exact_headline, exact_text, folded_headline, folded_text]


def pairs(text: list[str]) -> set[str]:
    """Every two words that stand side by side in a row of TEXT, each two as one word; none across two texts."""
    return {f"{PAIR}{one[1:]} {other[1:]}" for one, other in pairwise(text) if TEXT not in (one, other)}


def pattern(folded: str) -> str:
    """A regular expression that finds in fold(text) every word with this key."""
    return f"{re.escape(folded[:-1])}[iy]" if _I_OR_Y.fullmatch(folded) else re.escape(folded)
