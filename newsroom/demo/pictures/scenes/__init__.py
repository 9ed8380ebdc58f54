"""The scenes, by the picture's name: one module for each place."""

from collections.abc import Callable

from PIL import Image

from ..canvas import Canvas
from . import (
    assembly,
    bridges,
    clinic,
    country,
    drum,
    factory,
    festival,
    hills,
    hospital,
    lake,
    loom,
    market,
    night_market,
    reading,
    river,
    roofs,
    school,
    sport,
    street,
    upland_market,
)

_PLACES = (
    hills,
    river,
    lake,
    bridges,
    market,
    upland_market,
    night_market,
    street,
    factory,
    assembly,
    roofs,
    reading,
    school,
    hospital,
    clinic,
    festival,
    drum,
    loom,
    sport,
    country,
)

SCENES: dict[str, Callable[[Canvas], Image.Image]] = {
    name: scene for place in _PLACES for name, scene in place.SCENES.items()
}
