"""People: small, well-built figures on a skeleton of joints, drawn as flat shapes with a lit side.

A pose gives joints in a frame one unit tall: feet at (0, 0), x forward, y up.
"""

from dataclasses import dataclass, replace

from .canvas import Pen
from .palette import Colour, darker, lighter, mix

Joint = tuple[float, float]


@dataclass(frozen=True)
class Pose:
    """Joints; legs and arms are (knee, foot) and (elbow, hand), the far one first."""

    hip: Joint = (0.0, 0.5)
    neck: Joint = (0.01, 0.83)
    head: Joint = (0.02, 0.925)
    legs: tuple[tuple[Joint, Joint], ...] = (((-0.03, 0.27), (-0.05, 0.015)), ((0.035, 0.27), (0.04, 0.0)))
    arms: tuple[tuple[Joint, Joint], ...] = (((0.07, 0.64), (0.09, 0.49)), ((-0.07, 0.64), (-0.05, 0.49)))


STAND = Pose()
WALK = Pose(
    hip=(0, 0.5),
    neck=(0.035, 0.83),
    head=(0.06, 0.92),
    legs=(((-0.02, 0.28), (-0.15, 0.05)), ((0.09, 0.28), (0.12, 0.0))),
    arms=(((0.12, 0.66), (0.19, 0.54)), ((-0.06, 0.65), (-0.06, 0.5))),
)
RUN = Pose(
    hip=(0, 0.52),
    neck=(0.09, 0.83),
    head=(0.13, 0.925),
    legs=(((-0.04, 0.32), (-0.26, 0.24)), ((0.16, 0.37), (0.12, 0.08))),
    arms=(((0.17, 0.66), (0.29, 0.72)), ((-0.07, 0.66), (-0.02, 0.54))),
)
STRIDE = Pose(
    hip=(0, 0.52),
    neck=(0.08, 0.83),
    head=(0.12, 0.925),
    legs=(((0.15, 0.39), (0.21, 0.17)), ((-0.06, 0.3), (-0.2, 0.06))),
    arms=(((-0.1, 0.66), (-0.13, 0.54)), ((0.13, 0.65), (0.23, 0.72))),
)
SIT = Pose(  # on a stool or bench whose seat is at 0.27
    hip=(-0.02, 0.3),
    neck=(0.03, 0.63),
    head=(0.06, 0.72),
    legs=(((0.2, 0.29), (0.2, 0.02)), ((0.22, 0.28), (0.17, 0.0))),
    arms=(((0.09, 0.45), (0.22, 0.38)), ((0.04, 0.43), (0.2, 0.34))),
)
SQUAT = Pose(
    hip=(-0.06, 0.15),
    neck=(0.05, 0.44),
    head=(0.09, 0.53),
    legs=(((0.14, 0.29), (0.06, 0.015)), ((0.17, 0.27), (0.08, 0.0))),
    arms=(((0.16, 0.3), (0.27, 0.2)), ((0.12, 0.27), (0.25, 0.14))),
)
BEND = Pose(
    hip=(-0.08, 0.5),
    neck=(0.17, 0.72),
    head=(0.25, 0.76),
    legs=(((-0.06, 0.27), (-0.09, 0.01)), ((0.01, 0.27), (0.02, 0.0))),
    arms=(((0.24, 0.52), (0.33, 0.4)), ((0.2, 0.5), (0.3, 0.34))),
)
REACH = replace(STAND, arms=(((0.12, 0.74), (0.2, 0.9)), ((0.1, 0.66), (0.21, 0.72))))
WORK = replace(
    STAND,
    neck=(0.05, 0.82),
    head=(0.09, 0.905),
    arms=(((0.12, 0.63), (0.25, 0.62)), ((0.08, 0.62), (0.24, 0.58))),
)
HOLD = replace(WALK, arms=(((0.1, 0.66), (0.13, 0.76)), ((-0.06, 0.65), (-0.06, 0.5))))
ROW = Pose(
    hip=(-0.03, 0.5),
    neck=(0.1, 0.79),
    head=(0.15, 0.87),
    legs=(((-0.1, 0.27), (-0.15, 0.0)), ((0.06, 0.28), (0.08, 0.0))),
    arms=(((0.2, 0.64), (0.32, 0.6)), ((0.17, 0.62), (0.3, 0.55))),
)
DRUM = Pose(
    hip=(-0.02, 0.5),
    neck=(0.02, 0.82),
    head=(0.05, 0.915),
    legs=(((-0.12, 0.27), (-0.18, 0.0)), ((0.1, 0.28), (0.12, 0.0))),
    arms=(((0.13, 0.86), (0.2, 1.04)), ((0.12, 0.7), (0.28, 0.76))),
)


@dataclass(frozen=True)
class Dress:
    """What a figure wears. ``hat`` is "", "cone", "cap", "helmet" or "scarf"; ``skirt`` covers the knees."""

    top: Colour
    legs: Colour = (44, 44, 60)
    skin: Colour = (196, 142, 106)
    hair: Colour = (32, 26, 32)
    hat: str = ""
    hat_ink: Colour = (232, 208, 150)
    skirt: bool = False
    trim: Colour | None = None
    bag: Colour | None = None
    bare: bool = False  # short trousers and sleeves
    tail: bool = False  # long hair, tied


def person(
    pen: Pen,
    x: float,
    y: float,
    tall: float,
    dress: Dress,
    pose: Pose = STAND,
    face: int = 1,
    lit: int = -1,
    broad: float = 1.0,
) -> None:
    """A figure with feet at (x, y), ``tall`` units high standing, facing right (1) or left (-1), lit from ``lit``."""

    def at(joint: Joint) -> tuple[float, float]:
        return x + joint[0] * tall * face, y - joint[1] * tall

    def limb(a: Joint, b: Joint, c: Joint, widths, ink: Colour) -> None:
        pen.stroke((at(a), at(b), at(c)), [w * tall for w in widths], ink)

    hip, neck, w = pose.hip, pose.neck, broad
    legs, top = dress.legs, dress.top
    limb((neck[0] + 0.02, neck[1] - 0.03), *pose.arms[0], (0.065, 0.055, 0.042), darker(top, 0.3))
    hand = at(pose.arms[0][1])
    pen.disc(*hand, 0.021 * tall, fill=darker(dress.skin, 0.2))
    for (knee, foot), ink in zip(pose.legs, (darker(legs, 0.3), legs), strict=True):
        shin = dress.skin if dress.bare else ink
        limb(hip, ((hip[0] + knee[0]) / 2, (hip[1] + knee[1]) / 2), knee, (0.115 * w, 0.1 * w, 0.08 * w), ink)
        limb(knee, ((knee[0] + foot[0]) / 2, (knee[1] + foot[1]) / 2), foot, (0.078, 0.068, 0.048), shin)
        sole = at(foot)
        toe = 0.055 * tall * face
        pen.stroke(
            (sole, (sole[0] + toe, sole[1] + 0.004 * tall)),
            (0.042 * tall, 0.03 * tall),
            darker(dress.hair, 0.2),
        )
    if dress.skirt:
        knee = ((pose.legs[0][0][0] + pose.legs[1][0][0]) / 2, min(k[1] for k, _ in pose.legs) - 0.02)
        pen.stroke((at(hip), at(knee)), (0.17 * tall * w, 0.25 * tall), legs)
        if dress.trim:
            left, right = (knee[0] - 0.12, knee[1] + 0.015), (knee[0] + 0.12, knee[1] + 0.015)
            pen.stroke((at(left), at(right)), (0.028 * tall, 0.028 * tall), dress.trim)
    lean = neck[0] - hip[0]
    spine = [
        at(hip),
        at((hip[0] + lean * 0.45 + 0.004, hip[1] + (neck[1] - hip[1]) * 0.5)),
        at((neck[0] - 0.004, neck[1] - 0.055)),
    ]
    trunk = [0.165 * w * tall, 0.15 * w * tall, 0.175 * w * tall, 0.13 * w * tall]
    pen.stroke(spine, trunk, top)
    side = -1 if lit < 0 else 1
    shift = 0.036 * tall * side * w
    pen.stroke([(px + shift, py) for px, py in spine], [v * 0.5 for v in trunk], lighter(top, 0.24))
    pen.stroke(
        (at((neck[0], neck[1] - 0.03)), at(pose.head)), (0.055 * tall, 0.05 * tall), darker(dress.skin, 0.12)
    )
    if dress.trim and not dress.skirt:
        pen.stroke(
            (at((neck[0] - 0.05, neck[1] - 0.035)), at((neck[0] + 0.06, neck[1] - 0.045))),
            (0.035 * tall, 0.045 * tall),
            dress.trim,
        )
    if dress.bag:
        bx, by = at((neck[0] - 0.125, neck[1] - 0.17))
        pen.stroke(((bx, by - 0.08 * tall), (bx, by + 0.07 * tall)), (0.12 * tall, 0.14 * tall), dress.bag)
        pen.stroke(
            ((bx, by - 0.08 * tall), (bx + 0.02 * tall * side, by)),
            (0.05 * tall, 0.05 * tall),
            lighter(dress.bag, 0.25),
        )
    limb(
        (neck[0] - 0.02, neck[1] - 0.04),
        *pose.arms[1],
        (0.072, 0.058, 0.044),
        mix(top, darker(top, 0.5), 0.22),
    )
    pen.disc(*at(pose.arms[1][1]), 0.022 * tall, fill=dress.skin)
    _head(pen, *at(pose.head), tall, dress, face, lit)


def _head(pen: Pen, hx: float, hy: float, tall: float, dress: Dress, face: int, lit: int) -> None:
    r = 0.058 * tall
    pen.disc(hx, hy, r * 0.92, r * 1.12, dress.skin)
    pen.disc(hx - face * r * 0.42, hy - r * 0.22, r * 0.86, r * 1.02, dress.hair)
    pen.disc(hx - face * r * 0.1, hy - r * 0.68, r * 0.86, r * 0.55, dress.hair)
    if dress.hat != "cone":
        pen.disc(hx + face * r * 0.9, hy + r * 0.12, r * 0.17, r * 0.15, dress.skin)
    if dress.tail:
        pen.stroke(
            (
                (hx - face * r * 0.8, hy - r * 0.2),
                (hx - face * r * 1.25, hy + r * 1.1),
                (hx - face * r * 1.0, hy + r * 2.6),
            ),
            (r * 0.9, r * 0.85, r * 0.3),
            dress.hair,
        )
    ink = dress.hat_ink
    if dress.hat == "cone":
        wide, high = 0.165 * tall, 0.125 * tall
        tilt = face * 0.022 * tall
        brim = hy - r * 0.25
        apex = (hx - tilt * 0.6, brim - high)
        left, right = (hx - wide, brim - tilt * 0.4), (hx + wide, brim + tilt * 0.9)
        bend = (
            (hx - wide * 0.5, brim + 0.036 * tall),
            (hx, brim + 0.048 * tall),
            (hx + wide * 0.5, brim + 0.042 * tall),
        )
        pen.shape((apex, left, *bend, right), ink)
        dark = (apex, bend[1], bend[2], right) if lit < 0 else (apex, left, bend[0], bend[1])
        pen.shape(dark, mix(ink, darker(ink, 0.55), 0.6))
    elif dress.hat in ("cap", "helmet"):
        dome = 1.12 if dress.hat == "helmet" else 1.0
        pen.shape(
            [
                (hx - r * dome, hy - r * 0.15),
                (hx - r * 0.9 * dome, hy - r * 0.85),
                (hx - r * 0.35, hy - r * 1.32 * dome),
                (hx + r * 0.35, hy - r * 1.32 * dome),
                (hx + r * 0.9 * dome, hy - r * 0.85),
                (hx + r * dome, hy - r * 0.15),
            ],
            ink,
        )
        pen.stroke(
            ((hx, hy - r * 0.3), (hx + face * r * 1.6, hy - r * 0.2)), (r * 0.4, r * 0.2), darker(ink, 0.25)
        )
        pen.disc(hx + lit * r * 0.4, hy - r * 0.85, r * 0.3, r * 0.25, lighter(ink, 0.5))
    elif dress.hat == "scarf":
        pen.disc(hx - face * r * 0.12, hy - r * 0.5, r * 1.18, r * 0.85, ink)
        pen.stroke(
            ((hx - face * r * 0.9, hy - r * 0.3), (hx - face * r * 1.25, hy + r * 1.2)),
            (r * 0.8, r * 0.3),
            darker(ink, 0.2),
        )
        pen.stroke(
            ((hx - r * 0.9, hy - r * 0.55), (hx + r * 0.9, hy - r * 0.5)),
            (r * 0.25, r * 0.25),
            lighter(ink, 0.4),
        )
