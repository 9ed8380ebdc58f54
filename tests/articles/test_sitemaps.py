"""What search engines are told: complete, well-formed, and nothing else."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import sitemaps
from articles.models import Status
from tests.factories import make_announcement, make_article, make_interview, make_section

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def tree(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def locations(client, address):
    return [node.text for node in tree(client, address).iter(f"{SITEMAP}loc")]


def of_month(story):
    return f"/sitemap-{timezone.localdate(story.published_at):%Y-%m}.xml"


def came_out(*moment, **fields):
    return make_article(status=Status.PUBLISHED, published_at=datetime(*moment, tzinfo=UTC), **fields)


def test_the_index_names_the_months_that_have_something(client, settings):
    came_out(2025, 11, 30, 16, 59)
    came_out(2026, 1, 31, 17)  # February in Việt Nam
    came_out(2026, 2, 3)
    came_out(2026, 3, 3, unpublish_at=datetime(2026, 3, 4, tzinfo=UTC))
    make_article(status=Status.DRAFT, published_at=datetime(2026, 4, 5, tzinfo=UTC))
    make_article(status=Status.PUBLISHED, published_at=timezone.now() + timedelta(days=40))
    assert locations(client, "/sitemap.xml") == [
        f"{settings.SITE_URL}/sitemap-{month}.xml" for month in ("2026-02", "2025-11")
    ]


def test_the_files_of_the_months_together_name_every_story_once(client, settings):
    stories = [came_out(2026, month, 1, hour) for month in (1, 2, 5) for hour in (0, 16, 17)]
    stories += [came_out(2026, 1, 31, 16, 59, 59), came_out(2026, 1, 31, 17, section=make_section("Văn hóa"))]
    files = [place.removeprefix(settings.SITE_URL) for place in locations(client, "/sitemap.xml")]
    listed = [place for file in files for place in locations(client, file)]
    assert sorted(listed) == sorted(f"{settings.SITE_URL}{story.get_absolute_url()}" for story in stories)


def test_the_months_are_found_without_walking_through_the_paper(client):
    """Whatever a month holds, it is one look; whatever lies between two stories, the same questions are asked."""

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/sitemap.xml").status_code == 200
        return len(queries)

    came_out(2026, 3, 3)
    few = asked()
    came_out(2001, 1, 1)
    for hour in range(12):
        came_out(2011, 5, 1, hour)
    assert asked() == few
    assert len(locations(client, "/sitemap.xml")) == 3


def test_a_month_with_more_than_a_file_holds_is_cut_and_logged(client, monkeypatch, caplog):
    monkeypatch.setattr(sitemaps, "PER_FILE", 2)
    stories = [came_out(2026, 3, day) for day in (1, 2, 3)]
    told = [place.rpartition("-")[2] for place in locations(client, "/sitemap-2026-03.xml")]
    assert told == [f"{stories[2].pk}/", f"{stories[1].pk}/"]
    assert "2026-03-01" in caplog.text
    came_out(2026, 4, 1)
    caplog.clear()
    assert len(locations(client, "/sitemap-2026-04.xml")) == 1
    assert caplog.text == ""


@pytest.mark.parametrize("month", ["2026-02", "2026-04", "2026-00", "2026-13", "0000-01", "2999-12", "26-03", "2026-3"])
def test_a_month_without_stories_is_no_file(client, month):
    came_out(2026, 3, 3)
    make_article(status=Status.DRAFT, published_at=datetime(2026, 4, 5, tzinfo=UTC))
    assert client.get(f"/sitemap-{month}.xml").status_code == 404


@pytest.mark.parametrize("query", ["", "?p=2", "?p=x"])
def test_where_a_section_had_its_files_the_index_is_shown(client, query):
    make_section()
    assert client.get(f"/sitemap-muc-thoi-su.xml{query}").headers["Location"] == "/sitemap.xml"
    assert client.get(f"/sitemap-muc-thoi-su.xml{query}").status_code == 301
    assert client.get(f"/sitemap-muc-khong-co.xml{query}").status_code == 404


def test_no_section_is_hidden_by_the_site_s_own_files(client):
    section = make_section("News", slug="news")
    article = make_article(status=Status.PUBLISHED, section=section, published_at=timezone.now() - timedelta(days=9))
    [address] = locations(client, "/sitemap.xml")
    [place] = locations(client, f"/{address.rpartition('/')[2]}")
    assert place.endswith(article.get_absolute_url())


def test_the_time_of_the_last_change_is_told(client):
    article = make_article(status=Status.PUBLISHED)
    told = tree(client, of_month(article)).find(f"{SITEMAP}url/{SITEMAP}lastmod").text
    assert abs(timezone.datetime.fromisoformat(told) - article.updated_at) < timedelta(seconds=1)


def test_news_are_of_the_last_two_days(client):
    now = timezone.now()
    make_article(headline="Cũ", status=Status.PUBLISHED, published_at=now - timedelta(hours=49))
    make_article(headline="Mới", status=Status.PUBLISHED, published_at=now - timedelta(hours=47))
    news = tree(client, "/sitemap-news.xml")
    assert [node.text for node in news.iter(f"{NEWS}title")] == ["Mới"]
    assert [node.text for node in news.iter(f"{NEWS}language")] == ["vi"]


def test_interviews_that_take_questions_are_in_a_file_of_their_own(client, settings):
    now = timezone.now()
    asked = make_announcement()
    make_announcement(opens_at=now - timedelta(days=2), closes_at=now - timedelta(minutes=1))
    make_announcement(opens_at=now + timedelta(hours=1), closes_at=now + timedelta(days=1))
    make_announcement(make_interview(status=Status.WITHDRAWN))
    make_announcement(make_interview(status=Status.PUBLISHED))
    assert f"{settings.SITE_URL}/sitemap-cau-hoi.xml" in locations(client, "/sitemap.xml")
    [place] = locations(client, "/sitemap-cau-hoi.xml")
    assert place == f"{settings.SITE_URL}/cau-hoi/{asked.article_id}/"
    assert asked.title in client.get(place.removeprefix(settings.SITE_URL)).content.decode()


def test_whatever_was_typed_the_files_are_well_formed(client):
    headline = "]]> <b>&amp; \"trích\" 'dẫn' & 🌾"
    story = make_article(headline=headline, status=Status.PUBLISHED)
    assert [node.text for node in tree(client, "/sitemap-news.xml").iter(f"{NEWS}title")] == [headline]
    assert tree(client, of_month(story)) is not None


def test_an_empty_paper_has_empty_files(client):
    make_section()
    for address in ("/sitemap.xml", "/sitemap-news.xml"):
        assert locations(client, address) == []


def test_robots_are_told_where_not_to_go_and_where_the_maps_are(client, settings):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /admin/", "Disallow: /xem-truoc/"} <= set(lines)
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in lines
    assert not [line for line in lines if line.strip() == "Disallow: /"]
