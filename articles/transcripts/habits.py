"""How often whoever bears a label asks: what tells a host from a guest where no label says so."""

from collections import Counter
from collections.abc import Iterable

from .asking import asks, ends_asking
from .labels import Label
from .layout import Line


def ends(voices: Iterable[int], last: int) -> dict[int, int]:
    """For each position at which a turn begins, the position after its last line."""
    positions = sorted(voices)
    return dict(zip(positions, [*positions[1:], last], strict=False))


def asking_share(body: list[Line], keys: dict[int, str]) -> dict[str, float]:
    """For each label, how many of its turns end in a question."""
    turns, asking = Counter(), Counter()
    for at, end in ends(keys, len(body)).items():
        turns[keys[at]] += 1
        asking[keys[at]] += any(ends_asking(line.text) for line in body[max(at, end - 2):end])
    return {key: asking[key] / turns[key] for key in turns}


def opening_share(body: list[Line], labels: dict[int, Label]) -> dict[str, float]:
    """For each label, how many of its turns ask in their very first line."""
    turns, asking = Counter(), Counter()
    for at, label in labels.items():
        turns[label.key] += 1
        asking[label.key] += asks(label.rest or body[min(at + 1, len(body) - 1)].text) > 0
    return {key: asking[key] / turns[key] for key in turns}
