"""Rooms in one-point perspective, and what stands in them: windows, shelves, people seen from behind."""

from collections.abc import Sequence

from .canvas import Canvas, Pen
from .lines import Camera
from .palette import Colour, darker, lighter, mix


class Room:
    """A box of a room: x from ``left`` to ``right``, up to ``high``, from near the eye to its end wall at ``far``."""

    def __init__(
        self,
        canvas: Canvas,
        cam: Camera,
        left: float,
        right: float,
        high: float,
        far: float,
        near: float = 1.2,
    ):
        self.canvas, self.cam = canvas, cam
        self.left, self.right, self.high, self.far, self.near = left, right, high, far, near

    def floor(
        self, pen: Pen, x0: float, x1: float, z0: float, z1: float, ink: Colour | None, y: float = 0
    ) -> None:
        at = self.cam.at
        pen.shape([at(x0, y, z0), at(x1, y, z0), at(x1, y, z1), at(x0, y, z1)], ink)

    def side(
        self, pen: Pen, x: float, y0: float, y1: float, z0: float, z1: float, ink: Colour | None
    ) -> None:
        at = self.cam.at
        pen.shape([at(x, y0, z0), at(x, y1, z0), at(x, y1, z1), at(x, y0, z1)], ink)

    def end(
        self, pen: Pen, x0: float, x1: float, y0: float, y1: float, ink: Colour | None, z: float | None = None
    ) -> None:
        (ax, ay), (bx, by) = self.cam.at(x0, y1, z or self.far), self.cam.at(x1, y0, z or self.far)
        pen.box(ax, ay, bx, by, ink)

    def build(
        self,
        floor: tuple[Colour, Colour],
        ceiling: tuple[Colour, Colour],
        left: Colour,
        right: Colour,
        end: Colour,
    ) -> None:
        """The bare room; floor and ceiling are washed from far to near."""
        cam, canvas = self.cam, self.canvas
        with canvas.cut(*floor, (cam.at(0, 0, self.far)[1], 1067)) as pen:
            self.floor(pen, self.left, self.right, self.far, self.near, None)
        with canvas.cut(ceiling[1], ceiling[0], (0, cam.at(0, self.high, self.far)[1])) as pen:
            self.floor(pen, self.left, self.right, self.far, self.near, None, self.high)
        with canvas.sheet() as pen:
            self.side(pen, self.left, 0, self.high, self.far, self.near, left)
            self.side(pen, self.right, 0, self.high, self.far, self.near, right)
            self.end(pen, self.left, self.right, 0, self.high, end)

    def window(
        self,
        pen: Pen,
        x: float,
        y0: float,
        y1: float,
        z0: float,
        z1: float,
        glass: Colour,
        frame: Colour,
        panes: tuple[int, int] = (3, 2),
    ) -> None:
        """A window in a side wall at ``x`` with its bars."""
        self.side(pen, x, y0 - 0.08, y1 + 0.08, z0 + 0.08, z1 - 0.08, frame)
        self.side(pen, x, y0, y1, z0, z1, glass)
        across, up = panes
        for i in range(1, across):
            z = z0 + (z1 - z0) * i / across
            pen.line((self.cam.at(x, y0, z), self.cam.at(x, y1, z)), max(1.5, self.cam.size(0.045, z)), frame)
        for i in range(1, up):
            y = y0 + (y1 - y0) * i / up
            pen.line(
                (self.cam.at(x, y, z0), self.cam.at(x, y, z1)), max(1.5, self.cam.size(0.045, z1)), frame
            )


def seated_back(
    pen: Pen,
    x: float,
    y: float,
    s: float,
    shirt: Colour,
    hair: Colour,
    scarf: Colour | None = None,
    long_hair: bool = False,
    hand: int = 0,
    lit: int = -1,
    skin: Colour = (196, 142, 106),
) -> None:
    """Someone sitting, seen from behind: head and shoulders above a bench at ``y``; ``s`` is the height shown."""
    if hand:
        pen.stroke(
            (
                (x + hand * s * 0.3, y - s * 0.42),
                (x + hand * s * 0.42, y - s * 0.62),
                (x + hand * s * 0.36, y - s * 1.06),
            ),
            (s * 0.15, s * 0.12, s * 0.09),
            lighter(shirt, 0.1) if hand == lit else darker(shirt, 0.1),
        )
        pen.disc(x + hand * s * 0.36, y - s * 1.1, s * 0.06, s * 0.075, skin)
    body = [
        (x - s * 0.4, y),
        (x - s * 0.42, y - s * 0.3),
        (x - s * 0.3, y - s * 0.48),
        (x - s * 0.1, y - s * 0.54),
        (x + s * 0.1, y - s * 0.54),
        (x + s * 0.3, y - s * 0.48),
        (x + s * 0.42, y - s * 0.3),
        (x + s * 0.4, y),
    ]
    pen.blob(body, darker(shirt, 0.14))
    shift = lit * s * 0.09
    pen.blob([(px * 0.72 + x * 0.28 + shift, py) for px, py in body], shirt)
    if scarf:
        pen.shape(((x - s * 0.2, y - s * 0.54), (x + s * 0.2, y - s * 0.54), (x, y - s * 0.3)), scarf)
    pen.stroke(((x, y - s * 0.5), (x, y - s * 0.66)), (s * 0.17, s * 0.15), darker(skin, 0.2))
    for ear, tone in ((-1, skin), (1, darker(skin, 0.2))):
        pen.disc(x + ear * s * 0.165, y - s * 0.72, s * 0.035, s * 0.05, tone)
    pen.disc(x, y - s * 0.77, s * 0.175, s * 0.21, hair)
    pen.stroke(
        ((x + lit * s * 0.11, y - s * 0.76), (x + lit * s * 0.06, y - s * 0.9)),
        (s * 0.03, s * 0.05),
        lighter(hair, 0.13),
    )
    if long_hair:
        pen.stroke(
            ((x, y - s * 0.78), (x + s * 0.02, y - s * 0.5), (x, y - s * 0.24)),
            (s * 0.2, s * 0.15, s * 0.05),
            hair,
        )
        pen.disc(x, y - s * 0.62, s * 0.07, s * 0.04, scarf or lighter(hair, 0.5))


def shelf(
    pen: Pen, rng, x0: float, x1: float, y0: float, y1: float, rows: int, inks: Sequence[Colour], wood: Colour
) -> None:
    """A bookcase: ``rows`` of spines of uneven height, some leaning, some missing."""
    pen.box(x0 - 10, y0 - 12, x1 + 10, y1 + 10, darker(wood, 0.2))
    high = (y1 - y0) / rows
    for row in range(rows):
        top, foot = y0 + row * high, y0 + (row + 1) * high - 9
        pen.box(x0, top, x1, foot, darker(wood, 0.62))
        x = x0 + 3
        while x < x1 - 8:
            wide = min(rng.uniform(8, 21), x1 - x - 3)
            tall = (foot - top) * rng.uniform(0.66, 0.94)
            if rng.random() < 0.07:
                x += wide * rng.uniform(1, 3)
                continue
            ink = mix(rng.choice(inks), wood, rng.uniform(0, 0.3))
            lean = rng.choice((0, 0, 0, 0, 0, 6)) if x + wide + 8 < x1 else 0
            pen.shape(
                ((x + lean, foot - tall), (x + wide + lean, foot - tall), (x + wide, foot), (x, foot)), ink
            )
            pen.shape(
                (
                    (x + lean, foot - tall),
                    (x + lean + wide * 0.25, foot - tall),
                    (x + wide * 0.25, foot),
                    (x, foot),
                ),
                lighter(ink, 0.2),
            )
            for t in (0.2, 0.74):
                if rng.random() < 0.6:
                    pen.box(
                        x + wide * 0.2 + lean * (1 - t),
                        foot - tall * (1 - t),
                        x + wide * 0.8 + lean * (1 - t),
                        foot - tall * (1 - t) + 3,
                        lighter(ink, 0.5),
                    )
            x += wide + 1 + lean
        pen.box(x0 - 10, foot, x1 + 10, foot + 9, wood)
        pen.box(x0 - 10, foot, x1 + 10, foot + 2.5, lighter(wood, 0.3))
