"""The buttons: offered to whom the policy says, doing what they say, telling every problem."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Correction, Status
from articles.policy import Role
from tests.articles.admin.forms import address, errors, messages, save
from tests.factories import make_article, make_interview
from tests.html import page


def buttons(client, article):
    return page(client.get(address(article))).texts(".submit-row button")


def press(client, article, verb, **fields):
    """Press a button of the change form, with changes in the form."""
    return save(client, article, _verb=verb, **fields)


def press_only(client, article, verb, **fields):
    """Press a button where one may not edit: it carries its own address."""
    button = page(client.get(address(article))).one(f"button[value={verb}]")
    return client.post(button["formaction"], {"_verb": verb, **fields}, follow=True)


@pytest.mark.parametrize(
    ("role", "whose", "status", "offered"),
    [
        (Role.REPORTER, "own", Status.DRAFT, ["Gửi duyệt"]),
        (Role.REPORTER, "own", Status.IN_REVIEW, []),
        (Role.REPORTER, "others", Status.PUBLISHED, []),
        (Role.EDITOR, "others", Status.IN_REVIEW, ["Duyệt", "Trả bài"]),
        (Role.EDITOR, "own", Status.IN_REVIEW, []),
        (Role.EDITOR, "others", Status.READY, []),
        (Role.MANAGING_EDITOR, "others", Status.READY, ["Đăng", "Đăng khẩn", "Trả bài"]),
        (Role.MANAGING_EDITOR, "others", Status.PUBLISHED, ["Gỡ bài"]),
        (Role.MANAGING_EDITOR, "others", Status.WITHDRAWN, ["Trả bài"]),
    ],
)
def test_buttons_are_those_the_policy_allows(desk, role, whose, status, offered):
    client = desk(role)
    article = make_article(status=status, created_by=client.user if whose == "own" else None)
    assert buttons(client, article) == offered


def test_a_button_saves_the_text_and_then_does_what_it_says(desk):
    reporter = desk(Role.REPORTER)
    article = make_article(created_by=reporter.user)
    response = press(reporter, article, "submit", headline="Tít sửa lúc cuối", _reason="Nhờ xem kỹ số liệu")
    article.refresh_from_db()
    assert (article.headline, article.status) == ("Tít sửa lúc cuối", Status.IN_REVIEW)
    assert article.transitions.get().reason == "Nhờ xem kỹ số liệu"
    assert messages(response) == ["Đã gửi duyệt: Tít sửa lúc cuối."]
    assert "Nhờ xem kỹ số liệu" in page(response).text(".record")


def test_every_problem_is_told_in_a_line_of_its_own_and_the_text_is_kept(desk):
    chief = desk(Role.CHIEF_EDITOR)
    article = make_article(status=Status.READY, standfirst="", author=None)
    response = press(chief, article, "publish", kicker="Vân Lĩnh")
    article.refresh_from_db()
    assert (article.status, article.kicker) == (Status.READY, "Vân Lĩnh")
    assert messages(response) == ["Chưa có sapo.", "Chưa có người ký tên."]


def test_publishing_now_sets_the_time_and_shows_the_address(desk):
    article = make_interview(status=Status.READY)
    response = press(desk(Role.MANAGING_EDITOR), article, "publish")
    article.refresh_from_db()
    assert article.is_public(timezone.now())
    assert ("Xem trên trang", article.get_absolute_url()) in page(response).links(".object-tools a")


def test_publishing_at_a_time_to_come_says_when(desk):
    at = timezone.localtime() + timedelta(days=2, minutes=5)
    article = make_article(status=Status.READY)
    response = press(desk(Role.MANAGING_EDITOR), article, "publish", published_at=f"{at:%Y-%m-%dT%H:%M}")
    article.refresh_from_db()
    assert article.status == Status.PUBLISHED and not article.is_public(timezone.now())
    assert f"Bài sẽ tự hiện lúc {at:%H:%M %d/%m/%Y} (còn 2 ngày)." in messages(response)[0]


def test_the_urgent_lane_publishes_at_once_and_records_what_was_missing(desk):
    article = make_article(standfirst="", published_at=timezone.now() + timedelta(days=3))
    press(desk(Role.MANAGING_EDITOR), article, "publish_urgently")
    article.refresh_from_db()
    assert article.is_public(timezone.now())
    assert article.transitions.get().missing == ["Chưa có sapo."]


@pytest.mark.parametrize(("status", "verb"), [(Status.IN_REVIEW, "return_to_writer"), (Status.PUBLISHED, "withdraw")])
def test_sending_back_and_taking_down_need_a_reason(desk, status, verb):
    article = make_article(status=status)
    client = desk(Role.MANAGING_EDITOR)
    response = press(client, article, verb, _reason="  ")
    article.refresh_from_db()
    assert article.status == status and "lý do" in messages(response)[0]
    press(client, article, verb, _reason="Cần thêm nguồn")
    article.refresh_from_db()
    assert article.status != status and article.transitions.get().reason == "Cần thêm nguồn"


def test_who_may_not_edit_may_still_do_what_is_allowed(desk):
    article = make_article(status=Status.WITHDRAWN)
    press_only(desk(Role.MANAGING_EDITOR), article, "return_to_writer", _reason="Viết lại", headline="Tít khác")
    article.refresh_from_db()
    assert article.status == Status.DRAFT and article.headline != "Tít khác"


@pytest.mark.parametrize("verb", ["approve", "publish", "publish_urgently", "withdraw", "return_to_writer"])
def test_a_forged_verb_does_nothing(desk, verb):
    reporter = desk(Role.REPORTER)
    article = make_article(created_by=reporter.user)
    response = press(reporter, article, verb, _reason="Giả mạo")
    article.refresh_from_db()
    assert article.status == Status.DRAFT
    assert "không được" in messages(response)[0]
    reporter.post(f"/admin/articles/article/{article.pk}/viec/", {"_verb": verb, "_reason": "Giả mạo"})
    article.refresh_from_db()
    assert article.status == Status.DRAFT and not article.transitions.exists()


def test_a_verb_nobody_knows_is_a_bad_request(desk):
    article = make_article()
    url = f"/admin/articles/article/{article.pk}/viec/"
    chief = desk(Role.CHIEF_EDITOR)
    assert chief.post(url, {"_verb": "delete"}).status_code == 400
    assert chief.post(url).status_code == 400
    assert chief.get(url).status_code == 405


def test_the_buttons_of_an_unseen_story_are_not_there(desk):
    article = make_article()
    url = f"/admin/articles/article/{article.pk}/viec/"
    assert desk(Role.REPORTER).post(url, {"_verb": "submit"}).status_code == 404


def test_the_second_press_of_publish_is_told_that_it_is_done(desk):
    client = desk(Role.MANAGING_EDITOR)
    article = make_article(status=Status.READY)
    sent = {"_verb": "publish"}
    first = press(client, article, "publish")
    assert "Đã đăng" in messages(first)[0]
    stale = client.post(f"/admin/articles/article/{article.pk}/viec/", sent, follow=True)
    assert "không được" in messages(stale)[0]
    assert article.transitions.count() == 1


def test_a_correction_is_published_by_those_allowed(desk):
    article = make_article(status=Status.PUBLISHED)
    url = f"/admin/articles/article/{article.pk}/cai-chinh/"
    assert desk(Role.EDITOR).get(url).status_code == 403
    client = desk(Role.MANAGING_EDITOR)
    response = client.post(url, {"kind": "dinh-chinh", "wrong": "50 tấn", "right": "5 tấn"}, follow=True)
    assert Correction.objects.get().right == "5 tấn"
    assert "5 tấn" in page(response).text(".record")


@pytest.mark.parametrize(
    "unseen",
    [
        {"status": Status.READY},
        {"status": Status.WITHDRAWN},
        {"status": Status.PUBLISHED, "published_at": timezone.now() + timedelta(days=2)},
        {"status": Status.PUBLISHED, "embargo_until": timezone.now() + timedelta(days=2)},
    ],
)
def test_what_no_reader_sees_is_not_corrected(desk, unseen):
    client, article = desk(Role.CHIEF_EDITOR), make_article(**unseen)
    assert "Đăng cải chính" not in page(client.get(address(article))).texts(".object-tools a")
    sent = {"kind": "dinh-chinh", "wrong": "50 tấn", "right": "5 tấn"}
    assert client.post(f"/admin/articles/article/{article.pk}/cai-chinh/", sent).status_code == 403
    assert not Correction.objects.exists()


def test_an_incomplete_correction_is_refused_in_words_and_kept_in_the_form(desk):
    article = make_article(status=Status.PUBLISHED)
    url = f"/admin/articles/article/{article.pk}/cai-chinh/"
    sent = {"kind": "cai-chinh", "wrong": "50 tấn", "right": "5 tấn", "apology": ""}
    response = desk(Role.CHIEF_EDITOR).post(url, sent)
    assert errors(response) == ["Thông tin cải chính phải kèm lời xin lỗi."]
    assert page(response).text("#id_wrong") == "50 tấn"
    assert not Correction.objects.exists()


def test_the_preview_opens_for_whoever_holds_the_link(desk, client):
    article = make_article(headline="Bài còn nháp")
    links = dict(page(desk(Role.EDITOR).get(address(article))).links(".object-tools a"))
    assert "Xem trên trang" not in links
    assert links["Xem trước"].startswith("/xem-truoc/")
