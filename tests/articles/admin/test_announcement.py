"""Announcing an interview at the desk: who may, what is asked for, and which guests are told."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Announcement, Interviewee, Status
from articles.policy import Role
from tests.articles.admin.forms import address, errors, filled, save
from tests.articles.admin.test_language import assert_vietnamese
from tests.factories import make_announcement, make_article, make_interview, make_person
from tests.html import page

pytestmark = pytest.mark.django_db

GROUP = "#announcement-group"
ADD = "/admin/articles/article/add/?kind=interview"


@pytest.fixture
def draft():
    return make_interview(headline="Tít của bản nháp")


def typed(**changes):
    tomorrow = timezone.localtime() + timedelta(days=1)
    return {
        "announcement-0-title": "Hỏi kỹ sư trưởng",
        "announcement-0-invitation": "Bạn muốn hỏi gì?",
        "announcement-0-opens_at": "",
        "announcement-0-closes_at": f"{tomorrow:%Y-%m-%dT%H:%M}",
    } | {f"announcement-0-{name}": value for name, value in changes.items()}


def test_an_interview_is_announced_from_its_form(desk, draft):
    response = save(desk(Role.MANAGING_EDITOR), draft, **typed())
    announcement = Announcement.objects.get()
    assert (announcement.article, announcement.title) == (draft, "Hỏi kỹ sư trưởng")
    assert announcement.is_open(timezone.now())
    assert list(announcement.guests.all()) == list(draft.interviewees.all())
    assert page(response).one(f'a[href="/cau-hoi/{draft.pk}/"]')
    draft.refresh_from_db()
    assert draft.version == 2 and draft.revisions.get()


def test_saving_again_untouched_changes_nothing(desk, draft):
    client = desk(Role.MANAGING_EDITOR)
    save(client, draft, **typed())
    guests = {"announcement-0-guests": [guest.pk for guest in draft.interviewees.all()]}
    save(client, draft, **guests)
    draft.refresh_from_db()
    assert draft.version == 2


def test_an_interview_saved_without_a_word_is_not_announced(desk, draft):
    save(desk(Role.MANAGING_EDITOR), draft, headline="Tít khác")
    assert not Announcement.objects.exists()


def test_only_chosen_guests_are_told(desk, draft):
    shy = Interviewee.objects.create(article=draft, person=make_person("Mạc Văn Đoàn"))
    chosen = draft.interviewees.exclude(pk=shy.pk).get()
    save(desk(Role.MANAGING_EDITOR), draft, **typed(guests=[chosen.pk]))
    assert list(Announcement.objects.get().guests.all()) == [chosen]


def test_a_guest_of_another_interview_cannot_be_told(desk, draft):
    foreign = make_interview(person=make_person("Người Khác")).interviewees.get()
    response = save(desk(Role.MANAGING_EDITOR), draft, **typed(guests=[foreign.pk]))
    assert errors(response) and not Announcement.objects.exists()


def test_a_guest_may_be_struck_by_the_same_press_that_announces(desk, draft):
    leaving = Interviewee.objects.create(article=draft, person=make_person("Mạc Văn Đoàn"), position=9)
    staying = draft.interviewees.exclude(pk=leaving.pk).get()
    struck = {"interviewees-1-DELETE": "on"}
    response = save(desk(Role.MANAGING_EDITOR), draft, **typed(guests=[leaving.pk, staying.pk]), **struck)
    assert response.status_code == 200 and not errors(response)
    assert list(Announcement.objects.get().guests.all()) == [staying]


# Words are no matter of the database.
@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"closes_at": "2001-01-01T00:00"}, "Lúc thôi nhận câu hỏi phải sau lúc bắt đầu nhận."),
        ({"title": " "}, ""),
        ({"invitation": ""}, ""),
        ({"closes_at": ""}, ""),
        ({"invitation": "ổ" * 2001}, ""),
    ],
)
def test_half_an_announcement_is_refused_in_vietnamese(desk, draft, change, sentence):
    response = save(desk(Role.MANAGING_EDITOR), draft, **typed(**change))
    assert any(sentence in error for error in errors(response))
    assert not Announcement.objects.exists()
    assert_vietnamese(response, address(draft))


@pytest.mark.parametrize("role", [Role.MANAGING_EDITOR, Role.CHIEF_EDITOR, "superuser"])
def test_who_decides_what_is_published_decides_what_is_announced(desk, draft, role):
    client = desk(role)
    response = client.get(address(draft))
    assert page(response).has(f"{GROUP} [name=announcement-0-title]")
    assert_vietnamese(response, address(draft))


# Which view asks the rules is no matter of the database (tests/test_desk_matrix.py).
@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR])
def test_others_read_the_announcement_and_cannot_change_it(desk, draft, role):
    client = desk(role)
    draft.created_by = client.user
    draft.save()
    assert not page(client.get(address(draft))).has(GROUP)
    save(client, draft, **typed(), **{"announcement-TOTAL_FORMS": 1, "announcement-INITIAL_FORMS": 0})
    assert not Announcement.objects.exists()
    announcement = make_announcement(draft)
    response = client.get(address(draft))
    assert announcement.title in page(response).text(GROUP)
    assert not page(response).has(f"{GROUP} [name=announcement-0-title]")
    assert_vietnamese(response, address(draft))
    forged = typed(title="Giả", id=announcement.pk, article=draft.pk)
    save(client, draft, **forged, **{"announcement-TOTAL_FORMS": 1, "announcement-INITIAL_FORMS": 1})
    announcement.refresh_from_db()
    assert announcement.title != "Giả"


def test_neither_a_story_nor_an_unsaved_interview_is_announced(desk):
    client = desk("superuser")
    assert not page(client.get(ADD)).has(GROUP)
    assert not page(client.get(address(make_article()))).has(GROUP)


def test_an_announcement_can_be_taken_back(desk, draft):
    announcement = make_announcement(draft)
    save(desk(Role.MANAGING_EDITOR), draft, **{"announcement-0-DELETE": "on"})
    assert not Announcement.objects.filter(pk=announcement.pk).exists()


def test_of_a_published_interview_the_words_can_still_be_mended(desk):
    announcement = make_announcement(make_interview(status=Status.PUBLISHED))
    save(desk(Role.MANAGING_EDITOR), announcement.article, **{"announcement-0-title": "Tên đúng"})
    announcement.refresh_from_db()
    assert announcement.title == "Tên đúng"


def test_announcing_costs_as_many_queries_for_many_guests(desk, draft):
    client = desk("superuser")

    def count():
        with CaptureQueriesContext(connection) as queries:
            filled(client, address(draft))
        return len(queries)

    few = count()
    announcement = make_announcement(draft)
    few = count() - few
    announcement.delete()
    for number in range(9):
        Interviewee.objects.create(article=draft, person=make_person(f"Khách {number}"))
    many = count()
    make_announcement(draft)
    assert count() - many == few
