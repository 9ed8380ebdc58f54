"""A text as the row of its blocks: paragraphs, headings, lines of a list, rows of a table, pictures."""

from dataclasses import dataclass

from ..richtext.markup import parse, start_tag
from ..richtext.sanitizer import guard
from ..richtext.vocabulary import KINDS

NAMES = {
    "p": "đoạn văn", "h2": "tít phụ", "h3": "tít phụ nhỏ", "li": "dòng liệt kê", "tr": "hàng của bảng",
    "caption": "tên bảng", "figure": "ảnh", "hr": "đường kẻ", "blockquote": "trích dẫn",
}  # fmt: skip
_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Block:
    """text: its words, with one space between. tag: of NAMES. image: the picture's number where it is one.

    shape: everything else about it, so that a bold word or another address of a link is no secret.
    links: the addresses in it, in order. gallery: a picture that stands in a set with its neighbours.
    """

    text: str
    tag: str = "p"
    image: int | None = None
    shape: str = ""
    links: tuple = ()
    gallery: bool = False

    @property
    def key(self):
        """Two blocks of one key say the same thing, whatever they look like."""
        return self.image or 0, self.tag == "hr", self.text

    @property
    def name(self):
        return NAMES[self.tag]


def lines_of(text):
    """The blocks of plain text: its lines, empty ones left out."""
    return [Block(" ".join(line.split())) for line in text.splitlines() if line.strip()]


def blocks_of(html):
    """The blocks of stored rich text, in reading order."""
    reader = _Reader()
    for what, value, attributes in parse(guard(html)) if html else []:
        if what == "start":
            reader.start(value, attributes)
        elif what == "end":
            reader.end(value)
        else:
            reader.text += value
            reader.shape += f"\x1f{value}"
    reader.close()
    return reader.blocks


class _Reader:
    """Takes blocks out of the markup: where one begins or ends, what was read so far is a block."""

    def __init__(self):
        self.blocks = []
        self.around = []  # tags of the lists and quotes we are in
        self.tag = "p"
        self.image, self.gallery = None, False
        self._clear()

    def _clear(self):
        self.text, self.shape, self.links = "", "", []

    def start(self, tag, attributes):
        kind = KINDS[tag]
        if kind in ("list", "quote"):
            self.close()
            self.around.append(start_tag(tag, attributes))
        elif kind in ("paragraph", "item", "row", "caption", "figure", "rule"):
            # A paragraph in a line of a list is that line.
            if not (kind == "paragraph" and self.tag == "li" and not self.text):
                self.close()
                self.tag = tag
            if kind == "figure":
                self.image = int(attributes.get("data-image-id") or 0) or None
                self.gallery = attributes.get("class") == "gallery"
        elif kind == "cell" and self.text.strip():
            self.text += _CELLS
        elif kind == "break":
            self.text += " "
        if tag == "a":
            self.links.append(attributes.get("href", ""))
        self.shape += start_tag(tag, attributes)
        if kind == "rule":
            self.close()

    def end(self, tag):
        kind = KINDS[tag]
        self.shape += f"</{tag}>"
        if kind in ("paragraph", "item", "row", "caption", "figure", "list", "quote"):
            self.close()
        if kind in ("list", "quote") and self.around:
            self.around.pop()

    def close(self):
        """End the block that is being read, where it says anything."""
        text = " ".join(self.text.split())
        if text or self.image or self.tag == "hr":
            quoted = self.tag == "p" and any(tag.startswith("<blockquote") for tag in self.around)
            shape = "".join([*self.around, self.shape])
            tag = "blockquote" if quoted else self.tag
            self.blocks.append(Block(text, tag, self.image, shape, tuple(self.links), self.gallery))
        self.tag, self.image, self.gallery = "p", None, False
        self._clear()
