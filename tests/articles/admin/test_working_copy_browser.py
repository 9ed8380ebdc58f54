"""What is written survives in a real browser: killed, signed out, with the server away or started anew."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from articles import beginnings
from articles.models import Article, WorkingCopy
from articles.policy import Role
from tests.articles.admin.forms import address
from tests.browser import follow, sign_in, until_ready
from tests.conftest import HOUSE
from tests.factories import PASSWORD, make_article, make_interview, make_section, make_user
from tests.waiting import comes_within, eventually

pytestmark = pytest.mark.django_db(transaction=True)
STATE = "working-copy [data-state]"
ADD = "/admin/articles/article/add/"
LOST_AT_MOST = 5  # seconds of writing
# A hundred words each, and told apart.
CHUNKS = [
    " ".join(["Nước lên từ nửa đêm, chợ dời lên đê."] * 11 + [f"Đoạn {number}."]) for number in range(20)
]


@pytest.fixture
def complaints(page):
    """What the browser complains of: errors of scripts, breaches of the Content-Security-Policy."""
    heard = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on(
        "console", lambda said: heard.append(said.text) if "Content Security Policy" in said.text else None
    )
    return heard


def signed_in(context, site, user):
    """Give this browser the session of this account."""
    client = Client()
    client.force_login(user)
    name = django_settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])


def writing(page, site, user, article):
    user = sign_in(page, site, user)
    page.goto(site + address(article))
    until_ready(page)
    return user


def answer(page):
    return page.locator("#cke_id_exchanges-0-answer .cke_wysiwyg_div")


def body(page):
    return page.locator("#cke_id_body .cke_wysiwyg_div")


def press_save(page):
    follow(page, page.locator("[name=_continue]:not(.enter-saves):visible").first.click)


def begun_by(user):
    """All that the server keeps of this user's stories never saved."""
    return str([beginnings.fields_of(by=user, token=begun.token) for begun in beginnings.of(user)])


@contextmanager
def own_browser(browser_type, launch_args, profile):
    """A browser with a process of its own; (its context, a function that kills it as a power cut would)."""
    context = browser_type.launch_persistent_context(profile, locale="vi-VN", **launch_args)

    def kill():
        with context.expect_event("close"):
            for process in Path("/proc").glob("[0-9]*"):
                with suppress(FileNotFoundError, ProcessLookupError):
                    if str(profile).encode() in (process / "cmdline").read_bytes():
                        os.kill(int(process.name), signal.SIGKILL)

    dead = []
    context.on("close", lambda: dead.append(True))
    yield context, kill
    if not dead:
        context.close()


def test_killed_in_the_middle_of_two_thousand_words_of_a_new_story_and_back_next_day(
    browser, browser_type, browser_type_launch_args, live_server, tmp_path, monkeypatch
):
    user, section = make_user(Role.EDITOR), make_section()
    launched = browser_type, browser_type_launch_args, tmp_path / "profile"
    with own_browser(*launched) as (context, kill):
        signed_in(context, live_server.url, user)
        page = context.new_page()
        page.goto(live_server.url + ADD)
        until_ready(page)
        page.fill("#id_headline", "Viết dở hai nghìn chữ")
        body(page).click()
        for chunk in CHUNKS[:-1]:
            page.keyboard.insert_text(chunk)
            page.keyboard.press("Enter")
        comes_within(LOST_AT_MOST, lambda: begun_by(user), "Đoạn 18.")
        page.keyboard.insert_text(CHUNKS[-1])
        kill()

    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    with own_browser(*launched) as (context, _):
        signed_in(context, live_server.url, user)
        page = context.new_page()
        page.goto(live_server.url + ADD)
        follow(page, lambda: page.click("section.begun [name=_lay_lai]"))
        until_ready(page)
        expect(page.locator("#id_headline")).to_have_value("Viết dở hai nghìn chữ")
        page.select_option("#id_section", str(section.pk))
        press_save(page)
    article = Article.objects.get()
    assert all(chunk in article.body for chunk in CHUNKS[:-1])
    assert not beginnings.of(user)


def test_with_the_session_ended_the_text_goes_on_in_place_or_through_signing_in(
    page, live_server, complaints
):
    article = make_interview(turns=[("Hỏi?", "<p>Đáp.</p>")])
    user = writing(page, live_server.url, Role.EDITOR, article)
    page.context.clear_cookies(name=django_settings.SESSION_COOKIE_NAME)
    answer(page).click()
    page.keyboard.press("End")
    page.keyboard.insert_text(" Nước lên từ nửa đêm.")
    expect(page.locator(STATE)).to_contain_text("Phiên làm việc đã hết")
    expect(page.locator("[data-login]")).to_be_visible()
    window = page.context.new_page()
    sign_in(window, live_server.url, user)
    window.close()
    # What is typed next goes through with the new session's token, and so does the form.
    page.fill("#id_headline", "Viết tiếp sau khi đăng nhập lại")
    expect(page.locator(STATE)).to_contain_text("Đã tự lưu lúc")
    press_save(page)
    article.refresh_from_db()
    assert article.headline == "Viết tiếp sau khi đăng nhập lại"
    assert article.exchanges.get().answer == "<p>Đáp. Nước lên từ nửa đêm.</p>"

    # Nobody looked at that line: “Lưu” itself meets the end of the session.
    until_ready(page)
    page.context.clear_cookies(name=django_settings.SESSION_COOKIE_NAME)
    page.fill("#id_headline", "Bấm Lưu khi phiên đã hết")
    press_save(page)
    page.fill("#id_username", user.username)
    page.fill("#id_password", PASSWORD)
    follow(page, lambda: page.click("[type=submit]"))
    until_ready(page)
    expect(page.locator("#id_headline")).to_have_value("Bấm Lưu khi phiên đã hết")
    press_save(page)
    expect(page.locator("#id_headline")).to_have_value("Bấm Lưu khi phiên đã hết")
    expect(page.locator(".unsaved-copy:visible")).to_have_count(0)
    article.refresh_from_db()
    assert article.headline == "Bấm Lưu khi phiên đã hết"
    assert not complaints


@contextmanager
def server(port=0):
    """The application as a process of its own over this test's database; its address."""
    database = django_settings.DATABASES["default"]["NAME"]
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{database}", "DEBUG": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", SERVING, str(port)],
        cwd=HOUSE, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


SERVING = """
import sys
from wsgiref.simple_server import make_server
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
application = StaticFilesHandler(get_wsgi_application())
served = make_server("127.0.0.1", int(sys.argv[1]), application, ThreadedWSGIServer, WSGIRequestHandler)
print(served.server_port, flush=True)
served.serve_forever()
"""


@pytest.mark.only_on("sqlite")
def test_with_the_server_started_anew_nothing_is_lost(page, complaints):
    user, article = make_user(Role.EDITOR), make_article(body="<p>Mở đầu.</p>")
    with server() as site:
        signed_in(page.context, site, user)
        page.goto(site + address(article))
        until_ready(page)
        page.fill("#id_headline", "Viết trước khi máy chủ ngừng")
        expect(page.locator(STATE)).to_contain_text("Đã tự lưu lúc")
    body(page).click()
    page.keyboard.press("End")
    page.keyboard.insert_text(" Viết khi máy chủ vắng.")
    expect(page.locator(STATE)).to_have_text("Mất kết nối: bản của bạn còn trên máy này.")
    with server(int(site.rpartition(":")[2])):
        kept = WorkingCopy.objects.filter(user=user)
        eventually(lambda: "máy chủ vắng" in str(kept.values_list("fields", flat=True)))
        expect(page.locator(STATE)).to_contain_text("Đã tự lưu lúc")
        press_save(page)
    article.refresh_from_db()
    assert article.headline == "Viết trước khi máy chủ ngừng"
    assert article.body == "<p>Mở đầu. Viết khi máy chủ vắng.</p>"
    assert not complaints


@pytest.mark.only_on("sqlite")
def test_what_the_browser_alone_holds_is_offered(page, live_server, complaints):
    article = make_interview()
    signed_in(page.context, live_server.url, make_user(Role.EDITOR))
    page.on("dialog", lambda dialog: dialog.accept())
    for url in (address(article), f"{ADD}?kind=interview"):
        page.goto(live_server.url + url)
        until_ready(page)
        page.route("**/ban-dang-viet/**", lambda route: route.abort())
        page.fill("#id_headline", "Viết khi mất mạng")
        expect(page.locator(STATE)).to_have_text("Mất kết nối: bản của bạn còn trên máy này.")
        follow(page, page.reload)
        page.unroute("**/ban-dang-viet/**")
        expect(page.locator("browser-copy:visible")).to_contain_text("Có bản chưa lưu trên máy này")
        follow(page, lambda: page.click("browser-copy:visible [name=_lay_lai]"))
        until_ready(page)
        expect(page.locator("#id_headline")).to_have_value("Viết khi mất mạng")
        assert page.url == live_server.url + url
        # Put back is not saved: it goes to the server at once.
        expect(page.locator(STATE)).to_contain_text("Đã tự lưu lúc")
    assert not complaints
