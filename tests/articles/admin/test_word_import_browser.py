"""“Nhập bài từ Word” in a real browser: a file is chosen, looked over on a phone and in the dark, and made a draft."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.models import Article
from articles.policy import Role
from tests.articles.admin.test_word_import import HEADLINE, URL, story
from tests.browser import until_still
from tests.factories import PASSWORD, make_section, make_user
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]


def assert_sound(page):
    """Nothing axe complains of, nothing wider than a phone, nothing the policy refused."""
    until_still(page)
    violations = Axe().run(page).response["violations"]
    assert not violations, [(found["id"], found["nodes"][0]["html"]) for found in violations]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_file_becomes_a_draft(page, live_server):
    section, user = make_section("Kinh tế - xã hội"), make_user(Role.EDITOR)
    refused = []
    page.on(
        "console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None
    )
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{live_server.url}/admin/login/?next={URL}")
    page.fill("#id_username", user.username)
    page.fill("#id_password", PASSWORD)
    page.click("[type=submit]")
    expect(page.locator("#id_file")).to_be_visible()
    assert_sound(page)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    page.set_input_files("#id_file", {"name": "bai.docx", "mimeType": kind, "buffer": story()})
    page.get_by_role("button", name="Đọc bài").click()
    expect(page.locator("#id_headline")).to_have_value(HEADLINE)
    picture = page.locator(".story-body img")
    picture.scroll_into_view_if_needed()
    eventually(lambda: picture.evaluate("(image) => image.naturalWidth"))
    assert_sound(page)
    page.emulate_media(color_scheme="light")
    assert_sound(page)
    page.select_option("#id_section", str(section.pk))
    page.get_by_role("button", name="Tạo bản nháp").click()
    expect(page.locator("#article_form")).to_be_visible()
    assert Article.objects.get().headline == HEADLINE
    assert refused == []
