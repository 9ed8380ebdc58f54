"""A review <-> the fields of its form: turn-0-kind, turn-0-speaker, turn-0-text, speaker-0-name, figure-0-alt…

Everything is a string, so that a browser can keep it, send it, and lose the script on the way. Nothing that comes
back is believed: numbers out of range, unknown kinds and missing fields have a harmless meaning.
"""

import math
import re
from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from articles import hours
from articles.transcripts import Figure
from articles.transcripts.draft import QUESTION
from articles.vietnamese import nfc

from .reviewed import (
    KINDS,
    MOST_FIGURES,
    MOST_SPEAKERS,
    MOST_TURNS,
    NOBODY,
    Review,
    ReviewedTurn,
    ReviewError,
    Speaker,
    within_limits,
)

_LINES = ("kicker", "headline")
_TEXTS = ("standfirst", "introduction", "byline", "byline_text", "unplaced", "after", "published_text")
_SPEAKER = ("label", "honorific", "name", "office")
_NUMBER = re.compile(r"-?\d{1,4}")


def as_fields(review: Review) -> dict[str, str]:
    """The fields of the form that shows this review."""
    fields = {name: getattr(review, name) for name in (*_LINES, *_TEXTS)}
    fields |= {
        "section_printed": review.section,
        "published": moment_field(review.published),
        "warnings": review.warnings_text,
    }
    for n, speaker in enumerate(review.speakers):
        fields |= {f"speaker-{n}-{name}": getattr(speaker, name) for name in _SPEAKER}
    for n, turn in enumerate(review.turns):
        fields |= {
            f"turn-{n}-kind": turn.kind,
            f"turn-{n}-speaker": str(turn.speaker),
            f"turn-{n}-text": turn.text,
            f"turn-{n}-printed": turn.printed,
            f"turn-{n}-confidence": repr(turn.confidence),
            f"turn-{n}-source": turn.source_text,
        }
    for n, figure in enumerate(review.figures):
        fields |= {
            f"figure-{n}-number": str(figure.number),
            f"figure-{n}-marker": figure.marker,
            f"figure-{n}-alt": figure.alt,
            f"figure-{n}-caption": figure.caption,
        }
    return fields


def from_fields(fields: Mapping[str, str]) -> Review:
    """The review that stands in these fields; ReviewError where there is none, or more than a review can hold."""
    if "headline" not in fields:
        raise ReviewError("Biểu mẫu gửi lên không đầy đủ. Hãy nhập lại bản ghi.")
    text = {name: _line(fields.get(name, "")) for name in _LINES}
    text |= {name: _text(fields.get(name, "")) for name in _TEXTS}
    speakers = tuple(
        Speaker(*(_line(fields.get(f"speaker-{n}-{name}", "")) for name in _SPEAKER))
        for n in range(_count(fields, "speaker", "name", MOST_SPEAKERS))
    )
    turns = tuple(_turn(fields, f"turn-{n}-", speakers) for n in range(_count(fields, "turn", "text", MOST_TURNS)))
    figures = tuple(
        Figure(
            max(0, _integer(fields.get(f"figure-{n}-number", ""), 0)),
            _text(fields.get(f"figure-{n}-marker", "")),
            _line(fields.get(f"figure-{n}-alt", "")),
            _line(fields.get(f"figure-{n}-caption", "")),
        )
        for n in range(_count(fields, "figure", "caption", MOST_FIGURES))
    )
    return within_limits(Review(
        **text,
        section=_line(fields.get("section_printed", "")),
        published=_moment(fields.get("published", "")),
        warnings=tuple(filter(None, _text(fields.get("warnings", "")).split("\n"))),
        speakers=speakers, turns=turns, figures=figures,
    ))


def moment_field(at: datetime | None) -> str:
    """As the desk types it: "17:26 15/01/2021"."""
    return f"{at:%H:%M %d/%m}/{at.year:04}" if at else ""


def _turn(fields: Mapping[str, str], prefix: str, speakers: tuple[Speaker, ...]) -> ReviewedTurn:
    kind = fields.get(prefix + "kind", "")
    speaker = _integer(fields.get(prefix + "speaker", ""), NOBODY)
    return ReviewedTurn(
        kind if kind in KINDS else QUESTION,
        speaker if 0 <= speaker < len(speakers) else NOBODY,
        _text(fields.get(prefix + "text", "")),
        _line(fields.get(prefix + "printed", "")),
        1.0 if fields.get(prefix + "seen") else _confidence(fields.get(prefix + "confidence", "")),
        tuple(filter(None, _text(fields.get(prefix + "source", "")).split("\n"))),
    )


def _count(fields: Mapping[str, str], what: str, field: str, most: int) -> int:
    """How many rows there are, one more than `most` at the utmost."""
    return next((n for n in range(most + 1) if f"{what}-{n}-{field}" not in fields), most + 1)


def _line(text: str) -> str:
    return " ".join(nfc(text).split())


def _text(text: str) -> str:
    return nfc(text).strip()


def _integer(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and _NUMBER.fullmatch(text) else otherwise


def _confidence(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 1.0
    return min(1.0, max(0.0, value)) if math.isfinite(value) else 1.0


def _moment(text: str) -> datetime | None:
    try:
        return timezone.localtime(hours.read(text, timezone.now())).replace(tzinfo=None)
    except hours.Unreadable:
        return None
