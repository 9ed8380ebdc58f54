"""A street in the rain."""

import math

from PIL import Image

from ..burdens import cyclist
from ..canvas import HEIGHT, WIDTH, Canvas, Pen, Rim
from ..figures import HOLD, Dress, person
from ..light import finish, glow, wet
from ..lines import Camera
from ..palette import RAIN, Colour, darker, lighter, mix, rgb


def umbrella(pen: Pen, x: float, y: float, wide: float, ink: Colour) -> None:
    """An open umbrella whose rim is at ``y``, in gores from light to shade."""
    high = wide * 0.38

    def rib(u: float) -> list[tuple[float, float]]:
        return [
            (x + wide * 0.5 * u * math.sin(a), y - high * math.cos(a))
            for a in (math.pi / 2 * i / 8 for i in range(9))
        ]

    ribs = [-1, -0.72, -0.26, 0.26, 0.72, 1]
    for i, (s, t) in enumerate(zip(ribs, ribs[1:], strict=False)):
        dip = (x + wide * 0.25 * (s + t), y - high * 0.12)
        tone = mix(lighter(ink, 0.3), darker(ink, 0.35), 1 - i / 4)
        pen.shape([*rib(s), dip, *rib(t)[::-1]], tone)
    pen.line(((x, y - high), (x, y - high * 1.16)), max(1.5, wide * 0.02), darker(ink, 0.4))


def street_rain(canvas: Canvas) -> Image.Image:
    p, rng = RAIN, canvas.rng
    cam = Camera(920, 520, 900, 2.6)
    canvas.sky((rgb("24384e"), rgb("56707e"), rgb("b9b3a0")), 0, 540)
    canvas.mist(-100, 420, rgb("2b3d52"), 0.6, 3, 4)
    glow(canvas, 920, 500, 420, rgb("ffe0a8"), 0.7)
    walls = ("5a5a66", "6a5a54", "4a5f66", "7a6a58", "556070", "6f5560")
    houses, z = [], 62.0
    while z > 5:
        for side in (-1, 1):
            lamp = rgb(rng.choice(("ffcf7a", "ffb85a", "ffe0a0")))
            cloth = rgb(rng.choice(("c8442f", "2f7078", "d8963a", "6a4a70")))
            houses.append(
                (
                    z,
                    side,
                    7 + rng.uniform(0, 4),
                    rgb(rng.choice(walls)),
                    lamp,
                    cloth,
                    [rng.random() < 0.4 for _ in range(4)],
                )
            )
        z *= 0.8

    def front(pen: Pen, house, up: int) -> None:
        """A shop house; ``up`` is -1 for its image in the wet street."""
        z, side, high, wall, lamp, cloth, lit = house
        nz, edge, fog = z * 0.8, side * 6.2, max(0.0, min(0.8, (z - 8) / 62))
        wet_ink = rgb("2a3a52")

        def tone(ink: Colour, haze: float = fog) -> Colour:
            ink = mix(ink, p.haze, haze)
            return ink if up > 0 else mix(ink, wet_ink, 0.42)

        def face(y0: float, y1: float, u0: float, u1: float, ink: Colour) -> None:
            za, zb = z + (nz - z) * u0, z + (nz - z) * u1
            pen.shape(
                [
                    cam.at(edge, y0 * up, za),
                    cam.at(edge, y1 * up, za),
                    cam.at(edge, y1 * up, zb),
                    cam.at(edge, y0 * up, zb),
                ],
                ink,
            )

        wall = darker(wall, 0.2) if side > 0 else wall
        face(0, high, 0, 1, tone(wall))
        face(high - 0.5, high, 0, 1, tone(lighter(wall, 0.14)))
        face(0, high, 0.985, 1, tone(darker(wall, 0.3)))
        face(0.1, 2.9, 0.08, 0.92, tone(lamp, fog * 0.4))
        face(0.1, 0.9, 0.3, 0.5, tone(rgb("7a4a38")))
        face(0.1, 1.6, 0.64, 0.7, tone(rgb("3a3040")))
        for i, floor in enumerate((4.0, 6.6)):
            for j, u in enumerate((0.15, 0.58)):
                if floor + 1.6 < high:
                    face(
                        floor,
                        floor + 1.5,
                        u,
                        u + 0.26,
                        tone(lamp if lit[i * 2 + j] else darker(wall, 0.45), fog * 0.5),
                    )
        out = edge - side * 1.5
        quad = [
            cam.at(edge, 3.5 * up, z),
            cam.at(edge, 3.5 * up, nz),
            cam.at(out, 2.9 * up, nz),
            cam.at(out, 2.9 * up, z),
        ]
        pen.shape(quad, tone(cloth))
        pen.shape(
            [quad[3], quad[2], cam.at(out, 2.6 * up, nz), cam.at(out, 2.6 * up, z)], tone(darker(cloth, 0.3))
        )

    canvas.image.paste(
        canvas.wash((rgb("a8aca2"), rgb("4a5c70"), rgb("1c2a42")), 520, 980).crop(
            (0, round(540 * canvas.scale), *canvas.size)
        ),
        (0, round(540 * canvas.scale)),
    )
    with canvas.sheet() as pen:
        for house in houses:
            front(pen, house, -1)
    wet(canvas, 540, 9, 7)
    with canvas.cut(rgb("1c2a42"), blur=16, opacity=0.5) as pen:  # the crown of the road mirrors the least
        pen.shape([cam.at(-2.6, 0, 50), cam.at(2.6, 0, 50), cam.at(2.6, 0, 2.4), cam.at(-2.6, 0, 2.4)])
    with canvas.sheet() as pen:
        for house in houses:
            front(pen, house, 1)
            z, side = house[0], house[1]
            pen.shape(
                [
                    cam.at(side * 6.2, 0, z),
                    cam.at(side * 4.9, 0, z),
                    cam.at(side * 4.9, 0, z * 0.8),
                    cam.at(side * 6.2, 0, z * 0.8),
                ],
                mix(rgb("4a5668"), p.haze, max(0.0, min(0.8, (z - 8) / 62))),
            )
            pen.line(
                (cam.at(side * 4.9, 0, z), cam.at(side * 4.9, 0, z * 0.8)),
                max(1, cam.size(0.06, z)),
                rgb("8a949a"),
            )
    for side in (-1, 1):
        for z in (52, 34, 22, 15, 11, 8):
            x, y = cam.at(side * 5.6, 1.6, z)
            glow(canvas, x, y, cam.size(3.4, z), rgb("ffb860"), 0.55)
    canvas.brushed(580, 1130, rgb("17243a"), 0.5, 7, 120, 0.3, 0.8)
    canvas.brushed(560, 1090, rgb("ffd08a"), 0.42, 16, 260, 0.13, 0.5)
    folk = (
        (-2.6, 30, "d8a040", 1),
        (1.5, 26, "c8484a", -1),
        (-1.0, 21, "4a8a94", 1),
        (3.1, 17, "e8c070", -1),
        (-3.3, 15, "c8583a", 1),
    )
    with canvas.cut(rgb("101a2c"), blur=4, opacity=0.5) as pen:
        for x, z in [(x, z) for x, z, *_ in folk] + [(-1.6, 8.6), (-0.9, 8.9), (2.3, 10.2)]:
            ax, ay = cam.at(x, 0, z)
            s = cam.size(1.6, z)
            pen.shape(
                (
                    (ax - s * 0.12, ay),
                    (ax + s * 0.12, ay),
                    (ax + s * 0.2, ay + s * 0.75),
                    (ax - s * 0.2, ay + s * 0.75),
                )
            )
    with canvas.sheet(rim=Rim(rgb("ffd08a"), -5, 5, 5, 0.75)) as pen:
        for x, z, ink, face in folk:
            ax, ay = cam.at(x, 0, z)
            s, fog = cam.size(1.62, z), max(0.0, (z - 12) / 30)
            person(
                pen,
                ax,
                ay,
                s,
                Dress(
                    mix(rgb("33405a"), p.haze, fog),
                    mix(rgb("1d2638"), p.haze, fog),
                    mix(rgb("a87a68"), p.haze, fog),
                ),
                HOLD,
                face,
                lit=1,
            )
            pen.line(
                ((ax + s * 0.12 * face, ay - s * 0.74), (ax + s * 0.1 * face, ay - s * 1.2)),
                max(1.5, s * 0.015),
                rgb("2a2f3c"),
            )
            umbrella(pen, ax + s * 0.1 * face, ay - s * 0.9, s * 0.72, mix(rgb(ink), p.haze, fog))
        ax, ay = cam.at(2.3, 0, 10.2)
        cyclist(
            pen,
            ax,
            ay,
            175,
            Dress(rgb("5f8f94"), rgb("1d2638"), rgb("b08070"), hat="cone"),
            -1,
            rgb("141c2c"),
        )
        pen.stroke(((ax + 4, ay - 142), (ax + 14, ay - 108), (ax + 24, ay - 76)), (30, 44, 50), rgb("5f8f94"))
        for x, z, tall, ink, bag in (
            (-1.6, 8.6, 1.66, "d8432f", None),
            (-0.75, 8.9, 1.2, "e8b040", "3f6f9a"),
        ):
            ax, ay = cam.at(x, 0, z)
            s = cam.size(tall, z)
            person(
                pen,
                ax,
                ay,
                s,
                Dress(
                    rgb("3a4a6a"),
                    rgb("1a2234"),
                    rgb("b08070"),
                    bag=rgb(bag) if bag else None,
                    tail=bag is None,
                ),
                HOLD,
                1,
                lit=1,
            )
            pen.line(((ax + s * 0.12, ay - s * 0.74), (ax + s * 0.1, ay - s * 1.2)), s * 0.015, rgb("2a2f3c"))
            umbrella(pen, ax + s * 0.1, ay - s * 0.88, s * 0.78, rgb(ink))
    with canvas.sheet(blur=0.7, opacity=0.34) as pen:
        for _ in range(520):
            x, y, s = rng.uniform(-20, WIDTH + 60), rng.uniform(-20, HEIGHT), rng.uniform(14, 58)
            pen.line(((x, y), (x - s * 0.16, y + s)), 1.2, rgb("e8eef0"))
    with canvas.sheet(opacity=0.4) as pen:
        for _ in range(60):
            x, y = rng.uniform(0, WIDTH), rng.uniform(680, HEIGHT)
            s = 5 + (y - 680) * 0.035
            pen.ring(x, y, s, s * 0.3, 1.3, rgb("dfe6e6"))
    return finish(canvas, rgb("ffd79a"), from_left=False, warmth=0.14)


SCENES = {"street-rain": street_rain}
