"""A difference for a page that is about something else: the changed places alone, with a few words around them."""

from dataclasses import dataclass, field, replace

PLACES = 5
WORDS = 8


@dataclass(frozen=True, slots=True)
class Place:
    """One changed place. label: where ("Tít", "Lượt 3"). told: what happened besides words, "" for nothing."""

    label: str
    told: str = ""
    words: list = field(default_factory=list)


def briefly(difference, places=PLACES, words=WORDS):
    """(the first Places, how many more there are)."""
    found = list(_places(difference))
    shown = [replace(place, words=shortened(place.words, words)) for place in found[:places]]
    return shown, len(found) - len(shown)


def shortened(stretches, words):
    """The Stretches with at most so many words of what stayed on each side of a change, four times as many of what
    changed; an ellipsis stands for the rest."""
    last = len(stretches) - 1
    short = []
    for number, stretch in enumerate(stretches):
        said = stretch.words.split()
        before = 0 if number == 0 and stretch.kind == "same" else words
        after = 0 if number == last and stretch.kind == "same" else words
        if stretch.kind != "same" or last == 0:
            before, after = 4 * words, 0
        if len(said) > before + after + 1:
            said = [*said[:before], "…", *said[len(said) - after :]]
        short.append(replace(stretch, words=" ".join(said)))
    return short


def _places(difference):
    for part in difference.parts:
        yield from _of_paragraphs(part.label, part.paragraphs)
    for turn in difference.changed_turns:
        label = f"Lượt {turn.place}"
        if turn.kind in ("gone", "new"):
            side = turn.question or turn.answer
            yield Place(label, "Bỏ" if turn.kind == "gone" else "Thêm", side[0].stretches)
            continue
        if turn.moves:
            yield Place(label, turn.moves, (turn.question or turn.answer)[0].stretches[:1])
        for name, words in (("người hỏi", turn.asked_by), ("người trả lời", turn.answered_by)):
            if any(each.kind != "same" for each in words):
                yield Place(f"{label}, {name}", "", words)
        yield from _of_paragraphs(f"{label}, câu hỏi", turn.question)
        yield from _of_paragraphs(f"{label}, trả lời", turn.answer)
    for change in difference.pictures:
        yield Place("Ảnh", change.told, change.words)


def _of_paragraphs(label, paragraphs):
    for paragraph in paragraphs:
        if not paragraph.untouched:
            yield Place(label, paragraph.moves or paragraph.restyled, paragraph.stretches)
