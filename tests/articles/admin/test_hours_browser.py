"""Hours and previews in a real browser: understood while typed, counting down by themselves, in two widths."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.models import Status
from articles.policy import Role
from tests.articles.admin.forms import address
from tests.browser import sign_in, until_ready, until_still
from tests.factories import make_article, make_preview

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]


@pytest.fixture
def browser_context_args(browser_context_args):
    """A browser of another language and another place: the desk's hours are the paper's."""
    return {**browser_context_args, "locale": "en-US", "timezone_id": "America/New_York"}


@pytest.fixture
def complaints(page):
    heard = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    return heard


def assert_accessible(page, complaints):
    until_still(page)
    assert complaints == []
    broken = [
        (rule["id"], [node["html"] for node in rule["nodes"]][:2])
        for rule in Axe().run(page).response["violations"]
        if rule["impact"] in ("serious", "critical")
    ]
    assert broken == []
    complaints.clear()  # axe lays styles of its own on the page


def test_an_hour_is_understood_while_it_is_typed(page, live_server, complaints):
    article = make_article()
    sign_in(page, live_server.url, Role.MANAGING_EDITOR)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(live_server.url + address(article))
    until_ready(page)
    page.click("side-column summary")
    said = page.locator("hour-hint:has([name=published_at]) .hour-said")
    page.fill("[name=published_at]", "sáng mai 6h")
    expect(said).to_contain_text(", 06:00 · còn")
    page.fill("[name=published_at]", "30/2 6h")
    expect(said).to_have_text("Tháng 2 không có ngày 30, chỉ có 28 ngày.")
    expect(said).to_contain_class("wrong")
    page.fill("[name=published_at]", "")
    expect(said).to_have_text("")
    for field in page.locator("input.hour:visible").all():
        box = field.bounding_box()
        assert 0 <= box["x"] and box["x"] + box["width"] <= 360
    assert complaints == []


def test_what_is_left_counts_down_without_asking_anybody(page, live_server, now, complaints):
    make_article(status=Status.PUBLISHED, published_at=now + timedelta(minutes=10, seconds=30))
    sign_in(page, live_server.url, Role.EDITOR)
    page.clock.install()
    page.goto(f"{live_server.url}/admin/articles/article/")
    told = page.locator("#result_list time-left time")
    expect(told).to_contain_text("phút")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.run_for(5 * 60_000)
    # The page was made somewhere in the last seconds.
    expect(told).to_contain_text("còn 6 phút")
    page.clock.run_for(7 * 60_000)
    expect(told).to_contain_text("đã đến giờ")
    assert asked == [] and complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_the_preview_shows_two_widths_and_the_panel_is_open_to_everybody(
    page, live_server, complaints, width, scheme
):
    article = make_article(headline="Hồ Thạch Bồ sắp mở cửa")
    make_preview(article)
    sign_in(page, live_server.url, Role.CHIEF_EDITOR)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    frames = f"{live_server.url}/admin/articles/article/{article.pk}/xem-truoc/"
    page.goto(frames)
    for number, inside in ((0, 360), (1, 1280)):
        frame = page.frame_locator("iframe").nth(number)
        expect(frame.locator("h1")).to_have_text("Hồ Thạch Bồ sắp mở cửa")
        assert frame.locator("html").evaluate("root => root.clientWidth") == inside
        # A link leads out of the frame: no other page of the paper may stand in one.
        expect(frame.locator("a.article-section, .article-section a").first).to_have_attribute(
            "target", "_blank"
        )
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert_accessible(page, complaints)
    page.goto(f"{frames}duong-dan/")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert_accessible(page, complaints)
    page.goto(f"{live_server.url}/xem-truoc/{'A' * 43}/")
    # That it is a 404 the browser notes, too.
    assert [said for said in complaints if "404" not in said] == []
    complaints.clear()
    assert_accessible(page, complaints)
