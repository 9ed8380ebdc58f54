"""The buttons: offered to whom the policy says, doing what they say, telling every problem."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.admin.desk import moment
from articles.models import Article, Status
from articles.policy import Role
from articles.workflow import publish, record_change
from tests.articles.admin.forms import address, messages, save
from tests.factories import approved, make_article, make_image, make_interview, make_user
from tests.html import page


def buttons(client, article):
    return page(client.get(address(article))).texts(".verbs-offered button")


def press(client, article, verb, **fields):
    """Press a button of the change form, with changes in the form."""
    return save(client, article, _verb=verb, **fields)


def press_only(client, article, verb, **fields):
    """Press a button where one may not edit: it carries its own address."""
    shown = page(client.get(address(article)))
    sent = {"_verb": verb, "_seen": shown.one("[name=_seen]")["value"], **fields}
    return client.post(shown.one(f"button[value={verb}]")["formaction"], sent, follow=True)


def press_alone(client, article, verb):
    """Press a button without changing anything."""
    seen = Article.objects.get(pk=article.pk).version
    return client.post(f"/admin/articles/article/{article.pk}/viec/", {"_verb": verb, "_seen": seen}, follow=True)


@pytest.mark.parametrize(
    ("role", "whose", "status", "offered"),
    [
        (Role.REPORTER, "own", Status.DRAFT, ["Gửi duyệt", "Bỏ vào thùng rác"]),
        (Role.REPORTER, "own", Status.IN_REVIEW, []),
        (Role.REPORTER, "others", Status.PUBLISHED, []),
        (Role.EDITOR, "others", Status.IN_REVIEW, ["Duyệt", "Trả bài", "Bỏ vào thùng rác"]),
        (Role.EDITOR, "own", Status.IN_REVIEW, ["Bỏ vào thùng rác"]),
        (Role.EDITOR, "others", Status.READY, []),
        (Role.MANAGING_EDITOR, "others", Status.READY, ["Đăng", "Trả bài", "Đăng khẩn", "Bỏ vào thùng rác"]),
        (Role.MANAGING_EDITOR, "others", Status.PUBLISHED, ["Gỡ bài"]),
        (Role.CHIEF_EDITOR, "others", Status.WITHDRAWN, ["Trả bài"]),
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


def effect(client, article, verb):
    return page(client.get(address(article))).text(f"#effect-{verb}")


def test_the_publish_button_says_when_readers_will_see_this_story(desk):
    client, now = desk(Role.MANAGING_EDITOR), timezone.now()
    assert "thấy bài ngay" in effect(client, approved(make_article()), "publish")
    later = approved(make_article(published_at=now + timedelta(hours=3)))
    assert f"tự hiện lúc {moment(later.published_at)} (còn 3 giờ)" in effect(client, later, "publish")
    held = approved(make_article(embargo_until=now + timedelta(hours=5)))
    assert f"tự hiện lúc {moment(held.embargo_until)} (còn 5 giờ)" in effect(client, held, "publish")
    before = approved(make_article(published_at=now - timedelta(days=9)))
    assert f"ngày đăng {moment(before.published_at)}" in effect(client, before, "publish")


@pytest.mark.parametrize(
    ("status", "whose", "said"),
    [
        (Status.DRAFT, "others", None),
        (Status.READY, "others", "trở lại chờ duyệt"),
        (Status.PUBLISHED, "others", "bạn đứng tên"),
        (Status.PUBLISHED, "own", "người khác phải hậu kiểm"),
    ],
)
def test_the_screen_says_what_saving_does_beyond_saving(desk, status, whose, said):
    client = desk(Role.MANAGING_EDITOR)
    article = make_article(status=status, created_by=client.user if whose == "own" else None)
    shown = page(client.get(address(article)))
    assert shown.has(".next-step .saving") == bool(said)
    assert said is None or said in shown.text(".next-step .saving")
    reader = page(desk(Role.REPORTER).get(address(article))) if status == Status.PUBLISHED else None
    assert reader is None or not reader.has(".next-step .saving")


@pytest.mark.parametrize("status", [Status.READY, Status.PUBLISHED])
def test_what_an_editor_writes_beside_a_change_of_approved_words_is_on_the_record(desk, status):
    editor = desk(Role.MANAGING_EDITOR)
    article = approved(make_article())
    if status == Status.PUBLISHED:
        publish(article, by=editor.user)
    save(editor, article, standfirst="Nhịp giữa nối liền.", _reason=" Theo chủ đầu tư ")
    assert article.transitions.first().reason == article.revisions.first().note == "Theo chủ đầu tư"
    save(editor, article, standfirst="Nhịp giữa đã nối liền.")
    assert article.revisions.first().note == "lưu"
    assert "lưu" not in page(editor.get(f"/admin/articles/article/{article.pk}/ho-so/")).text(".revisions .why")


def test_every_problem_is_told_in_a_line_of_its_own_and_the_text_is_kept(desk):
    chief = desk(Role.CHIEF_EDITOR)
    article = approved(make_article(standfirst="", author=None))
    response = press(chief, article, "publish", comments_open=False)
    article.refresh_from_db()
    assert (article.status, article.comments_open) == (Status.READY, False)
    assert messages(response) == ["Chưa có sapo.", "Chưa có người ký tên."]


def test_what_is_missing_stands_on_the_screen_and_leads_to_its_field(desk):
    image = make_image()
    article = make_interview(standfirst="", author=None, turns=[("Hỏi?", "")], lead_image=image)
    shown = page(desk(Role.EDITOR).get(address(article)))
    missing = dict(shown.links(".next-step .missing a"))
    assert list(missing) == [
        "Chưa có sapo.",
        "Chưa có người ký tên.",
        "Bài phỏng vấn chưa có lượt hỏi – đáp nào.",
        "1 ảnh còn thiếu tệp.",
    ]
    for target in missing.values():
        assert shown.one(target)


def test_a_change_of_approved_words_is_told_and_the_story_waits_again(desk):
    article = approved(make_article())
    response = press(desk(Role.CHIEF_EDITOR), article, "publish", headline="Tít khác hẳn")
    article.refresh_from_db()
    assert (article.status, article.headline) == (Status.IN_REVIEW, "Tít khác hẳn")
    # One answer to one press.
    assert messages(response) == [
        "Đã lưu. Chữ đã duyệt vừa thay đổi: bài trở lại chờ duyệt. Chưa “Đăng” được: bản mới cần có người duyệt."
    ]


def test_a_button_pressed_over_words_that_changed_meanwhile_does_nothing(desk):
    article = make_article(status=Status.IN_REVIEW)
    outsider = desk(Role.EDITOR)
    shown = page(outsider.get(address(article)))
    record_change(article, by=make_user(Role.MANAGING_EDITOR))
    sent = {"_verb": "approve", "_seen": shown.one("input[name=_seen]")["value"]}
    response = outsider.post(f"/admin/articles/article/{article.pk}/viec/", sent, follow=True)
    article.refresh_from_db()
    assert article.status == Status.IN_REVIEW and "vừa được sửa" in messages(response)[0]


def test_enter_saves_and_presses_no_verb(desk):
    shown = page(desk(Role.CHIEF_EDITOR).get(address(approved(make_article()))))
    first = shown.select("#article_form [type=submit], #article_form button")[0]
    assert first["name"] == "_continue"


def test_an_urgent_story_asks_everybody_but_its_publisher_for_a_review_after(desk):
    managing, chief = desk(Role.MANAGING_EDITOR), desk(Role.CHIEF_EDITOR)
    article = make_article(standfirst="")
    press(managing, article, "publish_urgently")
    shown = page(chief.get(address(article)))
    assert "Chưa có sapo." in shown.text(".next-step .unreviewed")
    assert "không tự hậu kiểm" in messages(press_alone(managing, article, "review_after"))[0]
    press_alone(chief, article, "review_after")
    assert not article.transitions.awaiting_review().exists()
    assert not page(chief.get(address(article))).has(".unreviewed")


def test_a_story_goes_into_the_bin_and_out_again_with_one_press_each(desk):
    editor = desk(Role.EDITOR)
    article = make_article(status=Status.IN_REVIEW)
    response = press(editor, article, "trash")
    assert messages(response)[0].startswith("Đã bỏ vào thùng rác")
    assert page(response).texts(".verbs-offered button") == ["Lấy khỏi thùng rác"]
    press_only(editor, article, "untrash")
    article.refresh_from_db()
    assert article.trashed_at is None and article.status == Status.IN_REVIEW


def test_publishing_now_sets_the_time_and_shows_the_address(desk):
    article = approved(make_interview())
    response = press(desk(Role.MANAGING_EDITOR), article, "publish")
    article.refresh_from_db()
    assert article.is_public(timezone.now())
    assert ("Xem trên trang", article.get_absolute_url()) in page(response).links(".object-tools a")


def test_publishing_at_a_time_to_come_says_when(desk):
    at = timezone.localtime() + timedelta(days=2, minutes=5)
    article = approved(make_article())
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
    assert article.status != status and article.transitions.first().reason == "Cần thêm nguồn"


def test_who_may_not_edit_may_still_do_what_is_allowed(desk):
    article = make_article(status=Status.WITHDRAWN)
    press_only(desk(Role.CHIEF_EDITOR), article, "return_to_writer", _reason="Viết lại", headline="Tít khác")
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
    reporter.post(f"/admin/articles/article/{article.pk}/viec/", {"_verb": verb, "_reason": "Giả mạo", "_seen": "1"})
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
    article = approved(make_article())
    sent = {"_verb": "publish", "_seen": article.version}
    first = press(client, article, "publish")
    assert "Đã đăng" in messages(first)[0]
    stale = client.post(f"/admin/articles/article/{article.pk}/viec/", sent, follow=True)
    assert "không được" in messages(stale)[0]
    assert article.transitions.count() == 1


def test_a_change_of_hours_is_read_back_with_both_hours_and_moves_nothing(desk):
    client = desk(Role.MANAGING_EDITOR)
    article = approved(make_article())
    save(client, article, published_at="06:30 03/02/2031", _reason="Chờ họp báo xong")
    record = f"/admin/articles/article/{article.pk}/ho-so/"
    for url, place in ((address(article), ".record li"), (record, ".revisions tbody td:last-child")):
        told = page(client.get(url)).text(place)
        assert "đổi giờ" in told.lower() and "→ Đã duyệt" not in told
        assert "Giờ đăng: chưa đặt → 06:30 03/02/2031." in told and "Chờ họp báo xong" in told


def test_changed_words_do_not_hinder_the_other_buttons(desk):
    client = desk(Role.MANAGING_EDITOR)
    article = approved(make_article())
    said = messages(press(client, article, "return_to_writer", headline="Tít sửa", _reason="Viết lại"))
    assert len(said) == 2 and "Đã trả bài" in said[1]
