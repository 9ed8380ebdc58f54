"""The country: a road through the paddies, an orange orchard."""

import math

from PIL import Image

from ..buildings import cottage, pole, wire
from ..burdens import basket, cyclist
from ..canvas import HEIGHT, WIDTH, Canvas, Pen, Rim
from ..figures import BEND, REACH, WALK, Dress, person
from ..light import finish, glow, shade
from ..lines import Camera, curve, ridge
from ..palette import GOLD, NOON, Colour, lighter, mix, rgb
from ..plants import leafy, palm, reeds, tree
from ..terrain import birds, clouds, hill, paddies, ranges, sun


def village_road(canvas: Canvas) -> Image.Image:
    p, rng = NOON, canvas.rng
    canvas.sky((rgb("4f9fc4"), rgb("a4d2d4"), rgb("f2efcf")), 0, 470)
    clouds(canvas, 50, 260, rgb("fffef4"), 0.9, 7)
    cam = Camera(1010, 470, 900, 2.6)
    ranges(canvas, p, 330, 440, 4, 50, 0.0, 0.45, mist=0.85)
    canvas.mist(390, 500, rgb("f0f2d6"), 0.7)
    with canvas.cut(rgb("b4c866"), rgb("6fa048"), (470, 1067)) as pen:
        pen.box(-10, 472, WIDTH + 10, HEIGHT + 10)
    fields = tuple(rgb(c) for c in ("a8c452", "c4cf5a", "88b44c", "d8cf6a", "74a84a"))
    paddies(canvas, cam, -90, -3.4, fields, rgb("5f8a3e"))
    paddies(canvas, cam, 3.4, 60, fields, rgb("5f8a3e"))
    with canvas.sheet() as pen:
        tones = (
            rgb("4a3f30"),
            mix(rgb("2f6a48"), p.haze, 0.3),
            mix(rgb("4f9054"), p.haze, 0.25),
            mix(rgb("b4cc74"), p.haze, 0.2),
        )
        for x, w in ((520, 60), (610, 74), (1240, 66), (1345, 84), (700, 54)):
            tree(pen, rng, x - w * 0.8, 486, w * 1.3, tones)
            cottage(
                pen,
                x,
                490,
                w,
                mix(rgb("c4583c"), p.haze, 0.25),
                mix(rgb("f4e6c4"), p.haze, 0.2),
                rgb("6a7a78"),
            )
        for x in (460, 780, 1430, 1500):
            tree(pen, rng, x, 488, rng.uniform(60, 96), tones)
        palm(pen, rng, 650, 488, 110, *tones[:2], tones[3])
    with canvas.sheet() as pen:  # the verge, the concrete, its joints
        pen.shape(
            [cam.at(-4.0, 0, 150), cam.at(4.0, 0, 150), cam.at(4.0, 0, 2), cam.at(-4.0, 0, 2)], rgb("7f9f48")
        )
    with canvas.cut(rgb("efe6cc"), rgb("cfc0a0"), (475, 1067)) as pen:
        pen.shape([cam.at(-2.4, 0, 150), cam.at(2.4, 0, 150), cam.at(2.4, 0, 2), cam.at(-2.4, 0, 2)])
    with canvas.sheet(opacity=0.6) as pen:
        z = 60.0
        while z > 2.6:
            pen.line((cam.at(-2.4, 0, z), cam.at(2.4, 0, z)), max(1, cam.size(0.035, z)), rgb("a89a7c"))
            z *= 0.84
    with canvas.sheet(rim=Rim(rgb("f4f4b0"), 3, 3, 3, 0.4)) as pen:
        z = 40.0
        while z > 3:
            for side in (-1, 1):
                for _ in range(7):
                    x, y = cam.at(side * rng.uniform(2.5, 4.4), 0, z * rng.uniform(0.9, 1.1))
                    s = cam.size(rng.uniform(0.2, 0.6), z)
                    for k in (-0.5, 0, 0.4):
                        pen.stroke(
                            ((x, y), (x + k * s, y - s)),
                            (max(1, s * 0.14), 0.7),
                            mix(rgb("3f7a3c"), rgb("c4d460"), rng.random()),
                        )
            z *= 0.88
    with canvas.cut(rgb("4f4a5a"), blur=3, opacity=0.4) as pen:
        for z in (46, 32, 22.5, 15.5, 10.5):
            a, b = cam.at(-4.2, 0, z), cam.at(1.6, 0, z * 0.94)
            pen.stroke((a, b), (cam.size(0.18, z), cam.size(0.1, z)))
        for x, z in ((0.9, 9.6), (-0.9, 17), (1.2, 24)):
            ax, ay = cam.at(x, 0, z)
            s = cam.size(1.6, z)
            pen.shape(
                (
                    (ax - s * 0.3, ay - 2),
                    (ax + s * 0.3, ay - 2),
                    (ax + s * 1.1, ay + s * 0.2),
                    (ax + s * 0.5, ay + s * 0.22),
                )
            )
    ink = rgb("5a5a58")
    with canvas.sheet(rim=Rim(rgb("fff8e0"), 3, 1, 3, 0.5)) as pen:
        tops = []
        for z in (130, 92, 66, 46, 32, 22.5, 15.5, 10.5, 7.0):
            x, y = cam.at(-4.2, 0, z)
            tops.append(
                pole(pen, x, y, cam.size(7.2, z), mix(ink, p.haze, max(0.0, min(0.7, (z - 10) / 110))), 2)
            )
        for a, b in zip(tops, tops[1:], strict=False):
            for one, two in zip(a, b, strict=True):
                wire(pen, one, two, rgb("5f6a6c"), 0.03, 1.5)
        end = [(x - 420, y - 330) for x, y in tops[-1]]
        for one, two in zip(tops[-1], end, strict=True):
            wire(pen, one, two, rgb("5f6a6c"), 0.03, 1.8)
    with canvas.sheet(rim=Rim(rgb("fff8e0"), 5, 3, 3.5, 0.5)) as pen:
        for x, z, shirt, hat in ((1.2, 24, "3f6f9a", ""), (-0.9, 17, "d8a03a", "cone")):
            ax, ay = cam.at(x, 0, z)
            person(
                pen,
                ax,
                ay,
                cam.size(1.65, z),
                Dress(rgb(shirt), rgb("33384a"), hat=hat),
                WALK,
                1 if x < 0 else -1,
            )
        ax, ay = cam.at(0.9, 0, 9.6)
        cyclist(pen, ax, ay, 172, Dress(rgb("c8405a"), rgb("2a3048"), hat="cone", tail=True), -1)
        pen.disc(ax + 46, ay - 84, 22, 15, rgb("4f8a4a"))
        pen.disc(ax + 54, ay - 92, 16, 10, rgb("86b552"))
        for x, y, tall, face in ((250, 640, 66, 1), (330, 650, 68, -1), (300, 628, 60, 1)):
            person(
                pen,
                x,
                y,
                tall,
                Dress(rgb(rng.choice(("a83c4a", "2f6a70", "6a4a7a"))), rgb("33384a"), hat="cone"),
                BEND,
                face,
            )
    with canvas.sheet(rim=Rim(rgb("fff6c0"), 9, 7, 8, 0.45)) as pen:
        tree(
            pen, rng, 1500, 860, 640, (rgb("4a3a30"), rgb("28583e"), rgb("437f48"), rgb("c4d46a")), wide=0.46
        )
        for _ in range(12):  # the banyan's hanging roots
            x = 1500 + rng.gauss(0, 70)
            pen.stroke(((x, 580), (x + rng.uniform(-4, 4), rng.uniform(660, 850))), (5, 1.5), rgb("4a3a30"))
        pen.stroke(((1500, 840), (1500, 660)), (70, 50), rgb("4a3a30"))
        for foot, wide in ((1440, 26), (1474, 34), (1530, 34), (1562, 26)):
            pen.stroke(((1500, 800), ((1500 + foot) / 2, 850), (foot, 874)), (40, wide, 5), rgb("4a3a30"))
    with canvas.sheet() as pen:
        reeds(
            pen, rng, -20, 500, 1085, 150, [rgb("3f7a3c"), rgb("7aa848"), rgb("c4cf5a")], 120, rgb("f0dc8a")
        )
        birds(pen, rng, 420, 210, 6, rgb("f8fbf2"), 13)
    return finish(canvas, rgb("fff6c4"))


def orange_tree(
    pen: Pen, rng, x: float, y: float, tall: float, inks: tuple[Colour, ...], fruit: tuple[Colour, Colour]
) -> None:
    """A low round orange tree, heavy with fruit, lit from the left."""
    trunk, shaded, leaf, light = inks
    pen.stroke(((x, y), (x, y - tall * 0.4)), (tall * 0.07, tall * 0.05), trunk)
    r = tall * 0.42
    cy = y - tall * 0.58
    pen.disc(x, cy, r * 0.86, r * 0.8, shaded)
    for i in range(11 if tall > 60 else 0):
        a = math.tau * i / 11
        pen.disc(
            x + math.cos(a) * r * 0.72,
            cy + math.sin(a) * r * 0.68,
            r * rng.uniform(0.26, 0.38),
            r * rng.uniform(0.22, 0.32),
            shaded,
        )
    clumps = sorted(
        ((rng.gauss(0, 0.42), rng.gauss(-0.05, 0.42)) for _ in range(18 if tall > 110 else 7)),
        key=lambda c: c[1],
    )
    for u, v in clumps:
        if u * u + v * v > 0.8:
            continue
        facing = min(1.0, max(0.0, 0.45 - 0.6 * u - 0.5 * v))
        leafy(pen, rng, x + u * r, cy + v * r, r * 0.3, r * 0.22, mix(shaded, leaf, 0.2 + 0.8 * facing))
        if facing < 0.3 or tall < 60:
            continue
        leafy(
            pen,
            rng,
            x + u * r - r * 0.06,
            cy + v * r - r * 0.07,
            r * 0.17,
            r * 0.1,
            mix(leaf, light, 0.8 * facing),
        )
    for _ in range(30 if tall > 110 else 12):
        u, v = rng.uniform(-0.9, 0.9), rng.uniform(-0.75, 0.95)
        if u * u + v * v > 0.86:
            continue
        s = r * rng.uniform(0.062, 0.08)
        fx, fy = x + u * r, cy + v * r
        lit = min(1.0, max(0.0, 0.6 - 0.5 * u - 0.3 * v))
        pen.disc(fx, fy, s, s, mix(fruit[1], fruit[0], lit))
        pen.disc(fx - s * 0.3, fy - s * 0.3, s * 0.35, s * 0.32, lighter(fruit[0], 0.35 * lit + 0.1))


def orchard_orange(canvas: Canvas) -> Image.Image:
    p, rng = GOLD, canvas.rng
    canvas.sky((rgb("8fbfc0"), rgb("d8dcb4"), rgb("fbe2a4")), 0, 460)
    clouds(canvas, 70, 210, rgb("fff8e4"), 0.7, 5)
    sun(canvas, 330, 240, 50, rgb("fffbe8"), 10, 0.9, rgb("ffe6a0"))
    ranges(canvas, p, 290, 400, 4, 56, 0.0, 0.4, mist=0.8)
    canvas.mist(330, 500, rgb("faeec4"), 0.75)
    slope = ridge(rng, [(-60, 500), (300, 450), (700, 430), (1100, 400), (1680, 330)], 4, 130)
    hill(canvas, slope, rgb("a8b45a"), rgb("7f9a48"), 560, Rim(rgb("fff2a8"), 8, 10, 10, 0.6))
    inks = (rgb("5a4030"), rgb("1f5a3c"), rgb("3f8a48"), rgb("c8d068"))
    fruit = (rgb("ff9a2a"), rgb("d8601f"))
    rows = 7
    for i in range(rows):
        t = i / (rows - 1)
        fog = 0.6 * (1 - t) ** 1.3
        tall = 44 + 300 * t**1.55
        gap = tall * 1.08
        trees, x = [], -60 + (i % 2) * gap * 0.5 + rng.uniform(0, 20)
        while x < WIDTH + 80:
            y = 480 - x * 0.085 * (1 - t) + 560 * t**1.35 + rng.uniform(-4, 4)
            lane = 1010 - 120 * t  # the way between the rows
            if abs(x - lane) > tall * (0.55 if i < 5 else 0.8):
                trees.append((x, y))
            x += gap
        with canvas.cut(mix(rgb("3f4a34"), p.haze, fog), blur=2 + 3 * t, opacity=0.45) as pen:
            for x, y in trees:
                pen.disc(x + tall * 0.3, y + 2, tall * 0.52, tall * 0.1)
        if i == rows - 1:
            trees = [(x, y) for x, y in trees if x < 560 or x > 1330]
        with canvas.sheet(
            rim=Rim(mix(rgb("fff4b0"), p.haze, 0.2), 3 + 5 * t, 3 + 4 * t, 3 + 4 * t, 0.4)
        ) as pen:
            for x, y in trees:
                orange_tree(
                    pen,
                    rng,
                    x,
                    y,
                    tall,
                    tuple(mix(c, p.haze, fog) for c in inks),
                    tuple(mix(c, p.haze, fog * 0.7) for c in fruit),
                )
        if i == rows - 3:
            with canvas.sheet(rim=Rim(rgb("fff4cc"), 4, 3, 3.5, 0.5)) as pen:
                person(
                    pen,
                    1010,
                    850,
                    150,
                    Dress(rgb("a83c4a"), rgb("2c2a3c"), hat="cone", bag=rgb("a87a44")),
                    WALK,
                    -1,
                )
    shade(
        canvas,
        curve([(600, 1050), (900, 1010), (1300, 1020), (1320, 1060), (900, 1085)], True),
        rgb("3a3a24"),
        0.4,
        10,
    )
    with canvas.sheet(rim=Rim(rgb("fff4cc"), 7, 4, 4, 0.5)) as pen:
        person(pen, 660, 1040, 280, Dress(rgb("d8a83a"), rgb("2f3450"), hat="cone"), REACH, -1)
        person(pen, 1200, 1030, 268, Dress(rgb("8a3f5a"), rgb("2c2a3c"), hat="cone"), BEND, -1)
        for x, y, w in ((820, 1042, 140), (975, 1056, 150), (1080, 1020, 110)):
            basket(pen, x, y, w, rgb("b08450"), (rgb("f08a2a"), rgb("ffaa3c"), rgb("e0701f")), rng)
        for x, y in ((905, 1040), (740, 1058), (1150, 1050)):
            pen.disc(x, y, 9, 9, rgb("f08a2a"))
            pen.disc(x - 3, y - 3, 3, 3, rgb("ffd08a"))
    glow(canvas, 330, 300, 700, rgb("ffe6a0"), 0.22)
    return finish(canvas, rgb("ffe6a0"))


SCENES = {"village-road": village_road, "orchard-orange": orchard_orange}
