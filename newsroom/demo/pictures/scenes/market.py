"""An early market street."""

from PIL import Image

from ..buildings import awning, bunting
from ..burdens import FRUIT, GREENS, ROOTS, basket, carrier
from ..canvas import HEIGHT, WIDTH, Canvas, Rim
from ..figures import BEND, SQUAT, WALK, WORK, Dress, person
from ..light import finish, shafts
from ..lines import Camera
from ..palette import MARKET, mix, rgb
from ..plants import tree
from ..terrain import sun


def market_morning(canvas: Canvas) -> Image.Image:
    p, rng = MARKET, canvas.rng
    cam = Camera(600, 400, 900, 3.5)
    canvas.sky(p.sky, 0, 480)
    sun(canvas, 640, 330, 50, rgb("fffbe8"), 10, 0.95, rgb("ffe3a0"))
    with canvas.sheet() as pen:
        tones = tuple(
            mix(ink, p.haze, 0.55) for ink in (rgb("5a4432"), rgb("4a6a44"), rgb("7a9450"), rgb("e0d488"))
        )
        for x, tall in ((430, 250), (540, 150), (790, 210), (880, 300), (330, 330)):
            tree(pen, rng, x, 478, tall, tones)
        for x, w, h in ((690, 90, 70), (590, 60, 46)):
            pen.box(x, 474 - h, x + w, 476, mix(rgb("d8b48a"), p.haze, 0.5))
            pen.shape(
                ((x - 8, 474 - h), (x + w / 2, 440 - h), (x + w + 8, 474 - h)),
                mix(rgb("b8603f"), p.haze, 0.5),
            )
    with canvas.cut(rgb("f3d9a4"), rgb("a87852"), (470, 1067)) as pen:
        pen.shape(((-10, 472), (WIDTH + 10, 472), (WIDTH + 10, HEIGHT + 9), (-10, HEIGHT + 9)))
    canvas.mist(380, 540, rgb("fdeac0"), 0.9)
    cloths = (
        ("d4482f", "fbeed2"),
        ("2f7f86", "f6e6c0"),
        ("e0a03a", "fbf0d4"),
        ("5a7f4a", "f4ead0"),
        ("8a4a5a", "f6e2c8"),
    )
    for i, z in enumerate((30.0, 24.5, 19.5, 15, 11.2, 7.8)):
        fog = max(0.0, min(0.7, (z - 6) / 34))
        with canvas.sheet(rim=Rim(rgb("fff0c0"), -3, 5, 4, 0.35)) as pen:
            for side in (-1, 1):
                inner, outer, deep = side * 2.9, side * 9.5, 3.0
                inks = tuple(mix(rgb(c), p.haze, fog) for c in cloths[(i * 2 + (side > 0)) % 5])
                post = mix(rgb("5a3f34"), p.haze, fog)
                pen.shape(
                    [cam.at(outer, 0, z), cam.at(outer, 2.6, z), cam.at(inner, 2.4, z), cam.at(inner, 0, z)],
                    mix(rgb("6a4438"), p.haze, min(0.85, fog + 0.1)),
                )
                for x in (side * 4.3, side * 6.4):
                    x, y = cam.at(x, 0, z - 0.1)
                    ink = mix(rgb(rng.choice(("a83c4a", "2f6a70", "7a4a7a", "d0a040"))), p.haze, fog)
                    person(
                        pen,
                        x,
                        y,
                        cam.size(1.58, z),
                        Dress(ink, mix(rgb("2c2834"), p.haze, fog), hat="cone"),
                        WORK,
                        -side,
                    )
                pen.shape(
                    [
                        cam.at(inner, 0, z - 0.8),
                        cam.at(inner, 0.75, z - 0.8),
                        cam.at(outer, 0.75, z - 0.8),
                        cam.at(outer, 0, z - 0.8),
                    ],
                    mix(rgb("8a5a40"), p.haze, fog),
                )
                pen.shape(
                    [
                        cam.at(inner, 0.75, z - 0.8),
                        cam.at(inner, 0.75, z),
                        cam.at(outer, 0.75, z),
                        cam.at(outer, 0.75, z - 0.8),
                    ],
                    mix(rgb("c99a62"), p.haze, fog),
                )
                for k in range(6):
                    x, y = cam.at(side * (3.3 + 0.8 * k), 0.76, z - 0.7)
                    basket(
                        pen,
                        x,
                        y,
                        cam.size(0.74, z),
                        mix(rgb("c09a60"), p.haze, fog),
                        tuple(mix(c, p.haze, fog) for c in (FRUIT, GREENS, ROOTS)[(k + i) % 3]),
                        rng,
                    )
                for zz in (z, z - deep * 0.9):
                    pen.line((cam.at(inner, 0, zz), cam.at(inner, 2.5, zz)), max(2, cam.size(0.07, zz)), post)
                front, back = cam.at(inner * 0.86, 2.32, z - deep), cam.at(inner * 0.86, 2.32, z)
                high = (cam.at(outer, 2.9, z - deep), cam.at(outer, 2.9, z))
                awning(pen, high, (front, back), inks, 9, cam.size(0.26, z))
    shafts(
        canvas,
        [((640, 330), (660, 330), (1240 + k, 1067), (1040 + k, 1067)) for k in (-1100, -620, -180, 240)],
        rgb("fff0c0"),
        0.2,
        22,
    )
    walkers = (
        (0.4, 25, 1, "d8a040", "cone"),
        (-1.2, 22, -1, "5a6a8a", ""),
        (1.4, 19, -1, "a83c4a", "cone"),
        (-0.6, 16.5, 1, "3f6f6a", "cone"),
        (1.0, 13.6, 1, "e8dcc0", ""),
        (-1.6, 12.6, 1, "7a4a6a", "cone"),
    )
    with canvas.cut(rgb("5a3030"), blur=2, opacity=0.42) as pen:
        for x, z, *_ in (*walkers, (0.5, 8.2)):
            ax, ay = cam.at(x, 0, z)
            s = cam.size(1.6, z)
            pen.shape(
                (
                    (ax - s * 0.08, ay),
                    (ax + s * 0.1, ay),
                    (ax + s * 0.24 + (ax - 640) * 0.4, ay + s * 0.95),
                    (ax + (ax - 640) * 0.4 - s * 0.06, ay + s * 0.95),
                )
            )
    with canvas.sheet(rim=Rim(rgb("fff4cc"), 0, 7, 5, 0.8)) as pen:
        for x, z, face, ink, hat in walkers:
            ax, ay = cam.at(x, 0, z)
            fog = max(0.0, (z - 9) / 28)
            person(
                pen,
                ax,
                ay,
                cam.size(1.6, z),
                Dress(
                    mix(rgb(ink), p.haze, fog),
                    mix(rgb("2f2a36"), p.haze, fog),
                    hat=hat,
                    bag=mix(rgb("b89a5a"), p.haze, fog) if hat else None,
                ),
                WALK,
                face,
            )
        ax, ay = cam.at(0.5, 0, 8.2)
        carrier(
            pen, ax, ay, cam.size(1.62, 8.2), Dress(rgb("8a3a4a"), rgb("241f2c"), hat="cone"), -1, GREENS, rng
        )
    with canvas.cut(rgb("5a3030"), blur=6, opacity=0.45) as pen:
        for x, y, s in ((210, 1010, 190), (380, 1030, 150), (1230, 1020, 170), (1420, 1030, 190)):
            pen.disc(x, y, s, s * 0.14)
    with canvas.sheet(rim=Rim(rgb("fff4cc"), 0, 8, 4, 0.8)) as pen:
        person(pen, 165, 1000, 400, Dress(rgb("2f6a70"), rgb("2a2532"), hat="cone"), SQUAT, 1)
        for x, y, w, heap in ((330, 985, 140, FRUIT), (450, 1030, 160, GREENS), (285, 1062, 150, ROOTS)):
            basket(pen, x, y, w, rgb("b08450"), heap, rng)
        person(pen, 1130, 960, 300, Dress(rgb("d8b04a"), rgb("3a2a3a"), bag=rgb("7a5a3a")), BEND, 1)
        for x, y, w, heap in (
            (1310, 985, 150, GREENS),
            (1480, 1000, 170, FRUIT),
            (1240, 1050, 160, FRUIT),
            (1400, 1066, 180, ROOTS),
        ):
            basket(pen, x, y, w, rgb("a87c4a"), heap, rng)
    with canvas.sheet() as pen:
        flags = [rgb(c) for c in ("c8583a", "f4e0b0", "4a8a8a", "e8b04a")]
        bunting(pen, rng, (-20, 150), (1010, 330), flags, 20, 0.08)
        bunting(pen, rng, (330, 300), (1620, 90), flags, 24, 0.09)
    return finish(canvas, rgb("ffe6a8"), warmth=0.26)


SCENES = {"market-morning": market_morning}
