"""A hospital corridor in the morning."""

from PIL import Image

from ..canvas import Canvas, Rim
from ..figures import SIT, STAND, WALK, WORK, Dress, person
from ..light import finish, glow, shafts
from ..lines import Camera
from ..palette import darker, lighter, mix, rgb
from ..rooms import Room

COAT = rgb("f8f5ea")


def hospital_corridor(canvas: Canvas) -> Image.Image:
    cam = Camera(640, 420, 900, 1.75)
    room = Room(canvas, cam, -2.3, 2.5, 3.2, 30.0)
    room.build(
        (rgb("eaf0dc"), rgb("7fb0a8")),
        (rgb("f6f6e6"), rgb("b4d0c4")),
        rgb("cfe4d4"),
        rgb("8fbdb2"),
        rgb("fbfbee"),
    )
    with canvas.sheet() as pen:
        room.end(pen, -1.6, 1.8, 0.9, 2.7, rgb("fffef4"))
        for x in (-0.5, 0.7):
            pen.line((cam.at(x, 0.9, 30), cam.at(x, 2.7, 30)), 2, rgb("a9cabe"))
        for x, ink in ((-2.3, "8fc0b0"), (2.5, "5f9a90")):
            room.side(pen, x, 0, 1.05, 30, 1.2, rgb(ink))
            room.side(pen, x, 1.0, 1.1, 30, 1.2, rgb("c98a52"))
            room.side(pen, x, 0, 0.14, 30, 1.2, darker(rgb(ink), 0.3))
        z = 28.5
        while z > 3:
            room.window(pen, -2.3, 1.25, 2.75, z, z - 2.3, rgb("fffbe4"), rgb("f4f4e4"), (3, 2))
            z -= 3.4
        z = 27.0
        while z > 3.4:
            fog = min(0.7, z / 40)
            room.side(pen, 2.5, 0, 2.25, z, z - 1.3, mix(rgb("e8dcb8"), rgb("f4f4e4"), fog))
            room.side(pen, 2.5, 0, 2.15, z - 0.1, z - 1.2, mix(rgb("3f8088"), rgb("d4e4d8"), fog))
            room.side(pen, 2.5, 1.35, 1.95, z - 0.35, z - 0.75, mix(rgb("bfe0da"), rgb("f4f4e4"), fog))
            pen.disc(*cam.at(2.5, 1.0, z - 1.1), cam.size(0.05, z), fill=rgb("f0d090"))
            z -= 4.4
        for z in (26, 21, 16, 12, 8.5, 5.5):
            room.floor(pen, -0.35, 0.55, z, z - 1.7, rgb("fffef0"), 3.19)
        for z in (30, 24, 19, 15, 12, 9.5, 7.5, 6, 4.8, 3.8, 3.0, 2.4):
            pen.line((cam.at(-2.3, 0, z), cam.at(2.5, 0, z)), max(1, cam.size(0.02, z)), rgb("a9cabc"))
    with canvas.cut(rgb("fffbe0"), blur=3, opacity=0.62) as pen:  # the windows lying on the floor
        z = 28.5
        while z > 3:
            for k in range(3):
                a, b = z - 0.1 - k * 0.75, z - 0.75 - k * 0.75
                pen.shape(
                    [
                        cam.at(-1.6, 0, a - 0.3),
                        cam.at(0.5, 0, a - 0.9),
                        cam.at(0.5, 0, b - 0.9),
                        cam.at(-1.6, 0, b - 0.3),
                    ]
                )
            z -= 3.4
    shafts(
        canvas,
        [
            [
                cam.at(-2.3, 2.7, z),
                cam.at(-2.3, 1.3, z - 2.3),
                cam.at(0.2, 0, z - 3.0),
                cam.at(0.6, 0, z - 0.9),
            ]
            for z in (28.5, 21.7, 14.9, 11.5, 8.1)
        ],
        rgb("fffbe0"),
        0.26,
        12,
    )
    glow(canvas, *cam.at(0.1, 1.7, 30), 300, rgb("fffdf0"), 0.75)

    def stand(x: float, z: float) -> tuple[float, float, float, float]:
        px, py = cam.at(x, 0, z)
        return px, py, cam.size(1.64, z), min(0.6, max(0.0, (z - 7) / 34))

    people = ((-0.9, 24, 1), (-1.2, 15.5, 1))
    with canvas.cut(rgb("3f7a78"), blur=3, opacity=0.35) as pen:
        for x, z in ((-0.9, 24), (-1.2, 15.5), (1.2, 10.5), (-0.5, 5.6), (0.25, 5.5)):
            px, py, s, _ = stand(x, z)
            pen.shape(
                (
                    (px - s * 0.12, py),
                    (px + s * 0.12, py),
                    (px + s * 0.42, py + s * 0.16),
                    (px + s * 0.1, py + s * 0.18),
                )
            )
            pen.shape(
                (
                    (px - s * 0.1, py),
                    (px + s * 0.1, py),
                    (px + s * 0.07, py + s * 0.6),
                    (px - s * 0.08, py + s * 0.6),
                )
            )
    with canvas.sheet(rim=Rim(rgb("fffdf0"), 5, 2, 3, 0.5)) as pen:
        for x, z, face in people:
            px, py, s, fog = stand(x, z)
            person(
                pen,
                px,
                py,
                s,
                Dress(
                    mix(COAT, rgb("e4efe2"), fog),
                    mix(rgb("4a7f86"), rgb("d4e4d8"), fog),
                    mix(rgb("c48e6a"), rgb("e4efe2"), fog),
                    mix(rgb("2a2428"), rgb("d4e4d8"), fog),
                ),
                WALK,
                face,
            )
        for z in (20.0, 15.5):  # those who wait
            px, py, s, fog = stand(2.15, z)
            pen.shape(
                [
                    cam.at(1.75, 0.46, z + 1.4),
                    cam.at(2.45, 0.46, z + 1.4),
                    cam.at(2.45, 0.46, z - 1.2),
                    cam.at(1.75, 0.46, z - 1.2),
                ],
                mix(rgb("d8a05a"), rgb("e4efe2"), fog),
            )
            pen.shape(
                [
                    cam.at(1.75, 0.46, z + 1.4),
                    cam.at(1.75, 0.38, z + 1.4),
                    cam.at(1.75, 0.38, z - 1.2),
                    cam.at(1.75, 0.46, z - 1.2),
                ],
                mix(rgb("9a6a3a"), rgb("e4efe2"), fog),
            )
            for dz, ink in ((0.7, "b8506a"), (-0.5, "4a6a9a")):
                px, py, s, fog = stand(1.95, z + dz)
                person(
                    pen,
                    px,
                    py,
                    s,
                    Dress(
                        mix(rgb(ink), rgb("e4efe2"), fog), mix(rgb("33384a"), rgb("d4e4d8"), fog), tail=dz > 0
                    ),
                    SIT,
                    -1,
                )
        px, py, s, fog = stand(1.2, 10.5)
        person(pen, px, py, s, Dress(COAT, rgb("3f7f92"), skirt=False), STAND, 1)
        pen.box(px + s * 0.1, py - s * 0.64, px + s * 0.24, py - s * 0.5, rgb("d8a05a"))
        px, py, s, _ = stand(-0.5, 5.6)
        cx = px + s * 0.5  # the wheelchair
        for wx, r in ((cx, 0.17), (cx + s * 0.3, 0.07)):
            pen.ring(wx, py - r * s, r * s, r * s, s * 0.018, rgb("2f4a54"))
        pen.ring(cx, py - 0.17 * s, 0.15 * s, 0.15 * s, s * 0.007, rgb("8fb0b0"))
        pen.line(
            (
                (cx - s * 0.12, py - s * 0.62),
                (cx - s * 0.1, py - s * 0.27),
                (cx + s * 0.2, py - s * 0.27),
                (cx + s * 0.28, py - s * 0.05),
                (cx + s * 0.36, py - s * 0.04),
            ),
            s * 0.03,
            rgb("2f4a54"),
        )
        person(
            pen,
            cx + s * 0.02,
            py - s * 0.03,
            s * 0.92,
            Dress(rgb("7a9ac8"), rgb("5f7fb0"), hair=rgb("b8b4ac")),
            SIT,
            1,
        )
        pen.shape(
            (
                (cx - s * 0.02, py - s * 0.32),
                (cx + s * 0.24, py - s * 0.31),
                (cx + s * 0.26, py - s * 0.12),
                (cx + s * 0.06, py - s * 0.16),
            ),
            rgb("d8694a"),
        )
        pen.line(((cx - s * 0.13, py - s * 0.6), (cx - s * 0.24, py - s * 0.62)), s * 0.028, rgb("2f4a54"))
        person(pen, px, py, s, Dress(COAT, rgb("f0ead8"), hat="cap", hat_ink=COAT, tail=True), WORK, 1)
        for k in range(5):
            x, y = cam.at(-2.05, 0.0, 4.6)
            pen.stroke(
                ((x, y - 110), (x - 30 + k * 16, y - 210), (x - 70 + k * 36, y - 250 + abs(k - 2) * 22)),
                (5, 22, 3),
                mix(rgb("3f8a5a"), rgb("b4d070"), 0.2 * (4 - k)),
            )
        x, y = cam.at(-2.05, 0.0, 4.6)
        pen.shape(((x - 46, y - 118), (x + 46, y - 118), (x + 32, y), (x - 32, y)), rgb("d8824a"))
        pen.shape(
            ((x - 46, y - 118), (x - 12, y - 118), (x - 12, y), (x - 32, y)), lighter(rgb("d8824a"), 0.3)
        )
    return finish(canvas, rgb("fff6d0"), warmth=0.26)


SCENES = {"hospital-corridor": hospital_corridor}
