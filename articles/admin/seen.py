"""What several stories share (sections, topics, authors, people) is not overwritten in silence: the second saver hears
who was first and what stands there now, and may press again."""

import hashlib
import json

from django import forms
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError

from .desk import moment


def _fields(model):
    """The fields somebody may type into, those of several choices last."""
    return [*(field for field in model._meta.concrete_fields if field.editable), *model._meta.many_to_many]


def _stored(instance):
    """{field: what stands in the database}; of several choices their numbers in order."""
    model = type(instance)
    names = [field.name for field in _fields(model) if not field.many_to_many]
    stored = model._base_manager.values(*names).get(pk=instance.pk)
    chosen = {field.name: sorted(getattr(instance, field.name).values_list("pk", flat=True))
              for field in model._meta.many_to_many}  # fmt: skip
    return stored | chosen


def state_of(instance):
    """A fingerprint of what is stored of it; "" of one that is not stored yet."""
    if instance.pk is None:
        return ""
    return hashlib.sha256(json.dumps(_stored(instance), sort_keys=True, default=str).encode()).hexdigest()


def somebody_was_first(instance):
    """Who saved it, when, and what it says now, as a sentence for the second saver."""
    kind, noun = ContentType.objects.get_for_model(instance), instance._meta.verbose_name
    last = LogEntry.objects.filter(content_type=kind, object_id=str(instance.pk), action_flag=CHANGE).first()
    told = f"{last.user} đã lưu {noun} này lúc {moment(last.action_time)}" if last else f"Có người vừa lưu {noun} này"
    stored = _stored(instance)
    now = "; ".join(
        f"{str(field.verbose_name)}: “{stored[field.name]}”"
        for field in _fields(type(instance))
        if isinstance(stored[field.name], str) and stored[field.name]
    )
    return (
        f"{told}, sau khi bạn mở. Phần bạn viết chưa được lưu nhưng còn nguyên dưới đây. "
        f"Đang lưu – {now}. Bấm Lưu lần nữa để thay bằng bản của bạn."
    )


class SeenForm(forms.ModelForm):
    """`seen` is the state it was opened with. The row should be locked when the form is validated."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self.now = state_of(self.instance)

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and self.cleaned_data.get("seen") != self.now:
            # Told once, both texts before one's eyes, one may press again.
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.now
            raise ValidationError(somebody_was_first(type(self.instance)(pk=self.instance.pk)), code="conflict")
        return cleaned


class HearsOfOthers:
    """For an admin whose form is a SeenForm."""

    def get_fieldsets(self, request, obj=None):
        shown = super().get_fieldsets(request, obj)
        if obj is None or not self.has_change_permission(request, obj):
            return shown
        return [*shown, (None, {"fields": ["seen"]})]

    def get_object(self, request, object_id, from_field=None):
        found = super().get_object(request, object_id, from_field)
        if found and request.method == "POST" and not request.path.endswith("/delete/"):
            # The second saver waits here until the first is done.
            found.refresh_from_db(from_queryset=self.model._base_manager.select_for_update(of=("self",)))
        return found
