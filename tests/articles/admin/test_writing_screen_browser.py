"""The writing screen under the hands: keys, folding, parting and joining, what is told in the bar."""

import pytest
from playwright.sync_api import expect

from articles.models import Status
from articles.policy import Role
from tests.articles.admin.forms import address
from tests.browser import follow, sign_in, until_ready
from tests.factories import make_article, make_interview
from tests.waiting import comes_to

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]
# Selects these words in the editor, or sets the cursor behind them.
SELECT = """([number, words, whole]) => {
  const area = document.querySelector(`#cke_id_exchanges-${number}-answer .cke_wysiwyg_div`)
  const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() && !walker.currentNode.data.includes(words));
  const at = walker.currentNode.data.indexOf(words)
  area.focus()
  const end = at + words.length
  getSelection().setBaseAndExtent(walker.currentNode, whole ? at : end, walker.currentNode, end)
}"""


@pytest.fixture
def complaints(page):
    """What the browser complains of: errors of scripts, breaches of the Content-Security-Policy."""
    heard = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on(
        "console", lambda said: heard.append(said.text) if "Content Security Policy" in said.text else None
    )
    yield heard
    assert heard == []


def writing(page, live_server, article, role=Role.EDITOR):
    sign_in(page, live_server.url, role, address(article))
    until_ready(page)


def select(page, number, words, whole=True):
    page.evaluate(SELECT, [number, words, whole])


def laid(article):
    return [(exchange.question, exchange.answer) for exchange in article.exchanges.all()]


def save_by_key(page):
    follow(page, lambda: page.keyboard.press("Control+s"))


def test_selected_words_of_an_answer_become_the_next_question(page, live_server, complaints):
    article = make_interview(
        turns=[("Một?", "<p>Nước rút.</p><p>Cá thì sao? Cá theo nước.</p>"), ("Ba?", "<p>3</p>")]
    )
    writing(page, live_server, article)
    select(page, 0, "Cá thì sao?")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("#id_exchanges-2-question")).to_have_value("Cá thì sao?")
    expect(page.locator("#id_exchanges-2-question")).to_be_focused()
    save_by_key(page)
    assert laid(article) == [
        ("Một?", "<p>Nước rút.</p>"),
        ("Cá thì sao?", "<p>Cá theo nước.</p>"),
        ("Ba?", "<p>3</p>"),
    ]
    assert article.exchanges.all()[1].answered_by == article.interviewees.get()


def test_an_exchange_is_parted_at_the_cursor_and_joined_again(page, live_server, complaints):
    article = make_interview(turns=[("Một? Hai?", "<p>Nước rút. Cá theo.</p>")])
    writing(page, live_server, article)
    select(page, 0, "Nước rút.", whole=False)
    page.click("#exchanges-0 turn-parting button >> text=Tách")
    expect(page.locator("#exchanges-1 .cke_wysiwyg_div")).to_have_text("Cá theo.")
    page.fill("#id_exchanges-1-question", "Còn cá?")
    save_by_key(page)
    assert laid(article) == [("Một? Hai?", "<p>Nước rút.</p>"), ("Còn cá?", "<p>Cá theo.</p>")]
    until_ready(page)
    page.click("#exchanges-0 turn-parting button >> text=Gộp")
    expect(page.locator("#exchanges-0 .cke_wysiwyg_div")).to_have_text("Nước rút.Còn cá?Cá theo.")
    save_by_key(page)
    assert laid(article) == [("Một? Hai?", "<p>Nước rút.</p><p>Còn cá?</p><p>Cá theo.</p>")]


def test_exchanges_fold_to_a_line_and_saving_keeps_the_place(page, live_server, complaints):
    article = make_interview(turns=[(f"Hỏi {word}?", f"<p>Đáp {word}.</p>") for word in ("một", "hai", "ba")])
    writing(page, live_server, article)
    page.fill("#id_exchanges-1-question", "Hỏi khác?")
    page.click("#exchanges-1 turn-fold button")
    expect(page.locator("#exchanges-1 .cke_wysiwyg_div")).to_be_hidden()
    expect(page.locator("#exchanges-1 .inline_label")).to_have_text("Hỏi khác?")
    expect(page.locator("#exchanges-1 .turn-speaker")).to_contain_text(article.interviewees.get().person.name)
    page.evaluate("scrollTo(0, 300)")
    save_by_key(page)
    until_ready(page)
    comes_to(lambda: page.evaluate("scrollY"), 300)
    expect(page.locator("#exchanges-1 .cke_wysiwyg_div")).to_be_hidden()
    expect(page.locator("#exchanges-0 .cke_wysiwyg_div")).to_be_visible()
    page.click("turn-folds button >> text=Gập tất cả")
    expect(page.locator(".exchanges .cke_wysiwyg_div:visible")).to_have_count(0)
    page.click("turn-folds button >> text=Mở tất cả")
    expect(page.locator(".exchanges .cke_wysiwyg_div:visible")).to_have_count(3)
    assert laid(article)[1][0] == "Hỏi khác?"


def test_the_next_step_is_two_strokes_away_and_the_length_is_told(page, live_server, complaints):
    article = make_article(status=Status.IN_REVIEW, standfirst="Bốn chữ ở đây.", body="<p>Ba chữ nữa.</p>")
    writing(page, live_server, article)
    count = page.locator("word-count")
    expect(count).to_have_text("7 chữ · đọc 1 phút")
    page.locator(".cke_wysiwyg_div").click()
    page.keyboard.press("End")
    page.keyboard.insert_text(" Thêm " + "chữ " * 260)
    expect(count).to_have_text("268 chữ · đọc 2 phút")
    page.keyboard.press("Control+Enter")
    step = page.locator("button[value=approve]")
    expect(step).to_be_focused()
    expect(page.locator("#effect-approve")).to_be_visible()
    article.refresh_from_db()
    assert article.status == Status.IN_REVIEW
    follow(page, lambda: page.keyboard.press("Control+Enter"))
    comes_to(lambda: type(article).objects.get().status, Status.READY)


def test_a_missing_part_is_jumped_to_where_it_is_folded_away(page, live_server, complaints):
    article = make_article(standfirst="")
    page.set_viewport_size({"width": 390, "height": 800})
    writing(page, live_server, article, Role.MANAGING_EDITOR)
    expect(page.locator("#id_section")).to_be_hidden()
    page.click("side-column summary")
    expect(page.locator("#id_section")).to_be_visible()
    page.click(".missing a >> text=Chưa có sapo.")
    expect(page.locator("#id_standfirst")).to_be_focused()
