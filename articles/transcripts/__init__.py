"""An interview transcript (the text of a page, pasted or from a file) -> a structured draft; pure, no models.

    reading.py     bytes -> text or manuscript, or a Vietnamese sentence why not
    legacy.py      TCVN3, VNI, Windows-1258 and mojibake -> Unicode, when certain (syllables.py tells)
    package.py     the zip of a .docx, opened with suspicion    word.py  its lines    formatting.py  their look
    layout.py      text -> lines, each knowing its block and look    wrapping.py  lines broken at a column
    furniture.py   what a page or an e-mail prints around it: buttons, tags, links
    timecodes.py   "[00:12:05] PV: …"
    masthead.py    what one line above the text says: time, section, the paper's name and issue
    declared.py    "Tít: …", "Sapo: …": parts that a manuscript names
    evidence.py    points of a line for each part of a head, by its shape
    headline.py    of all ways to read the lines above the text, the likeliest, and whether another comes near
    head.py        the lines above the text: kicker, headline, section, time, byline
    tearing.py     turns run together in one line
    labels.py      "PV:", "Ông Nguyễn Văn A:" at the start of a line: what it says by itself (names.py: "Ông K.")
    separated.py   "PV - …", "PV. …", "[PV] …": where another sign than a colon ends them
    shortened.py   "Hứa Trường Giang (HTG)", then "HTG: …"
    speakers.py    which of those labels speak here, and how sure that is: vocabulary, repetition, alternation
    habits.py      how often whoever bears a label asks
    asking.py      what asks, what thanks    unlabelled.py  turns no label opens: bold, dashes, words alone
    figures.py     "- Ảnh 1.", a picture, "Ảnh: …" and the caption    lists.py  items and subheadings
    people.py      persons and offices named in the introduction    naming.py  who answers
    byline.py      "Hoàng Minh Khuê (thực hiện)"
    turns.py       lines and voices -> turns and the closing remark
    unfinished.py  answers that stop in the middle of a sentence
    parse.py       all of it together    doubts.py  what an editor should look at
    draft.py       the result, and its grouping into exchanges    report.py  the result as JSON
"""

from .draft import (
    UNSURE,
    Draft,
    ExchangeDraft,
    Figure,
    ListItem,
    Paragraph,
    Respondent,
    Subheading,
    TranscriptError,
    Turn,
    exchanges,
    printed,
    respondents,
)
from .layout import Manuscript
from .parse import parse
from .reading import MAX_BYTES, read, read_transcript
from .word import read_docx

__all__ = [
    "MAX_BYTES",
    "UNSURE",
    "Draft",
    "ExchangeDraft",
    "Figure",
    "ListItem",
    "Manuscript",
    "Paragraph",
    "Respondent",
    "Subheading",
    "TranscriptError",
    "Turn",
    "exchanges",
    "parse",
    "printed",
    "read",
    "read_docx",
    "read_transcript",
    "respondents",
]
