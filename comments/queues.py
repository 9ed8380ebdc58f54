"""What lies before the moderators: the queues, how many there are in each, and the figures of the day.

Nothing here loads a row to count it, and no count grows with the years: COUNTED is where counting stops.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, DurationField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone

from articles.vietnamese import tokens

from .models import Comment, CommentStatus, Decision, Flag, Reception, Report
from .screening import company

COMPARED = 1000  # of what waits, with one
MEASURED = 500  # of the day's decisions, the newest
COUNTED = 1000  # in a queue; more is "1.000+"
TARGET_MINUTES = 60
STATUS_VERBS = (Decision.Verb.APPROVE, Decision.Verb.REJECT, Decision.Verb.SPAM, Decision.Verb.BLOCK)
WAITING, REPORTED, SUSPECT, UNREAD, APPROVED, REJECTED = (
    "cho-duyet", "bi-bao-cao", "nghi-van", "dang-truoc", "da-duyet", "tu-choi",
)  # fmt: skip
NAMES = {
    WAITING: "Chờ duyệt",
    SUSPECT: "Nghi vấn",
    REPORTED: "Bị báo cáo",
    UNREAD: "Đã hiện, chưa ai duyệt",
    APPROVED: "Đã duyệt",
    REJECTED: "Đã từ chối",
}
# Dealt to one moderator at a time, oldest first; the others are looked up, newest first.
DEALT = (WAITING, SUSPECT, REPORTED, UNREAD)
# What a comment of this queue was when it was seen there.
SEEN_AS = {
    WAITING: CommentStatus.WAITING,
    SUSPECT: CommentStatus.WAITING,
    APPROVED: CommentStatus.APPROVED,
    UNREAD: CommentStatus.APPROVED,
    REJECTED: CommentStatus.REJECTED,
}


def queue(name, *, article=None, kind=None):
    """The comments of a queue, in its order; of one article and one kind where that is asked. KeyError: no such."""
    rows = _CONTENTS[name](Comment.objects.filter(erased_at=None))
    if article:
        rows = rows.filter(article=article)
    if kind:
        rows = rows.filter(kind=kind)
    return rows.order_by("created_at", "id") if name in DEALT else rows.order_by("-created_at", "-id")


def of_reader(comment):
    """Everything the reader of this comment sent, newest first, as far as a mark of them is kept; itself always."""
    same = Q(reader=comment.reader) if comment.reader else Q(pk=comment.pk)
    return Comment.objects.filter(same, erased_at=None).order_by("-created_at", "-id")


def after(rows, name, last):
    """What follows the comment `last` in an ordered queue."""
    if name in DEALT:
        return rows.filter(Q(created_at__gt=last.created_at) | Q(created_at=last.created_at, pk__gt=last.pk))
    return rows.filter(Q(created_at__lt=last.created_at) | Q(created_at=last.created_at, pk__lt=last.pk))


def _suspect(rows):
    return rows.filter(Exists(Flag.objects.filter(comment=OuterRef("pk"))), status=CommentStatus.WAITING)


def _reported(rows):
    # Few reports stand open at a time: they are asked first, never the comments.
    return rows.filter(pk__in=Report.objects.open().of_readers().values("comment"))


def _unread(rows):
    """Shown at once, because their reader is known, and seen by no moderator since."""
    # By nothing else: its status would have the database walk all that was ever approved.
    return rows.filter(pk__in=Report.objects.open().of_shown_at_once().values("comment"))


_CONTENTS = {
    WAITING: lambda rows: rows.filter(status=CommentStatus.WAITING),
    SUSPECT: _suspect,
    REPORTED: _reported,
    UNREAD: _unread,
    APPROVED: lambda rows: rows.filter(status=CommentStatus.APPROVED),
    REJECTED: lambda rows: rows.filter(status=CommentStatus.REJECTED),
}


def counts():
    """{queue: how many, as it is shown: "1.000+" where counting stopped}. One query for each."""
    found = {}
    for name in NAMES:
        number = queue(name).order_by()[:COUNTED].count()
        found[name] = grouped(number) + ("+" if number == COUNTED else "")
    return found


def grouped(number):
    return f"{number:,}".replace(",", ".")


def target():
    """How soon the paper promises to decide, as a timedelta. One query."""
    said = (
        Reception.objects.filter(scope=Reception.Scope.SITE).values_list("target_minutes", flat=True).first()
    )
    return timedelta(minutes=said or TARGET_MINUTES)


@dataclass(frozen=True)
class Figures:
    """The day so far, in the paper's time. oldest: since when the first of what waits does. median: from sending to
    the first word of a moderator. rate: percent approved of what was decided. None: nothing to tell from."""

    oldest: object
    decided: int
    median: timedelta | None
    rate: int | None


def figures(now=None):
    """The Figures at `now` (aware). Three queries, four where something was decided."""
    now = now or timezone.now()
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    oldest = queue(WAITING).values_list("created_at", flat=True).first()
    today = Decision.objects.filter(
        at__gte=midnight, at__lte=now, before=CommentStatus.WAITING, undone_by=None
    )
    first_words = today.filter(verb__in=STATUS_VERBS).order_by("-at", "-pk").values("pk")[:MEASURED]
    measured = Decision.objects.filter(pk__in=first_words).order_by()
    told = measured.aggregate(decided=Count("pk"), approved=Count("pk", filter=Q(verb=Decision.Verb.APPROVE)))
    decided, median, rate = told["decided"], None, None
    if decided:
        waited = ExpressionWrapper(F("at") - F("comment__created_at"), output_field=DurationField())
        ordered = measured.annotate(waited=waited).order_by("waited").values_list("waited", flat=True)
        median = ordered[decided // 2]
        rate = round(100 * told["approved"] / decided)
    return Figures(oldest, decided, median, rate)


def alike(comment):
    """The numbers of what waits and is like this one, itself among them, oldest first: the same words, almost the same
    words, or the same reader. Two queries; of the newest COMPARED only the words are read."""
    same = Q(pk=comment.pk)
    if comment.essence:
        same |= Q(essence=comment.essence)
    if comment.reader:
        same |= Q(reader=comment.reader)
    waiting = queue(WAITING)
    found = set(waiting.filter(same).values_list("pk", flat=True))
    mine = company.runs(" ".join(tokens(comment.text)))
    if mine:
        for pk, folded in waiting.order_by("-created_at", "-id").values_list("pk", "folded")[:COMPARED]:
            if pk not in found and company.likeness(mine, company.runs(folded)) >= company.ALIKE:
                found.add(pk)
    return sorted(found)
