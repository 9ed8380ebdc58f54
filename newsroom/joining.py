"""Files that exist in no checkout: each is put together, wherever Django looks for static files, out of the small ones
that people read and change. So there is nothing to build and nothing to forget, and collectstatic names it by its
content like any other."""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

STATIC = settings.BASE_DIR / "static"


class JoinedFile(BaseFinder):
    """Finds one file, newly joined, in a folder of the state directory. Who inherits says which: `name`, as
    "css/paper.css", and `text()`, the whole of it."""

    name: str

    @staticmethod
    def text():
        raise NotImplementedError

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != self.name:
            return []
        return [str(self._written())] if find_all else str(self._written())

    def list(self, ignore_patterns):
        self._written()
        yield self.name, FileSystemStorage(location=self._folder())

    @staticmethod
    def _folder():
        return Path(settings.STATE_DIR) / "joined"

    def _written(self):
        path, text = self._folder() / self.name, self.text()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Another process may be serving it: it finds the old one or the new one, never half of it.
            handle, beside = tempfile.mkstemp(dir=path.parent, suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            os.chmod(beside, 0o644)
            os.replace(beside, path)
        return path


def unindented(text):
    """Without the spaces before lines, and without lines that are empty."""
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
