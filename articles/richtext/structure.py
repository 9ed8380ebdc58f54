"""The structure of a text: takes well-formed markup apart and lays it out anew, so every word has its place.

    text        p h2 h3 ul ol blockquote figure table hr, nothing loose between them
    blockquote  p ul ol          li, td, th   words, ul, ol          p h2 h3 caption   words
    words       text, br, and strong em u s sub sup a, none of them inside itself

What stands where it may not is moved to the nearest place where it may; words are never dropped. Nothing here
looks at addresses or attribute values: that is the allowlist's part, before and after.
"""

import html as entities

from .markup import Event, opening, start_tag, words
from .prose import Prose
from .vocabulary import KINDS

_LIST_DEPTH = 5  # deeper lists are laid out flat
_HOLDS_WORDS = {"paragraph", "item", "cell", "caption"}


class _Block:
    """An element that is open; its start tag is written once it has something to hold."""

    def __init__(self, tag: str, attributes: dict[str, str]):
        self.tag = tag
        self.kind = KINDS[tag]
        self.start = start_tag(tag, attributes)
        self.written = False
        self.filled = False  # words stand in it, and no other block after them
        self.implied = False  # the input has no tag for it


class _Figure:
    def __init__(self, attributes: dict[str, str]):
        self.attributes = attributes
        self.in_caption = False
        self.caption: list[str] = []
        self.others: list[str] = []

    def add(self, text: str) -> None:
        (self.caption if self.in_caption else self.others).append(text)


class Layout:
    """for event in events: layout.take(event); then layout.finish() is the text laid out."""

    def __init__(self):
        self.prose = Prose()
        self.path: list[object] = []  # what each open tag of the input has opened here, None if nothing
        self.blocks: list[_Block] = []
        self.aside: list[_Block] = []  # the blocks around a table: tables stand on the outermost level
        self.figure: _Figure | None = None
        self.waiting: list[_Figure] = []  # figures found inside a table, to stand after it

    def take(self, event: Event) -> None:
        what, value, attributes = event
        if what == "text":
            self._text(value)
        elif what == "end":
            self._end(value, self.path.pop())
        elif value == "br":
            self._line_break()
        elif value == "hr":
            self._rule()
        else:
            self.path.append(self._start(value, attributes))

    def finish(self) -> str:
        self._close_blocks(0)
        return "".join(self.prose.out)

    # ------------------------------------------------------------ words

    def _text(self, text: str) -> None:
        if self.figure:
            self.figure.add(text)
            return
        text = words(text)
        if not text:
            return
        prose = self.prose
        prose.space |= text[0] == " "
        if text == " ":
            return
        holder = self._holder()
        put = prose.presentable(text, begins=not holder.filled)
        if not put:
            return
        if prose.breaks >= 2 and holder.filled and holder.kind == "paragraph":
            self._close_paragraph()
            holder.written = holder.filled = False
            self.blocks.append(holder)
        self._write_starts()
        if not holder.filled:
            prose.forget_gap()
        prose.put(put)
        prose.space = text[-1] == " "
        holder.filled = True

    def _holder(self) -> _Block:
        """The open block that takes words; one is made where there is none."""
        top = self._top()
        if top in _HOLDS_WORDS:
            return self.blocks[-1]
        if top in {"table", "section", "row"}:
            # nh3 lets no words stand there. Should it, they follow the table.
            self._end_table(self.blocks[0])
            return self._holder()
        block = self._open("li" if top == "list" else "p", {})
        block.implied = True
        return block

    def _line_break(self) -> None:
        if self.figure:
            self.figure.add(" ")
        else:
            self.prose.breaks += 1

    def _boundary(self) -> None:
        """A paragraph begins or ends: on its own level it does, inside an item or a cell it is a new line."""
        if self.figure:
            self.figure.add(" ")
        elif not self._close_paragraph():
            self.prose.breaks = max(self.prose.breaks, 1)

    # ------------------------------------------------------------ blocks

    def _top(self) -> str:
        return self.blocks[-1].kind if self.blocks else "text"

    def _in(self, *kinds: str) -> bool:
        return any(block.kind in kinds for block in self.blocks)

    def _start(self, tag: str, attributes: dict[str, str]) -> object:
        """Answers what the tag has opened, for _end() to close."""
        kind = KINDS.get(tag, "boundary")
        if self.figure and kind != "figure":
            return self._inside_figure(kind)
        if kind == "inline":
            return self.prose.mark(tag, attributes)
        if kind == "figure" and "data-image-id" in attributes:
            self._end_figure()
            self.figure = _Figure(attributes)
            return self.figure
        if kind in {"figure", "figcaption", "boundary"}:
            self._boundary()
            return None
        self._close_paragraph()
        if kind == "item" and self.blocks and self.blocks[-1].implied:
            self._close_blocks(len(self.blocks) - 1)
        if kind == "table" and not self._in("table"):
            self._interrupt()
            self.aside, self.blocks = self.blocks, []
            return self._open(tag, attributes)
        if not self._fits(kind):
            self._boundary()
            return None
        block = self._open("p" if kind == "paragraph" and self._top() == "quote" else tag, attributes)
        if kind == "cell":  # an empty cell keeps its neighbours in their columns
            self._write_starts()
        return block

    def _fits(self, kind: str) -> bool:
        top = self._top()
        if kind == "list":
            depth = sum(block.kind == "list" for block in self.blocks)
            return top in {"text", "quote", "item", "cell"} and depth < _LIST_DEPTH
        places = {
            "paragraph": {"text", "quote"},
            "item": {"list"},
            "quote": {"text"},
            "section": {"table"},
            "row": {"table", "section"},
            "cell": {"row"},
            "caption": {"table"},
        }
        return top in places.get(kind, ())

    def _end(self, tag: str, opened: object) -> None:
        if isinstance(opened, tuple):
            self.prose.wanted.remove(opened)
        elif opened == "figcaption":
            if self.figure:
                self.figure.in_caption = False
        elif isinstance(opened, _Figure) and opened is self.figure:
            self._end_figure()
        elif isinstance(opened, _Block):
            if opened.kind == "table":
                self._end_table(opened)
            elif opened in self.blocks:
                self._close_blocks(self.blocks.index(opened))
        elif KINDS.get(tag) != "inline":
            self._boundary()

    def _open(self, tag: str, attributes: dict[str, str]) -> _Block:
        self.prose.end_marks()
        self.prose.forget_gap()
        block = _Block(tag, attributes)
        self.blocks.append(block)
        return block

    def _write_starts(self) -> None:
        for block in self.blocks:
            if not block.written:
                self.prose.write(block.start)
                block.written = True

    def _close_paragraph(self) -> bool:
        """Ends the open paragraph; False if there is none."""
        if self._top() != "paragraph":
            return False
        self._close_blocks(len(self.blocks) - 1)
        return True

    def _close_blocks(self, keep: int) -> None:
        """Ends the open blocks but the outermost so many."""
        while len(self.blocks) > keep:
            self.prose.end_marks()
            self.prose.forget_gap()
            block = self.blocks.pop()
            if block.written:
                self.prose.write(f"</{block.tag}>")
                if self.blocks:
                    self.blocks[-1].filled = False
            else:
                self.prose.breaks = 1  # nothing came of it, but what stood around it is not one word

    def _interrupt(self) -> None:
        """Ends what has been written of the open blocks; they begin again with the next words."""
        self.prose.end_marks()
        for block in reversed(self.blocks):
            if block.written:
                self.prose.write(f"</{block.tag}>")
            block.written = block.filled = False
        self.prose.forget_gap()

    def _end_table(self, table: _Block) -> None:
        if table in self.blocks:
            self._close_blocks(0)
            self.blocks, self.aside = self.aside, []
            figures, self.waiting = self.waiting, []
            for figure in figures:
                self._write_figure(figure)

    # ------------------------------------------------------------ figures and rules

    def _inside_figure(self, kind: str) -> object:
        if kind == "inline":
            return None
        self.figure.add(" ")
        if kind == "figcaption":
            self.figure.in_caption = True
            return "figcaption"
        return None

    def _end_figure(self) -> None:
        figure, self.figure = self.figure, None
        if figure is None:
            return
        if self._in("table"):
            self.waiting.append(figure)
            self._boundary()
        else:
            self._write_figure(figure)

    def _write_figure(self, figure: _Figure) -> None:
        self._interrupt()
        caption = opening(words("".join(figure.caption))).rstrip(" ")
        self.prose.write(start_tag("figure", figure.attributes))
        if caption:
            self.prose.write(f"<figcaption>{entities.escape(caption, quote=False)}</figcaption>")
        self.prose.write("</figure>")
        if figure.others:
            self._boundary()
            self._text("".join(figure.others))
            self._boundary()

    def _rule(self) -> None:
        if self.figure or self._in("list", "table"):
            self._boundary()
            return
        self._close_paragraph()
        self._interrupt()
        self.prose.write("<hr>")
