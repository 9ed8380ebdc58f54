"""Who asks faster than a crowd reads waits, wherever the application would have to answer; nobody else does."""

import pytest

from tests.deploy.test_front import ask, front, press  # noqa: F401
from tests.deploy.test_refreshing_front import SECRET

# Touches no database.
pytestmark = pytest.mark.only_on("sqlite")


def statuses(front, path, times, headers=None):  # noqa: F811
    return [ask(front, path, headers)[0] for _ in range(times)]


@pytest.mark.parametrize(
    "path", ["/tim-kiem/?q=ch%C3%A8", "/tim%2Dkiem/?q=a", "/tim-kiem/?trang=3", "/tim-kiem//?q=a"]
)
def test_a_search_has_a_limit_of_its_own(front, press, path):  # noqa: F811
    press.answers = lambda path: (200, {"Cache-Control": "no-store"}, "found")
    told = statuses(front, path, 120)
    assert told[:40] == [200] * 40
    assert 429 in told
    # Other pages are as near as ever, odd ones, too.
    assert statuses(front, "/thoi-su/?trang=7&x=1", 30) == [200] * 30


def test_pages_that_no_store_holds_have_a_wider_one(front, press):  # noqa: F811
    press.answers = lambda path: (200, {"Cache-Control": "no-store"}, "a page")
    told = statuses(front, "/thoi-su/?truoc=1234", 500)
    assert told[:200] == [200] * 200
    assert 429 in told


def test_pages_out_of_the_store_have_none(front):  # noqa: F811
    assert set(statuses(front, "/thoi-su/?trang=2", 400)) == {200}


def test_the_application_is_never_made_to_wait(front):  # noqa: F811
    assert set(statuses(front, "/tim-kiem/?q=a", 120, SECRET)) == {200}


def test_who_has_to_wait_is_told_so_in_vietnamese(front):  # noqa: F811
    for _ in range(120):
        status, headers, shown = ask(front, "/tim-kiem/?q=a")
        if status == 429:
            break
    assert (status, headers["Retry-After"], headers["Cache-Control"]) == (429, "10", "no-store")
    assert "Mời bạn thử lại sau mười giây" in shown.decode()
