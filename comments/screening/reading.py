"""How a machine reads what a reader wrote: undisguised, without marks, every character knowing where it came from.

For matching only. What is stored and shown is what was written.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from articles.vietnamese import fold

# Letters of other scripts that look like one of ours, in lower case, and the small capitals.
LOOK_ALIKE = dict(
    zip(
        "авеѕіјһкԛмнорстухԁԝӏгплүҺαβεικνορτυχηγωσɑɡսոօհցզյᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ",
        "abesijhkqmhopctyxdwlrnlyhabeikvoptuxnywoagunohgqjabcdeghijklmnoprtuvwyz",
        strict=True,
    )
)
# Not seen: zero width, joiners, direction marks, soft hyphens, fillers, variation selectors, tags; and what is drawn
# around a character.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\u20dd-\u20e4\U000e0000-\U000e0fff]"
)
LEET = str.maketrans("0134578@$!|+", "oieastbasiit")
_LEET_SIGNS = set("0134578@$!|+")
_INNER_SIGNS = set("*`^~#")
# Drawn for a word: "óc🐶".
_DRAWN = {"🐶": " chó ", "🐕": " chó ", "🐩": " chó ", "💩": " cứt ", "🐷": " lợn ", "🐖": " lợn "}
_FIGURES_OF_OTHERS = "〇一二三四五六七八九"
# Letters on black ground: nothing else says which ones they are.
_ON_BLACK = {0x1F150: "a", 0x1F170: "a"}
# Letters with one and the same sign between them: "v.a.y", "l ồ n", "z-a-l-o"; a few figures may follow: "b.e.t.8.8".
_SPACED = re.compile(
    r"(?<![^\W_])[^\W\d_](?:([ .\-_*|,~/])[^\W\d_](?![^\W_]))(?:\1[^\W\d_](?![^\W_]))*"
    r"(?:(?:(?! )\1[0-9](?![^\W_])){1,4}(?!\1[0-9]))?"
)
_Y = re.compile(r"(?<=[bcdđghklmnpqrstvx])[yýỳỷỹỵ](?=[bcghkmnpt])")  # "đỵt"
_DOUBLED = re.compile(r"([a-z])\1")
# A sign inside a word that has more than a letter on one side of it: initials are no torn word.
_INSIDE = re.compile(r"(?<=[^\W\d_]{2})[.\-_*~|](?=[^\W\d_])|(?<=[^\W\d_])[.\-_*~|](?=[^\W\d_]{2})")
# A letter of a word between brackets: "l(o)n".
_BRACKETED = re.compile(r"(?<=[^\W\d_])[(\[{<]([^\W\d_])[)\]}>](?=[^\W\d_])")
# Three words or more that are quoted.
_QUOTED = re.compile(r"[\"“«]\s*(?:[^\s\"“”«»]+\s+){2,60}?[^\s\"“”«»]+\s*[\"”»]")
_TOKEN = re.compile(r"[^\W_]+(?:[@$!|+*'`^~#]+[^\W_]+)*")


class Token(NamedTuple):
    """One word. plain: its possible spellings without marks. marked: the same with marks. disguised: it was not written
    as words are. start, end: where, in the text as stored."""

    plain: frozenset
    marked: frozenset
    disguised: bool
    start: int
    end: int


@dataclass
class Reading:
    """plain: lower case, no marks, letters as they look, spaced-out letters closed up; marked: the same with marks.

    Both are of one length; positions[i] is where character i stands in `text`. ordinary: every character of the text
    looks like itself; who looks for what is disguised need not look here. known: what several checks ask and one found.
    """

    text: str
    plain: str = ""
    marked: str = ""
    positions: list = field(default_factory=list)
    closed: set = field(default_factory=set)
    ordinary: bool = False
    known: dict = field(default_factory=dict)

    def place(self, start, end):
        """(start, end) in the text as stored, of a match in plain or marked. Whole characters, marks included."""
        first, last = self.positions[start], self.positions[end - 1] + 1
        while last < len(self.text) and unicodedata.combining(self.text[last]):
            last += 1
        return first, last

    @cached_property
    def tokens(self):
        return [self._token(match) for match in _TOKEN.finditer(self.plain)]

    @cached_property
    def without_signs(self):
        """plain, with the digits and signs inside its words read as letters; of the same length."""
        return re.sub(r"\S+", lambda word: _read_signs(word[0]), self.plain)

    @cached_property
    def guises(self):
        """This Reading, and what it is with doubled letters once ("vayy tiềnn"), with torn words whole ("ch.ó")."""
        found = [self]
        if _DOUBLED.search(self.plain):
            once = [place for place in range(len(self.plain)) if not place or not self._repeats(place)]
            found.append(_kept(self, once, set()))
        if self.untorn:
            found.append(self.untorn)
        return found

    @cached_property
    def untorn(self):
        """The Reading without the signs inside its words where there are some; None for the others."""
        signs = {match.start() for match in _INSIDE.finditer(self.plain)}
        if len(signs) + len(self.closed) < 2:
            return None
        return _kept(self, [place for place in range(len(self.plain)) if place not in signs], set())

    @cached_property
    def unquoted(self):
        """The Reading without what it says in quotation marks; None where it quotes nothing longer than a name."""
        quoted = [match.span() for match in _QUOTED.finditer(self.plain)]
        if not quoted:
            return None
        inside = {place for start, end in quoted for place in range(start, end)}
        return _kept(self, [place for place in range(len(self.plain)) if place not in inside], set())

    def _repeats(self, place):
        letter = self.plain[place]
        return letter.isalpha() and letter == self.plain[place - 1]

    def _token(self, match):
        start, end = match.span()
        plain, marked = self.plain[start:end], self.marked[start:end]
        first, last = self.place(start, end)
        disguised = (
            (self.closed and not self.closed.isdisjoint(range(start, end)))
            or (not self.ordinary and self._strange(first, last))
            or _is_signed(plain)
        )
        return Token(spellings_of(plain), spellings_of(marked), bool(disguised), first, last)

    def _strange(self, first, last):
        return any(_shape(character) != character.lower() for character in self.text[first:last])


@lru_cache(maxsize=4096)
def _shape(character):
    """The letter this character looks like, lower case, its marks kept; "" where nothing is seen of it."""
    if UNSEEN.match(character):
        return ""
    if unicodedata.digit(character, None) is not None:
        return str(unicodedata.digit(character))
    if character in _DRAWN:
        return _DRAWN[character]
    if character in _FIGURES_OF_OTHERS:
        return str(_FIGURES_OF_OTHERS.index(character))
    for first, letter in _ON_BLACK.items():
        if first <= ord(character) < first + 26:
            return chr(ord(letter) + ord(character) - first)
    # What is no more than a picture separates words as a space does.
    return "".join(
        " " if unicodedata.category(part) == "So" else LOOK_ALIKE.get(part, part)
        for part in unicodedata.normalize("NFKC", character).lower()
    )


@lru_cache(maxsize=4096)
def _parts(character):
    """((a letter this character looks like, the same without marks; None for a mark), …)."""
    return tuple((part, None if unicodedata.combining(part) else fold(part)) for part in _shape(character))


def _is_ordinary(character):
    return _shape(character) == character.lower() and len(fold(character)) == len(character.lower()) == 1


# Our letters and the signs of our keyboards: nearly every comment is written in these alone, and read at a glance.
_OURS = (*range(0x20, 0x250), *range(0x1EA0, 0x1EFA), *range(0x2013, 0x201E))
_ORDINARY = re.compile(f"[\n{re.escape(''.join(filter(_is_ordinary, map(chr, _OURS))))}]*")


def read(text):
    """Return the Reading of a text in NFC (as stored). Linear in its length."""
    if _ORDINARY.fullmatch(text):
        marked = text.lower()
        return _closed_up(Reading(text, fold(marked), marked, list(range(len(text))), ordinary=True))
    marked, plain, positions = [], [], []
    for position, character in enumerate(text):
        for part, letter in _parts(character):
            if letter is None:
                joined = unicodedata.normalize("NFC", marked[-1] + part) if marked else ""
                if len(joined) == 1:
                    marked[-1] = joined
                continue  # a mark that composes with nothing is decoration
            if len(letter) == 1:
                marked.append(part)
                plain.append(letter)
                positions.append(position)
    return _closed_up(Reading(text, "".join(plain), "".join(marked), positions))


def _drawn_out(plain):
    """Matches of _SPACED and _BRACKETED in the order of the text, none over another."""
    found = [*_SPACED.finditer(plain), *_BRACKETED.finditer(plain)]
    done = 0
    for match in sorted(found, key=lambda match: match.start()):
        if match.start() >= done:
            yield match
            done = match.end()


def _closed_up(reading):
    """The reading with "v a y" as "vay". Two letters alone are closed up only where both are small: Đ.M. is a name."""
    kept, closed, done = [], set(), 0
    for match in _drawn_out(reading.plain):
        start, end = match.span()
        letters = range(start, end, 2) if match.re is _SPACED else [match.start(1)]
        written = [reading.text[reading.positions[place]] for place in letters]
        if (
            match.re is _SPACED
            and len(written) < 3
            and (match[1] not in ".-_" or any(letter.isupper() for letter in written))
        ):
            continue
        kept += range(done, start)
        closed.add(len(kept))
        kept += letters
        done = end
    if not closed:
        return reading
    kept += range(done, len(reading.plain))
    return _kept(reading, kept, closed)


def _kept(reading, places, closed):
    """The Reading of these places of another alone."""
    return Reading(
        reading.text,
        "".join(reading.plain[place] for place in places),
        "".join(reading.marked[place] for place in places),
        [reading.positions[place] for place in places],
        closed,
        reading.ordinary,
    )


def _read_signs(word):
    """Digits and signs inside a word as the letters they stand for; figures and units (5g, a4, 3km) stay."""
    if not _LEET_SIGNS.intersection(word) or not any(letter.isalpha() for letter in word):
        return word
    if re.fullmatch(r"[0-9]+[^\W\d_]{0,4}[0-9]?|[^\W\d_][0-9]+", word):
        return word
    return word.translate(LEET)


@lru_cache(maxsize=8192)
def _is_signed(word):
    """Whether signs or digits stand in a word for its letters."""
    return not _INNER_SIGNS.isdisjoint(word) or _read_signs(word) != word


@lru_cache(maxsize=8192)
def spellings_of(word):
    """What the word may stand for: as written, signs read, repeated letters once, teencode as the full letters."""
    bare = re.sub(r"[*'`^~#]+", "", word)
    found = {word, bare, _read_signs(bare)}
    for spelling in tuple(found):
        found.add(re.sub(r"(.)\1{2,}", r"\1", spelling))
        found.add(re.sub(r"(.)\1{2,}", r"\1\1", spelling))
        found.add(re.sub(r"([^o])\1+", r"\1", spelling))
    for spelling in tuple(found):
        taught = spelling.replace("j", "i").replace("f", "ph").replace("w", "qu")
        found.add(re.sub(r"k$", "c", re.sub(r"^k(?=[aăâoôơuư])", "c", taught)))
        found.add(re.sub(r"^z", "d", spelling))
        found.add(_Y.sub(lambda match: "iíìỉĩị"["yýỳỷỹỵ".index(match[0])], spelling))
    return frozenset(found - {""})
