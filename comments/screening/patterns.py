"""Words without marks as patterns, and many patterns as one."""

import re

_GAP = r"[ .\-_*|\u00b7\u2022~]{0,3}"
# In the patterns: a figure, or a range of figures; and a sum of money ("300-700k", "3tr9", "50 nghìn", "20$").
_FIGURE = r"[0-9]+(?:[.,][0-9]+)?(?: ?(?:-|den|toi) ?[0-9]+(?:[.,][0-9]+)?)?"
_SUM = (
    rf"(?:{_FIGURE} ?(?:k|tr|trieu|cu|chai|lit|nghin|ngan|dong|vnd|d|ty|ti|\$|usd|usdt)[0-9]{{0,3}}|\$[0-9]+)"
)
_BEGINS, _ENDS = r"(?<![^\W_])(?:", r")(?![^\W_])"


def pattern(words):
    words = words.strip().replace("SUM", _SUM).replace("FIGURE", _FIGURE)
    if words.startswith("^"):
        return re.compile(words)  # how a text begins
    return re.compile(f"{_BEGINS}{words.replace(' ', _GAP)}{_ENDS}")


def patterns(lines):
    """One pattern a line; what begins with "|" goes on with the line before."""
    return tuple(pattern(line) for line in lines.strip().replace("\n|", "|").splitlines())


def together(patterns):
    """[a pattern that is found where any of those without marks is, the same of the others]; None for none.

    To walk a text once for each pattern is dear; a walk for all of them shows that most comments hold none.
    """
    pair = []
    for is_bare in (True, False):
        among = [each.pattern for each in patterns if each.pattern.isascii() == is_bare]
        inside = [each.removeprefix(_BEGINS).removesuffix(_ENDS) for each in among if each[0] != "^"]
        either = [f"{_BEGINS}{'|'.join(inside)}{_ENDS}"] if inside else []
        either += [each for each in among if each[0] == "^"]
        pair.append(re.compile("|".join(either)) if either else None)
    return pair
