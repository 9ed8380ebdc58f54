"""The editor in the browser, on the real desk, under the policy its pages are served with."""

# ruff: noqa: E501

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connection
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article
from articles.policy import Role
from tests.browser import drag_figure_below, follow, row_taken, sign_in, until_ready, until_still
from tests.factories import make_article, make_image, make_interview, picture_bytes
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample));
"""


class Desk:
    """A staff member at the desk; keeps account of what the browser refused and whom it called."""

    def __init__(self, page, live_server, role):
        self.page, self.url, self.errors, self.strangers = page, live_server.url, [], set()
        page.set_viewport_size({"width": 1280, "height": 1600})
        page.add_init_script(WATCH)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._listen)
        page.on("request", lambda request: self._note(request.url))
        sign_in(page, self.url, role)

    def _listen(self, message):
        if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
            self.errors.append(message.text)

    def _note(self, url):
        if not url.startswith((self.url, "data:", "blob:")):
            self.strangers.add(url)

    def open(self, article):
        self.page.goto(self.url + reverse("admin:articles_article_change", args=[article.pk]))
        until_ready(self.page)

    def wait_for(self, expression):
        eventually(lambda: self.page.evaluate(expression))

    def written(self, field="id_body"):
        return self.page.evaluate("(field) => CKEDITOR.instances[field].getData()", field).replace("\n", "")

    def save(self):
        follow(self.page, lambda: self.page.click(".submit-row [name=_continue]"))
        until_ready(self.page)
        assert not self.page.locator(".errornote").count(), self.page.locator(".errorlist").all_inner_texts()

    def assert_quiet(self):
        assert self.page.evaluate("window.violations") == []
        assert self.errors == []
        assert self.strangers == set()


@pytest.fixture
def desk(page, live_server):
    return Desk(page, live_server, Role.MANAGING_EDITOR)


def figure(image, caption):
    return f'<figure data-image-id="{image.pk}"><figcaption>{caption}</figcaption></figure>'


def test_a_writer_types_moves_captions_and_removes_figures(desk):
    first, second = make_image(picture_bytes()), make_image()
    article = make_article(
        body=f'<p>Một.</p>{figure(first, "Cầu cũ")}<p>Hai.</p><figure data-image-id="{second.pk}"></figure><p>Ba.</p>'
    )
    desk.open(article)
    area = desk.page.locator(".cke_wysiwyg_div")
    assert area.get_attribute("aria-label")

    area.locator("p", has_text="Một.").click()
    desk.page.keyboard.press("End")
    desk.page.keyboard.insert_text(" Tie\u0302\u0301ng Vie\u0323\u0302t")
    captions = area.locator("figcaption")
    captions.nth(0).click()
    desk.page.keyboard.press("End")
    desk.page.keyboard.type(" và mới")
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.type("Dưới ảnh.")

    drag_figure_below(desk.page, area, "Hai.")
    desk.wait_for(
        "CKEDITOR.instances.id_body.getData().indexOf('Hai') < CKEDITOR.instances.id_body.getData().indexOf('<figure')"
    )

    area.locator("figure").nth(1).locator("img").click()
    desk.page.keyboard.press("Delete")
    desk.save()
    article.refresh_from_db()
    assert article.body == (
        f"<p>Một. Tiếng Việt</p><p>Dưới ảnh.</p><p>Hai.</p>{figure(first, 'Cầu cũ và mới')}<p>Ba.</p>"
    )
    desk.assert_quiet()


def test_a_picture_from_the_library_comes_to_the_caret_with_its_caption(desk):
    image = make_image(picture_bytes(), caption='Chợ <b>phiên</b> & "hội"')
    article = make_article(body="<p>Một.</p><p>Hai.</p>")
    desk.open(article)
    desk.page.locator(".cke_wysiwyg_div p", has_text="Một.").click()
    desk.page.keyboard.press("End")
    desk.page.click(".cke_button__newsfigure")
    desk.page.click(f"dialog [data-id='{image.pk}'] .picture-take")
    desk.page.wait_for_selector(".cke_wysiwyg_div figure img")
    until_still(desk.page)
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.type("Viết tiếp.")
    desk.save()
    article.refresh_from_db()
    caption = 'Chợ &lt;b&gt;phiên&lt;/b&gt; &amp; "hội"'
    assert article.body == f"<p>Một.</p>{figure(image, caption)}<p>Viết tiếp.</p><p>Hai.</p>"
    desk.wait_for("document.querySelector('.cke_wysiwyg_div figure img').naturalWidth > 0")
    desk.assert_quiet()


STORED_PAST_THE_FIELD = [
    "<p>a</p><![CDATA[<img src=x onerror=window.ran=1>]]>",
    "<!--{cke_protected}%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E--><p>a</p>",
    '<p><img src=x data-cke-realelement="%3Cimg%20src%3Dx%20onerror%3Dwindow.ran%3D1%3E" onerror="window.ran=1">a</p>',
    "<svg onload=window.ran=1></svg><math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=window.ran=1&gt;'>",
    '<figure data-image-id="1" onmouseenter="window.ran=1"><img src=x onerror="window.ran=1"><figcaption>'
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe><img src=x onerror=window.ran=1>a</figcaption></figure>",
    "</textarea><script>window.ran=1</script><img src=x onerror=window.ran=1>",
    "<noscript><p title='</noscript><img src=x onerror=window.ran=1>'>a</p>",
    '<p data-cke-filter="off" class="cke_widget_new" data-widget="newsfigure" data-cke-widget-data="%7B%22classes%22%3A%22x%22%7D">a</p>',
]  # fmt: skip


def test_nothing_runs_when_the_editor_opens_a_row_written_past_the_field(desk):
    article = make_article()
    for stored in STORED_PAST_THE_FIELD:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE articles_article SET body = %s WHERE id = %s", [stored, article.pk])
        desk.open(article)
        until_still(desk.page)
        assert desk.page.evaluate("window.ran") is None, stored
        assert desk.page.evaluate("window.violations") == [], stored


def test_nothing_runs_and_little_stays_of_a_hostile_paste(desk):
    article, image = make_article(body="<p>Đầu.</p>"), make_image(picture_bytes())
    desk.open(article)
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=desk.url)
    desk.page.evaluate(
        """(html) => navigator.clipboard.write([new ClipboardItem({"text/html": new Blob([html], {type: "text/html"})})])""",
        '<p class="MsoNormal" style="color:red" onclick="window.ran=1">Từ <b>Word</b><o:p></o:p></p>'
        '<img src="x" onerror="window.ran=1"><svg onload="window.ran=1"></svg><a href="javascript:window.ran=1">liên kết</a>'
        f'<figure data-image-id="{image.pk}" onclick="window.ran=1"><img src="y" onerror="window.ran=1"><figcaption>Lời</figcaption></figure>',
    )
    desk.page.locator(".cke_wysiwyg_div p").first.click()
    desk.page.keyboard.press("End")
    desk.page.keyboard.press("Control+v")
    desk.page.wait_for_selector(".cke_wysiwyg_div figure")
    desk.save()
    article.refresh_from_db()
    assert article.body == (
        "<p>Đầu.</p><p>Từ <strong>Word</strong></p><p>liên kết</p>"
        f'<figure data-image-id="{image.pk}"><figcaption>Lời</figcaption></figure>'
    )
    assert desk.page.evaluate("window.ran") is None


def test_answers_keep_their_text_when_rows_are_added_and_moved(desk):
    article = make_interview([("Một?", "<p>Đáp một.</p>"), ("Hai?", "<p>Đáp hai.</p>")])
    desk.open(article)
    row = "#exchanges-{} .cke_wysiwyg_div"
    desk.page.locator(row.format(0)).click()
    desk.page.keyboard.press("Control+End")
    desk.page.keyboard.type(" Trước khi kéo.")
    desk.page.locator(".add-row a", has_text="lượt").click()
    until_ready(desk.page)
    desk.page.locator(row.format(2)).click()
    desk.page.keyboard.type("Đáp ba.")

    with row_taken(desk.page, 0) as hand:
        hand.past(1)
    desk.page.locator(row.format(0)).click()
    desk.page.keyboard.press("Control+End")
    desk.page.keyboard.type(" Sau khi kéo.")
    desk.save()
    answers = list(
        Article.objects.get().exchanges.order_by("position", "id").values_list("answer", flat=True)
    )
    assert answers == ["<p>Đáp hai.</p>", "<p>Đáp một. Trước khi kéo. Sau khi kéo.</p>", "<p>Đáp ba.</p>"]
    desk.assert_quiet()


def test_opening_and_saving_changes_nothing(desk):
    image = make_image(picture_bytes())
    body = (
        f"<p>Một <strong>hai</strong>.</p>{figure(image, 'Ba')}<ul><li>a<ul><li>b</li></ul></li></ul><h2>Tít</h2>"
        '<blockquote><p>Lời</p></blockquote><table><thead><tr><th scope="col">Xã</th></tr></thead><tbody><tr><td></td></tr>'
        '</tbody></table><hr><p class="align-right"><a href="/x" target="_blank" rel="noopener noreferrer">Hết</a></p>'
    )
    article = make_article(body=body)
    desk.open(article)
    desk.page.evaluate("Object.values(CKEDITOR.instances).forEach((editor) => editor.fire('change'))")
    desk.save()
    article.refresh_from_db()
    assert article.body == body


def test_the_link_dialog_offers_only_what_is_kept(desk):
    article = make_article(body="<p>Một.</p>")
    desk.open(article)
    desk.page.locator(".cke_wysiwyg_div p").click()
    desk.page.keyboard.press("End")
    desk.page.keyboard.press("Shift+Home")
    # It notices a selection by itself five times a second.
    desk.page.evaluate("CKEDITOR.instances.id_body.selectionChange(true)")
    desk.page.click(".cke_button__link")
    dialog = desk.page.locator(".cke_dialog:visible")
    dialog.wait_for()
    offered = dialog.locator("select").evaluate_all(
        "(all) => all.map((one) => [...one.options].map((option) => option.value))"
    )
    assert ["url", "email", "tel"] in offered
    assert ["http://", "https://", ""] in offered
    assert ["notSet", "_blank"] in offered
    expect(dialog.locator(".cke_dialog_tab:visible")).to_have_count(2)
    dialog.get_by_role("textbox", name="Địa chỉ").fill("vanlinh.example/tin")
    dialog.locator(".cke_dialog_ui_button_ok").click()
    desk.save()
    article.refresh_from_db()
    assert article.body == '<p><a href="https://vanlinh.example/tin" rel="noopener noreferrer">Một.</a></p>'
    desk.assert_quiet()


def test_no_tool_breaks_the_policy_of_the_page(desk):
    desk.open(make_article(body="<p>Một.</p>"))
    for button in ["pastetext", "pastefromword", "showblocks", "format"]:
        desk.page.click(f".cke_button__{button}, .cke_combo__{button} a")
        until_still(desk.page)
    desk.page.keyboard.press("Escape")
    for button in ["table", "specialchar"]:
        desk.page.click(f".cke_button__{button}")
        desk.page.locator(".cke_dialog:visible").wait_for()
        desk.page.keyboard.press("Escape")
        desk.page.locator(".cke_dialog:visible").wait_for(state="detached")
    desk.assert_quiet()


def test_the_page_with_the_editor_is_accessible(desk):
    desk.open(make_article(body="<p>Một.</p>" + figure(make_image(picture_bytes()), "Ba")))
    found = Axe().run(desk.page, context=".django-ckeditor-widget").response["violations"]
    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []
