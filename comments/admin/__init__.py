"""The moderators' desk: what readers wrote, oldest first, one press to decide."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator

from articles.admin.desk import DeskAdmin, moment

from .. import moderation, policy
from ..containing import contained
from ..models import Comment, CommentKind, CommentStatus, Decision
from . import reception, watched  # noqa: F401  registered by being imported
from .desk import ModerationDesk
from .leads import Leads
from .log import DecisionLog
from .pressing import NOT_THERE, SAID, numbers
from .turning import TurnsQuestions

# The button's name in the form -> what it does.
VERBS = {"_approve": Decision.Verb.APPROVE, "_reject": Decision.Verb.REJECT}


class QueueFilter(admin.SimpleListFilter):
    """The queue comes first: without a choice, what waits."""

    title = "trạng thái"
    parameter_name = "status"
    EVERYTHING = "all"

    def lookups(self, request, model_admin):
        return [*CommentStatus.choices, (self.EVERYTHING, "Tất cả")]

    def value(self):
        return super().value() or CommentStatus.WAITING.value

    def choices(self, changelist):
        for value, label in self.lookup_choices:
            yield {
                "selected": self.value() == value,
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": label,
            }

    def queryset(self, request, queryset):
        return queryset.filter(status=self.value()) if self.value() in CommentStatus.values else queryset


class DecisionInline(admin.TabularInline):
    model = Decision
    template = "admin/rows.html"
    fields = ["verb", "reason", "by", "decided_at"]
    readonly_fields = fields
    can_delete = False
    verbose_name_plural = "Quyết định"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("by")

    @admin.display(description="lúc")
    def decided_at(self, decision):
        return moment(decision.at)

    def has_view_permission(self, request, obj=None):
        return policy.can(request.user, "view")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Comment)
class CommentAdmin(ModerationDesk, DecisionLog, Leads, TurnsQuestions, DeskAdmin):
    """Words are never edited here, nor deleted: they are shown, or they are not."""

    list_display = ["words", "sender_name", "under", "sent"]
    list_display_links = None
    list_filter = [QueueFilter, "kind"]
    list_select_related = ["article__section", "article__announcement", "parent"]
    search_fields = ["text", "name"]
    folded_search = "folded"
    actions = ["approve_chosen", "reject_chosen"]
    fields = ["written", "kind", "name", "place", "email", "under", "sent", "status", "turned"]
    readonly_fields = fields
    inlines = [DecisionInline]
    view_on_site = False

    class Media:
        css = {"all": ["css/admin/readers-words.css"]}

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return policy.can(request.user, "view")

    def has_module_permission(self, request):
        return policy.can(request.user, "view")

    def has_decide_permission(self, request):
        return policy.can(request.user, "decide")

    def get_list_display(self, request):
        if self.has_decide_permission(request):
            return [*self.list_display, "buttons"]
        return [*self.list_display, "turning"] if self.has_turn_permission(request) else self.list_display

    def get_fields(self, request, obj=None):
        asks = obj is not None and obj.kind == CommentKind.QUESTION
        return self.fields if asks else [name for name in self.fields if name != "turned"]

    def get_ordering(self, request):
        """Oldest first; among all of them those that wait first ("waiting" is the last of the statuses' names)."""
        everything = request.GET.get(QueueFilter.parameter_name) == QueueFilter.EVERYTHING
        return ["-status", "created_at", "id"] if everything else ["created_at", "id"]

    @admin.display(description="ý kiến")
    def words(self, comment):
        what = ""
        if comment.parent:
            what = format_html('<p class="quiet">Trả lời <bdi>{}</bdi></p>', contained(comment.parent.name))
        elif comment.kind == CommentKind.QUESTION:
            what = format_html('<p class="quiet kind">{}</p>', comment.get_kind_display())
        return format_html(
            '{}<p class="words" dir="auto">{}</p><a href="{}">Chi tiết</a>',
            what,
            comment.text,
            reverse("admin:comments_comment_change", args=[comment.pk]),
        )

    @admin.display(description="ý kiến")
    def written(self, comment):
        return format_html('<p class="words" dir="auto">{}</p>', comment.text)

    @admin.display(description="người gửi", ordering="name")
    def sender_name(self, comment):
        placed = format_html(", <bdi>{}</bdi>", contained(comment.place)) if comment.place else ""
        return format_html("<bdi>{}</bdi>{}", contained(comment.name), placed)

    @admin.display(description="bài")
    def under(self, comment):
        if comment.kind == CommentKind.QUESTION:
            return self.announced(comment)
        if not comment.article.is_public(timezone.now()):
            # Taken back, or being written anew: its headline is no longer everybody's.
            desk = reverse("admin:articles_article_change", args=[comment.article_id])
            return format_html('<a href="{}">Bài số {}</a>, bạn đọc không còn thấy', desk, comment.article_id)
        return format_html('<a href="{}">{}</a>', comment.article.get_absolute_url(), comment.article)

    @admin.display(description="gửi lúc", ordering="created_at")
    def sent(self, comment):
        return moment(comment.created_at)

    @admin.display(description="quyết định")
    def buttons(self, comment):
        """Deciding, and turning: whoever may decide may turn (a test holds comments/policy.py to it)."""
        about = Truncator(f"{comment.name}: {comment.text}").chars(60)
        shown = []
        if comment.status != CommentStatus.APPROVED:
            shown.append(("_approve", "Duyệt"))
        if comment.status != CommentStatus.REJECTED:
            shown.append(("_reject", "Không đăng"))
        press = (
            '<button class="verb" name="{}" value="{}">{}<span class="visually-hidden"> – {}</span></button>'
        )
        first, *others = [format_html(press, name, comment.pk, label, about) for name, label in shown]
        verbs = format_html('<div class="verbs">{}{}</div>', first, others[0] if others else "")
        return format_html("{}{}", verbs, self.turning(comment) or "")

    # Deciding

    def changelist_view(self, request, extra_context=None):
        for name, verb in VERBS.items():
            if request.method == "POST" and name in request.POST:
                self._decide(request, verb, [request.POST[name]])
                return redirect(request.get_full_path())
        if request.method == "POST" and "_turn" in request.POST:
            self.turn(request, request.POST["_turn"])
            return redirect(request.get_full_path())
        return super().changelist_view(request, extra_context)

    def _decide(self, request, verb, ids):
        """Decide over these comments in one act; says what was done, and what was left and why."""
        if not self.has_decide_permission(request):
            raise PermissionDenied
        reason = request.POST.get("_reason", "").strip()[:200]
        outcome = moderation.act(verb, numbers(ids), by=request.user, reason=reason)
        if len(outcome.done) == 1:
            comment = outcome.done[0]
            address = reverse("admin:comments_comment_change", args=[comment.pk])
            said = format_html(
                '{}: ý kiến của <bdi>{}</bdi>. <a href="{}">Xem lại</a>',
                SAID[verb],
                contained(comment.name),
                address,
            )
            messages.success(request, said)
        elif outcome.done:
            messages.success(request, f"{SAID[verb]}: {len(outcome.done)} ý kiến.")
        elif not outcome.left:
            messages.error(request, NOT_THERE)
        for why in dict.fromkeys(outcome.left.values()):
            messages.warning(request, why)

    @admin.action(description="Duyệt các ý kiến đã chọn", permissions=["decide"])
    def approve_chosen(self, request, queryset):
        self._decide(request, VERBS["_approve"], queryset.values_list("pk", flat=True))

    @admin.action(description="Không đăng các ý kiến đã chọn", permissions=["decide"])
    def reject_chosen(self, request, queryset):
        self._decide(request, VERBS["_reject"], queryset.values_list("pk", flat=True))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {
            "title": "Ý kiến bạn đọc",
            "may_decide": self.has_decide_permission(request),
            "may_turn": self.has_turn_permission(request),
        }
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))
