"""“Nhập bài phỏng vấn”: a transcript is reviewed and becomes a draft; nothing is believed, nothing saved early."""

import io
import re

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import manuscripts
from articles.admin import importing
from articles.drafting import make_interview as make_draft
from articles.models import Article, Author, Exchange, Image, Interviewee, Kind, Person, Section, Status
from articles.policy import Role
from articles.snapshot import snapshot
from articles.transcripts import MAX_BYTES
from tests.articles.admin.forms import messages
from tests.articles.admin.test_language import assert_vietnamese
from tests.factories import make_author, make_interview, make_person, make_section, picture_bytes
from tests.html import page
from tests.transcripts import PAGE, doubting, words

URL = "/admin/articles/article/nhap-phong-van/"
JSON = {"HTTP_ACCEPT": "application/json"}
DOUBTFUL = 4  # "Ông Lò Văn Páo"


def read(client, source=PAGE):
    response = client.post(URL, {"do": "read", "source": source})
    assert response.status_code == 200, page(response).text(".errornote")
    return response


def fields(response):
    """What the form of the review would send as it stands."""
    sent = page(response).fields("#review")
    return {name: value for name, value in sent.items() if not name.startswith("speaker-N")}


def create(client, response, **changes):
    return client.post(URL, fields(response) | {"do": "create"} | changes)


def problems(response):
    assert response.status_code == 422, response.status_code
    return page(response).texts(".errornote li")


@pytest.fixture(autouse=True)
def one_doubt(monkeypatch):
    monkeypatch.setattr(importing.transcripts, "parse", doubting(DOUBTFUL))


@pytest.fixture
def section(db):
    return make_section("Kinh tế - xã hội")


@pytest.fixture
def reporter(desk, section):
    return desk(Role.REPORTER)


def test_the_page_is_offered_to_whoever_may_write(desk):
    for address in ("/admin/", "/admin/articles/article/"):
        assert ("Nhập bài phỏng vấn", URL) in page(desk(Role.REPORTER).get(address)).links()


def test_nobody_else_gets_it(desk, client):
    from comments.policy import CommentRole

    for method in ("get", "post"):
        assert getattr(desk(CommentRole.MODERATOR), method)(URL).status_code == 403
        assert getattr(client, method)(URL).status_code == 302
    assert reverse("admin:articles_article_import") == URL


def test_reading_saves_nothing_and_doubts_are_counted(reporter):
    response = read(reporter)
    shown = page(response)
    assert shown.texts("[data-count]") == ["1 lượt cần xem lại"]
    assert shown.one("a.next")["href"] == "#" + shown.one(".turn.doubtful")["id"] == f"#turn-{DOUBTFUL}"
    assert not any(model.objects.exists() for model in (Article, Person, Author))


def test_each_turn_stands_beside_its_source(reporter):
    for row in page(read(reporter)).select(".turn"):
        source, made = row.select_one(".source").get_text(" "), row.select_one("textarea[id]").get_text()
        assert words(made) - words("Ảnh 1") <= words(source)
        assert words(source)


def test_accepted_as_it_is_it_becomes_a_draft_with_every_word(reporter, section):
    make_author("Hoàng Minh Khuê")
    response = create(reporter, read(reporter))
    article = Article.objects.get()
    assert response.url == reverse("admin:articles_article_change", args=[article.pk])
    assert (article.kind, article.status, article.section) == (Kind.INTERVIEW, Status.DRAFT, section)
    assert article.created_by == reporter.user
    stored = [article.kicker, article.headline, section.name, "05:26 PM 15/01/2025", article.unplaced]
    stored += [passage.text for passage in article.passages()]
    stored += [exchange.asked_by for exchange in Exchange.objects.exclude(question="")]
    stored += [byline.printed for byline in article.bylines.all()]
    stored += [guest.label for guest in article.interviewees.all()]
    # The source prints the headline again before the picture's number, and a label before each answer of one person.
    again = words("Khau Lạc Để mỗi đồi chè thành một điểm đến - Ảnh 1. Bà Triệu Thị Mận")
    assert words(PAGE.partition("Ý kiến của bạn")[0]) - again == words(" ".join(stored))
    assert messages(reporter.get(response.url))[0] == f"Đã tạo bản nháp: {article}."


def test_what_is_accepted_is_what_the_command_line_stores(reporter):
    make_author("Hoàng Minh Khuê")
    create(reporter, read(reporter))
    make_draft(doubting(DOUBTFUL)(PAGE))
    reviewed, stored = (snapshot(article) for article in Article.objects.order_by("pk"))
    for kept in (reviewed, stored):
        for row in (*kept["exchanges"], *kept["interviewees"], *kept["pictures"]):
            row |= dict.fromkeys(row.keys() & {"id", "answered_by_id"})
        for exchange in kept["exchanges"]:
            exchange["answer"] = re.sub(r'data-image-id="\d+"', "", exchange["answer"])
    assert reviewed == stored


def test_what_an_editor_changed_is_what_is_stored(reporter, section):
    response = create(reporter, read(reporter), **{
        "headline": "Tít sửa", "turn-0-text": "Hỏi lại?\n\nHai đoạn.", "turn-4-speaker": "1", "turn-5-kind": "caption",
        "speaker-1-office": "Nguyên Phó Chủ tịch", "unplaced": "Ghi chú của tòa soạn",
    })
    assert response.status_code == 302
    article = Article.objects.get()
    exchanges = list(article.exchanges.all())
    assert article.headline == "Tít sửa"
    assert exchanges[0].question == "Hỏi lại?\n\nHai đoạn."
    assert {exchange.speaker for exchange in exchanges} == {"Bà Triệu Thị Mận"}
    assert "<figcaption>PV: Xin trân trọng cảm ơn bà và ông!</figcaption>" in exchanges[-1].answer
    assert Interviewee.objects.get().office == "Nguyên Phó Chủ tịch"
    assert article.unplaced.startswith("Ghi chú của tòa soạn")


def test_markup_is_text(reporter):
    typed = {"turn-1-text": "<script>alert(1)</script> & <b>đậm</b>", "headline": "<i>Tít</i>"}
    create(reporter, read(reporter), **typed)
    article = Article.objects.get()
    answer = article.exchanges.all()[0].answer
    assert article.headline == "<i>Tít</i>"
    assert answer == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;đậm&lt;/b&gt;</p>"


@pytest.mark.parametrize(("seen", "doubtful"), [({}, True), ({"turn-4-seen": "1"}, False)])
def test_a_turn_is_doubtful_until_somebody_looked_at_it(reporter, seen, doubtful):
    create(reporter, read(reporter), **seen)
    assert Exchange.objects.filter(doubtful=True).exists() == doubtful


def test_without_script_buttons_rearrange_and_nothing_is_saved(reporter):
    response = read(reporter)
    merged = reporter.post(URL, fields(response) | {"do": "merge:4"})
    assert len(page(merged).select(".turns .turn")) == 5
    assert "Ông Lò Văn Páo: Nhà tôi" in page(merged).one("#turn-3-text").get_text()
    wider = reporter.post(URL, fields(merged) | {"do": "speaker:0", "headline": "Giữ chữ"})
    assert page(wider).has("#speaker-3-name")
    assert page(wider).one("#id_headline").get_text().strip() == "Giữ chữ"
    assert problems(reporter.post(URL, fields(wider) | {"do": "split:0"}))[0].startswith("Hãy gõ một dòng ===")
    # What the browser shows where no script runs says how, before anything is pressed.
    assert "một dòng chỉ có ba dấu bằng ===" in page(wider).one("noscript").get_text(" ", strip=True).replace("  ", " ")
    marked = {"turn-0-text": "Hai câu liền. Vì sao lại thế?\n===\nĐây là lời đáp."}
    parted = reporter.post(URL, fields(wider) | marked | {"do": "split:0"})
    shown = page(parted)
    assert [shown.one(f"#turn-{n}-text").get_text().strip() for n in (0, 1)] == [
        "Hai câu liền. Vì sao lại thế?", "Đây là lời đáp."
    ]
    assert fields(parted)["turn-1-kind"] == "answer"
    assert not Article.objects.exists()


def test_a_form_sent_twice_makes_one_draft(reporter):
    sent = fields(read(reporter)) | {"do": "create"}
    first, second = reporter.post(URL, sent, **JSON), reporter.post(URL, sent, **JSON)
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json() == {"address": f"/admin/articles/article/{Article.objects.get().pk}/change/"}


def test_two_presses_at_once_make_one_draft(reporter, monkeypatch):
    """The second press has passed every check before the first one's draft is there."""
    sent = fields(read(reporter)) | {"do": "create"}
    receive = importing.receive_pictures
    first = []

    def meanwhile(draft, *, by):
        if not first:
            first.append(None)
            first[0] = reporter.post(URL, sent, **JSON)
        return receive(draft, by=by)

    monkeypatch.setattr(importing, "receive_pictures", meanwhile)
    second = reporter.post(URL, sent, **JSON)
    assert first[0].status_code == second.status_code == 201
    address = f"/admin/articles/article/{Article.objects.get().pk}/change/"
    assert first[0].json() == second.json() == {"address": address}


# ---------------------------------------------------------------- imported before


def test_what_was_imported_before_is_said_with_the_way_to_it(reporter):
    create(reporter, read(reporter))
    earlier = Article.objects.get()
    for response in (read(reporter), reporter.post(URL, fields(read(reporter)) | {"do": "merge:4"})):
        notice = page(response).one("#earlier")
        assert "Bài này đã được nhập trước đây" in notice.get_text()
        assert page(response).links("#earlier a") == [
            (earlier.headline, f"/admin/articles/article/{earlier.pk}/change/")
        ]
    assert create(reporter, read(reporter)).status_code == 302, "who was told may go on"
    assert Article.objects.count() == 2


def test_a_source_of_its_own_has_no_such_notice(reporter):
    create(reporter, read(reporter))
    assert not page(read(reporter, PAGE.replace("PV: ", "PV: Trước hết, ", 1))).has("#earlier")


def test_an_import_of_the_meantime_is_told_before_a_second_draft_is_made(reporter, desk):
    response = read(reporter)
    colleague = desk(Role.EDITOR)
    create(colleague, read(colleague))
    refused = create(reporter, response, **{"turn-1-text": "Chữ vừa gõ."})
    assert problems(refused) == ["Bài này đã được nhập trước đây: hãy xem lời nhắc ở đầu trang rồi quyết định."]
    assert page(refused).has(page(refused).one(".errornote a")["href"])
    assert fields(refused)["turn-1-text"].strip() == "Chữ vừa gõ."
    assert Article.objects.count() == 1
    assert create(reporter, refused).status_code == 302
    assert Article.objects.count() == 2


def test_whose_draft_one_may_not_read_is_not_named(reporter, desk):
    colleague = desk(Role.EDITOR)
    create(colleague, read(colleague))
    Article.objects.update(headline="Tít đã đổi, chưa ai được biết")
    notice = page(read(reporter)).one("#earlier")
    assert colleague.user.get_full_name() in notice.get_text()
    assert "chưa ai được biết" not in notice.get_text() and not notice.select("a")


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "Hãy dán bài phỏng vấn"),
        ("   \n", "Hãy dán bài phỏng vấn"),
        ("\x00PV: Vì sao", "không phải tệp văn bản"),
        ("a" * (MAX_BYTES + 1), "quá lớn"),
        ("\n\n".join(f"PV: Câu {n}?\n\nÔng Lê Văn B: Đáp." for n in range(300)), "hơn 400 lượt"),
    ],
    ids=["nothing", "blanks", "nul", "too large", "too many turns"],
)
def test_a_refusal_is_a_sentence_and_what_was_typed_is_kept(reporter, source, said):
    response = reporter.post(URL, {"do": "read", "source": source})
    assert response.status_code == 422
    assert said in page(response).text("#refusal")
    assert len(page(response).one("#id_source").get_text().strip()) == len(source.strip())


@pytest.mark.parametrize(
    ("raw", "said"),
    [(b"%PDF-1.7", "PDF"), (b"\xff\xfe\x00", "bảng mã"), (b"", "không có chữ|tệp"), (b"{\\rtf1", "RTF")],
)
def test_a_file_that_is_no_transcript_is_refused(reporter, raw, said):
    response = reporter.post(URL, {"do": "read", "file": SimpleUploadedFile("bai.txt", raw)})
    assert response.status_code == 422
    assert re.search(said, page(response).text("#refusal"))


def test_a_file_is_read_like_what_is_pasted(reporter):
    response = reporter.post(URL, {"do": "read", "file": SimpleUploadedFile("bai.txt", PAGE.encode())})
    sent = fields(response)
    assert {name: sent[name] for name in sent if name not in {"import", "csrfmiddlewaretoken"}} == {
        name: value for name, value in fields(read(reporter)).items() if name not in {"import", "csrfmiddlewaretoken"}
    }
    both = {"do": "read", "source": PAGE, "file": SimpleUploadedFile("bai.txt", PAGE.encode())}
    assert "một trong hai" in page(reporter.post(URL, both)).text("#refusal")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"headline": " "}, "#id_headline"),
        ({"headline": "\x01 \x02"}, "#id_headline"),
        ({"headline": "a" * 251}, "#id_headline"),
        ({"kicker": "a" * 81}, "#id_kicker"),
        ({"section": ""}, "#id_section"),
        ({"section": "999"}, "#id_section"),
        ({"section": "new"}, "#id_section"),
        ({"published": "hôm qua"}, "#id_published"),
        ({"published": "0001-01-01T00:00"}, "#id_published"),
        ({"speaker-1-name": "a" * 121}, "#speaker-1-name"),
        ({"speaker-1-office": "a" * 301}, "#speaker-1-office"),
        ({"speaker-0-label": "a" * 121}, "#speaker-0-label"),
        ({"speaker-2-name": "Triệu Thị Mận"}, "#speaker-2-name"),
        ({"byline": "a" * 130}, "#id_byline"),
        ({"turn-0-text": "[Ảnh] " + "a" * 501}, "#turns"),
    ],
)
def test_what_no_row_can_hold_is_said_at_its_field_and_nothing_is_lost(reporter, changes, field):
    response = create(reporter, read(reporter), **changes)
    assert problems(response)
    assert field in [link["href"] for link in page(response).select(".errornote a")]
    assert page(response).has(field)
    again = fields(response)
    for name, value in changes.items():
        if value.isprintable() and not name.startswith("section"):
            assert again[name].strip() == value.strip()
    assert not any(model.objects.exists() for model in (Article, Person, Author))


def test_a_source_without_a_headline_waits_for_one(reporter):
    response = read(reporter, "PV: Vì sao?\n\nÔng Lò Văn Páo: Vì thế.\n\nPV: Rồi sao?\n\nÔng Lò Văn Páo: Vậy thôi.")
    assert fields(response)["headline"].strip() == ""
    refused = create(reporter, response, section=Section.objects.get().pk)
    assert problems(refused) == ["Tít: Bài chưa có tít."]
    assert page(refused).texts(".field.headline .errorlist") == ["Bài chưa có tít."]
    assert len(page(refused).select(".turns .turn")) == len(page(response).select(".turns .turn"))
    assert create(reporter, refused, headline="Tít gõ thêm").status_code == 302


def test_where_no_answer_says_whose_it_is_one_name_is_enough(reporter):
    lines = ["Bến mới ở Thạch Bồ", "Sau mùa lũ, bến được dựng lại bằng tre.", "- Thưa ông, vì sao chọn tre?",
             "Vì tre có sẵn.", "- Thưa ông, rồi sao nữa?", "Rồi thì xong bến.", "- Xin cảm ơn ông!"]
    response = read(reporter, "\n\n".join(lines))
    shown = page(response)
    assert shown.has(".speakers .nobody")
    row = len(shown.select(".speakers li.speaker")) - 1
    assert fields(response)[f"speaker-{row}-name"] == "", "there is a row to be filled in"
    named = {f"speaker-{row}-name": "Lý Văn Sình", f"speaker-{row}-honorific": "Ông"}
    assert create(reporter, response, section=Section.objects.get().pk, **named).status_code == 302
    answers = Article.objects.get().exchanges.exclude(answer="")
    assert {exchange.speaker for exchange in answers} == {"Ông Lý Văn Sình"}
    assert not page(read(reporter)).has(".speakers .nobody")


def test_a_form_that_is_none_leads_back_to_the_source(reporter):
    assert reporter.post(URL, {"do": "create"}).status_code == 422
    assert reporter.post(URL, {"do": "merge:1"}).status_code == 422


# ---------------------------------------------------------------- sections, authors, persons


def test_only_who_may_make_sections_can_make_one_here(desk):
    make_section("Thời sự")
    chief = desk(Role.CHIEF_EDITOR)
    response = read(chief)
    assert fields(response)["section"] == "new"
    assert fields(response)["section_new"] == "Kinh tế - xã hội"
    assert create(chief, response).status_code == 302
    assert Article.objects.get().section.name == "Kinh tế - xã hội"
    shown = page(read(desk(Role.REPORTER), PAGE.replace("Kinh tế - xã hội", "Mục lạ", 1)))
    assert not shown.has("[name=section_new]") and not shown.has("#id_section option[value=new]")


def test_a_new_section_cannot_take_an_address_of_the_site(desk):
    chief = desk(Role.CHIEF_EDITOR)
    response = create(chief, read(chief), section="new", section_new="Tìm kiếm")
    assert "địa chỉ riêng" in problems(response)[0]
    assert not Section.objects.exists()


def test_names_of_unknown_authors_stay_as_text_where_one_may_not_make_authors(reporter, desk):
    create(reporter, read(reporter))
    article = Article.objects.get()
    assert not Author.objects.exists() and not article.bylines.exists()
    assert "Ký tên: Hoàng Minh Khuê (thực hiện)" in article.unplaced
    managing = desk(Role.MANAGING_EDITOR)
    create(managing, read(managing))
    assert Author.objects.get().articles.count() == 1


def met(office, name="Triệu Thị Mận"):
    """A person who once told the paper something, in that office."""
    person = make_person(name, "Bà")
    interview = make_interview(person=person)
    interview.interviewees.update(office=office)
    return person


def test_a_namesake_of_another_office_is_offered_and_never_merged_silently(reporter):
    known = met("Bí thư Đảng ủy xã Nà Thoang")
    response = read(reporter)
    offered = page(response).texts("#speaker-1-person option")
    assert offered[0] == "— hãy chọn —"
    assert offered[1].startswith("Là Bà Triệu Thị Mận, Bí thư Đảng ủy xã Nà Thoang (")
    refused = create(reporter, response)
    assert "hãy chọn là người ấy hay là người mới" in problems(refused)[0]
    assert Person.objects.count() == 1
    assert create(reporter, refused, **{"speaker-1-person": str(known.pk)}).status_code == 302
    guest = Interviewee.objects.order_by("-pk").filter(person=known).first()
    assert guest.office.startswith("Phó Chủ tịch UBND xã Khau Lạc")
    assert known.interviews.count() == 2


def test_a_namesake_may_be_somebody_new(reporter):
    known = met("Bí thư Đảng ủy xã Nà Thoang")
    assert create(reporter, read(reporter), **{"speaker-1-person": "new"}).status_code == 302
    assert Person.objects.filter(name="Triệu Thị Mận").count() == 2
    assert known.interviews.count() == 1


def test_the_same_office_is_the_same_person(reporter):
    known = met("Phó Chủ tịch UBND xã Khau Lạc, Giám đốc Hợp tác xã Chè Mây")
    assert create(reporter, read(reporter)).status_code == 302
    assert known.interviews.count() == 2


def test_a_choice_of_somebody_elses_is_no_choice(reporter):
    met("Bí thư Đảng ủy xã Nà Thoang")
    stranger = make_person("Lê Văn Khác")
    assert problems(create(reporter, read(reporter), **{"speaker-1-person": str(stranger.pk)}))


def test_the_pages_speak_vietnamese(desk, section):
    chief = desk("superuser")
    met("Bí thư Đảng ủy xã Nà Thoang")
    assert_vietnamese(chief.get(URL), URL)
    response = read(chief)
    for answer in (response, create(chief, response, headline="", section="")):
        # A key is called what is printed on it.
        assert_vietnamese(re.sub(rb"<kbd>.*?</kbd>", b"", answer.content), URL)


def test_the_pages_keep_the_strict_policy_and_are_stored_nowhere(reporter):
    for response in (reporter.get(URL), read(reporter)):
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        assert "no-store" in response.headers["Cache-Control"]


def test_more_persons_and_turns_cost_no_more_queries(reporter, django_assert_max_num_queries):
    many = PAGE.replace("PV : Xin", "\n\n".join(
        f"PV: Câu {n}?\n\nÔng Lê Văn {name}: Đáp câu {n}.\n\nPV: Nữa?\n\nÔng Lê Văn {name}: Có."
        for n, name in enumerate(["An", "Bình", "Cường", "Dũng", "Em", "Giang"])
    ) + "\n\nPV : Xin")
    for name in ("An", "Bình", "Cường"):
        met("Trưởng thôn", f"Lê Văn {name}")
    with django_assert_max_num_queries(16):
        response = read(reporter, many)
    assert len(page(response).select("select[name$=-person]")) == 3


def word_file():
    document = docx.Document()
    document.add_heading("Để mỗi đồi chè thành một điểm đến", 0)
    for line in ("Vụ chè mở cửa bốn đồi.", "PV: Vì sao chọn chè?", "Bà Triệu Thị Mận: Vì chúng tôi giỏi chè."):
        document.add_paragraph(line)
    document.add_paragraph().add_run().add_picture(io.BytesIO(picture_bytes()))
    for line in ("Ảnh: Đồi chè thôn Trên.", "PV: Người dân được gì?", "Bà Triệu Thị Mận: Tám phần mười."):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return SimpleUploadedFile("bai.docx", out.getvalue())


def test_pictures_of_a_word_file_wait_for_the_draft_and_stand_where_they_stood(reporter, section):
    response = reporter.post(URL, {"do": "read", "file": word_file()})
    assert not Image.objects.exists()
    assert create(reporter, response, section=section.pk, **{"turn-0-text": "Sửa câu hỏi"}).status_code == 302
    image = Image.objects.get()
    assert image.file and image.width == 640
    assert f'data-image-id="{image.pk}"' in Article.objects.get().exchanges.all()[0].answer
    assert manuscripts.held(by=reporter.user, token=fields(response)["import"]) is None


def test_nobody_else_and_no_later_day_gets_the_held_pictures(reporter, desk, section):
    sent = fields(reporter.post(URL, {"do": "read", "file": word_file()})) | {"do": "create", "section": section.pk}
    other = desk(Role.EDITOR)
    response = other.post(URL, sent, follow=True)
    assert any("không còn giữ" in said for said in messages(response))
    assert not Image.objects.exclude(file="").exists()
