"""Where the answer begins when no label says so: behind the question's look, its mark, or its first lines."""

from .asking import asks, thanks
from .draft import ANSWER, QUESTION
from .habits import ends
from .labels import POSSIBLE, Label, read_label
from .layout import SIGNS, Line
from .speakers import Voice, Voices

_DASHES = "-–—"
_QUESTION_LINES = 3  # of a question that only words tell from its answer


def nobody(kind: str, rest: str) -> Label:
    """The label of a turn that has none."""
    return Label("", kind, 0, "", "", "", rest)


def opening(line: Line) -> Label:
    """The label of a question known by something else: none, or a reader's name that nothing else proves."""
    label = read_label(line.text)
    if label and label.strength == POSSIBLE and " " in label.name and asks(label.rest):
        return label
    return nobody(QUESTION, without_dash(line.text))


def without_dash(text: str) -> str:
    return text.lstrip(_DASHES + " ") if text[:1] in _DASHES else text.lstrip(SIGNS + " ")


def said(body: list[Line], voices: Voices, at: int) -> str:
    rest = voices[at].label.rest
    return rest or (body[at + 1].text if at + 1 < len(body) else "")


def has_dash(line: Line) -> bool:
    return line.bullet == "-" or line.text[:1] in _DASHES and (line.text[1:2] == " " or line.text[1:2].isupper())


def answers(body: list[Line], voices: Voices, taken: frozenset[int]) -> Voices:
    """For a question that no labelled answer follows: the line at which the answer must begin."""
    questions = [at for at, voice in voices.items() if voice.kind == QUESTION]
    turns = ends(voices, len(body))
    answered = {at for at in questions if turns[at] in voices and voices[turns[at]].kind == ANSWER}
    # Some papers print the respondent's name before the first answer only.
    labels_answer = len(answered) * 2 > len(questions) - 1 or len(answered) > 1
    dashes = 0
    starts: dict[int, tuple[int, float]] = {}
    for at in questions:
        lines = [position for position in range(at, turns[at]) if position not in taken]
        begin, sure = _end_of_question(body, voices[at], lines, at in answered)
        if begin is None or (turns[at] == len(body) and thanks(said(body, voices, at))):
            continue
        unsure = labels_answer and voices[at].label.printed and not sure
        starts[at] = begin, min(voices[at].confidence, 0.5 if unsure else 0.75)
        dashes += has_dash(body[begin])
    found: Voices = {}
    for begin, confidence in starts.values():
        text = body[begin].text
        # In a dialogue of dashes the answers have theirs too; where few have one it opens a list.
        rest = without_dash(text) if dashes * 2 > len(starts) else text
        found[begin] = Voice(nobody(ANSWER, rest), ANSWER, confidence)
    return found


def _end_of_question(
    body: list[Line], voice: Voice, lines: list[int], answered: bool
) -> tuple[int | None, bool]:
    """(the first line after the question within its turn or None, whether the look of the lines shows it)."""
    spoken = [at for at in lines if not body[at].pictured and (voice.label.rest or at != lines[0])]
    if len(spoken) < 2:
        return None, False
    if answered and voice.label.printed:
        return None, False
    first = body[spoken[0]]
    for look in ("bold", "italic"):
        if getattr(first, look):
            plain = next((at for at in spoken if not getattr(body[at], look)), None)
            if plain is not None:
                return plain, True
    if answered:
        return None, False
    end = 1
    for number in range(1, min(_QUESTION_LINES, len(spoken) - 1)):
        grade = asks(body[spoken[number]].text)
        if grade == 2 or grade and not asks(body[spoken[0]].text):
            end = number + 1
    return spoken[end], False
