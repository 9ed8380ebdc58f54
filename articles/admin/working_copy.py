"""What is being written and not saved: kept every few seconds, given back after whatever happened; and who else has
the story open.

None of it touches the article or makes a revision. Only its writer reads a working copy.
"""

from datetime import timedelta
from functools import wraps

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ..models import WorkingCopy
from . import kept_copies, once
from .conflict import Settlement
from .desk import moment
from .form_values import only_pictures_since, version_of
from .rights import may
from .sent_copy import PUT_BACK, PutBack, Unusable, as_sent, read_copy

NAME = "articles_article_working_copy"
PRESENT = timedelta(minutes=5)
SCRIPTS = ["js/admin/copy-line.js", "js/admin/working-copy.js", "js/admin/browser-copy.js"]


# ---------------------------------------------------------------- who else


def notice(article, user):
    """This user has the article open now."""
    WorkingCopy.objects.update_or_create(article=article, user=user, defaults={"seen_at": timezone.now()})


def others(article, user):
    """Sentences about everybody else who had the story open within the last minutes."""
    now = timezone.now()
    seen = article.working_copies.filter(seen_at__gte=now - PRESENT).exclude(user=user)
    return [_present(copy, now) for copy in seen.select_related("user").defer("fields")]


def _present(copy, now):
    minutes = int((now - copy.seen_at).total_seconds() // 60)
    ago = f", {minutes} phút trước" if minutes > 0 else ""
    unsaved = "; có chữ chưa lưu" if copy.saved_at else ""
    return f"{copy.user} đang mở bài này{ago}{unsaved}"


def overtaken(article, user, version):
    """A sentence where the article was saved after this version of it was opened; "" where it was not."""
    if version == article.version:
        return ""
    newest = article.revisions.select_related("by").defer("snapshot").first()
    at = moment(newest.at if newest else article.updated_at)
    who = newest.by if newest and newest.by else "người khác"
    if newest and newest.by_id == user.pk:
        if only_pictures_since(article, version, user):
            return ""  # what was saved is in no form
        return f"Bạn đã lưu bài này ở chỗ khác lúc {at}: đây là bản cũ."
    return f"Bài vừa được {who} lưu lúc {at}: bạn đang viết trên bản cũ. Khi bấm Lưu, bạn sẽ chọn từng chỗ."


# ---------------------------------------------------------------- the address


def urls(model_admin):
    """The address of one's own working copy of a story, for ArticleAdmin.get_urls()."""

    @wraps(working_copy)
    @require_http_methods(["GET", "HEAD", "POST"])
    def answered(request, object_id):
        article = model_admin._article_or_404(request, object_id)
        if not may(request, "edit", article):
            raise PermissionDenied
        return working_copy(request, article)

    return [
        path("<path:object_id>/ban-dang-viet/", model_admin.admin_site.admin_view(answered), name=NAME),
    ]


def working_copy(request, article):
    """POST `act`: "keep" with `copy` (and `version`), "seen", or "drop" with `import`, which leads back to the form.

    JSON {token, saved, here, overtaken, problem}: the token renews that of a form whose session ended.
    """
    act, told = request.POST.get("act", ""), {"saved": "", "problem": ""}
    if act == "drop":
        kept_copies.drop(article, request.user, request.POST.get("import", ""))
        messages.info(request, "Đã bỏ bản chưa lưu.")
        return redirect("admin:articles_article_change", article.pk)
    status = 200
    if act == "keep":
        try:
            copy = kept_copies.keep(article, request.user, read_copy(request.POST.get("copy", "")))
        except Unusable as refused:
            told["problem"], status = str(refused), 400
        else:
            told["saved"] = f"{timezone.localtime(copy.saved_at):%H:%M:%S}"
    elif act == "seen":
        notice(article, request.user)
    said = request.POST.get("version", "")
    version = version_of({"version": [said]}) if said else article.version
    told |= {
        "token": get_token(request),
        "here": others(article, request.user),
        "overtaken": overtaken(article, request.user, version),
    }
    return JsonResponse(told, status=status)


# ---------------------------------------------------------------- in the form


class KeepsWorkingCopies:
    """For ArticleAdmin: offers what was not saved, puts it back into the form, forgets it once it is saved."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and PUT_BACK in request.POST and object_id:
            put_back = self._copy_to_put_back(request, object_id)
            if put_back is None:
                messages.warning(request, "Không còn bản chưa lưu nào của bạn cho bài này.")
                return redirect(request.path)
            request.put_back = put_back
            request.POST = as_sent(put_back.fields)
        return super().changeform_view(request, object_id, form_url, extra_context)

    @staticmethod
    def _copy_to_put_back(request, object_id):
        """The copy the browser sends along, else the one kept here; None where there is none."""
        if "copy" in request.POST:
            try:
                return PutBack(read_copy(request.POST["copy"], largest=None))
            except Unusable:
                return None
        if not object_id.isdecimal():
            return None
        asked = request.POST.get("import")
        found = (one for one in kept_copies.all_of(object_id, request.user) if asked in (None, one.token))
        kept = next(found, None)
        return PutBack(kept.fields, kept.saved_at) if kept else None

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        # Shown, never saved: what stands in it again was not pressed “Lưu” upon.
        form.shown_only = hasattr(request, "put_back")
        return form

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if change:
            kept_copies.drop(form.instance, request.user, request.POST.get("import", ""))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        put_back = getattr(request, "put_back", None)
        if put_back:
            context["adminform"].form.errors.pop(NON_FIELD_ERRORS, None)
            context["errors"] = None
        if obj and self.has_change_permission(request, obj):
            token = context["form_token"] = once.token_of(request)
            context["working"] = self._working(request, obj, context["adminform"].form, put_back, token)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _working(self, request, article, form, put_back, token):
        """What the form's page shows.

        {address, form, login: addresses; key: of the browser's copy of this form; prefix: of those of this story;
        here, overtaken: sentences; offers: [{at, token}] of the copies that say something else than the story;
        put_back: when what stands in the form was kept; fresh, unfinished: whether the form is as it is stored,
        whether it holds what is not}
        """
        version = version_of({"version": [str(form["version"].value() or "")]})
        prefix = f"ban-dang-viet:{request.user.pk}:{article.pk}:"
        kept = [] if form.is_bound else kept_copies.all_of(article, request.user)
        offered = [one for one in kept if Settlement(self, request, article, one.fields).differs]
        return {
            "address": reverse(f"admin:{NAME}", args=[article.pk]),
            "form": reverse("admin:articles_article_change", args=[article.pk]),
            "login": reverse("admin:login"),
            "key": prefix + token,
            "prefix": prefix,
            "here": others(article, request.user),
            "overtaken": overtaken(article, request.user, version) if form.is_bound else "",
            "offers": [{"at": moment(one.saved_at), "token": one.token} for one in offered],
            "put_back": put_back and (moment(put_back.saved_at) or "trên máy này"),
            "fresh": not form.is_bound,
            "unfinished": form.is_bound,
        }
