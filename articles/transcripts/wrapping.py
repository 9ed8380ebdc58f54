"""Text whose paragraphs a mail program broke at a fixed column: put together again when that is certain."""

import re

_NARROWEST, _WIDEST = 50, 100  # columns
_LEAST_JOINS = 4
_MOSTLY = 0.5  # of all places where a line follows a line
_BEGINS_ANEW = re.compile(r"\s*(?:[-–—+•*·➢✓>]|\d{1,2}[.)]|[a-zđ]\))\s|[^:]{1,60}:(?:\s|$)")
_OPEN_END = re.compile(r"[\w,;)”\"]$")


def unwrap(lines: list[str]) -> list[str]:
    """The lines, with those that broke only because the column was full joined by a space.

    A break is one of the column when the next line's first word would not have fitted. Nothing is joined unless no line
    is wider than the column, most breaks are of that kind and several go on in the middle of a sentence.
    """
    width = max(map(_width, lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return lines
    breaks = [at for at in range(1, len(lines)) if lines[at - 1].strip() and lines[at].strip()]
    full = {at for at in breaks if _is_full(lines[at - 1], lines[at], width)}
    inside = sum(lines[at].lstrip()[0].islower() and bool(_OPEN_END.search(lines[at - 1].rstrip())) for at in full)
    if inside < _LEAST_JOINS or len(full) < _MOSTLY * len(breaks):
        return lines
    joined: list[str] = []
    for at, line in enumerate(lines):
        if at in full and not _BEGINS_ANEW.match(line):
            joined.append(f"{joined.pop()} {line.strip()}")
        else:
            joined.append(line)
    return joined


def _width(line: str) -> int:
    return len(line.rstrip())


def _is_full(line: str, following: str, width: int) -> bool:
    return _width(line) + 1 + len(following.split(maxsplit=1)[0]) > width - 2
