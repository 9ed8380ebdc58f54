"""Backups: the database and every file that belongs to it, in one archive, and back.

places.py says which files, databases.py takes the database and gives it back, archive.py is the file itself,
making.py and restoring.py are what the two commands do. Secrets are in no backup: SECRET_KEY, the environment and
`var/env` are kept elsewhere, or whoever has a backup has the paper.
"""

from pathlib import Path


class Refused(Exception):
    """A backup that cannot be made or brought back; the message is a Vietnamese sentence, and nothing was changed."""


def size(number: int) -> str:
    """A number of bytes as people say it: "12,4 MB"."""
    amount, unit = float(number), "byte"
    for unit in ("byte", "kB", "MB", "GB"):
        if amount < 1000 or unit == "GB":
            break
        amount /= 1000
    return f"{amount:.0f} {unit}" if unit == "byte" else f"{amount:.1f} {unit}".replace(".", ",")


def beside(path: Path, suffix: str) -> Path:
    """A hidden name in the same folder, for what is not finished yet."""
    return path.with_name(f".{path.name}.{suffix}")
