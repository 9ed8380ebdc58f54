"""The readers' style sheet: one file a page waits for, made of the small ones that people read and change.

css/paper.css exists in no checkout: the finder below puts it together wherever Django looks for static files, so there
is nothing to build and nothing to forget, and collectstatic names it by its content like any other.
"""

import os
import re
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

SHEET = "css/paper.css"
# The first names the layers; within a layer the later rule wins.
PARTS = (
    "site fonts reset tokens base layout masthead card portrait front listing article prose interview question-list "
    "search archive most-read tools share-link figure gallery notice correction comments questions imprint utilities"
).split()
PRINTED = "print"
SOURCE = settings.BASE_DIR / "static" / "css"


def joined():
    """The text of the sheet: every part without its comments and indentation, what is for paper in @media print."""
    parts = [_stripped(SOURCE / f"{name}.css") for name in PARTS]
    return "".join([*parts, "@media print {\n", _stripped(SOURCE / f"{PRINTED}.css"), "}\n"])


def _stripped(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())


class PaperSheet(BaseFinder):
    """Finds css/paper.css, newly joined, in a folder of the state directory."""

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != SHEET:
            return []
        return [str(self._written())] if find_all else str(self._written())

    def list(self, ignore_patterns):
        self._written()
        yield SHEET, FileSystemStorage(location=self._folder())

    @staticmethod
    def _folder():
        return Path(settings.STATE_DIR) / "sheets"

    def _written(self):
        path, text = self._folder() / SHEET, joined()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Another process may be serving it: it finds the old one or the new one, never half of it.
            handle, beside = tempfile.mkstemp(dir=path.parent, suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            os.chmod(beside, 0o644)
            os.replace(beside, path)
        return path
