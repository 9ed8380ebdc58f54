"""Pixels in, files out: the width ladder and the crops of a picture, and what they are called. No models, no storage.

What is written carries no metadata: no place, no serial number, no thumbnail of what was cropped away. WebP is what
readers get; JPEG, in two widths, is for the few browsers that know no other format, and for machines. AVIF comes
beside it where the paper wants it (PICTURE_AVIF).
"""

import io
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PIL import Image, features

from . import decoding
from .decoding import FORMATS, NOT_A_PICTURE, PictureError

__all__ = ["FORMATS", "NOT_A_PICTURE", "PictureError"]

WIDTHS = (400, 800, decoding.WIDEST)
MAX_BYTES = 25 * 1024 * 1024
KNOWS_AVIF = features.check("avif")
SMALL_JPEG = 800
# A lead picture may weigh so much on a phone, which is offered the widths up to PHONE.
PHONE, PHONE_BYTES = 800, 96_000
SOCIAL_BYTES = 280_000
QUALITIES = {"WEBP": (75, 67, 59, 50, 40, 30), "JPEG": (84, 76, 68, 60, 50), "AVIF": (60, 52, 44, 36, 28)}
EXTENSIONS = {"WEBP": "webp", "JPEG": "jpg", "AVIF": "avif"}


class Shape(NamedTuple):
    """A crop: its ratio, and the widths it is offered in."""

    across: int
    down: int
    widths: tuple[int, ...]


SHAPES = {
    "lead": Shape(16, 10, (400, 800, 1280)),
    "card": Shape(3, 2, (400, 800)),
    "social": Shape(1200, 630, (1200,)),
}


@dataclass(frozen=True, slots=True)
class Made:
    """Which files lie beside a picture. As text it is Image.made: what was made before a setting or the point of focus
    was changed goes on being shown as it is.

    focus: the (x, y) of its crops in per cent, None where it has none, as pictures from before there were crops.
    """

    focus: tuple[int, int] | None = None
    avif: bool = False

    @classmethod
    def read(cls, text):
        """What str() wrote; anything else says nothing of crops."""
        found = re.fullmatch(r"2 (\d{1,3}),(\d{1,3})( avif)?", text)
        return cls((int(found[1]), int(found[2])), bool(found[3])) if found else cls()

    def __str__(self):
        if self.focus is None:
            return ""
        return f"2 {self.focus[0]},{self.focus[1]}" + (" avif" if self.avif else "")

    @property
    def formats(self):
        """Those of the ladder, the smallest files first."""
        return ("AVIF", "WEBP") if self.avif else ("WEBP",)


def read(raw):
    """Return the picture in `raw` (bytes) as decoding.pixels() does; PictureError also for what is too heavy."""
    if len(raw) > MAX_BYTES:
        raise PictureError(f"Ảnh nặng quá {MAX_BYTES // (1024 * 1024)} MB. Hãy giảm dung lượng rồi gửi lại.")
    return decoding.pixels(raw)


def likeness(picture):
    """What the picture looks like, as 16 hex digits: whether each of 64 places is darker than the next, in rows. The
    same photograph in another size differs in a few bits; "" where there is too little to see.
    """
    tones = picture.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = [tones[row * 9 + at] < tones[row * 9 + at + 1] for row in range(8) for at in range(8)]
    return f"{int(''.join('01'[bit] for bit in bits), 2):016x}" if 8 <= sum(bits) <= 56 else ""


# ---------------------------------------------------------------- what the files are called


def ladder(width, widths=WIDTHS):
    """The widths a picture `width` pixels wide is offered in: never upscaled, its own width last."""
    return [step for step in widths if step < width] + [min(width, widths[-1])]


def rendition_name(name, width, kind="WEBP"):
    """The file name of one rendition: anh/ab/cd.jpg -> anh/ab/cd-800.webp."""
    return f"{stem(name)}-{width}.{EXTENSIONS[kind]}"


def crop_name(name, shape, focus, width, kind="WEBP"):
    """The file name of one crop, of SHAPES: anh/ab/cd-card-40-60-800.webp. It names the focus, so that no cache ever
    shows the old one."""
    return f"{stem(name)}-{shape}-{focus[0]}-{focus[1]}-{width}.{EXTENSIONS[kind]}"


def crop_names(name, size, made, shape, kind="WEBP"):
    """{width: file name} of the crop of this shape, narrowest first; {} where none was made. size: (width, height).

    A picture that has this shape needs no crop: its ladder is told instead.
    """
    if made.focus is None:
        return {}
    left, top, right, bottom = crop_box(size, SHAPES[shape], made.focus)
    if kind in made.formats and (right - left, bottom - top) == tuple(size):
        return {width: rendition_name(name, width, kind) for width in ladder(size[0])}
    widths = ladder(right - left, SHAPES[shape].widths)
    return {width: crop_name(name, shape, made.focus, width, kind) for width in widths}


def file_names(name, size, made):
    """The names of every file of a picture of this size (width, height), itself included."""
    names = {name} | {rendition_name(name, width) for width in ladder(size[0])}
    if made.focus is None:
        return names
    names |= {rendition_name(name, width, kind) for kind in made.formats for width in ladder(size[0])}
    if size[0] > SMALL_JPEG:
        names.add(rendition_name(name, SMALL_JPEG, "JPEG"))
    for shape in ("lead", "card"):
        for kind in made.formats:
            names |= set(crop_names(name, size, made, shape, kind).values())
    return names | set(crop_names(name, size, made, "social", "JPEG").values())


def stem(name):
    """How the names of all files of a picture begin."""
    return name.rsplit(".", 1)[0]


def crop_box(size, shape, focus):
    """(left, top, right, bottom) of the largest part of this Shape with the focus, in per cent, as near its middle as
    the picture's edges allow. size: (width, height)."""
    width = min(size[0], max(1, round(size[1] * shape.across / shape.down)))
    height = min(size[1], max(1, round(size[0] * shape.down / shape.across)))
    left = round(size[0] * focus[0] / 100 - width / 2)
    top = round(size[1] * focus[1] / 100 - height / 2)
    left, top = max(0, min(left, size[0] - width)), max(0, min(top, size[1] - height))
    return left, top, left + width, top + height


# ---------------------------------------------------------------- the files


def encode(picture, name, made=None):
    """Return every file of this picture as a list of (file name, bytes): the JPEG `name` first.

    made: a Made; without one, as for a picture whose focus is in its middle.
    """
    made = made or Made((50, 50))
    jobs = [(name, partial(_encoded, picture, "JPEG"))]
    steps = {width: _narrowed(picture, width) for width in reversed(ladder(picture.width))}
    jobs += [
        (rendition_name(name, width, kind), partial(_encoded, step, kind))
        for kind in made.formats
        for width, step in steps.items()
    ]
    if picture.width > SMALL_JPEG and made.focus is not None:
        jobs.append((rendition_name(name, SMALL_JPEG, "JPEG"), partial(_encoded, steps[SMALL_JPEG], "JPEG")))
    return _done(jobs + _crop_jobs(picture, name, made))


def encode_crops(picture, name, made):
    """As encode(), the crops alone: for a picture whose point of focus was moved."""
    return _done(_crop_jobs(picture, name, made))


def _crop_jobs(picture, name, made):
    jobs = []
    for shape in SHAPES if made.focus is not None else ():
        box = crop_box(picture.size, SHAPES[shape], made.focus)
        if shape == "social":
            kinds, most = ("JPEG",), SOCIAL_BYTES
        elif box == (0, 0, *picture.size):
            continue
        else:
            kinds, most = made.formats, None
        part = picture.crop(box)
        steps = {width: _narrowed(part, width) for width in ladder(part.width, SHAPES[shape].widths)}
        for kind in kinds:
            names = crop_names(name, picture.size, made, shape, kind)
            jobs += [(names[width], partial(_encoded, step, kind, most)) for width, step in steps.items()]
    return jobs


def rendition(picture, width):
    """The bytes of the picture as WebP, `width` pixels wide."""
    return _encoded(_narrowed(picture, width), "WEBP")


def _narrowed(picture, width):
    if width == picture.width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _done(jobs):
    # Pillow's encoders leave the interpreter to others while they work.
    with ThreadPoolExecutor(2) as pool:
        return list(zip([name for name, _ in jobs], pool.map(lambda job: job[1](), jobs), strict=True))


def _encoded(picture, kind, most=None):
    """The bytes of a file of at most `most` bytes, if the lowest of QUALITIES allows."""
    most = most or (PHONE_BYTES if picture.width <= PHONE else None)
    # Saving writes the encoder's options into the picture, which another thread may be saving in another format.
    picture = picture.copy()
    for quality in QUALITIES[kind]:
        out = io.BytesIO()
        picture.save(out, kind, quality=quality, **_options(kind, picture.width))
        if most is None or out.tell() <= most:
            break
    return out.getvalue()


def _options(kind, width):
    """The encoder's effort: half the time is worth one to three per cent of the bytes."""
    if kind == "JPEG":
        return {"optimize": True, "progressive": True}
    if kind == "AVIF":
        return {"speed": 8 if width <= PHONE else 9}
    return {"method": 2}
