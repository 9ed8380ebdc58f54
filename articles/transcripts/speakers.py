"""Which labels really speak in this transcript, and how sure that is.

A label proves itself by vocabulary (PV), by repetition, by standing right after a question, by naming a
person whom the introduction names. What no label says (bold questions, dashes) is read in unlabelled.py.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from articles.vietnamese import fold

from .asking import asks, ends_asking, mentions_thanks
from .draft import ANSWER, QUESTION
from .habits import asking_share, opening_share
from .labels import LIKELY, POSSIBLE, SURE, Label, read_bare_label, read_label
from .layout import Line, is_name, is_name_word
from .names import is_short, last_part, may_mean
from .people import name_endings, people_in
from .separated import separated
from .shortened import with_meaning

_LEAST_WORDS = 4  # of what somebody says who is heard once
_OFFICE = re.compile(
    r"(?:UBND|HĐND|Sở|Công ty|Ban|Phòng|Chi cục|Cục|Hội|Trung tâm|Bệnh viện|Trường|Ngân hàng|Điện lực|Bưu điện|Viện|HTX"
    r"|Hợp tác xã|Công an|Bộ|Liên đoàn|Tập đoàn|Quỹ|Xã|Phường|Tỉnh|Đồn|Trạm|Đoàn|Tổ|Đại diện|Lãnh đạo)\b",
    re.IGNORECASE,
)
_OPENING_SHARE = 0.3  # of turns that ask at once, of one who asks
_QUOTES = ("“", '"', "‘", "'")
_DEFINED = re.compile(r"\(([A-ZĐ][A-ZĐ.]{0,6})\)")
_SEPARATOR = re.compile(r"\s*[-–—.;,=]?\s+(?=[\"“‘(]?[^\W_])")


@dataclass(frozen=True)
class Voice:
    label: Label  # with printed "" where nobody's label stands
    kind: str
    confidence: float


Voices = dict[int, Voice]


def labelled(body: list[Line]) -> Voices:
    """For the position of every line at which a label speaks: who, and as what; in order."""
    labels = {at: label for at, line in enumerate(body) if (label := read_label(line.text))}
    other = {} if any(label.strength == SURE for label in labels.values()) else separated(body)
    labels = other or dict(sorted((labels | _alone(body, labels)).items()))
    labels = _without_cast(_asked_by_press(body, labels))
    labels = with_meaning(labels, [line.text for line in body[:min(labels, default=0)]])
    counts = Counter(label.key for label in labels.values())
    first = next((at for at, label in labels.items() if label.strength >= LIKELY), len(body))
    people = people_in(line.text for line in body[:first])
    known = name_endings(person.name for person in people)
    voices = _by_their_own_words(labels, counts, [person.name for person in people])
    voices = dict(sorted((voices | _by_neighbours(body, labels, counts, known, voices)).items()))
    voices = dict(sorted((voices | _without_colon(body, voices)).items()))
    return _asking_by_name(body, voices)


def _alone(body: list[Line], labels: dict[int, Label]) -> dict[int, Label]:
    """Labels that are a whole line without a colon; the words follow in the next."""
    found: dict[int, Label] = {}
    times = Counter(label.key for label in labels.values())
    for at, line in enumerate(body[:-1]):
        if at in labels or body[at + 1].pictured or line.pictured:
            continue
        label = read_bare_label(line.text)
        below = labels.get(at + 1)
        # "Lạ ở chỗ không có gì lạ: …" below a name is what its bearer says.
        spoken = below is None or below.strength == POSSIBLE and not below.name and times[below.key] == 1
        if label and spoken and read_bare_label(body[at + 1].text) is None:
            found[at] = label
    counts = Counter(fold(label.printed) for label in [*found.values(), *labels.values()])
    return {at: label for at, label in found.items() if label.strength == SURE or counts[fold(label.printed)] > 1
            or (label.strength == LIKELY and label.kind == ANSWER)}


def _asked_by_press(body: list[Line], labels: dict[int, Label]) -> dict[int, Label]:
    """The labels with "Nhà báo A" as the one who asks, where no other label does and somebody else answers."""
    likely = {at: label for at, label in labels.items() if label.strength >= LIKELY}
    counts = Counter(label.key for label in likely.values())
    press = {label.key for label in likely.values() if label.is_press and counts[label.key] > 1}
    if not press or any(label.kind == QUESTION for label in likely.values()):
        return labels
    share = asking_share(body, {at: label.key for at, label in labels.items() if label.name})
    others = [share[key] for key in counts if key in share and key not in press]
    asking = {key for key in press if share.get(key, 0) > 0.4}
    if not asking and len(press) == 1 and others and max(others) < 0.4:
        asking = press
    return {
        at: replace(label, kind=QUESTION) if label.is_press and label.key in asking else label
        for at, label in labels.items()
    }


def _without_cast(labels: dict[int, Label]) -> dict[int, Label]:
    """The labels without "Khách mời: ông A, Giám đốc…" above the first question, which says who is there, and without
    a saying quoted there: "Ông A: “…”"."""
    asked = next((at for at, label in labels.items() if label.kind == QUESTION and label.strength >= LIKELY), 0)
    labels = {at: label for at, label in labels.items()
              if at >= asked or label.kind == QUESTION or label.rest[:1] not in _QUOTES or not label.rest}
    heard = [(at, label) for at, label in labels.items() if label.strength >= LIKELY]
    at, first = heard[0] if len(heard) > 1 else (0, None)
    once = first is not None and sum(label.key == first.key for _, label in heard) == 1
    if not once or first.kind != ANSWER or first.name or heard[1][1].kind != QUESTION or not people_in([first.rest]):
        return labels
    return {position: label for position, label in labels.items() if position != at}


def _by_their_own_words(labels: dict[int, Label], counts: Counter, introduced: list[str]) -> Voices:
    """The labels with a word of the vocabulary in them; introduced: full names of the introduction."""
    named, known, voices = list(introduced), set(name_endings(introduced)), {}
    strong = [(at, label) for at, label in labels.items() if label.strength >= LIKELY]
    initials = Counter(last_part(label.name) for _, label in strong if is_short(label.name))
    before = ""
    for number, (at, label) in enumerate(strong):
        following = strong[number + 1][1].kind if number + 1 < len(strong) else ""
        short = is_short(label.name)
        meant = fold(label.name) in known or short and any(may_mean(label.name, name) for name in named)
        repeated = counts[label.key] > 1 or short and initials[last_part(label.name)] > 1
        confidence = _confidence(label, repeated, before, following, meant)
        if confidence:
            voices[at] = Voice(label, label.kind, confidence)
            before = label.kind
            # A label with a full name introduces its bearer, who may be called by the last part of it from here on.
            if " " in label.name and not is_short(label.name) and label.name not in named:
                named.append(label.name)
                known |= name_endings([label.name])
    return voices


def _confidence(label: Label, repeated: bool, before: str, following: str, meant: bool) -> float:
    if label.strength == SURE:
        return 1.0 if repeated else 0.95
    if repeated:
        return 0.95
    if label.kind == QUESTION:
        return 0.8 if following == ANSWER or mentions_thanks(label.rest) or ends_asking(label.rest) else 0.0
    if before == QUESTION or (meant and not label.bare):
        return 0.9
    if label.bare:
        return 0.0
    # Said once, after another answer, by somebody nobody introduced: a full name that begins a sentence is
    # a second respondent; a list of donors ("Ông A: 5 triệu đồng") is not.
    if " " not in label.name or not label.rest[:1].isupper():
        return 0.0
    return 0.8 if len(label.rest.split()) >= _LEAST_WORDS else 0.6


def _by_neighbours(
    body: list[Line], labels: dict[int, Label], counts: Counter, known: frozenset[str], voices: Voices
) -> Voices:
    """Labels without a known word ("Phạm Hoàng Sơn:", the name of a paper): only their places prove them."""
    asked = any(voice.kind == QUESTION for voice in voices.values())
    answered = any(voice.kind == ANSWER for voice in voices.values())
    if not asked and not answered:
        return _strangers(body, labels, counts)
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
    found: Voices = _in_chorus(labels, counts, voices)
    # "Nhạc sĩ Hứa Trường Giang (HTG): …" says whose label HTG is.
    told = " ".join(line.text for line in body[:min([*labels, *voices], default=0)])
    known |= name_endings(label.name for label in labels.values() if " " in label.name and label.name in told)
    defined = {short for line in body for short in _DEFINED.findall(line.text)}
    opening = opening_share(body, labels)
    for at, label in labels.items():
        if label.strength != POSSIBLE or at in found or not asked and opening[label.key] <= _OPENING_SHARE:
            continue
        introduced = bool(label.name) and (fold(label.name) in known or " " in label.name and label.name in told)
        short = is_short(label.printed)
        office = _OFFICE.match(label.printed) is not None
        always = right_places[label.key] == counts[label.key] > 1
        often = (is_name(label.name) or short or office) and right_places[label.key] > 0 and counts[label.key] > 1
        often = often or (office and right_places[label.key] > 0 and bool(label.rest))
        spelt = label.printed in defined and asked
        if always or often or spelt or (introduced and (right_places[label.key] or asked and not label.bare)):
            kind = ANSWER if asked else QUESTION
            # A person who is named in full several times is no heading within somebody's answer.
            surely = introduced or label.printed in defined
            surely = surely or (often and " " in label.printed and not label.bare and counts[label.key] > 1)
            rightly = always or not asked and right_places[label.key] and ends_asking(label.rest)
            found[at] = Voice(label, kind, 0.9 if surely else 0.75 if rightly else 0.65)
    return found


def _in_chorus(labels: dict[int, Label], counts: Counter, voices: Voices) -> Voices:
    """Names of offices or people that are heard once each in most of the rounds which a question opens."""
    rounds: list[list[int]] = []
    for at in labels:
        if at in voices and voices[at].kind == QUESTION:
            rounds.append([])
        elif rounds and labels[at].strength == POSSIBLE:
            rounds[-1].append(at)
    rounds = [found for found in rounds if found]
    heard = Counter(key for found in rounds for key in {labels[at].key for at in found})
    named = {
        label.key for label in labels.values()
        if _OFFICE.match(label.printed) or sum(is_name_word(word) for word in label.printed.split()) > 1
    }
    keys = {key for key, times in heard.items() if times == counts[key] >= max(2, len(rounds) - 1) and key in named}
    if len(keys) < 2:
        return {}
    return {at: Voice(labels[at], ANSWER, 0.85) for found in rounds for at in found if labels[at].key in keys}


def _strangers(body: list[Line], labels: dict[int, Label], counts: Counter) -> Voices:
    """Nothing of the vocabulary at all, but names that take turns: the one who asks questions asks."""
    names = {at: label for at, label in labels.items() if label.name and counts[label.key] > 1}
    keys = list(dict.fromkeys(label.key for label in names.values()))
    order = [label.key for label in names.values()]
    if len(keys) < 2 or any(one == other for one, other in zip(order, order[1:], strict=False)):
        return {}
    asking = asking_share(body, {at: label.key for at, label in names.items()})
    best = max(keys, key=asking.__getitem__)
    sure = asking[best] > 0.6 and all(asking[key] < 0.3 for key in keys if key != best)
    if not sure and len(keys) > 2:
        return {}
    asker = best if sure else keys[0]
    confidence = 0.8 if sure else 0.5
    return {at: Voice(label, QUESTION if label.key == asker else ANSWER, confidence) for at, label in names.items()}


def _asking_by_name(body: list[Line], voices: Voices) -> Voices:
    """Where no label asks by its words, a person whose turns are questions does: a host, readers one after another."""
    if not voices or any(voice.kind == QUESTION for voice in voices.values()):
        return voices
    share = asking_share(body, {at: voice.label.key for at, voice in voices.items()})
    if not any(part < 0.4 for part in share.values()):
        return voices
    opening = opening_share(body, {at: voice.label for at, voice in voices.items()})
    given: Voices = {}
    for at, voice in voices.items():
        # Unlabelled questions stand at the end of the answers above them.
        asker = share[voice.label.key] > 0.6 and opening[voice.label.key] > _OPENING_SHARE
        given[at] = replace(voice, kind=QUESTION, confidence=min(voice.confidence, 0.8)) if asker else voice
    return given


def _without_colon(body: list[Line], voices: Voices) -> Voices:
    """A label whose colon was forgotten: one known from other lines, where its turn has come."""
    known = {voice.label.printed: voice for voice in voices.values() if voice.label.printed}
    known |= {word: Voice(Label(word, QUESTION, SURE, "", "", "", ""), QUESTION, 0.0)
              for word in ("PV", "P.V", "Phóng viên") if voices}
    if not known:
        return {}
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(r"\W{0,3}(" + "|".join(map(re.escape, longest_first)) + ")" + _SEPARATOR.pattern)
    following = {at: voices[at].kind for at in voices}
    after = ""
    next_kind: dict[int, str] = {}
    for at in range(len(body) - 1, -1, -1):
        next_kind[at] = after
        after = following.get(at, after)
    found: Voices = {}
    before = speaking = ""
    for at, line in enumerate(body):
        if at in voices:
            before, speaking = voices[at].kind, voices[at].label.key
            continue
        match = pattern.match(line.text)
        if not match:
            continue
        voice, rest = known[match[1]], line.text[match.end():]
        begins = rest[0].isupper() or not rest[0].isalpha()
        set_apart = 0 < line.lead <= match.end() and (line.lead >= match.end(1))
        if voice.kind == QUESTION:
            due = before == ANSWER or before == QUESTION and asks(rest)
            fits = due and (begins or asks(rest)) or not before and next_kind[at] == ANSWER and asks(rest)
            fits = fits and (asks(rest) or set_apart or mentions_thanks(rest) or next_kind[at] == ANSWER)
        else:
            another = before == ANSWER and voice.label.key != speaking and " " in match[1] and rest[0].isupper()
            another = another and not match[0][match.end(1) - match.start():].strip()
            fits = begins and (before == QUESTION or set_apart or another)
        if fits:
            found[at] = Voice(replace(voice.label, printed=match[1], rest=rest), voice.kind, 0.9 if set_apart else 0.75)
            before, speaking = voice.kind, voice.label.key
    return found
