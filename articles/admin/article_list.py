"""The list of articles: by standing, by what waits for a review after, with what is done to several at once."""

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from .. import policy, workflow
from ..models import Standing, Status, Transition, has_standing
from . import record, schedule
from .desk import moment

OFF_THE_DESK = (Standing.TRASHED, Standing.ERASED)


class ArticleChangeList(ChangeList):
    """Of a withdrawn story the row leads to its record, where its words are sealed for this user."""

    def get_queryset(self, request, exclude_parameters=None):
        self.user = request.user
        self.root_queryset = self.model_admin.listed(request)
        return super().get_queryset(request, exclude_parameters)

    def url_for_result(self, result):
        if result.status == Status.WITHDRAWN and not policy.can(self.user, "view", result):
            return reverse(f"admin:{record.NAME}", args=[result.pk])
        return super().url_for_result(result)


class StandingFilter(admin.SimpleListFilter):
    """Where a story stands. The bin is looked into only by who asks for it."""

    title = "trạng thái"
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return [(standing.value, standing.label) for standing in Standing if standing != Standing.ERASED]

    def queryset(self, request, queryset):
        now = timezone.now()
        if self.value() in dict(self.lookup_choices):
            return queryset.filter(has_standing(Standing(self.value()), now=now))
        return queryset.exclude(has_standing(*OFF_THE_DESK, now=now))


class ReviewAfterFilter(admin.SimpleListFilter):
    """What went out in the urgent lane and nobody has answered for yet."""

    title = "hậu kiểm"
    parameter_name = "hau-kiem"

    def lookups(self, request, model_admin):
        return [("cho", "Chờ hậu kiểm")]

    def queryset(self, request, queryset):
        if self.value() == "cho":
            return queryset.filter(pk__in=Transition.objects.awaiting_review().values("article"))
        return queryset


def standing_badge(article):
    """The standing as the desk prints it."""
    standing = article.standing(timezone.now())
    return format_html('<span class="state {}">{}</span>', standing.value, standing.label)


def appearance(article):
    """When readers see it, or saw it: "đăng 06:00 24/11/2026 · còn 37 phút"; None where no time is set."""
    now = timezone.now()
    standing = article.standing(now)
    if standing == Standing.EXPIRED:
        return f"đến {moment(article.unpublish_at)}"
    if not article.published_at:
        return None
    return schedule.due(article, now) or moment(article.published_at)


class CarriesVersions:
    """For ArticleAdmin: each row of the list carries the version it shows, so that a stale list does nothing."""

    def action_checkbox(self, article):
        box = super().action_checkbox(article)
        return format_html('{}<input type="hidden" name="{}" value="{}">', box, seen_name(article), article.version)


def seen_name(article):
    return f"_seen-{article.pk}"


def seen_version(request, article):
    """The version of the article that the list showed; Refused where it showed none."""
    said = request.POST.get(seen_name(article), "")
    if not (said.isascii() and said.isdecimal()):
        raise workflow.Refused("Danh sách gửi đi không có bài này trên trang. Hãy mở lại danh sách rồi chọn lần nữa.")
    return int(said)


def each(request, queryset, verb, done):
    """Carry the verb out on each of the chosen articles; tell how many it was, and every refusal with its headline."""
    count = 0
    for article in queryset:
        try:
            verb(article, by=request.user, seen=seen_version(request, article))
        except workflow.Refused as refused:
            messages.error(request, f"{article}: {refused}")
        else:
            count += 1
    if count:
        messages.success(request, f"{done} {count} bài.")


@admin.action(description="Gửi duyệt", permissions=["change"])
def submit_chosen(model_admin, request, queryset):
    each(request, queryset, workflow.submit, "Đã gửi duyệt")


@admin.action(description="Bỏ vào thùng rác", permissions=["change"])
def trash_chosen(model_admin, request, queryset):
    each(request, queryset, workflow.trash, "Đã bỏ vào thùng rác")


@admin.action(description="Lấy khỏi thùng rác", permissions=["change"])
def untrash_chosen(model_admin, request, queryset):
    each(request, queryset, workflow.untrash, "Đã lấy lại")
