"""The paper day by day: what came out on a day in Việt Nam, the days beside it, nothing else."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from articles.models import Status
from tests.factories import make_article
from tests.html import page

pytestmark = pytest.mark.django_db


def came_out(*moment, **given):
    """A public story of that moment, UTC: seven hours behind Việt Nam."""
    return make_article(status=Status.PUBLISHED, published_at=datetime(*moment, tzinfo=UTC), **given)


def links(shown, name):
    return shown.links(f'nav[aria-label="{name}"] a')


def test_a_day_begins_at_midnight_in_viet_nam(client):
    came_out(2026, 3, 9, 16, 59, headline="Khuya hôm trước")
    came_out(2026, 3, 9, 17, 0, headline="Đúng nửa đêm")
    came_out(2026, 3, 10, 16, 59, headline="Khuya hôm nay")
    came_out(2026, 3, 10, 17, 0, headline="Hôm sau")
    shown = page(client.get("/luu-tru/2026/03/10/"))
    assert shown.texts(".card-headline") == ["Khuya hôm nay", "Đúng nửa đêm"]
    assert shown.text("h1") == "Thứ Ba, 10/03/2026"


def test_the_days_beside_are_the_nearest_that_have_stories(client):
    for day in (2, 10, 28):
        came_out(2026, 3, day, 3)
    came_out(2026, 3, 11, 3, embargo_until=datetime(2099, 1, 1, tzinfo=UTC))
    shown = page(client.get("/luu-tru/2026/03/10/"))
    assert links(shown, "Các ngày") == [
        ("Ngày 28/03/2026", "/luu-tru/2026/03/28/"),
        ("Ngày 02/03/2026", "/luu-tru/2026/03/02/"),
    ]
    alone = page(client.get("/luu-tru/2026/03/28/"))
    assert [href for _, href in links(alone, "Các ngày")] == ["/luu-tru/2026/03/10/"]


@pytest.mark.parametrize(
    "address",
    [
        "2026/03/11/",
        "2026/02/30/",
        "2026/13/",
        "2026/3/",
        "2026/03/1/",
        "0999/03/10/",
        "２０26/03/",
        "2026/04/",
        "2025/03/",
    ],
)
def test_a_day_or_month_without_stories_is_no_page(client, address):
    came_out(2026, 3, 10, 3)
    make_article(status=Status.DRAFT, published_at=datetime(2026, 3, 11, tzinfo=UTC))
    assert client.get(f"/luu-tru/{address}").status_code == 404


def test_a_month_links_the_days_that_have_stories_and_the_months_of_its_year(client):
    for moment in ((2025, 1, 31, 18), (2025, 2, 3, 1), (2025, 2, 3, 2), (2025, 12, 31, 16), (2023, 5, 1)):
        came_out(*moment)
    came_out(2025, 2, 5, unpublish_at=datetime(2025, 2, 6, tzinfo=UTC))
    shown = page(client.get("/luu-tru/2025/02/"))
    assert [link["href"] for link in shown.select(".archive-month a")] == [
        "/luu-tru/2025/02/01/",
        "/luu-tru/2025/02/03/",
    ]
    assert [len(row.select("td")) for row in shown.select(".archive-month tbody tr")] == [7] * 5
    assert [text for text, _ in links(shown, "Các tháng của năm 2025")] == ["Tháng 2", "Tháng 12"]
    assert links(shown, "Các tháng") == [
        ("Tháng 12/2025", "/luu-tru/2025/12/"),
        ("Tháng 5/2023", "/luu-tru/2023/05/"),
    ]


def test_a_quiet_month_between_two_others_is_a_page(client):
    came_out(2026, 1, 5)
    came_out(2026, 3, 5)
    assert client.get("/luu-tru/2026/02/").status_code == 200


def test_the_way_in_is_the_month_of_the_newest_story(client):
    assert client.get("/luu-tru/").status_code == 404
    came_out(2026, 1, 31, 18)
    assert page(client.get("/luu-tru/")).link("canonical").endswith("/luu-tru/2026/02/")


def test_its_sitemap_names_every_month_that_has_stories(client, settings):
    assert list(ElementTree.fromstring(client.get("/sitemap-luu-tru.xml").content)) == []
    came_out(2025, 11, 5)
    came_out(2026, 1, 5)
    told = ElementTree.fromstring(client.get("/sitemap-luu-tru.xml").content)
    months = [node.text.removeprefix(settings.SITE_URL) for node in told.iter() if node.tag.endswith("loc")]
    assert months == ["/luu-tru/2026/01/", "/luu-tru/2025/11/"]
    assert "sitemap-luu-tru.xml" in client.get("/robots.txt").content.decode()
