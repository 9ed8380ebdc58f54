"""Lines and outlines: smooth curves, tapering strokes, ridges and seeded waves. Units are those of the sheet."""

import math
from collections.abc import Callable, Sequence
from random import Random

Point = tuple[float, float]


def curve(points: Sequence[Point], closed: bool = False, steps: int = 8) -> list[Point]:
    """A Catmull-Rom curve through ``points``, ``steps`` pieces to each span."""
    n = len(points)
    if n < 3:
        return list(points)
    out: list[Point] = []
    for i in range(n if closed else n - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + j) % n] for j in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(max(i + j, 0), n - 1)] for j in (-1, 0, 1, 2))
        for s in range(steps):
            t = s / steps
            t2, t3 = t * t, t * t * t
            a, b, c, d = -t3 + 2 * t2 - t, 3 * t3 - 5 * t2 + 2, -3 * t3 + 4 * t2 + t, t3 - t2
            out.append(
                (
                    0.5 * (a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0]),
                    0.5 * (a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1]),
                )
            )
    if not closed:
        out.append(points[-1])
    return out


def ribbon(points: Sequence[Point], widths: Sequence[float]) -> list[Point]:
    """The outline of a stroke along ``points`` whose width (full, not half) runs evenly through ``widths``."""
    last = len(points) - 1
    left, right = [], []
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(i - 1, 0)], points[min(i + 1, last)]
        dx, dy = bx - ax, by - ay
        length = math.hypot(dx, dy) or 1.0
        at = i / last * (len(widths) - 1)
        j = min(int(at), len(widths) - 2)
        half = (widths[j] + (widths[j + 1] - widths[j]) * (at - j)) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return left + right[::-1]


def wave(rng: Random, length: float, octaves: int = 3, fall: float = 0.5) -> Callable[[float], float]:
    """A seeded smooth noise of one variable, about -1..1; ``length`` is the span of its longest swell."""
    layers = []
    for octave in range(octaves):
        knots = [rng.uniform(-1, 1) for _ in range(64)]
        layers.append((length / 2**octave, fall**octave, knots))

    def value(x: float) -> float:
        total = 0.0
        for span, weight, knots in layers:
            at = x / span
            i = math.floor(at)
            t = at - i
            t = t * t * (3 - 2 * t)
            total += weight * (knots[i % 64] * (1 - t) + knots[(i + 1) % 64] * t)
        return total

    return value


def ridge(
    rng: Random,
    anchors: Sequence[Point],
    rough: float = 8,
    length: float = 160,
    step: float = 8,
    octaves: int = 4,
) -> list[Point]:
    """A ridge line from left to right through ``anchors``, roughened by ``rough`` units of noise."""
    spine = curve(anchors, steps=24)
    noise = wave(rng, length, octaves)
    out: list[Point] = []
    j, x = 0, spine[0][0]
    while x <= spine[-1][0]:
        while j < len(spine) - 2 and spine[j + 1][0] < x:
            j += 1
        (ax, ay), (bx, by) = spine[j], spine[j + 1]
        t = (x - ax) / ((bx - ax) or 1)
        out.append((x, ay + (by - ay) * t + noise(x) * rough))
        x += step
    return out


def swell(rng: Random, y: float, height: float, count: int = 5) -> list[Point]:
    """Anchors of a gentle, uneven range of hills about ``y``, wider than the sheet."""
    span = 1760 / count
    return [
        (-80 + (i + rng.uniform(-0.25, 0.25)) * span, y + rng.uniform(-1, 1) * height)
        for i in range(-1, count + 2)
    ]


def height_at(line: Sequence[Point], x: float) -> float:
    """The y of a left-to-right line at ``x``; its end heights beyond its ends."""
    if x <= line[0][0]:
        return line[0][1]
    for (ax, ay), (bx, by) in zip(line, line[1:], strict=False):
        if x <= bx:
            return ay + (by - ay) * (x - ax) / ((bx - ax) or 1)
    return line[-1][1]


class Camera:
    """One-point perspective: metres in a room or along a road to units of the sheet.

    x runs right of the eye, y up from the floor, z away from the eye.
    """

    def __init__(self, centre: float, horizon: float, focal: float, eye: float):
        self.centre, self.horizon, self.focal, self.eye = centre, horizon, focal, eye

    def at(self, x: float, y: float, z: float) -> Point:
        return self.centre + self.focal * x / z, self.horizon + self.focal * (self.eye - y) / z

    def size(self, metres: float, z: float) -> float:
        """How long ``metres`` look at distance ``z``."""
        return self.focal * metres / z
