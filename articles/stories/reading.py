"""The parts of a manuscript -> head, standfirst, body, byline; every word of it once."""

import re
from dataclasses import replace

from articles.transcripts import UNSURE, TranscriptError, exchanges, parse, read_transcript
from articles.transcripts.byline import Byline, read_byline
from articles.transcripts.draft import QUESTION
from articles.transcripts.formatting import Look
from articles.transcripts.head import HEAD_LINES, Head, read_head
from articles.transcripts.layout import Line
from articles.transcripts.lists import is_subheading
from articles.transcripts.word import Piece

from .draft import StoryDraft
from .figures import figure_at
from .layout import Body
from .manuscript import Part, StoryManuscript, Table, Words, read_manuscript

_STANDFIRST_WORDS = 150
_NO_HEAD = re.compile(r"[-–—+•●▪■◦➢✓\uf0b7\uf0a7]")
_SIGNED_LINES = 3  # the last ones, among which a byline stands
_EXCHANGES = 2  # a talk has at least so many
FIRST_PARAGRAPH = "Sapo lấy từ đoạn đầu của bài: hãy xem có đúng là sapo không."
NO_BYTES = "{} ảnh không có trong tệp: bản nháp để chỗ chờ ảnh."


def read_story(raw: bytes) -> StoryDraft:
    """The draft of a story's file; TranscriptError, in Vietnamese, where it cannot be read or is not safe.

    Never refuses for what it does not understand: that stays in the body, or goes to unplaced.
    """
    manuscript = read_manuscript(raw)
    head, kicker, headline, aside, parts = _head(manuscript)
    parts, byline, byline_text = _signed(parts)
    standfirst, sure, parts = _standfirst(parts)
    body = Body(parts)
    lacking = sum(figure.image is None for figure in body.figures)
    warnings = [
        *head.warnings,
        *([FIRST_PARAGRAPH] if standfirst and not sure else []),
        *manuscript.warnings,
        *body.warnings,
        *([NO_BYTES.format(lacking)] if lacking else []),
    ]
    return StoryDraft(
        headline=headline,
        kicker=kicker,
        section=head.section,
        standfirst=standfirst,
        byline=head.byline + byline,
        byline_text="\n".join(filter(None, (head.byline_text, byline_text))),
        body=body.html,
        figures=tuple(body.figures),
        unplaced=(*aside, *filter(None, [head.published_text]), *head.unplaced, *manuscript.notes),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def is_interview(raw: bytes) -> bool:
    """Whether the reader of transcripts surely finds a talk in it: most words are asked or answered."""
    try:
        draft = parse(read_transcript(raw))
    except TranscriptError:
        return False
    asked = [
        turn for turn in draft.turns if turn.kind == QUESTION and turn.label and turn.confidence >= UNSURE
    ]
    spoken = sum(len(turn.text) for turn in draft.turns)
    around = sum(len(block.printed) for block in draft.introduction) + sum(map(len, draft.unplaced))
    return min(len(asked), len(exchanges(draft))) >= _EXCHANGES and spoken > around


def _head(manuscript: StoryManuscript) -> tuple[Head, str, str, list[str], list[Part]]:
    """(head, kicker, headline, lines of the paper's own, the parts below). No head goes on below a table."""
    parts = _with_title(list(manuscript.parts))
    end = next((at for at, part in enumerate(parts) if isinstance(part, Table)), len(parts))
    captions = _captions(parts)
    above_text = [
        words for at, words in enumerate(parts[:end]) if not words.line.pictured and at not in captions
    ]
    written = [words.line for words in above_text]
    if not written:
        return Head((), "", None, "", (), "", (), (), (), ()), "", "", [], parts
    above = next((at for at, words in enumerate(parts[:end]) if words.line.pictured), 0) or len(written)
    head = read_head(written, _first_of_the_text(above_text, written), min(above, HEAD_LINES))
    kicker, headline = head.kicker, " ".join(head.titles)
    kept = {id(line) for line in head.body}
    known = {id(line) for line in written}
    cut = [Words(line, (Piece(line.text, Look()),)) for line in head.body if id(line) not in known]
    body = [
        part
        for at, part in enumerate(parts[:end])
        if part.line.pictured or at in captions or id(part.line) in kept
    ]
    return head, kicker, headline, [line.text for line in head.aside], [*cut, *body, *parts[end:]]


def _first_of_the_text(words: list[Words], found: list[Line]) -> int:
    """The place in found of the first line that no head has: an item, a quotation, somebody speaking behind a dash."""
    plain = {
        id(one.line) for one in words if not (one.line.bullet or one.quoted or _NO_HEAD.match(one.line.text))
    }
    known = {id(one.line) for one in words}
    return next((at for at, line in enumerate(found) if at and id(line) in known - plain), len(found))


def _captions(parts: list[Part]) -> set[int]:
    """The places of the lines that belong to a picture."""
    pictures = [at for at, part in enumerate(parts) if isinstance(part, Words) and part.line.pictured]
    return {place for at in pictures for place in range(at + 1, figure_at(parts, at)[1])}


def _with_title(parts: list[Part]) -> list[Part]:
    """Word's first heading on top, where nothing has the style of a title and it is the only one of its level."""
    words = [part for part in parts if isinstance(part, Words)]
    first = [one for one in words if one.level == 1]
    if (
        len(first) != 1
        or first[0] not in words[: HEAD_LINES // 2]
        or any(one.line.style == "title" for one in words)
    ):
        return parts
    title = replace(first[0], line=replace(first[0].line, style="title"))
    return [title if part is first[0] else part for part in parts]


def _signed(parts: list[Part]) -> tuple[list[Part], Byline, str]:
    """(the rest, byline, its text): among the last lines, whatever pictures stand below; a caption is none."""
    captions = _captions(parts)
    spoken = [
        at
        for at, part in enumerate(parts)
        if isinstance(part, Words) and not part.line.pictured and at not in captions
    ]
    bylines: dict[int, Byline] = {}
    for at in reversed(spoken[-_SIGNED_LINES:]):
        line = parts[at].line
        byline = None if line.bullet else read_byline(line.text, bare=at == spoken[-1])
        if byline and len(spoken) > 1:
            bylines[at] = byline
        elif bylines:
            break
    pairs = tuple(pair for at in sorted(bylines) for pair in bylines[at])
    text = "\n".join(parts[at].line.text for at in sorted(bylines))
    return [part for at, part in enumerate(parts) if at not in bylines], pairs, text


def _standfirst(parts: list[Part]) -> tuple[str, bool, list[Part]]:
    """(standfirst, whether its look shows it, the rest): the first paragraph, where more text follows it."""
    spoken = [part for part in parts if isinstance(part, Table) or not part.line.pictured]
    first = spoken[0] if len(spoken) > 1 else None
    if not isinstance(first, Words) or first.level or first.quoted or first.line.bullet:
        return "", False, parts
    lines = [part.line for part in parts if isinstance(part, Words)]
    below = spoken[1]
    alone = isinstance(below, Table) or not below.soft or below.line.block != first.line.block
    at = parts.index(first)
    captioned = at and figure_at(parts, at - 1)[1] > at
    heading = first.line.bold and is_subheading(lines, lines.index(first.line))
    if (
        not alone
        or captioned
        or heading
        or any(piece.link for piece in first.pieces)
        or (len(first.line.text.split()) > _STANDFIRST_WORDS)
    ):
        return "", False, parts
    return (
        first.line.text,
        first.line.bold or first.line.italic,
        [part for part in parts if part is not first],
    )
