"""The door readers write through: without JavaScript, without a cookie, and nothing a reader typed is lost."""

import unicodedata

import pytest
from django.test import Client

from articles.models import Article, Standing, Status
from articles.policy import Role
from comments import forms, moderation, readers
from comments.forms import page_token
from comments.models import MAX_LENGTH, Comment, CommentStatus
from tests.factories import in_standing, make_article, make_comment, make_user
from tests.html import page

pytestmark = pytest.mark.django_db

OURS = {"Sec-Fetch-Site": "same-origin"}
SAID = "Cầu thông xe thì bà con Hòa Sơn đỡ phải đi vòng."


@pytest.fixture(autouse=True)
def quick_hand(monkeypatch):
    """Tests fill in the form at once; the one about haste puts the seconds back."""
    monkeypatch.setattr(forms, "MIN_AGE", 0)


@pytest.fixture
def client():
    """A browser that would be refused for want of a CSRF token, if the door asked for one."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def article():
    return make_article(status=Status.PUBLISHED)


def filled(client, article, **typed):
    """What the form under the article sends when a reader has filled it in."""
    form = page(client.get(article.get_absolute_url())).fields("form.comment-form")
    return form | {"name": "Bạn đọc Tân Lộc", "text": SAID} | typed


def send(client, article, data, **headers):
    return client.post(f"/binh-luan/{article.pk}/", data, headers=headers or OURS)


# ---------------------------------------------------------------- the whole way


def test_a_comment_is_held_then_approved_then_seen(client, article):
    response = send(client, article, filled(client, article))
    assert (response.status_code, response.headers["Location"]) == (303, f"/binh-luan/{article.pk}/da-gui/")
    below = article.get_absolute_url()
    for address in (response.headers["Location"], below, f"/binh-luan/{article.pk}/", "/", "/rss/"):
        shown = client.get(address)
        assert shown.status_code == 200
        assert SAID not in shown.content.decode() and "Bạn đọc Tân Lộc" not in shown.content.decode(), address
    comment = Comment.objects.get()
    assert comment.status == CommentStatus.WAITING
    moderation.approve(comment, by=make_user(Role.MANAGING_EDITOR))
    for address in (article.get_absolute_url(), f"/binh-luan/{article.pk}/"):
        shown = page(client.get(address))
        assert shown.texts(".comment-text") == [SAID]
        assert shown.texts(".comment-name") == ["Bạn đọc Tân Lộc"]


def test_the_thank_you_page_says_what_happens_next(client, article):
    shown = page(client.get(f"/binh-luan/{article.pk}/da-gui/"))
    assert "đang chờ duyệt" in shown.text("main")
    assert shown.meta("robots") == "noindex"


def test_sending_sets_no_cookie_and_asks_for_none(client, article):
    data = filled(client, article)
    assert "csrf" not in str(data).lower()
    for response in (send(client, article, data), send(client, article, data | {"text": ""})):
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
        assert response.headers["Cache-Control"] == "private, no-store"
    assert not client.cookies


def test_the_address_of_the_reader_is_never_kept(client, article):
    send(client, article, filled(client, article))
    comment = Comment.objects.get()
    assert comment.sender and "127.0.0.1" not in str(vars(comment))


def test_the_last_of_the_forwarded_addresses_is_the_reader_s(rf, settings):
    settings.BEHIND_FRONT = True
    lying = rf.post("/", headers={"X-Forwarded-For": "10.0.0.1, 203.0.113.7"})
    plain = rf.post("/", headers={"X-Forwarded-For": "203.0.113.7"})
    assert readers.sender_of(lying) == readers.sender_of(plain)
    settings.BEHIND_FRONT = False
    assert readers.sender_of(lying) == readers.sender_of(rf.post("/"))


# ---------------------------------------------------------------- once


def test_the_same_comment_sent_twice_is_one(client, article):
    data = filled(client, article)
    assert [send(client, article, data).status_code for _ in range(3)] == [303, 303, 303]
    assert Comment.objects.count() == 1


def test_the_same_words_from_a_fresh_page_are_one_as_well(client, article):
    for text in (SAID, unicodedata.normalize("NFD", SAID), f" {SAID} "):
        assert send(client, article, filled(client, article, text=text)).status_code == 303
    assert Comment.objects.count() == 1


def test_the_same_words_of_another_reader_or_under_another_story_are_others(client, article):
    other = make_article(status=Status.PUBLISHED)
    send(client, article, filled(client, article))
    send(client, article, filled(client, article, name="Bạn đọc khác"))
    send(client, other, filled(client, other))
    assert Comment.objects.count() == 3


# ---------------------------------------------------------------- refused, and nothing lost


def refused(response, status, sentence):
    """The page of a refusal: it says why, keeps the text, and its form can be sent again."""
    assert response.status_code == status
    shown = page(response)
    assert sentence in shown.text(".form-errors")
    assert not Comment.objects.exclude(submission__startswith="lan-gui").exists()
    return shown


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://ke-gian.example"}, {"Origin": "http://["}, {"X-Other": "1"}],
)
def test_a_form_of_another_site_is_refused_with_the_text_kept(client, article, headers):
    data = filled(client, article)
    shown = refused(send(client, article, data, **headers), 403, "không gửi từ trang báo")
    again = shown.fields("form.comment-form")
    assert again["text"] == SAID
    assert send(client, article, again).status_code == 303



@pytest.mark.parametrize("token", ["", "x", "1:2:3", "1:zzzzzz:AAAA", ":", "::", "ấ" * 100, "1\0"])
def test_a_forged_or_missing_token_asks_for_one_more_click(client, article, token):
    data = filled(client, article) | {"token": token}
    again = refused(send(client, article, data), 422, "").fields("form.comment-form")
    assert again["text"] == SAID and again["name"] == "Bạn đọc Tân Lộc"
    assert send(client, article, again).status_code == 303


def test_the_token_of_another_story_is_refused(client, article):
    data = filled(client, article) | {"token": page_token(make_article(status=Status.PUBLISHED).pk)}
    refused(send(client, article, data), 422, "Trang này mở đã lâu")


def test_a_page_left_open_for_days_asks_for_one_more_click(client, article, monkeypatch):
    data = filled(client, article)
    monkeypatch.setattr(forms, "MAX_AGE", -1)
    again = refused(send(client, article, data), 422, "xin bấm Gửi một lần nữa").fields("form.comment-form")
    monkeypatch.undo()
    monkeypatch.setattr(forms, "MIN_AGE", 0)
    assert send(client, article, again).status_code == 303


def test_a_form_sent_before_it_could_be_read_asks_for_one_more_click(client, article, monkeypatch):
    monkeypatch.setattr(forms, "MIN_AGE", 2)
    again = refused(send(client, article, filled(client, article)), 422, "gửi hơi nhanh").fields("form.comment-form")
    assert again["text"] == SAID
    monkeypatch.setattr(forms, "MIN_AGE", 0)
    assert send(client, article, again).status_code == 303


def test_whoever_fills_in_the_hidden_field_is_refused(client, article):
    refused(send(client, article, filled(client, article, website="http://x")), 422, "Xin để trống ô này.")


def test_people_do_not_meet_the_hidden_field(client, article):
    field = page(client.get(article.get_absolute_url())).one('input[name="website"]')
    assert field["tabindex"] == "-1" and field["autocomplete"] == "off"
    assert field.find_parent(attrs={"aria-hidden": "true"})


@pytest.mark.parametrize("text", ["", "   \n\t ", "\0", "\u00a0"])
def test_nothing_is_not_a_comment(client, article, text):
    refused(send(client, article, filled(client, article, text=text)), 422, "Bạn chưa viết gì.")


def test_a_nameless_comment_keeps_its_text(client, article):
    shown = refused(send(client, article, filled(client, article, name=" ")), 422, "Xin cho biết tên của bạn.")
    assert shown.fields("form.comment-form")["text"] == SAID


def test_twenty_thousand_characters_are_refused_with_all_of_them_kept(client, article):
    long = "Bà con mong cầu. " * 1200
    shown = refused(
        send(client, article, filled(client, article, text=long)), 422, "quá 3.000 ký tự cho phép"
    )
    assert shown.fields("form.comment-form")["text"] == long


def test_the_limit_counts_letters_and_not_their_marks(client, article):
    """A telephone that sends decomposed letters does not halve what its owner may write."""
    text = ("ổ" * 9 + "\r\n") * (MAX_LENGTH // 10)
    text = text[: -len("\r\n")]
    decomposed = unicodedata.normalize("NFD", text)
    assert len(decomposed) > 2 * MAX_LENGTH
    assert send(client, article, filled(client, article, text=decomposed)).status_code == 303
    assert Comment.objects.get().text == text.replace("\r\n", "\n")


def test_one_letter_over_the_limit_is_refused(client, article):
    assert send(client, article, filled(client, article, text="ổ" * MAX_LENGTH)).status_code == 303
    response = send(client, article, filled(client, article, text="ổ" * (MAX_LENGTH + 1)))
    assert response.status_code == 422


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (unicodedata.normalize("NFD", "Cảm ơn tòa soạn"), "Cảm ơn tòa soạn"),
        ("Hay\0 quá\x07", "Hay quá"),
        ("Chúc mừng 🎉👨‍👩‍👧", "Chúc mừng 🎉👨‍👩‍👧"),
        ("𠀋 chữ Nôm", "𠀋 chữ Nôm"),
        ("dòng\r\n\r\nhai", "dòng\n\nhai"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("{{ 7|add:7 }}", "{{ 7|add:7 }}"),
    ],
)
def test_what_was_typed_is_kept_as_typed_and_shown_as_text(client, article, typed, kept):
    assert send(client, article, filled(client, article, text=typed)).status_code == 303
    assert Comment.objects.get().text == kept
    Comment.objects.update(status=CommentStatus.APPROVED)
    shown = page(client.get(article.get_absolute_url()))
    assert shown.texts(".comment-text") == [" ".join(kept.split())]
    assert not shown.has(".comment script, script:not([src], [type='application/ld+json'])")


@pytest.mark.parametrize("name", ['"><img src=x onerror=alert(1)>', "<b>Đậm</b>", "Tên\nhai dòng", "\u202eđảo"])
def test_a_hostile_name_is_only_a_name(client, article, name):
    assert send(client, article, filled(client, article, name=name, place=name)).status_code == 303
    Comment.objects.update(status=CommentStatus.APPROVED)
    shown = page(client.get(article.get_absolute_url()))
    assert shown.texts(".comment-name bdi") == [" ".join(name.split())]
    assert not shown.has(".comment img, .comment-name b b")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", "a" * 61, "Tên dài quá 60 ký tự."),
        ("place", "a" * 81, "Nơi ở dài quá 80 ký tự."),
        ("email", "không phải thư", "Địa chỉ thư điện tử chưa đúng."),
    ],
)
def test_every_field_says_in_vietnamese_what_is_wrong(client, article, field, typed, sentence):
    refused(send(client, article, filled(client, article, **{field: typed})), 422, sentence)


def test_the_fields_nobody_may_send_are_ignored(client, article):
    other = make_article(status=Status.PUBLISHED)
    sent = {"status": "approved", "article": other.pk, "created_at": "2001-01-01", "submission": "x", "sender": "y"}
    send(client, article, filled(client, article) | sent)
    comment = Comment.objects.get()
    assert (comment.article, comment.status) == (article, CommentStatus.WAITING)
    assert comment.created_at.year > 2001 and len(comment.submission) == len(comment.sender) == 64


# ---------------------------------------------------------------- where no comment is taken


def test_a_closed_article_says_so_and_hands_the_text_back(client, article):
    data = filled(client, article)
    Article.objects.update(comments_open=False)
    response = send(client, article, data)
    assert response.status_code == 403
    assert "đã thôi nhận ý kiến" in page(response).text("main") and SAID in page(response).text("main")
    assert not Comment.objects.exists()
    assert not page(client.get(article.get_absolute_url())).has("form.comment-form")


@pytest.mark.parametrize("status", [Status.DRAFT, Status.READY])
def test_an_article_that_is_not_public_takes_none(client, status):
    article = make_article(status=status)
    data = {"name": "Bạn đọc", "text": SAID, "token": page_token(article.pk)}
    assert send(client, article, data).status_code == 404
    assert not Comment.objects.exists()


@pytest.mark.parametrize("standing", [Standing.WITHDRAWN, Standing.EXPIRED])
def test_what_is_sent_to_a_story_that_is_gone_is_given_back(client, standing):
    article = make_article(**in_standing(standing))
    data = {"name": "Bạn đọc", "text": SAID, "token": page_token(article.pk)}
    response = send(client, article, data)
    assert response.status_code == 410
    assert SAID in page(response).text(".form-errors")
    assert not Comment.objects.exists()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_the_door_knows_reading_and_sending_only(client, article, method):
    assert getattr(client, method)(f"/binh-luan/{article.pk}/", headers=OURS).status_code == 405


# ---------------------------------------------------------------- replies


def test_a_reply_stands_under_its_comment_without_javascript(client, article):
    root = make_comment(article, status=CommentStatus.APPROVED)
    [address] = [href for _, href in page(client.get(article.get_absolute_url())).links("a.comment-reply")]
    form = page(client.get(address)).fields("form.comment-form")
    assert form["parent"] == str(root.pk)
    assert send(client, article, form | {"name": "Bạn đọc", "text": SAID}).status_code == 303
    reply = Comment.objects.get(parent=root)
    Comment.objects.filter(pk=reply.pk).update(status=CommentStatus.APPROVED)
    assert page(client.get(article.get_absolute_url())).texts(".replies .comment-text") == [SAID]


@pytest.mark.parametrize("which", ["foreign", "waiting", "rejected", "a reply", "none", "huge", "words", "wide digits"])
def test_a_reply_to_what_cannot_be_answered_is_refused_and_can_be_sent_as_a_comment(client, article, which):
    root = make_comment(article, status=CommentStatus.APPROVED)
    parent = {
        "foreign": lambda: make_comment(status=CommentStatus.APPROVED).pk,
        "waiting": lambda: make_comment(article).pk,
        "rejected": lambda: make_comment(article, status=CommentStatus.REJECTED).pk,
        "a reply": lambda: make_comment(article, parent=root, status=CommentStatus.APPROVED).pk,
        "none": lambda: 999_999,
        "huge": lambda: "9" * 40,
        "words": lambda: "1 OR 1=1",
        "wide digits": lambda: "９９",
    }[which]()
    response = send(client, article, filled(client, article, parent=parent))
    again = refused(response, 422, "Ý kiến bạn trả lời không còn nữa.").fields("form.comment-form")
    assert again["text"] == SAID and "parent" not in again
    assert send(client, article, again).status_code == 303
    assert Comment.objects.get(text=SAID).parent is None


@pytest.mark.parametrize("reply_to", ["0", "999999", "9" * 5000, "x", "１", "1;2", "-1", ""])
def test_a_strange_wish_to_reply_is_an_ordinary_form(client, article, reply_to):
    make_comment(article)
    response = client.get(f"/binh-luan/{article.pk}/", {"tra-loi": reply_to})
    assert response.status_code == 200
    assert "parent" not in page(response).fields("form.comment-form")


# ---------------------------------------------------------------- bodies that are no form


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"text=%FF%FE&name=%00", "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
        (b"no boundary", "multipart/form-data"),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x"),
        (b"a=1&" * 6000, "application/x-www-form-urlencoded"),
    ],
)
def test_a_body_that_is_no_form_is_refused_without_trouble(client, article, body, kind):
    response = client.post(f"/binh-luan/{article.pk}/", body, content_type=kind, headers=OURS)
    assert response.status_code in (400, 422)
    assert page(response).has("h1")
    assert not Comment.objects.exists()


def test_a_file_instead_of_words_is_no_comment(client, article, tmp_path):
    file = tmp_path / "text.txt"
    file.write_text(SAID, encoding="utf-8")
    with file.open("rb") as opened:
        response = send(client, article, filled(client, article) | {"text": opened})
    assert response.status_code == 422


@pytest.mark.parametrize("unseen", ["\u200b", "\u200d\u2060", " \u3000 ", "\u0301"])
@pytest.mark.parametrize("field", ["text", "name"])
def test_a_comment_of_which_nothing_is_seen_is_refused(field, unseen):
    article = make_article(status=Status.PUBLISHED)
    form = forms.CommentForm({"name": "A", "text": "B"} | {field: unseen}, article=article)
    assert field in form.errors
