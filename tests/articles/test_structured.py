"""Structured data: whatever a headline holds, the script stays one script and says the very same."""

import json

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Exchange, Interviewee, Status
from articles.srcset import social
from articles.structured import article_json, as_script
from tests.factories import make_article, make_image, make_interview, make_person, picture_bytes
from tests.html import page

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "\u2028\u2029",
    "&lt;/script&gt;",
    '"\\"',
    "Đúng là “thế”",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_equal(text):
    soup = BeautifulSoup(as_script({"headline": text}), "html.parser")
    [script] = soup.find_all("script")
    assert json.loads(script.string) == {"headline": text}
    assert soup.get_text() == ""


@given(st.text())
def test_any_text_comes_back_equal_and_opens_no_tag(text):
    script = str(as_script({"x": text}))
    inside = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028\u2029") & set(inside)
    assert json.loads(inside) == {"x": text}


@pytest.mark.django_db
@pytest.mark.parametrize("text", HOSTILE[:3] + HOSTILE[4:])
def test_a_hostile_headline_on_the_page_parses_back_equal(client, text):
    article = make_article(headline=text, status=Status.PUBLISHED)
    shown = page(client.get(article.get_absolute_url()))
    assert [data["headline"] for data in shown.json_ld()] == [text]
    assert len(shown.select("script:not([src])")) == 1
    assert shown.meta("og:title") == text
    assert shown.text("h1") == text


@pytest.mark.django_db
def test_addresses_are_whole_and_empty_things_left_out(settings):
    image = make_image(picture_bytes())
    article = make_article(status=Status.PUBLISHED, standfirst="", lead_image=image)
    told = article_json(article, list(article.bylines.all()), [])
    assert told["mainEntityOfPage"] == f"{settings.SITE_URL}{article.get_absolute_url()}"
    assert told["image"] == [f"{settings.SITE_URL}{social(image)[0]}"]
    assert "description" not in told and "about" not in told
    assert told["datePublished"] == article.published_at.isoformat()


@pytest.mark.django_db
def test_a_guest_is_told_with_the_office_held_then(settings):
    article = make_interview(status=Status.PUBLISHED)
    told = article_json(article, [], list(article.interviewees.all()))
    assert told["about"] == [
        {
            "@type": "Person",
            "name": "Lương Văn Thành",
            "honorificPrefix": "Ông",
            "jobTitle": "Giám đốc Ban quản lý dự án",
            "url": f"{settings.SITE_URL}/nhan-vat/luong-van-thanh/",
        }
    ]


@pytest.mark.django_db
def test_every_guest_is_told_and_what_is_not_known_of_one_is_left_out(client):
    article = make_interview(status=Status.PUBLISHED)
    other = Interviewee.objects.create(article=article, person=make_person("Bế Thị Na", ""))
    Exchange.objects.create(article=article, position=2, answered_by=other, answer="<p>Tôi cũng thế.</p>")
    [told] = page(client.get(article.get_absolute_url())).json_ld()
    assert told["@type"] == "NewsArticle"
    assert [guest["name"] for guest in told["about"]] == ["Lương Văn Thành", "Bế Thị Na"]
    assert set(told["about"][1]) == {"@type", "name", "url"}
    assert "QAPage" not in str(told)


@pytest.mark.django_db
def test_open_graph_tells_the_lead_picture(client, settings):
    image = make_image(picture_bytes(800, 500))
    article = make_article(status=Status.PUBLISHED, lead_image=image)
    shown = page(client.get(article.get_absolute_url()))
    assert shown.meta("og:image") == f"{settings.SITE_URL}{social(image)[0]}"
    assert (shown.meta("og:image:width"), shown.meta("og:image:height")) == ("800", "420")
    assert shown.meta("og:type") == "article"
