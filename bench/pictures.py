"""What an upload costs: seconds for a photograph of 24 megapixels, memory for the largest file of each format.

    .venv/bin/python bench/pictures.py

No database, no storage: decoding, the ladder, the crops. Each measurement is a process of its own.
"""

import io
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image, ImageChops

from articles import decoding, renditions

ROUNDS = 3


def photograph(width, height):
    """Something with the detail of a photograph: shapes of all sizes, and grain."""
    shapes = Image.effect_noise((width // 8, height // 8), 80).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    sky, grain = Image.linear_gradient("L").resize((width, height)), Image.effect_noise((width, height), 20)
    return Image.merge(
        "RGB",
        (ImageChops.add(shapes, grain, 2), ImageChops.add(sky, grain, 2), ImageChops.add(shapes, sky, 2)),
    )


def largest(kind, **options):
    """A file of as many pixels as this format may have."""
    megapixels = options.pop("megapixels", decoding.MOST_PIXELS[kind])
    width = int((megapixels * decoding.MEGAPIXEL * 1.5) ** 0.5) - 4
    out = io.BytesIO()
    flat = Image.linear_gradient("L").resize((width, int(width / 1.5)), Image.Resampling.NEAREST)
    flat.convert(options.pop("mode", "RGB")).save(out, kind, **options)
    return out.getvalue()


FILES = {
    "JPEG, 110 MP": lambda: largest("JPEG"),
    "JPEG in scans, 64 MP": lambda: largest("JPEG", megapixels=64, progressive=True, subsampling=0),
    "JPEG of CMYK, 110 MP": lambda: largest("JPEG", mode="CMYK"),
    "PNG, 50 MP": lambda: largest("PNG", compress_level=1),
    "PNG, transparent tone, 50 MP": lambda: largest("PNG", compress_level=1, transparency=(1, 2, 3)),
    "PNG, transparent, 50 MP": lambda: largest("PNG", mode="RGBA", compress_level=1),
    "PNG of 16 bits, 50 MP": lambda: largest("PNG", mode="I;16", compress_level=1),
    "GIF, 50 MP": lambda: largest("GIF", mode="L"),
    "WebP, 25 MP": lambda: largest("WEBP", method=0),
    "AVIF, 30 MP": lambda: largest("AVIF", speed=10),
}


def memory(name):
    """Megabytes by which this process grows at most while it decodes the file, whose bytes come on standard input."""
    raw = sys.stdin.buffer.read()
    renditions.read(photo_bytes(64, 64))  # what is loaded once
    Path("/proc/self/clear_refs").write_text("5")
    before = _highest()
    renditions.encode(renditions.read(raw), "a.jpg")
    return (_highest() - before) // 1024


def _highest():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def photo_bytes(width, height):
    out = io.BytesIO()
    photograph(width, height).save(out, "JPEG", quality=90)
    return out.getvalue()


def seconds(raw, made):
    """(wall, CPU) seconds, medians of ROUNDS."""
    rounds = []
    for _ in range(ROUNDS):
        wall, cpu = time.perf_counter(), time.process_time()
        renditions.encode(renditions.read(raw), "a.jpg", made)
        rounds.append((time.perf_counter() - wall, time.process_time() - cpu))
    return [statistics.median(side) for side in zip(*rounds, strict=True)]


def main():
    if len(sys.argv) > 1:
        print(memory(sys.argv[1]))
        return
    raw = photo_bytes(6000, 4000)
    for name, made in (
        ("WebP", renditions.Made((50, 50))),
        ("WebP and AVIF", renditions.Made((50, 50), True)),
    ):
        wall, cpu = seconds(raw, made)
        print(f"24 MP, {len(raw) / 1e6:.1f} MB, {name}: {wall:.2f} s, {cpu:.2f} s of CPU")
    for name, make in FILES.items():
        run = subprocess.run([sys.executable, __file__, name], input=make(), capture_output=True, check=True)
        print(f"{name}: {run.stdout.decode().strip()} MB more")


if __name__ == "__main__":
    main()
