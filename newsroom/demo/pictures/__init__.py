"""Drawn pictures for the demonstration paper, where a real paper has its photographs.

``NAMES`` lists them; ``draw`` makes one. A picture is the same every time: its chance is seeded by its name.
"""

from PIL import Image, ImageOps

from .canvas import HEIGHT, WIDTH, Canvas
from .scenes import SCENES

SMALLEST = 0.05  # of the sheet; below it nothing is left to draw, so smaller pictures are reduced from it
NAMES: tuple[str, ...] = tuple(SCENES)


def draw(name: str, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
    """The picture ``name`` as an RGB image of ``size`` pixels; other shapes than 3:2 are cut from the middle.

    Raises KeyError for a name that is not in ``NAMES``, ValueError for a size without area.
    """
    width, height = size
    if width < 1 or height < 1:
        raise ValueError(f"a picture needs a size of at least 1 x 1 pixels, not {width} x {height}")
    scene = SCENES[name]
    picture = scene(Canvas(max(width / WIDTH, height / HEIGHT, SMALLEST), seed=name))
    return picture if picture.size == (width, height) else ImageOps.fit(picture, (width, height))
