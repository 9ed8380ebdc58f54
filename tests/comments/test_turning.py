"""An approved question becomes a turn of the interview: once, in the asker's own words, under the asker's name."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import Exchange, Interviewee, Standing, Status
from articles.policy import Role
from articles.workflow import Refused, publish, publishing_problems
from comments import questions as asking
from comments.models import Comment, CommentStatus
from comments.policy import RULES, CommentRole
from tests.articles.admin.forms import address, as_sent, filled, messages, signed_in
from tests.factories import (
    in_standing,
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

LIST = "/admin/comments/comment/"
APPROVED = {"status": CommentStatus.APPROVED}


@pytest.fixture
def draft():
    return make_announcement(make_interview(headline="Tít của bản nháp")).article


@pytest.fixture
def editor():
    return make_user(Role.EDITOR)


# ---------------------------------------------------------------- the verb


def test_the_question_stands_at_the_end_in_its_own_words(draft, editor):
    question = make_question(draft, text="Dòng một\n\n<b>hai</b>", **APPROVED)
    exchange = asking.turn_into_exchange(question, by=editor)
    assert list(draft.exchanges.all())[-1] == exchange
    assert exchange.asked_by == "Bạn đọc Nguyễn Văn A (phường Bến Lĩnh)"
    assert (exchange.question, exchange.answer) == ("Dòng một\n\n<b>hai</b>", "")
    assert exchange.answered_by == draft.interviewees.get(), "the only guest will answer"
    question.refresh_from_db()
    assert (question.exchange, question.text) == (exchange, "Dòng một\n\n<b>hai</b>")


def turns(article):
    return [exchange.question for exchange in article.exchanges.all()]


def test_the_thanks_at_the_end_stay_at_the_end(draft, editor):
    for position, words in ((2, "Ông có nhắn gì bà con không?"), (3, "Xin cảm ơn ông!"), (3, "Hẹn gặp lại.")):
        Exchange.objects.create(article=draft, position=position, question=words)
    for text in ("Một?", "Hai?"):
        asking.turn_into_exchange(make_question(draft, text=text, **APPROVED), by=editor)
    assert turns(draft)[1:] == ["Ông có nhắn gì bà con không?", "Một?", "Hai?", "Xin cảm ơn ông!", "Hẹn gặp lại."]


def test_an_interview_without_a_turn_takes_its_first(editor):
    article = make_interview(turns=[])
    assert asking.turn_into_exchange(make_question(article, **APPROVED), by=editor).position == 1


def test_the_words_of_the_asker_stay_when_the_desk_edits_the_turn(draft, editor):
    question = make_question(draft, **APPROVED)
    exchange = asking.turn_into_exchange(question, by=editor)
    exchange.question = "Có làn xe đạp không?"
    exchange.save()
    question.refresh_from_db()
    assert question.text == "Cầu có làn cho xe đạp không?"


def test_of_several_guests_none_is_guessed(draft, editor):
    Interviewee.objects.create(article=draft, person=make_person("Mạc Văn Đoàn"))
    assert asking.turn_into_exchange(make_question(draft, **APPROVED), by=editor).answered_by is None


def test_twice_is_once(draft, editor):
    question = make_question(draft, **APPROVED)
    copy = Comment.objects.get(pk=question.pk)
    first = asking.turn_into_exchange(question, by=editor)
    assert asking.turn_into_exchange(copy, by=editor) == first
    assert asking.turn_into_exchange(question, by=editor) == first
    assert draft.exchanges.count() == 2


def test_a_turn_struck_from_the_article_can_be_made_again(draft, editor):
    question = make_question(draft, **APPROVED)
    asking.turn_into_exchange(question, by=editor).delete()
    question.refresh_from_db()
    assert question.exchange is None
    asking.turn_into_exchange(question, by=editor)
    assert draft.exchanges.count() == 2


def test_the_turn_is_one_version_and_one_revision_more(draft, editor):
    asking.turn_into_exchange(make_question(draft, **APPROVED), by=editor)
    draft.refresh_from_db()
    assert draft.version == 2
    revision = draft.revisions.get()
    assert revision.by == editor and revision.note == "đưa câu hỏi của bạn đọc vào bài"
    assert len(revision.snapshot["exchanges"]) == 2


@pytest.mark.parametrize("role", [Role.REPORTER, None])
def test_who_may_not_turn_changes_nothing(draft, role):
    question = make_question(draft, **APPROVED)
    with pytest.raises(PermissionDenied, match="không có quyền đưa câu hỏi vào bài"):
        asking.turn_into_exchange(question, by=make_user(role))
    assert draft.exchanges.count() == 1


@pytest.mark.parametrize("status", [CommentStatus.WAITING, CommentStatus.REJECTED])
def test_only_an_approved_question_is_turned(draft, editor, status):
    with pytest.raises(Refused, match="câu hỏi đã duyệt"):
        asking.turn_into_exchange(make_question(draft, status=status), by=editor)


def test_an_opinion_is_never_turned(draft, editor):
    with pytest.raises(Refused, match="câu hỏi đã duyệt"):
        asking.turn_into_exchange(make_comment(draft, **APPROVED), by=editor)


@pytest.mark.parametrize("status", [Status.READY, Status.PUBLISHED, Status.WITHDRAWN])
def test_an_approved_text_is_not_added_to(editor, status):
    article = make_interview(status=status)
    with pytest.raises(Refused, match=status.label):
        asking.turn_into_exchange(make_question(article, **APPROVED), by=editor)
    assert article.exchanges.count() == 1


def test_a_story_takes_no_turn(editor):
    with pytest.raises(Refused):
        asking.turn_into_exchange(make_question(make_article(), **APPROVED), by=editor)
    assert not Exchange.objects.exists()


@pytest.mark.parametrize(
    ("name", "place", "asked_by"),
    [
        ("Nguyễn Văn A", "phường B", "Bạn đọc Nguyễn Văn A (phường B)"),
        ("Nguyễn Văn A", "", "Bạn đọc Nguyễn Văn A"),
        ("Bạn đọc Tân Lộc", "", "Bạn đọc Tân Lộc"),
        ("BẠN ĐỌC", "xã C", "Bạn đọc (xã C)"),
        ("Bạn đọcx", "", "Bạn đọc Bạn đọcx"),
        ("N" * 60, "p" * 80, "Bạn đọc " + "N" * 60),
    ],
)
def test_the_asker_is_named_within_what_a_turn_holds(draft, editor, name, place, asked_by):
    question = make_question(draft, name=name, place=place, **APPROVED)
    assert asking.turn_into_exchange(question, by=editor).asked_by == asked_by


# ---------------------------------------------------------------- not published silently


def test_unanswered_questions_of_readers_are_counted_before_publishing(draft, editor):
    for _ in range(2):
        asking.turn_into_exchange(make_question(draft, **APPROVED), by=editor)
    assert publishing_problems(draft) == ["2 câu hỏi của bạn đọc chưa có câu trả lời."]
    draft.exchanges.filter(answer="").update(answer="<p>Có.</p>")
    assert publishing_problems(draft) == []


def test_a_closing_remark_is_no_question_of_a_reader(draft):
    Exchange.objects.create(article=draft, asked_by="PV", question="Xin cảm ơn ông!", position=9)
    assert publishing_problems(draft) == []


def test_the_verb_refuses_with_the_sentence(draft, editor):
    asking.turn_into_exchange(make_question(draft, **APPROVED), by=editor)
    type(draft).objects.filter(pk=draft.pk).update(status=Status.READY)
    with pytest.raises(Refused, match="1 câu hỏi của bạn đọc chưa có câu trả lời."):
        publish(draft, by=make_user(Role.CHIEF_EDITOR))


# ---------------------------------------------------------------- the moderators' desk


def test_the_list_shows_the_kind_and_filters_by_it(draft):
    make_question(draft, text="Một câu hỏi?")
    make_comment(text="Một ý kiến.")
    client = signed_in(CommentRole.MODERATOR)
    both = page(client.get(LIST))
    assert both.texts(".field-words .kind") == ["Câu hỏi cho khách mời"]
    assert both.texts(".field-words .words") == ["Một câu hỏi?", "Một ý kiến."]
    assert page(client.get(f"{LIST}?kind__exact=question")).texts("p.words") == ["Một câu hỏi?"]
    assert page(client.get(f"{LIST}?kind__exact=opinion")).texts("p.words") == ["Một ý kiến."]


@pytest.mark.parametrize("url", [LIST, None])
def test_a_moderator_reads_the_announcement_and_not_the_draft(draft, url):
    question = make_question(draft)
    response = signed_in(CommentRole.MODERATOR).get(url or f"{LIST}{question.pk}/change/")
    assert draft.announcement.title in response.content.decode()
    assert "Tít của bản nháp" not in response.content.decode() and draft.slug not in response.content.decode()


def test_a_question_whose_announcement_was_taken_back_still_shows(draft):
    make_question(draft)
    draft.announcement.delete()
    shown = page(signed_in(CommentRole.MODERATOR).get(LIST))
    assert shown.texts(".field-under") == ["Phỏng vấn không còn giới thiệu"]


@pytest.mark.parametrize("role", [CommentRole.MODERATOR, Role.EDITOR, Role.MANAGING_EDITOR, "superuser"])
def test_one_press_in_the_list_turns_a_question(draft, role):
    make_question(draft)
    question = make_question(draft, **APPROVED)
    client = signed_in(role)
    everything = f"{LIST}?status=all"
    [button] = page(client.get(everything)).select("button[name=_turn]")
    assert button["value"] == str(question.pk)
    for _ in range(2):
        response = client.post(everything, {"_turn": button["value"]}, follow=True)
        assert messages(response)[0].startswith("Đã đưa vào bài: câu hỏi của Nguyễn Văn A")
    assert draft.exchanges.count() == 2
    assert page(response).texts(".turned") == ["Đã đưa vào bài"]
    assert not page(response).has("button[name=_turn]")
    offered = page(response).has(f'.messagelist a[href="{address(draft)}"]')
    assert offered == (role != CommentRole.MODERATOR), "who may not read the draft is not led to it"


def test_the_page_of_one_question_has_the_button_until_it_is_done(draft):
    question = make_question(draft, **APPROVED)
    client = signed_in(Role.EDITOR)
    url = f"{LIST}{question.pk}/change/"
    shown = page(client.get(url))
    assert shown.texts("button[name=_turn]") == ["Đưa vào bài phỏng vấn"]
    assert shown.text(".field-turned .readonly") == "Chưa"
    client.post(LIST, {"_turn": question.pk})
    shown = page(client.get(url))
    assert not shown.has("button[name=_turn]")
    assert shown.text(".field-turned .readonly") == "Đã đưa vào bài"


def test_an_opinion_s_page_says_nothing_of_turning():
    comment = make_comment(**APPROVED)
    shown = page(signed_in(Role.EDITOR).get(f"{LIST}{comment.pk}/change/"))
    assert not shown.has("button[name=_turn], .field-turned")


def test_whoever_may_decide_may_turn():
    assert RULES["decide"] <= RULES["turn_question"]


@pytest.mark.parametrize("pk", ["999999", "", "x", "1 OR 1=1", "9" * 40])
def test_a_question_that_is_not_there_is_said_so(draft, pk):
    response = signed_in(Role.EDITOR).post(LIST, {"_turn": pk}, follow=True)
    assert messages(response) == ["Không tìm thấy câu hỏi này."]


def test_a_refusal_is_told_at_the_desk():
    article = make_announcement(make_interview(status=Status.READY)).article
    question = make_question(article, **APPROVED)
    response = signed_in(Role.EDITOR).post(LIST, {"_turn": question.pk}, follow=True)
    assert "chưa thêm câu hỏi được" in messages(response)[0]
    assert article.exchanges.count() == 1


def test_a_reporter_is_not_let_in(draft):
    question = make_question(draft, **APPROVED)
    client = signed_in(Role.REPORTER)
    assert client.post(LIST, {"_turn": question.pk}).status_code == 403
    assert draft.exchanges.count() == 1


@pytest.mark.parametrize("rows", [3, 30])
def test_the_list_asks_no_more_for_more_questions(draft, rows, django_assert_max_num_queries):
    for _ in range(rows):
        make_question(draft, **APPROVED)
    client = signed_in(CommentRole.MODERATOR)
    with django_assert_max_num_queries(9):
        assert len(page(client.get(f"{LIST}?status=all")).select("button[name=_turn]")) == rows


def test_whoever_has_the_draft_open_learns_that_it_has_grown(draft):
    client = signed_in(Role.EDITOR)
    opened = filled(client, address(draft))
    asking.turn_into_exchange(make_question(draft, **APPROVED), by=make_user(Role.EDITOR))
    response = client.post(address(draft), opened | {"headline": "Tít mới", "_continue": "1"})
    assert "đã lưu bài này" in page(response).text("form.choosing .why")
    draft.refresh_from_db()
    assert draft.headline == "Tít của bản nháp" and draft.exchanges.count() == 2
    client.post(address(draft), as_sent(response, "form.choosing") | {"_chon-headline": "mine"})
    draft.refresh_from_db()
    assert draft.headline == "Tít mới" and draft.exchanges.count() == 2


def test_an_interview_in_the_bin_takes_no_turn(editor):
    article = make_interview(**in_standing(Standing.TRASHED))
    with pytest.raises(Refused, match="thùng rác"):
        asking.turn_into_exchange(make_question(article, **APPROVED), by=editor)
    assert article.exchanges.count() == 1
