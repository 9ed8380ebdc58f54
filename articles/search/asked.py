"""What a reader typed into the search box, as phrases of words. Nothing typed is an error."""

import re
from dataclasses import dataclass

from ..vietnamese import nfc
from .words import TEXT, Word, pairs, words

LONGEST_QUERY = 200  # characters that are read
MOST_WORDS = 16
_QUOTED = re.compile(r"[\"“”„‟«»＂]([^\"“”„‟«»＂]*)[\"“”„‟«»＂]")

_HOLDS = re.compile("[-‐‑–−/.:&'’‘´`′\u02b9\u02bb-\u02bd\u02c8]")


@dataclass(frozen=True, slots=True)
class Asked:
    """phrases: each a row of Words that must stand side by side; most are of one word. All of them are wanted.

    text: what was typed, as it is shown again.
    """

    text: str
    phrases: tuple[tuple[Word, ...], ...]

    def __bool__(self):
        return bool(self.phrases)

    @property
    def words(self):
        return [word for phrase in self.phrases for word in phrase]

    def lexemes(self, stream):
        """The phrases as rows of words of this stream (see words.py)."""
        exact = stream in "ab"
        return [
            [stream + (word.exact if exact else word.folded) for word in phrase] for phrase in self.phrases
        ]

    @property
    def pairs(self):
        """The words of each phrase two by two (see words.py), one list for all of them."""
        return sorted({pair for phrase in self.lexemes(TEXT) for pair in pairs(phrase)})

    def in_a_row(self, stream):
        """All words as one phrase of this stream."""
        return [[lexeme for phrase in self.lexemes(stream) for lexeme in phrase]]


def read(typed: str, signs_hold=True) -> Asked:
    """Read a query: quoted words are a phrase, and so are words that a sign holds together ("30/4", "15.608").

    signs_hold: False takes these for words of their own.
    """
    text = " ".join(nfc(typed)[:LONGEST_QUERY].split())
    phrases, at = [], 0
    for quoted in _QUOTED.finditer(text):
        phrases += _held_together(text[at : quoted.start()], signs_hold)
        phrases.append(list(words(quoted[1])))
        at = quoted.end()
    phrases += _held_together(text[at:], signs_hold)
    return Asked(text, _so_many(filter(None, phrases)))


def _held_together(text, signs_hold):
    phrases = []
    for word in words(text):
        before = phrases[-1][-1] if phrases else None
        between = text[before.end : word.start] if before else ""
        holds = _HOLDS.fullmatch(between) or (
            between == "," and before.folded.isdigit() and word.folded.isdigit()
        )
        if signs_hold and holds:
            phrases[-1].append(word)
        else:
            phrases.append([word])
    return phrases


def _so_many(phrases):
    """The first MOST_WORDS words, no phrase twice; one that goes beyond them is cut."""
    kept, left = {}, MOST_WORDS
    for phrase in phrases:
        keys = tuple(word.exact for word in phrase[:left])
        if keys and keys not in kept:
            kept[keys] = tuple(phrase[:left])
            left -= len(keys)
    return tuple(kept.values())
