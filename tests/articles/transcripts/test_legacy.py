"""Text of old fonts and code pages: converted when certain, refused with a sentence otherwise, never kept as it is."""

import unicodedata

import pytest

from articles.transcripts import TranscriptError, legacy, parse, read
from tests.transcripts import PAGE

TEXT = PAGE.replace("\xa0", " ").replace("“", '"').replace("”", '"')
_TONES = "\u0300\u0309\u0303\u0301\u0323"
# Code by code, as the fonts have them.
TCVN3 = dict(pair.split("=") for pair in (
    "B5=à B6=ả B7=ã B8=á B9=ạ A8=ă BB=ằ BC=ẳ BD=ẵ BE=ắ C6=ặ A9=â C7=ầ C8=ẩ C9=ẫ CA=ấ CB=ậ AE=đ CC=è CE=ẻ CF=ẽ D0=é"
    " D1=ẹ AA=ê D2=ề D3=ể D4=ễ D5=ế D6=ệ D7=ì D8=ỉ DC=ĩ DD=í DE=ị DF=ò E1=ỏ E2=õ E3=ó E4=ọ AB=ô E5=ồ E6=ổ E7=ỗ"
    " E8=ố E9=ộ"
    " AC=ơ EA=ờ EB=ở EC=ỡ ED=ớ EE=ợ EF=ù F1=ủ F2=ũ F3=ú F4=ụ AD=ư F5=ừ F6=ử F7=ữ F8=ứ F9=ự FA=ỳ FB=ỷ FC=ỹ FD=ý FE=ỵ"
    " A1=Ă A2=Â A7=Đ A3=Ê A4=Ô A5=Ơ A6=Ư"
).split())
VNI = dict(pair.split("=") for pair in (
    "á=aù à=aø ả=aû ã=aõ ạ=aï ă=aê ắ=aé ằ=aè ẳ=aú ẵ=aü ặ=aë â=aâ ấ=aá ầ=aà ẩ=aå ẫ=aã ậ=aä đ=ñ"
    " é=eù è=eø ẻ=eû ẽ=eõ ẹ=eï ê=eâ ế=eá ề=eà ể=eå ễ=eã ệ=eä í=í ì=ì ỉ=æ ĩ=ó ị=ò ó=où ò=oø ỏ=oû õ=oõ ọ=oï ô=oâ"
    " ố=oá ồ=oà ổ=oå ỗ=oã ộ=oä ơ=ô ớ=ôù"
    " ờ=ôø ở=ôû ỡ=ôõ ợ=ôï ú=uù ù=uø ủ=uû ũ=uõ ụ=uï ư=ö ứ=öù ừ=öø ử=öû ữ=öõ ự=öï ý=yù ỳ=yø ỷ=yû ỹ=yõ ỵ=î"
).split())


def in_tcvn3(text):
    codes = {letter: chr(int(code, 16)) for code, letter in TCVN3.items()}
    # Capitals with a tone are small letters in a capital font.
    codes |= {letter.upper(): code for letter, code in codes.items() if letter.upper() not in codes}
    return "".join(codes.get(letter, letter) for letter in text)


def in_vni(text):
    table = VNI | {letter.upper(): shown.upper() for letter, shown in VNI.items()}
    return "".join(table.get(letter, letter) for letter in text)


def in_cp1258(text):
    letters = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = [part for part in parts if part in _TONES]
        toneless = "".join(part for part in parts if part not in _TONES)
        letters.append(unicodedata.normalize("NFC", toneless) + "".join(tones))
    return "".join(letters).encode("cp1258")


def as_windows(raw):
    return "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in raw)


SHOWN = {
    "vni": in_vni(TEXT),
    "cp1258": as_windows(in_cp1258(TEXT)),
    "utf-8": as_windows(TEXT.encode()),
    "utf-8 twice": as_windows(as_windows(TEXT.encode()).encode()),
    "latin-1": TEXT.encode().decode("latin-1"),
}


@pytest.mark.parametrize("coding", SHOWN)
def test_broken_text_saved_as_unicode_becomes_what_it_was(coding):
    assert SHOWN[coding] != TEXT
    assert legacy.mend(SHOWN[coding]) == TEXT
    assert read(SHOWN[coding].encode()) == TEXT
    assert parse(SHOWN[coding]) == parse(TEXT)


def test_tcvn3_becomes_what_it_was_but_for_capitals_with_a_tone():
    assert legacy.mend(in_tcvn3(TEXT)).lower() == TEXT.lower()
    assert read(in_tcvn3(TEXT).encode("latin-1")).lower() == TEXT.lower()
    assert parse(in_tcvn3(TEXT)).warnings == ()


@pytest.mark.parametrize(
    "raw", [in_cp1258(TEXT), in_vni(TEXT).encode("cp1252")], ids=["windows-1258", "vni"]
)
def test_bytes_of_an_old_page_are_read(raw):
    assert read(raw) == TEXT


def test_one_broken_paragraph_among_sound_ones_is_mended():
    first, rest = TEXT.split("Tỷ lệ", 1)
    assert legacy.mend(first + in_vni("Tỷ lệ" + rest.split("\n")[0]) + "\n" + rest.split("\n", 1)[1]) == TEXT


@pytest.mark.parametrize(
    "text",
    [
        TEXT.encode("ascii", "replace").decode(),
        "".join("\ufffd" if ord(letter) > 0x250 else letter for letter in TEXT),
        "".join(letter if letter.isascii() else "¤¶§¿×÷"[ord(letter) % 6] + "ñß" for letter in TEXT),
    ],
    ids=["question marks", "replacement characters", "no known font"],
)
def test_what_cannot_be_restored_is_refused_with_advice(text):
    for read_it in (parse, lambda broken: read(broken.encode())):
        with pytest.raises(TranscriptError, match="lỗi phông hoặc bảng mã"):
            read_it(text)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        unicodedata.normalize("NFD", TEXT),
        TEXT.upper(),
        "Müller, Gößmann und Süßkind aßen früher Würste.\n" + TEXT,
        "我们采访了越南的记者。\n" + TEXT,
        "PV: Ki em naz? Đăk Lăk, Krông Pắk, Ðak Pơ?\nÔng A: Vâng ạ.",
    ],
)
def test_sound_text_is_left_alone(text):
    assert legacy.mend(text) == text


@pytest.mark.parametrize("shown", [as_windows, lambda raw: raw.decode("latin-1")], ids=["windows", "latin-1"])
def test_a_short_line_is_converted_with_the_rest(shown):
    text = "KINH TẾ\nThứ Ba, 12-3-2024, 06:45\nSổ\n\n" + TEXT
    assert legacy.mend(shown(text.encode())) == text


def test_a_line_that_lost_bytes_makes_the_whole_file_refused():
    broken = as_windows(TEXT.encode()) + "\nThá» Ba, Ã¢m nháº"
    with pytest.raises(TranscriptError, match="lỗi phông hoặc bảng mã"):
        legacy.mend(broken)
