"""The night market under its lamps."""

import math

from PIL import Image

from ..buildings import awning, wire
from ..burdens import FRUIT, GREENS, ROOTS, basket, carrier
from ..canvas import WIDTH, Canvas, Rim
from ..figures import STAND, WALK, WORK, Dress, person
from ..light import finish, glow, mirror
from ..palette import Colour, lighter, mix, rgb


def bulbs(canvas: Canvas, strings, ink: Colour, size: float = 5) -> None:
    """Lamps along hung wires, each with its glow."""
    points = []
    with canvas.sheet() as pen:
        for a, b, sag in strings:
            points += wire(pen, a, b, rgb("1a1830"), sag)[1:-1]
    for x, y in points[::2]:
        glow(canvas, x, y + size, size * 7, ink, 0.75)
    with canvas.sheet() as pen:
        for x, y in points:
            pen.disc(x, y + size, size * 0.8, size, lighter(ink, 0.6))


def market_night(canvas: Canvas) -> Image.Image:
    rng = canvas.rng
    canvas.sky((rgb("0d1736"), rgb("1d2858"), rgb("5a4472"), rgb("8a5a6a")), 0, 640)
    with canvas.sheet() as pen:
        for _ in range(70):
            x, y = rng.uniform(0, WIDTH), rng.uniform(0, 330)
            pen.disc(x, y, rng.uniform(0.7, 1.8), fill=mix(rgb("5a6a9a"), rgb("fff4d8"), rng.random()))
        x = -20
        while x < WIDTH:  # the house fronts behind
            w, h = rng.uniform(90, 170), rng.uniform(190, 330)
            pen.box(x, 660 - h, x + w, 680, mix(rgb("1c2248"), rgb("3a2f58"), rng.random()))
            for row in range(int(h // 62)):
                for col in range(int(w // 44)):
                    if rng.random() < 0.45:
                        pen.box(
                            x + 14 + col * 44,
                            676 - h + row * 62,
                            x + 36 + col * 44,
                            708 - h + row * 62,
                            mix(rgb("ffb860"), rgb("5a3f60"), rng.random() * 0.8),
                        )
            x += w
    cloths = (
        ("c8402f", "f2d9a8"),
        ("1f6f78", "e8d2a0"),
        ("d8902f", "f6e2b4"),
        ("8a3a5a", "f0d4ae"),
        ("2f5f8a", "ecd8ac"),
    )
    for i in range(5):
        x, w = -60 + i * 345, 318
        with canvas.cut(rgb("ffdf94"), rgb("c8642f"), (480, 730)) as pen:
            pen.box(x + 16, 480, x + w - 16, 730)
        with canvas.sheet(rim=Rim(rgb("ffcf80"), 0, -6, 6, 0.4)) as pen:
            for k in range(7):
                px = x + 36 + k * 39
                pen.line(((px, 520), (px, 542)), 2, rgb("7a3f2a"))
                pen.disc(px, 556, 12, 16, rgb(rng.choice(("b8442f", "e08a3a", "7a4a2a", "d8a850"))))
            for k in range(2):
                face = rng.choice((-1, 1))
                person(
                    pen,
                    x + 100 + k * 120,
                    752,
                    190,
                    Dress(
                        rgb(rng.choice(("3f5f7a", "a84a4a", "f0e0c0", "5a7a5a"))),
                        rgb("2a2436"),
                        hat=("cap", "")[k],
                    ),
                    WORK,
                    face,
                )
            pen.box(x + 4, 676, x + w - 4, 742, rgb("5a2f36"))
            pen.box(x, 666, x + w, 680, rgb("d8935a"))
            for k in range(6):
                basket(pen, x + 36 + k * 49, 670, 46, rgb("c08a50"), (FRUIT, GREENS, ROOTS)[(i + k) % 3], rng)
            for px in (x + 8, x + w - 8):
                pen.line(((px, 440), (px, 742)), 7, rgb("2a2038"))
            awning(
                pen,
                ((x + 18, 400), (x + w - 18, 400)),
                ((x - 14, 486), (x + w + 14, 486)),
                tuple(rgb(c) for c in cloths[i]),
                11,
                22,
            )
    for i in range(5):
        glow(canvas, 100 + i * 345, 600, 260, rgb("ffae52"), 0.5)
    bulbs(
        canvas,
        [
            ((-20, 250), (560, 330), 0.1),
            ((560, 330), (1120, 290), 0.1),
            ((1120, 290), (1640, 210), 0.1),
            ((-20, 370), (420, 300), 0.08),
            ((900, 380), (1620, 320), 0.07),
        ],
        rgb("ffcf7a"),
        6,
    )
    with canvas.cut(rgb("ffe2b0"), blur=12, opacity=0.35) as pen:
        for i in range(9):
            pen.disc(760 + math.sin(i) * 26 + i * 7, 640 - i * 32, 20 + i * 6, 22)
    mirror(canvas, 748, rgb("1d1a3c"), 0.48, ripple=7)
    canvas.brushed(750, 1120, rgb("120f2a"), 0.6, 7, 100, 0.32, 0.7)
    canvas.brushed(750, 1000, rgb("ffb868"), 0.4, 14, 220, 0.14, 0.4)
    with canvas.sheet(rim=Rim(rgb("ffb45e"), 0, 9, 2.5, 0.55)) as pen:
        skin, dark = rgb("6a4248"), rgb("17152f")
        crowd = sorted((rng.uniform(800, 920), x + rng.uniform(-24, 24)) for x in range(60, 1580, 118))
        for y, x in crowd:
            tall = 150 + (y - 800) * 0.75
            ink = rgb(rng.choice(("232a56", "3a2448", "1f3a50", "50283c", "2c2c58")))
            person(
                pen,
                x,
                y,
                tall,
                Dress(
                    ink,
                    dark,
                    skin,
                    rgb("120f22"),
                    hat=rng.choice(("", "", "cone", "cap")),
                    hat_ink=rgb("8a6a58"),
                    bag=rgb("2a2040") if rng.random() < 0.3 else None,
                ),
                rng.choice((WALK, STAND, WALK)),
                rng.choice((-1, 1)),
            )
        carrier(
            pen,
            1160,
            985,
            290,
            Dress(rgb("2a2a58"), dark, skin, hat="cone", hat_ink=rgb("9a765e")),
            -1,
            FRUIT,
            rng,
        )
        person(
            pen, 420, 1000, 300, Dress(rgb("40284c"), dark, skin, rgb("120f22"), bag=rgb("6a3040")), WALK, 1
        )
        person(pen, 505, 992, 176, Dress(rgb("7a3a3c"), dark, skin, rgb("120f22")), WALK, 1)
    return finish(canvas, rgb("ffb868"), warmth=0.12)


SCENES = {"market-night": market_night}
