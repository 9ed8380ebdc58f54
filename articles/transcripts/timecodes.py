"""Where on the recording a line was said ("[00:12:05] PV: …"): set aside, for nobody said it."""

import re
from dataclasses import replace

from .layout import Line

_CODE = re.compile(
    r"[\[(<]?\s?(?P<hours>\d{1,2}:)?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)(?:[.,]\d{1,3})?\s?[\])>]?\s?(?:[-–—|]\s)?"
)
_LEAST = 3  # lines; fewer are what somebody says: "05:30 sáng, …"


def without_timecodes(found: list[Line]) -> tuple[list[Line], list[Line]]:
    """(the lines without them, the times), where several lines begin with one, each no earlier than the last."""
    codes = {at: code for at, line in enumerate(found) if (code := _CODE.match(line.text)) and _said(line.text, code)}
    moments = [_moment(code) for code in codes.values()]
    if len(codes) < _LEAST or moments != sorted(moments) or len(set(moments)) < _LEAST:
        return found, []
    kept = [
        replace(line, text=line.text[codes[at].end():].lstrip(), lead=max(0, line.lead - codes[at].end()))
        if at in codes else line
        for at, line in enumerate(found)
    ]
    return kept, [replace(found[at], text=code[0].strip()) for at, code in codes.items()]


def _said(text: str, code: re.Match) -> bool:
    """Whether words follow the time, set off from it by a bracket, or beginning a sentence of their own."""
    rest = text[code.end():]
    return bool(rest) and (code[0].rstrip()[-1:] in "])>|-–—" or rest[0].isupper())


def _moment(code: re.Match) -> int:
    hours = int(code["hours"][:-1]) if code["hours"] else 0
    return (hours * 60 + int(code["minutes"])) * 60 + int(code["seconds"])
