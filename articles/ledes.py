"""As much of a standfirst as a small card bears: whole sentences, where they are short enough."""

import re

LENGTH = 140  # characters: four lines of the narrowest column
SHORTEST = 40  # less than that says nothing

_STOP = re.compile(r"[.!?…][”\"’)]* ")
_ABBREVIATED = re.compile(r"(?:\b[A-ZĐ][A-ZĐa-z]{0,2}|\d)\.$")  # "TP. Bến Lĩnh", "ThS. Hà", "1. "


def lede(standfirst):
    """The sentences at its beginning that are LENGTH characters together, at most; else its first words and "…"."""
    text = " ".join(standfirst.split())
    if len(text) <= LENGTH:
        return text
    for stop in reversed(list(_STOP.finditer(text, SHORTEST, LENGTH))):
        said, next_one = text[: stop.end() - 1], text[stop.end() :].lstrip('“"‘(')
        if not next_one[:1].islower() and not _ABBREVIATED.search(said):
            return said
    words = text.rfind(" ", SHORTEST, LENGTH)
    return f"{text[: words if words > 0 else LENGTH - 1].rstrip(' ,;:–')}…"
