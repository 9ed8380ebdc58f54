"""The workflow's verbs as buttons, each named by what it will do."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.utils import timezone

from .. import workflow
from .desk import moment, remaining
from .rights import may


@dataclass(frozen=True)
class Button:
    """A verb as the desk offers it.

    action: of policy.RULES. act(article, by, reason) carries it out. done: what the message says afterwards.
    """

    action: str
    label: str
    done: str
    act: Callable
    weight: str = ""


BUTTONS = (
    Button("submit", "Gửi duyệt", "Đã gửi duyệt", lambda article, **given: workflow.submit(article, **given)),
    Button("approve", "Duyệt", "Đã duyệt", lambda article, **given: workflow.approve(article, **given)),
    Button("publish", "Đăng", "Đã đăng", lambda article, **given: workflow.publish(article, **given)),
    Button(
        "publish_urgently",
        "Đăng khẩn",
        "Đã đăng khẩn, chờ xem lại",
        # At once means at once, whatever time had been set.
        lambda article, **given: workflow.publish(article, urgent=True, at=timezone.now(), **given),
        weight="grave",
    ),
    Button(
        "return_to_writer",
        "Trả bài",
        "Đã trả bài",
        lambda article, **given: workflow.return_to_writer(article, **given),
    ),
    Button(
        "withdraw",
        "Gỡ bài",
        "Đã gỡ",
        lambda article, **given: workflow.withdraw(article, **given),
        weight="grave",
    ),
)


def offered(request, article):
    """The buttons this user may press on this article as it stands."""
    return [button for button in BUTTONS if may(request, button.action, article)]


def carry_out(request, article):
    """Do what the pressed button (POST `_verb`) says and tell the user: it is done, or every reason why not.

    SuspiciousOperation (400) for a verb there is no button for.
    """
    button = next((button for button in BUTTONS if button.action == request.POST.get("_verb")), None)
    if button is None:
        raise SuspiciousOperation("no such verb")
    try:
        button.act(article, by=request.user, reason=request.POST.get("_reason", ""))
    except workflow.Refused as refused:
        for problem in refused.problems:
            messages.error(request, problem)
    else:
        messages.success(request, f"{button.done}: {article}.{_when(article)}")


def _when(article):
    now = timezone.now()
    if article.status != workflow.Status.PUBLISHED or article.is_public(now):
        return ""
    at = max(filter(None, [article.published_at, article.embargo_until]))
    return f" Bài sẽ tự hiện lúc {moment(at)} ({remaining(at, now) or 'trong phút này'})."
