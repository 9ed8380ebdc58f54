"""Persons whom the introduction names, with their office: "ông Nguyễn Văn A, Giám đốc Sở Y tế, đã..."."""

import re
from collections.abc import Iterable

from articles.vietnamese import fold

from .draft import Respondent
from .labels import HONORIFIC_CHARACTERS, begins_office, read_honorific
from .layout import is_name, is_name_word
from .names import starts_with_surname

_MOST_CHARACTERS = 20_000  # of an introduction; a longer one introduces nobody further down
_MOST_OFFICE_WORDS = 40
_OFFICE_CHARACTERS = 300
_ENDS_OFFICE = frozenset(
    "đã về để cho chia trao trả xung quanh nhân khẳng vừa sẽ là dành nhằm có cùng trong với khi sau theo"
    " nói kể".split()
)
# What people do who hold no office, and places that go on with it: "nông dân thôn Nà Pài, xã Khau Lạc".
_TRADES = frozenset((
    "nong dan, nhan vien, giao vien, cong nhan, ky su, bac si, hoc sinh, sinh vien, ngu dan, tieu thuong, thanh "
    "vien, to vien, to truong, hoi vien, xa vien, nghe nhan, cuu chien, chien si, giang vien, dieu duong, luat "
    "su, ke toan, lai xe, tai xe, tho ren, tho moc, tho may, huong dan, tinh nguyen, nghien cuu, chuyen vien, dau "
    "bep, y ta, y si, ho ly, bao ve, quan ly, tac gia, nha nghien, nha khoa"
).split(", "))
_PLACES = frozenset("xã phường thôn bản xóm tổ khu tỉnh huyện".split())
_WITHIN_OFFICE = frozenset((
    "nhan dan, nhan su, nhan luc, co so, co quan, co dong, trong diem, trong trot, cung ung, cung cap, ke hoach, "
    "ke toan"
).split(", "))
_NAMED_AFTER = frozenset("đường phố trường giải quỹ quảng đại lộ cầu chợ".split())


def people_in(paragraphs: Iterable[str]) -> list[Respondent]:
    """Everybody named with an honorific and at least two words of name, in order, once each."""
    found: dict[str, Respondent] = {}
    left = _MOST_CHARACTERS
    for paragraph in paragraphs:
        if left <= 0:
            break
        _add_people(found, paragraph[:left].split())
        left -= len(paragraph)
    return list(found.values())


def only_name_in(paragraphs: Iterable[str]) -> Respondent | None:
    """The one full name of three words or more that stands there without an honorific; None where there are several."""
    found: set[str] = set()
    for paragraph in paragraphs:
        words = paragraph[:_MOST_CHARACTERS].split()
        at = 0
        while at < len(words):
            name, end = _read_name(words, at)
            full = " ".join(name)
            if len(name) > 2 and starts_with_surname(full) and words[at - 1].lower() not in _NAMED_AFTER:
                found.add(full)
            at = max(end, at + 1)
    return Respondent("", found.pop(), "") if len(found) == 1 else None


def name_endings(names: Iterable[str]) -> frozenset[str]:
    """Every way to name these people by the last words of their names, folded: "khue" for Hoàng Minh Khuê."""
    words = (fold(name).split() for name in names)
    return frozenset(" ".join(name[start:]) for name in words for start in range(len(name)))


def _add_people(found: dict[str, Respondent], words: list[str]) -> None:
    at = 0
    while at < len(words):
        titles = read_honorific(words, at)
        name, end = _read_name(words, at + titles) if titles else ([], at + 1)
        honorific, full = " ".join(words[at:at + titles]), " ".join(name)
        if is_name(full, least=2) and len(honorific) <= HONORIFIC_CHARACTERS:
            person = Respondent(honorific[0].upper() + honorific[1:], full, _office(words, end))
            known = found.get(fold(full))
            if known is None or (person.office and not known.office):
                found[fold(full)] = person
        at = max(end, at + 1)


def _read_name(words: list[str], at: int) -> tuple[list[str], int]:
    """The name that begins there and the position after it."""
    name: list[str] = []
    while at < len(words) and len(name) < 6:
        word = words[at].strip("\"“”'‘’")
        plain = word.rstrip(",.;:)?!")
        if not plain or not is_name_word(plain):
            break
        name.append(plain)
        at += 1
        if plain != word:
            break
    return name, at


def _office(words: list[str], at: int) -> str:
    """The office after a name that ends before position at; "" when none follows."""
    if words[at - 1].endswith(","):
        opened = False
    elif at < len(words) and words[at] in ("-", "–", "—"):
        at, opened = at + 1, False
    elif at < len(words) and words[at].startswith("("):
        opened = True
    else:
        return ""
    office: list[str] = []
    after_comma = True
    for position in range(at, min(len(words), at + _MOST_OFFICE_WORDS)):
        word = words[position].lstrip("(")
        plain = word.rstrip(",.;:)!?")
        begins = begins_office(plain) or _pair(words, position) in _TRADES
        begins = begins or bool(office) and plain.lower() in _PLACES and words[position + 1:position + 2] != []
        if after_comma and (not begins or _names_somebody(words, position)):
            break
        if not opened and plain.lower() in _ENDS_OFFICE and _pair(words, position) not in _WITHIN_OFFICE:
            break
        if plain.lower() == "và" and _names_somebody(words, position + 1):
            break
        office.append(word)
        ended = re.search(r"[.;:!?]$", word) and len(plain) > 2
        if ended or (opened and word.rstrip(",.").endswith(")")):
            break
        after_comma = word.endswith(",")
    text = " ".join(office).strip(" ,.;:)-–—")
    return text if len(text) <= _OFFICE_CHARACTERS else ""


def _pair(words: list[str], at: int) -> str:
    """Two words, folded, without the marks behind them."""
    return " ".join(fold(word).strip("(,.;:)") for word in words[at:at + 2])


def _names_somebody(words: list[str], at: int) -> bool:
    """Whether another person begins there: "bà Hà", "TS. Vi Hà"; but "Trưởng bản Mây" is still an office."""
    titles = read_honorific(words, at)
    least = 1 if words[at:at + 1] and words[at].islower() else 2
    name = words[at + titles:at + titles + least]
    return bool(titles) and len(name) == least and all(is_name_word(word) for word in name)
