"""The list of articles: what is in it, for whom, when it will appear, and what it costs."""

from datetime import datetime, timedelta
from unicodedata import normalize
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.admin.desk import moment, remaining
from articles.models import Article, Author, Byline, Kind, Standing, Status
from articles.policy import Role
from articles.search import index
from articles.workflow import publish, record_change, return_to_writer, submit
from comments.policy import CommentRole
from tests.articles.admin.forms import address, messages, signed_in
from tests.factories import (
    in_standing,
    make_article,
    make_author,
    make_image,
    make_interview,
    make_person,
    make_section,
    make_topic,
)
from tests.html import page

LIST = "/admin/articles/article/"


def headlines(client, query=""):
    return page(client.get(f"{LIST}{query}")).texts("#result_list .field-headline")


def test_a_moment_is_written_in_the_papers_own_time():
    assert moment(datetime(2021, 1, 15, 10, 26, tzinfo=ZoneInfo("UTC"))) == "17:26 15/01/2021"
    assert moment(None) == ""


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(seconds=-1), ""),
        (timedelta(seconds=20), "còn 1 phút"),
        (timedelta(minutes=37), "còn 37 phút"),
        (timedelta(minutes=59), "còn 59 phút"),
        (timedelta(hours=5), "còn 5 giờ"),
        (timedelta(hours=47), "còn 47 giờ"),
        (timedelta(days=3), "còn 3 ngày"),
    ],
)
def test_what_remains_is_said_in_the_largest_unit_that_fits(now, ahead, said):
    assert remaining(now + ahead, now) == said


def test_a_list_of_many_years_is_counted_no_further_than_anybody_looks(desk, monkeypatch):
    monkeypatch.setattr("articles.admin.desk.COUNTED", 2)
    for number in range(3):
        make_article(headline=f"Tin {number}")
    shown = page(desk(Role.EDITOR).get(LIST))
    assert "hơn 2 bài" in shown.text(".paginator")
    Article.objects.first().delete()
    assert "hơn" not in page(desk(Role.EDITOR).get(LIST)).text(".paginator")


def test_a_scheduled_story_says_how_long_it_still_waits(desk, now):
    make_article(headline="Chợ phiên", status=Status.PUBLISHED, published_at=now + timedelta(minutes=37, seconds=30))
    listed = page(desk(Role.EDITOR).get(LIST))
    assert "còn 3" in listed.text(".field-appears") and "phút" in listed.text(".field-appears")
    assert listed.text(".field-state") == "Hẹn giờ"


def test_a_reporter_sees_own_stories_and_published_ones(desk):
    reporter = desk(Role.REPORTER)
    make_article(headline="Nháp của mình", created_by=reporter.user)
    make_article(headline="Nháp của người khác")
    make_article(headline="Bài đã đăng", status=Status.PUBLISHED)
    assert headlines(reporter) == ["Bài đã đăng", "Nháp của mình"]


@pytest.mark.parametrize("role", [CommentRole.MODERATOR, None])
def test_who_has_no_part_in_articles_has_no_list(desk, role):
    make_article()
    assert desk(role).get(LIST).status_code == 403


def test_the_list_is_filtered_by_state_kind_and_section(desk, now):
    editor = desk(Role.EDITOR)
    make_article(headline="Nháp")
    make_article(headline="Đã đăng", status=Status.PUBLISHED)
    make_article(headline="Hẹn giờ", status=Status.PUBLISHED, published_at=now + timedelta(hours=2))
    make_interview(headline="Phỏng vấn", section=make_section("Kinh tế"))
    assert headlines(editor, "?status=draft") == ["Phỏng vấn", "Nháp"]
    assert headlines(editor, "?status=published") == ["Đã đăng"]
    assert headlines(editor, "?status=scheduled") == ["Hẹn giờ"]
    assert headlines(editor, f"?kind__exact={Kind.INTERVIEW}") == ["Phỏng vấn"]
    assert headlines(editor, f"?section__id__exact={make_section('Kinh tế').pk}") == ["Phỏng vấn"]


@pytest.mark.parametrize("typed", ["đường về", "ĐƯỜNG", "duong ve", normalize("NFD", "Đường về"), "muong sao"])
def test_search_finds_with_and_without_marks(desk, typed):
    for headline in ("Đường về Mường Sảo", "Chợ phiên Nà Thoang"):
        index.keep_found(make_article(headline=headline))
    assert headlines(desk(Role.EDITOR), f"?q={typed}") == ["Đường về Mường Sảo"]


def test_a_search_without_words_does_not_fail(desk):
    make_article(headline="Chợ phiên")
    for signs in ("%2C%2C", "\uff9e", "\u037a"):
        assert headlines(desk(Role.EDITOR), f"?q={signs}") == [], signs


def test_buttons_begin_the_two_kinds_and_the_imports(desk):
    links = page(desk(Role.REPORTER).get(LIST)).links(".object-tools a")
    assert [words for words, _ in links] == ["Viết bài", "Lập phỏng vấn", "Nhập bài phỏng vấn", "Nhập bài từ Word"]
    assert links[1][1].endswith("?kind=interview")


@pytest.mark.parametrize(
    ("url", "make"),
    [
        (LIST, lambda n: make_article(headline=f"Bài {n}", section=make_section(f"Mục {n % 3}"))),
        ("/admin/articles/image/", lambda n: make_image(caption=f"Ảnh {n}")),
        ("/admin/articles/topic/", lambda n: make_topic(f"Chủ đề {n}")),
        ("/admin/articles/person/", lambda n: make_person(f"Nhân vật {n}")),
        ("/admin/newsroom/user/", lambda n: signed_in(Role.REPORTER)),
    ],
)
def test_a_list_costs_the_same_for_three_rows_and_for_thirty(desk, url, make):
    client = desk("superuser")
    counts = []
    for rows in (range(3), range(3, 30)):
        for number in rows:
            make(number)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


def test_the_desk_says_what_waits(desk, now):
    make_article(status=Status.IN_REVIEW)
    make_article(headline="Sắp lên", status=Status.PUBLISHED, published_at=now + timedelta(hours=5))
    make_image()
    waiting = page(desk(Role.MANAGING_EDITOR).get("/admin/")).text(".waiting")
    for said in ["Chờ bạn duyệt", "1 ảnh thiếu tệp", "Sắp lên", "còn 5 giờ", "0 ý kiến chờ duyệt"]:
        assert said in waiting
    reporter = page(desk(Role.REPORTER).get("/admin/")).text(".waiting")
    assert "duyệt" not in reporter and "ý kiến" not in reporter


# ---------------------------------------------------------------- standings, the bin, review after


def test_the_list_is_filtered_by_standing_and_the_bin_is_apart(desk):
    for standing in Standing:
        make_article(headline=standing.label, **in_standing(standing))
    chief = desk(Role.CHIEF_EDITOR)
    for standing in set(Standing) - {Standing.ERASED}:
        assert headlines(chief, f"?status={standing.value}") == [standing.label]
    gone = {Standing.TRASHED.label, Standing.ERASED.label}
    assert set(headlines(chief)) == {standing.label for standing in Standing} - gone


def chosen(client, action, *articles, query=""):
    sent = {"action": action, "_selected_action": [article.pk for article in articles]}
    sent |= {f"_seen-{article.pk}": article.version for article in articles}
    return client.post(f"{LIST}{query}", sent, follow=True)


def test_several_stories_go_into_the_bin_and_out_again(desk):
    editor = desk(Role.EDITOR)
    drafts = [make_article(headline=f"Bài {number}") for number in range(3)]
    out = make_article(status=Status.PUBLISHED, headline="Bài đã ra")
    said = messages(chosen(editor, "trash_chosen", *drafts, out))
    assert "Đã bỏ vào thùng rác 3 bài." in said
    assert any(line.startswith("Bài đã ra: ") and "không được" in line for line in said)
    assert headlines(editor) == ["Bài đã ra"]
    drafts = Article.objects.filter(pk__in=[draft.pk for draft in drafts])
    chosen(editor, "untrash_chosen", *drafts, query="?status=trashed")
    assert len(headlines(editor)) == 4


@pytest.mark.parametrize("action", ["submit_chosen", "trash_chosen", "untrash_chosen"])
def test_a_stale_list_does_nothing_to_a_story_saved_meanwhile(desk, action):
    editor, other = desk(Role.EDITOR), desk(Role.MANAGING_EDITOR)
    given = in_standing(Standing.TRASHED if action == "untrash_chosen" else Standing.DRAFT)
    story, fresh = make_article(headline="Bài vừa sửa", **given), make_article(headline="Bài yên", **given)
    record_change(story, by=other.user)
    before = Article.objects.values().get(pk=story.pk)
    story.version -= 1
    said = messages(chosen(editor, action, story, fresh, query="?status=trashed" if given.get("trashed_at") else ""))
    assert any(line.startswith("Bài vừa sửa: Bài vừa được sửa sau khi bạn mở trang") for line in said)
    assert any(line.endswith(" 1 bài.") for line in said)
    assert Article.objects.values().get(pk=story.pk) == before


def test_each_row_of_the_list_carries_its_version(desk):
    editor, story = desk(Role.EDITOR), make_article()
    carried = page(editor.get(LIST)).select(f"#result_list input[name=_seen-{story.pk}]")
    assert [field["value"] for field in carried] == [str(story.version)]
    # A row chosen from a page that did not show it (all of the list) is refused in words.
    said = messages(editor.post(LIST, {"action": "trash_chosen", "_selected_action": [story.pk]}, follow=True))
    assert said[0].startswith(f"{story.headline}: Danh sách gửi đi không có bài này")


def test_a_forged_choice_of_stories_one_may_not_see_changes_nothing(desk):
    reporter, foreign = desk(Role.REPORTER), make_article()
    chosen(reporter, "trash_chosen", foreign)
    chosen(reporter, "submit_chosen", foreign)
    foreign.refresh_from_db()
    assert foreign.trashed_at is None and foreign.status == Status.DRAFT


def test_a_refusal_is_logged_with_who_what_and_which(desk, caplog):
    editor, out = desk(Role.EDITOR), make_article(status=Status.PUBLISHED)
    chosen(editor, "trash_chosen", out)
    assert f"user {editor.user.pk} may not trash article {out.pk} (published)" in caplog.text


def test_what_waits_for_a_review_after_is_listed_and_counted_for_others(desk):
    managing, chief = desk(Role.MANAGING_EDITOR), desk(Role.CHIEF_EDITOR)
    make_article(status=Status.PUBLISHED)
    urgent = make_article(headline="Tin khẩn")
    publish(urgent, by=managing.user, urgent=True)
    assert headlines(chief, "?hau-kiem=cho") == ["Tin khẩn"]
    assert page(chief.get("/admin/")).texts(".waiting .to-review a") == ["Tin khẩn"]
    assert "hậu kiểm" not in page(managing.get("/admin/")).text(".waiting")


@pytest.mark.parametrize("there", [True, False])
def test_what_one_may_not_see_is_told_as_what_is_not_there(desk, there):
    hidden = make_article(headline="Đang viết").pk if there else 999
    said = desk(Role.REPORTER).get(f"/admin/articles/article/{hidden}/change/", follow=True)
    assert messages(said) == ["Không có bài này, hoặc bạn không được xem."]


def test_a_returned_story_is_on_its_writer_s_desk_with_the_reason(desk):
    reporter, editor = desk(Role.REPORTER), desk(Role.EDITOR)
    cosigner = desk(Role.REPORTER)
    story = make_article(headline="Chợ phiên", created_by=reporter.user)
    second = make_author("Lò Thị Sen")
    Author.objects.filter(pk=second.pk).update(user=cosigner.user)
    Byline.objects.create(article=story, author=second, position=2)
    submit(story, by=reporter.user)
    return_to_writer(story, by=editor.user, reason="Cần thêm lời người bán")
    for writer in (reporter, cosigner):
        assert "Cần thêm lời người bán" in page(writer.get("/admin/")).text(".waiting .returned")
    assert not page(desk(Role.REPORTER).get("/admin/")).has(".waiting .returned")
    Article.objects.filter(pk=story.pk).update(published_at=timezone.now() + timedelta(days=1))
    record_change(story, by=desk(Role.MANAGING_EDITOR).user)
    assert "Cần thêm lời người bán" in page(reporter.get("/admin/")).text(".waiting .returned")
    assert "Cần thêm lời người bán" in page(reporter.get(address(story))).text(".next-step .note")
    submit(story, by=reporter.user)
    assert not page(reporter.get("/admin/")).has(".waiting .returned")
