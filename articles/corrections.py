"""The verbs of corrections: a request comes in and its clock starts, a draft is written, it is published or dismissed.

Each verb locks the article, asks the policy and takes `by`, the user who acts. Errors are workflow.Refused with
sentences for that user; what is missing is a list of readiness.Problem, each naming its field of the form.
"""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .models import Article, Correction, Standing
from .policy import can
from .quoting import not_in, printed, words_of
from .readiness import Problem
from .vietnamese import nfc
from .workflow import NotAllowed, Refused, correct

Kind = Correction.Kind
# What somebody writes; the rest is the clock's and the verbs'.
WRITTEN = ("kind", "piece", "revision", "wrong", "right", "apology", "requested_by", "received_at")
CHANGED_MEANWHILE = "Người khác vừa sửa bản cải chính này. Phần bạn viết chưa được lưu, còn nguyên ở dưới."


def piece_of(article):
    """The first of the four parts, in words: “Tít bài”, chuyên mục Kinh tế, đăng ngày 20/11/2026."""
    piece = f"“{article.headline}”, chuyên mục {article.section.name}"
    if article.published_at:
        piece += f", đăng ngày {timezone.localtime(article.published_at):%d/%m/%Y}"
    return piece


def due(kind, received_at):
    """When a correction of this kind must be out, by the paper's own settings (CORRECTION_HOURS)."""
    return received_at + timedelta(hours=settings.CORRECTION_HOURS[kind])


def state_of(correction):
    """A fingerprint of what is written, to tell whether somebody else wrote since a form was opened."""
    written = [str(getattr(correction, "revision_id" if name == "revision" else name)) for name in WRITTEN]
    ends = [str(correction.published_at), str(correction.dismissed_at)]
    return hashlib.sha256("\0".join([*written, *ends]).encode()).hexdigest()[:32]


# ---------------------------------------------------------------- the verbs


@transaction.atomic
def open_request(article, *, by, kind, **written):
    """A complaint has come in, or the paper has found a fault itself: return the waiting Correction, its clock running.

    written: any of WRITTEN but the kind; received_at (aware) is now where none is given, piece is worded from the
    article. Half of it may be missing.
    """
    row = _locked(article, by=by)
    correction = Correction(article=row)
    _write(correction, by=by, kind=kind, **written)
    correction.save()
    return correction


@transaction.atomic
def save_draft(correction, *, by, seen=None, **written):
    """Change what is written of a waiting correction, in place. seen: state_of() it when the form was opened."""
    _take(correction, by=by, seen=seen)
    _write(correction, by=by, **written)
    correction.save()


@transaction.atomic
def publish(correction, *, by, seen=None):
    """Before the readers: on the story, in the register, for good. Refused with every part that is missing."""
    _take(correction, by=by, seen=seen)
    if problems := missing(correction, by=by):
        raise Refused(*problems)
    # The Transition first: where it fails nothing is out.
    correct(correction.article, by=by, reason=f"{correction.get_kind_display()}: {correction.right}")
    correction.by, correction.published_at = by, timezone.now()
    correction.save()


@transaction.atomic
def dismiss(correction, *, by, reason, seen=None):
    """The request has no ground: it is closed for the reason given, its clock stops, readers never see it."""
    _take(correction, by=by, seen=seen)
    if not reason.strip():
        raise Refused("Khép lại không đăng thì cần ghi vì sao; lý do ở lại trong sổ.")
    correction.dismissal = nfc(reason).strip()
    correction.dismissed_by, correction.dismissed_at = by, timezone.now()
    correction.save()


@transaction.atomic
def reopen(correction, *, by):
    """A dismissed request waits again, with the clock it had."""
    _locked(correction.article, by=by)
    correction.refresh_from_db(from_queryset=Correction.objects.select_for_update())
    if correction.dismissed_at is None:
        raise Refused("Yêu cầu này không khép: có người vừa mở lại.")
    correction.dismissed_at = correction.dismissed_by = None
    correction.dismissal = ""
    correction.save()


def _locked(article, *, by):
    row = Article.objects.select_for_update().get(pk=article.pk)
    if not can(by, "correct", row):
        standing = row.standing(timezone.now())
        raise NotAllowed(f"{by} không được cải chính bài này khi bài đang ở trạng thái “{standing.label}”.")
    return row


def _take(correction, *, by, seen):
    """Lock, and make sure that it still waits and is what the user saw."""
    _locked(correction.article, by=by)
    row = Correction.objects.select_for_update().get(pk=correction.pk)
    if row.published_at:
        raise Refused("Cải chính này đã đăng. Cần nói thêm thì lập một cải chính khác.")
    if row.dismissed_at:
        raise Refused(f"{row.dismissed_by} đã khép yêu cầu này, không đăng. Muốn viết tiếp thì mở lại.")
    if seen is not None and seen != state_of(row):
        raise Refused(CHANGED_MEANWHILE)
    correction.refresh_from_db()


def _write(correction, *, by, **written):
    """Lay what was written over the correction; nothing is stored yet."""
    if unknown := written.keys() - set(WRITTEN):
        raise TypeError(f"not written by anybody: {sorted(unknown)}")
    before = correction.revision_id, correction.wrong
    for name, value in written.items():
        setattr(correction, name, nfc(value).strip() if isinstance(value, str) else value)
    if correction.kind not in Kind.values:
        raise Refused("Không có loại cải chính này.")
    if correction.received_at > timezone.now():
        raise Refused(Problem("Thời điểm nhận yêu cầu chưa tới.", "received_at"))
    if correction.revision and correction.revision.article_id != correction.article_id:
        raise Refused(Problem("Bản lưu được chọn không phải của bài này.", "revision"))
    quotes = correction.revision_id or before[0]
    if quotes and (correction.revision_id, correction.wrong) != before and not may_quote(correction, by):
        raise NotAllowed(
            "Bài đã gỡ, chữ trong bài đã niêm: chỉ Tổng biên tập trích và sửa lời trích từ bản lưu."
        )
    correction.piece = correction.piece or piece_of(correction.article)
    correction.due_at = due(correction.kind, correction.received_at)


# ---------------------------------------------------------------- the four parts


def may_quote(correction, user):
    """Whether this user may read the revisions that a quotation is taken from."""
    return can(user, "read_history", correction.article)


def missing(correction, *, by):
    """What the correction lacks before readers may see it: a list of Problems, empty when it is whole."""
    removal = correction.kind == Kind.REMOVAL
    problems = []
    if not correction.piece:
        problems.append(Problem("Phần 1: chưa ghi bài, chuyên mục và ngày đăng.", "piece"))
    if not correction.wrong:
        problems.append(Problem("Phần 2: chưa ghi nội dung sai.", "wrong"))
    problems += _quotation(correction, by)
    if not correction.right:
        lacks = "chưa ghi vì sao gỡ bài" if removal else "chưa ghi nội dung đúng"
        problems.append(Problem(f"Phần 3: {lacks}.", "right"))
    if correction.kind == Kind.APOLOGY and not correction.apology:
        problems.append(Problem("Phần 4: thông tin cải chính phải kèm lời xin lỗi.", "apology"))
    if removal and correction.article.standing(timezone.now()) != Standing.WITHDRAWN:
        problems.append(Problem("Bài chưa gỡ: gỡ bài trước, hoặc chọn loại khác.", "kind"))
    return problems


def _quotation(correction, by):
    """Problems of the quotation: none chosen where one could be, or words that did not stand there.

    A removal may be told in the paper's own words. So may what concerns a story whose text is sealed for `by`: a
    refusal here would tell them which words stand in it. What the chief editor quoted from it was asked then.
    """
    if not may_quote(correction, by):
        return []
    if correction.revision is None:
        if correction.kind == Kind.REMOVAL or not printed(correction.article, timezone.now()):
            return []
        return [Problem("Phần 2: chưa chọn bản lưu để trích nội dung sai.", "revision")]
    strange = not_in(correction.wrong, words_of(correction.revision.snapshot))
    return [Problem(_not_there(correction, strange), "wrong")] if strange else []


def _not_there(correction, strange):
    """The sentence for words that are not in the revision; it names another that has them, if one does."""
    cut = f"{strange[:80]}…" if len(strange) > 80 else strange
    sentence = f"Phần 2: “{cut}” không có trong {str(correction.revision).lower()}"
    for other in printed(correction.article, timezone.now()):
        if not not_in(correction.wrong, other.words):
            return f"{sentence}; lời này nằm trong {str(other.revision).lower()}, hãy chọn bản ấy."
    return f"{sentence}. Hãy chép nguyên văn từ bài, mỗi đoạn trích một dòng riêng."
