"""Bytes in, pixels out: what somebody sent becomes an upright RGB picture in sRGB, small enough to be kept in memory.

The decoders are named in advance, sizes are looked at before a pixel is read, and one file at a time is decoded in a
process: whatever is sent, the memory of a worker grows by less than half a gigabyte.
"""

import io
import re
import struct
import threading
import warnings
import zlib
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageCms

WIDEST, TALLEST = 1600, 16_000  # pixels of what is kept; WebP knows no side above 16383
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
MEGAPIXEL = 1_000_000
# By what a decoder needs in memory for each pixel (bench/pictures.py measures). JPEG's shrinks while it reads.
MOST_PIXELS = {"JPEG": 110, "PNG": 50, "GIF": 50, "AVIF": 30, "WEBP": 25}
# A JPEG of several scans (progressive) is held whole; each scan goes over every pixel, and may cost a hundred bytes.
MOST_PIXELS_IN_SCANS = 64
MOST_SCANNED = 1_200
LARGEST_PROFILE = 4 * 1024 * 1024

# What decoders raise over a damaged file; UnidentifiedImageError is an OSError.
GIVE_UP = (OSError, SyntaxError, EOFError, ValueError, MemoryError, RuntimeError, struct.error, zlib.error)
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
NOT_A_PICTURE = (
    "Tệp này không phải ảnh JPEG, PNG, WebP, AVIF hoặc GIF, hay đã hỏng. Hãy xuất lại ảnh rồi gửi lại."
)
HEIC = "Ảnh HEIC của điện thoại chưa dùng được ở đây. Hãy chuyển sang JPEG rồi gửi lại."
UNUSUAL = "Ảnh JPEG này được nén bất thường, không mở được. Hãy xuất lại ảnh rồi gửi lại."
BADLY_SHAPED = "Ảnh quá nhỏ hoặc quá dài so với chiều ngang, không dùng trên trang báo được."

_one_at_a_time = threading.Lock()


class PictureError(ValueError):
    """The upload cannot become a picture; the message says why, in Vietnamese, to the person who sent it."""


@contextmanager
def opened(raw):
    """The file in `raw` (bytes) as Pillow sees it, not decoded yet: one at a time in a process.

    May raise any of GIVE_UP, or Image.DecompressionBombError.
    """
    # Warnings are the whole process' business, too.
    with _one_at_a_time, warnings.catch_warnings():
        # Pillow warns of what matters nothing here: sizes below its own limit (ours is stricter), damaged metadata.
        warnings.simplefilter("ignore")
        yield Image.open(io.BytesIO(raw), formats=FORMATS)


def pixels(raw):
    """Return the picture in `raw` (bytes) as RGB pixels, upright, in sRGB, at most WIDEST x TALLEST, without metadata.

    Raises PictureError for what is too large, broken or not one of FORMATS.
    """
    try:
        with opened(raw) as picture:
            _check_size(picture, raw)
            return _pixels(picture)
    except Image.DecompressionBombError:
        raise PictureError(_too_many(MOST_PIXELS["JPEG"])) from None
    except PictureError:
        raise
    except GIVE_UP as error:
        raise PictureError(HEIC if raw[4:12] in (b"ftypheic", b"ftypheix") else NOT_A_PICTURE) from error


def _too_many(megapixels, kind=""):
    return f"Ảnh {kind} lớn hơn {megapixels} megapixel. Hãy thu nhỏ ảnh rồi gửi lại.".replace("  ", " ")


def _check_size(picture, raw):
    width, height = picture.size
    kind = "JPEG" if picture.format == "MPO" else picture.format
    most = MOST_PIXELS[kind]
    if kind == "JPEG" and (passes := scans(raw)) > 1:
        most = MOST_PIXELS_IN_SCANS
        if passes * width * height > MOST_SCANNED * MEGAPIXEL or passes > MOST_SCANNED:
            raise PictureError(UNUSUAL)
    if width * height > most * MEGAPIXEL:
        raise PictureError(_too_many(most, {"JPEG": "", "WEBP": "WebP"}.get(kind, kind)))
    if min(width, height) < 16 or max(width, height) / min(width, height) > 20:
        raise PictureError(BADLY_SHAPED)


# A byte FF that is no data of a scan: not stuffed (00), no restart (D0 to D7), no filling (FF).
_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])", re.DOTALL)
_START_OF_SCAN, _END, _ALONE = 0xDA, 0xD9, (0x01, 0xD8)


def scans(raw):
    """How many scans a JPEG file (bytes) holds, of its first picture; more than MOST_SCANNED are not counted."""
    found, at = 0, 0
    while found <= MOST_SCANNED and (mark := _MARKER.search(raw, at)):
        kind, at = mark[1][0], mark.end()
        if kind == _END:
            break
        found += kind == _START_OF_SCAN
        if kind not in _ALONE:
            at += max(2, int.from_bytes(raw[at : at + 2], "big"))
    return found


def _pixels(picture):
    picture.seek(0)
    turn = _turn(picture)
    if picture.format in ("JPEG", "MPO"):
        # The decoder shrinks while it reads: a photograph of 24 megapixels costs half the time, one of 100 no memory.
        picture.draft("RGB", _fitting(picture.size, _limits(turn)))
    profile = picture.info.get("icc_profile")
    picture.load()
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        picture = _in_eight_bits(picture)
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = _on_paper(picture)
    elif picture.mode == "P":
        picture = picture.convert("RGB")
    elif picture.mode == "1":
        picture = picture.convert("L")
    if picture.mode == "CMYK" and "adobe" not in picture.info:
        # Pillow takes every CMYK for Photoshop's, which writes its inks the other way round.
        picture = ImageChops.invert(picture)
    # Made small before anything copies it: fifty megapixels are two hundred megabytes.
    picture.thumbnail(_limits(turn), Image.Resampling.LANCZOS)
    if turn is not None:
        picture = picture.transpose(turn)
    picture = _to_srgb(picture, profile)
    picture.info = {}
    return picture


def _limits(turn):
    """The width and the height a picture may have before this turn (of TURNS, or None)."""
    lies_across = turn in (TURNS[5], TURNS[6], TURNS[7], TURNS[8])
    return (TALLEST, WIDEST) if lies_across else (WIDEST, TALLEST)


def _fitting(size, limits):
    """The size, in whole pixels, of a picture of this size where it fits within the limits; never larger than it is."""
    scale = min(1, *(limit / side for limit, side in zip(limits, size, strict=True)))
    return tuple(max(1, int(side * scale)) for side in size)


def _turn(picture):
    """How the camera was held, as one of TURNS. Not by ImageOps.exif_transpose(), which fails over damaged tags."""
    try:
        return TURNS.get(picture.getexif().get(ORIENTATION))
    except (*GIVE_UP, TypeError, KeyError):
        # What the camera said of itself is damaged, the pixels need not be: as they lie, then.
        return None


def _strips(picture):
    """(strip, its top) from above: what changes every pixel of a whole picture needs its memory several times."""
    for top in range(0, picture.height, 256):
        yield picture.crop((0, top, picture.width, min(top + 256, picture.height))), top


def _on_paper(picture):
    """What is transparent lies on white."""
    paper = Image.new("RGB", picture.size, "white")
    for strip, top in _strips(picture):
        strip = strip.convert("RGBA")
        paper.paste(strip, (0, top), strip)
    return paper


def _in_eight_bits(picture):
    """A picture of 16 bits in one channel as "L"."""
    small = Image.new("L", picture.size)
    for strip, top in _strips(picture):
        small.paste(strip.convert("I").point(lambda value: value * (1 / 256)).convert("L"), (0, top))
    # A tone of 16 bits that is transparent has no name among 256: the picture is opaque.
    return small


def _to_srgb(picture, profile):
    if profile and len(profile) <= LARGEST_PROFILE and picture.mode in ("RGB", "CMYK", "L"):
        try:
            return ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            # A broken profile says nothing about the pixels: read them as they are.
            return picture.convert("RGB")
    return picture.convert("RGB")
