"""Parts of the head that a manuscript names itself: "Tít: …", "Sapo: …", "Chuyên mục: …"."""

import re
from dataclasses import replace

from .evidence import HEADLINE, KICKER, SECTION, TEXT
from .layout import Line

_NAMES = {
    HEADLINE: r"(?:tít(?: chính| bài)?|tựa(?: đề| bài)?|tiêu đề(?: bài)?|đầu đề|tên bài|title|headline)",
    KICKER: r"(?:tít (?:phụ trên|trên|dẫn)|thượng đề|kicker|rubric)",
    SECTION: r"(?:chuyên mục|chuyên trang|chuyên đề|mục|trang|trang mục)",
    TEXT: r"(?:sa ?-?p[oô]|chapeau|chapô|lời dẫn|đoạn dẫn|dẫn nhập|tóm tắt|mở đầu|lead)",
}
_DECLARED = re.compile(
    r"[\W_]*(?:" + "|".join(f"(?P<{part}>{name})" for part, name in _NAMES.items()) + r")\s?[:：]\s*(?=\S)",
    re.IGNORECASE,
)

Declared = tuple[str, Line, str]


def declared(line: Line) -> Declared | None:
    """(the part, the line without its name, the name) of a line that tells what it is; None for another line."""
    found = _DECLARED.match(line.text)
    if not found:
        return None
    return found.lastgroup or TEXT, replace(line, text=line.text[found.end():].strip(" *_")), found[0].strip()
