"""The loom in the house on stilts."""

from PIL import Image

from ..canvas import HEIGHT, WIDTH, Canvas, Rim
from ..figures import SIT, Dress, person
from ..light import finish, shade, shafts
from ..lines import ridge
from ..palette import darker, lighter, mix, rgb
from ..plants import bamboo


def weaving_loom(canvas: Canvas) -> Image.Image:
    rng = canvas.rng
    canvas.sky((rgb("8a5a38"), rgb("b07a48"), rgb("6a4030")), 0, HEIGHT)
    with canvas.sheet() as pen:
        for i in range(40):  # the house's plank wall
            x = i * 42
            pen.box(x, 0, x + 40, 800, mix(rgb("9a6a42"), rgb("6f4630"), rng.random()))
    with canvas.cut(rgb("f4f2cc"), rgb("c9dca4"), (150, 560)) as pen:
        pen.box(130, 130, 500, 570)
    with canvas.sheet() as pen:
        line = ridge(rng, [(120, 330), (260, 280), (400, 330), (520, 300)], 8, 60)
        for dy, ink in ((0, "b8cfae"), (60, "8fb58a"), (130, "6a9a66")):
            pen.shape([*[(x, y + dy) for x, y in line], (510, 572), (120, 572)], rgb(ink))
        bamboo(pen, rng, 210, 580, 360, rgb("4f8050"), rgb("6fa85a"), 6, 0.3)
        for x in (130, 315, 500):
            pen.box(x - 9, 120, x + 9, 580, rgb("4a2c22"))
        for y in (130, 570):
            pen.box(112, y - 10, 518, y + 10, rgb("4a2c22"))
        for x0, x1 in ((0, 121), (509, 560)):
            for x in range(x0, x1, 42):
                pen.box(x, 0, min(x + 40, x1), 800, mix(rgb("9a6a42"), rgb("6f4630"), rng.random()))
    with canvas.cut(rgb("a8703f"), rgb("4f2c24"), (790, 1067)) as pen:
        pen.box(-10, 790, WIDTH + 10, HEIGHT + 10)
    with canvas.sheet(opacity=0.5) as pen:
        for i in range(9):
            pen.line(((-20, 800 + i * i * 4), (WIDTH + 20, 800 + i * i * 4)), 2, rgb("4a2a22"))
    shafts(
        canvas,
        [
            ((500, 140), (500, 330), (1300, 1067), (960, 1067)),
            ((500, 380), (500, 560), (820, 1067), (460, 1067)),
        ],
        rgb("ffefb4"),
        0.32,
        12,
    )
    wood, dark = rgb("b07a44"), rgb("6a4028")
    bands = [
        rgb(c)
        for c in (
            "27345f",
            "c8343f",
            "f0b03a",
            "27345f",
            "3f8a7a",
            "e06a8a",
            "f4e6c4",
            "27345f",
            "8a3f78",
            "f0a03a",
            "c8343f",
        )
    ]
    shade(canvas, ((560, 1000), (1480, 985), (1560, 1030), (600, 1050)), rgb("2a1418"), 0.55, 12)

    def warp(
        t: float, v: float
    ) -> tuple[float, float]:  # t from the far beam to the weaver, v across the cloth
        return 646 + 560 * t + 92 * v, 520 + 150 * t + 120 * v

    with canvas.sheet(rim=Rim(rgb("fff0c0"), 5, 4, 4, 0.45)) as pen:
        for x in (640, 1120):  # the far posts
            pen.box(x - 12, 190, x + 12, 930, darker(wood, 0.4))
        pen.box(620, 200, 1150, 224, darker(wood, 0.35))
        pen.stroke((warp(-0.02, -0.12), warp(-0.02, 1.12)), (26, 30), dark)
        pen.stroke((warp(-0.015, 0), warp(-0.015, 1)), (20, 24), rgb("e8d8b8"))
    with canvas.sheet() as pen:
        for i in range(64):
            v = i / 63
            pen.line((warp(0, v), warp(0.62, v)), 2.0, mix(rgb("f8efd8"), bands[i % len(bands)], 0.45))
        for t, ink in ((0.34, "f4e6c4"), (0.41, "e8c88a")):  # two shafts of heddles, one raised
            lift = -12 if t > 0.4 else 8
            for i in range(23):
                x, y = warp(t, i / 22)
                pen.line(((x, y + 64 + lift), (x, y - 74 + lift)), 1.3, rgb(ink))
            for dy in (-74, 64):
                (ax, ay), (bx, by) = warp(t, -0.08), warp(t, 1.08)
                pen.stroke(((ax, ay + dy + lift), (bx, by + dy + lift)), (7, 8), wood)
            for v in (0.08, 0.92):
                x, y = warp(t, v)
                pen.line(((x, y - 74 + lift), (x - 4, 250 + 24 * v)), 2, rgb("e8d4a4"))
        for a in range(46):
            t0, t1 = 0.62 + 0.38 * a / 46, 0.62 + 0.38 * (a + 1) / 46
            ink = bands[(a // 2) % len(bands)]
            pen.shape((warp(t0, 0), warp(t1, 0), warp(t1, 1), warp(t0, 1)), ink)
            if a % 8 == 5:
                for k in range(9):
                    x, y = warp((t0 + t1) / 2, (k + 0.5) / 9)
                    pen.shape(((x - 9, y), (x, y - 6), (x + 9, y), (x, y + 6)), rgb("f4e6c4"))
    with canvas.sheet(rim=Rim(rgb("fff0c0"), 6, 4, 4, 0.5)) as pen:
        pen.stroke(
            (warp(0.62, -0.06), (warp(0.62, 0.5)[0], warp(0.62, 0.5)[1] - 16), warp(0.62, 1.06)),
            (16, 20, 16),
            lighter(wood, 0.2),
        )
        for x in (742, 1262):  # the near posts and beams
            pen.box(x - 15, 250, x + 15, 1010, wood)
            pen.box(x + 4, 250, x + 15, 1010, darker(wood, 0.25))
        pen.stroke(((626, 200), (756, 262)), (20, 24), wood)
        pen.stroke(((1132, 200), (1276, 262)), (20, 24), wood)
        pen.box(716, 250, 1290, 276, lighter(wood, 0.1))
        pen.box(730, 880, 1280, 906, darker(wood, 0.1))
        for k, (ink, wide) in enumerate(
            ((0, 40), (1, 30), (2, 20), (4, 12), (6, 4))
        ):  # the cloth beam, rolled full
            (ax, ay), (bx, by) = warp(1.01, -0.03), warp(1.01, 1.03)
            pen.stroke(
                ((ax - k * 1.5, ay - k * 3), (bx - k * 1.5, by - k * 3)), (wide, wide * 1.1), bands[ink]
            )
        pen.box(1310, 850, 1560, 872, wood)
        for x in (1330, 1536):
            pen.box(x - 10, 872, x + 10, 1010, dark)
    with canvas.sheet(rim=Rim(rgb("fff2c8"), -8, 4, 5, 0.0)) as pen:
        dress = Dress(
            rgb("27345f"),
            rgb("22284c"),
            trim=rgb("e0506a"),
            hat="scarf",
            hat_ink=rgb("d8404a"),
            hair=rgb("241a20"),
        )
        person(pen, 1420, 1010, 590, dress, SIT, -1)
        for k, ink in enumerate(("e0506a", "f0b03a", "3f8a7a")):
            pen.stroke(((1424 - k * 3, 628 + k * 17), (1350 - k * 2, 660 + k * 16)), (9, 7), rgb(ink))
    with canvas.sheet(rim=Rim(rgb("fff0c0"), 6, 5, 6, 0.5)) as pen:  # finished cloth over a bamboo pole
        pen.stroke(((-20, 470), (452, 520)), (20, 18), rgb("c8a45c"))
        for x, w, foot, shift in ((20, 180, 1010, 0), (226, 190, 960, 4)):
            rows = 30
            for a in range(rows):
                y0 = 476 + x * 0.106 + (foot - 476) * a / rows
                y1 = 476 + x * 0.106 + (foot - 476) * (a + 1) / rows
                ink = bands[(a + shift) % len(bands)]
                fold = [x + w * k / 6 for k in range(7)]
                for k in range(6):
                    pen.shape(
                        (
                            (fold[k], y0 + k * 3),
                            (fold[k + 1], y0 + k * 3 + 3),
                            (fold[k + 1], y1 + k * 3 + 3),
                            (fold[k], y1 + k * 3),
                        ),
                        darker(ink, (0, 0.1, 0.26, 0.06, 0.16, 0.3)[k]),
                    )
                if (a + shift) % 11 in (0, 7):
                    for k in range(6):
                        px, py = x + w * (k + 0.5) / 6, (y0 + y1) / 2 + k * 3 + 1.5
                        pen.shape(((px - 11, py), (px, py - 7), (px + 11, py), (px, py + 7)), rgb("f0b03a"))
            for k in range(18):
                px = x + 5 + k * (w - 10) / 17
                pen.line(
                    ((px, foot + 46 + x * 0.03 + k * 0.9 - 40), (px, foot + 36 + x * 0.03 + k)),
                    2.4,
                    rgb("f4e6c4"),
                )
    return finish(canvas, rgb("ffe9b0"), warmth=0.3)


SCENES = {"weaving-loom": weaving_loom}
