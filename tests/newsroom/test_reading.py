"""The door that counts readings: once a reader and day, from our own pages, without a trace of who."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from articles import readership
from articles.models import Readership, Status
from newsroom import reading
from tests.factories import make_article

OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture
def ledger(monkeypatch):
    fresh = reading.Ledger()
    monkeypatch.setattr(reading, "ledger", fresh)
    return fresh


def heard(ledger, readings):
    """{story: readings} after everything that comes in an hour from now is written."""
    told, now = Counter(), timezone.now()
    for story, address, browser in readings:
        told.update(ledger.hear(story, address, browser, now))
    return told + ledger.waiting


def test_a_reader_counts_once_under_a_story():
    ledger = reading.Ledger()
    told = heard(
        ledger, [(1, "192.0.2.1", "Chrome")] * 50 + [(1, "192.0.2.2", "Chrome"), (2, "192.0.2.1", "Chrome")]
    )
    assert told == {1: 2, 2: 1}


def test_one_address_is_a_few_readers_at_most():
    assert heard(reading.Ledger(), [(1, "192.0.2.1", f"Chrome {n}") for n in range(90)]) == {1: reading.KINDS}


def test_one_address_reads_no_more_than_a_village(monkeypatch):
    monkeypatch.setattr(reading, "READINGS", 20)
    assert heard(reading.Ledger(), [(n, "192.0.2.1", "Chrome") for n in range(1, 90)]).total() == 20


def test_memory_has_an_end(monkeypatch):
    monkeypatch.setattr(reading, "REMEMBERED", 30)
    assert heard(reading.Ledger(), [(1, f"192.0.2.{n}", "Chrome") for n in range(90)]) == {1: 30}


def test_the_next_day_begins_anew_under_another_key():
    ledger, now = reading.Ledger(), timezone.now()
    ledger.hear(1, "192.0.2.1", "Chrome", now)
    key = ledger.key
    assert ledger.hear(1, "192.0.2.1", "Chrome", now + timedelta(days=1)) == {1: 1}
    assert ledger.key != key and len(ledger.heard) == 1


def test_readings_are_written_together():
    ledger, now = reading.Ledger(), timezone.now()
    assert ledger.hear(1, "192.0.2.1", "Chrome", now) == {1: 1}
    assert ledger.hear(1, "192.0.2.2", "Chrome", now) == {}
    assert ledger.hear(2, "192.0.2.3", "Chrome", now + reading.PAUSE) == {1: 1, 2: 1}


def test_no_address_stays_in_memory():
    ledger = reading.Ledger()
    heard(ledger, [(1, "192.0.2.77", "Chrome Android")])
    assert "192.0.2.77" not in repr(vars(ledger)) and "Android" not in repr(vars(ledger))


@pytest.mark.django_db
def test_the_door_counts_what_comes_from_our_own_pages(client, ledger):
    story = make_article(status=Status.PUBLISHED)
    response = client.post(f"/luu-tru/da-doc/{story.pk}/", **OURS)
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Cache-Control"] == "private, no-store" and not response.cookies
    assert Readership.objects.get().article == story


@pytest.mark.django_db
@pytest.mark.parametrize(
    "headers", [{}, {"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_ORIGIN": "https://evil.example"}]
)
def test_a_stranger_s_beacon_is_answered_alike_and_not_counted(client, ledger, headers):
    story = make_article(status=Status.PUBLISHED)
    assert client.post(f"/luu-tru/da-doc/{story.pk}/", **headers).status_code == 204
    assert not Readership.objects.exists() and not ledger.waiting
    assert client.get(f"/luu-tru/da-doc/{story.pk}/", **OURS).status_code == 405


@pytest.mark.django_db
def test_what_cannot_be_written_is_written_later(client, ledger, monkeypatch):
    story = make_article(status=Status.PUBLISHED)

    def away(readings, now):
        raise OperationalError("away")

    with monkeypatch.context() as broken:
        broken.setattr(readership, "add", away)
        assert client.post(f"/luu-tru/da-doc/{story.pk}/", **OURS).status_code == 204
    assert ledger.waiting == {story.pk: 1}
    ledger.due = timezone.now()
    client.post(f"/luu-tru/da-doc/{story.pk}/", **OURS)
    assert Readership.objects.get().pk == story.pk and not ledger.waiting
