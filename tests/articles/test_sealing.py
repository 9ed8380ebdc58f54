"""The pictures of a withdrawn story are served no more, unless something published shows them; then they come back."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage, default_storage, storages

from articles import refreshing, renditions, sealing, uploads, workflow
from articles.models import Image, Interviewee, Refresh, Status
from articles.policy import Role
from articles.snapshot import keep_revision
from tests.factories import (
    make_article,
    make_author,
    make_image,
    make_interview,
    make_person,
    make_user,
    picture_bytes,
)

pytestmark = pytest.mark.django_db
# Of a picture 900 x 600: itself, three of WebP and one of JPEG, three of its lead crop, one to be shared.
FILES = 9


@pytest.fixture
def chief():
    return make_user(Role.CHIEF_EDITOR)


def figure(image):
    return f'<figure data-image-id="{image.pk}"><figcaption>Ảnh.</figcaption></figure>'


def picture(width=900, colour="#4a6b5d"):
    return make_image(picture_bytes(width, 600, colour=colour))


def served(image):
    """The files of this picture that anybody may fetch."""
    return {name for name in sealing.served_files(image.file.name) if default_storage.exists(name)}


def contents(image):
    return {name: Path(default_storage.path(name)).read_bytes() for name in served(image)}


def withdraw(article, chief):
    workflow.withdraw(article, by=chief, reason="Sai nhân thân.")
    return refreshing.deliver(at_once=True)


def publish(article, chief):
    workflow.publish(article, by=chief, urgent=True)
    return refreshing.deliver(at_once=True)


def test_every_picture_of_a_withdrawn_story_is_sealed(chief):
    lead, in_text, in_answer, portrait = (
        picture(colour=colour) for colour in ("red", "green", "blue", "white")
    )
    interview = make_interview(
        [("Hỏi?", f"<p>Đáp.</p>{figure(in_answer)}")],
        status=Status.PUBLISHED,
        lead_image=lead,
        body=figure(in_text),
        person=make_person(portrait=portrait),
    )
    pictures = [lead, in_text, in_answer, portrait]
    assert [len(served(image)) for image in pictures] == [FILES] * 4
    assert withdraw(interview, chief) == ([], None)
    assert [served(image) for image in pictures] == [set()] * 4
    assert all(image.is_sealed() for image in pictures)
    for image in pictures:
        assert storages["originals"].exists(Image.objects.get(pk=image.pk).original.name)


def test_they_come_back_as_they_were_when_the_story_is_out_again(chief):
    image = picture()
    story = make_article(status=Status.PUBLISHED, lead_image=image)
    before = contents(image)
    withdraw(story, chief)
    workflow.return_to_writer(story, by=chief, reason="Viết lại.")
    refreshing.deliver(at_once=True)
    assert not served(image), "a draft's pictures were before readers once: they stay sealed until it is out"
    publish(story, chief)
    assert contents(image) == before
    assert stat.S_IMODE(Path(default_storage.path(image.file.name)).stat().st_mode) == 0o644


@pytest.mark.parametrize("use", ["lead", "text", "answer", "guest", "author", "scheduled", "expired"])
def test_a_picture_something_published_shows_stays(chief, use, now):
    image = picture()
    story = make_article(status=Status.PUBLISHED, lead_image=image)
    out = {"status": Status.PUBLISHED}
    if use == "lead":
        make_article(lead_image=image, **out)
    elif use == "text":
        make_article(body=figure(image), **out)
    elif use == "answer":
        make_interview([("Hỏi?", figure(image))], **out)
    elif use == "guest":
        make_interview(person=make_person(portrait=image), **out)
    elif use == "author":
        make_author("Có Chân Dung", portrait=image)
    elif use == "scheduled":
        make_article(lead_image=image, published_at=now + timedelta(hours=1), **out)
    else:
        hours = {"published_at": now - timedelta(hours=2), "unpublish_at": now - timedelta(hours=1)}
        make_article(lead_image=image, **hours, **out)
    withdraw(story, chief)
    assert len(served(image)) == FILES


@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW, Status.READY, Status.WITHDRAWN])
def test_a_story_nobody_reads_keeps_no_picture_served(chief, status):
    image = picture()
    story = make_article(status=Status.PUBLISHED, lead_image=image)
    make_article(status=status, lead_image=image)
    withdraw(story, chief)
    assert not served(image)


def test_a_shared_picture_is_served_again_with_the_other_story(chief):
    image = picture()
    story, other = make_article(status=Status.PUBLISHED, lead_image=image), make_article(body=figure(image))
    withdraw(story, chief)
    publish(other, chief)
    assert len(served(image)) == FILES
    withdraw(other, chief)
    assert not served(image)


def test_a_picture_put_into_a_story_that_is_out_comes_back(chief):
    image = picture()
    withdraw(make_article(status=Status.PUBLISHED, lead_image=image), chief)
    other = make_article(status=Status.PUBLISHED)
    keep_revision(other, by=chief)
    other.lead_image = image
    other.save()
    workflow.record_change(other, by=chief)
    refreshing.deliver(at_once=True)
    assert len(served(image)) == FILES


def test_what_was_taken_out_or_replaced_before_the_withdrawal_is_sealed_too(chief):
    taken_out, replaced = picture(colour="red"), picture(colour="green")
    story = make_article(status=Status.PUBLISHED, lead_image=replaced, body=figure(taken_out))
    keep_revision(story, by=chief)
    old_name = replaced.file.name
    uploads.receive(replaced, picture_bytes(900, 600, colour="blue"))
    story.body = "<p>Không còn ảnh.</p>"
    story.save()
    assert replaced.file.name != old_name
    withdraw(story, chief)
    assert not served(taken_out) | served(replaced) | sealing.served_files(old_name)


def test_a_picture_without_its_upload_loses_nothing(chief):
    image = picture()
    storages["originals"].delete(image.original.name)
    story = make_article(status=Status.PUBLISHED, lead_image=image)
    withdraw(story, chief)
    assert not served(image)
    workflow.return_to_writer(story, by=chief, reason="Viết lại.")
    publish(story, chief)
    assert len(served(image)) == FILES


def test_a_file_that_cannot_be_removed_is_told_kept_open_and_tried_again(chief, monkeypatch, caplog):
    first, second = sorted((picture(colour="red"), picture(colour="blue")), key=lambda image: image.file.name)
    story = make_article(status=Status.PUBLISHED, lead_image=first, body=figure(second))
    delete, stuck = FileSystemStorage.delete, renditions.rendition_name(first.file.name, 800)

    def refusing(storage, name):
        if name == stuck:
            raise PermissionError(13, "Permission denied", name)
        delete(storage, name)

    monkeypatch.setattr(FileSystemStorage, "delete", refusing)
    _, wait = withdraw(story, chief)
    assert wait and wait <= 1
    assert stuck in served(first)
    assert not served(second)
    row = Refresh.objects.get(done_at=None)
    assert row.path == default_storage.url(first.file.name)
    assert "(không có quyền)" in row.trouble
    assert row.path in caplog.text
    monkeypatch.setattr(FileSystemStorage, "delete", delete)
    assert refreshing.deliver(at_once=True) == ([], None)
    assert not served(first)


def test_an_original_that_cannot_be_read_is_told_when_the_picture_must_come_back(chief):
    image = picture()
    story = make_article(status=Status.PUBLISHED, lead_image=image)
    withdraw(story, chief)
    originals = storages["originals"]
    Path(originals.path(image.original.name)).write_bytes(b"no picture")
    workflow.return_to_writer(story, by=chief, reason="Viết lại.")
    publish(story, chief)
    assert "bản gốc" in Refresh.objects.get(done_at=None).trouble


def test_half_of_the_files_are_no_picture(chief):
    image = picture()
    make_article(status=Status.PUBLISHED, lead_image=image)
    default_storage.delete(renditions.rendition_name(image.file.name, 400))
    sealing.settle(image.file.name)
    assert len(served(image)) == FILES


def test_settling_twice_changes_nothing(chief):
    image = picture()
    story = make_article(status=Status.PUBLISHED, lead_image=image)
    for _ in range(2):
        sealing.settle(image.file.name)
        assert len(served(image)) == FILES
    withdraw(story, chief)
    for _ in range(2):
        sealing.settle(image.file.name)
        assert not served(image)


def test_the_portrait_of_a_guest_of_two_interviews_goes_with_the_second(chief):
    portrait = picture()
    person = make_person(portrait=portrait)
    first, second = (make_interview(status=Status.PUBLISHED, person=person) for _ in range(2))
    withdraw(first, chief)
    assert len(served(portrait)) == FILES
    withdraw(second, chief)
    assert not served(portrait)
    assert Interviewee.objects.count() == 2


def test_a_page_shows_the_caption_of_a_sealed_picture(client, chief):
    """Between the publishing and the picture's return, and in previews."""
    image = picture()
    withdraw(make_article(status=Status.PUBLISHED, lead_image=image), chief)
    other = make_article(status=Status.PUBLISHED, body=figure(image), lead_caption="")
    told = client.get(other.get_absolute_url()).content.decode()
    assert "Ảnh." in told
    assert image.file.name not in told
