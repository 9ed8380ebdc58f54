"""The front page's desk in a real browser: by hand, by key, without script; open to everybody at every width."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Placement, Status
from articles.policy import Role
from tests.browser import follow, sign_in, until_still
from tests.factories import make_article, make_image, make_section, picture_bytes
from tests.waiting import comes_to

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]
DESK = "/admin/articles/placement/"


@pytest.fixture
def complaints(page):
    """What the browser complains of: errors of scripts, breaches of the Content-Security-Policy."""
    heard = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on(
        "console", lambda said: heard.append(said.text) if "Content Security Policy" in said.text else None
    )
    return heard


@pytest.fixture
def paper():
    """Three seconds pinned, a section with one pin, and stories that fill; {headline: article}."""
    image, now = make_image(picture_bytes()), timezone.now()
    stories = {
        name: make_article(
            headline=name,
            status=Status.PUBLISHED,
            published_at=now - timedelta(hours=hours),
            lead_image=image,
        )
        for hours, name in enumerate(("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy"), 1)
    }
    for position, name in enumerate(("Một", "Hai", "Ba")):
        Placement.objects.create(article=stories[name], position=position)
    Placement.objects.create(article=stories["Bảy"], slot="section", section=make_section())
    make_article(headline="Hẹn", status=Status.PUBLISHED, published_at=now + timedelta(hours=5))
    return stories


@pytest.fixture
def open_desk(page, live_server, paper):
    page.set_viewport_size({"width": 1280, "height": 2400})
    sign_in(page, live_server.url, Role.MANAGING_EDITOR, onward=DESK)
    until_still(page)


def section_place():
    return f"muc-{make_section().pk}"


def pins(page, place):
    return page.locator(f"[data-place={place}] .pins .face-headline").all_inner_texts()


def saved(page):
    follow(page, lambda: page.get_by_role("button", name="Lưu trang nhất").click())
    expect(page.locator(".messagelist .success")).to_be_visible()
    return [(pin.slot, pin.article.headline) for pin in Placement.objects.order_by("slot", "position")]


def drag(page, what, target, where):
    """Take a story by its face and let it go in the upper or lower part of the target."""
    until_still(page)
    box = target.bounding_box()
    at = {"x": box["width"] / 2, "y": 4 if where == "above" else box["height"] - 4}
    page.locator(".face", has_text=what).first.drag_to(target, target_position=at)


def test_pins_are_moved_by_key_and_the_key_stays_under_the_finger(page, open_desk, complaints):
    page.get_by_role("button", name="Lên: Ba").focus()
    page.keyboard.press("Enter")
    comes_to(lambda: pins(page, "second"), ["Một", "Ba", "Hai"])
    expect(page.get_by_role("button", name="Lên: Ba")).to_be_focused()
    page.keyboard.press("Enter")
    comes_to(lambda: pins(page, "second"), ["Ba", "Một", "Hai"])
    # There is no higher place: the keyboard goes to what can still be pressed.
    expect(page.get_by_role("button", name="Xuống: Ba")).to_be_focused()
    expect(page.locator("front-arrangement + [role=status]")).to_contain_text("Ba")
    page.get_by_role("button", name="Bỏ ghim: Hai").focus()
    page.keyboard.press("Enter")
    comes_to(lambda: pins(page, "second"), ["Ba", "Một"])
    expect(page.locator("#place-second")).to_be_focused()
    assert saved(page) == [("second", "Ba"), ("second", "Một"), ("section", "Bảy")]
    assert complaints == []


def test_a_story_is_found_and_pinned_by_key(page, open_desk, complaints):
    page.fill("#id_tim", "hen")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Tìm thấy").wait_for()
    page.select_option("#id_to", "lead")
    page.get_by_role("button", name="Ghim: Hẹn").press("Enter")
    comes_to(lambda: pins(page, "lead"), ["Hẹn"])
    assert saved(page)[0] == ("lead", "Hẹn")
    assert complaints == []


def test_stories_are_dragged_between_places(page, open_desk, complaints):
    rows = page.locator("[data-place=second] [data-row]")
    drag(page, "Ba", rows.nth(0), "above")
    comes_to(lambda: pins(page, "second"), ["Ba", "Một", "Hai"])
    drag(page, "Một", page.locator("[data-place=lead]"), "below")
    comes_to(lambda: pins(page, "lead"), ["Một"])
    drag(page, "Hai", page.locator(f"[data-place={section_place()}] [data-row]"), "below")
    comes_to(lambda: pins(page, section_place()), ["Bảy", "Hai"])
    drag(page, "Hẹn", page.locator("[data-place=second] [data-row]"), "above")
    comes_to(lambda: pins(page, "second"), ["Hẹn", "Ba"])
    expect(page.locator(".saved-or-not")).to_have_text("Có thay đổi chưa lưu.")
    wanted = [("lead", "Một"), ("second", "Hẹn"), ("second", "Ba"), ("section", "Bảy"), ("section", "Hai")]
    assert saved(page) == wanted
    assert complaints == []


def test_the_trial_opens_beside_what_is_being_arranged(page, open_desk, complaints):
    page.get_by_role("button", name="Bỏ ghim: Một").click()
    comes_to(lambda: pins(page, "second"), ["Hai", "Ba"])
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Xem trước").click()
    trial = opened.value
    expect(trial.locator(".preview-banner")).to_contain_text("Cách xếp này chưa lưu")
    expect(trial.locator(".front-lead .card-headline")).to_have_text("Hai")
    assert trial.locator("form[method=post]").count() == 0
    assert pins(page, "second") == ["Hai", "Ba"]
    assert complaints == []


def test_leaving_what_is_not_saved_is_asked_about(page, open_desk, live_server):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(f"{live_server.url}/admin/")
    assert asked == []
    page.goto(f"{live_server.url}{DESK}")
    page.get_by_role("button", name="Lên: Ba").click()
    comes_to(lambda: pins(page, "second"), ["Một", "Ba", "Hai"])
    page.goto(f"{live_server.url}/admin/")
    assert asked == ["beforeunload"]


def test_all_of_it_works_without_script(browser, browser_context_args, live_server, paper):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server.url, Role.CHIEF_EDITOR, onward=DESK)
    follow(page, page.get_by_role("button", name="Lên: Ba").click)
    assert pins(page, "second") == ["Một", "Ba", "Hai"]
    page.locator("[data-place=second] summary").first.click()
    page.fill("#id_pin-0-ends_at", "18:00 25/11/2030")
    page.select_option("#id_pin-0-place", "lead")
    follow(page, page.get_by_role("button", name="Lưu trang nhất").click)
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert pins(page, "lead") == ["Một"] and pins(page, "second") == ["Ba", "Hai"]
    assert Placement.objects.get(slot="lead").ends_at.year == 2030
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_is_open_to_everybody_at_every_width(page, live_server, paper, complaints, scheme):
    page.emulate_media(color_scheme=scheme)
    Placement.objects.filter(article=paper["Hai"]).update(ends_at=timezone.now() - timedelta(hours=1))
    Placement.objects.filter(article=paper["Ba"]).update(starts_at=timezone.now() + timedelta(hours=9))
    sign_in(page, live_server.url, Role.MANAGING_EDITOR, onward=DESK)
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{live_server.url}{DESK}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
        until_still(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert complaints == []
        found = Axe().run(page).response["violations"]
        # Axe lays styles of its own into the page, which the policy rightly refuses.
        complaints.clear()
        assert not found, [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]
