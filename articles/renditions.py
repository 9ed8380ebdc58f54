"""Pixels in, files out: check an upload, strip it to its pixels, encode the width ladder. No models, no storage.

A picture is decoded once, by a decoder named in advance; size is checked before a pixel is read. What is written
carries no metadata: no place, no serial number, no thumbnail of what was cropped away.
"""

import io
import struct
import warnings
import zlib

from PIL import Image, ImageCms

WIDTHS = (400, 800, 1600)
MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")

# What decoders raise over a damaged file; UnidentifiedImageError is an OSError.
DECODERS_GIVE_UP = (OSError, SyntaxError, EOFError, ValueError, MemoryError, RuntimeError, struct.error, zlib.error)
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
NOT_A_PICTURE = "Tệp này không phải ảnh JPEG, PNG, WebP, AVIF hoặc GIF, hay đã hỏng. Hãy xuất lại ảnh rồi gửi lại."


class PictureError(ValueError):
    """The upload cannot become a picture; the message says why, in Vietnamese, to the person who sent it."""


def read(raw):
    """Return the picture in `raw` (bytes) as RGB pixels, upright, in sRGB, at most WIDTHS[-1] wide, without metadata.

    Raises PictureError for what is too large, broken or not one of FORMATS.
    """
    if len(raw) > MAX_BYTES:
        raise PictureError(f"Ảnh nặng quá {MAX_BYTES // (1024 * 1024)} MB. Hãy giảm dung lượng rồi gửi lại.")
    try:
        with warnings.catch_warnings():
            # Pillow warns of what matters nothing here: sizes below its own limit (ours is stricter), damaged metadata.
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(raw), formats=FORMATS)
            _check_size(*picture.size)
            return _pixels(picture)
    except Image.DecompressionBombError:
        raise PictureError(_too_many_pixels()) from None
    except PictureError:
        raise
    except DECODERS_GIVE_UP as error:
        raise PictureError(NOT_A_PICTURE) from error


def _too_many_pixels():
    return f"Ảnh lớn hơn {MAX_PIXELS // 1_000_000} megapixel. Hãy thu nhỏ ảnh rồi gửi lại."


def _check_size(width, height):
    if width * height > MAX_PIXELS:
        raise PictureError(_too_many_pixels())
    if min(width, height) < 16 or max(width, height) / min(width, height) > 20:
        raise PictureError("Ảnh quá nhỏ hoặc quá dài so với chiều ngang, không dùng trên trang báo được.")


def _pixels(picture):
    picture.seek(0)
    if picture.format == "JPEG":
        # The decoder shrinks while it reads: a 24-megapixel photo costs a quarter of the time.
        picture.draft("RGB", (WIDTHS[-1] * 2, WIDTHS[-1] * 2))
    profile = picture.info.get("icc_profile")
    picture = _upright(picture)
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    elif picture.mode in ("P", "1"):
        picture = picture.convert("RGB")
    # Made small before anything copies it: fifty megapixels are two hundred megabytes.
    picture.thumbnail((WIDTHS[-1], WIDTHS[-1] * 20), Image.Resampling.LANCZOS)
    if picture.mode == "RGBA":
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture).convert("RGB")
    picture = _to_srgb(picture, profile)
    picture.info = {}
    return picture


def _upright(picture):
    """Turned as the camera was held. Not by ImageOps.exif_transpose(), which fails over damaged tags it writes back."""
    picture.load()
    try:
        turn = TURNS.get(picture.getexif().get(ORIENTATION))
    except (*DECODERS_GIVE_UP, TypeError, KeyError):
        # The pixels are sound, what the camera said of them is not: as they lie, then.
        turn = None
    return picture if turn is None else picture.transpose(turn)


def _to_srgb(picture, profile):
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            return ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A broken profile says nothing about the pixels: read them as they are.
            return picture.convert("RGB")
    return picture.convert("RGB")


def ladder(width):
    """The widths a picture `width` pixels wide is offered in: never upscaled, its own width last."""
    return [step for step in WIDTHS if step < width] + [min(width, WIDTHS[-1])]


def rendition_name(name, width):
    """The file name of one WebP rendition: anh/ab/cd.jpg -> anh/ab/cd-800.webp."""
    return f"{name.rsplit('.', 1)[0]}-{width}.webp"


def encode(picture, name):
    """Return every file of this picture as a list of (file name, bytes): the JPEG `name`, then the WebP ladder."""
    files = [(name, _encoded(picture, "JPEG", quality=84, optimize=True, progressive=True))]
    files += [(rendition_name(name, width), rendition(picture, width)) for width in ladder(picture.width)]
    return files


def rendition(picture, width):
    """The bytes of the picture as WebP, `width` pixels wide."""
    height = max(1, round(picture.height * width / picture.width))
    step = picture if width == picture.width else picture.resize((width, height), Image.Resampling.LANCZOS)
    return _encoded(step, "WEBP", quality=80, method=4)


def _encoded(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
