"""Which of the short lines above the text is the headline: section, kicker and headline stand one over the other."""

import re
from dataclasses import dataclass, replace

from articles.vietnamese import fold

from .byline import read_byline
from .layout import Line
from .masthead import names_a_rubric, names_a_section
from .names import starts_with_surname

TITLE_WORDS, TITLE_CHARACTERS = 35, 250  # a longer line is text
KICKER_CHARACTERS = 80
_KICKER_WORDS = 5
_CAMPAIGN_WORDS = 9
# What papers write about for months, and print above one headline after the other.
_CAMPAIGN = re.compile(
    r"(?:phong,? chong|xay dung (?:nong thon moi|dang|do thi)|chuyen doi so|cai cach (?:hanh chinh|tu phap)"
    r"|hoc (?:tap )?va lam theo|huong toi|tien toi|chao mung|ky niem|(?:dua|thuc hien) nghi quyet"
    r"|giam ngheo ben vung)(?![a-z])"
)
_SECTION_CAPITALS = 5  # words of a line in capitals on top of everything
_HEADLINE_WORDS = 20
_OPEN_ENDS = (",", "-", "–", "—", ":")
# No headline begins with these; a line that does goes on with the one above.
_GOES_ON = frozenset("o cua va thi la ma hay nhung tai cung nham vao".split())


@dataclass(frozen=True)
class Stack:
    """A head whose lines stand one over the other; of the lines given, those that are none of it belong to the text."""

    section: Line | None
    kicker: tuple[Line, ...]
    titles: tuple[Line, ...]
    sure: bool = True  # whether more than the order of the lines tells them apart

    @property
    def headline(self) -> Line:
        return replace(self.titles[0], text=_text(self.titles))

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*((self.section,) if self.section else ()), *self.kicker, *self.titles)


def is_title(line: Line) -> bool:
    return len(line.text.split()) <= TITLE_WORDS and len(line.text) <= TITLE_CHARACTERS


def is_kicker(first: str, second: str) -> bool:
    """Whether a short first line stands over the headline rather than being its beginning."""
    shorter = len(first.split()) <= min(_KICKER_WORDS, len(second.split())) and len(first) <= KICKER_CHARACTERS
    return shorter and _begins(second) and first[-1] not in ",-–—"


def signs(line: Line, above: Line | None) -> bool:
    """Whether a line is somebody's name; where a headline may stand or have capitals throughout, the family name tells.
    """
    named = read_byline(line.text, bare=True) is not None and len(line.text.split()) > 1
    over = above is not None and (above.text.istitle() or names_a_rubric(above.text) or names_a_section(above))
    titled = line.text.isupper() or over
    return named and (not titled or starts_with_surname(line.text))


def read_stack(
    short: list[Line], *, followed: bool, below_time: bool = False, above_time: bool = False
) -> Stack | None:
    """Section, kicker and headline among the short lines above the text; None where they do not tell.

    followed: whether text without a voice (the standfirst) stands below them; below_time: whether a time stood above
    or between them, so that a section's name can be nothing else; above_time: whether one stands right below,
    where a section may stand too."""
    lines = list(short)
    while len(lines) > 1 and signs(lines[-1], lines[-2]):
        lines.pop()
    section = None
    if len(lines) > 1 and names_a_section(lines[-1]) and not names_a_section(lines[0]):
        section = lines.pop()
    groups = _groups(lines)
    if section is None and len(groups) > 1 and len(groups[0]) == 1 and _tops(groups, below_time):
        section = groups.pop(0)[0]
    if len(groups) == 1 and (section is not None or len(lines) > 1):
        return Stack(section, (), tuple(groups[0])) if len(_text(groups[0])) <= TITLE_CHARACTERS else None
    if len(groups) < 2 or not followed and not _may_lack_text(groups):
        return None
    stack = _of_groups(section, groups)
    if len(groups) == 2 and not stack.sure and not above_time and not stack.titles[0].text.isupper():
        # Nobody's standfirst is shorter than the headline above it.
        stack = replace(stack, sure=len(_text(stack.kicker).split()) >= len(_text(stack.titles).split()))
    kicker, headline = _text(stack.kicker), _text(stack.titles)
    if len(kicker) > KICKER_CHARACTERS or len(headline) > TITLE_CHARACTERS:
        return None
    return stack


def _of_groups(section: Line | None, groups: list[list[Line]]) -> Stack:
    first, second = groups[0], groups[1]
    rubric = names_a_rubric(_text(first))
    if len(groups) == 2 or rubric and not names_a_rubric(_text(second)) and _is_deck(second, groups[2]):
        sure = section is not None or rubric or _stands_over(first, second)
        return Stack(section, tuple(first), tuple(second), sure)
    # Three lines without a name that tells: what stands on top is the paper's or the section's.
    top = section or (first[0] if len(first) == 1 and len(first[0].text) <= KICKER_CHARACTERS else None)
    if section is None and top is not None:
        kicker, titles = groups[1], groups[2]
    else:
        kicker, titles = first, second
    known = names_a_rubric(_text(kicker)) or top is not None and (names_a_section(top) or top.text.isupper())
    return Stack(top, tuple(kicker), tuple(titles), known and _stands_over(kicker, titles) and len(groups) == 3)


def _tops(groups: list[list[Line]], below_time: bool) -> bool:
    """Whether the first line is a section's name rather than the only kicker."""
    line = groups[0][0]
    if len(groups) == 2 and not below_time:
        return False
    capitals = line.text.isupper() and len(line.text.split()) <= _SECTION_CAPITALS and len(groups) > 2
    return names_a_section(line) or capitals and not names_a_rubric(line.text)


def _groups(lines: list[Line]) -> list[list[Line]]:
    """The lines, those together that are one line broken in two."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(above: Line, line: Line) -> bool:
    if above.text.endswith(_OPEN_ENDS) or line.text[0].islower():
        return True
    capitals = above.text.isupper() and line.text.isupper()
    alike = capitals or above.block == line.block and not above.text.isupper() and not line.text.isupper()
    return alike and fold(line.text).split()[0] in _GOES_ON and not names_a_rubric(above.text)


def _stands_over(first: list[Line], second: list[Line]) -> bool:
    """Whether two lines that stand above a standfirst are surely kicker and headline."""
    over, under = _text(first), _text(second)
    if names_a_rubric(over) or names_a_section(first[0]):
        return True
    if first[-1].bold != second[0].bold or over.isupper() and not under.isupper():
        return True
    if over.isupper():
        # Two lines in capitals may be one headline.
        return len(over.split()) * 2 <= len(under.split())
    campaign = _CAMPAIGN.match(fold(over)) and len(over.split()) <= _CAMPAIGN_WORDS and over[-1].isalnum()
    return len(over.split()) <= min(_CAMPAIGN_WORDS if campaign else _KICKER_WORDS, len(under.split()))


def _may_lack_text(groups: list[list[Line]]) -> bool:
    """Without a standfirst the lower line may be one itself: only a rubric's or a section's name tells."""
    return names_a_rubric(_text(groups[0])) and len(groups) == 2 and len(_text(groups[1]).split()) <= _HEADLINE_WORDS


def _is_deck(headline: list[Line], below: list[Line]) -> bool:
    return len(_text(headline).split()) >= _KICKER_WORDS and len(_text(below)) > len(_text(headline))


def _begins(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit() or text[0] in "\"“'‘"


def _text(lines) -> str:
    return " ".join(line.text for line in lines)
