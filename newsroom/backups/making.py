"""Making a backup: the database first, then the files. A file is there before the row that names it."""

import json
import time
from pathlib import Path

import django
from django.conf import settings
from django.utils import timezone

from . import beside, size
from .archive import DATABASE, FORMAT, MANIFEST, created
from .databases import described, dump
from .places import places

EVERY = 5  # seconds between two lines of progress


def default_name(now) -> str:
    """The name of a backup made at `now` (aware), in the order of time."""
    return f"toa-soan-{timezone.localtime(now):%Y%m%d-%H%M%S}.tar"


def back_up(path: Path, say) -> Path:
    """Write a backup to `path`, or under a name of its own in that folder; return where it is.

    say(sentence) is told how far it is. Raises Refused or OSError, and then leaves nothing behind.
    """
    now = timezone.now()
    if path.is_dir():
        path = path / default_name(now)
    copied = beside(path, "database")
    with created(path) as archive:
        try:
            copied.unlink(missing_ok=True)
            copied.touch(mode=0o600)
            dump(copied)
            say(f"Cơ sở dữ liệu: {size(copied.stat().st_size)}.")
            archive.add_bytes(MANIFEST, _manifest(now))
            archive.add_file(DATABASE, copied)
        finally:
            copied.unlink(missing_ok=True)
        gone = _files(archive, say)
        say("Đọc lại bản sao lưu để kiểm tra…")
    if gone:
        say(f"{gone} tệp ảnh bị xóa trong lúc sao lưu nên không có trong bản này.")
    say(f"Đã sao lưu {archive.count - 2} tệp, tất cả {size(path.stat().st_size)}: {path}")
    return path


def _manifest(now):
    told = {
        "format": FORMAT,
        "made_at": timezone.localtime(now).isoformat(timespec="minutes"),
        "site": settings.SITE_URL,
        "django": django.get_version(),
        "database": described(),
    }
    return json.dumps(told, indent=1).encode()


def _files(archive, say):
    """Add every file; return how many went away between being listed and being read."""
    gone, told = 0, time.monotonic()
    for place in places():
        for name, path in place.files():
            gone += not archive.add_file(name, path)
            if time.monotonic() - told >= EVERY:
                told = time.monotonic()
                say(f"{archive.count} tệp, {size(archive.size)}…")
    return gone
