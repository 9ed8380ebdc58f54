"""Drawn portraits of those the demonstration paper has interviewed: head and shoulders, flat inks, light from the left.

``SITTERS`` names them by the address of the person; ``portrait`` makes one, the same every time.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from ..canvas import WIDTH, Canvas, Pen
from ..light import finish, glow
from ..palette import Colour, darker, lighter, mix, rgb
from . import clothes, hair, heads, ornaments
from .heads import Head

MIDDLE, TOP, FRAME = WIDTH / 2, 70, 900  # what is kept of the sheet: a square about the head
SIDE = 400  # pixels: a face in a circle, sharp on the finest screen


@dataclass(frozen=True)
class Sitter:
    """One person: the wall behind them, what they wear, their head."""

    ground: Colour
    dress: Callable[[Canvas], None]
    head: Head
    over: Callable[[Pen], None] | None = None  # what lies on the clothes and before the neck


SITTERS: dict[str, Sitter] = {
    "sam-thi-luu": Sitter(
        rgb("d9b48a"),
        clothes.long_dress(rgb("7d2f45"), rgb("e7c98a")),
        Head(hair=hair.bun, lips=rgb("a8483f")),
        ornaments.standing_collar(rgb("7d2f45"), rgb("e7c98a")),
    ),
    "nong-dinh-khoat": Sitter(
        rgb("8fb0a6"), clothes.shirt(rgb("f0ead8")), Head(hair=hair.parted, skin=rgb("c08a62"), broad=1.06)
    ),
    "ma-van-tai": Sitter(
        rgb("c7b56c"),
        clothes.shirt(rgb("66714c"), pocket=True),
        Head(
            hair=hair.thinning, skin=rgb("a9704c"), ink=rgb("8d8880"), broad=0.97, moustache=True, aged=True
        ),
    ),
    "nong-thi-hanh": Sitter(
        rgb("7fb3b0"),
        clothes.coat(rgb("f7f3e8"), rgb("4f8f96")),
        Head(hair=hair.tied, skin=rgb("d6a27a"), lips=rgb("b0564a")),
        ornaments.stethoscope,
    ),
    "lo-thi-sen": Sitter(
        rgb("b98a76"),
        clothes.indigo(rgb("2b3566"), rgb("d9573f"), rgb("e8c25a")),
        Head(hair=hair.scarf(rgb("232c58"), rgb("d9573f")), skin=rgb("b98560"), ink=rgb("b9b2a6"), aged=True),
        ornaments.silver_collar,
    ),
    "trieu-thi-may": Sitter(
        rgb("93ad74"),
        clothes.indigo(rgb("26304f"), rgb("c23a46"), rgb("f0d9b0")),
        Head(hair=hair.turban(rgb("26304f"), rgb("c23a46")), skin=rgb("c99068"), lips=rgb("a8483f")),
        ornaments.red_wool,
    ),
    "hoang-van-giap": Sitter(
        rgb("9db0c4"),
        clothes.jumper(rgb("6e5a46"), rgb("f0ead8")),
        Head(hair=hair.swept, skin=rgb("c99a72"), ink=rgb("55504e"), glasses=True, broad=0.96),
    ),
    "luong-quoc-tri": Sitter(
        rgb("b4a48e"),
        clothes.suit(rgb("2f3a4c"), rgb("9c3b34")),
        Head(hair=hair.swept, skin=rgb("cf9d74"), broad=1.08),
    ),
    "luong-duc-toai": Sitter(
        rgb("84a9bd"),
        clothes.vest(rgb("e0703a"), rgb("33506e")),
        Head(hair=hair.helmet(rgb("f2eee2")), skin=rgb("b57d56"), broad=1.02),
    ),
    "ma-dinh-khoat": Sitter(
        rgb("a3bf9f"),
        clothes.shirt(rgb("6f93a0"), pocket=True),
        Head(hair=hair.cap(rgb("2f4a66")), skin=rgb("a8714a"), moustache=True),
    ),
}


def portrait(name: str, side: int = SIDE) -> Image.Image:
    """The portrait ``name`` as a square RGB image of ``side`` pixels. KeyError for a name not in ``SITTERS``."""
    sitter = SITTERS[name]
    canvas = Canvas(side / FRAME, seed=name)
    canvas.sky((lighter(sitter.ground, 0.28), sitter.ground, darker(sitter.ground, 0.14)))
    glow(canvas, MIDDLE - 330, 250, 620, lighter(sitter.ground, 0.8), 0.5)
    with canvas.sheet(blur=5, opacity=0.5) as pen:  # the shadow on the wall
        pen.disc(MIDDLE + 120, 560, 250, 330, mix(sitter.ground, darker(sitter.ground, 0.5), 0.5))
    heads.behind(canvas, sitter.head)
    sitter.dress(canvas)
    heads.neck(canvas, sitter.head)
    if sitter.over:
        with canvas.sheet() as pen:
            sitter.over(pen)
    heads.face(canvas, sitter.head)
    whole = finish(canvas, grain=0.05)
    left, top = round((MIDDLE - FRAME / 2) * canvas.scale), round(TOP * canvas.scale)
    return whole.crop((left, top, left + side, top + side))
