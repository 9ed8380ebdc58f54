"""What tests in a browser wait for: always a state, never a time; and hands that drag.

Playwright's own wait_for_function needs eval, which the policy forbids to our pages: here the asking is done from
this side. Every measure is taken on a page that stands still, and taken again for each move.
"""

import re
from contextlib import contextmanager

from playwright.sync_api import expect

from tests.factories import PASSWORD, make_user
from tests.waiting import eventually

LOGIN = "/admin/login/?next="

EDITORS_READY = """() => {
  const fields = document.querySelectorAll("textarea[data-type=ckeditortype]:not([id*=__prefix__])")
  return [...fields].every((field) => window.CKEDITOR?.instances[field.id]?.status === "ready")
}"""
# Two frames in a row with every box where it was, no animation at work and every picture there or given up.
STILL = """async () => {
  const frame = () => new Promise(requestAnimationFrame)
  const boxes = () => JSON.stringify([...document.querySelectorAll("body *")].map((part) => {
    const { x, y, width, height } = part.getBoundingClientRect()
    return [x, y, width, height]
  }))
  const coming = (image) => image.loading !== "lazy" && !image.complete
  // Where a closed <details> hides it, what has finished is still listed. What follows the scrolling moves by no time.
  const moving = ({ timeline, playState }) => timeline === document.timeline && playState !== "finished"
  const busy = () => document.getAnimations().some(moving) || [...document.images].some(coming)
  let before = boxes()
  for (let same = 0, frames = 0; same < 2; frames += 1) {
    if (frames > 600) return false
    await frame()
    const now = boxes()
    same = now === before && !busy() ? same + 1 : 0
    before = now
  }
  return true
}"""


def until_still(page):
    """Wait until nothing moves any more on the page."""
    assert page.evaluate(STILL), f"{page.url} does not come to rest"


def until_ready(page):
    """Wait until every editor of the page can be written in, and the page stands still."""
    eventually(lambda: page.evaluate(EDITORS_READY))
    until_still(page)


def sign_in(page, site, user, onward="/admin/"):
    """Sign in by the form; `user` is an account or a role. Gives the account, once the page onward is there."""
    user = user if hasattr(user, "username") else make_user(user)
    page.goto(f"{site}{LOGIN}{onward}")
    page.fill("#id_username", user.username)
    page.fill("#id_password", PASSWORD)
    page.click("[type=submit]")
    page.wait_for_url(f"{site}{onward}")
    return user


def follow(page, press):
    """Do what leads to another page (or the same one anew), and wait until that is loaded."""
    with page.expect_navigation():
        press()


def open_window(page, press):
    """Do what opens another window, and give that once it is loaded: only then do its links answer by script."""
    with page.expect_popup() as opened:
        press()
    opened.value.wait_for_url(re.compile("^http"))
    return opened.value


def all_in_sight(page):
    """Make the window as high as the ready page: no pointer leaves it on its way, and nothing scrolls at its edges."""
    until_ready(page)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size(page.viewport_size | {"height": height})
    until_still(page)


class Hand:
    """A row of a sortable inline, held by its heading (see `row_taken`)."""

    def __init__(self, page, number):
        self.page, self.row = page, page.locator(f"#exchanges-{number}")

    def take(self):
        handle = self.row.locator("h3 .inline_label")
        handle.hover(position={"x": 20, "y": 5})
        self.page.mouse.down()
        box, step = handle.bounding_box(), 0
        while "sortable-ghost" not in self.row.get_attribute("class"):
            step += 1
            assert step < 100, "the row does not follow the pointer"
            self.page.mouse.move(box["x"] + 20, box["y"] + 5 + step % 20)

    def past(self, number):
        """Carry the row down until that one stands above it."""
        other = self.page.locator(f"#exchanges-{number}")
        behind = "(row, other) => !!(other.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING)"
        held = other.element_handle()

        def carried():
            self.over(other, 0.8)
            return self.row.evaluate(behind, held)

        eventually(carried)

    def over(self, target, height=0.5):
        """Carry the row over this part of the page, to this share of its height."""
        until_still(self.page)
        box = target.bounding_box()
        self.page.mouse.move(box["x"] + 40, box["y"] + box["height"] * height, steps=5)
        until_still(self.page)


@contextmanager
def row_taken(page, number):
    """Take this row of the questions by its heading, with the mouse; it is let go when the block ends."""
    all_in_sight(page)
    hand = Hand(page, number)
    hand.take()
    yield hand
    page.mouse.up()
    expect(page.locator(".sortable-ghost, .sortable-chosen")).to_have_count(0)
    until_still(page)


def drag_figure_below(page, area, text):
    """Drag the first figure of this editor below its paragraph with this text."""
    all_in_sight(page)
    area.locator("figure").first.hover()
    area.locator(".cke_widget_drag_handler").first.hover()
    page.mouse.down()
    expect(area).to_contain_class("cke_widget_dragging")
    goal = area.locator("p", has_text=text)

    def line_is_drawn():
        # CKEditor follows the pointer at its leisure, and lets the figure go where it has drawn its line.
        until_still(page)
        box = goal.bounding_box()
        middle = box["y"] + box["height"] / 2
        low = goal.evaluate("(one) => one.nextElementSibling?.getBoundingClientRect().top ?? innerHeight")
        for height in (box["height"] / 2, box["height"] - 3, box["height"] - 2):
            page.mouse.move(box["x"] + 40, box["y"] + height)
        lines = [line.bounding_box() for line in page.locator("[data-cke-lineutils-line]:visible").all()]
        return any(line and middle < line["y"] <= low + 2 for line in lines)

    eventually(line_is_drawn)
    page.mouse.up()
    expect(area).not_to_contain_class("cke_widget_dragging")
