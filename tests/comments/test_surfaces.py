"""A withdrawn story takes its comments along: no page of theirs is left, with or without a front."""

import pytest

from articles import surfaces
from articles.models import Status
from comments import surfaces as of_comments
from comments import thread as threads
from tests.factories import make_article, make_comment
from tests.html import page

pytestmark = pytest.mark.django_db


def test_every_page_a_front_may_hold_is_asked_for_again(monkeypatch):
    monkeypatch.setattr(of_comments, "PER_PAGE", 2)
    article, door = make_article(status=Status.PUBLISHED), "/binh-luan/%s/"
    assert not [
        path
        for path in surfaces.addresses(article)
        if "?xep" in path or "binh-luan" in path and "trang" in path
    ]
    for _ in range(3):
        make_comment(article, status="approved")
    asked = surfaces.addresses(article)
    door %= article.pk
    for query in (
        "",
        "?trang=2",
        "?trang=3",
        "?xep=quan-tam",
        "?trang=2&xep=quan-tam",
        "?trang=3&xep=quan-tam",
    ):
        assert asked.count(door + query) == 1, query


def test_the_addresses_are_those_the_pages_lead_to(client, monkeypatch):
    monkeypatch.setattr(of_comments, "PER_PAGE", 1)
    monkeypatch.setattr(threads, "PER_PAGE", 1)
    article = make_article(status=Status.PUBLISHED)
    for _ in range(3):
        make_comment(article, status="approved")
    asked = set(surfaces.addresses(article))
    door = f"/binh-luan/{article.pk}/"
    todo, seen = [door], set()
    while todo:
        address = todo.pop()
        seen.add(address)
        links = [href for _, href in page(client.get(address)).links(".thread-pages a, .thread-order a")]
        todo += [
            each for each in (door + href if href[0] == "?" else href for href in links) if each not in seen
        ]
    assert len(seen) > 4 and seen <= asked


def test_what_is_too_many_to_be_asked_for_is_kept_by_no_front(client):
    article = make_article(status=Status.PUBLISHED)
    comment = make_comment(article, status="approved")
    for address in (
        f"/binh-luan/{article.pk}/y-kien/{comment.pk}/",
        f"/binh-luan/{article.pk}/bao-cao/{comment.pk}/",
    ):
        assert client.get(address).headers["Cache-Control"] == "private, no-store"
