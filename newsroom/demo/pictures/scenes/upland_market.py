"""A market in the uplands."""

import math

from PIL import Image

from ..burdens import FRUIT, GREENS, ROOTS, basket
from ..canvas import Canvas, Pen, Rim
from ..figures import BEND, SQUAT, STAND, WALK, Dress, person
from ..light import finish, glow
from ..lines import ridge
from ..palette import MIST, lighter, mix, rgb
from ..terrain import birds, hill, ranges


def market_upland(canvas: Canvas) -> Image.Image:
    p, rng = MIST, canvas.rng
    canvas.sky((rgb("b7c8c4"), rgb("e4e4d0"), rgb("f6e9cc")), 0, 480)
    glow(canvas, 280, 170, 560, rgb("fff2c8"), 0.7)
    ranges(canvas, p, 220, 440, 5, 74, 0.0, 0.55, mist=0.9)
    canvas.mist(360, 560, rgb("f2eedb"), 0.9)
    green = ridge(rng, [(-60, 500), (300, 540), (760, 556), (1160, 520), (1680, 430)], 7, 110)
    hill(canvas, green, rgb("5d7f5c"), rgb("8a9a66"), 150, Rim(rgb("e6e2a6"), 12, 16, 12, 0.6), trees=18)
    earth = ridge(rng, [(-60, 660), (300, 640), (800, 650), (1200, 640), (1680, 610)], 5, 160)
    hill(canvas, earth, rgb("c9a274"), rgb("84583f"), 440)
    canvas.brushed(650, 1120, rgb("a8764e"), 0.5, 7, 110, 0.3, 0.6)
    thatch, pole_ink = rgb("a98a56"), rgb("54403a")
    with canvas.sheet(rim=Rim(rgb("fff0c4"), 5, 6, 6, 0.55)) as pen:
        for x, y, w in ((1080, 668, 230), (1330, 690, 280), (190, 680, 240), (420, 668, 190)):
            for i in (-0.44, -0.15, 0.15, 0.44):
                pen.line(((x + i * w, y), (x + i * w, y - w * 0.48)), 6, pole_ink)
            pen.shape(
                (
                    (x - w * 0.48, y - w * 0.14),
                    (x + w * 0.48, y - w * 0.14),
                    (x + w * 0.48, y),
                    (x - w * 0.48, y),
                ),
                rgb("7a5a44"),
            )
            for i in range(9):
                ink = rgb(rng.choice(("b83a42", "2f4a86", "e0a83a", "3f7f6a", "d86a8a", "f0e0bc")))
                px = x - w * 0.44 + i * w * 0.11
                pen.box(px, y - w * 0.42, px + w * 0.075, y - w * rng.uniform(0.16, 0.24), ink)
                pen.box(px, y - w * 0.30, px + w * 0.075, y - w * 0.27, lighter(ink, 0.45))
            pen.shape(
                (
                    (x - w * 0.36, y - w * 0.72),
                    (x + w * 0.36, y - w * 0.72),
                    (x + w * 0.58, y - w * 0.42),
                    (x - w * 0.58, y - w * 0.42),
                ),
                thatch,
            )
            for _ in range(40):
                t, u = rng.random(), rng.uniform(0.1, 1)
                px = x + (t - 0.5) * w * (0.72 + 0.44 * u)
                py = y - w * (0.72 - 0.3 * u)
                pen.line(
                    ((px, py - w * 0.05), (px + (t - 0.5) * 6, py + w * 0.03)),
                    2,
                    mix(thatch, rng.choice((rgb("6a5034"), rgb("e0c48a"))), 0.6),
                )
    indigo = ("27345f", "2f3f74", "3a3060", "22304c")
    trims = ("d8404a", "f0b03a", "e06a9a", "4fb0a0")

    def woman(pen: Pen, x: float, y: float, tall: float, pose, face: int, hat: str = "scarf") -> None:
        trim = rgb(rng.choice(trims))
        dress = Dress(
            rgb(rng.choice(indigo)),
            rgb(rng.choice(("27345f", "3a3060", "8a3446"))),
            hat=hat,
            hat_ink=trim if hat == "scarf" else rgb("e8d09a"),
            skirt=pose is not SQUAT,
            trim=trim,
            bag=rgb("a87a4a") if rng.random() < 0.4 else None,
        )
        person(pen, x, y, tall, dress, pose, face)

    with canvas.sheet() as pen:  # the crowd between the stalls
        spots = sorted((rng.uniform(668, 716), rng.uniform(510, 1010)) for _ in range(22))
        for y, x in spots:
            woman(
                pen,
                x,
                y,
                66 + (y - 668) * 0.5,
                rng.choice((STAND, WALK, WALK)),
                rng.choice((-1, 1)),
                rng.choice(("scarf", "scarf", "cone")),
            )
    with canvas.cut(rgb("54303a"), blur=4, opacity=0.4) as pen:
        for x, y, s in (
            (190, 930, 150),
            (540, 876, 130),
            (690, 856, 120),
            (850, 816, 60),
            (1040, 880, 110),
            (1290, 864, 90),
            (1450, 1010, 150),
        ):
            pen.disc(x + s * 0.3, y, s * 0.9, s * 0.13)
    with canvas.sheet(rim=Rim(rgb("fff2cc"), 6, 4, 5, 0.6)) as pen:
        for (x, y), ink in (
            ((150, 952), "b8404a"),
            ((430, 1000), "3f7f7a"),
            ((1050, 1000), "d8a03a"),
            ((1330, 1040), "8a3f6a"),
        ):
            mat = ((x, y - 60), (x + 250, y - 66), (x + 300, y + 8), (x - 30, y + 14))
            pen.shape(mat, rgb(ink))
            for t in (0.2, 0.5, 0.8):
                pen.line(
                    ((x - 30 * t, y - 60 + 74 * t), (x + 250 + 50 * t, y - 66 + 74 * t)),
                    5,
                    lighter(rgb(ink), 0.4),
                )
        woman(pen, 160, 930, 350, SQUAT, 1, "scarf")
        for x, y, w, heap in (
            (300, 940, 120, GREENS),
            (405, 905, 100, ROOTS),
            (480, 985, 130, FRUIT),
            (610, 1000, 120, GREENS),
        ):
            basket(pen, x, y, w, rgb("b98a52"), heap, rng)
        woman(pen, 540, 872, 236, BEND, -1)
        woman(pen, 660, 846, 220, STAND, -1, "cone")
        person(
            pen,
            735,
            856,
            140,
            Dress(rgb("c8484a"), rgb("2c3050"), trim=rgb("f0b03a"), hat="scarf", hat_ink=rgb("2f4a86")),
            STAND,
            -1,
        )
        woman(pen, 850, 812, 190, WALK, 1)
        woman(pen, 1010, 880, 244, WALK, 1)
        woman(pen, 1090, 872, 226, WALK, 1, "cone")
        for x, y, w, heap in (
            (1120, 985, 130, FRUIT),
            (1240, 1000, 140, GREENS),
            (1205, 930, 110, ROOTS),
            (1330, 1050, 150, FRUIT),
        ):
            basket(pen, x, y, w, rgb("a87a4a"), heap, rng)
        woman(pen, 1290, 860, 216, BEND, -1)
        woman(pen, 1480, 1010, 370, SQUAT, -1, "cone")
    with canvas.sheet(rim=Rim(rgb("fff2cc"), 6, 6, 6, 0.6)) as pen:  # a sun umbrella
        pen.line(((905, 560), (905, 770)), 5, rgb("4a3a3a"))
        for i in range(8):
            a, b = math.pi * (1 + i / 8), math.pi * (1 + (i + 1) / 8)
            ink = rgb(("d8484a", "f6e8c8")[i % 2])
            pen.shape(
                (
                    (905, 520),
                    (905 + 130 * math.cos(a), 592 + 62 * math.sin(a) * 0.3),
                    (905 + 130 * math.cos(b), 592 + 62 * math.sin(b) * 0.3),
                ),
                ink,
            )
        birds(pen, rng, 1040, 150, 5, rgb("7f9490"))
    return finish(canvas, rgb("fff0c8"))


SCENES = {"market-upland": market_upland}
