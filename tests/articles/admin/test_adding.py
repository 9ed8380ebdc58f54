"""One article of one form, and nothing typed is lost to whoever may no longer edit."""

import pytest

from articles import workflow
from articles.models import Article
from articles.policy import Role
from tests.articles.admin.forms import address, as_sent, filled
from tests.factories import make_article, make_author, make_person, make_section
from tests.html import page

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"


def rows(prefix, *given):
    """The fields of these new rows of a formset."""
    fields = {f"{prefix}-{at}-{name}": value for at, row in enumerate(given) for name, value in row.items()}
    return fields | {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": 0}


def an_interview(client):
    return filled(client, f"{ADD}?kind=interview") | {
        "headline": "Nước rút, cá phải rút theo",
        "section": make_section().pk,
        **rows("interviewees", {"person": make_person().pk, "office": "Chủ bè cá", "position": 1}),
        **rows(
            "exchanges",
            {
                "position": 1,
                "asked_by": "PV",
                "question": "Hỏi một?",
                "answer": "<p>Đáp một.</p>",
                "answered_by": "",
            },
            {"position": 2, "asked_by": "PV", "question": "Cảm ơn ông!", "answer": "", "answered_by": ""},
        ),
        **rows("bylines", {"author": make_author().pk, "role": "", "position": 1}),
        "_continue": "1",
    }


def test_pressed_twice_the_form_makes_one_article(desk):
    editor = desk(Role.EDITOR)
    sent = an_interview(editor)
    first, second = (editor.post(f"{ADD}?kind=interview", sent) for _ in range(2))
    article = Article.objects.get()
    assert first["Location"].startswith(address(article))
    assert second["Location"] == address(article)
    assert article.version == 1
    assert [turn.question for turn in article.exchanges.all()] == ["Hỏi một?", "Cảm ơn ông!"]
    assert (article.interviewees.count(), article.bylines.count()) == (1, 1)


def test_gone_back_and_written_on_the_form_offers_both_texts(desk):
    editor = desk(Role.EDITOR)
    sent = an_interview(editor)
    editor.post(f"{ADD}?kind=interview", sent)
    response = editor.post(f"{ADD}?kind=interview", sent | {"headline": "Tít viết thêm"})
    assert "Tít viết thêm" in page(response).text("form.choosing")
    chosen = as_sent(response, "form.choosing") | {"_chon-headline": "mine"}
    editor.post(address(Article.objects.get()), chosen)
    article = Article.objects.get()
    assert (article.headline, article.exchanges.count(), article.bylines.count()) == ("Tít viết thêm", 2, 1)


def test_another_form_makes_another_article(desk):
    editor = desk(Role.EDITOR)
    for _ in range(2):
        sent = filled(editor, ADD) | {"headline": "Một tít", "section": make_section().pk, "_continue": "1"}
        editor.post(ADD, sent | rows("bylines"))
    assert Article.objects.count() == 2


def test_who_may_no_longer_edit_gets_back_what_was_typed(desk):
    reporter = desk(Role.REPORTER)
    article = make_article(created_by=reporter.user, headline="Tít đầu")
    sent = filled(reporter, address(article)) | {"body": "<p>Đoạn viết <b>dở</b>.</p>", "_continue": "1"}
    workflow.submit(article, by=reporter.user)
    response = reporter.post(address(article), sent)
    assert response.status_code == 403
    assert page(response).texts(".side .words") == ["Đoạn viết dở."]
    assert "chưa được lưu" in page(response).text(".why")
    article.refresh_from_db()
    assert "dở" not in article.body
