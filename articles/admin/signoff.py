"""Sign-off at the desk: a panel under an interview's form, and the page its buttons lead to.

The page opens in a tab of its own, so that what is being written in the form stays where it is.
"""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from .. import signoff
from ..consent import Kind, consents
from ..workflow import Refused
from .desk import moment
from .rights import may

NAME = "articles_article_sign_off"


def urls(model_admin):
    """The page's address, for ArticleAdmin.get_urls()."""

    def view(request, object_id):
        return page(model_admin, request, model_admin._article_or_404(request, object_id))

    return [path("<path:object_id>/duyet-loi/", model_admin.admin_site.admin_view(view), name=NAME)]


def panel(request, article):
    """What the panel shows, or None: a story, nobody who answers, or a person who has no business with it.

    Whoever could close the link sees what was said over it: the words of an interviewee are not for the whole house.
    """
    if not article.is_interview or not may(request, "revoke_sign_off", article):
        return None
    now = timezone.now()
    found = consents(article, now=now)
    if not found:
        return None
    return {
        "address": reverse(f"admin:{NAME}", args=[article.pk]),
        "guests": [{"consent": consent, "link": _link(consent, now)} for consent in found],
        "days": signoff.DAYS,
        "required": settings.REQUIRE_SIGN_OFF,
        "may_invite": may(request, "invite_sign_off", article),
        "may_override": may(request, "override_sign_off", article),
    }


def _link(consent, now):
    """How it stands with the newest link, in words; whether it is open."""
    sign_off = consent.sign_off
    if sign_off is None:
        return {"open": False, "words": "Chưa gửi đường dẫn duyệt lời."}
    if sign_off.revoked_at:
        return {"open": False, "words": f"Đường dẫn đã thu hồi lúc {moment(sign_off.revoked_at)}."}
    if not sign_off.is_open(now):
        return {"open": False, "words": f"Đường dẫn đã hết hạn lúc {moment(sign_off.expires_at)}."}
    views = [event.at for event in consent.events if event.kind == Kind.VIEWED and event.sign_off_id == sign_off.pk]
    seen = f"đã mở {len(views)} lần, lần cuối lúc {moment(views[-1])}" if views else "chưa mở lần nào"
    made = f"{sign_off.created_by} lập lúc {moment(sign_off.created_at)}"
    return {"open": True, "words": f"Đường dẫn dùng được đến {moment(sign_off.expires_at)}; {made}; {seen}."}


def page(model_admin, request, article):
    """The panel by itself; a press invites, revokes or lets through. 403 for whom the panel is not shown."""
    if not may(request, "revoke_sign_off", article):
        raise PermissionDenied
    shown = {}
    if request.method == "POST":
        guest = get_object_or_404(
            article.interviewees.select_related("person"), pk=_number(request.POST.get("interviewee", ""))
        )
        try:
            shown = _carry_out(request, guest)
        except Refused as refused:
            for problem in refused.problems:
                messages.error(request, problem)
            shown = {"refused": guest, "reason": request.POST.get("reason", "")}
        if not shown:
            return redirect(f"admin:{NAME}", article.pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Duyệt lời",
        "subtitle": str(article),
        "opts": model_admin.opts,
        "original": article,
        "sign_off": panel(request, article),
        **shown,
    }
    return TemplateResponse(request, "admin/articles/sign_off/page.html", context)


def _carry_out(request, guest):
    """Do what was pressed; return what the page must show at once, {} where a message says it all."""
    act, reason = request.POST.get("act"), request.POST.get("reason", "")
    if act == "invite":
        invitation = signoff.invite(guest, by=request.user, days=_number(request.POST.get("days", "")))
        # In this one answer and nowhere else: a message would lie in a cookie, a redirect in the history.
        return {"invited": guest, "link": f"{settings.SITE_URL}{invitation.path}", "sign_off_row": invitation.sign_off}
    if act == "revoke":
        signoff.revoke(guest, by=request.user)
        messages.success(request, f"Đã thu hồi đường dẫn của {guest.speaker}.")
    elif act == "override":
        signoff.override(guest, by=request.user, reason=reason)
        messages.success(request, f"Đã ghi: cho đăng không chờ {guest.speaker} duyệt lời.")
    else:
        raise SuspiciousOperation("no such act")
    return {}


def _number(written):
    """A number as the form writes it; 0, which nothing has, for anything else."""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 18 else 0
