"""Lines of a list inside an answer: "- làm đường", "• …", "1. …", "b) …"; and subheadings."""

import re

from .draft import ListItem
from .labels import read_label
from .layout import SIGNS, Line

_MARKER = re.compile(
    rf"(?:(?P<bullet>[-–—{re.escape(SIGNS)}])(?:\s+|(?=[^\W\d_]))"
    r"|(?P<ordered>\(?\d{1,2}[.)]|\(?[a-zđ][.)])\s+)(?=\S)"
)
_SUBHEADING_WORDS, _SUBHEADING_CHARACTERS = 16, 110
_ENDED = re.compile(r"[.?!…:;,][\s\"”’')\]]*$")


def list_item(line: Line) -> ListItem | None:
    """The item that a line is, without its marker; None for another line."""
    if line.bullet:
        return ListItem(line.text, "", ordered=line.bullet[0].isdigit())
    found = _MARKER.match(line.text)
    return ListItem(line.text[found.end():], found[0].strip(), bool(found["ordered"])) if found else None


def goes_on_listing(body: list[Line], at: int) -> bool:
    """Whether a line is an item below another, or below a colon: what it asks is counted up, not asked."""
    above = body[at - 1]
    return list_item(body[at]) is not None and (above.text.endswith((":", ";")) or list_item(above) is not None)


def is_subheading(body: list[Line], at: int) -> bool:
    """A short line without an end mark, between paragraphs that have one, or in a heading's style or bold."""
    line = body[at]
    if line.pictured or line.bullet or not _is_short(line) or not line.text.lstrip("“\"‘")[:1].isalnum():
        return False
    if line.style == "heading" or line.bold:
        return True
    above, below = body[at - 1] if at else None, body[at + 1] if at + 1 < len(body) else None
    return (
        line.text[0].isupper() and above is not None and below is not None
        and bool(_ENDED.search(above.text) or above.pictured or list_item(above))
        and bool(_ENDED.search(below.text)) and (len(below.text) > len(line.text) or read_label(below.text) is not None)
    )


def _is_short(line: Line) -> bool:
    short = 2 <= len(line.text.split()) <= _SUBHEADING_WORDS and len(line.text) <= _SUBHEADING_CHARACTERS
    return short and not _ENDED.search(line.text)
