"""Whom a name of a transcript means: a person the paper has spoken to before, or a new one of the same name.

Nobody is merged silently. The review screen offers every namesake with the office last held; where nobody can be
asked (the command line), the likeliest one is taken and the reporter is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from .models import Interviewee, Person
from .vietnamese import spelling_key


@dataclass(frozen=True)
class Namesake:
    """A person of that name; office: the one last held in this paper, "" where it never printed one; at: when."""

    person: Person
    office: str
    at: datetime | None

    def __str__(self):
        if self.at is None:
            return f"{self.person.label}, chưa trả lời phỏng vấn nào"
        return f"{self.person.label}, {self.office or 'không ghi chức vụ'} ({timezone.localtime(self.at):%d/%m/%Y})"


def namesakes(names: Iterable[str]) -> dict[str, list[Namesake]]:
    """For the spelling_key of each name the paper knows: everybody who bears it, the latest interview first."""
    wanted = {spelling_key(name) for name in names if name}
    known = [
        (pk, key)
        for pk, name in Person.objects.values_list("pk", "name")
        if wanted and (key := spelling_key(name)) in wanted
    ]
    people = Person.objects.in_bulk([pk for pk, _ in known])
    last: dict[int, Namesake] = {}
    interviews = Interviewee.objects.filter(person__in=people).select_related("article").order_by("pk")
    for guest in interviews.only("person_id", "office", "article__published_at", "article__created_at"):
        at = guest.article.published_at or guest.article.created_at
        before = last.get(guest.person_id)
        if before is None or at >= before.at:
            last[guest.person_id] = Namesake(people[guest.person_id], guest.office, at)
    found: dict[str, list[Namesake]] = {}
    for pk, key in known:
        found.setdefault(key, []).append(last.get(pk) or Namesake(people[pk], "", None))
    for several in found.values():
        several.sort(key=lambda one: (one.at is None, -one.at.timestamp() if one.at else 0, one.person.pk))
    return found


def surely(several: list[Namesake], office: str) -> Person | None:
    """The one person who can be meant: of that office, or the only one where no office speaks against it."""
    same = [one for one in several if one.office and spelling_key(one.office) == spelling_key(office)]
    if len(same) == 1:
        return same[0].person
    if len(several) == 1 and not (office and several[0].office):
        return several[0].person
    return None


def person_for(name, honorific, office, people, notes):
    """The Person of this name: the one `people` says ({name: Person, or None for a new one}), else the likeliest.

    notes: sentences about what was made or assumed are appended.
    """
    if name in people:
        return people[name] or Person.objects.create(name=name, honorific=honorific)
    several = namesakes([name]).get(spelling_key(name), [])
    if not several:
        notes.append(f"Đã lập nhân vật mới “{name}”.")
        return Person.objects.create(name=name, honorific=honorific)
    person = surely(several, office)
    if person is None:
        person = several[0].person
        notes.append(f"Nhân vật “{name}” được coi là người đã có: {several[0]}. Hãy xem lại nếu là người khác.")
    return person
