"""The door for pictures: names nobody guesses, duplicates recognised, all of a picture or nothing of it."""

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.storage.filesystem import FileSystemStorage
from django.db import OperationalError

from articles.models import Image
from articles.renditions import PictureError
from articles.uploads import Duplicate, NotStored, receive, served_name
from tests.factories import make_image, picture_bytes

pytestmark = pytest.mark.django_db


def files(root):
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


@pytest.fixture
def folders(settings):
    """A function: every file served, every original."""
    return lambda: (files(settings.MEDIA_ROOT), files(settings.ORIGINALS_ROOT))


def test_a_picture_brings_its_ladder_and_its_original(folders):
    raw = picture_bytes(1000, 600)
    image = receive(Image(credit="Nông Thanh Tùng"), raw)
    name = image.file.name.removesuffix(".jpg")
    served, originals = folders()
    ladder = [f"{name}-1000.webp", f"{name}-400.webp", f"{name}-800.webp", f"{name}-800.jpg"]
    crops = {"lead": (400, 800, 960), "card": (400, 800)}
    cropped = [f"{name}-{shape}-50-50-{width}.webp" for shape, widths in crops.items() for width in widths]
    assert served == sorted([f"{name}.jpg", *ladder, *cropped, f"{name}-social-50-50-1000.jpg"])
    assert len(originals) == 1
    image.refresh_from_db()
    assert (image.width, image.height, image.digest) == (1000, 600, hashlib.sha256(raw).hexdigest())
    with image.original.open() as kept:
        assert kept.read() == raw
    assert not image.is_missing


def test_the_original_is_in_no_served_folder_and_no_address_answers_for_it(client):
    image = make_image(picture_bytes())
    assert not default_storage.exists(image.original.name)
    assert storages["originals"].exists(image.original.name)
    assert client.get(f"/media/{image.original.name}").status_code == 404
    assert client.get(f"/media/../originals/{image.original.name}").status_code == 404


def test_the_name_is_not_to_be_guessed_from_the_picture(settings):
    digest = hashlib.sha256(picture_bytes()).hexdigest()
    name = served_name(digest)
    assert digest[:8] not in name and name == served_name(digest)
    settings.SECRET_KEY = "khóa khác"
    assert served_name(digest) != name


def test_the_file_sent_again_is_recognised(folders):
    first = make_image(picture_bytes())
    before = folders()
    with pytest.raises(Duplicate, match=f"ảnh số {first.pk}") as known:
        receive(Image(), picture_bytes())
    assert known.value.image == first
    assert Image.objects.count() == 1 and folders() == before


def test_an_image_may_get_its_own_file_again(folders):
    image = make_image(picture_bytes(), caption="Cũ")
    before = folders()
    image.caption = "Mới"
    receive(image, picture_bytes())
    image.refresh_from_db()
    assert image.caption == "Mới" and folders() == before


def test_an_image_that_awaited_its_file_gets_it():
    image = make_image()
    assert image.is_missing
    receive(image, picture_bytes(500, 300))
    image.refresh_from_db()
    assert (image.is_missing, image.width) == (False, 500)


def test_another_file_for_the_image_has_another_address():
    image = make_image(picture_bytes())
    before = image.file.name
    receive(image, picture_bytes(colour="#803020"))
    assert image.file.name != before
    assert default_storage.exists(image.file.name)


@pytest.mark.parametrize("raw", [b"", "không phải ảnh".encode(), picture_bytes(10, 10)])
def test_what_is_no_picture_leaves_neither_row_nor_file(raw, folders):
    with pytest.raises(PictureError):
        receive(Image(), raw)
    assert not Image.objects.exists() and folders() == ([], [])


@pytest.mark.parametrize("successes", range(9))
def test_a_storage_that_fails_half_way_leaves_nothing_half_made(monkeypatch, folders, successes, caplog):
    """The original and eight served files: whichever of them the disk takes half of."""
    save, calls = FileSystemStorage.save, []

    def full_disk(self, name, content, max_length=None):
        calls.append(name)
        if len(calls) > successes:
            save(self, name, ContentFile(content.read()[:50]))
            raise OSError(28, "No space left on device")
        return save(self, name, content, max_length)

    monkeypatch.setattr(FileSystemStorage, "save", full_disk)
    with pytest.raises(NotStored, match="ổ đĩa đã đầy.*gửi lại"):
        receive(Image(), picture_bytes(900, 600))
    assert not Image.objects.exists() and folders() == ([], [])
    assert "No space" in caplog.text
    monkeypatch.undo()
    assert receive(Image(), picture_bytes(900, 600)).pk
    assert len(folders()[0]) == 9


def test_a_database_that_fails_leaves_no_files(monkeypatch, folders):
    def away(self, *args, **kwargs):
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(Image, "save", away)
    with pytest.raises(OperationalError):
        receive(Image(), picture_bytes())
    assert folders() == ([], [])


def test_a_failed_change_leaves_the_picture_that_was_there(monkeypatch, folders):
    image = make_image(picture_bytes())
    before = folders()

    def away(self, *args, **kwargs):
        raise OperationalError("away")

    monkeypatch.setattr(Image, "save", away)
    with pytest.raises(OperationalError):
        receive(image, picture_bytes(colour="#102030"))
    assert folders() == before
    assert Image.objects.get().file.name in before[0]


def test_two_at_once_of_one_file_leave_one_picture_with_its_files(monkeypatch, folders):
    """The other upload ends between our question and our row."""
    from articles import renditions

    encode, other = renditions.encode, []

    def meanwhile(picture, name, made):
        if not other:
            other.append(True)
            other[0] = receive(Image(), picture_bytes())
        return encode(picture, name, made)

    monkeypatch.setattr(renditions, "encode", meanwhile)
    with pytest.raises(Duplicate) as known:
        receive(Image(), picture_bytes())
    assert known.value.image == Image.objects.get() == other[0]
    served, originals = folders()
    assert other[0].file.name in served and len(served) == 8 and len(originals) == 1
