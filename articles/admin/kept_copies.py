"""The copies a row of WorkingCopy holds: the one being written, and behind it those of other forms of the same story
by the same hand, which were never saved and not dropped. Nothing typed is overwritten by typing elsewhere.

A form names itself by its token (`import`); what came without one counts as one form.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ..models import WorkingCopy
from .form_values import version_of

MOST = 3  # of one user and story; the oldest gives way
_EARLIER = "_earlier"  # no field of a form begins so (sent_copy.py)


@dataclass(frozen=True)
class Kept:
    """One form as it was typed. saved_at: aware."""

    fields: dict
    saved_at: datetime

    @property
    def token(self):
        return self.fields.get("import", [""])[0]


def all_of(article, user):
    """What this user has typed into forms of this article and not saved: a list of Kept, the newest first."""
    row = WorkingCopy.objects.filter(article=article, user=user).first()
    return _read(row) if row else []


@transaction.atomic
def keep(article, user, fields):
    """Put the fields in place of what this user wrote in this form before; the Kept."""
    row = WorkingCopy.objects.select_for_update().get_or_create(article=article, user=user)[0]
    new = Kept(fields, timezone.now())
    row.seen_at = new.saved_at
    _write(row, [new, *(one for one in _read(row) if one.token != new.token)])
    return new


@transaction.atomic
def drop(article, user, token):
    """Forget what this user wrote in this form: it is saved, or not wanted."""
    row = WorkingCopy.objects.select_for_update().filter(article=article, user=user).first()
    if row:
        _write(row, [one for one in _read(row) if one.token != token])


def _read(row):
    if not row.fields:
        return []
    fields = {name: values for name, values in row.fields.items() if name != _EARLIER}
    earlier = row.fields.get(_EARLIER, [])
    return [
        Kept(fields, row.saved_at),
        *(Kept(one["fields"], datetime.fromisoformat(one["saved_at"])) for one in earlier),
    ]


def _write(row, kept):
    first, *earlier = kept[:MOST] or [None]
    row.fields = {} if first is None else dict(first.fields)
    row.saved_at = first and first.saved_at
    row.version = version_of(first.fields) if first else 0
    if earlier:
        row.fields[_EARLIER] = [
            {"fields": one.fields, "saved_at": one.saved_at.isoformat()} for one in earlier
        ]
    row.save()
