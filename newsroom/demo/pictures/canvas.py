"""The sheet a picture is drawn on.

Everything is measured in units of a 1600 x 1067 sheet and drawn at twice the wanted size, then reduced, so that
edges are clean at any size. Shapes are laid as flat inks (``sheet``) or as one cut-out with a wash (``cut``);
``finish`` gives the whole its light and its paper. All chance comes from the picture's own seed: Pillow's noise
is not used, because it cannot be seeded.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .lines import Point, curve, ribbon
from .palette import Colour, mix

WIDTH, HEIGHT = 1600, 1067
FINE = 2  # drawn so many times larger than wanted


class Pen:
    """Draws shapes in sheet units. ``fill`` is a colour, or nothing on a cut-out."""

    def __init__(self, image: Image.Image, scale: float):
        self._draw = ImageDraw.Draw(image)
        self._k = scale
        self._solid = 255 if image.mode == "L" else (0, 0, 0)

    def _px(self, points: Sequence[Point]) -> list[Point]:
        k = self._k
        return [(x * k, y * k) for x, y in points]

    def shape(self, points: Sequence[Point], fill=None) -> None:
        self._draw.polygon(self._px(points), fill=self._solid if fill is None else fill)

    def blob(self, points: Sequence[Point], fill=None, steps: int = 6) -> None:
        """A rounded shape through ``points``."""
        self.shape(curve(points, closed=True, steps=steps), fill)

    def stroke(
        self, points: Sequence[Point], widths: Sequence[float], fill=None, smooth: bool = True
    ) -> None:
        """A tapering stroke with round ends."""
        path = curve(points, steps=6) if smooth and len(points) > 2 else list(points)
        self.shape(ribbon(path, widths if len(widths) > 1 else (widths[0], widths[0])), fill)
        for (x, y), w in ((path[0], widths[0]), (path[-1], widths[-1])):
            if w * self._k > 3:
                self.disc(x, y, w / 2, w / 2, fill)

    def line(self, points: Sequence[Point], width: float, fill=None) -> None:
        fill = self._solid if fill is None else fill
        self._draw.line(self._px(points), fill=fill, width=max(1, round(width * self._k)), joint="curve")

    def disc(self, x: float, y: float, rx: float, ry: float | None = None, fill=None) -> None:
        k, ry = self._k, rx if ry is None else ry
        box = ((x - rx) * k, (y - ry) * k, (x + rx) * k, (y + ry) * k)
        self._draw.ellipse(box, fill=self._solid if fill is None else fill)

    def ring(self, x: float, y: float, rx: float, ry: float, width: float, fill=None) -> None:
        k = self._k
        box = ((x - rx) * k, (y - ry) * k, (x + rx) * k, (y + ry) * k)
        self._draw.ellipse(box, outline=self._solid if fill is None else fill, width=max(1, round(width * k)))

    def box(self, x0: float, y0: float, x1: float, y1: float, fill=None) -> None:
        k = self._k
        x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        self._draw.rectangle((x0 * k, y0 * k, x1 * k, y1 * k), fill=self._solid if fill is None else fill)


@dataclass(frozen=True)
class Rim:
    """Light (or shade) that falls on one edge of a cut-out in grains; (dx, dy) points away from the lit edge."""

    colour: Colour
    dx: float
    dy: float
    blur: float = 14
    strength: float = 0.8


class Canvas:
    """A sheet under work: ``image`` is RGB, ``rng`` the picture's own chance."""

    def __init__(self, scale: float, seed: str):
        self.scale = scale
        self.size = (round(WIDTH * scale), round(HEIGHT * scale))
        self.rng = Random(seed)
        self.image = Image.new("RGB", self.size)

    # -- laying shapes ---------------------------------------------------------------------------------------

    def _pen(self, mode: str) -> tuple[Image.Image, Pen]:
        fine = Image.new(mode, (self.size[0] * FINE, self.size[1] * FINE))
        return fine, Pen(fine, self.scale * FINE)

    def _reduced(self, fine: Image.Image) -> tuple[Image.Image, tuple[int, int]] | None:
        box = fine.getbbox()
        if box is None:
            return None
        left, top = box[0] // FINE * FINE, box[1] // FINE * FINE
        right = min(-(-box[2] // FINE) * FINE, fine.width)
        low = min(-(-box[3] // FINE) * FINE, fine.height)
        return fine.crop((left, top, right, low)).reduce(FINE), (left // FINE, top // FINE)

    @contextmanager
    def sheet(self, blur: float = 0, opacity: float = 1, rim: Rim | None = None) -> Iterator[Pen]:
        """Flat inks, laid together when the block ends; ``blur`` in units softens the lot."""
        fine, pen = self._pen("RGBA")
        yield pen
        laid = self._reduced(fine)
        if laid is None:
            return
        piece, at = laid
        if blur or rim:  # room for what spreads beyond the shapes
            room = round((blur * 3 + (rim.blur if rim else 0)) * self.scale) + 1
            roomy = Image.new("RGBA", (piece.width + 2 * room, piece.height + 2 * room))
            roomy.paste(piece, (room, room))
            piece, at = roomy, (at[0] - room, at[1] - room)
        if blur:
            piece = piece.convert("RGBa").filter(ImageFilter.GaussianBlur(blur * self.scale)).convert("RGBA")
        mask = piece.getchannel("A")
        if opacity < 1:
            mask = mask.point(lambda v: round(v * opacity))
        self.image.paste(piece.convert("RGB"), at, mask)
        if rim:
            self._rim(mask, at, replace(rim, strength=rim.strength * 0.6), 0.85)  # no specks on small things

    @contextmanager
    def cut(
        self,
        top: Colour,
        base: Colour | None = None,
        span: tuple[float, float] | None = None,
        rim: Rim | Sequence[Rim] = (),
        blur: float = 0,
        opacity: float = 1,
    ) -> Iterator[Pen]:
        """One cut-out shape, washed from ``top`` down to ``base`` over the heights ``span``."""
        fine, pen = self._pen("L")
        yield pen
        laid = self._reduced(fine)
        if laid is None:
            return
        mask, at = laid
        if blur:
            room = round(blur * 3 * self.scale) + 1
            roomy = Image.new("L", (mask.width + 2 * room, mask.height + 2 * room))
            roomy.paste(mask, (room, room))
            mask, at = roomy.filter(ImageFilter.GaussianBlur(blur * self.scale)), (at[0] - room, at[1] - room)
        if opacity < 1:
            mask = mask.point(lambda v: round(v * opacity))
        if base is None:
            self.image.paste(top, (*at, at[0] + mask.width, at[1] + mask.height), mask)
        else:
            y0, y1 = span or (at[1] / self.scale, (at[1] + mask.height) / self.scale)
            wash = self.wash((top, base), y0, y1, at[1], mask.size)
            self.image.paste(wash, at, mask)
        for one in (rim,) if isinstance(rim, Rim) else rim:
            self._rim(mask, at, one)

    def _rim(self, mask: Image.Image, at: tuple[int, int], rim: Rim, smooth: float = 0.45) -> None:
        away = Image.new("L", mask.size)
        if (rim.dx > 0 and at[0] <= 0) or (rim.dx < 0 and at[0] + mask.width >= self.size[0]):
            away.paste(
                mask, (0, round(rim.dy * self.scale))
            )  # a shape cut by the sheet's edge has no edge there
        away.paste(mask, (round(rim.dx * self.scale), round(rim.dy * self.scale)))
        away = away.filter(ImageFilter.GaussianBlur(rim.blur * self.scale))
        edge = ImageChops.multiply(ImageChops.subtract(mask, away), mask)
        grains = self.grains(edge.point(lambda v: min(255, round(v * rim.strength))), smooth)
        self.image.paste(rim.colour, (*at, at[0] + mask.width, at[1] + mask.height), grains)

    # -- washes, noise, mist -----------------------------------------------------------------------------------

    def wash(
        self, stops: Sequence[Colour], y0: float, y1: float, top: int = 0, size: tuple[int, int] | None = None
    ) -> Image.Image:
        """An upright gradient through ``stops`` between the heights y0 and y1, as an RGB image of ``size`` pixels."""
        size = size or self.size
        column = Image.new("RGB", (1, size[1]))
        span, last = (y1 - y0) or 1, len(stops) - 1
        for row in range(size[1]):
            t = min(max(((row + top) / self.scale - y0) / span, 0), 1) * last
            i = min(int(t), last - 1)
            s = t - i
            column.putpixel((0, row), mix(stops[i], stops[i + 1], s * s * (3 - 2 * s) if last > 1 else s))
        return column.resize(size, Image.Resampling.NEAREST)

    def sky(self, stops: Sequence[Colour], y0: float = 0, y1: float = HEIGHT) -> None:
        self.image.paste(self.wash(stops, y0, y1))

    def noise(self, size: tuple[int, int], bell: bool = False) -> Image.Image:
        """Seeded grains, L, even over 0..255 or, with ``bell``, gathered about 128."""
        w, h = size
        image = Image.frombytes("L", size, self.rng.randbytes(w * h))
        if bell:
            image = Image.blend(image, Image.frombytes("L", size, self.rng.randbytes(w * h)), 0.5)
        return image

    def grains(self, mask: Image.Image, smooth: float = 0.5) -> Image.Image:
        """``mask`` broken into fine dots whose density is its value; ``smooth`` (0..1) of it left whole."""
        dots = ImageChops.add(mask, self.noise(mask.size), 1, -255).point(lambda v: min(255, round(v * 2.4)))
        return Image.blend(dots, mask, smooth)

    def cloud(self, cols: int, rows: int, octaves: int = 3) -> Image.Image:
        """Soft drifts the size of the sheet, L about 128, from ``cols`` x ``rows`` puffs."""
        half = (self.size[0] // 2 + 1, self.size[1] // 2 + 1)
        total = None
        for octave in range(octaves):
            layer = self.noise((max(cols << octave, 2), max(rows << octave, 2))).resize(
                half, Image.Resampling.BICUBIC
            )
            total = layer if total is None else Image.blend(total, layer, 0.4 / (octave + 0.4))
        return total.resize(self.size, Image.Resampling.BILINEAR)

    def streaks(self, length: int = 26, fine: int = 400, cover: float = 0.3) -> Image.Image:
        """A mask of lying brush marks over ``cover`` of the sheet, ``length`` to its width, ``fine`` rows."""
        marks = self.noise((length, fine)).resize(self.size, Image.Resampling.BICUBIC)
        edge = 255 * (1 - cover)
        return marks.point(lambda v: max(0, min(255, round((v - edge) * 9))))

    def band(self, y0: float, y1: float, peak: float = 0.5) -> Image.Image:
        """A mask that rises from y0 to its full at ``peak`` of the way and falls off to y1."""
        column = Image.new("L", (1, self.size[1]))
        for row in range(self.size[1]):
            t = (row / self.scale - y0) / (y1 - y0)
            if 0 < t < 1:
                s = t / peak if t < peak else (1 - t) / (1 - peak)
                column.putpixel((0, row), round(255 * s * s * (3 - 2 * s)))
        return column.resize(self.size, Image.Resampling.NEAREST)

    def mist(
        self,
        y0: float,
        y1: float,
        colour: Colour,
        strength: float = 0.8,
        cols: int = 3,
        rows: int = 7,
        peak: float = 0.5,
    ) -> None:
        """Drifting mist between two heights."""
        drift = self.cloud(cols, rows).point(lambda v: max(0, min(255, round((v - 70) * 2.0 * strength))))
        self.image.paste(colour, (0, 0), ImageChops.multiply(self.band(y0, y1, peak), drift))

    def haze(self, y0: float, y1: float, colour: Colour, strength: float, peak: float = 0.5) -> None:
        """Even haze between two heights."""
        self.image.paste(colour, (0, 0), self.band(y0, y1, peak).point(lambda v: round(v * strength)))

    def brushed(
        self,
        y0: float,
        y1: float,
        colour: Colour,
        strength: float,
        length: int = 26,
        fine: int = 300,
        cover: float = 0.3,
        peak: float = 0.5,
    ) -> None:
        """Lying strokes of ``colour`` between two heights, densest at ``peak``: ripples, thin cloud, wet ground."""
        marks = ImageChops.multiply(self.streaks(length, fine, cover), self.band(y0, y1, peak))
        self.image.paste(colour, (0, 0), marks.point(lambda v: round(v * strength)))
