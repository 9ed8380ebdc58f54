"""Lines and voices -> turns being put together: who goes on speaking, where lists and figures stand, how it closes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .asking import mentions_thanks, thanks, wishes
from .draft import ANSWER, QUESTION, REMARK, Block, Figure, Paragraph, Subheading
from .figures import Found
from .layout import SIGNS, Line
from .lists import is_subheading, list_item
from .people import only_name_in, people_in
from .speakers import Voice, Voices

CLOSING_LINES = 4  # words of thanks without a label are among the last lines of the last answer
_DASHES = ("-", "–", "—")


@dataclass
class Spoken:
    """A turn being put together; voice is None for words nobody's label stands before."""

    kind: str
    voice: Voice | None
    confidence: float
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks if not isinstance(block, Figure))


def gather(body: list[Line], voices: Voices, figures: list[Found]) -> tuple[list[Block], list[Spoken]]:
    """The blocks before the first turn, and the turns: an unlabelled line goes on with whoever speaks."""
    begins = {figure.start: figure for figure in figures}
    lead: list[Block] = []
    spoken: list[Spoken] = []
    at = 0
    while at < len(body):
        if at in voices:
            voice = voices[at]
            spoken.append(Spoken(voice.kind, voice, voice.confidence))
            if voice.label.rest:
                line = replace(body[at], text=voice.label.rest)
                spoken[-1].blocks.append(_opening(line, body, at, voice))
        elif at in begins:
            (spoken[-1].blocks if spoken else lead).append(begins[at].figure)
        elif not spoken:
            lead.append(Subheading(body[at].text) if body[at].style == "heading" else Paragraph(body[at].text))
        else:
            spoken[-1].blocks.append(_block(body, at, spoken[-1].kind))
        at = begins[at].end if at in begins and at not in voices else at + 1
    return lead, spoken


def _opening(line: Line, body: list[Line], at: int, voice: Voice) -> Block:
    """The first words of a turn; an item only when the list goes on in the next line."""
    item = list_item(line)
    listed = voice.kind == ANSWER and item and at + 1 < len(body) and list_item(body[at + 1])
    # "PV: - Thưa ông, …": the dash stands for the colon once more.
    dashed = item and not listed and voice.label.printed and item.marker in _DASHES
    return item if listed else Paragraph(item.text if dashed else line.text)


def _block(body: list[Line], at: int, kind: str) -> Block:
    line = body[at]
    if kind == ANSWER and not thanks(line.text):
        item = list_item(line)
        if item:
            return item
    return Subheading(line.text) if is_subheading(body, at) else Paragraph(line.text)


def close(spoken: list[Spoken], lead: list[Block]) -> list[str]:
    """Make the last word of thanks a remark, and hand back the paragraphs after it: they belong to nobody."""
    if not spoken:
        return []
    last = spoken[-1]
    if last.kind == QUESTION:
        at = None if "?" in last.text else _position(last.blocks, mentions_thanks)
        answers = any(turn.kind == ANSWER for turn in spoken)
        if at is None or not answers and any(not isinstance(block, Figure) for block in last.blocks[at + 1:]):
            return []
        last.kind, ending = REMARK, last.blocks[at + 1:]
        last.blocks = last.blocks[:at + 1]
    else:
        # Nobody's label, but the interviewer's words, after the last answer.
        start = max(1, len(last.blocks) - CLOSING_LINES)
        names = {turn.voice.label.name for turn in spoken if turn.voice and turn.kind == ANSWER}
        told = [block.caption if isinstance(block, Figure) else block.text for block in lead]
        names |= {person.name for person in [*people_in(told), only_name_in(told)] if person}
        at = _position(last.blocks[start:], lambda text: thanks(text) or wishes(text, names))
        if at is None:
            return []
        ending = last.blocks[start + at + 1:]
        remark = last.blocks[start + at]
        spoken.append(Spoken(REMARK, None, 0.75, [Paragraph(remark.text.lstrip(f"-–— {SIGNS}"))]))
        last.blocks = last.blocks[:start + at]
    spoken[-1].blocks += [block for block in ending if isinstance(block, Figure)]
    return [block.printed for block in ending if not isinstance(block, Figure)]


def _position(blocks: list[Block], matches: Callable[[str], object]) -> int | None:
    """The position of the first block of text that matches."""
    found = (at for at, block in enumerate(blocks) if not isinstance(block, Figure) and matches(block.text))
    return next(found, None)
