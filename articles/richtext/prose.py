"""Words under marks: puts text, line breaks and strong, em, a… down one after the other, with no mark left
open, none inside itself and no space lost, doubled or inside the edge of a mark.
"""

import html as entities

from ..vietnamese import nfc
from .markup import opening, start_tag

Mark = tuple[str, str]  # tag, start tag


class Prose:
    """What has been written so far, and what waits for the next word: marks, white space, line breaks."""

    def __init__(self):
        self.out: list[str] = []
        self.wanted: list[Mark] = []  # the marks that hold for the words to come
        self.open: list[Mark] = []  # those whose start tag has been written
        self.run: list[str] = []  # words not yet written, all under the same marks
        self.space = False
        self.breaks = 0

    def mark(self, tag: str, attributes: dict[str, str]) -> Mark | None:
        """Lets a mark hold from here on; None if it does already, or means nothing."""
        held = [wanted for wanted, _start in self.wanted]
        # Whoever copies a link from Word or Google Docs copies the line under it too.
        if tag in held or (tag == "a" and not attributes.get("href")) or (tag == "u" and "a" in held):
            return None
        mark = (tag, start_tag(tag, attributes))
        self.wanted.append(mark)
        return mark

    def presentable(self, text: str, begins: bool) -> str:
        """The text as it may be put next: trimmed, and where it follows a tag without loose marks."""
        goes_on = self.run and not begins and self.wanted == self.open and not self.breaks
        return text.strip(" ") if goes_on else opening(text).rstrip(" ")

    def put(self, text: str) -> None:
        """Writes trimmed words, after the space or line break that is due."""
        common = 0
        for wanted, is_open in zip(self.wanted, self.open, strict=False):
            if wanted != is_open:
                break
            common += 1
        if self.breaks or common < max(len(self.wanted), len(self.open)):
            self.end_marks(common)
            if self.breaks or self.space:
                self.write("<br>" if self.breaks else " ")
            for mark in self.wanted[common:]:
                self.write(mark[1])
            self.open = self.wanted.copy()
        elif self.space:
            self.run.append(" ")
        self.run.append(text)
        self.forget_gap()

    def forget_gap(self) -> None:
        self.space, self.breaks = False, 0

    def end_marks(self, keep: int = 0) -> None:
        """Ends the open marks but the outermost so many; they begin again with the next words, if still
        wanted."""
        while len(self.open) > keep:
            self.write(f"</{self.open.pop()[0]}>")

    def write(self, markup: str) -> None:
        if self.run:
            self.out.append(entities.escape(nfc("".join(self.run)), quote=False))
            self.run = []
        self.out.append(markup)
