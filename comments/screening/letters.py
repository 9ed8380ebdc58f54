"""Letters that are not what they seem: unseen, turned round, stacked, borrowed."""

import re
import unicodedata

from .findings import Finding
from .reading import LOOK_ALIKE, UNSEEN

# Between two letters nobody needs one; joiners belong to emoji, soft hyphens come with what is copied.
_HIDDEN = re.compile(
    "(?<=[^\\W_])[\u200b\u200c\u200d\u2060\u2061-\u2064\u180e\ufeff\u034f\u115f\u1160\u3164\uffa0]+(?=[^\\W_])"
)
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]+")
_TAGS = re.compile("(?<!\U0001f3f4)[\U000e0000-\U000e0fff]+(?<!\U000e007f)")
_DRESSED = re.compile(
    "[\uff21-\uff3a\uff41-\uff5a\uff10-\uff19\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f189]{2,}"
)
_DRESSED_LETTER = re.compile("[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]")
_WORD = re.compile(r"[^\W\d_]{2,}")
# At least three of our letters, each with a mark that no letter of ours takes.
_STRUCK = re.compile(
    "(?:[A-Za-z\u00c0-\u1ef9][\u0304\u0305\u0307\u0308\u030a-\u0319\u031c-\u0322\u0324-\u0362][ .]?){3,}"
)


def _strange(written):
    """[(field, Reading)] of the fields that hold a character which is not what it seems; in others nothing is found."""
    return [(field, reading) for field, reading in written.readings.items() if not reading.ordinary]


def hidden(written, circumstances):
    for field, reading in _strange(written):
        for match in [*_HIDDEN.finditer(reading.text), *_TAGS.finditer(reading.text)]:
            yield Finding("hidden", "Có ký tự không nhìn thấy chen giữa chữ.", field, *match.span())


def turned(written, circumstances):
    for field, reading in _strange(written):
        for match in _TURNED.finditer(reading.text):
            yield Finding("turned", "Có ký tự đảo chiều chữ.", field, *match.span())


def stacked(written, circumstances):
    """Marks on marks, or strokes through and under letter after letter. One that does not compose may slip in."""
    for field, reading in _strange(written):
        for match in _STRUCK.finditer(reading.text):
            yield Finding("stacked", "Chữ bị gạch hoặc trang trí bằng dấu lạ.", field, *match.span())
        text, start = reading.text, None
        for place, character in enumerate(text + "x"):
            above = unicodedata.combining(character) >= 200 or unicodedata.combining(character) == 1
            if above and start is None:
                start = place
            elif not above and start is not None:
                if place - start >= 2:
                    yield Finding("stacked", "Dấu chồng lên dấu.", field, max(start - 1, 0), place)
                start = None


def borrowed(written, circumstances):
    """A word of our letters and of others that look like them; letters of special shapes. µm and α stay."""
    for field, reading in _strange(written):
        for match in _DRESSED.finditer(reading.text):
            yield Finding("borrowed", "Chữ viết bằng ký hiệu giả chữ thường.", field, *match.span())
        for match in _WORD.finditer(reading.text):
            word = match[0].lower()
            ours = any(
                letter not in LOOK_ALIKE and "LATIN" in unicodedata.name(letter, "") for letter in word
            )
            dressed = sum(bool(_DRESSED_LETTER.match(letter)) for letter in match[0])
            if ours and (dressed or any(letter in LOOK_ALIKE for letter in word)):
                yield Finding(
                    "borrowed",
                    f"“{UNSEEN.sub('', match[0])[:40]}” trộn chữ của bảng chữ khác.",
                    field,
                    *match.span(),
                )
