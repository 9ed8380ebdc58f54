"""The library of pictures: found without marks, narrowed, changed twenty at a time, seen where it is in use."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Pillow

from articles.admin.picture_batch import MOST
from articles.models import Image, Standing
from articles.policy import Role
from comments.policy import CommentRole
from tests.articles.admin.forms import as_sent, errors, filled, messages
from tests.articles.admin.test_language import assert_vietnamese
from tests.factories import in_standing, make_article, make_author, make_image, make_person, picture_bytes
from tests.html import page

pytestmark = pytest.mark.django_db
LIBRARY = "/admin/articles/image/"
BATCH = "/admin/articles/image/sua-nhieu/?anh="
UPLOAD = "/admin/articles/image/gui/"
CHOOSE = "/admin/articles/image/chon/"


def names(client, query=""):
    return page(client.get(LIBRARY + query)).texts(".picture-name")


def file(raw=None, name="anh.png"):
    return SimpleUploadedFile(name, picture_bytes(32, 24, "PNG") if raw is None else raw, "image/png")


def as_script(client, *files):
    return client.post(UPLOAD, {"upload": list(files)}, headers={"accept": "application/json"})


@pytest.mark.parametrize("asked", ["cho phien", "CHỢ PHIÊN", "do nhat linh", "nà thoang", "ba man cho"])
def test_a_picture_is_found_by_any_of_its_words_without_marks(desk, asked):
    make_image(
        caption="Chợ phiên vùng cao",
        credit="Đỗ Nhật Linh",
        people="Bà Triệu Thị Mận",
        place="Nà Thoang",
        alt="Sạp vải",
    )
    make_image(caption="Cầu Bến Lĩnh 2", credit="Nông Thanh Tùng")
    assert names(desk(Role.EDITOR), f"?q={asked}") == ["Chợ phiên vùng cao"]
    chosen = page(desk(Role.EDITOR).get(f"{CHOOSE}?q={asked}"))
    assert chosen.texts(".picture-name") == []  # what awaits its file cannot be put into a text


def test_the_library_is_narrowed(desk):
    editor = desk(Role.EDITOR)
    make_image(caption="Của tôi", created_by=editor.user, credit="")
    make_image(caption="Không mô tả", alt="")
    make_image(caption="", alt="Không chú thích")
    make_article(lead_image=make_image(caption="Đang dùng"))
    make_author(portrait=make_image(caption="Chân dung"))
    assert names(editor, "?cua=toi") == ["Của tôi"]
    assert names(editor, "?thieu=nguon") == ["Của tôi"]
    assert names(editor, "?thieu=mo-ta") == ["Không mô tả"]
    assert names(editor, "?thieu=chu-thich") == ["Không chú thích"]
    assert names(editor, "?dung=co") == ["Chân dung", "Đang dùng"]
    assert names(editor, "?dung=chua") == ["Không chú thích", "Không mô tả", "Của tôi"]


@pytest.mark.parametrize("address", [LIBRARY, f"{LIBRARY}?q=ca&dung=co", CHOOSE])
def test_a_larger_library_costs_no_more_queries(desk, django_assert_max_num_queries, address):
    editor = desk(Role.EDITOR)
    make_image(picture_bytes(16, 16), caption="Cá")
    for few in (2, 27):
        Image.objects.bulk_create(
            Image(caption="Cá lồng", folded="ca long", credit="Linh") for _ in range(few)
        )
        with django_assert_max_num_queries(10):
            assert editor.get(address).status_code == 200


def test_twenty_pictures_get_their_words_on_one_page(desk):
    editor = desk(Role.EDITOR)
    images = [make_image(caption="", credit="", alt="") for _ in range(MOST + 2)]
    chosen = {"action": "edit_words", "_selected_action": [image.pk for image in images]}
    opened = editor.post(LIBRARY, chosen, follow=True)
    assert messages(opened) == [f"Mỗi lần sửa được nhiều nhất {MOST} ảnh: dưới đây là {MOST} ảnh đầu."]
    sent = as_sent(opened, "form.picture-batch")
    rows = [name for name in sent if name.endswith("-caption")]
    assert len(rows) == MOST
    sent |= {name: f"Lời {number}" for number, name in enumerate(rows)}
    own = rows[0].replace("caption", "credit")
    editor.post(opened.request["PATH_INFO"] + "?" + opened.request["QUERY_STRING"], sent | {
        own: "Ảnh: Đỗ Nhật Linh", "credit_for_all": "Báo Vân Lĩnh",
    })  # fmt: skip
    saved = Image.objects.exclude(caption="")
    assert saved.count() == MOST
    assert sorted(saved.values_list("credit", flat=True)) == ["Báo Vân Lĩnh"] * (MOST - 1) + ["Đỗ Nhật Linh"]


def test_a_wrong_row_is_told_and_the_others_are_saved(desk):
    editor, (one, two) = desk(Role.EDITOR), (make_image(caption=f"Lời {n}", alt="") for n in (1, 2))
    address = f"{BATCH}{one.pk},{two.pk}"
    sent = filled(editor, address, "form.picture-batch")
    sent |= {
        f"anh-{one.pk}-alt": "Ảnh 1.",
        f"anh-{one.pk}-people": "Bà Mận",
        f"anh-{two.pk}-people": "Ông Sú",
    }
    response = editor.post(address, sent)
    assert "không tả gì" in errors(response)[0]
    shown = page(response)
    assert shown.one(f"#id_anh-{one.pk}-people")["value"] == "Bà Mận"
    assert list(Image.objects.order_by("pk").values_list("people", flat=True)) == ["", "Ông Sú"]


def test_a_row_somebody_changed_meanwhile_is_not_overwritten(desk):
    editor, image = desk(Role.EDITOR), make_image(caption="Lời đầu")
    address = f"{BATCH}{image.pk}"
    sent = filled(editor, address, "form.picture-batch")
    image.caption = "Lời của người khác"
    image.save()
    response = editor.post(address, sent | {f"anh-{image.pk}-caption": "Lời của tôi"})
    assert "“Lời của người khác”" in errors(response)[0]
    assert page(response).text(f"#id_anh-{image.pk}-caption") == "Lời của tôi"
    image.refresh_from_db()
    assert image.caption == "Lời của người khác"
    editor.post(address, as_sent(response, "form.picture-batch"))
    image.refresh_from_db()
    assert image.caption == "Lời của tôi"


def test_what_may_not_be_changed_is_left_out_and_counted(desk):
    reporter = desk(Role.REPORTER)
    free, printed = make_image(caption="Tự do"), make_image(caption="Đã đăng")
    face = make_image(caption="Chân dung")
    make_article(lead_image=printed, **in_standing(Standing.PUBLISHED))
    make_author(portrait=face)
    shown = page(reporter.get(f"{BATCH}{free.pk},{printed.pk},{face.pk},999999"))
    assert shown.texts(".batch-row textarea[name$=caption]") == ["Tự do"]
    assert shown.text("#content-main").startswith("3 ảnh không sửa được ở đây")


@pytest.mark.parametrize("said", ["", "x", "1;2", "9" * 30, "-1", "٣"])
def test_numbers_that_name_no_picture_open_an_empty_page(desk, said):
    assert "Chưa chọn ảnh nào" in page(desk(Role.EDITOR).get(BATCH + said)).text("#content-main")


def test_a_picture_tells_where_it_is_in_use_as_far_as_one_may_read(desk):
    image = make_image(picture_bytes(32, 24))
    make_article(headline="Bài dẫn bằng ảnh", lead_image=image, **in_standing(Standing.PUBLISHED))
    make_article(headline="Bài chưa ai thấy", body=f'<p>Chữ.</p><figure data-image-id="{image.pk}"></figure>')
    make_person(name="Triệu Thị Mận", portrait=image)
    change = reverse("admin:articles_image_change", args=[image.pk])
    assert page(desk(Role.EDITOR).get(change)).texts(".picture-uses li") == [
        "Bài chưa ai thấy trong bài",
        "Bài dẫn bằng ảnh ảnh chính",
        "Triệu Thị Mận chân dung nhân vật",
    ]
    told = page(desk(Role.REPORTER).get(change)).text(".picture-uses")
    assert "Bài dẫn bằng ảnh" in told and "Bài chưa ai thấy" not in told and "1 bài khác" in told


@pytest.mark.parametrize(
    "alt", ["Ảnh 1", "ảnh 2.", "Hình", "IMG_2041.JPG", "DSC 0042", "Bè cá – Ảnh 1.", "BÈ CÁ TRÊN HỒ"]
)
def test_an_alt_text_that_tells_nothing_is_refused(desk, alt):
    image = make_image(picture_bytes(32, 24), alt="")
    make_article(headline="Bè cá trên hồ" if "HỒ" in alt else "Bè cá", lead_image=image)
    editor, change = desk(Role.EDITOR), reverse("admin:articles_image_change", args=[image.pk])
    response = editor.post(change, filled(editor, change, "#image_form") | {"alt": alt})
    assert errors(response)
    image.refresh_from_db()
    assert image.alt == ""


# ---------------------------------------------------------------- what comes in


def test_files_sent_by_a_script_are_answered_one_by_one(desk):
    reporter = desk(Role.REPORTER)
    make_author("Trần Đức Hậu", user=reporter.user)
    response = as_script(reporter, file(), file(b"<svg/>", "hinh.svg"), file())
    good, bad, again = response.json()["answers"]
    image = Image.objects.get()
    assert (good["name"], good["error"], good["image"]["id"]) == ("anh.png", "", image.pk)
    assert good["image"]["credit"] == image.credit == "Trần Đức Hậu"
    assert "không phải ảnh" in bad["error"] and "image" not in bad
    assert "đã có trong kho" in again["error"] and again["image"]["id"] == image.pk
    assert (response.status_code, image.created_by) == (200, reporter.user)


def test_a_long_name_signs_as_far_as_there_is_room(desk):
    reporter = desk(Role.REPORTER)
    reporter.user.full_name = ""
    reporter.user.first_name = "Hoàng" * 24 + " An"
    reporter.user.save()
    answer = as_script(reporter, file()).json()["answers"][0]
    assert (answer["error"], len(answer["image"]["credit"])) == ("", 120)


def test_a_sending_of_which_nothing_comes_in_is_refused(desk):
    response = as_script(desk(Role.REPORTER), file(b"\xff\xd8\xff\x00" * 9))
    assert response.status_code == 422 and response.json()["answers"][0]["error"]
    assert as_script(desk(Role.REPORTER)).json()["error"].startswith("Chưa có tệp nào")


def test_without_a_script_the_files_lead_to_the_page_of_their_words(desk):
    reporter = desk(Role.REPORTER)
    response = reporter.post(UPLOAD, {"upload": [file(), file(b"x", "thu.txt")]}, follow=True)
    image = Image.objects.get()
    assert response.redirect_chain[-1][0] == f"{BATCH}{image.pk}"
    assert [line[:9] for line in messages(response)] == ["Tệp thu.t", "Đã nhận 1"]


def test_a_twin_in_a_story_one_may_not_read_is_not_given_away(desk):
    raw = picture_bytes(32, 24, "PNG")
    make_article(lead_image=make_image(raw, caption="Chưa ai thấy"))
    answer = as_script(desk(Role.REPORTER), file(raw)).json()["answers"][0]
    assert "image" not in answer and "Chưa ai thấy" not in str(answer) and "chưa được xem" in answer["error"]


def test_a_disk_that_refuses_is_told_in_words(desk, monkeypatch):
    def full(*given, **named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    answer = as_script(desk(Role.REPORTER), file()).json()["answers"][0]
    assert answer["error"] and not Image.objects.exists()


@pytest.mark.parametrize("address", [CHOOSE, BATCH])
def test_the_library_opens_for_those_who_have_the_right(desk, client, address):
    assert client.get(address).status_code == 302
    assert desk(CommentRole.MODERATOR).get(address).status_code == 403
    assert desk(Role.REPORTER).get(address).status_code == 200


def test_files_come_in_for_those_who_have_the_right_alone(desk, client):
    assert client.post(UPLOAD, {"upload": file()}).status_code == 302
    assert as_script(desk(CommentRole.MODERATOR), file()).status_code == 403
    assert desk(Role.REPORTER).get(UPLOAD).status_code == 405
    assert not Image.objects.exists()


def test_what_one_may_not_see_is_not_offered(desk):
    make_article(lead_image=make_image(picture_bytes(16, 16), caption="Chưa ai thấy"))
    make_image(picture_bytes(16, 18), caption="Của mọi người")
    assert page(desk(Role.REPORTER).get(CHOOSE)).texts(".picture-name") == ["Của mọi người"]


def test_the_library_speaks_vietnamese(desk):
    editor, image = desk(Role.EDITOR), make_image(picture_bytes(16, 16))
    for address in (
        LIBRARY,
        f"{LIBRARY}?q=khong-co",
        f"{LIBRARY}?_popup=1",
        CHOOSE,
        f"{BATCH}{image.pk}",
        BATCH,
    ):
        assert_vietnamese(editor.get(address), address)


def test_the_same_photograph_saved_another_way_is_pointed_out(desk):
    drawn = Pillow.effect_mandelbrot((240, 160), (-2, -1.2, 1, 1.2), 60).convert("RGB")
    first = make_image(saved(drawn))
    answer = as_script(desk(Role.EDITOR), file(saved(drawn.resize((200, 133))), "nho.jpg")).json()["answers"][
        0
    ]
    assert answer["image"]["id"] != first.pk and f"ảnh số {first.pk}" in answer["note"]


def saved(picture):
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def test_a_file_replaced_is_replaced_everywhere_and_on_the_record(desk):
    editor, image = desk(Role.EDITOR), make_image(picture_bytes(32, 24))
    stories = [
        make_article(lead_image=image),
        make_article(body=f'<p>Chữ.</p><figure data-image-id="{image.pk}"></figure>'),
    ]
    before, change = image.file.name, reverse("admin:articles_image_change", args=[image.pk])
    editor.post(
        change, filled(editor, change, "#image_form") | {"upload": file(picture_bytes(40, 30, "PNG"))}
    )
    image.refresh_from_db()
    assert image.file.name != before and image.width == 40
    for story in stories:
        assert story.revisions.first().note == f"sửa ảnh {image.pk} trong kho"


def test_a_portrait_in_use_is_not_deleted(desk):
    face = make_image(caption="Chân dung")
    make_author("Hoàng Minh Khuê", portrait=face)
    url = reverse("admin:articles_image_delete", args=[face.pk])
    assert "Chân dung: Hoàng Minh Khuê" in page(desk("superuser").post(url, {"post": "yes"}, follow=True)).text()
    assert Image.objects.exists()
