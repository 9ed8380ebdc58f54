"""The moderation desk's pages: what is in them, for whom, at what cost, and what a press does without script."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Status
from articles.policy import Role
from comments import arrivals, claims, moderation, queues, telling
from comments.containing import contained
from comments.models import Comment, CommentStatus, Decision, Flag, Reception, Report
from comments.policy import CommentRole
from comments.questions import asker
from comments.reception import Terms
from tests.articles.admin.forms import signed_in
from tests.factories import make_announcement, make_article, make_comment, make_question, make_user
from tests.html import page

DESK = "/admin/comments/comment/duyet/"
FIGURES = f"{DESK}so-lieu/"
LOG = "/admin/comments/comment/nhat-ky/"
LEADS = "/admin/comments/comment/phan-anh/"
pytestmark = pytest.mark.django_db
Verb = Decision.Verb


@pytest.fixture
def moderator():
    return signed_in(CommentRole.MODERATOR)


@pytest.fixture
def story():
    return make_article(status=Status.PUBLISHED, headline="Cầu Bến Lĩnh 2 hợp long")


def words(client, query=""):
    return page(client.get(DESK + query)).texts(".card .text")


def press(client, do, query="", **fields):
    return client.post(DESK + query, {"_do": do, "hang": "cho-duyet"} | fields)


def test_what_waits_is_dealt_oldest_first_with_its_story_and_parent(moderator, story, now):
    root = make_comment(story, name="Lò Thị Pản", text="Ý gốc", status=CommentStatus.APPROVED)
    make_comment(story, text="Đến sau", created_at=now)
    make_comment(story, text="Đến trước", parent=root, created_at=now - timedelta(hours=3))
    shown = page(moderator.get(DESK))
    assert shown.texts(".card .text") == ["Đến trước", "Đến sau"]
    assert shown.texts(".card .age.late") == ["3 giờ"]
    first = shown.one(f"#y-kien-{Comment.objects.get(text='Đến trước').pk}").get_text(" ", strip=True)
    assert "Cầu Bến Lĩnh 2 hợp long" in first and "Trả lời Lò Thị Pản Ý gốc" in " ".join(first.split())


def test_what_was_noticed_is_marked_where_it_stands(moderator, story):
    comment = make_comment(story, text="Cho vay <b>nhanh</b>, gọi 0900 000 001 ngay", name="Vay Nhanh")
    Flag.objects.create(comment=comment, check_name="lending", reason="Mời vay tiền.", start=0, end=7)
    Flag.objects.create(comment=comment, check_name="phone", reason="Số điện thoại.", start=26, end=38)
    Flag.objects.create(comment=comment, check_name="rate", reason="Nhiều ý kiến từ một địa chỉ.")
    Flag.objects.create(
        comment=comment, check_name="phrase", reason="Từ cần xem.", field="name", start=0, end=900
    )
    shown = page(moderator.get(f"{DESK}?hang=nghi-van"))
    assert shown.texts(".card mark") == ["Vay Nhanh", "Cho vay", "0900 000 001"]
    assert [mark["title"] for mark in shown.select(".card .text mark")] == ["Mời vay tiền.", "Số điện thoại."]
    assert shown.one(".card .text").get_text() == comment.text
    assert len(shown.select(".flags li")) == 4


def test_a_reader_s_history_stands_beside(moderator, story):
    for status in (CommentStatus.APPROVED, CommentStatus.APPROVED, CommentStatus.REJECTED):
        make_comment(story, reader="r1", text=f"Trước đây {status}", status=status)
    make_comment(story, reader="r1", text="Bây giờ")
    make_comment(story, reader="r2", text="Lần đầu")
    told = page(moderator.get(DESK)).texts(".card .history")
    assert "2 đã duyệt, 1 không đăng" in told[0] and told[0].count("Trước đây") == 3
    assert "gửi lần đầu" in told[1]


def test_two_moderators_at_once_see_different_comments(moderator, story):
    other = signed_in(CommentRole.MODERATOR)
    mine, theirs = make_comment(story, text="Của tôi"), None
    assert words(moderator) == ["Của tôi"]
    theirs = make_comment(story, text="Của người kia")
    assert words(other) == ["Của người kia"]
    press(other, f"reject:{mine.pk}:rude")
    mine.refresh_from_db()
    assert mine.status == CommentStatus.WAITING
    press(other, f"approve:{theirs.pk}")
    theirs.refresh_from_db()
    assert theirs.status == CommentStatus.APPROVED


def test_an_editor_reads_and_holds_nothing(story):
    make_comment(story, text="Bài hay")
    editor = signed_in(Role.EDITOR)
    shown = page(editor.get(DESK))
    assert shown.texts(".card .text") == ["Bài hay"] and not shown.has("[name=_do], [name=chosen]")
    assert not claims.in_force().exists()
    assert press(editor, f"approve:{Comment.objects.get().pk}").status_code == 403


@pytest.mark.parametrize(
    ("do", "fields", "verb", "code"),
    [
        ("approve:{}", {}, "approve", ""),
        ("reject:{}:off_topic", {"note-{}": "xem lại mục 3"}, "reject", "off_topic"),
        ("spam:{}", {}, "spam", "spam"),
        ("block:{}:7", {"why-{}": "advert"}, "block", "advert"),
        ("mark:{}:tip", {}, "mark", ""),
    ],
)
def test_one_press_decides_and_comes_back_to_the_same_place(moderator, story, do, fields, verb, code):
    first, comment, last = (make_comment(story, reader=f"r{number}") for number in range(3))
    shown = ",".join(str(one.pk) for one in (first, comment, last))
    sent = {name.format(comment.pk): value for name, value in fields.items()}
    response = press(moderator, do.format(comment.pk), "?hang=cho-duyet", shown=shown, **sent)
    assert (response.status_code, response["Location"]) == (303, f"{DESK}?hang=cho-duyet#y-kien-{last.pk}")
    decision = Decision.objects.get()
    assert (decision.comment, decision.verb, decision.code) == (comment, verb, code)
    assert decision.reason == fields.get("note-{}", "")
    toast = page(moderator.get(response["Location"])).one(".toast button")
    press(moderator, toast["value"])
    assert Decision.objects.get(verb=Verb.UNDO).undoes == decision
    assert not page(moderator.get(DESK)).has(".toast button")


def test_the_chosen_are_decided_in_one_act(moderator, story):
    comments = [make_comment(story) for _ in range(4)]
    press(moderator, "reject::advert", chosen=[one.pk for one in comments[:3]])
    assert Decision.objects.values("act").distinct().count() == 1
    assert Comment.objects.filter(status=CommentStatus.REJECTED).count() == 3
    assert "3 ý kiến" in page(moderator.get(DESK)).text(".toast")


def test_alike_ones_come_chosen(moderator, story):
    first, same = (make_comment(story, essence="e", text="Vay nhanh") for _ in range(2))
    make_comment(story, text="Khác")
    link = page(moderator.get(DESK)).select("a.alike")
    assert len(link) == 2
    shown = page(moderator.get(link[0]["href"]))
    assert [int(box["value"]) for box in shown.select("[name=chosen][checked]")] == [first.pk, same.pk]


@pytest.mark.parametrize(
    "do",
    [
        "",
        "approve",
        "bịa:1",
        "reject:{}:bịa",
        "block:{}:90",
        "block:{}:",
        "mark:{}:bịa",
        "approve:9999999",
        "tell:x",
        "undo:x",
    ],
)
def test_a_forged_press_changes_nothing_and_breaks_nothing(moderator, story, do):
    comment = make_comment(story, reader="r")
    assert press(moderator, do.format(comment.pk)).status_code in (303, 404)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("query", ["?hang=bịa", "?sau=0", "?giong=x", "?nguoi=99999", "?the=a,b", "?bai=x"])
def test_a_forged_address_breaks_nothing(moderator, query):
    assert moderator.get(DESK + query).status_code in (200, 404)


def test_to_a_script_it_answers_in_json(moderator, story):
    comment = make_comment(story, name="Lò Thị Pản")
    answer = moderator.post(
        DESK, {"_do": f"approve:{comment.pk}"}, headers={"Accept": "application/json"}
    ).json()
    assert answer["said"] == "Đã duyệt: ý kiến của Lò Thị Pản." and answer["done"] == [comment.pk]
    again = moderator.post(
        DESK,
        {"_do": f"reject:{comment.pk}:rude", "hang": "cho-duyet"},
        headers={"Accept": "application/json"},
    ).json()
    assert again["left"] == {str(comment.pk): "Ý kiến này đã được duyệt."} and not again["done"]
    assert again["last"] == Decision.objects.get().act


def test_the_figures_are_small_never_kept_and_hold_what_is_seen(moderator, story):
    other = make_user(CommentRole.MODERATOR)
    mine, theirs, done = (make_comment(story) for _ in range(3))
    claims.hold([theirs.pk], other)
    moderation.approve(done, by=other)
    response = moderator.post(FIGURES, {"hang": "cho-duyet", "ids": f"{mine.pk},{theirs.pk},{done.pk}"})
    assert "no-store" in response["Cache-Control"]
    told = response.json()
    assert told["queues"]["cho-duyet"] == "2" and told["figures"]["rate"] == "100%"
    assert told["gone"] == {
        str(theirs.pk): f"{other} đang xem ý kiến này.",
        str(done.pk): "Ý kiến này đã được duyệt.",
    }
    assert claims.in_force().get(comment=mine).moderator == moderator.user


def test_a_report_is_answered_by_keeping_or_taking_away(moderator, story):
    comment = make_comment(story, text="Bị báo cáo", status=CommentStatus.APPROVED)
    Report.objects.create(comment=comment, reader="a", reason="rude", words="Nói <b>bậy</b>")
    shown = page(moderator.get(f"{DESK}?hang=bi-bao-cao"))
    assert "Nói <b>bậy</b>" in shown.text(".reports")
    assert "Giữ lại" in shown.one(".acts button.yes").get_text()
    press(moderator, f"approve:{comment.pk}", hang="bi-bao-cao")
    assert words(moderator, "?hang=bi-bao-cao") == []


def test_what_was_shown_at_once_stands_in_a_queue_until_somebody_has_read_it(moderator, story):
    for _ in range(3):
        make_comment(story, name="Lan", reader="r", status=CommentStatus.APPROVED)
    shown = arrivals.take(
        Comment(article=story, name="Lan", text="Cầu thông xe rồi, mừng quá"),
        sender="s",
        reader="r",
        terms=Terms(mode=Reception.Mode.AFTER),
    )
    unread = f"{DESK}?hang=dang-truoc"
    assert shown.status == CommentStatus.APPROVED and words(moderator, "?hang=dang-truoc") == [shown.text]
    assert words(moderator, "?hang=bi-bao-cao") == [] and not page(moderator.get(unread)).has(".reports")
    assert queues.counts()[queues.UNREAD] == "1", "counted although nobody's words are shown at once any more"
    keep = page(moderator.get(unread)).one(".acts button.yes")
    assert "Giữ lại" in keep.get_text()
    press(moderator, keep["value"], "?hang=dang-truoc", hang="dang-truoc")
    decision = Decision.objects.get()
    assert (decision.comment, decision.verb, decision.by) == (shown, Verb.APPROVE, moderator.user)
    assert words(moderator, "?hang=dang-truoc") == []
    press(moderator, f"undo:{decision.act}")
    assert words(moderator, "?hang=dang-truoc") == [shown.text]


def test_the_headline_of_a_story_taken_back_is_not_told(moderator):
    make_comment(make_article(headline="Tít chưa ai được biết", status=Status.WITHDRAWN))
    make_announcement(
        make_question(make_article(kind="interview", headline="Tít chưa ai được biết")).article,
        title="Hỏi kỹ sư",
    )
    shown = moderator.get(DESK).content.decode()
    assert "chưa ai được biết" not in shown and "Hỏi kỹ sư" in shown


def test_the_desk_costs_the_same_for_three_and_for_many(moderator):
    counts = {}
    press(moderator, f"approve:{make_comment().pk}")
    for number in (3, 27):
        for place in range(number):
            comment = make_comment(
                make_article(status=Status.PUBLISHED), reader=f"r{number}{place}", essence=f"e{place}"
            )
            Flag.objects.create(comment=comment, check_name="phone", reason="Số.", start=0, end=3)
        for address in (DESK, LOG, f"{DESK}?hang=nghi-van"):
            with CaptureQueriesContext(connection) as queries:
                moderator.get(address)
            counts.setdefault(address, []).append(len(queries))
        moderator.post(
            DESK, {"_do": "approve", "chosen": [comment.pk for comment in Comment.objects.all()[:2]]}
        )
        with CaptureQueriesContext(connection) as queries:
            moderator.get(f"{DESK}?hang=da-duyet")
        counts.setdefault("approved", []).append(len(queries))
    assert all(first == second <= 40 for first, second in counts.values()), counts


# ---------------------------------------------------------------- the log


def test_the_log_tells_who_what_why_and_takes_back(moderator, story):
    comment = make_comment(story, name="Lò Thị Pản", text="Lời đã viết")
    moderation.act(Verb.REJECT, [comment.pk], by=moderator.user, code="rude", reason="nặng lời")
    shown = page(moderator.get(LOG))
    row = shown.text(".decision-log tbody tr")
    assert all(
        part in row
        for part in (str(moderator.user), "Không đăng", "lời lẽ thiếu tôn trọng", "nặng lời", "Lò Thị Pản")
    )
    response = moderator.post(LOG, {"_undo": shown.one("button[name=_undo]")["value"]})
    assert (response.status_code, response["Location"]) == (303, LOG)
    comment.refresh_from_db()
    assert comment.status == CommentStatus.WAITING
    rows = page(moderator.get(LOG)).texts(".decision-log tbody tr")
    assert len(rows) == 2 and "Hoàn tác : không đăng" in rows[0] and "hoàn tác" in rows[1]
    assert not page(moderator.get(LOG)).has("button[name=_undo]")


def test_a_whole_act_is_taken_back_from_the_log(moderator, story):
    comments = [make_comment(story) for _ in range(3)]
    moderation.act(Verb.SPAM, [one.pk for one in comments], by=make_user(CommentRole.MODERATOR), code="spam")
    button = page(moderator.get(f"{LOG}?viec=spam")).select("button[name=_undo_act]")[0]
    assert "Cả lượt 3" in button.get_text()
    moderator.post(LOG, {"_undo_act": button["value"]})
    assert Comment.objects.filter(status=CommentStatus.WAITING).count() == 3


@pytest.mark.parametrize("query", ["?nguoi=x&viec=bịa&truoc=9", "?y-kien=1", "?truoc=" + "9" * 30])
def test_a_forged_log_breaks_nothing(moderator, query):
    assert moderator.get(LOG + query).status_code == 200
    assert moderator.post(LOG + query, {"_undo": "x"}).status_code == 303


def test_an_editor_reads_the_log_and_takes_nothing_back(moderator, story):
    comment = make_comment(story)
    moderation.approve(comment, by=moderator.user)
    editor = signed_in(Role.EDITOR)
    assert not page(editor.get(LOG)).has("button[name=_undo]")
    assert editor.post(LOG, {"_undo": Decision.objects.get().pk}).status_code == 403
    comment.refresh_from_db()
    assert comment.status == CommentStatus.APPROVED


# ---------------------------------------------------------------- leads


def test_a_lead_is_listed_for_the_reporters_without_the_address(moderator, story):
    tip = make_comment(story, text="Cống ở phường Cầu Mây tắc", email="ban@doc.example", lead="tip")
    make_comment(story, text="Xin hỏi thêm", lead="question")
    reporter = signed_in(Role.REPORTER)
    shown = page(reporter.get(LEADS))
    assert shown.texts(".card .text") == [tip.text] and "ban@doc.example" not in shown.text()
    assert page(reporter.get(f"{LEADS}?loai=question")).texts(".card .text") == ["Xin hỏi thêm"]
    assert "ban@doc.example" in page(moderator.get(LEADS)).text(".card")
    assert reporter.get(f"{LEADS}?loai=bịa").status_code == 404
    assert (
        reporter.get(DESK).status_code
        == reporter.get(LOG).status_code
        == reporter.get(FIGURES).status_code
        == 403
    )
    assert signed_in(None).get(LEADS).status_code == 403


# ---------------------------------------------------------------- telling the writer


@pytest.fixture
def refused(moderator, story):
    comment = make_comment(story, name="Lò Thị Pản", text="Dòng một\nDòng hai", email="pan@doc.example")
    moderation.act(Verb.REJECT, [comment.pk], by=moderator.user, code="off_topic", reason="nội bộ")
    return comment


def test_the_writer_is_told_the_reason_once(moderator, refused, story):
    press(moderator, f"tell:{refused.pk}")
    press(moderator, f"tell:{refused.pk}")
    letter = mail.outbox.pop()
    assert letter.to == ["pan@doc.example"] and not mail.outbox
    assert "Không bàn việc bài báo nêu" in letter.body and "> Dòng một\n> Dòng hai" in letter.body
    assert story.headline in letter.body and "nội bộ" not in letter.body
    assert Decision.objects.filter(verb=Verb.TELL).count() == 1


def test_no_name_turns_round_the_words_of_the_newsroom(moderator, story):
    """Beside a reader's name stand our own words: the toast, the list's message, the letter, an interview's label."""
    turned = "\u202eLò\u202d \u2067Pản"
    comment = make_comment(story, name=turned, place=turned, email="pan@doc.example")
    assert press(moderator, f"reject:{comment.pk}:rude", **{f"tell-{comment.pk}": "1"}).status_code == 303
    toast = page(moderator.get(DESK)).text(".toast")
    for said in (toast, mail.outbox.pop().body, asker(comment)):
        assert "Lò Pản" in said and not set(said) & set("\u202d\u202e\u2067")
    listed = page(moderator.post("/admin/comments/comment/", {"_approve": comment.pk}, follow=True))
    assert listed.texts(".messagelist bdi") == [contained(turned)] != [turned]
    for address in (
        "/admin/comments/comment/?status=all",
        f"{DESK}?hang=da-duyet",
        f"{LOG}?y-kien={comment.pk}",
    ):
        names = [said for said in page(moderator.get(address)).texts("bdi") if "Pản" in said]
        assert names and set(names) == {contained(turned)}, address


def test_rejecting_and_telling_is_one_press(moderator, story):
    comment = make_comment(story, email="pan@doc.example")
    press(moderator, f"reject:{comment.pk}:rude", **{f"tell-{comment.pk}": "1"})
    assert mail.outbox[0].to == ["pan@doc.example"]


@pytest.mark.parametrize(
    "address", ["", "pan@doc.example\nBcc: ai@khac.example", "không phải thư", "a@b.example, c@d.example"]
)
def test_an_address_that_is_none_gets_no_letter(moderator, refused, address):
    Comment.objects.filter(pk=refused.pk).update(email=address)
    with pytest.raises(telling.Untold, match="địa chỉ thư"):
        telling.tell(refused, by=moderator.user)
    assert not mail.outbox and not Decision.objects.filter(verb=Verb.TELL).exists()


def test_without_mail_nothing_is_offered_and_a_failing_one_is_not_recorded(
    moderator, refused, settings, monkeypatch
):
    def fails(letter):
        raise OSError("no route")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fails)
    with pytest.raises(telling.Untold, match="không nhận thư"):
        telling.tell(refused, by=moderator.user)
    assert not Decision.objects.filter(verb=Verb.TELL).exists()
    assert page(moderator.get(f"{DESK}?hang=tu-choi")).has("button[value^=tell]")
    settings.EMAIL_BACKEND = telling.NO_MAIL
    shown = page(moderator.get(f"{DESK}?hang=tu-choi"))
    assert not shown.has("button[value^=tell]") and "EMAIL_URL" in shown.text(".untold")


def test_a_moderator_is_told_before_deciding_that_there_is_nowhere_to_write_to(moderator, story):
    comment = make_comment(story)
    shown = page(moderator.get(DESK))
    assert "không để lại thư" in shown.text(".reject .untold") and not shown.has("[name^=tell]")
    press(moderator, f"reject:{comment.pk}:rude")
    assert "không để lại thư" in page(moderator.get(f"{DESK}?hang=tu-choi")).text(".acts > .untold")


def test_everything_one_reader_sent_is_paged_newest_first(moderator, story, now, monkeypatch):
    monkeypatch.setattr("comments.admin.desk.PER_PAGE", 2)
    for hours in range(3):
        make_comment(story, reader="r", text=f"Trước {hours} giờ", created_at=now - timedelta(hours=hours))
    make_comment(story, reader="khác", text="Người khác")
    first = Comment.objects.filter(reader="r").first()
    shown = page(moderator.get(f"{DESK}?nguoi={first.pk}"))
    assert shown.texts(".card .text") == ["Trước 0 giờ", "Trước 1 giờ"]
    assert words(moderator, shown.one("a[rel=next]")["href"]) == ["Trước 2 giờ"]
    assert not claims.in_force().exists()
