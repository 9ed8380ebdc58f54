"""The verbs of sign-off ("duyệt lời"): the desk invites, revokes, lets through; the interviewee approves and comments.

The desk's verbs ask articles/policy.py and take `by`, the user who acts. The interviewee's take the SignOff their link
opened and ask it again whether it is still open. Errors are workflow.Refused, with sentences for whoever acted.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from .consent import Kind, State, consent_of
from .links import TOKEN, hash_of, new_token
from .models import Article, SignOff, SignOffEvent
from .policy import OPEN_TO_INTERVIEWEE, can
from .vietnamese import nfc
from .workflow import NotAllowed, Refused

DAYS = (3, 7, 14)  # how long a link may be made to last
MAX_LENGTH = 5000  # characters of one comment, after composing
MAX_COMMENTS = 100  # of one interviewee on one interview: beyond, somebody should call
A_SITTING = timedelta(minutes=1)  # a page loaded again within it is the same view


class Closed(Refused):
    """The link does not open (any more): unknown, expired, revoked, or its article was withdrawn. Never says which."""


class WordsChanged(Refused):
    """The desk changed the words of this exchange between the showing of the page and the press."""

    def __init__(self, exchange_id):
        super().__init__(
            "Tòa soạn vừa sửa câu này sau khi ông/bà mở trang. Lời mới nằm ở bên dưới, xin đọc lại rồi bấm lần nữa."
        )
        self.exchange_id = exchange_id


@dataclass(frozen=True)
class Invitation:
    """path: the address of the link ("/duyet-loi/…/"), which cannot be had again."""

    sign_off: SignOff
    path: str


# ---------------------------------------------------------------- the desk


def _allowed(interviewee, action, doing, *, by):
    """Lock the article until the transaction ends; NotAllowed where the policy says no."""
    article = Article.objects.select_for_update().get(pk=interviewee.article_id)
    if not can(by, action, article):
        raise NotAllowed(f"{by} không được {doing} khi bài đang ở trạng thái “{article.get_status_display()}”.")
    return article


@transaction.atomic
def invite(interviewee, *, by, days=7):
    """Make the interviewee's link, open for so many days (of DAYS), and return the Invitation.

    The link before, if any, is revoked. Refused where they answer nothing.
    """
    _allowed(interviewee, "invite_sign_off", "gửi duyệt lời", by=by)
    if days not in DAYS:
        raise Refused(f"Đường dẫn dùng được {DAYS[0]}, {DAYS[1]} hoặc {DAYS[2]} ngày.")
    if not consent_of(interviewee).standings:
        raise Refused(f"{interviewee.speaker} chưa có câu trả lời nào trong bài.")
    now = timezone.now()
    _close(interviewee, by=by, now=now)
    token, kept = new_token()
    sign_off = SignOff.objects.create(
        interviewee=interviewee,
        token_hash=kept,
        created_by=by,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    return Invitation(sign_off, reverse("articles:sign_off", args=[token]))


@transaction.atomic
def revoke(interviewee, *, by):
    """The link opens no more, from this moment on. Refused where there is none."""
    _allowed(interviewee, "revoke_sign_off", "thu hồi đường dẫn duyệt lời", by=by)
    if not _close(interviewee, by=by, now=timezone.now()):
        raise Refused(f"{interviewee.speaker} không có đường dẫn nào đang mở.")


def _close(interviewee, *, by, now):
    """Revoke the open link and record it; whether there was one."""
    sign_off = interviewee.sign_offs.select_for_update().filter(revoked_at=None).first()
    if sign_off is None:
        return False
    sign_off.revoked_at = now
    sign_off.save(update_fields=["revoked_at"])
    SignOffEvent.objects.create(interviewee=interviewee, sign_off=sign_off, kind=Kind.REVOKED, by=by, at=now)
    return True


@transaction.atomic
def override(interviewee, *, by, reason):
    """Let through the answers that are not approved, as they stand now; the reason stays in the record.

    One event for each answer: words changed afterwards are not let through. Refused without a reason, and where
    nothing is left to ask.
    """
    _allowed(interviewee, "override_sign_off", "cho đăng khi chưa duyệt lời", by=by)
    reason = nfc(reason).strip()
    if not reason:
        raise Refused("Khi cho đăng mà không chờ duyệt lời, cần ghi lý do.")
    waiting = [standing for standing in consent_of(interviewee).standings if not standing.settled]
    if not waiting:
        raise Refused(f"{interviewee.speaker} không còn câu trả lời nào chờ duyệt.")
    for standing in waiting:
        _record(interviewee, Kind.OVERRIDE, standing, words=reason, by=by)


def _record(interviewee, kind, standing, **given):
    return SignOffEvent.objects.create(
        interviewee=interviewee,
        kind=kind,
        exchange=standing.exchange,
        question=standing.question,
        answer=standing.exchange.answer,
        **given,
    )


# ---------------------------------------------------------------- the interviewee


def find(token):
    """The SignOff this token opens at this moment, with interviewee, person and article; Closed for anything else.

    What is compared is a hash of 256 random bits: how long the database takes tells nothing about the token.
    """
    if not TOKEN.fullmatch(token):
        raise Closed("Đường dẫn không dùng được.")
    rows = SignOff.objects.select_related("interviewee__person", "interviewee__article")
    sign_off = rows.filter(token_hash=hash_of(token)).first()
    if sign_off is None:
        raise Closed("Đường dẫn không dùng được.")
    _still_open(sign_off)
    return sign_off


def _still_open(sign_off):
    article = sign_off.interviewee.article
    if not (sign_off.is_open(timezone.now()) and article.standing(timezone.now()) in OPEN_TO_INTERVIEWEE):
        raise Closed("Đường dẫn không dùng được.")


def _locked(sign_off):
    """The row as it is now, locked until the transaction ends: two presses at once become two, one after the other."""
    rows = SignOff.objects.select_for_update(of=("self",)).select_related("interviewee__person", "interviewee__article")
    row = rows.get(pk=sign_off.pk)
    _still_open(row)
    return row


@transaction.atomic
def record_view(sign_off):
    """Write down that the link was opened; not again while the same sitting goes on."""
    row = _locked(sign_off)
    now = timezone.now()
    if not row.events.filter(at__gt=now - A_SITTING).exists():
        SignOffEvent.objects.create(interviewee=row.interviewee, sign_off=row, kind=Kind.VIEWED, at=now)


@transaction.atomic
def approve(sign_off, exchange_id, *, seen):
    """Approve one own answer. seen: the fingerprint of the words the interviewee had before them.

    Refused for what is none of their answers, WordsChanged where the words are others by now. Twice is once.
    """
    row = _locked(sign_off)
    standing = _own(row, exchange_id, seen)
    if standing.state != State.APPROVED:
        _record(row.interviewee, Kind.APPROVED, standing, sign_off=row)


@transaction.atomic
def approve_all(sign_off, *, seen):
    """Approve every own answer that has no open comment. seen: {exchange id: fingerprint} of what the page showed.

    All or nothing: Refused as in approve(), also where an answer has come in that the page did not show.
    """
    row = _locked(sign_off)
    for standing in consent_of(row.interviewee).standings:
        if standing.state in (State.APPROVED, State.COMMENTED):
            continue
        _same_words(standing, seen.get(standing.exchange.pk, ""))
        _record(row.interviewee, Kind.APPROVED, standing, sign_off=row)


@transaction.atomic
def comment(sign_off, exchange_id, text, *, seen):
    """Comment on one own answer: it counts as not approved until the desk changes it or the interviewee approves.

    Refused for an empty or overlong text, too. The same words over the same answer twice are one comment.
    """
    row = _locked(sign_off)
    standing = _own(row, exchange_id, seen)
    text = nfc(text).strip()
    if not text:
        raise Refused("Ông/bà chưa viết góp ý. Xin viết vào ô rồi bấm gửi.")
    if len(text) > MAX_LENGTH:
        raise Refused(f"Góp ý dài {len(text)} ký tự, quá {MAX_LENGTH} ký tự cho phép. Xin rút gọn rồi gửi.")
    if standing.state == State.COMMENTED and standing.decision.words == text:
        return
    if row.interviewee.sign_off_events.filter(kind=Kind.COMMENTED).count() >= MAX_COMMENTS:
        raise Refused("Trang này đã nhận rất nhiều góp ý. Xin gọi cho tòa soạn để trao đổi trực tiếp.")
    _record(row.interviewee, Kind.COMMENTED, standing, sign_off=row, words=text)


def _own(sign_off, exchange_id, seen):
    """The standing of one own answer, with the words that were seen."""
    for standing in consent_of(sign_off.interviewee).standings:
        if standing.exchange.pk == exchange_id:
            _same_words(standing, seen)
            return standing
    # Another person's, another article's, a deleted one, none at all: one sentence for all of them.
    raise Refused("Câu trả lời này không còn trong phần lời của ông/bà. Xin đọc lại các câu bên dưới.")


def _same_words(standing, seen):
    if seen != standing.fingerprint:
        raise WordsChanged(standing.exchange.pk)
