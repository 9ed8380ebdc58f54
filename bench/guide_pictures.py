"""The pictures of the editors' guide (/admin/huong-dan/), from a demo paper that is being served.

    python3 manage.py demo & python3 bench/guide_pictures.py [http://127.0.0.1:8000]

Needs Chromium on the PATH. Writes static/img/guide/*.webp; newsroom/guide.py names them.
"""

import io
import os
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
OUT = ROOT / "static" / "img" / "guide"
STORIES = ROOT / "newsroom" / "demo" / "stories"
INTERVIEW = "phong-van-nghe-nhan-lo-thi-sen"
WIDTH, HEIGHT = 1120, 640
QUALITY = 58


def main():
    from newsroom import bootstrap

    bootstrap.ensure()
    base = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    from playwright.sync_api import sync_playwright

    OUT.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        # The browser's own words ("Chọn tệp") in the paper's language, too.
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--lang=vi"],
            env={**os.environ, "LANGUAGE": "vi"},
        )
        pages = {}
        for name, (account, take) in PICTURES.items():
            page = pages.setdefault(account, None) or _signed_in(browser, base, account)
            pages[account] = page
            _keep(name, take(page, base))
        browser.close()


def _signed_in(browser, base, account):
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh",
        reduced_motion="reduce", color_scheme="light",
    )  # fmt: skip
    page = context.new_page()
    page.goto(f"{base}/admin/")
    page.fill("[name=username]", account)
    page.fill("[name=password]", _password())
    page.click("[type=submit]")
    page.wait_for_url(f"{base}/admin/")
    return page


def _password():
    accounts = (ROOT / "newsroom" / "demo" / "accounts.py").read_text(encoding="utf-8")
    return re.search(r'^PASSWORD = "(.+)"$', accounts, re.M)[1]


def _keep(name, shot):
    from PIL import Image

    file = OUT / f"{name}.webp"
    Image.open(io.BytesIO(shot)).convert("RGB").save(file, "WEBP", quality=QUALITY, method=6)
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} kB")


def _at_rest(page):
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1200)  # the editors lay themselves out after everything has come


def of(address, show=None):
    """A picture of the page at this address; from `show` (a selector) downwards, where it is given."""

    def take(page, base):
        page.goto(f"{base}/admin/{address}")
        return _seen(page, show)

    return take


def _seen(page, show=None, below=0, press=None):
    """The page at rest. show: what stands at the upper edge, so many pixels below it; press: what is pressed before."""
    _at_rest(page)
    if press:
        page.locator(press).first.click()
        _at_rest(page)
    if show:
        scroll = "(one, below) => scrollTo(0, one.getBoundingClientRect().top + scrollY - below)"
        page.locator(show).first.evaluate(scroll, below)
        page.wait_for_timeout(200)
    return page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT})


def story(query, press=None):
    """The form of the first story of the list that this query narrows."""

    def take(page, base):
        page.goto(f"{base}/admin/articles/article/?{query}")
        page.goto(base + page.locator(ROW).first.get_attribute("href"))
        return _seen(page, press=press)

    return take


def correction(page, base):
    page.goto(f"{base}/admin/articles/correction/?tinh-trang=cho")
    page.goto(base + page.locator(ROW).first.get_attribute("href"))
    return _seen(page)


def comparison(page, base):
    """What a correction changed in a story: its revisions before and after."""
    page.goto(f"{base}/admin/articles/article/?q=pho+chua+hoa+son")
    address = page.locator(ROW).first.get_attribute("href").partition("change/")[0]
    page.goto(f"{base}{address}lich-su/so-sanh/?tu=4&den=5")
    return _seen(page)


def transcript(page, base):
    """The review of a pasted interview."""
    page.goto(f"{base}/admin/articles/article/nhap-phong-van/")
    page.fill("[name=source]", _interview())
    page.click("button[value=read]")
    return _seen(page, show=".turns", below=96)  # under the bar that stays


def _interview():
    """The words of an interview of the demo paper, as somebody would paste them."""
    head, _, words = (STORIES / f"{INTERVIEW}.txt").read_text(encoding="utf-8").partition("---\n")
    return re.search(r"^headline: (.+)$", head, re.M)[1] + "\n\n" + words


ROW = "#result_list tbody th a"
PICTURES = {
    "desk": ("thuky", of("")),
    "writing": ("phongvien", story("viec=cua-toi&status=draft&kind__exact=story")),
    "transcript": ("phongvien", transcript),
    "pictures": ("bientap", of("articles/image/", show="#changelist-search")),
    "step": ("bientap", story("viec=duyet", press="summary:has-text('Việc khác')")),
    "front": ("thuky", of("articles/placement/")),
    "correction": ("thuky", correction),
    "comments": ("kiemduyet", of("comments/comment/duyet/")),
    "history": ("thuky", comparison),
}

if __name__ == "__main__":
    main()
