"""Sharing a story: plain links to the other houses, nothing of theirs on the page."""

import base64
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from articles.models import Status
from tests.factories import make_article
from tests.html import page

pytestmark = pytest.mark.django_db


def test_a_story_can_be_taken_to_facebook_and_zalo(client, settings):
    story = make_article(status=Status.PUBLISHED)
    address = settings.SITE_URL + story.get_absolute_url()
    shown = page(client.get(story.get_absolute_url()))
    facebook, zalo = [urlsplit(href) for _, href in shown.links(".article-share a")]
    assert (facebook.hostname, parse_qs(facebook.query)) == ("www.facebook.com", {"u": [address]})
    assert zalo.hostname == "button-share.zalo.me"
    assert json.loads(base64.b64decode(parse_qs(zalo.query)["d"][0])) == {"url": address}
    assert shown.links(".article-tools share-link a") == [("Liên kết tới bài này", story.get_absolute_url())]


def test_nothing_on_the_page_is_loaded_from_elsewhere(client, settings):
    story = make_article(status=Status.PUBLISHED)
    shown = page(client.get(story.get_absolute_url()))
    loaded = [
        node.get("src") or node.get("href")
        for node in shown.select("script[src], link[href], img[src], iframe")
    ]
    assert loaded and all(address.startswith(("/", settings.SITE_URL)) for address in loaded)


def test_no_script_holds_the_page_up(client):
    story = make_article(status=Status.PUBLISHED)
    shown = page(client.get(story.get_absolute_url()))
    scripts = shown.select("script[src]")
    assert scripts and all(node.get("type") == "module" or node.has_attr("async") for node in scripts)
    assert len(shown.select('link[rel="stylesheet"]')) == 1
