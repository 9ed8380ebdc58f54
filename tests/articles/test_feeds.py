"""Feeds that a reader's program can read: well-formed, full text, one address each."""

import email.utils
import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from articles.models import Status
from tests.factories import (
    make_article,
    make_author,
    make_image,
    make_interview,
    make_section,
    make_topic,
    picture_bytes,
)

pytestmark = pytest.mark.django_db

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
FEEDS = [
    "/rss/",
    "/rss/chuyen-muc/thoi-su/",
    "/rss/chu-de/cau-ben-linh-2/",
    "/rss/tac-gia/hoang-minh-khue/",
]
HOSTILE = "]]> <b>&amp; \"trích\" 'dẫn' &nbsp; \x0b\x1f\ufffe\uffff\u2028 🌾 𠀋"


def channel(client, address="/rss/", **headers):
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    return ElementTree.fromstring(response.content).find("channel")


@pytest.fixture
def story():
    return make_article(status=Status.PUBLISHED, topics=[make_topic()], headline="Chợ phiên Nà Thoang")


@pytest.mark.parametrize("address", FEEDS)
def test_every_feed_names_itself_and_its_page(client, story, settings, address):
    told = channel(client, address)
    assert told.find(ATOM_LINK).attrib["href"] == f"{settings.SITE_URL}{address}"
    assert told.find("link").text.startswith(settings.SITE_URL)
    assert told.find("language").text == "vi"
    assert settings.PAPER["name"] in told.find("title").text
    assert [entry.find("link").text for entry in told.findall("item")] == [
        f"{settings.SITE_URL}{story.get_absolute_url()}"
    ]


def test_a_feed_does_not_take_its_address_from_the_question(client, story, settings):
    settings.ALLOWED_HOSTS = ["*"]
    response = client.get("/rss/", headers={"Host": "khac.example"})
    assert "khac.example" not in response.content.decode()


def test_an_entry_tells_time_author_section_and_standfirst(client, story):
    entry = channel(client).find("item")
    published = email.utils.parsedate_to_datetime(entry.find("pubDate").text)
    assert abs(published - story.published_at) < timedelta(seconds=1)
    assert entry.find("category").text == "Thời sự"
    assert entry.find("{http://purl.org/dc/elements/1.1/}creator").text == "Hoàng Minh Khuê"
    assert entry.find("description").text == story.standfirst


def test_the_newest_twenty_stand_in_order(client):
    now = timezone.now()
    for number in range(23):
        make_article(headline=f"Tin {number}", status=Status.PUBLISHED, published_at=now - timedelta(minutes=number))
    titles = [entry.find("title").text for entry in channel(client).findall("item")]
    assert titles == [f"Tin {number}" for number in range(20)]


def test_each_feed_has_its_own_articles(client, story):
    elsewhere = {"section": make_section("Văn hóa"), "author": make_author("Lý Mai Lan")}
    make_article(status=Status.PUBLISHED, **elsewhere)
    for address in FEEDS[1:]:
        assert [entry.find("title").text for entry in channel(client, address).findall("item")] == [story.headline]
    assert len(channel(client).findall("item")) == 2


def test_pictures_stay_behind_and_their_captions_come(client):
    image = make_image(picture_bytes())
    body = f'<p>Chữ.</p><figure data-image-id="{image.pk}"><figcaption>Bến đò</figcaption></figure>'
    make_article(status=Status.PUBLISHED, body=body)
    text = channel(client).find(f"item/{CONTENT}").text
    assert "Bến đò" in text and "<img" not in text


def test_whatever_was_typed_the_feed_is_well_formed(client):
    make_article(headline=HOSTILE, standfirst=HOSTILE, body=f"<p>{HOSTILE}</p>", status=Status.PUBLISHED)
    make_interview(headline=HOSTILE, turns=[(HOSTILE, f"<p>{HOSTILE}</p>"), (HOSTILE, "")], status=Status.PUBLISHED)
    headline = " ".join(re.sub("[\x1f\ufffe\uffff]", "", HOSTILE).split())
    assert [entry.find("title").text for entry in channel(client).findall("item")] == [headline] * 2


def test_an_empty_feed_is_a_feed(client):
    make_section()
    assert channel(client).findall("item") == []
    assert channel(client, "/rss/chuyen-muc/thoi-su/").findall("item") == []
