"""Festivals: lanterns on the river, the field festival."""

import math

from PIL import Image

from ..buildings import square_flag, stilt_house, wire
from ..canvas import HEIGHT, WIDTH, Canvas, Pen, Rim
from ..figures import REACH, STAND, WALK, Dress, person
from ..light import finish, glow, mirror
from ..lines import curve, ridge
from ..palette import NIGHT, NOON, Colour, darker, lighter, mix, rgb
from ..plants import tree
from ..terrain import birds, clouds, hill, ranges

FIVE = tuple(rgb(c) for c in ("d8362f", "f4c53a", "3f8a5a", "f4ead0", "2f5fa0"))


def lantern(pen: Pen, x: float, y: float, wide: float, ink: Colour, tall: float = 1.15) -> None:
    """A ribbed silk lantern hanging from (x, y), lit from within."""
    h, r = wide * tall, wide / 2
    cy = y + wide * 0.22 + h / 2
    pen.line(((x, y), (x, cy - h / 2)), max(1.5, wide * 0.02), rgb("3a2030"))
    for i, t in enumerate((1.0, 0.82, 0.6, 0.36)):
        pen.disc(
            x, cy, r * t, h / 2 * (0.985 if t < 1 else 1), mix(ink, rgb("fff0b4"), (0.0, 0.2, 0.42, 0.68)[i])
        )
    for t in (0.95, 0.68, 0.36):
        pen.ring(x, cy, r * t, h / 2, max(1, wide * 0.012), darker(ink, 0.25))
    pen.line(((x, cy - h / 2), (x, cy + h / 2)), max(1, wide * 0.012), darker(ink, 0.25))
    for end in (-1, 1):
        pen.box(
            x - wide * 0.17,
            cy + end * h * 0.5 - wide * 0.05,
            x + wide * 0.17,
            cy + end * h * 0.5 + wide * 0.05,
            rgb("e0a83a"),
        )
    for i in range(-2, 3):
        pen.line(
            (
                (x + i * wide * 0.035, cy + h / 2 + wide * 0.05),
                (x + i * wide * 0.045, cy + h / 2 + wide * 0.42),
            ),
            max(1, wide * 0.022),
            mix(ink, rgb("e0a83a"), 0.4),
        )


def festival_lanterns(canvas: Canvas) -> Image.Image:
    p, rng = NIGHT, canvas.rng
    canvas.sky((rgb("101a40"), rgb("2a2f66"), rgb("6a4a78"), rgb("b06a70")), 0, 620)
    with canvas.sheet() as pen:
        for _ in range(80):
            pen.disc(rng.uniform(0, WIDTH), rng.uniform(0, 380), rng.uniform(0.7, 1.8), fill=rgb("dfe0f0"))
    glow(canvas, 1240, 150, 210, rgb("fff0cc"), 0.8)
    with canvas.cut(rgb("fff4d8")) as pen:
        pen.disc(1240, 150, 54)
    ranges(canvas, p, 450, 560, 3, 46, 0.2, 0.9, mist=0.3)
    with canvas.sheet() as pen:
        x = -30
        while x < WIDTH:  # old houses along the far bank
            w, h = rng.uniform(90, 150), rng.uniform(56, 110)
            wall = mix(rgb("3a3060"), rgb("6a4458"), rng.random() * 0.7)
            pen.box(x, 640 - h, x + w, 645, wall)
            pen.shape(
                ((x - 12, 642 - h), (x + 14, 612 - h), (x + w - 14, 612 - h), (x + w + 12, 642 - h)),
                rgb("1c1a3c"),
            )
            for k in range(3):
                lit = rng.random() < 0.8
                pen.box(
                    x + 12 + k * w / 3.2,
                    652 - h,
                    x + 12 + k * w / 3.2 + w * 0.17,
                    640,
                    mix(rgb("ffc066"), rgb("ff8f4a"), rng.random() * 0.6) if lit else darker(wall, 0.4),
                )
            x += w
        for x in range(40, WIDTH, 74):
            lantern(
                pen,
                x + rng.uniform(-14, 14),
                582,
                17,
                rng.choice((rgb("e8502f"), rgb("f0a83a"), rgb("d84a7a"))),
            )
    for x in range(60, WIDTH, 190):
        glow(canvas, x, 606, 130, rgb("ff9a52"), 0.5)
    mirror(canvas, 648, rgb("1c1c46"), 0.36, ripple=13)
    canvas.brushed(650, 1110, rgb("10122e"), 0.55, 7, 120, 0.28, 0.75)
    canvas.brushed(650, 1000, rgb("ffb060"), 0.45, 14, 220, 0.13, 0.4)
    spots = sorted((rng.uniform(690, 900), rng.uniform(60, 1540)) for _ in range(26))
    for y, x in spots[::2]:
        glow(canvas, x, y, 20 + (y - 660) * 0.34, rgb("ffb65e"), 0.75, 0.7)
    with canvas.sheet() as pen:  # paper lotus lights set on the water
        for y, x in spots:
            s = 5 + (y - 680) * 0.07
            ink = rng.choice((rgb("f0709a"), rgb("ff9a5a"), rgb("f6c05a"), rgb("e86a6a")))
            for k in (-1.1, -0.55, 0.55, 1.1, 0):
                pen.stroke(
                    ((x, y), (x + k * s, y - s * 0.5), (x + k * s * 1.25, y - s * (1.15 - abs(k) * 0.3))),
                    (s * 0.5, s * 0.7, 1),
                    mix(ink, rgb("fff0c0"), 0.65 - abs(k) * 0.4),
                )
            pen.disc(x, y + s * 0.15, s * 1.1, s * 0.22, darker(ink, 0.4))
    with canvas.cut(rgb("171535"), rgb("0c0b20"), (900, 1067), rim=Rim(rgb("ff9a5a"), 0, 9, 6, 0.5)) as pen:
        pen.shape(
            (
                (-10, 950),
                (500, 936),
                (1100, 940),
                (WIDTH + 10, 920),
                (WIDTH + 10, HEIGHT + 9),
                (-10, HEIGHT + 9),
            )
        )
    with canvas.sheet(rim=Rim(rgb("ffb868"), 0, 7, 3, 0.6)) as pen:
        skin, dark = rgb("8a5a56"), rgb("161432")
        folk = (
            (300, 240, "4a2f5c", STAND, 1, True),
            (372, 166, "8a3f4a", REACH, 1, False),
            (700, 232, "2f3a6a", WALK, -1, False),
            (770, 224, "7a3456", STAND, -1, True),
            (1060, 150, "a8503f", REACH, -1, False),
            (1000, 238, "27406a", STAND, 1, False),
            (1330, 246, "5a2f52", STAND, -1, True),
            (1405, 240, "2a3560", STAND, -1, False),
        )
        for x, tall, ink, pose, face, tail in folk:
            long = tail and pose is STAND
            person(
                pen,
                x,
                990 + (x % 7) * 4,
                tall,
                Dress(rgb(ink), rgb(ink) if long else dark, skin, rgb("120f22"), skirt=long, tail=tail),
                pose,
                face,
            )
        lantern(pen, 408, 824, 34, rgb("f0a83a"))
        lantern(pen, 1024, 842, 32, rgb("e8502f"))
    hung = (
        (150, 120, 170, "d8362f"),
        (392, 60, 130, "f0a030"),
        (600, 150, 104, "d8467a"),
        (1490, 250, 190, "e8602f"),
        (1310, 330, 100, "3f9a8a"),
        (800, 60, 84, "8a5ac0"),
        (30, 330, 110, "3f8ab0"),
    )
    for x, y, w, ink in hung:
        glow(canvas, x, y + w * 0.8, w * 1.7, lighter(rgb(ink), 0.2), 0.7)
    with canvas.sheet() as pen:
        wire(pen, (-20, 40), (720, 60), rgb("15122e"), 0.05, 2)
        wire(pen, (420, 30), (1640, 190), rgb("15122e"), 0.07, 2)
        for x, y, w, ink in hung:
            pen.line(((x, y), (x, y - 360)), 1.6, rgb("15122e"))
            lantern(pen, x, y, w, rgb(ink), 1.15 if w != 104 else 0.9)
    return finish(canvas, rgb("ffb070"), warmth=0.1)


def festival_field(canvas: Canvas) -> Image.Image:
    p, rng = NOON, canvas.rng
    canvas.sky((rgb("7ab8cc"), rgb("c9e0cf"), rgb("fbecc4")), 0, 480)
    clouds(canvas, 60, 230, rgb("fffdf0"), 0.8, 5)
    glow(canvas, 240, 250, 600, rgb("fff0bc"), 0.6)
    ranges(canvas, p, 290, 450, 5, 66, 0.0, 0.55, mist=0.8)
    canvas.mist(380, 540, rgb("f6f2d6"), 0.6)
    edge = ridge(rng, [(-60, 560), (400, 552), (900, 556), (1680, 540)], 3, 90)
    hill(canvas, edge, rgb("8fb45a"), rgb("b8c266"), 150, trees=18)
    with canvas.sheet() as pen:
        for x, w in ((90, 110), (230, 90), (1380, 120), (1520, 96)):
            stilt_house(pen, x, 572, w, rgb("8a6044"), rgb("b8925e"))
        for x, tall in ((160, 110), (1450, 130), (1570, 150), (20, 120)):
            tree(pen, rng, x, 576, tall, (rgb("4a3a2c"), rgb("35704a"), rgb("58984f"), rgb("c4d474")))
    with canvas.cut(rgb("c9cc6a"), rgb("6f9a48"), (570, 1067)) as pen:
        pen.shape(((-10, 580), (WIDTH + 10, 572), (WIDTH + 10, HEIGHT + 9), (-10, HEIGHT + 9)))
    canvas.brushed(590, 1110, rgb("dfd884"), 0.5, 7, 100, 0.3, 0.4)
    with canvas.cut(rgb("e2c58c"), rgb("cfa468"), (640, 960)) as pen:
        pen.disc(800, 800, 640, 150)
    pole_x = 905
    indigo = ("27345f", "2f3f74", "3a3060", "8a3446", "2f6a62")

    def villager(pen: Pen, x: float, y: float, tall: float, face: int, pose=STAND) -> None:
        woman = rng.random() < 0.6
        trim = rgb(rng.choice(("d8404a", "f0b03a", "e06a9a", "4fb0a0")))
        dress = Dress(
            rgb(rng.choice(indigo)),
            rgb(rng.choice(("22304c", "27345f", "3a3060"))),
            hat=rng.choice(("scarf", "cone", "scarf")) if woman else "",
            hat_ink=trim if rng.random() < 0.7 else rgb("e8d09a"),
            skirt=woman,
            trim=trim,
        )
        person(pen, x, y, tall, dress, pose, face)

    ring = sorted(
        (
            (
                800 + 640 * math.cos(a) * rng.uniform(0.96, 1.1),
                800 + 150 * math.sin(a) * rng.uniform(0.96, 1.16),
            )
            for a in (math.pi * (1.0 + i / 46) for i in range(47))
        ),
        key=lambda q: q[1],
    )
    with canvas.cut(rgb("5a5a3a"), blur=2.5, opacity=0.4) as pen:
        for x, y in ring:
            pen.shape(((x - 8, y), (x + 10, y), (x + 60, y + 14), (x + 36, y + 18)))
        pen.shape(((pole_x - 4, 820), (pole_x + 6, 820), (pole_x + 520, 900), (pole_x + 505, 906)))
    with canvas.sheet(rim=Rim(rgb("fff6d4"), 4, 3, 3, 0.5)) as pen:
        for x, y in ring:
            villager(pen, x, y, 84 + (y - 640) * 0.3, 1 if x < 800 else -1)
        for x, size in ((330, 74), (520, 60), (690, 52), (1110, 52), (1270, 60), (1440, 74)):
            foot = 700 - size * 0.4
            pen.line(((x, foot), (x, foot - size * 4.2)), 5, rgb("a87a48"))
            square_flag(pen, x + 3, foot - size * 4.2, size * 1.35, FIVE)
    with canvas.sheet(rim=Rim(rgb("fff6d4"), 4, 2, 3, 0.5)) as pen:  # the tall pole and its paper ring
        pen.stroke(((pole_x, 826), (pole_x + 4, 480), (pole_x - 6, 130)), (13, 9, 5), rgb("b88a4c"))
        for y in range(200, 820, 46):
            pen.line(((pole_x - 6, y), (pole_x + 7, y)), 2, rgb("7a5a34"))
        pen.ring(pole_x - 8, 96, 44, 50, 12, rgb("d8362f"))
        pen.ring(pole_x - 8, 96, 38, 44, 4, rgb("f4c53a"))
        for i in range(8):
            a = math.tau * i / 8
            pen.stroke(
                (
                    (pole_x - 8 + 44 * math.cos(a), 96 + 50 * math.sin(a)),
                    (pole_x - 8 + 60 * math.cos(a), 96 + 66 * math.sin(a) + 6),
                ),
                (6, 2),
                FIVE[i % 5],
            )
        for k, ink in enumerate((FIVE[1], FIVE[0], FIVE[2])):
            pen.stroke(
                (
                    (pole_x - 4, 170 + k * 8),
                    (pole_x + 70, 176 + k * 26),
                    (pole_x + 150 - k * 14, 160 + k * 40),
                ),
                (8, 13, 3),
                ink,
            )
        path = curve([(520, 640), (600, 430), (700, 290), (790, 214)], steps=8)
        for i, (x, y) in enumerate(path):  # the thrown ball with its tail
            if i > 14:
                pen.disc(x, y, 2 + (i - 14) * 0.32, fill=FIVE[i % 5])
        pen.disc(800, 204, 13, 13, rgb("d8362f"))
        pen.disc(796, 199, 5, 5, rgb("f4c53a"))
    with canvas.cut(rgb("5a4a3a"), blur=3, opacity=0.45) as pen:
        for x, y, s in (
            (486, 880, 120),
            (640, 862, 110),
            (1120, 900, 120),
            (1240, 880, 110),
            (760, 930, 120),
        ):
            pen.shape(((x - 14, y), (x + 14, y), (x + s, y + s * 0.24), (x + s * 0.7, y + s * 0.3)))
    with canvas.sheet(rim=Rim(rgb("fff6d4"), 6, 3, 3.5, 0.6)) as pen:
        person(
            pen,
            486,
            880,
            214,
            Dress(rgb("27345f"), rgb("22304c"), trim=rgb("f0b03a"), hat="scarf", hat_ink=rgb("27345f")),
            REACH,
            1,
        )
        villager(pen, 640, 862, 196, 1)
        villager(pen, 1120, 900, 214, -1, REACH)
        villager(pen, 1236, 884, 204, -1)
        person(pen, 762, 930, 128, Dress(rgb("d8502f"), rgb("27345f"), trim=rgb("f0b03a")), REACH, 1)
        for x in (120, 250, 1390, 1500):
            villager(pen, x, 1040 + (x % 9) * 4, 262, 1 if x < 800 else -1)
        birds(pen, rng, 300, 130, 5, rgb("6a8a8c"))
    return finish(canvas, rgb("fff0b8"))


SCENES = {"festival-lanterns": festival_lanterns, "festival-field": festival_field}
