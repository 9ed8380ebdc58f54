"""The editors' two lists: the words that are watched for, with a box to try them, and how comments are taken."""

from datetime import time

import pytest
from django.test import Client

from articles.models import Status
from articles.policy import Role
from comments.admin.watched import parts_of
from comments.models import Comment, Flag, Reception, WatchedPhrase
from comments.policy import CommentRole
from comments.screening import Finding
from tests.factories import make_article, make_section, make_user
from tests.html import page

pytestmark = pytest.mark.django_db

PHRASES, TRY, TERMS = (
    "/admin/comments/watchedphrase/",
    "/admin/comments/watchedphrase/thu/",
    "/admin/comments/reception/",
)


@pytest.fixture
def moderator():
    client = Client()
    client.force_login(make_user(CommentRole.MODERATOR))
    return client


@pytest.fixture
def chief():
    client = Client()
    client.force_login(make_user(Role.CHIEF_EDITOR))
    return client


@pytest.fixture(autouse=True)
def short_list():
    WatchedPhrase.objects.all().delete()
    return WatchedPhrase.objects.create(words="hư đốn", kind="insult")


def errors(response):
    assert response.status_code == 200
    return " ".join(page(response).texts(".errorlist li"))


def test_a_word_is_added_and_then_watched_for(moderator):
    sent = {"words": " bố  láo ", "kind": "rude", "is_active": "on"}
    assert moderator.post(f"{PHRASES}add/", sent).status_code == 302
    phrase = WatchedPhrase.objects.get(words="bố láo")
    assert phrase.changed_by is not None and phrase.folded == "bo lao"
    assert "Thô tục: “bố láo”." in page(moderator.post(TRY, {"text": "Ăn nói bo lao thế"})).text(
        "#content-main"
    )


@pytest.mark.parametrize("words", ["hư đốn", "HƯ  ĐỐN", "hư, đốn"])
def test_one_word_stands_in_the_list_once(moderator, words):
    assert "đã có trong danh sách" in errors(
        moderator.post(f"{PHRASES}add/", {"words": words, "kind": "rude"})
    )


@pytest.mark.parametrize("words", ["", "!!!", "\u200b", "\0"])
def test_what_cannot_be_matched_is_no_word(moderator, words):
    assert errors(moderator.post(f"{PHRASES}add/", {"words": words, "kind": "rude"}))
    assert WatchedPhrase.objects.count() == 1


def test_the_list_is_searched_without_marks(moderator):
    WatchedPhrase.objects.create(words="bố láo")
    for sought in ("hu don", "HƯ ĐỐN", "đốn"):
        assert page(moderator.get(PHRASES, {"q": sought})).texts("#result_list tbody th") == ["hư đốn"]


def test_the_box_shows_reason_and_place_and_keeps_nothing(moderator):
    text = "Đồ h.ư đ.ố.n, gọi 0912345678 <script>alert(1)</script>"
    shown = page(moderator.post(TRY, {"text": text}))
    assert shown.one(".tried").get_text() == text and not shown.has(".tried script")
    assert shown.texts(".tried mark") == ["h.ư đ.ố.n", "0912345678"]
    assert shown.text("section h2") == "Máy nêu 2 điều"
    assert "không nêu điều gì" in page(moderator.post(TRY, {"text": "Cảm ơn tòa soạn"})).text("section h2")
    assert not Comment.objects.exists() and not Flag.objects.exists()


@pytest.mark.parametrize(("text", "sentence"), [("", "Viết hoặc dán"), ("a" * 3001, "Dài quá 3.000")])
def test_the_box_says_what_it_cannot_take(moderator, text, sentence):
    response = moderator.post(TRY, {"text": text})
    assert sentence in errors(response) and page(response).fields("#content-main form")["text"] == text


def test_parts_that_lie_over_each_other_lose_no_word():
    findings = [
        Finding("a", "", start=2, end=6),
        Finding("b", "", start=4, end=8),
        Finding("c", "", start=3, end=5),
    ]
    parts = parts_of("0123456789", [*findings, Finding("d", "whole")])
    assert parts == [("01", False), ("2345", True), ("67", True), ("89", False)]


# ---------------------------------------------------------------- how comments are taken


def terms(**typed):
    empty = dict.fromkeys(
        ["section", "article", "mode", "trusted_after", "opens", "closes", "days", "target_minutes"], ""
    )
    return empty | {"scope": "site"} | typed


def test_the_paper_s_terms_are_set_in_a_form(chief):
    sent = terms(mode="after", trusted_after=2, opens="07:00", closes="22:00", days=14, target_minutes=30)
    assert chief.post(f"{TERMS}add/", sent).status_code == 302
    told = Reception.objects.get()
    assert (told.mode, told.opens, told.days) == ("after", time(7), 14)
    assert "07:00 – 22:00" in page(chief.get(TERMS)).text("#result_list")
    again = page(chief.get(f"{TERMS}{told.pk}/change/")).fields("#reception_form")
    assert (again["opens"], again["closes"]) == ("07:00", "22:00")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"scope": "section"}, "Chọn chuyên mục."),
        ({"scope": "article"}, "Chọn bài."),
        ({"section": "there"}, "Bỏ trống ô này"),
        ({"opens": "07:00"}, "Ghi cả giờ mở và giờ đóng"),
        ({"closes": "22:00"}, "Ghi cả giờ mở và giờ đóng"),
        ({"scope": "section", "section": "there", "target_minutes": 15}, "Hẹn duyệt là của cả báo"),
    ],
)
def test_terms_that_say_two_things_are_refused_with_a_sentence(chief, typed, sentence):
    typed = {name: make_section().pk if value == "there" else value for name, value in typed.items()}
    assert sentence in errors(chief.post(f"{TERMS}add/", terms(**typed)))
    assert not Reception.objects.exists()


def test_the_paper_has_one_set_of_terms_and_a_section_one(chief):
    section = make_section()
    Reception.objects.create()
    Reception.objects.create(scope="section", section=section)
    assert "Đã có cách nhận ý kiến cho cả báo" in errors(chief.post(f"{TERMS}add/", terms()))
    assert errors(chief.post(f"{TERMS}add/", terms(scope="section", section=section.pk)))
    assert Reception.objects.count() == 2


def test_a_story_s_terms_are_set_and_taken_back(chief):
    article = make_article(status=Status.PUBLISHED)
    assert (
        chief.post(f"{TERMS}add/", terms(scope="article", article=article.pk, mode="closed")).status_code
        == 302
    )
    story = article.get_absolute_url()
    assert "thôi nhận ý kiến" in page(Client().get(story)).text(".comments")
    chief.post(f"{TERMS}{Reception.objects.get().pk}/delete/", {"post": "yes"})
    assert page(Client().get(story)).has("form#gui-y-kien")
