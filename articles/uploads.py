"""How a picture's file comes in, whichever door it uses: checked, re-encoded, named by us, duplicates recognised."""

import hashlib
import hmac

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.db import IntegrityError, transaction
from django.db.models.fields.files import ImageFieldFile

from . import renditions
from .models import Image


class Duplicate(ValueError):
    """The very same file is here already, as `image`."""

    def __init__(self, image):
        super().__init__(f"Ảnh này đã có trong kho (ảnh số {image.pk}). Hãy chọn ảnh ấy thay vì gửi lại.")
        self.image = image


def served_name(digest):
    """A name nobody can guess from the picture, the same for the same file: keyed, so a withdrawn picture's address
    cannot be computed from a copy of it."""
    key = hmac.new(settings.SECRET_KEY.encode(), f"image:{digest}".encode(), hashlib.sha256).hexdigest()
    return f"anh/{key[:2]}/{key[2:34]}.jpg"


def receive(image, raw):
    """Give `image` (saved here) the picture in `raw` (bytes) and write every file of it.

    Raises renditions.PictureError, or Duplicate when another Image holds these bytes. On any failure no file and no
    row is left half made.
    """
    digest = hashlib.sha256(raw).hexdigest()
    known = Image.objects.filter(digest=digest).exclude(pk=image.pk).first()
    if known:
        raise Duplicate(known)
    if image.digest == digest:
        image.save()
        return image
    picture = renditions.read(raw)
    name = served_name(digest)
    files = renditions.encode(picture, name)
    originals = storages["originals"]
    written = []
    try:
        for file_name, content in files:
            # The same bytes give the same names: a leftover of an earlier failure is replaced, not doubled.
            default_storage.delete(file_name)
            written.append((default_storage, default_storage.save(file_name, ContentFile(content))))
        original = f"{name[4:].rsplit('.', 1)[0]}.bin"
        originals.delete(original)
        written.append((originals, originals.save(original, ContentFile(raw))))
        image.file = ImageFieldFile(image, Image._meta.get_field("file"), name)
        image.original.name = original
        image.width, image.height = picture.size
        image.digest = digest
        with transaction.atomic():
            image.save()
    except BaseException as error:
        if isinstance(error, IntegrityError):
            other = Image.objects.filter(digest=digest).exclude(pk=image.pk).first()
            if other:
                # Received twice at once: the files have the same names, and they are the other row's now.
                raise Duplicate(other) from error
        for storage, file_name in written:
            storage.delete(file_name)
        raise
    return image
