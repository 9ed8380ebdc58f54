"""How a machine reads what a reader wrote: undisguised, without marks, every character knowing where it came from.

For matching only. What is stored and shown is what was written.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from articles.vietnamese import fold

# Letters of other scripts that look like one of ours, in lower case, and the small capitals.
LOOK_ALIKE = dict(
    zip(
        "авеѕіјһкԛмнорстухԁԝӏгпαβεικνορτυχηγɑɡᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ",
        "abesijhkqmhopctyxdwlrnabeikvoptuxnyagabcdeghijklmnoprtuvwyz",
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
# Letters with one and the same sign between them: "v.a.y", "l ồ n", "z-a-l-o".
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:([ .\-_*|,~/])[^\W\d_](?![^\W_]))(?:\1[^\W\d_](?![^\W_]))*")
_TOKEN = re.compile(r"[^\W_]+(?:[@$!|+*'`^~#]+[^\W_]+)*")


@dataclass(frozen=True)
class Token:
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

    Both are of one length; positions[i] is where character i stands in `text`.
    """

    text: str
    plain: str = ""
    marked: str = ""
    positions: list = field(default_factory=list)
    closed: set = field(default_factory=set)

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

    def _token(self, match):
        start, end = match.span()
        plain, marked = self.plain[start:end], self.marked[start:end]
        disguised = start in self.closed or self._strange(start, end)
        spellings = spellings_of(plain)
        read = _read_signs(plain)
        return Token(
            plain=spellings,
            marked=spellings_of(marked),
            disguised=disguised or read != plain,
            start=self.place(start, end)[0],
            end=self.place(start, end)[1],
        )

    def _strange(self, start, end):
        first, last = self.place(start, end)
        return any(_shape(character) != character.lower() for character in self.text[first:last])


@lru_cache(maxsize=4096)
def _shape(character):
    """The letter this character looks like, lower case, its marks kept; "" where nothing is seen of it."""
    if UNSEEN.match(character):
        return ""
    return "".join(LOOK_ALIKE.get(part, part) for part in unicodedata.normalize("NFKC", character).lower())


def read(text):
    """Return the Reading of a text in NFC (as stored). Linear in its length."""
    marked, plain, positions = [], [], []
    for position, character in enumerate(text):
        for part in _shape(character):
            if unicodedata.combining(part):
                joined = unicodedata.normalize("NFC", marked[-1] + part) if marked else ""
                if len(joined) == 1:
                    marked[-1] = joined
                continue  # a mark that composes with nothing is decoration
            letter = fold(part)
            if len(letter) == 1:
                marked.append(part)
                plain.append(letter)
                positions.append(position)
    return _closed_up(Reading(text, "".join(plain), "".join(marked), positions))


def _closed_up(reading):
    """The reading with "v a y" as "vay". Two letters alone are closed up only where both are small: Đ.M. is a name."""
    kept, closed, done = [], set(), 0
    for match in _SPACED.finditer(reading.plain):
        start, end = match.span()
        letters = range(start, end, 2)
        written = [reading.text[reading.positions[place]] for place in letters]
        if len(written) < 3 and (match[1] not in ".-_" or any(letter.isupper() for letter in written)):
            continue
        kept += range(done, start)
        closed.add(len(kept))
        kept += letters
        done = end
    if not closed:
        return reading
    kept += range(done, len(reading.plain))
    return Reading(
        reading.text,
        "".join(reading.plain[place] for place in kept),
        "".join(reading.marked[place] for place in kept),
        [reading.positions[place] for place in kept],
        closed,
    )


def _read_signs(word):
    """Digits and signs inside a word as the letters they stand for; figures and units (5g, a4, 3km) stay."""
    if not _LEET_SIGNS.intersection(word) or not any(letter.isalpha() for letter in word):
        return word
    if re.fullmatch(r"[0-9]+[^\W\d_]{0,4}[0-9]?|[^\W\d_][0-9]+", word):
        return word
    return word.translate(LEET)


@lru_cache(maxsize=8192)
def spellings_of(word):
    """What the word may stand for: as written, signs read, repeated letters once, teencode as the full letters."""
    bare = re.sub(r"[*'`^~#]+", "", word)
    found = {word, bare, _read_signs(bare)}
    for spelling in tuple(found):
        found.add(re.sub(r"(.)\1{2,}", r"\1", spelling))
        found.add(re.sub(r"([^o])\1+", r"\1", spelling))
    for spelling in tuple(found):
        taught = spelling.replace("j", "i").replace("f", "ph").replace("w", "qu")
        found.add(re.sub(r"k$", "c", re.sub(r"^k(?=[aăâoôơuư])", "c", taught)))
        found.add(re.sub(r"^z", "d", spelling))
        found.add(re.sub(r"(?<=[^aeiouy])y(?=[^aeiouy])", "i", spelling))
    return frozenset(found - {""})
