"""The lines above the text: kicker, headline, section, time of publication, sometimes the byline."""

import re
from dataclasses import dataclass
from datetime import datetime

from articles.vietnamese import fold

from .byline import Byline, read_byline
from .layout import Line
from .names import starts_with_surname

HEAD_LINES = 12  # the head is among the first lines or nowhere
_TITLE_WORDS, _TITLE_CHARACTERS = 35, 250  # a longer line is text
_KICKER_WORDS, _KICKER_CHARACTERS = 5, 80
_SECTION_CAPITALS = 5  # words of a line in capitals on top of everything
_SECTION_WORDS, _SECTION_CHARACTERS = 7, 80

# Usual names of sections, folded: evidence where no time line shows that the head ends here.
_SECTIONS = frozenset((
    "thoi su", "chinh tri", "chinh tri - xa hoi", "xa hoi", "kinh te", "kinh te - xa hoi", "van hoa",
    "giao duc", "van hoa - xa hoi", "van hoa - the thao", "y te", "suc khoe", "the thao", "nong thon",
    "nong nghiep", "phap luat", "quoc phong - an ninh", "du lich", "khoa hoc", "cong nghe", "doi song",
    "ban doc", "moi truong", "phong van", "doi thoai", "doanh nghiep", "thi truong", "xay dung dang",
    "giai tri", "quoc te", "the gioi", "tin tuc", "goc nhin", "binh luan",
))

_DATE = re.compile(r"(?<!\d)(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
_DATE_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,| nam) ?(\d{4})(?!\d)")
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})(?: ?: ?| ?h ?| gio )(\d{2})(?::\d{2})?(?!\d)(?: ?(am|pm|sa|ch)(?![a-z]))?"
)
_AROUND = re.compile(
    r"(?<![a-z])(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn|(?:gmt|utc) ?\+ ?0?7(?:[:.]00)?"
    r"|gio viet nam|cap nhat(?: luc)?|dang luc|xuat ban(?: luc)?|ngay dang|dang ngay|ngay|luc|phut)"
    r"(?![a-z0-9])"
)


_PAPER = re.compile(r"^\W*[A-ZĐ]{2,10}\W*[-–—|]\s*(?=\D{0,30}\d)")  # "(BVL) - 12/03/2026": the paper's initials


@dataclass(frozen=True)
class Head:
    titles: tuple[str, ...]  # the printed lines of kicker and headline
    section: str
    published: datetime | None
    published_text: str
    byline: Byline
    byline_text: str
    body: tuple[Line, ...]  # everything below, and lines above the time that are text
    unplaced: tuple[str, ...]
    warnings: tuple[str, ...]
    kicker: str = ""  # where its place above the headline proves it; else it may still be among the titles


def read_time(line: str) -> datetime | None | bool:
    """The time, when a line says nothing else; None when there is no such time; False for another line."""
    if len(line) > 100:
        return False
    folded = fold(_PAPER.sub("", line))
    date = _DATE.search(folded) or _DATE_IN_WORDS.search(folded)
    if not date:
        return False
    rest = folded[:date.start()] + " | " + folded[date.end():]
    clock = _CLOCK.search(rest)
    if clock:
        rest = rest[:clock.start()] + " | " + rest[clock.end():]
    if re.search(r"\w", _AROUND.sub(" ", rest)):
        return False
    day, month, year = (int(part) for part in date.groups() if part.isdigit())
    hour, minute = (int(clock[1]), int(clock[2])) if clock else (0, 0)
    half = clock[3] if clock else None
    if half in ("pm", "ch") and hour < 12:
        hour += 12
    elif half in ("am", "sa") and hour == 12:
        hour = 0
    try:
        return datetime(year, month, day, hour, minute)
    except ValueError:
        return None


def _is_title(line: Line) -> bool:
    return len(line.text.split()) <= _TITLE_WORDS and len(line.text) <= _TITLE_CHARACTERS


def _is_section(line: Line) -> bool:
    short = len(line.text.split()) <= _SECTION_WORDS and len(line.text) <= _SECTION_CHARACTERS
    return short and line.text[-1] not in ".!?…:,;"


def _looks_like_headline(line: Line) -> bool:
    return len(line.text.split()) <= 20 and _is_title(line) and line.text[-1] != "." and not _names_a_section(line)


def _stands_over(first: Line, second: Line) -> bool:
    """Whether a line of a block of its own is the kicker of the next, where no time line shows the head's end."""
    if second.style == "title":
        return first.style != "title"
    differs = first.bold != second.bold or first.text.isupper() != second.text.isupper() or _names_a_section(first)
    long_enough = len(second.text.split()) > (2 if first.text.isupper() or _names_a_section(first) else 4)
    headline = _looks_like_headline(second) and long_enough and not read_byline(second.text, bare=True)
    same_look = first.bold and second.bold and len(second.text.split()) > len(first.text.split())
    return is_kicker(first.text, second.text) and headline and (differs or same_look) and first.style != "title"


def _names_a_section(line: Line) -> bool:
    name = re.sub(r" ?[-–—&,] ?| va ", " - ", fold(line.text[:41]))
    return len(line.text) <= 40 and name in _SECTIONS


def is_kicker(first: str, second: str) -> bool:
    """Whether a short first line stands over the headline rather than being its beginning."""
    shorter = len(first.split()) <= min(_KICKER_WORDS, len(second.split())) and len(first) <= _KICKER_CHARACTERS
    begins = second[0].isupper() or second[0].isdigit() or second[0] in "\"“'‘"
    return shorter and begins and first[-1] not in ",-–—"


@dataclass(frozen=True)
class _Stack:
    """A head whose lines stand one over the other: section, kicker, headline; taken: their positions."""

    section: str
    kicker: str
    titles: tuple[Line, ...]
    taken: frozenset[int]


def read_stack(found: list[Line], times: list) -> _Stack | None:
    """The head where a section stands on top of it or Word's own style shows the headline; else None.

    found: the lines above the first question and the first picture; the headline is the last of the short ones."""
    short: list[int] = []
    for at, line in enumerate(found):
        if at < len(times) and times[at] is not False:
            continue
        if not _is_title(line) or line.text[-1] in ".:;":
            break
        short.append(at)
    styled = [at for at in short if found[at].style == "title"]
    if short and not styled and _signs(found[short[-1]]):
        short.pop()
    if len(short) < 2 or styled == short[:1] or found[short[-1]].text.endswith(","):
        return None
    end = short.index(styled[0]) if styled else len(short) - 1
    begin = end
    while not styled and begin > 1 and found[short[begin]].text[0].islower():
        begin -= 1
    titles, over = short[begin:end + 1], short[:begin]
    section = found[over[0]]
    named = _names_a_section(section) or section.text.isupper() and len(section.text.split()) <= _SECTION_CAPITALS
    parted = any(times[at] is not False for at in range(over[0], min(titles[0], len(times))))
    if not named or len(over) == 1 and not parted:
        section = None
    below = titles[-1] + 1
    if styled and section is None and below in short and _names_a_section(found[below]):
        section = found[below]
    kicker = [found[at].text for at in over if found[at] is not section]
    headline = " ".join(found[at].text for at in titles)
    if not styled and (section is None or not _may_stand(kicker, headline, [found[at] for at in titles])):
        return None
    return _Stack(
        section.text if section else "", " ".join(kicker), tuple(found[at] for at in titles),
        frozenset(at for at, line in enumerate(found) if at in over or at in titles or line is section),
    )


def _signs(line: Line) -> bool:
    """Whether a line is somebody's name; of a line in capitals, which may be a headline, the family name tells."""
    named = read_byline(line.text, bare=True) is not None and len(line.text.split()) > 1
    return named and (not line.text.isupper() or starts_with_surname(line.text))


def _may_stand(kicker: list[str], headline: str, lines: list[Line]) -> bool:
    """Whether these lines are a headline under at most one kicker, not a section under a headline."""
    section = any(_names_a_section(line) for line in lines)
    return not section and len(kicker) <= 1 and all(is_kicker(text, headline) for text in kicker) and (
        not kicker or len(headline) > len(kicker[0])
    )


def read_head(found: list[Line], first_turn: int, above: int) -> Head:
    """Split the head from the lines; first_turn is the position of the first line that surely speaks, above how many
    lines stand over the first picture, below which no headline goes on."""
    times = [read_time(line.text) for line in found[:min(HEAD_LINES, first_turn)]]
    at = next((position for position, time in enumerate(times) if time is not False), None)
    kicker = ""
    stack = read_stack(found[:min(HEAD_LINES, first_turn, above)], times)
    if stack:
        section, kicker, titles = stack.section, stack.kicker, list(stack.titles)
        body = [line for position, line in enumerate(found) if position not in stack.taken and position != at]
    elif at is None or at == 0:
        below = found[1:] if at == 0 else found
        titles, section, body = _without_time(below, first_turn - (at == 0), above - (at == 0))
    else:
        titles, section, body = _above_time(found, at)
    byline, byline_text, body = _byline_below(body)
    published = times[at] if at is not None else None
    impossible = at is not None and published is None
    return Head(
        titles=tuple(title.text for title in titles), section=section,
        published=published, published_text=found[at].text if at is not None and not impossible else "",
        byline=byline, byline_text=byline_text, body=tuple(body),
        unplaced=(found[at].text,) if impossible else (),
        warnings=(f"Thời điểm đăng không có thật: “{found[at].text}”.",) if impossible else (),
        kicker=kicker,
    )


def _above_time(found: list[Line], at: int) -> tuple[list[Line], str, list[Line]]:
    above, below = found[:at], found[at + 1:]
    titles = [line for line in above if _is_title(line)]
    section = ""
    if len(titles) > 1 and _is_section(titles[-1]):
        last, before = titles[-1], titles[-2]
        beside_title = last.block == before.block and last.block != found[at].block
        shorter = len(last.text) < max(len(line.text) for line in titles[:-1])
        if _names_a_section(last) or (shorter and not beside_title):
            section = titles.pop().text
            above = [line for line in above if line is not last]
    if not section and below and below[0].block == found[at].block and _names_a_section(below[0]):
        section = below[0].text
        below = below[1:]
    # Kicker and headline are the first lines; a further line of another block is text (a short standfirst).
    head = titles[:1]
    for line in titles[1:]:
        if sum(len(title.text) + 1 for title in head) + len(line.text) > _TITLE_CHARACTERS:
            break
        if line.block == head[-1].block or (len(head) == 1 and is_kicker(head[0].text, line.text)):
            head.append(line)
        else:
            break
    return head, section, [line for line in above if not any(line is title for title in head)] + below


def _without_time(found: list[Line], first_turn: int, above: int) -> tuple[list[Line], str, list[Line]]:
    if first_turn <= 0 or not found or not _is_title(found[0]):
        return [], "", found
    head, rest = found[:1], found[1:]
    if first_turn > 2 and above > 1 and len(rest) > 1 and _stands_over(head[0], rest[0]):
        return found[:2], "", found[2:]
    # Without a blank line anywhere, sharing a block says nothing about belonging together.
    together = found[-1].block != found[0].block and rest and rest[0].block == head[0].block
    fits = together and len(head[0].text) + 1 + len(rest[0].text) <= _TITLE_CHARACTERS
    if fits and min(first_turn, above) > 1 and _looks_like_headline(rest[0]):
        head, rest = found[:2], found[2:]
    if rest and first_turn > len(head) and _names_a_section(rest[0]):
        return head, rest[0].text, rest[1:]
    return head, "", rest


def _byline_below(body: list[Line]) -> tuple[Byline, str, list[Line]]:
    """A byline as the first line of the text: "Hoàng Minh Khuê" under the time."""
    if len(body) > 1 and len(body[0].text.split()) <= 12:
        byline = read_byline(body[0].text, bare=True)
        if byline:
            return byline, body[0].text, body[1:]
    return (), "", body


def kicker_and_headline(titles: tuple[str, ...], repeats: list[tuple[str, ...]]) -> tuple[str, str]:
    """Tell the kicker from the headline, by the printed lines and by how figures repeat them.

    repeats: for each figure the lines before its marker that repeat (the end of) the headline.
    """
    if len(titles) > 1 and is_kicker(titles[0], " ".join(titles[1:])):
        return titles[0], " ".join(titles[1:])
    headline = " ".join(titles)
    words = headline.split()
    for repeat in repeats:
        # The repeat breaks its line after the kicker, or leaves the kicker out.
        repeated = " ".join(repeat).split()
        cut = len(words) - len(repeated)
        if cut == 0 and len(repeat) > 1:
            cut = len(repeat[0].split())
        if 0 < cut < len(words) and is_kicker(" ".join(words[:cut]), " ".join(words[cut:])):
            return " ".join(words[:cut]), " ".join(words[cut:])
    return "", headline
