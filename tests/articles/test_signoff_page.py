"""The page behind the link: one's own answers and nothing else, whatever is asked of it; nothing typed is lost."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from articles import signoff
from articles.models import Article, Exchange, Interviewee, SignOff, SignOffEvent, Status
from articles.policy import Role
from tests.factories import make_image, make_interview, make_person, make_user, picture_bytes
from tests.html import page

pytestmark = pytest.mark.django_db

OURS = {"Sec-Fetch-Site": "same-origin"}
OWN = ["Lời riêng thứ nhất.", "Lời riêng thứ hai."]
QUESTIONS = ["Hỏi chung điều một?", "Hỏi chung điều hai?"]
# What stands in the article and is none of this person's.
SECRETS = [
    "Sapo chưa đăng", "Lời dẫn chưa đăng", "Lời kín của người khác", "Hỏi riêng người khác?", "Xin cảm ơn hai vị!",
    "Bế Thị Sen", "Góp ý kín của người khác", "Đoạn chưa xếp", "Bài khác chưa đăng", "Lời kín ở bài khác",
    "Lý do kín của tòa soạn", "Trần Biên Tập",
]  # fmt: skip


@pytest.fixture
def editor():
    return make_user(Role.MANAGING_EDITOR, full_name="Trần Biên Tập")


@pytest.fixture
def interview(editor):
    """Two interviewees, two questions answered by both, one asked of the other alone; and another article."""
    article = make_interview(
        list(zip(QUESTIONS, (f"<p>{words}</p>" for words in OWN), strict=True)),
        headline="Bài phỏng vấn sắp đăng",
        standfirst="Sapo chưa đăng",
        body="<p>Lời dẫn chưa đăng</p>",
        unplaced="Đoạn chưa xếp",
        created_by=editor,
    )
    other = Interviewee.objects.create(
        article=article, person=make_person("Bế Thị Sen", "Bà"), position=2, office="Chức vụ khác"
    )
    theirs = {"article": article, "answered_by": other, "answer": "<p>Lời kín của người khác</p>"}
    Exchange.objects.create(position=1, **theirs)
    Exchange.objects.create(position=3, question="Hỏi riêng người khác?", **theirs)
    Exchange.objects.create(article=article, position=4, question="Xin cảm ơn hai vị!")
    link = signoff.invite(other, by=editor).sign_off
    standing = signoff.consent_of(other).standings[0]
    signoff.comment(link, standing.exchange.pk, "Góp ý kín của người khác", seen=standing.fingerprint)
    signoff.override(other, by=editor, reason="Lý do kín của tòa soạn")
    elsewhere = [("Hỏi khác?", "<p>Lời kín ở bài khác</p>")]
    make_interview(elsewhere, headline="Bài khác chưa đăng", person=make_person("Ai Đó"))
    return article


@pytest.fixture
def guest(interview):
    return interview.interviewees.get(person__name="Lương Văn Thành")


@pytest.fixture
def path(guest, editor):
    return signoff.invite(guest, by=editor).path


@pytest.fixture
def own(guest):
    return list(guest.exchanges.all())


def filled(client, path):
    """What the form would send: parallel lists of every answer."""
    shown = page(client.get(path))
    return {
        "exchange": [node["value"] for node in shown.select("input[name=exchange]")],
        "seen": [node["value"] for node in shown.select("input[name=seen]")],
        "text": [node.get_text().removeprefix("\n") for node in shown.select("form textarea[name=text]")],
    }


def press(client, path, headers=OURS, texts=(), **button):
    sent = filled(client, path) | button
    for number, text in enumerate(texts):
        sent["text"][number] = text
    return client.post(path, sent, headers=headers)


def said(response):
    return page(response).text("body")


def kept(response):
    return [node.get_text().removeprefix("\n") for node in page(response).select("textarea")]


def decisions():
    return list(SignOffEvent.objects.exclude(kind="viewed").exclude(interviewee__person__name="Bế Thị Sen"))


def assert_shut(response):
    """The one answer to links that do not open."""
    assert response.status_code == 404
    assert page(response).text("h1") == "Đường dẫn này không dùng được"
    assert_discreet(response)
    for words in [*OWN, *QUESTIONS, *SECRETS, "Bài phỏng vấn sắp đăng", "Lương Văn Thành"]:
        assert words not in response.content.decode(), words


def assert_discreet(response):
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def assert_only_own(response):
    text = response.content.decode()
    assert [words for words in SECRETS if words in text] == []
    assert [words for words in OWN if words not in text] == []


# ---------------------------------------------------------------- what it shows


def test_it_shows_ones_own_answers_with_their_questions_and_nothing_else(client, path, interview):
    response = client.get(path)
    assert response.status_code == 200
    shown = page(response)
    assert shown.texts(".sign-off-said .prose") == OWN
    assert [text.removeprefix("Câu hỏi ") for text in shown.texts(".sign-off-question")] == QUESTIONS
    assert "Kính gửi Ông Lương Văn Thành" in said(response)
    assert "Bài phỏng vấn sắp đăng" in said(response)
    assert shown.meta("robots") == "noindex, nofollow"
    assert_only_own(response)
    assert_discreet(response)


def test_the_other_one_sees_the_question_that_was_asked_of_both(client, interview, editor):
    other = interview.interviewees.get(person__name="Bế Thị Sen")
    shown = page(client.get(signoff.invite(other, by=editor).path))
    assert shown.texts(".sign-off-question") == [f"Câu hỏi {QUESTIONS[0]}", "Câu hỏi Hỏi riêng người khác?"]
    assert [words for words in OWN if words in shown.text()] == []


def test_it_needs_no_account_and_leaves_no_cookie(path):
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.get(path).status_code == 200
    response = press(stranger, path, approve_all="1")
    assert response.status_code == 303
    assert not stranger.cookies
    assert_discreet(response)


def test_an_account_of_the_newsroom_changes_nothing(client, path, editor):
    anonymous = client.get(path).content
    client.force_login(editor)
    assert client.get(path).content == anonymous


def test_the_title_tells_the_headline_to_nobody(client, path):
    """A messenger that previews the link shows the title of the page."""
    shown = page(client.get(path))
    assert shown.title().startswith("Duyệt lời phỏng vấn")
    assert "sắp đăng" not in str(shown.soup.head)


@pytest.mark.parametrize(
    ("status", "phrase"),
    [
        (Status.DRAFT, "sắp đăng bài phỏng vấn"),
        (Status.IN_REVIEW, "sắp đăng bài phỏng vấn"),
        (Status.READY, "sắp đăng bài phỏng vấn"),
        (Status.PUBLISHED, "đã đăng bài phỏng vấn"),
    ],
)
def test_it_says_whether_the_interview_is_out(client, path, status, phrase):
    Article.objects.update(status=status, published_at=timezone.now() - timedelta(hours=1))
    response = client.get(path)
    assert phrase in said(response)
    assert_only_own(response)


def test_a_scheduled_interview_is_not_out(client, path):
    Article.objects.update(status=Status.PUBLISHED, published_at=timezone.now() + timedelta(hours=1))
    assert "sắp đăng" in said(client.get(path))


def test_a_withdrawn_article_shuts_every_way_in(client, path):
    sent = filled(client, path) | {"approve_all": "1"}
    Article.objects.update(status=Status.WITHDRAWN)
    assert_shut(client.get(path))
    assert_shut(client.post(path, sent, headers=OURS))
    assert not decisions()


def test_a_picture_in_an_answer_is_its_caption_here(client, path, own):
    image = make_image(picture_bytes(), caption="Nhịp giữa")
    own[0].answer = f'<p>{OWN[0]}</p><figure data-image-id="{image.pk}"><figcaption>Nhịp giữa</figcaption></figure>'
    own[0].save()
    shown = page(client.get(path))
    assert shown.texts("figcaption") == ["Nhịp giữa"] and not shown.has("img")


# ---------------------------------------------------------------- variations of the address


@pytest.mark.parametrize("method", ["get", "head", "post"])
@pytest.mark.parametrize(
    "change",
    [
        lambda token: token[:-1],
        lambda token: token + "A",
        lambda token: token[1:],
        lambda token: token.swapcase(),
        lambda token: ("A" if token[0] != "A" else "B") + token[1:],
        lambda token: token[:-1] + ("A" if token[-1] != "A" else "B"),
        lambda token: token + "%00",
        lambda token: token + "%0A",
        lambda token: token + "%20",
        lambda token: "%20" + token,
        lambda token: token + "/x",
        lambda token: token + "//",
        lambda token: token + "/..%2f" + token,
        lambda token: "x/" + token,
        lambda token: token + "%2f",
        lambda token: token + ";a=b",
        lambda token: token + ".json",
        lambda token: token + "=",
        lambda token: token + "%3Fa",
        lambda token: token + "a\u0323",
        lambda token: "*",
        lambda token: "%25",
        lambda token: "null",
        lambda token: "1",
        lambda token: token[:20] + "\u00e9" + token[21:],
        lambda token: "A" * 43,
        lambda token: "%ff%fe" * 20,
        lambda token: "a" * 3000,
        lambda token: "' or 1=1 --",
    ],
)
def test_any_other_address_is_the_same_shut_door(client, path, change, method):
    token = path.split("/")[2]
    response = getattr(client, method)(f"/duyet-loi/{change(token)}/", headers=OURS)
    if method == "head":
        assert response.status_code == 404 and not response.content
        assert_discreet(response)
    else:
        assert_shut(response)
    assert not SignOffEvent.objects.filter(kind="viewed").exists()


def test_every_shut_door_looks_the_same(client, path, guest, editor):
    unknown = client.get(f"/duyet-loi/{'A' * 43}/")
    malformed = client.get("/duyet-loi/khong-phai/")
    signoff.revoke(guest, by=editor)
    revoked = client.get(path)
    expired_path = signoff.invite(guest, by=editor).path
    SignOff.objects.update(created_at=timezone.now() - timedelta(days=9), expires_at=timezone.now())
    expired = client.get(expired_path)
    for response in (unknown, malformed, revoked, expired):
        assert_shut(response)
    assert {response.content for response in (unknown, malformed, revoked, expired)} == {unknown.content}
    assert {str(sorted(response.headers.items())) for response in (unknown, malformed, revoked, expired)} == {
        str(sorted(unknown.headers.items()))
    }


@pytest.mark.parametrize(
    "query", ["a=b", "token=x", "exchange=1", "all=1", "trang=2", "approve=1", "interviewee=2", "format=json"]
)
def test_query_parameters_open_nothing(client, path, query, interview):
    other = interview.exchanges.filter(answered_by__person__name="Bế Thị Sen").first()
    response = client.get(f"{path}?{query}&exchange={other.pk}&article={interview.pk}")
    assert response.content == client.get(path).content
    assert_only_own(response)
    assert not decisions()


def test_a_link_without_its_last_stroke_leads_to_the_page(client, path):
    response = client.get(path.rstrip("/"))
    assert (response.status_code, response.headers["Location"]) == (302, path)
    assert_discreet(response)


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_are_refused(client, path, method):
    response = getattr(client, method)(path)
    assert response.status_code == 405
    assert_discreet(response)


# ---------------------------------------------------------------- presses


@pytest.mark.parametrize("button", ["approve", "comment"])
def test_a_foreign_answer_cannot_be_pressed_nor_seen(client, path, interview, button):
    others = Exchange.objects.exclude(answered_by__person__name="Lương Văn Thành")
    told = set()
    for pk in [*others.values_list("pk", flat=True), 10**17, 0, -1, "x", "", "1e3", "١", "9" * 40]:
        sent = filled(client, path)
        sent["exchange"].append(str(pk))
        sent["seen"].append("0" * 32)
        sent["text"].append("Xóa câu này đi." if button == "comment" else "")
        response = client.post(path, sent | {button: str(pk)}, headers=OURS)
        assert response.status_code == 422
        assert_only_own(response)
        told.add(page(response).text(".sign-off-problem"))
    assert not decisions()
    assert len(told) == 1


def test_the_answers_of_one_link_do_not_open_by_another(client, path, interview, editor):
    other = interview.interviewees.get(person__name="Bế Thị Sen")
    theirs = signoff.invite(other, by=editor).path
    sent = filled(client, path)
    before = SignOffEvent.objects.exclude(kind="viewed").count()
    response = client.post(theirs, sent | {"approve": sent["exchange"][0]}, headers=OURS)
    assert response.status_code == 422
    assert [words for words in OWN if words in response.content.decode()] == []
    response = client.post(theirs, sent | {"approve_all": "1"}, headers=OURS)
    assert SignOffEvent.objects.exclude(kind="viewed").count() == before
    assert [words for words in OWN if words in response.content.decode()] == []


def test_one_answer_is_approved_and_the_page_says_when(client, path, own):
    response = press(client, path, approve=str(own[0].pk))
    assert response.status_code == 303
    assert response.headers["Location"] == f"{path}#tra-loi-{own[0].pk}"
    shown = page(client.get(path))
    first, second = shown.texts(".sign-off-state")
    assert "Ông/bà đã duyệt lúc" in first and second == "Chờ ông/bà duyệt"
    assert shown.texts("button[name=approve]") == ["Duyệt câu 2"]
    assert "Đã duyệt 1 trong 2 câu." in shown.text("#tien-do")
    [event] = decisions()
    assert (event.kind, event.exchange, event.answer) == ("approved", own[0], f"<p>{OWN[0]}</p>")


def test_all_are_approved_at_once_and_the_page_gives_thanks(client, path):
    press(client, path, approve_all="1")
    shown = page(client.get(path))
    assert "Ông/bà đã duyệt cả 2 câu" in shown.text("#tien-do")
    assert not shown.has("button[name=approve]") and not shown.has("button[name=approve_all]")


def test_a_comment_is_recorded_and_shown_back(client, path, own):
    response = press(client, path, texts=["", "Xin sửa hai thành ba."], comment=str(own[1].pk))
    assert response.status_code == 303
    shown = page(client.get(path))
    assert "Xin sửa hai thành ba." in shown.text(f"#tra-loi-{own[1].pk}")
    assert "tòa soạn đang xem" in shown.texts(".sign-off-state")[1]
    [event] = decisions()
    assert (event.kind, event.words, event.exchange) == ("commented", "Xin sửa hai thành ba.", own[1])


def test_what_is_typed_elsewhere_survives_a_press(client, path, own):
    response = press(client, path, texts=["Một", "Hai chưa xong"], comment=str(own[0].pk))
    assert response.status_code == 200
    assert kept(response) == ["", "Hai chưa xong"]
    assert [event.words for event in decisions()] == ["Một"]
    again = press(client, path, texts=["", "Hai chưa xong"], approve=str(own[0].pk))
    assert kept(again) == ["", "Hai chưa xong"]


@pytest.mark.parametrize("button", ["approve", "approve_all"])
def test_an_unsent_comment_is_not_approved_away(client, path, own, button):
    response = press(client, path, texts=["Khoan đã."], **{button: str(own[0].pk)})
    assert response.status_code == 422
    assert "chưa gửi" in page(response).text(".sign-off-problem")
    assert kept(response) == ["Khoan đã.", ""]
    assert not decisions()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://ke-gian.example"},
        {"Referer": "http://ke-gian.example/"},
    ],
)
def test_a_press_from_another_site_does_nothing_and_loses_nothing(client, path, own, headers):
    response = press(client, path, headers=headers, texts=["Đã viết dài."], comment=str(own[0].pk))
    assert response.status_code == 403
    assert kept(response) == ["Đã viết dài.", ""]
    assert not decisions()


def test_a_browser_too_old_to_name_the_page_it_comes_from_may_press(client, path, own):
    """Under no-referrer it sends the origin "null" and nothing else."""
    assert press(client, path, headers={"Origin": "null"}, approve=str(own[0].pk)).status_code == 303


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 5001])
def test_a_comment_that_is_refused_is_kept(client, path, own, text):
    response = press(client, path, texts=[text, "Khác"], comment=str(own[0].pk))
    assert response.status_code == 422
    assert kept(response) == [text.strip() and text, "Khác"]
    assert not decisions()


@pytest.mark.parametrize("button", ["approve", "approve_all"])
def test_words_changed_meanwhile_are_shown_before_they_can_be_approved(client, path, own, button):
    sent = filled(client, path)
    own[0].answer = "<p>Lời bị sửa lén.</p>"
    own[0].save()
    sent["text"][1] = "Đang viết dở"
    button = {"approve": str(own[0].pk)} if button == "approve" else {"approve_all": "1"}
    if "approve_all" in button:
        sent["text"] = ["", ""]
    response = client.post(path, sent | button, headers=OURS)
    assert response.status_code == 409
    assert page(response).links(".sign-off-problem a") == [("Xem câu này", f"#tra-loi-{own[0].pk}")]
    assert "Lời bị sửa lén." in said(response) and "vừa sửa câu này" in said(response)
    assert kept(response) == sent["text"]
    assert not decisions()


def test_a_comment_under_an_answer_that_is_gone_is_given_back(client, path, own):
    sent = filled(client, path)
    sent["text"][0] = "Viết rất lâu"
    own[0].delete()
    response = client.post(path, sent | {"comment": sent["exchange"][0]}, headers=OURS)
    assert response.status_code == 422
    assert "Viết rất lâu" in kept(response)


def test_a_comment_over_a_link_just_revoked_is_given_back(client, path, guest, editor, own):
    sent = filled(client, path)
    sent["text"][0] = "Viết rất lâu"
    signoff.revoke(guest, by=editor)
    response = client.post(path, sent | {"comment": str(own[0].pk)}, headers=OURS)
    assert response.status_code == 404
    assert kept(response) == ["Viết rất lâu"]
    foreign = client.post(path, sent | {"comment": str(own[0].pk)}, headers={"Sec-Fetch-Site": "cross-site"})
    assert_shut(foreign)
    assert kept(foreign) == []


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"approve": "x"},
        {"exchange": ["1"]},
        {"approve_all": "1", "exchange": ["x"], "seen": []},
        {"comment": "1", "text": "a"},
        {"nothing": "1"},
    ],
)
def test_a_mangled_form_does_nothing(client, path, sent):
    response = client.post(path, sent, headers=OURS)
    assert response.status_code in (409, 422)
    assert not decisions()


def test_an_answer_changed_after_approval_is_asked_again_with_the_difference(client, path, own):
    press(client, path, approve_all="1")
    own[0].answer = "<p>Lời riêng thứ nhất, đã sửa.</p>"
    own[0].save()
    shown = page(client.get(path))
    assert "xin duyệt lại" in shown.texts(".sign-off-state")[0]
    assert shown.texts("del") == [] and shown.texts("ins") == ["thêm: , đã sửa"]
    press(client, path, approve=str(own[0].pk))
    assert "cả 2 câu" in page(client.get(path)).text("#tien-do")


def test_what_the_desk_let_through_still_waits_for_the_interviewee(client, path, guest, editor, own):
    signoff.override(guest, by=editor, reason="Lý do kín của tòa soạn")
    own[0].answer = f"<p>{OWN[0]} Thêm.</p>"
    own[0].save()
    response = client.get(path)
    assert page(response).texts(".sign-off-state") == ["Chờ ông/bà duyệt"] * 2
    assert not page(response).has("del, ins")
    assert_only_own(response)


HOSTILE = "<script>alert(1)</script></textarea>\"'><img src=x onerror=alert(2)>{{ 7|add:7 }}\u202e&amp;"


def test_a_hostile_comment_is_text_and_nothing_else(client, path, own):
    refused = press(client, path, texts=[HOSTILE, ""], approve=str(own[0].pk))
    assert kept(refused)[0] == HOSTILE
    press(client, path, texts=[HOSTILE, ""], comment=str(own[0].pk))
    for response in (refused, client.get(path)):
        shown = page(response)
        assert not shown.has("script") and not shown.has("img") and not shown.has("[onerror]")
    assert HOSTILE in page(client.get(path)).text(".sign-off-comment")


def test_views_are_recorded_and_questions_of_a_browser_are_not(client, path):
    client.head(path)
    assert not SignOffEvent.objects.filter(kind="viewed").exists()
    client.get(path)
    client.get(path)
    assert SignOffEvent.objects.filter(kind="viewed").count() == 1


def test_queries_do_not_grow_with_the_answers(client, editor, django_assert_max_num_queries):
    for count in (2, 30):
        turns = [("Hỏi?", f"<p>Đáp {n}.</p>") for n in range(count)]
        article = make_interview(turns, person=make_person(f"Khách {count}"))
        link = signoff.invite(article.interviewees.get(), by=editor).path
        client.get(link)
        with django_assert_max_num_queries(12):
            client.get(link)


def test_a_database_that_is_away_gives_every_typed_word_back(client, path, own, monkeypatch):
    sent = filled(client, path)
    sent["text"] = ["Viết ở câu một", "Viết ở câu hai"]

    def away(token):
        raise OperationalError("away")

    monkeypatch.setattr(signoff, "find", away)
    response = client.post(path, sent | {"comment": str(own[0].pk)}, headers=OURS)
    assert response.status_code == 503
    assert kept(response) == ["Viết ở câu một\n\nViết ở câu hai"]
    assert response.headers["Cache-Control"] == "private, no-store"
