"""Sealed pictures: what a withdrawn story showed leaves the served folder, and comes back when readers may see it.

The upload itself (`Image.original`) never lay in that folder; everything served is made from it again. One rule, held
by settle(): the files of a picture are served while something published shows it. A story that waits for its hour or
whose time is over counts as published, since it appears and goes without anybody's doing.
"""

import errno
from contextlib import contextmanager
from functools import partial
from posixpath import basename

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.db import transaction
from django.db.models import Q

from . import renditions
from .management.refusals import reason
from .models import Author, Image, Interviewee, Status
from .typeset import image_ids_of
from .uploads import put, recipe, served_files, served_name

TRIES = 3  # of settle(), where others publish and withdraw the same picture meanwhile


class NotSettled(Exception):
    """The files of a picture could not be brought to where they belong; the message says why, in Vietnamese."""


def is_published(image):
    """Whether something published shows the picture: a story, a guest's portrait in one, an author's page."""
    return (
        image.shown_in.filter(status=Status.PUBLISHED).exists()
        # Looked for in the words, too, before anything is removed.
        or image.shown_in.filter(status=Status.PUBLISHED).exists()
        or Interviewee.objects.filter(person__portrait=image, article__status=Status.PUBLISHED).exists()
        or Author.objects.filter(portrait=image).exists()
    )


def pictures_of(article):
    """The file names of every picture the article shows or ever showed: what was taken out of it, too, was seen."""
    numbers, digests = set(), set()
    for kept in article.revisions.values_list("snapshot__pictures", flat=True):
        # Revisions of the first weeks name no pictures.
        for picture in kept or []:
            numbers.add(picture["id"])
            digests.add(picture["digest"])
    # A file that was replaced has a name of its own, which its digest still gives.
    names = {served_name(digest) for digest in digests if digest}
    return sorted(names | _names(Image.objects.filter(pk__in=numbers) | _shown_now(article)))


def sealed_pictures_of(article):
    """The file names of the article's pictures that are not in the served folder."""
    return sorted(image.file.name for image in _shown_now(article).exclude(file="") if image.is_sealed())


def _shown_now(article):
    portraits = Interviewee.objects.filter(article=article, person__portrait__isnull=False)
    return Image.objects.filter(
        Q(pk__in=image_ids_of(article).values("pk")) | Q(pk__in=portraits.values("person__portrait"))
    )


def _names(images):
    return set(images.exclude(file="").values_list("file", flat=True))


def settle(name):
    """Bring the files of the picture called `name` to where they belong, now: served, or not.

    May be repeated, and cut off anywhere. Raises NotSettled where the disk or the original refuses.
    """
    for _ in range(TRIES):
        try:
            image = _seal_or_find_missing(name)
            if image is None:
                return
            _build(image)
        except OSError as error:
            raise NotSettled(f"không ghi hoặc xóa được tệp ảnh {basename(name)} ({reason(error)})") from error
        except renditions.PictureError as error:
            raise NotSettled(f"bản gốc của ảnh {basename(name)} không đọc được: {error}") from error
    raise NotSettled(f"ảnh {basename(name)} vừa được đăng vừa được gỡ cùng lúc")


@transaction.atomic
def _seal_or_find_missing(name):
    """Remove what may not be served; return the Image whose files must be made, or None.

    The row is locked from the question until the files are gone: whoever publishes the picture in this moment waits
    here, and then finds them missing.
    """
    image = Image.objects.select_for_update().filter(file=name).first()
    present = served_files(name)
    if image and is_published(image):
        return None if _all_files(image) <= present else image
    if image and present:
        _keep_an_original(image)
    _remove(present)
    return None


def _all_files(image):
    name, size = image.file.name, (image.width, image.height)
    return renditions.file_names(name, size, renditions.Made.read(image.made))


def _keep_an_original(image):
    """What is removed can be made again: a picture without its upload keeps its largest file in its place."""
    originals = storages["originals"]
    if image.original and originals.exists(image.original.name):
        return
    with default_storage.open(image.file.name) as master:
        image.original.name = originals.save(basename(image.file.name), ContentFile(master.read()))
    image.save(update_fields=["original"])


def _build(image):
    """Write every served file of the picture from its original, the one that pages look for last."""
    picture, made = _original(image), recipe(image)
    files = reversed(renditions.encode(picture, image.file.name, made))
    _store(image, files, made, picture.size)


@transaction.atomic
def _store(image, files, made, size):
    """Write these files, (name, bytes) pairs, say in the row what there is now, so that pages name no other, and remove
    what it no longer names; nothing of it where the picture was sealed or replaced meanwhile."""
    now = Image.objects.select_for_update().filter(pk=image.pk, file=image.file.name).first()
    if now is None or (now.is_sealed() and not is_published(now)):
        return
    for file_name, content in files:
        put(default_storage, file_name, content)
    image.made, (image.width, image.height) = str(made), size
    Image.objects.filter(pk=image.pk).update(made=image.made, width=image.width, height=image.height)
    leftover = served_files(image.file.name) - _all_files(image)
    transaction.on_commit(partial(_remove, leftover), robust=True)


def _remove(names):
    for file_name in sorted(names):
        default_storage.delete(file_name)


def _original(image):
    """The pixels of the upload. Raises OSError, or renditions.PictureError."""
    if not image.original:
        raise FileNotFoundError(errno.ENOENT, "no original")
    with storages["originals"].open(image.original.name) as original:
        return renditions.read(original.read())


@contextmanager
def _told(image):
    """What the disk or the original refuses, as NotSettled."""
    try:
        yield
    except OSError as error:
        name = basename(image.file.name)
        raise NotSettled(f"không ghi hoặc xóa được tệp ảnh {name} ({reason(error)})") from error
    except renditions.PictureError as error:
        raise NotSettled(f"bản gốc của ảnh {basename(image.file.name)} không đọc được: {error}") from error


def rebuild(image):
    """Make every served file of the picture again, as the settings and its point of focus ask for now.

    Where the original is gone, of the largest file there is. Raises NotSettled.
    """
    with _told(image):
        _keep_an_original(image)
        _build(image)


def is_as_asked(image):
    """Whether every served file of the picture is there, as the settings and its point of focus ask for now."""
    return image.made == str(recipe(image)) and _all_files(image) <= served_files(image.file.name)


def recrop(image):
    """After the point of focus was moved: the crops are made again, and the old ones go. Raises NotSettled.

    Nothing happens where it was not moved, and where there are no files: they will be made with their crops.
    """
    made = renditions.Made.read(image.made)
    if image.is_missing or image.is_sealed() or made.focus == (image.focus_x, image.focus_y):
        return
    with _told(image):
        try:
            picture = _original(image)
        except FileNotFoundError:
            with default_storage.open(image.file.name) as largest:
                picture = renditions.read(largest.read())
        moved = recipe(image)
        whole = moved.avif != made.avif or made.focus is None or picture.size != (image.width, image.height)
        encode = renditions.encode if whole else renditions.encode_crops
        _store(image, encode(picture, image.file.name, moved), moved, picture.size)


def desk_copy(image, width):
    """The bytes of a WebP of a sealed picture for who may see it: at most `width` wide, made from the original.

    Raises NotSettled where there is no original to be read.
    """
    try:
        picture = _original(image)
    except (OSError, ValueError) as error:
        raise NotSettled("không đọc được bản gốc của ảnh") from error
    return renditions.rendition(picture, min(width, picture.width))
