"""An announced interview: what readers are told and what not, their questions, and the answers they find."""

import unicodedata
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from articles.models import Announcement, Article, Exchange, Status
from articles.policy import Role
from comments import forms, moderation
from comments import questions as asking
from comments.forms import page_token
from comments.models import MAX_LENGTH, Comment, CommentKind, CommentStatus
from comments.thread import thread
from tests.factories import (
    make_announcement,
    make_article,
    make_comment,
    make_interview,
    make_person,
    make_question,
    make_user,
)
from tests.html import page

pytestmark = pytest.mark.django_db

OURS = {"Sec-Fetch-Site": "same-origin"}
APPROVED = {"status": CommentStatus.APPROVED}
ASKED = "Cầu có làn riêng cho xe đạp không?"
HOUR = timedelta(hours=1)
# What the draft says, and readers must not hear before it is out.
HEADLINE, STANDFIRST, SAID = "Tít chưa ai được biết", "Sapo chưa ai được biết", "Lời chưa ai được nghe"


@pytest.fixture(autouse=True)
def quick_hand(monkeypatch):
    monkeypatch.setattr(forms, "MIN_AGE", 0)


@pytest.fixture
def client():
    """A browser that would be refused for want of a CSRF token, if the door asked for one."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def announced():
    """An announced draft."""
    draft = make_interview(
        headline=HEADLINE, standfirst=STANDFIRST, kicker=SAID, turns=[(SAID, f"<p>{SAID}</p>")], body=f"<p>{SAID}</p>"
    )
    return make_announcement(draft)


def door(announced):
    return f"/cau-hoi/{announced.article_id}/"


def filled(client, announced, **typed):
    form = page(client.get(door(announced))).fields("form.comment-form")
    return form | {"name": "Nguyễn Văn A", "place": "phường Bến Lĩnh", "text": ASKED} | typed


def send(client, announced, data, **headers):
    return client.post(door(announced), data, headers=headers or OURS)


def set_status(announced, status, at=None):
    at = at or timezone.now() - HOUR
    Article.objects.filter(pk=announced.article_id).update(status=status, published_at=at)


# ---------------------------------------------------------------- what readers are told


def test_the_page_says_what_who_and_until_when(client, announced):
    until = timezone.make_aware(datetime(2099, 11, 25, 17))
    Announcement.objects.update(closes_at=until)
    shown = page(client.get(door(announced)))
    assert shown.text("h1") == announced.title
    assert shown.text(".announcement-words") == announced.invitation
    assert shown.texts(".announcement-guests li") == ["Ông Lương Văn Thành Giám đốc Ban quản lý dự án"]
    assert shown.text(".announcement-until") == "Nhận câu hỏi đến 17:00 25/11/2099"
    assert shown.text(".asked-tally") == "Chưa có câu hỏi nào được đăng."
    assert shown.title().startswith(announced.title)
    assert shown.link("canonical").endswith(door(announced))


def test_only_the_chosen_guests_are_told(client, announced):
    other = announced.article.interviewees.create(person=make_person("Mạc Văn Đoàn"), office="Chủ tịch xã")
    assert "Mạc Văn Đoàn" not in client.get(door(announced)).content.decode()
    announced.guests.set([other])
    assert page(client.get(door(announced))).texts(".announcement-guests b") == ["Ông Mạc Văn Đoàn"]


NOT_OUT = {
    "draft": {"status": Status.DRAFT},
    "in review": {"status": Status.IN_REVIEW},
    "ready": {"status": Status.READY, "published_at": timezone.now() - HOUR},
    "scheduled": {"status": Status.PUBLISHED, "published_at": timezone.now() + 9 * HOUR},
    "embargoed": {
        "status": Status.PUBLISHED, "published_at": timezone.now() - HOUR, "embargo_until": timezone.now() + 9 * HOUR
    },
}


@pytest.mark.parametrize("state", NOT_OUT)
def test_nothing_of_the_draft_is_told(client, announced, state):
    Article.objects.filter(pk=announced.article_id).update(**NOT_OUT[state])
    exchange = announced.article.exchanges.get()
    make_question(announced.article, text="Đã có lời đáp?", exchange=exchange, **APPROVED)
    addresses = [door(announced), f"{door(announced)}da-gui/", "/", "/rss/", "/sitemap.xml", "/thoi-su/"]
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200
        body = response.content.decode()
        for secret in (HEADLINE, STANDFIRST, SAID, announced.article.slug, exchange.anchor, "được trả lời"):
            assert secret not in body, (address, secret)
    refusal = send(client, announced, {"text": ASKED}).content.decode()
    assert HEADLINE not in refusal and SAID not in refusal
    assert client.get(announced.article.get_absolute_url()).status_code == 404
    assert client.get(f"/binh-luan/{announced.article_id}/").status_code == 404


@pytest.mark.parametrize("pk", ["999999", "0", "1abc", "１", "9" * 19, "9" * 300, "-1"])
def test_an_address_of_nothing_is_404(client, announced, pk):
    assert client.get(f"/cau-hoi/{pk}/").status_code == 404
    assert client.post(f"/cau-hoi/{pk}/", {"text": "x"}, headers=OURS).status_code == 404


@pytest.mark.parametrize("make", [make_interview, make_article])
def test_what_is_not_announced_takes_no_question(client, make):
    article = make(status=Status.PUBLISHED)
    for address in (f"/cau-hoi/{article.pk}/", f"/cau-hoi/{article.pk}/da-gui/"):
        assert client.get(address).status_code == 404
    data = {"name": "A", "text": ASKED, "token": page_token(article.pk)}
    assert client.post(f"/cau-hoi/{article.pk}/", data, headers=OURS).status_code == 404
    assert not Comment.objects.exists()


def test_before_it_opens_nobody_is_told(client, announced):
    Announcement.objects.update(opens_at=timezone.now() + HOUR)
    assert client.get(door(announced)).status_code == 404
    assert announced.title not in client.get("/").content.decode()


@pytest.mark.parametrize("address", ["", "da-gui/"])
def test_a_withdrawn_interview_is_gone_with_its_questions(client, announced, address):
    make_question(announced.article, **APPROVED)
    set_status(announced, Status.WITHDRAWN)
    response = client.get(door(announced) + address)
    assert response.status_code == 410
    for word in (announced.title, ASKED, HEADLINE, "Nguyễn Văn A"):
        assert word not in response.content.decode()
    data = {"name": "A", "text": ASKED, "token": page_token(announced.article_id)}
    assert send(client, announced, data).status_code == 410
    assert Comment.objects.count() == 1


def test_a_withdrawn_interview_nobody_had_been_told_of_is_404(client, announced):
    set_status(announced, Status.WITHDRAWN)
    Announcement.objects.update(opens_at=timezone.now() + HOUR)
    assert client.get(door(announced)).status_code == 404


def test_the_page_is_the_same_for_everybody_and_sets_no_cookie(client, announced):
    for response in (client.get(door(announced)), client.get(f"{door(announced)}da-gui/")):
        assert response.headers["Cache-Control"].startswith("public")
        assert not response.cookies and "Cookie" not in response.headers.get("Vary", "")
    assert page(client.get(f"{door(announced)}da-gui/")).meta("robots") == "noindex"


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_the_door_knows_reading_and_sending_only(client, announced, method):
    assert getattr(client, method)(door(announced), headers=OURS).status_code == 405


# ---------------------------------------------------------------- the front page


def test_the_front_page_leads_to_what_takes_questions_now(client, announced):
    later = make_announcement(title="Cuộc sau", closes_at=timezone.now() + timedelta(days=9))
    make_announcement(title="Đã đóng", closes_at=timezone.now() - timedelta(minutes=1))
    make_announcement(make_interview(status=Status.PUBLISHED), title="Đã đăng")
    make_announcement(make_interview(status=Status.WITHDRAWN), title="Đã gỡ")
    make_announcement(title="Chưa mở", opens_at=timezone.now() + HOUR)
    shown = page(client.get("/"))
    assert shown.links(".announced a") == [(announced.title, door(announced)), ("Cuộc sau", door(later))]


def test_the_front_page_without_announcements_has_no_strip(client):
    assert not page(client.get("/")).has(".announced")


# ---------------------------------------------------------------- asking


def test_a_question_is_held_then_approved_then_seen(client, announced):
    response = send(client, announced, filled(client, announced))
    assert (response.status_code, response.headers["Location"]) == (303, f"{door(announced)}da-gui/")
    for address in (response.headers["Location"], door(announced), "/", "/rss/"):
        body = client.get(address).content.decode()
        assert ASKED not in body and "Nguyễn Văn A" not in body, address
    question = Comment.objects.get()
    assert (question.kind, question.status) == (CommentKind.QUESTION, CommentStatus.WAITING)
    assert page(client.get(door(announced))).text(".asked-tally") == "Chưa có câu hỏi nào được đăng."
    moderation.approve(question, by=make_user(Role.MANAGING_EDITOR))
    shown = page(client.get(door(announced)))
    assert shown.texts(".asked .comment-text") == [ASKED]
    assert shown.texts(".asked .comment-name") == ["Nguyễn Văn A"]
    assert shown.text(".asked-tally") == "1 câu hỏi"


def test_the_same_question_sent_twice_is_one(client, announced):
    data = filled(client, announced)
    for text in (ASKED, ASKED, unicodedata.normalize("NFD", ASKED)):
        assert send(client, announced, data | {"text": text}).status_code == 303
    assert Comment.objects.count() == 1


def test_the_same_words_as_question_and_as_opinion_are_two(client, announced):
    send(client, announced, filled(client, announced))
    set_status(announced, Status.PUBLISHED)
    article = Article.objects.get(pk=announced.article_id)
    below = page(client.get(article.get_absolute_url())).fields("form.comment-form")
    said = below | {"name": "Nguyễn Văn A", "text": ASKED}
    client.post(f"/binh-luan/{article.pk}/", said, headers=OURS)
    assert sorted(Comment.objects.values_list("kind", flat=True)) == ["opinion", "question"]


def test_nobody_chooses_the_kind_or_the_state_in_the_form(client, announced):
    other = make_interview()
    sent = {"kind": "opinion", "status": "approved", "exchange": other.exchanges.get().pk, "parent": "1"}
    send(client, announced, filled(client, announced) | sent | {"article": other.pk})
    question = Comment.objects.get()
    assert (question.kind, question.status) == (CommentKind.QUESTION, CommentStatus.WAITING)
    assert (question.exchange, question.parent, question.article) == (None, None, announced.article)


def refused(response, status, sentence):
    assert response.status_code == status
    shown = page(response)
    assert sentence in shown.text(".form-errors")
    assert not Comment.objects.exists()
    return shown


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": " \n\0"}, "Bạn chưa viết gì. Xin viết câu hỏi rồi bấm Gửi."),
        ({"text": "ổ" * (MAX_LENGTH + 1)}, "Câu hỏi dài 3.001 ký tự"),
        ({"name": " "}, "Xin cho biết tên của bạn."),
        ({"name": "a" * 61}, "Tên dài quá 60 ký tự."),
        ({"place": "a" * 81}, "Nơi ở dài quá 80 ký tự."),
        ({"email": "không phải thư"}, "Địa chỉ thư điện tử chưa đúng."),
        ({"website": "http://x"}, "Xin để trống ô này."),
        ({"token": "1:zzzzzz:AAAA"}, "Trang này mở đã lâu."),
    ],
)
def test_a_refusal_says_why_keeps_the_text_and_can_be_sent_again(client, announced, typed, sentence):
    data = filled(client, announced, **typed)
    shown = refused(send(client, announced, data), 422, sentence)
    assert "Câu hỏi chưa gửi được." in shown.text(".form-errors")
    again = shown.fields("form.comment-form")
    assert again["text"].strip() == data["text"].strip()
    fixed = {"name": "Nguyễn Văn A", "place": "", "email": "", "website": "", "text": ASKED}
    assert send(client, announced, again | fixed).status_code == 303


def test_the_token_of_another_interview_is_refused(client, announced):
    data = filled(client, announced) | {"token": page_token(make_announcement().article_id)}
    refused(send(client, announced, data), 422, "Trang này mở đã lâu")


def test_haste_is_refused_here_as_well(client, announced, monkeypatch):
    monkeypatch.setattr(forms, "MIN_AGE", 2)
    refused(send(client, announced, filled(client, announced)), 422, "gửi hơi nhanh")


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://ke-gian.example"}])
def test_a_form_of_another_site_is_refused_with_the_text_kept(client, announced, headers):
    shown = refused(send(client, announced, filled(client, announced), **headers), 403, "câu hỏi này không gửi từ")
    assert shown.fields("form.comment-form")["text"] == ASKED


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}", "\u202eđảo", "𠀋 🎉"]
)
def test_what_was_typed_is_kept_as_typed_and_shown_as_text(client, announced, hostile):
    data = filled(client, announced, text=hostile, name=hostile, place=hostile)
    assert send(client, announced, data).status_code == 303
    assert Comment.objects.get().text == hostile
    Comment.objects.update(status=CommentStatus.APPROVED)
    shown = page(client.get(door(announced)))
    assert shown.texts(".asked .comment-text") == [" ".join(hostile.split())]
    assert not shown.has("script, .comment img")


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_a_hostile_announcement_is_only_words(client, announced, hostile):
    Announcement.objects.update(title=hostile, invitation=hostile)
    announced.article.interviewees.update(label=hostile, office=hostile)
    make_question(announced.article, **APPROVED)
    for address in (door(announced), f"{door(announced)}da-gui/", "/"):
        shown = page(client.get(address))
        assert hostile in shown.text("main") and not shown.has("script, main img"), address


# ---------------------------------------------------------------- closed


def test_after_closing_the_form_is_gone_and_a_late_question_is_handed_back(client, announced):
    data = filled(client, announced)
    Announcement.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
    shown = page(client.get(door(announced)))
    assert "Tòa soạn đã thôi nhận câu hỏi từ" in shown.text("main")
    assert not shown.has("form") and not shown.has(".announcement-until")
    response = send(client, announced, data)
    refused(response, 403, "đã thôi nhận câu hỏi")
    assert ASKED in page(response).text("main")


def test_once_it_is_out_the_page_leads_to_the_interview(client, announced):
    data = filled(client, announced)
    set_status(announced, Status.PUBLISHED)
    article = Article.objects.get(pk=announced.article_id)
    shown = page(client.get(door(announced)))
    assert (HEADLINE, article.get_absolute_url()) in shown.links()
    assert not shown.has("form")
    response = send(client, announced, data)
    assert ASKED in refused(response, 403, "Bài phỏng vấn đã đăng").text("main")


def test_the_closing_moment_itself_is_closed(announced):
    assert announced.is_open(announced.closes_at - timedelta(microseconds=1))
    assert not announced.is_open(announced.closes_at)
    assert list(Announcement.objects.open(announced.closes_at)) == []
    assert list(Announcement.objects.open(announced.opens_at)) == [announced]


@pytest.mark.parametrize("state", [*NOT_OUT, "out", "withdrawn"])
@pytest.mark.parametrize("minutes", [-120, -60, 0, 60 * 24, 60 * 24 + 1])
def test_one_announcement_and_a_list_of_them_get_the_same_answer(announced, state, minutes):
    now = timezone.now()
    at = {"out": {"status": Status.PUBLISHED, "published_at": now - 3 * HOUR}, "withdrawn": {"status": "withdrawn"}}
    Article.objects.filter(pk=announced.article_id).update(**(NOT_OUT | at)[state])
    moment = now + timedelta(minutes=minutes)
    row = Announcement.objects.public(moment).select_related("article").first()
    listed = Announcement.objects.open(moment).exists()
    assert listed == (row is not None and row.is_open(moment))


# ---------------------------------------------------------------- apart from opinions


def test_questions_stand_in_no_thread_and_opinions_in_no_list_of_questions(client, announced):
    set_status(announced, Status.PUBLISHED)
    article = Article.objects.get(pk=announced.article_id)
    make_question(article, text=ASKED, **APPROVED)
    make_comment(article, text="Bài hay.", **APPROVED)
    assert thread(article).count == 1
    for address in (article.get_absolute_url(), f"/binh-luan/{article.pk}/"):
        assert page(client.get(address)).texts(".comment-text") == ["Bài hay."]
    assert page(client.get(door(announced))).texts(".comment-text") == [ASKED]


def test_no_opinion_answers_a_question(client, announced):
    set_status(announced, Status.PUBLISHED)
    article = Article.objects.get(pk=announced.article_id)
    question = make_question(article, **APPROVED)
    below = page(client.get(article.get_absolute_url())).fields("form.comment-form")
    sent = below | {"name": "A", "text": "Tôi cũng hỏi.", "parent": question.pk}
    assert client.post(f"/binh-luan/{article.pk}/", sent, headers=OURS).status_code == 422


def test_the_interview_leads_to_the_questions_readers_had_asked(client, announced):
    set_status(announced, Status.PUBLISHED)
    article = Article.objects.get(pk=announced.article_id)
    [(words, address)] = page(client.get(article.get_absolute_url())).links(".asked-before a")
    assert words.startswith("Bạn đọc đã gửi câu hỏi")
    assert address == door(announced)
    announced.delete()
    assert not page(client.get(article.get_absolute_url())).has(".asked-before")


# ---------------------------------------------------------------- answered


def test_an_answered_question_leads_to_the_very_answer_once_it_is_out(client, announced):
    article = announced.article
    exchange = article.exchanges.get()
    make_question(article, text="Chưa chọn", **APPROVED)
    silent = Exchange.objects.create(article=article, asked_by="Bạn đọc B", question="?", position=9)
    make_question(article, text="Chưa đáp", exchange=silent, **APPROVED)
    make_question(article, text=ASKED, exchange=exchange, **APPROVED)
    before = page(client.get(door(announced)))
    assert before.texts(".comment-text") == ["Chưa chọn", "Chưa đáp", ASKED]
    assert before.text(".asked-tally") == "3 câu hỏi" and not before.has(".asked-answered")

    set_status(announced, Status.PUBLISHED)
    article.refresh_from_db()
    shown = page(client.get(door(announced)))
    assert shown.texts(".comment-text") == [ASKED, "Chưa chọn", "Chưa đáp"]
    assert shown.text(".asked-tally") == "3 câu hỏi, 1 được trả lời"
    [(words, address)] = shown.links(".asked-answered a")
    assert words.startswith("Đã được trả lời")
    assert address == f"{article.get_absolute_url()}#{exchange.anchor}"
    assert page(client.get(article.get_absolute_url())).has(f"#{exchange.anchor}")


def test_a_held_or_rejected_question_counts_nowhere(client, announced):
    set_status(announced, Status.PUBLISHED)
    for status in (CommentStatus.WAITING, CommentStatus.REJECTED):
        make_question(announced.article, status=status, exchange=announced.article.exchanges.get())
    assert asking.tally(announced.article, timezone.now()) == asking.Tally(0, 0)
    assert not page(client.get(door(announced))).has(".comment")


def test_the_page_shows_the_first_fifty_and_counts_all(client, announced):
    for number in range(52):
        make_question(announced.article, text=f"Câu {number}?", **APPROVED)
    shown = page(client.get(door(announced)))
    assert shown.texts(".comment-text") == [f"Câu {number}?" for number in range(50)]
    assert shown.text(".asked-tally") == "52 câu hỏi"
    assert "Trang này hiện 50 câu hỏi đầu." in shown.text(".asked")


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize(
    ("constraint", "change"),
    [
        ("announcement_closes_after_opening", lambda a: {"closes_at": a.opens_at}),
        ("announcement_says_something", lambda a: {"title": ""}),
        ("announcement_says_something", lambda a: {"invitation": ""}),
    ],
)
def test_the_database_refuses_an_announcement_that_cannot_be(announced, constraint, change):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Announcement.objects.update(**change(announced))


def test_a_question_answers_no_comment_and_an_opinion_becomes_no_exchange(announced):
    root = make_comment(announced.article)
    question = make_question(announced.article)
    with pytest.raises(IntegrityError, match="comment_question_stands_alone"), transaction.atomic():
        Comment.objects.filter(pk=question.pk).update(parent=root)
    exchange = announced.article.exchanges.get()
    with pytest.raises(IntegrityError, match="comment_exchange_was_a_question"), transaction.atomic():
        Comment.objects.filter(pk=root.pk).update(exchange=exchange)
