"""The .docx as a package, opened with suspicion: a zip whose directory may lie, XML that may point outside."""

import io
import re
import stat
import zipfile
import zlib
from xml.etree import ElementTree

from .draft import TranscriptError

MAX_BYTES = 30 * 1024 * 1024  # the file as it comes: a story with a few photographs
_MOST_PARTS = 2_000
_MOST_UNPACKED = 120 * 1024 * 1024
_MOST_XML = 24 * 1024 * 1024  # one part of markup
_MOST_RATIO = 200
_SMALL = 1024 * 1024  # below this a high ratio does no harm
_CHUNK = 256 * 1024
_XML_ENDINGS = (".xml", ".rels", ".vml")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_STRANGE_ENCODING = re.compile(
    rb"encoding\s*=\s*[\"'](?!utf-?8|utf-?16|us-ascii|iso-8859-1|windows-125\d)", re.IGNORECASE
)
# What Word writes of the template a document began with: a file of the author's disk, no other machine, no web address.
_OWN_DISK = re.compile(r"(?:file:///)?[a-z]:[\\/][^:]*|file:///(?![\\/])[^:]*|[^\\/:][^:]*", re.IGNORECASE)
_UNSAFE_NAME = re.compile(r"(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:|\x00")

BROKEN = "Tệp .docx bị hỏng, không mở được. Hãy mở bằng Word, lưu lại rồi nạp tiếp."
_NOT_WORD = "Đây không phải tệp Word (.docx). Hãy lưu bài thành .docx hoặc .txt rồi nạp lại."
_TOO_LARGE = "Tệp .docx bung ra quá lớn, có dấu hiệu phá hoại nên không được nhận."
_UNSAFE = "Tệp .docx chứa thành phần không an toàn nên không được nhận."
_ENTITIES = "Tệp .docx có khai báo thực thể XML, không an toàn nên không được nhận."
_MACROS = "Tệp Word có macro, không được nhận. Hãy lưu lại thành .docx (không macro) rồi nạp lại."
_OUTSIDE = (
    "Tệp .docx liên kết tới ảnh, bản mẫu hoặc đối tượng nằm ngoài tệp nên không được nhận. "
    "Hãy chèn hẳn ảnh vào bài, bỏ các liên kết ấy, lưu lại rồi nạp tiếp."
)
_LOCKED = "Tệp Word đặt mật khẩu, không đọc được. Hãy bỏ mật khẩu rồi nạp lại."


def safe_package(raw: bytes) -> bytes:
    """The same package, written anew from parts that were all read within limits; TranscriptError otherwise.

    What a reader of the result can be made to unpack is what was counted here, whatever the directory claimed.
    """
    if len(raw) > MAX_BYTES:
        size = f"{len(raw) / 1024 / 1024:.1f}".replace(".", ",")
        raise TranscriptError(f"Tệp quá lớn: {size} MB, tối đa là {MAX_BYTES // 1024 // 1024} MB.")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            return _rewritten(package, len(raw))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, TranscriptError):
            raise
        raise TranscriptError(BROKEN) from error


def _rewritten(package: zipfile.ZipFile, packed: int) -> bytes:
    parts = package.infolist()
    _check_directory(parts)
    copy = io.BytesIO()
    total = 0
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as clean:
        for part in parts:
            if part.is_dir():
                continue
            content = _read(package, part, _MOST_UNPACKED - total)
            total += len(content)
            if total > _SMALL and total > packed * _MOST_RATIO:
                raise TranscriptError(_TOO_LARGE)
            if part.filename.lower().endswith(_XML_ENDINGS) or content.lstrip()[:5] == b"<?xml":
                _check_markup(content)
            if part.filename.lower().endswith(".rels"):
                _check_relations(content)
            clean.writestr(part.filename, content)
    return copy.getvalue()


def _check_directory(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse by names, counts and kinds, before anything is unpacked."""
    if len(parts) > _MOST_PARTS:
        raise TranscriptError(_TOO_LARGE)
    names = [part.filename for part in parts]
    lower = {name.lower() for name in names}
    if len(lower) != len(names) or any(map(_UNSAFE_NAME.search, names)):
        raise TranscriptError(_UNSAFE)
    if any(part.flag_bits & 1 for part in parts):
        raise TranscriptError(_LOCKED)
    if any(stat.S_ISLNK(part.external_attr >> 16) for part in parts):
        raise TranscriptError(_UNSAFE)
    if any("vbaproject" in name or "vbadata" in name for name in lower):
        raise TranscriptError(_MACROS)
    if "[content_types].xml" not in lower or not any(name.startswith("word/") for name in lower):
        raise TranscriptError(_NOT_WORD)


def _read(package: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> bytes:
    """One part, counted while it is unpacked."""
    chunks: list[bytes] = []
    size = 0
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > left:
                raise TranscriptError(_TOO_LARGE)
            chunks.append(chunk)
    return b"".join(chunks)


def _check_markup(content: bytes) -> None:
    if len(content) > _MOST_XML:
        raise TranscriptError(_TOO_LARGE)
    # UTF-16 and UTF-32 hide a declaration between NUL bytes.
    if _DECLARATION.search(content) or _DECLARATION.search(content.replace(b"\0", b"")):
        raise TranscriptError(_ENTITIES)
    if _STRANGE_ENCODING.search(content[:200]):
        raise TranscriptError(_UNSAFE)
    if b"macroEnabled" in content:
        raise TranscriptError(_MACROS)


def _check_relations(content: bytes) -> None:
    """Refuse what would be fetched from elsewhere. A hyperlink waits for a reader's click and may stay; so may the name
    of the template on the author's disk, which nobody opens here."""
    try:
        relations = list(ElementTree.fromstring(content).iter())
    except (ElementTree.ParseError, LookupError) as error:
        raise TranscriptError(BROKEN) from error
    for relation in relations:
        outside = relation.get("TargetMode", "").strip().lower() == "external"
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        own_template = kind == "attachedTemplate" and _OWN_DISK.fullmatch(relation.get("Target", "").strip())
        if outside and kind != "hyperlink" and not own_template:
            raise TranscriptError(_OUTSIDE)
