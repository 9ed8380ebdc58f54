"""A transcript file that brought pictures, held while an editor reviews it: pictures do not travel through the form.

Held outside the database, under the name of who brought it, for a week at most; what is made of it is another file.
"""

import logging
import re
import time
from pathlib import Path

from django.conf import settings

from .management.refusals import reason
from .transcripts import TranscriptError

logger = logging.getLogger(__name__)

DAYS = 7
_TOKEN = re.compile(r"[0-9a-f]{32}")


def hold(raw: bytes, *, by, token: str) -> None:
    """Keep a file for this user under a token (32 hex digits), and drop what has been kept too long.

    Raises TranscriptError where the disk takes it not, or not all of it.
    """
    folder = _folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            if old.stat().st_mtime < time.time() - DAYS * 86400:
                old.unlink(missing_ok=True)
        _path(by, token).write_bytes(raw)
    except OSError as error:
        logger.error("manuscript not kept: %s", error)
        release(by=by, token=token)
        why = f"Máy chủ chưa giữ được tệp ({reason(error)}). Hãy báo quản trị, rồi gửi lại."
        raise TranscriptError(why) from error


def held(*, by, token: str) -> bytes | None:
    """The file this user brought under this token; None when there is none (any more)."""
    path = _path(by, token) if _TOKEN.fullmatch(token) else None
    return path.read_bytes() if path and path.is_file() else None


def release(*, by, token: str) -> None:
    if _TOKEN.fullmatch(token):
        _path(by, token).unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.STATE_DIR) / "imports"


def _path(by, token: str) -> Path:
    return _folder() / f"{by.pk}-{token}"
