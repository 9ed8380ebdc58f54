"""What is kept about a reader, for how long; one reader's comments handed out or erased, the thread staying whole."""

from datetime import timedelta

from django.db import transaction
from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from articles.vietnamese import tokens

from .models import Block, Comment, Flag, Like, Report

MARKS_KEPT = timedelta(days=90)  # of addresses and browsers
MAIL_KEPT = timedelta(days=365)
ERASED_NAME = "Bạn đọc"
ERASED_TEXT = "Ý kiến này đã được xóa theo yêu cầu của người viết."

_forgotten_on = None


def forget_daily(now):
    """forget(), at most once a day in this process: the rules readers are shown are kept without anybody's doing."""
    global _forgotten_on
    today = now.date()
    if _forgotten_on != today:
        _forgotten_on = today
        forget(now)


def _numbered(before):
    """An expression: `before` and the row's own number. Unique where a mark had to be, and says nothing."""
    return Concat(Value(before), Cast("pk", CharField()))


@transaction.atomic
def forget(now=None):
    """Empty the marks of readers and their mail addresses where they are too old; return how many rows were touched."""
    now = now or timezone.now()
    old = Comment.objects.filter(created_at__lt=now - MARKS_KEPT)
    touched = old.exclude(sender="", reader="").update(sender="", reader="")
    touched += Comment.objects.filter(created_at__lt=now - MAIL_KEPT).exclude(email="").update(email="")
    # What was liked and reported stays counted; by whom is nobody's any more.
    for voices in (Like, Report):
        rows = voices.objects.filter(at__lt=now - MARKS_KEPT).exclude(reader__startswith="-")
        touched += rows.update(reader=_numbered("-"))
    Block.objects.filter(until__lt=now - MARKS_KEPT).delete()
    return touched


def of_reader(*, email="", comment=None):
    """The comments of one reader: those with this mail address, or those that came the way this one came.

    By a comment: the same mail address where it has one, else the same mark of address and browser under the same name.
    """
    everything = Comment.objects.filter(erased_at=None).order_by("created_at", "id")
    if email:
        return everything.filter(email__iexact=email.strip())
    if comment.email:
        return everything.filter(Q(pk=comment.pk) | Q(email__iexact=comment.email))
    if comment.reader:
        return everything.filter(Q(pk=comment.pk) | Q(reader=comment.reader, name=comment.name))
    return everything.filter(pk=comment.pk)


def exported(comment):
    """A dict of what is kept of one comment, for the reader who asks: names in Vietnamese, plain values."""
    return {
        "số": comment.pk,
        "bài": comment.article.get_absolute_url() if comment.article.is_public(timezone.now()) else None,
        "trả lời ý kiến số": comment.parent_id,
        "loại": comment.get_kind_display(),
        "họ tên": comment.name,
        "thư điện tử": comment.email,
        "nơi ở": comment.place,
        "lời": comment.text,
        "gửi lúc": timezone.localtime(comment.created_at).isoformat(),
        "trạng thái": comment.get_status_display(),
        "lượt thích": comment.likes,
        "thành câu hỏi trong bài phỏng vấn số": comment.exchange and comment.exchange.article_id,
        "dấu địa chỉ mạng": comment.sender,
        "dấu trình duyệt": comment.reader,
    }


def in_interviews(comments):
    """The numbers of the interviews whose text holds a question of these comments; erasing leaves it there. One query.

    A published text is the newsroom's to change, under its own rules: somebody has to be told.
    """
    turns = Comment.objects.filter(pk__in=[comment.pk for comment in comments], exchange__isnull=False)
    return sorted(set(turns.values_list("exchange__article", flat=True)))


@transaction.atomic
def erase(comments):
    """Take the words, name, place, mail address and marks out of these comments; return how many.

    The rows stay, so that answers keep what they answer and decisions what was decided on. Cannot be undone.
    """
    now, numbers = timezone.now(), [comment.pk for comment in comments]
    Flag.objects.filter(comment__in=numbers).delete()
    return Comment.objects.filter(pk__in=numbers, erased_at=None).take_words(
        name=ERASED_NAME,
        text=ERASED_TEXT,
        folded=" ".join(tokens(f"{ERASED_NAME} {ERASED_TEXT}")),
        place="",
        email="",
        sender="",
        reader="",
        essence="",
        submission=_numbered("erased-"),  # it was made of the words
        pinned_at=None,  # nobody is led to where nothing stands any more
        erased_at=now,
    )
