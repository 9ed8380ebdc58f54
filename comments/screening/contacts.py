"""Where a comment wants its readers to go: telephone numbers and links, disguised or not."""

import re

from .findings import Finding

_PHONE = re.compile(r"(?<![\w.,])(?:\+?\(?84\)?|[0o])(?:[ .\-_()]{0,3}[0-9oil]){8,10}(?![0-9])(?![.,][0-9])")
_HOTLINE = re.compile(r"(?<![\w.,])(?:1900|1800)(?:[ .\-]{0,2}[0-9]){4,6}(?![0-9])")
_DATE = re.compile(r"\b[0-9]{1,2}[.\-][0-9]{1,2}[.\-](?:19|20)[0-9]{2}\b")
_DIGITS = "khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin"
_SPOKEN = re.compile(
    rf"(?<![^\W_])(?:khong|0[0-9]{{0,8}})(?:[ ,.\-]{{1,3}}(?:{_DIGITS}|[0-9]{{1,4}})){{3,10}}(?![^\W_])"
)
_AREAS = re.compile(r"(?:84|0)(?:[35789][0-9]{8}|2[0-9]{8,9})$")

_ENDS = "com|net|org|info|biz|top|xyz|club|vip|win|bet|shop|online|site|store|asia|link|click|fun|live|pro|app|vn|tk|ru"
_DOT = r"(?:\.| ?[\[({] ?(?:\.|dot|chấm|cham) ?[\])}] ?| (?:dot|chấm|cham) )"
_LINK = re.compile(
    rf"https?://\S+|www\.\S+|\b[a-z0-9][a-z0-9\-]*(?:\.[a-z0-9\-]+)*{_DOT}(?:{_ENDS})(?:\.vn)?\b(?:/\S*)?"
    r"|\b(?:bit\.ly|t\.me|m\.me|zalo\.me|goo\.gl|wa\.me|s\.id|cutt\.ly)\b/?\S*"
)


def phones(written, circumstances):
    for field, reading in written.readings.items():
        found = [match for match in _PHONE.finditer(reading.plain) if is_phone(match[0])]
        for match in [
            *found,
            *_HOTLINE.finditer(reading.plain),
            *filter(_is_spoken, _SPOKEN.finditer(reading.plain)),
        ]:
            yield Finding("phone", "Có số điện thoại.", field, *reading.place(*match.span()))


def _is_spoken(match):
    """Whether digits and the words of digits make one telephone number, at least four of them words."""
    words = re.findall(r"[^\W_]+", match[0])
    spoken = sum(not word.isdigit() for word in words)
    return spoken >= 4 and spoken + sum(len(word) for word in words if word.isdigit()) in (9, 10, 11)


def is_phone(found):
    """Whether what looks like a number is one of this country's telephones: a date or a sum of money is not."""
    if sum(character.isdigit() for character in found) < 6:
        return False
    digits = re.sub(r"\D", "", found.translate(str.maketrans("oil", "011")))
    return bool(_AREAS.match(digits)) and not _DATE.search(found)


def links(written, circumstances):
    for field, reading in written.readings.items():
        for match in _LINK.finditer(reading.marked):
            start, end = reading.place(*match.span())
            if not _is_sentence(reading.text[start:end]) and not _own(match[0], circumstances.host):
                yield Finding("link", "Có đường dẫn.", field, start, end)


def _is_sentence(found):
    """A full stop without its space ("lắm.Vn mình"): what follows it begins with a capital, what precedes does not."""
    before, dot, after = found.rpartition(".")
    return (
        bool(dot)
        and "/" not in found
        and after[:1].isupper()
        and not after.isupper()
        and not before.istitle()
    )


def _own(address, host):
    return bool(host) and re.sub(r"^https?://|^www\.", "", address).split("/")[0] == host


def leads_somewhere(reading):
    """Whether a Reading holds a telephone number or a link."""
    return any(is_phone(match[0]) for match in _PHONE.finditer(reading.plain)) or bool(
        _LINK.search(reading.marked)
    )
