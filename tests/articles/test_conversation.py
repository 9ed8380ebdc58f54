"""An interview's exchanges, fetched for its page, are those a queryset finds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.conversation import fetch_exchanges
from articles.models import Article, Status
from tests.factories import make_image, make_interview, make_person, picture_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk():
    """Three answers: of a guest with a portrait, of one without, of the first again; then a remark nobody answers."""
    talk = make_interview(status=Status.PUBLISHED)
    talk.exchanges.all().delete()
    seen = make_person("Lò Thị Inh", portrait=make_image(picture_bytes(48, 32)))
    one, two = (talk.interviewees.create(person=each) for each in (seen, make_person("Nông Thanh Tùng")))
    for position, guest in enumerate((one, two, one, None)):
        answer = "<p>Đáp.</p>" if guest else ""
        talk.exchanges.create(
            position=position, question=f"Câu {position}?", answer=answer, answered_by=guest
        )
    return Article.objects.get(pk=talk.pk)


def test_they_say_what_the_queryset_says_with_whom_it_names(talk):
    fetch_exchanges(talk)
    with CaptureQueriesContext(connection) as queries:
        found = [(each, each.answered_by) for each in talk.exchanges.all()]
        said = list(talk.passages())
        portraits = [guest.person.portrait for _, guest in found if guest]
    assert not queries
    asked = talk.exchanges.model.objects.filter(article=talk).with_speakers()
    assert found == [(each, each.answered_by) for each in asked]
    assert portraits == [each.answered_by.person.portrait for each in asked if each.answered_by]
    assert said == list(Article.objects.get(pk=talk.pk).passages())


def test_a_guest_is_one_however_often_they_answer(talk):
    fetch_exchanges(talk)
    first, other, again, _ = talk.exchanges.all()
    assert first.answered_by is again.answered_by
    assert first.answered_by is not other.answered_by
