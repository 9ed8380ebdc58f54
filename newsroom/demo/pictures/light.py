"""Light on a sheet: glows, shafts, mirrored water, and the paper the whole is printed on."""

import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageFilter

from .canvas import HEIGHT, WIDTH, Canvas
from .lines import Point
from .palette import Colour


def glow(
    canvas: Canvas,
    x: float,
    y: float,
    radius: float,
    colour: Colour,
    strength: float = 0.8,
    flat: float = 1.0,
) -> None:
    """Light spreading from a point, added to what is there; ``flat`` below 1 squeezes it into a pool."""
    k = canvas.scale
    w, h = max(2, round(2 * radius * k)), max(2, round(2 * radius * flat * k))
    soft = Image.radial_gradient("L").resize((w, h), Image.Resampling.BILINEAR)
    soft = soft.point(lambda v: round(max(0, 1 - v / 180) ** 2 * 255 * strength))
    at = (round((x - radius) * k), round((y - radius * flat) * k))
    box = (max(at[0], 0), max(at[1], 0), min(at[0] + w, canvas.size[0]), min(at[1] + h, canvas.size[1]))
    if box[0] >= box[2] or box[1] >= box[3]:
        return
    soft = soft.crop((box[0] - at[0], box[1] - at[1], box[2] - at[0], box[3] - at[1]))
    under = canvas.image.crop(box)
    lit = ImageChops.screen(under, Image.new("RGB", under.size, colour))
    canvas.image.paste(lit, box[:2], soft)


def shafts(
    canvas: Canvas, beams: Sequence[Sequence[Point]], colour: Colour, strength: float = 0.35, blur: float = 14
) -> None:
    """Beams of light, each a four-cornered shape, lying soft over the sheet."""
    with canvas.cut(colour, blur=blur, opacity=strength) as pen:
        for beam in beams:
            pen.shape(beam)


def shade(
    canvas: Canvas, outline: Sequence[Point], colour: Colour, strength: float = 0.4, blur: float = 10
) -> None:
    """A soft shadow in the form of ``outline``."""
    with canvas.cut(colour, blur=blur, opacity=strength) as pen:
        pen.shape(outline)


def ripples(canvas: Canvas, water: Image.Image, reach: float) -> Image.Image:
    """``water`` broken into lying strips pushed aside, up to ``reach`` units at its foot."""
    k, depth, out = canvas.scale, water.height, water.copy()
    row, phase = 0, canvas.rng.uniform(0, 6)
    while row < depth:
        near = row / depth
        thick = max(1, round((1.5 + 7 * near) * k))
        phase += canvas.rng.uniform(0.7, 1.6)
        shift = round(math.sin(phase) * reach * (0.15 + near) * k)
        out.paste(water.crop((0, row, water.width, min(row + thick, depth))), (shift, row))
        row += thick
    return out


def wet(canvas: Canvas, y: float, reach: float, blur: float = 4) -> None:
    """Make what is drawn below ``y`` look like a reflection: drawn out downwards and broken by ripples."""
    k = canvas.scale
    ground = canvas.image.crop((0, round(y * k), canvas.image.width, canvas.image.height))
    ground = ground.filter(ImageFilter.BoxBlur((0.6 * k, blur * k)))
    canvas.image.paste(ripples(canvas, ground, reach), (0, round(y * k)))


def mirror(
    canvas: Canvas,
    y: float,
    tint: Colour,
    strength: float = 0.35,
    squeeze: float = 1.0,
    ripple: float = 10,
    low: float = HEIGHT,
) -> None:
    """Turn everything below the waterline ``y`` into water that mirrors what stands above it.

    ``tint`` is the water's own colour and grows towards the viewer; ``ripple`` is how far, in units, the nearest
    ripples break the mirrored picture; ``squeeze`` above 1 shortens it.
    """
    k, image = canvas.scale, canvas.image
    line, floor = round(y * k), round(low * k)
    depth = floor - line
    above = image.crop((0, max(0, line - round(depth * squeeze)), image.width, line))
    flipped = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize(
        (image.width, max(1, round(above.height / squeeze))), Image.Resampling.BILINEAR
    )
    water = Image.new("RGB", (image.width, depth), tint)
    water.paste(flipped, (0, 0))
    if flipped.height < depth:  # no more sky to mirror: its top runs on
        last = flipped.crop((0, flipped.height - 1, image.width, flipped.height))
        water.paste(last.resize((image.width, depth - flipped.height)), (0, flipped.height))
    out = ripples(canvas, water.filter(ImageFilter.BoxBlur((0.6 * k, 2.5 * k))), ripple)
    veil = Image.new("L", (1, 256))
    for i in range(256):
        veil.putpixel((0, i), round(255 * strength * (0.45 + 0.55 * i / 255)))
    out.paste(tint, (0, 0), veil.resize(out.size, Image.Resampling.BILINEAR))
    image.paste(out, (0, line))


def sun_path(
    canvas: Canvas, x: float, y0: float, y1: float, colour: Colour, width: float = 60, strength: float = 0.9
) -> None:
    """The broken road of light under a low sun, from the far waterline y0 to y1 near the viewer."""
    rng = canvas.rng
    with canvas.cut(colour, opacity=strength, blur=0.6) as pen:
        y = y0 + 2
        while y < y1:
            near = (y - y0) / (y1 - y0)
            for _ in range(2):
                half = rng.uniform(0.15, 1) * width * (0.35 + near * 0.9)
                off = rng.gauss(0, 0.35) * width * (0.3 + near)
                thick = 0.8 + 3.2 * near * rng.uniform(0.5, 1)
                pen.disc(x + off, y, half, thick)
            y += 4 + 12 * near


def finish(
    canvas: Canvas,
    side: Colour = (255, 226, 170),
    from_left: bool = True,
    warmth: float = 0.28,
    grain: float = 0.085,
) -> Image.Image:
    """The sheet with light from one side and the tooth of paper: the picture, RGB.

    ``warmth`` (0..1) is how much of the side light is laid, ``grain`` how much of the paper shows.
    """
    image = canvas.image
    slope = Image.linear_gradient("L").rotate(90).resize(image.size, Image.Resampling.BILINEAR)
    if not from_left:
        slope = ImageChops.invert(slope)
    lit = ImageChops.soft_light(image, Image.new("RGB", image.size, side))
    image = Image.composite(
        lit, image, ImageChops.invert(slope).point(lambda v: round(v * min(1, warmth * 2)))
    )
    deep = ImageChops.multiply(image, Image.new("RGB", image.size, (196, 200, 222)))
    image = Image.composite(deep, image, slope.point(lambda v: round(v * warmth)))
    tooth = canvas.noise(image.size, bell=True)
    fibre = canvas.noise((image.width // 3 + 1, image.height // 5 + 1)).resize(
        image.size, Image.Resampling.BICUBIC
    )
    paper = Image.blend(tooth, fibre, 0.22)
    paper = paper.point(lambda v: round(128 + (v - 128) * grain * 2.2))
    return ImageChops.overlay(image, Image.merge("RGB", (paper, paper, paper)))


def edge_points() -> tuple[Point, Point, Point, Point]:
    """The four corners of the sheet, clockwise from the top left."""
    return (0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT)
