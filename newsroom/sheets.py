"""The readers' style sheet: one file a page waits for (joining.py)."""

import re
from urllib.parse import quote

from .joining import STATIC, JoinedFile, unindented

SHEET = "css/paper.css"
# The first names the layers; within a layer the later rule wins.
PARTS = (
    "site fonts reset tokens base layout masthead card portrait front listing article prose interview question-list "
    "search archive most-read tools share-link figure gallery notice correction comments questions imprint utilities"
).split()
PRINTED = "print"
SOURCE = STATIC / "css"
DRAWING = re.compile(r'url\("(\.\./img/[\w-]+\.svg)"\)')
KEPT = " =:/'()"  # signs that may stand in an address between quotes


def joined():
    """The text of the sheet: every part without its comments and indentation, what is for paper in @media print."""
    parts = [_stripped(SOURCE / f"{name}.css") for name in PARTS]
    return "".join([*parts, "@media print {\n", _stripped(SOURCE / f"{PRINTED}.css"), "}\n"])


def _stripped(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return unindented(DRAWING.sub(_within, text))


def _within(named):
    """A drawing as part of the sheet: it is smaller than what asking for it costs, and nobody sees the page without."""
    drawn = unindented((SOURCE / named[1]).read_text(encoding="utf-8")).replace("\n", "").replace('"', "'")
    return f'url("data:image/svg+xml,{quote(drawn, safe=KEPT)}")'


class PaperSheet(JoinedFile):
    name = SHEET

    @staticmethod
    def text():
        return joined()
