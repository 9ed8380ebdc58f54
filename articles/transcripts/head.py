"""The lines above the text: kicker, headline, section, time of publication, sometimes the byline."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from articles.vietnamese import fold

from .byline import Byline, read_byline
from .declared import Declared, declared
from .evidence import (
    BYLINE,
    HEADLINE,
    KICKER,
    KICKER_CHARACTERS,
    PAPER,
    SECTION,
    TEXT,
    TIME,
    Evidence,
    paper_before,
    weigh,
)
from .headline import Reading, likeliest
from .labels import read_label
from .layout import Line
from .masthead import date_of, looks_like_time, names_a_section, parted, read_time

HEAD_LINES = 12  # the head is among the first lines or nowhere
_DECLARED = 30.0  # points of what the manuscript itself calls so
_KICKER_WORDS = 5  # of what a figure that repeats the headline leaves out


@dataclass(frozen=True)
class Head:
    titles: tuple[str, ...]  # the printed lines of the headline
    section: str
    published: datetime | None
    published_text: str
    byline: Byline
    byline_text: str
    body: tuple[Line, ...]  # everything below
    unplaced: tuple[str, ...]
    warnings: tuple[str, ...]
    aside: tuple[Line, ...]  # the paper's name and issue
    kicker: str = ""


def read_head(found: list[Line], first_turn: int, above: int, *, below_furniture: bool = False) -> Head:
    """Split the head from the lines; first_turn is the position of the first line that surely speaks, above how many
    lines stand over the first picture, below which no headline goes on; below_furniture: whether a line of the page's
    own stood on top, so that a section's name below it is no kicker."""
    end = min(HEAD_LINES, first_turn)
    # Below a sentence with its full stop the text has begun, and no headline follows.
    end = next((at + 1 for at, line in enumerate(found[:end]) if _is_sentence(line)), end)
    # The hour and the writer may stand below it.
    while end < min(HEAD_LINES, first_turn) and (looks_like_time(found[end].text) or read_byline(found[end].text)):
        end += 1
    parts = [part for at, line in enumerate(found[:end]) for part in parted(line, first=at == 0)]
    rest = found[end:]
    speaking = frozenset(
        fold(label.name) for line in found[first_turn:] if (label := read_label(line.text)) and label.name
    )
    named = [(BYLINE, line, "") if writes else declared(line) for line, writes in parts]
    zone = [name[1] if name else line for (line, _), name in zip(parts, named, strict=True)]
    own = {fold(opening) for line in zone if (opening := paper_before(line.text))}
    words = [Line(name[2], 0) for name in named if name and name[2]]
    evidence = [
        Evidence(line, {name[0] if name else PAPER: _DECLARED}) if name or fold(line.text) in own
        else weigh(line, first=at == 0, speaking=speaking)
        for at, (line, name) in enumerate(zip(zone, named, strict=True))
    ]
    reading = likeliest(_measured(evidence, found), pictured=above)
    warnings = []
    if reading.rival is not None:
        taken = reading.headline.text if reading.headline else ""
        warnings.append(f"Chưa chắc đâu là tít: “{taken}” hay “{reading.rival.text}”.")
    times = reading.of(TIME)
    published = read_time(times[0].text) if times else None
    impossible = times[:1] if times and published is None else ()
    if impossible:
        warnings.insert(0, f"Thời điểm đăng không có thật: “{times[0].text}”.")
    if published is False:
        published = date_of(times[0].text)
    dated = (
        times[:1]
        if times and not impossible
        else tuple(line for line in reading.of(PAPER) if date_of(line.text))[:1]
    )
    if dated and not times:
        published = date_of(dated[0].text)
    kicker, section, aside = _kicker_and_section(reading, below_furniture, named)
    signed = reading.of(BYLINE)
    return Head(
        titles=tuple(line.text for line in reading.of(HEADLINE)),
        section=section,
        published=published or None,
        published_text=dated[0].text if dated else "",
        byline=tuple(pair for line in signed for pair in read_byline(line.text, bare=True)),
        byline_text="\n".join(line.text for line in signed),
        body=(*reading.of(TEXT), *rest),
        unplaced=tuple(line.text for line in impossible),
        warnings=tuple(warnings),
        kicker=kicker,
        aside=tuple(
            line
            for line in (*reading.of(PAPER), *times[1:], *aside, *words)
            if not any(line is other for other in dated)
        ),
    )


def _measured(head: list[Evidence], found: list[Line]) -> list[Evidence]:
    """The evidence with the sizes of letters compared with that of most characters of the whole."""
    characters: Counter[int] = Counter()
    for line in found:
        characters[line.size] += len(line.text)
    usual = max(characters, key=characters.__getitem__, default=0)
    return [replace(one, larger=one.line.size - usual if usual and one.line.size else 0) for one in head]


def _is_sentence(line: Line) -> bool:
    ended = line.text[-1] == "." and len(line.text.split()) > 1 and line.style != "title"
    return ended and not looks_like_time(line.text) and read_byline(line.text) is None


def _kicker_and_section(
    reading: Reading, below_furniture: bool, named: list[Declared | None]
) -> tuple[str, str, tuple[Line, ...]]:
    """(kicker, section, further sections); a section's name that stands alone above the headline is its kicker."""
    kicker, sections = reading.of(KICKER), reading.of(SECTION)
    if (
        not below_furniture
        and not kicker
        and reading.parts[:2] == (SECTION, HEADLINE)
        and names_a_section(sections[0])
        and not any(name and name[1] is sections[0] for name in named)
    ):
        kicker, sections = sections[:1], sections[1:]
    return " ".join(line.text for line in kicker), sections[0].text if sections else "", sections[1:]


def kicker_before(headline: str, repeats: list[tuple[str, ...]]) -> tuple[str, str]:
    """Tell the kicker from the headline printed in one line with it, by how figures repeat them.

    repeats: for each figure the lines before its marker that repeat (the end of) the headline.
    """
    words = headline.split()
    for repeat in repeats:
        # The repeat breaks its line after the kicker, or leaves the kicker out.
        repeated = " ".join(repeat).split()
        cut = len(words) - len(repeated)
        if cut == 0 and len(repeat) > 1:
            cut = len(repeat[0].split())
        if 0 < cut < len(words) and _is_kicker(" ".join(words[:cut]), " ".join(words[cut:])):
            return " ".join(words[:cut]), " ".join(words[cut:])
    return "", headline


def _is_kicker(first: str, second: str) -> bool:
    shorter = (
        len(first.split()) <= min(_KICKER_WORDS, len(second.split())) and len(first) <= KICKER_CHARACTERS
    )
    begins = second[0].isupper() or second[0].isdigit() or second[0] in "\"“'‘"
    return shorter and begins and first[-1] not in ",-–—"
