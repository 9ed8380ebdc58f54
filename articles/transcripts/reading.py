"""The bytes of a transcript file as text, or a clear Vietnamese sentence why that cannot be."""

import codecs

from articles.vietnamese import nfc

from .draft import TranscriptError

MAX_BYTES = 2 * 1024 * 1024

_ADVICE = "Hãy lưu phần chữ thành văn bản thuần (.txt, bảng mã UTF-8) rồi nạp lại."
_OTHER_FILES = (
    (b"PK\x03\x04", "Đây là tệp Word (.docx) hoặc tệp nén, không đọc được."),
    (b"\xd0\xcf\x11\xe0", "Đây là tệp Word đời cũ (.doc), không đọc được."),
    (b"%PDF", "Đây là tệp PDF, không đọc được."),
    (b"{\\rtf", "Đây là tệp RTF, không đọc được."),
)


def read(raw: bytes) -> str:
    """UTF-8, or UTF-16 with its byte order mark, as normal text; TranscriptError for anything else.

    At most MAX_BYTES.
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
    text = nfc(text)
    if not text.strip():
        raise TranscriptError("Tệp không có chữ nào.")
    return text


def _decode(raw: bytes) -> str:
    utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return raw.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        coding = "UTF-16" if utf16 else "UTF-8"
        raise TranscriptError(
            f"Không đọc được chữ ở byte thứ {error.start + 1}: tệp không theo bảng mã {coding}. {_ADVICE}"
        ) from error
