"""What must not be torn apart between two lines: "30–50 cm", "1,2 triệu", "15.000–17.000 đồng/kg", "tháng 11".

A browser breaks a line after an en dash and at every space. What belongs together is put into one element that is not
broken (prose.css), not tied with signs nobody sees: those would go along wherever a reader copies the words.
"""

import re

from django.utils.html import format_html, format_html_join

_MORE = r"(?:[\d.,]{0,11}\d)?"  # of a number, behind its first digit
_TO = r"(?: ?[–—] ?| - )"
# As a newspaper writes measures: money, weights, lengths, areas, volumes, power, time, shares.
_UNIT = (
    r"(?:%|°C|(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?: đồng)?|đồng|USD|tấn|tạ|yến|kg|mg|g|lít|ml|km²?|cm|mm|m[²³23]?|ha|"
    r"sào|héc-ta|kWh|kW|MW|kV|độ|giờ|phút|giây|tuổi)(?:/[^\W\d]{1,5})?(?!\w))"
)
_DATE = r"(?:(?<=n)gày|(?<=t)háng|(?<=n)ăm|(?<=s)ố) \d[\d/]{0,9}(?![.,]?\d|\w)"
# Both begin with one of a few letters, so that a text is passed over quickly; what follows looks back at that letter.
_WHOLE = rf"(?<![\w.,/–—-].)(?i:(?<=\d){_MORE}(?:{_TO}\d{_MORE}(?!\d)(?: {_UNIT})?| {_UNIT})|{_DATE})"
_IN_TEXT = re.compile(rf"[\dNnTtSs]{_WHOLE}")
# A tag goes by as it is, whatever its attributes hold; the sanitiser writes them in double quotes.
_IN_HTML = re.compile(rf'[<\dNnTtSs](?:(?<=<)[^">]*(?:"[^"]*"[^">]*)*>|{_WHOLE})')


def unbroken(html: str) -> str:
    """HTML as the sanitiser writes it, each number that stands with its unit or its range in a span of its own."""
    return _IN_HTML.sub(
        lambda found: found[0] if found[0][0] == "<" else f'<span class="unbroken">{found[0]}</span>', html
    )


def unbroken_text(text: str) -> str:
    """The same for plain text: HTML where there is something to hold together, else the text as it is."""
    parts, at = [], 0
    for found in _IN_TEXT.finditer(text):
        parts += [(text[at : found.start()],), (format_html('<span class="unbroken">{}</span>', found[0]),)]
        at = found.end()
    return format_html_join("", "{}", [*parts, (text[at:],)]) if parts else text
