"""Writing corrections at the desk: from a story, and again from the register (register.py)."""

from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from ..corrections import dismiss, missing, open_request, publish, reopen, save_draft
from ..models import Article, Correction
from ..workflow import Refused
from .correction_form import CorrectionForm
from .desk import moment, overdue, remaining
from .rights import may

NAME = "articles_article_correct"
FORM = "admin/articles/correction/form.html"


def urls(model_admin):
    """The address under a story at which a correction of it is begun, for ArticleAdmin.get_urls()."""

    def view(request, object_id):
        if not object_id.isascii() or not object_id.isdigit() or len(object_id) > 18:
            raise Http404
        article = get_object_or_404(Article.objects.select_related("section"), pk=object_id)
        if not may(request, "correct", article):
            # Whoever may not see the story does not learn that it is there.
            raise PermissionDenied if may(request, "view", article) else Http404
        return page(model_admin, request, Correction(article=article))

    return [path("<path:object_id>/cai-chinh/", model_admin.admin_site.admin_view(view), name=NAME)]


def panel(request, article):
    """The corrections of a story as its screen shows them, or None where there are none.

    What waits is the business of those who may publish it; a list of (correction, clock).
    """
    corrections = article.corrections.select_related("by", "dismissed_by")
    if not may(request, "correct", article):
        corrections = corrections.filter(published_at__isnull=False)
    now = timezone.now()
    return [(correction, clock(correction, now)) for correction in corrections] or None


def clock(correction, now):
    """How it stands with a correction at `now`: {"state", "words", "left"}.

    state: waiting, overdue, published or dismissed.
    """
    if correction.published_at:
        return {"state": "published", "left": "", "words": f"Đã đăng {moment(correction.published_at)}"}
    if correction.dismissed_at:
        return {"state": "dismissed", "left": "", "words": f"Khép lại, không đăng, {moment(correction.dismissed_at)}"}
    if correction.due_at is None:
        return {"state": "waiting", "left": "", "words": "Chờ đăng, chưa có hạn"}
    late = overdue(correction.due_at, now)
    return {
        "state": "overdue" if late else "waiting",
        "left": late or remaining(correction.due_at, now),
        "words": f"Hạn đăng {moment(correction.due_at)}",
    }


def page(model_admin, request, correction):
    """The form of a correction that is new or waits; a press saves, publishes or dismisses it.

    The right has been asked before.
    """
    form = CorrectionForm(request.POST or None, instance=correction, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            _carry_out(request, correction, form)
        except Refused as refused:
            problems = [*refused.problems, *form.stands_now()]
        else:
            return redirect("admin:articles_correction_change", correction.pk)
    else:
        problems = missing(correction, by=request.user) if correction.pk and request.method == "GET" else []
    article, now = correction.article, timezone.now()
    others = article.corrections.exclude(pk=correction.pk) if correction.pk else article.corrections.all()
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Sửa cải chính" if correction.pk else "Lập cải chính",
        "subtitle": str(article),
        "opts": Correction._meta,
        "article": article,
        "standing": article.standing(now),
        "may_open": may(request, "view", article),
        "correction": correction if correction.pk else None,
        "clock": clock(correction, now) if correction.pk else None,
        "others": [(each, clock(each, now)) for each in others],
        "form": form,
        "problems": [(problem, getattr(problem, "field", "")) for problem in problems],
        "refused": request.method == "POST",
        "reason": request.POST.get("reason", ""),
        "dismissing": request.POST.get("act") == "dismiss",
    }
    return TemplateResponse(request, FORM, context)


def _carry_out(request, correction, form):
    """Save, and where that was pressed publish or dismiss; both or nothing. The user hears what has happened."""
    act, user, reason = request.POST.get("act"), request.user, request.POST.get("reason", "")
    if act not in ("save", "publish", "dismiss"):
        raise SuspiciousOperation("no such act")
    with transaction.atomic():
        new = correction.pk is None
        if new:
            made = open_request(correction.article, by=user, **form.written())
        else:
            made = Correction.objects.select_related("article__section", "revision").get(pk=correction.pk)
            save_draft(made, by=user, seen=form.cleaned_data["seen"], **form.written())
        if act == "publish":
            publish(made, by=user)
        elif act == "dismiss":
            dismiss(made, by=user, reason=reason)
        done = {"publish": "Đăng.", "dismiss": f"Khép lại, không đăng: {made.dismissal}"}.get(act)
        done = done or ("Lập." if new else _changes(form))
        LogEntry.objects.log_actions(user.pk, [made], ADDITION if new else CHANGE, done, single_object=True)
    correction.pk = made.pk
    if act == "publish":
        messages.success(request, f"Đã đăng: {made.get_kind_display()}, {made.piece}.")
    elif act == "dismiss":
        messages.success(request, f"Đã khép lại, không đăng: {made.piece}. Mở lại được bất cứ lúc nào.")
    else:
        left = clock(made, timezone.now())
        messages.success(request, f"Đã lưu, chưa đăng. {left['words']} ({left['left']}).")


def take_up_again(request, correction):
    """A dismissed request waits again; the user hears it, or why not. The right has been asked before."""
    was = correction.dismissal
    try:
        with transaction.atomic():
            reopen(correction, by=request.user)
            told = f"Mở lại. Trước đó khép lại vì: {was}"
            LogEntry.objects.log_actions(request.user.pk, [correction], CHANGE, told, single_object=True)
    except Refused as refused:
        for problem in refused.problems:
            messages.error(request, problem)
    else:
        left = clock(correction, timezone.now())
        messages.success(request, f"Đã mở lại. {left['words']} ({left['left']}).")
    return redirect("admin:articles_correction_change", correction.pk)


def _changes(form):
    """Which fields were written anew, for whoever reads later who did what."""
    labels = [str(form.fields[name].label).lower() for name in form.changed_data if name in form.fields]
    return f"Sửa: {', '.join(labels)}." if labels else "Lưu, không sửa gì."
