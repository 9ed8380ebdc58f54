"""Turns that neither a label nor a look opens: what the words say, and how regularly questions and answers follow."""

import re

from articles.vietnamese import nfc

from .answering import opening, without_dash
from .asking import addresses, asks, ends_asking, speaks_of_self, thanks
from .draft import QUESTION
from .layout import Line
from .speakers import Voice, Voices

_LEAST_PAIRS = 3
_LONGEST, _SHORTEST = 60, 3  # words of a question
_GUEST = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|em|cô|chú|bác|thầy|cụ|cháu|bạn|đồng chí|bác sĩ|luật sư|nghệ nhân)(?!\w)")


def by_words(body: list[Line], voices: Voices, free: list[int]) -> Voices:
    """No label, no look: only what the lines say. Sure when they speak to somebody, doubtful otherwise."""
    found: Voices = {}
    paired = _paired(body, free) or _alternating(body, free)
    for at in free:
        grade = asks(body[at].text)
        if at and (grade == 2 or grade == 1 and (ends_asking(body[at].text) or addresses(body[at].text))):
            if at - 1 in found and at - 1 in free:
                continue
            confidence = 0.75 if grade == 2 or paired else 0.6
            found[at] = Voice(opening(body[at]), QUESTION, confidence)
    closing = next((at for at in reversed(free[-5:]) if thanks(without_dash(body[at].text))), None)
    if found and closing is not None and closing > max(found):
        found[closing] = Voice(opening(body[closing]), QUESTION, 0.8)
    return found if sum(voice.confidence >= 0.75 for voice in found.values()) else {}


def _paired(body: list[Line], free: list[int]) -> bool:
    """Whether every block from the first question on is one question and its answer, and nothing in an answer asks."""
    blocks: dict[int, list[str]] = {}
    for at in free:
        blocks.setdefault(body[at].block, []).append(body[at].text)
    told = list(blocks.values())
    first = next((number for number, texts in enumerate(told) if ends_asking(texts[0])), len(told))
    talk = [texts for texts in told[first:] if len(texts) > 1 or not thanks(without_dash(texts[0]))]
    whole = all(len(texts) > 1 and ends_asking(texts[0]) and not any(map(ends_asking, texts[1:])) for texts in talk)
    return whole and len(talk) > 1


def _alternating(body: list[Line], free: list[int]) -> bool:
    """Whether from the first question on single lines that ask stand one by one between answers that never do, nobody
    who asks says "I", and a third of them speak to the guest: such a talk needs no sign."""
    first = next((at for at in free if ends_asking(body[at].text)), len(body))
    talk = [at for at in free if at >= first]
    asked = [number for number, at in enumerate(talk) if ends_asking(body[at].text)]
    told = [nfc(body[talk[number]].text).lower() for number in asked]
    if len(asked) < _LEAST_PAIRS or asked[-1] == len(talk) - 1:
        return False
    apart = all(later - number > 1 for number, later in zip(asked, asked[1:], strict=False))
    fits = all(_SHORTEST <= len(text.split()) <= _LONGEST and not speaks_of_self(text) for text in told)
    longer = sum(len(body[talk[number + 1]].text) > len(body[talk[number]].text) for number in asked)
    spoken_to = sum(bool(_GUEST.search(text)) for text in told)
    return apart and fits and longer * 4 >= len(asked) * 3 and spoken_to * 3 >= len(asked)
