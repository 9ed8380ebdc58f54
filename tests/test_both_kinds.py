"""Every public surface, over a story and over an interview: none of them may forget one of the two.

Each kind is given words that stand nowhere else, in every place where it keeps words.
"""

import re
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from articles.models import Image, Kind, Status
from articles.snapshot import snapshot
from articles.typeset import image_ids_of
from tests.factories import make_article, make_image, make_interview, make_section, make_topic, picture_bytes
from tests.html import page

pytestmark = pytest.mark.django_db

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
STORY_WORDS = ["Sương tan trên đồi chè", "Bà con hái lứa cuối", "Nương chè cuối vụ"]
INTERVIEW_WORDS = [
    "Cây cầu sắp hợp long",
    "Lời dẫn của tòa soạn",
    "Bao giờ thông xe?",
    "Trước Tết sẽ thông xe.",
    "Công nhân trên nhịp giữa",
    "Xin cảm ơn ông!",
]
SPEAKERS = ["PV", "Ông Lương Văn Thành"]


@pytest.fixture(params=[Kind.STORY, Kind.INTERVIEW])
def told(request):
    """(a published article of the kind, everything it says in reading order)."""
    figure = '<figure data-image-id="{}"><figcaption>{}</figcaption></figure>'
    image = make_image(picture_bytes(), caption="", alt="Cảnh")
    given = {"status": Status.PUBLISHED, "topics": [make_topic()], "headline": "Chuyện bên sông Lĩnh"}
    if request.param == Kind.STORY:
        body = f"<p>{STORY_WORDS[1]}</p>" + figure.format(image.pk, STORY_WORDS[2])
        return make_article(standfirst=STORY_WORDS[0], body=body, **given), STORY_WORDS
    answer = f"<p>{INTERVIEW_WORDS[3]}</p>" + figure.format(image.pk, INTERVIEW_WORDS[4])
    article = make_interview(
        standfirst=INTERVIEW_WORDS[0],
        body=f"<p>{INTERVIEW_WORDS[1]}</p>",
        turns=[(INTERVIEW_WORDS[2], answer), (INTERVIEW_WORDS[5], "")],
        **given,
    )
    return article, INTERVIEW_WORDS


def in_order(words, text):
    """Whether the words stand in the text, each once, in this order."""
    places = [text.find(each) for each in words]
    return -1 not in places and places == sorted(places) and all(text.count(each) == 1 for each in words)


def test_passages_say_everything_in_reading_order(told):
    article, words = told
    assert in_order(words, "\n".join(passage.text for passage in article.passages()))


def test_the_page_says_everything_in_reading_order(client, told):
    article, words = told
    shown = page(client.get(article.get_absolute_url()))
    assert in_order(words, shown.text("article"))
    assert shown.has("article figure img")
    assert shown.title().startswith(article.headline)


def test_the_light_page_says_everything_without_pictures(client, told):
    article, words = told
    shown = page(client.get(article.get_light_url()))
    assert in_order(words, shown.text("article"))
    assert not shown.has("img") and not shown.has("picture")
    assert shown.link("canonical").endswith(article.get_absolute_url())


def test_the_feed_has_the_full_text_with_the_speakers(client, told):
    article, words = told
    entry = ElementTree.fromstring(client.get("/rss/").content).find("channel/item")
    text = BeautifulSoup(entry.find(CONTENT).text, "html.parser").get_text(" ")
    assert in_order(words, " ".join(text.split()))
    assert entry.find("title").text == article.headline
    assert entry.find("description").text == article.standfirst
    if article.is_interview:
        assert [speaker in text for speaker in SPEAKERS] == [True, True]


@pytest.mark.parametrize("address", ["/", "/thoi-su/", "/chu-de/cau-ben-linh-2/", "/tac-gia/hoang-minh-khue/"])
def test_every_list_leads_to_the_article(client, told, address):
    article, _ = told
    shown = page(client.get(address))
    assert (article.headline, article.get_absolute_url()) in shown.links("main a[href]")


@pytest.mark.parametrize("address", ["/sitemap-{:%Y-%m}.xml", "/sitemap-news.xml"])
def test_sitemaps_list_the_article(client, told, address):
    address = address.format(timezone.localdate(told[0].published_at))
    locations = [node.text for node in ElementTree.fromstring(client.get(address).content).iter() if "loc" in node.tag]
    assert [location for location in locations if location.endswith(told[0].get_absolute_url())]


def test_structured_data_tells_headline_author_and_guests(client, told):
    article, words = told
    [data] = page(client.get(article.get_absolute_url())).json_ld()
    assert (data["@type"], data["headline"], data["description"]) == ("NewsArticle", article.headline, words[0])
    assert [author["name"] for author in data["author"]] == ["Hoàng Minh Khuê"]
    guests = [guest["name"] for guest in data.get("about", [])]
    assert guests == (["Lương Văn Thành"] if article.is_interview else [])


def test_a_revision_keeps_every_word(told):
    article, words = told
    kept = str(snapshot(article))
    assert [word for word in words if word not in kept] == []
    assert snapshot(article)["kind"] == article.kind


def test_comments_are_taken_under_both(client, told):
    shown = page(client.get(told[0].get_absolute_url()))
    assert shown.one("form.comment-form")["action"].startswith(f"/binh-luan/{told[0].pk}/")


def test_pictures_are_found_wherever_the_kind_keeps_them(told):
    assert list(image_ids_of(told[0])) == [Image.objects.get()]


def test_only_the_article_form_and_one_class_ask_for_the_kind(client, told):
    article, _ = told
    assert page(client.get(article.get_absolute_url())).has(f"article.kind-{article.kind}")


def test_questions_are_headings_and_answers_carry_their_speaker_once(client):
    article = make_interview(
        turns=[("Một?", "<p>Thứ nhất.</p>"), ("Hai?", "<p>Thứ hai.</p>"), ("", "<p>Tôi xin thêm.</p>")],
        status=Status.PUBLISHED,
        section=make_section(),
    )
    shown = page(client.get(article.get_absolute_url()))
    assert [words for level, words in shown.headings() if level == 2][:2] == ["PV: Một?", "PV: Hai?"]
    answers = shown.select(".answer")
    assert ["answer-same" in answer["class"] for answer in answers] == [False, True, True]
    assert all(re.search("Ông Lương Văn Thành", answer.get_text()) for answer in answers)
