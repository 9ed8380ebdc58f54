"""The exchanges of an interview before and now: an exchange that moved is one that moved, and nothing else."""

from dataclasses import dataclass, field

from .blocks import blocks_of, lines_of
from .folding import folded_paragraphs
from .paragraphs import changed_paragraphs, in_reading_order, moved_sentence, steady
from .words import whole


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange in a difference.

    kind: "same", "changed", "gone" or "new". was, now: its place before and now, counted from one, None where it has
    none. moves: "Chuyển từ lượt 3 lên lượt 1", or "". question, answer: Paragraphs. asked_by, answered_by: Stretches
    of the labels.
    """

    kind: str
    number: int | None  # the exchange's own
    was: int | None = None
    now: int | None = None
    moves: str = ""
    asked_by: list = field(default_factory=list)
    question: list = field(default_factory=list)
    answered_by: list = field(default_factory=list)
    answer: list = field(default_factory=list)

    @property
    def untouched(self):
        return self.kind == "same" and not self.moves

    @property
    def place(self):
        return self.now or self.was

    @property
    def question_folds(self):
        return folded_paragraphs(self.question)

    @property
    def answer_folds(self):
        return folded_paragraphs(self.answer)


def changed_turns(before, after, effort):
    """Every exchange of two snapshots as Turns, in the order of now; what is gone stands where it was."""
    pairs = _pairs(before, after)
    order = sorted(pairs)
    kept = steady([pairs[at] for at in order])
    stayed = {at: pairs[at] for number, at in enumerate(order) if number in kept}
    told = {}
    for at, to in pairs.items():
        moves = "" if at in stayed else moved_sentence("lượt", at + 1, to + 1)
        told[to] = _told(before[at], after[to], at + 1, to + 1, moves, effort)
    told |= {to: _alone("new", kept, now=to + 1) for to, kept in enumerate(after) if to not in told}
    paired = set(pairs)
    gone = {at: _alone("gone", kept, was=at + 1) for at, kept in enumerate(before) if at not in paired}
    return in_reading_order(told, gone, stayed)


def _pairs(before, after):
    """{place before: place now}: by the exchange's number; by its words where somebody deleted and retyped it."""
    pairs = {}
    for same in (lambda kept: kept.get("id"), lambda kept: (kept["question"], kept["answer"])):
        taken = set(pairs.values())
        places = {}
        for to in reversed(range(len(after))):
            if to not in taken and same(after[to]) is not None:
                places.setdefault(same(after[to]), []).append(to)
        for at, kept in enumerate(before):
            if at not in pairs and places.get(same(kept)):
                pairs[at] = places[same(kept)].pop()
    return pairs


def _told(old, new, was, now, moves, effort):
    labels = {name: _label(old.get(name, ""), new.get(name, "")) for name in ("asked_by", "answered_by")}
    question = changed_paragraphs(lines_of(old["question"]), lines_of(new["question"]), effort)
    answer = changed_paragraphs(blocks_of(old["answer"]), blocks_of(new["answer"]), effort)
    untouched = all(each.untouched for each in [*question, *answer])
    untouched = untouched and all(each.kind == "same" for label in labels.values() for each in label)
    kind = "same" if untouched else "changed"
    return Turn(kind, new.get("id"), was, now, moves, question=question, answer=answer, **labels)


def _label(old, new):
    """One whole name for another: nobody answers by halves."""
    return whole("same", new) if old == new else [*whole("gone", old), *whole("new", new)]


def _alone(kind, kept, *, was=None, now=None):
    sides = ([], lines_of(kept["question"])), ([], blocks_of(kept["answer"]))
    question, answer = (changed_paragraphs(*(side if kind == "new" else side[::-1])) for side in sides)
    labels = {name: whole(kind, kept.get(name, "")) for name in ("asked_by", "answered_by")}
    return Turn(kind, kept.get("id"), was, now, question=question, answer=answer, **labels)
