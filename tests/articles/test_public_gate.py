"""What is not public is nowhere: every state that readers may not see, on every address they may ask."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Placement, Status
from comments.models import CommentStatus
from tests.factories import (
    make_article,
    make_author,
    make_comment,
    make_image,
    make_interview,
    make_person,
    make_topic,
    picture_bytes,
)
from tests.html import page

pytestmark = pytest.mark.django_db

HIDDEN = "Tin chưa ai được biết"
SECRET = "Lời chưa ai được nghe"
COMMENT = "Ý kiến dưới bài kín"
SHOWN = "Tin ai cũng đọc được"
HOUR = timedelta(hours=1)


def times(state):
    """What makes a story be in this state now."""
    now = timezone.now()
    return {
        "draft": {"status": Status.DRAFT},
        "draft with a time": {"status": Status.DRAFT, "published_at": now - HOUR},
        "in review": {"status": Status.IN_REVIEW, "published_at": now - HOUR},
        "ready": {"status": Status.READY, "published_at": now - HOUR},
        "scheduled": {"status": Status.PUBLISHED, "published_at": now + HOUR},
        "embargoed": {"status": Status.PUBLISHED, "published_at": now - HOUR, "embargo_until": now + HOUR},
        "withdrawn": {"status": Status.WITHDRAWN, "published_at": now - HOUR},
    }[state]


STATES = ["draft", "draft with a time", "in review", "ready", "scheduled", "embargoed", "withdrawn"]


@pytest.fixture(params=STATES)
def paper(request):
    """(state, hidden interview) with everything that could lead to it: topic, author, person, pin, picture, comment;
    beside a public story in the same places."""
    person, topic, author = make_person(), make_topic(), make_author()
    image = make_image(picture_bytes(), caption="Ảnh chưa đăng")
    shared = {"topics": [topic], "author": author}
    make_article(headline=SHOWN, status=Status.PUBLISHED, **shared)
    hidden = make_interview(
        headline=HIDDEN,
        standfirst=SECRET,
        turns=[(SECRET, f"<p>{SECRET}</p>")],
        person=person,
        lead_image=image,
        **shared,
        **times(request.param),
    )
    Placement.objects.create(article=hidden, slot=Placement.Slot.LEAD)
    make_comment(hidden, text=COMMENT, status=CommentStatus.APPROVED)
    return request.param, hidden


LISTS = [
    "/",
    "/thoi-su/",
    "/chu-de/cau-ben-linh-2/",
    "/tac-gia/hoang-minh-khue/",
    "/rss/",
    "/rss/chuyen-muc/thoi-su/",
    "/rss/chu-de/cau-ben-linh-2/",
    "/rss/tac-gia/hoang-minh-khue/",
    "/sitemap.xml",
    "/sitemap-muc-thoi-su.xml",
    "/sitemap-news.xml",
]


def says_nothing_of_it(response, article):
    body = response.content.decode()
    return not [word for word in (HIDDEN, SECRET, COMMENT, article.slug, "Ảnh chưa đăng") if word in body]


def test_no_list_names_it(client, paper):
    _, hidden = paper
    for address in LISTS:
        response = client.get(address)
        assert response.status_code == 200, address
        assert says_nothing_of_it(response, hidden), address


def test_the_public_story_stands_in_every_list(client, paper):
    """The twin of the test above: lists that are empty would pass it."""
    slug = Article.objects.get(headline=SHOWN).slug
    for address in LISTS:
        assert address == "/sitemap.xml" or slug in client.get(address).content.decode(), address


def test_its_own_addresses_do_not_answer(client, paper):
    state, hidden = paper
    gone = 410 if state == "withdrawn" else 404
    for address in (hidden.get_absolute_url(), hidden.get_light_url(), f"/thoi-su/khac-{hidden.pk}/"):
        response = client.get(address)
        assert response.status_code == gone, address
        assert says_nothing_of_it(response, hidden), address


def test_its_comments_do_not_answer(client, paper):
    _, hidden = paper
    for name in ("comments:comments", "comments:sent"):
        response = client.get(reverse(name, args=[hidden.pk]))
        assert response.status_code == 404
        assert says_nothing_of_it(response, hidden)
    sent = {"name": "Bạn đọc", "text": "Hay quá", "token": "x"}
    headers = {"Sec-Fetch-Site": "same-origin"}
    response = client.post(reverse("comments:comments", args=[hidden.pk]), sent, headers=headers)
    assert response.status_code == 404
    assert hidden.comments.count() == 1


def test_nobody_is_known_to_have_spoken_in_it(client, paper):
    response = client.get("/nhan-vat/luong-van-thanh/")
    assert response.status_code == 404
    assert says_nothing_of_it(response, paper[1])


def test_a_person_is_known_by_the_public_interviews_alone(client, paper):
    _, hidden = paper
    public = make_interview(
        headline="Trả lời đã đăng", status=Status.PUBLISHED, person=hidden.interviewees.get().person
    )
    response = client.get("/nhan-vat/luong-van-thanh/")
    assert page(response).texts(".record-headline") == [public.headline]
    assert says_nothing_of_it(response, hidden)


def test_related_stories_leave_it_out(client, paper):
    shown = Article.objects.get(headline=SHOWN)
    assert says_nothing_of_it(client.get(shown.get_absolute_url()), paper[1])


ODD_QUERIES = (
    "status=draft&status__gte=&preview=1&published=0&_connector=OR&id=1&author__password__startswith=a&static=1&order=asc"
)


def test_a_query_string_opens_nothing(client, paper):
    _, hidden = paper
    for address in (*LISTS, hidden.get_absolute_url()):
        assert says_nothing_of_it(client.get(f"{address}?{ODD_QUERIES}"), hidden), address


def test_a_pin_that_is_not_public_leaves_no_hole(client, paper):
    assert page(client.get("/")).has(".front-lead, .front-wire article")


def test_a_scheduled_story_appears_at_its_time_without_anybody_doing_anything(client):
    article = make_article(headline=SHOWN, status=Status.PUBLISHED, published_at=timezone.now() + HOUR)
    assert client.get(article.get_absolute_url()).status_code == 404
    Article.objects.update(published_at=timezone.now())
    assert client.get(article.get_absolute_url()).status_code == 200
    assert SHOWN in client.get("/").content.decode()
