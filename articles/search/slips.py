"""What a mistyped word may have been: every word, or two, of which one slip makes it."""

import re

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LETTER_BESIDE_FIGURE = re.compile("(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])")
# Sounds that are one in some part of the country, at the beginning and at the end of a word.
_BEGIN = "s x, tr ch, d gi, d r, gi r, d v, l n, c k, c qu, g gh, ng ngh"
_END = "n ng, n nh, t c, c ch, c k, i y"
# Keys of VNI in their places, so that "ql37" and "covid19" are none.
_VNI = re.compile("[a-z]9?(?:[a-z][678]{0,2})*[1-5]?[a-z]*")


def slips(word: str) -> list[tuple[str, ...]]:
    """Rows of words, mostly of one, the likeliest first, for a folded word of a-z and 0-9; not all of them exist.

    Telex or VNI that nothing read ("vieejt"), a key that stuck, a word as it is spoken ("xao" for "sao"), two letters
    exchanged, one too many, one too few, one for another, a space forgotten ("covid19"), a figure's points ("15608").
    """
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    if not word.isalpha():
        return _of_figures(word)
    toneless = re.sub(r"(?<=[aeiouyw])([a-z]*?)[sfrxj](?=[a-z]*$)", r"\1", word)
    telex = re.sub(r"([aeo])\1|(d)d|([uoa])w", r"\1\2\3", toneless)
    stuck = re.sub(r"(.)\1+", r"\1", word)
    one = [
        telex,
        stuck,
        *_as_spoken(word),
        *(before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1),
        *(before + after[1:] for before, after in cuts if after),
        *(before + letter + after for before, after in cuts for letter in _LETTERS),
        *(before + letter + after[1:] for before, after in cuts if after for letter in _LETTERS),
    ]
    two = [cut for cut in cuts if all(cut)]
    return list(dict.fromkeys([*((other,) for other in one if other not in ("", word)), *two]))


def _as_spoken(word):
    for begin, other in _both_ways(_BEGIN):
        if word.startswith(begin):
            yield other + word.removeprefix(begin)
    for end, other in _both_ways(_END):
        if word.endswith(end):
            yield word.removesuffix(end) + other


def _both_ways(sounds):
    pairs = [pair.split() for pair in sounds.split(", ")]
    return [*pairs, *([other, one] for one, other in pairs)]


def _of_figures(word):
    parts = _LETTER_BESIDE_FIGURE.split(word)
    cuts = [("".join(parts[:place]), "".join(parts[place:])) for place in range(1, len(parts))]
    # 1000000 is printed 1.000.000.
    thousands = re.split("(?=(?:[0-9]{3})+$)", word) if word.isdecimal() and word[0] != "0" else []
    vni = (re.sub("[0-9]", "", word),) if _VNI.fullmatch(word) else ()
    rows = [vni, tuple(filter(None, thousands)), *cuts, tuple(parts)]
    return list(dict.fromkeys(row for row in rows if row and row != (word,)))
