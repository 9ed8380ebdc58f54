"""Pictures in the browser: brought into an answer, captioned, moved with it, and read."""

import io
import random
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image as Pillow
from playwright.sync_api import expect

from articles import workflow
from articles.models import Image, Status
from articles.policy import Role
from articles.snapshot import keep_revision
from tests.articles.richtext.test_editor import Desk
from tests.browser import follow, until_still
from tests.factories import make_article, make_image, make_interview, make_user, picture_bytes
from tests.waiting import comes_to, eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]
DROP = """([target, name, type, all, kind]) => {
  const files = new DataTransfer()
  for (const bytes of all) files.items.add(new File([new Uint8Array(bytes)], name, { type }))
  const area = document.querySelector(target)
  const box = area.getBoundingClientRect()
  const how = { bubbles: true, cancelable: true, clientX: box.x + 20, clientY: box.y + 10 }
  area.dispatchEvent(kind === "paste" ? new ClipboardEvent("paste", { ...how, clipboardData: files })
                                      : new DragEvent("drop", { ...how, dataTransfer: files }))
}"""
SHIFTS = """
window.shifted = []
const told = ({ node, previousRect, currentRect }) =>
  [node?.outerHTML?.slice(0, 80), previousRect.y, previousRect.height, currentRect.y, currentRect.height].join(" ")
const see = (list) => list.getEntries().forEach((entry) => window.shifted.push(...entry.sources.map(told)))
new PerformanceObserver(see).observe({ type: "layout-shift", buffered: true })
"""


@pytest.fixture
def desk(page, live_server):
    return Desk(page, live_server, Role.MANAGING_EDITOR)


def give(desk, target, kind, *files):
    desk.page.evaluate(DROP, [target, f"{kind}.png", "image/png", [list(raw) for raw in files], kind])


def test_two_photographs_are_brought_into_the_second_answer_and_read_there(desk):
    story = make_interview([("Một?", "<p>Đáp một.</p>"), ("Hai?", "<p>Đáp hai.</p><p>Hết.</p>")])
    desk.open(story)
    area = "#exchanges-1 .cke_wysiwyg_div"
    desk.page.locator(area).locator("p", has_text="Đáp hai.").click()
    desk.page.click(".cke_button__newsfigure:visible")
    library = desk.page.locator("dialog.picture-library")
    library.locator("input[type=file]").set_input_files(
        {"name": "mot.png", "mimeType": "image/png", "buffer": picture_bytes(48, 32, "PNG")}
    )
    expect(desk.page.locator(f"{area} figure")).to_have_count(1)
    expect(library).to_have_count(0)
    desk.page.keyboard.type("Cầu nhìn từ bờ nam")
    give(desk, area, "paste", picture_bytes(48, 40, "PNG", "#6b4a5d"))
    expect(desk.page.locator(f"{area} figure")).to_have_count(2)
    desk.page.keyboard.type("Nhịp giữa")
    until_still(desk.page)

    desk.page.locator("#exchanges-1 row-order button").first.click()
    desk.save()
    first, second = Image.objects.order_by("pk")
    told = [
        "<p>Đáp hai.</p>"
        f'<figure data-image-id="{first.pk}"><figcaption>Cầu nhìn từ bờ nam</figcaption></figure>'
        f'<figure data-image-id="{second.pk}"><figcaption>Nhịp giữa</figcaption></figure><p>Hết.</p>',
        "<p>Đáp một.</p>",
    ]
    assert list(story.exchanges.order_by("position", "id").values_list("answer", flat=True)) == told
    desk.assert_quiet()

    story.refresh_from_db()
    workflow.submit(story, by=make_user("superuser"))
    workflow.approve(story, by=make_user("superuser"))
    workflow.publish(story, by=make_user("superuser"))
    desk.page.goto(desk.url + story.get_absolute_url())
    credit = f"Ảnh: {first.credit}"
    assert credit != "Ảnh: "
    assert [" ".join(text.split()) for text in desk.page.locator(".answer figcaption").all_inner_texts()] == [
        f"Ảnh 1. Cầu nhìn từ bờ nam {credit}",
        f"Ảnh 2. Nhịp giữa {credit}",
    ]
    assert desk.page.locator(".answer").first.locator("img").count() == 2


def test_photographs_dropped_into_the_text_come_to_stand_there_and_a_broken_file_is_told(desk):
    article = make_article(body="<p>Một.</p><p>Hai.</p>")
    desk.open(article)
    give(desk, ".cke_wysiwyg_div p", "drop", picture_bytes(48, 32, "PNG"))
    expect(desk.page.locator(".cke_wysiwyg_div figure:not(.gallery)")).to_have_count(1)
    give(desk, ".cke_wysiwyg_div p", "drop", b"<svg onload=alert(1)>")
    expect(desk.page.locator(".cke_notification_warning")).to_contain_text("không phải ảnh")
    assert Image.objects.count() == 1
    assert desk.written().count("<figure") == 1
    give(desk, ".cke_wysiwyg_div p", "drop", *(picture_bytes(48, height, "PNG") for height in (40, 44)))
    expect(desk.page.locator(".cke_wysiwyg_div figure.gallery")).to_have_count(2)


def test_description_and_credit_are_written_where_the_picture_stands(desk):
    image = make_image(picture_bytes(48, 32), alt="", credit="", caption="Bè cá")
    body = '<p>Một.</p><figure data-image-id="{}"><figcaption>{}</figcaption></figure><p>Hai.</p>'
    story = make_article(body=body.format(image.pk, "Lời cũ"), lead_image=image)
    keep_revision(story)  # as every story of the desk has one
    desk.open(story)
    figure, window = desk.page.locator(".cke_wysiwyg_div figure"), desk.page.locator("dialog.picture-words-window")
    alt, credit = window.get_by_label("Mô tả cho người"), window.get_by_label("Nguồn ảnh")
    expect(figure).to_have_attribute("data-credit", re.compile("Chưa có mô tả"))
    expect(figure.locator("img")).to_have_js_property("complete", True)
    until_still(desk.page)
    box = figure.bounding_box()
    figure.click(position={"x": 30, "y": box["height"] - 8})
    expect(alt).to_be_focused()
    assert troubles(desk.page, "dialog") == []
    alt.fill("Ảnh 1")
    desk.page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    figure.locator("img").click()
    desk.page.click(".cke_button__newswords:visible")
    expect(alt).to_have_value("Ảnh 1")
    credit.fill("Đỗ Khuê")
    credit.press("Enter")
    expect(window.locator(".errorlist")).to_contain_text("không tả gì")
    alt.fill("Ba người đứng trên bè.")
    window.get_by_role("button", name="Lưu").click()
    expect(figure).to_have_attribute("data-credit", re.compile("^Ảnh: Đỗ Khuê"))
    desk.page.locator(".field-lead_image strong a").click()
    expect(alt).to_have_value("Ba người đứng trên bè.")
    desk.page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    caption = figure.locator("figcaption")

    def caption_is_written_in():
        # The window gives the focus back in its own time.
        caption.click()
        return caption.evaluate("(one) => one === document.activeElement")

    eventually(caption_is_written_in)
    desk.page.keyboard.press("Control+a")
    desk.page.keyboard.type("Lời mới")
    desk.page.fill("#id_kicker", "Thạch Bồ")
    desk.save()
    story.refresh_from_db()
    assert (story.kicker, story.body) == ("Thạch Bồ", body.format(image.pk, "Lời mới"))
    assert desk.page.evaluate("window.violations") == []


def test_several_of_the_library_make_a_set_and_one_leaves_it(desk):
    one, two = (make_image(picture_bytes(48, height), caption=f"Lời {height}") for height in (32, 40))
    desk.open(make_article(body="<p>Một.</p><p>Hai.</p>"))
    desk.page.locator(".cke_wysiwyg_div p", has_text="Một.").click()
    desk.page.click(".cke_button__newsfigure:visible")
    library = desk.page.locator("dialog.picture-library")
    expect(library.locator(".picture-card")).to_have_count(2)
    assert troubles(desk.page, "dialog") == []
    for image in (one, two):
        library.locator(f"[data-id='{image.pk}'] .picture-tick").click()
    library.get_by_role("button", name="Chèn thành bộ ảnh").click()
    figure = '<figure class="gallery" data-image-id="{}"><figcaption>{}</figcaption></figure>'
    together = "".join(figure.format(image.pk, image.caption) for image in (one, two))
    comes_to(desk.written, f"<p>Một.</p>{together}<p>Hai.</p>")
    desk.page.locator(".cke_wysiwyg_div figure img").first.click()
    desk.page.click(".cke_button__newsgallery:visible")
    eventually(lambda: desk.written().count("gallery") == 1)
    desk.page.keyboard.press("Control+z")
    eventually(lambda: desk.written().count("gallery") == 2)
    desk.assert_quiet()


def troubles(page, context=None):
    """What axe finds wrong, on the whole page or in one part of it."""
    until_still(page)
    found = Axe().run(page, context=context).response["violations"]
    return [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


def noise(width, height):
    """The bytes of a picture that takes its time to come."""
    out = io.BytesIO()
    Pillow.frombytes("L", (width, height), random.Random(1).randbytes(width * height)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def published():
    images = [make_image(noise(400 + 8 * n, 300), caption=f"Lời {n}") for n in range(5)]
    rows = [f'<figure data-image-id="{image.pk}" class="gallery"></figure>' for image in images[1:4]]
    body = f'<p>Chữ.</p>{"".join(rows)}<p>Chữ.</p><figure data-image-id="{images[4].pk}"></figure><p>Chữ.</p>'
    return make_article(lead_image=images[0], body=body, status=Status.PUBLISHED)


@pytest.mark.parametrize("width", [390, 1280])
def test_no_picture_moves_the_page(page, live_server, published, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.add_init_script(SHIFTS)
    page.goto(live_server.url + published.get_absolute_url())
    until_still(page)
    page.locator("article .figure").last.scroll_into_view_if_needed()
    until_still(page)
    assert page.evaluate("window.shifted") == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_set_is_leafed_through_and_a_picture_seen_large(page, live_server, published):
    page.goto(live_server.url + published.get_absolute_url())
    bar = page.locator(".prose .gallery-bar [role=status]")
    expect(bar).to_have_text("Ảnh 1/3")
    page.get_by_role("button", name="Ảnh sau").click()
    expect(bar).to_have_text("Ảnh 2/3")
    page.keyboard.press("End")
    expect(bar).to_have_text("Ảnh 3/3")
    page.locator(".article-lead a.figure-large").click()
    viewer = page.get_by_role("dialog", name="Ảnh lớn")
    expect(viewer.locator(".gallery-bar [role=status]")).to_have_text("Ảnh 1/5")
    assert troubles(page) == []
    page.keyboard.press("ArrowRight")
    expect(viewer.locator(".gallery-bar [role=status]")).to_have_text("Ảnh 2/5")
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    expect(page.locator(".article-lead a.figure-large")).to_be_focused()


def test_a_photograph_dropped_on_the_lead_picture_takes_its_place(desk):
    article = make_article(lead_image=make_image(picture_bytes(48, 32)))
    desk.open(article)
    give(desk, ".field-lead_image strong", "drop", picture_bytes(48, 40, "PNG"))
    expect(desk.page.locator("#id_lead_image")).not_to_have_value(str(article.lead_image_id))
    desk.save()
    article.refresh_from_db()
    assert article.lead_image == Image.objects.latest("pk")
    desk.assert_quiet()


def test_a_picture_is_carried_from_one_answer_to_another_and_taken_back(desk):
    figure = f'<figure data-image-id="{make_image(picture_bytes(48, 32)).pk}"><figcaption>Lời</figcaption></figure>'
    story = make_interview([("Một?", f"<p>Đáp một.</p>{figure}"), ("Hai?", "<p>Đáp hai.</p>")])
    desk.open(story)
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=desk.url)
    one, two = (f"id_exchanges-{number}-answer" for number in (0, 1))
    desk.page.locator(f"#cke_{one} figure img").click()
    desk.page.keyboard.press("Control+x")
    comes_to(lambda: desk.written(one), "<p>Đáp một.</p>")
    desk.page.locator(f"#cke_{two} .cke_wysiwyg_div p").click()
    desk.page.keyboard.press("End")
    desk.page.keyboard.press("Control+v")
    comes_to(lambda: desk.written(two), f"<p>Đáp hai.</p>{figure}")
    # What was pasted stands in the text a moment before the editor has noted how to take it back.
    desk.page.wait_for_function("(field) => CKEDITOR.instances[field].undoManager.undoable()", arg=two)
    desk.page.keyboard.press("Control+z")
    comes_to(lambda: desk.written(two), "<p>Đáp hai.</p>")
    desk.page.keyboard.press("Control+y")
    comes_to(lambda: desk.written(two), f"<p>Đáp hai.</p>{figure}")
    desk.assert_quiet()


def test_files_chosen_in_the_library_are_told_line_by_line_and_lead_to_their_words(desk):
    desk.page.goto(f"{desk.url}/admin/articles/image/")
    files = [
        ("mot.png", picture_bytes(48, 32, "PNG")),
        ("hai.png", picture_bytes(48, 40, "PNG")),
        ("ba.png", b"<svg/>"),
    ]
    chosen = [{"name": name, "mimeType": "image/png", "buffer": raw} for name, raw in files]
    desk.page.locator("#picture-files").set_input_files(chosen)
    lines = desk.page.locator(".upload-lines li")
    expect(lines).to_have_count(4)
    expect(lines.nth(1)).to_contain_text("Đã vào kho.")
    expect(lines.nth(2)).to_contain_text("không phải ảnh")
    numbers = ",".join(map(str, Image.objects.order_by("pk").values_list("pk", flat=True)))
    expect(lines.last.locator("a")).to_have_attribute("href", re.compile(f"sua-nhieu/.anh={numbers}$"))


def test_the_point_of_focus_is_set_by_pointing_and_by_keys(desk):
    image = make_image(picture_bytes(400, 200))
    desk.page.goto(f"{desk.url}/admin/articles/image/{image.pk}/change/")
    until_still(desk.page)
    desk.page.locator("focus-point img").click(position={"x": 100, "y": 150})
    expect(desk.page.locator("#id_focus_x")).to_have_value("25")
    expect(desk.page.locator("#id_focus_y")).to_have_value("75")
    desk.page.keyboard.press("ArrowRight")
    desk.page.keyboard.press("Shift+ArrowUp")
    follow(desk.page, lambda: desk.page.click("[name=_continue]"))
    image.refresh_from_db()
    assert (image.focus_x, image.focus_y) == (26, 65)
