"""Heads: a face in a few flat shapes. It stands about (800, 430), its chin at 630; hair.py has what frames it."""

from collections.abc import Callable
from dataclasses import dataclass

from ..canvas import Canvas, Pen, Rim
from ..lines import curve
from ..palette import Colour, darker, lighter, mix, rgb

X, Y = 800, 430
EYES = rgb("2a2226")


@dataclass(frozen=True)
class Head:
    """``hair(pen, head, behind)`` is called twice: for what lies behind the shoulders, and for what frames the face."""

    hair: Callable[[Pen, "Head", bool], None]
    skin: Colour = (206, 152, 112)
    ink: Colour = (40, 32, 36)
    lips: Colour | None = None
    broad: float = 1.0
    moustache: bool = False
    glasses: bool = False
    aged: bool = False

    def at(self, dx: float, dy: float) -> tuple[float, float]:
        return X + dx * self.broad, Y + dy


def behind(canvas: Canvas, head: Head) -> None:
    with canvas.sheet() as pen:
        head.hair(pen, head, True)


def neck(canvas: Canvas, head: Head) -> None:
    shade = darker(head.skin, 0.16)
    with canvas.cut(shade) as pen:
        pen.blob([head.at(-92, 120), head.at(92, 120), head.at(98, 300), (X, 790), head.at(-98, 300)])
    with canvas.cut(darker(head.skin, 0.42), blur=7, opacity=0.75) as pen:  # the chin's shadow
        pen.blob(
            [head.at(-86, 160), head.at(100, 150), head.at(104, 262), head.at(30, 290), head.at(-60, 232)]
        )


def face(canvas: Canvas, head: Head) -> None:
    skin, dark = head.skin, darker(head.skin, 0.22)
    outline = [
        head.at(*point)
        for point in (
            (0, -218), (-104, -182), (-152, -70), (-150, 40), (-118, 140), (-52, 206), (0, 218),
            (52, 206), (118, 140), (150, 40), (152, -70), (104, -182),
        )
    ]  # fmt: skip
    with canvas.sheet() as pen:
        for side in (-1, 1):
            pen.disc(*head.at(side * 154, 24), 30, 50, dark if side > 0 else mix(skin, dark, 0.35))
    with canvas.cut(skin, rim=Rim(lighter(skin, 0.5), 16, 8, 18, 0.5)) as pen:
        pen.blob(outline)
    with canvas.cut(dark, blur=10, opacity=0.5) as pen:  # the side away from the light
        right = [head.at(150, -90), head.at(150, 40), head.at(117, 138), head.at(50, 204)]
        pen.shape(
            curve(
                [head.at(96, -170), *right, head.at(64, 120), head.at(86, 20), head.at(70, -90)], closed=True
            )
        )
    with canvas.sheet() as pen:
        _features(pen, head)
    with canvas.sheet(rim=Rim(lighter(head.ink, 0.4), 10, 8, 10, 0.4)) as pen:
        head.hair(pen, head, False)


def _features(pen: Pen, head: Head) -> None:
    dark, brow = darker(head.skin, 0.34), mix(head.ink, darker(head.skin, 0.6), 0.25)
    for side in (-1, 1):
        pen.stroke(
            [head.at(side * 102, -34), head.at(side * 72, -50), head.at(side * 34, -40)], (9, 15, 11), brow
        )
        pen.stroke([head.at(side * 92, 6), head.at(side * 66, -6), head.at(side * 40, 6)], (6, 11, 6), EYES)
        pen.disc(*head.at(side * 66, 7), 11, 12, EYES)
        if head.aged:
            pen.stroke(
                [head.at(side * 98, 32), head.at(side * 70, 42), head.at(side * 48, 34)], (3, 6, 3), dark
            )
            pen.stroke(
                [head.at(side * 62, 84), head.at(side * 78, 116), head.at(side * 74, 140)], (3, 7, 3), dark
            )
    pen.stroke(
        [head.at(14, -16), head.at(26, 52), head.at(30, 72), head.at(4, 84), head.at(-16, 78)],
        (5, 10, 14, 10, 4),
        dark,
    )
    lips = head.lips or mix(dark, rgb("8a3f38"), 0.35)
    pen.stroke(
        [head.at(-48, 126), head.at(-14, 134), head.at(14, 134), head.at(50, 122)], (5, 15, 15, 5), lips
    )
    pen.stroke([head.at(-20, 158), head.at(2, 162), head.at(24, 157)], (3, 7, 3), dark)
    if head.moustache:
        pen.stroke(
            [head.at(-54, 116), head.at(-22, 102), head.at(0, 106), head.at(22, 102), head.at(54, 114)],
            (7, 22, 18, 22, 7),
            head.ink,
        )
    if head.glasses:
        for side in (-1, 1):
            pen.ring(*head.at(side * 68, 4), 52, 44, 8, darker(head.ink, 0.2))
            pen.line([head.at(side * 118, -4), head.at(side * 150, -12)], 8, darker(head.ink, 0.2))
        pen.line([head.at(-18, -4), head.at(18, -4)], 8, darker(head.ink, 0.2))
