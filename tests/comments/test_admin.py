"""The moderators' desk: oldest first, one press to decide, nothing edited, nothing deleted."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Status
from articles.policy import Role
from comments.models import Comment, CommentStatus, Decision
from comments.policy import CommentRole
from tests.factories import make_article, make_comment, make_user
from tests.html import page

QUEUE = "/admin/comments/comment/"


def sit_down(role):
    client = Client()
    client.user = make_user(role)
    client.force_login(client.user)
    return client


@pytest.fixture
def moderator(db):
    return sit_down(CommentRole.MODERATOR)


def press(client, name, comment, query="", **fields):
    return client.post(QUEUE + query, {name: comment.pk, **fields}, follow=True)


def words(client, query=""):
    return page(client.get(QUEUE + query)).texts("#result_list p.words")


def test_the_queue_is_what_waits_oldest_first(moderator, now):
    story = make_article(status=Status.PUBLISHED)
    make_comment(story, text="Đến sau", created_at=now)
    make_comment(story, text="Đến trước", created_at=now - timedelta(hours=1))
    make_comment(story, text="Đã xong", status=CommentStatus.APPROVED, created_at=now - timedelta(days=1))
    assert words(moderator) == ["Đến trước", "Đến sau"]
    assert words(moderator, "?status=approved") == ["Đã xong"]
    assert words(moderator, "?status=all") == ["Đến trước", "Đến sau", "Đã xong"]


@pytest.mark.parametrize(
    ("name", "status", "verb"),
    [("_approve", CommentStatus.APPROVED, "approve"), ("_reject", CommentStatus.REJECTED, "reject")],
)
def test_one_press_decides_and_returns_to_the_list(moderator, name, status, verb):
    comment, other = make_comment(), make_comment()
    buttons = page(moderator.get(QUEUE)).select(f"#changelist-form button[name={name}]")
    assert [int(button["value"]) for button in buttons] == [comment.pk, other.pk]
    response = press(moderator, name, comment)
    comment.refresh_from_db()
    other.refresh_from_db()
    assert (comment.status, other.status) == (status, CommentStatus.WAITING)
    decision = Decision.objects.get()
    assert (decision.comment, decision.verb, decision.by) == (comment, verb, moderator.user)
    assert response.redirect_chain == [(QUEUE, 302)]
    assert page(response).text(".messagelist li").endswith("Xem lại")


def test_the_chosen_list_is_kept_after_a_decision(moderator):
    comment = make_comment(status=CommentStatus.REJECTED)
    response = press(moderator, "_approve", comment, query="?status=rejected")
    assert response.redirect_chain == [(f"{QUEUE}?status=rejected", 302)]


def test_many_are_decided_at_once(moderator):
    comments = [make_comment() for _ in range(3)]
    chosen = [comment.pk for comment in comments[:2]]
    response = moderator.post(
        QUEUE, {"action": "approve_chosen", "_selected_action": chosen, "index": 0}, follow=True
    )
    assert page(response).texts(".messagelist li") == ["Đã duyệt: 2 ý kiến."]
    assert Comment.objects.filter(status=CommentStatus.APPROVED).count() == 2
    assert Decision.objects.count() == 2


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REPORTER, None])
def test_others_decide_nothing(db, role):
    client, comment = sit_down(role), make_comment()
    for sent in [
        {"_approve": comment.pk},
        {"action": "approve_chosen", "_selected_action": [comment.pk], "index": 0},
    ]:
        client.post(QUEUE, sent)
        comment.refresh_from_db()
        assert comment.status == CommentStatus.WAITING
    assert not Decision.objects.exists()


def test_an_editor_reads_the_queue_without_buttons(db):
    make_comment(text="Bài hay")
    shown = page(sit_down(Role.EDITOR).get(QUEUE))
    assert shown.texts("#result_list p.words") == ["Bài hay"]
    assert not shown.has("button[name=_approve]") and not shown.has("option[value=approve_chosen]")


def test_words_are_shown_as_written_and_never_as_markup(moderator):
    make_comment(text="<script>alert(1)</script>\n\nDòng hai", name="<b>Tên</b>")
    response = moderator.get(QUEUE)
    assert b"<script>alert" not in response.content and b"<b>T" not in response.content
    assert "alert(1)" in words(moderator)[0]


def test_the_title_of_a_comment_s_page_is_turned_round_by_no_name(moderator):
    comment = make_comment(name="\u202eLò\u2067 Pản", text="\u202eĐường xấu")
    shown = page(moderator.get(f"{QUEUE}{comment.pk}/change/"))
    for said in (shown.text("title"), shown.text(".breadcrumbs")):
        assert "Lò Pản: Đường xấu" in said and not set(said) & set("\u202e\u2067")


def test_nothing_is_added_edited_or_deleted_here(db):
    chief, comment = sit_down("superuser"), make_comment()
    assert chief.get(f"{QUEUE}add/").status_code == 403
    assert chief.post(f"{QUEUE}{comment.pk}/change/", {"text": "Lời khác", "name": "Ai"}).status_code == 403
    assert chief.post(f"{QUEUE}{comment.pk}/delete/", {"post": "yes"}).status_code == 403
    chief.post(QUEUE, {"action": "delete_selected", "_selected_action": [comment.pk], "post": "yes", "index": 0})
    comment.refresh_from_db()
    assert comment.text == "Bài viết rất hay."


def test_the_record_of_decisions_is_shown_and_a_mind_can_be_changed(moderator):
    comment = make_comment()
    press(moderator, "_approve", comment)
    press(moderator, "_reject", comment, _reason="Xúc phạm người khác")
    shown = page(moderator.get(f"{QUEUE}{comment.pk}/change/"))
    record = shown.text("#decisions-group")
    assert "Xúc phạm người khác" in record and str(moderator.user) in record
    assert not shown.has("#decisions-group input:not([type=hidden]), #decisions-group select")
    assert shown.one("button[name=_approve]")["formaction"] == QUEUE
    assert not shown.has("button[name=_reject]")


@pytest.mark.parametrize("forged", ["0", "999999", "một", "", "1 OR 1=1", "9" * 30])
def test_a_comment_that_is_not_there_is_said_so(moderator, forged):
    make_comment()
    response = moderator.post(QUEUE, {"_approve": forged}, follow=True)
    assert page(response).texts(".messagelist li") == ["Không tìm thấy ý kiến này."]
    assert not Decision.objects.exists()


def test_the_first_page_says_how_many_wait(moderator):
    make_comment()
    make_comment()
    make_comment(status=CommentStatus.APPROVED)
    assert "2 ý kiến chờ duyệt" in page(moderator.get("/admin/")).text(".waiting")
    assert "bài chờ duyệt" not in page(moderator.get("/admin/")).text(".waiting")


def test_the_queue_costs_the_same_for_three_and_for_thirty(moderator):
    counts = []
    for number in (3, 27):
        for _ in range(number):
            make_comment(make_article(status=Status.PUBLISHED), parent=None)
        with CaptureQueriesContext(connection) as queries:
            moderator.get(QUEUE)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12


@pytest.mark.parametrize("status", [Status.WITHDRAWN, Status.DRAFT])
@pytest.mark.parametrize("page_of", [QUEUE, "{}{}/change/"])
def test_the_headline_of_a_story_taken_back_is_not_told(moderator, status, page_of):
    comment = make_comment(make_article(headline="Tít mới chưa ai được biết", status=status))
    shown = moderator.get(page_of.format(QUEUE, comment.pk)).content.decode()
    assert f"Bài số {comment.article_id}" in shown
    assert "chưa ai được biết" not in shown
    assert "chua-ai-duoc-biet" not in shown
