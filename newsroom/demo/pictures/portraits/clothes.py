"""What is worn in the portraits, from the collar to the edge of the sheet. Each returns a function that lays it."""

from collections.abc import Callable

from ..canvas import Canvas, Pen, Rim
from ..palette import Colour, darker, lighter, mix, rgb

X = 800
LOW = 1090
Worn = Callable[[Canvas], None]


def _shoulders(canvas: Canvas, ink: Colour, wide: float = 1.0) -> None:
    """The whole upper body in one ink, lit from the left."""
    outline = [
        (-100, 668),
        (-230, 716),
        (-372, 790),
        (-446, 930),
        (-470, LOW),
        (470, LOW),
        (446, 930),
        (372, 790),
        (230, 716),
        (100, 668),
        (0, 690),
    ]
    rim = Rim(lighter(ink, 0.55), 22, 14, 20, 0.55)
    with canvas.cut(lighter(ink, 0.06), darker(ink, 0.24), (700, LOW), rim=rim) as pen:
        pen.blob([(X + dx * wide, y) for dx, y in outline])
    with canvas.cut(darker(ink, 0.35), blur=16, opacity=0.45) as pen:
        pen.shape([(X + 190 * wide, 740), (X + 400 * wide, 830), (X + 480 * wide, LOW), (X + 250, LOW)])


def _sleeves(pen: Pen, ink: Colour) -> None:
    for side in (-1, 1):
        pen.stroke([(X + side * 300, LOW), (X + side * 288, 960), (X + side * 306, 900)], (7, 8, 3), ink)


def _collar(pen: Pen, ink: Colour, low: float = 800) -> None:
    """Two points of a shirt's collar, the throat open between them."""
    for side in (-1, 1):
        lit = ink if side < 0 else darker(ink, 0.12)
        pen.shape(
            [
                (X + side * 96, 640),
                (X + side * 138, 690),
                (X + side * 98, 810),
                (X, low - 40),
                (X + side * 56, 730),
            ],
            lit,
        )
        pen.line([(X + side * 138, 690), (X + side * 98, 810), (X + side * 8, low - 44)], 4, darker(ink, 0.3))


def shirt(ink: Colour, pocket: bool = False) -> Worn:
    """A shirt with an open collar."""

    def lay(canvas: Canvas) -> None:
        _shoulders(canvas, ink)
        with canvas.sheet() as pen:
            _sleeves(pen, darker(ink, 0.22))
            pen.line([(X, 770), (X - 4, LOW)], 5, darker(ink, 0.3))
            for y in (850, 950, 1050):
                pen.disc(X + 10, y, 7, fill=darker(ink, 0.4))
            _collar(pen, lighter(ink, 0.14))
            if pocket:
                pen.line(
                    [(X + 110, LOW), (X + 110, 930), (X + 250, 930), (X + 256, LOW)], 5, darker(ink, 0.34)
                )
                pen.line([(X + 110, 956), (X + 252, 956)], 4, darker(ink, 0.3))

    return lay


def jumper(ink: Colour, under: Colour) -> Worn:
    """A knitted jumper over a white collar."""

    def lay(canvas: Canvas) -> None:
        _shoulders(canvas, ink)
        with canvas.sheet() as pen:
            _sleeves(pen, darker(ink, 0.25))
            pen.shape([(X - 120, 676), (X + 120, 676), (X, 850)], under)
            pen.stroke(
                [(X - 132, 680), (X, 870), (X + 132, 680)], (26, 30, 26), darker(ink, 0.14), smooth=False
            )
            _collar(pen, under, 810)

    return lay


def suit(ink: Colour, tie: Colour) -> Worn:
    """A jacket, a white shirt, a tie."""

    def lay(canvas: Canvas) -> None:
        _shoulders(canvas, ink, 1.04)
        white = rgb("f4f0e4")
        with canvas.sheet() as pen:
            pen.shape([(X - 128, 676), (X + 128, 676), (X + 20, LOW), (X - 20, LOW)], white)
            pen.shape(
                [
                    (X - 34, 752),
                    (X + 34, 752),
                    (X + 22, 806),
                    (X + 46, 1040),
                    (X, LOW),
                    (X - 46, 1040),
                    (X - 22, 806),
                ],
                tie,
            )
            pen.shape([(X + 6, 806), (X + 22, 806), (X + 46, 1040), (X, LOW)], darker(tie, 0.2))
            _collar(pen, white, 800)
            for side in (-1, 1):
                lapel = lighter(ink, 0.09) if side < 0 else darker(ink, 0.1)
                pen.shape(
                    [
                        (X + side * 128, 672),
                        (X + side * 200, 716),
                        (X + side * 232, 850),
                        (X + side * 176, 868),
                        (X + side * 196, 908),
                        (X + side * 20, LOW),
                        (X + side * 84, 850),
                    ],
                    lapel,
                )
                pen.line(
                    [
                        (X + side * 232, 850),
                        (X + side * 176, 868),
                        (X + side * 196, 908),
                        (X + side * 40, LOW),
                    ],
                    4,
                    darker(ink, 0.4),
                )

    return lay


def coat(ink: Colour, under: Colour) -> Worn:
    """A doctor's white coat over a coloured blouse."""

    def lay(canvas: Canvas) -> None:
        _shoulders(canvas, ink, 0.94)
        with canvas.sheet() as pen:
            pen.shape([(X - 116, 676), (X + 116, 676), (X + 14, 1010), (X - 14, 1010)], under)
            pen.shape([(X, 800), (X + 116, 676), (X + 14, 1010)], darker(under, 0.16))
            for side in (-1, 1):
                lapel = lighter(ink, 0.5) if side < 0 else darker(ink, 0.08)
                pen.shape(
                    [
                        (X + side * 116, 668),
                        (X + side * 190, 712),
                        (X + side * 214, 860),
                        (X + side * 158, 872),
                        (X + side * 12, 1020),
                        (X + side * 76, 850),
                    ],
                    lapel,
                )
                pen.line(
                    [
                        (X + side * 190, 712),
                        (X + side * 214, 860),
                        (X + side * 158, 872),
                        (X + side * 12, 1020),
                    ],
                    4,
                    darker(ink, 0.28),
                )
            pen.line([(X, 1016), (X, LOW)], 4, darker(ink, 0.3))
            pen.shape([(X + 176, 960), (X + 300, 948), (X + 310, LOW), (X + 184, LOW)], darker(ink, 0.06))
            pen.line([(X + 176, 960), (X + 300, 948)], 5, darker(ink, 0.28))
            pen.stroke([(X + 226, 925), (X + 230, 985)], (11, 11), rgb("2f6f8a"))

    return lay


def long_dress(ink: Colour, edge: Colour) -> Worn:
    """Áo dài: a standing collar, the seam running from it to the side."""

    def lay(canvas: Canvas) -> None:
        _shoulders(canvas, ink, 0.9)
        with canvas.sheet() as pen:
            pen.stroke(
                [(X + 10, 740), (X + 120, 800), (X + 250, 860), (X + 330, LOW)],
                (5, 6, 6, 5),
                darker(ink, 0.4),
            )
            for x, y in ((X + 62, 770), (X + 160, 822), (X + 262, 880)):
                pen.disc(x, y, 8, fill=edge)
            for x, y, r in ((-230, 900, 34), (-150, 985, 26), (-300, 1010, 22)):  # flowers, sparse
                for turn_x, turn_y in ((0, -1), (0.95, -0.31), (0.59, 0.81), (-0.59, 0.81), (-0.95, -0.31)):
                    pen.disc(
                        X + x + turn_x * r * 0.62, y + turn_y * r * 0.62, r * 0.44, fill=mix(edge, ink, 0.25)
                    )
                pen.disc(X + x, y, r * 0.26, fill=lighter(edge, 0.5))

    return lay


def indigo(ink: Colour, edge: Colour, thread: Colour) -> Worn:
    """Áo chàm: a jacket dyed with indigo, its opening hemmed in colour, embroidery beside it."""

    def lay(canvas: Canvas) -> None:
        _shoulders(canvas, ink, 0.92)
        with canvas.sheet() as pen:
            for side in (-1, 1):
                pen.stroke(
                    [(X + side * 116, 672), (X + side * 70, 800), (X + side * 26, LOW)], (26, 30, 30), edge
                )
                pen.stroke(
                    [(X + side * 142, 690), (X + side * 102, 810), (X + side * 62, LOW)], (8, 9, 9), thread
                )
                for step in range(7):
                    x, y = X + side * (172 - step * 12), 760 + step * 56
                    pen.shape(
                        [(x, y - 17), (x + 17, y), (x, y + 17), (x - 17, y)], thread if step % 2 else edge
                    )
            pen.shape([(X - 94, 690), (X + 94, 690), (X, 900)], darker(ink, 0.35))

    return lay


def vest(ink: Colour, under: Colour) -> Worn:
    """A bright vest with reflecting bands, over a work shirt."""

    def lay(canvas: Canvas) -> None:
        _shoulders(canvas, under)
        with canvas.sheet() as pen:
            _sleeves(pen, darker(under, 0.3))
            for side in (-1, 1):
                tone = ink if side < 0 else darker(ink, 0.14)
                pen.shape(
                    [
                        (X + side * 148, 690),
                        (X + side * 286, 744),
                        (X + side * 262, 900),
                        (X + side * 276, LOW),
                        (X + side * 6, LOW),
                        (X + side * 6, 900),
                    ],
                    tone,
                )
                pen.shape(
                    [
                        (X + side * 186, 704),
                        (X + side * 236, 724),
                        (X + side * 196, LOW),
                        (X + side * 140, LOW),
                    ],
                    rgb("e4e6da") if side < 0 else rgb("c4c8bf"),
                )
                pen.shape(
                    [
                        (X + side * 6, 980),
                        (X + side * 268, 960),
                        (X + side * 272, 1014),
                        (X + side * 6, 1034),
                    ],
                    rgb("e4e6da") if side < 0 else rgb("c4c8bf"),
                )
            pen.line([(X, 880), (X, LOW)], 6, darker(ink, 0.5))
            _collar(pen, lighter(under, 0.12), 810)

    return lay
