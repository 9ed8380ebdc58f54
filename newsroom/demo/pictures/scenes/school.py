"""Schools: the yard, a school in the uplands."""

from PIL import Image

from ..buildings import flag, stilt_house, tiled
from ..canvas import HEIGHT, WIDTH, Canvas, Rim
from ..figures import RUN, SIT, STAND, STRIDE, WALK, Dress, person
from ..light import finish, glow, shade
from ..lines import curve, height_at, ridge
from ..palette import NOON, darker, lighter, mix, rgb
from ..plants import tree
from ..terrain import clouds, hill, ranges

FLAG, STAR = rgb("d2261e"), rgb("ffd83a")


def school_yard(canvas: Canvas) -> Image.Image:
    p, rng = NOON, canvas.rng
    canvas.sky((rgb("5fb0c8"), rgb("b4dcd4"), rgb("f4eccb")), 0, 460)
    clouds(canvas, 60, 220, rgb("fffdf0"), 0.8, 5)
    ranges(canvas, p, 380, 440, 2, 40, 0.05, 0.3, mist=0.6)
    wall, roof, dark = rgb("f0c264"), rgb("c0543a"), rgb("7a4a3a")
    with canvas.sheet() as pen:
        tone = (rgb("4a3a2c"), rgb("35704a"), rgb("559a58"), rgb("b4d070"))
        for x, tall in ((60, 260), (1560, 230), (1470, 190)):
            tree(pen, rng, x, 640, tall, tone)
    with canvas.sheet(rim=Rim(rgb("fff2c0"), 6, 4, 6, 0.5)) as pen:
        pen.box(190, 356, 1400, 640, wall)
        tiled(pen, ((240, 268), (1350, 268), (1440, 360), (150, 360)), roof, 8, 60)
        pen.shape(((620, 276), (760, 196), (900, 276)), lighter(wall, 0.3))
        pen.stroke(((606, 280), (760, 188), (914, 280)), (12, 14, 12), darker(roof, 0.2), smooth=False)
        for floor, (y0, y1) in enumerate(((376, 484), (508, 632))):
            pen.box(190, y0, 1400, y1, mix(wall, rgb("b8783a"), 0.42))
            for i in range(11):
                x = 206 + i * 109
                door = i % 3 == 1
                pen.box(
                    x + 34,
                    y0 + 22,
                    x + 84,
                    y1 - (0 if door else 34),
                    rgb("2f7f86") if door else rgb("3a6a70"),
                )
                if not door:
                    pen.box(x + 38, y0 + 27, x + 80, y1 - 38, rgb("bfe0d4"))
                    pen.line(((x + 59, y0 + 26), (x + 59, y1 - 38)), 3, rgb("3a6a70"))
            for i in range(12):
                x = 190 + i * 110
                pen.box(x - 9, y0 - 4, x + 9, y1, lighter(wall, 0.35))
                pen.box(x + 3, y0 - 4, x + 9, y1, darker(wall, 0.12))
            if floor == 0:
                pen.box(186, y1 - 36, 1404, y1 + 24, lighter(wall, 0.28))
                for x in range(196, 1400, 15):
                    pen.box(x, y1 - 28, x + 6, y1, mix(wall, dark, 0.5))
        pen.box(170, 628, 1420, 648, rgb("cbbf9e"))
    with canvas.cut(rgb("eed9a6"), rgb("c98f5a"), (640, 1067)) as pen:
        pen.shape(((-10, 644), (WIDTH + 10, 644), (WIDTH + 10, HEIGHT + 9), (-10, HEIGHT + 9)))
    canvas.brushed(650, 1110, rgb("d8a870"), 0.5, 6, 110, 0.3, 0.5)
    shade(
        canvas,
        curve(
            [(860, 800), (1100, 745), (1450, 740), (1700, 800), (1700, 960), (1350, 985), (1000, 930)], True
        ),
        rgb("6a3f4a"),
        0.5,
        8,
    )
    with canvas.cut(rgb("f6dca0"), blur=3, opacity=0.55) as pen:
        for _ in range(90):
            pen.disc(rng.gauss(1270, 200), rng.gauss(860, 48), rng.uniform(5, 22), rng.uniform(2, 7))
    with canvas.sheet() as pen:
        pen.stroke(((505, 716), (505, 96)), (9, 6), rgb("e8e4d8"))
        pen.disc(505, 92, 8, 8, rgb("e8b83a"))
        flag(pen, 509, 106, 176, FLAG, STAR)
        pen.shape(((440, 716), (570, 716), (590, 744), (420, 744)), rgb("d8cbb0"))
        pen.box(420, 744, 590, 756, rgb("a89878"))
    kids = (
        (640, 800, 128, "f7f1e2", RUN, 1, "2f4f86"),
        (748, 792, 124, "f7f1e2", STRIDE, 1, "2f4f86"),
        (250, 860, 150, "f7f1e2", WALK, 1, "2f4f86"),
        (322, 856, 146, "f7f1e2", WALK, 1, "a8344a"),
        (930, 880, 150, "f7f1e2", STAND, 1, "2f4f86"),
        (1000, 888, 148, "f7f1e2", STAND, -1, "a8344a"),
        (1070, 872, 140, "f7f1e2", STAND, -1, "2f4f86"),
        (850, 740, 92, "f7f1e2", RUN, -1, "2f4f86"),
        (1180, 730, 88, "f7f1e2", WALK, -1, "2f4f86"),
        (120, 730, 88, "f7f1e2", STAND, 1, "a8344a"),
    )
    with canvas.cut(rgb("6a3f4a"), blur=2, opacity=0.5) as pen:
        for x, y, tall, *_ in kids:
            pen.shape(
                (
                    (x - 10, y),
                    (x + 12, y),
                    (x + tall * 0.62, y + tall * 0.2),
                    (x + tall * 0.42, y + tall * 0.24),
                )
            )
    with canvas.sheet(rim=Rim(rgb("fff8e0"), 4, 3, 3, 0.5)) as pen:
        for x, y, tall, top, pose, face, legs in sorted(kids, key=lambda k: k[1]):
            girl = legs == "a8344a"
            person(
                pen,
                x,
                y,
                tall,
                Dress(
                    rgb(top),
                    rgb(legs if not girl else "2f3f70"),
                    trim=rgb("d8362c"),
                    bag=rgb("3f7fa8") if pose is WALK else None,
                    tail=girl,
                ),
                pose,
                face,
                broad=0.92,
            )
        pen.disc(815, 812, 11, 11, rgb("e8702a"))
    with canvas.sheet(rim=Rim(rgb("ffdf9a"), 8, 7, 9, 0.5)) as pen:
        tree(pen, rng, 1290, 836, 700, (rgb("5a3a30"), rgb("3c5a34"), rgb("6f8a3c"), rgb("e0b04a")), wide=0.5)
        pen.shape(((1200, 820), (1380, 820), (1396, 858), (1184, 858)), rgb("d8cbb0"))
        pen.box(1184, 858, 1396, 872, rgb("a08a6c"))
        pen.stroke(((1290, 824), (1290, 700)), (56, 46), rgb("5a3a30"))
        for x, face, ink in ((1222, 1, "f7f1e2"), (1352, -1, "f7f1e2")):
            person(
                pen, x, 876, 176, Dress(rgb(ink), rgb("2f4f86"), trim=rgb("d8362c")), SIT, face, broad=0.92
            )
    return finish(canvas, rgb("fff0b4"))


def school_upland(canvas: Canvas) -> Image.Image:
    rng = canvas.rng
    canvas.sky((rgb("7fa6b8"), rgb("c9d2bf"), rgb("fbe2b0")), 0, 520)
    clouds(canvas, 80, 220, rgb("fff4dc"), 0.6, 5)
    glow(canvas, 240, 330, 640, rgb("ffe6a8"), 0.8)
    for i, (y, ink) in enumerate(((300, "a9b8b4"), (390, "7f9fa0"), (470, "557f80"))):
        line = ridge(rng, [(-60 + k * 300, y + rng.uniform(-110, 60)) for k in range(7)], 16, 120)
        hill(
            canvas,
            line,
            rgb(ink),
            mix(rgb(ink), rgb("f6e6c0"), 0.65),
            240,
            Rim(rgb("fff0c0"), 18, 22, 18, 0.6),
            trees=7 * i,
        )
        canvas.mist(y + 40, y + 240, rgb("f8ecd0"), 0.7)
    shelf_line = ridge(
        rng, [(-60, 690), (260, 650), (620, 610), (900, 560), (1240, 540), (1680, 560)], 5, 130
    )
    hill(canvas, shelf_line, rgb("7f9a52"), rgb("4a6f42"), 260, Rim(rgb("f4ea9a"), 14, 16, 12, 0.7), trees=8)
    roof, wall = rgb("2f7fa8"), rgb("f6e8c4")
    with canvas.sheet(rim=Rim(rgb("fff4cc"), 5, 4, 6, 0.5)) as pen:
        tones = (rgb("3f3428"), rgb("2c5a44"), rgb("447a4e"), rgb("b4bf62"))
        for x, tall in ((820, 150), (1500, 210), (1580, 150)):
            tree(pen, rng, x, height_at(shelf_line, x) + 20, tall, tones)
        for x, y, w, h in ((900, 586, 300, 76), (1190, 578, 260, 70)):
            pen.box(x, y - h, x + w, y + 6, wall)
            pen.box(x, y - 18, x + w, y + 6, rgb("6f9a8a"))
            for i in range(6):
                wx = x + 14 + i * (w - 20) / 6
                pen.box(
                    wx,
                    y - h * (0.82),
                    wx + w * 0.09,
                    y - (4 if i % 3 == 1 else h * 0.36),
                    rgb("3a6a78") if i % 3 != 1 else rgb("a85a38"),
                )
            pen.shape(
                (
                    (x + 22, y - h - 50),
                    (x + w - 22, y - h - 50),
                    (x + w + 18, y - h + 8),
                    (x - 18, y - h + 8),
                ),
                roof,
            )
            for i in range(1, 22):
                t = i / 22
                pen.line(
                    ((x + 22 + (w - 44) * t, y - h - 50), (x - 18 + (w + 36) * t, y - h + 8)),
                    1.4,
                    mix(roof, rgb("ffffff") if i % 2 else rgb("102a44"), 0.24),
                )
        pen.stroke(((1165, 590), (1165, 400)), (6, 4), rgb("f0ece0"))
        flag(pen, 1167, 404, 84, FLAG, STAR)
        stilt_house(pen, 420, 664, 130, rgb("8a6a4a"), rgb("a88a5e"))
    slope = ridge(rng, [(-60, 770), (300, 760), (700, 740), (1100, 720), (1680, 680)], 4, 140)
    hill(canvas, slope, rgb("6f8f48"), rgb("2f5538"), 330, Rim(rgb("eee69a"), 8, 10, 10, 0.4))
    path = curve(
        [(560, 1100), (720, 980), (1000, 900), (1010, 830), (860, 770), (900, 710), (1030, 650), (1060, 590)],
        steps=10,
    )
    with canvas.sheet() as pen:
        pen.stroke(path, (330, 190, 110, 74, 50, 34, 22, 14), rgb("b98a5a"), smooth=False)
        pen.stroke(
            [(x - 6, y) for x, y in path], (250, 140, 80, 52, 34, 22, 14, 9), rgb("e2be88"), smooth=False
        )
        for _ in range(260):
            x, y = rng.uniform(-10, WIDTH), rng.uniform(770, HEIGHT)
            s = 6 + (y - 760) * 0.1
            if abs(x - 620) > 330 or y < 860:
                for k in (-0.5, 0, 0.5):
                    pen.stroke(
                        ((x, y), (x + k * s, y - s)),
                        (2.4, 0.8),
                        mix(rgb("2f5a38"), rgb("c9cf6a"), rng.random() * 0.8),
                    )
    kids = (
        (640, 1010, 236, "c8403f", "3f7fa8"),
        (770, 990, 206, "2f4a86", "e8a83a"),
        (905, 918, 150, "8a3f78", "d8582f"),
        (985, 900, 140, "2f7f6a", "3a4a7a"),
        (1000, 836, 104, "d89a2f", "8a3f4a"),
        (890, 786, 82, "c8403f", "2f5f8a"),
        (905, 712, 56, "2f4a86", "c8502f"),
        (960, 684, 48, "8a3f78", "e0a83a"),
    )
    with canvas.cut(rgb("4a3a3a"), blur=2.5, opacity=0.5) as pen:
        for x, y, tall, *_ in kids:
            pen.shape(
                (
                    (x - 8, y),
                    (x + 10, y),
                    (x + tall * 0.6, y + tall * 0.12),
                    (x + tall * 0.4, y + tall * 0.17),
                )
            )
    with canvas.sheet(rim=Rim(rgb("fff6d4"), 5, 4, 4, 0.6)) as pen:
        for x, y, tall, top, bag in sorted(kids, key=lambda k: k[1]):
            person(
                pen,
                x,
                y,
                tall,
                Dress(
                    rgb(top),
                    rgb("27304f"),
                    bag=rgb(bag),
                    trim=rgb("f0c04a"),
                    hat="scarf" if tall in (206, 104) else "",
                    hat_ink=rgb("d8506a"),
                ),
                WALK,
                1,
                broad=1.02,
            )
    canvas.mist(600, 760, rgb("fbeecb"), 0.35)
    return finish(canvas, rgb("ffe4a4"))


SCENES = {"school-yard": school_yard, "school-upland": school_upland}
