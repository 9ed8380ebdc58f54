"""Articles on the desk: the list, the form with its rows, the buttons, the record."""

from adminsortable2.admin import SortableAdminBase
from django.contrib import admin
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from .. import policy
from ..models import Article, Kind, Status
from ..snapshot import keep_revision
from ..typeset import typeset_text
from ..workflow import record_change
from . import (
    adding,
    begun,
    choosing,
    corrections,
    forgery,
    history,
    hours,
    importing,
    previews,
    record,
    refreshing,
    schedule,
    screen,
    signing_in,
    signoff,
    verbs,
    word_import,
    working_copy,
)
from .announcement import AnnouncementInline
from .article_form import ArticleForm
from .article_list import (
    ArticleChangeList,
    CarriesVersions,
    ReviewAfterFilter,
    StandingFilter,
    appearance,
    standing_badge,
    submit_chosen,
    trash_chosen,
    untrash_chosen,
)
from .desk import DeskAdmin
from .first_values import FirstValues
from .inlines import BylineInline, ExchangeInline, IntervieweeInline
from .picture_input import ChoosesPictures
from .rights import may
from .waiting import ForMeFilter


@admin.register(Article)
class ArticleAdmin(
    begun.KeepsBeginnings,
    working_copy.KeepsWorkingCopies,
    adding.MakesOneArticle,
    choosing.SettlesConflicts,
    CarriesVersions,
    ChoosesPictures,
    FirstValues,
    record.LeadsToRecord,
    SortableAdminBase,
    DeskAdmin,
):
    form = ArticleForm
    list_display = ["headline", "kind", "section", "state", "appears"]
    list_display_links = ["headline"]
    list_filter = [StandingFilter, ForMeFilter, ReviewAfterFilter, "kind", "section"]
    actions = [submit_chosen, trash_chosen, untrash_chosen]
    list_select_related = ["section"]
    ordering = ["-id"]
    search_fields = ["headline"]
    search_help_text = "Tìm theo tít, người ký tên, khách mời; không dấu cũng được."
    folded_search = "authors__slug interviewees__person__slug"
    folded_headline = True
    autocomplete_fields = ["topics"]
    raw_id_fields = ["lead_image"]
    readonly_fields = ["body_as_read"]
    view_on_site = False

    class Media:
        css = {"all": screen.STYLES}
        js = [*screen.SCRIPTS, *working_copy.SCRIPTS]

    # The list

    @admin.display(description="trạng thái", ordering="status")
    def state(self, article):
        return standing_badge(article)

    @admin.display(description="thời điểm đăng", ordering="published_at", empty_value="—")
    def appears(self, article):
        return appearance(article)

    # Who may: the policy's answers

    def get_queryset(self, request):
        return super().get_queryset(request).filter(policy.scope(request.user, "view"))

    def listed(self, request):
        """What the list names: of a withdrawn story, whose words are sealed, those hear who may read its record."""
        sealed = Q(status=Status.WITHDRAWN) & policy.scope(request.user, "read_record")
        return super().get_queryset(request).filter(policy.scope(request.user, "view") | sealed)

    def get_changelist(self, request, **kwargs):
        return ArticleChangeList

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request) and (obj is None or may(request, "view", obj))

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request) and (obj is None or may(request, "edit", obj))

    def has_delete_permission(self, request, obj=None):
        """Never: a story is withdrawn, and stays in the record."""
        return False

    # The form

    def get_object(self, request, object_id, from_field=None):
        article = super().get_object(request, object_id, from_field)
        if article and request.method == "POST":
            # The second saver waits here until the first is done, and then sees the new version.
            article.refresh_from_db(from_queryset=Article.objects.select_for_update())
        return article

    def get_fieldsets(self, request, obj=None):
        body = "body" if obj is None or self.has_change_permission(request, obj) else "body_as_read"
        return screen.fieldsets(obj, body, schedule.rows(request, obj))

    def get_readonly_fields(self, request, obj=None):
        shown = () if schedule.may_schedule(request, obj) else schedule.FIELDS
        return [*super().get_readonly_fields(request, obj), *shown]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)  # a class of its own for each request
        form.kind = self.kind_of(request, obj)
        return form

    def get_inlines(self, request, obj):
        if self.kind_of(request, obj) == Kind.INTERVIEW:
            return [IntervieweeInline, ExchangeInline, BylineInline, AnnouncementInline]
        return [BylineInline]

    @admin.display(description="nội dung")
    def body_as_read(self, article):
        return typeset_text(article.body)

    def save_form(self, request, form, change):
        forgery.report(self, request, form.instance if change else None)
        article = super().save_form(request, form, change)
        if not change:
            article.created_by = request.user
        return article

    def save_related(self, request, form, formsets, change):
        """The rows, and then, where anything changed, one version and one revision more."""
        super().save_related(request, form, formsets, change)
        article = form.instance
        schedule.tell(request, form)
        if not change:
            self._name_the_only_speaker(article)
            keep_revision(article, by=request.user, note="lập bài")
        elif form.has_changed() or any(formset.has_changed() for formset in formsets):
            before = article.standing(timezone.now())
            record_change(article, by=request.user, note=request.POST.get("_reason", "").strip())
            request.approval_lapsed = article.status == Status.IN_REVIEW != before

    @staticmethod
    def _name_the_only_speaker(article):
        """Answers of a new interview could not name their speaker yet; where there is one only, it is they."""
        guests = list(article.interviewees.all()[:2])
        if len(guests) == 1:
            article.exchanges.exclude(answer="").filter(answered_by=None).update(answered_by=guests[0])

    # The buttons

    def response_change(self, request, obj):
        hindered = verbs.tell_of_lapse(request, obj)
        if "_verb" not in request.POST:
            return super().response_change(request, obj)
        if not hindered:
            # What was just saved is what the user has before their eyes.
            verbs.carry_out(request, obj, seen=obj.version)
        return self._back_to(request, obj)

    def verb_view(self, request, object_id):
        """A verb by somebody who may not edit: the text stays as it is."""
        verbs.carry_out(request, article := self._article_or_404(request, object_id))
        return self._back_to(request, article)

    def _article_or_404(self, request, object_id):
        article = DeskAdmin.get_object(self, request, object_id)
        if article is None:
            raise Http404
        return article

    def _back_to(self, request, article):
        if self.get_queryset(request).filter(pk=article.pk).exists():
            return redirect("admin:articles_article_change", article.pk)
        if may(request, "read_record", article):
            return redirect(f"admin:{record.NAME}", article.pk)
        return redirect("admin:articles_article_changelist")

    # The pages

    def get_urls(self):
        def guarded(view):
            return self.admin_site.admin_view(view)

        verb = require_POST(self.verb_view)
        return [
            *importing.addresses(self),
            *word_import.addresses(self),
            path("<path:object_id>/viec/", guarded(verb), name="articles_article_verb"),
            *corrections.urls(self),
            *history.urls(self),
            *hours.urls(self),
            *previews.urls(self),
            *record.urls(self),
            *refreshing.urls(self),
            *signoff.urls(self),
            *begun.urls(self),
            *working_copy.urls(self),
            *signing_in.outliving(self, super().get_urls()),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """The story's own history instead of the admin's log."""
        article = history.article_for(request, object_id if object_id.isdecimal() else 0, "read_history")
        return redirect(f"admin:{history.LIST}", article.pk)

    def add_view(self, request, form_url="", extra_context=None):
        context = {"title": screen.TITLES[Kind(self.kind_of(request, None))]} | (extra_context or {})
        return super().add_view(request, form_url, context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return super().change_view(request, object_id, form_url, extra_context)

    add_view.csp = change_view.csp = "editor"

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["is_nav_sidebar_enabled"] = False  # here one writes
        if obj:
            context |= screen.panels(request, obj, self.has_change_permission(request, obj))
        return super().render_change_form(request, context, add, change, form_url, obj)
