"""The form of an article: who may, what is kept, what cannot be forged, and that nobody overwrites anybody."""

import unicodedata

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Kind, Status
from articles.policy import Role
from tests.articles.admin.forms import address, errors, filled, messages, save
from tests.factories import (
    make_article,
    make_author,
    make_image,
    make_interview,
    make_person,
    make_section,
    picture_bytes,
)
from tests.html import page

ADD = "/admin/articles/article/add/"


def rows(prefix, *given, initial=0):
    """A formset as posted: its management form and its rows."""
    sent = {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(given):
        sent |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return sent


def test_a_story_is_written_with_its_marks_and_signed(desk):
    reporter = desk(Role.REPORTER)
    author = make_author()
    sent = filled(reporter, ADD) | {
        "headline": unicodedata.normalize("NFD", "Đường về Mường Sảo đã thông"),
        "standfirst": "Xe khách chạy lại.",
        "section": make_section().pk,
        "body": "<p>Mặt đường còn <b>ướt</b>.<script>alert(1)</script></p>",
        **rows("bylines", {"author": author.pk, "role": "", "position": 1}),
        "_continue": "1",
    }
    response = reporter.post(ADD, sent, follow=True)

    article = Article.objects.get()
    assert messages(response)[0].startswith(f"Đã lưu bài: {article.headline}")
    assert article.headline == "Đường về Mường Sảo đã thông"
    assert article.slug == "duong-ve-muong-sao-da-thong"
    assert article.body == "<p>Mặt đường còn <strong>ướt</strong>.</p>"
    assert (article.kind, article.status, article.version) == (Kind.STORY, Status.DRAFT, 1)
    assert article.created_by == reporter.user
    assert [byline.author for byline in article.bylines.all()] == [author]
    revision = article.revisions.get()
    assert (revision.number, revision.by) == (1, reporter.user)
    assert revision.snapshot["bylines"][0]["name"] == author.name


def test_an_interview_is_laid_and_its_only_guest_speaks(desk):
    editor = desk(Role.EDITOR)
    person = make_person()
    url = f"{ADD}?kind=interview"
    assert "Hãy lưu bài một lần" in page(editor.get(url)).text("#exchanges-group")
    sent = filled(editor, url) | {
        "headline": "Nước rút, cá phải rút theo",
        "section": make_section().pk,
        **rows("interviewees", {"person": person.pk, "office": "Chủ bè cá", "position": 1}),
        **rows(
            "exchanges",
            {"position": 1, "asked_by": "PV", "question": "Hỏi một?", "answer": "<p>Đáp một.</p>"},
            {"position": 2, "asked_by": "PV", "question": "Cảm ơn ông!", "answer": ""},
        ),
        **rows("bylines"),
    }
    editor.post(url, sent)

    article = Article.objects.get()
    assert article.kind == Kind.INTERVIEW
    first, closing = article.exchanges.all()
    assert first.speaker == person.label
    assert closing.answered_by is None
    assert article.revisions.get().snapshot["exchanges"][0]["answered_by"] == person.label


def test_the_text_before_the_first_question_is_called_so_from_the_first(desk):
    editor = desk(Role.EDITOR)
    for url in (f"{ADD}?kind=interview", address(make_interview())):
        assert page(editor.get(url)).text("label[for=id_body]") == "Lời dẫn:"
    for url in (ADD, address(make_article())):
        assert page(editor.get(url)).text("label[for=id_body]") == "Nội dung:"


def test_a_text_of_two_megabytes_is_saved(desk):
    editor, article = desk(Role.EDITOR), make_article(body="")
    paragraph = "<p>" + "ướt ỡ đường lũ " * 20 + "</p>"
    long = paragraph * (990_000 // len(paragraph))
    assert len(long.encode()) > 1_400_000
    interview = make_interview(turns=[("Hỏi?", "<p>Đáp.</p>")])
    form = page(editor.get(address(article)))
    assert form.one("#article_form")["enctype"] == "multipart/form-data"
    save(editor, article, body=long)
    article.refresh_from_db()
    assert len(article.body) > 980_000
    save(editor, interview, **{"body": long, "exchanges-0-answer": long})
    assert len(interview.exchanges.get().answer) > 980_000


def test_a_text_too_long_is_refused_in_words_and_kept(desk):
    editor, article = desk(Role.EDITOR), make_article(body="<p>Cũ.</p>")
    long = "<p>" + "chữ " * 250_000 + "</p>"
    response = save(editor, article, body=long)
    assert errors(response) == [
        "Phần này dài 1.000.007 ký tự, nhiều nhất được 1.000.000. Hãy chia thành nhiều bài."
    ]
    assert page(response).text("#id_body").count("chữ") == 250_000
    article.refresh_from_db()
    assert article.body == "<p>Cũ.</p>"


def test_stories_have_no_exchanges(desk):
    form = page(desk(Role.EDITOR).get(address(make_article())))
    assert form.has("#bylines-group") and not form.has("#exchanges-group")


@pytest.mark.parametrize("forged", ["status", "created_by", "slug", "kind"])
def test_what_the_form_does_not_ask_cannot_be_forged(desk, forged):
    reporter = desk(Role.REPORTER)
    article = make_article(created_by=reporter.user)
    before = getattr(article, forged)
    wanted = {"status": "published", "created_by": "999", "slug": "gia-mao", "kind": "interview"}[forged]
    save(reporter, article, **{forged: wanted, "dateline": "Nà Thoang"})
    article.refresh_from_db()
    assert article.dateline == "Nà Thoang"
    assert getattr(article, forged) == before


def test_every_save_is_one_version_and_one_revision(desk):
    editor = desk(Role.EDITOR)
    article = make_article()
    save(editor, article, kicker="Vân Lĩnh")
    save(editor, article, kicker="Phú Vân")
    article.refresh_from_db()
    assert article.version == 3
    assert [revision.snapshot["kicker"] for revision in article.revisions.all()] == ["Phú Vân", "Vân Lĩnh"]


def test_saving_without_a_change_leaves_no_trace(desk):
    article = make_interview()
    save(desk(Role.EDITOR), article)
    article.refresh_from_db()
    assert article.version == 1
    assert not article.revisions.exists()


def test_a_change_of_a_row_alone_is_a_new_version(desk):
    article = make_interview()
    save(desk(Role.EDITOR), article, **{"exchanges-0-question": "Xin ông nói rõ hơn?"})
    article.refresh_from_db()
    assert article.version == 2
    assert article.revisions.get().snapshot["exchanges"][0]["question"] == "Xin ông nói rõ hơn?"


@pytest.mark.parametrize("version", ["", "0", "99", "một"])
def test_a_form_without_its_true_version_saves_nothing(desk, version):
    article = make_article()
    response = save(desk(Role.EDITOR), article, headline="Tít khác", version=version)
    assert page(response).select("form.choosing .place.open")
    article.refresh_from_db()
    assert article.headline != "Tít khác"


def test_an_untouched_time_keeps_its_seconds(desk, now):
    at = now.replace(second=42)
    article = make_article(status=Status.PUBLISHED, published_at=at)
    save(desk(Role.MANAGING_EDITOR), article, kicker="Vân Lĩnh")
    article.refresh_from_db()
    assert article.kicker == "Vân Lĩnh"
    assert article.published_at == at


def test_a_published_story_cannot_lose_its_time(desk):
    response = save(desk(Role.MANAGING_EDITOR), make_article(status=Status.PUBLISHED), published_at="")
    assert errors(response) == ["Bài đã đăng phải có thời điểm đăng."]


def test_an_answer_is_given_by_a_guest_of_this_interview_only(desk):
    article, other = make_interview(), make_interview()
    foreign = other.interviewees.get()
    form = page(desk(Role.EDITOR).get(address(article)))
    offered = [option["value"] for option in form.select("#id_exchanges-0-answered_by option")]
    assert offered == ["", str(article.interviewees.get().pk)]

    response = save(desk(Role.EDITOR), article, **{"exchanges-0-answered_by": foreign.pk})
    assert errors(response)
    assert article.exchanges.get().answered_by != foreign


def test_an_exchange_of_another_article_cannot_be_taken(desk):
    article, other = make_interview(), make_interview()
    theirs = other.exchanges.get()
    save(desk(Role.EDITOR), article, **{"exchanges-0-id": theirs.pk, "exchanges-0-question": "Lấy trộm?"})
    theirs.refresh_from_db()
    assert theirs.article == other and theirs.question != "Lấy trộm?"


def test_an_emptied_exchange_is_refused_in_words(desk):
    article = make_interview()
    response = save(
        desk(Role.EDITOR), article, **{"exchanges-0-question": " ", "exchanges-0-answer": "<p>&nbsp;</p>"}
    )
    assert "Mỗi lượt cần có câu hỏi hoặc câu trả lời." in errors(response)


def test_an_added_row_left_empty_is_not_an_exchange(desk):
    article = make_interview()
    added = {"exchanges-TOTAL_FORMS": 2, "exchanges-1-position": 2, "exchanges-1-asked_by": "PV"}
    save(desk(Role.EDITOR), article, **added)
    assert article.exchanges.count() == 1


def test_exchanges_stand_in_the_order_of_their_numbers(desk):
    article = make_interview(turns=[("Một?", "<p>1</p>"), ("Hai?", "<p>2</p>"), ("Ba?", "<p>3</p>")])
    response = save(
        desk(Role.EDITOR),
        article,
        **{"exchanges-0-position": 3, "exchanges-1-position": 1, "exchanges-2-position": 2},
    )
    assert [exchange.question for exchange in article.exchanges.all()] == ["Hai?", "Ba?", "Một?"]
    assert page(response).texts("textarea[name$=-question]")[:3] == ["Hai?", "Ba?", "Một?"]


def test_the_title_of_a_row_is_cut_between_words_and_no_row_of_a_table_says_itself_twice(desk):
    article = make_interview(turns=[("Một câu hỏi dài về cây cầu mới? " * 6, "<p>Đáp.</p>"), ("", "<p>Thêm.</p>")])
    shown = page(desk(Role.EDITOR).get(address(article)))
    long, second = shown.texts("#exchanges-group .inline_label")[:2]
    assert long.endswith("…") and len(long) <= 80
    assert set(long.removesuffix("…").split()) <= set("Một câu hỏi dài về cây cầu mới?".split())
    assert second == "Trả lời"
    assert not shown.has(".tabular td.original p")


def test_an_answer_refused_is_not_folded_away(desk):
    article = make_interview(turns=[("Hỏi?", "<p>Đáp.</p>"), ("Cảm ơn!", "")])
    editor = desk(Role.EDITOR)
    folded = page(editor.get(address(article)))
    assert folded.has("#exchanges-1 details #id_exchanges-1-answer") and not folded.has("#exchanges-0 details")
    refused = page(save(editor, article, **{"exchanges-1-answer": "<p>Lời</p>", "exchanges-1-position": "x"}))
    assert refused.text("#id_exchanges-1-answer") == "<p>Lời</p>" and not refused.has("#exchanges-1 details")
    assert not page(desk(Role.EDITOR).get(f"{ADD}?kind=interview")).has("#exchanges-group details")


def test_the_number_of_an_exchange_can_be_seen_and_typed(desk):
    form = page(desk(Role.EDITOR).get(address(make_interview())))
    assert form.one("#id_exchanges-0-position")["type"] == "number"


def test_a_guest_who_answers_is_not_removed(desk):
    article = make_interview()
    response = save(desk(Role.EDITOR), article, **{"interviewees-0-DELETE": "on"})
    assert article.interviewees.count() == 1
    assert any("Chưa xóa được" in error for error in errors(response))


@pytest.mark.parametrize(
    ("role", "whose", "status", "sees", "edits"),
    [
        (Role.REPORTER, "own", Status.DRAFT, True, True),
        (Role.REPORTER, "own", Status.IN_REVIEW, True, False),
        (Role.REPORTER, "others", Status.DRAFT, False, False),
        (Role.REPORTER, "others", Status.PUBLISHED, True, False),
        (Role.EDITOR, "others", Status.READY, True, True),
        (Role.EDITOR, "others", Status.PUBLISHED, True, False),
        (Role.MANAGING_EDITOR, "others", Status.PUBLISHED, True, True),
        (Role.MANAGING_EDITOR, "others", Status.WITHDRAWN, False, False),
        (Role.CHIEF_EDITOR, "others", Status.WITHDRAWN, True, False),
    ],
)
def test_the_policy_says_who_sees_and_who_edits(desk, role, whose, status, sees, edits):
    client = desk(role)
    article = make_article(status=status, created_by=client.user if whose == "own" else None)
    response = client.get(address(article))
    if not sees:
        assert response.status_code == 302
        assert client.post(address(article), {"headline": "Tít khác"}).status_code in (302, 403)
    else:
        assert response.status_code == 200
        assert page(response).has("#id_headline") == edits
    if sees and not edits:
        assert client.post(address(article), {"headline": "Tít khác"}).status_code == 403
    article.refresh_from_db()
    assert article.headline != "Tít khác"


def test_nobody_deletes_an_article(desk):
    article = make_article()
    chief = desk("superuser")
    assert chief.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"}).status_code == 403
    listed = page(chief.get("/admin/articles/article/"))
    assert not listed.has("option[value=delete_selected]")
    assert Article.objects.filter(pk=article.pk).exists()


def test_only_viewing_shows_the_text_as_readers_see_it(desk):
    article = make_interview(status=Status.PUBLISHED, turns=[("Hỏi?", "<p>Đáp <strong>đậm</strong>.</p>")])
    shown = page(desk(Role.REPORTER).get(address(article)))
    assert "đậm" in shown.texts(".readonly strong")


def test_only_viewing_shows_pictures_and_not_their_captions_alone(desk):
    image = make_image(picture_bytes())
    figure = f'<figure data-image-id="{image.pk}"><figcaption>Nhịp giữa</figcaption></figure>'
    article = make_interview(status=Status.PUBLISHED, body=figure, turns=[("Hỏi?", f"<p>Đáp.</p>{figure}")])
    shown = page(desk(Role.REPORTER).get(address(article)))
    assert len(shown.select(".readonly figure img")) == 2
    assert shown.texts(".readonly .figure-caption") == ["Nhịp giữa", "Nhịp giữa"]


def test_what_could_not_be_placed_is_shown_only_where_there_is_any(desk):
    editor = desk(Role.EDITOR)
    assert not page(editor.get(address(make_article()))).has("#id_unplaced")
    assert page(editor.get(address(make_article(unplaced="Đoạn lạc")))).text("#id_unplaced") == "Đoạn lạc"


def test_editor_pages_alone_may_have_inline_styles(desk):
    editor = desk(Role.EDITOR)
    article = make_article()
    relaxed_pages = {address(article), ADD}
    for url in [*relaxed_pages, "/admin/articles/article/", "/admin/", "/admin/articles/image/add/"]:
        assert ("unsafe-inline" in editor.get(url).headers["Content-Security-Policy"]) == (url in relaxed_pages), url
        assert "no-store" in editor.get(url).headers["Cache-Control"]


def test_the_picture_in_front_is_chosen_from_the_library(desk):
    article, image = make_article(), make_image()
    save(desk(Role.EDITOR), article, lead_image=image.pk)
    article.refresh_from_db()
    assert article.lead_image == image


def test_an_open_form_costs_the_same_for_three_and_for_thirty_exchanges(desk):
    editor = desk(Role.EDITOR)
    counts = []
    for number in (3, 30):
        article = make_interview(turns=[(f"Hỏi {n}?", f"<p>Đáp {n}.</p>") for n in range(number)])
        with CaptureQueriesContext(connection) as queries:
            editor.get(address(article))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 45


# ---------------------------------------------------------------- fields the form never had


FORGED = {
    "status": "published",
    "created_by": "1",
    "created_by_id": "1",
    "slug": "dia-chi-gia",
    "approved_revision": "1",
    "trashed_at": "2026-11-23 10:00",
    "published_at": "01:00 01/01/2020",
    "published_at_0": "01/01/2020",
    "embargo_until": "01:00 01/01/2020",
    "kind": "interview",
}


def test_forged_fields_are_ignored_and_logged(desk, caplog):
    reporter = desk(Role.REPORTER)
    article = make_article(created_by=reporter.user)
    held = ("status", "created_by_id", "kind", "trashed_at", "published_at")
    before = {name: getattr(article, name) for name in held}
    save(reporter, article, **FORGED | {"headline": "Tít thật"})
    article.refresh_from_db()
    assert article.headline == "Tít thật" and article.slug == "tit-that"
    assert {name: getattr(article, name) for name in before} == before
    logged = next(line for line in caplog.messages if line.startswith("forged"))
    assert f"user {reporter.user.pk}" in logged and f"article {article.pk}" in logged
    for name in ("status", "created_by", "slug", "published_at", "embargo_until", "kind"):
        assert name in logged


def test_an_honest_form_is_not_called_forged(desk, caplog):
    chief = desk(Role.CHIEF_EDITOR)
    save(chief, make_article(), headline="Tít thật", published_at="06:00 24/11/2026")
    save(chief, make_interview(), headline="Tít thật khác")
    assert not [line for line in caplog.messages if line.startswith("forged")]


def test_a_forged_version_is_a_conflict_and_writes_nothing(desk):
    editor, article = desk(Role.EDITOR), make_article(headline="Tít cũ")
    save(editor, article, version="999", headline="Tít giả")
    article.refresh_from_db()
    assert article.headline == "Tít cũ"
