"""The page behind a preview link: one unpublished story for whoever holds the link, and nothing once it is over."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone

from articles import previews, workflow
from articles.models import Article, Exchange, PreviewLink, Standing, Status
from articles.policy import Role
from tests.factories import (
    in_standing,
    make_article,
    make_comment,
    make_image,
    make_interview,
    make_preview,
    make_user,
    picture_bytes,
)
from tests.html import page

pytestmark = pytest.mark.django_db

HEADLINE = "Hồ Thạch Bồ sắp mở cửa đón khách"
SECRETS = [HEADLINE, "ho-thach-bo", "Sapo chưa ai đọc", "Nội dung chưa ai đọc", "Lò Văn Pản"]
HOUR = timedelta(hours=1)


@pytest.fixture
def chief():
    return make_user(Role.CHIEF_EDITOR)


@pytest.fixture
def story():
    # With an hour of its own: one without shows the running minute.
    return make_article(
        headline=HEADLINE,
        standfirst="Sapo chưa ai đọc",
        body="<p>Nội dung chưa ai đọc</p>",
        published_at=timezone.now() - HOUR,
    )


@pytest.fixture
def path(story, chief):
    return make_preview(story, by=chief)


def assert_discreet(response):
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert response.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def assert_shut(response):
    """The one answer to links that do not open: it says neither why, nor of what."""
    assert response.status_code == 404
    assert page(response).text("h1") == "Đường dẫn này không dùng được"
    assert_discreet(response)
    body = response.content.decode()
    assert [words for words in SECRETS if words in body] == []
    return body


# ---------------------------------------------------------------- what it shows


def test_it_shows_the_story_to_whoever_holds_it_without_account_or_cookie(path):
    stranger = Client(enforce_csrf_checks=True)
    response = stranger.get(path)
    shown = page(response)
    assert response.status_code == 200
    assert shown.text("h1") == HEADLINE
    assert "Nội dung chưa ai đọc" in shown.text(".article-text")
    assert "Bản xem trước dành riêng cho Ông Lò Văn Pản" in shown.text(".preview-banner")
    assert shown.meta("robots") == "noindex, nofollow"
    assert not stranger.cookies
    assert_discreet(response)


def test_a_messenger_that_shows_the_title_tells_no_headline(client, path):
    head = str(page(client.get(path)).soup.head)
    assert [words for words in SECRETS if words in head] == []


def test_nothing_can_be_said_sent_or_shared_from_it(client, chief):
    interview = make_interview([("Hỏi?", "<p>Đáp.</p>")] * 4)
    make_comment(interview, text="Ý kiến dưới bài kín", status="approved")
    shown = page(client.get(make_preview(interview, by=chief)))
    assert not shown.has("form[method=post]") and not shown.has("share-link") and not shown.has(".comments")
    assert "Ý kiến dưới bài kín" not in shown.text()
    assert not shown.json_ld() and shown.link("canonical") is None and shown.meta("og:title") is None


def test_a_reader_s_question_without_an_answer_is_not_shown(client, chief):
    interview = make_interview()
    Exchange.objects.create(
        article=interview, position=9, asked_by="Bạn đọc Lục Thị Hoa", question="Hỏi thêm gì?"
    )
    assert "Hỏi thêm gì?" not in client.get(make_preview(interview, by=chief)).content.decode()


def test_its_pictures_are_seen_before_the_story_is_out(client, chief):
    image = make_image(picture_bytes())
    figure = f'<figure data-image-id="{image.pk}"><figcaption>Nhịp giữa</figcaption></figure>'
    story = make_article(lead_image=image, body=figure)
    sources = [node["src"] for node in page(client.get(make_preview(story, by=chief))).select("article img")]
    assert len(sources) == 2
    for source in sources:
        answer = client.get(source)
        assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("image/")
        answer.close()


def test_everything_on_it_comes_from_the_paper_itself(client, path):
    shown = page(client.get(path))
    for node in shown.select("[src], link[href]"):
        assert (node.get("src") or node["href"]).startswith("/"), node


def test_beside_a_scheduled_story_stand_those_readers_will_see_then(client, chief):
    now = timezone.now()
    due = now + 5 * HOUR
    scheduled = make_article(status=Status.PUBLISHED, published_at=due)
    make_article(headline="Ra trước nó", status=Status.PUBLISHED, published_at=now + HOUR)
    make_article(headline="Ra sau nó", status=Status.PUBLISHED, published_at=due + HOUR)
    make_article(headline="Hạ trước đó", status=Status.PUBLISHED, unpublish_at=now + 2 * HOUR)
    make_article(headline="Đã ra", status=Status.PUBLISHED)
    shown = page(client.get(make_preview(scheduled, by=chief)))
    # But for what is not out yet: that is the desk's to see alone.
    assert shown.texts(".related .card-headline") == ["Đã ra"]
    assert f"{timezone.localtime(due):%H:%M %d/%m/%Y}" in shown.text(".article-when")


def test_a_draft_without_an_hour_is_shown_as_if_it_came_out_now_and_stays_without(client, chief, now):
    story = make_article()
    assert page(client.get(make_preview(story, by=chief))).one(".article-when time")["datetime"] >= now.isoformat()
    story.refresh_from_db()
    assert story.published_at is None


# ---------------------------------------------------------------- its openings


def test_each_opening_is_written_down_and_a_question_of_a_browser_is_not(client, path):
    client.head(path)
    link = PreviewLink.objects.get()
    assert (link.openings, link.opened_at) == (0, None)
    client.get(path)
    client.get(path)
    link.refresh_from_db()
    assert link.openings == 2 and timezone.now() - link.opened_at < timedelta(minutes=1)


def test_the_token_is_kept_nowhere(path):
    token = path.split("/")[2]
    link = PreviewLink.objects.get()
    assert token not in str(vars(link)) and len(link.token_hash) == 64


# ---------------------------------------------------------------- its end


@pytest.mark.parametrize("standing", Standing)
def test_it_opens_on_the_desk_and_before_the_hour_and_never_otherwise(client, story, path, standing):
    Article.objects.filter(pk=story.pk).update(**in_standing(standing))
    response = client.get(path)
    if standing in (Standing.DRAFT, Standing.IN_REVIEW, Standing.READY, Standing.SCHEDULED):
        assert response.status_code == 200 and page(response).text("h1") == HEADLINE
    else:
        assert_shut(response)
        assert PreviewLink.objects.get().openings == 0


def test_an_embargoed_story_is_not_out(client, story, path):
    now = timezone.now()
    held = {"status": Status.PUBLISHED, "published_at": now - HOUR, "embargo_until": now + HOUR}
    Article.objects.filter(pk=story.pk).update(**held)
    assert client.get(path).status_code == 200


def test_it_ends_by_itself(client, path, monkeypatch):
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(days=3, seconds=1))
    assert_shut(client.get(path))


def test_it_is_revoked(client, path, chief):
    previews.revoke(PreviewLink.objects.get(), by=chief)
    assert_shut(client.get(path))


def test_what_was_out_and_comes_back_to_the_desk_keeps_its_old_links_shut(client, story, path, chief):
    workflow.publish(story, by=chief, urgent=True)
    assert_shut(client.get(path))
    workflow.withdraw(story, by=chief, reason="Sai nguồn tin")
    workflow.return_to_writer(story, by=chief, reason="Viết lại")
    assert Article.objects.get(pk=story.pk).status == Status.DRAFT
    assert_shut(client.get(path))
    assert client.get(make_preview(story, by=chief)).status_code == 200


def test_what_was_thrown_away_and_taken_back_keeps_its_old_links_shut(client, story, path, chief):
    workflow.trash(story, by=chief)
    assert_shut(client.get(path))
    workflow.untrash(story, by=chief)
    assert_shut(client.get(path))


def test_every_link_that_does_not_open_gets_the_very_same_answer(client, story, path, chief):
    told = set()
    gone = [make_preview(make_article(**in_standing(Standing.DRAFT)), by=chief) for _ in range(3)]
    links = list(PreviewLink.objects.exclude(article=story).select_related("article"))
    previews.revoke(links[0], by=chief)
    Article.objects.filter(pk=links[1].article_id).update(**in_standing(Standing.WITHDRAWN))
    PreviewLink.objects.filter(pk=links[2].pk).update(
        created_at=timezone.now() - 2 * HOUR, expires_at=timezone.now() - HOUR
    )
    unknown = f"/xem-truoc/{'A' * 43}/"
    for address in [*gone, unknown, "/xem-truoc/x/"]:
        told.add(assert_shut(client.get(address)))
    assert len(told) == 1


# ---------------------------------------------------------------- what else may be asked


def variations(token):
    other = "B" if token[0] != "B" else "C"
    return [
        token[:-1],
        token + "A",
        other + token[1:],
        token[:-1] + ("A" if token[-1] != "A" else "B"),
        token.swapcase(),
        token[::-1],
        f"{token}.",
        f"{token}=",
        f"%20{token}",
        f"{token}%00",
        f"{token}%0a",
        f"{token}/{token}",
        f"{token}/trang",
        quote("ấ" * 43),
        "０" * 43,
        "-" * 43,
        "1:2:3",
        "a" * 5000,
    ]


def test_variations_of_the_token_open_nothing(client, story, path):
    token = path.split("/")[2]
    for varied in variations(token):
        for address in (f"/xem-truoc/{varied}/", f"/xem-truoc/{varied}"):
            # What has the shape of a token is sent on to where its page would be.
            assert_shut(client.get(address, follow=True))
    assert PreviewLink.objects.get().openings == 0


@pytest.mark.parametrize("rest", ["", "x", "x/y/z", "1", "../admin", "%2e%2e/", "%ff"])
def test_whatever_begins_like_a_link_is_answered_alike(client, rest):
    response = client.get(f"/xem-truoc/{rest}")
    assert response.status_code == 404
    if rest:
        assert_shut(response)


def test_a_link_without_its_last_stroke_leads_to_the_page(client, path):
    response = client.get(path.rstrip("/"))
    assert (response.status_code, response.headers["Location"]) == (302, path)
    assert_discreet(response)


@pytest.mark.parametrize(
    "query", ["luc=01:00+01/01/2030", "id=1", "preview=0", "status=published", "token=x", "luc="]
)
def test_a_query_string_changes_nothing(client, path, query):
    assert client.get(f"{path}?{query}").content == client.get(path).content


def test_an_account_of_the_newsroom_changes_nothing(client, path, chief):
    anonymous = client.get(path).content
    client.force_login(chief)
    assert client.get(path).content == anonymous


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_other_methods_are_refused(path, method):
    response = getattr(Client(enforce_csrf_checks=True), method)(path)
    assert response.status_code in (403, 405)
    assert [words for words in SECRETS if words in response.content.decode()] == []


def test_the_page_costs_the_same_whatever_else_the_link_has_seen(
    client, story, path, chief, django_assert_max_num_queries
):
    for _ in range(15):
        make_preview(story, by=chief)
    with django_assert_max_num_queries(12):
        client.get(path)
