"""Which words of a found article are shown, and which of them are marked: the original ones, as they are printed."""

import re
import unicodedata
from array import array
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from ..richtext.sanitizer import plain
from ..vietnamese import fold_map, nfc
from .asked import Asked
from .words import keys, pattern

LENGTH = 240  # characters of a text
BEFORE = 80  # of them, before the first hit
QUESTION_LENGTH = 160
REMEMBERED = 1000  # texts, most of a kilobyte or two


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; hit: it is what was asked for."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """headline, words: Pieces. Where the hit is in a question, an answer or a remark of an interview, or in the name of
    who answers: what was asked, what was said (as `words`), by whom, and the anchor of the very place; else question
    and speaker are [] and anchor is "".
    """

    headline: list[Piece]
    words: list[Piece]
    question: list[Piece] = field(default_factory=list)
    speaker: list[Piece] = field(default_factory=list)
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """What was asked for, in nfc(text)[start:end]. good: 3 all words in a row with their marks, 2 all in a row, 1 one
    of them with its marks, 0 one of them. key: its words without marks."""

    start: int
    end: int
    good: int
    key: tuple[str, ...]


# All but European letters and the signs of every day: among them "²" and "Ａ", which words.py reads as 2 and a.
_RARE = re.compile("[^\0-\xa9\xab-\xb1\xb4-\xb8\xbb-\u02ff\u1e00-\u1eff\u2010-\u205e]")


def _common(rare):
    common = unicodedata.normalize("NFKC", rare[0]).lower()
    return common if len(common) == 1 and common.isalnum() else rare[0]


# What is searched for most stands in the newest stories: they are read again and again.
@lru_cache(maxsize=REMEMBERED)
def _text(passage_html):
    return plain(passage_html, captions=True)


@lru_cache(maxsize=REMEMBERED)
def _read(text):
    """(nfc(text), the same as words are sought in it, the place in the first of each character of the second and of its
    end; None where they are the same)."""
    normal = nfc(text)
    folded, places = fold_map(normal)
    same = len(folded) == len(normal)
    return normal, _RARE.sub(_common, folded), None if same else array("I", [*places, len(normal)])


class Marker:
    """Finds what was asked for in one text after another."""

    def __init__(self, asked: Asked):
        rows = [" ".join(pattern(word.folded) for word in phrase) for phrase in asked.phrases]
        self._in_a_row = _pattern([" ".join(rows)]) if rows else None
        self._each = _pattern(sorted(rows, key=len, reverse=True)) if len(rows) > 1 else None
        self._exact = {tuple(word.exact for word in phrase) for phrase in (*asked.phrases, asked.words)}
        # As good as a Hit can be: what is typed without marks is hardly printed so.
        self.enough = 3 if any(word.exact != word.folded for word in asked.words) else 2

    def hits(self, text) -> list[Hit]:
        """All of them in order: where all words stand in a row, those places only."""
        if not self._in_a_row:
            return []
        normal, folded, places = _read(text)

        def found(expression, good):
            for match in expression.finditer(folded):
                start, end = match.span()
                if places:
                    start, end = places[start], places[end]
                row = keys(normal[start:end])
                exact = tuple(with_marks for with_marks, _ in row) in self._exact
                yield Hit(start, end, good + exact, tuple(folded for _, folded in row))

        return list(found(self._in_a_row, 2)) or list(found(self._each, 0) if self._each else ())

    def marked(self, text, length=None) -> list[Piece]:
        """The text, shortened around its first good hit where it is longer than `length`.

        Where a word stands as it was typed, those that only look like it are not marked.
        """
        return self.marked_alike([(text, length)])[0]

    def marked_alike(self, texts) -> list[list[Piece]]:
        """marked() for (text, length) pairs that are shown together: what is marked in one tells what is in another."""
        found, best = [self.hits(text) for text, _ in texts], {}
        for hit in chain(*found):
            best[hit.key] = max(hit.good, best.get(hit.key, 0))
        least = 2 if max(best.values(), default=0) >= 2 else 0
        return [
            _pieces(text, [hit for hit in hits if least <= hit.good == best[hit.key]], length)
            for (text, length), hits in zip(texts, found, strict=True)
        ]


def _pieces(text, hits, length):
    normal = nfc(text)
    first, last = 0, len(normal)
    if length and len(normal) > length:
        first, last = _window(normal, max(hits, key=lambda hit: hit.good).start if hits else 0, length)
    pieces, at = [Piece("…" if first else "")], first
    for hit in hits:
        if first <= hit.start and hit.end <= last:
            pieces += [Piece(normal[at : hit.start]), Piece(normal[hit.start : hit.end], True)]
            at = hit.end
    pieces += [Piece(normal[at:last]), Piece("…" if last < len(normal) else "")]
    return [piece for piece in pieces if piece.text]


def _pattern(rows):
    # Between the words of a row may stand whatever is no letter and no digit.
    alternatives = "|".join(row.replace(" ", r"[\W_]{1,6}") for row in rows)
    return re.compile(rf"(?<![^\W_])(?:{alternatives})(?![^\W_])")


def _window(text, hit, length):
    """(first, last) of about `length` characters around a hit, between words, from a sentence's start if near."""
    first = max(0, hit - BEFORE)
    if first:
        sentence = max(text.rfind(mark, max(0, first - BEFORE), hit) for mark in (". ", "! ", "? "))
        space = text.find(" ", first, hit)
        first = sentence + 1 if sentence >= 0 else space + 1 if space >= 0 else first
    while first < hit and text[first].isspace():
        first += 1
    last = min(len(text), first + length)
    if last < len(text):
        space = text.rfind(" ", max(hit + 1, last - 30), last)
        last = space if space > 0 else last
        last = len(text[:last].rstrip(" .,;:–"))  # before “…”
    return first, last


def excerpt(article, asked: Asked) -> Excerpt:
    """What to show of a found article. Reads its exchanges with their speakers; prefetch them for many."""
    marker = Marker(asked)
    passages = list(article.passages())
    speakers = _speakers(article, marker)
    named = {number: marker.hits(speaker) for number, speaker in speakers.items()}
    best, place = (), passages[0] if passages else None
    for passage in passages:
        worth = _worth([*marker.hits(_text(passage.html)), *named.get(passage.speaker_id, ())])
        if worth > best:
            best, place = worth, passage
        if best and best[0] >= marker.enough:
            break  # no other place says more, and to read one costs
    # Single words elsewhere say less than the whole in the headline.
    elsewhere = not best or max((hit.good for hit in marker.hits(article.headline)), default=-1) > best[0]
    if elsewhere or place.exchange_id is None:
        said, question, speaker, anchor = place, None, "", ""
    else:
        here = [passage for passage in passages if passage.exchange_id == place.exchange_id]
        said, question = next((passage for passage in here if passage.role != "question"), place), None
        if said.role == "answer":
            # A second guest answers the question that the first one was asked.
            asked_before = passages[: passages.index(said)]
            question = next((each for each in reversed(asked_before) if each.role == "question"), None)
        speaker, anchor = speakers.get(said.speaker_id, said.speaker), here[0].anchor
    texts = [
        (article.headline, None),
        (_one_line(_text(said.html)) if said else "", LENGTH),
        (_one_line(_text(question.html)) if question else "", QUESTION_LENGTH),
        (speaker, None),
    ]
    return Excerpt(*marker.marked_alike(texts), anchor)


def _speakers(article, marker):
    """{number of an Interviewee: what they are called, with their office where that was asked for}."""
    guests = {exchange.answered_by for exchange in article.exchanges.all() if exchange.answered_by}
    return {guest.pk: str(guest) if marker.hits(guest.office) else guest.speaker for guest in guests}


def _worth(hits):
    """How much a passage tells of what was asked, to be compared: the best kind of hit, how many different ones, how
    many; () for nothing."""
    return (max(hit.good for hit in hits), len({hit.key for hit in hits}), len(hits)) if hits else ()


def _one_line(text):
    """The text without its lines; a heading, which has no full stop of its own, ends with one."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return re.sub(r"(?<=[^\W_])\n+", ". ", "\n".join(filter(None, lines))).replace("\n", " ")
