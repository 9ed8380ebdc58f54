"""The pictures of the README, from a demo paper that is being served.

    python3 manage.py demo & python3 bench/screenshots.py [http://127.0.0.1:8000]

Needs Chromium on the PATH. Writes bench/screenshots/*.webp.
"""

import io
import re
import shutil
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
OUT = ROOT / "bench" / "screenshots"
INTERVIEW = "phong-van-don-thua-yen-trach"  # two guests, a figure, comments
WIDTHS = 390, 1240  # a phone, a desk
TURN = ".turn.question"


def main():
    from newsroom import bootstrap

    bootstrap.ensure()
    base = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    from playwright.sync_api import sync_playwright

    OUT.mkdir(exist_ok=True)
    headline = re.search(r"^headline: (.+)$", _story(), re.M)[1]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        path = _path_of(base, headline)
        _beside([_shot(browser, base, width) for width in WIDTHS], OUT / "home.webp")
        _beside([_shot(browser, base + path, width, TURN) for width in WIDTHS], OUT / "interview.webp")
        _beside([_desk(browser, base, headline)], OUT / "desk.webp")
        browser.close()


def _story():
    return (ROOT / "newsroom" / "demo" / "stories" / f"{INTERVIEW}.txt").read_text(encoding="utf-8")


def _named(sitemap):
    """The paths a sitemap names."""
    with urllib.request.urlopen(sitemap) as answer:
        return re.findall(r"<loc>https?://[^/]+([^<]+)</loc>", answer.read().decode())


def _path_of(base, headline):
    addresses = _named(f"{base}/sitemap.xml")
    months = [path for path in addresses if re.fullmatch(r"/sitemap-\d{4}-\d{2}\.xml", path)]
    addresses = [path for month in months for path in _named(f"{base}{month}")]
    from articles.vietnamese import slug

    return next(address for address in addresses if slug(headline, max_length=120) in address)


def _shot(browser, url, width, show=None):
    """The page's first screen; where there is room, from the first `show` (a selector) on."""
    window = {"width": width, "height": 860}
    page = browser.new_context(viewport=window, color_scheme="light", locale="vi-VN").new_page()
    page.goto(url, wait_until="networkidle")
    if show and width > 600:
        page.locator(show).first.evaluate("part => scrollTo(0, part.offsetTop - 120)")
        page.wait_for_timeout(300)
    return page.screenshot()


def _desk(browser, base, headline):
    page = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN").new_page()
    page.goto(f"{base}/admin/")
    page.fill("[name=username]", "thuky")
    page.fill("[name=password]", _password())
    page.click("[type=submit]")
    page.goto(f"{base}/admin/articles/article/?kind__exact=interview")
    page.get_by_role("link", name=headline).first.click()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)
    page.locator("#exchanges-group").evaluate(
        "rows => scrollTo(0, rows.getBoundingClientRect().top + scrollY - 110)"  # under the bar that stays
    )
    page.wait_for_timeout(300)
    return page.screenshot()


def _password():
    accounts = (ROOT / "newsroom" / "demo" / "accounts.py").read_text(encoding="utf-8")
    return re.search(r'^PASSWORD = "(.+)"$', accounts, re.M)[1]


def _beside(shots, path):
    from PIL import Image

    pictures = [Image.open(io.BytesIO(shot)).convert("RGB") for shot in shots]
    gap = 24
    sheet = Image.new(
        "RGB", (sum(p.width for p in pictures) + gap * (len(pictures) - 1), max(p.height for p in pictures)), "#d8d8d4"
    )
    x = 0
    for picture in pictures:
        sheet.paste(picture, (x, 0))
        x += picture.width + gap
    sheet.save(path, "WEBP", quality=82, method=6)


if __name__ == "__main__":
    main()
