"""The form of the front page: every pin is a row (story, place, from, until); the order of the rows is theirs.

Every press of a button sends the whole form. All but “Lưu” show it again, rearranged: what the newest would fill is
then worked out anew, and a browser without script can do whatever the mouse can.
"""

import logging
import re

from django import forms

from .. import policy
from ..hours import written
from ..models import Article, Placement, Section
from .hours import HourField, HourInput

MOST = 100  # rows anybody arranges
ROW_FIELD = re.compile(r"pin-(\d{1,3})-(\w+)", re.ASCII)
IN_SECTION = "muc-"
Slot = Placement.Slot
logger = logging.getLogger("newsroom")


class PinForm(forms.Form):
    article = forms.IntegerField(widget=forms.HiddenInput)
    place = forms.ChoiceField(
        label="Chỗ", error_messages={"invalid_choice": "Chỗ này không còn. Hãy chọn chỗ khác."}
    )
    starts_at = HourField(label="Từ", required=False, widget=HourInput({"placeholder": "ngay khi lưu"}))
    ends_at = HourField(label="Đến", required=False, widget=HourInput({"placeholder": "khi bỏ ghim"}))

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["place"].choices = places

    def clean(self):
        cleaned = super().clean()
        times = {name: cleaned.get(name) for name in ("starts_at", "ends_at")}
        if all(times.values()) and times["starts_at"] >= times["ends_at"]:
            self.add_error("ends_at", "Thời điểm kết thúc phải sau thời điểm bắt đầu.")
        for name, at in times.items():
            if at and self.is_bound:
                # "mai 6h" is another hour tomorrow: shown again, it is the hour that was meant.
                self.data[self.add_prefix(name)] = written(at)
        return cleaned


class Row:
    """One pin in the form. story: the Article; viewed: whether this user may view it; named: or read its headline at
    least; pin: the Placement it makes, None while its fields are wrong; focus: which of its buttons ("up", "down",
    "drop") the keyboard is at."""

    def __init__(self, number, form, story, viewed, named):
        self.number, self.form, self.story, self.viewed, self.named = number, form, story, viewed, named
        self.pin, self.focus = None, ""

    @property
    def place(self):
        return self.form["place"].value()

    @property
    def name(self):
        return self.story.headline if self.named else "bài không mở được"


class Pinning:
    """The form of one user. sent: request.POST; without it, `pins` (Placements) as they are saved.

    wish: how to rearrange what was sent: "up:3", "down:3", "drop:3" (rows as they were numbered), "pin:15:lead" (a
    story; without a place, to the one that `to` names), "put:row:3:lead:0", "put:pin:15:lead:0" (to a place, counted
    among its other rows). Whatever else is wished leaves all as it is. rows: in the order of the places. problems:
    sentences that belong to no row. left: the key of the place a row was dropped from.
    """

    def __init__(self, user, pins, sent=None, wish=""):
        self.user, self.problems = user, []
        self.sections = list(Section.objects.all())
        sections = [(f"{IN_SECTION}{section.pk}", section.name) for section in self.sections]
        self.places = [(slot.value, slot.label) for slot in (Slot.LEAD, Slot.SECOND)] + sections
        self.kept = {pin.article_id for pin in pins}
        self.raw = _as_sent(sent) if sent is not None else None
        self.initial = [_initial(pin) for pin in pins]
        self.moved, self.left, self.verb = None, "", ""
        if self.raw is not None:
            self._act(wish, sent.get("to", ""))
        self._lay()

    def _lay(self):
        """Make the rows of what was sent or saved."""
        keys = [key for key, _ in self.places]
        fields = sorted(
            self.initial if self.raw is None else self.raw,
            key=lambda row: keys.index(row["place"]) if row.get("place") in keys else -1,
        )
        stories, viewed, named = self._stories(fields)
        allowed = [row for row in fields if _number(row.get("article")) in stories]
        if len(allowed) < len(fields):
            self.problems.append("Có bài không ghim được: bài không có, hoặc bạn không xem được bài ấy.")
            logger.warning("front page: %s sent stories they may not pin", self.user.get_username())
        self.rows = [self._row(number, row, stories, viewed, named) for number, row in enumerate(allowed)]
        self._make_pins()
        for row, sent in zip(self.rows, allowed, strict=True):
            if sent is self.moved:
                here = [other for other in self.rows if other.place == row.place]
                usable = {"up": row is not here[0], "down": row is not here[-1], "drop": True}
                row.focus = next(button for button in (self.verb, "up", "down", "drop") if usable.get(button))

    def _stories(self, fields):
        """({number: Article} of what may stand here, the numbers the user may view, those whose headline they may
        read)."""
        numbers = {_number(row.get("article")) for row in fields}
        found = Article.objects.filter(pk__in=numbers).for_cards().in_bulk()
        seen = Article.objects.filter(pk__in=found)
        viewed = set(seen.filter(policy.scope(self.user, "view")).values_list("pk", flat=True))
        recorded = set(seen.filter(policy.scope(self.user, "read_record")).values_list("pk", flat=True))
        # What is pinned already stays until somebody takes it off, whatever became of the story.
        may_stand = {pk for pk in viewed if not found[pk].trashed_at} | self.kept
        return {pk: story for pk, story in found.items() if pk in may_stand}, viewed, viewed | recorded

    def _row(self, number, fields, stories, viewed, named):
        prefix = f"pin-{number}"
        if self.raw is None:
            form = PinForm(initial=fields, prefix=prefix, places=self.places)
        else:
            form = PinForm(
                {f"{prefix}-{name}": value for name, value in fields.items()},
                prefix=prefix,
                places=self.places,
            )
        story = stories[_number(fields["article"])]
        return Row(number, form, story, story.pk in viewed, story.pk in named)

    def _make_pins(self):
        sections = {section.pk: section for section in self.sections}
        seen = set()
        for position, row in enumerate(self.rows):
            cleaned = row.form.initial if self.raw is None else row.form.is_valid() and row.form.cleaned_data
            if not cleaned:
                continue
            slot, section = slot_of(cleaned["place"])
            if (slot, row.story.pk) in seen:
                row.form.add_error(
                    "place", "Bài này đã ghim ở một chỗ như thế." if section else "Bài này đã ghim ở đây."
                )
                continue
            seen.add((slot, row.story.pk))
            row.pin = Placement(
                slot=slot,
                section=sections.get(section),
                article=row.story,
                position=position,
                starts_at=cleaned["starts_at"],
                ends_at=cleaned["ends_at"],
            )

    @property
    def pins(self):
        """The Placements the rows make, unsaved; rows whose fields are wrong make none."""
        return [row.pin for row in self.rows if row.pin]

    @property
    def is_valid(self):
        return not self.problems and all(row.pin for row in self.rows)

    def _act(self, wish, to):
        self.verb, *given = wish.split(":")
        if self.verb == "put" and len(given) == 4:
            self._put(*given)
        elif self.verb == "pin" and len(given) in (1, 2):
            self._put("pin", given[0], given[-1] if len(given) == 2 else to, str(MOST))
        elif len(given) == 1 and (row := self._sent_as(given[0])):
            if self.verb == "drop":
                self.raw.remove(row)
                self.left = row.get("place", "")
            elif self.verb == "show":
                self.moved = row
            elif self.verb in ("up", "down"):
                here = [other for other in self.raw if other.get("place") == row.get("place")]
                index = max(0, here.index(row) + (1 if self.verb == "down" else -1))
                self._put("row", given[0], row.get("place", ""), str(index))

    def _put(self, what, number, place, index):
        if place not in dict(self.places) or not index.isdecimal():
            return
        row = self._sent_as(number) if what == "row" else {"number": "", "article": number}
        if row is None or (what == "pin" and len(self.raw) >= MOST):
            return
        others = [other for other in self.raw if other is not row]
        here = [other for other in others if other.get("place") == place]
        here.insert(int(index[:3]), row | {"place": place})
        self.moved = here[min(int(index[:3]), len(here) - 1)]
        self.raw = [*(other for other in others if other.get("place") != place), *here]

    def _sent_as(self, number):
        """The row that was sent under this number, None where there is none."""
        return next((row for row in self.raw if row["number"] == number), None)


def slot_of(place):
    """(slot, section's number or None) of a place as the form names it."""
    if place.startswith(IN_SECTION):
        return Slot.SECTION, int(place.removeprefix(IN_SECTION))
    return Slot(place), None


def place_of(pin):
    return f"{IN_SECTION}{pin.section_id}" if pin.section_id else str(pin.slot)


def _initial(pin):
    return {
        "article": pin.article_id,
        "place": place_of(pin),
        "starts_at": pin.starts_at,
        "ends_at": pin.ends_at,
    }


def _as_sent(sent):
    """The rows of the form as they were sent, in their order; at most MOST."""
    rows = {}
    for key in sent:
        if match := ROW_FIELD.fullmatch(key):
            rows.setdefault(int(match[1]), {"number": match[1]})[match[2]] = sent[key]
    return [rows[number] for number in sorted(rows) if "article" in rows[number]][:MOST]


def _number(written):
    """A number as a form writes it; 0, which nothing has, for anything else."""
    text = str(written)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else 0
