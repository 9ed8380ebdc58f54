"""The words an editor told the machine to watch for, by whole syllables, disguised or not."""

import re
from functools import lru_cache

from articles.vietnamese import fold, spelling_key

from .findings import Finding

GLUED = 5  # letters; shorter phrases without their spaces are too often something else
_MASKED = re.compile(r"(?<![^\W_])([^\W\d_]{1,3})([*#]{1,4})([^\W\d_]{1,4})(?![^\W_])")


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
    """(Phrase, start, end) of each watched phrase in a Reading, in the order of the text; positions as stored."""
    tokens, by_first = reading.tokens, _by_first(phrases)
    done = 0
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
            yield best[0], best[1][0].start, best[1][-1].end
    yield from _masked(reading, phrases)


def _says(run, phrase, plain, marked):
    for token, bare, full in zip(run, plain, marked, strict=True):
        if bare not in token.plain:
            return False
        # Marks are asked for where they tell one word from another; who hides a word drops or bends them.
        if phrase.marks and not token.disguised and full not in {spelling_key(each) for each in token.marked}:
            return False
    return True


def _masked(reading, phrases):
    """ "l*n": a sign for the letters in the middle, of a single watched syllable. "5*" and "a * b" are none."""
    for match in _MASKED.finditer(reading.plain):
        shape = re.compile(re.escape(match[1]) + "[a-z]{1,4}" + re.escape(match[3]))
        for phrase in phrases:
            plain, _ = _syllables(phrase.words)
            if len(plain) == 1 and shape.fullmatch(plain[0]):
                yield phrase, *reading.place(*match.span())
                break
