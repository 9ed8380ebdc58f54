"""Pages with many pictures: one query for all of them, each with its place, the first one fetched at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Status
from tests.factories import make_article, make_image, make_section, picture_bytes
from tests.html import page

pytestmark = pytest.mark.django_db


def pictures(count, height=40):
    return [make_image(picture_bytes(64 + number, height)) for number in range(count)]


def story(count, height=40):
    lead, *others = pictures(count, height)
    body = (
        "".join(f'<p>Chữ.</p><figure data-image-id="{image.pk}"></figure>' for image in others)
        or "<p>Chữ.</p>"
    )
    return make_article(status=Status.PUBLISHED, lead_image=lead, body=body)


def read(client, url):
    """The page, and how many of its queries ask for pictures."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        shown = page(client.get(url))
    return shown, sum('"articles_image"' in query["sql"] for query in asked.captured_queries), len(asked)


def test_twenty_pictures_cost_at_most_one_query_more_than_one(client):
    few, many = story(1, height=48), story(20)
    # What a first request alone asks for.
    read(client, few.get_absolute_url())
    _, once, all_once = read(client, few.get_absolute_url())
    shown, often, all_often = read(client, many.get_absolute_url())
    assert len(shown.select("article figure img")) == 20
    assert often - once <= 1 and all_often - all_once <= 1


def test_every_picture_keeps_its_place_and_only_the_first_is_fetched_at_once(client):
    shown = page(client.get(story(4).get_absolute_url()))
    nodes = shown.select("article figure img")
    assert [(node["width"], node["height"]) for node in nodes] == [(str(64 + n), "40") for n in range(4)]
    assert [node.get("loading") for node in nodes] == [None, "lazy", "lazy", "lazy"]
    assert [node.get("fetchpriority") for node in nodes] == ["high", None, None, None]
    # The first is drawn with the words around it, not after them.
    assert [node.get("decoding") for node in nodes] == [None, "async", "async", "async"]
    assert all(node["alt"] for node in nodes)
    assert all(source["sizes"] for source in shown.select("article figure source"))


def test_cards_show_the_crop_of_their_shape(client):
    section = make_section()
    for image in pictures(3):
        make_article(status=Status.PUBLISHED, section=section, lead_image=image)
    shown = page(client.get(section.get_absolute_url()))
    offered = [node["srcset"] for node in shown.select("main source")]
    assert ["-lead-50-50-" in each for each in offered] == [True, False, False]
    assert ["-card-50-50-" in each for each in offered] == [False, True, True]
