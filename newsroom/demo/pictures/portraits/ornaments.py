"""What lies over the clothes, about the neck."""

from collections.abc import Callable

from ..canvas import Pen
from ..palette import Colour, darker, lighter, rgb
from .clothes import X


def stethoscope(pen: Pen) -> None:
    tube = rgb("2b3540")
    pen.stroke([(X - 112, 690), (X - 150, 800), (X - 120, 920), (X - 60, 990)], (14, 15, 14, 12), tube)
    pen.stroke([(X + 112, 690), (X + 144, 800), (X + 122, 880)], (14, 15, 13), tube)
    pen.disc(X - 52, 1004, 28, fill=rgb("8a9298"))
    pen.disc(X - 56, 998, 16, fill=rgb("d7dcdc"))


def standing_collar(ink: Colour, edge: Colour) -> Callable[[Pen], None]:
    """The collar of an áo dài, close about the neck."""

    def lay(pen: Pen) -> None:
        pen.blob(
            [
                (X - 112, 706),
                (X - 104, 640),
                (X, 684),
                (X + 104, 640),
                (X + 112, 706),
                (X + 60, 770),
                (X, 786),
                (X - 60, 770),
            ],
            lighter(ink, 0.08),
        )
        pen.stroke(
            [(X - 104, 644), (X - 50, 684), (X, 696), (X + 50, 684), (X + 104, 644)], (7, 9, 9, 9, 7), edge
        )
        pen.line([(X + 8, 696), (X + 14, 780)], 5, darker(ink, 0.4))

    return lay


def silver_collar(pen: Pen) -> None:
    """The ring of silver the old women of the upland wear."""
    for lift, ink in ((0, rgb("8f9698")), (-6, rgb("d9dcd6"))):
        pen.stroke(
            [
                (X - 128, 700 + lift),
                (X - 80, 790 + lift),
                (X, 824 + lift),
                (X + 80, 790 + lift),
                (X + 128, 700 + lift),
            ],
            (12, 18, 22, 18, 12),
            ink,
        )


def red_wool(pen: Pen) -> None:
    """The collar of red wool tufts of the Dao women."""
    for ink, shift in ((rgb("8f2732"), 5), (rgb("cf3f48"), 0), (rgb("e05a58"), -7)):
        r = 26 if ink[0] < 220 else 16
        for step in range(10):
            along = step / 9
            for side in (-1, 1):
                pen.disc(X + side * (122 - 96 * along) + shift, 694 + 300 * along + shift, r, fill=ink)
