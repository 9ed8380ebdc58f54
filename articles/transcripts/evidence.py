"""What one line above the text says for each part of a head that it may be: points for and against, by its shape.

Length, capitals, end marks, quotation marks, looks and gaps weigh; words weigh only where nothing else can tell (a
time, a paper's name, a role before a writer's). No line is sure by itself: headline.py adds the points up.
"""

import re
from dataclasses import dataclass

from articles.vietnamese import fold

from .byline import read_byline, writes
from .figures import is_caption
from .layout import Line, is_name
from .lists import list_item
from .masthead import (
    date_of,
    is_breadcrumb,
    is_masthead,
    looks_like_time,
    may_name_a_paper,
    names_a_festival,
    names_a_rubric,
    names_a_section,
    names_an_occasion,
)
from .names import given_share, starts_with_surname

PAPER, SECTION, TIME, KICKER, HEADLINE, BYLINE, TEXT = (
    "paper",
    "section",
    "time",
    "kicker",
    "headline",
    "byline",
    "text",
)
NEVER = -20.0
NO_TEXT = -8.0  # of a line that nobody takes for text

TITLE_WORDS, TITLE_CHARACTERS = 35, 250  # a longer line is text
KICKER_WORDS, KICKER_CHARACTERS = 16, 80
_SECTION_WORDS = 7
_MARKED = re.compile(r"^[»›>]\s|\s?[>»›]$")  # "Kinh tế >": a link to the section
_NUMBERED = re.compile(
    r"\w\s?(?:[-–|•,]|\s)\s?\(?(?:Số|SỐ|Kỳ|KỲ) (?:\d{1,2}[.,])?\d{2,4}(?!\w)"
    r"|\s[-–|]\s[Ss]ố (?:Tết|Xuân|đặc biệt)"
)
_SENTENCE = re.compile(r"[.!?…][\s\"”)]*$")
_SENTENCES = re.compile(r"[^\W\d_]{2,}[.!?…][”\"]?\s+[“\"(]?[^\W\d_]")
# "(Báo Vân Lĩnh) - Từ đầu năm…", "BVL - …", "Bến Lĩnh – …": how papers open their text.
_DATELINE = re.compile(
    r"(?:\([^()]{2,40}\)|[A-ZĐ]{2,6}|(?:[^\W\d_a-z][^\W\d_]*\.? ){1,3}?[^\W\d_]+)\s?[-–—:]\s(?=[“\"\w])"
)
_DATELINE_WORDS = 10
_NAME_WORDS = 3  # of a kicker that names a place or a series
_LONG, _SHORT = 22, 10  # words of a paragraph, and of a line that is hardly one
_TALK = re.compile(r"(?:trao doi|tro chuyen|phong van|cuoc tro|tra loi|doi thoai) |\blts\b|loi toa soan")


@dataclass(frozen=True)
class Evidence:
    """Points of one line for every part."""

    line: Line
    points: dict[str, float]
    larger: int = 0  # half-points by which its letters are larger than those of most of the text

    @property
    def words(self) -> int:
        return len(self.line.text.split())


def weigh(line: Line, *, first: bool, speaking: frozenset[str]) -> Evidence:
    """speaking: the folded names of those who speak below; their bearers do not sign here."""
    if looks_like_time(line.text):
        return Evidence(line, {TIME: 8.0, PAPER: -1.0})
    if date_of(line.text) and is_masthead(line.text):
        return Evidence(line, {TIME: 8.0, PAPER: 9.0})
    if is_caption(line) and not writes(line.text):
        return Evidence(line, {TEXT: 3.0})
    words = len(line.text.split())
    points = {
        PAPER: _as_paper(line, first),
        SECTION: _as_section(line, words),
        KICKER: _as_kicker(line, words),
        HEADLINE: _as_headline(line, words),
        BYLINE: _as_byline(line, speaking),
        TEXT: _as_text(line, words),
    }
    if points[BYLINE] >= 6:
        points[KICKER] = points[SECTION] = NEVER
        points[HEADLINE] -= 8
    if line.style == "title":
        points = {HEADLINE: 12.0}
    return Evidence(line, {part: number for part, number in points.items() if number > NEVER})


def has_dateline(text: str) -> bool:
    """Whether a line opens as a paper's text does; a headline with a place before its dash is shorter."""
    opening = _DATELINE.match(text)
    if not opening or ":" in opening[0]:
        return False
    own = opening[0][0] == "(" or opening[0].split()[0].isupper()
    return (
        own and not text.isupper() or len(text.split()) >= _DATELINE_WORDS and is_name(opening[0].strip(" -–—"), most=4)
    )


def paper_before(text: str) -> str:
    """The paper's name with which a paragraph opens: "VLNEWS" of "VLNEWS - Từ đầu năm…"; "" where none does."""
    opening = _DATELINE.match(text) if len(text.split()) >= _DATELINE_WORDS else None
    name = opening[0].strip(" ()-–—:") if opening else ""
    return name if name and name.split()[0].isupper() else ""


def _as_paper(line: Line, first: bool) -> float:
    if is_breadcrumb(line.text):
        return 9.0
    if is_masthead(line.text):
        return 7.0
    numbered = _NUMBERED.search(line.text) or date_of(line.text) and _NUMBERED.search(line.text.title())
    if may_name_a_paper(line.text) or first and numbered:
        return 5.0 if first else 3.0
    return -1.5 if len(line.text.split()) <= 16 and not _SENTENCE.search(line.text) else NEVER


def _as_section(line: Line, words: int) -> float:
    if names_a_section(line):
        return 4.0
    if _MARKED.search(line.text):
        return 7.0
    fits = words <= _SECTION_WORDS and len(line.text) <= 60 and line.text[-1] not in '.!?…:,;”"'
    pen_names = _pen_names(line.text)
    named = 2.0 * (is_name(line.text, least=2, most=3) and not line.text.isupper() or pen_names) + 1.5 * pen_names
    return (
        (0.5 if line.text.isupper() else 0.0) - (words > 5) - named if fits and line.text[0].isupper() else NEVER
    )


def _as_kicker(line: Line, words: int) -> float:
    if words > KICKER_WORDS or len(line.text) > KICKER_CHARACTERS or list_item(line) or line.text[0].islower():
        return NEVER
    if line.text[-1] in ",;-–—.":
        return NEVER
    points = 1.0 if words <= 5 else 0.0 if words <= 9 or names_an_occasion(line.text) else -2.0 - (words > 12)
    points += 2.0 * names_a_rubric(line.text) + 1.5 * names_a_festival(line.text)
    points += (line.text[-1] == ":") * _colon(line.text, words)
    points -= 2.5 * (line.text[-1] in "?!…") + 2.0 * (line.text[0] in '“"') + 1.0 * (": " in line.text)
    return points


def _colon(text: str, words: int) -> float:
    """A colon speaks for a kicker; less where a headline may have been broken behind it."""
    return 2.0 if words <= _NAME_WORDS or names_an_occasion(text) else 1.0


def _as_headline(line: Line, words: int) -> float:
    text = line.text
    if words > TITLE_WORDS or len(text) > TITLE_CHARACTERS or list_item(line) or text[0].islower():
        return NEVER
    points = (
        2.5
        if 4 <= words <= 16
        else 1.0
        if words == 3 or 17 <= words <= 20
        else 0.0
        if 21 <= words <= 30
        else -1.0
        if words < 3
        else 0.0
    )
    points += 1.0 * (text[-1] in '?”"!' or ": " in text)
    points -= 8.0 * (text[-1] == ".") + 6.0 * (text[-1] in ",;") + 3.0 * (text[-1] == ":")
    points -= 4.0 * names_a_section(line) + 1.5 * names_a_rubric(text) + 5.0 * has_dateline(text)
    points -= 3.0 * bool(_SENTENCES.search(text) and text[-1] == ".")
    points -= 3.0 * (is_name(text, least=2, most=4) and starts_with_surname(text)) + 6.0 * bool(_MARKED.search(text))
    points -= 2.0 * (is_name(text, least=2, most=3) and not text.isupper())
    points -= 2.0 * may_name_a_paper(text) + 4.0 * is_masthead(text)
    points -= 3.0 * (" - " in text and not text.isupper() and _pen_names(text))
    points -= 3.0 * names_a_festival(text) + 0.5 * names_an_occasion(text)
    points -= 6.0 * (text[0] == "(" and text[-1] == ")")  # "(Tiếp theo và hết)" stands below one
    return points


def _pen_names(text: str) -> bool:
    """Whether a line is nothing but names that only people have: "Hữu Ngân - Ngọc Vịnh"."""
    signed = read_byline(text, bare=True)
    return bool(signed) and all(is_name(name, least=2) and given_share(name) == 1 for name, _ in signed)


def _as_byline(line: Line, speaking: frozenset[str]) -> float:
    if read_byline(line.text):
        return 7.0
    found = read_byline(line.text, bare=True)
    if found is None or any(fold(name) in speaking for name, _ in found):
        return NEVER
    names = [name for name, _ in found]
    if not all(starts_with_surname(name) or len(name.split()) <= 3 for name in names) and _is_plain(line.text):
        return NEVER
    share = min(given_share(name) for name in names)
    full = any(starts_with_surname(name) and (share > 0 or len(name.split()) > 2) for name in names)
    if line.text.isupper():
        if full and share >= 0.5 and all(len(name.split()) <= _NAME_WORDS + 1 for name in names):
            return 4.0
        short = all(len(name.split()) == 2 for name in names)
        return 3.5 if share == 1 else 2.0 if short and share else 0.5 if full else NEVER
    if full:
        return 4.0
    return 2.5 if all(is_name(name) for name in names) else 3.5  # a desk, nameless reporters


def _is_plain(text: str) -> bool:
    """Whether nothing but capitals makes a line look like names."""
    return text.isupper() or "(" not in text and not text.startswith(("Nhóm", "Tổ", "Ban"))


def _as_text(line: Line, words: int) -> float:
    ended = bool(_SENTENCE.search(line.text))
    points = (
        3.0
        if words >= _LONG and ended
        else 2.0
        if words > 20
        else 1.5
        if words > 16
        else 1.0
        if words > 13
        else -3.5
        if words < _SHORT
        else -0.5
    )
    points += 3.0 * (line.text[-1] in ".:" and (words > 5 or line.text[-1] == ".")) + 3.0 * bool(
        _SENTENCES.search(line.text)
    )
    points += 5.0 * has_dateline(line.text) + 2.0 * bool(words >= _SHORT and _TALK.search(fold(line.text)))
    points += 3.0 * bool(list_item(line))
    return points - 6.0 * line.text.isupper()
