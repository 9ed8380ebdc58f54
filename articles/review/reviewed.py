"""A transcript under review: head, speakers and turns as values that a form can hold."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from articles.transcripts import Draft, Figure, Paragraph, TranscriptError, Turn
from articles.transcripts.byline import read_byline
from articles.transcripts.draft import ANSWER, QUESTION, REMARK
from articles.transcripts.labels import read_label
from articles.vietnamese import nfc, spelling_key

from . import written

CAPTION, BYLINE = "caption", "byline"
KINDS = {
    QUESTION: "Câu hỏi",
    ANSWER: "Câu trả lời",
    REMARK: "Lời kết",
    CAPTION: "Chú thích ảnh",
    BYLINE: "Dòng ký tên",
}
NOBODY = -1
MOST_TURNS, MOST_SPEAKERS, MOST_FIGURES = 400, 80, 200

_SIGNED = re.compile(r"(.*\S) \(([^()]+)\)$")


class ReviewError(TranscriptError):
    """More than a review can hold, or a form that is none; str() is a Vietnamese sentence."""


@dataclass(frozen=True)
class Speaker:
    """Somebody who asks (a label: "PV") or answers (a name, with honorific and office)."""

    label: str = ""
    honorific: str = ""
    name: str = ""
    office: str = ""

    @property
    def printed(self) -> str:
        return self.label or f"{self.honorific} {self.name}".strip()

    def named(self) -> "Speaker":
        """With the name its label tells where it has none yet; the same for "PV" and "Đáp"."""
        label = None if self.name else read_label(f"{self.label}: …")
        if label is None or label.kind == QUESTION or not label.name:
            return self
        return replace(self, honorific=label.honorific, name=label.name, office=self.office or label.office)


@dataclass(frozen=True)
class ReviewedTurn:
    """A turn as an editor sees it. speaker: a position among the review's speakers, or NOBODY."""

    kind: str  # of KINDS
    speaker: int
    text: str  # see written.py
    printed: str = ""  # the label before it in the source, without the colon
    confidence: float = 1.0
    source: tuple[str, ...] = ()  # its paragraphs in the source, label included, to be looked at

    @property
    def source_text(self) -> str:
        return "\n".join(self.source)


@dataclass(frozen=True)
class Review:
    """Everything of a Draft. byline: "name (role)" lines. The texts that end in _text are as printed."""

    kicker: str = ""
    headline: str = ""
    section: str = ""  # as printed
    published: datetime | None = None  # naive, the paper's local time
    published_text: str = ""
    standfirst: str = ""
    introduction: str = ""
    byline: str = ""
    byline_text: str = ""
    unplaced: str = ""
    after: str = ""
    warnings: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    turns: tuple[ReviewedTurn, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def warnings_text(self) -> str:
        return "\n".join(self.warnings)

    @property
    def answering(self) -> tuple[int, ...]:
        """Positions of the speakers who answer, in order of the first answer."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.kind == ANSWER and turn.speaker >= 0))


def of_draft(draft: Draft) -> Review:
    """What the importer read, to be reviewed; ReviewError when it is too long for that."""
    figures: list[Figure] = []
    introduction = written.write(draft.introduction, figures, lists=False)
    speakers: dict[tuple[str, str], Speaker] = {}
    turns = []
    for turn in draft.turns:
        key = ("name", spelling_key(turn.name)) if turn.name else ("label", turn.label)
        position = NOBODY
        if turn.name or turn.label:
            speakers.setdefault(key, Speaker(turn.label, turn.honorific, turn.name, turn.office))
            position = list(speakers).index(key)
        text = written.write(turn.blocks, figures, lists=turn.kind == ANSWER)
        source = tuple(_printed(block) for block in turn.blocks)
        if turn.label:
            source = (f"{turn.label}: {source[0] if source else ''}".strip(), *source[1:])
        turns.append(ReviewedTurn(turn.kind, position, text, turn.label, turn.confidence, source))
    review = Review(
        kicker=draft.kicker, headline=draft.headline, section=draft.section, published=draft.published,
        published_text=draft.published_text, standfirst=draft.standfirst, introduction=introduction,
        byline="\n".join(f"{name} ({role})" if role else name for name, role in draft.byline),
        byline_text=draft.byline_text, unplaced="\n".join(draft.unplaced), after="\n".join(draft.after),
        warnings=draft.warnings, speakers=tuple(speakers.values()), turns=tuple(turns), figures=tuple(figures),
    )
    return within_limits(review)


def as_draft(review: Review) -> Draft:
    """The draft this review says: captions become figures of the turn before them, bylines join the byline.

    A turn without a word is dropped; one that answers is named by its speaker, an unnamed one stays so.
    """
    placed: set[int] = set()
    introduction = list(written.read(review.introduction, review.figures, placed, lists=False))
    turns: list[Turn] = []
    signed = _lines(review.byline)
    for turn in review.turns:
        if turn.kind == BYLINE:
            signed += _lines(_with_label(turn))
        elif turn.kind == CAPTION:
            caption = " ".join(_lines(_with_label(turn)))
            figures = (written.new_figure(caption),) if caption else ()
            if turns:
                turns[-1] = replace(turns[-1], blocks=turns[-1].blocks + figures)
            else:
                introduction += figures
        else:
            blocks = written.read(turn.text, review.figures, placed, lists=turn.kind == ANSWER)
            if blocks:
                turns.append(_turn(turn, blocks, review.speakers))
    return Draft(
        headline=review.headline, kicker=review.kicker, section=review.section, published=review.published,
        published_text=review.published_text, standfirst=review.standfirst, introduction=tuple(introduction),
        turns=tuple(turns), byline=tuple(pair for line in signed for pair in signatures(line)),
        byline_text=review.byline_text, unplaced=tuple(_lines(review.unplaced)), after=tuple(_lines(review.after)),
        warnings=review.warnings,
    )


def within_limits(review: Review) -> Review:
    """The same review, or ReviewError."""
    for found, most, what in (
        (review.turns, MOST_TURNS, "lượt hỏi đáp"),
        (review.speakers, MOST_SPEAKERS, "người nói"),
        (review.figures, MOST_FIGURES, "ảnh"),
    ):
        if len(found) > most:
            raise ReviewError(f"Bản ghi có hơn {most} {what}, không giống một bài phỏng vấn. Hãy tách ra rồi nhập.")
    return review


def _turn(turn: ReviewedTurn, blocks: tuple, speakers: tuple[Speaker, ...]) -> Turn:
    speaker = speakers[turn.speaker] if 0 <= turn.speaker < len(speakers) else Speaker()
    if turn.kind == ANSWER:
        names = (speaker.honorific, speaker.name, speaker.office) if speaker.name else ("", "", "")
        return Turn(ANSWER, turn.printed, *names, blocks, turn.confidence)
    return Turn(turn.kind, speaker.printed, "", "", "", blocks, turn.confidence)


def _with_label(turn: ReviewedTurn) -> str:
    """The text with what the source printed before it: what is no turn has no label, only words."""
    return f"{turn.printed}: {turn.text}" if turn.printed else turn.text


def signatures(line: str) -> tuple[tuple[str, str], ...]:
    """(name, role) for each who signs in a line of the field "Ký tên"."""
    signed = _SIGNED.match(line)
    if signed:
        return ((signed[1], signed[2]),)
    return read_byline(line) or ((line, ""),)


def _lines(text: str) -> list[str]:
    return [row for line in nfc(text).splitlines() if (row := " ".join(line.split()))]


def _printed(block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return f"{block.marker} {block.caption}".strip() if isinstance(block, Figure) else block.printed
