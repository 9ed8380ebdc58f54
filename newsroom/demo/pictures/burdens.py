"""What people carry and ride: baskets, shoulder poles, bicycles."""

from dataclasses import replace

from .canvas import Pen
from .figures import WALK, Dress, Pose, person
from .palette import Colour, darker, rgb

GREENS = (rgb("5f9a4a"), rgb("86b552"), rgb("3f7a44"))
FRUIT = (rgb("e8843a"), rgb("f0b24a"), rgb("d8582f"))
ROOTS = (rgb("c9a06a"), rgb("b07a4a"), rgb("d8b884"))


def basket(pen: Pen, x: float, y: float, wide: float, weave: Colour, heap: tuple[Colour, ...], rng) -> None:
    """A round basket standing at (x, y) with a heap of fruit or greens."""
    tall = wide * 0.42
    pen.disc(x, y - tall, wide * 0.5, wide * 0.16, darker(weave, 0.4))
    for _ in range(26):
        fx, fy = x + rng.gauss(0, 0.19) * wide, y - tall - abs(rng.gauss(0.04, 0.08)) * wide
        pen.disc(fx, fy, wide * 0.07, wide * 0.06, rng.choice(heap))
    pen.shape(
        (
            (x - wide * 0.5, y - tall),
            (x - wide * 0.25, y - tall * 0.72),
            (x, y - tall * 0.64),
            (x + wide * 0.25, y - tall * 0.72),
            (x + wide * 0.5, y - tall),
            (x + wide * 0.36, y),
            (x, y + wide * 0.07),
            (x - wide * 0.36, y),
        ),
        weave,
    )
    pen.shape(
        (
            (x + wide * 0.1, y - tall * 0.66),
            (x + wide * 0.25, y - tall * 0.72),
            (x + wide * 0.5, y - tall),
            (x + wide * 0.36, y),
            (x + wide * 0.1, y + wide * 0.06),
        ),
        darker(weave, 0.22),
    )
    for i in (0.3, 0.6):
        pen.stroke(
            ((x - wide * 0.44, y - tall * i), (x, y - tall * i * 0.55), (x + wide * 0.44, y - tall * i)),
            (wide * 0.015 + 0.6, wide * 0.015 + 0.6),
            darker(weave, 0.35),
        )


def carrier(
    pen: Pen, x: float, y: float, tall: float, dress: Dress, face: int, heap: tuple[Colour, ...], rng
) -> None:
    """A woman walking with a shoulder pole and two baskets."""
    pole_y = y - tall * 0.83
    for end in (-1, 1):
        bx = x + end * tall * 0.48
        for cord in (-0.5, 0.5):
            pen.line(
                ((bx, pole_y + tall * 0.06), (bx + cord * tall * 0.22, y - tall * 0.24)), 1.6, (90, 70, 54)
            )
        basket(pen, bx, y - tall * 0.13, tall * 0.3, (176, 132, 78), heap, rng)
    pose = replace(WALK, arms=(((0.16, 0.72), (0.24, 0.8)), ((-0.06, 0.65), (-0.05, 0.5))))
    person(pen, x, y, tall, dress, pose, face)
    pen.stroke(
        ((x - tall * 0.52, pole_y + tall * 0.075), (x, pole_y), (x + tall * 0.52, pole_y + tall * 0.075)),
        (tall * 0.016, tall * 0.03, tall * 0.016),
        (120, 86, 52),
    )


def cyclist(
    pen: Pen, x: float, y: float, tall: float, dress: Dress, face: int = 1, ink: Colour = (40, 38, 46)
) -> None:
    """Someone riding a bicycle; the wheels stand at ``y``."""
    r = tall * 0.19

    def at(px: float, py: float) -> tuple[float, float]:
        return x + px * tall * face, y - py * tall

    for wx in (-0.3, 0.3):
        pen.ring(*at(wx, 0.19), r, r, tall * 0.02, ink)
    frame = [at(-0.3, 0.19), at(-0.08, 0.46), at(0.22, 0.46), at(0.0, 0.2), at(-0.08, 0.46)]
    pen.line(frame, tall * 0.018, ink)
    pen.line([at(-0.3, 0.19), at(0.0, 0.2)], tall * 0.018, ink)
    pen.line([at(0.3, 0.19), at(0.2, 0.6), at(0.13, 0.62)], tall * 0.02, ink)
    pose = Pose(
        hip=(-0.09, 0.54),
        neck=(0.02, 0.84),
        head=(0.05, 0.93),
        legs=(((0.1, 0.48), (-0.03, 0.28)), ((0.13, 0.38), (0.03, 0.13))),
        arms=(((0.08, 0.69), (0.16, 0.63)), ((0.06, 0.67), (0.15, 0.61))),
    )
    person(pen, x, y, tall, dress, pose, face)
