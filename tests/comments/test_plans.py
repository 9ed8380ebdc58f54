"""What the desk and the door ask for is found by an index, whatever else lies in the table."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments import arrivals
from comments.admin.cards import likenesses
from comments.admin.pressing import last_act
from comments.models import Comment
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.only_on("sqlite")]


def plan_of(ask):
    """The steps SQLite takes to answer the first question of a function."""
    with CaptureQueriesContext(connection) as asked:
        ask()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked.captured_queries[0]['sql']}")
        return [step[3] for step in cursor.fetchall()]


def test_what_a_moderator_did_last_is_found_by_time_not_among_all_they_did():
    user = make_user()
    plan = plan_of(lambda: last_act(user, timezone.now()))
    assert any("decision_log" in step for step in plan) and not any("B-TREE" in step for step in plan), plan


def test_who_else_says_the_same_is_found_by_the_words_not_among_all_that_waits():
    plan = plan_of(lambda: likenesses([Comment(essence="a"), Comment(essence="b")]))
    assert any("comment_by_essence" in step for step in plan), plan


def test_the_newest_comments_are_read_from_the_end_of_the_table():
    now = timezone.now()
    plan = plan_of(lambda: arrivals._newest(since=now - timedelta(days=1)))
    assert plan == ["SCAN comments_comment"], plan
