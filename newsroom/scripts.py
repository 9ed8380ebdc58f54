"""The script of a story's page and of its readers' comments: one file instead of eight (joining.py).

What must be there before a page is drawn, js/text-size.js, is no part of it. Each part stands in a block of its own, so
that its names are its own, and defines elements that other pages simply have none of.
"""

import re

from .joining import STATIC, JoinedFile, unindented

SCRIPT = "js/paper.js"
PARTS = (
    "share-link question-list photo-gallery photo-viewer own-comments comment-thread most-read story-read"
).split()
SOURCE = STATIC / "js"
# Only where a line begins: elsewhere two strokes may stand in an address.
COMMENT = re.compile(r"^[ ]*(?:/\*.*?\*/|//[^\n]*)$", flags=re.DOTALL | re.MULTILINE)


def joined():
    """The text of the script: every part without its comments and indentation."""
    return "".join(f"{{\n{_stripped(SOURCE / f'{name}.js')}}}\n" for name in PARTS)


def _stripped(path):
    return unindented(COMMENT.sub("", path.read_text(encoding="utf-8")))


class PaperScript(JoinedFile):
    name = SCRIPT

    @staticmethod
    def text():
        return joined()
