"""What is written survives in a real browser: killed, signed out, with the server away."""

import pytest
from playwright.sync_api import expect

from articles.models import WorkingCopy
from articles.policy import Role
from tests.articles.admin.forms import address
from tests.browser import follow, sign_in, until_ready
from tests.factories import make_interview
from tests.waiting import eventually

pytestmark = pytest.mark.django_db(transaction=True)
STATE = "working-copy [data-state]"


@pytest.fixture
def complaints(page):
    """What the browser complains of: errors of scripts, breaches of the Content-Security-Policy."""
    heard = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda said: heard.append(said.text) if "Content Security Policy" in said.text else None)
    return heard


def writing(page, site, user, article):
    user = sign_in(page, site, user)
    page.goto(site + address(article))
    until_ready(page)
    return user


def answer(page):
    return page.locator("#cke_id_exchanges-0-answer .cke_wysiwyg_div")


def test_a_killed_browser_loses_nothing_that_was_told_as_kept(browser, page, live_server, complaints):
    article = make_interview(turns=[("Hỏi?", "<p>Đáp.</p>")])
    user = writing(page, live_server.url, Role.EDITOR, article)
    expect(page.locator(STATE)).to_have_text("")
    page.fill("#id_headline", "Viết dở hai nghìn chữ")
    answer(page).click()
    page.keyboard.press("End")
    page.keyboard.type(" Nước lên từ nửa đêm.")
    eventually(lambda: "nửa đêm" in str(WorkingCopy.objects.filter(user=user).values_list("fields", flat=True)))
    expect(page.locator(STATE)).to_contain_text("Đã tự lưu lúc")
    assert not complaints
    page.context.close()

    later = browser.new_context(locale="vi-VN")
    try:
        page = later.new_page()
        writing(page, live_server.url, user, article)
        follow(page, lambda: page.click("section.unsaved-copy [name=_lay_lai]"))
        until_ready(page)
        expect(page.locator("#id_headline")).to_have_value("Viết dở hai nghìn chữ")
        expect(answer(page)).to_contain_text("Đáp. Nước lên từ nửa đêm.")
        follow(page, lambda: page.click(".submit-row [name=_continue]"))
        expect(page.locator("#id_headline")).to_have_value("Viết dở hai nghìn chữ")
        expect(page.locator(".unsaved-copy:visible")).to_have_count(0)
    finally:
        later.close()
    assert article.exchanges.get().answer == "<p>Đáp. Nước lên từ nửa đêm.</p>"


def test_with_the_server_away_the_browser_keeps_it_and_offers_it(page, live_server, complaints):
    article = make_interview()
    writing(page, live_server.url, Role.EDITOR, article)
    page.route("**/ban-dang-viet/", lambda route: route.abort())
    page.fill("#id_headline", "Viết khi mất mạng")
    expect(page.locator(STATE)).to_have_text("Mất kết nối: bản của bạn còn trên máy này.")
    page.on("dialog", lambda dialog: dialog.accept())
    follow(page, page.reload)
    page.unroute("**/ban-dang-viet/")
    expect(page.locator("browser-copy")).to_contain_text("Có bản chưa lưu trên máy này")
    follow(page, lambda: page.click("browser-copy [name=_lay_lai]"))
    until_ready(page)
    expect(page.locator("#id_headline")).to_have_value("Viết khi mất mạng")
    # Put back is not saved: it goes to the server at once.
    expect(page.locator(STATE)).to_contain_text("Đã tự lưu lúc")
    assert not complaints


def test_a_session_that_ended_goes_on_in_place(page, live_server):
    article = make_interview()
    user = writing(page, live_server.url, Role.EDITOR, article)
    cookies = page.context.cookies()
    page.context.clear_cookies()
    page.fill("#id_headline", "Viết khi phiên đã hết")
    expect(page.locator(STATE)).to_contain_text("Phiên làm việc đã hết")
    expect(page.locator("[data-login]")).to_be_visible()
    assert cookies
    window = page.context.new_page()
    sign_in(window, live_server.url, user)
    window.close()
    # What is typed next goes through with the new session's token, and so does the form.
    page.fill("#id_headline", "Viết tiếp sau khi đăng nhập lại")
    expect(page.locator(STATE)).to_contain_text("Đã tự lưu lúc", timeout=20000)
    follow(page, lambda: page.click(".submit-row [name=_continue]"))
    article.refresh_from_db()
    assert article.headline == "Viết tiếp sau khi đăng nhập lại"
