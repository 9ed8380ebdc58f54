"""A story's whole life, in a real browser: written, returned, approved, published, corrected, withdrawn."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from articles.models import Article, Correction, Status, Verb
from articles.policy import Role
from tests.browser import follow, sign_in, until_ready
from tests.factories import make_author, make_section, make_user
from tests.waiting import eventually

# Where to leave a picture of each step; nowhere by default.
PICTURES = os.environ.get("NEWSROOM_SCREENSHOTS")
EDITION = ".cke_wysiwyg_div"


@pytest.fixture
def person(browser, browser_context_args, live_server):
    """person(role, name) -> the page of somebody who has signed in, with a window of their own."""
    contexts = []

    def arrives(role, name, onward="/admin/"):
        contexts.append(browser.new_context(**browser_context_args, viewport={"width": 1280, "height": 900}))
        page = contexts[-1].new_page()
        account = make_user(role, full_name=name)
        sign_in(page, live_server.url, account, onward)
        return page, account

    yield arrives
    for context in contexts:
        context.close()


def press(page, name):
    """Press one of the workflow's buttons of a story's screen, once the screen can be used."""
    until_ready(page)
    follow(page, lambda: page.get_by_role("button", name=name, exact=True).click())


def give_reason(page, reason):
    """What goes with the next step stands in the menu of the other steps, which stays open for them."""
    page.click(".bar-more summary")
    page.fill("#id_reason", reason)


def picture(page, name):
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def stands(page, standing):
    expect(page.locator(".next-step h2")).to_have_text(standing)


@pytest.mark.django_db(transaction=True)
def test_a_story_goes_from_the_reporter_to_the_readers_is_corrected_and_withdrawn(person, live_server, page):
    site = live_server.url
    make_section("Kinh tế")

    # The reporter writes, and sends it in.
    reporter, writer = person(Role.REPORTER, "Trần Đức Hậu")
    make_author("Trần Đức Hậu", user=writer)
    reporter.goto(f"{site}/admin/articles/article/add/")
    until_ready(reporter)
    reporter.fill("#id_headline", "Chợ Bến Lĩnh chuyển 120 sạp lên nhà lồng mới")
    reporter.fill("#id_standfirst", "Việc chuyển xong trong một đêm, không sạp nào phải nghỉ bán quá nửa ngày.")
    reporter.select_option("#id_section", label="Kinh tế")
    reporter.click(EDITION)
    reporter.keyboard.type("Đến 5 giờ sáng, sạp cuối cùng đã có điện. Phiên chợ đầu bán được 50 tấn rau.")
    reporter.locator("#bylines-group .select2-selection").first.click()
    reporter.locator(".select2-dropdown .select2-search__field").fill("tran duc")
    reporter.locator(".select2-results__option", has_text="Trần Đức Hậu").click()
    follow(reporter, lambda: reporter.locator("[name=_continue]:not(.enter-saves)").click())
    stands(reporter, "Bản nháp")
    picture(reporter, "1-ban-nhap")
    press(reporter, "Gửi duyệt")
    story = Article.objects.get()
    address, form = f"{site}{story.get_absolute_url()}", f"/admin/articles/article/{story.pk}/change/"
    stands(reporter, "Chờ duyệt")

    # The editor sends it back with a reason; the reporter mends it; the editor approves.
    editor, _ = person(Role.EDITOR, "Lý Mai Lan", form)
    until_ready(editor)
    give_reason(editor, "Ghi rõ ai nói con số 50 tấn.")
    press(editor, "Trả bài")
    stands(editor, "Bản nháp")
    reporter.goto(f"{site}/admin/")
    expect(reporter.locator(".waiting .returned")).to_contain_text("Ghi rõ ai nói con số 50 tấn.")
    picture(reporter, "2-bi-tra-lai")
    reporter.get_by_role("link", name=story.headline).first.click()
    until_ready(reporter)
    reporter.locator(EDITION).first.click()
    reporter.keyboard.press("Control+End")
    reporter.keyboard.type(" Con số do ban quản lý chợ cung cấp.")
    press(reporter, "Gửi duyệt")
    stands(reporter, "Chờ duyệt")
    editor.goto(f"{site}{form}")
    press(editor, "Duyệt")
    stands(editor, "Đã duyệt")
    picture(editor, "3-da-duyet")

    # The managing editor publishes: readers have it.
    assert page.goto(address).status == 404
    managing, _ = person(Role.MANAGING_EDITOR, "Lâm Quốc Chiến", form)
    press(managing, "Đăng")
    stands(managing, "Đã đăng")
    picture(managing, "4-da-dang")
    eventually(lambda: page.goto(address).status == 200)
    expect(page.locator("article")).to_contain_text("50 tấn rau")
    picture(page, "5-ban-doc-thay")

    # A number was wrong: the notice in its four parts, quoted from what readers saw.
    managing.goto(f"{site}/admin/articles/article/{story.pk}/cai-chinh/")
    managing.select_option("#id_kind", "cai-chinh")
    managing.select_option("#id_revision", index=1)
    managing.fill("#id_wrong", "Phiên chợ đầu bán được 50 tấn rau.")
    managing.fill("#id_right", "Phiên chợ đầu bán được 5 tấn rau.")
    follow(managing, lambda: managing.get_by_role("button", name="Đăng", exact=True).click())
    expect(managing.locator("[role=alert]")).to_contain_text("lời xin lỗi")
    managing.fill("#id_apology", "Báo xin lỗi ban quản lý chợ và bạn đọc.")
    picture(managing, "6-cai-chinh")
    follow(managing, lambda: managing.get_by_role("button", name="Đăng", exact=True).click())
    assert Correction.objects.get().published_at
    eventually(lambda: "5 tấn rau" in page.goto(f"{site}/cai-chinh/").text())
    picture(page, "7-trang-cai-chinh")
    eventually(lambda: "xin lỗi ban quản lý chợ" in page.goto(address).text())
    picture(page, "8-bai-co-cai-chinh")

    # Then it is taken back: readers get a notice, the desk the record, the chief editor alone the words.
    managing.goto(f"{site}{form}")
    until_ready(managing)
    give_reason(managing, "Ban quản lý chợ rút lại số liệu.")
    press(managing, "Gỡ bài")
    eventually(lambda: page.goto(address).status == 410)
    assert "nhà lồng" not in page.content()
    picture(page, "9-da-go")
    managing.goto(f"{site}/admin/articles/article/{story.pk}/ho-so/")
    picture(managing, "10-ho-so")
    for who, did in (("Lý Mai Lan", "Duyệt"), ("Lâm Quốc Chiến", "Gỡ"), ("Trần Đức Hậu", "Gửi duyệt")):
        expect(managing.locator("main tr, main li").filter(has_text=who).filter(has_text=did).first).to_be_visible()
    managing.goto(f"{site}{form}")
    expect(managing.locator("#content")).not_to_contain_text("5 giờ sáng")
    chief, _ = person(Role.CHIEF_EDITOR, "Đinh Thế Vinh", form)
    expect(chief.locator("#content")).to_contain_text("5 giờ sáng")
    picture(chief, "11-niem-phong")

    story.refresh_from_db()
    assert story.status == Status.WITHDRAWN
    told = list(story.transitions.order_by("id").values_list("verb", flat=True))
    assert told == [
        Verb.SUBMIT, Verb.RETURN, Verb.SUBMIT, Verb.APPROVE, Verb.PUBLISH, Verb.CORRECT, Verb.WITHDRAW,
    ]  # fmt: skip
    assert all(story.transitions.values_list("by", flat=True))
