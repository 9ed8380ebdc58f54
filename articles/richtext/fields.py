"""The model field for rich text, and its form field."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from .sanitizer import clean
from .widget import editor_widget

LONGEST_TYPED = 1_000_000  # characters; a book of four hundred pages, cleaned in some seconds


class RichTextFormField(forms.CharField):
    """Cleans what the editor sends, so that an "empty" paragraph counts as nothing typed."""

    def to_python(self, value):
        value = super().to_python(value)
        if isinstance(value, str) and len(value) > LONGEST_TYPED:
            raise ValidationError(_too_long(len(value)), code="max_length")
        return clean(value) if isinstance(value, str) else value

    def has_changed(self, initial, data):
        # The editor lays the same text out in its own way: to open and save a story is no edit.
        if len(data or "") > LONGEST_TYPED:
            return True
        return super().has_changed(clean(initial or ""), clean(data or ""))


def _too_long(length):
    shown, allowed = (f"{number:,}".replace(",", ".") for number in (length, LONGEST_TYPED))
    return f"Phần này dài {shown} ký tự, nhiều nhất được {allowed}. Hãy chia thành nhiều bài."


class RichTextField(models.TextField):
    """Rich text. What is stored is clean, whichever door of the ORM it came through: save(), create(),
    update(), bulk_create(), bulk_update(), fixtures.

    Migrations name this class and nothing of the editor. Forms get the widget of editor_widget(), in the
    admin as well, which would otherwise put its own text area; a form that wants another widget declares the
    form field itself.
    """

    def to_python(self, value):
        value = super().to_python(value)
        return clean(value) if isinstance(value, str) else value

    def get_prep_value(self, value):
        # TextField sends search terms (body__contains="lũ") through to_python; paragraphs, here.
        return models.Field.get_prep_value(self, value)

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = clean(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value, connection):
        # update() and raw fixtures do not call pre_save(). Cleaning is idempotent: twice is harmless.
        if isinstance(value, str):
            value = clean(value)
        return super().get_db_prep_save(value, connection)

    def formfield(self, **kwargs):
        return super().formfield(**{**kwargs, "form_class": RichTextFormField, "widget": editor_widget()})
