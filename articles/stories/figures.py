"""Which line below a picture is its caption. In doubt a line is text: a story has no voices that would tell."""

import re

from articles.transcripts import Figure

from .manuscript import Part, Words

_LONGEST = 300  # characters
_MARKER = re.compile(r"[\[(]?(?:ảnh|hình)(?: số)? (\d{1,3})\s?[\])]?\s?[.:–-]\s?(?=\S)", re.IGNORECASE)
_NAMED = re.compile(r"[\[(]?\s?(?:chú thích|hình ảnh|trong ảnh|ảnh|hình|nguồn)[^:]{0,20}:", re.IGNORECASE)
_CREDITED = re.compile(r"[.,;(\[–…”-]\s?(?:Ảnh|Nguồn ảnh|Nguồn|ảnh)\s?:\s?[^:]{2,60}$")
_CREDIT = re.compile(r"[\[(]?\s?(?:ảnh|nguồn(?: ảnh)?)\s?:", re.IGNORECASE)


def figure_at(parts: list[Part], at: int) -> tuple[Figure, int]:
    """The figure of the picture that stands there, and the place after it and its caption."""
    picture = parts[at].line
    end = at + 1
    below = _line(parts, end)
    number, marker, caption = 0, "", ""
    if below and _is_caption(
        below, same_paragraph=below.line.block == picture.block and not picture.floating
    ):
        caption, end = below.line.text, end + 1
        more = _line(parts, end)
        if (
            more
            and not _CREDIT.match(caption)
            and len(more.line.text) <= 80
            and _CREDIT.match(more.line.text)
        ):
            caption, end = f"{caption} {more.line.text}", end + 1
        found = _MARKER.match(caption)
        if found:
            number, marker, caption = int(found[1]), found[0].strip(), caption[found.end() :]
    return Figure(number, marker, "", caption, picture.picture), end


def _line(parts: list[Part], at: int) -> Words | None:
    words = parts[at] if at < len(parts) else None
    return words if isinstance(words, Words) and not words.line.pictured else None


def _is_caption(words: Words, *, same_paragraph: bool) -> bool:
    line = words.line
    if len(line.text) > _LONGEST or words.level or line.bullet or not re.search(r"\w", line.text):
        return False
    shown = line.style == "caption" or line.italic or line.centered or same_paragraph
    return bool(shown or _MARKER.match(line.text) or _NAMED.match(line.text) or _CREDITED.search(line.text))
