"""Sign-off at the desk: the panel under the form, the link shown once, and nothing for those it does not concern."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import signoff
from articles.models import SignOff, SignOffEvent, Status
from articles.policy import Role
from tests.articles.admin.forms import address, messages
from tests.articles.admin.test_language import assert_vietnamese
from tests.factories import make_article, make_interview, make_person, make_user
from tests.html import page

TURNS = [("Bao giờ thông xe?", "<p>Trước Tết.</p>"), ("Kinh phí ra sao?", "<p>Đủ dùng.</p>")]
HOSTILE = "<script>alert(1)</script></textarea><img src=x onerror=alert(2)>"


@pytest.fixture
def interview(db):
    return make_interview(TURNS)


def sign_off_page(article):
    return f"/admin/articles/article/{article.pk}/duyet-loi/"


def press(client, article, act, **fields):
    guest = article.interviewees.get()
    return client.post(
        sign_off_page(article), {"act": act, "interviewee": guest.pk, "days": "7"} | fields, follow=True
    )


def link_of(response):
    return page(response).one("#id_link")["value"]


def test_the_form_of_an_interview_has_the_panel_and_that_of_a_story_has_not(desk, interview):
    client = desk(Role.EDITOR)
    shown = page(client.get(address(interview)))
    assert "Ông Lương Văn Thành · đã duyệt 0/2 câu" in shown.text(".sign-off-panel h3")
    assert shown.texts(".sign-off-answers .state") == ["Chưa gửi duyệt"] * 2
    assert {form["target"] for form in shown.select(".sign-off-panel form")} == {"duyet-loi"}
    assert not page(client.get(address(make_article()))).has(".sign-off-panel")


def test_the_panels_forms_are_none_of_the_articles_form(desk, interview):
    """Nested forms would be dropped by the browser, and with them the article's own buttons."""
    shown = page(desk(Role.EDITOR).get(address(interview)))
    assert not shown.has("form form")


def test_the_link_is_shown_once_with_a_letter_and_opens(desk, interview, client, settings):
    settings.SITE_URL = "https://bao.example"
    editor = desk(Role.EDITOR)
    response = press(editor, interview, "invite", days="3")
    link = link_of(response)
    assert link.startswith("https://bao.example/duyet-loi/")
    assert link in page(response).text("#id_letter")
    assert "no-store" in response.headers["Cache-Control"]
    assert client.get(link.removeprefix("https://bao.example")).status_code == 200
    assert SignOff.objects.get().created_by == editor.user
    for again in (editor.get(sign_off_page(interview)), editor.get(address(interview))):
        assert "/duyet-loi/" + link.split("/")[4] not in again.content.decode()
        assert "đã mở 1 lần" in page(again).text(".sign-off-panel")


def test_a_link_is_revoked_by_a_press(desk, interview):
    editor = desk(Role.EDITOR)
    press(editor, interview, "invite")
    response = press(editor, interview, "revoke")
    assert messages(response) == ["Đã thu hồi đường dẫn của Ông Lương Văn Thành."]
    assert "Đường dẫn đã thu hồi" in page(response).text(".sign-off-panel")
    assert not page(response).has("button[value=revoke]")


def test_an_expired_link_is_said_to_be(desk, interview):
    editor = desk(Role.EDITOR)
    press(editor, interview, "invite")
    SignOff.objects.update(created_at=timezone.now() - timedelta(days=9), expires_at=timezone.now())
    assert "Đường dẫn đã hết hạn" in page(editor.get(address(interview))).text(".sign-off-panel")


def test_comments_and_the_difference_after_a_change_are_shown(desk, interview):
    editor = desk(Role.EDITOR)
    guest = interview.interviewees.get()
    link = signoff.invite(guest, by=editor.user).sign_off
    first, second = signoff.consent_of(guest).standings
    signoff.approve(link, first.exchange.pk, seen=first.fingerprint)
    signoff.comment(link, second.exchange.pk, HOSTILE, seen=second.fingerprint)
    interview.exchanges.filter(pk=first.exchange.pk).update(answer="<p>Sau Tết.</p>")
    shown = page(editor.get(address(interview)))
    assert shown.texts(".sign-off-answers .state") == ["Đã sửa sau khi duyệt", "Có góp ý"]
    assert shown.texts(".sign-off-answers del") == ["bỏ: Trước"]
    assert shown.texts(".sign-off-answers ins") == ["thêm: Sau"]
    assert HOSTILE in shown.text(".sign-off-answers")
    assert not shown.has("[onerror]") and "alert(1)" not in "".join(node.get_text() for node in shown.select("script"))
    assert len(shown.select(".sign-off-events li")) == 2


def test_letting_through_needs_a_reason_and_keeps_what_was_typed(desk, interview, settings):
    settings.REQUIRE_SIGN_OFF = True
    chief = desk(Role.MANAGING_EDITOR)
    assert "Bài chỉ đăng được khi" in page(chief.get(address(interview))).text(".sign-off-panel")
    response = press(chief, interview, "override", reason="  ")
    assert messages(response) == ["Khi cho đăng mà không chờ duyệt lời, cần ghi lý do."]
    assert not SignOffEvent.objects.exists()
    response = press(chief, interview, "override", reason="Đã đồng ý qua điện thoại.")
    assert page(response).texts(".sign-off-answers .state") == ["Không chờ duyệt"] * 2
    assert "Lý do: Đã đồng ý qua điện thoại." in page(response).text(".sign-off-answers")
    assert not page(response).has("button[value=override]")


def test_a_refused_reason_is_kept(desk, interview):
    chief = desk(Role.MANAGING_EDITOR)
    type(interview).objects.update(status=Status.PUBLISHED, published_at=timezone.now())
    response = press(chief, interview, "override", reason="Đã gọi điện.")
    assert "không được" in messages(response)[0]
    assert not SignOffEvent.objects.exists()


# Which view asks the rules is no matter of the database (tests/test_desk_matrix.py).
@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize(
    ("role", "whose", "status", "offered"),
    [
        (Role.REPORTER, "own", Status.DRAFT, ["invite"]),
        (Role.REPORTER, "own", Status.PUBLISHED, []),
        (Role.EDITOR, "others", Status.READY, ["invite"]),
        (Role.EDITOR, "others", Status.PUBLISHED, []),
        (Role.MANAGING_EDITOR, "others", Status.READY, ["invite", "override"]),
        (Role.MANAGING_EDITOR, "others", Status.PUBLISHED, ["invite"]),
        (Role.CHIEF_EDITOR, "others", Status.WITHDRAWN, []),
    ],
)
def test_buttons_are_those_the_policy_allows_and_no_others_work(desk, role, whose, status, offered):
    client = desk(role)
    article = make_interview(
        TURNS, status=status, created_by=client.user if whose == "own" else make_user(), person=make_person("Mạc Đoàn")
    )
    shown = page(client.get(address(article)))
    assert [button["value"] for button in shown.select(".sign-off-panel button")] == offered
    for act in {"invite", "override"} - set(offered):
        response = press(client, article, act, reason="Giả mạo")
        assert "không được" in messages(response)[0]
    assert not SignOff.objects.exists() and not SignOffEvent.objects.exists()


def test_a_colleague_without_business_sees_no_panel_and_no_page(desk):
    reporter = desk(Role.REPORTER)
    article = make_interview(TURNS, status=Status.PUBLISHED, created_by=make_user())
    assert not page(reporter.get(address(article))).has(".sign-off-panel")
    assert reporter.get(sign_off_page(article)).status_code == 403
    assert press(reporter, article, "invite").status_code == 403
    draft = make_interview(TURNS, created_by=make_user(), person=make_person("Ai Đó"))
    assert reporter.get(sign_off_page(draft)).status_code == 404
    assert press(reporter, draft, "revoke").status_code == 404


def test_nobody_of_another_article_is_reached_through_ones_own(desk, interview):
    reporter = desk(Role.REPORTER)
    own = make_interview(TURNS, created_by=reporter.user, person=make_person("Mạc Đoàn"))
    foreign = interview.interviewees.get()
    for number in (foreign.pk, 0, "", "x", "١", 10**30):
        sent = {"act": "invite", "interviewee": number, "days": "7"}
        assert reporter.post(sign_off_page(own), sent).status_code == 404
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("days", ["", "x", "0", "365", "-3", "7.5"])
def test_a_mangled_time_makes_no_link(desk, interview, days):
    response = press(desk(Role.EDITOR), interview, "invite", days=days)
    assert "ngày" in messages(response)[0]
    assert not SignOff.objects.exists()


def test_an_act_nobody_knows_is_a_bad_request(desk, interview):
    assert press(desk(Role.EDITOR), interview, "delete").status_code == 400


def test_a_stranger_is_sent_to_the_login(client, interview):
    assert client.get(sign_off_page(interview)).status_code == 302
    assert client.post(sign_off_page(interview), {"act": "invite"}).status_code == 302
    assert not SignOff.objects.exists()


def test_the_page_speaks_vietnamese(desk, interview):
    client = desk("superuser")
    assert_vietnamese(press(client, interview, "invite"), "invite")
    assert_vietnamese(press(client, interview, "override"), "override")
    assert_vietnamese(press(client, interview, "override", reason="Gấp"), "override with a reason")
    assert_vietnamese(client.get(sign_off_page(interview)), "page")


def test_the_panel_asks_the_same_queries_for_one_answer_and_for_thirty(desk, django_assert_max_num_queries):
    client = desk(Role.EDITOR)
    for count in (1, 30):
        article = make_interview(TURNS[:1] * count, person=make_person(f"Khách {count}"))
        client.get(sign_off_page(article))
        # One of them asks, once for each request, who has charge of which section (policy.home).
        with django_assert_max_num_queries(12):
            client.get(sign_off_page(article))
