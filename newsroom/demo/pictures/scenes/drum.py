"""The big drum on the opening day."""

import math

from PIL import Image

from ..buildings import bunting, square_flag
from ..canvas import HEIGHT, WIDTH, Canvas, Rim
from ..figures import DRUM, REACH, STAND, Dress, person
from ..light import finish, glow, shade
from ..lines import curve, ridge
from ..palette import darker, lighter, rgb
from ..terrain import hill
from .festival import FIVE


def festival_drum(canvas: Canvas) -> Image.Image:
    rng = canvas.rng
    canvas.sky((rgb("7a2230"), rgb("b83a34"), rgb("e87a44"), rgb("f8b868")), 0, 760)
    glow(canvas, 1010, 500, 760, rgb("ffd07a"), 0.75)
    with canvas.cut(rgb("ffdf9a"), blur=1, opacity=0.24) as pen:
        for i in range(24):
            a, b = math.tau * i / 24, math.tau * (i + 0.42) / 24
            pen.shape(
                (
                    (1010, 500),
                    (1010 + 1500 * math.cos(a), 500 + 1500 * math.sin(a)),
                    (1010 + 1500 * math.cos(b), 500 + 1500 * math.sin(b)),
                )
            )
    ridge_line = ridge(
        rng, [(-60, 700), (260, 640), (560, 690), (900, 660), (1240, 620), (1680, 680)], 12, 120
    )
    hill(canvas, ridge_line, rgb("8a3440"), rgb("b8503f"), 180, Rim(rgb("ffc07a"), -8, 12, 14, 0.5), trees=12)
    with canvas.sheet(rim=Rim(rgb("ffd08a"), -4, 4, 4, 0.5)) as pen:
        for x, size, top in ((80, 96, 210), (250, 78, 290), (1500, 100, 180), (1390, 70, 300)):
            pen.line(((x, 860), (x, top - 14)), 7, rgb("5a2430"))
            square_flag(pen, x + 4, top, size * 1.4, FIVE)
    with canvas.cut(rgb("8a3430"), rgb("3a1424"), (780, 1067)) as pen:
        pen.shape(((-10, 836), (WIDTH + 10, 822), (WIDTH + 10, HEIGHT + 9), (-10, HEIGHT + 9)))
    canvas.brushed(830, 1110, rgb("e8905a"), 0.35, 5, 80, 0.25, 0.3)
    with canvas.sheet(rim=Rim(rgb("ffc07a"), -3, 6, 3, 0.5)) as pen:
        for i in range(26):  # the crowd against the light
            x = -10 + i * 66 + rng.uniform(-14, 14)
            if 500 < x < 1330:
                continue
            ink = rgb(rng.choice(("5a1f34", "4a1c38", "6a2a34", "3f1a34")))
            person(
                pen,
                x,
                872 + rng.uniform(-10, 16),
                rng.uniform(120, 150),
                Dress(
                    ink,
                    rgb("341428"),
                    rgb("7a3c3a"),
                    rgb("2a0f20"),
                    hat=rng.choice(("", "scarf", "cone")),
                    hat_ink=rgb("a85a44"),
                ),
                rng.choice((STAND, REACH, STAND)),
                1 if x < 900 else -1,
            )
    shade(
        canvas,
        curve([(470, 960), (900, 930), (1400, 940), (1460, 985), (1000, 1010), (520, 1000)], True),
        rgb("200a18"),
        0.6,
        12,
    )
    wood, red = rgb("6a2a22"), rgb("b8261f")
    cx, cy, r = 1010, 500, 258
    with canvas.sheet(rim=Rim(rgb("ffd89a"), 7, 6, 8, 0.55)) as pen:
        for s in (-1, 1):
            pen.stroke(((cx + s * 150, cy + 120), (cx + s * 290, 960)), (30, 38), wood)
            pen.stroke(
                ((cx + s * 300, cy - 30), (cx + s * 250, cy + 190), (cx + s * 200, cy + 240)),
                (30, 34, 24),
                darker(wood, 0.15),
            )
        pen.stroke(((cx - 280, 900), (cx + 280, 900)), (30, 30), darker(wood, 0.2))
        pen.stroke(((cx - 250, 770), (cx + 250, 770)), (30, 30), lighter(wood, 0.06))
        side = [
            (cx + 300 + 62 * math.cos(u), cy + r * 0.9 * math.sin(u))
            for u in (math.pi * (i / 20 - 0.5) for i in range(21))
        ]
        bulge = (
            curve([(cx, cy - r), (cx + 150, cy - r * 1.02), side[0]], steps=8),
            curve([side[-1], (cx + 150, cy + r * 1.02), (cx, cy + r)], steps=8),
        )
        pen.shape([*bulge[0], *side, *bulge[1]], darker(red, 0.35))
        for k in (210, 292):
            pen.line(
                [
                    (cx + k + 60 * math.cos(u), cy + r * (1.0 - k / 3400) * math.sin(u))
                    for u in (math.pi * (i / 20 - 0.5) for i in range(21))
                ],
                8,
                rgb("e0a03a"),
            )
        pen.disc(cx, cy, r, r, red)
        pen.disc(cx, cy, r * 0.95, r * 0.95, rgb("7a1a1c"))
        for i in range(44):
            a = math.tau * i / 44
            pen.disc(cx + r * 0.955 * math.cos(a), cy + r * 0.955 * math.sin(a), 8, 8, rgb("f4c860"))
    with canvas.cut(rgb("fff0cc"), rgb("e8b878"), (cy - r, cy + r)) as pen:
        pen.disc(cx, cy, r * 0.885)
    with canvas.sheet(blur=1, opacity=0.55) as pen:
        pen.ring(cx, cy, r * 0.6, r * 0.6, 7, rgb("c8813f"))
        pen.ring(cx, cy, r * 0.55, r * 0.55, 3, rgb("c8813f"))
        for i in range(14):
            a, b, c = (math.tau * (i + k) / 14 for k in (0.12, 0.5, 0.88))
            pen.shape(
                (
                    (cx + r * 0.17 * math.cos(a), cy + r * 0.17 * math.sin(a)),
                    (cx + r * 0.46 * math.cos(b), cy + r * 0.46 * math.sin(b)),
                    (cx + r * 0.17 * math.cos(c), cy + r * 0.17 * math.sin(c)),
                ),
                rgb("c8502f"),
            )
        pen.disc(cx, cy, r * 0.15, r * 0.15, rgb("c8502f"))
    with canvas.sheet(rim=Rim(rgb("ffe0a0"), -7, 4, 2.5, 0.55)) as pen:
        x, y, tall = 590, 985, 500
        hands = [(x + 0.2 * tall, y - 1.04 * tall), (x + 0.28 * tall, y - 0.76 * tall)]
        pen.stroke((hands[0], (x + 0.36 * tall, y - 1.2 * tall)), (15, 12), rgb("e8c080"))
        person(
            pen,
            x,
            y,
            tall,
            Dress(rgb("d8302a"), rgb("3a1a2c"), hat="scarf", hat_ink=rgb("f0b83a"), trim=rgb("f4c53a")),
            DRUM,
            1,
            lit=1,
        )
        pen.stroke(
            ((x - 0.075 * tall, y - 0.5 * tall), (x + 0.07 * tall, y - 0.5 * tall)), (26, 26), rgb("f0b83a")
        )
        pen.stroke(
            (
                (x - 0.07 * tall, y - 0.5 * tall),
                (x - 0.16 * tall, y - 0.4 * tall),
                (x - 0.15 * tall, y - 0.28 * tall),
            ),
            (16, 22, 8),
            rgb("e0a02f"),
        )
        pen.stroke((hands[1], (x + 0.47 * tall, y - 0.83 * tall)), (15, 12), rgb("e8c080"))
        pen.disc(x + 0.475 * tall, y - 0.835 * tall, 17, 17, rgb("d8302a"))
        pen.disc(x + 0.365 * tall, y - 1.205 * tall, 17, 17, rgb("d8302a"))
    with canvas.sheet() as pen:
        bunting(pen, rng, (-20, 60), (820, 40), FIVE, 34, 0.1)
        bunting(pen, rng, (800, 30), (1640, 80), FIVE, 34, 0.1)
    return finish(canvas, rgb("ffcf8a"), from_left=False, warmth=0.2)


SCENES = {"festival-drum": festival_drum}
