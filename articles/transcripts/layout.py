"""Text -> lines. A line is a paragraph; lines without a blank line between them share a block."""

import re
from dataclasses import dataclass

from articles.vietnamese import fold, nfc

from .wrapping import unwrap

_NAME_CHARACTERS = 100
# Drawn before a question, a label or an item of a list: arrows, shapes, dingbats, little pictures, Word's own.
_DRAWN = ((0x2190, 0x2200), (0x25A0, 0x27C0), (0x2B00, 0x2C00), (0xF000, 0xF100), (0x1F300, 0x1F680))
SIGNS = "*•·‣⁃◦+>" + "".join(chr(code) for first, end in _DRAWN for code in range(first, end))
# Scraped pages carry invisible characters at the ends of lines.
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff"

_STOPS = frozenset((
    "y kien", "y kien cua ban", "y kien ban doc", "gui y kien cua ban",
    "binh luan", "binh luan cua ban", "binh luan ban doc", "gui binh luan",
))
_COUNT = re.compile(r"[\s(\[]*\d{0,6}[\s)\]:.]*$")


@dataclass(frozen=True)
class Line:
    """A line of the source; empty only where it stands for a picture."""

    text: str  # normal form, single spaces
    block: int
    bold: bool = False  # the whole line; a mark of chat programs ("*Thưa ông?*") counts
    italic: bool = False
    lead: int = 0  # how many characters at the beginning are set apart by bold, italic or underlining
    bullet: str = ""  # of the source's own list numbering: "•", "-", "1."
    style: str = ""  # "title", "heading", "caption" or ""
    centered: bool = False
    size: int = 0  # of the letters, in half-points; 0 where nothing tells
    picture: bytes | None = None
    pictured: bool = False  # a picture stands here, even when its bytes do not come along
    floating: bool = False  # the picture is anchored to a paragraph rather than standing in a row
    torn: bool = False  # cut out of a line because a label stood in its middle


@dataclass(frozen=True)
class Manuscript:
    """A transcript as lines, whatever file it came from. notes: footnotes and hidden words, in no line."""

    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


_MARKED = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")


def clean(text: str) -> str:
    """Normal form, single spaces, without what nobody sees at its ends."""
    return " ".join(nfc(text).split()).strip(_INVISIBLE + " ")


def lines(text: str) -> list[Line]:
    """The lines that hold something, in order."""
    found: list[Line] = []
    block = 0
    for raw in unwrap(nfc(text).splitlines()):
        line = clean(raw)
        if line:
            found.append(_without_marks(line, block))
        else:
            block += 1
    return found


def _without_marks(line: str, block: int) -> Line:
    """The line with the asterisks and underscores of chat programs read as formatting."""
    begins = re.match(r"(?:[-–—] ?)?(?=[*_])", line)
    mark = _MARKED.match(line, begins.end()) if begins else None
    if not mark or not re.search(r"\w", mark[2]):
        return Line(line, block)
    dash, inside, rest = line[:begins.end()], mark[2].strip(), line[mark.end():]
    if mark[1] in inside:
        return Line(line, block)
    whole = not re.search(r"\w", rest)
    # "**PV:** Thưa ông": a space where the mark stood, unless a sign follows.
    text = " ".join(f"{dash}{inside}{rest}".split())
    slanted = mark[1] == "_"
    return Line(text, block, bold=whole and not slanted, italic=whole and slanted, lead=len(dash) + len(inside))


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
