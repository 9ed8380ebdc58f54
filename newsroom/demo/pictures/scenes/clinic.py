"""The clinic of a village."""

from PIL import Image

from ..buildings import tiled
from ..canvas import HEIGHT, WIDTH, Canvas, Rim
from ..figures import SIT, STAND, WALK, WORK, Dress, person
from ..light import finish, glow, shade
from ..lines import curve, ridge
from ..palette import NOON, darker, lighter, mix, rgb
from ..plants import banana, palm, tree
from ..terrain import clouds, hill, ranges
from .hospital import COAT


def clinic_village(canvas: Canvas) -> Image.Image:
    p, rng = NOON, canvas.rng
    canvas.sky((rgb("7fbccc"), rgb("c4ded0"), rgb("f8edca")), 0, 480)
    clouds(canvas, 70, 200, rgb("fffdf0"), 0.8, 5)
    glow(canvas, 160, 200, 560, rgb("fff2c0"), 0.6)
    ranges(canvas, p, 300, 440, 4, 60, 0.0, 0.45, mist=0.8)
    canvas.mist(360, 500, rgb("f4f0d4"), 0.6)
    back = ridge(rng, [(-60, 520), (500, 500), (1000, 490), (1680, 470)], 5, 90)
    hill(canvas, back, rgb("6f9f5a"), rgb("9abf6a"), 200, Rim(rgb("f4f0a4"), 10, 12, 10, 0.6), trees=22)
    tones = (rgb("4a3a2c"), rgb("2f6a48"), rgb("4f9054"), rgb("c4d474"))
    wall, blue, roof = rgb("f8efd4"), rgb("3f8a9a"), rgb("c0583c")
    with canvas.sheet() as pen:
        tree(pen, rng, 300, 640, 380, tones)
        for x, tall in ((1420, 430), (1500, 360), (1350, 330)):
            palm(pen, rng, x, 690, tall, rgb("8a7a58"), tones[1], tones[3])
    with canvas.sheet(rim=Rim(rgb("fff6d4"), 7, 4, 6, 0.5)) as pen:
        x0, x1, top, foot = 420, 1320, 440, 706
        pen.box(x0, top, x1, foot, wall)
        pen.box(x0, foot - 70, x1, foot, mix(blue, wall, 0.35))
        for i in range(6):
            x = x0 + 40 + i * 148
            door = i in (1, 4)
            pen.box(x - 6, top + 62, x + 86, foot if door else foot - 84, rgb("f4f0e0"))
            pen.box(x, top + 68, x + 80, foot if door else foot - 90, blue if door else rgb("a4d0cc"))
            if door:
                pen.box(x + 10, top + 80, x + 70, top + 140, rgb("b4d8d0"))
            else:
                pen.line(((x + 40, top + 68), (x + 40, foot - 90)), 5, rgb("f4f0e0"))
                pen.line(((x, top + 116), (x + 80, top + 116)), 5, rgb("f4f0e0"))
        pen.box(x0, top, x1, top + 62, mix(wall, rgb("6a5a5a"), 0.3))
        tiled(pen, ((x0 + 70, 312), (x1 - 70, 312), (x1 + 46, 452), (x0 - 46, 452)), roof, 11, 54)
        pen.shape(((740, 452), (870, 342), (1000, 452)), lighter(wall, 0.4))
        pen.stroke(((726, 458), (870, 336), (1014, 458)), (14, 16, 14), darker(roof, 0.15), smooth=False)
        pen.box(860, 384, 880, 440, rgb("2f9a7a"))
        pen.box(842, 402, 898, 422, rgb("2f9a7a"))
        for i in range(7):
            x = x0 - 20 + i * 157
            pen.box(x - 9, 452, x + 9, 716, lighter(wall, 0.5))
            pen.box(x + 3, 452, x + 9, 716, mix(wall, rgb("8a8a8a"), 0.35))
        pen.box(x0 - 40, 704, x1 + 40, 724, rgb("d8cdb0"))
        pen.box(x0 - 40, 724, x1 + 40, 742, rgb("a89c80"))
    with canvas.cut(rgb("dcc48c"), rgb("b98a58"), (730, 1067)) as pen:
        pen.shape(((-10, 738), (WIDTH + 10, 742), (WIDTH + 10, HEIGHT + 9), (-10, HEIGHT + 9)))
    with canvas.cut(rgb("8fb55a"), rgb("4a8048"), (720, 1067), rim=Rim(rgb("f0f0a0"), 6, 8, 6, 0.6)) as pen:
        pen.shape(
            curve(
                [(-40, 730), (200, 726), (360, 752), (520, 800), (560, 900), (430, 1100), (-60, 1100)], True
            )
        )
        pen.shape(
            curve(
                [(1700, 734), (1480, 740), (1290, 770), (1180, 850), (1260, 960), (1420, 1110), (1720, 1100)],
                True,
            )
        )
    shade(canvas, ((420, 742), (1400, 742), (1480, 790), (500, 796)), rgb("5a4048"), 0.4, 8)
    with canvas.sheet(rim=Rim(rgb("fff8e0"), 5, 3, 3, 0.5)) as pen:
        pen.box(820, 742, 940, 758, rgb("cbbf9e"))
        pen.box(806, 758, 954, 774, rgb("a89c80"))
        pen.box(480, 654, 700, 664, rgb("a8683c"))
        for x in (492, 688):
            pen.box(x - 5, 664, x + 5, 704, rgb("6a4030"))
        for x, ink, face, tail in (
            (520, "b8506a", 1, True),
            (590, "6a7a4a", 1, False),
            (662, "3f5f8a", -1, True),
        ):
            person(pen, x, 706, 146, Dress(rgb(ink), rgb("33384a"), tail=tail), SIT, face)
        person(pen, 1040, 706, 152, Dress(COAT, rgb("e8e4d4"), hat="cap", hat_ink=COAT, tail=True), WORK, 1)
        person(pen, 1108, 706, 146, Dress(rgb("8a4a7a"), rgb("2c3048"), tail=True), STAND, -1)
        person(pen, 1150, 706, 84, Dress(rgb("e0a83a"), rgb("3f5f8a")), STAND, -1)
    with canvas.cut(rgb("5a4048"), blur=3, opacity=0.42) as pen:
        for x, y, s in ((880, 910, 70), (960, 916, 46), (1190, 860, 100), (640, 860, 56)):
            pen.shape(((x - 12, y), (x + 14, y), (x + s * 1.7, y + s * 0.5), (x + s * 1.2, y + s * 0.6)))
    with canvas.sheet(rim=Rim(rgb("fff8e0"), 6, 3, 3.5, 0.6)) as pen:
        person(
            pen,
            880,
            910,
            214,
            Dress(
                rgb("27406e"),
                rgb("27304f"),
                skirt=True,
                trim=rgb("d8506a"),
                hat="scarf",
                hat_ink=rgb("d8506a"),
            ),
            WALK,
            1,
        )
        person(pen, 962, 916, 128, Dress(rgb("d8582f"), rgb("3f4a6a")), WALK, 1)
        person(pen, 640, 860, 186, Dress(rgb("d8c49a"), rgb("4a4440"), hat="cone"), WALK, 1)
        x, y, s = 1200, 870, 130  # a motorbike
        for wx in (-0.55, 0.55):
            pen.ring(x + wx * s, y - s * 0.26, s * 0.26, s * 0.26, s * 0.07, rgb("2a2a32"))
            pen.disc(x + wx * s, y - s * 0.26, s * 0.07, fill=rgb("b4b4b0"))
        pen.blob(
            [
                (x - s * 0.66, y - s * 0.62),
                (x - s * 0.2, y - s * 0.72),
                (x + s * 0.14, y - s * 0.5),
                (x + s * 0.36, y - s * 0.78),
                (x + s * 0.5, y - s * 0.8),
                (x + s * 0.44, y - s * 0.42),
                (x + s * 0.2, y - s * 0.26),
                (x - s * 0.3, y - s * 0.3),
            ],
            rgb("b8382f"),
        )
        pen.stroke(
            ((x - s * 0.62, y - s * 0.68), (x - s * 0.1, y - s * 0.74)), (s * 0.12, s * 0.14), rgb("2a2a32")
        )
        pen.line(
            (
                (x + s * 0.55, y - s * 0.26),
                (x + s * 0.42, y - s * 0.8),
                (x + s * 0.34, y - s * 0.98),
                (x + s * 0.22, y - s * 0.98),
            ),
            s * 0.06,
            rgb("5a5a5e"),
        )
        pen.disc(x + s * 0.47, y - s * 0.78, s * 0.08, s * 0.09, rgb("fff2c0"))
    with canvas.sheet(rim=Rim(rgb("f4f4b0"), 6, 5, 6, 0.5)) as pen:
        banana(pen, rng, 70, 1120, 430, rgb("2f6a44"), rgb("b8cf62"))
        for _ in range(150):
            left = rng.random() < 0.5
            x, y = (
                (rng.uniform(-10, 430), rng.uniform(800, 1060))
                if left
                else (rng.uniform(1330, 1610), rng.uniform(800, 1060))
            )
            ink = rgb(rng.choice(("d8506a", "f0b84a", "f8f0d8", "e0703a")))
            pen.stroke(((x, y), (x + 2, y - 16)), (2.5, 1), rgb("3f7a48"))
            pen.disc(x + 2, y - 17, 5, 4, ink)
    return finish(canvas, rgb("fff0b8"))


SCENES = {"clinic-village": clinic_village}
