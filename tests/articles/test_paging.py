"""Long lists: numbers as far as numbers are cheap, below that by the story above; never a count."""

import pytest
from django.utils import timezone

from articles import paging
from articles.models import Status
from articles.paging import Page, below, numbered
from tests.articles.test_views import many
from tests.factories import make_article
from tests.html import page

pytestmark = pytest.mark.django_db
ADDRESSES = ["/thoi-su/", "/tac-gia/hoang-minh-khue/"]


@pytest.fixture
def two_numbers(monkeypatch):
    """Two pages have a number."""
    monkeypatch.setattr("articles.views.public.NUMBERED", 2)


@pytest.mark.parametrize("length, pages", [(0, 1), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3)])
def test_one_row_more_tells_whether_another_page_follows(length, pages):
    rows, number, seen = list(range(length)), 1, []
    while shown := numbered(rows, number, 3):
        seen += shown.rows
        assert bool(shown.older) == (number < pages)
        assert (shown.number, shown.query) == (number, f"?trang={number}" if number > 1 else "")
        number += 1
    assert (number - 1, seen) == (pages, rows)


def test_a_page_says_what_it_is_called():
    assert [Page([], number).name for number in (1, 2, None)] == ["", "trang 2", "các bài cũ hơn"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_below_the_last_number_each_page_leads_to_the_next(client, two_numbers, address):
    stories = many(85)
    seen, query, queries = [], "", []
    while True:
        shown = page(client.get(address + query))
        seen += shown.texts("article .card-headline")
        assert shown.link("canonical").endswith(address + query)
        queries.append(query)
        older = [href for words, href in shown.links(".pages a[href]") if words == "Cũ hơn"]
        if not older:
            break
        query = older[0]
    assert seen == [story.headline for story in stories]
    assert queries == ["", "?trang=2", *(f"?truoc={stories[at].pk}" for at in (39, 59, 79))]
    assert shown.texts(".pages-here") == ["Các bài cũ hơn"] and "các bài cũ hơn" in shown.title()
    assert ("Mới nhất", "?trang=1") in shown.links(".pages a[href]")
    assert client.get(address, {"trang": 3}).status_code == 404


def test_stories_of_one_moment_are_neither_lost_nor_twice(client, two_numbers):
    at = timezone.now()
    stories = [make_article(status=Status.PUBLISHED, published_at=at) for _ in range(45)]
    listed = page(client.get("/thoi-su/", {"truoc": stories[4].pk})).texts("article .card-headline")
    assert listed == [story.headline for story in reversed(stories[:4])]


def test_a_page_is_named_only_by_a_story_that_readers_see(client):
    many(2)
    draft = make_article(published_at=timezone.now())
    last = many(1)[0]
    for above in (draft.pk, 999_999, "x", "01", "-1", "9" * 19, "1 OR 1=1"):
        assert client.get("/thoi-su/", {"truoc": above}).status_code == 404, above
    assert client.get("/thoi-su/", {"truoc": last.pk, "trang": 1}).status_code == 404


def test_no_list_is_counted(client, django_assert_max_num_queries):
    many(25)
    for address in [*ADDRESSES, "/cai-chinh/"]:
        with django_assert_max_num_queries(5) as asked:
            client.get(address)
        assert not [query for query in asked.captured_queries if "COUNT(" in query["sql"]]


def test_nothing_stands_below_the_last():
    class Rows:
        def older_than(self, story):
            return []

    assert below(Rows(), make_article(), 3) is None
    assert paging.NUMBERED > 1
