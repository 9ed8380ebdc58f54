"""The thread under an article: what is shown, in which order, a hundred roots to a page, in one query."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Status
from comments import thread as threads
from comments.models import Comment, CommentStatus
from comments.thread import thread
from tests.factories import make_article, make_comment
from tests.html import page

pytestmark = pytest.mark.django_db

APPROVED = {"status": CommentStatus.APPROVED}


@pytest.fixture
def article():
    return make_article(status=Status.PUBLISHED)


def at(minutes):
    return timezone.now() - timedelta(hours=5) + timedelta(minutes=minutes)


def shape(page_of_thread):
    return [(root.comment.text, [reply.text for reply in root.replies]) for root in page_of_thread.roots]


def test_newest_roots_come_first_and_replies_in_the_order_of_talking(article):
    old = make_comment(article, text="cũ", created_at=at(0), **APPROVED)
    make_comment(article, text="mới", created_at=at(10), **APPROVED)
    make_comment(article, text="đáp 2", parent=old, created_at=at(30), **APPROVED)
    make_comment(article, text="đáp 1", parent=old, created_at=at(20), **APPROVED)
    assert shape(thread(article)) == [("mới", []), ("cũ", ["đáp 1", "đáp 2"])]
    assert thread(article).count == 4


def test_comments_of_one_moment_keep_one_order(article):
    moment = at(0)
    for number in range(4):
        make_comment(article, text=str(number), created_at=moment, **APPROVED)
    assert [text for text, _ in shape(thread(article))] == ["3", "2", "1", "0"]


def test_nothing_that_waits_or_was_rejected_is_shown(article):
    root = make_comment(article, text="đã duyệt", **APPROVED)
    for status in (CommentStatus.WAITING, CommentStatus.REJECTED):
        make_comment(article, text=status, status=status)
        make_comment(article, text=status, status=status, parent=root)
    assert shape(thread(article)) == [("đã duyệt", [])]


def test_replies_go_with_the_comment_they_answer(article):
    root = make_comment(article, status=CommentStatus.REJECTED)
    make_comment(article, text="đáp", parent=root, **APPROVED)
    assert thread(article).roots == []


def test_each_article_has_its_own_thread(article):
    make_comment(make_article(status=Status.PUBLISHED), **APPROVED)
    assert thread(article).roots == []


def test_pages_hold_so_many_roots_and_lose_none(article, monkeypatch):
    monkeypatch.setattr(threads, "PER_PAGE", 3)
    for number in range(7):
        root = make_comment(article, text=str(number), created_at=at(number), **APPROVED)
        make_comment(article, text="đáp", parent=root, created_at=at(100), **APPROVED)
    pages = [thread(article, number) for number in (1, 2, 3)]
    assert [[text for text, _ in shape(each)] for each in pages] == [["6", "5", "4"], ["3", "2", "1"], ["0"]]
    assert [each.more for each in pages] == [True, True, False]
    assert [each.count for each in pages] == [6, 6, 2]
    assert all(replies == ["đáp"] for each in pages for _, replies in shape(each))


def test_a_page_that_is_just_full_has_no_next(article, monkeypatch):
    monkeypatch.setattr(threads, "PER_PAGE", 3)
    for _ in range(3):
        make_comment(article, **APPROVED)
    assert not thread(article).more


def test_a_page_holds_a_hundred_as_readers_are_told():
    assert threads.PER_PAGE == 100


@pytest.mark.parametrize("rows", [0, 3, 30])
def test_the_thread_is_one_query_however_many_they_are(article, rows, django_assert_num_queries):
    for _ in range(rows):
        root = make_comment(article, **APPROVED)
        for _ in range(3):
            make_comment(article, parent=root, **APPROVED)
    with django_assert_num_queries(1):
        assert thread(article).count == rows * 4


def test_the_pages_of_a_thread_are_led_to_and_end(client, article, monkeypatch):
    monkeypatch.setattr(threads, "PER_PAGE", 2)
    for number in range(3):
        make_comment(article, text=f"ý {number}", created_at=at(number), **APPROVED)
    below = page(client.get(article.get_absolute_url()))
    assert below.texts(".comment-text") == ["ý 2", "ý 1"]
    address = f"/binh-luan/{article.pk}/"
    assert f"{address}?trang=2" in [href for _, href in below.links()]
    second = page(client.get(f"{address}?trang=2"))
    assert second.texts(".comment-text") == ["ý 0"]
    assert client.get(f"{address}?trang=3").status_code == 404
    assert client.get(f"{address}?trang=0").status_code == 404
    assert client.get(f"{address}?trang=000001{'0' * 5000}").status_code == 404


def test_an_article_without_comments_has_a_page_for_them(client, article):
    assert "Chưa có ý kiến nào" in page(client.get(f"/binh-luan/{article.pk}/")).text("main")


# ---------------------------------------------------------------- orders, pins, long conversations


def test_the_most_liked_come_first_where_that_is_asked_for(client, article):
    for number, likes in enumerate([1, 5, 0, 5]):
        make_comment(article, text=f"ý {number}", likes=likes, created_at=at(number), **APPROVED)
    address = f"/binh-luan/{article.pk}/"
    by_likes = page(client.get(f"{address}?xep=quan-tam"))
    assert by_likes.texts(".comment-text") == ["ý 3", "ý 1", "ý 0", "ý 2"]
    assert by_likes.text(".thread-order b") == "quan tâm nhất"
    assert ("quan tâm nhất", f"{address}?xep=quan-tam") in page(
        client.get(article.get_absolute_url())
    ).links()
    newest = ["ý 3", "ý 2", "ý 1", "ý 0"]
    for odd in ("x", "", "QUAN-TAM", "\0"):
        assert page(client.get(address, {"xep": odd})).texts(".comment-text") == newest, odd


def test_the_pages_of_the_most_liked_lose_none(client, article, monkeypatch):
    monkeypatch.setattr(threads, "PER_PAGE", 3)
    for number in range(7):
        make_comment(article, text=f"ý {number}", likes=number % 2, created_at=at(number), **APPROVED)
    address, told = f"/binh-luan/{article.pk}/?xep=quan-tam", []
    while address:
        shown = page(client.get(address))
        told += shown.texts(".comment-text")
        following = [href for words, href in shown.links(".thread-pages a") if words == "Trang sau"]
        address = following and f"/binh-luan/{article.pk}/{following[0]}"
    assert told == ["ý 5", "ý 3", "ý 1", "ý 6", "ý 4", "ý 2", "ý 0"]


def test_what_an_editor_pinned_stands_first_and_once(client, article, monkeypatch):
    monkeypatch.setattr(threads, "PER_PAGE", 2)
    old = make_comment(article, text="cũ", created_at=at(0), pinned_at=at(60), **APPROVED)
    make_comment(article, text="đáp", parent=old, created_at=at(70), **APPROVED)
    for number in range(3):
        make_comment(article, text=f"ý {number}", created_at=at(10 + number), **APPROVED)
    shown = page(client.get(article.get_absolute_url()))
    assert shown.texts(".comment-text") == ["cũ", "đáp", "ý 2", "ý 1"]
    assert shown.texts(".thread-pinned") == ["Ý kiến nổi bật"]
    second = page(client.get(f"/binh-luan/{article.pk}/?trang=2"))
    assert second.texts(".comment-text") == ["ý 0", "cũ", "đáp"] and not second.has(".thread-pinned")


def test_a_pin_among_the_newest_leaves_its_place_to_no_other_page(article, monkeypatch):
    monkeypatch.setattr(threads, "PER_PAGE", 2)
    for number in range(4):
        make_comment(article, text=f"ý {number}", created_at=at(number), **APPROVED)
    make_comment(article, text="ghim", created_at=at(50), pinned_at=at(60), **APPROVED)
    first, second, third = (thread(article, number) for number in (1, 2, 3))
    assert [root.comment.text for root in first.pinned] == ["ghim"] and first.more
    assert [shape(each) for each in (first, second, third)] == [
        [("ý 3", [])],
        [("ý 2", []), ("ý 1", [])],
        [("ý 0", [])],
    ]


def test_a_long_conversation_shows_its_beginning_and_leads_to_the_whole(client, article, monkeypatch):
    root = make_comment(article, text="gốc", created_at=at(0), **APPROVED)
    for number in range(threads.REPLIES + 2):
        make_comment(article, text=f"đáp {number}", parent=root, created_at=at(1 + number), **APPROVED)
    make_comment(article, text="chờ", parent=root, created_at=at(90))
    shown = page(client.get(article.get_absolute_url()))
    assert shown.texts(".replies .comment-text") == [f"đáp {number}" for number in range(threads.REPLIES)]
    [(words, address)] = shown.links(".replies-left a")
    assert words.startswith("Xem thêm trả lời")
    assert f"(hơn {threads.REPLIES + 1})" in shown.text("h2#y-kien-cua-ban")
    monkeypatch.setattr(threads, "PER_PAGE", 4)
    whole = page(client.get(address))
    assert whole.texts(".replies .comment-text") == ["đáp 0", "đáp 1", "đáp 2", "đáp 3"]
    second = page(client.get(f"{address}?trang=2"))
    assert second.texts(".comment-text") == ["gốc", "đáp 4"]
    assert client.get(f"{address}?trang=3").status_code == 404


def test_a_reply_s_own_address_shows_what_it_answers(client, article):
    root = make_comment(article, text="gốc", **APPROVED)
    reply = make_comment(article, text="đáp", parent=root, **APPROVED)
    hidden = make_comment(article, text="đáp chờ", parent=root)
    other = make_comment(text="bài khác", **APPROVED)
    address = f"/binh-luan/{article.pk}/y-kien/%s/"
    assert page(client.get(address % reply.pk)).texts(".comment-text") == ["gốc", "đáp"]
    for row in (hidden, other):
        assert client.get(address % row.pk).status_code == 404
    assert client.get(address % ("9" * 18)).status_code == 404
    Comment.objects.filter(pk=root.pk).update(status=CommentStatus.REJECTED)
    assert client.get(address % reply.pk).status_code == 404


@pytest.mark.only_on("sqlite")
def test_ten_thousand_comments_are_asked_for_by_their_indexes(article):
    """Whatever lies behind the page: neither a sort of all comments nor a walk over them."""
    for order in threads.Order:
        for number in (1, 60):
            with CaptureQueriesContext(connection) as asked:
                thread(article, number, order)
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN QUERY PLAN {asked.captured_queries[0]['sql']}")
                plan = [step[3] for step in cursor.fetchall()]
            assert any("comment_root_by_" in step for step in plan)
            assert any("comment_replies" in step for step in plan)
            assert not [step for step in plan if step.startswith("SCAN comments_comment")], plan


HOSTILE = '"><script>alert(1)</script>\u202e\u2067đảo' + "ê\u0301\u0302\u0303" * 20 + "W" * 300


def test_hostile_words_are_isolated_wherever_they_stand(client, article):
    root = make_comment(
        article, name=HOSTILE[:60], place=HOSTILE[:80], text=HOSTILE, pinned_at=at(0), **APPROVED
    )
    make_comment(article, name=HOSTILE[:60], text=HOSTILE, parent=root, **APPROVED)
    door = f"/binh-luan/{article.pk}/"
    for address in (
        article.get_absolute_url(), f"{door}?tra-loi={root.pk}", f"{door}y-kien/{root.pk}/", f"{door}bao-cao/{root.pk}/"
    ):  # fmt: skip
        shown = page(client.get(address))
        assert not shown.has("script:not([src]):not([type='application/ld+json'])"), address
        assert all(node["dir"] == "auto" for node in shown.select(".comment-text"))
        assert all(node.find("bdi") for node in shown.select(".comment-name, .comment-place"))
