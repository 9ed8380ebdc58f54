"""Pictures in the text: their place, and the caption beside it.

A place is a picture of the file, "<headline again> - Ảnh 1.", "[Ảnh]", or only a caption that says it is one
("Ảnh 2: …", "Ảnh: …", "… Ảnh: Đỗ Nhật Linh").
"""

import re
from dataclasses import dataclass

from .asking import asks
from .draft import Figure
from .layout import Line, folded_words, is_name
from .names import is_short

_MOST_CHARACTERS = 300
_CAPTION_CHARACTERS = 250
_FLOATING_WORDS = 30
_MOST_REPEAT_LINES = 4
_WORDS = r"(?:ảnh|hình|ảnh số|hình số)"
_MARKER = re.compile(
    rf"(?:^|\s?[-–—]\s?)[\[(<]?\s?(?:{_WORDS} (\d{{1,3}})\s?[.:]?|(?<=[\[(<])(?:chèn )?(?:ảnh|hình))"
    r"\s?[\])>]?\.?$", re.IGNORECASE
)
_WITH_CAPTION = re.compile(
    rf"[-–—*• ]{{0,4}}[\[(]?(?:{_WORDS} (\d{{1,3}})\s?[\])]?(?:\s?[.:)\]]|\s[-–—])\s?(?=\w)"
    r"|(?:ảnh|hình ảnh|chú thích ảnh|chú thích|ảnh trên|ảnh dưới|trong ảnh|hình|ảnh tư liệu)\s?:\s?(?=\S))",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"[(\[]?\s?(?:ảnh|nguồn|nguồn ảnh|ảnh minh họa|ảnh tư liệu) ?:", re.IGNORECASE)
_CREDITED = re.compile(r"[.,;\s(\[–-]\s?(?:ảnh|nguồn ảnh|ảnh minh họa)\s?:\s?([^:]{2,60})$", re.IGNORECASE)
# A credit that names nobody: "Ảnh tư liệu", "(Ảnh do nhân vật cung cấp)", "Ảnh: NVCC", "Ảnh minh họa: Minh Anh".
_NAMELESS_CREDIT = re.compile(
    r"(?:^|[.,;!?…”\"]\s+|\s?[(\[–—]\s?|\s-\s)[(\[]?(?:Ảnh|ẢNH|Nguồn ảnh|Hình|Hình ảnh|ảnh)\s?[:-]?\s?"
    r"(?:(?i:tư liệu|minh họa|minh hoạ|internet|nvcc|ctv|sưu tầm)|(?:do )?[^.:?!]{2,60} (?:cung cấp|chụp|gửi))"
    r"(?: (?:của|từ|do|năm) [^.:?!]{2,50})?(?:\s?[:–-]\s?[^.:?!]{2,50})?[\s.)\]]*$"
)
_CREDITS = re.compile(r" ?[,;/&] ?| [-–—] | và ")
_BARE_CREDIT = re.compile(r"[(\[]?\s?ảnh\s?:\s?([^:]{2,60})$", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    start: int  # the first line of the marker, repeated headline included
    end: int  # after the caption
    figure: Figure
    repeat: tuple[str, ...]  # the lines before "- Ảnh 1." that print the headline again


def is_caption(line: Line) -> bool:
    """Whether a line by itself says that it is a picture's: "Ảnh 2: Bến đò cũ"."""
    bare = _BARE_CREDIT.match(line.text)
    return bool(_WITH_CAPTION.match(line.text)) and not (bare and _is_credit(bare[1]))


def find_figures(body: list[Line], speaking: frozenset[int], headline: str) -> list[Found]:
    """All figures in order; lines that begin a turn are neither marker nor caption."""
    words = folded_words(headline)
    marks = _marks(body, speaking, words)
    found: list[Found] = []
    # A line that is no more than a credit or a caption with one may be the caption of the mark above it.
    taken = speaking | {start for start, (at, mark, _) in marks.items() if not _may_follow(body[at], mark)}
    end = 0
    for start, (at, mark, repeat) in sorted(marks.items()):
        if start < end:
            continue
        figure, end = _figure(body, at, mark, taken, start, repeat)
        found.append(Found(start, end, figure, repeat))
    return found


_Mark = tuple[int, "re.Match | None", tuple[str, ...]]


def _marks(body: list[Line], speaking: frozenset[int], headline: list[str]) -> dict[int, _Mark]:
    """For the first line of each figure: the line that shows it, how, and the headline repeated before it."""
    marks: dict[int, _Mark] = {}
    for at, line in enumerate(body):
        if at in speaking or len(line.text) > _MOST_CHARACTERS:
            continue
        if line.pictured:
            marks[at] = (at, None, ())
        elif mark := _MARKER.search(line.text):
            start, repeat = _repeat(body, at, line.text[:mark.start()].strip(), speaking, headline)
            marks[start] = (at, mark, repeat)
        elif mark := _WITH_CAPTION.match(line.text):
            marks[at] = (at, mark, ())
        elif mark := _credited(line.text):
            marks[at] = (at, mark, ())
    return marks


def _may_follow(line: Line, mark: re.Match | None) -> bool:
    return mark is not None and (mark.re in (_CREDITED, _NAMELESS_CREDIT) or _credits(line))


def _credited(text: str) -> "re.Match | None":
    """The credit at the end of a line that is a caption for it."""
    if len(text) > _CAPTION_CHARACTERS:
        return None
    if nameless := _NAMELESS_CREDIT.search(text):
        return nameless
    named = _CREDITED.search(text)
    return named if named and _is_credit(named[1]) else None


def _is_credit(text: str) -> bool:
    names = [name.strip(" .)]") for name in _CREDITS.split(text)]
    return all(is_name(name) or is_short(name) or name.isupper() for name in names)


def _figure(
    body: list[Line], at: int, mark: re.Match | None, taken: set[int] | frozenset[int], start: int,
    repeat: tuple[str, ...],
) -> tuple[Figure, int]:
    line = body[at]
    if mark is None:
        return _picture(body, at, taken)
    if mark.re is _MARKER:
        caption, end = _caption(body, at + 1, taken)
        marker = "\n".join(line.text for line in body[start:at + 1]).strip()
        alt = "" if repeat else line.text[:mark.start()].strip(" -–—")
        return Figure(int(mark[1] or 0), marker, alt, caption), end
    bare = _BARE_CREDIT.match(line.text)
    if mark.re in (_CREDITED, _NAMELESS_CREDIT) or bare and _is_credit(bare[1]):
        return Figure(0, "", "", line.text), at + 1
    caption, end = line.text[mark.end():], at + 1
    if end < len(body) and end not in taken and _credits(body[end]):
        caption, end = f"{caption} {body[end].text}", end + 1
    caption = _unbracketed(mark[0], caption)
    return Figure(int(mark[1] or 0), mark[0].strip(), "", caption), end


def _unbracketed(marker: str, caption: str) -> str:
    """The caption without the bracket that closes the one in which marker and caption stand: "[Ảnh 1: Bến đò cũ]"."""
    bare = caption.rstrip(" .")
    for opening, closing in ("[]", "()"):
        opened = marker.count(opening) > marker.count(closing) and caption.count(closing) > caption.count(opening)
        if opened and bare.endswith(closing):
            return bare.removesuffix(closing).rstrip()
    return caption


def _picture(body: list[Line], at: int, taken: set[int] | frozenset[int]) -> tuple[Figure, int]:
    """A picture of the file, with the caption in the next line, numbered or not."""
    following = body[at + 1] if at + 1 < len(body) else None
    if following is not None and not following.pictured:
        mark = _MARKER.search(following.text) or _WITH_CAPTION.match(following.text)
        bare = _BARE_CREDIT.match(following.text)
        if mark and not (bare and _is_credit(bare[1])):
            if mark.re is _MARKER and following.text[:mark.start()].strip():
                mark = None
            else:
                figure, end = _figure(body, at + 1, mark, taken - {at + 1}, at + 1, ())
                return Figure(figure.number, figure.marker, figure.alt, figure.caption, body[at].picture), end
        looks = following.style == "caption" or following.italic or following.centered
        if not body[at].floating or looks or _credited(following.text):
            caption, end = _caption(body, at + 1, taken)
            return Figure(0, "", "", caption, body[at].picture), end
    return Figure(0, "", "", "", body[at].picture), at + 1


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


def _credits(line: Line) -> bool:
    return len(line.text) <= 80 and bool(_CREDIT.match(line.text))


def _caption(body: list[Line], at: int, taken: set[int] | frozenset[int]) -> tuple[str, int]:
    """The caption in the line at that position, with a credit line after it, and the position after both."""
    if at >= len(body) or at in taken or body[at].pictured or len(body[at].text) > _CAPTION_CHARACTERS:
        return "", at
    line = body[at]
    if asks(line.text) == 2 or (line.bold and asks(line.text)):
        return "", at
    if at + 1 < len(body) and at + 1 not in taken and _credits(body[at + 1]):
        return f"{line.text} {body[at + 1].text}", at + 2
    return line.text, at + 1
