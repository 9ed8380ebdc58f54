"""Whether, when and how comments are taken: the paper's terms, a section's, a story's."""

from datetime import datetime, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, Status
from comments.models import Reception
from comments.reception import CLOSED, Terms, closed, terms_of, terms_of_the_paper
from tests.factories import make_article, make_comment, make_section
from tests.html import page


@pytest.fixture
def article(db):
    return make_article(status=Status.PUBLISHED)


def test_without_a_word_a_moderator_comes_first_and_nothing_closes(article, django_assert_num_queries):
    with django_assert_num_queries(1):
        terms = terms_of(article)
    assert terms == Terms() == terms_of_the_paper()
    assert terms.mode == "before" and closed(article, terms) == ""


def test_the_narrower_word_holds_and_what_it_leaves_open_is_as_in_the_wider(article):
    Reception.objects.create(mode="after", days=7, target_minutes=30)
    Reception.objects.create(scope="section", section=article.section, mode="closed")
    Reception.objects.create(scope="section", section=make_section("Văn hóa"), days=1)
    Reception.objects.create(scope="article", article=article, mode="before", trusted_after=9)
    told = terms_of(article)
    assert (told.mode, told.days, told.target_minutes, told.trusted_after) == ("before", 7, 30, 9)
    assert terms_of_the_paper().mode == "after"
    Reception.objects.filter(scope="article").delete()
    assert closed(article, terms_of(article)) == CLOSED


@pytest.mark.parametrize(
    "fields",
    [
        {"scope": "site"},
        {"scope": "section"},
        {"scope": "article"},
        {"scope": "section", "mode": "x"},
        {"scope": "section", "opens": time(7)},
    ],
)
def test_the_database_refuses_terms_of_nothing(article, fields):
    Reception.objects.create()
    if fields.get("mode") or fields.get("opens"):
        fields = fields | {"section": article.section}
    with pytest.raises(IntegrityError), transaction.atomic():
        Reception.objects.create(**fields)


HOURS = Terms(opens=time(7), closes=time(22))
NIGHT = Terms(opens=time(20), closes=time(2))


@pytest.mark.parametrize(
    ("terms", "clock", "is_open"),
    [
        (HOURS, time(6, 59), False),
        (HOURS, time(7), True),
        (HOURS, time(21, 59), True),
        (HOURS, time(22), False),
        (NIGHT, time(23), True),
        (NIGHT, time(1, 59), True),
        (NIGHT, time(2), False),
        (Terms(opens=time(0), closes=time(0)), time(12), True),
    ],
)
def test_hours_are_the_paper_s_and_may_run_past_midnight(terms, clock, is_open):
    now = timezone.make_aware(datetime.combine(datetime(2026, 11, 23), clock))
    story = Article(comments_open=True, published_at=now - timedelta(days=300))
    sentence = closed(story, terms, now)
    assert (sentence == "") is is_open
    assert is_open or f"từ {terms.opens:%H:%M} đến {terms.closes:%H:%M}" in sentence


def test_a_story_closes_so_many_days_after_its_publication():
    now = timezone.now()
    story = Article(comments_open=True, published_at=now - timedelta(days=14))
    assert closed(story, Terms(days=14), now) == ""
    assert "quá 14 ngày" in closed(story, Terms(days=14), now + timedelta(seconds=1))
    assert "quá 0 ngày" in closed(story, Terms(days=0), now)


def test_a_story_closed_by_hand_stays_so(article):
    Article.objects.update(comments_open=False)
    article.refresh_from_db()
    Reception.objects.create(scope="article", article=article, mode="after")
    assert closed(article, terms_of(article)) == CLOSED


def test_readers_are_told_and_what_they_typed_is_given_back(client, article):
    make_comment(article, status="approved")
    Reception.objects.create(days=0)
    for address in (article.get_absolute_url(), f"/binh-luan/{article.pk}/"):
        shown = page(client.get(address))
        assert "quá 0 ngày" in shown.text("main") and not shown.has("form#gui-y-kien, .comment-reply")
        assert shown.has(".comment-like"), "what is published can still be liked and reported"
    typed = {"name": "A", "text": "Tôi viết rất lâu"}
    response = client.post(f"/binh-luan/{article.pk}/", typed, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code == 403
    assert "Tôi viết rất lâu" in page(response).text("main") and "quá 0 ngày" in page(response).text("main")
