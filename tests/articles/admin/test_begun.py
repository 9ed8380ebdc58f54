"""A story begun and never saved: kept beside all articles, offered on its form and in the list, never an article."""

import json
import os
import time

import pytest

from articles import beginnings
from articles.models import Article, WorkingCopy
from articles.policy import Role
from comments.policy import CommentRole
from tests.articles.admin.forms import address, as_sent, filled, messages, signed_in
from tests.factories import make_author, make_section, make_user
from tests.html import page

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"
LINE = f"{ADD}ban-dang-viet/"
LIST = "/admin/articles/article/"
TOKEN = "0123456789abcdef" * 2


@pytest.fixture(autouse=True)
def place(settings, tmp_path):
    settings.STATE_DIR = tmp_path
    return tmp_path / "beginnings"


def begin(client, asked="", **typed):
    """Type into the form of a new story until it is kept; (its fields, the answer's JSON)."""
    fields = filled(client, ADD + asked) | typed
    copy = json.dumps([[name, str(value)] for name, value in fields.items()])
    response = client.post(LINE + asked, {"act": "keep", "copy": copy, "version": fields["version"]})
    assert response.status_code == 200, response.content
    return fields, response.json()


def offers(client, url):
    return page(client.get(url)).texts("section.begun p")


def put_back(client, url, token):
    return client.post(url, {"_lay_lai": "1", "import": token})


def test_what_is_typed_into_a_new_story_is_kept_and_is_no_article(desk, place):
    editor = desk(Role.REPORTER)
    fields, told = begin(editor, headline="Bài chưa lưu lần nào")
    assert told["saved"].count(":") == 2 and told["problem"] == ""
    assert not Article.objects.exists() and not WorkingCopy.objects.exists()
    begin(editor, headline="Bài khác")
    copy = json.dumps([["import", fields["import"]], ["headline", "Bài chưa lưu, viết tiếp"]])
    editor.post(LINE, {"act": "keep", "copy": copy})
    # One rolling copy for each form, the newest first.
    assert [begun.title for begun in beginnings.of(editor.user)] == ["Bài chưa lưu, viết tiếp", "Bài khác"]
    assert len(list(place.iterdir())) == 2


def test_it_is_offered_on_the_form_and_in_the_list_and_put_back_unsaved_even_after_another_login(desk):
    editor = desk(Role.EDITOR)
    section, author = make_section(), make_author()
    fields, _ = begin(
        editor, "?kind=interview", headline="Phỏng vấn viết dở", section=section.pk,
        **{"exchanges-0-question": "Hỏi dở?", "exchanges-0-answer": "<p>Đáp dở.</p>", "bylines-0-author": author.pk},
    )  # fmt: skip
    again = signed_in(Role.EDITOR)
    again.force_login(editor.user)
    first = page(again.get("/admin/")).links(".waiting .unsaved a")
    assert first == [("Phỏng vấn viết dở", f"{ADD}?kind=interview")]
    for url in (ADD, LIST):
        assert "Phỏng vấn viết dở" in offers(again, url)[0]
        assert page(again.get(url)).select("section.begun form")[0]["action"] == f"{ADD}?kind=interview"
    shown = put_back(again, f"{ADD}?kind=interview", fields["import"])
    form = page(shown)
    assert form.text("#id_headline") == "Phỏng vấn viết dở"
    assert form.text("#id_exchanges-0-question") == "Hỏi dở?"
    assert form.has("working-copy[data-unfinished]") and not form.select(".errornote, .errorlist.nonfield")
    assert not form.select("section.begun") and not Article.objects.exists()
    assert offers(again, ADD)  # until it is saved


def test_saved_it_is_an_article_and_offered_no_more(desk, django_capture_on_commit_callbacks):
    editor = desk(Role.EDITOR)
    fields, _ = begin(editor, headline="Viết xong thì lưu", section=make_section().pk)
    shown = put_back(editor, ADD, fields["import"])
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(ADD, as_sent(shown) | {"_continue": "1"})
    assert Article.objects.get().headline == "Viết xong thì lưu"
    assert not offers(editor, ADD) and not offers(editor, LIST)
    # The browser's own copy of that form is of no use either.
    assert fields["import"] in page(editor.get(ADD)).one("browser-copy[data-prefix]")["data-made"]


def test_gone_back_to_after_saving_it_is_a_copy_of_that_article(desk):
    editor = desk(Role.EDITOR)
    fields, _ = begin(editor, headline="Đã lưu", section=make_section().pk)
    editor.post(ADD, fields | {"_continue": "1"})
    article = Article.objects.get()
    typed = fields | {"headline": "Quay lại viết thêm"}
    copy = json.dumps([[name, str(value)] for name, value in typed.items()])
    assert editor.post(LINE, {"act": "keep", "copy": copy}).json()["saved"]
    assert WorkingCopy.objects.get(article=article).fields["headline"] == ["Quay lại viết thêm"]
    assert page(editor.get(address(article))).has("section.unsaved-copy")
    assert Article.objects.count() == 1


def test_nobody_else_sees_it_and_who_writes_no_stories_has_no_address(desk):
    editor, other = desk(Role.EDITOR), desk(Role.MANAGING_EDITOR)
    fields, _ = begin(editor, headline="Riêng của người viết")
    for url in (ADD, LIST):
        assert not offers(other, url)
    response = other.post(ADD, {"_lay_lai": "1", "import": fields["import"]}, follow=True)
    assert messages(response) == ["Không còn bản viết dở ấy."]
    other.post(LINE, {"act": "drop", "import": fields["import"]})
    assert offers(editor, ADD)
    assert desk(CommentRole.MODERATOR).post(LINE, {"act": "keep", "copy": "[]"}).status_code == 403


@pytest.mark.parametrize(("onward", "leads"), [("list", LIST), ("add", ADD)])
def test_what_is_not_wanted_is_dropped(desk, onward, leads):
    editor = desk(Role.EDITOR)
    fields, _ = begin(editor, headline="Viết nhầm")
    response = editor.post(LINE, {"act": "drop", "import": fields["import"], "onward": onward})
    assert response["Location"] == leads
    assert not offers(editor, leads)


@pytest.mark.parametrize(
    "copy", ["", "[]", '[["import", "../../env"]]', '[["import", "G"]]', "x" * 2_100_000]
)
def test_what_is_no_copy_of_a_form_is_refused_in_words(desk, place, copy):
    response = desk(Role.EDITOR).post(LINE, {"act": "keep", "copy": copy})
    assert response.status_code == 400 and response.json()["problem"]
    assert not place.exists()


def test_the_oldest_and_the_forgotten_give_way(place, monkeypatch):
    user, other = make_user(), make_user()
    monkeypatch.setattr(beginnings, "MOST", 3)
    beginnings.keep({}, by=other, token=TOKEN, title="của người khác")
    for number in range(4):
        token = f"{number:032x}"
        beginnings.keep({}, by=user, token=token, title=str(number))
        os.utime(place / f"{user.pk}-{token}", (time.time() - 100 + number,) * 2)
    beginnings.keep({}, by=user, token=TOKEN, title="mới")
    assert {begun.title for begun in beginnings.of(user)} == {"mới", "3", "2"}
    long_ago = time.time() - (beginnings.DAYS + 1) * 86400
    for path in (place / f"{user.pk}-{TOKEN}", place / f"{other.pk}-{TOKEN}"):
        os.utime(path, (long_ago, long_ago))
    beginnings.keep({}, by=other, token=TOKEN[::-1], title="mới")
    assert [begun.title for begun in beginnings.of(other)] == ["mới"]
    assert beginnings.find(by=other, token=TOKEN) is None
    with pytest.raises(ValueError):
        beginnings.keep({}, by=user, token="../x", title="")
