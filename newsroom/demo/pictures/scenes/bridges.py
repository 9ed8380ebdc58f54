"""Bridges: the old steel one, the new one being closed."""

from PIL import Image

from ..buildings import lattice, sampan, tower_crane
from ..canvas import WIDTH, Canvas, Rim
from ..figures import ROW, STAND, WALK, WORK, Dress, person
from ..light import finish, glow, mirror
from ..lines import ridge
from ..palette import STEEL, lighter, mix, rgb
from ..plants import bamboo, reeds
from ..terrain import clouds, hill, ranges, sun


def river_bridge(canvas: Canvas) -> Image.Image:
    p, rng = STEEL, canvas.rng
    canvas.sky(p.sky, 0, 600)
    clouds(canvas, 130, 330, rgb("fbe9c6"), 0.6, 6)
    glow(canvas, 1400, 420, 700, rgb("ffd692"), 0.7)
    ranges(canvas, p, 430, 590, 5, 60, 0.0, 0.62, lit=-1, mist=0.8)
    canvas.mist(500, 680, p.haze, 0.7)
    with canvas.sheet() as pen:
        for i in range(26):  # the town on the far bank
            x = 40 + i * 26 + rng.uniform(-8, 8)
            if x > 640:
                break
            w, h = rng.uniform(26, 46), rng.uniform(18, 60)
            wall = mix(rgb(rng.choice(("e9d8b4", "d9b98a", "b8c4b4", "cf9a78"))), p.far, 0.4)
            pen.box(x, 640 - h, x + w, 642, wall)
            pen.shape(
                ((x - 3, 640 - h), (x + w * 0.5, 640 - h - 14), (x + w + 3, 640 - h)),
                mix(rgb("a8503a"), p.far, 0.35),
            )
            for j in range(int(h // 16)):
                pen.box(x + 6, 634 - j * 16, x + w - 6, 628 - j * 16, mix(wall, p.near, 0.4))
    shore = ridge(rng, [(-40, 640), (300, 648), (760, 652), (1180, 640), (1680, 616)], 4, 80)
    hill(canvas, shore, rgb("4f7a68"), rgb("6b9480"), 60, Rim(rgb("f4e2a0"), -6, 10, 8, 0.7), trees=14)
    steel, shade = rgb("c5482f"), rgb("74303a")
    deck = 566
    with canvas.sheet(rim=Rim(rgb("ffd9a0"), -4, 4, 4, 0.55)) as pen:
        for x in (250, 690, 1130, 1560):
            pen.shape(((x - 20, deck + 22), (x + 20, deck + 22), (x + 27, 676), (x - 27, 676)), rgb("b9b39e"))
            pen.shape(((x - 20, deck + 22), (x + 2, deck + 22), (x + 3, 676), (x - 27, 676)), rgb("7d8884"))
            pen.box(x - 36, 664, x + 36, 682, rgb("8d9189"))
        for x0, x1 in ((-190, 250), (250, 690), (690, 1130), (1130, 1570), (1570, 2010)):
            top = [
                (x0 + (x1 - x0) * t, deck - 150 * (1 - (2 * t - 1) ** 2) - 6)
                for t in (i / 18 for i in range(19))
            ]
            back = [(x + 12, y + 7) for x, y in top]
            pen.line(back, 5, shade)
            for i in range(1, 18):
                (x, y), (nx, ny) = top[i], top[i + 1]
                pen.line(((x, y), (x, deck)), 2.6, steel)
                if 1 < i < 17 and i % 2:
                    pen.line(((x, deck), (nx, ny)), 1.8, shade)
            pen.line(top, 9, steel)
            pen.line([(x, y - 3) for x, y in top], 2, lighter(steel, 0.4))
        pen.box(-10, deck, WIDTH + 10, deck + 22, rgb("8a3a34"))
        pen.box(-10, deck, WIDTH + 10, deck + 6, lighter(steel, 0.2))
        pen.line(((0, deck - 18), (WIDTH, deck - 18)), 1.4, shade)
        for x in range(0, WIDTH, 22):
            pen.line(((x, deck - 18), (x, deck)), 1, shade)
        for x, ink in ((430, "2c4c5c"), (485, "e9c46a"), (870, "e8e0cc"), (1290, "3a5a5c")):
            person(pen, x, deck, 34, Dress(rgb(ink), rgb("2a2c3a"), hat="cone" if x % 2 else ""), STAND, 1)
        pen.box(1000, deck - 40, 1078, deck - 4, rgb("e8dcc0"))
        pen.box(1078, deck - 28, 1100, deck - 4, rgb("3a6a72"))
    mirror(canvas, 678, rgb("2d6a70"), 0.34, ripple=12)
    canvas.brushed(700, 1110, rgb("12444e"), 0.4, 7, 110, 0.22, 0.8)
    canvas.brushed(680, 1000, rgb("ffe3ae"), 0.5, 10, 220, 0.17, 0.5)
    with canvas.sheet(rim=Rim(rgb("ffe2a8"), -4, 3, 4, 0.6)) as pen:
        sampan(pen, 420, 872, 250, rgb("23383e"), -1, rgb("8a6a48"))
        person(pen, 506, 862, 104, Dress(rgb("d8c49a"), rgb("22333a"), hat="cone"), ROW, -1, lit=1)
        pen.line(((468, 792), (440, 890)), 4, rgb("4a3a30"))
    with canvas.sheet() as pen:
        bamboo(pen, rng, 1590, 1100, 640, rgb("123a3e"), rgb("1d5450"), 9, 0.34)
        reeds(pen, rng, 1180, 1640, 1090, 170, [rgb("10343a"), rgb("22565a"), rgb("3f6f5c")], 60)
    return finish(canvas, rgb("ffd796"), from_left=False)


def construction_bridge(canvas: Canvas) -> Image.Image:
    rng = canvas.rng
    canvas.sky((rgb("8fb6b8"), rgb("d3d8bc"), rgb("f7e2ae")), 0, 640)
    clouds(canvas, 90, 260, rgb("fdf4da"), 0.6, 5)
    sun(canvas, 330, 260, 42, rgb("fffbe8"), 10, 0.9, rgb("ffe6a8"))
    for y, near in ((470, 0.1), (560, 0.4), (632, 0.75)):
        line = ridge(rng, [(-60 + i * 280, y + rng.uniform(-50, 34)) for i in range(7)], 9, 130)
        ink = mix(rgb("9db2a2"), rgb("2f5a56"), near)
        hill(
            canvas,
            line,
            ink,
            mix(ink, rgb("f3e3b8"), 0.4),
            170,
            Rim(rgb("fbeebc"), 16, 20, 18, 0.5),
            trees=10 * near,
        )
    canvas.mist(590, 740, rgb("f6e6bf"), 0.5)
    stone, shade, crane = rgb("cfc3a4"), rgb("857d70"), rgb("d8892c")

    def arm(pen, x, deck, left, right, deep, ink, dark):  # a balanced cantilever on its pier
        pen.shape(
            (
                (x - deep * 0.34, deck + deep * 0.8),
                (x + deep * 0.34, deck + deep * 0.8),
                (x + deep * 0.42, 742),
                (x - deep * 0.42, 742),
            ),
            ink,
        )
        pen.shape(
            (
                (x + deep * 0.05, deck + deep * 0.8),
                (x + deep * 0.34, deck + deep * 0.8),
                (x + deep * 0.42, 742),
                (x + deep * 0.06, 742),
            ),
            dark,
        )
        pen.box(x - deep * 0.7, 728, x + deep * 0.7, 748, dark)
        under = [
            (x + u * (right if u > 0 else left), deck + deep * (0.3 + 0.7 * (1 - abs(u)) ** 1.8))
            for u in (i / 12 for i in range(-12, 13))
        ]
        pen.shape([(x - left, deck), (x + right, deck), *under[::-1]], dark)
        pen.box(x - left, deck, x + right, deck + deep * 0.2, ink)
        for i in range(1, 12):
            for sign, reach in ((-1, left), (1, right)):
                px = x + sign * reach * i / 12
                pen.line(((px, deck + deep * 0.2), (px, deck + deep * 0.3)), 1.4, shade)

    with canvas.sheet(rim=Rim(rgb("fff1c6"), 6, 5, 7, 0.7)) as pen:
        tower_crane(pen, 440, 520, 330, 330, crane, 0.42)
        tower_crane(pen, 1310, 500, 400, -420, crane, 0.5)
        arm(pen, 440, 512, 480, 395, 118, stone, shade)
        arm(pen, 1300, 512, 395, 480, 118, stone, shade)
        for x, face in ((835, -1), (905, 1)):  # form travellers either side of the last gap
            lattice(pen, (x - face * -52, 458), (x + face * 4, 458), 18, rgb("c4482f"), 6, 2.4)
            pen.line(((x, 458), (x, 585)), 3, rgb("c4482f"))
            pen.line(((x + face * 52, 458), (x + face * 52, 512)), 4, rgb("8a3a30"))
            pen.box(x - 8 if face < 0 else x - 40, 556, x + 40 if face < 0 else x + 8, 566, rgb("8a3a30"))
        for x in range(0, 830, 16):
            pen.line(((x, 497), (x, 512)), 1.2, rgb("a8763a"))
            pen.line(((WIDTH - x * 0.82, 497), (WIDTH - x * 0.82, 512)), 1.2, rgb("a8763a"))
        pen.line(((0, 498), (822, 498)), 1.6, rgb("a8763a"))
        pen.line(((920, 498), (WIDTH, 498)), 1.6, rgb("a8763a"))
    with canvas.sheet() as pen:
        helmets = ("f4c430", "f4f0e0", "d8502f")
        for x in (640, 668, 742, 760, 801, 948, 985, 1120, 250, 1440, 1462):
            ink = rgb(rng.choice(("e8702a", "3f6f8a", "d8a030", "4a5a6a")))
            person(
                pen,
                x,
                513,
                35,
                Dress(ink, rgb("2c3440"), hat="helmet", hat_ink=rgb(rng.choice(helmets))),
                rng.choice((STAND, WORK, WALK)),
                rng.choice((-1, 1)),
            )
    mirror(canvas, 746, rgb("86a092"), 0.36, ripple=11)
    canvas.brushed(760, 1130, rgb("4a7068"), 0.42, 7, 110, 0.24, 0.8)
    canvas.brushed(748, 1050, rgb("fff0c4"), 0.5, 10, 220, 0.18, 0.5)
    with canvas.sheet(rim=Rim(rgb("fff0c4"), 5, 4, 5, 0.6)) as pen:
        pen.shape(((690, 850), (1110, 850), (1085, 896), (715, 896)), rgb("7a3f34"))
        pen.box(684, 838, 1116, 852, rgb("a8573c"))
        pen.box(1010, 780, 1080, 838, rgb("e6d8b4"))
        pen.box(1022, 794, 1068, 812, rgb("4a6a70"))
        lattice(pen, (760, 838), (905, 610), 16, rgb("c47a2c"), 12, 2.4)
        pen.line(((905, 610), (868, 640), (868, 740)), 1.6, rgb("4a4440"))
        for i in range(3):
            pen.box(832 - i * 4, 826 - i * 12, 950 - i * 8, 836 - i * 12, rgb("8d9088"))
        for x, ink in ((728, "e8702a"), (975, "3f6f8a"), (1000, "e8702a")):
            person(
                pen, x, 838, 62, Dress(rgb(ink), rgb("2c3440"), hat="helmet", hat_ink=rgb("f4c430")), WORK, 1
            )
    with canvas.sheet(blur=5, opacity=0.35) as pen:
        pen.shape(((700, 900), (1100, 900), (1060, 960), (740, 960)), rgb("3f4a44"))
    return finish(canvas, rgb("ffe9ae"))


SCENES = {"river-bridge": river_bridge, "construction-bridge": construction_bridge}
