"""What search engines are told: complete, well-formed, and nothing else."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
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


def test_the_index_names_the_sections_that_have_something(client, settings):
    make_article(status=Status.PUBLISHED)
    make_article(status=Status.DRAFT, section=make_section("Văn hóa"))
    assert locations(client, "/sitemap.xml") == [f"{settings.SITE_URL}/sitemap-muc-thoi-su.xml"]


def test_the_index_names_every_file_of_a_long_section(client, settings, monkeypatch):
    monkeypatch.setattr(sitemaps, "PER_FILE", 2)
    articles = [make_article(status=Status.PUBLISHED) for _ in range(5)]
    files = locations(client, "/sitemap.xml")
    assert [address.removeprefix(settings.SITE_URL) for address in files] == [
        "/sitemap-muc-thoi-su.xml",
        "/sitemap-muc-thoi-su.xml?p=2",
        "/sitemap-muc-thoi-su.xml?p=3",
    ]
    listed = [place for address in files for place in locations(client, address.removeprefix(settings.SITE_URL))]
    assert sorted(listed) == sorted(f"{settings.SITE_URL}{article.get_absolute_url()}" for article in articles)


@pytest.mark.parametrize("number", ["0", "2", "01", "x", "", "9" * 5000, "000001" + "0" * 5000])
def test_a_file_that_is_not_there_is_404(client, number):
    make_article(status=Status.PUBLISHED)
    assert client.get("/sitemap-muc-thoi-su.xml", {"p": number}).status_code == 404


def test_no_section_is_hidden_by_the_site_s_own_files(client):
    section = make_section("News", slug="news")
    article = make_article(status=Status.PUBLISHED, section=section, published_at=timezone.now() - timedelta(days=9))
    [address] = locations(client, "/sitemap.xml")
    [place] = locations(client, f"/{address.rpartition('/')[2]}")
    assert place.endswith(article.get_absolute_url())


def test_the_time_of_the_last_change_is_told(client):
    article = make_article(status=Status.PUBLISHED)
    told = tree(client, "/sitemap-muc-thoi-su.xml").find(f"{SITEMAP}url/{SITEMAP}lastmod").text
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
    [address] = [place for place in locations(client, "/sitemap.xml") if "-muc-" not in place]
    assert address == f"{settings.SITE_URL}/sitemap-cau-hoi.xml"
    [place] = locations(client, "/sitemap-cau-hoi.xml")
    assert place == f"{settings.SITE_URL}/cau-hoi/{asked.article_id}/"
    assert asked.title in client.get(place.removeprefix(settings.SITE_URL)).content.decode()


def test_whatever_was_typed_the_files_are_well_formed(client):
    headline = "]]> <b>&amp; \"trích\" 'dẫn' & 🌾"
    make_article(headline=headline, status=Status.PUBLISHED)
    assert [node.text for node in tree(client, "/sitemap-news.xml").iter(f"{NEWS}title")] == [headline]
    assert tree(client, "/sitemap-muc-thoi-su.xml") is not None


def test_an_empty_paper_has_empty_files(client):
    make_section()
    for address in ("/sitemap.xml", "/sitemap-news.xml", "/sitemap-muc-thoi-su.xml"):
        assert locations(client, address) == []


def test_robots_are_told_where_not_to_go_and_where_the_maps_are(client, settings):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /admin/", "Disallow: /xem-truoc/"} <= set(lines)
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in lines
    assert not [line for line in lines if line.strip() == "Disallow: /"]
