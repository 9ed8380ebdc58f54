"""A question that is put into SQL once answers as the queryset would, each time for what it is given."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Section, Status
from articles.prepared import Prepared
from tests.factories import make_article, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories():
    """Forty, of two sections, an hour apart, the newest first."""
    sections, now = [make_section(), make_section("Văn hóa")], timezone.now()
    return [
        make_article(
            status=Status.PUBLISHED, section=sections[number % 2], published_at=now - timedelta(hours=number)
        )
        for number in range(40)
    ]


def of_section(now, slug, but):
    return Article.objects.public(now).filter(section__slug=slug).exclude(pk__in=but).newest_first()


@pytest.mark.parametrize("left_out", [0, 1, 15, 16, 17, 33])
def test_it_answers_as_the_queryset_does_for_any_values(stories, left_out):
    asked = Prepared(lambda now, slug, but: of_section(now, slug, but).values_list("pk", "published_at"))
    for hours in (0, 3):
        for slug in ("thoi-su", "van-hoa", "khong-co"):
            now = timezone.now() - timedelta(hours=hours)
            but = [story.pk for story in stories[:left_out]]
            expected = list(of_section(now, slug, but).values_list("pk", "published_at"))
            assert asked(now=now, slug=slug, but=but) == expected


def test_it_makes_models_with_what_they_bring_along(stories, django_assert_num_queries):
    asked = Prepared(lambda number: Article.objects.filter(pk=number).select_related("section", "lead_image"))
    for story in stories[:2]:
        with django_assert_num_queries(1):
            (found,) = asked(number=story.pk)
            assert (found, found.section, found.lead_image) == (story, story.section, None)
            assert (found.headline, found.published_at) == (story.headline, story.published_at)
        found.headline = "Sửa lại"
        found.save(update_fields=["headline"])
        assert asked(number=story.pk)[0].headline == "Sửa lại"


def test_sql_is_made_once_for_each_shape(stories, monkeypatch):
    made = []
    asked = Prepared(lambda length, but: made.append(length) or Article.objects.exclude(pk__in=but)[:length])
    for but in ([], [1], list(range(1, 17)), [5, 6]):
        assert len(asked(3, but=but)) == 3
    assert len(asked(4, but=[1])) == 4
    assert len(asked(3, but=list(range(100_000, 100_017)))) == 3
    assert made == [3, 4, 3]


def test_a_value_that_the_question_forgets_is_refused():
    with pytest.raises(ValueError, match="does not name"):
        Prepared(lambda now, slug: Section.objects.filter(slug=slug))(now=timezone.now(), slug="thoi-su")
