"""The words an editor told the machine to watch for, by whole syllables, disguised or not."""

import re
from functools import lru_cache

from articles.vietnamese import fold, spelling_key

from .findings import Finding
from .reading import spellings_of

GLUED = 5  # letters; shorter phrases without their spaces are too often something else
_MASKED = re.compile(r"(?<![^\W_])([^\W\d_]{1,3})([*#_~]{1,4}|\.{2,4})([^\W\d_]{1,4})(?![^\W_])")
# Nothing but the beginning of a word, and what follows: "đ*** mẹ", "l**", "l`".
_BEGUN = re.compile(
    r"(?<![^\W_])([^\W\d_]{1,2})([*#.]{0,5}[`´]|[*#]{1,5}|[.…]{1,5})(?![^\W_])(?:\s+([^\W\d_]+))?"
)
# One syllable in two: "lồ n", "đ ịt", "bu.ồi". Apart by a space alone, one of the two is no syllable.
_TORN = re.compile(
    r"(?<![^\W_])(?=(?:([a-z]{1,5})[.\-_*|~/]{1,3}([a-z]{1,5})|([bcdghklmnpqrstvx]{1,2}) ([a-z]{1,4})"
    r"|([a-z]{2,4}) ([bcghmnpt]{1,2}))(?![^\W_]))"
)


@lru_cache(maxsize=4096)
def _syllables(words):
    """(without marks, with marks) of a phrase, each a tuple of its syllables."""
    parts = re.findall(r"[^\W_]+", words.lower())
    return tuple(fold(part) for part in parts), tuple(spelling_key(part) for part in parts)


def watched(written, circumstances):
    phrases = circumstances.phrases()
    for field, reading in written.readings.items():
        for phrase, start, end in matches(reading, phrases):
            yield Finding("phrase", f"{phrase.label}: “{phrase.words}”.", field, start, end)


@lru_cache(maxsize=2)
def _by_first(phrases):
    """{first syllable: [(Phrase, its syllables without marks, with)]} of a tuple of phrases, glued ones included."""
    found = {}
    for phrase in phrases:
        plain, marked = _syllables(phrase.words)
        if plain:
            found.setdefault(plain[0], []).append((phrase, plain, marked))
            squeezed = "".join(plain)
            if len(plain) > 1 and len(squeezed) >= GLUED:
                found.setdefault(squeezed, []).append((phrase, (squeezed,), (spelling_key("".join(marked)),)))
    return found


def matches(reading, phrases):
    """[(Phrase, start, end)] of each watched phrase in a Reading, in the order of the text; positions as stored."""
    found = _written_out(reading, phrases)
    by_first = _by_first(phrases)
    # What is half written or torn may have been found already.
    torn = _written_out(reading.untorn, phrases) if reading.untorn else ()
    hidden = (*_masked(reading, phrases), *_begun(reading, phrases), *_torn(reading, by_first), *torn)
    for each in hidden:
        if not any(each[1] < end and start < each[2] for _, start, end in found):
            found.append(each)
    return sorted(found, key=lambda each: each[1])


def _written_out(reading, phrases):
    tokens, by_first = reading.tokens, _by_first(phrases)
    done, found = 0, []
    for number, token in enumerate(tokens):
        if number < done:
            continue
        best = None
        for spelling in token.plain:
            for phrase, plain, marked in by_first.get(spelling, ()):
                run = tokens[number : number + len(plain)]
                longer = best is None or len(plain) > len(best[1])
                if longer and len(run) == len(plain) and _says(run, phrase, plain, marked):
                    best = (phrase, run)
        if best:
            done = number + len(best[1])
            found.append((best[0], best[1][0].start, best[1][-1].end))
    return found


def _says(run, phrase, plain, marked):
    hides = any(token.disguised for token in run)
    for token, bare, full in zip(run, plain, marked, strict=True):
        if bare not in token.plain:
            return False
        # Marks are asked for where they tell one word from another; who hides a word drops or bends them.
        if phrase.marks and not hides and full not in {spelling_key(each) for each in token.marked}:
            return False
    return True


def _masked(reading, phrases):
    """ "l*n", "l...n": signs for the letters in the middle of a watched syllable. "5*" and "a * b" are none."""
    for match in _MASKED.finditer(reading.plain):
        shape = re.compile(re.escape(match[1]) + "[a-z]{1,4}" + re.escape(match[3]))
        for phrase in phrases:
            plain, _ = _syllables(phrase.words)
            if len(plain) == 1 and shape.fullmatch(plain[0]):
                yield phrase, *reading.place(*match.span())
                break


def _begun(reading, phrases):
    """ "đ*** mẹ", "l**", "l`": the beginning of a watched word. A capital alone is a name left out ("anh N***")."""
    for match in _BEGUN.finditer(reading.plain):
        letters, signs, after = match.groups()
        if signs[-1] in ".…" and (len(letters) > 1 or signs == "."):
            continue
        alone = signs[-1] in "`´" or len(signs) > 1 and signs[-1] in "*#"
        alone = alone and reading.text[reading.positions[match.start()]].islower()
        longest = 4 if signs[-1] in "`´" else len(letters) + len(signs) + 1
        for phrase in phrases:
            first, *rest = _syllables(phrase.words)[0] or ("",)
            if not first.startswith(letters) or len(first) == len(letters):
                continue
            if rest and rest[0] == after or not rest and alone and len(first) <= longest:
                end = match.end() if rest else match.end(2)
                yield phrase, *reading.place(match.start(), end)
                break


def _torn(reading, by_first):
    for match in _TORN.finditer(reading.plain):
        first, second = ((1, 2), (3, 4), (5, 6))[(match.lastindex - 1) // 2]
        plain = match[first] + match[second]
        marked = "".join(reading.marked[slice(*match.span(part))] for part in (first, second))
        for phrase, syllables, written in by_first.get(plain, ()):
            keys = {spelling_key(each) for each in spellings_of(marked)}
            # Of two letters, one that no other word begins with: "đ ĩ".
            long_enough = len(plain) > 2 or phrase.marks and marked[0] == "đ" and plain[1] in "aeiouy"
            if len(syllables) == 1 and long_enough and (not phrase.marks or written[0] in keys):
                yield phrase, *reading.place(match.start(first), match.end(second))
                break
