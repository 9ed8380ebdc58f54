"""The lines above the text: kicker, headline, section, time of publication, sometimes the byline."""

from dataclasses import dataclass
from datetime import datetime

from .byline import Byline, read_byline
from .headline import KICKER_CHARACTERS, TITLE_CHARACTERS, Stack, is_kicker, is_title, read_stack
from .layout import Line
from .lists import list_item
from .masthead import (
    date_of,
    is_masthead,
    may_name_a_paper,
    names_a_rubric,
    names_a_section,
    parted,
    read_time,
)

HEAD_LINES = 12  # the head is among the first lines or nowhere
_SECTION_WORDS = 7


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
    aside: tuple[Line, ...]  # the paper's name and issue
    kicker: str = ""  # where its place above the headline proves it; else it may still be among the titles


def _is_section(line: Line) -> bool:
    short = len(line.text.split()) <= _SECTION_WORDS and len(line.text) <= KICKER_CHARACTERS
    return short and line.text[-1] not in ".!?…:,;"


def _looks_like_headline(line: Line) -> bool:
    return len(line.text.split()) <= 20 and is_title(line) and line.text[-1] != "." and not names_a_section(line)


def _stands_over(first: Line, second: Line) -> bool:
    """Whether a line of a block of its own is the kicker of the next, where no time line shows the head's end."""
    differs = first.bold != second.bold or first.text.isupper() != second.text.isupper() or names_a_section(first)
    long_enough = len(second.text.split()) > (2 if first.text.isupper() or names_a_section(first) else 4)
    headline = _looks_like_headline(second) and long_enough and not read_byline(second.text, bare=True)
    same_look = first.bold and second.bold and len(second.text.split()) > len(first.text.split())
    return is_kicker(first.text, second.text) and headline and (differs or same_look) and first.style != "title"


def _may_be_headline(line: Line) -> bool:
    return _looks_like_headline(line) and line.text[-1] not in ":;" and read_byline(line.text, bare=True) is None


def without_masthead(found: list[Line], first_turn: int) -> tuple[list[Line], list[Line]]:
    """(the lines without those that hold only the paper's name, issue, place and date; those lines), a section or a
    writer in one line with the time parted from it. first_turn: the position of the first line that surely speaks."""
    top = min(HEAD_LINES, first_turn)
    kept: list[Line] = []
    aside: list[Line] = []
    for at, line in enumerate(found[:top]):
        for part in parted(line, first=at == 0):
            proved = read_time(part.text) is False and is_masthead(part.text)
            # Who publishes the paper may stand over its name, in capitals.
            publisher = len(kept) == 1 and kept[0].text.isupper() and not part.text.isupper()
            named = (not kept or publisher) and _over_a_headline(part, found[at + 1:top])
            if line.style != "title" and (proved or named):
                aside += [*kept, part] if publisher and named else [part]
                kept = [] if publisher and named else kept
            else:
                kept.append(part)
    return (kept + found[top:], aside) if kept or top < len(found) else (found, [])


def _over_a_headline(line: Line, below: list[Line]) -> bool:
    """Whether a paper's name in small letters is one, because a headline and a standfirst still follow it."""
    rest = [other for other in below if read_time(other.text) is False and not is_masthead(other.text)]
    return may_name_a_paper(line.text) and len(rest) > 1 and _looks_like_headline(rest[0])


def _styled(found: list[Line], short: list[int]) -> Stack | None:
    """The head whose headline Word's own style shows."""
    end = next((at for at in short if found[at].style == "title"), None)
    if end is None or end == short[0] or found[short[-1]].text.endswith(","):
        return None
    over = [found[at] for at in short if at < end]
    capitals = over[0].text.isupper() and len(over[0].text.split()) <= 5
    section = over[0] if len(over) > 1 and (names_a_section(over[0]) or capitals) else None
    below = end + 1
    if section is None and below in short and names_a_section(found[below]):
        section = found[below]
    return Stack(section, tuple(line for line in over if line is not section), (found[end],))


def _stack(found: list[Line], limit: int, times: list, below_masthead: bool) -> Stack | None:
    """The head where more than one short line stands above the text and tells what each is."""
    short: list[int] = []
    for at, line in enumerate(found[:limit]):
        if at < len(times) and times[at] is not False:
            continue
        if not is_title(line) or line.text[-1] in ".;" or list_item(line):
            break
        short.append(at)
    styled = _styled(found, short)
    if styled or not short or any(found[at].style == "title" for at in short):
        return styled
    if found[short[-1]].text[-1] == ":" and not found[short[-1]].text.isupper():
        short.pop()
    lines = [found[at] for at in short]
    followed = bool(short) and short[-1] + 1 < limit
    time = next((at for at, time in enumerate(times) if time is not False), None)
    if time is not None and short and time > short[-1]:
        return None
    below_time = below_masthead or time is not None
    return read_stack(lines, followed=followed, below_time=below_time)


def read_head(
    found: list[Line], first_turn: int, above: int, masthead: list[Line], *, below_masthead: bool = False
) -> Head:
    """Split the head from the lines; first_turn is the position of the first line that surely speaks, above how many
    lines stand over the first picture, below which no headline goes on, masthead what was taken away above, and
    below_masthead whether that or anything else of the page stood on top."""
    times = [read_time(line.text) for line in found[:min(HEAD_LINES, first_turn)]]
    at = next((position for position, time in enumerate(times) if time is not False), None)
    kicker = ""
    warnings: list[str] = []
    stack = _stack(found, min(HEAD_LINES, first_turn, above), times, below_masthead)
    if stack:
        section, kicker, titles = stack.section, " ".join(line.text for line in stack.kicker), [stack.headline]
        section = section.text if section else ""
        body = [line for position, line in enumerate(found)
                if not any(line is taken for taken in stack.lines) and position != at]
        if not stack.sure:
            warnings.append(f"Chưa chắc đâu là tít: “{titles[0].text}” hay dòng đứng trên nó.")
    elif at is None or at == 0:
        below = found[1:] if at == 0 else found
        titles, section, body = _without_time(below, first_turn - (at == 0), above - (at == 0))
    else:
        titles, section, body, kicker = _above_time(found, at, below_masthead)
        left = [line for line in body if any(line is other for other in found[:at])]
        if titles and left and _may_be_headline(left[0]):
            warnings.append(f"Chưa chắc đâu là tít: “{titles[0].text}” hay “{left[0].text}”.")
    byline, byline_text, body = _byline_below(body)
    published = times[at] if at is not None else None
    impossible = at is not None and published is None
    if impossible:
        warnings.insert(0, f"Thời điểm đăng không có thật: “{found[at].text}”.")
    published_text = found[at].text if at is not None and not impossible else ""
    dated = next((line for line in masthead if date_of(line.text)), None) if at is None else None
    if dated is not None:
        published, published_text = date_of(dated.text), dated.text
    return Head(
        titles=tuple(title.text for title in titles), section=section,
        published=published, published_text=published_text,
        byline=byline, byline_text=byline_text, body=tuple(body),
        unplaced=(found[at].text,) if impossible else (), warnings=tuple(warnings), kicker=kicker,
        aside=tuple(line for line in masthead if line is not dated),
    )


def _above_time(
    found: list[Line], at: int, below_masthead: bool
) -> tuple[list[Line], str, list[Line], str]:
    above, below = found[:at], found[at + 1:]
    titles = [line for line in above if is_title(line)]
    section = ""
    if len(titles) > 1 and _is_section(titles[-1]):
        last, before = titles[-1], titles[-2]
        beside_title = last.block == before.block and last.block != found[at].block
        shorter = len(last.text) < max(len(line.text) for line in titles[:-1])
        rubric = len(titles) == 2 and names_a_rubric(before.text)
        if names_a_section(last) or (shorter and not beside_title and not rubric):
            section = titles.pop().text
            above = [line for line in above if line is not last]
    if not section and below and below[0].block == found[at].block and names_a_section(below[0]):
        section = below[0].text
        below = below[1:]
    whole = all(is_title(line) for line in above)
    stack = read_stack(titles, followed=True, below_time=below_masthead, above_time=True) if whole else None
    if stack and stack.sure and not (section and stack.section):
        top = stack.section.text if stack.section else ""
        rest = [line for line in above if not any(line is taken for taken in stack.lines)]
        return [stack.headline], section or top, rest + below, " ".join(line.text for line in stack.kicker)
    # Kicker and headline are the first lines; a further line of another block is text (a short standfirst).
    head = titles[:1]
    for line in titles[1:]:
        if sum(len(title.text) + 1 for title in head) + len(line.text) > TITLE_CHARACTERS:
            break
        capitals = line.text.isupper() and head[-1].text.isupper()
        if line.block == head[-1].block or capitals or (len(head) == 1 and is_kicker(head[0].text, line.text)):
            head.append(line)
        else:
            break
    return head, section, [line for line in above if not any(line is title for title in head)] + below, ""


def _without_time(found: list[Line], first_turn: int, above: int) -> tuple[list[Line], str, list[Line]]:
    if first_turn <= 0 or not found or not is_title(found[0]):
        return [], "", found
    head, rest = found[:1], found[1:]
    if first_turn > 2 and above > 1 and len(rest) > 1 and _stands_over(head[0], rest[0]):
        return found[:2], "", found[2:]
    # Without a blank line anywhere, sharing a block says nothing about belonging together.
    together = found[-1].block != found[0].block and rest and rest[0].block == head[0].block
    fits = together and len(head[0].text) + 1 + len(rest[0].text) <= TITLE_CHARACTERS
    signed = rest and read_byline(rest[0].text)
    if fits and not signed and min(first_turn, above) > 1 and _looks_like_headline(rest[0]):
        head, rest = found[:2], found[2:]
    if rest and first_turn > len(head) and names_a_section(rest[0]):
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
