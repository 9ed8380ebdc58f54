"""A scheduled story through the real stack: never before its time, and with the readers five seconds after it."""

import time
import urllib.error
import urllib.request
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Status
from tests import factories

PROMISE = 5  # seconds; nothing public is ever older


def read(front, path):
    """(status, text) as a reader without a browser gets them."""
    try:
        with urllib.request.urlopen(front.url + path, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def until(moment):
    time.sleep(max(0, (moment - timezone.now()).total_seconds()))


@pytest.fixture
def due(front):
    factories.make_article(status=Status.PUBLISHED)  # its section has a page, a feed and a sitemap already
    return timezone.now() + timedelta(seconds=3)


def test_it_appears_by_itself_and_no_kept_answer_outlives_it(front, due):
    article = factories.make_article(headline="Đúng giờ mới ra", status=Status.PUBLISHED, published_at=due)
    own = article.get_absolute_url()
    name = f"{article.slug}-{article.pk}"
    of_month = f"/sitemap-{timezone.localdate(due):%Y-%m}.xml"
    lists = ["/", article.section.get_absolute_url(), "/rss/", of_month]

    def shows():
        """Which surfaces have it now: its own page answers 200, the lists name it."""
        found = [own] if read(front, own)[0] == 200 else []
        return found + [path for path in lists if name in read(front, path)[1]]

    # Asked until the last moment, so that the front keeps an answer without it for as long as it ever may.
    while timezone.now() < due - timedelta(seconds=0.4):
        before = shows()
        # What was asked while the hour struck proves nothing.
        assert before == [] or timezone.now() >= due
        time.sleep(0.2)
    # Nobody asks meanwhile: there is no refresh in the background that a reader would have set off.
    until(due + timedelta(seconds=PROMISE))
    assert shows() == [own, *lists]
