"""Things people build: stilt houses, roofs, poles and wires, boats, flags, lamps."""

import math
from collections.abc import Sequence
from random import Random

from .canvas import Pen
from .lines import Point, curve
from .palette import Colour, darker, lighter, mix


def stilt_house(
    pen: Pen, x: float, y: float, wide: float, roof: Colour, wall: Colour, lamp: Colour | None = None
) -> None:
    """A house on stilts standing at (x, y), seen a little from the side, its roof lit from the left."""
    h = wide * 0.24
    floor = y - wide * 0.16
    for i in range(6):
        px = x - wide * 0.36 + wide * 0.72 * i / 5
        pen.line(((px, y), (px, floor)), wide * 0.018, darker(wall, 0.55))
    pen.box(x - wide * 0.4, floor - h, x + wide * 0.4, floor, wall)
    pen.box(x - wide * 0.44, floor - wide * 0.012, x + wide * 0.44, floor + wide * 0.014, darker(wall, 0.4))
    for i in range(14):
        px = x - wide * 0.4 + wide * 0.8 * i / 13
        pen.line(((px, floor - h), (px, floor)), 1, darker(wall, 0.2))
    for i in (-0.22, 0.02, 0.26):
        pen.box(
            x + wide * (i - 0.045),
            floor - h * 0.62,
            x + wide * (i + 0.045),
            floor - h * 0.08,
            lamp or darker(wall, 0.5),
        )
    ridge, eave = floor - h - wide * 0.2, floor - h + wide * 0.05
    pen.shape(
        ((x - wide * 0.3, ridge), (x + wide * 0.3, ridge), (x + wide * 0.52, eave), (x - wide * 0.52, eave)),
        roof,
    )
    pen.shape(
        ((x - wide * 0.3, ridge), (x - wide * 0.16, ridge), (x - wide * 0.3, eave), (x - wide * 0.52, eave)),
        lighter(roof, 0.22),
    )
    for i in range(9):
        t = (i + 1) / 10
        pen.line(
            ((x - wide * 0.3 + wide * 0.6 * t, ridge), (x - wide * 0.52 + wide * 1.04 * t, eave)),
            1,
            darker(roof, 0.18),
        )
    pen.line(((x - wide * 0.31, ridge), (x + wide * 0.31, ridge)), wide * 0.016, darker(roof, 0.3))


def cottage(
    pen: Pen, x: float, y: float, wide: float, roof: Colour, wall: Colour, window: Colour, side: float = 0.36
) -> None:
    """A gabled house at (x, y): its lit gable on the left, its long side on the right."""
    h, gable = wide * 0.34, wide * 0.22
    left, edge, right = x - wide * 0.5, x - wide * (0.5 - side), x + wide * 0.5
    peak = ((left + edge) / 2, y - h - gable)
    pen.shape(((left, y), (left, y - h), peak, (edge, y - h), (edge, y)), lighter(wall, 0.3))
    pen.box(edge, y - h, right, y, darker(wall, 0.12))
    back = (right - (edge - left) * 0.35, y - h - gable)
    pen.shape(
        (peak, back, (right + wide * 0.04, y - h + wide * 0.03), (edge - wide * 0.02, y - h + wide * 0.03)),
        roof,
    )
    pen.shape(
        (peak, (edge, y - h), (edge - wide * 0.03, y - h + wide * 0.05), (peak[0], peak[1] - wide * 0.02)),
        darker(roof, 0.3),
    )
    pen.shape(
        (
            peak,
            (left - wide * 0.04, y - h + wide * 0.04),
            (left - wide * 0.01, y - h + wide * 0.06),
            (peak[0], peak[1] + wide * 0.04),
        ),
        lighter(roof, 0.1),
    )
    for t in (0.15, 0.42, 0.69):
        a = edge + (right - edge) * t
        pen.box(a, y - h * 0.72, a + wide * 0.1, y - h * (0.3 if t != 0.42 else 0), window)
    pen.box(
        (left + edge) / 2 - wide * 0.05, y - h * 0.75, (left + edge) / 2 + wide * 0.05, y - h * 0.36, window
    )


def tiled(pen: Pen, corners: Sequence[Point], ink: Colour, rows: int = 9, lines: int = 0) -> None:
    """A roof plane (top left, top right, low right, low left) with its courses of tiles."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    pen.shape(corners, ink)
    for i in range(1, rows + 1):
        t = i / rows
        pen.line(
            ((ax + (dx - ax) * t, ay + (dy - ay) * t), (bx + (cx - bx) * t, by + (cy - by) * t)),
            1.3,
            darker(ink, 0.22),
        )
    for i in range(1, lines):
        t = i / lines
        pen.line(
            ((ax + (bx - ax) * t, ay + (by - ay) * t), (dx + (cx - dx) * t, dy + (cy - dy) * t)),
            1,
            darker(ink, 0.14),
        )


def pole(pen: Pen, x: float, y: float, tall: float, ink: Colour, arms: int = 2) -> list[Point]:
    """A power pole; the points where its wires hang."""
    pen.stroke(((x, y), (x, y - tall)), (tall * 0.028, tall * 0.017), ink)
    hung: list[Point] = []
    for i in range(arms):
        ay, half = y - tall * (0.97 - 0.1 * i), tall * (0.13 - 0.02 * i)
        pen.line(((x - half, ay), (x + half, ay)), max(1.4, tall * 0.012), ink)
        for side in (-0.92, 0.92):
            pen.line(
                ((x + side * half, ay), (x + side * half, ay - tall * 0.025)), max(1.2, tall * 0.012), ink
            )
            hung.append((x + side * half, ay - tall * 0.025))
    return hung


def wire(pen: Pen, a: Point, b: Point, ink: Colour, sag: float = 0.06, width: float = 1.3) -> list[Point]:
    """A wire hanging from ``a`` to ``b``; the points along it."""
    length = math.dist(a, b)
    path = [
        (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + 4 * sag * length * t * (1 - t))
        for t in (i / 16 for i in range(17))
    ]
    pen.line(path, width, ink)
    return path


def sampan(
    pen: Pen, x: float, y: float, long: float, hull: Colour, face: int = 1, canopy: Colour | None = None
) -> None:
    """A sampan afloat with its waterline at ``y``; a bamboo ``canopy`` if given."""

    def at(px: float, py: float) -> Point:
        return x + px * long * face, y - py * long

    inside = [at(-0.5, 0.1), at(-0.3, 0.045), at(0, 0.032), at(0.3, 0.05), at(0.52, 0.115)]
    body = [at(-0.5, 0.1), at(-0.4, 0.0), at(-0.2, -0.012), at(0.2, -0.012), at(0.4, 0.004), at(0.52, 0.115)]
    rail = curve(inside, steps=6)
    pen.shape([*rail, *curve(body, steps=6)[::-1]], hull)
    if canopy:
        arch = [
            at(-0.26 + 0.46 * t, 0.04 + 0.15 * math.sin(math.pi * t) ** 0.6)
            for t in (i / 14 for i in range(15))
        ]
        pen.shape(arch, canopy)
        pen.shape([*arch[:6], at(-0.05, 0.04)], lighter(canopy, 0.28))
        for i in range(2, 13, 2):
            pen.line((arch[i], (arch[i][0], at(0, 0.042)[1])), 1.3, darker(canopy, 0.3))
        pen.line(arch, max(1.5, long * 0.008), darker(canopy, 0.4))
    pen.stroke(rail, (long * 0.012, long * 0.02, long * 0.012), lighter(hull, 0.35), smooth=False)


def bunting(
    pen: Pen, rng: Random, a: Point, b: Point, inks: Sequence[Colour], size: float = 18, sag: float = 0.08
) -> None:
    """A string of little flags."""
    path = wire(pen, a, b, (70, 56, 60), sag)
    for i, (x, y) in enumerate(path[1:-1]):
        ink = inks[i % len(inks)]
        pen.shape(((x - size * 0.42, y), (x + size * 0.42, y + 1), (x + rng.uniform(-3, 5), y + size)), ink)


def flag(
    pen: Pen, x: float, y: float, wide: float, cloth: Colour, star: Colour | None = None, wind: float = 1
) -> None:
    """A flag flying from its upper corner (x, y), in the proportion two to three; ``star`` is a five-pointed one."""
    high = wide * 2 / 3

    def at(u: float, v: float) -> Point:
        return x + wide * u * wind, y + high * v + math.sin(u * 5.2) * high * 0.08 * (0.3 + u)

    top, low = [at(i / 12, 0) for i in range(13)], [at(i / 12, 1) for i in range(13)]
    pen.shape(top + low[::-1], cloth)
    pen.shape(
        [at(u, v) for u, v in ((0.62, 0), (0.74, 0), (0.86, 0), (0.86, 1), (0.74, 1), (0.62, 1))],
        darker(cloth, 0.16),
    )
    if star:
        ring = []
        for i in range(10):
            r, a = (0.3 if i % 2 == 0 else 0.115), -math.pi / 2 + i * math.pi / 5
            ring.append(at(0.5 + r * math.cos(a) * 2 / 3, 0.5 + r * math.sin(a)))
        pen.shape(ring, star)


def square_flag(pen: Pen, x: float, y: float, size: float, inks: Sequence[Colour]) -> None:
    """A festival flag of nested squares with flame edges, hung by its upper left corner."""
    for i, ink in enumerate(inks):
        inset = size * 0.5 * i / len(inks)
        a, b, c, d = x + inset, x + size - inset, y + inset, y + size - inset
        if i == 0:
            teeth: list[Point] = [(a, c)]
            for j in range(7):
                teeth += [(a + (b - a) * (j + 0.5) / 7, c - size * 0.05), (a + (b - a) * (j + 1) / 7, c)]
            for j in range(7):
                teeth += [(b + size * 0.13, c + (d - c) * (j + 0.5) / 7), (b, c + (d - c) * (j + 1) / 7)]
            for j in range(7):
                teeth += [(b - (b - a) * (j + 0.5) / 7, d + size * 0.09), (b - (b - a) * (j + 1) / 7, d)]
            pen.shape(teeth, ink)
        else:
            pen.box(a, c, b, d, ink)


def lattice(pen: Pen, a: Point, b: Point, wide: float, ink: Colour, bays: int = 10, bar: float = 2) -> None:
    """A lattice girder or mast between two points."""
    (ax, ay), (bx, by) = a, b
    length = math.dist(a, b) or 1
    nx, ny = -(by - ay) / length * wide / 2, (bx - ax) / length * wide / 2
    one = [(ax + (bx - ax) * i / bays + nx, ay + (by - ay) * i / bays + ny) for i in range(bays + 1)]
    two = [(ax + (bx - ax) * i / bays - nx, ay + (by - ay) * i / bays - ny) for i in range(bays + 1)]
    pen.line(one, bar, ink)
    pen.line(two, bar, ink)
    pen.line([(one if i % 2 else two)[i] for i in range(bays + 1)], bar * 0.7, ink)
    pen.line(
        [(two if i % 2 else one)[i] for i in range(bays + 1)], bar * 0.5, mix(ink, (255, 255, 255), 0.12)
    )


def tower_crane(
    pen: Pen, x: float, y: float, tall: float, reach: float, ink: Colour, hook: float = 0.3
) -> None:
    """A tower crane at (x, y); ``reach`` is signed (the jib's direction), ``hook`` how far the load hangs down."""
    top = y - tall
    lattice(pen, (x, y), (x, top), tall * 0.04, ink, 20, 2.2)
    lattice(pen, (x - reach * 0.3, top), (x + reach, top), tall * 0.03, ink, 22, 2)
    apex = (x, top - tall * 0.12)
    pen.line(((x - 6, top), apex, (x + 6, top)), 3, ink)
    pen.line((apex, (x + reach * 0.75, top)), 1.4, ink)
    pen.line((apex, (x - reach * 0.28, top)), 1.4, ink)
    pen.box(x - reach * 0.3, top, x - reach * 0.2, top + tall * 0.05, darker(ink, 0.3))
    pen.box(x + 4, top + 4, x + 4 + math.copysign(18, reach), top + 26, lighter(ink, 0.3))
    lx = x + reach * 0.68
    pen.line(((lx, top), (lx, top + tall * hook)), 1.4, ink)
    pen.box(lx - 16, top + tall * hook, lx + 16, top + tall * hook + 9, darker(ink, 0.2))


def awning(
    pen: Pen, back: tuple, front: tuple, inks: tuple[Colour, Colour], stripes: int = 9, drop: float = 18
) -> None:
    """A striped cloth from its back edge (two points) down to its front edge, with a scalloped hem."""
    (ax, ay), (bx, by) = back
    (cx, cy), (dx, dy) = front
    for i in range(stripes):
        s, t = i / stripes, (i + 1) / stripes
        ink = inks[i % 2]
        quad = [
            (ax + (bx - ax) * s, ay + (by - ay) * s),
            (ax + (bx - ax) * t, ay + (by - ay) * t),
            (cx + (dx - cx) * t, cy + (dy - cy) * t),
            (cx + (dx - cx) * s, cy + (dy - cy) * s),
        ]
        pen.shape(quad, ink)
        (rx, ry), (lx, ly) = quad[2], quad[3]
        hem = darker(ink, 0.22)
        pen.shape(
            (
                (lx, ly),
                (rx, ry),
                (rx, ry + drop * 0.6),
                ((lx + rx) / 2, (ly + ry) / 2 + drop),
                (lx, ly + drop * 0.6),
            ),
            hem,
        )
