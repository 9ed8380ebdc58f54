"""The uplands: dawn over the ranges, tea, a hamlet in mist, terraces at harvest."""

from PIL import Image

from ..buildings import stilt_house
from ..canvas import Canvas, Rim
from ..figures import BEND, STAND, WALK, Dress, person
from ..light import finish, glow
from ..lines import height_at, ridge
from ..palette import DAWN, GOLD, MIST, TEA, darker, lighter, mix, rgb
from ..plants import bamboo, palm, reeds, tree
from ..terrain import birds, clouds, hill, ranges, sun, tea_mound, terraces


def hills_dawn(canvas: Canvas) -> Image.Image:
    p, rng = DAWN, canvas.rng
    canvas.sky(p.sky, 0, 640)
    clouds(canvas, 120, 300, rgb("fbd9bd"), 0.5)
    sun(canvas, 520, 462, 46, rgb("fff6d8"), 11, 0.95, rgb("ffcf8e"))
    ranges(canvas, p, 500, 830, 6, 74, 0.0, 0.86, mist=0.6)
    canvas.mist(600, 900, p.haze, 0.5)
    glow(canvas, 520, 520, 520, rgb("ffb873"), 0.4, 0.6)
    knoll = ridge(rng, [(-40, 900), (300, 935), (700, 905), (1050, 800), (1330, 770), (1660, 830)], 9, 120)
    hill(canvas, knoll, rgb("2c2a4c"), rgb("191930"), 240, Rim(rgb("f4a878"), 16, 24, 16, 0.7), trees=9)
    with canvas.sheet() as pen:
        house = 1205
        stilt_house(
            pen, house, height_at(knoll, house) + 12, 150, rgb("3a2f4c"), rgb("4b3650"), rgb("ffc46a")
        )
        inks = (rgb("1a1830"), rgb("1f1d3a"), rgb("34305a"), rgb("8a5a70"))
        for x, tall in ((1345, 210), (1420, 150), (1085, 110), (1520, 130)):
            tree(pen, rng, x, height_at(knoll, x) + 8, tall, inks)
        palm(pen, rng, 1120, height_at(knoll, 1120) + 6, 170, *inks[:2], inks[3])
        birds(pen, rng, 770, 330, 7, rgb("4b4564"))
    glow(canvas, 1205, 750, 90, rgb("ffb45a"), 0.7)
    with canvas.cut(rgb("e9c9c0"), blur=7, opacity=0.5) as pen:
        pen.stroke(((1228, 672), (1240, 620), (1222, 560), (1262, 500)), (7, 14, 22, 34))
    return finish(canvas, rgb("ffc98f"))


def hills_tea(canvas: Canvas) -> Image.Image:
    p, rng = TEA, canvas.rng
    canvas.sky(p.sky, 0, 430)
    clouds(canvas, 60, 200, rgb("fffbe6"), 0.6)
    ranges(canvas, p, 330, 480, 4, 52, 0.0, 0.5, mist=0.85)
    canvas.mist(380, 560, rgb("f3f2d8"), 0.75)
    glow(canvas, 180, 300, 620, rgb("fff0b4"), 0.55)
    inks = (rgb("4a5a34"), rgb("1f5a3c"), rgb("3f8a48"), rgb("d6dc6e"))
    pale = tuple(mix(ink, p.haze, 0.42) for ink in inks)
    half = tuple(mix(ink, p.haze, 0.2) for ink in inks)
    tea_mound(
        canvas,
        [(-60, 560), (240, 500), (560, 470), (900, 510), (1250, 590)],
        [(-60, 800), (300, 790), (620, 780), (960, 760), (1250, 700)],
        11,
        pale,
    )
    tea_mound(
        canvas,
        [(640, 690), (950, 590), (1260, 530), (1480, 520), (1720, 560)],
        [(400, 900), (800, 930), (1200, 960), (1500, 1010), (1720, 1040)],
        11,
        half,
    )
    with canvas.sheet() as pen:
        tones = (rgb("3a3a2c"), rgb("2a6044"), rgb("4a8a52"), rgb("c2cf78"))
        for x, y, tall in ((1385, 540, 150), (1465, 528, 110), (150, 530, 90), (215, 522, 70)):
            tree(pen, rng, x, y, tall, tones)
        stilt_house(pen, 1270, 556, 110, rgb("8a6a4c"), rgb("a88a62"))
    tea_mound(
        canvas,
        [(-80, 780), (240, 715), (620, 700), (1000, 780), (1400, 940), (1720, 1060)],
        [(-80, 1330), (240, 1330), (620, 1340), (1000, 1340), (1400, 1300), (1720, 1260)],
        9,
        inks,
    )
    with canvas.sheet(rim=Rim(rgb("fff6c0"), 5, 3, 4, 0.6)) as pen:
        for x, y, tall, top, face, pose in (
            (560, 850, 205, "a83c4a", 1, BEND),
            (742, 884, 214, "2c4f7c", -1, STAND),
            (900, 815, 150, "d4a23a", 1, BEND),
        ):
            dress = Dress(rgb(top), rgb("2a2a3c"), hat="cone", bag=rgb("a87a44"))
            person(pen, x, y, tall, dress, pose, face)
    with canvas.sheet() as pen:  # the row they stand behind
        for x, y, w in ((570, 852, 120), (735, 886, 120), (905, 816, 90)):
            for _ in range(34):
                px, py = x + rng.gauss(0, 0.45) * w, y + rng.uniform(-14, 22)
                pen.disc(
                    px, py - 12, w * 0.1, w * 0.06, mix(inks[2], inks[3], max(0.0, 0.7 - (py - y + 14) / 40))
                )
    return finish(canvas, rgb("fff0b0"))


def hills_mist(canvas: Canvas) -> Image.Image:
    p, rng = MIST, canvas.rng
    canvas.sky(p.sky, 0, 700)
    ranges(canvas, p, 230, 560, 5, 92, 0.0, 0.42, lit=-1, peaks=4, mist=0.95)
    canvas.mist(380, 660, p.haze, 1.0, 3, 6)
    shelf = ridge(rng, [(-60, 600), (260, 640), (620, 690), (1000, 668), (1300, 700), (1680, 660)], 10, 140)
    hill(canvas, shelf, rgb("5f8584"), rgb("c9d4cc"), 150, Rim(rgb("d8e2d2"), -14, 18, 16, 0.7), trees=16)
    with canvas.sheet() as pen:
        for x, wide in ((430, 92), (545, 118), (668, 96), (800, 84)):
            stilt_house(pen, x, height_at(shelf, x) + 16, wide, rgb("5b5a58"), rgb("7d8077"), rgb("f4c98a"))
        soft = (rgb("3f5d60"), rgb("426a6a"), rgb("5c8680"), rgb("a3bcae"))
        for x, tall in ((350, 110), (610, 90), (742, 120), (890, 130)):
            tree(pen, rng, x, height_at(shelf, x) + 14, tall, soft, lit=1)
    canvas.mist(590, 820, p.haze, 1.0, 3, 5, 0.6)
    near = ridge(rng, [(-60, 880), (260, 905), (640, 960), (960, 925), (1280, 850), (1680, 810)], 10, 160)
    hill(canvas, near, rgb("23474c"), rgb("122a32"), 230, Rim(rgb("7fa39a"), -14, 20, 14, 0.8), trees=14)
    inks = (rgb("10272e"), rgb("163840"), rgb("275056"), rgb("7a9f94"))
    with canvas.sheet(rim=Rim(rgb("dfe8d8"), -5, 4, 6, 0.35)) as pen:
        tree(pen, rng, 1190, height_at(near, 1190) + 10, 560, inks, lit=1, wide=0.4, lean=-0.05)
        bamboo(pen, rng, 1480, height_at(near, 1480) + 14, 330, inks[1], inks[2], 8, 0.42)
        dress = Dress(rgb("25404e"), rgb("1a2c34"), hat="cone", hat_ink=rgb("e8d6a8"), trim=rgb("c8553a"))
        person(pen, 980, height_at(near, 980) + 8, 84, dress, WALK, -1, lit=1)
        person(
            pen, 1040, height_at(near, 1040) + 10, 58, Dress(rgb("b8563f"), rgb("22313a")), WALK, -1, lit=1
        )
        birds(pen, rng, 430, 240, 5, rgb("6f8a8c"))
    canvas.mist(860, 1120, rgb("c5d2cb"), 0.4, 3, 5, 0.7)
    return finish(canvas, rgb("fff0d0"), from_left=False, warmth=0.22)


def terraces_gold(canvas: Canvas) -> Image.Image:
    p, rng = GOLD, canvas.rng
    canvas.sky(p.sky, 0, 420)
    clouds(canvas, 50, 170, rgb("fffaea"), 0.6)
    glow(canvas, 1380, 150, 620, rgb("fff0b0"), 0.6)
    ranges(canvas, p, 250, 400, 4, 60, 0.0, 0.34, lit=-1, mist=0.8)
    canvas.mist(300, 480, rgb("f8efcc"), 0.7)
    wood = ridge(rng, [(-60, 330), (260, 372), (640, 436), (1000, 446), (1320, 420), (1680, 352)], 8, 120)
    hill(canvas, wood, rgb("6f8a54"), rgb("9aa860"), 120, Rim(rgb("f4e79a"), -12, 16, 12, 0.8), trees=16)
    fields = ("e8b83e", "f0c850", "d8a232", "f3d470", "c9b446")
    terraces(canvas, 440, 1085, 15, (rgb("5d5a26"), rgb("fff2a8"), *(rgb(f) for f in fields)), spur=0.36)
    inks = (rgb("4a3a26"), rgb("3c5a2c"), rgb("64843a"), rgb("c8cc62"))
    with canvas.sheet(rim=Rim(rgb("fff2b0"), -4, 4, 5, 0.5)) as pen:
        for x, y, tall in ((1092, 560, 130), (1172, 566, 96), (150, 470, 84), (205, 478, 64)):
            tree(pen, rng, x, y, tall, inks, lit=1)
        stilt_house(pen, 1010, 586, 160, rgb("8a5a3a"), rgb("b88a58"), rgb("5a3a2a"))
        people = (
            (470, 806, 96, "b23a3a", BEND, 1),
            (540, 812, 100, "2c3c6c", BEND, -1),
            (640, 800, 104, "33456f", WALK, 1),
            (905, 690, 62, "b23a3a", BEND, 1),
            (950, 692, 62, "3a3a5c", STAND, -1),
        )
        for x, y, tall, top, pose, face in people:
            person(pen, x, y, tall, Dress(rgb(top), rgb("2c2a38"), hat="cone"), pose, face, lit=1)
        for x, y, s in ((575, 815, 26), (430, 812, 24), (990, 694, 15), (690, 806, 22)):
            for i in range(9):
                pen.stroke(
                    ((x + (i - 4) * 0.6, y), (x + (i - 4) * s * 0.17, y - s)),
                    (2.5, 2),
                    darker(rgb("e0ac38"), 0.06 * (i % 4)),
                )
            pen.line(((x - 4, y - s * 0.45), (x + 4, y - s * 0.45)), 2.4, rgb("7a5a24"))
    with canvas.sheet() as pen:
        reeds(
            pen,
            rng,
            -20,
            420,
            1090,
            150,
            [rgb("7a7a2c"), rgb("4c5a26"), rgb("c9b04a")],
            70,
            lighter(rgb("f0d070"), 0.3),
        )
    return finish(canvas, rgb("ffdf90"), from_left=False)


SCENES = {
    "hills-dawn": hills_dawn,
    "hills-tea": hills_tea,
    "hills-mist": hills_mist,
    "terraces-gold": terraces_gold,
}
