"""A liking and a report: once for each reader, without a cookie, without JavaScript, and not to be stuffed."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client

from articles.models import Status
from comments import voices
from comments.models import Comment, Like, Report
from tests.factories import make_article, make_comment
from tests.html import page

OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def article(db):
    return make_article(status=Status.PUBLISHED)


@pytest.fixture
def comment(article):
    return make_comment(article, status="approved", text="Cầu đẹp")


def like(comment, address="203.0.113.7", agent="Chrome Android", headers=OURS, **fields):
    client = Client(enforce_csrf_checks=True, REMOTE_ADDR=address, HTTP_USER_AGENT=agent)
    sent = {"y-kien": comment.pk} | fields
    return client.post(f"/binh-luan/{comment.article_id}/thich/", sent, headers=headers)


def counted(comment):
    comment.refresh_from_db()
    assert comment.likes == comment.liked.count(), "the number and the rows agree"
    return comment.likes


def test_a_press_counts_once_and_leads_back_to_the_comment(comment):
    for _ in range(3):
        response = like(comment)
        assert response.status_code == 303 and not response.cookies
        assert response.headers["Location"] == f"{comment.article.get_absolute_url()}#y-kien-{comment.pk}"
    assert counted(comment) == 1
    assert page(Client().get(comment.article.get_absolute_url())).texts(".comment-likes") == ["1"]


def test_the_page_it_was_pressed_on_is_the_page_one_comes_back_to(comment):
    door, anchor = f"/binh-luan/{comment.article_id}/", f"#y-kien-{comment.pk}"
    assert (
        like(comment, trang="3", xep="quan-tam").headers["Location"] == f"{door}?trang=3&xep=quan-tam{anchor}"
    )
    assert like(comment, rieng="1").headers["Location"] == f"{door}y-kien/{comment.pk}/{anchor}"
    story = comment.article.get_absolute_url()
    for number in ("0", "-1", "x", "９", "9" * 4000, "//evil.example"):
        assert like(comment, trang=number, xep="//evil.example").headers["Location"] == story + anchor


def test_the_button_of_the_page_is_what_a_browser_sends(comment):
    form = page(Client().get(f"/binh-luan/{comment.article_id}/")).one("form.thread-form")
    button = form.select_one("button.comment-like")
    assert form["action"] == f"/binh-luan/{comment.article_id}/thich/"
    assert (button["name"], button["value"]) == ("y-kien", str(comment.pk))


def test_a_thousand_presses_and_other_versions_of_one_browser_are_one(comment, monkeypatch):
    monkeypatch.setattr(voices, "HASTE", 10**6)
    for number in range(40):
        like(comment, agent=f"Mozilla/5.0 (Linux; Android 14; Phone {number}) Chrome/{100 + number}.0")
    assert counted(comment) == 1
    like(comment, agent="Mozilla/5.0 (iPhone) Safari/604.1")
    like(comment, address="203.0.113.8")
    assert counted(comment) == 3


@pytest.mark.django_db(transaction=True)
def test_fifty_presses_at_once_count_once():
    comment = make_comment(make_article(status=Status.PUBLISHED), status="approved")

    def press(number):
        try:
            return like(comment).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(press, range(voices.HASTE - 6)))
    assert answers == {303}
    assert counted(comment) == 1


def test_a_script_is_told_the_number(comment):
    response = like(comment, headers=OURS | {"Accept": "application/json"})
    assert response.json() == {"likes": 1} and response.headers["Cache-Control"] == "private, no-store"


def test_what_one_likes_here_cannot_be_laid_beside_what_one_likes_elsewhere(comment):
    other = make_comment(status="approved")
    like(comment)
    like(other)
    assert len(set(Like.objects.values_list("reader", flat=True))) == 2
    assert not set(Like.objects.values_list("reader", flat=True)) & set(
        Comment.objects.values_list("reader", flat=True)
    )


def test_haste_is_answered_with_a_pause(article, monkeypatch):
    monkeypatch.setattr(voices, "HASTE", 2)
    several = [make_comment(article, status="approved") for _ in range(3)]
    assert [like(each).status_code for each in several] == [303, 303, 429]
    response = like(several[2])
    assert response.headers["Retry-After"] == "60" and "đợi một phút" in page(response).text("main")
    assert counted(several[2]) == 0


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://evil.example"}, {"X": "1"}]
)
def test_another_site_cannot_press(comment, headers):
    assert like(comment, headers=headers).status_code == 403
    assert counted(comment) == 0


@pytest.mark.parametrize("status", ["waiting", "rejected"])
def test_what_readers_do_not_see_is_neither_liked_nor_reported(article, status):
    comment = make_comment(article, status=status)
    assert like(comment).status_code == 404 and counted(comment) == 0
    for ask in (Client().get, Client().post):
        assert ask(f"/binh-luan/{article.pk}/bao-cao/{comment.pk}/", headers=OURS).status_code == 404


@pytest.mark.parametrize("number", ["", "x", "9" * 40, "１", "-1", "1 OR 1=1", "\0"])
def test_a_strange_number_is_no_comment(comment, number):
    client = Client()
    assert (
        client.post(f"/binh-luan/{comment.article_id}/thich/", {"y-kien": number}, headers=OURS).status_code
        == 404
    )


def test_asking_for_the_button_s_address_counts_nothing(comment):
    response = Client().get(f"/binh-luan/{comment.article_id}/thich/")
    assert response.status_code == 303 and response.headers["Location"] == f"/binh-luan/{comment.article_id}/"
    assert counted(comment) == 0


# ---------------------------------------------------------------- reports


def report(comment, headers=OURS, **fields):
    address = f"/binh-luan/{comment.article_id}/bao-cao/{comment.pk}/"
    return Client(enforce_csrf_checks=True).post(address, fields, headers=headers)


def test_a_report_is_sent_from_the_page_and_thanked(comment):
    story = page(Client().get(comment.article.get_absolute_url()))
    [address] = [href for _, href in story.links("a.comment-report")]
    asked = page(Client().get(address))
    assert asked.texts(".comment-text") == ["Cầu đẹp"] and len(asked.select("input[name=reason]")) == 5
    response = report(comment, reason="advert", words="  Bán\0 hàng ")
    assert response.status_code == 303
    assert "đã nhận báo cáo" in page(Client().get(response.headers["Location"])).text("main")
    told = Report.objects.get()
    assert (told.reason, told.words, told.answered_by) == ("advert", "Bán hàng", None)
    assert report(comment, reason="rude").status_code == 303 and Report.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Xin chọn một lý do."),
        ({"reason": "x"}, "Xin chọn một lý do trong danh sách."),
        ({"reason": "rude", "words": "a" * 301}, "dài quá 300 ký tự"),
    ],
)
def test_a_report_that_is_not_whole_says_why_and_keeps_what_was_typed(comment, fields, sentence):
    response = report(comment, **fields)
    assert response.status_code == 422 and sentence in page(response).text(".form-errors")
    assert page(response).fields("form#bao-cao").get("words", "") == fields.get("words", "")
    assert not Report.objects.exists()


def test_a_report_from_elsewhere_is_refused_with_its_words(comment):
    response = report(comment, headers={"Sec-Fetch-Site": "cross-site"}, reason="rude", words="Thô tục")
    assert response.status_code == 403 and page(response).fields("form#bao-cao")["words"] == "Thô tục"
    assert not Report.objects.exists()


def test_a_report_hides_nothing_by_itself(comment):
    report(comment, reason="rude")
    assert page(Client().get(comment.article.get_absolute_url())).texts(".comment-text") == ["Cầu đẹp"]
