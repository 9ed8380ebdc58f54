"""Trees and grasses, drawn as brushed masses with a lit side."""

import math
from collections.abc import Sequence
from random import Random

from .canvas import Pen
from .lines import Point, curve, height_at
from .palette import Colour, mix


def fringe(pen: Pen, rng: Random, line: Sequence[Point], tall: float, fill: Colour | None = None) -> None:
    """The tops of a distant wood along a ridge line."""
    x, end = line[0][0], line[-1][0]
    while x < end:
        y = height_at(line, x)
        s = tall * rng.uniform(0.35, 1.0)
        if rng.random() < 0.82:
            pen.disc(x, y - s * 0.2, s * rng.uniform(0.5, 0.9), s * rng.uniform(0.6, 1.0), fill)
        else:
            pen.shape(((x - s * 0.3, y + 2), (x, y - s * 1.5), (x + s * 0.3, y + 2)), fill)
        x += s * rng.uniform(0.7, 1.8)


def tree(
    pen: Pen,
    rng: Random,
    x: float,
    y: float,
    tall: float,
    inks: tuple[Colour, ...],
    lit: int = -1,
    wide: float = 0.42,
    lean: float = 0.0,
) -> None:
    """A broad tree standing at (x, y): ``inks`` are (trunk, shade, leaf, light); ``lit`` -1 is lit from the left."""
    trunk, shade, leaf, light = inks
    top = x + lean * tall
    pen.stroke(
        ((x, y + 2), (x + lean * tall * 0.3, y - tall * 0.3), (top, y - tall * 0.66)),
        (tall * 0.075, tall * 0.05, tall * 0.03),
        trunk,
    )
    for side in (-1, 1):
        pen.stroke(
            ((x + lean * tall * 0.25, y - tall * 0.3), (top + side * tall * wide * 0.5, y - tall * 0.6)),
            (tall * 0.035, tall * 0.015),
            trunk,
        )
    clumps = []
    for i in range(22):
        a, r = rng.uniform(0, math.tau), math.sqrt((i + 0.5) / 22)
        cx = top + math.cos(a) * r * tall * wide * 0.82
        cy = y - tall * 0.68 + math.sin(a) * r * tall * (0.2 if math.sin(a) < 0 else 0.13)
        clumps.append((cx, cy, tall * rng.uniform(0.085, 0.135) * (1.15 - 0.3 * r)))
    for cx, cy, s in clumps:
        leafy(pen, rng, cx - 0.02 * lit * tall, cy + s * 0.3, s * 1.35, s * 1.05, shade)
    clumps.sort(key=lambda c: c[1])
    for cx, cy, s in clumps:  # each mass over the one behind it: shade below, light on its lit shoulder
        facing = min(
            1.0,
            max(
                0.0,
                0.5 + 0.8 * lit * (cx - top) / (tall * wide) + 0.9 * (y - tall * 0.68 - cy) / (tall * 0.2),
            ),
        )
        leafy(pen, rng, cx, cy, s * 1.2, s * 0.95, mix(shade, leaf, 0.25 + 0.6 * facing))
        leafy(pen, rng, cx + lit * s * 0.3, cy - s * 0.28, s * 0.8, s * 0.58, mix(leaf, light, 0.65 * facing))
        if facing > 0.45:
            leafy(
                pen,
                rng,
                cx + lit * s * 0.48,
                cy - s * 0.45,
                s * 0.42,
                s * 0.26,
                mix(leaf, light, 0.35 + 0.6 * facing),
            )


def leafy(pen: Pen, rng: Random, x: float, y: float, rx: float, ry: float, ink: Colour) -> None:
    """A clump of leaves with a ragged edge."""
    n = max(9, min(26, int(rx / 1.6)))
    ring = []
    for i in range(n):
        a = math.tau * i / n
        s = rng.uniform(0.84, 1.14)
        ring.append((x + math.cos(a) * rx * s, y + math.sin(a) * ry * s))
    pen.blob(ring, ink, steps=2 if n < 14 else 3)


def palm(
    pen: Pen, rng: Random, x: float, y: float, tall: float, trunk: Colour, leaf: Colour, light: Colour
) -> None:
    """An areca palm: a thin straight stem with a crown of arching fronds."""
    sway = rng.uniform(-0.04, 0.04) * tall
    pen.stroke(
        ((x, y), (x + sway * 0.4, y - tall * 0.5), (x + sway, y - tall * 0.85)),
        (tall * 0.032, tall * 0.022),
        trunk,
    )
    cx, cy = x + sway, y - tall * 0.86
    for i in range(11):
        a = math.pi * (-0.06 + 1.12 * i / 10) + rng.uniform(-0.08, 0.08)
        r = tall * rng.uniform(0.26, 0.34)
        ink = mix(leaf, light, max(0.0, -math.cos(a)) * 0.8)
        mid = (cx + math.cos(a) * r * 0.5, cy - math.sin(a) * r * 0.55 - r * 0.22)
        tip = (cx + math.cos(a) * r, cy - math.sin(a) * r * 0.5 + r * 0.22)
        path = curve(((cx, cy), mid, tip), steps=7)
        pen.stroke(path, (tall * 0.014, tall * 0.01, 1), ink, smooth=False)
        for j, (px, py) in enumerate(path[2:]):
            s = r * 0.3 * (1 - j / len(path) * 0.6)
            pen.stroke(((px, py), (px + math.cos(a) * s * 0.35, py + s)), (tall * 0.016, 0.8), ink)
            pen.stroke(((px, py), (px + math.cos(a) * s * 0.9, py + s * 0.3)), (tall * 0.014, 0.8), ink)


def bamboo(
    pen: Pen,
    rng: Random,
    x: float,
    y: float,
    tall: float,
    stem: Colour,
    leaf: Colour,
    count: int = 9,
    spread: float = 0.5,
) -> None:
    """A clump of bamboo arching outwards."""
    for i in range(count):
        out = (i / max(1, count - 1) - 0.5) * 2 + rng.uniform(-0.15, 0.15)
        h = tall * rng.uniform(0.7, 1.0)
        base = x + out * tall * 0.05
        tip = (base + out * tall * spread, y - h * (1 - 0.18 * abs(out)))
        mid = (base + out * tall * spread * 0.3, y - h * 0.62)
        pen.stroke(((base, y), mid, tip), (tall * 0.016, tall * 0.012, tall * 0.004), stem)
        for _ in range(26):
            t = 0.3 + 0.7 * rng.random() ** 0.8
            px = base + (mid[0] - base) * 2 * t * (1 - t) + (tip[0] - base) * t * t
            py = y + (mid[1] - y) * 2 * t * (1 - t) + (tip[1] - y) * t * t
            ink = mix(leaf, stem, rng.random() * 0.6)
            spray = rng.choice((-1, 1)) * tall * rng.uniform(0.01, 0.05)
            for _ in range(3):
                s, lean = tall * rng.uniform(0.05, 0.1), rng.uniform(-0.5, 0.7)
                ax, ay = px + spray * rng.random(), py + rng.uniform(-0.01, 0.02) * tall
                pen.stroke(
                    ((ax, ay), (ax + lean * s * 0.6, ay + s * 0.4), (ax + lean * s, ay + s)),
                    (tall * 0.004, tall * 0.013, 0.6),
                    ink,
                )


def banana(pen: Pen, rng: Random, x: float, y: float, tall: float, leaf: Colour, light: Colour) -> None:
    """A banana plant: broad paddles, each split by its rib."""
    for i in range(7):
        a = math.pi * (0.12 + 0.76 * i / 6) + rng.uniform(-0.1, 0.1)
        r = tall * rng.uniform(0.75, 1.0)
        mid = (x + math.cos(a) * r * 0.4, y - math.sin(a) * r * 0.85)
        tip = (x + math.cos(a) * r * 0.85, y - math.sin(a) * r * 0.8)
        ink = mix(leaf, light, 0.15 + 0.7 * max(0, -math.cos(a)))
        pen.stroke(((x, y), mid, tip), (tall * 0.04, tall * 0.17, tall * 0.15, tall * 0.02), ink)
        pen.stroke(((x, y), mid, tip), (tall * 0.02, tall * 0.006), mix(ink, light, 0.45))


def reeds(
    pen: Pen,
    rng: Random,
    x0: float,
    x1: float,
    y: float,
    tall: float,
    inks: Sequence[Colour],
    count: int = 60,
    plume: Colour | None = None,
) -> None:
    """Reeds or long grass growing up from the foot of the sheet; some carry a ``plume``."""
    for _ in range(count):
        x, h, bend = rng.uniform(x0, x1), tall * rng.uniform(0.4, 1.0), rng.gauss(0.08, 0.14)
        tip = (x + bend * h * 1.5, y - h)
        pen.stroke(
            ((x, y + 10), (x + bend * h * 0.4, y - h * 0.55), tip),
            (tall * 0.02 + 1.6, 2.2, 0.7),
            rng.choice(inks),
        )
        if plume and rng.random() < 0.3:
            pen.stroke(
                ((tip[0] - bend * h * 0.3, tip[1] + h * 0.16), tip, (tip[0] + 10 * (0.4 + bend), tip[1] + 6)),
                (2, 6, 1),
                plume,
            )
