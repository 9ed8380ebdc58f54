"""Hair, and what is worn on it. Each is called twice: for what lies behind the shoulders and for what frames a face."""

from ..canvas import Pen
from ..lines import curve
from ..palette import Colour, darker, lighter
from .heads import Head


def _cap_of_hair(pen: Pen, head: Head, brow: list[tuple[float, float]], high: float = -256) -> None:
    """Hair over the skull, down to the line ``brow`` (left to right)."""
    crown = [(-166, -6), (-172, -110), (-120, high + 34), (0, high), (120, high + 34), (172, -110), (166, -6)]
    pen.shape(curve([head.at(*point) for point in (*crown, *reversed(brow))], closed=True), head.ink)


def parted(pen: Pen, head: Head, behind: bool) -> None:
    if not behind:
        _cap_of_hair(
            pen,
            head,
            [(-146, -60), (-128, -120), (-84, -150), (30, -122), (112, -140), (136, -80), (146, -40)],
        )


def swept(pen: Pen, head: Head, behind: bool) -> None:
    if not behind:
        _cap_of_hair(
            pen,
            head,
            [(-146, -40), (-134, -110), (-92, -158), (0, -172), (92, -158), (132, -110), (146, -40)],
            -262,
        )


def thinning(pen: Pen, head: Head, behind: bool) -> None:
    if behind:
        return
    for side in (-1, 1):
        pen.blob(
            [
                head.at(side * 164, 6),
                head.at(side * 174, -90),
                head.at(side * 126, -186),
                head.at(side * 132, -90),
                head.at(side * 144, -30),
            ],
            head.ink,
        )
    pen.stroke(
        [head.at(-120, -184), head.at(-30, -226), head.at(60, -222), head.at(126, -180)],
        (26, 40, 36, 22),
        head.ink,
    )


def bun(pen: Pen, head: Head, behind: bool) -> None:
    if behind:
        pen.disc(*head.at(40, -262), 92, 74, darker(head.ink, 0.2))
    else:
        _cap_of_hair(
            pen, head, [(-150, 20), (-140, -90), (-70, -164), (-30, -178), (40, -160), (120, -110), (148, 20)]
        )


def tied(pen: Pen, head: Head, behind: bool) -> None:
    if behind:
        pen.blob(
            [
                head.at(-150, -60),
                head.at(150, -60),
                head.at(196, 150),
                head.at(180, 330),
                head.at(90, 390),
                head.at(70, 200),
                head.at(-130, 160),
            ],
            darker(head.ink, 0.15),
        )
    else:
        _cap_of_hair(
            pen,
            head,
            [
                (-158, 60),
                (-136, -60),
                (-96, -132),
                (-20, -170),
                (30, -166),
                (110, -120),
                (138, -60),
                (158, 60),
            ],
        )


# ---------------------------------------------------------------- what is worn on the head


def scarf(cloth: Colour, edge: Colour):
    """A folded cloth over grey hair, as the weavers of the upland wear it."""

    def worn(pen: Pen, head: Head, behind: bool) -> None:
        if behind:
            pen.blob(
                [
                    head.at(-178, -120),
                    head.at(178, -120),
                    head.at(196, 120),
                    head.at(150, 300),
                    head.at(-150, 300),
                    head.at(-196, 120),
                ],
                darker(cloth, 0.3),
            )
            return
        _cap_of_hair(
            pen, head, [(-150, 30), (-138, -70), (-84, -140), (0, -168), (84, -140), (138, -70), (150, 30)]
        )
        fold = [
            (-186, 60),
            (-196, -90),
            (-150, -236),
            (0, -292),
            (150, -236),
            (196, -90),
            (186, 60),
            (158, -60),
            (112, -150),
            (0, -196),
            (-112, -150),
            (-158, -60),
        ]
        pen.shape(curve([head.at(*point) for point in fold], closed=True), cloth)
        band = [
            head.at(-166, -34),
            head.at(-116, -142),
            head.at(0, -190),
            head.at(116, -142),
            head.at(166, -34),
        ]
        pen.stroke(band, (14, 20, 20, 20, 14), edge)

    return worn


def turban(cloth: Colour, edge: Colour):
    """A wound cloth with a bright hem."""

    def worn(pen: Pen, head: Head, behind: bool) -> None:
        if behind:
            return
        _cap_of_hair(
            pen, head, [(-152, 40), (-140, -60), (-80, -128), (0, -140), (80, -128), (140, -60), (152, 40)]
        )
        pen.blob(
            [
                head.at(-186, -104),
                head.at(-196, -190),
                head.at(-120, -290),
                head.at(20, -318),
                head.at(150, -270),
                head.at(198, -180),
                head.at(184, -104),
                head.at(0, -150),
            ],
            cloth,
        )
        for lift, ink in ((0, edge), (44, lighter(cloth, 0.16)), (88, lighter(cloth, 0.1))):
            pen.stroke(
                [head.at(-186, -116 - lift), head.at(0, -164 - lift * 1.1), head.at(186, -116 - lift)],
                (14, 20, 14),
                ink,
            )

    return worn


def helmet(shell: Colour):
    """A site helmet."""

    def worn(pen: Pen, head: Head, behind: bool) -> None:
        if behind:
            return
        for side in (-1, 1):
            pen.stroke([head.at(side * 150, -90), head.at(side * 152, 40)], (22, 14), head.ink)
            pen.line(
                [head.at(side * 156, -80), head.at(side * 140, 120), head.at(side * 40, 222)],
                7,
                darker(shell, 0.55),
            )
        pen.blob(
            [
                head.at(-184, -104),
                head.at(-186, -190),
                head.at(-110, -296),
                head.at(0, -322),
                head.at(110, -296),
                head.at(186, -190),
                head.at(184, -104),
            ],
            shell,
        )
        pen.stroke(
            [head.at(60, -300), head.at(120, -220), head.at(136, -120)], (60, 96, 80), darker(shell, 0.16)
        )
        pen.stroke([head.at(-6, -318), head.at(4, -220), head.at(6, -120)], (40, 46, 40), lighter(shell, 0.6))
        pen.stroke(
            [head.at(-206, -96), head.at(0, -128), head.at(206, -96)], (24, 40, 24), darker(shell, 0.1)
        )
        pen.stroke([head.at(-190, -80), head.at(0, -108), head.at(190, -80)], (8, 12, 8), darker(shell, 0.45))

    return worn


def cap(cloth: Colour):
    """A cap with a peak."""

    def worn(pen: Pen, head: Head, behind: bool) -> None:
        if behind:
            return
        for side in (-1, 1):
            pen.stroke([head.at(side * 152, -100), head.at(side * 154, 10)], (28, 14), head.ink)
        pen.blob(
            [
                head.at(-172, -104),
                head.at(-176, -180),
                head.at(-108, -270),
                head.at(0, -290),
                head.at(108, -270),
                head.at(176, -180),
                head.at(172, -104),
            ],
            cloth,
        )
        pen.stroke([head.at(0, -288), head.at(10, -200), head.at(6, -120)], (5, 6, 5), darker(cloth, 0.3))
        pen.blob(
            [
                head.at(-170, -112),
                head.at(-60, -140),
                head.at(80, -140),
                head.at(172, -112),
                head.at(132, -70),
                head.at(-20, -92),
                head.at(-150, -66),
            ],
            darker(cloth, 0.3),
        )

    return worn
