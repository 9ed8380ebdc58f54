"""The streams of topics, authors and people: kept with every revision, in order, and what readers may not see is not
in them."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Byline, Exchange, Status, StreamEntry
from articles.paging import below, numbered
from articles.snapshot import keep_revision
from articles.streams import Stream, in_stream, keep_streams, name_of
from tests.factories import make_article, make_author, make_interview, make_person, make_topic

pytestmark = pytest.mark.django_db

NOW = timezone.now()
HOUR = timedelta(hours=1)


def out(hours_ago, **overrides):
    return make_article(**{"status": Status.PUBLISHED, "published_at": NOW - hours_ago * HOUR} | overrides)


def headlines(subject):
    return [article.headline for article in in_stream(name_of(subject))]


def test_a_revision_puts_the_story_where_its_topic_its_author_and_its_guest_are():
    topic, author, person = make_topic(), make_author(), make_person()
    article = make_interview(status=Status.PUBLISHED, person=person, author=None)
    article.topics.add(topic)
    Byline.objects.create(article=article, author=author, position=1)
    Byline.objects.create(article=article, author=author, role=Byline.Role.CONDUCTED, position=2)
    keep_revision(article)
    assert [headlines(subject) for subject in (topic, author, person)] == [[article.headline]] * 3
    article.topics.clear()
    article.bylines.all().delete()
    article.exchanges.update(answer="")
    keep_revision(article)
    assert [headlines(subject) for subject in (topic, author, person)] == [[]] * 3


def test_a_person_who_was_invited_and_one_of_a_story_stand_in_no_stream():
    person = make_person()
    article = make_interview(turns=[("Ông thấy sao?", "")], status=Status.PUBLISHED, person=person)
    assert headlines(person) == []
    Exchange.objects.update(answer="<p>Tốt.</p>", answered_by=article.interviewees.get())
    keep_streams(article)
    assert headlines(person) == [article.headline]
    Article.objects.update(kind="story")
    keep_streams(article)
    assert headlines(person) == []


def test_an_hour_typed_anew_moves_the_story_in_its_streams():
    topic = make_topic()
    first, second = (out(hours, headline=f"{hours} giờ trước", topics=[topic]) for hours in (1, 2))
    assert headlines(topic) == ["1 giờ trước", "2 giờ trước"]
    second.published_at = NOW
    second.save()
    keep_revision(second)
    assert headlines(topic) == ["2 giờ trước", "1 giờ trước"]
    first.status, first.published_at = Status.DRAFT, None
    first.save()
    keep_revision(first)
    assert headlines(topic) == ["2 giờ trước"]


def test_pages_by_number_and_below_a_story_go_through_the_stream_without_a_gap():
    topic = make_topic()
    stories = [out(1 + number // 3, topics=[topic]) for number in range(9)]  # three of each hour
    out(2)
    in_order = sorted(stories, key=lambda story: (story.published_at, story.pk), reverse=True)
    stream = Stream(topic, NOW)
    seen = [card.pk for card in numbered(stream, 1, 4)]
    while page := below(stream, Article.objects.get(pk=seen[-1]), 2):
        seen += [card.pk for card in page]
    assert seen == [story.pk for story in in_order]


def test_many_stories_are_written_in_as_many_queries_as_one_and_a_second_time_in_none():
    counts = []
    for many in (1, 12):
        stories = [out(number + 1, topics=[make_topic()]) for number in range(many)]
        StreamEntry.objects.all().delete()
        for _ in range(2):
            with CaptureQueriesContext(connection) as asked:
                keep_streams(*stories)
            counts.append(len([each for each in asked if "SAVEPOINT" not in each["sql"]]))
    assert counts == [5, 4, 5, 4]
    assert StreamEntry.objects.count() == 2 * 12


def test_a_paper_from_before_the_streams_gets_the_ones_that_are_kept_today():
    topic, person = make_topic(), make_person()
    out(1, topics=[topic])
    signed_twice = out(2)
    Byline.objects.create(article=signed_twice, author=make_author(), role=Byline.Role.TRANSLATED, position=2)
    make_interview(status=Status.PUBLISHED, person=person, turns=[("A?", "<p>B.</p>"), ("C?", "<p>D.</p>")])
    make_interview(turns=[("Chưa đăng?", "<p>Chưa.</p>")], person=make_person("Bế Thị Na"))
    entries = StreamEntry.objects.order_by("article", "stream")
    kept = list(entries.values_list("article", "stream", "published_at"))
    StreamEntry.objects.all().delete()
    with connection.cursor() as cursor:
        import_module("articles.migrations.0020_streams").fill(apps, cursor)
    assert len(kept) == 5
    assert list(entries.values_list("article", "stream", "published_at")) == kept
