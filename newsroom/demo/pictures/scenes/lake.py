"""The lake and its fish rafts."""

from PIL import Image

from ..buildings import cottage, sampan
from ..canvas import Canvas, Rim
from ..figures import ROW, STAND, WORK, Dress, person
from ..light import finish, mirror
from ..lines import Camera, ridge
from ..palette import NOON, darker, lighter, mix, rgb
from ..terrain import birds, clouds, ranges


def lake_fishing(canvas: Canvas) -> Image.Image:
    p, rng = NOON, canvas.rng
    canvas.sky((rgb("8cc4d2"), rgb("c4dfd6"), rgb("f4efcf")), 0, 330)
    clouds(canvas, 30, 140, rgb("fffdf0"), 0.8, 5)
    ranges(canvas, p, 180, 280, 4, 60, 0.0, 0.5, mist=0.85)
    for anchors in (
        [(-60, 330), (70, 220), (210, 196), (330, 260), (430, 345)],
        [(1130, 345), (1250, 230), (1390, 150), (1530, 190), (1680, 250)],
    ):
        isle = ridge(rng, anchors, 10, 70, octaves=3)
        with canvas.cut(
            rgb("4f8a66"), rgb("8fb58c"), (150, 350), rim=Rim(rgb("eaf0a8"), 12, 18, 14, 0.8)
        ) as pen:
            pen.shape([*isle, (isle[-1][0], 352), (isle[0][0], 352)])
            for x, y in isle:
                pen.disc(x, y + 3, rng.uniform(8, 20), rng.uniform(6, 11))
    canvas.mist(250, 400, rgb("eef3da"), 0.6)
    mirror(canvas, 350, rgb("2f9a98"), 0.5, ripple=9)
    canvas.haze(480, 1700, rgb("24908f"), 0.8, 0.4)
    canvas.brushed(360, 1140, rgb("14706f"), 0.4, 7, 120, 0.25, 0.85)
    canvas.brushed(352, 900, rgb("e9f6de"), 0.5, 12, 230, 0.17, 0.4)
    cam, wood = Camera(980, 300, 1000, 8.5), rgb("c89a5e")
    with canvas.sheet(blur=5, opacity=0.45) as pen:
        pen.shape(
            [cam.at(x, -0.6, z) for x, z in ((-10.4, 26), (8.4, 26), (8.4, 12.6), (-10.4, 12.6))],
            rgb("0d4f55"),
        )
    with canvas.sheet(rim=Rim(rgb("fff4c8"), 3, 2, 3, 0.4)) as pen:
        rows, cols = (12.8, 16.1, 19.4, 22.7, 26.0), [-10 + 3.6 * i for i in range(6)]
        for zi in range(4):
            for xi in range(5):
                a, b, c, d = cols[xi] + 0.25, cols[xi + 1] - 0.25, rows[zi] + 0.25, rows[zi + 1] - 0.25
                net = mix(rgb("1b7f80"), rgb("0e5a62"), rng.random())
                pen.shape([cam.at(a, 0, d), cam.at(b, 0, d), cam.at(b, 0, c), cam.at(a, 0, c)], net)
                for _ in range(16):
                    fx, fy = cam.at(rng.uniform(a + 0.3, b - 0.3), 0, rng.uniform(c + 0.3, d - 0.3))
                    pen.disc(fx, fy, cam.size(0.16, c), 1.6, mix(net, rgb("d8f0da"), rng.uniform(0.3, 0.8)))
        for z in rows:
            pen.shape(
                [
                    cam.at(cols[0], 0, z + 0.28),
                    cam.at(cols[-1], 0, z + 0.28),
                    cam.at(cols[-1], 0, z - 0.28),
                    cam.at(cols[0], 0, z - 0.28),
                ],
                wood,
            )
            pen.shape(
                [
                    cam.at(cols[0], 0, z - 0.28),
                    cam.at(cols[-1], 0, z - 0.28),
                    cam.at(cols[-1], -0.28, z - 0.28),
                    cam.at(cols[0], -0.28, z - 0.28),
                ],
                darker(wood, 0.45),
            )
        for x in cols:
            pen.shape(
                [
                    cam.at(x - 0.28, 0, rows[-1]),
                    cam.at(x + 0.28, 0, rows[-1]),
                    cam.at(x + 0.28, 0, rows[0]),
                    cam.at(x - 0.28, 0, rows[0]),
                ],
                lighter(wood, 0.15),
            )
            for z in rows[:-1]:
                bx, by = cam.at(x, -0.25, z - 0.35)
                pen.disc(bx, by, cam.size(0.34, z), cam.size(0.24, z), rgb("2f6ea8"))
    with canvas.sheet(rim=Rim(rgb("fff4c8"), 4, 3, 4, 0.5)) as pen:
        x, y = cam.at(5.3, 0, 24.4)
        cottage(pen, x, y, 190, rgb("c4553a"), rgb("6fb0b4"), rgb("28505c"))
        for px, z, tall, ink, pose, face, hat in (
            (-5.9, 16.1, 1.62, "d8502f", WORK, 1, "cone"),
            (1.0, 19.4, 1.66, "f4ead0", STAND, -1, "cap"),
            (-2.6, 22.7, 1.6, "e0b040", WORK, -1, "cone"),
        ):
            x, y = cam.at(px, 0, z)
            person(pen, x, y, cam.size(tall, z), Dress(rgb(ink), rgb("24384a"), hat=hat), pose, face)
        x, y = cam.at(-4.4, 0, 15.4)
        for _ in range(26):
            pen.disc(x + rng.gauss(0, 22), y - rng.uniform(-14, 34), 2, 2, rgb("f4e2b0"))
        sampan(pen, 330, 858, 330, rgb("3a4a4c"), 1)
        person(pen, 268, 842, 150, Dress(rgb("4a6a8c"), rgb("26323c"), hat="cone"), ROW, 1)
        pen.line(((316, 750), (356, 892)), 4, rgb("5a4634"))
    with canvas.sheet() as pen:
        birds(pen, rng, 690, 130, 5, rgb("f8fbef"), 12)
    return finish(canvas, rgb("fff2bd"))


SCENES = {"lake-fishing": lake_fishing}
