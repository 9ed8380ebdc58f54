"""The whole way of a reader's question, in a real browser: announced, asked, approved, turned, answered, found."""

import time
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Announcement, Article, Status
from articles.policy import Role
from comments.models import Comment
from tests.browser import follow
from tests.factories import PASSWORD, approved, make_announcement, make_interview, make_question, make_user
from tests.waiting import comes_within

ASKED = "Cầu có làn riêng cho xe đạp không?"
WIDTHS = (360, 768, 1280)


@pytest.fixture
def reader(browser, browser_context_args):
    """A phone without JavaScript."""
    context = browser.new_context(
        **browser_context_args, java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    yield context.new_page()
    context.close()


def sign_in(page, url, username):
    page.goto(url)
    page.fill("[name=username]", username)
    page.fill("[name=password]", PASSWORD)
    follow(page, page.locator("[type=submit]").click)


def violations(page):
    found = Axe().run(page).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


@pytest.mark.django_db(transaction=True)
def test_a_reader_s_question_is_asked_turned_answered_and_found(live_server, reader, page):
    make_user(Role.CHIEF_EDITOR, username="tongbientap")
    draft = make_interview(headline="Tít chưa ai biết", created_by=make_user(Role.REPORTER))
    form = f"{live_server.url}/admin/articles/article/{draft.pk}/change/"
    door = f"{live_server.url}/cau-hoi/{draft.pk}/"
    desk = f"{live_server.url}/admin/comments/comment/"

    # Announce.
    sign_in(page, form, "tongbientap")
    page.locator("#announcement-group summary").click()
    page.fill("[name=announcement-0-title]", "Hỏi kỹ sư trưởng cầu Bến Lĩnh 2")
    page.fill("[name=announcement-0-invitation]", "Cầu sắp hợp long. Bạn muốn hỏi gì?")
    until = timezone.localtime() + timedelta(days=2)
    page.fill("[name=announcement-0-closes_at]", f"{until:%Y-%m-%dT%H:%M}")
    follow(page, page.get_by_role("button", name="Lưu", exact=True).click)
    door_shown = page.get_by_role("link", name="Trang nhận câu hỏi")
    expect(door_shown).to_have_attribute("href", f"/cau-hoi/{draft.pk}/")
    assert Announcement.objects.get().guests.count() == 1

    # Ask, without JavaScript, from the front page on.
    reader.goto(live_server.url)
    follow(reader, reader.get_by_role("link", name="Hỏi kỹ sư trưởng cầu Bến Lĩnh 2").click)
    assert reader.url == door
    assert f"Nhận câu hỏi đến {until:%H:%M %d/%m/%Y}" in reader.locator("main").inner_text()
    assert "Tít chưa ai biết" not in reader.content()
    time.sleep(2.1)  # nobody writes a question within two seconds of the page's making
    reader.fill("[name=text]", ASKED)
    reader.fill("[name=name]", "Nguyễn Văn A")
    reader.fill("[name=place]", "phường Bến Lĩnh")
    follow(reader, reader.get_by_role("button", name="Gửi câu hỏi").click)
    assert reader.url.partition("#")[0] == f"{door}da-gui/"
    reader.goto(door)
    assert ASKED not in reader.content()

    # Approve, then turn: one press each.
    page.goto(desk)
    page.locator("#result_list tr", has_text=ASKED).get_by_role("button", name="Duyệt").click()
    page.get_by_role("link", name="Xem lại").click()
    follow(page, page.get_by_role("button", name="Đưa vào bài phỏng vấn").click)
    follow(page, page.get_by_role("link", name="Mở bài phỏng vấn").click)
    question = Comment.objects.get()
    assert question.exchange.asked_by == "Bạn đọc Nguyễn Văn A (phường Bến Lĩnh)"

    # Publishing without an answer is refused with the reason; with one it goes through.
    Article.objects.update(status=Status.READY)
    page.reload()
    follow(page, page.get_by_role("button", name="Đăng", exact=True).click)
    page.locator("li.error", has_text="1 câu hỏi của bạn đọc chưa có câu trả lời.").wait_for()
    question.exchange.answer = "<p>Có, rộng hai mét mỗi bên.</p>"
    question.exchange.save()
    approved(Article.objects.get())
    page.goto(form)
    follow(page, page.get_by_role("button", name="Đăng", exact=True).click)
    page.get_by_text("Đã đăng:").wait_for()

    # The question is marked, and leads to the very answer: within five seconds.
    comes_within(5, lambda: reader.goto(door).text(), "Đã được trả lời")
    assert "1 câu hỏi, 1 được trả lời" in reader.locator("main").inner_text()
    follow(reader, reader.get_by_role("link", name="Đã được trả lời").click)
    anchor = reader.url.partition("#")[2]
    turn = reader.locator(f"#{anchor}")
    assert "Bạn đọc Nguyễn Văn A (phường Bến Lĩnh)" in turn.inner_text() and ASKED in turn.inner_text()
    assert "rộng hai mét" in reader.locator("main").inner_text()
    assert reader.context.cookies() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.only_on("sqlite")
def test_the_pages_of_questions_fit_and_break_no_rule_of_axe(live_server, page, scheme):
    long = "Nghiêng" * 40
    open_one = make_announcement(make_interview(), title=f"Hỏi về {long}"[:160])
    make_question(open_one.article, name="N" * 60, place="p" * 80, text=f"{long} {ASKED}", status="approved")
    out = make_announcement(make_interview(status=Status.PUBLISHED))
    make_question(out.article, exchange=out.article.exchanges.get(), status="approved")
    closed = make_announcement(closes_at=timezone.now() - timedelta(minutes=1))
    pages = [f"/cau-hoi/{each.article_id}/" for each in (open_one, out, closed)]
    page.emulate_media(color_scheme=scheme)
    for address in [*pages, f"{pages[0]}da-gui/", "/", out.article.get_absolute_url()]:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{live_server.url}{address}")
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, (address, width)
        assert violations(page) == [], address


@pytest.mark.django_db(transaction=True)
@pytest.mark.only_on("sqlite")
def test_the_desk_s_pages_of_questions_break_no_rule_of_axe(live_server, page):
    make_user("superuser", username="quantri")
    announced = make_announcement()
    question = make_question(announced.article, status="approved")
    sign_in(page, f"{live_server.url}/admin/comments/comment/?status=all", "quantri")
    page.get_by_role("button", name="Đưa vào bài").wait_for()
    assert violations(page) == []
    page.goto(f"{live_server.url}/admin/comments/comment/{question.pk}/change/")
    assert violations(page) == []
    page.goto(f"{live_server.url}/admin/articles/article/{announced.article_id}/change/")
    page.locator("#announcement-group summary").click()
    page.evaluate("document.querySelectorAll('.inline-group:not(#announcement-group)').forEach(each => each.remove())")
    assert [found for found in violations(page) if "announcement" in str(found)] == []
