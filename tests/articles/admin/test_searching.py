"""Every list of the desk is searched in Vietnamese as anybody types it: with marks, without, d for đ, decomposed."""

from unicodedata import normalize

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.models import Byline, Correction, Section
from articles.search import index
from comments.models import WatchedPhrase
from tests.factories import (
    make_article,
    make_author,
    make_comment,
    make_image,
    make_interview,
    make_person,
    make_section,
    make_topic,
    make_user,
)
from tests.html import page

WORDS = "Đặng Thị Đường"
TYPED = [
    WORDS,
    "dang thi duong",
    "ĐẶNG THỊ ĐƯỜNG",
    normalize("NFD", WORDS),
    "Dang",
    "  duong   đặng ",
    "đuong",
]
STRANGE = ["Khau Lạc", "dang thi khau", "%", "_"]

# One row that bears the words, for every list with a search box.
BEARERS = {
    "article": lambda words: index.keep_found(make_article(headline=words)),
    "author": make_author,
    "comment": lambda words: make_comment(text=words),
    "correction": lambda words: Correction.objects.create(
        article=make_article(status="published"), piece=f"“{words}”, chuyên mục Thời sự"
    ),
    "image": lambda words: make_image(caption=words),
    "person": make_person,
    "section": make_section,
    "topic": make_topic,
    "user": lambda words: make_user(full_name=words),
    "watchedphrase": lambda words: WatchedPhrase.objects.create(words=words),
}


@pytest.fixture
def found(desk):
    """found(model, typed): the rows in the list of this model, searched for what was typed, as they read."""
    keeper = desk("superuser")

    def searched(model, typed):
        listed = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        return page(keeper.get(listed, {"q": typed})).texts("#result_list :is(tbody tr, li)")

    return searched


def searched_models():
    return [model for model, shown in admin.site._registry.items() if shown.search_fields]


def test_every_list_with_a_search_box_is_tried():
    assert {model._meta.model_name for model in searched_models()} == BEARERS.keys()


@pytest.mark.parametrize("name", sorted(BEARERS))
def test_a_row_is_found_however_its_words_are_typed(found, name):
    [model] = [model for model in searched_models() if model._meta.model_name == name]
    BEARERS[name]("Chợ phiên Nà Thoang")
    BEARERS[name](WORDS)
    for typed in TYPED:
        assert [WORDS in row for row in found(model, typed)] == [True], typed
    for typed in STRANGE:
        assert found(model, typed) == [], typed


def test_a_story_is_found_by_who_signs_it_and_who_answers_in_it_once(found):
    make_article()
    interview = make_interview(
        headline="Nghề dệt", person=make_person("Lò Thị Sen"), author=make_author("Đỗ Khuê")
    )
    Byline.objects.create(article=interview, author=make_author("Đỗ Khuê"), role="anh", position=2)
    index.keep_found(interview)
    for typed in ("do khue", "lò thị sen", "nghe det khue sen"):
        assert ["Nghề dệt" in row for row in found(type(interview), typed)] == [True], typed
    assert found(type(interview), "do khue hop long") == []


def test_a_story_is_found_by_the_headline_it_got_after_publication(found):
    story = make_article(headline="Tin nhanh", status="published")
    story.headline = "Kè Thạch Bồ sạt lở"
    story.save()
    index.keep_found(story)
    assert story.slug == "tin-nhanh"
    for typed in ("ke thach bo", "KÈ SẠT LỞ", "sat"):
        assert ["Kè Thạch Bồ" in row for row in found(type(story), typed)] == [True], typed
    assert found(type(story), "tin nhanh") == []


def test_a_section_is_found_by_its_name_whatever_its_address(found):
    make_section("Nông thôn mới", slug="ntm")
    assert len(found(Section, "nong thon")) == 1


def test_a_choice_in_a_form_is_searched_alike(desk):
    make_person("Lò Thị Sen")
    asked = {"app_label": "articles", "model_name": "interviewee", "field_name": "person"}
    for typed, count in [("lo thi sen", 1), ("LÒ SEN", 1), ("khue", 0)]:
        answer = desk("superuser").get(reverse("admin:autocomplete"), asked | {"term": typed})
        assert len(answer.json()["results"]) == count, typed
