"""Every awkward file comes to its end: a picture in its colours, or a sentence; without a database, without a door."""

import io
import re
import threading

import pytest
from PIL import Image

from articles import decoding, inscriptions, renditions
from articles.renditions import PictureError, read
from tests.articles.pictures.awkward import SECRET, TAKEN, awkward, halves, many_scans, saved

FILES = awkward()
TALKATIVE = [name for name, file in FILES.items() if file.end == TAKEN and SECRET.encode() in file.raw]


def near(pixel, colour, tolerance=30):
    return all(abs(a - b) <= tolerance for a, b in zip(pixel, colour, strict=True))


def test_there_are_enough_of_them():
    ends = [file.end == TAKEN for file in FILES.values()]
    assert (ends.count(True), ends.count(False)) >= (40, 40)
    assert len({file.raw for file in FILES.values()}) == len(FILES)


@pytest.mark.parametrize("name", FILES)
def test_an_awkward_file_is_a_picture_or_a_sentence(name):
    raw, end, colour = FILES[name]
    if end != TAKEN:
        with pytest.raises(PictureError, match=f"^{re.escape(end)}"):
            read(raw)
        return
    picture = read(raw)
    assert picture.mode == "RGB" and not picture.info
    assert picture.width <= decoding.WIDEST and picture.height <= decoding.TALLEST
    assert colour is None or near(picture.getpixel((4, 4)), colour)


@pytest.mark.parametrize("name", FILES)
def test_what_it_says_of_itself_is_plain_lines_or_nothing(name):
    raw = FILES[name].raw[:2_000_000]
    said = inscriptions.read(raw)
    for line in (said.caption, said.credit, said.people, said.place):
        assert line == " ".join(line.split()) and line.isprintable()
        assert SECRET not in line


@pytest.mark.parametrize("name", TALKATIVE)
def test_nothing_of_what_it_says_is_in_a_file_made_of_it(name):
    for made in (renditions.Made((20, 80)), renditions.Made((20, 80), avif=True)):
        for file_name, content in renditions.encode(read(FILES[name].raw), "anh/ab/cd.jpg", made):
            assert_bare(content, file_name)


def test_the_reader_of_bare_files_sees_what_a_file_says():
    for name in ("jpeg that tells all", "png that tells all", "webp that tells all", "avif that tells all"):
        with pytest.raises(AssertionError):
            assert_bare(FILES[name].raw, name)
    with pytest.raises(AssertionError):
        assert_bare(saved(halves(), "JPEG", comment=b"x"), "a comment")
    with pytest.raises(AssertionError):
        assert_bare(saved(halves(), "WEBP", icc_profile=b"x" * 200), "a profile")


def assert_bare(raw, name):
    """These bytes are a picture and nothing else: no EXIF, GPS, XMP, IPTC, profile, comment or thumbnail."""
    picture = Image.open(io.BytesIO(raw))
    picture.load()
    said = set(picture.info) - {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    said -= {"loop", "background", "timestamp", "duration"}  # WebP says them of any picture
    assert not said, (name, said)
    assert not dict(picture.getexif()), name
    for word in (SECRET.encode(), b"Exif", b"xmp", b"8BIM", b"GPS", b"ICC", b"<script", b"<?php"):
        assert word not in raw, (name, word)
    if picture.format == "JPEG":
        assert _segments(raw) <= {0xDB, 0xC0, 0xC2, 0xC4, 0xDA, 0xE0}, name
        # The only thing JFIF's own segment could hold is a thumbnail.
        assert raw[4:6] == b"\x00\x10", name
        assert raw.endswith(b"\xff\xd9") and raw.count(b"\xff\xd8\xff") == 1, name


def _segments(jpeg):
    found, at = set(), 2
    while at < len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xD9:
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        while jpeg[at : at + 1] and (jpeg[at] != 0xFF or jpeg[at + 1] in (0, *range(0xD0, 0xD8))):
            at += 1
    return found


# ---------------------------------------------------------------- memory and time


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "AVIF"])
def test_each_format_has_the_size_its_decoder_can_hold(kind, monkeypatch):
    raw = saved(halves(1200, 1000), kind)
    assert read(raw).size == (1200, 1000)
    monkeypatch.setitem(decoding.MOST_PIXELS, kind, 1)
    monkeypatch.setattr(decoding, "_pixels", lambda picture: pytest.fail("pixels were read"))
    with pytest.raises(PictureError, match=f"Ảnh {kind.replace('WEBP', 'WebP')} lớn hơn 1 megapixel"):
        read(raw)


def test_a_jpeg_is_made_small_while_it_is_read(monkeypatch):
    """Sixty megapixels are not unpacked: the decoder is asked for a picture little wider than what is kept."""
    loaded = []
    thumbnail = Image.Image.thumbnail

    def watched(self, *given):
        loaded.append(self.size)
        return thumbnail(self, *given)

    monkeypatch.setattr(Image.Image, "thumbnail", watched)
    assert read(FILES["jpeg of sixty megapixels"].raw).size == (1600, 960)
    assert loaded == [(2500, 1500)]


@pytest.mark.parametrize(("turn", "size"), [(1, (1600, 800)), (6, (1600, 3200))])
def test_a_turned_photograph_is_as_wide_as_one_that_lies(turn, size):
    exif = Image.Exif()
    exif[0x0112] = turn
    assert read(saved(Image.new("RGB", (3600, 1800)), "JPEG", exif=exif)).size == size


def test_a_tall_picture_fits_every_format():
    picture = read(saved(Image.new("RGB", (850, 17_000)), "PNG"))
    assert picture.size == (800, 16_000)
    assert renditions.rendition(picture, 800)


def test_scans_are_counted_through_what_looks_like_the_end():
    """A comment holds the mark of the end, and restarts and stuffed bytes are no marks."""
    raw = many_scans(30)
    usual = decoding.scans(saved(halves(640, 480), "JPEG", progressive=True))
    assert 6 <= usual <= 12
    hidden = raw[:2] + b"\xff\xfe\x00\x06\xff\xd9\xff\xda" + raw[2:]
    assert decoding.scans(raw) == decoding.scans(hidden) == usual + 30
    assert decoding.scans(saved(halves(), "JPEG")) == 1


def test_one_file_at_a_time_is_decoded(monkeypatch):
    inside, most = [], []
    pixels = decoding._pixels

    def watched(picture):
        inside.append(1)
        most.append(len(inside))
        try:
            return pixels(picture)
        finally:
            inside.pop()

    monkeypatch.setattr(decoding, "_pixels", watched)
    raw = saved(halves(640, 480), "JPEG")
    threads = [threading.Thread(target=read, args=[raw]) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 6
