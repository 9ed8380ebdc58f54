"""The factory at dusk, when the shift goes home."""

from PIL import Image

from ..buildings import pole, wire
from ..burdens import cyclist
from ..canvas import HEIGHT, WIDTH, Canvas, Rim
from ..figures import WALK, Dress, person
from ..light import finish, glow, mirror
from ..palette import DUSK, mix, rgb
from ..plants import tree
from ..terrain import clouds, ranges


def factory_dusk(canvas: Canvas) -> Image.Image:
    p, rng = DUSK, canvas.rng
    canvas.sky(p.sky, 0, 700)
    clouds(canvas, 150, 420, rgb("f7b08a"), 0.6, 6)
    canvas.brushed(60, 460, rgb("4a4478"), 0.5, 5, 70, 0.3)
    glow(canvas, 380, 640, 760, rgb("ffb86a"), 0.8, 0.6)
    ranges(canvas, p, 560, 640, 3, 44, 0.05, 0.45, mist=0.5)
    wall, roof, lamp = rgb("2b2a52"), rgb("1c1c3e"), rgb("ffc66a")
    with canvas.sheet(rim=Rim(rgb("ff9c66"), 7, 6, 8, 0.55)) as pen:
        for x, w, top in ((1110, 46, 190), (1190, 38, 270)):
            pen.shape(
                ((x - w * 0.36, top), (x + w * 0.36, top), (x + w * 0.56, 720), (x - w * 0.56, 720)),
                rgb("3c3562"),
            )
            for y in (top + 18, top + 54):
                pen.shape(
                    ((x - w * 0.4, y), (x + w * 0.4, y), (x + w * 0.42, y + 16), (x - w * 0.42, y + 16)),
                    rgb("b85a58"),
                )
        for i in range(6):  # saw-tooth sheds, their glazing towards the light
            x = 250 + i * 196
            pen.shape(((x, 720), (x, 505), (x + 196, 588), (x + 196, 720)), roof)
            pen.shape(
                ((x, 590), (x, 505), (x + 18, 513), (x + 18, 590)),
                mix(lamp, rgb("ff8a5a"), 0.3 + 0.1 * (i % 3)),
            )
        pen.box(250, 588, 1426, 742, wall)
        pen.box(1300, 430, 1560, 742, rgb("232348"))
        pen.box(1290, 420, 1570, 436, rgb("353362"))
        pen.box(60, 640, 250, 742, rgb("242449"))
        pen.shape(((48, 640), (155, 604), (262, 640)), roof)
    with canvas.sheet() as pen:
        for i in range(27):
            x = 266 + i * 43
            if x > 1270:
                break
            lit = rng.random() < 0.82
            pen.box(
                x, 618, x + 30, 664, mix(lamp, rgb("ff9a4a"), rng.random() * 0.5) if lit else rgb("3a3868")
            )
            pen.line(((x + 15, 618), (x + 15, 664)), 2.5, wall)
            pen.line(((x, 641), (x + 30, 641)), 2.5, wall)
        for row in range(6):
            for col in range(7):
                x, y = 1318 + col * 34, 456 + row * 44
                lit = rng.random() < 0.6
                pen.box(
                    x,
                    y,
                    x + 20,
                    y + 24,
                    mix(lamp, rgb("ffe0a0"), rng.random() * 0.6) if lit else rgb("34345f"),
                )
        pen.box(820, 676, 930, 742, rgb("ffb85c"))
        pen.box(872, 676, 878, 742, wall)
        for x in (100, 150, 200):
            pen.box(x, 666, x + 22, 694, lamp)
    for x, top, lean in ((1110, 186, 1.0), (1190, 264, 0.8)):
        with canvas.cut(rgb("ffd2b8"), rgb("8a74a0"), (top - 180, top), blur=9, opacity=0.75) as pen:
            for i in range(11):
                t = i / 10
                px, py = x + lean * 330 * t**1.3, top - 150 * t**0.7
                pen.disc(px + rng.uniform(-8, 8), py + rng.uniform(-8, 8), 15 + 40 * t, 12 + 28 * t)
    glow(canvas, 760, 660, 640, rgb("ff9a4e"), 0.35, 0.35)
    mirror(canvas, 742, rgb("39305c"), 0.84, ripple=3)
    with canvas.cut(rgb("2a2650"), rgb("181838"), (742, 1067), opacity=0.75) as pen:
        pen.shape(((-10, 742), (WIDTH + 10, 742), (WIDTH + 10, 764), (-10, 764)))
        pen.shape(((-10, 900), (WIDTH + 10, 868), (WIDTH + 10, HEIGHT + 9), (-10, HEIGHT + 9)))
    canvas.brushed(760, 1120, rgb("c87a70"), 0.3, 6, 120, 0.25, 0.4)
    with canvas.cut(rgb("ffb878"), blur=1.2, opacity=0.55) as pen:
        for x in range(-60, WIDTH, 230):
            pen.shape(
                (
                    (x, 984 - x * 0.02),
                    (x + 120, 982 - x * 0.02),
                    (x + 118, 994 - x * 0.02),
                    (x - 8, 996 - x * 0.02),
                )
            )
    with canvas.cut(rgb("12112c"), blur=3, opacity=0.6) as pen:
        for x, y, s in (
            (330, 904, 66),
            (560, 848, 48),
            (742, 808, 36),
            (1130, 872, 58),
            (1315, 856, 52),
            (912, 782, 26),
        ):
            pen.disc(x + s * 0.25, y, s, s * 0.09)
    with canvas.sheet(rim=Rim(rgb("ffb070"), 4, 3, 4, 0.7)) as pen:
        tops = [
            pole(pen, x, y, t, rgb("15153a"))
            for x, y, t in ((60, 1000, 640), (640, 800, 330), (905, 752, 190))
        ]
        for a, b in zip(tops, tops[1:], strict=False):
            for one, two in zip(a, b, strict=True):
                wire(pen, one, two, rgb("15153a"), 0.05)
        tree(pen, rng, 1520, 770, 230, (rgb("12122c"), rgb("16163a"), rgb("23234e"), rgb("6a4a6a")))
        for x, y, tall, ink in (
            (330, 902, 190, "2f3a6e"),
            (560, 846, 140, "8a3f50"),
            (742, 806, 104, "3c4a7e"),
            (1130, 870, 165, "2a5070"),
        ):
            cyclist(
                pen,
                x,
                y,
                tall,
                Dress(
                    rgb(ink),
                    rgb("1a1a3a"),
                    skin=rgb("8a5a58"),
                    hat="cone" if x == 560 else "cap",
                    hat_ink=rgb("c9a68a"),
                ),
                -1,
                rgb("12122e"),
            )
        for x, y, tall, ink in (
            (1290, 850, 118, "4a3a70"),
            (1340, 856, 122, "a85a50"),
            (900, 780, 72, "3a4a80"),
            (925, 780, 70, "60406a"),
        ):
            person(
                pen,
                x,
                y,
                tall,
                Dress(rgb(ink), rgb("1a1a3a"), skin=rgb("9a6a60"), bag=rgb("2a2a50")),
                WALK,
                -1,
            )
    return finish(canvas, rgb("ffb27a"), warmth=0.24)


SCENES = {"factory-dusk": factory_dusk}
