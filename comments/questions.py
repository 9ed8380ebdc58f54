"""Readers' questions to the guest of an announced interview: what the page shows, and the turn one becomes."""

import re
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Case, Count, F, Q, When
from django.utils import timezone

from articles.models import Article, Exchange, Standing
from articles.models.interview import READER
from articles.workflow import Refused, record_change

from .models import Comment, CommentStatus
from .policy import can
from .screening.reading import UNSEEN

SHOWN = 50  # questions on the page; the count tells of all
TAKES_QUESTIONS = (
    Standing.DRAFT,
    Standing.IN_REVIEW,
)  # an approved text is not added to behind the approver's back
ANSWERED = Q(exchange__article=F("article"), exchange__answer__gt="")


@dataclass(frozen=True)
class Tally:
    """How many approved questions came, and how many of them the published interview answers."""

    came: int
    answered: int


def approved(article):
    return Comment.objects.questions().filter(article=article, status=CommentStatus.APPROVED)


def tally(article, now):
    """The Tally of an article's questions at `now` (aware). Nothing is answered before it is out. One query."""
    counts = approved(article).aggregate(came=Count("pk"), answered=Count("pk", filter=ANSWERED))
    return Tally(counts["came"], counts["answered"] if article.is_public(now) else 0)


def asked(article, now):
    """The first SHOWN approved questions, each with `answered_at`: the fragment of its answer, "" where there is none.

    In the order they came; once the interview is out, the answered ones first. One query.
    """
    out = article.is_public(now)
    rows = approved(article).order_by("created_at", "id")
    if out:
        rows = (
            rows.annotate(is_answered=Case(When(ANSWERED, then=1), default=0))
            .order_by("-is_answered", "created_at", "id")
            .select_related("exchange")
        )
    rows = list(rows[:SHOWN])
    for row in rows:
        row.answered_at = row.exchange.anchor if out and row.is_answered else ""
    return rows


def asker(question):
    """How the interview names who asks: "Bạn đọc Nguyễn Văn A (phường B)", within what Exchange.asked_by holds.

    What is not seen stays behind: a mark of direction would turn round the words of the newsroom beside it.
    """
    name, place = (UNSEEN.sub("", words) for words in (question.name, question.place))
    name = re.sub(rf"^{READER}\b\s*", "", name, flags=re.IGNORECASE)
    named = f"{READER} {name}".strip()
    placed = f"{named} ({place})" if place else named
    # Half a place would be a wrong place.
    return placed if len(placed) <= Exchange._meta.get_field("asked_by").max_length else named


def _place_before_closing(article):
    """The position for one more turn; the closing remarks, thanks that nobody answers, make room and stay last.

    A question of the desk's own that has no answer yet closes nothing.
    """
    turns, closing = list(article.exchanges.all()), []
    for exchange in reversed(turns):
        if exchange.answer or exchange.awaits_answer or exchange.question.endswith("?"):
            break
        closing.append(exchange)
    if not closing:
        return turns[-1].position + 1 if turns else 1
    article.exchanges.filter(pk__in=[exchange.pk for exchange in closing]).update(position=F("position") + 1)
    return closing[-1].position


@transaction.atomic
def turn_into_exchange(question, *, by):
    """Lay an approved question behind the last turn of its interview's draft, before the closing remarks.

    Returns the Exchange, the same one when repeated. PermissionDenied for who may not; articles.workflow.Refused where
    the question or the article is not ready for it.
    """
    if not can(by, "turn_question"):
        raise PermissionDenied("Tài khoản này không có quyền đưa câu hỏi vào bài.")
    article = Article.objects.select_for_update().get(pk=question.article_id)
    row = Comment.objects.select_for_update().get(pk=question.pk)
    if row.exchange_id:
        return row.exchange
    if not row.can_be_turned:
        raise Refused("Chỉ đưa vào bài câu hỏi đã duyệt.")
    standing = article.standing(timezone.now())
    if not article.is_interview or standing not in TAKES_QUESTIONS:
        raise Refused(
            f"Bài phỏng vấn đang ở trạng thái “{standing.label}”, chưa thêm câu hỏi được. "
            "Chỉ thêm được khi bài là bản nháp hoặc đang chờ duyệt."
        )
    guests = list(article.interviewees.all()[:2])
    row.exchange = Exchange.objects.create(
        article=article,
        position=_place_before_closing(article),
        asked_by=asker(row),
        question=row.text,
        answered_by=guests[0] if len(guests) == 1 else None,
    )
    row.save(update_fields=["exchange"])
    # Whoever has the form open learns that the article has grown (articles/admin/article_form.py).
    record_change(article, by=by, note="đưa câu hỏi của bạn đọc vào bài")
    question.exchange = row.exchange
    return row.exchange
