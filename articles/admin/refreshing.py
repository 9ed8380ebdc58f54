"""Whether the front has let go of a withdrawn or corrected story: a panel of its screens, and a button to ask again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from .. import refreshing
from ..models import Standing
from .desk import moment
from .history import article_for
from .rights import may

NAME = "articles_article_refresh"
SHOWN = 5  # kinds of trouble told at once


def urls(model_admin):
    """The button's address, for ArticleAdmin.get_urls()."""
    return [path("<id:object_id>/lam-moi/", model_admin.admin_site.admin_view(require_POST(again)), name=NAME)]


def panel(request, article):
    """How far the newest asking has come, or None: nothing was asked, or nothing of it is this person's business.

    {"open": bool, "words": sentences, "troubles": sentences, "address": of the button or ""}.
    """
    if not may(request, "read_record", article):
        return None
    newest = article.refreshes.order_by("-asked_at", "-id").first()
    if newest is None:
        return None
    rows = article.refreshes.filter(Q(asked_at=newest.asked_at) | Q(done_at=None))
    pictures = [row for row in rows if refreshing.is_picture(row.path)]
    pages = [row for row in rows if not refreshing.is_picture(row.path)]
    is_out = article.standing(timezone.now()) in (Standing.PUBLISHED, Standing.SCHEDULED)
    words = []
    if pages:
        done = "đã tải lại các trang của bài" if is_out else "đã gỡ bài khỏi bộ nhớ đệm"
        words.append(_words(pages, f"Trang báo {done}", "Đang chờ máy chủ trang báo xác nhận", "địa chỉ"))
    if pictures:
        done = "Ảnh của bài đã hiện lại trên trang báo" if is_out else "Ảnh của bài đã niêm phong"
        waits = "Đang đưa ảnh trở lại trang báo" if is_out else "Đang niêm phong ảnh của bài"
        words.append(_words(pictures, done, waits, "ảnh"))
    waiting = [row for row in rows if row.done_at is None]
    told = dict.fromkeys(row.trouble for row in waiting if row.trouble)
    return {
        "open": bool(waiting),
        "words": words,
        "troubles": list(told)[:SHOWN],
        "address": reverse(f"admin:{NAME}", args=[article.pk]) if waiting and _may_ask(request, article) else "",
    }


def _words(rows, done, waits, noun):
    """One sentence on these rows: "… lúc 10:32 24/11/2026 (6/6 địa chỉ)", or how many are still waited for."""
    finished = [row.done_at for row in rows if row.done_at]
    if len(finished) == len(rows):
        return f"{done} lúc {moment(max(finished))} ({len(rows)}/{len(rows)} {noun})."
    tried = max((row.tried_at for row in rows if row.tried_at and not row.done_at), default=None)
    last = f"; lần thử cuối lúc {moment(tried)}" if tried else ""
    return f"{waits}: {len(finished)}/{len(rows)} {noun}{last}."


def _may_ask(request, article):
    return may(request, "withdraw", article) or may(request, "correct", article)


def again(request, object_id):
    """Ask for everything that is open, now. For who may withdraw or correct the story."""
    article = article_for(request, object_id, "read_record")
    if not _may_ask(request, article):
        raise PermissionDenied
    refreshing.start()
    messages.info(request, "Đang yêu cầu lại. Tải lại trang này sau vài giây để xem kết quả.")
    opens = may(request, "view", article)
    return redirect("admin:articles_article_change" if opens else "admin:articles_article_record", article.pk)
