"""The blocks of a turn <-> the text of a text area: one line for each paragraph, blank lines for the eye.

    - làm đường        an item of a list (in answers; "1." and "a)" too)
    ## Giữ nghề        a subheading
    [Ảnh 2] Đồi chè    a figure, by its place among the figures of the source; "[Ảnh]" is a new one
    \\- Thưa ông       a paragraph that only looks like one of these
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from articles.transcripts import Figure, ListItem, Paragraph, Subheading
from articles.vietnamese import nfc

PLAIN = "\\"
_HEADING = "## "
_FIGURE = re.compile(r"\[Ảnh(?: (\d{1,4}))?\](?: (.*))?$")
_ITEM = re.compile(r"([-–—+•·●○▪■◦➢➤✓✔♦❖→*]|\(?\d{1,2}[.)]|\(?[a-zđ][.)]) (?=\S)")


def write(blocks: Iterable, figures: list[Figure], *, lists: bool) -> str:
    """The text of these blocks; their figures are appended to `figures`, whose order gives them their numbers."""
    text, item_before = "", False
    for block in blocks:
        is_item = isinstance(block, ListItem)
        line = _line(block, figures, lists)
        text += ("\n" if is_item and item_before else "\n\n" if text else "") + line
        item_before = is_item
    return text


def _line(block, figures: list[Figure], lists: bool) -> str:
    if isinstance(block, Figure):
        figures.append(block)
        return f"[Ảnh {len(figures)}] {block.caption}".rstrip()
    if isinstance(block, Subheading):
        return _HEADING + block.text
    if isinstance(block, ListItem):
        line = f"{block.marker} {block.text}"
        return line if _read(line, (), set(), lists) == block else f"{'1.' if block.ordered else '-'} {block.text}"
    looks_plain = _read(block.text, (), set(), lists) == block
    return block.text if looks_plain and not block.text.startswith(PLAIN) else PLAIN + block.text


def read(text: str, figures: Sequence[Figure], placed: set[int], *, lists: bool) -> tuple:
    """The blocks of a text. placed: numbers of the figures that stand somewhere already; those of this text are added.

    A figure that is named twice is a new one, without a file, the second time.
    """
    rows = (" ".join(line.split()) for line in nfc(text).splitlines())
    return tuple(_read(row, figures, placed, lists) for row in rows if row)


def new_figure(caption: str) -> Figure:
    """A figure an editor made of words: it awaits its picture."""
    return Figure(0, "", "", caption)


def caption_line(text: str) -> str:
    return f"[Ảnh] {text}"


def _read(row: str, figures: Sequence[Figure], placed: set[int], lists: bool):
    if row.startswith(PLAIN):
        return Paragraph(row[len(PLAIN):].strip() or row)
    figure = _FIGURE.match(row)
    if figure:
        return _figure(int(figure[1] or 0), figure[2] or "", figures, placed)
    if row.startswith(_HEADING):
        return Subheading(row[len(_HEADING):].strip())
    item = _ITEM.match(row) if lists else None
    if item:
        return ListItem(row[item.end():], item[1], any(sign.isalnum() for sign in item[1]))
    return Paragraph(row)


def _figure(number: int, caption: str, figures: Sequence[Figure], placed: set[int]) -> Figure:
    if not 0 < number <= len(figures) or number in placed:
        return new_figure(caption)
    placed.add(number)
    return replace(figures[number - 1], caption=caption)
