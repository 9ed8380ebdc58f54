"""The whole reading of a transcript: lines -> head, speakers, figures -> turns -> Draft."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from articles.vietnamese import fold

from .byline import Byline, read_byline
from .draft import (
    ANSWER,
    QUESTION,
    REMARK,
    UNSURE,
    Block,
    Draft,
    Figure,
    Paragraph,
    Respondent,
    TranscriptError,
    Turn,
)
from .figures import Found, find_figures
from .head import HEAD_LINES, kicker_and_headline, read_head
from .labels import SURE, Label, read_label
from .layout import Line, is_stop, lines
from .people import people_in
from .speakers import Voice, speakers

_MOST_WARNINGS = 20
_TAIL_LINES = 4  # how many short lines may follow the byline
_THANKS = re.compile(
    r"(?:(?:vang|da|mot lan nua|xin|tran trong|chan thanh)[ ,]+)*cam on "
    r"(?:nhung chia se|cac (?:ong|vi|anh|chi|dong chi|bac|thay|co)|"
    r"ong|ba|anh|chi|em|co|chu|bac|thay|cu|dong chi|hai|nghe|tien|giao|luat|hoa|nha (?:van|tho))(?![a-z])"
)


def parse(text: str) -> Draft:
    """The draft of a transcript, in any Unicode form; TranscriptError when the text is blank.

    Never refuses for what it does not understand: that goes to unplaced or the introduction, with a warning.
    Every word of the text is in the draft once (draft.printed).
    """
    found = lines(text)
    if not found:
        raise TranscriptError("Bản ghi không có chữ nào.")
    head = read_head(found, _first_question(found))
    body, after = _stop(list(head.body))
    voices = speakers(body)
    body, byline, byline_text, trailing = _tail(body, max(voices, default=-1) + 1)
    figures = find_figures(body, frozenset(voices), " ".join(head.titles))
    repeats = [figure.repeat for figure in figures if figure.repeat]
    kicker, headline = kicker_and_headline(head.titles, repeats)
    lead, spoken = _gather(body, voices, figures)
    stray = _close(spoken)
    spoken = _give_answers(spoken)
    stray = [turn.voice.label.printed for turn in spoken if turn.voice and not turn.blocks] + stray
    spoken = [turn for turn in spoken if turn.blocks]
    turns = _name(spoken, lead, figures)
    standfirst = next((at for at, block in enumerate(lead) if isinstance(block, Paragraph)), None)
    draft = Draft(
        headline=headline, kicker=kicker, section=head.section,
        published=head.published, published_text=head.published_text,
        standfirst=lead[standfirst].text if standfirst is not None else "",
        introduction=tuple(block for at, block in enumerate(lead) if at != standfirst),
        turns=turns,
        byline=head.byline + byline, byline_text="\n".join(filter(None, (head.byline_text, byline_text))),
        unplaced=(*head.unplaced, *stray, *trailing), after=tuple(line.text for line in after),
        warnings=head.warnings,
    )
    return replace(draft, warnings=(*head.warnings, *_warnings(draft)))


@dataclass
class _Spoken:
    """A turn being put together; voice is None for words nobody's label stands before."""

    kind: str
    voice: Voice | None
    confidence: float
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks if isinstance(block, Paragraph))


def _first_question(found: list[Line]) -> int:
    """The position of the first line that surely asks, as far as the head may reach."""
    for at, line in enumerate(found[:HEAD_LINES]):
        label = read_label(line.text)
        # A headline may well begin like a label ("Báo Vân Lĩnh: 60 năm một chặng đường"); PV is surely one.
        if label and label.kind == QUESTION and (at or label.strength == SURE):
            return at
    return min(len(found), HEAD_LINES)


def _stop(body: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the interview and those from the readers' comments on."""
    for at, line in enumerate(body):
        # A line of that name right at the top may be a section's.
        if is_stop(line) and (at > 2 or any(read_label(above.text) for above in body[:at])):
            return body[:at], body[at:]
    return body, []


def _tail(body: list[Line], lowest: int) -> tuple[list[Line], Byline, str, list[str]]:
    """(the rest, byline, its text, lines after it); the byline is among the last lines, not above lowest."""
    start, bylines = len(body), {}
    for at in range(len(body) - 1, lowest - 1, -1):
        byline = read_byline(body[at].text)
        if byline:
            start, bylines[at] = at, byline
        elif bylines or len(body) - at > _TAIL_LINES or len(body[at].text.split()) > 20:
            break
    if not bylines and lowest < len(body) and len(body) > 1:
        byline = read_byline(body[-1].text, bare=True)
        if byline:
            start, bylines = len(body) - 1, {len(body) - 1: byline}
    pairs = tuple(pair for at in sorted(bylines) for pair in bylines[at])
    text = "\n".join(body[at].text for at in sorted(bylines))
    return body[:start], pairs, text, [body[at].text for at in range(start, len(body)) if at not in bylines]


def _gather(
    body: list[Line], voices: dict[int, Voice], figures: list[Found]
) -> tuple[list[Block], list[_Spoken]]:
    """The blocks before the first turn, and the turns: an unlabelled line goes on with whoever speaks."""
    begins = {figure.start: figure for figure in figures}
    lead: list[Block] = []
    spoken: list[_Spoken] = []
    at = 0
    while at < len(body):
        if at in voices:
            voice = voices[at]
            spoken.append(_Spoken(voice.kind, voice, voice.confidence))
            if voice.label.rest:
                spoken[-1].blocks.append(Paragraph(voice.label.rest))
        else:
            block = begins[at].figure if at in begins else Paragraph(body[at].text)
            (spoken[-1].blocks if spoken else lead).append(block)
        at = begins[at].end if at in begins else at + 1
    return lead, spoken


def _close(spoken: list[_Spoken]) -> list[str]:
    """Make the last word of thanks a remark, and hand back the paragraphs after it: they belong to nobody."""
    if not spoken:
        return []
    last = spoken[-1]
    if last.kind == QUESTION:
        at = None if "?" in last.text else _position(last.blocks, lambda text: "cam on" in fold(text))
        answers = any(turn.kind == ANSWER for turn in spoken)
        if at is None or not answers and any(isinstance(block, Paragraph) for block in last.blocks[at + 1:]):
            return []
        last.kind, ending = REMARK, last.blocks[at + 1:]
        last.blocks = last.blocks[:at + 1]
    else:
        # Nobody's label, but the interviewer's words, after the last answer.
        start = max(1, len(last.blocks) - _TAIL_LINES)
        at = _position(last.blocks[start:], lambda text: len(text) < 120 and _THANKS.match(fold(text)))
        if at is None:
            return []
        ending = last.blocks[start + at + 1:]
        spoken.append(_Spoken(REMARK, None, 0.75, [last.blocks[start + at]]))
        last.blocks = last.blocks[:start + at]
    spoken[-1].blocks += [block for block in ending if isinstance(block, Figure)]
    return [block.text for block in ending if isinstance(block, Paragraph)]


def _position(blocks: list[Block], matches: Callable[[str], object]) -> int | None:
    """The position of the first paragraph whose text matches."""
    found = (at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and matches(block.text))
    return next(found, None)


def _give_answers(spoken: list[_Spoken]) -> list[_Spoken]:
    """Where no answer has a label, the first paragraph after "PV:" asks and the others answer."""
    if any(turn.kind == ANSWER for turn in spoken):
        return spoken
    given: list[_Spoken] = []
    for turn in spoken:
        given.append(turn)
        first = _position(turn.blocks, bool)
        if turn.kind == QUESTION and first is not None and turn.blocks[first + 1:]:
            given.append(_Spoken(ANSWER, None, 0.6, turn.blocks[first + 1:]))
            turn.blocks = turn.blocks[:first + 1]
    return given


def _name(spoken: list[_Spoken], lead: list[Block], figures: list[Found]) -> tuple[Turn, ...]:
    """Find every answer's person, full name and office: in the introduction, the labels, the captions."""
    introduced = people_in(block.text if isinstance(block, Paragraph) else block.caption for block in lead)
    answers = [turn.voice.label for turn in spoken if turn.kind == ANSWER and turn.voice]
    # The first to tell a person's office is believed.
    known: dict[str, Respondent] = {}
    for person in (
        *introduced,
        *(Respondent(label.honorific, label.name, label.office) for label in answers if " " in label.name),
        *people_in(figure.figure.caption for figure in figures),
    ):
        key = fold(person.name)
        if key not in known or not known[key].office:
            known[key] = person
    by_given_name: dict[str, list[Respondent]] = {}
    for key, person in known.items():
        by_given_name.setdefault(key.split()[-1], []).append(person)

    def person_of(label: Label) -> Respondent:
        full = known.get(fold(label.name))
        if full is None:
            meant = by_given_name.get(fold(label.name), [])
            full = meant[0] if len(meant) == 1 else Respondent("", label.name, "")
        name = label.name if " " in label.name else full.name
        return Respondent(label.honorific or full.honorific, name, label.office or full.office)

    turns = []
    for turn in spoken:
        label = turn.voice.label if turn.voice else None
        person = Respondent("", "", "")
        if turn.kind == ANSWER and label and label.name:
            person = person_of(label)
        elif turn.kind == ANSWER and len(introduced) == 1:
            person = introduced[0]
        turns.append(Turn(
            turn.kind, label.printed if label else "", person.honorific, person.name, person.office,
            tuple(turn.blocks), turn.confidence,
        ))
    return tuple(turns)


def _warnings(draft: Draft) -> list[str]:
    """What an editor should look at, as Vietnamese sentences."""
    found = [] if draft.headline else ["Không thấy tít ở đầu bản ghi."]
    if not draft.turns:
        found.append("Không nhận ra lượt hỏi đáp nào; toàn bộ chữ được để ở phần dẫn.")
    for turn, following in zip_longest(draft.turns, draft.turns[1:]):
        beginning = turn.text[:60].rsplit("\n")[0]
        if turn.kind == QUESTION and (following is None or following.kind != ANSWER):
            found.append(f"Câu hỏi chưa có lời đáp: “{beginning}”.")
        if turn.confidence < UNSURE:
            found.append(f"Chưa chắc ai nói: “{beginning}”.")
    blocks = [*draft.introduction, *(block for turn in draft.turns for block in turn.blocks)]
    found += [f"Ảnh {block.number} không có chú thích." for block in blocks
              if isinstance(block, Figure) and not block.caption]
    if draft.unplaced:
        found.append(f"Có {len(draft.unplaced)} dòng chưa xếp được vào bài.")
    more = len(found) - _MOST_WARNINGS
    return found if more <= 0 else [*found[:_MOST_WARNINGS], f"Và {more} chỗ khác cần xem lại."]
