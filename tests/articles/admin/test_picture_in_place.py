"""Description and credit of a picture, written in a window over the text it stands in."""

import pytest

from articles.models import Standing
from articles.policy import Role
from tests.articles.admin.forms import address, as_sent, errors, filled, save
from tests.factories import in_standing, make_article, make_image, picture_bytes
from tests.html import page

pytestmark = pytest.mark.django_db


def window_of(image):
    return f"/admin/articles/image/{image.pk}/chu/"


def write(client, image, **words):
    opened = filled(client, window_of(image), "form")
    return client.post(window_of(image), opened | {f"anh-{image.pk}-{name}": text for name, text in words.items()})


@pytest.fixture
def image():
    return make_image(picture_bytes(32, 24), alt="", credit="", caption="Bè cá")


def test_the_words_are_kept_told_back_and_on_the_record_of_the_story(desk, image):
    editor, story = desk(Role.EDITOR), make_article(lead_image=image)
    told = write(editor, image, alt="Ba người đứng trên bè.", credit="Ảnh: Đỗ Khuê").json()
    image.refresh_from_db()
    assert (image.alt, image.credit) == ("Ba người đứng trên bè.", "Đỗ Khuê")
    assert {name: told[name] for name in ("id", "alt", "credit", "caption")} == {
        "id": image.pk, "alt": image.alt, "credit": "Đỗ Khuê", "caption": "Bè cá",
    }  # fmt: skip
    assert story.revisions.first().note == f"sửa ảnh {image.pk} trong kho"
    version = type(story).objects.get().version
    write(editor, image)
    assert type(story).objects.get().version == version


def test_a_description_that_tells_nothing_is_refused_and_stays_to_be_mended(desk, image):
    response = write(desk(Role.EDITOR), image, alt="Ảnh 1", credit="Đỗ Khuê")
    assert response.status_code == 422 and "không tả gì" in errors(response)[0]
    assert page(response).text(f"#id_anh-{image.pk}-alt") == "Ảnh 1"
    image.refresh_from_db()
    assert image.credit == ""


def test_who_may_not_change_the_story_reads_and_hears_whom_to_ask(desk, image):
    make_article(lead_image=image, **in_standing(Standing.PUBLISHED))
    reporter = desk(Role.REPORTER)
    shown = page(reporter.get(window_of(image)))
    assert not shown.has("form") and "hãy nhờ bàn biên tập" in shown.text("dl + p")
    assert reporter.post(window_of(image), {f"anh-{image.pk}-alt": "Khác"}).status_code == 403


def test_words_of_a_picture_do_not_overtake_the_form_they_were_written_over(desk, image):
    """The story's version moved on with them: whoever wrote both is asked nothing, everybody else is."""
    editor, story = desk(Role.EDITOR), make_article(lead_image=image, headline="Tít đầu")
    save(editor, story, kicker="Bến Lĩnh")
    opened = filled(editor, address(story))
    write(editor, image, alt="Ba người đứng trên bè.")
    beat = editor.post(f"{address(story)[:-7]}ban-dang-viet/", {"act": "seen", "version": opened["version"]})
    assert beat.json()["overtaken"] == ""
    response = editor.post(address(story), opened | {"headline": "Tít mới", "_continue": "1"}, follow=True)
    assert not page(response).has("form.choosing")
    story.refresh_from_db()
    assert (story.headline, story.kicker) == ("Tít mới", "Bến Lĩnh")

    opened = as_sent(response)
    write(desk(Role.EDITOR), image, alt="Bốn người đứng trên bè.")
    response = editor.post(address(story), opened | {"headline": "Tít mới nữa", "_continue": "1"})
    assert page(response).has("form.choosing")
