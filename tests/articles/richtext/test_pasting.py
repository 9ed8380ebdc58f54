"""What Word and Google Docs put on the clipboard: its structure stays, its dress goes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from articles.policy import Role
from articles.richtext.sanitizer import clean, plain
from tests.articles.richtext.test_editor import Desk
from tests.factories import make_article, make_user

CLIPBOARD = Path(__file__).resolve().parent / "clipboard"
WORD = (CLIPBOARD / "word.html").read_text(encoding="utf-8")
GOOGLE = (CLIPBOARD / "google-docs.html").read_text(encoding="utf-8").strip()
DRESS = re.compile(r"class=|style=|mso|<!--|<!\[|o:p|st1:|<font|<span|<b>|dir=|\xa0|&nbsp;", re.IGNORECASE)
LINK = '<a href="https://vanlinh.example/cau" rel="noopener noreferrer">quy hoạch</a>'
HEADING = "<h2>Diễn biến</h2>"
BULLETS = "<ul><li>Dài 320 mét</li><li>Rộng 12 mét</li></ul>"
NUMBERS = "<ol><li>Làm mố cầu</li><li>Lao dầm</li></ol>"
OPENING = "<p><strong>Sáng 12/10</strong>, tại Bến Lĩnh, <em>hàng trăm</em> người đã có mặt.</p>"
LINKED = f"<p>Xem {LINK} của tỉnh.</p>"
TABLE = (
    "<table><tbody><tr><td>Xã</td><td>Số hộ</td></tr><tr><td>Nà Thoang</td><td>12</td></tr></tbody></table>"
)
PASTE = """([area, html]) => {
  const data = new DataTransfer()
  data.setData("text/html", html)
  document.querySelector(area).dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
}"""


def test_the_server_undresses_what_word_sends():
    stored = clean(WORD)
    assert not DRESS.search(stored), DRESS.search(stored)
    assert stored.startswith(HEADING + OPENING)
    assert LINKED + TABLE in stored
    assert "Dài 320 mét" in plain(stored) and "Lao dầm" in plain(stored)
    assert "ghi chú của biên tập" not in stored and "Cambria" not in stored


def test_the_server_knows_the_bold_that_is_none_of_google_docs():
    stored = clean(GOOGLE)
    assert not DRESS.search(stored), DRESS.search(stored)
    assert "<strong>" not in stored
    assert stored.startswith(HEADING) and BULLETS in stored and stored.endswith(LINKED)
    assert clean('<p><a href="/cau/"><u>cầu</u></a> <u>mới</u></p>') == (
        '<p><a href="/cau/" rel="noopener noreferrer">cầu</a> <u>mới</u></p>'
    )
    assert clean("<b style='font-weight: normal'><p>một <b>hai</b></p></b><p>ba</p>") == (
        "<p>một <strong>hai</strong></p><p>ba</p>"
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.only_on("sqlite")
def test_the_editor_takes_structure_and_leaves_dress(page, live_server):
    desk = Desk(page, live_server, make_user(Role.MANAGING_EDITOR))
    article = make_article(body="")
    desk.open(article)
    for source, wanted in (
        (WORD, HEADING + OPENING + BULLETS + NUMBERS + LINKED + TABLE),
        (GOOGLE, HEADING + OPENING + BULLETS + LINKED),
    ):
        page.evaluate("CKEDITOR.instances.id_body.setData('')")
        area = page.locator(".cke_wysiwyg_div")
        area.click()
        page.evaluate(PASTE, [".cke_wysiwyg_div", source])
        expect(area).to_contain_text("của tỉnh.")
        pasted = desk.written()
        assert not re.search(r"class=|mso|<!--|o:p|st1:|<font|<span", pasted, re.IGNORECASE), pasted
        assert clean(pasted) == wanted
    desk.save()
    article.refresh_from_db()
    assert article.body == wanted
    desk.assert_quiet()
