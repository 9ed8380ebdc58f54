"""The desk in a real browser: the editor in every answer, rows moved by hand and by key, nothing against the policy."""

import pytest
from playwright.sync_api import expect

from articles.models import Placement, Status
from articles.policy import Role
from tests.articles.admin.forms import address
from tests.articles.admin.test_language import ENGLISH
from tests.browser import drag_figure_below, follow, row_taken, sign_in, until_ready
from tests.factories import make_article, make_comment, make_image, make_interview, picture_bytes
from tests.waiting import comes_to

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]
QUESTIONS = "#exchanges-group .inline-related:not(.empty-form) textarea[name$=-question]"
NUMBERS = "#exchanges-group .inline-related:not(.empty-form) input[name$=-position]"


@pytest.fixture
def site(live_server):
    return live_server.url


@pytest.fixture
def complaints(page):
    """What the browser complains of: errors of scripts, breaches of the Content-Security-Policy."""
    heard = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda said: heard.append(said.text) if "Content Security Policy" in said.text else None)
    return heard


def open_form(page, url):
    page.goto(url)
    until_ready(page)


def write_answer(page, number, text):
    """Type into the editor of this row as a person would."""
    until_ready(page)
    area = page.locator(f"#cke_id_exchanges-{number}-answer .cke_wysiwyg_div")
    area.click()
    page.keyboard.type(text)


def shows(page, selector, wanted):
    """Wait until these fields hold these values, in the order in which they stand on the page."""
    comes_to(lambda: page.locator(selector).evaluate_all("(all) => all.map((one) => one.value)"), wanted)


def press_save(page):
    follow(page, lambda: page.click(".submit-row [name=_continue]"))


def laid(article):
    return [(exchange.question, exchange.answer) for exchange in article.exchanges.all()]


def three_turns():
    return make_interview(turns=[(f"Hỏi {word}?", f"<p>Đáp {word}.</p>") for word in ("một", "hai", "ba")])


def test_an_added_answer_is_written_in_the_editor_moved_up_and_saved(page, site, complaints):
    article = three_turns()
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(article))
    page.click("#exchanges-group .add-row a")
    page.fill("#id_exchanges-3-question", "Hỏi thêm?")
    write_answer(page, 3, "Đáp thêm, ở Mường Sảo.")
    page.locator("#exchanges-3 row-order button").first.click()
    shows(page, NUMBERS, ["1", "2", "3", "4"])
    press_save(page)
    assert laid(article)[2] == ("Hỏi thêm?", "<p>Đáp thêm, ở Mường Sảo.</p>")
    assert laid(article)[3] == ("Hỏi ba?", "<p>Đáp ba.</p>")
    assert article.exchanges.all()[2].answered_by == article.interviewees.get()
    assert complaints == []


def test_rows_move_by_key_and_the_key_stays_under_the_finger(page, site, complaints):
    article = three_turns()
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(article))
    up = page.locator("#exchanges-2 row-order button").first
    up.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    shows(page, QUESTIONS, ["Hỏi ba?", "Hỏi một?", "Hỏi hai?"])
    assert up.evaluate("button => button === document.activeElement")
    expect(page.locator("#exchanges-2 [role=status]")).to_have_text("Lượt 1 trên 3")
    write_answer(page, 2, "Sửa sau khi chuyển. ")
    press_save(page)
    assert [question for question, _ in laid(article)] == ["Hỏi ba?", "Hỏi một?", "Hỏi hai?"]
    assert "Sửa sau khi chuyển." in laid(article)[0][1]
    assert complaints == []


def test_a_typed_number_moves_its_row(page, site, complaints):
    article = three_turns()
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(article))
    page.fill("#id_exchanges-0-position", "3")
    page.keyboard.press("Tab")
    shows(page, QUESTIONS, ["Hỏi hai?", "Hỏi ba?", "Hỏi một?"])
    shows(page, NUMBERS, ["1", "2", "3"])
    assert complaints == []


def test_rows_move_by_hand(page, site, complaints):
    article = three_turns()
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(article))
    with row_taken(page, 0) as hand:
        hand.past(2)
    moved = ["Hỏi hai?", "Hỏi ba?", "Hỏi một?"]
    shows(page, QUESTIONS, moved)
    shows(page, NUMBERS, ["1", "2", "3"])
    press_save(page)
    assert [question for question, _ in laid(article)] == moved
    assert complaints == []


def test_a_row_let_go_over_an_editor_writes_nothing_into_it(page, site, complaints):
    article = three_turns()
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(article))
    with row_taken(page, 0) as hand:
        hand.past(1)
        hand.over(page.locator("#cke_id_exchanges-0-answer .cke_wysiwyg_div"))
    press_save(page)
    assert laid(article) == [(f"Hỏi {word}?", f"<p>Đáp {word}.</p>") for word in ("hai", "một", "ba")]
    assert complaints == []


def test_a_picture_is_still_dragged_within_its_answer(page, site, complaints):
    figure = f'<figure data-image-id="{make_image(picture_bytes()).pk}"><figcaption>Nhịp giữa</figcaption></figure>'
    article = make_interview(turns=[("Hỏi?", f"<p>Một.</p>{figure}<p>Hai.</p><p>Ba.</p>")])
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(article))
    drag_figure_below(page, page.locator("#cke_id_exchanges-0-answer .cke_wysiwyg_div"), "Hai.")
    press_save(page)
    assert laid(article) == [("Hỏi?", f"<p>Một.</p><p>Hai.</p>{figure}<p>Ba.</p>")]
    assert complaints == []


def test_a_chosen_picture_is_seen_at_once(page, site, complaints):
    old, new = make_image(picture_bytes(), caption="Ảnh cũ"), make_image(picture_bytes(500, 400), caption="Ảnh mới")
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(make_article(lead_image=old)))
    beside = page.locator(".field-lead_image strong")
    expect(beside).to_have_text("Ảnh cũ")
    page.click("#lookup_id_lead_image")
    page.click(f"dialog [data-id='{new.pk}'] .picture-take")
    page.wait_for_selector(".field-lead_image strong img[src*='nho']")
    expect(page.locator("#id_lead_image")).to_have_value(str(new.pk))
    expect(beside).to_have_text("Ảnh mới")
    page.fill("#id_lead_image", "99999")
    page.keyboard.press("Tab")
    page.wait_for_selector("text=Không có ảnh số 99999")
    assert complaints == []


def test_a_remark_without_an_answer_gets_one_where_it_is_unfolded(page, site, complaints):
    article = make_interview(turns=[("Hỏi?", "<p>Đáp.</p>"), ("Cảm ơn ông!", "")])
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(article))
    folded = page.locator("#exchanges-1 .cke_wysiwyg_div")
    expect(page.locator("#exchanges-0 .cke_wysiwyg_div")).to_be_visible()
    expect(folded).to_be_hidden()
    page.click("#exchanges-1 summary")
    write_answer(page, 1, "Chào bạn đọc.")
    press_save(page)
    assert laid(article) == [("Hỏi?", "<p>Đáp.</p>"), ("Cảm ơn ông!", "<p>Chào bạn đọc.</p>")]
    assert complaints == []


def test_every_editor_bears_the_name_of_its_field(page, site):
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(three_turns()))
    page.click("#exchanges-group .add-row a")
    page.wait_for_selector("#cke_id_exchanges-3-answer")
    until_ready(page)
    names = page.evaluate(
        """() => [...document.querySelectorAll(".cke[aria-labelledby]")].map(
            (editor) => document.getElementById(editor.getAttribute("aria-labelledby")).textContent)"""
    )
    areas = [area.get_attribute("aria-label") for area in page.locator(".cke_wysiwyg_div").all()]
    assert names == areas == ["Lời dẫn", "Trả lời", "Trả lời", "Trả lời", "Trả lời"]
    spoken = page.evaluate(
        """() => [...document.querySelectorAll(".cke, .cke *")].flatMap((part) =>
            ["aria-label", "alt", "title"].map((name) => part.getAttribute(name) ?? "")).join(" | ")"""
    )
    assert not ENGLISH.search(spoken), spoken


def leaves(page, site):
    """Try to go elsewhere; whether the browser let go without asking. A question is answered with "leave"."""
    asked = []

    def answer(dialog):
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.goto(f"{site}/admin/")
    page.remove_listener("dialog", answer)
    return asked == []


def change_headline(page):
    page.fill("#id_headline", "Tít khác")


def change_body(page):
    page.locator("#cke_id_body .cke_wysiwyg_div").click()
    page.keyboard.type("Thêm. ")


def change_answer(page):
    write_answer(page, 1, "Thêm. ")


def move_a_row(page):
    page.locator("#exchanges-1 row-order button").first.click()


@pytest.mark.parametrize("work", [change_headline, change_body, change_answer, move_a_row])
def test_leaving_unsaved_work_is_asked_about(page, site, complaints, work):
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(three_turns()))
    work(page)
    assert not leaves(page, site)
    assert complaints == []


def test_what_is_refused_is_unsaved_work(page, site):
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(three_turns()))
    page.fill("#id_headline", "")
    press_save(page)
    until_ready(page)
    page.click("#id_headline")
    assert page.locator(".errornote").count() and not leaves(page, site)


def test_nothing_is_asked_where_nothing_was_changed_nor_on_saving(page, site, complaints):
    image = make_image(picture_bytes())
    article = make_interview(
        turns=[("Hỏi?", f'<p>Đáp</p>\n<figure data-image-id="{image.pk}"></figure><ul><li>Một</li></ul>')],
        body="<h2>Tít</h2><p>Lời <strong>dẫn</strong>.</p>",
    )
    sign_in(page, site, Role.EDITOR)
    open_form(page, site + address(article))
    page.locator("#cke_id_body .cke_wysiwyg_div").click()
    page.click("#id_headline")
    assert leaves(page, site)
    open_form(page, site + address(article))
    change_body(page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    press_save(page)
    page.wait_for_selector(".messagelist .success")
    assert asked == [] and complaints == []


def test_lists_fit_a_narrow_desk(page, site):
    story = make_article(headline=("Tít dài " * 25).strip(), status=Status.PUBLISHED)
    Placement.objects.create(article=story, slot="lead", position=1, starts_at=story.published_at)
    make_comment(story, text="Lời dài " * 40)
    sign_in(page, site, "superuser")
    page.set_viewport_size({"width": 1280, "height": 800})
    for path in ["articles/article/", "articles/placement/", "articles/image/", "comments/comment/", "newsroom/user/"]:
        page.goto(f"{site}/admin/{path}")
        hidden = page.evaluate(
            """() => Math.max(...[document.documentElement, ...document.querySelectorAll(".results")].map(
                (box) => box.scrollWidth - box.clientWidth))"""
        )
        assert hidden <= 0, f"{path}: {hidden} px are cut off"
    page.goto(f"{site}/admin/comments/comment/")
    heights = {button.bounding_box()["height"] for button in page.locator(".verbs button").all()}
    assert len(heights) == 1 and heights.pop() < 45
    assert page.locator("#result_list").bounding_box()["width"] > 900


def test_the_main_button_looks_like_one(page, site):
    sign_in(page, site, "superuser")
    article = make_article()
    for path, main in [
        ("articles/section/add/", "_save"),
        (f"articles/section/{article.section.pk}/change/", "_save"),
        (f"articles/article/{article.pk}/change/", "_continue"),
    ]:
        page.goto(f"{site}/admin/{path}")
        colours = {
            button.get_attribute("name"): button.evaluate("(button) => getComputedStyle(button).backgroundColor")
            for button in page.locator(".submit-row input[type=submit]").all()
        }
        others = {colour for name, colour in colours.items() if name != main}
        assert colours[main] == "rgb(38, 63, 135)" and colours[main] not in others, (path, colours)
