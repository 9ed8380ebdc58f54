"""Colours of the drawn pictures: mixing, and one limited palette for each kind of light.

A palette is held to a handful of inks, as in a screen print; distance is made by mixing an ink towards
the haze, never by choosing a new one.
"""

from dataclasses import dataclass

Colour = tuple[int, int, int]


def rgb(code: str) -> Colour:
    """``"f4e9d2"`` as a triple of 0..255."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(a: Colour, b: Colour, t: float) -> Colour:
    """The colour ``t`` (0..1) of the way from ``a`` to ``b``."""
    return tuple(round(p + (q - p) * t) for p, q in zip(a, b, strict=True))


def darker(colour: Colour, t: float) -> Colour:
    """``colour`` taken towards a blue-black, so that shadows stay coloured."""
    return mix(colour, (18, 22, 38), t)


def lighter(colour: Colour, t: float) -> Colour:
    """``colour`` taken towards a warm paper white."""
    return mix(colour, (255, 247, 228), t)


@dataclass(frozen=True)
class Palette:
    """The inks of one light. ``sky`` runs from the top of the sheet down to the horizon."""

    sky: tuple[Colour, ...]
    haze: Colour
    far: Colour
    near: Colour
    dark: Colour
    light: Colour
    accent: Colour

    def at(self, nearness: float) -> Colour:
        """The land's colour at a nearness of 0 (far, lost in the haze) to 1 (in front)."""
        if nearness < 0.5:
            return mix(self.far, mix(self.far, self.near, 0.5), nearness * 2)
        return mix(mix(self.far, self.near, 0.5), self.near, nearness * 2 - 1)


def _palette(sky: str, haze: str, far: str, near: str, dark: str, light: str, accent: str) -> Palette:
    inks = (rgb(code) for code in (haze, far, near, dark, light, accent))
    return Palette(tuple(rgb(code) for code in sky.split()), *inks)


DAWN = _palette("5f7fa0 a9a9b4 eab9a0 f9d9a8", "f6cfae", "b294a6", "3a3a5c", "211f3a", "ffe9b8", "e2603f")
TEA = _palette("8fbcc0 c5dcc8 f3ecc8", "dfe8c8", "8db8a4", "2f6b3f", "143a30", "f0ec9c", "d9552f")
MIST = _palette("a9bfc0 cdd8d2 e9ece0", "e6ebe2", "a3bab6", "2a4f55", "122d36", "fbf6e4", "c8553a")
GOLD = _palette("7fb2c4 c3d6c6 f7e6b4", "f2e2b2", "94b0a0", "8a6a20", "38391c", "ffe48a", "b8412a")
RIVER = _palette("6ea2ae b5cbc2 f6dcb0 fbe6bd", "f3ddb9", "8fa9a8", "23505a", "10303c", "fff0c4", "d9683a")
STEEL = _palette("2f7f92 79b3b0 d8dcb8 f6dfae", "e9dcb4", "7fa8a2", "1f5058", "0f2b3a", "ffeec2", "d8502f")
OCHRE = _palette("d9a662 efc987 fae3b0", "f3d7a0", "c9a27a", "6a4a38", "33262c", "fff0c0", "2f7f7a")
FLOOD = _palette("5a6770 8b959a b9bcb4", "b4b6ac", "7f8a8a", "3c4a4a", "202c34", "dcd6bf", "f0702a")
MARKET = _palette("f2c979 f8dfa6 fdf0cf", "f6dfb0", "c7b08e", "6b4a3a", "3a2630", "fff3cf", "d4482f")
NIGHT = _palette("0f1a3a 1c2b55 3a3f6e", "3c4270", "2c3560", "141b3a", "0a1028", "ffd98a", "f0703a")
DUSK = _palette("2b3566 6a5a8c d98a80 f7bd7e", "eea77e", "8a6a8e", "2a2a52", "15173a", "ffd58a", "ff9a4a")
NOON = _palette("69b0cc a8d2d4 e6eed6", "dfe9d2", "9cc0b4", "4d8a3a", "24463a", "fbf5c8", "d64a32")
RAIN = _palette("26384e 4a5f73 8496a0", "7d909a", "53687a", "20303f", "111c2b", "ffd592", "e2503a")
