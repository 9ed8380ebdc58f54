"""The library of pictures: what comes in, what is refused in words, what awaits its file, what may not go."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Image, Status
from articles.policy import Role
from comments.policy import CommentRole
from tests.articles.admin.forms import as_sent, errors, filled, save
from tests.factories import make_article, make_author, make_image, make_interview, make_person, picture_bytes
from tests.html import page

ADD = "/admin/articles/image/add/"


def change(image):
    return f"/admin/articles/image/{image.pk}/change/"


def send(client, url, raw, name="anh.jpg", **fields):
    """Send these bytes as the file of the form."""
    given = {"caption": "Cá lồng", "alt": "Bè cá", "credit": "Đỗ Nhật Linh", "focus_x": 50, "focus_y": 50} | fields
    opened = page(client.get(url)).fields("#image_form")
    given["seen"] = opened.get("seen", "")
    if raw is not None:
        given["upload"] = SimpleUploadedFile(name, raw, "image/jpeg")
    return client.post(url, given, follow=True)


def test_a_photograph_comes_in_with_its_words(desk):
    reporter = desk(Role.REPORTER)
    send(reporter, ADD, picture_bytes())
    image = Image.objects.get()
    assert (image.width, image.height, image.caption, image.created_by) == (640, 480, "Cá lồng", reporter.user)
    assert image.file.storage.exists(image.file.name)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "Tệp này không phải ảnh"),
        (b"\xff\xd8\xff" + b"\0" * 400, "Tệp này không phải ảnh"),
        (picture_bytes()[:900], "Tệp này không phải ảnh"),
        (b"", "Tập tin được gửi là rỗng"),
        (None, "Hãy chọn tệp ảnh."),
    ],
)
def test_what_is_no_picture_is_refused_in_words_and_the_typed_text_stays(desk, raw, said):
    response = send(desk(Role.REPORTER), ADD, raw)
    assert response.status_code == 200
    assert errors(response)[0].startswith(said)
    assert page(response).text("#id_caption") == "Cá lồng"
    assert not Image.objects.exists()


def test_sixty_megapixels_are_refused_in_words(desk):
    response = send(desk(Role.REPORTER), ADD, picture_bytes(10_000, 6_000, "PNG"))
    assert "megapixel" in errors(response)[0]
    assert not Image.objects.exists()


def test_a_file_heavier_than_allowed_is_refused_in_words(desk, monkeypatch):
    monkeypatch.setattr("articles.renditions.MAX_BYTES", 2000)
    response = send(desk(Role.REPORTER), ADD, picture_bytes())
    assert errors(response)[0].startswith("Ảnh nặng quá")


def test_what_passes_through_needs_no_room_on_a_disk(desk, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "gone"
    response = send(desk(Role.REPORTER), ADD, b"\x89PNG" + b"?" * 6_000_000)
    assert errors(response)[0].startswith("Tệp này không phải ảnh")


def test_the_same_file_twice_is_shown_where_it_is(desk):
    first = make_image(picture_bytes())
    response = send(desk(Role.REPORTER), ADD, picture_bytes())
    assert f"ảnh số {first.pk}" in errors(response)[0]
    assert Image.objects.count() == 1


def test_other_errors_keep_the_file_out(desk):
    response = send(desk(Role.REPORTER), ADD, picture_bytes(), focus_x=101)
    assert errors(response)
    assert not Image.objects.exists()


def test_a_picture_that_awaits_its_file_is_seen_and_gets_it(desk):
    editor = desk(Role.EDITOR)
    waiting = make_image(caption="Ảnh còn thiếu")
    make_image(picture_bytes(), caption="Ảnh đã có")
    listed = page(editor.get("/admin/articles/image/?tep=thieu"))
    assert listed.texts(".picture-name") == ["Ảnh còn thiếu"]
    assert listed.has(".picture-card .state.missing")
    assert page(editor.get(change(waiting))).has(".state.missing")

    send(editor, change(waiting), picture_bytes(700, 500), caption="Ảnh còn thiếu")
    waiting.refresh_from_db()
    assert waiting.width == 700
    assert not page(editor.get("/admin/articles/image/?tep=thieu")).has("#result_list")


def test_the_list_says_when_in_the_papers_own_way(desk, now):
    image = make_image()
    Image.objects.filter(pk=image.pk).update(created_at=now)
    listed = page(desk(Role.EDITOR).get("/admin/articles/image/"))
    assert listed.texts(".picture-added") == [f"{now:%H:%M %d/%m/%Y}"]


def test_the_fields_of_a_picture_are_named_alike(desk):
    labels = page(desk(Role.EDITOR).get(ADD)).texts("#image_form label")
    assert "Tệp ảnh:" in labels and all(label[0].isupper() for label in labels)


def test_the_words_change_without_a_new_file(desk):
    image = make_image(picture_bytes())
    name = image.file.name
    send(desk(Role.EDITOR), change(image), None, caption="Chú thích mới")
    image.refresh_from_db()
    assert (image.caption, image.file.name) == ("Chú thích mới", name)


def test_a_picture_in_use_is_not_deleted(desk):
    chief = desk(Role.CHIEF_EDITOR)
    in_front, in_text, in_answer, free = [make_image(caption=f"Ảnh {n}") for n in range(4)]
    make_article(lead_image=in_front)
    make_article(body=f'<figure data-image-id="{in_text.pk}"></figure><p>Chữ.</p>')
    make_interview(turns=[("Hỏi?", f'<p>Đáp.</p><figure data-image-id="{in_answer.pk}"></figure>')])
    for image in (in_front, in_text, in_answer, free):
        url = f"/admin/articles/image/{image.pk}/delete/"
        chief.post(url, {"post": "yes"})
        assert Image.objects.filter(pk=image.pk).exists() == (image != free), image
    shown = page(chief.get(f"/admin/articles/image/{in_text.pk}/delete/")).text("#content")
    assert "Bài: Hợp long" in shown


def test_a_picture_whose_number_only_begins_like_one_in_use_may_go(desk):
    image = make_image()
    make_article(body=f'<figure data-image-id="{image.pk}0"></figure><p>Chữ.</p>')
    desk(Role.CHIEF_EDITOR).post(f"/admin/articles/image/{image.pk}/delete/", {"post": "yes"})
    assert not Image.objects.filter(pk=image.pk).exists()


def test_the_editor_gets_a_small_picture_and_its_facts(desk):
    reporter = desk(Role.REPORTER)
    image, waiting = make_image(picture_bytes(1200, 800)), make_image()
    small = reporter.get(f"/admin/articles/image/{image.pk}/nho/")
    assert small.status_code == 302 and small["Location"].endswith("-400.webp")
    larger = reporter.get(f"/admin/articles/image/{image.pk}/nho/?rong=800")
    assert larger["Location"].endswith("-800.webp")
    assert reporter.get(f"/admin/articles/image/{waiting.pk}/nho/")["Location"].endswith("thieu-anh.svg")
    facts = reporter.get(f"/admin/articles/image/{image.pk}/json/").json()
    assert facts == {
        "id": image.pk,
        "caption": image.caption,
        "alt": image.alt,
        "credit": image.credit,
        "url": f"/admin/articles/image/{image.pk}/nho/",
    }


def test_a_picture_smaller_than_the_ladder_has_a_small_picture_too(desk):
    image = make_image(picture_bytes(120, 90))
    location = desk(Role.REPORTER).get(f"/admin/articles/image/{image.pk}/nho/")["Location"]
    assert image.file.storage.exists(location.removeprefix("/media/"))


@pytest.mark.parametrize("place", ["article", "author", "person"])
def test_a_chosen_picture_is_seen_beside_its_number(desk, place):
    image = make_image(picture_bytes(), caption="Cá lồng <hồ>")
    made = {
        "article": lambda: make_article(lead_image=image),
        "author": lambda: make_author(portrait=image),
        "person": lambda: make_person(portrait=image),
    }[place]()
    url = f"/admin/articles/{place}/{made.pk}/change/"
    field = ".field-lead_image" if place == "article" else ".field-portrait"
    shown = page(desk(Role.CHIEF_EDITOR).get(url))
    assert shown.one(f"{field} strong img")["src"].endswith("-400.webp")
    assert shown.links(f"{field} strong a") == [("Cá lồng <hồ>", change(image))]
    assert shown.has(f"{field} a.related-lookup")


@pytest.mark.parametrize("number", ["", "abc", "0", "99", "9" * 30, "٣"])
def test_a_number_without_a_picture_shows_none(desk, number):
    article = make_article()
    response = save(desk(Role.EDITOR), article, lead_image=number)
    assert response.status_code == 200
    assert not page(response).has(".field-lead_image strong img")


@pytest.mark.parametrize("what", ["nho", "json"])
def test_the_library_is_closed_to_those_without_the_right(desk, client, what):
    image = make_image()
    url = f"/admin/articles/image/{image.pk}/{what}/"
    assert client.get(url).status_code == 302 and "login" in client.get(url)["Location"]
    assert desk(CommentRole.MODERATOR).get(url).status_code == 404
    assert desk(Role.REPORTER).get(f"/admin/articles/image/999999999999999999/{what}/").status_code == 404


def test_a_story_keeps_its_pictures_when_its_picture_cannot_be_deleted(desk):
    image = make_image(picture_bytes())
    article = make_article(lead_image=image, status=Status.PUBLISHED)
    desk("superuser").post(
        "/admin/articles/image/", {"action": "delete_selected", "_selected_action": [image.pk], "post": "yes"}
    )
    article.refresh_from_db()
    assert article.lead_image == image


def test_the_second_saver_of_a_picture_hears_who_was_first_and_keeps_the_text(desk):
    first, second = desk(Role.EDITOR), desk(Role.MANAGING_EDITOR)
    image = make_image(picture_bytes(), caption="Chú thích đầu")
    opened = filled(second, change(image), "#image_form")
    first.post(change(image), filled(first, change(image), "#image_form") | {"caption": "Của người thứ nhất"})

    response = second.post(change(image), opened | {"alt": "Của người thứ hai"})
    told = errors(response)[0]
    assert told.startswith(f"{first.user} đã lưu ảnh này lúc ")
    assert "“Của người thứ nhất”" in told
    assert page(response).text("#id_alt") == "Của người thứ hai"
    image.refresh_from_db()
    assert (image.caption, image.alt) == ("Của người thứ nhất", image.alt)
    assert image.alt != "Của người thứ hai"

    # Told once, one may press again; and once more only upon what one was told of.
    second.post(change(image), as_sent(response, "#image_form"))
    image.refresh_from_db()
    assert image.alt == "Của người thứ hai"
