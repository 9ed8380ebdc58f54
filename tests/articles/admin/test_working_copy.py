"""What is written and not saved: kept beside the article, offered again, put back whole, forgotten once saved."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles import workflow
from articles.admin import kept_copies, sent_copy
from articles.models import WorkingCopy
from articles.policy import Role
from tests.articles.admin.forms import address, as_sent, filled, messages, save, signed_in
from tests.factories import make_article, make_interview
from tests.html import page

pytestmark = pytest.mark.django_db


def line(article):
    return reverse("admin:articles_article_working_copy", args=[article.pk])


def pairs(fields):
    return json.dumps([[name, str(value)] for name, value in fields.items()])


def write(client, article, **changes):
    """Autosave the form of this article with these fields typed; the answer's JSON."""
    fields = filled(client, address(article)) | changes
    response = client.post(
        line(article), {"act": "keep", "copy": pairs(fields), "version": fields["version"]}
    )
    assert response.status_code == 200, response.content
    return response.json()


def banner(response):
    return page(response).texts("section.unsaved-copy p")


def test_what_is_typed_is_kept_beside_the_article_and_makes_no_version(desk):
    editor, article = desk(Role.EDITOR), make_article(headline="Tít đã lưu")
    before = type(article).objects.values().get(pk=article.pk)
    told = write(editor, article, headline="Tít đang viết")
    assert told["saved"].count(":") == 2
    kept = WorkingCopy.objects.get()
    assert (kept.user, kept.version, kept.fields["headline"]) == (editor.user, 1, ["Tít đang viết"])
    assert "csrfmiddlewaretoken" not in kept.fields
    assert type(article).objects.values().get(pk=article.pk) == before
    assert not article.revisions.exists()
    write(editor, article, headline="Tít đang viết tiếp")
    assert WorkingCopy.objects.get().fields["headline"] == ["Tít đang viết tiếp"]


def test_what_was_not_saved_is_offered_and_put_back_without_script(desk):
    editor, article = desk(Role.EDITOR), make_interview(headline="Tít đã lưu")
    write(editor, article, headline="Tít đang viết", **{"exchanges-0-question": "Câu hỏi chưa lưu?"})
    again = signed_in(Role.EDITOR)
    again.force_login(editor.user)
    offered = again.get(address(article))
    assert banner(offered)[0].startswith("Có bản chưa lưu lúc ")
    assert page(offered).text("#id_headline") == "Tít đã lưu"

    shown = again.post(address(article), {"_lay_lai": "1"})
    assert page(shown).text("#id_headline") == "Tít đang viết"
    assert page(shown).text("#id_exchanges-0-question") == "Câu hỏi chưa lưu?"
    assert "chưa lưu vào bài" in page(shown).text("p.unsaved-copy")
    assert not page(shown).select(".errornote, .errorlist.nonfield")
    article.refresh_from_db()
    assert (article.headline, article.version) == ("Tít đã lưu", 1)

    again.post(address(article), as_sent(shown) | {"_continue": "1"})
    article.refresh_from_db()
    assert (article.headline, article.version) == ("Tít đang viết", 2)
    assert article.exchanges.first().question == "Câu hỏi chưa lưu?"
    assert WorkingCopy.objects.get().fields == {}
    assert not banner(again.get(address(article)))


def test_a_copy_that_was_in_the_browser_alone_is_put_back_and_kept_until_it_is_saved(desk):
    editor, article = desk(Role.EDITOR), make_article()
    fields = filled(editor, address(article)) | {"headline": "Viết khi mất mạng"}
    shown = editor.post(address(article), {"_lay_lai": "1", "copy": pairs(fields)})
    assert page(shown).text("#id_headline") == "Viết khi mất mạng"
    assert page(shown).select("working-copy[data-unfinished]")


def test_an_unwanted_copy_is_dropped(desk):
    editor, article = desk(Role.EDITOR), make_article()
    write(editor, article, headline="Viết nhầm bài")
    offered = page(editor.get(address(article))).select("section.unsaved-copy [name=import]")[0]["value"]
    response = editor.post(line(article), {"act": "drop", "import": offered}, follow=True)
    assert messages(response) == ["Đã bỏ bản chưa lưu."]
    assert not banner(response)
    response = editor.post(address(article), {"_lay_lai": "1"}, follow=True)
    assert messages(response) == ["Không còn bản chưa lưu nào của bạn cho bài này."]


def test_what_is_typed_into_another_form_overwrites_nothing_and_its_saving_forgets_nothing(desk):
    editor, article = desk(Role.EDITOR), make_article(headline="Tít đã lưu")
    write(editor, article, body="<p>Hai nghìn chữ viết ở nhà.</p>")
    # The offer is not taken up: a fresh form is written in, and saved.
    fields = filled(editor, address(article)) | {"headline": "Sửa nhỏ ở tòa soạn"}
    editor.post(line(article), {"act": "keep", "copy": pairs(fields)})
    assert len(banner(editor.get(address(article)))) == 2
    editor.post(address(article), fields | {"_continue": "1"})
    article.refresh_from_db()
    assert article.headline == "Sửa nhỏ ở tòa soạn"
    offered = editor.get(address(article))
    assert len(banner(offered)) == 1
    token = page(offered).one("section.unsaved-copy form:first-of-type [name=import]")["value"]
    assert token != fields["import"]
    # Of an older version by now: what both changed is chosen, what one changed is proposed.
    choosing = page(editor.post(address(article), {"_lay_lai": "1", "import": token}))
    assert "Hai nghìn chữ viết ở nhà." in choosing.text("form.choosing")
    chosen = choosing.fields("form.choosing") | {"_chon-body": "mine", "_chon-headline": "theirs"}
    editor.post(address(article), chosen)
    article.refresh_from_db()
    assert (article.headline, article.body) == ("Sửa nhỏ ở tòa soạn", "<p>Hai nghìn chữ viết ở nhà.</p>")
    assert not banner(editor.get(address(article)))
    assert WorkingCopy.objects.get().fields == {}


def test_of_many_forms_the_newest_are_kept_each_once_and_dropped_one_by_one(desk):
    editor, article = desk(Role.EDITOR), make_article()
    forms = [filled(editor, address(article)) for _ in range(kept_copies.MOST + 1)]
    for number, fields in enumerate([*forms, forms[1]]):
        editor.post(line(article), {"act": "keep", "copy": pairs(fields | {"headline": f"Bản {number}"})})
    kept = kept_copies.all_of(article, editor.user)
    assert [one.fields["headline"] for one in kept] == [["Bản 4"], ["Bản 3"], ["Bản 2"]]
    editor.post(line(article), {"act": "drop", "import": forms[3]["import"]})
    kept = kept_copies.all_of(article, editor.user)
    assert [one.fields["headline"] for one in kept] == [["Bản 4"], ["Bản 2"]]
    assert len(banner(editor.get(address(article)))) == 2


def test_nobody_reads_the_copy_of_another(desk):
    editor, other, article = desk(Role.EDITOR), desk(Role.MANAGING_EDITOR), make_article()
    write(editor, article, headline="Riêng của người viết")
    shown = other.get(address(article))
    assert not banner(shown)
    assert "Riêng của người viết" not in shown.content.decode()
    assert "Riêng của người viết" not in other.post(address(article), {"_lay_lai": "1"}).content.decode()


def test_who_else_has_the_story_open_is_told_for_five_minutes(desk):
    editor, other, article = desk(Role.EDITOR), desk(Role.MANAGING_EDITOR), make_article()
    other.post(line(article), {"act": "seen"})
    assert editor.post(line(article), {"act": "seen"}).json()["here"] == [f"{other.user} đang mở bài này"]
    write(other, article, kicker="Bến Lĩnh")
    for minutes, told in ((2, [f"{other.user} đang mở bài này, 2 phút trước; có chữ chưa lưu"]), (6, [])):
        seen = timezone.now() - timedelta(minutes=minutes)
        WorkingCopy.objects.filter(user=other.user).update(seen_at=seen)
        assert editor.post(line(article), {"act": "seen"}).json()["here"] == told
        assert page(editor.get(address(article))).texts("[data-here] li") == told


def test_the_line_says_that_somebody_saved_meanwhile(desk):
    editor, other, article = desk(Role.EDITOR), desk(Role.MANAGING_EDITOR), make_article()
    save(other, article, kicker="Bến Lĩnh")
    asked = {"act": "seen", "version": "1"}
    told = editor.post(line(article), asked).json()["overtaken"]
    assert told.startswith(f"Bài vừa được {other.user} lưu lúc ")
    assert (
        other.post(line(article), asked).json()["overtaken"].startswith("Bạn đã lưu bài này ở chỗ khác lúc ")
    )
    assert not editor.post(line(article), asked | {"version": "2"}).json()["overtaken"]


def test_a_session_that_ended_loses_nothing_and_its_form_goes_on_with_a_new_token(desk):
    editor, article = desk(Role.EDITOR), make_article()
    editor.logout()
    assert editor.post(line(article), {"act": "keep", "copy": "[]"}).status_code == 302
    editor.force_login(get_user_model().objects.get(pk=editor.user.pk))
    assert editor.get(line(article)).json()["token"]


def test_who_may_no_longer_edit_keeps_no_copy(desk):
    reporter = desk(Role.REPORTER)
    article = make_article(created_by=reporter.user)
    write(reporter, article, headline="Viết tiếp")
    workflow.submit(article, by=reporter.user)
    assert reporter.post(line(article), {"act": "keep", "copy": "[]"}).status_code == 403
    assert WorkingCopy.objects.get().fields["headline"] == ["Viết tiếp"]


@pytest.mark.parametrize(
    "copy", ["", "{}", "[1]", '[["a"]]', '[["a", 1]]', "[" * 100000, "x" * (2 * 1024 * 1024 + 1)]
)
def test_what_is_no_copy_of_a_form_is_refused_in_words_and_replaces_nothing(desk, copy):
    editor, article = desk(Role.EDITOR), make_article()
    write(editor, article, headline="Còn nguyên")
    response = editor.post(line(article), {"act": "keep", "copy": copy})
    assert response.status_code == 400
    assert response.json()["problem"]
    assert WorkingCopy.objects.get().fields["headline"] == ["Còn nguyên"]


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=50)), max_size=8))
def test_any_words_are_kept_as_json_that_every_database_takes(found):
    fields = sent_copy.read_copy(json.dumps(found))
    told = json.dumps(fields, ensure_ascii=False)
    assert "\0" not in told
    told.encode()
