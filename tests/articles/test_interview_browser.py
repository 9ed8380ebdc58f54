"""The interview page in a browser: the list that follows, the link that is copied, and the page without any script."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.models import Exchange, Interviewee, Status
from tests.factories import make_article, make_image, make_interview, make_person, picture_bytes
from tests.waiting import comes_to, eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]

WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
# What is there to be read: closed details hide their links from view whatever their boxes are.
SEEN = "(node) => node.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true })"


@pytest.fixture
def article():
    answer = "".join(f"<p>{'Nước về tới thửa ruộng sau cùng. ' * 12}</p>" for _ in range(5))
    person = make_person(portrait=make_image(picture_bytes()))
    article = make_interview(
        turns=[(f"Câu hỏi số {number}, thưa ông?", answer) for number in range(1, 6)],
        person=person,
        status=Status.PUBLISHED,
    )
    other = Interviewee.objects.create(article=article, person=make_person("Bế Thị Na", "Bà"), office="Nông dân")
    Exchange.objects.create(article=article, position=5, answered_by=other, answer=answer)
    return article


@pytest.fixture
def visit(browser, browser_context_args, live_server, article):
    """visit(viewport, script=True, …) -> the interview's page in a context of its own; nothing may go wrong on it."""
    contexts, wrong = [], []

    def open_page(viewport, *, script=True, before="", address=None, **options):
        options = browser_context_args | {"viewport": viewport, "java_script_enabled": script} | options
        options["reduced_motion"] = "reduce"  # no smooth scrolling to wait for
        context = browser.new_context(**options)
        contexts.append(context)
        if script:
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            context.add_init_script(before)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: message.type == "error" and wrong.append(message.text))
        page.goto(live_server.url + (address or article.get_absolute_url()))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def anchor(article, number):
    return article.exchanges.all()[number - 1].anchor


def comes_in_sight(page, selector):
    """Wait until the top of the element has come to stand in the upper half of the window."""
    place, half = page.locator(selector), page.viewport_size["height"] / 2
    eventually(lambda: 0 <= place.bounding_box()["y"] < half)


def ends_with(anchor):
    return re.compile(f"#{re.escape(anchor)}$")


def test_the_list_stands_beside_the_text_and_shows_where_one_is(visit, article):
    page = visit(WIDE)
    here = page.locator(".question-list [aria-current]")
    links = page.locator(".question-list a")
    links.nth(3).scroll_into_view_if_needed()
    assert here.count() == 0, "nothing has been read yet"
    links.nth(3).click()
    comes_in_sight(page, f"#{anchor(article, 4)}")
    expect(here).to_have_text(["Câu hỏi số 4, thưa ông?"])
    expect(here).to_have_attribute("aria-current", "location")
    assert links.nth(0).bounding_box()["y"] > 0, "it stays in sight"
    box, text = page.locator("question-list").bounding_box(), page.locator(".passages").bounding_box()
    assert box["x"] >= text["x"] + text["width"]
    page.evaluate("window.scrollTo(0, 0)")
    expect(here).to_have_count(0)
    # A jump over everything at once is noticed as well.
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    expect(here).to_have_text(["Câu hỏi số 5, thưa ông?"])


def test_a_list_longer_than_the_window_follows_its_reader(visit):
    article = make_interview(
        turns=[(f"{'Câu hỏi dài ' * 9}{number}?", f"<p>{'Đáp. ' * 90}</p>") for number in range(20)],
        person=make_person("Nông Văn Sài"),
        status=Status.PUBLISHED,
    )
    page = visit(WIDE, address=f"{article.get_absolute_url()}#{anchor(article, 18)}")
    comes_in_sight(page, f"#{anchor(article, 18)}")
    here = page.locator(".question-list [aria-current]")
    expect(here).to_have_count(1)
    eventually(lambda: 0 < here.bounding_box()["y"] < WIDE["height"] - 60)
    # By keyboard it goes where the reader goes in it, whatever the page behind it shows.
    page.evaluate("window.scrollTo(0, 0)")
    expect(here).to_have_count(0)
    link = page.locator(".question-list a").nth(0)
    link.focus()
    for _ in range(14):
        page.keyboard.press("Tab")
    page.evaluate("window.scrollTo(0, document.querySelectorAll('.question')[1].offsetTop)")
    expect(here).to_have_count(1)
    focused = page.locator(".question-list a:focus")
    expect(focused).to_have_text(re.compile(r"14\?$"))
    eventually(lambda: 0 <= focused.bounding_box()["y"] < WIDE["height"] - 30)


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_the_list_is_folded_and_jumps(visit, article, script):
    page = visit(PHONE, script=script)
    link = page.locator(".question-list a").nth(2)
    expect(link).to_be_hidden()
    page.get_by_text("Các câu hỏi (5)").click()
    link.click()
    comes_in_sight(page, f"#{anchor(article, 3)}")
    expect(page).to_have_url(ends_with(anchor(article, 3)))
    expect(link, "folded again").to_be_visible(visible=not script)


def test_without_script_the_list_beside_the_text_is_plain_links(visit, article):
    page = visit(WIDE, script=False)
    expect(page.locator("summary")).to_be_hidden()
    page.locator(".question-list a").nth(2).click()
    comes_in_sight(page, f"#{anchor(article, 3)}")


def test_a_link_is_copied_as_the_one_address_and_says_so(visit, article, settings):
    page = visit(WIDE, address=f"{article.get_absolute_url()}?utm_source=x")
    turn = page.locator(".question").nth(1)
    link = turn.locator("share-link a")
    assert link.evaluate(SEEN) is False, "out of the way until it is wanted"
    turn.hover()
    eventually(lambda: link.evaluate(SEEN))
    page.get_by_role("link", name="Chép liên kết tới câu 2").click()
    turn.get_by_text("Đã chép").wait_for()
    wanted = f"{settings.SITE_URL}{article.get_absolute_url()}#{anchor(article, 2)}"
    comes_to(lambda: page.evaluate("navigator.clipboard.readText()"), wanted)
    assert "#" not in page.url
    assert page.get_by_role("button", name="Chia sẻ").count() == 0, "this browser cannot share"


def test_the_link_comes_into_sight_for_the_keyboard(visit):
    page = visit(WIDE)
    link = page.locator(".question share-link a").first
    link.focus()
    eventually(lambda: link.evaluate(SEEN))


def test_where_the_clipboard_is_refused_the_address_bar_has_the_link(visit, article):
    refuse = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    page = visit(WIDE, before=refuse)
    page.get_by_role("link", name="Chép liên kết tới câu 2").click()
    page.get_by_text("Chép ở thanh địa chỉ").wait_for()
    expect(page).to_have_url(ends_with(anchor(article, 2)))


def test_a_browser_that_shares_is_given_headline_and_address(visit, article, settings):
    keep = "navigator.share = async (given) => { window.given = given; throw new DOMException('', 'AbortError') }"
    page = visit(PHONE, before=keep, has_touch=True, is_mobile=True)
    page.get_by_role("button", name="Chia sẻ câu 3").tap()
    address = f"{settings.SITE_URL}{article.get_absolute_url()}#{anchor(article, 3)}"
    comes_to(lambda: page.evaluate("window.given"), {"title": page.title(), "url": address})


def test_a_thumb_finds_the_link_and_it_leads_there_without_script(visit, article):
    page = visit(PHONE, script=False, has_touch=True, is_mobile=True)
    link = page.get_by_role("link", name="Liên kết tới câu 2")
    box = link.bounding_box()
    assert box["width"] >= 44 and box["height"] >= 44
    link.tap()
    expect(page).to_have_url(ends_with(anchor(article, 2)))
    comes_in_sight(page, f"#{anchor(article, 2)}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nobody_is_shut_out_and_nothing_sticks_out(visit, article, width, scheme):
    for address in (article.get_absolute_url(), "/nhan-vat/luong-van-thanh/"):
        page = visit({"width": width, "height": 800}, address=address, color_scheme=scheme)
        if width < 1200 and address == article.get_absolute_url():
            page.locator(".question-list summary").click()
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_paper_keeps_who_speaks_and_leaves_out_what_is_pressed(visit, article, settings):
    page = visit(WIDE)
    page.emulate_media(media="print")
    assert [page.locator(".question .speaker").nth(n).is_visible() for n in (0, 4)] == [True, True]
    assert [page.locator(".answer .speaker").nth(n).is_visible() for n in (0, 5)] == [True, True]
    assert page.locator("share-link a:visible, .question-list a:visible").count() == 0
    # Where it stands and whose paper it is go with the story: a sheet with nothing but the imprint is no page.
    assert page.locator(".article-foot .print-only").all_inner_texts()[0].endswith(article.get_absolute_url())
    assert page.locator(".article-foot .print-only").nth(1).inner_text().startswith(settings.PAPER["name"])
    assert page.locator("footer.imprint:visible, .comments:visible").count() == 0
    page.emulate_media(media="screen")
    assert page.locator(".print-only:visible").count() == 0
    assert page.locator("footer.imprint").is_visible()


def test_the_text_of_a_story_runs_no_script(visit):
    # What stands above and below it brings its own: tools, comments, what is read most.
    page = visit(WIDE, address=make_article(status=Status.PUBLISHED).get_absolute_url())
    assert page.locator(".article-text script[src]").count() == 0
