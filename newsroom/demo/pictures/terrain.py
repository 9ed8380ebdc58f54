"""Land and sky: ranges of hills into the haze, sun and birds, tea rows, terraces, paddies."""

import math
from collections.abc import Sequence

from .canvas import HEIGHT, WIDTH, Canvas, Pen, Rim
from .light import glow
from .lines import Point, curve, ridge, swell, wave
from .palette import Colour, Palette, mix
from .plants import fringe


def hill(
    canvas: Canvas,
    line: Sequence[Point],
    top: Colour,
    base: Colour,
    depth: float = 260,
    rim: Rim | None = None,
    trees: float = 0,
) -> None:
    """One hill under ``line``, washed into ``base`` over ``depth``; ``trees`` is the height of the wood on its back."""
    crest = min(y for _, y in line)
    with canvas.cut(top, base, (crest, crest + depth), rim=rim or ()) as pen:
        pen.shape([*line, (line[-1][0], HEIGHT + 10), (line[0][0], HEIGHT + 10)])
        if trees:
            fringe(pen, canvas.rng, line, trees)


def ranges(
    canvas: Canvas,
    palette: Palette,
    y0: float,
    y1: float,
    count: int = 5,
    height: float = 46,
    first: float = 0.0,
    last: float = 0.7,
    lit: int = 1,
    peaks: int = 5,
    mist: float = 0.75,
) -> None:
    """``count`` ranges from y0 (far) to y1 (near), each sinking into its own mist.

    ``first`` and ``last`` are their nearness; ``lit`` is 1 for light from the left, -1 from the right.
    """
    rng = canvas.rng
    for i in range(count):
        t = i / max(1, count - 1)
        near = first + (last - first) * t
        y = y0 + (y1 - y0) * t**1.15
        ink = palette.at(near)
        line = ridge(
            rng, swell(rng, y, height * (0.8 + 0.5 * t), peaks + rng.randint(0, 2)), 7 + 9 * t, 130 + 60 * t
        )
        rim = Rim(mix(ink, palette.light, 0.5), 26 * lit, 30, 30, 0.5 + 0.2 * t)
        veil = mix(ink, palette.haze, mist * (1 - 0.45 * t))
        hill(canvas, line, ink, veil, 150 + 110 * t, rim, trees=0 if t < 0.5 else 5 + 12 * (t - 0.4))


def sun(
    canvas: Canvas,
    x: float,
    y: float,
    radius: float,
    colour: Colour,
    spread: float = 6,
    halo: float = 0.8,
    warm: Colour | None = None,
) -> None:
    """A disc of light and its glow."""
    glow(canvas, x, y, radius * spread, warm or colour, halo)
    with canvas.cut(colour) as pen:
        pen.disc(x, y, radius)


def clouds(
    canvas: Canvas, y0: float, y1: float, colour: Colour, strength: float = 0.7, cols: int = 4
) -> None:
    """Long brushed clouds lying between two heights."""
    rng = canvas.rng
    with canvas.cut(colour, blur=5, opacity=strength) as pen:
        for _ in range(cols):
            x, y, w = rng.uniform(0, WIDTH), rng.uniform(y0, y1), rng.uniform(160, 420)
            for _ in range(6):
                pen.disc(
                    x + rng.gauss(0, 0.4) * w,
                    y + rng.gauss(0, 7),
                    w * rng.uniform(0.2, 0.6),
                    rng.uniform(3, 10),
                )
    canvas.brushed(y0 - 30, y1 + 60, colour, strength * 0.35, length=10, fine=170, cover=0.35)


def birds(pen: Pen, rng, x: float, y: float, count: int, ink: Colour, size: float = 11) -> None:
    """A loose skein of birds."""
    for i in range(count):
        bx, by = (
            x + i * size * 2.1 + rng.gauss(0, size),
            y + abs(i - count * 0.4) * size * 0.9 + rng.gauss(0, size / 2),
        )
        s, lift = size * rng.uniform(0.7, 1.1), rng.uniform(0.2, 0.55)
        pen.stroke(
            ((bx - s, by - s * lift), (bx - s * 0.4, by - s * lift * 0.9), (bx, by)), (0.6, 2.2, 1.6), ink
        )
        pen.stroke(
            ((bx, by), (bx + s * 0.4, by - s * lift * 1.1), (bx + s, by - s * lift * 0.7)),
            (1.6, 2.2, 0.6),
            ink,
        )


def tea_mound(
    canvas: Canvas,
    top: Sequence[Point],
    low: Sequence[Point],
    rows: int,
    inks: tuple[Colour, ...],
    lit: int = 1,
) -> None:
    """Tea rows that follow a mound between two contour lines.

    ``inks`` are (soil, shaded leaf, leaf, lit leaf); rows swell towards the viewer.
    """
    soil, shaded, leaf, bright = inks
    rng = canvas.rng
    upper, lower = curve(top, steps=14), curve(low, steps=14)
    n = min(len(upper), len(lower))
    with canvas.cut(soil) as pen:
        pen.shape(upper + lower[::-1])
    contours = []
    for i in range(rows):
        t = ((i + 0.5) / rows) ** 1.5
        noise = wave(rng, 90, 2)
        pitch = 1.5 * ((i + 0.5) / rows) ** 0.5 / rows
        path = []
        for j in range(n):
            (ax, ay), (bx, by) = upper[j], lower[j]
            gap = math.hypot(bx - ax, by - ay) * pitch
            x, y = ax + (bx - ax) * t, ay + (by - ay) * t
            path.append((x, y + noise(x) * gap * 0.07, gap))
        contours.append(path)

    def hedge(pen: Pen, path, lift: float, thick: float, ink: Colour) -> None:
        back, front = [], []
        for x, y, gap in path:
            bump = rng.uniform(0.84, 1.14)
            back.append((x + lit * -0.06 * gap, y - gap * (lift + thick * bump)))
            front.append((x, y - gap * (lift - 0.02 * bump)))
        pen.shape(back + front[::-1], ink)

    with canvas.sheet() as pen:
        for i, path in enumerate(contours):
            t = i / rows
            hedge(pen, path, -0.30, 0.72, shaded)
            hedge(pen, path, -0.06, 0.52, mix(leaf, bright, 0.25 * (1 - t)))
            hedge(pen, path, 0.20, 0.25, mix(leaf, bright, 0.62))
            for (ax, ay, gap), (bx, by, _) in zip(path, path[1:], strict=False):
                for k in range(1 if gap < 14 else 3):  # bushes crowding along the crown of the row
                    x, y = ax + (bx - ax) * (k + rng.random()) / 3, ay + (by - ay) * k / 3
                    s = gap * rng.uniform(0.1, 0.17)
                    pen.disc(
                        x,
                        y - gap * rng.uniform(0.34, 0.5),
                        s * 1.4,
                        s * 0.8,
                        mix(leaf, bright, rng.uniform(0.35, 0.8)),
                    )
                    if gap > 14 and rng.random() < 0.5:
                        pen.disc(
                            x,
                            y - gap * rng.uniform(0.1, 0.24),
                            s,
                            s * 0.55,
                            mix(leaf, shaded, rng.uniform(0.1, 0.7)),
                        )


def terraces(
    canvas: Canvas,
    y0: float,
    y1: float,
    steps: int,
    inks: tuple[Colour, ...],
    phase: float = 0,
    bend: float = 1.0,
    spur: float = 0.33,
) -> None:
    """A slope of rice terraces from y0 down to the foot of the sheet, curling round a spur at ``spur`` of the width.

    ``inks`` are (bank, rim light, one or more fields).
    """
    bank, bright, *fields = inks
    rng = canvas.rng
    drift, side = wave(rng, 420, 2, 0.35), wave(rng, 900, 1)

    def contour(i: float) -> list[Point]:
        t, path = i / steps, []
        for x in range(-20, WIDTH + 40, 14):
            nose = math.exp(-(((x / WIDTH - spur - 0.12 * (t - 0.5)) / 0.2) ** 2))
            valley = math.exp(-(((x / WIDTH - spur - 0.42 + 0.1 * t) / 0.16) ** 2))
            fold = 0.16 * nose - 0.15 * valley + 0.05 * side(x + phase - 200 * t) + 0.03 * drift(x + 240 * t)
            path.append((x, y0 + (y1 - y0) * max(0.0, t + fold * bend * (0.35 + t)) ** 1.5 + 26 * side(x)))
        return path

    with canvas.sheet() as pen:
        for i in range(-3, round(steps * 1.3)):
            t = max(0.02, i / steps)
            line = contour(i)
            field = fields[rng.randrange(len(fields))]
            field = mix(field, fields[0], 0.3 * rng.random())
            low = [(x, HEIGHT + 300) for x in (line[-1][0], line[0][0])]
            wall = 2.2 + 15 * t
            lip = 1.4 + 3.4 * t
            pen.shape([*line, *low], bank)
            cut = [(x, y + wall * (0.85 + 0.3 * drift(x * 3))) for x, y in line]
            pen.shape([*cut, *low], field)
            if i % 3 != 1:  # a field seldom runs round the whole hill: a bank closes it
                x = rng.uniform(0, WIDTH)
                under = contour(i + 1)
                j = min(range(len(line)), key=lambda j, x=x, line=line: abs(line[j][0] - x))
                a, b = cut[j], under[min(j + rng.choice((-2, 2)), len(under) - 1)]
                pen.stroke((a, ((a[0] + b[0]) / 2 + 8, (a[1] + b[1]) / 2), b), (2 + 5 * t, 2 + 3 * t), bank)
            pen.stroke(
                [(x, y - lip * 0.3) for x, y in line], (lip, lip), mix(bright, field, 0.25), smooth=False
            )
            texture(pen, rng, cut, 10 + 40 * t, t, (mix(field, bright, 0.5), mix(field, bank, 0.35)))


def texture(pen: Pen, rng, line: Sequence[Point], deep: float, near: float, inks: tuple[Colour, ...]) -> None:
    """Short upright brush marks below a line: standing rice, grass."""
    for x, y in line:
        for _ in range(1 + round(2 * near)):
            px, py = x + rng.uniform(-10, 10), y + 3 + rng.uniform(0.1, 1) * deep
            tall = 2 + 8 * near * rng.uniform(0.6, 1.2)
            pen.stroke(
                ((px, py), (px + rng.uniform(-1, 2), py - tall)), (0.8 + 1.6 * near, 0.5), rng.choice(inks)
            )


def paddies(
    canvas: Canvas, cam, x0: float, x1: float, inks: tuple[Colour, ...], bank: Colour, far: float = 160
) -> None:
    """A plain of paddies in perspective between two metre-lines x0 and x1, plot by plot from afar."""
    rng = canvas.rng
    with canvas.sheet() as pen:
        z = far
        while z > 3.2:
            nearer = z * rng.uniform(0.72, 0.84)
            x = x0 + rng.uniform(-4, 0)
            while x < x1:
                wide = rng.uniform(8, 26)
                a, b = max(x, x0), min(x + wide, x1)
                skew = rng.uniform(-0.4, 0.4)
                quad = [
                    cam.at(a, 0, z),
                    cam.at(b, 0, z),
                    cam.at(b + skew, 0, nearer),
                    cam.at(a + skew, 0, nearer),
                ]
                ink = mix(rng.choice(inks), rng.choice(inks), rng.random() * 0.6)
                pen.shape(quad, ink)
                pen.line([*quad, quad[0]], max(1.2, cam.size(0.12, z)), bank)
                x += wide
            z = nearer
