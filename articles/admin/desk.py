"""What every list and form of the desk has in common: its moments, its search, its widgets."""

from functools import cached_property

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.paginator import Paginator
from django.db import models
from django.shortcuts import redirect
from django.utils.text import capfirst

from ..hours import overdue, remaining  # noqa: F401  what every screen of the desk says
from ..hours import written as moment  # noqa: F401
from .hours import TIME_LEFT, HourField, HourInput
from .searching import FindsWithoutMarks

JOINED = "chỗ đang dùng"
COUNTED = 6000  # rows of a list; whoever has looked at so many searches


class DeskPaginator(Paginator):
    """Counts no further than anybody turns pages: a list of many years costs no more than a young one."""

    @cached_property
    def count(self):
        return min(self._as_far, COUNTED)

    @property
    def goes_on(self):
        """Whether there are more than it counts."""
        return self._as_far > COUNTED

    @cached_property
    def _as_far(self):
        return self.object_list.order_by()[: COUNTED + 1].count()


def only_adding(field):
    """The field of a relation without the links that edit, delete or show its target: a slip there loses a form."""
    if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget.can_change_related = field.widget.can_delete_related = field.widget.can_view_related = False
    return field


def _told(form, name):
    """One field of a valid form that was changed: "Họ và tên: “Khuê” → “Khôi”"; without words, its label alone."""
    label, now = form.fields[name].label or name, form.cleaned_data.get(name)
    if not isinstance(now, str):
        return f"{label}: {now if isinstance(now, models.Model) else 'đã đổi'}"
    return f"{label}: “{form.initial.get(name) or ''}” → “{now}”"


def _without(told, named):
    """The nested list of what goes, as Django tells it ("Chủ đề: …"), without the kinds of these names."""
    kept = [_without(part, named) if isinstance(part, list) else part for part in told]
    return [part for part in kept if part and str(part).partition(":")[0] not in named]


class DeskAdmin(FindsWithoutMarks, admin.ModelAdmin):
    list_per_page = 50
    paginator = DeskPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    class Media:
        js = ["js/admin/named-choices.js", TIME_LEFT]

    formfield_overrides = {
        models.DateTimeField: {"form_class": HourField, "widget": HourInput},
    }

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        return only_adding(field)

    def view_on_site(self, shown):
        """The address itself; the admin's own redirect is not there (newsroom/desk.py)."""
        return shown.get_absolute_url() if hasattr(shown, "get_absolute_url") else None

    def construct_change_message(self, request, form, formsets, add=False):
        """Of words changed here, which have no revisions, what they were and what they are."""
        if add or formsets:
            return super().construct_change_message(request, form, formsets, add)
        told = " ".join(f"{_told(form, name)}." for name in form.changed_data)
        return told or "Lưu, không sửa gì."

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """Django's own speaks of an ID and guesses at a deletion: here it is more often a matter of who may see."""
        messages.warning(request, f"Không có {opts.verbose_name} này, hoặc bạn không được xem.")
        return redirect("admin:index")

    def get_deleted_objects(self, objs, request):
        """Without the rows that only join two tables, which Django tells by names of its own: they are counted."""
        to_delete, counts, lacking, protected = super().get_deleted_objects(objs, request)
        joining = [model._meta for model in apps.get_models(include_auto_created=True) if model._meta.auto_created]
        named = {capfirst(meta.verbose_name) for meta in joining}
        counts = dict(counts)
        uses = sum(counts.pop(meta.verbose_name_plural, 0) for meta in joining)
        return _without(to_delete, named), counts | ({JOINED: uses} if uses else {}), lacking, protected
