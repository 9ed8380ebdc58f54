"""How a picture's file comes in, whichever door it uses: checked, re-encoded, named by us, duplicates recognised; and
how its files go when nothing needs them."""

import hashlib
import hmac
import logging
from functools import partial

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.db import DatabaseError, transaction

from . import inscriptions, renditions
from .management.refusals import reason
from .models import Image

logger = logging.getLogger(__name__)

# How many of the newest pictures a new one is compared with, and how many of 64 bits may differ.
COMPARED, UNLIKE = 20_000, 3


class Duplicate(ValueError):
    """The very same file is here already, as `image`."""

    def __init__(self, image):
        super().__init__(f"Ảnh này đã có trong kho (ảnh số {image.pk}). Hãy chọn ảnh ấy thay vì gửi lại.")
        self.image = image


class NotStored(renditions.PictureError):
    """The picture is sound, the place for it is not: a full disk. Whoever sent it may send it again."""

    def __init__(self, error):
        super().__init__(
            f"Máy chủ chưa cất được ảnh ({reason(error)}). Ảnh chưa vào kho. Hãy báo quản trị, rồi gửi lại."
        )


def served_name(digest):
    """A name nobody can guess from the picture, the same for the same file: keyed, so a withdrawn picture's address
    cannot be computed from a copy of it."""
    key = hmac.new(settings.SECRET_KEY.encode(), f"image:{digest}".encode(), hashlib.sha256).hexdigest()
    return f"anh/{key[:2]}/{key[2:34]}.jpg"


def recipe(image):
    """The renditions.Made of a picture whose files are made now."""
    return renditions.Made((image.focus_x, image.focus_y), settings.PICTURE_AVIF and renditions.KNOWS_AVIF)


def receive(image, raw, *, source_name=""):
    """Give `image` (saved here) the picture in `raw` (bytes) and write every file of it.

    What the file says of itself is offered in fields that are empty. source_name: what the sender called the file.
    The files of the picture it had before go with the transaction. Raises renditions.PictureError (NotStored is one),
    or Duplicate when another Image holds these bytes. On any failure no file and no row is left half made.
    """
    digest = hashlib.sha256(raw).hexdigest()
    known = Image.objects.filter(digest=digest).exclude(pk=image.pk).first()
    if known:
        raise Duplicate(known)
    if image.digest == digest:
        image.save()
        return image
    picture, made = renditions.read(raw), recipe(image)
    name, before = served_name(digest), (image.file.name, image.original.name)
    original = f"{name[4:].rsplit('.', 1)[0]}.bin"
    files = [(storages["originals"], original, raw)]
    if not image.is_sealed():
        # Of one that was sealed with a story nothing is served until a story that shows it is out.
        files += [(default_storage, *file) for file in reversed(renditions.encode(picture, name, made))]
    try:
        for storage, file_name, content in files:
            put(storage, file_name, content)
        # Not `image.file = …`, which opens the file to measure it.
        image.file.name, image.original.name = name, original
        image.width, image.height = picture.size
        image.digest, image.made, image.likeness = digest, str(made), renditions.likeness(picture)
        _offer(image, inscriptions.read(raw), source_name)
        with transaction.atomic():
            image.save()
            if any(before):
                transaction.on_commit(partial(remove_files, *before), robust=True)
    except BaseException as error:
        other = _received_meanwhile(digest, image)
        if other:
            # Received twice at once: the files have the same names, and they are the other row's now.
            raise Duplicate(other) from error
        for storage, file_name, _ in files:
            storage.delete(file_name)
        if isinstance(error, OSError):
            logger.error("picture not stored: %s", error)
            raise NotStored(error) from error
        raise
    return image


def put(storage, name, content):
    """Store these bytes under exactly this name. Raises OSError."""
    if storage.exists(name):
        with storage.open(name) as there:
            if there.read() == content:
                return
        # A leftover of an earlier failure is replaced, not doubled.
        storage.delete(name)
    stored = storage.save(name, ContentFile(content))
    if stored != name:
        # Somebody else wrote it meanwhile: the same bytes.
        storage.delete(stored)


def _received_meanwhile(digest, image):
    try:
        return Image.objects.filter(digest=digest).exclude(pk=image.pk).first()
    except DatabaseError:
        return None


def _offer(image, inscription, source_name):
    for name in ("caption", "credit", "people", "place", "taken_on"):
        if not getattr(image, name):
            setattr(image, name, getattr(inscription, name))
    # Some browsers send a path.
    image.source_name = (
        source_name.translate(inscriptions.TURNERS).replace("\\", "/").rsplit("/", 1)[-1][-200:]
    )


def lookalike(image):
    """The Image that shows the same photograph saved another way (another size, other words in its file), or None."""
    if not image.likeness:
        return None
    seen, others = int(image.likeness, 16), Image.objects.exclude(pk=image.pk).exclude(likeness="")
    newest = others.order_by("-pk").values_list("pk", "likeness")[:COMPARED]
    unlike, number = min(
        (((int(bits, 16) ^ seen).bit_count(), pk) for pk, bits in newest), default=(64, None)
    )
    return Image.objects.get(pk=number) if unlike <= UNLIKE else None


# ---------------------------------------------------------------- what is needed no more


def discard(image):
    """Delete the Image, and its files when that is certain. Whether anything shows it is the caller's question."""
    names = image.file.name, image.original.name
    with transaction.atomic():
        image.delete()
        transaction.on_commit(partial(remove_files, *names), robust=True)


def remove_files(name, original):
    """Remove the original and every served file of a picture, unless an Image has come to hold that name meanwhile."""
    if Image.objects.filter(file=name).exists() and name:
        return
    if original:
        storages["originals"].delete(original)
    for file_name in sorted(served_files(name)) if name else ():
        default_storage.delete(file_name)


def served_files(name):
    """The names of the files of this picture that lie in the served folder, renditions of any width included."""
    folder, _, file = name.rpartition("/")
    stem = file.rsplit(".", 1)[0]
    try:
        _, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return set()
    return {f"{folder}/{each}" for each in files if each.startswith((f"{stem}.", f"{stem}-"))}
