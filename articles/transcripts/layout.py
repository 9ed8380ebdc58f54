"""Text -> lines. A line is a paragraph; lines without a blank line between them share a block."""

import re
from dataclasses import dataclass

from articles.vietnamese import fold, nfc

_NAME_CHARACTERS = 100
# Scraped pages carry invisible characters at the ends of lines.
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff"

_STOPS = frozenset((
    "y kien", "y kien cua ban", "y kien ban doc", "gui y kien cua ban",
    "binh luan", "binh luan cua ban", "binh luan ban doc", "gui binh luan",
))
_COUNT = re.compile(r"[\s(\[]*\d{0,6}[\s)\]:.]*$")


@dataclass(frozen=True)
class Line:
    text: str  # normal form, single spaces, never empty
    block: int


def lines(text: str) -> list[Line]:
    """The lines that hold something, in order."""
    found: list[Line] = []
    block = 0
    for raw in nfc(text).splitlines():
        line = " ".join(raw.split()).strip(_INVISIBLE + " ")
        if line:
            found.append(Line(line, block))
        else:
            block += 1
    return found


def is_stop(line: Line) -> bool:
    """Whether this line alone heads the readers' comments: "Ý kiến của bạn", "Bình luận (12)"."""
    return len(line.text) <= 60 and _COUNT.sub("", fold(line.text)).strip() in _STOPS


def folded_words(text: str) -> list[str]:
    """The words between spaces, folded, signs kept: for comparing two printings of one line."""
    return fold(text).split()


def is_name_word(word: str) -> bool:
    """Whether a word could be part of a name: it begins with a capital letter ("Khuê", "K'Bing")."""
    return word[:1].isupper() and not word[-1].isdigit() and not any(sign in word for sign in "?!;:\"“”()[]…")


def is_name(text: str, *, least: int = 1, most: int = 6) -> bool:
    """Whether all words (least to most of them) could be a name's, without a comma or full stop after any."""
    words = text.split()
    fits = least <= len(words) <= most and len(text) <= _NAME_CHARACTERS
    return fits and all(is_name_word(word) and word[-1] not in ",." for word in words)
