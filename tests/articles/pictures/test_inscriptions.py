"""What a file says of itself is offered, in fields that are empty, as plain Vietnamese; a position never."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from articles import inscriptions
from articles.inscriptions import Inscription
from articles.models import Image
from articles.uploads import receive
from tests.articles.pictures.awkward import (
    IPTC,
    XMP,
    _with_segment,
    awkward,
    camera_words,
    halves,
    iptc_packet,
    saved,
)

JPEG = saved(halves(), "JPEG", quality=95)


def with_exif(**told):
    exif = Pillow.Exif()
    for tag, words in told.items():
        exif[int(tag[1:], 16)] = words
    return saved(halves(), "JPEG", exif=exif)


def with_iptc(told, encoding="utf-8"):
    return _with_segment(JPEG, 0xED, iptc_packet(told, encoding))


def test_the_agency_s_word_goes_before_the_camera_s():
    raw = awkward()["jpeg that tells all"].raw
    assert inscriptions.read(raw) == Inscription(
        caption="Cầu Bến Lĩnh 2 & sông",
        credit="Nông Thanh Tùng",
        people="Lương Văn Thành, Lò Thị Ươm",
        place="phường Bến Lĩnh",
        taken_on=date(2026, 3, 4),
    )


def test_iptc_alone():
    assert inscriptions.read(with_iptc(IPTC)) == Inscription(
        caption="Nhịp giữa được hợp long.",
        credit="Đỗ Nhật Linh/Báo Vân Lĩnh",
        place="phường Cầu Mây",
        taken_on=date(2026, 3, 5),
    )


def test_a_camera_alone():
    told = inscriptions.read(saved(halves(), "JPEG", exif=camera_words()))
    assert told == Inscription(caption="Bến đò", credit="Hoàng Minh Khuê", taken_on=date(2026, 3, 3))


def test_words_that_are_no_utf_8_are_read_as_windows_wrote_them():
    assert inscriptions.read(with_iptc({80: "José Núñez – “AFP”"}, "cp1252")).credit == "José Núñez – “AFP”"


def test_words_are_composed_and_turn_no_page():
    told = inscriptions.read(with_iptc({120: "Ho\u031b\u0323p \u202elong\u202c\ncầu\0", 80: "<b>Tùng</b>"}))
    assert (told.caption, told.credit) == ("Hợp long cầu", "<b>Tùng</b>")


@pytest.mark.parametrize(
    "said", ["OLYMPUS DIGITAL CAMERA", "SAMSUNG", "   ", "untitled", "charset=Ascii", "DCIM100", "-"]
)
def test_what_cameras_say_by_themselves_is_nothing(said):
    assert inscriptions.read(with_exif(x010E=said)).caption == ""


def test_a_caption_that_begins_like_a_camera_is_one():
    assert (
        inscriptions.read(with_iptc({120: "Samsung mở xưởng ở Vân Lĩnh"})).caption
        == "Samsung mở xưởng ở Vân Lĩnh"
    )


@pytest.mark.parametrize("said", ["20269999", "0000:00:00 00:00:00", "17000101", "99990101", "hôm qua", ""])
def test_what_is_no_day_is_none(said):
    assert inscriptions.read(with_iptc({55: said})).taken_on is None


def test_one_name_twice_is_one_name():
    assert inscriptions.read(with_iptc({80: "TTXVN", 110: "ttxvn"})).credit == "TTXVN"


def test_long_words_are_cut_to_their_fields():
    told = inscriptions.read(
        with_iptc({120: "dài " * 400, 80: "tên " * 60, 110: "hãng " * 60, 90: "xã " * 90})
    )
    for name in ("caption", "credit", "place"):
        assert 0 < len(getattr(told, name)) <= Image._meta.get_field(name).max_length


def test_a_growing_document_is_left_out_whole():
    assert inscriptions.read(awkward()["xmp that grows"].raw) == Inscription()


@settings(max_examples=60)
@given(st.binary(max_size=300), st.integers(0, len(XMP)))
def test_noise_in_a_packet_is_left_out(noise, at):
    for raw in (
        _with_segment(
            JPEG, 0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(noise).to_bytes(4, "big") + noise
        ),
        _with_segment(JPEG, 0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP[:at] + noise + XMP[at:]),
        _with_segment(JPEG, 0xE1, b"Exif\0\0" + noise),
    ):
        said = inscriptions.read(raw)
        assert all(isinstance(line, str) for line in (said.caption, said.credit, said.people, said.place))


@pytest.mark.django_db
def test_only_empty_fields_are_filled():
    image = receive(
        Image(caption="Của người gửi"), awkward()["jpeg that tells all"].raw, source_name="C:\\Anh\\Cầu.JPG"
    )
    image.refresh_from_db()
    assert (image.caption, image.credit, image.taken_on) == (
        "Của người gửi",
        "Nông Thanh Tùng",
        date(2026, 3, 4),
    )
    assert (image.people, image.place) == ("Lương Văn Thành, Lò Thị Ươm", "phường Bến Lĩnh")
    assert image.source_name == "Cầu.JPG"
    assert "luong van thanh" in image.folded and "cau.jpg" in image.folded
    receive(image, with_iptc(IPTC))
    assert (image.caption, image.credit, image.place) == (
        "Của người gửi",
        "Nông Thanh Tùng",
        "phường Bến Lĩnh",
    )
