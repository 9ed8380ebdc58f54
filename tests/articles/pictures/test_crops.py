"""Crops follow the point of focus, at upload and when it is moved; old ones go; files go with their picture."""

import io

import pytest
from django.core.files.storage import FileSystemStorage, default_storage, storages
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from articles import renditions, sealing, uploads, workflow
from articles.models import Image, Status
from articles.policy import Role
from articles.renditions import SHAPES, Made, crop_box, crop_names, file_names
from articles.srcset import fallback, social, sources
from articles.uploads import served_files
from tests.articles.admin.forms import filled, signed_in
from tests.articles.pictures.awkward import GREEN, RED
from tests.factories import make_article, make_image, make_user, picture_bytes

sides = st.integers(16, 2000)


@given(
    st.tuples(sides, sides),
    st.sampled_from(sorted(SHAPES)),
    st.tuples(st.integers(0, 100), st.integers(0, 100)),
)
@settings(max_examples=60)
def test_a_crop_has_its_shape_lies_inside_and_holds_the_focus(size, shape, focus):
    left, top, right, bottom = crop_box(size, SHAPES[shape], focus)
    assert 0 <= left < right <= size[0] and 0 <= top < bottom <= size[1]
    assert (right - left == size[0]) or (bottom - top == size[1])
    assert (
        abs((right - left) - (bottom - top) * SHAPES[shape].across / SHAPES[shape].down)
        <= SHAPES[shape].across
    )
    assert left <= size[0] * focus[0] / 100 <= right and top <= size[1] * focus[1] / 100 <= bottom
    for width in crop_names("a.jpg", size, Made(focus), shape):
        assert width <= right - left, "nothing is made larger"


@pytest.mark.parametrize("made", [Made(), Made((0, 100)), Made((50, 50), avif=True)])
def test_what_was_made_is_read_as_it_was_written(made):
    assert Made.read(str(made)) == made
    assert len(str(made)) <= Image._meta.get_field("made").max_length


@pytest.mark.parametrize("text", ["", "1 50,50", "2", "2 x,y", "chữ"])
def test_what_is_not_known_says_nothing_of_crops(text):
    assert Made.read(text) == Made()


def test_avif_comes_beside_webp():
    picture = Pillow.new("RGB", (900, 900), RED)
    made = Made((50, 50), avif=True)
    files = dict(renditions.encode(picture, "a.jpg", made))
    assert set(files) == file_names("a.jpg", (900, 900), made)
    assert {"a-400.avif", "a-card-50-50-400.avif", "a-lead-50-50-900.avif"} <= set(files)
    for name, content in files.items():
        assert (
            Pillow.open(io.BytesIO(content)).format
            == {"jpg": "JPEG", "webp": "WEBP", "avif": "AVIF"}[name[-4:].strip(".")]
        )


def test_two_threads_do_not_mix_the_options_of_two_formats():
    picture = Pillow.effect_noise((500, 400), 30).convert("RGB")
    made = Made((50, 50), avif=True)
    first = renditions.encode(picture, "a.jpg", made)
    assert all(renditions.encode(picture, "a.jpg", made) == first for _ in range(3))


def test_what_a_phone_shows_weighs_less_than_a_hundred_kilobytes():
    """Of noise, which nothing packs well: quality gives way, in every format a phone may choose."""
    picture = Pillow.effect_noise((1600, 1000), 50).convert("RGB")
    files = dict(renditions.encode(picture, "a.jpg", Made((50, 50), avif=True)))
    on_a_phone = [name for name in files if name.rsplit("-")[-1].split(".")[0] in ("400", "800")]
    assert len(on_a_phone) >= 9
    assert {name: len(files[name]) for name in on_a_phone if len(files[name]) > 100_000} == {}


# ---------------------------------------------------------------- with rows and files


def target(width=900, height=900):
    """A green square in the upper left corner of a red picture."""
    picture, out = Pillow.new("RGB", (width, height), RED), io.BytesIO()
    picture.paste(GREEN, (0, 0, width // 7, height // 7))
    picture.save(out, "JPEG", quality=95)
    return out.getvalue()


def colour_of(name, place):
    with default_storage.open(name) as file:
        picture = Pillow.open(file).convert("RGB")
        return picture.getpixel((round(place[0] * picture.width), round(place[1] * picture.height)))


def is_green(colour):
    return colour[1] > colour[0] + 50


def crop(image, shape):
    made = Made.read(image.made)
    kind = "JPEG" if shape == "social" else "WEBP"
    return crop_names(image.file.name, (image.width, image.height), made, shape, kind)


@pytest.mark.django_db
@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_crops_follow_the_focus(shape, django_capture_on_commit_callbacks):
    image = make_image(target())
    before = set(crop(image, shape).values())
    assert before and not any(is_green(colour_of(name, (0.05, 0.05))) for name in before)
    image.focus_x = image.focus_y = 0
    image.save()
    with django_capture_on_commit_callbacks(execute=True):
        sealing.recrop(image)
    image.refresh_from_db()
    after = set(crop(image, shape).values())
    assert after and all(is_green(colour_of(name, (0.05, 0.05))) for name in after)
    assert not before & after, "no cache shows the old crop under the new one's name"
    assert served_files(image.file.name) == file_names(image.file.name, (900, 900), Made((0, 0)))


@pytest.mark.django_db
def test_the_desk_moves_the_crops_with_the_focus(django_capture_on_commit_callbacks):
    image = make_image(target())
    desk = signed_in(Role.EDITOR)
    url = f"/admin/articles/image/{image.pk}/change/"
    with django_capture_on_commit_callbacks(execute=True):
        response = desk.post(url, filled(desk, url, "#image_form") | {"focus_x": 10, "focus_y": 20})
    assert response.status_code == 302
    image.refresh_from_db()
    assert image.made == "2 10,20"
    assert served_files(image.file.name) == file_names(image.file.name, (900, 900), Made((10, 20)))


@pytest.mark.django_db
def test_a_disk_that_is_full_leaves_the_old_crops_and_says_so(monkeypatch):
    image = make_image(target())
    before = served_files(image.file.name)

    def full(*given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "save", full)
    desk = signed_in(Role.EDITOR)
    url = f"/admin/articles/image/{image.pk}/change/"
    response = desk.post(url, filled(desk, url, "#image_form") | {"focus_x": 10}, follow=True)
    assert "ổ đĩa đã đầy" in response.content.decode()
    image.refresh_from_db()
    assert (image.focus_x, image.made) == (10, "2 50,50")
    assert served_files(image.file.name) == before


@pytest.mark.django_db
def test_the_crops_of_a_sealed_picture_are_not_made_until_it_is_back():
    chief, image = make_user(Role.CHIEF_EDITOR), make_image(target())
    story = make_article(status=Status.PUBLISHED, lead_image=image)
    workflow.withdraw(story, by=chief, reason="Sai nhân thân.")
    sealing.settle(image.file.name)
    image.focus_x = 0
    image.save()
    sealing.recrop(image)
    call_command("rebuild_renditions")
    assert not served_files(image.file.name)
    uploads.receive(image, picture_bytes(901, 900))
    assert not served_files(image.file.name), "another file in its place is no more public"
    uploads.receive(image, target())
    make_article(status=Status.PUBLISHED, lead_image=image)
    sealing.settle(image.file.name)
    image.refresh_from_db()
    assert image.made == "2 0,50"
    assert served_files(image.file.name) == file_names(image.file.name, (900, 900), Made((0, 50)))


@pytest.mark.django_db
def test_another_file_and_a_deletion_take_the_old_files_with_them(django_capture_on_commit_callbacks):
    image = make_image(target())
    first = (image.file.name, image.original.name)
    with django_capture_on_commit_callbacks(execute=True):
        uploads.receive(image, picture_bytes(500, 400))
    second = (image.file.name, image.original.name)
    assert not served_files(first[0]) and not storages["originals"].exists(first[1])
    assert served_files(second[0]) and storages["originals"].exists(second[1])
    chief = signed_in(Role.CHIEF_EDITOR)
    with django_capture_on_commit_callbacks(execute=True):
        chief.post(f"/admin/articles/image/{image.pk}/delete/", {"post": "yes"})
    assert not Image.objects.exists()
    assert not served_files(second[0]) and not storages["originals"].exists(second[1])


@pytest.mark.django_db
def test_files_that_another_row_has_come_to_hold_stay():
    image = make_image(target())
    names = image.file.name, image.original.name
    uploads.remove_files(*names)
    assert served_files(names[0]) and storages["originals"].exists(names[1])


# ---------------------------------------------------------------- what pages offer


@pytest.mark.django_db
def test_a_picture_from_before_the_crops_is_offered_as_it_lies():
    image = make_image(target())
    Image.objects.update(made="")
    image.refresh_from_db()
    assert [source.srcset.count("-card-") for source in sources(image, "card")] == [0, 0]
    assert fallback(image, "card").width == 900 and not fallback(image).srcset
    assert social(image)[0] == image.file.url


@pytest.mark.django_db
def test_what_is_offered_is_there(settings):
    settings.PICTURE_AVIF = True
    image = make_image(target())
    for shape in ("", "lead", "card"):
        offered = sources(image, shape)
        assert [source.type for source in offered][0] == "image/avif"
        for source in [*offered, fallback(image, shape)]:
            for part in source.srcset.split(", "):
                address, width = part.split()
                with default_storage.open(address.removeprefix(default_storage.base_url)) as file:
                    assert f"{Pillow.open(file).width}w" == width
    address, width, height = social(image)
    with default_storage.open(address.removeprefix(default_storage.base_url)) as file:
        assert Pillow.open(file).size == (width, height)


# ---------------------------------------------------------------- made again


def rebuild(*given):
    out, err = io.StringIO(), io.StringIO()
    call_command("rebuild_renditions", *given, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.mark.django_db
def test_pictures_are_made_again_from_their_uploads(django_capture_on_commit_callbacks):
    image, awaiting = make_image(target()), make_image()
    Image.objects.filter(pk=image.pk).update(made="")
    lost = renditions.rendition_name(image.file.name, 400)
    default_storage.delete(lost)
    with django_capture_on_commit_callbacks(execute=True):
        told, _ = rebuild()
    assert "Đã làm lại 1 ảnh, để nguyên 0 ảnh." in told
    image.refresh_from_db()
    assert image.made == "2 50,50" and default_storage.exists(lost)
    assert Image.objects.get(pk=awaiting.pk).is_missing


@pytest.mark.django_db
def test_only_what_is_missing_or_made_another_way(settings):
    images = [make_image(picture_bytes(300, 200, colour=colour)) for colour in ("red", "green", "blue")]
    assert "Đã làm lại 0 ảnh, để nguyên 3 ảnh." in rebuild("--missing")[0]
    default_storage.delete(renditions.rendition_name(images[1].file.name, 300))
    assert "Đã làm lại 1 ảnh, để nguyên 2 ảnh." in rebuild("--missing")[0]
    settings.PICTURE_AVIF = True
    assert "Đã làm lại 3 ảnh, để nguyên 0 ảnh." in rebuild("--missing")[0]
    assert default_storage.exists(renditions.rendition_name(images[0].file.name, 300, "AVIF"))


@pytest.mark.django_db
def test_it_goes_on_where_it_was_stopped(monkeypatch):
    images = [make_image(picture_bytes(300, 200, colour=colour)) for colour in ("red", "green", "blue")]
    again, seen = sealing.rebuild, []

    def stopped(image):
        if len(seen) == 2:
            raise KeyboardInterrupt
        seen.append(image.pk)
        again(image)

    monkeypatch.setattr(sealing, "rebuild", stopped)
    with pytest.raises(CommandError, match=rf"Dừng sau ảnh số {images[1].pk}.*--after {images[1].pk}$"):
        rebuild()
    monkeypatch.undo()
    assert "Đã làm lại 1 ảnh" in rebuild("--after", str(images[1].pk))[0]


@pytest.mark.django_db
def test_one_that_cannot_be_made_again_stops_no_other():
    first, second = (make_image(picture_bytes(300, 200, colour=colour)) for colour in ("red", "green"))
    name = first.original.name
    storages["originals"].delete(name)
    with storages["originals"].open(name, "wb") as broken:
        broken.write(b"no picture")
    default_storage.delete(second.file.name)
    make_article(status=Status.PUBLISHED, lead_image=second)
    with pytest.raises(CommandError, match=f"1 ảnh chưa làm được: {first.pk}"):
        rebuild()
    assert default_storage.exists(second.file.name)
    assert default_storage.exists(first.file.name), "what is there stays"


@pytest.mark.django_db
def test_the_same_photograph_saved_another_way_is_recognised():
    scene = Pillow.effect_noise((90, 60), 90).resize((900, 600), Pillow.Resampling.BICUBIC).convert("RGB")

    def file(picture, **options):
        out = io.BytesIO()
        picture.save(out, **options)
        return out.getvalue()

    first = make_image(file(scene, format="JPEG", quality=92))
    smaller = make_image(file(scene.resize((640, 427)), format="WEBP", quality=60))
    other = make_image(file(scene.rotate(180), format="JPEG"))
    assert uploads.lookalike(smaller) == first
    assert uploads.lookalike(other) is None
    assert uploads.lookalike(make_image(picture_bytes())) is None, "one colour is like every other"


@pytest.mark.django_db
def test_progress_is_told(monkeypatch):
    monkeypatch.setattr("articles.management.commands.rebuild_renditions.EVERY", 0)
    last = [make_image(picture_bytes(300, 200, colour=colour)) for colour in ("red", "green")][-1]
    assert f"2/2 ảnh, đến ảnh số {last.pk}" in rebuild("--missing")[0]
