"""“Nhập bài từ Word”: a file is looked over and becomes one draft; nothing is saved early, nothing typed is lost."""

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import manuscripts
from articles.models import Article, Author, Image, Kind, Section, Status
from articles.policy import Role
from articles.snapshot import snapshot
from tests.articles.admin.forms import messages
from tests.articles.admin.test_language import assert_vietnamese
from tests.factories import make_author, make_section, picture_bytes
from tests.html import page
from tests.transcripts import PAGE

URL = "/admin/articles/article/nhap-bai-word/"
HEADLINE = "Cầu Bến Lĩnh 2 thông xe sau ba năm thi công"


def story(*, pictures=None, head=("Bến Lĩnh",), signed="Nông Thanh Tùng"):
    """A .docx with a kicker, a headline, a standfirst, a heading, pictures with captions and a signature."""
    made = docx.Document()
    for text in head:
        made.add_paragraph(text)
    for text in (HEADLINE, "Sáng 12/10, cây cầu đón những chuyến xe đầu tiên."):
        made.add_paragraph().add_run(text).bold = True
    made.add_heading("Diễn biến", 2)
    made.add_paragraph("Từ tờ mờ sáng, hàng trăm người dân đã có mặt.")
    for number, raw in enumerate([picture_bytes()] if pictures is None else pictures, 1):
        made.add_picture(io.BytesIO(raw))
        made.add_paragraph(f"Nhịp thứ {number}. Ảnh: Đỗ Nhật Linh", style="Caption")
    made.add_paragraph("Cây cầu dài 320 mét.")
    made.add_paragraph(signed)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(client, raw=None, name="bai.docx"):
    response = client.post(URL, {"do": "read", "file": SimpleUploadedFile(name, raw or story())})
    assert response.status_code == 200, page(response).text(".errornote")
    return response


def fields(response):
    return page(response).fields("#review")


def create(client, response, **changes):
    return client.post(URL, fields(response) | {"do": "create"} | changes)


@pytest.fixture
def section(db):
    return make_section("Kinh tế - xã hội")


@pytest.fixture
def editor(desk, section):
    return desk(Role.EDITOR)


def test_the_page_is_offered_to_whoever_may_write(desk):
    assert ("Nhập bài từ Word", URL) in page(desk(Role.REPORTER).get("/admin/")).links()
    assert reverse("admin:articles_article_word_import") == URL
    assert_vietnamese(desk(Role.REPORTER).get(URL), URL)


def test_reading_saves_nothing_and_shows_the_body_as_it_will_be(editor):
    shown = page(response := read(editor))
    assert_vietnamese(response, URL)
    assert not any(model.objects.exists() for model in (Article, Author, Image))
    sent = fields(response)
    assert (sent["kicker"], sent["headline"], sent["byline"]) == ("Bến Lĩnh", HEADLINE, "Nông Thanh Tùng")
    assert shown.texts(".story-body h2") == ["Diễn biến"]
    assert shown.one(".story-body img")["src"].startswith("data:image/jpeg;base64,")
    assert shown.texts(".story-body figcaption") == ["Nhịp thứ 1. Ảnh: Đỗ Nhật Linh"]
    assert not shown.select(".warnings, .talk")


def test_the_draft_holds_everything_and_opens(editor, section):
    make_author("Nông Thanh Tùng")
    response = create(editor, read(editor), section=section.pk, dateline="Bến Lĩnh", kicker="Giao thông")
    article = Article.objects.get()
    assert response.headers["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    assert (article.kind, article.status, article.created_by) == (Kind.STORY, Status.DRAFT, editor.user)
    assert (article.kicker, article.headline, article.dateline) == ("Giao thông", HEADLINE, "Bến Lĩnh")
    picture = Image.objects.get()
    assert (picture.credit, picture.caption, bool(picture.file)) == ("Đỗ Nhật Linh", "Nhịp thứ 1.", True)
    assert article.body == (
        "<h2>Diễn biến</h2><p>Từ tờ mờ sáng, hàng trăm người dân đã có mặt.</p>"
        f'<figure data-image-id="{picture.pk}"><figcaption>Nhịp thứ 1.</figcaption></figure>'
        "<p>Cây cầu dài 320 mét.</p>"
    )
    assert [byline.author.name for byline in article.bylines.all()] == ["Nông Thanh Tùng"]
    assert article.revisions.get().snapshot == snapshot(article)
    assert list(article.pictures.all()) == [picture]


def test_sent_twice_there_is_one_draft(editor, section):
    reviewed = read(editor)
    first = create(editor, reviewed, section=section.pk)
    again = create(editor, reviewed, section=section.pk, headline="Tít đã sửa rồi gửi lại")
    assert again.headers["Location"] == first.headers["Location"]
    assert "Bản nháp này đã được tạo từ lần gửi trước." in messages(editor.get(again.headers["Location"]))
    assert Article.objects.count() == Image.objects.count() == 1


def test_a_story_that_came_before_is_told_of(editor, section, desk):
    create(editor, read(editor), section=section.pk)
    again = page(read(editor))
    assert any("Đã có bài mang tít này (Bản nháp" in line for line in again.texts("li, p"))
    # Whoever may not see that one hears nothing of it.
    assert "Đã có bài mang tít này" not in page(read(desk(Role.REPORTER))).text("body")


def test_the_same_picture_twice_in_a_file_is_one_picture(editor, section):
    raw = picture_bytes()
    create(editor, read(editor, story(pictures=[raw, raw])), section=section.pk)
    picture = Image.objects.get()
    assert Article.objects.get().body.count(f'data-image-id="{picture.pk}"') == 2


def test_what_is_refused_loses_nothing_that_was_typed(editor, section):
    response = create(editor, read(editor), headline="", standfirst="Sapo gõ lại", section=section.pk)
    assert response.status_code == 422
    assert page(response).texts(".errornote li") == ["Tít: Bài chưa có tít."]
    sent = fields(response)
    assert sent["standfirst"] == "Sapo gõ lại"
    assert sent["section"] == str(section.pk)
    assert page(response).one(".story-body img")["src"].startswith("data:image/jpeg")
    create(editor, response, headline="Tít mới")
    article = Article.objects.get()
    assert (article.headline, article.standfirst) == ("Tít mới", "Sapo gõ lại")
    assert Image.objects.get().file


def test_the_key_enter_makes_no_draft(editor):
    reviewed = read(editor)
    assert page(reviewed).select("#review button")[0]["value"] == "show"
    response = editor.post(URL, fields(reviewed) | {"do": "show", "headline": "Đang gõ dở"})
    assert fields(response)["headline"] == "Đang gõ dở"
    assert page(response).texts(".story-body h2") == ["Diễn biến"]
    assert not Article.objects.exists()


def test_a_picture_that_cannot_come_in_is_told_with_its_reason(editor, section):
    reviewed = read(editor, story(pictures=[picture_bytes(8, 8)]))
    shown = page(reviewed)
    assert "Ảnh “Nhịp thứ 1. Ảnh: Đỗ Nhật Linh” không nhận được: Ảnh quá nhỏ" in shown.text(".warnings")
    assert "Ảnh quá nhỏ" in shown.text(".story-body .no-picture")
    create(editor, reviewed, section=section.pk)
    waiting = Image.objects.get()
    assert not waiting.file and f'data-image-id="{waiting.pk}"' in Article.objects.get().body


def test_a_file_no_longer_held_costs_the_pictures_alone(editor, section):
    reviewed = read(editor)
    manuscripts.release(by=editor.user, token=fields(reviewed)["import"])
    create(editor, reviewed, section=section.pk)
    assert "320 mét" in Article.objects.get().body
    assert not Image.objects.get().file


def test_numbers_of_a_forged_body_reach_no_picture_of_the_library(editor, section):
    create(editor, read(editor, story(pictures=[])), section=section.pk)
    from tests.factories import make_image

    known = make_image(picture_bytes())
    reviewed = read(editor, story(pictures=[]))
    create(editor, reviewed, section=section.pk, body=f'<figure data-image-id="{known.pk}"></figure>'
           '<p onclick="x()">Bài</p><script>x()</script>')  # fmt: skip
    article = (
        Article.objects.first() if Article.objects.first().body.count("figure") else Article.objects.last()
    )
    assert f'data-image-id="{known.pk}"' not in article.body
    assert "script" not in article.body and "onclick" not in article.body


def test_a_reporter_signs_with_known_authors_and_nothing_printed_is_dropped(desk, section):
    reporter = desk(Role.REPORTER)
    raw = story(head=("Thể thao", "Bến Lĩnh"))
    reviewed = read(reporter, raw)
    create(reporter, reviewed, section=section.pk)
    article = Article.objects.get()
    assert not Author.objects.exists()
    assert "Ký tên: Nông Thanh Tùng" in article.unplaced
    assert "Thể thao" in article.unplaced
    assert Section.objects.count() == 1


def test_an_interview_is_offered_the_other_door_without_its_file_again(editor):
    response = editor.post(URL, {"do": "read", "source": PAGE})
    shown = page(response)
    form = shown.one("form.talk")
    assert form["action"] == reverse("admin:articles_article_import")
    again = editor.post(form["action"], shown.fields("form.talk") | {"do": "read"})
    assert again.status_code == 200
    assert page(again).select("turn-rows .turn")


def test_another_s_file_is_not_read_by_its_token(editor, desk):
    token = fields(read(editor))["import"]
    stranger = desk(Role.EDITOR)
    response = stranger.post(reverse("admin:articles_article_import"), {"do": "read", "manuscript": token})
    assert response.status_code == 422


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Hãy chọn một tệp Word, hoặc dán bài vào ô."),
        ({"file": b"PK\x03\x04 rac"}, "Tệp .docx bị hỏng"),
        ({"file": b"%PDF-1.4"}, "Đây là tệp PDF"),
        ({"source": "Chữ đã dán", "file": b"Tep"}, "hãy chỉ dùng một trong hai"),
    ],
)
def test_a_source_that_cannot_be_read_is_told_and_what_was_pasted_stays(editor, sent, sentence):
    if "file" in sent:
        sent = sent | {"file": SimpleUploadedFile("bai.docx", sent["file"])}
    response = editor.post(URL, {"do": "read"} | sent)
    assert response.status_code == 422
    assert sentence in page(response).text(".errornote")
    assert page(response).one("#id_source").text.strip() == sent.get("source", "")
