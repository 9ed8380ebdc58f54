"""Staff accounts on the desk, and the words the admin lacks in Vietnamese."""

import axes.admin  # noqa: F401  registers its models, which are unregistered below
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from axes.utils import reset
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group

from articles.admin.desk import moment
from articles.admin.searching import FindsWithoutMarks

from . import wording
from .models import User

wording.supply()

# Accounts locked after wrong passwords are unlocked from the list of accounts; the raw log is for the server.
for model in (AccessAttempt, AccessFailureLog, AccessLog):
    if admin.site.is_registered(model):
        admin.site.unregister(model)
# What a role may do is said by the policies' tables (manage.py sync_roles), not ticked by hand.
admin.site.unregister(Group)


class StaffPasswordForm(AdminPasswordChangeForm):
    # Django puts its own sentence together while it is imported, before ours can be supplied.
    usable_password_help_text = "Thôi đăng nhập bằng mật khẩu thì mật khẩu hiện có mất đi."


@admin.register(User)
class StaffAdmin(FindsWithoutMarks, UserAdmin):
    list_display = ["username", "full_name", "email", "roles", "is_active", "last_seen"]
    list_filter = ["is_active", "groups"]
    search_fields = ["username", "full_name", "email"]
    folded_here = ["username", "full_name", "email"]
    ordering = ["username"]
    change_password_form = StaffPasswordForm
    show_facets = admin.ShowFacets.NEVER
    actions = ["unlock"]
    filter_horizontal = []
    readonly_fields = ["last_seen", "joined"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Người dùng", {"fields": ["full_name", "email"]}),
        ("Vai trò", {"fields": ["groups", "is_active", "is_staff", "is_superuser"]}),
        ("Thời gian", {"fields": ["last_seen", "joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "full_name", "email", "usable_password", "password1", "password2"]}),
    ]

    def has_delete_permission(self, request, obj=None):
        """Never: what an account did stays in the record. It is switched off."""
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description="vai trò")
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all()) or "—"

    @admin.display(description="đăng nhập gần nhất", ordering="last_login")
    def last_seen(self, user):
        return moment(user.last_login) or "—"

    @admin.display(description="lập lúc")
    def joined(self, user):
        return moment(user.date_joined)

    @admin.action(description="Mở khóa đăng nhập cho tài khoản đã chọn", permissions=["change"])
    def unlock(self, request, queryset):
        removed = sum(reset(username=user.get_username()) for user in queryset)
        if removed:
            messages.success(request, "Đã mở khóa: tài khoản có thể đăng nhập lại ngay.")
        else:
            messages.info(request, "Các tài khoản này không bị khóa đăng nhập.")
