"""What a transcript turned out to say: frozen values, texts in NFC with single spaces, order as printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from articles.vietnamese import spelling_key

# Turns of less confidence should be looked at before they are believed.
UNSURE = 0.7
UNFINISHED = 0.65  # of an answer that stops in the middle of a sentence

QUESTION, ANSWER, REMARK = "question", "answer", "remark"


class TranscriptError(ValueError):
    """The transcript cannot be used; str() is a Vietnamese sentence for the person who brought it."""


@dataclass(frozen=True)
class Paragraph:
    text: str

    @property
    def printed(self) -> str:
        return self.text


@dataclass(frozen=True)
class Subheading:
    """A heading within or between answers ("Giữ nghề cho lớp trẻ")."""

    text: str

    @property
    def printed(self) -> str:
        return self.text


@dataclass(frozen=True)
class ListItem:
    """A line of a list; its marker ("-", "•", "2.", "b)") is markup and not in the text.

    A list of Word's own numbering has no marker in its words: "".
    """

    text: str
    marker: str
    ordered: bool

    @property
    def printed(self) -> str:
        return f"{self.marker} {self.text}"


@dataclass(frozen=True)
class Figure:
    """A picture's place in the text, with its caption; its bytes only where the file brought them (.docx)."""

    number: int  # 0 where none is printed
    marker: str  # as printed, "- Ảnh 1." with the headline a machine put before it; never to be shown
    alt: str  # what stood before the number when it was not the headline
    caption: str
    image: bytes | None = None  # as it lay in the file, unchecked

    @property
    def printed(self) -> str:
        return f"{self.marker} {self.caption}"


Block = Paragraph | Subheading | ListItem | Figure


@dataclass(frozen=True)
class Respondent:
    """Somebody who answers; office is the one the transcript gives, "" when it gives none."""

    honorific: str
    name: str
    office: str


@dataclass(frozen=True)
class Turn:
    """What one side says until the other begins. confidence: 0..1, how sure kind and speaker are."""

    kind: str  # QUESTION, ANSWER or REMARK
    label: str  # as printed, without the colon: "PV", "Ông Nguyễn Văn A"; "" for a turn without a label
    honorific: str
    name: str  # in full where the transcript tells it: label "Ông A" gives "Nguyễn Văn A"
    office: str
    blocks: tuple[Block, ...]
    confidence: float

    @property
    def text(self) -> str:
        """The paragraphs (items and subheadings too), separated by blank lines."""
        return "\n\n".join(block.text for block in self.blocks if not isinstance(block, Figure))

    @property
    def respondent(self) -> Respondent | None:
        if self.kind == ANSWER and self.name:
            return Respondent(self.honorific, self.name, self.office)
        return None


@dataclass(frozen=True)
class Draft:
    """A transcript read. Lengths: headline 250, kicker and section 80, label 120, name 100, office 300 at most."""

    headline: str
    kicker: str
    section: str  # the name as printed, or ""
    published: datetime | None  # naive, the paper's local time
    published_text: str  # as printed
    standfirst: str
    introduction: tuple[Block, ...]
    turns: tuple[Turn, ...]
    byline: tuple[tuple[str, str], ...]  # (name, role); role in lower case: "thực hiện", "bài, ảnh", or ""
    byline_text: str  # as printed, one line for each
    unplaced: tuple[str, ...]  # lines of the interview's own part that fit nowhere
    after: tuple[str, ...]  # no part of the interview: masthead, buttons, tags, from "Ý kiến của bạn" on
    warnings: tuple[str, ...]  # Vietnamese sentences

    @property
    def closing(self) -> str:
        """The text of the closing remark, or ""."""
        return next((turn.text for turn in self.turns if turn.kind == REMARK), "")


@dataclass(frozen=True)
class ExchangeDraft:
    """A question and its answer; without a question a further answer, without an answer a closing remark."""

    asked_by: str  # the label as printed
    question: str  # plain text, paragraphs separated by blank lines
    respondent: Respondent | None  # None when nobody answers, or nobody is named
    answer: tuple[Block, ...]  # figures printed within the question come first
    confidence: float


def exchanges(draft: Draft) -> tuple[ExchangeDraft, ...]:
    """The turns in pairs, in the order printed; every block of every turn is in exactly one."""
    pairs: list[tuple[Turn | None, Turn | None]] = []
    for turn in draft.turns:
        if turn.kind == ANSWER:
            open_question = pairs and pairs[-1][1] is None and pairs[-1][0].kind == QUESTION
            pairs.append((pairs.pop()[0] if open_question else None, turn))
        else:
            pairs.append((turn, None))
    return tuple(_pair(asked, answered) for asked, answered in pairs)


def _pair(asked: Turn | None, answered: Turn | None) -> ExchangeDraft:
    figures = tuple(block for block in asked.blocks if isinstance(block, Figure)) if asked else ()
    return ExchangeDraft(
        asked_by=asked.label if asked else "",
        question=asked.text if asked else "",
        respondent=answered.respondent if answered else None,
        answer=figures + (answered.blocks if answered else ()),
        confidence=min(turn.confidence for turn in (asked, answered) if turn),
    )


def respondents(draft: Draft) -> tuple[Respondent, ...]:
    """Everybody who answers, once each (by name in any spelling), in order of the first answer."""
    found: dict[str, Respondent] = {}
    for turn in draft.turns:
        if turn.respondent:
            found.setdefault(spelling_key(turn.name), turn.respondent)
    return tuple(found.values())


def printed(draft: Draft) -> Iterator[str]:
    """Every piece of the source exactly once: the proof that nothing was lost."""
    yield from (draft.kicker, draft.headline, draft.section, draft.published_text, draft.standfirst)
    blocks = [*draft.introduction]
    for turn in draft.turns:
        yield turn.label
        blocks.extend(turn.blocks)
    for block in blocks:
        yield block.printed
    yield from (draft.byline_text, *draft.unplaced, *draft.after)
