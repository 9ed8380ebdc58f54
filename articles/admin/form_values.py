"""The article's form as values {field name: [strings]}: as somebody sent it, as it would be sent now, as a revision
would have sent it. Three such can be laid side by side (conflict.py)."""

from dataclasses import dataclass, field
from datetime import datetime

from django import forms

from .. import hours
from ..models import Article, Exchange, Person, Topic
from ..richtext.fields import RichTextFormField
from ..richtext.sanitizer import clean, plain
from ..vietnamese import nfc
from . import schedule

MOST_ROWS = 1000
TEXTS = ("kicker", "headline", "standfirst", "dateline", "body", "lead_caption", "unplaced")
POSITION = "position"


@dataclass
class Row:
    """One row of a formset. number: its id in the database, None for a new one. place: its number in the order."""

    number: int | None
    values: dict
    dropped: bool = False
    place: tuple = ()


@dataclass
class Rows:
    """The rows of one formset as they are stored. names: its fields; shape: an empty form of it; editable: by this
    user."""

    prefix: str
    title: str
    owner: str
    shape: forms.ModelForm
    names: list
    editable: bool
    stored: list = field(default_factory=list)


def sent(bound):
    """What a browser would send of this BoundField as it stands; [] for nothing."""
    widget, value = getattr(bound.field.widget, "widget", bound.field.widget), bound.value()
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if widget.check_test(value) else []
    shown = widget.format_value(value)
    if isinstance(shown, (list, tuple)):
        return [str(one) for one in shown if one is not None]
    return ["" if shown is None else str(shown)]


def settled(bound, values):
    """These values as they would count once saved: two that are equal here say the same."""
    if isinstance(bound.field, forms.ModelMultipleChoiceField):
        return sorted(values)
    text = values[0] if values else ""
    if isinstance(bound.field, RichTextFormField):
        return clean(text)
    return [" ".join(line.split()) for line in nfc(text).strip().splitlines()]


def sent_row(form, names):
    return {name: sent(form[name]) for name in names}


def filled_in(form, names, given, prefix=""):
    """Of the sent fields those of this form. What was not sent at all and is no mark stays as it is stored."""
    values = {}
    for name in names:
        bound = form[name]
        mark = isinstance(bound.field, (forms.BooleanField, forms.ModelMultipleChoiceField))
        values[name] = given.get(prefix + name, [] if mark else sent(bound))
    return values


def rows_of(model_admin, request, article):
    """The Rows of every formset of the article that this user sees."""
    found = []
    for made, inline in model_admin.get_formsets_with_inlines(request, article):
        prefix = made.get_default_prefix()
        formset = made(instance=article, prefix=prefix, queryset=inline.get_queryset(request))
        shape = formset.empty_form
        left_out = {formset._pk_field.name, formset.fk.name, "DELETE", POSITION}
        names = [name for name in shape.fields if name not in left_out]
        editable = inline.has_change_permission(request, article)
        rows = Rows(prefix, str(inline.verbose_name), formset.fk.name, shape, names, editable)
        rows.stored = [Row(each.instance.pk, sent_row(each, names)) for each in formset.initial_forms]
        found.append(rows)
    return found


def sent_rows(rows, given):
    """The rows that were sent for these, in their order; new ones that nobody filled in are none."""
    total = _count(given.get(f"{rows.prefix}-TOTAL_FORMS"), 9) or 0
    blank = sent_row(rows.shape, rows.names)
    found = []
    for index in range(min(total, MOST_ROWS)):
        prefix = f"{rows.prefix}-{index}-"
        number = _count(given.get(f"{prefix}id"), 18)
        values = filled_in(rows.shape, rows.names, given, prefix)
        dropped = bool(given.get(f"{prefix}DELETE"))
        if number is None and (dropped or same(rows.shape, rows.names, values, blank)):
            continue
        place = _count(given.get(prefix + POSITION), 9)
        place = MOST_ROWS if place is None else place
        found.append(Row(number, values, dropped, (place, index)))
    return sorted(found, key=lambda row: row.place)


def _count(values, digits):
    """The number these sent values begin with, of so many digits at most; None where it is none."""
    said = (values or [""])[0]
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= digits else None


def same(form, names, one, other):
    """Whether both say the same in these fields of the form."""
    return all(settled(form[name], one[name]) == settled(form[name], other[name]) for name in names)


def version_of(fields):
    """The version of the article a form was opened with; 0 where it does not say."""
    return _count(fields.get("version"), 9) or 0


def texts_unlike(article, given):
    """[(label, plain text)] of what was sent for this article and does not stand in it."""
    turns = article.exchanges.values_list("question", "answer")
    stored = {name: {_plain(name, getattr(article, name))} for name in TEXTS}
    stored["question"] = {_plain("question", question) for question, _ in turns}
    stored["answer"] = {_plain("answer", answer) for _, answer in turns}
    found = []
    for sent_name, values in given.items():
        owner, _, name = sent_name.rpartition("-")
        if name not in stored or (owner and not owner.startswith("exchanges-")) or "__prefix__" in owner:
            continue
        text = _plain(name, values[0] if values else "")
        if text and text not in stored[name]:
            model = Exchange if owner else Article
            found.append((str(model._meta.get_field(name).verbose_name).capitalize(), text))
    return found


def _plain(name, text):
    text = plain(clean(text)) if name in ("body", "answer") else nfc(text)
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())


# ---------------------------------------------------------------- as a revision would have been sent


def of_version(article, version):
    """The snapshot of the article as it was in this version; None where no revision tells."""
    told = article.revisions.filter(snapshot__version__lte=version).order_by("-number") if version else None
    newest = told.first() if told is not None else None
    return newest.snapshot if newest else None


def only_pictures_since(article, version, user):
    """Whether all that was saved after this version was saved by this user and changed what the library says of
    pictures alone: of that no form of a story holds anything."""
    kept = of_version(article, version)
    later = article.revisions.filter(snapshot__version__gt=version)
    newest = later.order_by("-number").first()
    if kept is None or newest is None or later.exclude(by=user).exists():
        return False
    return _but_pictures(kept) == _but_pictures(newest.snapshot)


def _but_pictures(kept):
    return {name: said for name, said in kept.items() if name not in ("pictures", "version")}


def base_values(kept):
    """{field: [strings]} of a snapshot, as far as it tells; {} for none."""
    if kept is None:
        return {}
    values = {name: [kept[name] or ""] for name in TEXTS if name in kept}
    for name in ("section", "lead_image"):
        values[name] = [_number(kept.get(f"{name}_id"))]
    for name in schedule.FIELDS:
        values[name] = [hours.written(datetime.fromisoformat(kept[name])) if kept.get(name) else ""]
    if "comments_open" in kept:
        values["comments_open"] = ["on"] if kept["comments_open"] else []
    topics = Topic.objects.filter(name__in=kept.get("topics", []))
    values["topics"] = [str(topic.pk) for topic in topics]
    return values


def base_rows(kept, prefix):
    """([numbers in their order, None where rows have none], [values]) of these rows in a snapshot."""
    told = (kept or {}).get(prefix, [])
    if prefix == "exchanges":
        found = [
            {
                "asked_by": [each["asked_by"]],
                "question": [each["question"]],
                "answered_by": [_number(each.get("answered_by_id"))],
                "answer": [each["answer"]],
            }
            for each in told
        ]
    elif prefix == "interviewees":
        persons = Person.objects.in_bulk([each["person_id"] for each in told])
        found = [_guest(each, persons.get(each["person_id"])) for each in told]
    elif prefix == "bylines":
        found = [{"author": [_number(each["author_id"])], "role": [each["role"]]} for each in told]
    else:
        return [], []
    return [each.get("id") for each in told], found


def _guest(told, person):
    # The snapshot keeps how the guest is called, which may be the person's own name.
    label = "" if person and person.label == told["label"] else told["label"]
    return {"person": [_number(told["person_id"])], "label": [label], "office": [told["office"]]}


def _number(number):
    return "" if number is None else str(number)
