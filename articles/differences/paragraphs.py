"""Two texts against each other, paragraph by paragraph: which stayed, which moved, which says something else now."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from .blocks import Block
from .words import Effort, difference, whole, words_in

# Of all words of two paragraphs, the part they must share to be one paragraph, rewritten.
ALIKE = 0.4
# How far from its place, in paragraphs, a rewritten one is looked for.
WINDOW = 8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a text in a difference.

    kind: "same", "changed", "gone" or "new". stretches: its words. was, now: its place before and now, counted from
    one, None where it has none. moves: "Chuyển từ đoạn 3 lên đoạn 1", where it stands elsewhere among those that
    stayed. restyled: what changed about it besides words, as a sentence. Both are "" for nothing.
    """

    kind: str
    block: Block
    stretches: list = field(default_factory=list)
    was: int | None = None
    now: int | None = None
    moves: str = ""
    restyled: str = ""

    @property
    def untouched(self):
        return self.kind == "same" and not self.moves and not self.restyled


def moved_sentence(unit, was, now):
    """How the desk says that something changed its place among its like ("đoạn", "lượt"), counted from one."""
    return f"Chuyển từ {unit} {was} {'lên' if now < was else 'xuống'} {unit} {now}"


def changed_paragraphs(before, after, effort=None, unit="đoạn"):
    """Every block of both texts as Paragraphs, in the order of now; what is gone stands where it was.

    before, after: lists of Blocks. Two of one key found once on each side stay, or have moved; of the rest, those that
    share enough words are one, rewritten.
    """
    effort = effort or Effort()
    pairs, moved = _same(before, after)
    pairs |= _rewritten(before, after, pairs, moved, effort)
    told = {}
    for at, to in pairs.items():
        moves = moved_sentence(unit, at + 1, to + 1) if at in moved else ""
        told[to] = _told(before[at], after[to], at, to, moves, effort)
    told |= {to: _alone("new", block, now=to + 1) for to, block in enumerate(after) if to not in told}
    gone = {at: _alone("gone", block, was=at + 1) for at, block in enumerate(before) if at not in pairs}
    return in_reading_order(told, gone, {at: to for at, to in pairs.items() if at not in moved})


def steady(places):
    """The positions in this list of numbers (None for none) that keep their order: a longest ascending part."""
    tails, ends, previous = [], [], {}
    for at, place in enumerate(places):
        if place is None:
            continue
        rank = bisect_left(tails, place)
        previous[at] = ends[rank - 1] if rank else None
        tails[rank : rank + 1] = [place]
        ends[rank : rank + 1] = [at]
    kept, at = set(), ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = previous[at]
    return kept


def _same(before, after):
    """({place before: place now} of what says the same, the places before of what moved)."""
    pairs, last, new_last = {}, len(before), len(after)
    first = 0
    while first < min(last, new_last) and before[first].key == after[first].key:
        pairs[first] = first
        first += 1
    while first < min(last, new_last) and before[last - 1].key == after[new_last - 1].key:
        last, new_last = last - 1, new_last - 1
        pairs[last] = new_last
    old = _once([block.key for block in before[first:last]])
    new = _once([block.key for block in after[first:new_last]])
    unique = {first + at: first + new[key] for key, at in old.items() if key in new}
    order = sorted(unique)
    kept = steady([unique[at] for at in order])
    moved = {at for number, at in enumerate(order) if number not in kept}
    pairs |= unique
    _grow(pairs, moved, before, after)
    return pairs, moved


def _once(keys):
    times = Counter(keys)
    return {key: at for at, key in enumerate(keys) if times[key] == 1}


def _grow(pairs, moved, before, after):
    """Take in what stands beside a pair and says the same on both sides ("Vâng.", said often)."""
    taken = set(pairs.values())
    for step in (1, -1):
        for at in sorted(set(pairs) - moved, reverse=step < 0):
            to = pairs[at]
            while True:
                at, to = at + step, to + step
                inside = 0 <= at < len(before) and 0 <= to < len(after)
                if not inside or at in pairs or to in taken or before[at].key != after[to].key:
                    break
                pairs[at] = to
                taken.add(to)


def _rewritten(before, after, pairs, moved, effort):
    """{place before: place now} of those that are not the same but alike, in order between what stayed."""
    anchors = [
        (-1, -1),
        *sorted((at, to) for at, to in pairs.items() if at not in moved),
        (len(before), len(after)),
    ]
    taken, found = set(pairs.values()), {}
    for (at, to), (next_at, next_to) in zip(anchors, anchors[1:], strict=False):
        old = [place for place in range(at + 1, next_at) if place not in pairs]
        new = [place for place in range(to + 1, next_to) if place not in taken]
        if old and new:
            found |= _alike(before, after, old, new, effort)
    return found


def _alike(before, after, old, new, effort):
    if len(old) == len(new) == 1 and not (before[old[0]].image or after[new[0]].image):
        return {old[0]: new[0]}
    words = [Counter(words_in(before[at].text)) for at in old]
    new_words = [Counter(words_in(after[to].text)) for to in new]
    scores = []
    for number, at in enumerate(old):
        near = number * len(new) // len(old)
        for other in range(max(0, near - WINDOW), min(len(new), near + WINDOW + 1)):
            image, new_image = before[at].image, after[new[other]].image
            if image or new_image:
                score = 2.0 if image == new_image else 0
            # A step for every eight words: counting them is that much cheaper than comparing.
            elif effort.spend(1 + min(len(words[number]), len(new_words[other])) // 8):
                score = _shared(words[number], new_words[other])
            else:
                return {}
            if score >= ALIKE:
                scores.append((-score, number, other))
    return {old[number]: new[other] for number, other in _uncrossed(sorted(scores))}


def _shared(words, new_words):
    both = sum((words & new_words).values())
    return 2 * both / ((words.total() + new_words.total()) or 1)


def _uncrossed(scores):
    """The best pairs that do not cross each other, best first."""
    numbers, others = [], []
    for _, number, other in scores:
        at = bisect_left(numbers, number)
        if at < len(numbers) and (numbers[at] == number or others[at] <= other):
            continue
        if at and others[at - 1] >= other:
            continue
        numbers.insert(at, number)
        others.insert(at, other)
    return list(zip(numbers, others, strict=True))


def _told(old, new, at, to, moves, effort):
    stretches = difference(old.text, new.text, effort)
    kind = "changed" if stretches else "same"
    return Paragraph(
        kind, new, stretches or whole("same", new.text), at + 1, to + 1, moves, _restyled(old, new)
    )


def _alone(kind, block, *, was=None, now=None):
    return Paragraph(kind, block, whole(kind, block.text), was, now)


def _restyled(old, new):
    if old.tag != new.tag:
        return f"Đổi {old.name} thành {new.name}"
    if old.links != new.links:
        before, now = (", ".join(block.links) or "không có" for block in (old, new))
        return f"Đổi liên kết: {before} → {now}"
    if old.gallery != new.gallery:
        return "Ghép vào bộ ảnh" if new.gallery else "Tách khỏi bộ ảnh"
    if old.text == new.text and old.shape != new.shape:
        return "Chỉ đổi cách trình bày"
    return ""


def in_reading_order(told, gone, stayed):
    """The things of now (told: {place: thing}) in order, each that is gone ({place before: thing}) after the one it
    followed; stayed: {place before: place now} of those that kept their order."""
    follows, places = {}, sorted(stayed)
    for at in sorted(gone):
        rank = bisect_left(places, at)
        follows.setdefault(stayed[places[rank - 1]] if rank else -1, []).append(gone[at])
    order = follows.get(-1, [])
    for to in sorted(told):
        order += [told[to], *follows.get(to, [])]
    return order
