"""Second thoughts about voices that were found: what a mangled source looks like."""

from dataclasses import replace

from .asking import asks, ends_asking
from .draft import ANSWER, QUESTION
from .labels import POSSIBLE, read_label
from .layout import Line
from .names import starts_with_surname
from .speakers import Voice, Voices, ends

_DOUBTFUL = 0.65


def suspected(voices: Voices, body: list[Line], taken: frozenset[int]) -> Voices:
    """Doubt where one person's label stands twice without a question between, where a line was torn, where a
    full name and a colon open a line that was taken for no turn, and where a question goes on in statements.

    taken: positions of pictures and captions."""
    given: Voices = {}
    before: Voice | None = None
    turns = ends(voices, len(body))
    for at, voice in voices.items():
        again = (
            before is not None and voice.label.printed and before.kind == voice.kind == ANSWER
            and before.label.key == voice.label.key
        )
        doubtful = again or body[at].torn or any(
            _may_be_label(body[position].text) for position in range(at + 1, turns[at])
        ) or _goes_on_after_asking(body, voice, at, turns[at], taken)
        given[at] = replace(voice, confidence=min(voice.confidence, _DOUBTFUL)) if doubtful else voice
        before = voice
    return given


def _goes_on_after_asking(body: list[Line], voice: Voice, at: int, end: int, taken: frozenset[int]) -> bool:
    """Whether the last line of a labelled question asks nothing though one above it did: an unlabelled answer."""
    lines = [body[position] for position in range(at, end) if position not in taken and not body[position].pictured]
    if voice.kind != QUESTION or not voice.label.printed or len(lines) < 2 or end == len(body):
        return False
    alike = lines[0].bold and lines[-1].bold or lines[0].italic and lines[-1].italic
    return not alike and not asks(lines[-1].text) and any(ends_asking(line.text) for line in lines[:-1])


def _may_be_label(text: str) -> bool:
    label = read_label(text)
    return (
        label is not None and label.strength == POSSIBLE and len(label.printed.split()) > 2
        and starts_with_surname(label.printed) and len(label.rest.split()) > 3 and label.rest[:1].isupper()
    )
