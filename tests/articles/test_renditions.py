"""Pixels in, files out: what photographs come as, and what is sent to break the reader of them."""

import io
import struct
import warnings
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, features

from articles import decoding, renditions
from articles.renditions import Made, PictureError, encode, file_names, ladder, read, rendition_name

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 60), (30, 60, 200)


def saved(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def halves(width=320, height=240, left=RED, right=BLUE, mode="RGB"):
    """A picture whose left half has one colour and whose right half another."""
    picture = Image.new("RGB", (width, height), left)
    picture.paste(right, (width // 2, 0, width, height))
    return picture.convert(mode)


def near(pixel, colour, tolerance=24):
    return all(abs(a - b) <= tolerance for a, b in zip(pixel, colour, strict=True))


# ---------------------------------------------------------------- what cameras, phones and agencies send


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_every_format_of_the_list_comes_through(kind):
    if kind == "AVIF" and not features.check("avif"):
        pytest.fail("Pillow was built without AVIF: phones send it")
    picture = read(saved(halves(), kind))
    assert (picture.mode, picture.size) == ("RGB", (320, 240))
    assert near(picture.getpixel((40, 120)), RED, 40) and near(picture.getpixel((280, 120)), BLUE, 40)


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGBA", "LA", "RGB"])
def test_every_mode_of_png_becomes_rgb(mode):
    picture = read(saved(halves(left=(0, 0, 0), right=(255, 255, 255), mode=mode), "PNG"))
    assert near(picture.getpixel((40, 120)), (0, 0, 0)) and near(
        picture.getpixel((280, 120)), (255, 255, 255)
    )


def test_sixteen_bits_keep_their_tones():
    wide = Image.new("I;16", (64, 64))
    wide.putdata([256 * (number % 64) * 4 for number in range(64 * 64)])
    picture = read(saved(wide, "PNG"))
    assert abs(picture.getpixel((32, 10))[0] - 128) <= 2
    assert picture.getpixel((63, 10))[0] > 240


def test_sixteen_bits_with_a_transparent_tone():
    wide = Image.new("I;16", (64, 64), 40_000)
    assert read(saved(wide, "PNG", transparency=40_000)).mode == "RGB"


def test_cmyk_from_the_agency_is_seen_in_its_colours():
    picture = read(saved(halves(left=(255, 0, 0), right=(0, 0, 255)).convert("CMYK"), "JPEG", quality=95))
    assert picture.mode == "RGB"
    assert near(picture.getpixel((40, 120)), (255, 0, 0), 40)


def test_a_profile_of_colours_is_applied_and_a_broken_one_ignored():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for told in (profile, b"not a profile", profile[:200]):
        picture = read(saved(halves(), "JPEG", icc_profile=told, quality=95))
        assert near(picture.getpixel((40, 120)), RED)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_lies_on_white_paper(mode):
    clear = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    raw = saved(clear.convert(mode) if mode != "P" else clear.quantize(), "PNG")
    assert read(raw).getpixel((30, 30)) == (255, 255, 255)


def test_palette_transparency_lies_on_white_paper():
    palette = Image.new("P", (64, 64), 3)
    palette.putpalette([0, 0, 0] * 256)
    assert read(saved(palette, "PNG", transparency=3)).getpixel((30, 30)) == (255, 255, 255)
    assert read(saved(palette, "GIF", transparency=3)).getpixel((30, 30)) == (255, 255, 255)


def test_of_a_moving_picture_the_first_one_stays():
    frames = [Image.new("RGB", (64, 64), colour) for colour in (RED, GREEN, BLUE)]
    for kind in ("GIF", "PNG", "WEBP"):
        raw = saved(frames[0], kind, save_all=True, append_images=frames[1:])
        assert near(read(raw).getpixel((30, 30)), RED)


ORIENTATIONS = {1: RED, 2: BLUE, 3: BLUE, 4: RED, 5: RED, 6: RED, 7: BLUE, 8: BLUE}


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_a_photo_stands_as_it_was_taken(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = read(saved(halves(320, 160), "JPEG", exif=exif, quality=95))
    assert picture.size == ((320, 160) if orientation < 5 else (160, 320))
    assert near(picture.getpixel((10, 10)), ORIENTATIONS[orientation])


def test_nothing_of_the_camera_and_its_place_is_left():
    exif = Image.Exif()
    exif[0x010F] = "Hãng máy ảnh"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (21.0, 35.0, 12.0)
    raw = saved(halves(), "JPEG", exif=exif, comment=b"serial 0042")
    assert Image.open(io.BytesIO(raw)).getexif().get_ifd(0x8825)
    for name, content in encode(read(raw), "anh/ab/cd.jpg"):
        written = Image.open(io.BytesIO(content))
        assert not dict(written.getexif()) and not written.getexif().get_ifd(0x8825), name
        assert not {"exif", "icc_profile", "comment", "xmp", "photoshop"} & set(written.info), name
        assert b"serial" not in content and b"Exif" not in content


# ---------------------------------------------------------------- the ladder


@pytest.mark.parametrize(
    ("width", "steps"),
    [
        (16, [16]),
        (399, [399]),
        (400, [400]),
        (401, [400, 401]),
        (1000, [400, 800, 1000]),
        (1600, [400, 800, 1600]),
    ],
)
def test_the_ladder_never_makes_a_picture_larger(width, steps):
    assert ladder(width) == steps
    assert max(ladder(width)) <= width


def test_the_ladder_is_what_is_written():
    picture = read(saved(halves(2000, 500), "JPEG"))
    files = encode(picture, "anh/ab/cd.jpg")
    sizes = {name: Image.open(io.BytesIO(content)).size for name, content in files}
    assert sizes == {
        "anh/ab/cd.jpg": (1600, 400),
        "anh/ab/cd-400.webp": (400, 100),
        "anh/ab/cd-800.webp": (800, 200),
        "anh/ab/cd-1600.webp": (1600, 400),
        "anh/ab/cd-800.jpg": (800, 200),
        "anh/ab/cd-lead-50-50-400.webp": (400, 250),
        "anh/ab/cd-lead-50-50-640.webp": (640, 400),
        "anh/ab/cd-card-50-50-400.webp": (400, 267),
        "anh/ab/cd-card-50-50-600.webp": (600, 400),
        "anh/ab/cd-social-50-50-762.jpg": (762, 400),
    }
    assert file_names("anh/ab/cd.jpg", picture.size, Made((50, 50))) == set(sizes)
    assert {rendition_name("anh/ab/cd.jpg", width) for width in ladder(picture.width)} < set(sizes)


def test_the_same_picture_gives_the_same_bytes():
    picture = read(saved(halves(), "JPEG"))
    assert encode(picture, "a.jpg") == encode(picture, "a.jpg")


# ---------------------------------------------------------------- what is not a picture


def png_of(width, height):
    """A PNG that claims a size and holds next to nothing."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 64))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(7746, 7746), (60_000, 30_000), (2**31 - 1, 1), (100_000, 100_000)])
def test_a_bomb_is_refused_by_what_it_claims_before_a_pixel_is_read(size, monkeypatch):
    monkeypatch.setattr(decoding, "_pixels", lambda picture: pytest.fail("pixels were read"))
    with pytest.raises(PictureError):
        read(png_of(*size))


def test_a_file_that_is_too_heavy_is_refused_unread():
    with pytest.raises(PictureError, match="nặng quá 25 MB"):
        read(b"\xff\xd8\xff" + b"\0" * renditions.MAX_BYTES)


@pytest.mark.parametrize("size", [(15, 400), (400, 15), (16, 400), (1, 1)])
def test_a_picture_too_small_or_too_long_is_refused(size):
    with pytest.raises(PictureError, match="quá nhỏ hoặc quá dài"):
        read(saved(Image.new("RGB", size), "PNG"))


EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n%%EndComments\n(x) run\nshowpage\n%%EOF\n"
NOT_PICTURES = {
    "nothing": b"",
    "text": "Đây là văn bản, không phải ảnh.".encode() * 40,
    "html": b"<html><script>alert(1)</script></html>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><script>alert(1)</script></svg>',
    "eps": EPS,
    "pdf": b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF",
    "bmp": saved(halves(), "BMP"),
    "tiff": saved(halves(), "TIFF"),
    "ico": saved(halves(64, 64), "ICO"),
    "jpeg's first bytes": b"\xff\xd8\xff\xe0" + b"\0" * 200,
    "jpeg cut short": saved(halves(), "JPEG")[:400],
    "png cut short": saved(halves(), "PNG")[:-60],
    "webp cut short": saved(halves(), "WEBP")[:-60],
    "gif cut short": saved(halves(), "GIF")[:60],
    "zip": b"PK\x03\x04" + b"\0" * 100,
}


@pytest.mark.parametrize("what", NOT_PICTURES)
def test_what_is_not_a_picture_is_refused_with_a_sentence(what):
    with pytest.raises(PictureError) as refusal:
        read(NOT_PICTURES[what])
    assert str(refusal.value) == renditions.NOT_A_PICTURE


def test_a_picture_with_a_page_behind_it_leaves_the_page_behind():
    picture = read(saved(halves(), "JPEG") + b"<script>alert(1)</script><?php ?>")
    assert not [
        name for name, content in encode(picture, "a.jpg") if b"<script>" in content or b"<?php" in content
    ]


SOUND = [saved(halves(48, 32), kind) for kind in ("JPEG", "PNG", "GIF", "WEBP", "AVIF")]


@settings(max_examples=150)
@given(
    st.sampled_from(SOUND),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), min_size=1, max_size=12),
    st.integers(0, 400),
)
def test_a_damaged_file_is_a_picture_or_a_sentence_and_nothing_else(raw, changes, cut):
    damaged = bytearray(raw[: len(raw) - cut] if cut % 3 == 0 else raw)
    for place, value in changes:
        if damaged:
            damaged[place % len(damaged)] = value
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            assert read(bytes(damaged)).mode == "RGB"
        except PictureError as refusal:
            assert str(refusal)
