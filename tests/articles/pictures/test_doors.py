"""Every door a picture can enter, with every awkward file: rows and files agree at the end, and nothing broke."""

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow

from articles import drafting, story_drafting
from articles.models import Article, Image, Status
from articles.policy import Role
from articles.renditions import Made, file_names
from articles.stories import read_story
from articles.transcripts import parse, read_docx
from tests.articles.admin.forms import signed_in
from tests.articles.pictures.awkward import NAMES, SECRET, TAKEN, awkward, halves, saved
from tests.articles.pictures.test_awkward_files import assert_bare
from tests.factories import make_article, make_author, make_interview, make_person, make_section
from tests.html import page

# The database makes no difference to what a file is.
pytestmark = [pytest.mark.django_db, pytest.mark.only_on("sqlite")]
ADD, DOOR = "/admin/articles/image/add/", "/admin/articles/image/gui/"
FILES = {name: file for name, file in awkward().items() if name != "too heavy"}
TELLS_ALL = FILES["jpeg that tells all"].raw


@pytest.fixture
def reporter(db):
    """Its client raises what a server would answer 500 to."""
    return signed_in(Role.REPORTER)


def upload(raw, name="anh.jpg"):
    return SimpleUploadedFile(name, raw, "image/jpeg")


def assert_whole(settings, count):
    """So many rows with a file, every file of theirs, no other file, and nothing in any that should not be there."""
    images = list(Image.objects.exclude(file=""))
    assert len(images) == count
    expected = set()
    for image in images:
        expected |= file_names(image.file.name, (image.width, image.height), Made.read(image.made))
    root = Path(settings.MEDIA_ROOT)
    served = {str(path.relative_to(root)): path for path in root.rglob("*") if path.is_file()}
    assert set(served) == expected
    for name, path in served.items():
        assert_bare(path.read_bytes(), name)
    kept = {path.name for path in Path(settings.ORIGINALS_ROOT).rglob("*") if path.is_file()}
    assert kept == {image.original.name.rsplit("/")[-1] for image in images}


TAKEN_COUNT = sum(file.end == TAKEN for file in FILES.values())


def test_the_form_of_the_library(reporter, settings):
    wrong = {}
    for name, (raw, end, _) in FILES.items():
        response = reporter.post(ADD, {"upload": upload(raw), "focus_x": 50, "focus_y": 50})
        if end == TAKEN:
            if response.status_code != 302:
                wrong[name] = page(response).texts(".errorlist")
        elif not (response.status_code == 200 and page(response).text(".errorlist").startswith(end)):
            wrong[name] = response.status_code
    assert not wrong
    assert_whole(settings, TAKEN_COUNT)


def test_the_door_of_the_editor(reporter, settings):
    names, wrong = list(FILES), {}
    for start in range(0, len(names), 20):
        some = names[start : start + 20]
        files = [upload(FILES[name].raw, f"{number}.jpg") for number, name in enumerate(some)]
        response = reporter.post(DOOR, {"upload": files}, headers={"accept": "application/json"})
        answers = json.loads(response.content)["answers"]
        assert len(answers) == len(some)
        for name, answer in zip(some, answers, strict=True):
            end = FILES[name].end
            right = (
                bool(answer.get("image")) and not answer["error"]
                if end == TAKEN
                else answer["error"].startswith(end)
            )
            if not right:
                wrong[name] = answer
    assert not wrong
    assert_whole(settings, TAKEN_COUNT)


def word_file(raws, interview):
    """A .docx that holds these bytes as its pictures, whatever they are."""
    document = docx.Document()
    head = (
        ("Tít của bài", "PV: Vì sao?", "Ông Lò Văn Páo: Vì thế.")
        if interview
        else ("Tít của bài", "Sapo của bài.")
    )
    for text in head:
        document.add_paragraph(text)
    for number, _ in enumerate(raws, 1):
        place = io.BytesIO()
        # Each a picture of its own, or Word would keep one.
        Pillow.new("RGB", (20, 20 + number)).save(place, "PNG")
        document.add_paragraph().add_run().add_picture(place)
        document.add_paragraph(f"Ảnh {number}. Bến đò số {number}")
    document.add_paragraph("Rồi thôi, chúng tôi về bản.")
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            number = info.filename.removeprefix("word/media/image").removesuffix(".png")
            new.writestr(info.filename, raws[int(number) - 1] if number.isdecimal() else old.read(info))
    return out.getvalue()


def taken_in(raws, interview):
    """The article drafted of a Word file with these pictures, and what was said of those that were refused."""
    raw = word_file(raws, interview)
    if interview:
        drafted = drafting.make_interview(parse(read_docx(raw)))
        return drafted.article, drafted.notes
    draft = read_story(raw)
    pictures = story_drafting.receive_story_pictures(draft.body, draft.figures, by=None)
    section = make_section()
    made = story_drafting.make_story(
        body=draft.body, brought=draft.figures, section=section, pictures=pictures, headline=draft.headline
    )
    return made.article, made.notes


@pytest.mark.parametrize("interview", [True, False])
def test_word_files(settings, interview):
    raws = [file.raw for file in FILES.values()]
    article, notes = taken_in(raws, interview)
    refused = [note for note in notes if "chưa nhận được" in note]
    assert len(refused) == len(FILES) - TAKEN_COUNT
    for file in FILES.values():
        assert file.end == TAKEN or any(file.end in note for note in refused)
    assert Article.objects.get() == article
    assert_whole(settings, TAKEN_COUNT)


# ---------------------------------------------------------------- what readers are served


def by_form(client):
    client.post(ADD, {"upload": upload(TELLS_ALL), "focus_x": 50, "focus_y": 50})
    return make_article(lead_image=Image.objects.get(), status=Status.PUBLISHED).get_absolute_url()


def by_editor(client):
    client.post(DOOR, {"upload": [upload(TELLS_ALL)]}, headers={"accept": "application/json"})
    figure = f'<figure data-image-id="{Image.objects.get().pk}"></figure>'
    return make_interview([("Hỏi?", f"<p>Đáp.</p>{figure}")], status=Status.PUBLISHED).get_absolute_url()


def by_portrait(client):
    by_form(client)
    return make_author("Có Chân Dung", portrait=Image.objects.get()).get_absolute_url()


def by_face(client):
    by_form(client)
    person = make_person(portrait=Image.objects.get())
    make_interview(person=person, status=Status.PUBLISHED)
    return person.get_absolute_url()


def by_word(interview):
    def door(client):
        article, _ = taken_in([TELLS_ALL], interview)
        article.pictures.set(Image.objects.all())
        draft = make_article(status=Status.PUBLISHED)
        Article.objects.filter(pk=article.pk).update(status=draft.status, published_at=draft.published_at)
        article.refresh_from_db()
        return article.get_absolute_url()

    return door


DOORS = {
    "the form": by_form,
    "the editor": by_editor,
    "an author's portrait": by_portrait,
    "a guest's portrait": by_face,
    "an interview of Word": by_word(True),
    "a story of Word": by_word(False),
}


@pytest.mark.parametrize("door", DOORS)
def test_no_served_file_tells_what_the_upload_told(door, reporter, client, settings):
    settings.PICTURE_AVIF = True
    shown = page(client.get(DOORS[door](reporter)))
    image = Image.objects.get()
    addresses = {node["src"] for node in shown.select("main img")}
    for node in shown.select("main source[srcset], main img[srcset]"):
        addresses |= {part.split()[0] for part in node["srcset"].split(", ")}
    assert len(addresses) >= 3
    stored = file_names(image.file.name, (image.width, image.height), Made.read(image.made))
    for address in addresses | {default_storage.url(name) for name in stored}:
        response = client.get(address)
        assert response.status_code == 200, address
        assert_bare(b"".join(response.streaming_content), address)
    with image.original.open() as original:
        assert SECRET.encode() in original.read()


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_names_nothing(reporter, settings, name):
    raw = saved(halves(), "JPEG")
    reporter.post(DOOR, {"upload": [upload(raw, name)]}, headers={"accept": "application/json"})
    image = Image.objects.get()
    assert image.file.name.startswith("anh/") and image.file.name.endswith(".jpg")
    assert (
        image.source_name.isprintable()
        and "/" not in image.source_name
        and "\\" not in image.source_name
        and len(image.source_name) <= 200
    )
    assert_whole(settings, 1)
    shown = page(reporter.get(f"/admin/articles/image/{image.pk}/change/"))
    assert image.source_name in shown.text(".field-source_name")
    assert not shown.has("[onerror]")
