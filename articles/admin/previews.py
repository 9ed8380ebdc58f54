"""Previews at the desk: the story on a phone and on a desk as at a moment, and links for readers outside.

The links' page opens in a tab of its own, so that what is being written in the form stays where it is.
"""

from functools import wraps
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods

from .. import hours, previews
from ..models import Standing
from ..models.standing import appears_at
from ..views.previews import as_read, moment_of
from ..views.signoff import confidential
from ..workflow import Refused
from .hours import HourField
from .rights import may

FRAMES = "articles_article_preview"
BARE = "articles_article_preview_bare"
LINKS = "articles_article_preview_links"
SHOWN = 20  # newest links
POSTED = ("GET", "HEAD", "POST")


def urls(model_admin):
    """The previews' addresses, for ArticleAdmin.get_urls()."""

    def guarded(view, action, methods=("GET", "HEAD")):
        @wraps(view)
        @require_http_methods(methods)
        def answered(request, object_id):
            article = model_admin._article_or_404(request, object_id)
            if not may(request, action, article):
                raise PermissionDenied
            return view(model_admin, request, article)

        return model_admin.admin_site.admin_view(answered)

    return [
        path("<path:object_id>/xem-truoc/", guarded(frames, "view"), name=FRAMES),
        path("<path:object_id>/xem-truoc/trang/", guarded(bare, "view"), name=BARE),
        path("<path:object_id>/xem-truoc/duong-dan/", guarded(links, "invite_preview", POSTED), name=LINKS),
    ]


# ---------------------------------------------------------------- as readers will see it


class MomentForm(forms.Form):
    luc = HourField(label="Xem như lúc", required=False)


def _moment(request, article):
    """(the form, the moment it names): where it names none that can be read, the story's own."""
    form = MomentForm(request.GET if "luc" in request.GET else None, label_suffix="")
    named = form.is_valid() and form.cleaned_data["luc"]
    at = named or moment_of(article)
    if not form.is_bound:
        form.initial["luc"] = at
    return form, at


def frames(model_admin, request, article):
    """The story in two frames, as wide as a phone and as a desk."""
    form, at = _moment(request, article)
    bare_address = reverse(f"admin:{BARE}", args=[article.pk])
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Xem trước",
        "subtitle": str(article),
        "opts": model_admin.opts,
        "original": article,
        "form": form,
        "media": form.media,
        "at": hours.told(at, timezone.now()).split(" · ")[0],
        "note": _note(article, at),
        "page_address": f"{bare_address}?{urlencode({'luc': hours.written(at)})}",
    }
    return TemplateResponse(request, "admin/articles/preview/frames.html", context)


def _note(article, at):
    """What a reader would really see at that moment."""
    standing = article.standing(at)
    if standing == Standing.PUBLISHED:
        return "Lúc ấy bạn đọc thấy đúng trang này."
    if standing == Standing.SCHEDULED:
        return f"Lúc ấy bạn đọc chưa thấy bài; bài hiện lúc {hours.written(appears_at(article))}."
    if standing == Standing.EXPIRED:
        return f"Lúc ấy bài đã hạ xuống, từ {hours.written(article.unpublish_at)}."
    if standing in previews.OPEN_TO_READER:
        return "Bài chưa đăng. Nếu bài ra lúc ấy, bạn đọc thấy trang này."
    return "Bạn đọc không thấy bài này."


def bare(model_admin, request, article):
    """The page alone, to stand in a frame of the desk: it says so itself, the only page that may be framed."""
    _, at = _moment(request, article)
    return as_read(request, article, at, user=request.user)


bare = xframe_options_sameorigin(confidential(bare))
bare.csp = "framed"


# ---------------------------------------------------------------- for readers outside


def panel(request, article):
    """What the panel shows: {address, links, days}; None for who may send none, or where none would open."""
    if not may(request, "invite_preview", article):
        return None
    now = timezone.now()
    rows = article.preview_links.select_related("created_by")[:SHOWN]
    ended = previews.ended_at(article)
    return {
        "address": reverse(f"admin:{LINKS}", args=[article.pk]),
        "links": [{"row": row, **_standing(row, ended, now)} for row in rows],
        "days": previews.DAYS,
    }


def _standing(link, ended, now):
    """{open: whether it opens; words: until when, or since when not}."""
    if link.revoked_at:
        return {"open": False, "words": f"đã thu hồi lúc {hours.written(link.revoked_at)}"}
    if ended and ended >= link.created_at:
        return {
            "open": False,
            "words": f"đã đóng khi bài bị gỡ hoặc bỏ vào thùng rác lúc {hours.written(ended)}",
        }
    if not link.is_open(now):
        return {"open": False, "words": f"đã hết hạn lúc {hours.written(link.expires_at)}"}
    left = hours.remaining(link.expires_at, now)
    return {"open": True, "words": f"dùng được đến {hours.written(link.expires_at)} · {left}"}


def links(model_admin, request, article):
    """The panel by itself; a press makes a link or revokes one."""
    shown = {}
    if request.method == "POST":
        try:
            shown = _carry_out(request, article)
        except Refused as refused:
            for problem in refused.problems:
                messages.error(request, problem)
            shown = {"reader": request.POST.get("reader", "")}
        if not shown:
            return redirect(f"admin:{LINKS}", article.pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Gửi xem trước",
        "subtitle": str(article),
        "opts": model_admin.opts,
        "original": article,
        "preview_links": panel(request, article),
        **shown,
    }
    return TemplateResponse(request, "admin/articles/preview/links.html", context)


def _carry_out(request, article):
    """Do what was pressed; return what the page must show at once, {} where a message says it all."""
    act = request.POST.get("act", "")
    if act == "invite":
        days = request.POST.get("days", "")
        invitation = previews.invite(
            article,
            by=request.user,
            reader=request.POST.get("reader", ""),
            days=int(days) if days in map(str, previews.DAYS) else 0,
        )
        # In this one answer and nowhere else: a message would lie in a cookie, a redirect in the history.
        return {"link": f"{settings.SITE_URL}{invitation.path}", "invited": invitation.link}
    written = request.POST.get("link", "")
    if act != "revoke":
        raise SuspiciousOperation("no such act")
    # Of this very article: another one's link is none here.
    number = int(written) if written.isascii() and written.isdigit() and len(written) <= 18 else 0
    link = get_object_or_404(article.preview_links, pk=number)
    previews.revoke(link, by=request.user)
    messages.success(request, f"Đã thu hồi đường dẫn gửi {link.reader}.")
    return {}
