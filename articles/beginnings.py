"""A story that was begun and never saved: its form, kept until it is saved or not wanted, for a month at most.

There is no article yet, and so no row: a file for each writer and each form, as manuscripts.py holds files.
"""

import json
import os
import re
import time
import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

DAYS = 30
MOST = 50  # of one writer; the oldest give way
_TOKEN = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Beginning:
    """token: of its form. title: how it is called in a list. asked: the query of the form's address ("kind=interview",
    or ""). saved_at: aware."""

    token: str
    title: str
    asked: str
    saved_at: datetime

    def __str__(self):
        return self.title or "Bài chưa có chữ nào"


def is_token(said: str) -> bool:
    return bool(_TOKEN.fullmatch(said))


def keep(fields: dict, *, by, token: str, title: str, asked: str = "") -> Beginning:
    """Put the fields {name: [values]} in place of what this user wrote in this form before. ValueError: no token."""
    if not is_token(token):
        raise ValueError("a beginning is kept under the token of its form")
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    begun = Beginning(token, title, asked, timezone.now())
    head = {"title": title, "asked": asked, "saved_at": begun.saved_at.isoformat()}
    # In one stroke: whoever reads finds the copy before or this one, and never half of it.
    fresh = folder / f".{uuid.uuid4().hex}"
    fresh.write_text(f"{json.dumps(head)}\n{json.dumps(fields)}", encoding="utf-8")
    os.replace(fresh, _path(by, token))
    _tidy(by)
    return begun


def fields_of(*, by, token: str) -> dict | None:
    """What this user wrote in this form; None where nothing is kept (any more)."""
    kept = _read(by, token)
    return json.loads(kept.partition("\n")[2]) if kept is not None else None


def find(*, by, token: str) -> Beginning | None:
    kept = _read(by, token)
    return _head(token, kept.partition("\n")[0]) if kept is not None else None


def of(user) -> list[Beginning]:
    """What this user has begun, the newest first."""
    found = []
    for path in _files(user):
        try:
            with path.open(encoding="utf-8") as file:
                found.append(_head(path.name.partition("-")[2], file.readline()))
        except FileNotFoundError:
            continue  # saved this very moment
    return sorted(found, key=lambda begun: begun.saved_at, reverse=True)


def drop(*, by, token: str) -> None:
    """Forget it: it is saved, or not wanted."""
    if is_token(token):
        _path(by, token).unlink(missing_ok=True)


def _head(token, line):
    told = json.loads(line)
    return Beginning(token, told["title"], told["asked"], datetime.fromisoformat(told["saved_at"]))


def _read(by, token):
    try:
        return _path(by, token).read_text(encoding="utf-8") if is_token(token) else None
    except FileNotFoundError:
        return None


def _tidy(user):
    """Without what was kept too long or is too much; files half written by a machine that died go too."""
    dated = []
    for path in [*_files(user), *_folder().glob(".*")]:
        try:
            dated.append((path.stat().st_mtime, path))
        except FileNotFoundError:
            continue
    oldest = time.time() - DAYS * 86400
    own = sorted((pair for pair in dated if not pair[1].name.startswith(".")), reverse=True)
    for _, path in [*own[MOST:], *(pair for pair in dated if pair[0] < oldest)]:
        path.unlink(missing_ok=True)


def _files(user):
    return _folder().glob(f"{user.pk}-*")


def _folder() -> Path:
    return Path(settings.STATE_DIR) / "beginnings"


def _path(by, token: str) -> Path:
    return _folder() / f"{by.pk}-{token}"
