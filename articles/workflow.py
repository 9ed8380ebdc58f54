"""The verbs of the newsroom: the only writers of an article's status.

Each verb locks the row, asks the policy, checks what is missing, writes, and leaves a Transition and a Revision.
`by` is the user who acts. Errors carry sentences for that user.
"""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .consent import unsigned
from .models import Article, Correction, Status, Transition, Verb
from .policy import can
from .snapshot import keep_revision
from .typeset import image_ids_of


class Refused(Exception):
    """The verb was not carried out. `problems`: sentences in Vietnamese, at least one."""

    def __init__(self, *problems):
        super().__init__(" ".join(problems))
        self.problems = list(problems)


class NotAllowed(Refused):
    """This user may not do this to this article, in the state it is in."""


def publishing_problems(article):
    """What an article still lacks before readers may see it: a list of Vietnamese sentences, empty when complete."""
    problems = []
    if not article.standfirst:
        problems.append("Chưa có sapo.")
    if not article.bylines.exists():
        problems.append("Chưa có người ký tên.")
    exchanges = list(article.exchanges.with_speakers()) if article.is_interview else []
    if article.is_interview:
        if not any(exchange.question and exchange.answer for exchange in exchanges):
            problems.append("Bài phỏng vấn chưa có lượt hỏi – đáp nào.")
        if any(exchange.answer and not exchange.answered_by_id for exchange in exchanges):
            problems.append("Có câu trả lời chưa ghi người trả lời.")
        if unanswered := sum(exchange.awaits_answer for exchange in exchanges):
            problems.append(f"{unanswered} câu hỏi của bạn đọc chưa có câu trả lời.")
        if settings.REQUIRE_SIGN_OFF:
            problems += [f"{guest.speaker} chưa duyệt lời." for guest in unsigned(article)]
    elif not article.body:
        problems.append("Chưa có nội dung.")
    if article.unplaced:
        problems.append("Còn đoạn trong bản gốc chưa xếp vào bài.")
    pictures = image_ids_of(article)
    missing = pictures.filter(file="").count()
    if missing:
        problems.append(f"{missing} ảnh còn thiếu tệp.")
    bare = pictures.exclude(file="").filter(credit="").count()
    if bare:
        problems.append(f"{bare} ảnh chưa ghi nguồn.")
    return problems


def _locked(article, verb, *, by, action=None):
    """The row of the article as it is now, locked until the transaction ends, once the policy agrees."""
    row = Article.objects.select_for_update().get(pk=article.pk)
    if not can(by, action or verb.value, row):
        raise NotAllowed(
            f"{by} không được “{verb.label}” bài này khi bài đang ở trạng thái “{row.get_status_display()}”."
        )
    return row


@transaction.atomic
def _carry_out(article, verb, to, *, by, reason=""):
    """One verb that changes nothing but the status."""
    return _record(article, _locked(article, verb, by=by), verb, to, by=by, reason=reason)


def _record(article, row, verb, to, *, by, reason="", urgent=False, missing=(), **changes):
    """Write the locked row, update `article` in place, return the Transition."""
    before = row.status
    row.status = to
    for name, value in changes.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    for name in ("status", "version", "slug", *changes):
        setattr(article, name, getattr(row, name))
    revision = keep_revision(row, by=by, note=verb.label)
    return Transition.objects.create(
        article=row,
        verb=verb,
        from_status=before,
        to_status=to,
        by=by,
        reason=reason,
        urgent=urgent,
        missing=list(missing),
        revision=revision,
    )


def submit(article, *, by, reason=""):
    """Draft -> in review."""
    return _carry_out(article, Verb.SUBMIT, Status.IN_REVIEW, by=by, reason=reason)


def return_to_writer(article, *, by, reason):
    """In review, ready or withdrawn -> draft. A reason is required: the writer must know what to mend."""
    if not reason.strip():
        raise Refused("Khi trả bài cần ghi lý do để người viết biết phải sửa gì.")
    return _carry_out(article, Verb.RETURN, Status.DRAFT, by=by, reason=reason.strip())


def approve(article, *, by, reason=""):
    """In review -> ready. Nobody approves their own story (the policy's rule)."""
    return _carry_out(article, Verb.APPROVE, Status.READY, by=by, reason=reason)


@transaction.atomic
def publish(article, *, by, at=None, urgent=False, reason=""):
    """Ready -> published at `at` (aware; None: the time set on the article, else now). A time to come schedules it.

    urgent: from any state of the desk, at once, though something be missing; what was missing is recorded and the
    story waits for review after. Raises Refused with everything that is missing when not urgent.
    """
    row = _locked(article, Verb.PUBLISH, by=by, action="publish_urgently" if urgent else "publish")
    missing = publishing_problems(row)
    if missing and not urgent:
        raise Refused(*missing)
    now = timezone.now()
    at = at or row.published_at or now
    if urgent and at > now:
        at = now
    return _record(
        article,
        row,
        Verb.PUBLISH,
        Status.PUBLISHED,
        by=by,
        reason=reason,
        urgent=urgent,
        missing=missing,
        published_at=at,
    )


def withdraw(article, *, by, reason):
    """Published -> withdrawn: readers get 410 from now on. A reason is required; it stays in the record."""
    if not reason.strip():
        raise Refused("Khi gỡ bài cần ghi lý do.")
    return _carry_out(article, Verb.WITHDRAW, Status.WITHDRAWN, by=by, reason=reason.strip())


@transaction.atomic
def correct(article, *, by, wrong, right, kind=Correction.Kind.SMALL, apology=""):
    """Publish a Correction on a published story; returns it."""
    if not wrong.strip() or not right.strip():
        raise Refused("Cần ghi rõ nội dung sai và nội dung đúng.")
    if kind == Correction.Kind.APOLOGY and not apology.strip():
        raise Refused("Thông tin cải chính phải kèm lời xin lỗi.")
    _carry_out(article, Verb.CORRECT, Status.PUBLISHED, by=by, reason=right.strip())
    return Correction.objects.create(
        article=article, kind=kind, wrong=wrong.strip(), right=right.strip(), apology=apology.strip(), by=by
    )
