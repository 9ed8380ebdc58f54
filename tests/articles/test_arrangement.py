"""The saved arrangement: one whole, and never two people's mixed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection

from articles.arrangement import Overtaken, arrange, fingerprint, saved
from articles.models import Placement, Status
from articles.policy import Role
from tests.factories import make_article, make_section, make_user

SLOT = Placement.Slot


def pins_of(*stories, slot=SLOT.SECOND, **given):
    return [Placement(article=one, slot=slot, position=number, **given) for number, one in enumerate(stories)]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_one_is_told():
    stories = [make_article(status=Status.PUBLISHED) for _ in range(4)]
    users = [make_user(Role.CHIEF_EDITOR) for _ in range(2)]
    seen, together = fingerprint(saved()), Barrier(2)

    def save(number):
        try:
            together.wait(timeout=20)
            arrange(pins_of(*stories[number * 2 : number * 2 + 2]), by=users[number], seen=seen)
            return None
        except Overtaken as overtaken:
            return overtaken
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(save, range(2)))
    told = [answer for answer in answers if answer]
    assert len(told) == 1, answers
    first = answers.index(None)
    assert told[0].entry.user == users[first]
    assert [pin.article for pin in saved()] == stories[first * 2 : first * 2 + 2]
    assert LogEntry.objects.count() == 1


@pytest.mark.django_db
def test_a_fingerprint_tells_every_difference_a_person_would(now):
    one, two, section, other = make_article(), make_article(), make_section(), make_section("Kinh tế")
    told = [
        [],
        pins_of(one),
        pins_of(two),
        pins_of(one, two),
        pins_of(two, one),
        pins_of(one, slot=SLOT.LEAD),
        pins_of(one, slot=SLOT.SECTION, section=section),
        pins_of(one, slot=SLOT.SECTION, section=other),
        pins_of(one, starts_at=now),
        pins_of(one, ends_at=now),
        pins_of(one, ends_at=now + timedelta(minutes=1)),
    ]
    assert len({fingerprint(pins) for pins in told}) == len(told)
    assert fingerprint(pins_of(one)) == fingerprint(pins_of(one))
    minute = now.replace(second=0)
    assert fingerprint(pins_of(one, ends_at=minute)) == fingerprint(
        pins_of(one, ends_at=minute.replace(second=40))
    )


@pytest.mark.django_db
def test_saving_says_what_changed_and_saving_the_same_says_nothing():
    user = make_user(Role.MANAGING_EDITOR)
    one, two, three = (make_article(headline=name) for name in ("Một", "Hai", "Ba"))
    said = arrange(pins_of(one, two, three), by=user, seen=fingerprint(saved()))
    assert said == [f"Ghim “{name}” vào Bài nổi bật." for name in ("Một", "Hai", "Ba")]
    kept = {pin.article_id: pin.pk for pin in saved()}
    assert arrange(pins_of(three, one, two), by=user, seen=fingerprint(saved())) == [
        "Xếp lại thứ tự ở Bài nổi bật."
    ]
    assert {pin.article_id: pin.pk for pin in saved()} == kept
    assert arrange(pins_of(three, one, two), by=user, seen=fingerprint(saved())) == []
    assert arrange([], by=user, seen=fingerprint(saved())) == [
        f"Bỏ ghim “{name}” khỏi Bài nổi bật." for name in ("Ba", "Một", "Hai")
    ]
    assert LogEntry.objects.count() == 3
