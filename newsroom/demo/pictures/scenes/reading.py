"""Indoors at lessons: the classroom in the morning, the library."""

from PIL import Image

from ..canvas import HEIGHT, WIDTH, Canvas, Rim
from ..figures import REACH, SIT, STAND, Dress, person
from ..light import finish, glow, shade, shafts
from ..lines import Camera
from ..palette import darker, lighter, mix, rgb
from ..plants import tree
from ..rooms import Room, seated_back, shelf


def classroom_morning(canvas: Canvas) -> Image.Image:
    rng = canvas.rng
    cam = Camera(860, 396, 900, 1.75)
    room = Room(canvas, cam, -4.2, 4.4, 3.5, 10.5)
    room.build(
        (rgb("d9b47c"), rgb("8a5a3c")),
        (rgb("efe3bd"), rgb("c9b58a")),
        rgb("f0d99c"),
        rgb("c99a5e"),
        rgb("f2dca2"),
    )
    with canvas.sheet() as pen:
        for x in (-4.2, 4.4):
            room.side(pen, x, 0, 1.1, 10.5, 1.2, rgb("6f9a8a") if x < 0 else rgb("4f7a70"))
        room.end(pen, -4.2, 4.4, 0, 1.1, rgb("6a9486"))
        room.end(pen, -2.7, 2.9, 1.05, 2.55, rgb("8a5a38"))
        room.end(pen, -2.6, 2.8, 1.13, 2.47, rgb("2f5f50"))
        for z in (9.9, 7.7, 5.5, 3.4):
            room.window(pen, -4.2, 1.2, 2.9, z, z - 1.6, rgb("fff7d8"), rgb("4f8a80"), (3, 2))
        for i in range(-4, 5):
            pen.line((cam.at(i, 0, 10.5), cam.at(i, 0, 1.2)), 1.2, rgb("b88a5a"))
    glow(canvas, *cam.at(0.2, 1.9, 10.5), 240, rgb("fff2c8"), 0.35)
    with canvas.cut(rgb("d9e6d2"), blur=5, opacity=0.35) as pen:  # chalk wiped away
        for x, y, w in ((-1.4, 1.9, 90), (0.2, 1.6, 120), (1.5, 2.1, 70)):
            px, py = cam.at(x, y, 10.5)
            pen.disc(px, py, w, 9)
    with canvas.sheet() as pen:
        x, y = cam.at(1.9, 0, 9.6)
        pen.shape(
            [cam.at(0.9, 0.78, 9.4), cam.at(2.9, 0.78, 9.4), cam.at(2.9, 0, 9.4), cam.at(0.9, 0, 9.4)],
            rgb("9a6238"),
        )
        x, y = cam.at(-1.1, 0, 9.5)
        person(pen, x, y, cam.size(1.66, 9.5), Dress(rgb("c8607a"), rgb("f4ead8"), skirt=True), REACH, 1)
        x, y = cam.at(3.75, 0, 10.2)
        for i in range(7):
            pen.stroke(
                (
                    cam.at(3.75, 0.5, 10.2),
                    cam.at(3.45 + i * 0.1, 1.1, 10.2),
                    cam.at(3.2 + i * 0.18, 1.35 - abs(i - 3) * 0.06, 10.2),
                ),
                (3, 7, 1),
                rgb("4f8a52"),
            )
        room.end(pen, 3.55, 3.95, 0.15, 0.6, rgb("b8603f"), 10.2)
    scarf, hairs = rgb("d8362c"), (rgb("2a2226"), rgb("35282a"))
    for row, z in enumerate((8.1, 6.6, 5.2, 3.9, 2.75)):
        with canvas.sheet(rim=Rim(rgb("fff6d4"), 5, 3, 4, 0.7)) as pen:
            for x in (-2.45, 1.45):
                top, wood = 0.78, rgb("c98a4c")
                front = z + 0.1
                room.floor(pen, x - 1.25, x + 1.25, front + 0.45, front + 0.05, lighter(wood, 0.25), top)
                for leg in (-1.15, 1.15):
                    pen.line(
                        (cam.at(x + leg, top, front + 0.05), cam.at(x + leg, 0, front + 0.05)),
                        cam.size(0.06, front),
                        darker(wood, 0.35),
                    )
                for book in (-0.8, 0.35):
                    room.floor(
                        pen, x + book, x + book + 0.34, front + 0.36, front + 0.14, rgb("f8f2e0"), top + 0.01
                    )
            for i, x in enumerate((-3.0, -1.9, 0.9, 2.0)):
                if rng.random() < 0.1 or (row == 4 and i == 2):
                    continue
                px, py = cam.at(x, 0.62, z - 0.6)
                hand = 1 if (row, i) in ((1, 2), (2, 0), (0, 1)) else 0
                seated_back(
                    pen,
                    px,
                    py,
                    cam.size(0.86, z),
                    rgb("f7f1e2"),
                    hairs[i % 2],
                    scarf,
                    (i + row) % 3 == 0,
                    hand,
                )
            for x in (-2.45, 1.45):
                wood, bench = rgb("c98a4c"), z - 0.62
                room.floor(pen, x - 1.2, x + 1.2, bench + 0.1, bench - 0.25, lighter(wood, 0.12), 0.5)
                room.end(pen, x - 1.2, x + 1.2, 0.42, 0.5, darker(wood, 0.25), bench - 0.25)
                for leg in (-1.1, 1.1):
                    pen.line(
                        (cam.at(x + leg, 0.42, bench - 0.25), cam.at(x + leg, 0, bench - 0.25)),
                        cam.size(0.07, bench),
                        darker(wood, 0.4),
                    )
    shafts(
        canvas,
        [
            [
                cam.at(-4.2, 2.9, z),
                cam.at(-4.2, 1.3, z - 1.6),
                cam.at(0.4, 0, z - 2.0),
                cam.at(1.7, 0, z - 0.5),
            ]
            for z in (9.9, 7.7, 5.5, 3.9)
        ],
        rgb("fff0b8"),
        0.3,
        12,
    )
    return finish(canvas, rgb("ffe9ae"), warmth=0.3)


def library_reading(canvas: Canvas) -> Image.Image:
    rng = canvas.rng
    wood = rgb("a86a3c")
    canvas.sky((rgb("d9a96a"), rgb("b47a48"), rgb("6f4434")), 0, HEIGHT)
    inks = [
        rgb(c)
        for c in ("2f6a70", "c8502f", "e0a84a", "f0dfb4", "4a5f86", "7a3f4a", "5f8a5a", "d8824a", "39485f")
    ]
    with canvas.sheet() as pen:
        shelf(pen, rng, 470, 850, 60, 760, 7, inks, wood)
        shelf(pen, rng, 890, 1250, 60, 760, 7, inks, wood)
        shelf(pen, rng, 1290, 1680, 60, 760, 7, inks, wood)
        pen.box(-10, 0, 440, 800, rgb("e6bf80"))
    with canvas.cut(rgb("fffbe2"), rgb("f4e6b0"), (100, 640)) as pen:
        pen.box(70, 90, 370, 640)
    with canvas.sheet() as pen:  # a tree outside, then the window's bars
        tree(
            pen,
            rng,
            214,
            680,
            400,
            tuple(mix(rgb(c), rgb("fff6d0"), 0.4) for c in ("6a5a3a", "5f9a5a", "8aba62", "e0e08a")),
            wide=0.36,
        )
        pen.box(60, 628, 380, 800, rgb("e6bf80"))
        for x in (70, 220, 370):
            pen.box(x - 7, 90, x + 7, 640, rgb("f4ead0"))
        for y in (90, 270, 450, 640):
            pen.box(63, y - 7, 377, y + 7, rgb("f4ead0"))
        pen.box(46, 640, 394, 664, rgb("d8b47a"))
    with canvas.cut(rgb("9a6238"), rgb("5a3428"), (780, 1067)) as pen:
        pen.box(-10, 780, WIDTH + 10, HEIGHT + 10)
    canvas.brushed(780, 1120, rgb("c48a52"), 0.35, 5, 70, 0.3, 0.5)
    shafts(
        canvas,
        [
            ((370, 100), (370, 330), (1060, 1067), (760, 1067)),
            ((370, 370), (370, 620), (640, 1067), (300, 1067)),
        ],
        rgb("fff0b8"),
        0.34,
        14,
    )
    with canvas.sheet(rim=Rim(rgb("fff2c4"), 7, 4, 5, 0.6)) as pen:
        person(pen, 1390, 800, 400, Dress(rgb("3f6f86"), rgb("33304a"), bag=rgb("8a5a3a")), REACH, 1)
        person(pen, 770, 800, 290, Dress(rgb("e8dcc0"), rgb("3a4a6a"), trim=rgb("d8362c")), STAND, 1)
    shade(canvas, [(420, 1010), (1250, 1010), (1330, 1050), (480, 1060)], rgb("3a2028"), 0.5, 12)
    with canvas.sheet(rim=Rim(rgb("fff4cc"), 6, 3, 2.5, 0.5)) as pen:
        pen.box(440, 888, 590, 906, darker(wood, 0.3))
        for x in (456, 574):
            pen.line(((x, 900), (x + (8 if x > 500 else -8), 1050)), 11, darker(wood, 0.45))
        pen.line(((446, 890), (426, 690)), 12, darker(wood, 0.35))
        pen.box(424, 690, 436, 800, darker(wood, 0.3))
        person(pen, 520, 1046, 560, Dress(rgb("c8503f"), rgb("2f3a5a")), SIT, 1)
        table = 838
        pen.shape(
            ((600, table), (1330, table - 26), (1420, table + 12), (590, table + 44)), lighter(wood, 0.28)
        )
        pen.shape(
            ((590, table + 44), (1420, table + 12), (1420, table + 34), (590, table + 68)), darker(wood, 0.25)
        )
        for x, y in ((625, table + 60), (1385, table + 28)):
            pen.stroke(((x, y), (x, 1060)), (24, 20), darker(wood, 0.35))
        pen.shape(((640, 838), (700, 790), (705, 842)), rgb("f8f0d8"))  # the open book, standing a little
        pen.shape(((628, 842), (690, 780), (700, 792), (645, 850)), rgb("2f6a70"))
        pen.disc(640, 836, 13, 12, rgb("c48e6a"))
        for i, ink in enumerate(("4a5f86", "e0a84a", "7a3f4a", "f0dfb4")):
            pen.box(860 + i * 5, table - 24 - i * 19, 1010 - i * 7, table - 6 - i * 19, rgb(ink))
            pen.box(860 + i * 5, table - 20 - i * 19, 868 + i * 5, table - 10 - i * 19, rgb("f4e8cc"))
        pen.line(((1180, table - 4), (1180, 700), (1120, 660)), 7, rgb("3a3a3a"))
        pen.disc(1180, table - 4, 44, 9, rgb("3a3a3a"))
        pen.shape(((1095, 640), (1150, 655), (1140, 712), (1044, 690)), rgb("2f7a6a"))
    glow(canvas, 1080, 730, 170, rgb("ffdf9a"), 0.7)
    return finish(canvas, rgb("ffe9b0"), warmth=0.32)


SCENES = {"classroom-morning": classroom_morning, "library-reading": library_reading}
