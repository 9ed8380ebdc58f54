"""Model fields for plain Vietnamese text: one composed form in the database, whichever door it came through."""

from django import forms
from django.db import models

from ..vietnamese import nfc


class ComposedFormField(forms.CharField):
    """Composes before anything is counted or refused: decomposed letters are not twice as long, a NUL is no fault of
    whoever pasted it."""

    def to_python(self, value):
        value = super().to_python(value)
        return nfc(value) if isinstance(value, str) else value


class _Composed:
    """NFC, no NUL, no stray controls: at the form's door and again before the row is written."""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": ComposedFormField, **kwargs})

    def to_python(self, value):
        value = super().to_python(value)
        return nfc(value) if isinstance(value, str) else value

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = nfc(value)
            setattr(model_instance, self.attname, value)
        return value


class LineField(_Composed, models.CharField):
    """One line: a headline, a name, a caption. Line breaks become spaces."""

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = " ".join(value.split())
            setattr(model_instance, self.attname, value)
        return value


class PlainTextField(_Composed, models.TextField):
    """Plain text of several paragraphs, a blank line between them. Never markup."""
