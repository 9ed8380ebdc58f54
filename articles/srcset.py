"""What a page offers of a picture: the files there are of it (Image.made), for the browser to choose from."""

from typing import NamedTuple

from django.core.files.storage import default_storage

from . import renditions

MIME = {"WEBP": "image/webp", "AVIF": "image/avif"}
# On a phone nobody sees more than its 800 pixels, whatever its screen says of itself.
ON_A_PHONE = "(max-width: 40rem)"


class Source(NamedTuple):
    """One source element: its type, "a.webp 400w, b.webp 800w", and for which windows."""

    type: str
    srcset: str
    media: str = ""


class Fallback(NamedTuple):
    """The img element: addresses of JPEG, and the size that keeps its place on the page."""

    src: str
    srcset: str
    width: int
    height: int


def sources(image, shape=""):
    """The Sources of a picture that has its file, the best first. shape: a crop of renditions.SHAPES, "" for the whole
    picture; one that has no crops yet is offered whole, and the style sheet cuts it."""
    offered = []
    for kind in _made(image).formats:
        files = _files(image, shape, kind)
        small = {width: name for width, name in files.items() if width <= renditions.PHONE}
        if small and len(small) < len(files):
            offered.append(Source(MIME[kind], _written(image, small), ON_A_PHONE))
        offered.append(Source(MIME[kind], _written(image, files)))
    return offered


def webp(image):
    """The whole picture's WebP ladder as one srcset."""
    return _written(image, _files(image, "", "WEBP"))


def fallback(image, shape=""):
    """The Fallback of a picture that has its file: for the few browsers that know no WebP, in two widths."""
    name, size, made = str(image.file), (image.width, image.height), _made(image)
    files = {image.width: name}
    if made.focus is not None and image.width > renditions.SMALL_JPEG:
        files = {
            renditions.SMALL_JPEG: renditions.rendition_name(name, renditions.SMALL_JPEG, "JPEG")
        } | files
    if shape and made.focus is not None:
        left, top, right, bottom = renditions.crop_box(size, renditions.SHAPES[shape], made.focus)
        size = (right - left, bottom - top)
    src = default_storage.url(next(iter(files.values())))
    return Fallback(src, _written(image, files) if len(files) > 1 else "", *size)


def social(image):
    """(address, width, height) of the picture that other sites show beside a link: its social crop, if it has one."""
    crops = renditions.crop_names(
        str(image.file), (image.width, image.height), _made(image), "social", "JPEG"
    )
    if not crops:
        return default_storage.url(str(image.file)), image.width, image.height
    width, name = max(crops.items())
    shape = renditions.SHAPES["social"]
    return default_storage.url(name), width, max(1, round(width * shape.down / shape.across))


# Of a picture these read file, width, height and made alone: an Image, or a cards.Shot.


def _made(image):
    return renditions.Made.read(image.made)


def _files(image, shape, kind):
    """{width: file name}, narrowest first."""
    name = str(image.file)
    crops = (
        renditions.crop_names(name, (image.width, image.height), _made(image), shape, kind) if shape else {}
    )
    return crops or {
        width: renditions.rendition_name(name, width, kind) for width in renditions.ladder(image.width)
    }


def _written(image, files):
    # All lie beside the picture, and their names go on from its own: the storage is asked once.
    stem = renditions.stem(str(image.file))
    address = default_storage.url(stem)
    return ", ".join(f"{address}{name[len(stem) :]} {width}w" for width, name in files.items())
