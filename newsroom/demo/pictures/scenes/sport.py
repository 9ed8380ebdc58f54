"""Sport: the stadium under its lights, a race over the hills."""

import math

from PIL import Image

from ..buildings import lattice
from ..canvas import Canvas, Rim
from ..figures import RUN, STAND, STRIDE, WALK, Dress, person
from ..light import finish, glow, shafts
from ..lines import Camera, height_at, ridge
from ..palette import DUSK, lighter, mix, rgb
from ..plants import reeds, tree
from ..terrain import birds, clouds, hill, ranges, sun


def stadium_evening(canvas: Canvas) -> Image.Image:
    p, rng = DUSK, canvas.rng
    canvas.sky((rgb("16204a"), rgb("3a3f7a"), rgb("a86a86"), rgb("f0a878")), 0, 480)
    canvas.brushed(60, 380, rgb("e8907f"), 0.5, 5, 80, 0.25, 0.75)
    ranges(canvas, p, 330, 400, 3, 36, 0.05, 0.5, mist=0.4)
    cam = Camera(800, 300, 1100, 21.0)
    stand_ink = rgb("1c2148")
    tiers = [
        ((-74, y0, 98), (74, y0, 98), (74, y1, 104), (-74, y1, 104))
        for y0, y1 in ((2, 5.5), (6, 9.5), (10, 13.5))
    ]
    with canvas.sheet() as pen:
        pen.shape(
            [cam.at(-90, 0, 110), cam.at(90, 0, 110), cam.at(70, 0, 20), cam.at(-70, 0, 20)], rgb("7a4a3f")
        )
        pen.shape(
            [cam.at(-80, 0, 97), cam.at(80, 0, 97), cam.at(80, 15, 106), cam.at(-80, 15, 106)], stand_ink
        )
        for tier in tiers:
            pen.shape([cam.at(*q) for q in tier], rgb("2f3566"))
        crowd = [rgb(c) for c in ("d8503f", "f0b84a", "e8dcc4", "4f8ab0", "c8607a", "5aa07a", "3a4a7a")]
        for _ in range(2600):
            tier = rng.randrange(3)
            y = 2.3 + tier * 4 + rng.random() * 3.2
            x, yy = cam.at(rng.uniform(-78, 78), y, 99 + tier * 2)
            ink = mix(rng.choice(crowd), stand_ink, rng.uniform(0.1, 0.65))
            pen.box(x - 2.6, yy - 2, x + 2.6, yy + 4, ink)
            pen.disc(x, yy - 4, 2.1, 2.4, mix(rgb("c8926c"), stand_ink, rng.uniform(0.1, 0.5)))
        pen.shape(
            [cam.at(-84, 15.5, 106), cam.at(84, 15.5, 106), cam.at(78, 19, 96), cam.at(-78, 19, 96)],
            rgb("3c4278"),
        )
        pen.shape(
            [cam.at(-78, 19, 96), cam.at(78, 19, 96), cam.at(78, 18, 96), cam.at(-78, 18, 96)], rgb("7a80b0")
        )
        for x in range(-78, 79, 12):
            pen.line((cam.at(x, 1, 97), cam.at(x, 18, 97)), 2.2, rgb("5a6098"))
        for i in range(46):  # the boards along the touchline, in plain inks
            a, b = -70 + i * 3.05, -70 + (i + 1) * 3.05
            pen.shape(
                [cam.at(a, 0, 94), cam.at(a, 1.3, 94), cam.at(b, 1.3, 94), cam.at(b, 0, 94)],
                rgb(("d8503f", "f0e4c8", "2f6f9a", "f0b84a")[i // 4 % 4]),
            )
    with canvas.sheet() as pen:
        edges = [-58 + i * 116 / 14 for i in range(15)]
        for i, (a, b) in enumerate(zip(edges, edges[1:], strict=False)):
            quad = [cam.at(a, 0, 90), cam.at(b, 0, 90), cam.at(b, 0, 25), cam.at(a, 0, 25)]
            pen.shape(quad, rgb("4f9a52") if i % 2 else rgb("3f8648"))
        chalk = rgb("eef4e0")

        def mark(points, width=0.22):
            for (ax, az), (bx, bz) in zip(points, points[1:], strict=False):
                pen.stroke(
                    (cam.at(ax, 0, az), cam.at(bx, 0, bz)), (cam.size(width, az), cam.size(width, bz)), chalk
                )

        mark([(-52, 87), (52, 87), (52, 27), (-52, 27), (-52, 87)])
        mark([(0, 87), (0, 27)])
        mark([(9.15 * math.cos(a), 57 + 9.15 * math.sin(a)) for a in (i * math.tau / 40 for i in range(41))])
        for s in (-1, 1):
            mark([(52 * s, 77), (36 * s, 77), (36 * s, 37), (52 * s, 37)])
            mark([(52 * s, 66), (46.5 * s, 66), (46.5 * s, 48), (52 * s, 48)])
            for z in (60.7, 53.3):
                pen.line((cam.at(52 * s, 0, z), cam.at(52 * s, 2.4, z)), 3, chalk)
            pen.line((cam.at(52 * s, 2.4, 60.7), cam.at(52 * s, 2.4, 53.3)), 3, chalk)
    glow(canvas, 800, 560, 820, rgb("f4ffd0"), 0.34, 0.5)
    masts = ((150, 480, 90), (560, 330, 170), (1040, 330, 170), (1450, 480, 90))
    with canvas.sheet() as pen:
        for x, foot, top in masts:
            lattice(pen, (x, foot), (x, top), 13, rgb("2a2f5c"), 14, 2)
            pen.box(x - 44, top - 44, x + 44, top + 8, rgb("2a2f5c"))
            for r in range(3):
                for c in range(5):
                    pen.disc(x - 34 + c * 17, top - 36 + r * 17, 6.5, fill=rgb("fffbe4"))
    for x, _foot, top in masts:
        glow(canvas, x, top - 18, 260, rgb("fff0c8"), 0.85)
    shafts(
        canvas,
        [
            (
                (x - 36, top),
                (x + 36, top),
                (800 + (x - 800) * 0.3 + 330, 900),
                (800 + (x - 800) * 0.3 - 330, 900),
            )
            for x, _f, top in masts
        ],
        rgb("fff6d8"),
        0.11,
        20,
    )
    red, white = rgb("d8362f"), rgb("f6f0e0")
    team = (
        (-30, 62, red, RUN, 1),
        (-18, 50, white, STRIDE, 1),
        (-14, 70, red, RUN, 1),
        (-4, 60, white, RUN, -1),
        (3, 54, red, RUN, 1),
        (8, 47, white, STRIDE, -1),
        (14, 66, red, STRIDE, 1),
        (22, 52, white, RUN, -1),
        (28, 72, white, WALK, -1),
        (33, 58, red, RUN, 1),
        (-38, 46, white, STAND, 1),
        (12, 36, red, RUN, -1),
        (-12, 34, white, STRIDE, 1),
        (46, 57, rgb("f0c04a"), STAND, -1),
        (0, 73, rgb("2a2a34"), STAND, 1),
    )
    with canvas.cut(rgb("16402f"), blur=1.5, opacity=0.5) as pen:
        for x, z, *_ in team:
            px, py = cam.at(x, 0, z)
            s = cam.size(2.5, z)
            for d in (-0.7, 0.7):
                pen.shape(
                    (
                        (px - 4, py),
                        (px + 4, py),
                        (px + d * s, py + s * 0.34),
                        (px + d * s * 0.7, py + s * 0.34),
                    )
                )
    with canvas.sheet() as pen:
        for x, z, ink, pose, face in sorted(team, key=lambda q: -q[1]):
            px, py = cam.at(x, 0, z)
            person(
                pen,
                px,
                py,
                cam.size(2.9, z),
                Dress(ink, rgb("f6f0e0") if ink == red else rgb("2f4a8a"), bare=True),
                pose,
                face,
            )
        px, py = cam.at(6, 0, 51)
        pen.disc(px, py - 5, 5.5, 5.5, rgb("fffdf4"))
    with canvas.sheet() as pen:  # heads of the near stand
        for row, y in enumerate((1010, 1056)):
            for i in range(34):
                x = -20 + i * 50 + (row % 2) * 25 + rng.uniform(-7, 7)
                ink = mix(
                    rgb(rng.choice(("8a2f3a", "2f3a6a", "5a4a3a", "2f5a5a", "a86a3a"))), rgb("10132e"), 0.5
                )
                s = rng.uniform(0.9, 1.1) * (1 + row * 0.12)
                if rng.random() < 0.22:
                    arm = rng.choice((-1, 1))
                    pen.stroke(
                        ((x + arm * 14, y + 26), (x + arm * 22, y - 6), (x + arm * 17, y - 40)),
                        (12, 10, 8),
                        ink,
                    )
                pen.blob(
                    [
                        (x - 24 * s, y + 60),
                        (x - 23 * s, y + 28),
                        (x - 8 * s, y + 16),
                        (x + 8 * s, y + 16),
                        (x + 23 * s, y + 28),
                        (x + 24 * s, y + 60),
                    ],
                    ink,
                )
                pen.disc(x, y, 12.5 * s, 15 * s, rgb("17142a"))
                pen.disc(x, y - 9 * s, 8 * s, 4 * s, rgb("4a4466"))
        pen.line(((470, 1040), (470, 880)), 4, rgb("1a1834"))
        pen.shape(((472, 882), (580, 896), (566, 930), (580, 958), (472, 950)), rgb("b8302a"))
    return finish(canvas, rgb("fff0c8"), warmth=0.12)


def run_hills(canvas: Canvas) -> Image.Image:
    rng = canvas.rng
    canvas.sky((rgb("3f7f9a"), rgb("a4c2b4"), rgb("fbd99a"), rgb("fbc888")), 0, 620)
    clouds(canvas, 100, 300, rgb("fff0d0"), 0.6, 6)
    sun(canvas, 1120, 330, 64, rgb("fffbe4"), 9, 0.95, rgb("ffd890"))
    for i, (y, ink, veil) in enumerate(
        (
            (430, "c4a890", "f6d6a4"),
            (500, "9a9488", "ecd0a4"),
            (570, "6a8480", "d8c49c"),
            (650, "44706c", "a4ac8c"),
        )
    ):
        line = ridge(rng, [(-60 + k * 260, y + rng.uniform(-74, 40)) for k in range(8)], 11, 130)
        hill(canvas, line, rgb(ink), rgb(veil), 190, Rim(rgb("ffe6a8"), -18, 22, 18, 0.6), trees=5 * i)
        canvas.mist(y + 60, y + 210, rgb("fbe4b8"), 0.45)
    crest = ridge(
        rng, [(-60, 700), (150, 730), (420, 790), (700, 760), (980, 690), (1250, 650), (1680, 690)], 5, 120
    )
    hill(canvas, crest, rgb("8a8a3f"), rgb("2f5640"), 330, Rim(rgb("fff0a4"), -10, 14, 12, 0.8), trees=6)
    near = ridge(rng, [(-60, 800), (240, 850), (560, 905), (900, 860), (1240, 770), (1680, 740)], 5, 110)
    hill(canvas, near, rgb("a8943f"), rgb("24493c"), 300, Rim(rgb("fff0a4"), -10, 16, 12, 0.9))
    trail = [(x, height_at(near, x) + 34 + 24 * (1 - x / 1600)) for x in range(-40, 1660, 20)]
    with canvas.sheet() as pen:
        pen.stroke(trail, (92, 84, 66, 44, 26), rgb("8f6a44"), smooth=False)
        pen.stroke([(x, y - 5) for x, y in trail], (70, 66, 50, 33, 19), rgb("e8c48a"), smooth=False)
        tree(
            pen,
            rng,
            1420,
            height_at(crest, 1420) + 20,
            240,
            (rgb("3a342c"), rgb("2c4f40"), rgb("4a7448"), rgb("d8c860")),
            lit=1,
        )
        tree(
            pen,
            rng,
            1510,
            height_at(crest, 1510) + 20,
            170,
            (rgb("3a342c"), rgb("2c4f40"), rgb("4a7448"), rgb("d8c860")),
            lit=1,
        )
    runners = (
        (180, 236, "d8432f", "2a3048", RUN, "cap", "f6f0e0"),
        (345, 226, "2f6f9a", "24242e", STRIDE, "", "000000"),
        (545, 214, "f0b83a", "2f3a5a", RUN, "", "000000"),
        (700, 192, "e8e4d4", "8a2f3a", STRIDE, "cap", "d8432f"),
        (850, 168, "4f9a6a", "2a3048", RUN, "", "000000"),
        (985, 146, "c8507a", "24242e", RUN, "", "000000"),
        (1090, 126, "2f6f9a", "2a3048", STRIDE, "cap", "f0b83a"),
        (1190, 108, "e8702a", "24242e", RUN, "", "000000"),
        (1270, 94, "f0e4c4", "2f4a6a", STRIDE, "", "000000"),
        (1345, 82, "d8432f", "24242e", RUN, "", "000000"),
        (1415, 72, "4f9a6a", "2a3048", STRIDE, "", "000000"),
    )
    with canvas.cut(rgb("3a3028"), blur=3, opacity=0.5) as pen:
        for x, tall, *_ in runners:
            y = height_at(trail, x) + 4
            pen.shape(
                (
                    (x - 8, y - 4),
                    (x + 12, y - 4),
                    (x - tall * 0.34, y + tall * 0.1),
                    (x - tall * 0.7, y + tall * 0.09),
                )
            )
    with canvas.sheet(rim=Rim(rgb("fff4c8"), -5, 3, 3, 0.7)) as pen:
        for x, tall, top, legs, pose, hat, hat_ink in runners:
            y = height_at(trail, x)
            person(
                pen,
                x,
                y,
                tall,
                Dress(
                    rgb(top),
                    rgb(legs),
                    hat=hat,
                    hat_ink=rgb(hat_ink),
                    bare=True,
                    tail=top in ("f0b83a", "c8507a"),
                ),
                pose,
                1,
                lit=1,
            )
            cx, cy = x + tall * 0.03, y - tall * 0.68
            pen.box(
                cx - tall * 0.05, cy - tall * 0.04, cx + tall * 0.05, cy + tall * 0.04, lighter(rgb(top), 0.8)
            )
    with canvas.sheet(rim=Rim(rgb("fff0a4"), -4, 4, 4, 0.5)) as pen:
        reeds(
            pen, rng, -40, 700, 1090, 170, [rgb("2a4a38"), rgb("5f6f38"), rgb("b89a44")], 110, rgb("f6dca0")
        )
        reeds(
            pen, rng, 700, 1640, 1100, 120, [rgb("2a4a38"), rgb("4a6a3c"), rgb("a89a44")], 90, rgb("f6dca0")
        )
        birds(pen, rng, 520, 200, 7, rgb("5a7078"))
    return finish(canvas, rgb("ffdf9a"), from_left=False)


SCENES = {"stadium-evening": stadium_evening, "run-hills": run_hills}
