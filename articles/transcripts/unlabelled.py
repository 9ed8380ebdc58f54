"""Turns that no label opens: questions in bold or italics, behind a dash, or known by their words alone."""

import re
from collections import Counter
from dataclasses import dataclass

from .answering import answers, has_dash, opening, said, without_dash
from .asking import addresses, asks, ends_asking, is_remark, leads_over, points_back, speaks_of_self, thanks
from .draft import ANSWER, QUESTION
from .habits import ends
from .labels import read_label
from .layout import SIGNS, Line, is_name
from .lists import goes_on_listing, is_subheading
from .names import starts_with_surname
from .plain import by_words
from .speakers import Voice, Voices

_NUMBERED = re.compile(r"(\d{1,2})\s?[.)/]\s")
_STATEMENT_WORDS = 6  # a line in the questions' look with fewer, and without a question mark, is a heading
_LOST_WORDS = 40
_CALLED = frozenset("ông bà anh chị em cô chú bác thầy cụ cháu bạn".split())


@dataclass(frozen=True)
class _Style:
    name: str
    groups: tuple[tuple[int, ...], ...]  # positions of lines that stand together
    asking: int  # how many groups ask


def unlabelled(body: list[Line], voices: Voices, taken: frozenset[int]) -> Voices:
    """The voices with those added that no label names; taken: positions of pictures and captions."""
    asked = [at for at, voice in voices.items() if voice.kind == QUESTION and not thanks(said(body, voices, at))]
    if asked:
        voices = _sorted(voices | _of_the_same_sign(body, voices, taken))
        voices = _sorted(voices | _forgotten(body, voices, taken))
    else:
        voices = _sorted(voices | _by_style(body, voices, taken))
        if not any(voice.kind == ANSWER for voice in voices.values()):
            voices = _sorted(voices | _names_after(body, voices))
    return _sorted(voices | answers(body, voices, taken))


def _sorted(voices: Voices) -> Voices:
    return dict(sorted(voices.items()))


def _by_style(body: list[Line], voices: Voices, taken: frozenset[int]) -> Voices:
    """Questions by what sets them apart, whichever way most of them share."""
    free = [at for at, line in enumerate(body) if at not in voices and at not in taken and not line.pictured]
    answered = any(voice.kind == ANSWER for voice in voices.values())
    styles = [
        _style("bold", [at for at in free if body[at].bold], body, together=True),
        _style("italic", [at for at in free if body[at].italic], body, together=True),
        _style("capitals", [at for at in free if body[at].text.isupper()], body, together=True),
        _style("star", _signed(body, free), body, together=False),
        _style("number", _counted(body, free), body, together=False),
        _style("dash", [at for at in free if has_dash(body[at])], body, together=False),
    ]
    usable = [
        style for style in styles
        if style.asking and (style.asking > 1 or answered or style.name in ("bold", "italic"))
    ]
    best = max(usable, key=lambda style: style.asking, default=None)
    if best is None or not _sets_apart(best, free):
        return _before_answers(body, voices, free) if answered else by_words(body, voices, free)
    return _plain_among(body, best, _of_style(body, best, answered), frozenset(free))


def _style(name: str, members: list[int], body: list[Line], *, together: bool) -> _Style:
    groups: list[list[int]] = []
    for at in members:
        if together and groups and groups[-1][-1] == at - 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    asking = sum(any(asks(body[at].text) for at in group) for group in groups)
    return _Style(name, tuple(map(tuple, groups)), asking)


def _signed(body: list[Line], free: list[int]) -> list[int]:
    """The lines behind a sign that asks somewhere: "* Thưa ông…?"; "+ …" may list what an answer counts up."""
    signed = [at for at in free if body[at].text[:1] in SIGNS]
    asking = {body[at].text[:1] for at in signed if asks(body[at].text)}
    return [at for at in signed if body[at].text[:1] in asking]


def _counted(body: list[Line], free: list[int]) -> list[int]:
    """The lines that begin with a number, one higher than the last, two where one was left out: "53. Trong đó…"
    answers how many."""
    found: list[int] = []
    count = 0
    for at in free:
        number = _NUMBERED.match(body[at].text)
        if number and (0 < int(number[1]) - count <= 2 or int(number[1]) == 1):
            found.append(at)
            count = int(number[1])
    return found


def _sets_apart(style: _Style, free: list[int]) -> bool:
    """Whether other lines look different: where everything is bold, bold says nothing."""
    return sum(map(len, style.groups)) < len(free)


def _of_style(body: list[Line], style: _Style, answered: bool) -> Voices:
    found: Voices = {}
    for group in style.groups:
        lines = [body[at] for at in group]
        starts = [number for number, line in enumerate(lines) if asks(line.text)]
        if not found:
            if not starts:
                continue
            # A standfirst in the same look may stand right above the first question.
            if group[0] == 0 and len(group) > 1:
                group, lines = group[starts[0]:], lines[starts[0]:]
        while len(group) > 1 and is_subheading(body, group[0]) and not asks(lines[0].text):
            group, lines = group[1:], lines[1:]
        text = " ".join(line.text for line in lines)
        last = group[-1] == style.groups[-1][-1]
        if starts:
            confidence = 0.6 if _holds_a_statement(lines) else 0.9
        elif thanks(without_dash(text)) and last:
            confidence = 0.85
        elif style.name != "dash" and len(text.split()) >= _STATEMENT_WORDS and not is_subheading(body, group[0]):
            confidence = 0.75
        else:
            continue
        found[group[0]] = Voice(opening(lines[0]), QUESTION, confidence)
    return found


def _holds_a_statement(lines: list[Line]) -> bool:
    """Whether a line that asks nothing stands between two that do: perhaps an answer in the questions' look."""
    asking = [number for number, line in enumerate(lines) if ends_asking(line.text)]
    between = lines[asking[0] + 1:asking[-1]] if asking else []
    return any(not asks(line.text) for line in between)


def _plain_among(body: list[Line], style: _Style, found: Voices, free: frozenset[int]) -> Voices:
    """With the short questions that lost the look of the others, in doubt: they may be the answer's own."""
    members = {at for group in style.groups for at in group}
    lost: Voices = {}
    plain = free - members
    first = min(found, default=len(body))
    for at in sorted(plain):
        text = body[at].text
        within = at > first + 1 and {at - 1, at + 1} <= plain and at - 1 not in lost
        short = len(text.split()) <= _LOST_WORDS and not speaks_of_self(text)
        if within and short and not goes_on_listing(body, at) and (addresses(text) or ends_asking(text)):
            lost[at] = Voice(opening(body[at]), QUESTION, 0.6)
    return found | lost


def _names_after(body: list[Line], voices: Voices) -> Voices:
    """Names without any honorific ("Lục Thị Yến: …") that open the answers of unlabelled questions."""
    labels = {
        at: label for at, line in enumerate(body)
        if at not in voices and (label := read_label(line.text)) and label.name and is_name(label.printed)
    }
    counts = Counter(label.key for label in labels.values())
    after: Counter = Counter()
    turns = ends(voices, len(body))
    for at in voices:
        first = next((position for position in range(at + 1, turns[at]) if not _alike(body[at], body[position])), None)
        if first in labels:
            after[labels[first].key] += 1
    opening = sum(after.values())
    found: Voices = {}
    first = min(voices, default=len(body))
    for at, label in labels.items():
        # Where every answer opens with a name, the names are labels, however seldom each is heard.
        if at > first and (after[label.key] and (counts[label.key] > 1 or opening > 1)):
            found[at] = Voice(label, ANSWER, 0.85 if " " in label.printed else 0.75)
        elif at > first and opening > 1 and starts_with_surname(label.printed):
            found[at] = Voice(label, ANSWER, 0.8)
    return found


def _alike(line: Line, other: Line) -> bool:
    return (line.bold, line.italic) == (other.bold, other.italic) and (line.bold or line.italic)


def _before_answers(body: list[Line], voices: Voices, free: list[int]) -> Voices:
    """Plain questions where the answers have labels: the lines that ask, right above a label."""
    found: Voices = {}
    usable = frozenset(free)
    for at, voice in voices.items():
        if voice.kind != ANSWER:
            continue
        start = at
        while start - 1 in usable and asks(body[start - 1].text):
            start -= 1
        if start < at:
            above, confidence = _told_before(body, voices, start, usable)
            found[start - above] = Voice(opening(body[start - above]), QUESTION, confidence)
    return found


def _told_before(body: list[Line], voices: Voices, at: int, usable: frozenset[int]) -> tuple[int, float]:
    """(how many lines above a plain question belong to it, its confidence): what leads over to it may be told in a
    line of its own, which only words tell from the end of the answer above."""
    # The first line below a label that stands alone is the answer; above the first answer is the introduction.
    inner = {at - 1, at - 2} <= usable or at - 1 in usable and at - 2 in voices and bool(voices[at - 2].label.rest)
    if not inner or at < min(voices):
        return 0, 0.85
    told, back = leads_over(body[at - 1].text), points_back(body[at].text)
    if told == 2 or told and back:
        return 1, 0.85
    short = not speaks_of_self(body[at - 1].text) and is_remark(body[at - 1].text)
    return 0, 0.6 if told or back and short else 0.85


def _of_the_same_sign(body: list[Line], voices: Voices, taken: frozenset[int]) -> Voices:
    """Questions without a label behind the sign that stands before every label that asks ("* PV: …", then "* …"),
    where no answer has that sign."""
    signs = {kind: {body[at].text[:1] for at, voice in voices.items() if voice.kind == kind}
             for kind in (QUESTION, ANSWER)}
    sign = next(iter(signs[QUESTION]), "")
    if len(signs[QUESTION]) != 1 or sign not in SIGNS or sign in signs[ANSWER]:
        return {}
    free = [at for at, line in enumerate(body) if at not in voices and at not in taken and line.text[:1] == sign]
    first = min(voices)
    found = [at for at in free if at > first and (asks(body[at].text) or thanks(without_dash(body[at].text)))]
    return {at: Voice(opening(body[at]), QUESTION, 0.9) for at in found} if len(found) * 2 > len(free) else {}


def _forgotten(body: list[Line], voices: Voices, taken: frozenset[int]) -> Voices:
    """Questions whose label was left out, among others that have theirs."""
    found: Voices = {}
    look = _look_of_questions(body, voices)
    positions = list(voices)
    turns = ends(voices, len(body))
    for number, at in enumerate(positions):
        if voices[at].kind != ANSWER:
            continue
        answers_next = number + 1 < len(positions) and voices[positions[number + 1]].kind == ANSWER
        spoken_to = _honorific(voices[at])
        # Below a label alone in its line stands the answer itself.
        for position in range(at + 1 + (not voices[at].label.rest), turns[at]):
            line = body[position]
            if position in taken or line.pictured or position - 1 in found:
                continue
            grade = asks(line.text)
            if look and getattr(line, look) and grade:
                confidence = 0.85
            elif grade and (
                answers_next and (grade == 2 or position == turns[at] - 1) or grade == 2 and addresses(line.text)
                or spoken_to and ends_asking(line.text) and spoken_to.search(line.text)
            ):
                confidence = 0.6
            else:
                continue
            found[position] = Voice(opening(line), QUESTION, confidence)
    return found


def _honorific(voice: Voice) -> re.Pattern | None:
    """What nobody calls himself when he asks: "bà", "bác sĩ"; the second half alone is a word of many others."""
    words = voice.label.honorific.split()
    called = words[-1:] if len(words) < 2 or words[-1].lower() in _CALLED else words[-2:]
    return re.compile(rf"(?<!\w){re.escape(' '.join(called))}(?!\w)", re.IGNORECASE) if called else None


def _look_of_questions(body: list[Line], voices: Voices) -> str:
    """"bold" or "italic" when the labelled questions are, whole, and the answers are not; else ""."""
    asked = [body[at] for at, voice in voices.items() if voice.kind == QUESTION and voice.label.rest]
    answered = [body[at] for at, voice in voices.items() if voice.kind == ANSWER]
    for look in ("bold", "italic"):
        marked = sum(getattr(line, look) for line in asked)
        if len(asked) > 1 and marked >= 0.7 * len(asked) and not any(getattr(line, look) for line in answered):
            return look
    return ""
