"""Which labels really speak in this transcript, and how sure that is.

A label proves itself by vocabulary (PV), by repetition, by standing right after a question, by naming a
person whom the introduction names. Further evidence (bold questions of a .docx) belongs here.
"""

from collections import Counter
from dataclasses import dataclass

from articles.vietnamese import fold

from .draft import ANSWER, QUESTION
from .labels import LIKELY, POSSIBLE, SURE, Label, read_label
from .layout import Line, is_name
from .people import name_endings, people_in


@dataclass(frozen=True)
class Voice:
    label: Label
    kind: str
    confidence: float


def speakers(body: list[Line]) -> dict[int, Voice]:
    """For the position of every line at which somebody begins to speak: who, and as what."""
    labels = {at: label for at, line in enumerate(body) if (label := read_label(line.text))}
    counts = Counter(label.key for label in labels.values())
    first = next((at for at, label in labels.items() if label.strength >= LIKELY), len(body))
    known = name_endings(people_in(line.text for line in body[:first]))
    voices = _by_their_own_words(labels, counts, known)
    return dict(sorted((voices | _by_neighbours(labels, counts, known, voices)).items()))


def _by_their_own_words(labels: dict[int, Label], counts: Counter, known: frozenset[str]) -> dict[int, Voice]:
    """The labels with a word of the vocabulary in them."""
    voices: dict[int, Voice] = {}
    strong = [(at, label) for at, label in labels.items() if label.strength >= LIKELY]
    before = ""
    for number, (at, label) in enumerate(strong):
        following = strong[number + 1][1].kind if number + 1 < len(strong) else ""
        confidence = _confidence(label, counts[label.key] > 1, before, following, known)
        if confidence:
            voices[at] = Voice(label, label.kind, confidence)
            before = label.kind
    return voices


def _confidence(label: Label, repeated: bool, before: str, following: str, known: frozenset[str]) -> float:
    if label.strength == SURE:
        return 1.0 if repeated else 0.95
    if repeated:
        return 0.95
    if label.kind == QUESTION:
        return 0.8 if following == ANSWER else 0.0
    if before == QUESTION or fold(label.name) in known:
        return 0.9
    # Said once, after another answer, by somebody nobody introduced: a full name that begins a sentence may
    # be a second respondent; a list of donors ("Ông A: 5 triệu đồng") is not.
    return 0.6 if " " in label.name and label.rest[:1].isupper() else 0.0


def _by_neighbours(
    labels: dict[int, Label], counts: Counter, known: frozenset[str], voices: dict[int, Voice]
) -> dict[int, Voice]:
    """Labels without a known word ("Phạm Hoàng Sơn:", the name of a paper): only their places prove them."""
    asked = any(voice.kind == QUESTION for voice in voices.values())
    answered = any(voice.kind == ANSWER for voice in voices.values())
    if not asked and not answered:
        return _two_strangers(labels, counts)
    right_places = Counter()
    before = ""
    waiting: str | None = None  # the last possible label, until we know what follows it
    for at, label in labels.items():
        if at in voices:
            if waiting and voices[at].kind == ANSWER:
                right_places[waiting] += 1
            before, waiting = voices[at].kind, None
        elif label.strength == POSSIBLE:
            if asked and before == QUESTION:
                right_places[label.key] += 1
                before = ANSWER
            waiting = None if asked else label.key
    found: dict[int, Voice] = {}
    for at, label in labels.items():
        if label.strength != POSSIBLE:
            continue
        introduced = fold(label.name) in known
        always = right_places[label.key] == counts[label.key] > 1
        often = is_name(label.printed) and right_places[label.key] > 0 and counts[label.key] > 1
        if always or often or (introduced and right_places[label.key]):
            kind = ANSWER if asked else QUESTION
            found[at] = Voice(label, kind, 0.9 if introduced else 0.75 if always else 0.65)
    return found


def _two_strangers(labels: dict[int, Label], counts: Counter) -> dict[int, Voice]:
    """Nothing of the vocabulary at all, but two names that take turns: the first one asks."""
    names = {at: label for at, label in labels.items() if label.name and counts[label.key] > 1}
    keys = list(dict.fromkeys(label.key for label in names.values()))
    order = [label.key for label in names.values()]
    taking_turns = all(one != other for one, other in zip(order, order[1:], strict=False))
    if len(keys) != 2 or not taking_turns:
        return {}
    kinds = {keys[0]: QUESTION, keys[1]: ANSWER}
    return {at: Voice(label, kinds[label.key], 0.5) for at, label in names.items()}
