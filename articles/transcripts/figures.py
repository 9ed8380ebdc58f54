"""Pictures in the text: "<headline again> - Ảnh 1." and the caption in the next line."""

import re
from dataclasses import dataclass

from .draft import Figure
from .layout import Line, folded_words

_MOST_CHARACTERS = 300
_CAPTION_CHARACTERS = 250
_MOST_REPEAT_LINES = 4
_MARKER = re.compile(r"(?:^|\s?[-–—]\s?)(?:ảnh|hình) (\d{1,3})\s?\.?$", re.IGNORECASE)
_WITH_CAPTION = re.compile(r"[-–— ]{0,4}(?:ảnh|hình) (\d{1,3})\s?[.:]\s?(?=\w)", re.IGNORECASE)
_CREDIT = re.compile(r"[(\[]?(?:ảnh|nguồn|ảnh minh họa) ?:", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    start: int  # the first line of the marker, repeated headline included
    end: int  # after the caption
    figure: Figure
    repeat: tuple[str, ...]  # the lines before "- Ảnh 1." that print the headline again


def find_figures(body: list[Line], speaking: frozenset[int], headline: str) -> list[Found]:
    """All figures in order; lines that begin a turn are neither marker nor caption."""
    words = folded_words(headline)
    starts: dict[int, tuple[int, re.Match, tuple[str, ...]]] = {}
    for at, line in enumerate(body):
        if at in speaking or len(line.text) > _MOST_CHARACTERS:
            continue
        mark = _MARKER.search(line.text)
        if mark:
            start, repeat = _repeat(body, at, line.text[:mark.start()].strip(), speaking, words)
            starts[start] = (at, mark, repeat)
        elif inline := _WITH_CAPTION.match(line.text):
            starts[at] = (at, inline, ())
    found = []
    taken = speaking | starts.keys()
    for start, (at, mark, repeat) in sorted(starts.items()):
        end = at + 1
        if mark.end() < len(body[at].text):
            caption, marker = body[at].text[mark.end():], mark[0]
        else:
            caption, end = _caption(body, end, taken)
            marker = "\n".join(line.text for line in body[start:at + 1])
        alt = "" if repeat else body[at].text[:mark.start()].strip(" -–—")
        found.append(Found(start, end, Figure(int(mark[1]), marker.strip(), alt, caption), repeat))
    return found


def _repeat(
    body: list[Line], at: int, before: str, speaking: frozenset[int], headline: list[str]
) -> tuple[int, tuple[str, ...]]:
    """The first line of the marker and the lines that repeat the headline, or its end without the kicker."""
    best: tuple[int, tuple[str, ...]] = (at, ())
    parts = [before] if before else []
    for start in range(at, max(-1, at - _MOST_REPEAT_LINES - 1), -1):
        if start != at:
            line = body[start]
            if line.block != body[at].block or start in speaking or len(line.text) > _MOST_CHARACTERS:
                break
            parts.insert(0, line.text)
        repeated = folded_words(" ".join(parts))
        if repeated and headline[-len(repeated):] == repeated and (len(repeated) > 2 or repeated == headline):
            best = (start, tuple(parts))
    return best


def _caption(body: list[Line], at: int, taken: set[int] | frozenset[int]) -> tuple[str, int]:
    """The caption in the line at that position, with a credit line after it, and the position after both."""
    if at >= len(body) or at in taken or len(body[at].text) > _CAPTION_CHARACTERS:
        return "", at
    caption, end = body[at].text, at + 1
    if end < len(body) and end not in taken and len(body[end].text) <= 80 and _CREDIT.match(body[end].text):
        return f"{caption} {body[end].text}", end + 1
    return caption, end
