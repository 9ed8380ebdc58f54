"""Corrections in a real browser: a complaint becomes a published notice; nothing breaks a rule of axe or the policy."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.models import Correction, Status
from articles.policy import Role
from articles.snapshot import keep_revision
from tests.browser import follow, sign_in
from tests.factories import make_article

# What a page looks like is no matter of its database.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]


@pytest.fixture
def article(now):
    article = make_article(status=Status.PUBLISHED, headline="Cầu dài 500 mét", body="<p>Cầu dài 500 m.</p>")
    keep_revision(article)
    return article


def broken_rules(page):
    return [
        (rule["id"], [node["html"] for node in rule["nodes"]][:2])
        for rule in Axe().run(page).response["violations"]
    ]


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_from_the_complaint_to_the_reader(article, live_server, browser, browser_context_args, width, scheme):
    options = {
        "viewport": {"width": width, "height": 900},
        "color_scheme": scheme,
        "reduced_motion": "reduce",
    }
    context = browser.new_context(**browser_context_args | options)
    page, site = context.new_page(), live_server.url
    refused = []
    page.on(
        "console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None
    )
    wrong = {}

    def look(name):
        assert refused == []
        if found := broken_rules(page):
            wrong[name] = found
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong[name] = "wider than the window"
        refused.clear()  # axe lays styles of its own on the page

    sign_in(page, site, Role.MANAGING_EDITOR)
    page.goto(f"{site}/admin/articles/correction/add/?q=cau dai")
    look("which story")
    follow(page, lambda: page.get_by_role("link", name="Cầu dài 500 mét").click())
    page.select_option("#id_kind", "cai-chinh")
    page.fill("#id_requested_by", "Ban quản lý dự án")
    page.fill("#id_wrong", "Cầu dài 505 m.")
    follow(page, lambda: page.get_by_role("button", name="Đăng", exact=True).click())
    # Refused: every missing part leads to its field, and what was typed is there.
    expect(page.locator(".correcting-missing li")).to_have_count(3)
    expect(page.locator("#id_requested_by")).to_have_value("Ban quản lý dự án")
    look("refused")
    page.locator(".correcting-missing a").first.click()
    expect(page.locator("#id_wrong")).to_be_in_viewport()
    page.fill("#id_wrong", "Cầu dài 500 m.")
    follow(page, lambda: page.get_by_role("button", name="Lưu, chưa đăng").click())
    expect(page.locator(".correcting-story .clock")).to_have_text("Còn 24 giờ")
    page.goto(f"{site}/admin/")
    expect(page.locator(".waiting-corrections .clock")).to_have_text("Còn 24 giờ")
    look("the desk")
    follow(page, lambda: page.locator(".waiting-corrections li a").click())
    page.fill("#id_right", "Cầu dài 512 m.")
    page.fill("#id_apology", "Báo Vân Lĩnh xin lỗi bạn đọc.")
    follow(page, lambda: page.get_by_role("button", name="Đăng", exact=True).click())
    look("published")
    page.goto(f"{site}/admin/articles/correction/")
    look("the register")
    page.goto(site + article.get_absolute_url())
    page.locator(".correction-banner a").click()
    expect(page.locator(".corrections")).to_be_in_viewport()
    expect(page.locator(".corrections")).to_contain_text("Báo Vân Lĩnh xin lỗi bạn đọc.")
    context.close()
    assert wrong == {}
    assert Correction.objects.public().get().revision == article.revisions.last()
