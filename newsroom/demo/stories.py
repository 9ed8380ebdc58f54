"""Reads the demo's story files: a few header lines, the text, and what readers said below it."""

import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zlib import crc32

from django.utils import timezone
from django.utils.html import escape

FOLDER = Path(__file__).parent / "stories"
PICTURE = re.compile(r"\[picture: ([\w-]+) \| ([^|\]]+?)(?: \| ([^|\]]+))?\]")


@dataclass(frozen=True)
class Picture:
    name: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Said:
    """One reader's comment; `reply`: to the comment before it."""

    reply: bool
    status: str
    name: str
    place: str
    hours_after: float
    text: str


@dataclass(frozen=True)
class Story:
    """One file. `header` as written; `text` is everything between the line --- and the comments."""

    key: str
    header: dict
    text: str
    comments: tuple

    def get(self, name, default=""):
        return self.header.get(name, default)

    @property
    def is_interview(self):
        return self.get("kind") == "interview"

    @property
    def hours_ago(self):
        """Hours since publication; negative for what is scheduled."""
        return -float(self.get("hours_ahead")) if self.get("hours_ahead") else float(self.get("hours_ago", "1"))

    @property
    def inside(self):
        """The picture of the figure in an interview's text, or None; its caption stands in the transcript."""
        return Picture(self.get("pictures")) if self.get("pictures") else None

    @property
    def lead(self):
        """The lead picture, or None."""
        parts = [part.strip() for part in self.get("picture").split(" | ")]
        return Picture(*parts[:3]) if parts[0] else None

    def published_at(self, now):
        """When the story appeared, for a paper seen at `now`: on its day, at an hour when a newsroom is awake."""
        at = timezone.localtime(now - timedelta(hours=self.hours_ago))
        if self.hours_ago < 20:
            return at
        chance = crc32(self.key.encode())
        return at.replace(hour=5 + chance % 17, minute=chance // 17 % 60)

    @property
    def blocks(self):
        return [block.strip() for block in self.text.split("\n\n") if block.strip()]


def load():
    """Every story of the folder, oldest first, so that ids follow time."""
    stories = [read(path) for path in sorted(FOLDER.glob("*.txt"))]
    return sorted(stories, key=lambda story: -story.hours_ago)


def read(path):
    head, _, rest = path.read_text(encoding="utf-8").partition("\n---\n")
    header = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    text, _, said = rest.partition("\n=== ý kiến\n")
    return Story(path.stem, header, text.strip(), tuple(_comments(said)))


def _comments(said):
    for line in said.splitlines():
        if line.strip():
            status, name, place, hours, text = (part.strip() for part in line.removeprefix("> ").split("|", 4))
            yield Said(line.startswith("> "), status, name, place, float(hours), text)


def as_html(blocks, figure):
    """Body blocks as rich text; `figure(Picture)` returns the figure's HTML."""
    return "".join(_block(block, figure) for block in blocks)


def _block(block, figure):
    if block.startswith("## "):
        return f"<h2>{escape(block[3:])}</h2>"
    if block.startswith("> "):
        return f"<blockquote><p>{escape(block[2:])}</p></blockquote>"
    if block.startswith("- "):
        items = "".join(f"<li>{escape(line[2:])}</li>" for line in block.splitlines())
        return f"<ul>{items}</ul>"
    match = PICTURE.fullmatch(block)
    if match:
        return figure(Picture(*(part or "" for part in match.groups())))
    return f"<p>{escape(' '.join(block.split()))}</p>"
