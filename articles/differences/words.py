"""Two lines of words against each other, within a bounded effort.

Myers' shortest edit script over words and signs of punctuation; a number with its points and commas is one word.
"""

import re
from dataclasses import dataclass

# "15.608", "17:30", "12,5%" and "TP.HCM" are one word each; a comma at the end of a word is not of the word.
_TOKEN = re.compile(r"\w+(?:[.,:/\-'’]\w+)*%?|\S")
# Steps of comparing for one whole article: about a second on a slow machine, and some megabytes of memory.
EFFORT = 1_000_000


class Effort:
    """What a comparison may still cost, in steps. `spent_out`: something was told more coarsely for want of it."""

    def __init__(self, steps=EFFORT):
        self.left = steps
        self.spent_out = False

    def spend(self, steps):
        """Whether so many steps are still to be had; they are taken where they are."""
        if steps > self.left:
            self.spent_out = True
            return False
        self.left -= steps
        return True


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a difference. kind: "same", "gone" (only before) or "new" (only now). spaced: a space goes before."""

    kind: str
    words: str
    spaced: bool = True


def difference(before, after, effort=None):
    """The Stretches that lead from one text to another, in order; [] where their words are the same.

    White space counts as one space each. Where the effort does not suffice, one whole text stands against the other.
    """
    effort = effort or Effort()
    old, new = _tokens(before), _tokens(after)
    if old == new:
        return []
    pairs = _matches([token.lstrip() for token in old], [token.lstrip() for token in new], effort)
    return _stretches(_settled(_spaced_alike(pairs, old, new), len(old), len(new)), old, new)


def whole(kind, text):
    """A text as one Stretch; nothing for no words."""
    words = " ".join(text.split())
    return [Stretch(kind, words, False)] if words else []


def joined(stretches, without):
    """The text before (without="new") or after (without="gone") a difference."""
    kept = (f"{' ' * each.spaced}{each.words}" for each in stretches if each.kind != without)
    return "".join(kept).strip()


def words_in(text):
    """The words and signs of a text, as they are compared."""
    return _TOKEN.findall(text)


def _tokens(text):
    """Words and signs, each with the space before it."""
    text = " ".join(text.split())
    return [f"{' ' * text.startswith(' ', found.start() - 1)}{found[0]}" if found.start() else found[0]
            for found in _TOKEN.finditer(text)]  # fmt: skip


def _matches(old, new, effort):
    """Pairs of positions with the same word, ascending on both sides: what stays."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    inner = _shortest(old[head : len(old) - tail], new[head : len(new) - tail], effort)
    return [
        *((at, at) for at in range(head)),
        *((head + at, head + to) for at, to in inner),
        *((len(old) - at, len(new) - at) for at in range(tail, 0, -1)),
    ]


def _shortest(old, new, effort):
    """The pairs of a shortest edit script; [] where the effort does not suffice."""
    if not old or not new:
        return []
    # After so many edits: how far the old words are read where (old - new) words read are -edits, -edits + 2, … edits.
    reach, trace = [0], []
    for edits in range(len(old) + len(new) + 1):
        walked = 0
        for step, start in enumerate(reach):
            at, to = start, start - 2 * step + edits
            while at < len(old) and to < len(new) and old[at] == new[to]:
                at += 1
                to += 1
            if at >= len(old) and to >= len(new):
                return _walked_back(trace, len(old), len(new))
            reach[step] = at
            walked += at - start
        if not effort.spend(len(reach) + walked):
            return []
        trace.append(reach)
        # Farther of the two: a new word put in, an old one dropped.
        reach = [max(pair) for pair in zip([*reach, -1], [-1, *(at + 1 for at in reach)], strict=True)]
    return []


def _walked_back(trace, at, to):
    """The pairs of matching words on the way that the trace tells, from its end."""
    pairs = []
    for edits in range(len(trace), -1, -1):
        step = (at - to + edits) // 2
        put_in = trace[edits - 1][step] if 0 <= step < edits else -1
        dropped = trace[edits - 1][step - 1] + 1 if 0 < step <= edits else -1
        start = max(put_in, dropped, 0)
        pairs += zip(range(at - 1, start - 1, -1), range(to - 1, to - 1 - (at - start), -1), strict=True)
        at, to = (start, to - (at - start) - 1) if put_in >= dropped else (start - 1, to - (at - start))
    return pairs[::-1]


def _spaced_alike(pairs, old, new):
    """Without the pairs that differ by the space before them; at the beginning of a text there is none to compare."""
    return [(at, to) for at, to in pairs if old[at] == new[to] or not at or not to]


def _settled(pairs, old_length, new_length):
    """Runs (at, to, length) that stay, without those that only tear a rewritten phrase apart ("là", "và", "của")."""
    runs = []
    for at, to in pairs:
        if runs and runs[-1][0] + runs[-1][2] == at and runs[-1][1] + runs[-1][2] == to:
            runs[-1][2] += 1
        else:
            runs.append([at, to, 1])
    kept = []
    for number, (at, to, length) in enumerate(runs):
        before_at, before_to = (kept[-1][0] + kept[-1][2], kept[-1][1] + kept[-1][2]) if kept else (0, 0)
        next_at, next_to = runs[number + 1][:2] if number + 1 < len(runs) else (old_length, new_length)
        ahead = max(at - before_at, to - before_to)
        behind = max(next_at - at - length, next_to - to - length)
        if min(ahead, behind) < 2 * length:
            kept.append([at, to, length])
    return kept


def _stretches(runs, old, new):
    stretches, at, to = [], 0, 0
    for start, new_start, length in [*runs, (len(old), len(new), 0)]:
        stretches += _stretch("gone", old[at:start]) + _stretch("new", new[to:new_start])
        at, to = start + length, new_start + length
        if length:
            # Of a word that opens one of the texts the other one's space counts.
            first = max(old[start], new[new_start], key=len)
            stretches += _stretch("same", [first, *new[new_start + 1 : to]])
    return stretches


def _stretch(kind, tokens):
    text = "".join(tokens)
    return [Stretch(kind, text.lstrip(), text.startswith(" "))] if text else []
