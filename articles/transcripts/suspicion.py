"""Second thoughts about voices that were found: what a mangled source looks like."""

import re
from collections import Counter
from dataclasses import replace

from articles.vietnamese import fold, spelling_key

from .answering import has_dash
from .asking import addresses, addresses_inside, asks, ends_asking, speaks_of_self, thanks
from .draft import ANSWER, QUESTION
from .habits import ends
from .labels import POSSIBLE, read_label
from .layout import Line
from .lists import goes_on_listing, list_item
from .names import last_part, may_mean, starts_with_surname
from .people import name_endings, people_in
from .speakers import Voice, Voices

_DOUBTFUL = 0.65
_NUMBER = re.compile(r"\W{0,3}(?:câu(?: hỏi)?|hỏi)? ?(\d{1,2})(?=\s?[.:)/]|$)", re.IGNORECASE)
# A dash behind the end of a sentence opens another turn, where one of the two asks.
_RUN_ON = re.compile(r"\?[”\"]? [-–—*•] (?=[^\W_])|[.!…”\"] [-–—*•] (?=[^\W\d_])[^?]*\?")
_REPLY = re.compile(
    r"(?:(?:vâng|dạ|có|có chứ|không|không phải|chưa|rồi|đúng|đúng thế|đúng vậy|chính xác|tất nhiên|dĩ nhiên"
    r"|đương nhiên)(?: ạ)?|\w+ (?:thật|chứ))[.!] "
)
_HEARD = re.compile("(?:nghe noi|nghe ke|nghe dau|duoc biet|nguoi ta bao|hinh nhu|xem ra)")
_PANEL = 3  # people, and rounds
_LOST_WORDS = 25  # of a question within an answer
_LEAST_OTHERS = 2  # turns that show what is usual


def suspected(voices: Voices, body: list[Line], taken: frozenset[int]) -> Voices:
    """The voices, in doubt where the source looks mangled: one person's label twice without a question between, a line
    that was torn, a full name and a colon within a turn, a question that goes on in statements or asks twice, a number
    left out, a stranger who answers alone, a dash within a line where dashes open turns.

    taken: positions of pictures and captions."""
    turns = ends(voices, len(body))
    spoken = {
        at: [position for position in range(at, turns[at]) if position not in taken and not body[position].pictured
             and (position > at or voices[at].label.rest or not voices[at].label.printed)]
        for at in voices
    }
    known = {voice.label.key for voice in voices.values() if voice.label.printed}
    several = len({voice.label.key for voice in voices.values() if voice.kind == ANSWER and voice.label.name}) > 1
    doubtful = {
        at for at, voice in voices.items()
        if body[at].torn or any(_may_be_label(body[position].text, known) for position in range(at + 1, turns[at]))
        or several and _goes_on_after_asking(body, voice, spoken[at], turns[at])
    }
    doubtful |= _again(voices) | _out_of_count(voices, body) | _strangers(voices, body, taken)
    doubtful |= _asked_within(voices, body, spoken) | _two_in_one(voices, body, spoken)
    doubtful |= _dashes_within(voices, body, spoken) | _asking_oddly(voices, body, spoken)
    doubtful |= _answered_within(voices, body, spoken) | _answered_in_the_question(voices, body, spoken)
    return _misspelt({
        at: replace(voice, confidence=min(voice.confidence, _DOUBTFUL)) if at in doubtful else voice
        for at, voice in voices.items()
    })


def _again(voices: Voices) -> set[int]:
    """Answers of the one who answered last."""
    found: set[int] = set()
    before: Voice | None = None
    for at, voice in voices.items():
        if before is not None and voice.label.printed and before.kind == voice.kind == ANSWER and (
            before.label.key == voice.label.key or _same_person(before.label.name, voice.label.name)
        ):
            found.add(at)
        before = voice
    return found


def _same_person(name: str, other: str) -> bool:
    long, short = sorted((name, other), key=len, reverse=True)
    return bool(short) and may_mean(short, long)


def _goes_on_after_asking(body: list[Line], voice: Voice, spoken: list[int], end: int) -> bool:
    """Whether the last line of a labelled question asks nothing though one above it did: an unlabelled answer."""
    lines = [body[position] for position in spoken]
    if voice.kind != QUESTION or not voice.label.printed or len(lines) < 2 or end == len(body):
        return False
    alike = lines[0].bold and lines[-1].bold or lines[0].italic and lines[-1].italic
    return not alike and not asks(lines[-1].text) and any(ends_asking(line.text) for line in lines[:-1])


def _may_be_label(text: str, known: set[str]) -> bool:
    """Whether a line within a turn begins with a label that speaks elsewhere, or with a full name and a colon."""
    label = read_label(text)
    if label is not None and label.key in known:
        return True
    if label is None or label.strength != POSSIBLE or not starts_with_surname(label.name):
        return False
    said = len(label.rest.split()) > 3 and label.rest[:1].isupper()
    return said and (len(label.name.split()) > 2 or ends_asking(label.rest))


def _out_of_count(voices: Voices, body: list[Line]) -> set[int]:
    """Numbered questions that follow a number left out, where the others count from one to the next."""
    numbers = {at: int(number[1]) for at, voice in voices.items()
               if voice.kind == QUESTION and (number := _NUMBER.match(voice.label.printed or body[at].text))}
    asked = sum(voice.kind == QUESTION for voice in voices.values())
    if len(numbers) < _LEAST_OTHERS or len(numbers) * 2 < asked:
        return set()
    found: set[int] = set()
    expected = 1
    for at, number in numbers.items():
        if number not in (expected, 1):
            found.add(at)
        expected = number + 1
    return found if len(found) * 2 <= len(numbers) else set()


def _strangers(voices: Voices, body: list[Line], taken: frozenset[int]) -> set[int]:
    """Answers given alone by somebody whom nothing introduces and who says nothing else, among others' answers."""
    first = min(voices, default=0)
    told = [body[at].text for at in (*range(first), *sorted(taken)) if not body[at].pictured]
    introduced = name_endings(person.name for person in people_in(told))
    answers = {at: fold(voice.label.name) or voice.label.key for at, voice in voices.items()
               if voice.kind == ANSWER and voice.label.printed}
    counts = Counter(last_part(name) for name in answers.values())
    # "Đáp" stands for one person; of two who have names the second may be anybody.
    nameless = {last_part(answers[at]) for at in answers if not voices[at].label.name}
    others = [name for name in counts if name in introduced
              or counts[name] >= _LEAST_OTHERS + (name not in nameless) and len(counts) == 2]
    kinds = ["", *(voice.kind for voice in voices.values()), QUESTION]
    alone = {at for place, at in enumerate(voices, 1) if kinds[place - 1] == kinds[place + 1] == QUESTION}
    first = next(iter(answers), None)
    found: set[int] = set()
    for at, name in answers.items():
        # Who answers first may be called by a shorter label from there on.
        told_later = at == first and not all(voices[other].label.name for other in answers)
        if at in alone and counts[last_part(name)] == 1 and len(answers) > _LEAST_OTHERS and others \
                and not voices[at].label.office and name not in introduced and not told_later:
            found.add(at)
    return found


def _two_in_one(voices: Voices, body: list[Line], spoken: dict[int, list[int]]) -> set[int]:
    """The only answer of several lines among people who answer in turn with one each, where one of them is not heard:
    perhaps that one's label was lost."""
    rounds: list[dict[str, int]] = []
    for at, voice in voices.items():
        if voice.kind == QUESTION or not rounds:
            rounds.append({})
        if voice.kind == ANSWER and voice.label.name:
            rounds[-1][fold(voice.label.name).split()[-1]] = at
    people = set().union(*rounds) if rounds else set()
    lacking = [heard for heard in rounds if set(heard) != people]
    answers = [at for heard in rounds for at in heard.values()]
    long = [at for at in answers if len(spoken[at]) > 1 and not list_item(body[spoken[at][-1]])]
    if len(people) < _PANEL or len(lacking) != 1 or len(rounds) < _PANEL or len(long) != 1:
        return set()
    return {at for at in lacking[0].values() if at in long}


def _asked_within(voices: Voices, body: list[Line], spoken: dict[int, list[int]]) -> set[int]:
    """Answers in which a line asks, or speaks to somebody: a question that lost its look or label."""
    found: set[int] = set()
    for at, voice in voices.items():
        if voice.kind != ANSWER:
            continue
        for position in spoken[at][1:]:
            text = body[position].text
            if voice.label.printed:
                # The label stands there again, without its colon.
                again = position + 1 in spoken[at] and body[position + 1].text.startswith(f"{voice.label.printed} ")
                found |= {at} if again and ends_asking(text) else set()
                continue
            asking = position != spoken[at][-1] and ends_asking(text) and not goes_on_listing(body, position)
            asking = asking and len(text.split()) <= _LOST_WORDS
            if asking and not speaks_of_self(text) or asks(text) and addresses_inside(text):
                found.add(at)
    return found


def _answered_within(voices: Voices, body: list[Line], spoken: dict[int, list[int]]) -> set[int]:
    """Labelled answers with a line that replies to the line above it, or reports to the one who answers what was heard
    of them: a statement and its reply that both lost their labels."""
    found: set[int] = set()
    for at, voice in voices.items():
        if voice.kind != ANSWER or not voice.label.printed:
            continue
        lines = [body[position].text for position in spoken[at]]
        who = fold(voice.label.honorific).split()[:1]
        told = re.compile(rf"(?<!\w){_HEARD.pattern} (?:rang |la )?{re.escape(who[0])} (?!ay |ta |noi |ngoai |em )[a-z]"
                          ) if who else None
        for before, line in zip(lines[1:], lines[2:], strict=False):
            short = len(before.split()) <= _LOST_WORDS and not speaks_of_self(before) and not before.endswith(":")
            found |= {at} if short and _REPLY.match(line.lower()) else set()
        if told and any(told.search(fold(line)) for line in lines[1:]):
            found.add(at)
    return found


def _answered_in_the_question(voices: Voices, body: list[Line], spoken: dict[int, list[int]]) -> set[int]:
    """The only labelled question of several lines, where one that ends asking is followed by statements and another
    question in one line: the answer's label was lost, and the next question's too."""
    asked = [at for at, voice in voices.items() if voice.kind == QUESTION and voice.label.printed and spoken[at]]
    long = [at for at in asked if len(spoken[at]) > 1]
    if len(long) != 1 or len(asked) <= _LEAST_OTHERS:
        return set()
    lines = [body[position].text for position in spoken[long[0]]]
    run_on = re.search(r"[.!…][”\"]? \S.*[.!…][”\"]? [^.!…]+\?[”\"]?$", lines[-1])
    return {long[0]} if ends_asking(lines[0]) and run_on and asks(lines[-1]) == 1 else set()


def _dashes_within(voices: Voices, body: list[Line], spoken: dict[int, list[int]]) -> set[int]:
    """Where dashes open turns: those with a further dash behind the end of a sentence, or at a line that is no list's.
    """
    dashed = [at for at in voices if not voices[at].label.printed and has_dash(body[at])]
    if len(dashed) <= _LEAST_OTHERS:
        return set()
    answers_too = sum(voices[at].kind == ANSWER for at in dashed) * 2 > len(dashed) - _LEAST_OTHERS
    first = next(iter(voices))
    found = {first} if any(has_dash(line) for line in body[:first]) else set()
    for at, lines in spoken.items():
        if any(_RUN_ON.search(body[position].text) for position in lines):
            found.add(at)
        if voices[at].kind == ANSWER and any(has_dash(body[pos]) and "?" in body[pos].text for pos in lines[1:]):
            found.add(at)
        if not answers_too or voices[at].kind != ANSWER:
            continue
        inner = [position for position in lines[1:] if has_dash(body[position])]
        listed = any(body[position - 1].text.endswith((":", ";")) or position - 1 in inner for position in inner)
        if inner and not listed and not thanks(body[inner[-1]].text):
            found.add(at)
    return found


def _asking_oddly(voices: Voices, body: list[Line], spoken: dict[int, list[int]]) -> set[int]:
    """Unlabelled questions with a statement behind the question mark where the others end with it, unless the answer
    has a sign of its own; or of two lines that both ask where the others have one."""
    order = list(voices)
    below = dict(zip(order, order[1:], strict=False))
    asked = [at for at, voice in voices.items() if voice.kind == QUESTION and not voice.label.printed and spoken[at]]
    ending = [at for at in asked if ends_asking(body[spoken[at][-1]].text)]
    single = [at for at in asked if len(spoken[at]) == 1]
    found: set[int] = set()
    for at in asked:
        lines = [body[position].text for position in spoken[at]]
        behind = lines[-1].rpartition("?")[2]
        answer = below.get(at, at)
        signed = voices[answer].kind == ANSWER and (voices[answer].label.printed or has_dash(body[answer]))
        if "?" in lines[-1] and not signed and at not in ending and len(behind.split()) > 1 and not asks(behind) \
                and not addresses(behind) and len(ending) >= max(_LEAST_OTHERS, len(asked) - _LEAST_OTHERS):
            found.add(at)
        set_apart = body[spoken[at][-1]].bold or body[spoken[at][-1]].italic
        if len(lines) > 1 and not set_apart and all(ends_asking(line) for line in lines) and len(single) >= max(
            _LEAST_OTHERS, len(asked) - _LEAST_OTHERS
        ):
            found.add(at)
    return found


def _misspelt(voices: Voices) -> Voices:
    """A name heard once that is another's but for its marks ("Mân" beside "Mận"): somebody should look."""
    counts = Counter(spelling_key(voice.label.name) for voice in voices.values() if voice.label.name)
    spellings: dict[str, Counter] = {}
    for key, number in counts.items():
        spellings.setdefault(fold(key), Counter())[key] += number
    # The last part of a full name shows how the short one is spelt.
    endings: dict[str, set[str]] = {}
    for name in counts:
        if " " in name:
            endings.setdefault(fold(name.split()[-1]), set()).add(name.split()[-1])
    given: Voices = {}
    seen: dict[str, str] = {}
    for at, voice in voices.items():
        key = spelling_key(voice.label.name)
        among = spellings.get(fold(key), Counter())
        usual = seen.setdefault(fold(key), key)
        rare = voice.label.name and counts[key] == 1 and len(among) > 1 and (
            usual != key or among.most_common(1)[0][1] > 1
        )
        if fold(key) in endings:
            rare = counts[key] == 1 and key not in endings[fold(key)]
        given[at] = replace(voice, confidence=min(voice.confidence, 0.6)) if rare else voice
    return given
