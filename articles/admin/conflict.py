"""Two wrote on one story: the second saver sees who was first, when, and both texts, and chooses place by place.

Three texts lie side by side: as the form was opened (of the revision of that version), mine, theirs. What only one of
us changed is proposed; what both changed must be chosen. What either added stays.
"""

from dataclasses import dataclass, field

from django.http import QueryDict

from ..differences import Effort
from ..differences.blocks import blocks_of, lines_of
from ..differences.folding import folded_paragraphs
from ..differences.paragraphs import changed_paragraphs
from ..richtext.fields import RichTextFormField
from . import form_values
from .form_values import Row, version_of

MINE, THEIRS = "mine", "theirs"


@dataclass
class Place:
    """One place where the two differ. key: of its radio buttons. proposed: MINE, THEIRS, or "" where both changed.

    mine, theirs: what is taken. paragraphs: differences from theirs to mine, for the page; told_*: where there is no
    text to compare, in words.
    """

    key: str
    label: str
    mine: object
    theirs: object
    proposed: str
    paragraphs: list = field(default_factory=list)
    told_mine: str = ""
    told_theirs: str = ""
    chosen: str = ""

    @property
    def folds(self):
        """[(whether both say the same at length, paragraphs)], for the page."""
        return folded_paragraphs(self.paragraphs)

    @property
    def taken(self):
        return self.mine if (self.chosen or self.proposed) == MINE else self.theirs


def proposal(mine, theirs, base):
    """Which of two that differ is meant: what differs from the base; "" where both do, or no base is known."""
    if base is None:
        return ""
    return MINE if theirs == base else THEIRS if mine == base else ""


class Settlement:
    """`places` where mine differs from what is stored; merged() puts the chosen together as a form to be saved."""

    def __init__(self, model_admin, request, article, given):
        self.article, self.given, self.effort = article, given, Effort()
        kept = form_values.of_version(article, version_of(given))
        form = model_admin.get_form(request, article, change=True)(instance=article)
        names = [name for name in form.fields if name != "version"]
        self.theirs = form_values.sent_row(form, names)
        mine = form_values.filled_in(form, names, given)
        self.places = self._fields("", "", form, names, mine, self.theirs, form_values.base_values(kept))
        self.rows = []
        self.adds = 0
        for rows in form_values.rows_of(model_admin, request, article):
            self.rows.append((rows, *self._laid_side_by_side(rows, kept)))

    @property
    def differs(self):
        return bool(self.places or self.adds)

    @property
    def open(self):
        """The places that must still be chosen."""
        return [place for place in self.places if not (place.chosen or place.proposed)]

    # What differs

    def _fields(self, key, label, form, names, mine, theirs, base):
        found = []
        for name in names:
            bound = form[name]
            ours, other = (form_values.settled(bound, values[name]) for values in (mine, theirs))
            if ours == other:
                continue
            old = form_values.settled(bound, base[name]) if name in base else None
            place = Place(
                f"{key}{name}", f"{label}{str(bound.label).capitalize()}", mine[name], theirs[name],
                proposal(ours, other, old),
            )  # fmt: skip
            blocks = [_blocks(bound, values[name]) for values in (theirs, mine)]
            place.paragraphs = changed_paragraphs(*blocks, self.effort)
            found.append(place)
        return found

    def _laid_side_by_side(self, rows, kept):
        """(rows of mine, {number: {field: place or values}}, place of the order or None)."""
        if not rows.editable:
            return [], [], None  # but the form must carry them
        mine = form_values.sent_rows(rows, self.given)
        numbers, olds = form_values.base_rows(kept, rows.prefix)
        known = {row.number: row for row in mine if row.number is not None}
        stored = {row.number: row for row in rows.stored}
        for at, row in enumerate(rows.stored, start=1):
            if row.number in known:
                base = self._base(rows, numbers, olds, row, known[row.number])
                self._of_both(rows, at, row, known[row.number], base)
        for row in mine:
            if row.number is not None and row.number not in stored and not row.dropped:
                base = self._base(rows, numbers, olds, row, row)
                self._deleted_by_them(rows, row, base)
        theirs_new = [row.values for row in rows.stored if row.number not in known]
        added = [row for row in mine if row.number is None]
        added = [row for row in added if not any(self._same(rows, row.values, other) for other in theirs_new)]
        self.adds += len(added)
        order = self._order(rows, [row.number for row in mine if not row.dropped], list(stored), numbers)
        return mine, added, order

    def _same(self, rows, mine, theirs):
        """Whether my new row is one that was saved meanwhile; who answers may have been put in for me."""
        names = [name for name in rows.names if name != "answered_by" or any(mine[name])]
        return form_values.same(rows.shape, names, mine, theirs)

    def _base(self, rows, numbers, olds, theirs, mine):
        """The row as it was, {} where nobody tells. Signatures have no numbers: by what they say."""
        if theirs.number in numbers:
            return olds[numbers.index(theirs.number)]
        for values in (mine.values, theirs.values):
            if not any(numbers) and any(all(values.get(name) == old[name] for name in old) for old in olds):
                return values
        return {}

    def _told(self, rows, values):
        blocks = [block for name in rows.names for block in _blocks(rows.shape[name], values[name])]
        return " · ".join(block.text for block in blocks if block.text)

    def _of_both(self, rows, at, theirs, mine, base):
        label = f"{rows.title.capitalize()} {at}"
        if not mine.dropped:
            self.places += self._fields(
                f"{rows.prefix}-{theirs.number}-", f"{label}: ", rows.shape, rows.names, mine.values, theirs.values,
                base,
            )  # fmt: skip
            return
        untouched = base and self._unchanged(rows, theirs.values, base)
        self.places.append(
            Place(
                f"{rows.prefix}-{theirs.number}",
                label,
                False,
                True,
                MINE if untouched else "",
                told_mine="Bạn đã bỏ phần này.",
                told_theirs=self._told(rows, theirs.values),
            )  # fmt: skip
        )

    def _deleted_by_them(self, rows, mine, base):
        untouched = base and self._unchanged(rows, mine.values, base)
        self.places.append(
            Place(
                f"{rows.prefix}-{mine.number}",
                f"{rows.title.capitalize()} đã bị bỏ",
                True,
                False,
                THEIRS if untouched else "",
                told_mine=self._told(rows, mine.values),
                told_theirs="Người lưu trước đã bỏ phần này.",
            )  # fmt: skip
        )

    def _unchanged(self, rows, values, base):
        names = [name for name in rows.names if name in base]
        return form_values.same(rows.shape, names, values, base)

    def _order(self, rows, mine, theirs, numbers):
        both = set(mine) & set(theirs)
        ours, other, old = (
            [number for number in found if number in both] for found in (mine, theirs, numbers)
        )
        if ours == other:
            return None
        known = old if set(old) == both else None
        spoken = {row.number: self._told(rows, row.values)[:60] for row in rows.stored}
        told = [" → ".join(spoken[number] for number in found) for found in (ours, other)]
        place = Place(
            f"{rows.prefix}-thu-tu", f"{rows.title.capitalize()}: thứ tự", ours, other, proposal(ours, other, known),
            told_mine=told[0], told_theirs=told[1],
        )  # fmt: skip
        self.places.append(place)
        return place

    # What is saved

    def merged(self):
        """The form to be saved, as a QueryDict: stored values, and over them what was chosen."""
        taken = {place.key: place for place in self.places}
        data = QueryDict(mutable=True)
        data["version"] = str(self.article.version)
        for name, values in self.theirs.items():
            data.setlist(name, taken[name].taken if name in taken else values)
        for rows, mine, added, order in self.rows:
            self._put_rows(data, taken, rows, mine, added, order)
        return data

    def _put_rows(self, data, taken, rows, mine, added, order):
        entries = {}
        for row in rows.stored:
            key = f"{rows.prefix}-{row.number}"
            values = {
                name: taken[f"{key}-{name}"].taken if f"{key}-{name}" in taken else row.values[name]
                for name in rows.names
            }
            entries[row.number] = Row(row.number, values, key in taken and not taken[key].taken)
        ours = []
        for row in mine:
            key = f"{rows.prefix}-{row.number}"
            if row.number is None and row not in added:
                continue
            name = id(row) if row.number is None else row.number
            if row.number is None or (row.number not in entries and key in taken and taken[key].taken):
                entries[name] = Row(None, row.values)
            if name in entries:
                ours.append(name)
        stored = [row.number for row in rows.stored]
        way = woven(ours, stored) if order and order.taken is order.mine else woven(stored, ours)
        places = {name: at for at, name in enumerate(way, start=1)}
        told = {
            "TOTAL_FORMS": len(entries),
            "INITIAL_FORMS": len(stored),
            "MIN_NUM_FORMS": 0,
            "MAX_NUM_FORMS": 1000,
        }
        for name, number in told.items():
            data[f"{rows.prefix}-{name}"] = str(number)
        for index, (name, row) in enumerate(entries.items()):
            prefix = f"{rows.prefix}-{index}-"
            for each, values in row.values.items():
                data.setlist(prefix + each, values)
            data[f"{prefix}id"] = "" if row.number is None else str(row.number)
            data[prefix + rows.owner] = str(self.article.pk)
            data[prefix + form_values.POSITION] = str(places[name])
            if row.dropped:
                data[f"{prefix}DELETE"] = "on"


def woven(first, second):
    """All of both lists: in the order of the first; what only the second has stands behind what it stood behind."""
    found = list(first)
    for at, one in enumerate(second):
        if one not in found:
            before = [other for other in second[:at] if other in found]
            found.insert(found.index(before[-1]) + 1 if before else 0, one)
    return found


def _blocks(bound, values):
    """What these values of a field say, as blocks of text."""
    if hasattr(bound.field, "queryset"):
        numbers = [value for value in values if value.isascii() and value.isdecimal() and len(value) < 19]
        return lines_of("\n".join(str(each) for each in bound.field.queryset.filter(pk__in=numbers)))
    text = values[0] if values else ""
    if isinstance(bound.field, RichTextFormField):
        return blocks_of(bound.field.to_python(text))
    if hasattr(bound.field, "choices"):
        return lines_of(str(dict(bound.field.choices).get(text, text)))
    if bound.widget_type == "checkbox":
        return lines_of("có" if values else "không")
    return lines_of(text)
