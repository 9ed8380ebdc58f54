"""The file of a backup: a plain tar that tells when it is damaged, written and read as a stream.

    manifest.json   what it is, by which version, of which database
    database        a SQLite file or a dump of pg_dump (custom format)
    media/… originals/… beginnings/… imports/…
    SHA256SUMS      of all the above, in their order, as `sha256sum -c` reads it; an archive without it was cut off

Memory does not grow with the number of files: of the sums only their sum is kept.
"""

import hashlib
import io
import json
import os
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from . import Refused, beside

FORMAT = 1
MANIFEST, DATABASE, SUMS = "manifest.json", "database", "SHA256SUMS"
CHUNK = 1 << 20
LONGEST_MANIFEST = 1 << 20


class Writer:
    """Adds files to an archive; `count` and `size` say how much it holds."""

    def __init__(self, tar: tarfile.TarFile, sums: BinaryIO):
        self.tar, self.sums = tar, sums
        self.count = self.size = 0

    def add(self, name: str, source: BinaryIO, length: int) -> None:
        """Append `length` bytes of an open file. OSError where it has fewer."""
        counted = _Counted(source)
        self._header(name, length, counted)
        self.sums.write(_line(counted.digest.hexdigest(), name))
        self.count, self.size = self.count + 1, self.size + length

    def add_bytes(self, name: str, value: bytes) -> None:
        self.add(name, io.BytesIO(value), len(value))

    def add_file(self, name: str, path: Path) -> bool:
        """Append a file; False where it has gone meanwhile (a picture was deleted, or sealed with its story)."""
        try:
            source = open(path, "rb")
        except FileNotFoundError:
            return False
        with source:
            self.add(name, source, os.fstat(source.fileno()).st_size)
        return True

    def _header(self, name, length, source):
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode, entry.mtime = length, 0o600, int(time.time())
        self.tar.addfile(entry, source)
        self.tar.members.clear()  # or the list of names grows with the archive

    def close_sums(self):
        """The last entry: without it nothing before it is believed."""
        length = self.sums.tell()
        self.sums.seek(0)
        self._header(SUMS, length, self.sums)


class _Counted:
    """A source that is summed up while it is read."""

    def __init__(self, source):
        self.source, self.digest = source, hashlib.sha256()

    def read(self, length=-1):
        chunk = self.source.read(length)
        self.digest.update(chunk)
        return chunk


def _line(digest, name):
    return f"{digest}  {name}\n".encode()


@contextmanager
def created(path: Path) -> Iterator[Writer]:
    """Give a Writer; at the end the archive is read again from the disk and gets its name, all at once or not at all.

    Never replaces a file. Raises Refused, or OSError.
    """
    partial, listing = beside(path, "partial"), beside(path, "sums")
    if path.exists():
        raise Refused(f"Đã có tệp {path}. Hãy chọn tên khác.")
    try:
        with _private(partial) as out, _private(listing) as sums:
            with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
                writer = Writer(tar, sums)
                yield writer
                writer.close_sums()
            out.flush()
            os.fsync(out.fileno())
        verify(partial)
        _give_name(partial, path)
    finally:
        partial.unlink(missing_ok=True)
        listing.unlink(missing_ok=True)


def _private(path):
    """A new file for its owner's eyes alone; one that a killed run left behind gives way."""
    path.unlink(missing_ok=True)
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "w+b")


def _give_name(partial, path):
    try:
        os.link(partial, path)  # refuses to replace, which rename does not
    except FileExistsError:
        raise Refused(f"Đã có tệp {path}. Hãy chọn tên khác.") from None
    except OSError:
        # A file system without hard links, on a USB disk perhaps.
        if path.exists():
            raise Refused(f"Đã có tệp {path}. Hãy chọn tên khác.") from None
        os.rename(partial, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def entries(path: Path) -> Iterator[tuple[str, int, BinaryIO]]:
    """Yield (name, length, open source) of everything in the archive, in order. Refused: it is none, or is damaged.

    A source is readable until the next is asked for.
    """
    try:
        with tarfile.open(path, mode="r:") as tar:
            while (entry := tar.next()) is not None:
                tar.members.clear()
                if not entry.isreg() or not _stays_inside(entry.name):
                    raise Refused(f"Tệp {path} không phải bản sao lưu: có mục lạ “{entry.name[:80]}”.")
                yield entry.name, entry.size, tar.extractfile(entry)
    except (tarfile.TarError, EOFError, UnicodeError, ValueError) as error:
        raise Refused(f"Tệp {path} không phải bản sao lưu, hoặc đã hỏng.") from error


def _stays_inside(name):
    parts = PurePosixPath(name).parts
    return (
        bool(parts)
        and not name.startswith("/")
        and ".." not in parts
        and "\\" not in name
        and "\0" not in name
    )


def manifest(path: Path) -> dict:
    """What the archive says of itself, at its head. Refused where it is none, or of a later format."""
    for name, length, source in entries(path):
        if name != MANIFEST or length > LONGEST_MANIFEST:
            break
        try:
            told = json.loads(source.read())
            if int(told["format"]) > FORMAT:
                raise Refused(
                    f"Tệp {path} do một phiên bản Tòa soạn mới hơn làm ra. Hãy cập nhật mã nguồn trước."
                )
            return told
        except (ValueError, KeyError, TypeError):
            break
    raise Refused(f"Tệp {path} không phải bản sao lưu của Tòa soạn.")


def verify(path: Path) -> tuple[int, int]:
    """(number of files, bytes) of a whole and unharmed archive; Refused for any other. Reads all of it."""
    running, count, total, told = hashlib.sha256(), 0, 0, None
    for name, length, source in entries(path):
        if told is not None:
            raise Refused(f"Tệp {path} đã hỏng: còn “{name[:80]}” sau chỗ phải kết thúc.")
        digest = _summed(source, path)
        if name == SUMS:
            told = digest
            continue
        running.update(_line(digest, name))
        count, total = count + 1, total + length
    if told is None:
        raise Refused(f"Tệp {path} bị cụt: thiếu phần cuối. Hãy dùng bản sao lưu khác.")
    if told != running.hexdigest():
        raise Refused(f"Tệp {path} đã hỏng: mã kiểm tra không khớp. Hãy dùng bản sao lưu khác.")
    return count, total


def _summed(source, path):
    digest = hashlib.sha256()
    try:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
    except tarfile.TarError as error:
        raise Refused(f"Tệp {path} bị cụt: thiếu phần cuối. Hãy dùng bản sao lưu khác.") from error
    return digest.hexdigest()
