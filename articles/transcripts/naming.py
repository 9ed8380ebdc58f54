"""Who answers: every answer's person, full name and office, from the introduction, the labels, the captions."""

import re
from collections.abc import Iterable

from articles.vietnamese import fold

from .draft import ANSWER, Block, Figure, Respondent, Turn
from .figures import Found
from .labels import Label
from .names import is_short, may_mean
from .people import only_name_in, people_in
from .turns import Spoken

_INITIALS = re.compile(r"[A-ZĐ]{2,5}")
_MOST_PEOPLE = 200  # beyond this, initials are not looked up


class _Known:
    """The people a transcript names; the first to tell a person's office is believed."""

    def __init__(self, people: Iterable[Respondent]):
        self._known: dict[str, Respondent] = {}
        for person in people:
            key = fold(person.name)
            if key not in self._known or not self._known[key].office:
                self._known[key] = person
        self._by_given_name: dict[str, list[Respondent]] = {}
        for key, person in self._known.items():
            self._by_given_name.setdefault(key.split()[-1], []).append(person)
        self._meant: dict[str, Respondent | None] = {}

    def person_of(self, label: Label) -> Respondent:
        full = self._known.get(fold(label.name)) or self._short(label.name)
        if full is None:
            return Respondent(label.honorific, label.name, label.office)
        name = label.name if " " in label.name and not is_short(label.name) else full.name
        return Respondent(label.honorific or full.honorific, name, label.office or full.office)

    def _short(self, name: str) -> Respondent | None:
        """The one person meant by a given name, the end of a name, or initials; None when several could be."""
        if name not in self._meant:
            among = self._by_given_name.get(fold(name).split()[-1], [])
            short = ".".join(name) if _INITIALS.fullmatch(name) else name
            if is_short(short) and len(self._known) <= _MOST_PEOPLE:
                among = [person for person in self._known.values() if not is_short(person.name)]
            meant = [person for person in among if may_mean(short, person.name)]
            self._meant[name] = meant[0] if len(meant) == 1 else None
        return self._meant[name]


def named(spoken: list[Spoken], lead: list[Block], figures: list[Found]) -> tuple[Turn, ...]:
    """The turns with their people."""
    told = [block.caption if isinstance(block, Figure) else block.text for block in lead]
    introduced = people_in(told)
    labels = [turn.voice.label for turn in spoken if turn.kind == ANSWER and turn.voice and turn.voice.label.name]
    known = _Known((
        *introduced,
        *(Respondent(label.honorific, label.name, label.office) for label in labels
          if " " in label.name and not is_short(label.name)),
        *people_in(figure.figure.caption for figure in figures),
    ))
    speaking = {person.name: person for label in labels for person in [known.person_of(label)]}
    # Who answers without a label: the only one who answers at all, or the only one introduced.
    only = next(iter(speaking.values())) if len(speaking) == 1 else introduced[0] if len(introduced) == 1 else None
    only = only or (None if introduced or speaking else only_name_in(told))
    turns = []
    for turn in spoken:
        label = turn.voice.label if turn.voice else None
        person = Respondent("", "", "")
        if turn.kind == ANSWER and label and label.name:
            person = known.person_of(label)
        elif turn.kind == ANSWER and only:
            person = only
        turns.append(Turn(
            turn.kind, label.printed if label else "", person.honorific, person.name, person.office,
            tuple(turn.blocks), turn.confidence,
        ))
    return tuple(turns)
