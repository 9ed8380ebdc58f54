"""Which of the lines above the text is what: of all ways to read them in the order papers print, the likeliest.

paper, section and time stand on top, then the kicker, the headline in one line or more, then section, time and
writer, then text. A second way to read them that is nearly as likely makes the reading doubtful.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from articles.vietnamese import fold

from .evidence import (
    BYLINE,
    HEADLINE,
    KICKER,
    KICKER_CHARACTERS,
    NO_TEXT,
    PAPER,
    SECTION,
    TEXT,
    TIME,
    TITLE_CHARACTERS,
    Evidence,
)
from .layout import Line
from .masthead import names_an_occasion
from .names import starts_with_surname

_ABOVE, _BELOW = (PAPER, SECTION, TIME), (SECTION, TIME, BYLINE)
_MOST = {SECTION: 2, TIME: 2, BYLINE: 2, KICKER: 2, HEADLINE: 4}
_CLEAR = 1.4  # points by which the likeliest way must be ahead of any other
_UNTITLED = 8.0  # points against a text without any headline
_BROKEN = 2.5  # points of a headline in several lines, whatever the first of them ends with
_PLAIN = 7.0  # points of a line that says its part by itself
_HARDLY = -2.0  # points below which no line goes on with the one above
_MOTTO_LINES = 2  # among which a paper's unknown words stand
_MOST_WAYS = 4_000
_PLACE_WORDS = 3  # of a kicker that is no more than a name: "Xã Khau Lạc:"
_DATE_WORDS = frozenset("ngay thang nam thu so ky va cua".split())
_PLACES = frozenset("phường xã tỉnh huyện thị thành".split())
_PLACE_LINE = 6  # words of a headline's last line that says where: "PHƯỜNG TÂN LỘC"
_OPEN_ENDS = (",", "-", "–", "—")
# No headline begins with these, and none ends with those: it goes on in the next line.
_GOES_ON = frozenset("ở của và thì là mà hay nhưng tại cùng nhằm vào".split())
_HANGS = frozenset(
    "của và là với cho để trong trên từ những một các tại bằng vì do khi nếu mà thì như".split()
)


@dataclass(frozen=True)
class Reading:
    """Lines by what they are; those not named are text."""

    parts: tuple[str, ...]
    lines: tuple[Line, ...]
    rival: Line | None  # the headline of a way nearly as likely

    def of(self, part: str) -> tuple[Line, ...]:
        return tuple(line for line, is_part in zip(self.lines, self.parts, strict=True) if is_part == part)

    @property
    def headline(self) -> Line | None:
        titles = self.of(HEADLINE)
        return replace(titles[0], text=" ".join(line.text for line in titles)) if titles else None


def likeliest(found: list[Evidence], *, pictured: int) -> Reading:
    """pictured: how many of the lines stand over the first picture; the headline stands among these."""
    best: tuple[float, tuple[str, ...]] = (float("-inf"), ())
    ways: list[tuple[float, tuple[str, ...]]] = []
    for number, parts in enumerate(_ways(found, pictured)):
        if number > _MOST_WAYS:
            break
        if not _fits(found, parts):
            continue
        ways.append((_points(found, parts), parts))
        best = max(best, ways[-1], key=lambda way: way[0])
    lines = tuple(evidence.line for evidence in found)
    if not ways:
        return Reading((TEXT,) * len(found), lines, None)
    told = _told(best[1])
    rivals = [way for way in ways if best[0] - way[0] < _CLEAR and _told(way[1]) != told]
    rival = max(rivals, key=lambda way: way[0], default=None)
    return Reading(best[1], lines, _differs(lines, best[1], rival[1]) if rival else None)


def _told(parts: tuple[str, ...]) -> tuple:
    """What two ways must share to say the same: a section for a paper's name is no difference to the reader, nor is
    a section right above the headline for a kicker."""
    told = [PAPER if part in _ABOVE else part for part in parts]
    end = parts.index(HEADLINE) if HEADLINE in parts else 0
    if end and parts[end - 1] == SECTION:
        told[end - 1] = KICKER
    return tuple(told)


def _differs(lines: tuple[Line, ...], parts: tuple[str, ...], other: tuple[str, ...]) -> Line:
    at = next(at for at in range(len(parts)) if _told(parts)[at] != _told(other)[at])
    titles = [line for line, part in zip(lines, other, strict=True) if part == HEADLINE]
    mine = [line for line, part in zip(lines, parts, strict=True) if part == HEADLINE]
    return titles[0] if titles and titles[:1] != mine[:1] else lines[at]


def _ways(found: list[Evidence], pictured: int) -> Iterator[tuple[str, ...]]:
    """Every order of parts that papers print, and no headline at all."""
    yield from _ways_on(found, 0, (), "", pictured)
    yield (TEXT,) * len(found)


def _ways_on(
    found: list[Evidence], at: int, parts: tuple[str, ...], last: str, pictured: int
) -> Iterator[tuple[str, ...]]:
    """Every way to go on; text goes on to the end, unless hour or writer stand plainly below a first paragraph."""
    if last == TEXT or at == len(found):
        if HEADLINE in parts:
            yield parts + (TEXT,) * (len(found) - at)
        part = _plainly(found[at]) if at < len(found) else ""
        if part and parts.count(part) < _MOST[part]:
            yield from _ways_on(found, at + 1, (*parts, part), TEXT, pictured)
        return
    titled = HEADLINE in parts
    following = (*_BELOW, TEXT) if titled else (*_ABOVE, BYLINE, KICKER, HEADLINE)
    if last == HEADLINE:
        following = (HEADLINE, *following)
    if last == KICKER:
        following = (KICKER, HEADLINE)
    for part in following:
        goes_on = part == last and part in (HEADLINE, KICKER) and at != pictured
        if goes_on and _continues(found[at - 1], found[at], part, kicker=True) < _HARDLY:
            continue
        if part == PAPER and at > _MOTTO_LINES and found[at].points.get(PAPER, 0.0) < 0:
            continue
        if part == BYLINE and not titled and found[at].points.get(BYLINE, 0.0) <= _PLAIN:
            continue
        fits = goes_on or part == TEXT or part in found[at].points and (part != HEADLINE or at < pictured)
        if fits and parts.count(part) < _MOST.get(part, len(found)):
            yield from _ways_on(found, at + 1, (*parts, part), part, pictured)


def _plainly(evidence: Evidence) -> str:
    """TIME or BYLINE, where a line can hardly be anything else."""
    return next((part for part in (TIME, BYLINE) if evidence.points.get(part, 0.0) >= _PLAIN), "")


def _points(found: list[Evidence], parts: tuple[str, ...]) -> float:
    total = 0.0 if HEADLINE in parts else -_UNTITLED
    for at, part in enumerate(parts):
        above = parts[at - 1] if at else ""
        if part == above == HEADLINE or part == above == KICKER:
            total += _continues(found[at - 1], found[at], part, kicker=KICKER in parts)
            continue
        below = parts[at + 1] if at + 1 < len(parts) else ""
        if part == above == TEXT:
            total += max(found[at].points.get(TEXT, NO_TEXT), -1.0)
            continue
        total += _BROKEN if part == below == HEADLINE else found[at].points.get(part, NO_TEXT)
        if part == HEADLINE and above == KICKER:
            total += _stands_over(found[at - 1], _joined(found, parts), found[at].larger)
        elif part == SECTION:
            total += _beside(found, parts, at, above, below)
        elif part == PAPER and above == PAPER and found[at].points[PAPER] < 0:
            total += _motto(found[at - 1].line, found[at].line)
        elif part == PAPER and found[at].points[PAPER] < 0:
            named = at == 0 and below == PAPER and found[1].points[PAPER] > 0
            total += 2.5 if named and found[at].words <= 7 else -6.0
        elif part == BYLINE and found[at].points[BYLINE] < 6 and at + 1 == len(parts):
            total -= 2.0
        elif part == TIME and above == KICKER:
            total -= 3.0
        elif part == TEXT and above == HEADLINE:
            total += _falls_off(found[at - 1].line, found[at].line)
    # Hardly any talk begins without a word about it.
    return total - 1.0 * (bool(parts) and parts[-1] != TEXT)


def _fits(found: list[Evidence], parts: tuple[str, ...]) -> bool:
    """Whether headline and kicker, put together, are no longer than such lines are."""
    return all(
        sum(len(found[at].line.text) + 1 for at, is_part in enumerate(parts) if is_part == part) <= most + 1
        for part, most in ((HEADLINE, TITLE_CHARACTERS), (KICKER, KICKER_CHARACTERS))
    )


def _joined(found: list[Evidence], parts: tuple[str, ...]) -> Line:
    titles = [found[at].line for at, part in enumerate(parts) if part == HEADLINE]
    return replace(titles[0], text=" ".join(line.text for line in titles))


def _stands_over(kicker: Evidence, headline: Line, larger: int) -> float:
    over, under = kicker.line.text, headline.text
    points = 1.0 if len(under.split()) > kicker.words else -0.5 if kicker.words <= 9 else -2.0
    points += 1.0 * (over.isupper() != under.isupper()) + 0.5 * (kicker.line.bold != headline.bold)
    points -= 3.0 * (kicker.line.style == "heading" and headline.style != "heading")
    points += 1.5 * (kicker.larger < larger) - 3.0 * (kicker.larger > larger)
    return points - 3.0 * _unclosed(over)


def _falls_off(headline: Line, text: Line) -> float:
    """A headline is set apart from the text below it, by capitals or in bold."""
    return 1.0 * (headline.text.isupper() and not text.text.isupper()) + 1.0 * (
        headline.bold and not text.bold
    )


def _beside(found: list[Evidence], parts: tuple[str, ...], at: int, above: str, below: str) -> float:
    """A section's name stands beside the time, or on top of a kicker; alone, it is called the kicker."""
    if found[at].points[SECTION] >= 6:
        return 0.0
    known = found[at].points[SECTION] >= 4
    if SECTION in parts[:at] and not known:
        return -4.0
    if HEADLINE in parts[:at]:
        timed = above == TIME or below == TIME
        close = above == TIME and found[at].line.block == found[at - 1].line.block
        titles = _joined(found, parts)
        shorter = found[at].words < len(titles.text.split())
        if timed and known:
            return 1.0
        line = found[at].line
        apart = below == TIME and line.block == found[at + 1].line.block != found[at - 1].line.block
        apart = apart or titles.bold and not line.bold
        long = len(re.findall(r"\w+", line.text)) - 4
        placed = titles.text.isupper() and line.text.isupper() and line.text.split()[0].lower() in _PLACES
        long += 3 * placed
        beside = (2.0 if below == TIME or close and known else -1.0) + 0.5 * shorter + 1.5 * apart
        return beside - 1.5 * max(0, min(long, 2)) * (not known) if timed else -1.0 if known else -5.0
    if TIME == below:
        return 3.0
    if KICKER in parts:
        return 1.0
    return -1.0 if known else -6.0


def _motto(above: Line, line: Line) -> float:
    """What a paper says of itself below its name: shares a word with it, or is broken by dashes."""
    shared = set(fold(above.text).split()) & set(fold(line.text).split()) - _DATE_WORDS
    return (
        -1.0
        + 1.0 * (above.block == line.block)
        + 4.5 * (len(shared) > 1)
        + 5.0 * (line.text.count(" - ") > 1)
    )


def _ends_with_a_name(text: str) -> bool:
    """Whether somebody's full name ends a line: "Trưởng công an xã Bành Mạnh Cường:"."""
    words = text.rstrip(" :").split()
    return any(starts_with_surname(" ".join(words[-most:])) for most in (2, 3, 4))


def _unclosed(text: str) -> bool:
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1 or text.count("(") > text.count(")")


def _continues(above: Evidence, below: Evidence, part: str, *, kicker: bool) -> float:
    """Points for a line that goes on with the one above it."""
    over, under = above.line.text, below.line.text
    last, first = over.split()[-1].lower(), under.split()[0].lower()
    if below.points.get(SECTION, 0.0) >= 4:
        return -8.0
    if part == KICKER and under[0].islower():
        return -3.0
    if under.lstrip("-–— ")[:1].islower() or _unclosed(over) and not _unclosed(f"{over} {under}"):
        return 6.0
    if above.line.style == below.line.style == "title":
        return 6.0
    if last in _HANGS or over.endswith(_OPEN_ENDS):
        return 5.0
    alike = over.isupper() == under.isupper() and above.line.bold == below.line.bold
    if not alike or part == KICKER or above.larger != below.larger:
        return -8.0
    near = 0.5 if above.line.block == below.line.block else -1.0
    if over.isupper() and first in _PLACES and below.words <= _PLACE_LINE and over[-1] not in ".?!”:":
        return 4.0 + near
    if first in _GOES_ON or over.isupper() and first == "cho":
        return 4.0 + near if above.words > 2 else 1.0
    large = 5.0 * (above.larger > 0 and above.line.centered == below.line.centered)
    if over[-1] == ":":
        if kicker or names_an_occasion(over) or above.words <= _PLACE_WORDS:
            return near + 4.0 * (kicker and above.words > _PLACE_WORDS)
        # A headline broken behind its colon is told from a kicker by capitals in both, or by a quotation.
        longer = above.words > 5 and above.words >= below.words
        quoted = (4.0 + 2.0 * _ends_with_a_name(over)) * (under[0] in "“\"")
        return near + 1.0 + (3.5 + 1.5 * longer) * over.isupper() + max(quoted, large)
    even = min(above.words, below.words) >= 3 and max(above.words, below.words) <= 1.7 * min(
        above.words, below.words
    )
    if over.isupper() or large:
        both_centered = above.line.centered and below.line.centered
        rubric = above.points.get(KICKER, 0.0) >= 3
        alike = max(2.0 * above.line.bold + 2.0 * both_centered, large)
        return near + (0.3 if even else -1.5) + alike - 3.0 * (over[-1] in ".?!”") - 3.0 * rubric
    return -5.0
