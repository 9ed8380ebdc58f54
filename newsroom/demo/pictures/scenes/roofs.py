"""Solar panels on the roofs."""

import math

from PIL import Image

from ..buildings import cottage, tiled
from ..canvas import HEIGHT, Canvas, Rim
from ..figures import STAND, WORK, Dress, person
from ..light import finish, glow
from ..lines import ridge
from ..palette import NOON, mix, rgb
from ..plants import palm, tree
from ..terrain import clouds, hill, ranges, sun


def solar_roof(canvas: Canvas) -> Image.Image:
    p, rng = NOON, canvas.rng
    canvas.sky((rgb("5aa6c8"), rgb("a9d4d8"), rgb("f6ecc6")), 0, 430)
    clouds(canvas, 60, 200, rgb("fffdf0"), 0.8, 5)
    sun(canvas, 1290, 150, 52, rgb("fffce8"), 9, 0.9, rgb("fff0b0"))
    ranges(canvas, p, 290, 400, 4, 52, 0.0, 0.5, lit=-1, mist=0.8)
    canvas.mist(330, 480, rgb("eef0d4"), 0.6)
    ground = ridge(rng, [(-40, 470), (500, 452), (1000, 456), (1680, 440)], 4, 80)
    hill(canvas, ground, rgb("7fae5c"), rgb("4f8a4a"), 320, trees=14)
    leaf = (rgb("4a3a2c"), rgb("2f6a44"), rgb("4a9050"), rgb("bcd46a"))
    with canvas.sheet(rim=Rim(rgb("fff4c4"), -4, 4, 5, 0.4)) as pen:
        spots = []
        for row, y in enumerate((500, 560, 640)):
            for i in range(6 - row):
                spots.append(
                    (
                        -40 + i * (270 + 60 * row) + rng.uniform(0, 100),
                        y + rng.uniform(-14, 14),
                        110 + 46 * row,
                    )
                )
        for x, y, w in spots:
            tree(pen, rng, x + w * 0.9, y + 8, w * 0.95, leaf, lit=1)
            ink = rgb(rng.choice(("c4583a", "b8503c", "d0704a", "8a5a50")))
            cottage(
                pen, x, y + 14, w * 1.15, ink, rgb(rng.choice(("e8d8b0", "f0e6c8", "c9d8cc"))), rgb("5a6a6c")
            )
            if rng.random() < 0.7:
                px, py = x + w * 0.02, y - w * 0.5
                pen.shape(
                    (
                        (px, py),
                        (px + w * 0.34, py),
                        (px + w * 0.38, py + w * 0.13),
                        (px + w * 0.06, py + w * 0.13),
                    ),
                    rgb("27497e"),
                )
        palm(pen, rng, 1480, 760, 330, leaf[0], leaf[1], leaf[3])
        palm(pen, rng, 1556, 770, 270, leaf[0], leaf[1], leaf[3])
    roof = ((250, 640), (1250, 590), (1500, 985), (40, 1090))
    with canvas.sheet() as pen:
        pen.shape(((40, 1090), (1500, 985), (1500, HEIGHT + 20), (40, HEIGHT + 40)), rgb("e2d2a8"))
        pen.shape(
            ((1250, 590), (1290, 600), (1640, 1010), (1640, 1120), (1500, 1120), (1500, 985)), rgb("a8553c")
        )
        tiled(pen, roof, rgb("c9603f"), 22, 44)
        pen.stroke((roof[0], roof[1]), (20, 20), rgb("a84c36"), smooth=False)

    def on(u: float, v: float):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = roof
        return (
            (ax + (bx - ax) * u) * (1 - v) + (dx + (cx - dx) * u) * v,
            (ay + (by - ay) * u) * (1 - v) + (dy + (cy - dy) * u) * v - 12,
        )

    with canvas.sheet(blur=4, opacity=0.5) as pen:
        pen.shape(
            [(x + 10, y + 18) for x, y in (on(0.1, 0.08), on(0.79, 0.08), on(0.78, 0.86), on(0.08, 0.86))],
            rgb("5a2a2c"),
        )
    with canvas.sheet() as pen:
        for r in range(3):
            for c in range(7):
                u0, u1, v0, v1 = (
                    0.1 + c * 0.098,
                    0.1 + (c + 0.95) * 0.098,
                    0.08 + r * 0.26,
                    0.08 + (r + 0.94) * 0.26,
                )
                shine = max(0, 1 - abs((c - 1.4 * r) - 2.2) / 2.4)
                ink = mix(rgb("1d3f78"), rgb("7fb4dc"), 0.75 * shine)
                pen.shape([on(u0, v0), on(u1, v0), on(u1, v1), on(u0, v1)], ink)
                fine = mix(ink, rgb("dcecf2"), 0.35)
                for i in range(1, 6):
                    t = v0 + (v1 - v0) * i / 6
                    pen.line((on(u0, t), on(u1, t)), 1.2, fine)
                for i in range(1, 4):
                    t = u0 + (u1 - u0) * i / 4
                    pen.line((on(t, v0), on(t, v1)), 1.2, fine)
                if c in (1, 2, 4) and r != 2:
                    pen.shape(
                        [
                            on(u0 + 0.02, v0 + 0.01),
                            on(u0 + 0.045, v0 + 0.01),
                            on(u0 + 0.03, v1 - 0.01),
                            on(u0 + 0.005, v1 - 0.01),
                        ],
                        mix(ink, rgb("ffffff"), 0.28),
                    )
                pen.line((on(u0, v0), on(u1, v0), on(u1, v1), on(u0, v1), on(u0, v0)), 2.4, rgb("dfe6e2"))
    with canvas.sheet(rim=Rim(rgb("fff4c4"), -5, 4, 5, 0.5)) as pen:
        for u, v, tall, ink, pose, face in (
            (0.86, 0.36, 178, "e8702a", WORK, -1),
            (0.9, 0.62, 200, "3f6f9a", STAND, -1),
        ):
            x, y = on(u, v)
            pen.stroke(
                ((x - 10, y + 4), (x - tall * 0.6, y + tall * 0.22)),
                (tall * 0.12, tall * 0.05),
                rgb("8a3f34"),
            )
            person(
                pen,
                x,
                y + 8,
                tall,
                Dress(rgb(ink), rgb("2a3448"), hat="helmet", hat_ink=rgb("f8f2dc")),
                pose,
                face,
                lit=1,
            )
    x, y = on(0.32, 0.3)
    glow(canvas, x, y, 150, rgb("fffbe0"), 0.9)
    with canvas.cut(rgb("fffdf0"), blur=1.5, opacity=0.9) as pen:
        for i in range(4):
            a = math.pi * i / 4 + 0.3
            r = 70 if i % 2 == 0 else 34
            pen.stroke(
                (
                    (x - math.cos(a) * r, y - math.sin(a) * r),
                    (x, y),
                    (x + math.cos(a) * r, y + math.sin(a) * r),
                ),
                (0.5, 6, 0.5),
            )
    return finish(canvas, rgb("fff0b8"), from_left=False)


SCENES = {"solar-roof": solar_roof}
