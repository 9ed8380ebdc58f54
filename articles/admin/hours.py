"""The desk's field for a moment: typed as one says it, in Việt Nam time, whatever the browser's language is."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from .. import hours

NAME = "articles_article_hour"
TIME_LEFT = forms.Script("js/admin/time-left.js", type="module")


def urls(model_admin):
    """The address that says how a moment being typed is understood, for ArticleAdmin.get_urls()."""
    return [path("gio/", model_admin.admin_site.admin_view(require_safe(understood)), name=NAME)]


def understood(request):
    """JSON {"said": "thứ Ba, 24/11/2026, 17:26 · còn 37 phút", "ok": true}, or what is wrong with it and false.

    It tells nothing of any article: whoever may open the desk may ask it.
    """
    now = timezone.now()
    try:
        said, ok = hours.told(hours.read(request.GET.get("luc", ""), now), now), True
    except hours.Unreadable as refusal:
        said, ok = str(refusal), False
    return JsonResponse({"said": said, "ok": ok})


class HourInput(forms.TextInput):
    """A line of text, and under it how it is understood: by the server at first, while typing by hour-hint.js."""

    class Media:
        css = {"all": ["css/admin/hours.css"]}
        js = [forms.Script("js/admin/hour-hint.js", type="module"), TIME_LEFT]

    def __init__(self, attrs=None):
        given = {"class": "hour", "size": 22, "placeholder": "ví dụ 17:26 24/11/2026", "autocomplete": "off"}
        super().__init__(given | {"spellcheck": "false", "autocapitalize": "off"} | (attrs or {}))

    def format_value(self, value):
        return hours.written(value) if hasattr(value, "tzinfo") else value

    def render(self, name, value, attrs=None, renderer=None):
        line = super().render(name, value, attrs, renderer)
        return format_html(
            '<hour-hint data-asks="{}">{}<span class="hour-said" role="status">{}</span></hour-hint>',
            reverse(f"admin:{NAME}"),
            line,
            self._said(value),
        )

    @staticmethod
    def _said(value):
        """How the stored or typed moment is understood; nothing where the form will say that it is not."""
        now = timezone.now()
        try:
            at = value if hasattr(value, "tzinfo") else hours.read(value or "", now)
        except hours.Unreadable:
            return ""
        return time_left(at, now, hours.told(at, now))


class HourField(forms.DateTimeField):
    """A moment to the minute. What is left untouched keeps the seconds it was stored with."""

    widget = HourInput

    def get_bound_field(self, form, field_name):
        # A form has fields of its own (copies), so that what this one held is known when it is cleaned.
        self.stored = form.get_initial_for_field(self, field_name)
        return super().get_bound_field(form, field_name)

    def prepare_value(self, value):
        return value

    def to_python(self, value):
        if value in self.empty_values or hasattr(value, "tzinfo"):
            return value or None
        if not value.strip():
            return None
        stored = getattr(self, "stored", None)
        try:
            at = hours.read(value, timezone.now())
        except hours.Unreadable as refusal:
            raise ValidationError(str(refusal), code="invalid") from None
        return stored if stored and hours.written(stored) == hours.written(at) else at

    def has_changed(self, initial, data):
        try:
            typed = self.to_python(data or "")
        except ValidationError:
            return True
        return hours.written(typed) != hours.written(initial)


def time_left(at, now, said=None):
    """A time element whose "còn 37 phút" goes on by itself (time-left.js); said: the words, where there are more."""
    return format_html(
        '<time-left data-now="{}"><time datetime="{}">{}</time></time-left>',
        now.isoformat(timespec="seconds"),
        at.isoformat(timespec="seconds"),
        hours.remaining(at, now) if said is None else said,
    )
