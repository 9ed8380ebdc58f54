"""What is read most: recent readings weigh more, and only public stories are named."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import readership
from articles.models import Article, Readership, Status
from tests.factories import make_article
from tests.html import page

pytestmark = pytest.mark.django_db


def public(headline):
    day_before = timezone.now() - timedelta(days=1)
    return make_article(status=Status.PUBLISHED, headline=headline, published_at=day_before)


def headlines(now, **given):
    return [article.headline for article in readership.most_read(now, **given)]


def test_more_readers_stand_higher_and_too_few_nowhere(now):
    few, many, single = public("Ít"), public("Nhiều"), public("Một người")
    readership.add({few.pk: 4, many.pk: 5, single.pk: 2}, now)
    assert headlines(now) == ["Nhiều", "Ít"]
    readership.add({few.pk: 2, single.pk: 1}, now)
    assert headlines(now) == ["Ít", "Nhiều", "Một người"]
    assert headlines(now, count=1) == ["Ít"]


def test_a_reading_counts_half_after_twelve_hours(now):
    old, new = public("Hôm qua"), public("Hôm nay")
    readership.add({old.pk: 10}, now - timedelta(hours=12))
    readership.add({new.pk: 6}, now)
    assert headlines(now) == ["Hôm nay", "Hôm qua"]
    readership.add({old.pk: 2}, now)  # 10/2 + 2 = 7 > 6
    assert headlines(now) == ["Hôm qua", "Hôm nay"]
    assert headlines(now + timedelta(days=2)) == []


def test_the_weight_stays_a_number_for_centuries(now):
    story = public("Bền")
    later = now + timedelta(days=365 * 300)
    readership.add({story.pk: 1_000_000}, now)
    readership.add({story.pk: 8}, later)
    assert headlines(later) == ["Bền"]


def test_what_is_not_public_is_neither_counted_nor_named(client, now):
    story, draft = public("Đã đăng"), make_article(status=Status.DRAFT)
    readership.add({story.pk: 9, draft.pk: 9, 10**15: 9}, now)
    assert list(Readership.objects.values_list("pk", flat=True)) == [story.pk]
    assert page(client.get("/luu-tru/doc-nhieu/")).texts(".most-read li") == ["Đã đăng"]
    Article.objects.filter(pk=story.pk).update(status=Status.WITHDRAWN)
    assert not page(client.get("/luu-tru/doc-nhieu/")).has(".most-read")


def test_the_front_page_shows_it_only_when_there_is_something(client, now):
    story = public("Cả tỉnh đọc")
    assert not page(client.get("/")).has(".most-read")
    readership.add({story.pk: 9}, now)
    assert page(client.get("/")).links(".most-read a") == [("Cả tỉnh đọc", story.get_absolute_url())]


def test_the_list_is_the_top_of_one_index(now, django_assert_num_queries):
    for number in range(9):
        readership.add({public(f"Bài {number}").pk: 5 + number}, now)
    with django_assert_num_queries(1):
        assert headlines(now) == [f"Bài {number}" for number in (8, 7, 6, 5, 4)]
