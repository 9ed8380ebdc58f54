"""What is kept about a reader, for how long; one reader's comments exported or erased, the thread staying whole."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Status
from comments import keeping, voices
from comments.models import Comment, Flag, Like, Report
from comments.thread import thread
from tests.factories import make_article, make_comment, make_question
from tests.html import page

pytestmark = pytest.mark.django_db

MARK, OTHER = "a" * 64, "b" * 64


@pytest.fixture
def article():
    return make_article(status=Status.PUBLISHED)


@pytest.fixture
def of_lan(article):
    """Two comments of one reader, the first with an answer of somebody else; and what only looks like hers."""
    how = {"name": "Lan", "reader": MARK, "sender": MARK, "status": "approved"}
    first = make_comment(
        article, text="Lời đầu của Lan", email="Lan@vanlinh.example", place="xã Phú Vân", **how
    )
    second = make_comment(article, text="Lời sau của Lan", email="lan@vanlinh.example", **how)
    make_comment(article, text="Đáp lại Lan", name="Bình", parent=first, status="approved")
    make_comment(article, text="Người cùng mạng", name="Hòa", reader=MARK, status="approved")
    Flag.objects.create(comment=first, check_name="phone", reason="Có số điện thoại.", start=0, end=3)
    return first, second


def run(capsys, **options):
    call_command("reader_comments", **options)
    return capsys.readouterr().out


def test_an_export_holds_all_that_is_kept_of_the_reader_and_nobody_else(of_lan, capsys):
    told = json.loads(run(capsys, export=True, email="lan@VANLINH.example"))
    assert [row["lời"] for row in told] == ["Lời đầu của Lan", "Lời sau của Lan"]
    assert told[0]["thư điện tử"] == "Lan@vanlinh.example" and told[0]["nơi ở"] == "xã Phú Vân"
    assert told == json.loads(run(capsys, export=True, comment=of_lan[1].pk))


def test_without_a_mail_address_the_mark_and_the_name_tell_the_reader(article, capsys):
    mine = make_comment(article, name="Lan", reader=MARK, text="một")
    make_comment(article, name="Lan", reader=MARK, text="hai")
    make_comment(article, name="Hòa", reader=MARK, text="cùng mạng")
    make_comment(article, name="Lan", reader=OTHER, text="cùng tên")
    unmarked = make_comment(article, name="Lan", text="không dấu")
    assert [row["lời"] for row in json.loads(run(capsys, export=True, comment=mine.pk))] == ["một", "hai"]
    assert [row["lời"] for row in json.loads(run(capsys, export=True, comment=unmarked.pk))] == ["không dấu"]


def test_erasing_takes_the_words_and_the_reader_and_keeps_the_thread(client, article, of_lan, capsys):
    Comment.objects.filter(pk=of_lan[0].pk).update(pinned_at=timezone.now())
    assert "2 ý kiến" in run(capsys, erase=True, email="lan@vanlinh.example")
    assert not thread(article).pinned
    shown = client.get(article.get_absolute_url())
    for word in ("của Lan", "lan@", "Lan@", "Phú Vân", ">Lan<"):
        assert word not in shown.content.decode(), word
    assert page(shown).texts(".replies .comment-text") == ["Đáp lại Lan"]
    assert keeping.ERASED_TEXT in page(shown).texts(".comment-text")
    assert thread(article).count == 4
    for row in Comment.objects.filter(erased_at__isnull=False):
        kept = " ".join(str(value) for value in vars(row).values())
        assert "Lan" not in kept and MARK not in kept and "lan" not in row.folded.split()
    assert not Flag.objects.exists()
    with pytest.raises(CommandError, match="Không còn giữ"):
        run(capsys, export=True, email="lan@vanlinh.example")


def test_a_question_that_became_a_turn_stays_there_and_the_operator_is_told(capsys):
    talk = make_article(kind="interview")
    asked = make_question(talk, name="Lan", reader=MARK, status="approved")
    Comment.objects.filter(pk=asked.pk).update(
        exchange=talk.exchanges.create(asked_by="Bạn đọc Lan", question=asked.text)
    )
    told = json.loads(run(capsys, export=True, comment=asked.pk))
    assert told[0]["thành câu hỏi trong bài phỏng vấn số"] == talk.pk
    said = run(capsys, erase=True, comment=asked.pk)
    assert f"bài số {talk.pk}" in said and "1 ý kiến" in said
    assert talk.exchanges.get().asked_by == "Bạn đọc Lan", "a text that is out is the newsroom's"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({}, "một trong ba"),
        ({"export": True, "erase": True, "email": "a@b.vn"}, "một trong ba"),
        ({"export": True}, "bạn đọc nào"),
        ({"export": True, "email": " "}, "bạn đọc nào"),
        ({"erase": True, "email": "a@b.vn", "comment": 1}, "bạn đọc nào"),
        ({"erase": True, "email": "khong-co@vanlinh.example"}, "Không còn giữ"),
        ({"erase": True, "comment": 10**30}, "Không có ý kiến số"),
        ({"erase": True, "comment": -1}, "Không có ý kiến số"),
    ],
)
def test_a_command_that_names_nobody_erases_nothing(of_lan, capsys, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(capsys, **options)
    assert not Comment.objects.filter(erased_at__isnull=False).exists()


# ---------------------------------------------------------------- for how long


def test_marks_and_mail_addresses_go_when_their_time_is_over(article):
    now = timezone.now()
    for days in (1, 91, 366):
        comment = make_comment(
            article,
            created_at=now - timedelta(days=days),
            reader=MARK,
            sender=MARK,
            email="a@b.vn",
            status="approved",
        )
        voices.like(comment, MARK)
        voices.report(comment, MARK, reason="rude")
    Like.objects.filter(comment__created_at__lt=now - timedelta(days=2)).update(at=now - timedelta(days=91))
    Report.objects.filter(comment__created_at__lt=now - timedelta(days=2)).update(at=now - timedelta(days=91))
    keeping.forget(now)
    rows = Comment.objects.order_by("-created_at").values_list("sender", "reader", "email", "likes")
    assert list(rows) == [(MARK, MARK, "a@b.vn", 1), ("", "", "a@b.vn", 1), ("", "", "", 1)]
    assert Like.objects.filter(reader=MARK).count() == Report.objects.filter(reader=MARK).count() == 1
    assert keeping.forget(now) == 0


def test_forgetting_is_done_once_a_day_by_whoever_sends(article, monkeypatch):
    monkeypatch.setattr(keeping, "_forgotten_on", None)
    now, asked = timezone.now(), []
    monkeypatch.setattr(keeping, "forget", asked.append)
    for moment in (now, now, now + timedelta(days=1)):
        keeping.forget_daily(moment)
    assert asked == [now, now + timedelta(days=1)]


def test_readers_are_told_how_long(client):
    told = page(client.get("/quy-dinh-binh-luan/")).text("main")
    assert (
        f"xóa sau {keeping.MARKS_KEPT.days} ngày" in told and f"xóa sau {keeping.MAIL_KEPT.days} ngày" in told
    )
    # What is said of backups, and on days without a comment, a server's nightly job must do.
    nightly = (Path(settings.BASE_DIR) / "deploy" / "toa-soan-backup.service").read_text(encoding="utf-8")
    assert "Bản sao lưu" in told and "thêm chừng một tháng" in told and "-mtime +30 -delete" in nightly
    assert "manage.py reader_comments --forget\n" in nightly
