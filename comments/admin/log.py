"""The log of the desk: who decided what, when and why; everything in it can be taken back, nothing removed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.template.response import TemplateResponse
from django.urls import path

from .. import policy, undoing
from ..models import Decision
from .pressing import NOT_THERE, numbers, sentence
from .redirecting import see_other

PER_PAGE = 50


class DecisionLog:
    """Mixed into the admin of comments."""

    def get_urls(self):
        log = self.admin_site.admin_view(self.log_view)
        return [path("nhat-ky/", log, name="comments_comment_log"), *super().get_urls()]

    def log_view(self, request):
        """Newest first; by one moderator (?nguoi=), of a verb (?viec=), over a comment (?y-kien=), before ?truoc=."""
        if not policy.can(request.user, "view"):
            raise PermissionDenied
        if request.method == "POST":
            return self._undo(request)
        rows = Decision.objects.select_related("by", "comment", "undoes", "undone_by__by").order_by(
            "-at", "-pk"
        )
        wanted = {name: numbers([request.GET.get(name, "")]) for name in ("nguoi", "y-kien", "truoc")}
        if wanted["nguoi"]:
            rows = rows.filter(by=wanted["nguoi"][0])
        if wanted["y-kien"]:
            rows = rows.filter(comment=wanted["y-kien"][0])
        if request.GET.get("viec") in Decision.Verb.values:
            rows = rows.filter(verb=request.GET["viec"])
        # Rows are only ever added: their numbers follow their moments closely enough to page by.
        if wanted["truoc"]:
            rows = rows.filter(pk__lt=wanted["truoc"][0])
        shown = list(rows[: PER_PAGE + 1])
        more = len(shown) > PER_PAGE
        shown = shown[:PER_PAGE]
        last = undoing.last_words({decision.comment_id for decision in shown})
        acts = {decision.act for decision in shown if decision.act}
        sizes = dict(
            Decision.objects.filter(act__in=acts).order_by().values_list("act").annotate(Count("pk"))
        )
        for decision in shown:
            decision.can_be_undone = undoing.can_be_undone(decision, last)
            decision.act_size = sizes.get(decision.act, 1)
        query = request.GET.copy()
        if shown:
            query["truoc"] = shown[-1].pk
        context = {
            **self.admin_site.each_context(request),
            "title": "Nhật ký duyệt ý kiến",
            "opts": self.opts,
            "is_nav_sidebar_enabled": False,
            "decisions": shown,
            "decides": policy.can(request.user, "decide"),
            "verbs": Decision.Verb.choices,
            "verb": request.GET.get("viec", ""),
            "nguoi": wanted["nguoi"][0] if wanted["nguoi"] else "",
            "moderators": self._moderators(),
            "older": query.urlencode() if more else "",
        }
        return TemplateResponse(request, "admin/comments/comment/log.html", context)

    def _moderators(self):
        """Those who may decide. Others who once did are found by their names in the log."""
        user = Decision._meta.get_field("by").related_model
        return user.objects.filter(groups__name__in=policy.RULES["decide"]).distinct().order_by("full_name")

    def _undo(self, request):
        if not policy.can(request.user, "decide"):
            raise PermissionDenied
        if act := request.POST.get("_undo_act"):
            outcome = undoing.undo(act, by=request.user)
        else:
            found = numbers([request.POST.get("_undo", "")])
            outcome = undoing.undo_one(found[0], by=request.user) if found else None
        if outcome is None:
            messages.error(request, NOT_THERE)
        elif outcome.done:
            messages.success(request, sentence(Decision.Verb.UNDO, outcome.done))
        elif not outcome.left:
            messages.info(request, "Việc này đã được hoàn tác từ trước.")
        for why in dict.fromkeys(outcome.left.values() if outcome else ()):
            messages.warning(request, why)
        return see_other(request.get_full_path())
