"""Every way to write on a story, and what becomes of a second writer who acts on what is no more: nothing is
overwritten in silence.

The ways are listed here; one that the program has and this list lacks fails.
"""

import inspect

import pytest
from django.contrib.admin import site
from django.urls import reverse

from articles import corrections, restoring, workflow
from articles.admin.article import ArticleAdmin
from articles.admin.seen import SeenForm
from articles.admin.verbs import BUTTONS, UNSEEN_PAGE
from articles.arrangement import Overtaken, arrange, fingerprint
from articles.models import Article, Placement, Standing, Status
from articles.policy import Role
from tests.articles.admin.forms import address, as_sent, filled, messages, save
from tests.factories import (
    in_standing,
    make_article,
    make_author,
    make_image,
    make_interview,
    make_person,
    make_section,
    make_topic,
    picture_bytes,
)
from tests.html import page
from tests.test_desk_matrix import STORY, VERBS, names_of_the_desk

pytestmark = pytest.mark.django_db
# Ways that hold a check of their own, with the test that proves it.
ELSEWHERE = {
    "articles_article_change": "below: the form, its rows, its hours",
    "articles_article_history": "redirects",
    "articles_article_restoring": "below",
    "articles_article_working_copy": "never touches the article",
    "articles_article_sign_off": "articles/signoff.py: fingerprints of words",
    "articles_article_preview_links": "makes or revokes links, writes no words",
    "articles_article_correct": "below, and tests/articles/test_corrections.py",
    "articles_article_delete": "nobody may",
}
# Verbs that take no `seen`: what calls them has looked.
UNSEEN = {"record_change", "correct", "changed_since_approval"}


def test_every_address_that_writes_on_a_story_is_on_the_list():
    writing = {name for name, row in STORY.items() if row.write is not None}
    assert writing <= ELSEWHERE.keys(), (
        f"say how a second writer is told: {sorted(writing - ELSEWHERE.keys())}"
    )


def test_every_verb_takes_the_version_its_user_has_seen():
    verbs = {
        name
        for name, function in inspect.getmembers(workflow, inspect.isfunction)
        if function.__module__ == workflow.__name__ and not name.startswith("_") and name not in UNSEEN
    }
    assert verbs
    for name in verbs:
        assert "seen" in inspect.signature(getattr(workflow, name)).parameters, name
    for function in (
        restoring.restore,
        corrections.save_draft,
        corrections.publish,
        corrections.dismiss,
        arrange,
    ):
        assert "seen" in inspect.signature(function).parameters, function.__name__
    assert {button.action for button in BUTTONS} <= {*VERBS, "review_after"}


def test_every_action_of_the_list_is_tested_with_a_stale_list():
    names = {action if isinstance(action, str) else action.__name__ for action in ArticleAdmin.actions}
    # tests/articles/admin/test_article_list.py
    assert names == {"submit_chosen", "trash_chosen", "untrash_chosen"}


def row_of(article):
    return Article.objects.values().get(pk=article.pk)


@pytest.fixture
def overtaken(desk):
    """(the second writer, an interview, its form as it was opened) after a first writer has saved."""
    first, second = desk(Role.CHIEF_EDITOR), desk("superuser")
    story = make_interview(turns=[("Hỏi?", "<p>Đáp.</p>")], headline="Tít đầu")
    save(first, story, kicker="Bến Lĩnh")
    opened = filled(second, address(story)) | {"_continue": "1"}
    save(
        first, story, headline="Tít của người thứ nhất", **{"exchanges-0-question": "Hỏi của người thứ nhất?"}
    )
    story.refresh_from_db()
    return second, story, opened


FORM = {
    "the words": {"headline": "Tít của người thứ hai"},
    "a row": {"exchanges-0-question": "Hỏi của người thứ hai?"},
    "a row struck out": {"exchanges-0-DELETE": "on"},
    "the lead picture's caption": {"lead_caption": "Chú thích của người thứ hai"},
    "the hours": {"published_at": "06:00 24/11/2031"},
    "the announcement": {
        "announcement-TOTAL_FORMS": "1",
        "announcement-0-title": "Mời bạn đọc đặt câu hỏi",
        "announcement-0-closes_at": "06:00 24/11/2031",
    },
    "with a button": {"headline": "Tít của người thứ hai", "_verb": "submit"},
}


@pytest.mark.parametrize("typed", FORM.values(), ids=FORM)
def test_the_form_of_an_older_version_writes_nothing_and_carries_all_that_was_typed(overtaken, typed):
    second, story, opened = overtaken
    before, turns = row_of(story), list(story.exchanges.values())
    response = second.post(address(story), opened | typed)
    shown = page(response)
    assert "đã lưu bài này lúc" in shown.text("form.choosing .why")
    assert row_of(story) == before
    assert list(story.exchanges.values()) == turns
    carried = shown.fields("form.choosing")["_mine"]
    assert all(value in carried for name, value in typed.items() if name != "_verb")


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.action)
def test_a_button_pressed_on_an_older_version_does_nothing_and_says_so(desk, button):
    chief = desk("superuser")
    standing = next(
        each
        for each in ("draft", "in_review", "ready", "scheduled", "published", "trashed")
        if button.action in offered_in(each)
    )
    story = make_interview(**in_standing(Standing(standing)))
    Article.objects.filter(pk=story.pk).update(version=story.version + 1)
    before = row_of(story)
    sent = {"_verb": button.action, "_reason": "Lý do", "_seen": str(story.version)}
    said = messages(chief.post(reverse("admin:articles_article_verb", args=[story.pk]), sent, follow=True))
    assert any("vừa được sửa sau khi bạn mở trang" in line for line in said), said
    assert row_of(story) == before


def offered_in(standing):
    """The actions of the rules that are meant for this standing."""
    return {
        "draft": {"submit", "publish_urgently", "trash"},
        "in_review": {"approve", "return_to_writer"},
        "ready": {"publish"},
        "scheduled": {"unschedule"},
        "published": {"withdraw", "review_after"},
        "trashed": {"untrash", "erase"},
    }[standing]


def test_an_earlier_revision_is_not_taken_back_over_what_was_saved_meanwhile(overtaken):
    second, story, opened = overtaken
    before = row_of(story)
    restoring_address = reverse("admin:articles_article_restoring", args=[story.pk, 1])
    said = messages(second.post(restoring_address, {"version": opened["version"]}, follow=True))
    assert said == [restoring.MEANWHILE]
    assert row_of(story) == before


# Every address at which the words of a picture are written, with its form and what stands before its fields' names.
OF_PICTURES = {
    "articles_image_change": ("{pk}/change/", "#image_form", ""),
    "articles_image_batch": ("sua-nhieu/?anh={pk}", "form.picture-batch", "anh-{pk}-"),
    "articles_image_words": ("{pk}/chu/", "form", "anh-{pk}-"),
}
# Files that come in are new pictures; a picture is deleted where nothing shows it; the others are only read.
NO_WORDS = {"add", "upload", "delete", "changelist", "history", "thumbnail", "json", "choose"}


def test_every_address_of_the_library_is_on_the_list():
    of_pictures = {name for name in names_of_the_desk() if name.startswith("articles_image_")}
    assert of_pictures == OF_PICTURES.keys() | {f"articles_image_{name}" for name in NO_WORDS}


@pytest.mark.parametrize("door", OF_PICTURES)
def test_a_picture_of_the_library_is_not_overwritten(desk, door):
    first, second = desk(Role.EDITOR), desk(Role.MANAGING_EDITOR)
    image = make_image(picture_bytes(), alt="Lời đầu", credit="Đỗ Khuê")
    url, form, before = (part.format(pk=image.pk) for part in OF_PICTURES[door])
    url = f"/admin/articles/image/{url}"
    opened = filled(second, url, form)
    first.post(url, opened | {f"{before}alt": "Của người thứ nhất"})
    for seen in ({}, {f"{before}seen": ""}):
        response = second.post(url, opened | {f"{before}alt": "Của người thứ hai"} | seen)
        assert page(response).text(f"#id_{before}alt") == "Của người thứ hai"
        assert "“Của người thứ nhất”" in page(response).text(".errorlist")
    image.refresh_from_db()
    assert image.alt == "Của người thứ nhất"
    second.post(url, as_sent(response, form))
    image.refresh_from_db()
    assert image.alt == "Của người thứ hai"


SHARED = {
    "section": (lambda: make_section("Kinh tế"), "name", "description"),
    "topic": (lambda: make_topic("Giữ dòng sông Lĩnh"), "name", "summary"),
    "author": (lambda: make_author("Đỗ Khuê"), "name", "beat"),
    "person": (lambda: make_person("Lương Văn Thành"), "name", "honorific"),
}


@pytest.mark.parametrize(("kind", "shared"), SHARED.items(), ids=SHARED)
def test_what_stories_share_is_not_overwritten_and_is_after_pressing_again(desk, kind, shared):
    make, first_typed, second_typed = shared
    first, second = desk(Role.CHIEF_EDITOR), desk(Role.CHIEF_EDITOR)
    thing = make()
    url = reverse(f"admin:articles_{kind}_change", args=[thing.pk])
    opened = filled(second, url, f"#{kind}_form")
    first.post(url, filled(first, url, f"#{kind}_form") | {first_typed: "Của người thứ nhất"})
    told = second.post(url, opened | {second_typed: "Của người thứ hai"})
    assert f"{first.user} đã lưu" in page(told).text(".errorlist")
    assert "“Của người thứ nhất”" in page(told).text(".errorlist")
    thing.refresh_from_db()
    assert getattr(thing, first_typed) == "Của người thứ nhất"
    assert getattr(thing, second_typed) != "Của người thứ hai"
    again = second.post(url, as_sent(told, f"#{kind}_form"))
    assert again.status_code == 302
    thing.refresh_from_db()
    assert getattr(thing, second_typed) == "Của người thứ hai"
    # A form that does not say what it was opened on has seen nothing.
    unseen = as_sent(second.get(url), f"#{kind}_form") | {"seen": "", first_typed: "Không thấy gì"}
    assert page(second.post(url, unseen)).has(".errorlist")


def test_every_form_of_the_desk_that_changes_what_stories_share_is_on_the_list():
    shared = {
        model._meta.model_name
        for model, admin in site._registry.items()
        if model._meta.app_label == "articles" and issubclass(admin.form, SeenForm)
    }
    others = {"article", "image", "correction", "placement"}  # above, and tests of their own
    desk_models = {model._meta.model_name for model in site._registry if model._meta.app_label == "articles"}
    assert shared == SHARED.keys()
    assert desk_models <= shared | others


def test_a_button_that_says_no_version_does_nothing(desk):
    chief, story = desk("superuser"), make_article(**in_standing(Standing.DRAFT))
    for seen in ({}, {"_seen": ""}, {"_seen": "một"}):
        sent = {"_verb": "trash"} | seen
        said = messages(chief.post(reverse("admin:articles_article_verb", args=[story.pk]), sent, follow=True))
        assert said == [UNSEEN_PAGE]
    story.refresh_from_db()
    assert story.trashed_at is None


def test_the_front_page_is_not_arranged_over_another_arrangement(desk):
    chief = desk(Role.CHIEF_EDITOR)
    one, other = (make_article(status=Status.PUBLISHED) for _ in range(2))
    seen = fingerprint([])
    Placement.objects.create(slot="lead", article=one)
    with pytest.raises(Overtaken):
        arrange([Placement(slot="lead", article=other)], by=chief.user, seen=seen)
    assert Placement.objects.get().article == one
