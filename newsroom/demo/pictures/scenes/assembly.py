"""The production line."""

from PIL import Image

from ..buildings import lattice
from ..canvas import Canvas, Rim
from ..figures import WORK, Dress, person
from ..light import finish, glow, shafts
from ..lines import Camera
from ..palette import darker, lighter, mix, rgb


def factory_line(canvas: Canvas) -> Image.Image:
    rng, air = canvas.rng, rgb("c4d4c8")

    def overall(fog: float) -> Dress:
        """A worker's blue, as far gone into the hall's air as ``fog`` says."""
        inks = [mix(rgb(code), air, fog) for code in ("3f7fb0", "2a3c54", "c8926c", "2a2428", "f4ead0")]
        return Dress(*inks[:4], hat="cap", hat_ink=inks[4])

    cam = Camera(560, 400, 900, 2.5)
    far, near, left, right, high = 42.0, 2.2, -6.5, 10.5, 6.2
    canvas.sky((rgb("c9dcd8"), rgb("e8ebd8")), 200, 600)

    def plane(pen, a, b, c, d, ink):
        pen.shape([cam.at(*q) for q in (a, b, c, d)], ink)

    with canvas.cut(rgb("d9dfcf"), rgb("7f9a9a"), (430, 1067)) as pen:
        plane(pen, (left, 0, far), (right, 0, far), (right, 0, near), (left, 0, near), None)
    with canvas.cut(rgb("3f666c"), rgb("a9c4bd"), (-60, 330)) as pen:
        plane(pen, (left, high, far), (right, high, far), (right, high, near), (left, high, near), None)
    with canvas.sheet() as pen:
        plane(pen, (left, 0, far), (left, high, far), (left, high, near), (left, 0, near), rgb("8fb0ab"))
        plane(pen, (right, 0, far), (right, high, far), (right, high, near), (right, 0, near), rgb("5f8586"))
        plane(pen, (left, 0, far), (left, 1.1, far), (left, 1.1, near), (left, 0, near), rgb("5c8a86"))
        z = 38.0
        while z > 3:
            plane(
                pen, (left, 1.6, z), (left, 5.2, z), (left, 5.2, z - 2.9), (left, 1.6, z - 2.9), rgb("fbf6dc")
            )
            plane(
                pen,
                (left, 3.35, z),
                (left, 3.45, z),
                (left, 3.45, z - 2.9),
                (left, 3.35, z - 2.9),
                rgb("9fc0b6"),
            )
            for dz in (0.97, 1.94):
                pen.line(
                    (cam.at(left, 1.6, z - dz), cam.at(left, 5.2, z - dz)),
                    cam.size(0.05, z) + 1,
                    rgb("9fc0b6"),
                )
            z -= 4
        for z in (38, 34, 30, 26, 22, 18, 14, 10, 6):
            ink = mix(rgb("2f5a60"), rgb("b4ccc4"), min(1, z / 44))
            lattice(
                pen,
                cam.at(left, high - 0.3, z),
                cam.at(right, high - 0.3, z),
                cam.size(0.6, z),
                ink,
                22,
                max(1.2, cam.size(0.06, z)),
            )
            pen.line((cam.at(right, 0, z), cam.at(right, high, z)), cam.size(0.22, z), ink)
        for x in (-2.6, 1.6, 5.8):
            for z in (36, 32, 28, 24, 20, 16, 12, 8):
                plane(
                    pen,
                    (x - 0.16, 4.6, z),
                    (x + 0.16, 4.6, z),
                    (x + 0.16, 4.6, z - 2.6),
                    (x - 0.16, 4.6, z - 2.6),
                    rgb("fffbe6"),
                )
    with canvas.sheet(rim=Rim(rgb("fff4d0"), 4, 3, 4, 0.35)) as pen:
        for z in [36 - 1.9 * i for i in range(18)]:
            fog = min(0.75, max(0, (z - 7) / 42))
            for bx in (-1.7, 3.9):  # a belt, those who stand at it, what passes along it
                belt, frame = mix(rgb("22444c"), rgb("c4d4c8"), fog), mix(rgb("e0a03c"), rgb("d8dcc4"), fog)
                if rng.random() < 0.86 and z > 4.6:
                    x, y = cam.at(bx - 1.15, 0, z)
                    dress = overall(fog)
                    person(pen, x, y, cam.size(1.62, z), dress, WORK, 1)
                plane(
                    pen,
                    (bx - 0.55, 0.85, z),
                    (bx + 0.55, 0.85, z),
                    (bx + 0.55, 0.85, max(1.2, z - 1.95)),
                    (bx - 0.55, 0.85, max(1.2, z - 1.95)),
                    belt,
                )
                plane(
                    pen,
                    (bx - 0.6, 0.85, z),
                    (bx - 0.6, 0.62, z),
                    (bx - 0.6, 0.62, max(1.2, z - 1.95)),
                    (bx - 0.6, 0.85, max(1.2, z - 1.95)),
                    frame,
                )
                plane(
                    pen,
                    (bx + 0.6, 0.85, z),
                    (bx + 0.6, 0.62, z),
                    (bx + 0.6, 0.62, max(1.2, z - 1.95)),
                    (bx + 0.6, 0.85, max(1.2, z - 1.95)),
                    darker(frame, 0.3),
                )
                for side in (-0.55, 0.55):
                    pen.line(
                        (cam.at(bx + side, 0.62, z - 0.9), cam.at(bx + side, 0, z - 0.9)),
                        max(1.4, cam.size(0.07, z)),
                        darker(frame, 0.4),
                    )
                for dz in (0.4, 1.4):
                    x, y = cam.at(bx + rng.uniform(-0.12, 0.12), 0.85, z - dz)
                    s = cam.size(0.25, z - dz)
                    ink = mix(rgb(rng.choice(("d86a48", "f0e4c4", "d86a48", "e8b84c"))), rgb("d8dcc4"), fog)
                    pen.box(x - s, y - s * 1.1, x + s, y, ink)
                    pen.shape(
                        (
                            (x - s, y - s * 1.1),
                            (x - s * 0.75, y - s * 1.45),
                            (x + s * 1.2, y - s * 1.45),
                            (x + s, y - s * 1.1),
                        ),
                        lighter(ink, 0.35),
                    )
                    pen.shape(
                        (
                            (x + s, y - s * 1.1),
                            (x + s * 1.2, y - s * 1.45),
                            (x + s * 1.2, y - s * 0.3),
                            (x + s, y),
                        ),
                        darker(ink, 0.25),
                    )
                if z > 4.6 and bx < 0 and rng.random() < 0.8:
                    x, y = cam.at(bx + 1.2, 0, z - 0.8)
                    dress = overall(fog)
                    person(pen, x, y, cam.size(1.62, z), dress, WORK, -1)
    shafts(
        canvas,
        [
            [
                cam.at(left, 5.2, z),
                cam.at(left, 1.8, z - 2.6),
                cam.at(left + 4.6, 0, z - 3.2),
                cam.at(left + 6.4, 0, z - 0.8),
            ]
            for z in (38, 34, 30, 26, 22, 18, 14, 10)
        ],
        rgb("fff6cc"),
        0.24,
        12,
    )
    glow(canvas, 560, 390, 420, rgb("fff8dc"), 0.6)
    return finish(canvas, rgb("fff2c4"), warmth=0.3)


SCENES = {"factory-line": factory_line}
