import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.transcripts import MAX_BYTES, TranscriptError, read

TEXT = "PV: Nước sông Lĩnh thế nào?\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
    ],
)
def test_unicode_files_give_the_same_normal_text(raw):
    assert read(raw) == TEXT


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "Tệp không có chữ nào."),
        (b"\xef\xbb\xbf \r\n\t", "Tệp không có chữ nào."),
        ("Ông nói".encode("cp1258", errors="replace") + b"\xd4ng", "Không đọc được chữ ở byte thứ"),
        (codecs.BOM_UTF16_LE + b"a", "không theo bảng mã UTF-16"),
        (TEXT.encode("utf-16-le"), "không"),
        (b"abc\0def", "Đây không phải tệp văn bản thuần."),
        (b"PK\x03\x04rest", "Đây là tệp Word"),
        (b"%PDF-1.7", "Đây là tệp PDF"),
        (b"{\\rtf1", "Đây là tệp RTF"),
        (b"\xd0\xcf\x11\xe0", "đời cũ"),
        (b"\x89PNG\r\n\x1a\n", "Không đọc được chữ ở byte thứ 1"),
        (b"a" * (MAX_BYTES + 1), "Tệp quá lớn: 2,0 MB, tối đa là 2 MB."),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_vietnamese_sentence(raw, sentence):
    with pytest.raises(TranscriptError) as refusal:
        read(raw)
    assert sentence in str(refusal.value)
    assert str(refusal.value)[-1] == "."


def test_the_largest_file_is_read():
    assert len(read(b"a" * MAX_BYTES)) == MAX_BYTES


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw):
    try:
        text = read(raw)
    except TranscriptError as refusal:
        assert str(refusal)
    else:
        assert text.strip()
