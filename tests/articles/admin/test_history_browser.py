"""The comparison of two revisions in a real browser: open to everybody, also by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.policy import Role
from articles.snapshot import keep_revision
from articles.workflow import record_change
from tests.browser import follow, sign_in, until_still
from tests.factories import make_image, make_interview, picture_bytes

# What a page looks like is no matter of its database.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]


@pytest.fixture
def interview():
    long = "Nhịp giữa được đổ bê tông liên tục trong mười bảy giờ, bắt đầu từ lúc nước ròng. " * 3
    turns = [
        (
            "Tiến độ ra sao?",
            f"<p>{long}Một.</p><p>{long}Hai.</p><p>{long}Có 15.608 người góp công.</p><p>{long}</p><p>Hết.</p>",
        ),
        ("Kinh phí thế nào?", "<p>Đủ dùng.</p>"),
        ("Bao giờ thông xe?", "<p>Trước Tết.</p>"),
    ]
    article = make_interview(turns)
    keep_revision(article, note="lập bài")
    first, _, third = article.exchanges.all()
    picture = make_image(picture_bytes(800, 600), caption="Lễ hợp long", credit="Thu Hà")
    figure = f'<figure data-image-id="{picture.pk}"><figcaption>Nhịp cuối nối liền.</figcaption></figure>'
    article.exchanges.filter(pk=first.pk).update(answer=first.answer.replace("15.608", "15.806") + figure)
    article.exchanges.filter(pk=third.pk).update(position=0)
    record_change(article, by=None)
    return article


WINDOWS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]


def test_the_comparison_is_open_to_everybody(interview, live_server, browser, browser_context_args):
    context = browser.new_context(**browser_context_args, reduced_motion="reduce")
    page = context.new_page()
    refused, wrong = [], {}
    page.on("console", lambda said: "Content Security Policy" in said.text and refused.append(said.text))

    def look(name):
        for width, scheme in WINDOWS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            until_still(page)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong[name, width] = "wider than the window"
            found = Axe().run(page).response["violations"]
            rules = [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found]
            if rules:
                wrong[name, width, scheme] = rules

    sign_in(page, live_server.url, Role.EDITOR, f"/admin/articles/article/{interview.pk}/lich-su/")
    look("list")
    follow(page, page.get_by_role("button", name="So hai bản đã chọn").click)
    expect(page.locator(".turn h3").first).to_have_text("Lượt 1 Chuyển từ lượt 3 lên lượt 1")
    expect(page.locator(".changes del")).to_contain_text("15.608")
    page.locator(".turn details.unchanged > summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".turn details[open] .block").first).to_be_visible()
    look("comparison")
    for mark, line in (("del", "line-through"), ("ins", "underline")):
        drawn = page.locator(f".changes {mark}").first.evaluate(
            "node => getComputedStyle(node).textDecorationLine"
        )
        assert line in drawn
    follow(page, page.locator(".two a").first.click)
    look("one revision")
    context.close()
    assert not wrong and not refused
