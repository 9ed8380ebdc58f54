"""The workflow's verbs as buttons, each saying what it will do."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.utils import timezone

from .. import policy, workflow
from ..models import Standing
from ..models.standing import appears_at
from ..readiness import publishing_problems
from . import schedule
from .desk import moment, remaining
from .rights import may

UNSEEN_PAGE = "Trang gửi đi không nói bạn đã đọc bản nào. Hãy mở lại bài rồi bấm lần nữa."


@dataclass(frozen=True)
class Button:
    """A verb as the desk offers it.

    action: of policy.RULES. act(article, by, reason, seen) carries it out. effect: what will happen, in a sentence.
    done: what the message says afterwards. weight: "main" for the way forward, "grave" for what readers notice at
    once, "aside" for what leads off the way. applies(article) says whether there is anything to do.
    """

    action: str
    label: str
    effect: str
    done: str
    act: Callable
    weight: str = ""
    needs_reason: bool = False
    applies: Callable = staticmethod(lambda article: True)


def at_once(article, **given):
    """At once means at once, whatever time had been set."""
    return workflow.publish(article, urgent=True, at=timezone.now(), **given)


BUTTONS = (
    Button(
        "submit",
        "Gửi duyệt",
        "Bài sang hàng chờ duyệt; phóng viên thôi sửa cho đến khi được trả lại.",
        "Đã gửi duyệt",
        workflow.submit,
        weight="main",
    ),
    Button(
        "approve",
        "Duyệt",
        "Bạn đứng tên duyệt đúng bản này. Ai sửa chữ nào sau đó thì phải duyệt lại.",
        "Đã duyệt",
        workflow.approve,
        weight="main",
    ),
    Button(
        "publish",
        "Đăng",
        "Bạn đọc thấy bài ngay. Muốn hẹn giờ thì ghi “Thời điểm đăng” ở dưới rồi mới bấm.",
        "Đã đăng",
        workflow.publish,
        weight="main",
    ),
    Button(
        "review_after",
        "Hậu kiểm đạt",
        "Bạn đã đọc bản đang đăng và đứng tên chịu trách nhiệm về bản ấy.",
        "Đã hậu kiểm",
        workflow.review_after,
        weight="main",
        applies=lambda article: article.transitions.awaiting_review().exists(),
    ),
    Button(
        "unschedule",
        "Hủy hẹn giờ",
        "Bài về trạng thái đã duyệt; giờ hẹn còn đó để đăng lại.",
        "Đã hủy hẹn giờ",
        workflow.unschedule,
    ),
    Button(
        "return_to_writer",
        "Trả bài",
        "Bài về bản nháp của người viết, kèm lý do.",
        "Đã trả bài",
        workflow.return_to_writer,
        needs_reason=True,
    ),
    Button(
        "publish_urgently",
        "Đăng khẩn",
        "Bạn đọc thấy bài ngay bây giờ, dù chưa duyệt hay còn thiếu; một người khác phải hậu kiểm.",
        "Đã đăng khẩn, chờ hậu kiểm",
        at_once,
        weight="grave",
    ),
    Button(
        "withdraw",
        "Gỡ bài",
        "Bạn đọc thôi thấy bài trong vài giây; chữ nghĩa được niêm phong, chỉ tổng biên tập đọc được.",
        "Đã gỡ",
        workflow.withdraw,
        weight="grave",
        needs_reason=True,
    ),
    Button(
        "untrash",
        "Lấy khỏi thùng rác",
        "Bài trở lại bàn làm việc, đúng trạng thái lúc bỏ.",
        "Đã lấy lại",
        workflow.untrash,
        weight="main",
    ),
    Button(
        "trash",
        "Bỏ vào thùng rác",
        "Bài rời các danh sách; lấy lại được bất cứ lúc nào.",
        "Đã bỏ vào thùng rác",
        workflow.trash,
        weight="aside",
    ),
    Button(
        "erase",
        "Xóa hẳn",
        "Không lấy lại được nữa. Hồ sơ và các bản lưu còn niêm phong cho tổng biên tập.",
        "Đã xóa hẳn",
        workflow.erase,
        weight="grave",
        needs_reason=True,
    ),
)


def offered(request, article):
    """The buttons this user may press on this article as it stands."""
    return [button for button in BUTTONS if may(request, button.action, article) and button.applies(article)]


def panel(request, article):
    """What the article's screen shows of the next step.

    {standing, note, saving, missing, unreviewed, onward, aside, version, reason}: onward is the one button that leads
    on, or None; aside are the others.
    """
    now = timezone.now()
    buttons = [_told(button, article, now) for button in offered(request, article)]
    onward = next((button for button in buttons if button.weight == "main"), None)
    standing = article.standing(now)
    before_readers = standing in (Standing.DRAFT, Standing.IN_REVIEW, Standing.READY)
    return {
        "standing": standing,
        "note": schedule.running(_note(article, standing, now), article, now),
        "missing": publishing_problems(article) if before_readers else [],
        "unreviewed": list(article.transitions.awaiting_review().select_related("by")),
        "saving": _saving(request, article, standing),
        "onward": onward,
        "aside": [button for button in buttons if button is not onward],
        "version": article.version,
        "reason": request.POST.get("_reason", ""),
    }


def _told(button, article, now):
    """The button with its effect on this very article: an hour that is set decides when readers see it."""
    at = appears_at(article)
    if button.action != "publish" or at is None:
        return button
    if at > now:
        left = remaining(at, now) or "trong phút này"
        return replace(button, effect=f"Bài tự hiện lúc {moment(at)} ({left}), theo giờ đặt ở dưới.")
    if article.published_at is None:
        return button
    return replace(button, effect=f"Bạn đọc thấy bài ngay, với ngày đăng {moment(article.published_at)} đặt ở dưới.")


def _saving(request, article, standing):
    """What saving changed words does here beyond saving them, as a sentence; "" where it does no more."""
    if not may(request, "edit", article):
        return ""
    if standing in (Standing.READY, Standing.SCHEDULED):
        return "Sửa chữ rồi lưu thì bài trở lại chờ duyệt. Chỉ đổi giờ thì không."
    if standing not in (Standing.PUBLISHED, Standing.EXPIRED):
        return ""
    if policy.is_own(request.user, article):
        return "Sửa chữ rồi lưu là thành bản trên trang báo. Bài của bạn, nên một người khác phải hậu kiểm."
    return "Sửa chữ rồi lưu là thành bản trên trang báo, do bạn đứng tên. Hãy ghi vì sao sửa."


def _note(article, standing, now):
    """Where the article stands, as a sentence with its hour; "" where the state says it all."""
    if standing == Standing.SCHEDULED:
        at = max(filter(None, [article.published_at, article.embargo_until]))
        return f"Bài sẽ tự hiện lúc {moment(at)} ({remaining(at, now) or 'trong phút này'})."
    if standing == Standing.EXPIRED:
        return f"Bạn đọc thôi thấy bài từ {moment(article.unpublish_at)}."
    if standing == Standing.PUBLISHED:
        note = f"Bạn đọc thấy bài từ {moment(article.published_at)}."
        if article.unpublish_at:
            note += f" Bài hạ xuống lúc {moment(article.unpublish_at)} ({remaining(article.unpublish_at, now)})."
        return note
    if standing == Standing.TRASHED:
        return f"Bỏ vào thùng rác lúc {moment(article.trashed_at)}."
    last = article.transitions.steps().select_related("by").first()
    if last is None:
        return f"{article.created_by or 'Tòa soạn'} lập lúc {moment(article.created_at)}."
    said = f" Lời nhắn: {last.reason}" if last.reason else ""
    return f"{last.by or 'Tòa soạn'} {last.get_verb_display()} lúc {moment(last.at)}.{said}"


def carry_out(request, article, seen=None):
    """Do what the pressed button (POST `_verb`) says and tell the user: it is done, or every reason why not.

    seen: the version the user has read; by default the one the page was made with (POST `_seen`): without one nothing
    is done. SuspiciousOperation (400) for a verb there is no button for.
    """
    button = next((button for button in BUTTONS if button.action == request.POST.get("_verb")), None)
    if button is None:
        raise SuspiciousOperation("no such verb")
    if seen is None:
        said = request.POST.get("_seen", "")
        if not (said.isascii() and said.isdecimal() and len(said) <= 9):
            messages.error(request, UNSEEN_PAGE)
            return
        seen = int(said)
    try:
        button.act(article, by=request.user, reason=request.POST.get("_reason", ""), seen=seen)
    except workflow.Refused as refused:
        for problem in refused.problems:
            messages.error(request, problem)
    else:
        messages.success(request, f"{button.done}: {article}.{_when(article)}")


def tell_of_lapse(request, article):
    """Say that what was just saved needs another approval; whether the button pressed with it can do nothing for that.

    One answer to one press: what the button was for is told with it.
    """
    if not getattr(request, "approval_lapsed", False):
        return False
    button = next((button for button in BUTTONS if button.action == request.POST.get("_verb")), None)
    hindered = bool(button) and not may(request, button.action, article)
    undone = f" Chưa “{button.label}” được: bản mới cần có người duyệt." if hindered else ""
    messages.warning(request, f"Đã lưu. Chữ đã duyệt vừa thay đổi: bài trở lại chờ duyệt.{undone}")
    return hindered


def _when(article):
    now = timezone.now()
    standing = article.standing(now)
    return f" {_note(article, standing, now)}" if standing == Standing.SCHEDULED else ""
