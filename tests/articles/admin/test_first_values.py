"""What stands in the form of a new story before a word is typed."""

import pytest

from articles.models import Article, Author, Section
from articles.policy import Role
from tests.articles.admin.forms import errors, filled
from tests.factories import make_author, make_section
from tests.html import page

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"


@pytest.fixture
def writer(desk):
    """A reporter who is an author."""
    client = desk(Role.REPORTER)
    client.author = make_author("Đỗ Khuê")
    Author.objects.filter(pk=client.author.pk).update(user=client.user)
    return client


def sent(client, **changes):
    return (
        filled(client, ADD)
        | {"headline": "Nước rút ở Phú Vân", "section": make_section(f"Mục {Section.objects.count()}").pk}
        | changes
    )


@pytest.mark.parametrize("asked", ["", "?kind=interview", "?mau=tin-van"])
def test_whoever_writes_and_is_an_author_signs_first(writer, desk, asked):
    assert page(writer.get(ADD + asked)).text("#id_bylines-0-author option[selected]") == "Đỗ Khuê"
    assert not page(desk(Role.EDITOR).get(ADD + asked)).has("#id_bylines-0-author option[selected]")


def test_a_signature_nobody_touched_is_saved_as_it_stands(writer):
    writer.post(ADD, sent(writer))
    assert [byline.author for byline in Article.objects.get().bylines.all()] == [writer.author]


def test_another_signature_or_none_is_as_good(writer):
    other = make_author("Lý Mai Lan")
    writer.post(ADD, sent(writer, **{"bylines-0-author": other.pk, "bylines-0-role": "anh"}))
    assert [byline.author for byline in Article.objects.get().bylines.all()] == [other]
    writer.post(ADD, sent(writer, **{"bylines-0-author": ""}))
    assert Article.objects.filter(bylines=None).count() == 1


def test_a_role_that_names_nobody_is_refused(writer):
    response = writer.post(ADD, sent(writer, **{"bylines-0-author": "", "bylines-0-role": "anh"}))
    assert errors(response) and not Article.objects.exists()
