"""Whom a name means: offered with the office last held, assumed only where nobody can be asked, and then told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.drafting import make_interview as make_draft
from articles.models import Interviewee, Person
from articles.namesakes import namesakes, person_for, surely
from articles.vietnamese import spelling_key
from tests.factories import make_interview, make_person, make_section
from tests.transcripts import interview

pytestmark = pytest.mark.django_db
NAME = "Lương Văn Thành"
KEY = spelling_key(NAME)


def told(person, office, days_ago):
    article = make_interview(person=person)
    type(article).objects.filter(pk=article.pk).update(published_at=timezone.now() - timedelta(days=days_ago))
    article.interviewees.update(office=office)


def test_a_namesake_has_the_office_last_held_whatever_was_imported_last():
    person = make_person(NAME)
    told(person, "Giám đốc", days_ago=1)
    told(person, "Phó Giám đốc", days_ago=900)
    (one,) = namesakes([NAME])[KEY]
    assert (one.person, one.office) == (person, "Giám đốc")
    assert str(one).startswith("Ông Lương Văn Thành, Giám đốc (")


def test_a_name_is_known_in_any_spelling_and_another_name_is_not():
    hoa = make_person("Nguyễn Thúy Hoà")
    make_person("Nguyễn Thúy Hoa")
    assert [one.person for one in namesakes(["Nguyễn Thuý Hòa"]).popitem()[1]] == [hoa]
    assert str(namesakes(["Nguyễn Thúy Hòa"]).popitem()[1][0]).endswith("chưa trả lời phỏng vấn nào")


@pytest.mark.parametrize(
    ("offices", "office", "sure"),
    [
        ([""], "", True), (["Giám đốc"], "", True), ([""], "Giám đốc", True), (["Giám đốc"], "giám đốc", True),
        (["Giám đốc"], "Chủ tịch", False), (["", ""], "", False), (["Giám đốc", "Chủ tịch"], "Chủ tịch", True),
        (["Giám đốc", "Giám đốc"], "Giám đốc", False), ([], "", False),
    ],
)
def test_who_is_surely_meant(offices, office, sure):
    for held in offices:
        told(make_person(NAME), held, days_ago=1)
    assert bool(surely(namesakes([NAME]).get(KEY, []), office)) == sure


def test_where_nobody_can_be_asked_the_known_person_is_taken_and_told():
    person = make_person(NAME)
    told(person, "Giám đốc", days_ago=1)
    notes = []
    assert person_for(NAME, "Ông", "Chủ tịch", {}, notes) == person
    assert "được coi là người đã có: Ông Lương Văn Thành, Giám đốc" in notes[0]
    assert person_for(NAME, "Ông", "Giám đốc", {}, notes) == person
    assert len(notes) == 1


def test_whoever_is_asked_is_believed():
    first, second = make_person(NAME), make_person(NAME)
    assert person_for(NAME, "Ông", "", {NAME: second}, []) == second
    assert person_for(NAME, "Ông", "", {NAME: None}, []) not in (first, second)


def test_a_draft_takes_the_persons_it_is_told():
    make_section()
    known = make_person(NAME)
    draft = interview("PV: Vì sao?", "Ông Lương Văn Thành: Vì đúng hẹn.", "PV: Bao giờ?", "Ông Thành: Mai.")
    make_draft(draft, people={NAME: None})
    assert Interviewee.objects.get().person != known
    make_draft(draft, people={NAME: known})
    assert known.interviews.count() == 1
    assert Person.objects.count() == 2


def test_many_names_cost_as_many_queries_as_one(django_assert_num_queries):
    names = [f"Lê Văn {letter}" for letter in "ABCDEFGH"]
    for name in names:
        told(make_person(name), "Trưởng thôn", days_ago=2)
    with django_assert_num_queries(3):
        assert len(namesakes(names)) == len(names)
