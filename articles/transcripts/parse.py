"""The whole reading of a transcript: lines -> head, voices, figures -> turns -> Draft."""

import re
from dataclasses import replace

from .asking import addresses, asks, ends_asking
from .byline import Byline, read_byline, read_signature
from .doubts import doubts
from .draft import QUESTION, UNFINISHED, Draft, Figure, TranscriptError, Turn
from .figures import find_figures
from .furniture import clear
from .head import HEAD_LINES, kicker_before, read_head
from .labels import SURE, Label, read_bare_label, read_label
from .layout import Line, Manuscript, is_stop, lines
from .legacy import mend
from .lists import list_item
from .naming import named
from .speakers import labelled
from .suspicion import suspected
from .tearing import torn
from .timecodes import without_timecodes
from .turns import close, gather
from .unfinished import unfinished
from .unlabelled import unlabelled

_BOX = re.compile(r"[\W_]*(?:BOX|Box|HỘP|Hộp tin|HỘP TIN)\s?\d{0,2}\s?[:.\])]")
_ENDED = re.compile(r"[.?!…][\s\"”’')\]*_]*$")
_SIGNATURE_WORDS = 8  # of names above a line that says whose the pictures are
_TAIL_LINES = 4  # how many short lines may follow the byline


def parse(source: str | Manuscript) -> Draft:
    """The draft of a transcript; TranscriptError when it is blank, or text of an old encoding beyond repair.

    Never refuses for what it does not understand: that goes to unplaced or the introduction, with a warning.
    Every word of the source is in the draft once (draft.printed).
    """
    manuscript = Manuscript(tuple(lines(mend(source)))) if isinstance(source, str) else source
    written = [line for line in manuscript.lines if not line.pictured]
    if not written:
        raise TranscriptError("Bản ghi không có chữ nào.")
    # No headline goes on below a picture.
    above = next((at for at, line in enumerate(manuscript.lines) if line.pictured), 0) or len(written)
    top = written[0]
    written, times = without_timecodes(written)
    written, around = clear(written, _first_question(written))
    below_furniture = any(line is top for line in around)
    head = read_head(written, _first_question(written), above, below_furniture=below_furniture)
    body, after = _stop(torn(_with_pictures(manuscript, head.body)))
    body, boxes = _without_boxes(body)
    voices = labelled(body)
    body, byline, byline_text, trailing = _tail(body, max(voices, default=-1) + 1)
    titles = " ".join(filter(None, (head.kicker, *head.titles)))
    shown = find_figures(body, frozenset(voices), titles)
    taken = frozenset(at for figure in shown for at in range(figure.start, figure.end))
    voices = suspected(unlabelled(body, voices, taken), body, taken)
    figures = find_figures(body, frozenset(voices), titles)
    repeats = [figure.repeat for figure in figures if figure.repeat]
    kicker, headline = head.kicker, " ".join(head.titles)
    if not kicker:
        kicker, headline = kicker_before(headline, repeats)
    lead, spoken = gather(body, voices, figures)
    stray = close(spoken, lead)
    stray = [turn.voice.label.printed for turn in spoken if turn.voice and not turn.blocks] + stray
    spoken = [turn for turn in spoken if turn.blocks]
    standfirst = next((at for at, block in enumerate(lead) if not isinstance(block, Figure)), None)
    draft = Draft(
        headline=headline, kicker=kicker, section=head.section,
        published=head.published, published_text=head.published_text,
        standfirst=lead[standfirst].text if standfirst is not None else "",
        introduction=tuple(block for at, block in enumerate(lead) if at != standfirst),
        turns=_doubting_unfinished(named(spoken, lead, figures)),
        byline=head.byline + byline, byline_text="\n".join(filter(None, (head.byline_text, byline_text))),
        unplaced=(*head.unplaced, *boxes, *stray, *trailing, *manuscript.notes),
        after=tuple(line.text for line in (*head.aside, *around, *times, *after) if line.text),
        warnings=head.warnings,
    )
    return replace(draft, warnings=(*head.warnings, *doubts(draft)))


def _doubting_unfinished(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    cut = unfinished(turns)
    return tuple(
        replace(turn, confidence=min(turn.confidence, UNFINISHED)) if at in cut else turn
        for at, turn in enumerate(turns)
    )


def _with_pictures(manuscript: Manuscript, body: tuple[Line, ...]) -> list[Line]:
    """The lines of the body with the pictures between them; a picture above it comes first."""
    if not any(line.pictured for line in manuscript.lines):
        return list(body)
    kept = {id(line) for line in body}
    found = [line for line in manuscript.lines if line.pictured or id(line) in kept]
    return found if len(found) == len(body) + sum(line.pictured for line in manuscript.lines) else [
        *(line for line in manuscript.lines if line.pictured), *body
    ]


def _first_question(found: list[Line]) -> int:
    """The position of the first line that surely asks, as far as the head may reach."""
    for at, line in enumerate(found[:HEAD_LINES]):
        label = read_label(line.text) or _bare_question(found, at)
        # A headline may well begin like a label ("Báo Vân Lĩnh: 60 năm một chặng đường"); PV is surely one.
        if label and label.kind == QUESTION and (at or label.strength == SURE):
            return at
        if at and line.style != "title" and (addresses(line.text) or asks(line.text) == 2 and ends_asking(line.text)):
            return at
    return min(len(found), HEAD_LINES)


def _bare_question(found: list[Line], at: int) -> Label | None:
    """A label that is the whole line, where it stands again or a question below it: "Nhóm phóng viên" may sign."""
    label = read_bare_label(found[at].text)
    below = found[at + 1:]
    if label is None or not below or below[0].pictured:
        return None
    again = any(line.text.startswith(label.printed) for line in below)
    asked = label.strength == SURE and asks(below[0].text)
    return label if again and not read_label(below[0].text) or asked else None


def _stop(body: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the interview and those from the readers' comments on."""
    for at, line in enumerate(body):
        # A line of that name right at the top may be a section's.
        if is_stop(line) and (at > 2 or any(read_label(above.text) for above in body[:at])):
            return body[:at], body[at:]
    return body, []


def _without_boxes(body: list[Line]) -> tuple[list[Line], list[str]]:
    """The lines without the boxes a page sets beside the talk ("Box: …" and what shares its block): no one's words."""
    kept: list[Line] = []
    boxes: list[str] = []
    block = None
    for line in body:
        if _BOX.match(line.text):
            block = line.block
        elif line.block != block or line.pictured or read_label(line.text):
            block = None
        if block is None:
            kept.append(line)
        else:
            boxes.append(line.text)
    return kept, boxes


def _tail(body: list[Line], lowest: int) -> tuple[list[Line], Byline, str, list[str]]:
    """(the rest, byline, its text, lines after it); the byline is among the last lines, not above lowest."""
    start, bylines = len(body), {}
    for at in range(len(body) - 1, lowest - 1, -1):
        byline = read_byline(body[at].text)
        if byline:
            start, bylines[at] = at, byline
        elif bylines or len(body) - at > _TAIL_LINES or len(body[at].text.split()) > 20:
            break
    above = start - 1
    signed = read_byline(body[above].text, bare=True) if bylines and above >= lowest else None
    if signed and len(body[above].text.split()) <= _SIGNATURE_WORDS and _ended(body, above):
        start, bylines[above] = above, signed
    if not bylines and lowest < len(body) and len(body) > 1:
        last = body[-1]
        ended = _ended(body, len(body) - 1) and not (last.pictured or list_item(last))
        byline = read_byline(last.text, bare=True) or (read_signature(last.text) if ended else None)
        if byline:
            start, bylines = len(body) - 1, {len(body) - 1: byline}
    pairs = tuple(pair for at in sorted(bylines) for pair in bylines[at])
    text = "\n".join(body[at].text for at in sorted(bylines))
    pictures = [line for line in body[start:] if line.pictured]
    trailing = [body[at].text for at in range(start, len(body)) if at not in bylines and not body[at].pictured]
    return body[:start] + pictures, pairs, text, trailing


def _ended(body: list[Line], at: int) -> bool:
    """Whether what stands above a line has come to its end."""
    return at == 0 or body[at - 1].pictured or bool(_ENDED.search(body[at - 1].text))
