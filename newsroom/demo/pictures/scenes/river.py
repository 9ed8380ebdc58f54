"""The river: morning, boats at the landing, the flood."""

from PIL import Image

from ..buildings import cottage, pole, sampan, wire
from ..canvas import HEIGHT, WIDTH, Canvas, Rim
from ..figures import ROW, SIT, WORK, Dress, person
from ..light import finish, glow, mirror, sun_path
from ..lines import curve, height_at, ridge
from ..palette import FLOOD, OCHRE, RIVER, darker, mix, rgb
from ..plants import bamboo, banana, leafy, palm, reeds, tree
from ..terrain import birds, clouds, hill, ranges, sun


def river_morning(canvas: Canvas) -> Image.Image:
    p, rng = RIVER, canvas.rng
    canvas.sky(p.sky, 0, 520)
    clouds(canvas, 80, 240, rgb("fff3da"), 0.6)
    sun(canvas, 560, 300, 44, rgb("fffbe6"), 11, 0.95, rgb("ffe0a0"))
    ranges(canvas, p, 320, 490, 5, 66, 0.0, 0.7, mist=0.85)
    canvas.mist(400, 580, p.haze, 0.9, 3, 8)
    bank = ridge(rng, [(900, 548), (1050, 520), (1250, 500), (1450, 482), (1680, 470)], 6, 90)
    hill(canvas, bank, rgb("3d6a64"), rgb("6f8f80"), 90, Rim(rgb("e8dca8"), 8, 12, 10, 0.7), trees=22)
    with canvas.sheet() as pen:
        inks = (rgb("20444a"), rgb("275856"), rgb("46786a"), rgb("b3bd8a"))
        for x, tall in ((1110, 96), (1215, 130), (1400, 150), (1490, 120)):
            tree(pen, rng, x, height_at(bank, x) + 26, tall, inks)
        cottage(pen, 1310, 546, 110, rgb("a8553c"), rgb("e6cfa2"), rgb("5a4a48"))
    mirror(canvas, 552, rgb("7fa5a0"), 0.3, ripple=9)
    canvas.mist(515, 640, rgb("fdeccb"), 0.65, 3, 9)
    sun_path(canvas, 560, 560, 1010, rgb("fff3cd"), 74, 0.85)
    canvas.brushed(600, 1120, rgb("2f6468"), 0.34, 8, 130, 0.22, 0.8)
    canvas.brushed(560, 1000, rgb("fff2d0"), 0.4, 12, 240, 0.16, 0.6)
    with canvas.sheet(blur=3, opacity=0.45) as pen:
        sampan(pen, 1010, 818, 330, rgb("16343e"))
        pen.stroke(((1000, 826), (985, 950)), (44, 10), rgb("16343e"))
    with canvas.sheet(rim=Rim(rgb("ffe9b4"), 5, 3, 4, 0.7)) as pen:
        sampan(pen, 1010, 800, 340, rgb("2b3f44"))
        dress = Dress(rgb("6b4238"), rgb("22333a"), hat="cone")
        pen.line(((1140, 640), (1195, 828)), 5, rgb("4a3a30"))
        person(pen, 1092, 782, 168, dress, ROW, 1)
        for i, ink in enumerate(("b9743a", "a8653a", "8a6a44")):
            pen.disc(930 + i * 36, 776, 22, 14, rgb(ink))
    with canvas.sheet() as pen:
        reeds(pen, rng, -30, 420, 1085, 330, [rgb("16383f"), rgb("235052"), rgb("4c7464")], 80, rgb("e6c48c"))
        birds(pen, rng, 1080, 210, 6, rgb("5d7c82"))
    return finish(canvas, rgb("ffe2a4"))


def river_boats(canvas: Canvas) -> Image.Image:
    p, rng = OCHRE, canvas.rng
    canvas.sky(p.sky, 0, 420)
    glow(canvas, 1240, 210, 700, rgb("fff0c0"), 0.7)
    sun(canvas, 1240, 176, 50, rgb("fff8e0"), 7, 0.9, rgb("ffdf9a"))
    ranges(canvas, p, 210, 300, 4, 40, 0.0, 0.42, lit=-1, mist=0.8)
    canvas.mist(240, 380, p.haze, 0.7)
    mirror(canvas, 330, rgb("dcae72"), 0.3, ripple=8)
    sun_path(canvas, 1240, 336, 940, rgb("fff6d6"), 66, 0.85)
    canvas.brushed(340, 1120, rgb("8f6444"), 0.4, 8, 150, 0.2, 0.75)
    canvas.brushed(340, 1120, rgb("fff0cc"), 0.4, 12, 200, 0.14, 0.5)
    boats = (
        (1180, 452, 200, -1, 1),
        (820, 500, 250, 1, 1),
        (420, 590, 330, 1, 1),
        (1120, 690, 400, -1, 0),
        (560, 830, 520, 1, 1),
    )
    dark, roof = rgb("3a2c34"), rgb("8a5833")
    with canvas.sheet(blur=2.5, opacity=0.5) as pen:
        for x, y, long, face, _ in boats:
            pen.disc(x, y + long * 0.05, long * 0.5, long * 0.07, rgb("4f3638"))
            pen.disc(x - long * 0.04 * face, y + long * 0.13, long * 0.25, long * 0.08, rgb("5e4240"))
    for i, (x, y, long, face, roofed) in enumerate(boats):
        near = i / (len(boats) - 1)
        fade = 0.42 * (1 - near)
        with canvas.sheet(rim=Rim(rgb("fff0c4"), -long * 0.014, long * 0.014, 5 + 6 * near, 0.7)) as pen:
            hull = mix((rgb("2f4a50"), rgb("5a3430"), dark, rgb("2c5a5a"), rgb("40292f"))[i], p.haze, fade)
            sampan(pen, x, y, long, hull, face, mix(roof, p.haze, fade) if roofed else None)
            pen.line(
                ((x + long * 0.44 * face, y - long * 0.09), (x + long * 0.48 * face, y - long * 0.3)),
                3.5,
                mix(dark, p.haze, fade),
            )
            ink = mix(rgb(("2f7f7a", "c4502f", "8a3a3a", "e0b450", "2f6a70")[i]), p.haze, fade * 0.6)
            dress = Dress(ink, mix(rgb("2c2630"), p.haze, fade), hat="cone")
            person(
                pen,
                x - long * 0.36 * face,
                y - long * 0.03,
                long * 0.4,
                dress,
                SIT if i != 3 else ROW,
                face,
                lit=1,
            )
            if i == 3:
                pen.line(
                    ((x - long * 0.3 * face, y - long * 0.34), (x - long * 0.12 * face, y + 30)),
                    4,
                    rgb("5a4234"),
                )
                for _ in range(60):
                    ink = rgb(rng.choice(("d87a34", "e8a04a", "6f8a48", "c85a3a")))
                    pen.disc(
                        x + rng.gauss(0.1, 0.1) * long * face,
                        y - long * 0.055 - abs(rng.gauss(0, 12)),
                        10,
                        9,
                        ink,
                    )
    with canvas.sheet() as pen:
        banana(pen, rng, 1590, 1110, 420, rgb("4a4638"), rgb("b8a458"))
        reeds(
            pen, rng, 1080, 1640, 1090, 150, [rgb("3c3034"), rgb("6a5238"), rgb("9a7a44")], 56, rgb("f2d8a0")
        )
    return finish(canvas, rgb("ffdf9c"), from_left=False)


def river_flood(canvas: Canvas) -> Image.Image:
    p, rng = FLOOD, canvas.rng
    canvas.sky(p.sky, 0, 520)
    canvas.mist(-80, 380, rgb("46535e"), 0.8, 3, 4, 0.4)
    ranges(canvas, p, 330, 440, 4, 56, 0.1, 0.6, mist=0.8)
    canvas.mist(330, 560, p.haze, 0.9)
    tones = (rgb("2c3836"), rgb("33463f"), rgb("4c6252"), rgb("7d8f74"))
    with canvas.sheet() as pen:
        for x, y, tall in (
            (90, 560, 170),
            (210, 548, 120),
            (640, 530, 110),
            (1430, 552, 190),
            (1540, 560, 150),
            (720, 532, 84),
        ):
            tree(pen, rng, x, y + tall * 0.3, tall, tones)
        palm(pen, rng, 1010, 560, 230, *tones[:2], tones[3])
        palm(pen, rng, 1060, 560, 190, *tones[:2], tones[3])
        cottage(pen, 400, 600, 240, rgb("9a4a38"), rgb("c9bfa4"), rgb("3c4448"))
        cottage(pen, 1210, 590, 230, rgb("7d5a4c"), rgb("b3b09c"), rgb("3a4246"))
        cottage(pen, 850, 560, 130, rgb("7f6658"), rgb("a8a898"), rgb("4c5654"))
        bamboo(pen, rng, 1345, 600, 230, tones[1], tones[2], 8, 0.4)
    mirror(canvas, 556, rgb("8a7454"), 0.55, ripple=14)
    canvas.brushed(556, 1130, rgb("5f4d3a"), 0.5, 6, 100, 0.3, 0.75)
    canvas.brushed(556, 1130, rgb("cdb98e"), 0.45, 8, 170, 0.18, 0.6)
    with canvas.sheet() as pen:  # what the water carries, and what it has left standing
        for x, y, s in ((170, 770, 40), (300, 905, 64), (1420, 820, 56), (620, 700, 24)):
            leafy(pen, rng, x, y, s, s * 0.36, tones[1])
            leafy(pen, rng, x - s * 0.2, y - s * 0.15, s * 0.6, s * 0.2, tones[2])
        tops = [
            pole(pen, x, y, tall, rgb("3a3f42"))
            for x, y, tall in ((1500, 720, 420), (1130, 600, 230), (960, 566, 150))
        ]
        for a, b in zip(tops, tops[1:], strict=False):
            for one, two in zip(a, b, strict=True):
                wire(pen, one, two, rgb("3a3f42"), 0.05)
    with canvas.sheet(blur=4, opacity=0.5) as pen:
        pen.disc(720, 866, 240, 20, rgb("3f3a34"))
    with canvas.sheet(rim=Rim(rgb("e6e0cc"), 5, 4, 5, 0.5)) as pen:
        sampan(pen, 715, 846, 470, rgb("35586a"), 1)
        vests = (
            (535, 0.9, "f0702a", ROW, 1, "helmet", "e8e4d4"),
            (640, 0.78, "a8404a", SIT, 1, "cone", "dcc894"),
            (715, 0.78, "4c6a5c", SIT, -1, "", "000000"),
            (785, 0.7, "d8b04a", SIT, -1, "", "000000"),
            (880, 0.95, "f0702a", WORK, 1, "helmet", "e8e4d4"),
        )
        for x, s, ink, pose, face, hat, hat_ink in vests:
            person(
                pen,
                x,
                834,
                180 * s,
                Dress(rgb(ink), rgb("2c343c"), hat=hat, hat_ink=rgb(hat_ink)),
                pose,
                face,
            )
        pen.shape(
            curve(
                [
                    (484, 806),
                    (600, 826),
                    (720, 831),
                    (840, 826),
                    (958, 800),
                    (930, 845),
                    (720, 853),
                    (500, 845),
                ],
                steps=5,
            ),
            rgb("35586a"),
        )
        pen.line(((485, 806), (600, 826), (720, 832), (840, 827), (958, 800)), 7, rgb("e8a23c"))
        pen.line(((585, 690), (540, 880)), 5, rgb("4a4034"))
    rain = darker(rgb("e8ecec"), 0.0)
    with canvas.sheet(blur=0.8, opacity=0.3) as pen:
        for _ in range(420):
            x, y, s = rng.uniform(-60, WIDTH), rng.uniform(-20, HEIGHT), rng.uniform(16, 52)
            pen.line(((x, y), (x + s * 0.22, y + s)), 1.2, rain)
    return finish(canvas, rgb("e8e2cc"), warmth=0.22)


SCENES = {"river-morning": river_morning, "river-boats": river_boats, "river-flood": river_flood}
