"""The bytes of a transcript file as text or lines, or a clear Vietnamese sentence why that cannot be."""

import codecs

from articles.vietnamese import nfc

from .draft import TranscriptError
from .layout import Manuscript
from .legacy import decode_legacy, mend
from .word import read_docx

MAX_BYTES = 2 * 1024 * 1024

_ADVICE = "Hãy lưu phần chữ thành văn bản thuần (.txt, bảng mã UTF-8) rồi nạp lại."
_ZIP = b"PK\x03\x04"
_OLD_WORD = b"\xd0\xcf\x11\xe0"  # also the wrapping of a .docx with a password
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHER_FILES = (
    (_ZIP, "Đây là tệp Word (.docx) hoặc tệp nén, không phải văn bản thuần."),
    (_OLD_WORD, "Đây là tệp Word đời cũ (.doc), không đọc được."),
    (b"%PDF", "Đây là tệp PDF, không đọc được."),
    (b"{\\rtf", "Đây là tệp RTF, không đọc được."),
)


def read_transcript(raw: bytes) -> str | Manuscript:
    """A file as parse() takes it: a .docx by its content, whatever its name, anything else as text.

    TranscriptError, in Vietnamese, for what cannot be read or is not safe.
    """
    if raw.startswith(_OLD_WORD) and _LOCKED in raw:
        raise TranscriptError("Tệp Word đặt mật khẩu, không đọc được. Hãy bỏ mật khẩu rồi nạp lại.")
    return read_docx(raw) if raw.startswith(_ZIP) else read(raw)


def read(raw: bytes) -> str:
    """UTF-8, UTF-16 with its byte order mark, or surely an old Vietnamese encoding, as normal text.

    At most MAX_BYTES. TranscriptError for anything else.
    """
    if len(raw) > MAX_BYTES:
        size = f"{len(raw) / 1024 / 1024:.1f}".replace(".", ",")
        raise TranscriptError(f"Tệp quá lớn: {size} MB, tối đa là 2 MB.")
    for signature, sentence in _OTHER_FILES:
        if raw.startswith(signature):
            raise TranscriptError(f"{sentence} {_ADVICE}")
    text = _decode(raw)
    if "\0" in text:
        raise TranscriptError(f"Đây không phải tệp văn bản thuần. {_ADVICE}")
    text = nfc(mend(text))
    if not text.strip():
        raise TranscriptError("Tệp không có chữ nào.")
    return text


def _decode(raw: bytes) -> str:
    utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return raw.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        legacy = None if utf16 else decode_legacy(raw)
        if legacy is not None:
            return legacy
        coding = "UTF-16" if utf16 else "UTF-8"
        raise TranscriptError(
            f"Không đọc được chữ ở byte thứ {error.start + 1}: tệp không theo bảng mã {coding}. {_ADVICE}"
        ) from error
