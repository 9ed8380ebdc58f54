"""An interview transcript (the text of a page, pasted or from a file) -> a structured draft; pure, no models.

    reading.py   bytes -> text, or a Vietnamese sentence why not
    layout.py    text -> lines, each knowing its block
    head.py      the lines above the text: kicker, headline, section, time, byline
    labels.py    "PV:", "Ông Nguyễn Văn A:" at the start of a line: what it says by itself
    speakers.py  which of those labels speak here, and how sure that is: vocabulary, repetition, alternation
    figures.py   "- Ảnh 1." and its caption
    people.py    persons and offices named in the introduction
    byline.py    "Hoàng Minh Khuê (thực hiện)"
    parse.py     all of it together
    draft.py     the result, and its grouping into exchanges
"""

from .draft import (
    UNSURE,
    Draft,
    ExchangeDraft,
    Figure,
    Paragraph,
    Respondent,
    TranscriptError,
    Turn,
    exchanges,
    printed,
    respondents,
)
from .parse import parse
from .reading import MAX_BYTES, read

__all__ = [
    "MAX_BYTES",
    "UNSURE",
    "Draft",
    "ExchangeDraft",
    "Figure",
    "Paragraph",
    "Respondent",
    "TranscriptError",
    "Turn",
    "exchanges",
    "parse",
    "printed",
    "read",
    "respondents",
]
