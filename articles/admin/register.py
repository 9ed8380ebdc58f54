"""The register of corrections at the desk: what waits, the most urgent first, then what was published or dismissed."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models.functions import Coalesce
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.html import format_html

from .. import policy
from ..models import Article, Correction
from ..vietnamese import tokens
from . import corrections
from .desk import DeskAdmin
from .rights import may

# What tells the standing of a story.
STANDING = ("status", "published_at", "embargo_until", "unpublish_at", "trashed_at", "erased_at")
CHOICES = 20  # stories offered at once for a new correction
SHOWN = "admin/articles/correction/shown.html"
CHOOSE = "admin/articles/correction/choose.html"


class ClockFilter(admin.SimpleListFilter):
    title = "tình trạng"
    parameter_name = "tinh-trang"

    def lookups(self, request, model_admin):
        return [("cho", "Chờ đăng"), ("qua-han", "Quá hạn"), ("da-dang", "Đã đăng"), ("khep", "Khép lại, không đăng")]

    def queryset(self, request, queryset):
        waiting = queryset.filter(published_at__isnull=True, dismissed_at__isnull=True)
        return {
            "cho": waiting,
            "qua-han": waiting.filter(due_at__lte=timezone.now()),
            "da-dang": queryset.filter(published_at__isnull=False),
            "khep": queryset.filter(dismissed_at__isnull=False),
        }.get(self.value(), queryset)


@admin.register(Correction)
class CorrectionAdmin(DeskAdmin):
    list_display = ["entry", "clock", "kind", "requested_by"]
    list_filter = [ClockFilter, "kind"]
    # What is closed stands where its end puts it, among what was published.
    ordering = [Coalesce("published_at", "dismissed_at").desc(nulls_first=True), "due_at", "-id"]
    search_fields = ["piece", "requested_by"]
    folded_here = ["piece", "requested_by"]
    sortable_by = []

    class Media:
        css = {"all": ["css/admin/corrections.css"]}

    # The list

    @admin.display(description="bài, chuyên mục, ngày đăng")
    def entry(self, correction):
        return correction.piece or str(correction)

    @admin.display(description="tình trạng")
    def clock(self, correction):
        told = corrections.clock(correction, timezone.now())
        if not told["left"]:
            return told["words"]
        left = format_html('<b class="clock clock-{}">{}</b>', told["state"], told["left"].capitalize())
        return format_html("{} <span>{}</span>", left, told["words"])

    # Who may: the policy's answers about the story

    def get_queryset(self, request):
        stories = Article.objects.filter(policy.scope(request.user, "read_record"))
        return super().get_queryset(request).filter(article__in=stories)

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request) and (
            obj is None or may(request, "read_record", obj.article)
        )

    def has_change_permission(self, request, obj=None):
        if not super().has_change_permission(request) or obj is None:
            return super().has_change_permission(request)
        ended = obj.published_at or obj.dismissed_at
        return ended is None and may(request, "correct", obj.article)

    def _may_take_up(self, request, correction):
        return super().has_change_permission(request) and may(request, "correct", correction.article)

    def has_delete_permission(self, request, obj=None):
        """Never: what the paper took back it keeps."""
        return False

    # The pages

    def _insist(self, request):
        """403 at once for whoever has no business here: no answer tells which corrections there are."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied

    def history_view(self, request, object_id, extra_context=None):
        self._insist(request)
        return super().history_view(request, object_id, extra_context)

    def add_view(self, request, form_url="", extra_context=None):
        """Which story? A correction is begun from there."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        sought = request.GET.get("q", "")
        stories = Article.objects.filter(policy.scope(request.user, "correct"))
        for word in tokens(sought):
            stories = stories.filter(slug__contains=word)
        now = timezone.now()
        found = stories.select_related("section").only("headline", "section__name", *STANDING).newest_first()
        context = {
            **self.admin_site.each_context(request),
            "title": "Nhận yêu cầu cải chính",
            "opts": self.opts,
            "sought": sought,
            "stories": [(story, story.standing(now)) for story in found[:CHOICES]],
            "more": len(found[CHOICES : CHOICES + 1]),
        }
        return TemplateResponse(request, CHOOSE, context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The form while it waits, for whoever may publish it; else the correction as it stands."""
        self._insist(request)
        correction = self.get_object(request, unquote(object_id))
        if correction is None:
            raise Http404
        if self.has_change_permission(request, correction):
            return corrections.page(self, request, correction)
        may_reopen = correction.dismissed_at is not None and self._may_take_up(request, correction)
        if request.method == "POST" and may_reopen and request.POST.get("act") == "reopen":
            return corrections.take_up_again(request, correction)
        if request.method == "POST" or not self.has_view_permission(request, correction):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": "Yêu cầu đã khép lại" if correction.dismissed_at else "Xem cải chính",
            "subtitle": str(correction.article),
            "opts": self.opts,
            "correction": correction,
            "clock": corrections.clock(correction, timezone.now()),
            "may_open": may(request, "view", correction.article),
            "may_reopen": may_reopen,
            "public": Correction.objects.public().filter(pk=correction.pk).exists(),
        }
        return TemplateResponse(request, SHOWN, context)
