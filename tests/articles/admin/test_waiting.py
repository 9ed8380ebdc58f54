"""The first page of the desk: what waits for whoever opens it, what the clock brings, what readers have."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import signoff
from articles.models import Byline, Correction, Standing, Status, WorkingCopy
from articles.policy import Role
from articles.workflow import record_change, submit
from comments import queues
from comments.models import CommentStatus, Lead
from comments.policy import CommentRole
from tests.factories import (
    approved,
    in_standing,
    make_article,
    make_author,
    make_comment,
    make_image,
    make_interview,
    make_person,
    make_question,
    make_section,
    make_user,
    picture_bytes,
)
from tests.html import page

HOUR = timedelta(hours=1)
FIRST_PAGE = "/admin/"


def shown(client):
    return page(client.get(FIRST_PAGE))


def shelves(client):
    """{heading of the shelf: the headlines on it}."""
    told = shown(client)
    return {
        heading.get_text(" ", strip=True): told.texts(f"ul[aria-labelledby={heading['id']}] > li > a")
        for heading in told.select(".waiting h3[id^=shelf-]")
    }


def test_a_reporter_finds_what_they_write_and_nothing_to_approve(desk):
    reporter = desk(Role.REPORTER)
    make_article(headline="Nháp của mình", created_by=reporter.user)
    signed = make_article(headline="Mình ký tên", status=Status.IN_REVIEW, author=None)
    Byline.objects.create(article=signed, author=make_author("Bút danh", user=reporter.user), position=1)
    make_article(headline="Của người khác", status=Status.IN_REVIEW)
    make_article(headline="Đã đăng", status=Status.PUBLISHED, created_by=reporter.user)
    assert shelves(reporter) == {"Bài của bạn chưa đăng 2": ["Mình ký tên", "Nháp của mình"]}
    assert shown(reporter).texts(".waiting .live > li > a") == ["Đã đăng"]


def test_an_editor_finds_what_others_sent_in_the_longest_waiting_first(desk):
    editor, writer = desk(Role.EDITOR), make_user(Role.REPORTER, full_name="Trần Đức Hậu")
    for headline in ("Gửi trước", "Gửi sau"):
        submit(make_article(headline=headline, created_by=writer), by=writer)
    make_article(headline="Của chính mình", status=Status.IN_REVIEW, created_by=editor.user)
    elsewhere = make_section("Kinh tế")
    elsewhere.editors.add(make_user(Role.EDITOR))
    make_article(headline="Chuyên mục của người khác", status=Status.IN_REVIEW, section=elsewhere)
    approved(make_article(headline="Đã duyệt"))
    assert shelves(editor) == {
        "Chờ bạn duyệt 2": ["Gửi trước", "Gửi sau"],
        "Bài của bạn chưa đăng": ["Của chính mình"],
    }
    assert shown(editor).texts(".to-approve span") == ["Trần Đức Hậu · chờ chưa đầy một phút"] * 2


def test_who_publishes_finds_what_is_approved(desk):
    approved(make_article(headline="Đã duyệt"))
    make_article(headline="Còn nháp")
    assert shelves(desk(Role.MANAGING_EDITOR)) == {"Đã duyệt, chờ bạn đăng": ["Đã duyệt"]}


def test_the_list_shows_all_of_a_shelf(desk):
    editor = desk(Role.MANAGING_EDITOR)
    waiting = [make_article(headline=f"Chờ {number}", status=Status.IN_REVIEW) for number in range(7)]
    make_article(headline="Nháp của người khác")
    make_article(headline="Nháp của mình", created_by=editor.user)
    told = shown(editor)
    assert len(told.select(".to-approve li")) == 5
    [address] = [address for words, address in told.links() if words.startswith("Xem cả 7 bài")]
    assert len(page(editor.get(address)).select("#result_list tbody tr")) == len(waiting)
    mine = page(editor.get("/admin/articles/article/?viec=cua-toi")).texts("#result_list .field-headline")
    assert mine == ["Nháp của mình"]
    reporter = page(desk(Role.REPORTER).get("/admin/articles/article/"))
    assert "Chờ tôi duyệt" not in reporter.text("#changelist-filter")


def test_what_was_typed_and_not_saved_is_named_to_its_writer_until_it_is_saved(desk):
    editor = desk(Role.EDITOR)
    story = make_article(headline="Chợ phiên", created_by=None)
    for user in (editor.user, make_user(Role.EDITOR)):
        WorkingCopy.objects.create(
            article=story, user=user, fields={"headline": ["Chợ"]}, saved_at=timezone.now()
        )
    WorkingCopy.objects.create(article=make_article(), user=editor.user)
    assert shelves(editor) == {"Viết dở, chưa lưu": ["Chợ phiên"]}
    record_change(story, by=editor.user)
    assert shelves(editor) == {}
    assert "Không có bài nào chờ bạn." in shown(editor).text(".for-me")


def test_a_guest_who_has_not_signed_is_named_with_how_far_they_came(desk):
    writer = desk(Role.REPORTER)
    interview = make_interview(
        [("Một?", "<p>A.</p>"), ("Hai?", "<p>B.</p>")], headline="Cầu", created_by=writer.user
    )
    other = make_interview(headline="Của người khác", person=make_person("Lò Thị Sen"))
    for story in (interview, other):
        signoff.invite(story.interviewees.get(), by=desk(Role.CHIEF_EDITOR).user, days=3)
    assert shelves(writer)["Khách mời duyệt lời"] == ["Ông Lương Văn Thành: Cầu"]
    assert shown(writer).texts(".sign-offs span") == ["0/2 câu đã duyệt · đường dẫn còn 3 ngày"]
    assert len(shelves(desk(Role.EDITOR))["Khách mời duyệt lời 2"]) == 2
    signoff.override(interview.interviewees.get(), by=desk(Role.CHIEF_EDITOR).user, reason="Khách đi vắng")
    assert "Khách mời duyệt lời" not in shelves(writer)


def test_readers_wait_with_their_age(desk, now):
    make_comment(created_at=now - 3 * HOUR)
    make_comment()
    make_comment(status=CommentStatus.APPROVED, created_at=now - 90 * HOUR)
    interview = make_interview()
    make_question(interview, created_at=now - 2 * HOUR)
    make_question(interview, status=CommentStatus.APPROVED)
    told = shown(desk(CommentRole.MODERATOR)).texts(".tallies li")
    assert told == [
        "2 ý kiến chờ duyệt cũ nhất chờ 3 giờ",
        "1 câu hỏi của bạn đọc chờ duyệt cũ nhất chờ 2 giờ",
        "1 câu hỏi đã duyệt, chưa đưa vào bài",
        "0 bạn đọc phản ánh trong bảy ngày qua",
    ]


def test_readers_who_wait_longer_than_promised_stand_out(desk, now):
    make_comment(created_at=now - timedelta(minutes=queues.TARGET_MINUTES - 2))
    moderator = desk(CommentRole.MODERATOR)
    assert not shown(moderator).has(".tallies .late")
    make_comment(created_at=now - timedelta(minutes=queues.TARGET_MINUTES + 2))
    assert shown(moderator).texts(".tallies .late") == ["cũ nhất chờ 1 giờ"]


def test_what_readers_told_the_newsroom_is_named_to_those_who_write(desk, now):
    make_comment(lead=Lead.TIP)
    make_comment(lead=Lead.TIP, created_at=now - timedelta(days=9))
    make_comment()
    assert shown(desk(Role.REPORTER)).texts(".tallies li") == ["1 bạn đọc phản ánh trong bảy ngày qua"]


def test_what_goes_down_within_a_day_stands_among_what_the_clock_brings(desk, now):
    make_article(headline="Hạ sớm", status=Status.PUBLISHED, unpublish_at=now + 2 * HOUR)
    make_article(headline="Hạ tuần sau", status=Status.PUBLISHED, unpublish_at=now + 150 * HOUR)
    make_article(headline="Lên", status=Status.PUBLISHED, published_at=now + HOUR)
    told = shown(desk(Role.EDITOR))
    assert told.texts(".waiting .scheduled a") == ["Lên", "Hạ sớm"]
    assert told.has(".scheduled time-left")


def test_what_is_live_leads_to_the_page_readers_see(desk):
    story = make_article(status=Status.PUBLISHED)
    for standing in set(Standing) - {Standing.PUBLISHED}:
        make_article(headline=standing.label, **in_standing(standing))
    for role, links in [(Role.REPORTER, 2), (CommentRole.MODERATOR, 1)]:
        found = [address for _, address in shown(desk(role)).links(".live a")]
        assert found[0] == story.get_absolute_url() and len(found) == links


def test_an_account_without_a_role_is_told_so(desk):
    told = shown(desk(None))
    assert "chưa được giao vai trò" in told.text(".all-lists") and not told.has(".begin")


def test_every_list_one_may_open_is_below_what_waits(desk):
    told = shown(desk("superuser"))
    named = {words for words, _ in told.links(".all-lists li > a:first-child")}
    assert {"Bài", "Ảnh", "Tác giả", "Trang nhất", "Cải chính", "Ý kiến"} <= named
    assert not told.has("#content table")
    assert not page(desk("superuser").get("/admin/articles/")).has(".waiting")


def fill_the_desk(rows, chief):
    """So many of everything that can wait for a chief editor."""
    now = timezone.now()
    for number in rows:
        make_article(status=Status.IN_REVIEW)
        approved(make_article(), by=chief)
        make_article(created_by=chief)
        make_article(status=Status.PUBLISHED, published_at=now + HOUR)
        make_article(
            status=Status.PUBLISHED, lead_image=make_image(picture_bytes(40, 30)) if not number else None
        )
        draft = make_article()
        WorkingCopy.objects.create(article=draft, user=chief, fields={"headline": ["x"]}, saved_at=now)
        signoff.invite(make_interview().interviewees.get(), by=chief)
        Correction.objects.create(article=make_article(status=Status.PUBLISHED), piece=f"Bài {number}")
        make_comment()
        make_question(make_interview())


@pytest.mark.parametrize(
    ("role", "budget"), [(Role.CHIEF_EDITOR, 32), (Role.REPORTER, 25), (CommentRole.MODERATOR, 20)]
)
def test_the_first_page_costs_the_same_for_three_and_for_nine_of_everything(desk, role, budget):
    client, chief = desk(role), make_user(Role.CHIEF_EDITOR)
    counts = []
    for rows in (range(3), range(3, 9)):
        fill_the_desk(rows, client.user if role == Role.CHIEF_EDITOR else chief)
        with CaptureQueriesContext(connection) as queries:
            client.get(FIRST_PAGE)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= budget, counts
