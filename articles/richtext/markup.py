"""Well-formed markup as a row of events, and the two things written back: start tags, words."""

import html as entities
import re
import unicodedata
from html.parser import HTMLParser

from ..vietnamese import nfc
from .vocabulary import VOCABULARY

# Tags that say the same as one of ours.
SYNONYMS = {
    "b": "strong", "i": "em", "strike": "s", "del": "s", "ins": "u", "tfoot": "tbody", "menu": "ul", "dir": "ul",
    "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3",
}  # fmt: skip
# Tags that say only: a new paragraph begins and ends here.
BOUNDARIES = frozenset(
    "address article aside center dd details div dl dt fieldset footer form header hgroup legend main nav option "
    "pre search section summary".split()
)
_SPACE = re.compile(r"[ \n\t]{2,}|[\n\t]")  # a single space stays as it is
_FILLERS = re.compile("[\u200b\u2060\ufeff]+")  # invisible characters by which editors hold a place
_ATTRIBUTES = {element.tag: (*element.attributes, "class") for element in VOCABULARY}

# ("start", tag, attributes) | ("end", tag, {}) | ("text", characters, {})
Event = tuple[str, str, dict[str, str]]


class _Parser(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []
        self.figures: list[dict[str, str]] = []

    def handle_starttag(self, tag, attrs):
        tag = SYNONYMS.get(tag, tag)
        attributes = {name: value or "" for name, value in attrs}
        if tag == "img":  # the editor's form: the picture carries the number, the figure does not
            if self.figures and "data-image-id" in attributes:
                self.figures[-1].setdefault("data-image-id", attributes["data-image-id"])
            return
        if tag == "figure":
            self.figures.append(attributes)
        self.events.append(("start", tag, attributes))

    def handle_endtag(self, tag):
        tag = SYNONYMS.get(tag, tag)
        if tag == "figure":
            self.figures.pop()
        self.events.append(("end", tag, {}))

    def handle_data(self, data):
        self.events.append(("text", data, {}))


def parse(html: str) -> list[Event]:
    """The markup as events. html: well-formed, as nh3 writes it; br and hr have no end."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.events


def words(text: str) -> str:
    """Composed, white space runs as one space, without the place holders of editors."""
    return _SPACE.sub(" ", nfc(_FILLERS.sub("", text)))


def opening(text: str) -> str:
    """Without leading space and marks: a mark with no letter before it would melt into the tag there ("<p>"
    and U+0338 are "<p≯") as soon as someone normalises the whole."""
    start = 0
    while start < len(text) and (text[start] == " " or unicodedata.combining(text[start])):
        start += 1
    return text[start:]


def start_tag(tag: str, attributes: dict[str, str]) -> str:
    """Written as nh3 writes it; attributes the vocabulary does not give to the tag are left out."""
    kept = [
        f' {name}="{entities.escape(attributes[name], quote=False).replace(chr(34), "&quot;")}"'
        for name in _ATTRIBUTES[tag]
        if attributes.get(name)
    ]
    return f"<{tag}{''.join(kept)}>"
