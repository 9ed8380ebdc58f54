"""What an editor does to the turns of a review, by one key each; the browser does the same without asking the server.

Positions count from 0; one that is not there is a ReviewError. No operation loses a word: a label that stops being
a label becomes text.
"""

from collections.abc import Iterable
from dataclasses import replace

from articles.transcripts.draft import ANSWER, QUESTION, REMARK

from . import written
from .reviewed import BYLINE, CAPTION, NOBODY, Review, ReviewedTurn, ReviewError, Speaker

SPLIT_HERE = "==="  # a line of its own: how one says where, without a script
_OTHER = {QUESTION: ANSWER, ANSWER: QUESTION}


def split(review: Review, number: int, at: int) -> Review:
    """Two turns, the second beginning at this character of the text and said by the other side."""
    turn = _turn(review, number)
    before, after = turn.text[:at].rstrip(), turn.text[at:].lstrip()
    if not before or not after:
        return review
    kind = _OTHER.get(turn.kind, turn.kind)
    printed, speaker, after = _labelled(review, after)
    if speaker != NOBODY:
        kind = _usual_kind(review, speaker, kind)
    else:
        speaker = _usual_speaker(review.turns, number, kind)
    lines = len(_lines(before))
    first = replace(turn, text=before, confidence=1.0, source=turn.source[:lines])
    second = ReviewedTurn(kind, speaker, after, printed, 1.0, turn.source[lines:])
    return _put(review, number, number + 1, first, second)


def merge(review: Review, number: int) -> Review:
    """One turn of this and the one before it, which gives kind and speaker."""
    turn, before = _turn(review, number), review.turns[number - 1]
    if number == 0:
        return review
    label = f"{turn.printed}: " if turn.printed and turn.speaker != before.speaker else ""
    text = "\n\n".join(filter(None, (before.text, label + turn.text)))
    whole = replace(before, text=text, confidence=1.0, source=before.source + turn.source)
    return _put(review, number - 1, number + 1, whole)


def swap(review: Review, number: int) -> Review:
    """A question becomes an answer and the other way round; a speaker whom the source does not name changes too."""
    turn = _turn(review, number)
    kind = _OTHER.get(turn.kind, QUESTION)
    speaker = turn.speaker if turn.printed else _usual_speaker(review.turns, number, kind)
    return _put(review, number, number + 1, replace(turn, kind=kind, speaker=speaker, confidence=1.0))


def assign(review: Review, number: int, speaker: int) -> Review:
    """Said by this speaker, who asks or answers as elsewhere."""
    turn = _turn(review, number)
    if not NOBODY <= speaker < len(review.speakers):
        raise ReviewError("Không có người nói ấy trong bản ghi.")
    kind = _usual_kind(review, speaker, turn.kind, but=number) if turn.kind in _OTHER else turn.kind
    return _put(review, number, number + 1, replace(turn, speaker=speaker, kind=kind, confidence=1.0))


def mark(review: Review, number: int, kind: str, at: int | None = None) -> Review:
    """The paragraph at this character (None: the whole turn) is a caption, the closing or a byline, and no turn."""
    turn = _turn(review, number)
    if kind not in (CAPTION, REMARK, BYLINE):
        raise ReviewError("Không có loại lượt ấy.")
    lines = _lines(turn.text)
    if at is None or len(lines) < 2:
        return _put(review, number, number + 1, replace(turn, kind=kind, confidence=1.0))
    here = min(len(_lines(turn.text[:turn.text.rfind("\n", 0, at) + 1])), len(lines) - 1)
    if kind == CAPTION:
        lines[here] = written.caption_line(lines[here])
        return _put(review, number, number + 1, replace(turn, text="\n\n".join(lines), confidence=1.0))
    parts = [
        replace(turn, text="\n\n".join(lines[start:end]), source=turn.source[start:end], confidence=1.0)
        for start, end in ((0, here), (here, here + 1), (here + 1, max(len(lines), len(turn.source))))
    ]
    # The label belongs to the first words only; a closing in the middle of an answer is nobody's yet.
    parts[2] = replace(parts[2], printed="")
    parts[1] = replace(parts[1], kind=kind, **({"printed": "", "speaker": NOBODY} if here else {}))
    return _put(review, number, number + 1, *(part for part in parts if part.text))


def look(review: Review, number: int) -> Review:
    """The editor has looked at this turn and found it right."""
    return _put(review, number, number + 1, replace(_turn(review, number), confidence=1.0))


def rearranged(review: Review, wish: str) -> Review:
    """What a button without a script asks for: "merge:3", "swap:0", "closing:5"…; ReviewError, in Vietnamese."""
    verb, _, number = wish.partition(":")
    if verb not in _BUTTONS or not number.isascii() or not number.isdigit() or len(number) > 4:
        raise ReviewError("Nút bấm không rõ ý.")
    return _BUTTONS[verb](review, int(number))


def _split_at_the_mark(review: Review, number: int) -> Review:
    turn = _turn(review, number)
    before, mark_found, after = turn.text.partition(SPLIT_HERE)
    if not mark_found:
        raise ReviewError(f"Hãy gõ một dòng {SPLIT_HERE} vào chỗ cần tách, rồi bấm “Tách” lần nữa.")
    unmarked = _put(review, number, number + 1, replace(turn, text=before + after))
    return split(unmarked, number, len(before))


_BUTTONS = {
    "split": _split_at_the_mark,
    "merge": merge,
    "swap": swap,
    "caption": lambda review, number: mark(review, number, CAPTION),
    "closing": lambda review, number: mark(review, number, REMARK),
    "byline": lambda review, number: mark(review, number, BYLINE),
    "look": look,
    "speaker": lambda review, number: replace(review, speakers=(*review.speakers, Speaker())),
}


def _turn(review: Review, number: int) -> ReviewedTurn:
    if not 0 <= number < len(review.turns):
        raise ReviewError("Không có lượt ấy trong bản ghi.")
    return review.turns[number]


def _put(review: Review, start: int, end: int, *turns: ReviewedTurn) -> Review:
    return replace(review, turns=(*review.turns[:start], *turns, *review.turns[end:]))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _usual_speaker(turns: tuple[ReviewedTurn, ...], number: int, kind: str) -> int:
    """Who speaks as this kind nearest before the turn, or else first after it."""
    near: Iterable[ReviewedTurn] = (*reversed(turns[:number]), *turns[number + 1:])
    return next((turn.speaker for turn in near if turn.kind == kind and turn.speaker != NOBODY), NOBODY)


def _usual_kind(review: Review, speaker: int, otherwise: str, but: int | None = None) -> str:
    """Whether this speaker asks or answers, by the first of their other turns."""
    for number, turn in enumerate(review.turns):
        if turn.speaker == speaker != NOBODY and turn.kind in _OTHER and number != but:
            return turn.kind
    return otherwise


def _labelled(review: Review, text: str) -> tuple[str, int, str]:
    """(label, speaker, the words after it) of a text that begins with a known speaker's label and a colon."""
    for position, speaker in enumerate(review.speakers):
        for label in filter(None, (speaker.label, f"{speaker.honorific} {speaker.name}".strip())):
            rest = text[len(label):].lstrip()
            if text.startswith(label) and rest.startswith(":") and rest[1:].strip():
                return label, position, rest[1:].lstrip()
    return "", NOBODY, text
