"""The whole way of a sign-off: made at the desk, read and pressed on a phone without script, seen at the desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles import signoff
from articles.consent import State, consent_of
from articles.models import Status
from articles.policy import Role
from articles.workflow import publishing_problems
from tests.articles.admin.forms import address
from tests.browser import follow, open_window, sign_in
from tests.factories import make_interview, make_user
from tests.waiting import comes_to

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]

TURNS = [
    ("Xin ông cho biết bao giờ thông xe?", "<p>Trước Tết sẽ thông xe.</p>"),
    ("Kinh phí ra sao?", "<p>Hết 184 tỷ đồng.</p><p>Ít hơn dự toán.</p>"),
    ("Còn đường dẫn hai đầu cầu?", "<p>Đang làm.</p>"),
]


@pytest.fixture
def phone(browser, browser_context_args):
    """A phone without JavaScript."""
    context = browser.new_context(
        **browser_context_args, java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    yield context.new_page()
    context.close()


def states(article):
    return [standing.state for standing in consent_of(article.interviewees.get()).standings]


def test_from_the_desk_to_a_phone_without_script_and_back(live_server, page, phone, settings):
    settings.SITE_URL = live_server.url
    settings.REQUIRE_SIGN_OFF = True
    article = make_interview(TURNS, status=Status.READY)
    sign_in(page, live_server.url, make_user(Role.MANAGING_EDITOR))

    # The desk makes the link; the form stays where it is.
    page.goto(live_server.url + address(article))
    tab = open_window(page, page.locator(".sign-off-panel").get_by_role("button", name="Lập đường dẫn").click)
    link = tab.get_by_label("Đường dẫn", exact=True).input_value()
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.get_by_role("button", name="Chép: Đường dẫn").click()
    tab.get_by_text("Đã chép.").wait_for()
    comes_to(lambda: tab.evaluate("navigator.clipboard.readText()"), link)

    # The interviewee reads, approves one, comments on another.
    phone.goto(link)
    expect(phone.locator("main")).to_contain_text("Kính gửi Ông Lương Văn Thành")
    phone.get_by_role("button", name="Duyệt câu 1").click()
    expect(phone.locator("#tien-do")).to_contain_text("Đã duyệt 1 trong 3 câu.")
    phone.get_by_text("Góp ý câu 2", exact=True).click()
    phone.locator("#gop-y-2").fill("Xin ghi 148 tỷ, không phải 184 tỷ.")
    phone.get_by_role("button", name="Duyệt tất cả").click()
    expect(phone.get_by_role("alert")).to_contain_text("chưa gửi")
    expect(phone.locator("#gop-y-2")).to_have_value("Xin ghi 148 tỷ, không phải 184 tỷ.")
    phone.get_by_role("button", name="Gửi góp ý câu 2").click()
    expect(phone.locator(".sign-off-comment")).to_contain_text("Xin ghi 148 tỷ")
    phone.get_by_role("button", name="Duyệt tất cả").click()
    comes_to(lambda: states(article), [State.APPROVED, State.COMMENTED, State.APPROVED])
    assert publishing_problems(article) == ["Ông Lương Văn Thành chưa duyệt lời."]

    # The desk reads the comment and changes the answer; the interviewee sees the change and approves.
    page.reload()
    expect(page.locator(".sign-off-panel")).to_contain_text("Xin ghi 148 tỷ")
    article.exchanges.filter(question="Kinh phí ra sao?").update(answer="<p>Hết 148 tỷ đồng.</p><p>Ít hơn dự toán.</p>")
    phone.goto(link)
    assert phone.locator("del").inner_text().endswith("184") and phone.locator("ins").inner_text().endswith("148")
    phone.get_by_role("button", name="Duyệt câu 2").click()
    expect(phone.locator("#tien-do")).to_contain_text("Ông/bà đã duyệt cả 3 câu")
    assert publishing_problems(article) == []
    assert phone.context.cookies() == []

    # Revoked, it opens no more.
    page.reload()
    page.get_by_role("button", name="Thu hồi đường dẫn").click()
    tab.get_by_text("Đã thu hồi đường dẫn").first.wait_for()
    assert phone.goto(link).status == 404
    expect(phone.locator("h1")).to_contain_text("không dùng được")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_accessible_and_fits(live_server, page, width, scheme):
    article = make_interview([*TURNS, ("Một từ dài?", "<p>" + "dài" * 60 + "</p>")])
    guest = article.interviewees.get()
    invitation = signoff.invite(guest, by=make_user(Role.EDITOR))
    link, path = invitation.sign_off, invitation.path
    first, second, *_ = consent_of(guest).standings
    signoff.approve(link, first.exchange.pk, seen=first.fingerprint)
    signoff.comment(link, second.exchange.pk, "g" * 300, seen=second.fingerprint)
    article.exchanges.filter(pk=first.exchange.pk).update(answer="<p>Sau Tết sẽ thông xe.</p>")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(live_server.url + path)
    for details in page.locator("details").all():
        details.evaluate("node => node.open = true")
    assert_fits(page, width)
    page.locator("#gop-y-1").fill("Khoan đã.")
    follow(page, page.get_by_role("button", name="Duyệt câu 1").click)
    expect(page.get_by_role("alert")).to_be_visible()
    assert_fits(page, width)
    page.goto(f"{live_server.url}/duyet-loi/{'A' * 43}/")
    assert_fits(page, width)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_desks_page_is_accessible_and_fits(live_server, page, width):
    article = make_interview(TURNS)
    user = make_user(Role.MANAGING_EDITOR)
    guest = article.interviewees.get()
    link = signoff.invite(guest, by=user).sign_off
    first, second, _ = consent_of(guest).standings
    signoff.approve(link, first.exchange.pk, seen=first.fingerprint)
    signoff.comment(link, second.exchange.pk, "g" * 300, seen=second.fingerprint)
    article.exchanges.filter(pk=first.exchange.pk).update(answer="<p>Sau Tết sẽ thông xe.</p>")
    page.set_viewport_size({"width": width, "height": 740})
    sign_in(page, live_server.url, user)
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/duyet-loi/")
    page.get_by_text("Quá trình duyệt lời").click()
    assert_fits(page, width)
    follow(page, page.get_by_role("button", name="Lập đường dẫn khác").click)
    assert_fits(page, width)


def assert_fits(page, width):
    violations = Axe().run(page).response["violations"]
    assert [(found["id"], [node["html"] for node in found["nodes"]]) for found in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
