"""A story comes and goes by the clock alone: nobody does anything, every surface keeps the same hour."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from articles.models import Article, Placement, Standing, Status
from tests.factories import in_standing, make_article, make_author, make_topic

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def clock(monkeypatch):
    """clock(delta): from now on the application's clock goes so much before or behind the machine's."""
    real = timezone.now

    def step(delta):
        monkeypatch.setattr(timezone, "now", lambda: real() + delta)

    return step


def story(**hours):
    made = make_article(
        headline="Chợ phiên Nà Thoang", status=Status.PUBLISHED, topics=[make_topic()], **hours
    )
    Placement.objects.create(slot="lead", article=made)
    return made


def surfaces(article):
    section, topic, author = article.section, make_topic(), make_author()
    return [
        article.get_absolute_url(),
        article.get_light_url(),
        "/",
        section.get_absolute_url(),
        topic.get_absolute_url(),
        author.get_absolute_url(),
        "/rss/",
        f"/rss/chuyen-muc/{section.slug}/",
        f"/rss/chu-de/{topic.slug}/",
        f"/rss/tac-gia/{author.slug}/",
        f"/sitemap-{timezone.localdate(article.published_at):%Y-%m}.xml",
        "/sitemap-news.xml",
    ]


def shown_on(article):
    """The surfaces on which a reader, asking a server that has just been started, finds it now."""
    cache.clear()
    reader, found = Client(), []
    for address in surfaces(article):
        response = reader.get(address)
        if response.status_code == 200 and f"{article.slug}-{article.pk}" in response.content.decode():
            found.append(address)
    return found


def test_before_its_hour_it_is_nowhere_and_after_it_everywhere(clock):
    scheduled = story(published_at=timezone.now() + HOUR)
    assert shown_on(scheduled) == []
    clock(HOUR - timedelta(seconds=5))
    assert shown_on(scheduled) == []
    clock(HOUR + timedelta(seconds=1))
    assert shown_on(scheduled) == surfaces(scheduled)


def test_a_clock_put_back_hides_it_again_and_one_put_forward_shows_it(clock):
    scheduled = story(published_at=timezone.now() + HOUR)
    for delta, there in [(2 * HOUR, True), (-2 * HOUR, False), (2 * HOUR, True), (timedelta(), False)]:
        clock(delta)
        assert bool(shown_on(scheduled)) == there, delta
        assert len(shown_on(scheduled)) in (0, len(surfaces(scheduled))), "surfaces disagree about the hour"


def test_held_news_waits_for_the_later_of_its_hours(clock):
    held = story(published_at=timezone.now() - HOUR, embargo_until=timezone.now() + HOUR)
    assert shown_on(held) == []
    clock(HOUR + timedelta(seconds=1))
    assert shown_on(held) == surfaces(held)


def test_it_goes_everywhere_at_once_when_its_time_is_over(clock):
    passing = story(unpublish_at=timezone.now() + HOUR)
    assert shown_on(passing) == surfaces(passing)
    clock(HOUR + timedelta(seconds=1))
    assert shown_on(passing) == []


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("delta", [-3 * HOUR, timedelta(), 3 * HOUR])
def test_a_page_and_a_list_ask_the_same_clock(clock, standing, delta):
    """What the row says of itself and what the query finds, with a clock that is not the database's."""
    article = make_article(**in_standing(standing))
    clock(delta)
    now = timezone.now()
    assert Article.objects.public().filter(pk=article.pk).exists() == article.is_public(now)
    assert [each for each in Standing if Article.objects.standing(each).filter(pk=article.pk).exists()] == [
        article.standing(now)
    ]
