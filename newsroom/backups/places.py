"""Which files a backup holds: pictures as served, uploads as they came, and what writers have not saved yet."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

OPEN, CLOSED = (0o755, 0o644), (0o700, 0o600)


@dataclass(frozen=True)
class Place:
    """name: the first word of its files in the archive. modes: of its folders and files when they come back."""

    name: str
    root: Path
    modes: tuple[int, int]

    def files(self) -> Iterator[tuple[str, Path]]:
        """Yield (name in the archive, path) of every regular file, in order, folder after folder."""
        for folder, inner, names in os.walk(self.root):
            inner.sort()
            for name in sorted(names):
                path = Path(folder, name)
                if path.is_file() and not path.is_symlink():
                    yield f"{self.name}/{path.relative_to(self.root).as_posix()}", path

    def is_empty(self) -> bool:
        return next(self.files(), None) is None


def places() -> list[Place]:
    """As the settings have them now. Static files are not among them: collectstatic makes those."""
    state = Path(settings.STATE_DIR)
    return [
        Place("media", Path(settings.MEDIA_ROOT), OPEN),
        # With the photographers' GPS, and with what nobody but its writer has read.
        Place("originals", Path(settings.ORIGINALS_ROOT), CLOSED),
        Place("beginnings", state / "beginnings", CLOSED),
        Place("imports", state / "imports", CLOSED),
    ]
