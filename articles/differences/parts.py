"""Two snapshots of an article (articles/snapshot.py) against each other: what a person would call the change.

Earlier snapshots lack some names; what one of the two does not tell is not compared.
"""

from dataclasses import dataclass, field
from datetime import datetime

from .blocks import Block, blocks_of, lines_of
from .exchanges import Turn, changed_turns
from .folding import folded, folded_paragraphs
from .paragraphs import changed_paragraphs
from .pictures import changed_pictures
from .words import Effort

# In the order of the printed article.
TEXTS = {
    "kicker": "Địa danh, tiêu mục",
    "headline": "Tít",
    "standfirst": "Sapo",
    "section": "Chuyên mục",
    "topics": "Chủ đề",
    "bylines": "Ký tên",
    "lead_caption": "Chú thích ảnh chính",
    "interviewees": "Người trả lời",
    "dateline": "Nơi viết",
    "body": "Nội dung",
    "announcement": "Mời bạn đọc đặt câu hỏi",
    "published_at": "Giờ đăng",
    "embargo_until": "Giữ tin đến",
    "unpublish_at": "Hạ xuống lúc",
}
HOURS = ("published_at", "embargo_until", "unpublish_at")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the article with every paragraph of it; a name or an hour is a paragraph, too. name: of TEXTS."""

    name: str
    paragraphs: list

    @property
    def label(self):
        return TEXTS[self.name]

    @property
    def folds(self):
        return folded_paragraphs(self.paragraphs)

    @property
    def untouched(self):
        return all(paragraph.untouched for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Difference:
    """parts: Parts that changed. turns: every exchange, [] where none changed. pictures: PictureChanges.

    same: labels of what did not change. coarse: the texts were too long to be compared word by word everywhere; some
    paragraphs stand whole against each other.
    """

    parts: list
    turns: list[Turn]
    pictures: list
    same: list = field(default_factory=list)
    coarse: bool = False

    def __bool__(self):
        return bool(self.parts or self.turns or self.pictures)

    @property
    def turn_folds(self):
        return folded(self.turns, 0, bool)

    @property
    def changed_turns(self):
        return [turn for turn in self.turns if not turn.untouched]


def compare(before, after, *, signed_as=lambda byline: byline["name"], told_at=str, effort=None):
    """The Difference from one snapshot to another.

    signed_as: how a kept byline is printed. told_at: how an aware datetime is written.
    """
    effort = effort or Effort()
    parts = [
        Part(
            name,
            changed_paragraphs(
                *(_blocks(kept, name, signed_as, told_at) for kept in (before, after)), effort
            ),
        )
        for name in TEXTS
        if name in before and name in after
    ]
    turns = changed_turns(before.get("exchanges", []), after.get("exchanges", []), effort)
    pictures = changed_pictures(before, after)
    same = [part.label for part in parts if part.untouched and part.paragraphs]
    if turns and all(turn.untouched for turn in turns):
        same.append("Hỏi – đáp")
        turns = []
    changed = [part for part in parts if not part.untouched]
    return Difference(changed, turns, pictures, same, effort.spent_out)


def _blocks(kept, name, signed_as, told_at):
    value = kept[name]
    if name == "body":
        return blocks_of(value)
    if name in HOURS:
        return [Block(told_at(datetime.fromisoformat(value)))] if value else []
    if name == "topics":
        return [Block(topic) for topic in value]
    if name == "bylines":
        return [Block(signed_as(byline)) for byline in value]
    if name == "interviewees":
        return [Block(", ".join(filter(None, [guest["label"], guest["office"]]))) for guest in value]
    return lines_of(value or "")
