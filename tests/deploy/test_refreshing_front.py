"""The front's side of a withdrawal: the secret, what takes the place of what, and the names pages are stored under."""

import time

import pytest
from django.urls import Resolver404, resolve

from articles.models.taxonomy import RESERVED_SLUGS
from articles.paging import NUMBERED
from articles.refreshing import HEADER, MARK
from articles.views import public
from newsroom.http import PUBLIC
from tests.deploy.test_front import BRIEF, BRIEFLY, LASTING, ask, body, front, press  # noqa: F401  front and press are fixtures
from tests.front import REFRESH_SECRET

# Touches no database.
pytestmark = pytest.mark.only_on("sqlite")

SECRET = {HEADER: REFRESH_SECRET}
GONE = (410, {"Cache-Control": PUBLIC}, "gone")


def test_a_page_asked_for_with_the_secret_takes_the_place_of_the_stored_one(front, press):  # noqa: F811
    assert body(front) == "first edition"
    press.answers = lambda path: GONE
    assert body(front) == "first edition"
    status, headers, _ = ask(front, headers=SECRET)
    assert (status, headers[MARK]) == (410, "BYPASS")
    assert ask(front)[0] == 410
    assert len(press.requests) == 2


def test_what_is_gone_stays_gone_when_the_application_dies_at_once(front, press):  # noqa: F811
    press.answers = lambda path: (200, {"Cache-Control": BRIEF}, "first edition")
    body(front)
    press.answers = lambda path: (410, {"Cache-Control": BRIEF}, "gone")
    ask(front, headers=SECRET)
    press.close()
    for _ in range(2):
        assert ask(front)[::2] == (410, b"gone")
        time.sleep(BRIEFLY)
    assert ask(front)[::2] == (410, b"gone")


def test_without_the_refresh_the_dead_application_s_last_page_would_stay(front, press):  # noqa: F811
    """The twin of the test above: what the refresh is for."""
    press.answers = lambda path: (200, {"Cache-Control": BRIEF}, "first edition")
    body(front)
    press.close()
    time.sleep(BRIEFLY)
    assert ask(front)[0] == 200


def test_an_application_that_fails_at_the_refresh_keeps_the_last_page_and_is_no_acknowledgement(front, press):  # noqa: F811
    body(front)
    press.answers = lambda path: (503, {"Cache-Control": "no-store"}, "trouble")
    assert ask(front, headers=SECRET)[0] == 503
    assert body(front) == "first edition"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {HEADER: ""},
        {HEADER: "1"},
        {HEADER: REFRESH_SECRET[:-1]},
        {HEADER: REFRESH_SECRET + "x"},
        {HEADER: REFRESH_SECRET.upper()},
        {HEADER.replace("-", "_"): REFRESH_SECRET},
    ],
)
def test_nobody_without_the_secret_passes_the_store_or_learns_of_it(front, press, headers):  # noqa: F811
    body(front)
    _, answered, _ = ask(front, headers=headers)
    assert answered[MARK] is None
    assert len(press.requests) == 1


def test_the_secret_reaches_neither_the_application_nor_the_log(front, press):  # noqa: F811
    ask(front, headers=SECRET)
    assert REFRESH_SECRET not in str(press.requests[0][2])
    assert press.requests[0][2][HEADER] is None
    assert REFRESH_SECRET not in (front.place / "error.log").read_text(errors="replace")


@pytest.mark.parametrize(
    "query", ["?", "?fbclid=abc", "?utm_source=zalo&utm_medium=x", "?zarsrc=30&fbclid=y", "?gclid="]
)
def test_what_others_hang_on_an_address_is_the_same_page(front, press, query):  # noqa: F811
    body(front, "/thoi-su/bai-1/")
    assert body(front, f"/thoi-su/bai-1/{query}") == "first edition"
    assert len(press.requests) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/thoi-su/bai-1/?giu=1",
        "/thoi-su/bai-1/?fbclid=a&giu=1",
        "/thoi-su/bai-1/?fbclid",
        "/thoi-su/bai%2D1/",
        "/thoi-su/bai-1/#x",
        "/thoi-su/bai-1/?fbclid=a#x",
        "/thoi-su/bai-1/;a=b",
        "/thoi-su/bai-1/?trang=2",
        "/nhe/thoi-su/bai-1/?trang=2",
        "/?trang=2",
        "/thoi-su/?trang=1",
        "/thoi-su/?trang=2&giu=1",
        "/thoi-su/?trang=02",
        "/thoi-su/?p=2",
        "/binh-luan/1/?trang=2",
        "/binh-luan/1/?tra-loi=5",
    ],
)
def test_under_any_other_name_nothing_is_stored(front, press, path):  # noqa: F811
    """Or a copy could be kept under a name that no withdrawal knows."""
    body(front, path)
    body(front, path)
    assert len(press.requests) == 2


def test_the_pages_of_a_list_are_stored_each_under_its_number(front, press):  # noqa: F811
    press.answers = lambda path: (200, {"Cache-Control": LASTING}, path)
    lists = ["/thoi-su/", "/chu-de/lu-lut/", "/tac-gia/le-thi-mo/", "/nhan-vat/ong-a/"]
    for path in [address + query for address in lists for query in ("", "?trang=2", f"?trang={NUMBERED}")]:
        assert body(front, path) == body(front, path) == path
    assert len(press.requests) == 12
    for _ in range(2):
        body(front, f"/thoi-su/?trang={NUMBERED + 1}")
    assert len(press.requests) == 14


def test_what_is_no_section_s_list_is_stored_under_no_number(front, press):  # noqa: F811
    """Or each page of the paper could be kept under as many names as there are numbers."""
    words = sorted(
        word for word in RESERVED_SLUGS if "." not in word and resolves_elsewhere(f"/{word}/", public.section)
    )
    assert {"rss", "tim-kiem", "cai-chinh", "luu-tru"} <= set(words)
    for word in words:
        for _ in range(2):
            body(front, f"/{word}/?trang=2")
    assert len(press.requests) == 2 * len(words)


def resolves_elsewhere(path, view):
    try:
        return resolve(path).func is not view
    except Resolver404:
        return False
