"""What readers see of corrections: on the story, in the register, in the feed, in what machines read."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from articles.models import Correction, Standing, Status
from articles.snapshot import keep_revision
from tests.factories import in_standing, make_article, make_section
from tests.html import page

pytestmark = pytest.mark.django_db

Kind = Correction.Kind
HOUR = timedelta(hours=1)
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
HOSTILE = "</script><script>alert(1)</script>\"'{{7*7}}<b>& ]]>"
SECRET = "Lời chỉ có trong cải chính"


def corrected(article=None, **changes):
    """A published correction of a published story."""
    article = article or make_article(status=Status.PUBLISHED)
    words = {"piece": f"“{article.headline}”, chuyên mục Thời sự", "wrong": "12 hộ", "right": "21 hộ"}
    return Correction.objects.create(**{"article": article, "published_at": timezone.now()} | words | changes)


@pytest.fixture
def story():
    return make_article(status=Status.PUBLISHED, headline="Cầu Bến Lĩnh 2 hợp long")


# ---------------------------------------------------------------- on the story


@pytest.mark.parametrize("kind", [Kind.SMALL, Kind.APOLOGY, Kind.CLARIFICATION])
@pytest.mark.parametrize("light", [False, True])
def test_a_banner_on_top_leads_to_the_notice_below(client, story, kind, light):
    correction = corrected(story, kind=kind, apology="Tòa soạn xin lỗi bạn đọc.")
    shown = page(client.get(story.get_light_url() if light else story.get_absolute_url()))
    banner = shown.one(".correction-banner")
    assert kind.label in banner.get_text() and banner.time["datetime"]
    [(_, address)] = shown.links(".correction-banner a")
    notice = shown.one(address).get_text()
    assert all(part in notice for part in (kind.label, "12 hộ", "21 hộ", "Tòa soạn xin lỗi bạn đọc."))
    assert correction.get_absolute_url() in [address for _, address in shown.links(".correction-when a")]


def test_the_newest_of_several_is_named_and_all_stand_below(client, story):
    corrected(story, published_at=timezone.now() - HOUR)
    newest = corrected(story, kind=Kind.CLARIFICATION)
    shown = page(client.get(story.get_absolute_url()))
    assert shown.links(".correction-banner a")[0][1] == f"#cai-chinh-{newest.pk}"
    assert "2 lần" in shown.text(".correction-banner")
    assert shown.texts(".correction h2") == ["Làm rõ", "Đính chính"]


def test_what_waits_and_what_is_to_come_stand_nowhere(client, story):
    corrected(story, published_at=None, wrong=SECRET)
    corrected(story, published_at=timezone.now() + HOUR, wrong=SECRET)
    shown = client.get(story.get_absolute_url()).content.decode()
    assert SECRET not in shown and "correction-banner" not in shown
    for address in ("/cai-chinh/", "/rss/cai-chinh/"):
        assert SECRET not in client.get(address).content.decode()


def test_a_story_that_is_back_does_not_say_that_it_was_removed(client, story):
    corrected(story, kind=Kind.REMOVAL)
    shown = page(client.get(story.get_absolute_url()))
    assert not shown.has(".correction") and not shown.has(".correction-banner")
    assert page(client.get("/cai-chinh/")).texts(".correction-kind") == ["Gỡ bài"]


def test_machines_are_told_what_was_corrected_and_when(client, story, settings):
    correction = corrected(story, apology="Xin lỗi.")
    [told] = page(client.get(story.get_absolute_url())).json_ld()
    assert told["correction"] == [
        {
            "@type": "CorrectionComment",
            "datePublished": correction.published_at.isoformat(),
            "text": "Nội dung sai: 12 hộ\n\nXin đọc lại là: 21 hộ\n\nXin lỗi.",
            "url": f"{settings.SITE_URL}/cai-chinh/{correction.pk}/",
        }
    ]
    assert (
        "correction"
        not in page(client.get(make_article(status=Status.PUBLISHED).get_absolute_url())).json_ld()[0]
    )


# ---------------------------------------------------------------- the register


def test_the_register_has_the_four_parts_under_the_heading_of_the_law(client, story):
    story_revision = keep_revision(story)
    correction = corrected(story, kind=Kind.APOLOGY, apology="Tòa soạn xin lỗi.", revision=story_revision)
    shown = page(client.get("/cai-chinh/"))
    assert shown.text("h1") == "Thông tin cải chính, xin lỗi"
    entry = shown.one(f"#cai-chinh-{correction.pk}")
    assert "Thông tin cải chính, xin lỗi" in entry.h2.get_text()
    assert shown.links(".correction-piece a") == [(correction.piece, story.get_absolute_url())]
    assert shown.texts("dt") == ["Đã đăng", "Xin đọc lại là"]
    assert shown.texts("dd") == ["12 hộ", "21 hộ"]
    assert shown.text(".correction-apology") == "Tòa soạn xin lỗi."
    assert entry.time["datetime"]


def test_the_newest_stands_first_and_the_rest_on_the_next_page(client):
    now = timezone.now()
    for number in range(23):
        corrected(piece=f"Bài {number}", published_at=now - number * HOUR)
    assert page(client.get("/cai-chinh/")).texts(".correction-piece") == [
        f"Bài {number}" for number in range(20)
    ]
    assert page(client.get("/cai-chinh/?trang=2")).texts(".correction-piece") == [
        "Bài 20",
        "Bài 21",
        "Bài 22",
    ]
    assert client.get("/cai-chinh/?trang=3").status_code == 404
    assert page(client.get("/cai-chinh/?trang=2")).link("canonical").endswith("/cai-chinh/?trang=2")


@pytest.mark.parametrize("standing", Standing)
def test_a_story_s_standing_decides_whether_its_correction_is_anywhere(client, standing):
    article = make_article(headline="Tít của bài", **in_standing(standing))
    correction = corrected(article, wrong=SECRET, right=SECRET, piece="Bài đã cải chính")
    seen = standing in (Standing.PUBLISHED, Standing.EXPIRED, Standing.WITHDRAWN)
    for address in (
        "/cai-chinh/",
        "/rss/cai-chinh/",
        correction.get_absolute_url(),
        "/sitemap-cai-chinh.xml",
    ):
        response = client.get(address)
        told = (
            correction.get_absolute_url() in response.content.decode() or SECRET in response.content.decode()
        )
        assert told == seen, address
    assert client.get(correction.get_absolute_url()).status_code == (200 if seen else 404)
    assert ("sitemap-cai-chinh" in client.get("/sitemap.xml").content.decode()) == seen


@pytest.mark.parametrize("standing", [Standing.PUBLISHED, Standing.EXPIRED, Standing.WITHDRAWN])
def test_only_a_story_readers_may_open_is_linked(client, standing):
    article = make_article(**in_standing(standing))
    correction = corrected(article)
    for address in ("/cai-chinh/", correction.get_absolute_url()):
        linked = article.get_absolute_url() in client.get(address).content.decode()
        assert linked == (standing == Standing.PUBLISHED)


def test_each_has_a_page_of_its_own_that_leads_to_all(client):
    first, second = corrected(piece="Bài một"), corrected(piece="Bài hai", kind=Kind.REMOVAL)
    shown = page(client.get(second.get_absolute_url()))
    assert shown.texts(".correction-piece") == ["Bài hai"]
    assert shown.texts("dt") == ["Nội dung sai", "Vì sao gỡ bài"]
    assert shown.headings() == [(1, "Gỡ bài")]
    assert "/cai-chinh/" in [address for _, address in shown.links("main a")]
    assert shown.link("canonical").endswith(f"/cai-chinh/{second.pk}/")
    assert first.get_absolute_url() in dict.fromkeys(
        address for _, address in page(client.get("/cai-chinh/")).links()
    )


def test_the_register_is_reached_from_every_page(client, story):
    for address in ("/", story.section.get_absolute_url(), story.get_absolute_url(), story.get_light_url()):
        assert "/cai-chinh/" in [address for _, address in page(client.get(address)).links("footer a")], (
            address
        )


def test_an_empty_register_says_so(client):
    assert "Chưa có cải chính nào." in page(client.get("/cai-chinh/")).text("main")


@pytest.mark.parametrize("address", ["/cai-chinh/", "/rss/cai-chinh/", "/sitemap-cai-chinh.xml", "one"])
def test_it_is_the_same_for_everybody_and_takes_no_post(client, address):
    address = corrected().get_absolute_url() if address == "one" else address
    response = client.get(address)
    assert "s-maxage=1" in response.headers["Cache-Control"] and not response.cookies
    assert client.post(address).status_code == 405


def test_no_section_takes_the_register_s_address(client):
    make_section("Cải chính của bạn đọc")
    assert page(client.get("/cai-chinh/")).text("h1") == "Thông tin cải chính, xin lỗi"


# ---------------------------------------------------------------- the feed and the sitemap


def test_the_feed_gives_all_of_it_at_an_address_that_stays(client, settings):
    correction = corrected(apology="Xin lỗi.")
    channel = ElementTree.fromstring(client.get("/rss/cai-chinh/").content).find("channel")
    entry = channel.find("item")
    assert entry.find("title").text == f"Đính chính: {correction.piece}"
    assert (
        entry.find("link").text
        == entry.find("guid").text
        == f"{settings.SITE_URL}/cai-chinh/{correction.pk}/"
    )
    assert all(words in entry.find(CONTENT).text for words in ("12 hộ", "21 hộ", "Xin lỗi."))
    assert channel.find("link").text == f"{settings.SITE_URL}/cai-chinh/"


def test_an_empty_feed_and_an_empty_sitemap_are_well_formed(client):
    assert ElementTree.fromstring(client.get("/rss/cai-chinh/").content).findall("channel/item") == []
    assert "<lastmod>" not in client.get("/sitemap-cai-chinh.xml").content.decode()


# ---------------------------------------------------------------- whatever was typed


def test_whatever_was_typed_is_text_on_every_page(client, story):
    words = dict.fromkeys(["piece", "wrong", "right", "apology"], HOSTILE)
    correction = corrected(story, **words)
    for address in (
        "/cai-chinh/",
        correction.get_absolute_url(),
        story.get_absolute_url(),
        story.get_light_url(),
    ):
        response = client.get(address)
        shown = page(response)
        scripts = shown.select('script:not([type="application/ld+json"])')
        assert [
            node for node in scripts if node.get_text() or not node["src"].startswith("/static/")
        ] == [], address
        assert "alert(1)" in shown.text("main") and not shown.has("main b:not(.correction-banner b)"), address
        assert "49" not in shown.title()
    assert (
        page(client.get(story.get_absolute_url())).json_ld()[0]["correction"][0]["text"].count(HOSTILE) == 3
    )
    entry = ElementTree.fromstring(client.get("/rss/cai-chinh/").content).find("channel/item")
    assert HOSTILE in entry.find("title").text and "<script" not in entry.find(CONTENT).text
