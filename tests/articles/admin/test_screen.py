"""The writing screen: what stands on the page, in the bar and in the column."""

import pytest
from django.contrib.staticfiles import finders

from articles.admin import screen
from articles.models import Status
from articles.policy import Role
from tests.articles.admin.forms import address, save
from tests.factories import make_article, make_interview
from tests.html import page

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"


@pytest.mark.parametrize("kind", ["story", "interview"])
def test_words_stand_on_the_sheet_and_all_else_beside_it(desk, kind):
    article = make_interview() if kind == "interview" else make_article()
    for url in (address(article), f"{ADD}?kind={kind}"):
        shown = page(desk(Role.MANAGING_EDITOR).get(url))
        for name in ("kicker", "headline", "standfirst", "dateline", "body"):
            assert shown.has(f".sheet [name={name}]"), name
        for name in ("section", "topics", "lead_image", "lead_caption", "published_at", "comments_open"):
            assert shown.has(f"form .column [name={name}]"), name
        assert shown.has("form .column #bylines-group") and not shown.has(".sheet #bylines-group")
        assert shown.has(".sheet #exchanges-group") == (kind == "interview")
        names = [field["name"] for field in shown.select("#article_form :is(input, textarea, select)[name]")]
        names = [name for name in names if name != "_continue"]
        assert len(names) == len(set(names)), "a field that stands twice is sent twice"
        assert not shown.has("#nav-sidebar") and not shown.has("form form")


def test_the_bar_offers_one_step_and_the_menu_the_others(desk):
    editor, article = desk(Role.EDITOR), make_article(status=Status.IN_REVIEW)
    shown = page(editor.get(address(article)))
    assert shown.texts(".submit-row button.onward") == ["Duyệt"]
    assert shown.texts(".bar-more button[name=_verb]") == ["Trả bài", "Bỏ vào thùng rác"]
    assert shown.has(".bar-more [name=_reason]") and len(shown.select("[name=_verb]")) == 3
    for button in shown.select("[name=_verb]"):
        assert shown.text(f"#{button['aria-describedby']}")
    # Where nothing leads on, the bar has nothing but saving.
    out = page(desk(Role.MANAGING_EDITOR).get(address(make_article(status=Status.PUBLISHED))))
    assert not out.has("button.onward") and "Gỡ bài" in out.texts(".bar-more button[name=_verb]")


def test_enter_only_saves(desk):
    shown = page(desk(Role.EDITOR).get(address(make_article(status=Status.IN_REVIEW))))
    first = shown.select("#article_form button, #article_form input[type=submit]")[0]
    assert first["name"] == "_continue"


def test_whoever_only_reads_is_told_so_and_has_no_button_that_saves(desk):
    article = make_article(status=Status.PUBLISHED)
    shown = page(desk(Role.REPORTER).get(address(article)))
    assert shown.text(".bar-saved") == "Chỉ đọc"
    assert not shown.has("[name=_continue], [name=_save], #article_form textarea[name=headline]")
    assert article.headline in shown.text(".sheet .field-headline")


def test_what_was_refused_is_told_over_the_page_and_its_reason_stays_in_sight(desk):
    editor, article = desk(Role.EDITOR), make_article(status=Status.IN_REVIEW)
    assert not page(editor.get(address(article))).has(".bar-more[open]")
    shown = page(save(editor, article, headline="", _verb="return_to_writer", _reason="Sai tên cầu"))
    assert "Chưa lưu được" in shown.text(".sheet .errornote")
    assert shown.text(".bar-more[open] [name=_reason]") == "Sai tên cầu"
    assert shown.has(".sheet .field-headline.errors")


@pytest.mark.parametrize("path", [*screen.STYLES, *screen.SCRIPTS])
def test_every_part_of_the_screen_is_there(path):
    assert finders.find(path)
