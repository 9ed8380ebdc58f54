"""The review screen's form on the server's side: the head's fields, who is meant by each name, what stands in the way.

The turns are read by articles/review; here is what only the database and the rights of the user can tell.
"""

from dataclasses import dataclass, replace

from django import forms
from django.core.exceptions import ValidationError
from django.forms import fields_for_model

from ..models import Article, Author, Exchange, Interviewee, Person, Section
from ..namesakes import Namesake, namesakes, surely
from ..review import Review, Speaker
from ..transcripts import Draft, Figure
from ..transcripts.draft import ANSWER
from ..vietnamese import fold, spelling_key
from .hours import HourField

NEW = "new"
_CAPTION_CHARACTERS = 500


@dataclass(frozen=True)
class Problem:
    """Why no draft can be made yet. field: the id of the field to go to."""

    field: str
    sentence: str


class HeadForm(forms.Form):
    """What stands above the turns, by the rules of the article's own fields."""

    kicker, headline, standfirst = (
        fields_for_model(Article, ["kicker", "headline", "standfirst"])[name]
        for name in ("kicker", "headline", "standfirst")
    )
    section = forms.ChoiceField(label="Chuyên mục", error_messages={"required": "Hãy chọn chuyên mục."})
    section_new = fields_for_model(Section, ["name"])["name"]
    published = HourField(label="Thời điểm đăng", required=False)
    introduction = forms.CharField(label="Lời dẫn", required=False)
    byline = forms.CharField(label="Ký tên, mỗi người một dòng", required=False)
    unplaced = forms.CharField(label="Chưa xếp được (không hiện ra trang báo)", required=False)

    field_order = (
        "headline", "kicker", "section", "section_new", "published", "standfirst", "byline", "introduction", "unplaced"
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["headline"].error_messages["required"] = "Bài chưa có tít."
        self.fields["section_new"].required = False
        self.fields["section_new"].label = "Tên chuyên mục mới"
        self.may_add_section = user.has_perm("articles.add_section")
        new = [(NEW, "Lập chuyên mục mới…")] if self.may_add_section else []
        if not self.may_add_section:
            del self.fields["section_new"]
        self.sections = list(Section.objects.all())
        self.fields["section"].choices = [
            ("", "— chọn —"), *((str(section.pk), section.name) for section in self.sections), *new
        ]
        for name, rows in (("headline", 2), ("standfirst", 5), ("introduction", 4), ("byline", 2), ("unplaced", 3)):
            if name in self.fields:
                self.fields[name].widget = forms.Textarea(attrs={"rows": rows})

    def clean_headline(self):
        # What composing takes away may have been all there was.
        if not self.cleaned_data["headline"].split():
            raise ValidationError(self.fields["headline"].error_messages["required"])
        return self.cleaned_data["headline"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("section") == NEW:
            cleaned["section"] = self._new_section(cleaned.get("section_new", ""))
        elif cleaned.get("section"):
            cleaned["section"] = next(one for one in self.sections if str(one.pk) == cleaned["section"])
        return cleaned

    def _new_section(self, name):
        """The section of that name, not saved yet; None with an error where it cannot be."""
        known = next((one for one in self.sections if fold(one.name) == fold(name)), None)
        section = known or Section(name=name, position=len(self.sections) + 1)
        try:
            if known is None:
                section.full_clean()
        except ValidationError as refusal:
            self.add_error("section_new", refusal.messages)
            return None
        return section


def section_choice(review: Review, user) -> dict[str, str]:
    """What the section's fields should say for the name that is printed."""
    wanted = fold(review.section)
    known = next((one for one in Section.objects.all() if wanted and fold(one.name) == wanted), None)
    if known:
        return {"section": str(known.pk), "section_new": ""}
    may_add = review.section and user.has_perm("articles.add_section")
    return {"section": NEW if may_add else "", "section_new": review.section if may_add else ""}


@dataclass(frozen=True)
class SpeakerRow:
    """A speaker in the form: whoever bears that name already, and the choice made ("", NEW or a person's id)."""

    speaker: Speaker
    known: list[Namesake]
    chosen: str


def speaker_rows(review: Review, sent) -> list[SpeakerRow]:
    """One row for each speaker; sent: the fields of the form, where a choice may have been made."""
    known = namesakes(speaker.name for speaker in review.speakers)
    rows = []
    for n, speaker in enumerate(review.speakers):
        several = known.get(spelling_key(speaker.name), []) if speaker.name else []
        chosen = sent.get(f"speaker-{n}-person", "")
        if chosen not in {NEW, *(str(one.person.pk) for one in several)} or not several:
            sure = surely(several, speaker.office)
            chosen = str(sure.pk) if sure else ""
        rows.append(SpeakerRow(speaker, several, chosen))
    return rows


def with_room_for_a_guest(review: Review) -> Review:
    """With one more row of speakers, to be filled in, where every answer is nobody's."""
    if review.answering or not any(turn.kind == ANSWER for turn in review.turns):
        return review
    return replace(review, speakers=(*review.speakers, Speaker()))


def named(review: Review) -> Review:
    """With a name for everybody who answers and whose label tells it; where the source says of no answer whose it is,
    the only person named gave them all."""
    asking = {turn.speaker for turn in review.turns if turn.kind != ANSWER}
    people = [n for n, speaker in enumerate(review.speakers) if speaker.name and n not in asking]
    if not review.answering and len(people) == 1:
        turns = (replace(turn, speaker=people[0]) if turn.kind == ANSWER else turn for turn in review.turns)
        review = replace(review, turns=tuple(turns))
    answering = set(review.answering)
    return replace(
        review, speakers=tuple(one.named() if n in answering else one for n, one in enumerate(review.speakers))
    )


def people_meant(review: Review, rows: list[SpeakerRow], user) -> tuple[dict[str, Person | None], list[Problem]]:
    """({name: Person, or None for a new one}, problems) for everybody who answers."""
    people: dict[str, Person | None] = {}
    problems = []
    keys: set[str] = set()
    for n in review.answering:
        name, row = review.speakers[n].name, rows[n]
        if not name:
            continue
        if spelling_key(name) in keys:
            sentence = f"Có hai người nói cùng tên “{name}”: hãy dùng chung một dòng."
            problems.append(Problem(f"speaker-{n}-name", sentence))
        keys.add(spelling_key(name))
        if row.known and not row.chosen:
            sentence = f"Tòa soạn đã có nhân vật tên “{name}”: hãy chọn là người ấy hay là người mới cùng tên."
            problems.append(Problem(f"speaker-{n}-person", sentence))
        people[name] = next((one.person for one in row.known if str(one.person.pk) == row.chosen), None)
        if people[name] is None and not user.has_perm("articles.add_person"):
            problems.append(Problem(f"speaker-{n}-name", f"Bạn không được lập nhân vật mới “{name}”."))
    return people, problems


def too_long(review: Review, draft: Draft) -> list[Problem]:
    """What the rows of the database cannot hold."""
    limits = {
        "label": _longest(Exchange, "asked_by"),
        "honorific": _longest(Person, "honorific"),
        "name": _longest(Person, "name"),
        "office": _longest(Interviewee, "office"),
    }
    found = []
    for n, speaker in enumerate(review.speakers):
        for name, longest in limits.items():
            if len(getattr(speaker, name)) > longest:
                sentence = f"Dòng người nói thứ {n + 1} có ô dài quá {longest} ký tự."
                found.append(Problem(f"speaker-{n}-{name}", sentence))
        if len(f"{speaker.honorific} {speaker.name}") > _longest(Interviewee, "label"):
            found.append(Problem(f"speaker-{n}-name", f"Danh xưng và tên ở dòng người nói thứ {n + 1} quá dài."))
    if any(len(name) > _longest(Author, "name") for name, _ in draft.byline):
        found.append(Problem("id_byline", f"Một tên trong phần ký tên dài quá {_longest(Author, 'name')} ký tự."))
    blocks = [*draft.introduction, *(block for turn in draft.turns for block in turn.blocks)]
    if any(isinstance(block, Figure) and len(block.caption) > _CAPTION_CHARACTERS for block in blocks):
        found.append(Problem("turns", f"Có chú thích ảnh dài quá {_CAPTION_CHARACTERS} ký tự."))
    return found


def signed_by_known_authors(draft: Draft, user) -> tuple[Draft, list[str]]:
    """(the draft, sentences): who may not make authors signs with those there are; other names stay as text."""
    if user.has_perm("articles.add_author") or not draft.byline:
        return draft, []
    known = {spelling_key(name) for name in Author.objects.values_list("name", flat=True)}
    strangers = [pair for pair in draft.byline if spelling_key(pair[0]) not in known]
    kept = tuple(pair for pair in draft.byline if pair not in strangers)
    unplaced = tuple(f"Ký tên: {name} ({role})" if role else f"Ký tên: {name}" for name, role in strangers)
    notes = [f"Tòa soạn chưa có tác giả “{name}”: tên được để ở mục Chưa xếp được." for name, _ in strangers]
    return replace(draft, byline=kept, unplaced=(*draft.unplaced, *unplaced)), notes


def _longest(model, field):
    return model._meta.get_field(field).max_length
