"""Bringing a backup back: into an empty place only, and only after every byte of it has been checked.

Files come first and the database last, in one transaction: whatever goes wrong, no paper has half of its stories.
"""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from . import Refused, size
from .archive import DATABASE, MANIFEST, SUMS, entries, manifest, verify
from .databases import NAMES, described, is_empty, load
from .places import places

HOUSE = ("articles", "comments", "newsroom")
ROOM = 1.2  # what is needed on the disk beside the size of the files


def restore(path: Path, say) -> None:
    """Fill the empty paper of these settings from the backup. say(sentence) is told how far it is.

    Raises Refused or OSError; what was brought by then is taken away again.
    """
    told = manifest(path)
    _refuse_other_kind(told)
    _refuse_newer(told)
    _refuse_full_place()
    say("Kiểm tra bản sao lưu…")
    count, total = verify(path)
    _refuse_small_disk(total)
    say(
        f"Bản sao lưu lúc {told['made_at'][:16].replace('T', ' ')}, {count - 2} tệp, {size(total)}: nguyên vẹn."
    )
    roots = {place.name: place for place in places()}
    with _taken_away_again(roots.values()):
        for name, _, source in entries(path):
            first, _, rest = name.partition("/")
            if first in roots and rest:
                _bring(source, roots[first], rest)
            elif name not in (MANIFEST, DATABASE, SUMS):
                raise Refused(f"Bản sao lưu có mục lạ “{name[:80]}”.")
        say("Đã đưa tệp về. Nạp cơ sở dữ liệu…")
        for name, _, source in entries(path):
            if name == DATABASE:
                load(source, Path(settings.STATE_DIR))
                break
        else:
            raise Refused(f"Tệp {path} không có cơ sở dữ liệu bên trong.")
    say("Đã khôi phục xong.")
    if _known_migrations() - set(described()["migrations"]):
        say("Bản sao lưu thuộc phiên bản cũ hơn mã nguồn này. Chạy tiếp: python3 manage.py migrate")


def _refuse_other_kind(told):
    kind, here = told["database"]["kind"], connection.vendor
    if kind != here:
        raise Refused(
            f"Bản sao lưu là của {NAMES.get(kind, kind)}, còn DATABASE_URL ở đây là {NAMES.get(here, here)}. "
            "Hãy đặt DATABASE_URL cùng loại rồi chạy lại."
        )


def _known_migrations():
    return {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}


def _refuse_newer(told):
    ours = {each for each in told["database"]["migrations"] if each.split(".")[0] in HOUSE}
    if unknown := sorted(ours - _known_migrations()):
        raise Refused(
            f"Bản sao lưu do mã nguồn mới hơn làm ra (có {unknown[-1]}). Hãy cập nhật mã nguồn rồi chạy lại."
        )


def _refuse_full_place():
    if not is_empty():
        raise Refused("Cơ sở dữ liệu này đã có bảng. Chỉ khôi phục vào cơ sở dữ liệu trống: hãy tạo cái mới.")
    full = [str(place.root) for place in places() if not place.is_empty()]
    if full:
        raise Refused(
            f"Thư mục {', '.join(full)} đã có tệp. Chỉ khôi phục vào nơi trống: hãy dời các tệp ấy đi."
        )


def _refuse_small_disk(total):
    free = shutil.disk_usage(settings.STATE_DIR).free
    if free < total * ROOM:
        raise Refused(
            f"Ổ đĩa còn {size(free)}, cần khoảng {size(int(total * ROOM))}. Hãy dọn chỗ rồi chạy lại."
        )


@contextmanager
def _taken_away_again(filled):
    """Where anything fails, the places are as empty as they were: without a database nobody else put anything there."""
    try:
        yield
    except BaseException:
        for place in filled:
            for _, path in place.files():
                path.unlink()
        raise


def _bring(source, place, name):
    """Write one file below its place, never over another, with the modes of the place."""
    folder_mode, file_mode = place.modes
    path = place.root / name
    missing = [folder for folder in (path.parent, *path.parent.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(exist_ok=True)
        folder.chmod(folder_mode)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
        shutil.copyfileobj(source, out, 1 << 20)
        os.fchmod(out.fileno(), file_mode)
