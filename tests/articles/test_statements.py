"""Who said what: every answer by itself, with its question, its speaker and the office held then."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Exchange, Interviewee, Kind, Status
from articles.statements import statements
from tests.factories import make_article, make_interview, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def panel():
    """Two guests: the second one answers the first question, too."""
    article = make_interview(
        turns=[("Ai giữ mương?", "<p>Bốn thôn.</p>"), ("Xin cảm ơn hai ông!", "")], status=Status.PUBLISHED
    )
    other = Interviewee.objects.create(article=article, person=make_person("Bế Thị Na", "Bà"), office="Nông dân")
    Exchange.objects.create(article=article, position=1, answered_by=other, answer="<p>Thôn tôi trước.</p>")
    return article


def test_each_answer_is_told_with_its_question_speaker_office_and_date(panel):
    first, second = panel.exchanges.all()[:2]
    told = list(statements(panel))
    assert [(said.speaker, said.office, said.question, said.answer) for said in told] == [
        ("Ông Lương Văn Thành", "Giám đốc Ban quản lý dự án", "Ai giữ mương?", "Bốn thôn."),
        ("Bà Bế Thị Na", "Nông dân", "Ai giữ mương?", "Thôn tôi trước."),
    ]
    assert [(said.exchange_id, said.anchor) for said in told] == [(e.pk, e.anchor) for e in (first, second)]
    assert [said.person_id for said in told] == [guest.person_id for guest in panel.interviewees.order_by("id")]
    assert {said.date for said in told} == {panel.published_at}


def test_an_answer_nobody_is_named_for_is_nobodys():
    article = make_interview(turns=[])
    Exchange.objects.create(article=article, question="Ai nói?", answer="<p>Một người qua đường.</p>")
    [said] = statements(article)
    assert (said.person_id, said.speaker, said.office, said.date) == (None, "", "", None)


def test_an_answer_before_any_question_has_none():
    [said] = statements(make_interview(turns=[("", "<p>Tôi xin nói trước.</p>")]))
    assert said.question == ""


def test_paragraphs_stay_apart_and_captions_are_not_the_speakers_words():
    figure = '<figure data-image-id="7"><figcaption>Cống Tà Pá</figcaption></figure>'
    [said] = statements(make_interview(turns=[("Một.\n\nHai?", f"<p>Ba &amp; <b>bốn</b>.</p>{figure}<p>Năm.</p>")]))
    assert (said.question, said.answer) == ("Một.\n\nHai?", "Ba & bốn.\n\nNăm.")


def test_an_answer_that_is_but_a_picture_says_nothing():
    figure = '<figure data-image-id="7"><figcaption>Cống Tà Pá</figcaption></figure>'
    assert list(statements(make_interview(turns=[("Đâu?", figure)]))) == []


def test_a_story_makes_no_statements_even_where_it_was_an_interview_once():
    article = make_interview()
    assert list(statements(make_article())) == []
    Article.objects.update(kind=Kind.STORY)
    assert list(statements(Article.objects.get(pk=article.pk))) == []


def test_prefetched_exchanges_are_asked_for_once(panel):
    [article] = Article.objects.filter(pk=panel.pk).prefetch_related("exchanges__answered_by__person")
    with CaptureQueriesContext(connection) as queries:
        assert len(list(statements(article))) == 2
    assert len(queries) == 0
