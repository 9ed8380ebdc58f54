"""Sealed pictures: what a withdrawn story showed leaves the served folder, and comes back when readers may see it.

The upload itself (`Image.original`) never lay in that folder; everything served is made from it again. One rule, held
by settle(): the files of a picture are served while something published shows it. A story that waits for its hour or
whose time is over counts as published, since it appears and goes without anybody's doing.
"""

from posixpath import basename, dirname

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.db import transaction
from django.db.models import Q

from . import renditions
from .management.refusals import reason
from .models import Author, Image, Interviewee, Status
from .typeset import image_ids_of
from .uploads import served_name

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
    for file_name in sorted(present):
        default_storage.delete(file_name)
    return None


def served_files(name):
    """The names of the files of this picture that lie in the served folder, renditions of any width included."""
    folder, stem = dirname(name), basename(name).rsplit(".", 1)[0]
    try:
        _, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return set()
    return {f"{folder}/{file}" for file in files if file.startswith((f"{stem}.", f"{stem}-"))}


def _all_files(image):
    name = image.file.name
    return {name} | {renditions.rendition_name(name, width) for width in renditions.ladder(image.width)}


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
    with storages["originals"].open(image.original.name) as original:
        picture = renditions.read(original.read())
    for file_name, content in reversed(renditions.encode(picture, image.file.name)):
        default_storage.delete(file_name)
        default_storage.save(file_name, ContentFile(content))


def desk_copy(image, width):
    """The bytes of a WebP of a sealed picture for who may see it: at most `width` wide, made from the original.

    Raises NotSettled where there is no original to be read.
    """
    try:
        with storages["originals"].open(image.original.name) as original:
            picture = renditions.read(original.read())
    except (OSError, ValueError) as error:
        raise NotSettled("không đọc được bản gốc của ảnh") from error
    return renditions.rendition(picture, min(width, picture.width))
