"""Pixels in, files out: check an upload, strip it to its pixels, encode the width ladder. No models, no storage.

A picture is decoded once, by a decoder named in advance; size is checked before a pixel is read. What is written
carries no metadata: no place, no serial number, no thumbnail of what was cropped away.
"""

import io
import warnings

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

WIDTHS = (400, 800, 1600)
MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")

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
            # Above its own threshold Pillow only warns; our limit below is the stricter one.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(raw), formats=FORMATS)
            _check_size(*picture.size)
            return _pixels(picture)
    except Image.DecompressionBombError:
        raise PictureError(_too_many_pixels()) from None
    except (UnidentifiedImageError, OSError, SyntaxError, EOFError, ValueError, MemoryError) as error:
        if isinstance(error, PictureError):
            raise
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
    picture = ImageOps.exif_transpose(picture)
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture).convert("RGB")
    picture = _to_srgb(picture, profile)
    picture.thumbnail((WIDTHS[-1], WIDTHS[-1] * 20), Image.Resampling.LANCZOS)
    picture.info = {}
    return picture


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
    for width in ladder(picture.width):
        height = max(1, round(picture.height * width / picture.width))
        step = picture if width == picture.width else picture.resize((width, height), Image.Resampling.LANCZOS)
        files.append((rendition_name(name, width), _encoded(step, "WEBP", quality=80, method=4)))
    return files


def _encoded(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
