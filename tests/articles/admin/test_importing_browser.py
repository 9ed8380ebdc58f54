"""The review of a transcript in a real browser: by keyboard, on a tablet, without script, without a connection."""

import os
import time

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles import review
from articles.admin import importing
from articles.models import Article, Status
from articles.policy import Role
from tests import browser as hands
from tests.factories import make_interview, make_person, make_section
from tests.transcripts import PAGE, doubting
from tests.waiting import comes_to

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]
IMPORT = "/admin/articles/article/nhap-phong-van/"
TURNS = "turn-rows .turn"
# Seconds, of somebody who works without thinking: what the tests do takes one or two where nothing else runs.
MINUTE = 60


@pytest.fixture
def site(live_server, monkeypatch):
    monkeypatch.setattr(importing.transcripts, "parse", doubting(4))
    make_section("Kinh tế - xã hội")
    return live_server.url


@pytest.fixture
def complaints(page):
    """What the browser complains of: errors of scripts, breaches of the Content-Security-Policy."""
    heard = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda said: heard.append(said.text) if "Content Security Policy" in said.text else None)
    return heard


@pytest.fixture
def without_script(browser, browser_context_args):
    context = browser.new_context(
        **browser_context_args, java_script_enabled=False, viewport={"width": 768, "height": 1024}
    )
    yield context.new_page()
    context.close()


def log_in(page, site, role=Role.REPORTER):
    return hands.sign_in(page, site, role, onward=IMPORT)


def press_read(page):
    hands.follow(page, page.get_by_role("button", name="Đọc bản ghi").click)
    page.wait_for_selector("#review")


def read(page, source=PAGE):
    page.fill("#id_source", source)
    press_read(page)


def shown(page):
    """The review that the form on the page says."""
    entries = page.evaluate("[...new FormData(document.querySelector('#review'))]")
    return review.from_fields(dict(entries))


def turns(reviewed):
    return [(turn.kind, turn.speaker, turn.text, turn.printed, turn.source) for turn in reviewed.turns]


def put_caret(page, number, at):
    page.evaluate(
        "([n, at]) => { const text = document.querySelector(`#turn-${n}-text`); text.focus();"
        " text.setSelectionRange(at, at) }",
        [number, at],
    )


def picture(page, name):
    """A screenshot for the eye, where TOASOAN_SHOTS names a folder."""
    if folder := os.environ.get("TOASOAN_SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_from_paste_to_draft_by_keyboard_in_under_a_minute(page, site, complaints):
    log_in(page, site)
    begun = time.monotonic()
    read(page)
    expect(page.locator("[data-count]")).to_have_text("1 lượt cần xem lại")
    page.keyboard.press("Alt+j")
    comes_to(lambda: page.evaluate("!!document.activeElement.closest('.turn.doubtful')"), True)
    page.keyboard.press("Alt+x")
    expect(page.locator("[data-count]")).to_have_text("Không còn lượt nào cần xem lại")
    comes_to(lambda: page.evaluate("document.activeElement.value"), "create")
    page.keyboard.press("Enter")
    page.wait_for_url("**/change/")
    assert time.monotonic() - begun < MINUTE
    article = Article.objects.get()
    assert article.status == Status.DRAFT
    assert not article.exchanges.filter(doubtful=True).exists()
    kept = "Object.keys(localStorage).filter((key) => key.startsWith('nhap')).length"
    comes_to(lambda: page.evaluate(kept), 0)
    assert complaints == []


def word_file(path):
    document = docx.Document()
    for line in PAGE.partition("Ý kiến của bạn")[0].split("\n"):
        document.add_paragraph(line.strip())
    document.save(path)


@pytest.mark.parametrize("name", ["bai.txt", "bai.docx"])
def test_from_a_file_to_a_draft_in_under_a_minute(page, site, complaints, tmp_path, name):
    log_in(page, site)
    if name.endswith(".txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    else:
        word_file(tmp_path / name)
    begun = time.monotonic()
    page.set_input_files("#id_file", tmp_path / name)
    press_read(page)
    page.keyboard.press("Alt+j")
    page.keyboard.press("Alt+q")  # a question, after all
    page.keyboard.press("Alt+q")
    page.locator(".standing button").click()
    page.wait_for_url("**/change/")
    assert time.monotonic() - begun < MINUTE
    assert Article.objects.get().exchanges.exclude(answer="").count() == 3
    assert complaints == []


def test_without_script_it_is_accepted_or_changed_through_the_selects(without_script, site):
    page = without_script
    log_in(page, site)
    begun = time.monotonic()
    read(page)
    picture(page, "review-without-script")
    row = page.locator(".turn.doubtful")
    row.locator("select").nth(1).select_option(label="Bà Triệu Thị Mận")
    row.get_by_label("Đã xem, đúng rồi").check()
    for _ in range(2):
        hands.follow(page, page.locator("#turn-0 button", has_text="Hỏi ⇄ đáp").click)
    page.locator(".standing button").click()
    page.wait_for_url("**/change/")
    assert time.monotonic() - begun < MINUTE
    answers = Article.objects.get().exchanges.exclude(answer="")
    assert [exchange.speaker for exchange in answers] == ["Bà Triệu Thị Mận"] * 3
    assert not answers.filter(doubtful=True).exists()


# What each key does, and the same by articles/review. (key, turn, caret, operation)
SAME = {
    "tách": ("Alt+Enter", 1, 110, lambda reviewed: review.split(reviewed, 1, 110)),
    "tách giữa đoạn": ("Alt+Enter", 1, 7, lambda reviewed: review.split(reviewed, 1, 7)),
    "tách ở đầu": ("Alt+Enter", 1, 0, lambda reviewed: review.split(reviewed, 1, 0)),
    "gộp": ("Alt+g", 4, 0, lambda reviewed: review.merge(reviewed, 4)),
    "gộp lượt đầu": ("Alt+g", 0, 0, lambda reviewed: review.merge(reviewed, 0)),
    "đổi": ("Alt+q", 2, 0, lambda reviewed: review.swap(reviewed, 2)),
    "chú thích": ("Alt+a", 1, 120, lambda reviewed: review.mark(reviewed, 1, "caption", 120)),
    "cả lượt là chú thích": ("Alt+a", 3, 4, lambda reviewed: review.mark(reviewed, 3, "caption", 4)),
    "lời kết": ("Alt+k", 1, 120, lambda reviewed: review.mark(reviewed, 1, "remark", 120)),
    "lời kết ở đầu": ("Alt+k", 1, 0, lambda reviewed: review.mark(reviewed, 1, "remark", 0)),
    "ký tên": ("Alt+y", 1, 9999, lambda reviewed: review.mark(reviewed, 1, "byline", 9999)),
    "đã xem": ("Alt+x", 4, 0, lambda reviewed: review.look(reviewed, 4)),
}


def test_each_key_does_what_the_server_would(page, site, complaints):
    log_in(page, site)
    for key, number, at, operation in SAME.values():
        page.goto(site + IMPORT)
        read(page)
        before = shown(page)
        put_caret(page, number, at)
        page.keyboard.press(key)
        comes_to(lambda: turns(shown(page)), turns(operation(before)))
    assert complaints == []


def test_a_label_inside_a_turn_names_its_speaker_when_it_is_split_off(page, site):
    log_in(page, site)
    read(page)
    text = "Vâng.\n\nÔng Lò Văn Páo : Tôi cũng vậy."
    page.fill("#turn-3-text", text)
    before = shown(page)
    put_caret(page, 3, 7)
    page.keyboard.press("Alt+Enter")
    comes_to(lambda: turns(shown(page)), turns(review.split(before, 3, 7)))
    comes_to(lambda: shown(page).turns[4].text, "Tôi cũng vậy.")


def test_the_speaker_is_chosen_by_key_by_hand_and_added(page, site, complaints):
    log_in(page, site)
    read(page)
    before = shown(page)
    put_caret(page, 2, 0)
    page.keyboard.press("Alt+n")
    page.keyboard.press("Alt+n")
    comes_to(lambda: turns(shown(page)), turns(review.assign(before, 2, 1)))
    page.select_option("#turn-4-speaker", "0")
    comes_to(lambda: turns(shown(page)), turns(review.assign(review.assign(before, 2, 1), 4, 0)))
    page.get_by_role("button", name="Thêm người nói").click()
    page.keyboard.type("Vi Thị Mây")
    page.select_option("#turn-4-speaker", label="Vi Thị Mây")
    page.select_option("#turn-4-kind", "answer")
    page.locator(".standing button").click()
    page.wait_for_url("**/change/")
    assert Article.objects.get().interviewees.filter(person__name="Vi Thị Mây").exists()
    assert complaints == []


def test_buttons_at_the_turn_do_as_the_keys_do(page, site):
    log_in(page, site)
    page.set_viewport_size({"width": 768, "height": 1024})
    read(page)
    before = shown(page)
    put_caret(page, 1, 110)
    buttons = page.locator("#turn-1 .tools button")
    assert all(button.bounding_box()["height"] >= 44 for button in buttons.all())
    buttons.nth(0).click()
    page.locator("#turn-2 .tools button", has_text="Gộp lên").click()
    comes_to(lambda: [turn.text for turn in shown(page).turns], [turn.text for turn in before.turns])


def test_a_lost_connection_loses_nothing(page, site, complaints):
    user = log_in(page, site)
    read(page)
    page.fill("#id_headline", "Tít gõ trước khi mất mạng")
    page.context.set_offline(True)
    page.locator(".standing button").click()
    page.get_by_text("Chưa gửi được vì mất kết nối.").wait_for()
    expect(page.locator("#id_headline")).to_have_value("Tít gõ trước khi mất mạng")
    put_caret(page, 0, 0)
    page.keyboard.press("Alt+q")
    page.locator("[data-kept]", has_text="Giữ trên máy này").wait_for()
    changed = shown(page)
    page.context.set_offline(False)
    page.goto(f"{site}/admin/")
    page.goto(site + IMPORT)
    expect(page.locator("kept-reviews")).to_contain_text("Tít gõ trước khi mất mạng")
    hands.follow(page, page.get_by_role("button", name="Mở lại").click)
    page.wait_for_selector("#review")
    comes_to(lambda: shown(page), changed)
    page.locator(".standing button").click()
    page.wait_for_url("**/change/")
    assert Article.objects.get().headline == "Tít gõ trước khi mất mạng"
    assert Article.objects.get().created_by == user
    page.goto(site + IMPORT)
    expect(page.locator("kept-reviews")).to_have_text("")
    assert complaints == []


def test_what_the_server_refuses_is_said_on_the_page(page, site, complaints):
    log_in(page, site)
    read(page)
    page.fill("#id_headline", "")
    page.keyboard.press("Enter")
    assert not Article.objects.exists()
    page.locator(".standing button").click()
    page.get_by_text("Tít: Bài chưa có tít.").wait_for()
    page.locator(".errornote a").click()
    page.keyboard.type("Tít mới")
    put_caret(page, 4, 0)
    page.keyboard.press("Alt+x")
    page.locator(".standing button").click()
    page.wait_for_url("**/change/")
    assert Article.objects.get().headline == "Tít mới"
    assert complaints == []


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (768, "light"), (768, "dark"), (1280, "light"), (1280, "dark")]
)
def test_every_width_and_colour_is_accessible(page, site, complaints, width, scheme):
    make_interview(person=make_person("Triệu Thị Mận", "Bà"))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 1024})
    log_in(page, site, Role.CHIEF_EDITOR)
    assert_fits(page, complaints, width)
    picture(page, f"source-{width}-{scheme}")
    read(page)
    assert_fits(page, complaints, width)
    picture(page, f"review-{width}-{scheme}")
    page.keyboard.press("Alt+j")
    page.locator(".legend summary").click()
    put_caret(page, 1, 5)
    assert_fits(page, complaints, width)
    picture(page, f"review-tools-{width}-{scheme}")


def assert_fits(page, complaints, width):
    assert complaints == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    # Axe lays styles of its own into the page, which the policy rightly refuses.
    complaints.clear()
    assert not found, [(page.url, rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]
