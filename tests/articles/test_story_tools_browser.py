"""A story's tools in a real browser: the size of letters, the list that is fetched, the reading that is told."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from articles import readership
from articles.models import Status
from tests.factories import make_article

# What only a screen does is looked at on one database.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]
SIZE = "getComputedStyle(document.querySelector('.prose')).fontSize"


def test_a_reader_sets_the_letters_is_offered_what_is_read_most_and_counts_once(live_server, page, now):
    story = make_article(status=Status.PUBLISHED, body="<p>Mặt sông lặng.</p>")
    readership.add({story.pk: 9}, now)
    told = []
    page.on("request", lambda request: request.method == "POST" and told.append(urlsplit(request.url).path))
    page.clock.install()
    page.goto(live_server.url + story.get_absolute_url())
    usual = page.evaluate(SIZE)
    smaller, larger = (
        page.get_by_role("button", name="Chữ nhỏ hơn"),
        page.get_by_role("button", name="Chữ to hơn"),
    )
    larger.click()
    set_larger = page.evaluate(SIZE)
    assert float(set_larger.removesuffix("px")) > float(usual.removesuffix("px"))
    larger.click()
    expect(larger).to_have_attribute("aria-disabled", "true")
    smaller.click()
    page.locator("most-read").scroll_into_view_if_needed()
    expect(page.locator("most-read li")).to_have_text(story.headline)
    expect(page.locator("most-read a")).to_have_attribute("aria-current", "page")
    with page.expect_request(lambda request: request.method == "POST"):
        page.clock.fast_forward(9_000)
    page.clock.fast_forward(60_000)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-text-size", "large")
    assert page.evaluate(SIZE) == set_larger
    assert told == [f"/luu-tru/da-doc/{story.pk}/"]
