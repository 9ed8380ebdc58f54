"""A comment arrives: waiting, looked at, once; and what is turned away keeps its words."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Status
from comments import arrivals, forms, moderation, screening
from comments.models import Block, Comment, CommentStatus, Flag, Reception, WatchedPhrase
from comments.policy import CommentRole
from tests.factories import make_announcement, make_article, make_comment, make_interview, make_user
from tests.html import page

pytestmark = pytest.mark.django_db

OURS = {"Sec-Fetch-Site": "same-origin"}
SAID = "Cầu thông xe thì bà con Hòa Sơn đỡ phải đi vòng."


@pytest.fixture(autouse=True)
def quick_hand(monkeypatch):
    monkeypatch.setattr(forms, "MIN_AGE", 0)


@pytest.fixture
def article():
    return make_article(status=Status.PUBLISHED)


def send(
    article, text=SAID, name="Bạn đọc Tân Lộc", *, address="203.0.113.7", agent="Chrome Android", **typed
):
    data = {"name": name, "text": text, "token": forms.page_token(article.pk)} | typed
    return Client(REMOTE_ADDR=address, HTTP_USER_AGENT=agent).post(
        f"/binh-luan/{article.pk}/", data, headers=OURS
    )


def flags():
    return set(Flag.objects.values_list("check_name", flat=True))


# ---------------------------------------------------------------- looked at


def test_an_honest_comment_waits_without_a_flag(article):
    assert send(article).status_code == 303
    assert Comment.objects.get().status == CommentStatus.WAITING and not flags()


def test_what_was_noticed_is_kept_with_its_place_and_the_words_stay_as_written(article):
    text = "Đường đẹp. Ai cần vay tiền nhanh gọi 0912.345.678 nhé"
    assert send(article, text).status_code == 303
    comment = Comment.objects.get()
    assert (comment.text, comment.status) == (text, CommentStatus.WAITING)
    [phone] = comment.flags.filter(check_name="phone")
    assert text[phone.start : phone.end] == "0912.345.678" and phone.reason == "Có số điện thoại."
    assert "lending" in flags()


def test_a_question_to_a_guest_is_looked_at_as_well():
    announcement = make_announcement(make_interview())
    number = announcement.article_id
    data = {"name": "A", "text": "Gọi 0912345678 nhé bà con", "token": forms.page_token(number)}
    assert Client().post(f"/cau-hoi/{number}/", data, headers=OURS).status_code == 303
    assert flags() == {"phone"}


def test_the_list_an_editor_keeps_is_the_one_that_is_asked(article):
    WatchedPhrase.objects.all().delete()
    WatchedPhrase.objects.create(words="hư đốn", kind="insult")
    WatchedPhrase.objects.create(words="bà con", is_active=False)
    send(article, "Bà con nói: h.ư đ.ố.n quá thể")
    assert Flag.objects.get().reason == "Xúc phạm, kỳ thị: “hư đốn”."


def test_a_new_paper_has_a_list_to_begin_with():
    from comments.screening.first_phrases import first_phrases

    planted = {(phrase.kind, phrase.words, phrase.marks) for phrase in WatchedPhrase.objects.all()}
    assert planted in (set(first_phrases()), set()), "emptied by tests that flush the database, or as planted"


def test_the_first_list_fits_its_table():
    from comments.screening.first_phrases import first_phrases

    kinds = dict(WatchedPhrase.Kind.choices)
    words = [words for kind, words, _ in first_phrases() if kinds[kind]]
    assert len(words) == len(set(words)) and max(map(len, words)) <= 80


def test_a_check_that_fails_means_waiting_and_the_comment_is_there(article, monkeypatch, caplog):
    def broken(written, circumstances):
        raise RuntimeError("out of order")

    Reception.objects.create(mode="after", trusted_after=1)
    send(article, "Lời chào đầu tiên của tôi")
    Comment.objects.update(status=CommentStatus.APPROVED)
    monkeypatch.setattr(screening, "CHECKS", (("broken", broken),))
    assert send(article).status_code == 303
    comment = Comment.objects.get(text=SAID)
    assert comment.status == CommentStatus.WAITING
    assert comment.flags.get().check_name == "failed" and "out of order" in caplog.text


def test_one_text_from_many_addresses_is_flagged_and_kept(article):
    for number in range(3):
        assert send(article, name=f"Người {number}", address=f"203.0.113.{number}").status_code == 303
    assert Comment.objects.count() == 3
    assert Flag.objects.filter(check_name="same").count() == 2


def test_almost_the_same_words_are_flagged(article):
    send(article)
    send(article, f"{SAID} Mong lắm!", name="Người khác", address="203.0.113.9")
    assert flags() == {"alike"}


def test_a_busy_address_is_flagged_and_only_a_flood_is_refused(article, monkeypatch):
    monkeypatch.setattr(arrivals, "FLOOD", 14)
    for number in range(14):
        assert send(article, f"Ý kiến riêng của nhà thứ {number}", name=f"Nhà {number}").status_code == 303
    assert 0 < Flag.objects.filter(check_name="rate").count() < 14
    refused = send(article, "Ý kiến của nhà thứ một trăm")
    assert refused.status_code == 429 and refused.headers["Retry-After"] == "60"
    assert page(refused).fields("form.comment-form")["text"] == "Ý kiến của nhà thứ một trăm"
    assert send(article, "Ý kiến của phường khác", address="203.0.113.8").status_code == 303
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=2))
    assert send(article, "Ý kiến của nhà thứ một trăm").status_code == 303


def test_two_hundred_a_minute_are_a_flood():
    assert arrivals.FLOOD < 200


def test_a_blocked_reader_is_flagged_and_not_refused_nor_are_the_neighbours(article):
    send(article)
    reader = Comment.objects.get().reader
    now, moderator = timezone.now(), make_user(CommentRole.MODERATOR)
    Block.objects.create(reader=reader, reason="Quảng cáo", by=moderator, until=now + timedelta(days=1))
    assert send(article, "Câu thứ hai của tôi đây").status_code == 303
    assert flags() == {"blocked"} and "Quảng cáo" in Flag.objects.get().reason
    send(article, "Câu của nhà bên cạnh", agent="Safari iPhone")
    assert Flag.objects.count() == 1
    Block.objects.update(lifted_at=now)
    send(article, "Câu thứ ba của tôi đây")
    assert Flag.objects.count() == 1


# ---------------------------------------------------------------- once


def test_the_same_words_in_another_dress_are_the_same_row(article):
    for text in (
        SAID,
        f"{SAID} ",
        SAID.upper(),
        SAID.replace(" ", "  "),
        SAID + "!!!",
        SAID.replace("a", "а"),
    ):
        assert send(article, text).status_code == 303
    assert Comment.objects.count() == 1
    assert send(article, SAID.replace("Cầu", "Cau")).status_code == 303
    assert Comment.objects.count() == 2, "whoever puts a mark right has written another comment"


def test_what_was_not_published_is_not_read_twice(article):
    send(article)
    moderation.reject(Comment.objects.get(), by=make_user(CommentRole.MODERATOR))
    refused = send(article)
    assert refused.status_code == 422 and "đã đọc và không đăng" in page(refused).text(".form-errors")
    assert page(refused).fields("form.comment-form")["text"] == SAID
    assert Comment.objects.count() == 1


def test_a_retry_after_its_approval_is_thanked_like_the_first(article):
    send(article)
    moderation.approve(Comment.objects.get(), by=make_user(CommentRole.MODERATOR))
    assert send(article).status_code == 303 and Comment.objects.count() == 1


# ---------------------------------------------------------------- the terms


@pytest.fixture
def trusting():
    return Reception.objects.create(mode="after", trusted_after=2)


def known_for(article, times=2, **how):
    for number in range(times):
        send(article, f"Lời hay thứ {number} của tôi", **how)
    Comment.objects.update(status=CommentStatus.APPROVED)


def test_a_known_reader_is_shown_at_once_where_the_paper_says_so(article, trusting):
    known_for(article)
    response = send(article)
    assert Comment.objects.get(text=SAID).status == CommentStatus.APPROVED
    told = page(Client().get(response.headers["Location"])).text("main")
    assert "đã được đăng" in told and "chờ duyệt" not in told


@pytest.mark.parametrize(
    "how",
    [
        {"agent": "Safari iPhone"},
        {"address": "203.0.113.9"},
        {"name": "Kẻ mượn"},
        {"email": "khac@vanlinh.example"},
    ],
)
def test_who_is_not_quite_the_known_reader_waits(article, trusting, how):
    known_for(article)
    send(article, **how)
    assert Comment.objects.get(text=SAID).status == CommentStatus.WAITING


def test_a_flag_a_refusal_or_too_few_make_the_known_wait(article, trusting):
    known_for(article, times=1)
    send(article)
    assert Comment.objects.get(text=SAID).status == CommentStatus.WAITING
    Comment.objects.update(status=CommentStatus.APPROVED)
    send(article, "Xin gọi tôi 0912345678")
    assert Comment.objects.get(text__contains="0912").status == CommentStatus.WAITING
    Comment.objects.filter(text__contains="0912").update(status=CommentStatus.REJECTED)
    send(article, "Thêm một lời nữa của tôi")
    assert Comment.objects.get(text__startswith="Thêm").status == CommentStatus.WAITING


def test_before_is_what_is_meant_where_nothing_is_said(article):
    known_for(article, times=5)
    send(article)
    assert Comment.objects.get(text=SAID).status == CommentStatus.WAITING


# ---------------------------------------------------------------- marks


def test_the_mark_of_an_address_is_of_its_network_and_of_the_browser_s_kind(article):
    chrome = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/{} Mobile Safari/537.36"
    send(article, "Lời thứ nhất đây ạ", address="2001:db8:1:2::7", agent=chrome.format("126.0"))
    send(article, "Lời thứ hai đây ạ", address="2001:db8:1:2:9::1", agent=chrome.format("127.1"))
    send(article, "Lời thứ ba đây ạ", address="2001:db8:1:3::7", agent=chrome.format("126.0"))
    send(article, "Lời thứ tư đây ạ", address="not an address", agent="")
    senders = list(Comment.objects.order_by("id").values_list("sender", "reader"))
    assert senders[0] == senders[1] != senders[2]
    assert all(len(mark) == 64 for pair in senders for mark in pair)


def test_arriving_asks_no_more_among_many(article, django_assert_max_num_queries):
    for _ in range(30):
        make_comment(article, folded=SAID)
    with django_assert_max_num_queries(16):
        assert send(article).status_code == 303
