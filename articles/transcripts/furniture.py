"""What a page or an e-mail prints around an interview: buttons, tags, reading times, links, headers of a message.

None of it is part of the interview; it is set aside, so that nothing is lost and nobody is said to have spoken it.
"""

import re

from articles.vietnamese import fold

from .asking import asks
from .byline import read_byline
from .draft import QUESTION
from .labels import SURE, read_label
from .layout import Line, is_stop
from .lists import list_item

_MOST_CHARACTERS = 160
_LAST_LINES = 8  # among which byline and source stand
_NETWORKS = r"(?:facebook|zalo|twitter|x|messenger|email|linkedin|telegram|fb|google news)"
_SHARED = rf"(?:bai viet|bai|tin|ngay|len|qua|cho ban be|{_NETWORKS}|\d+)"
_BUTTONS = re.compile(
    rf"(?:chia se(?:[\s:,|/·•-]+{_SHARED})*|{_NETWORKS}(?:[\s,|/·•-]+{_NETWORKS})*"
    r"|luu(?: (?:bai viet|bai|tin|lai))|in (?:bai viet|bai|trang)(?: nay)?|gui (?:email|mail|bai viet|cho ban be)"
    r"|(?:sao chep|chep|copy) (?:lien ket|link)|(?:thich|like|quan tam) ?\d*|nghe (?:doc )?(?:bai|bao|tin)(?: viet)?"
    r"|(?:xem )?ban (?:in|pdf)|doc bao (?:in|giay)|nghe audio"
    r"|co chu|a ?\+(?: ?a ?-)?|a ?-(?: ?a ?\+)?|quang cao|advertisement"
    r"|theo doi (?:chung toi|bao .{2,40}|.{2,40} tren .{2,30})|danh gia bai viet"
    r"|(?:ve )?trang chu|(?:tro lai|quay lai|len) (?:chuyen muc|dau trang|trang chu|trang truoc)|dau trang"
    r"|\d+ (?:binh luan|luot xem|luot doc|luot thich|views?)|(?:luot xem|luot doc|da xem)\s?:? ?[\d.,]+"
    r"|(?:thoi gian doc|doc trong|doc|uoc tinh doc)\s?:?\s?(?:khoang )?\d+ ?(?:phut|')(?: doc)?|\d+ phut doc"
    r"|(?:hay la|tro thanh) nguoi dau tien binh luan|dang nhap de binh luan|het|\W*end\W*)[\s.!:>»…]*"
)
# What stands behind these words is a link, a tag or a notice, never somebody's words.
_NOTICES = re.compile(
    r"[\s>»*•–-]*(?:(?:tu khoa|tags?|keywords?|hashtags?|(?:xem|doc) them|doc tiep|moi doc"
    r"|(?:tin |bai (?:viet )?)?lien quan)\s?:.*|(?:xem|doc) them bai .*|trang chu\s?[>»/|›].*"
    r"|(?:moi (?:thac mac|y kien|thong tin|gop y)|(?:quy |moi )?(?:ban doc|doc gia)) .*(?:gui ve|gui den|lien he).*"
    r"|(?:©|\(c\)|copyright|ban quyen thuoc).*|moi su sao chep .*|#\w+(?:[\s,]+#\w+)*)"
)
_LINK = re.compile(r"[^:.]{2,30}:\s?(?:https?://|www\.)\S+")  # "Link nội dung: …"
_PLAYER = re.compile(r"\W*\d{1,2}:\d{2}(?:\s?/\s?\d{1,2}:\d{2})?\W*|(?:e-?mail\s?:\s?)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Where a text in several parts says so; in brackets, since somebody may well say "Còn nữa."
_SERIAL = re.compile(
    r"\W*[(\[](?:con (?:nua|tiep)|(?:xem )?tiep (?:theo )?(?:ky truoc|so truoc|(?:o )?trang \d+)"
    r"|(?:xem )?tiep theo va het|(?:ky|so) (?:sau|toi) .{2,40}"
    r"|(?:doc|xem) (?:tiep )?(?:ky|so|trang) .{1,20}|het)[)\]]\W*"
)
_RULE = re.compile(r"(?:[-*_=~#–—•★☆◆]\s?){2,}")  # a line drawn with signs
_LISTS = frozenset((
    "tin lien quan", "bai lien quan", "bai viet lien quan", "tin cung chuyen muc", "cung chuyen muc", "doc nhieu",
    "tin moi", "co the ban quan tam", "xem them", "doc them", "tin doc nhieu", "bai moi", "tin khac", "cac tin khac",
))
_CONTENTS = frozenset(("muc luc", "noi dung chinh", "noi dung bai viet", "trong bai nay", "tom tat noi dung"))
_MESSAGE = re.compile(
    r"(?:tu|den|from|to|cc|bcc|subject|date|sent|ngay|ngay gui|chu de|tieu de thu|gui|kinh gui|nguoi gui|nguoi nhan"
    r"|dinh kem|tep dinh kem|attachments?)\s?:"
)
_SOURCE = re.compile(r"\(?nguon\s?:")


def clear(found: list[Line], first_turn: int) -> tuple[list[Line], list[Line]]:
    """(the lines of the interview, what stands around them); first_turn: position of the first that surely asks.

    From a list of other stories on that nobody speaks below, everything stands around it.
    """
    kept: list[Line] = []
    aside: list[Line] = []
    skip = _message(found)
    signed = any(read_byline(line.text) and not names_source(line.text) for line in found[-_LAST_LINES:])
    stop = _list_at_the_end(found)
    under: Line | None = None  # the heading whose list is being set aside
    for at, line in enumerate(found):
        if line.pictured:
            kept.append(line)
            continue
        under = _still_under(under, line)
        key = fold(line.text).strip(" :.")
        if at < skip or at >= stop or is_furniture(line.text) or under is not None or (
            signed and at >= len(found) - _LAST_LINES and names_source(line.text)
        ):
            aside.append(line)
        elif at < first_turn and key in _CONTENTS and at + 1 < len(found) and list_item(found[at + 1]):
            aside.append(line)
            under = line
        else:
            kept.append(line)
    if not any(not line.pictured for line in kept):
        return found, []
    return kept, aside


def is_furniture(text: str) -> bool:
    if len(text) > _MOST_CHARACTERS:
        return False
    if _RULE.fullmatch(text) or _PLAYER.fullmatch(text.lower()) or _LINK.fullmatch(text):
        return True
    key = fold(text).strip()
    if _SERIAL.fullmatch(key):
        return True
    return bool(_BUTTONS.fullmatch(re.sub(r"^[^a-z0-9]+|[\])|·• ]+$", "", key)) or _NOTICES.fullmatch(key))


def names_source(text: str) -> bool:
    """Whether a line below a byline says where the text was printed: "Nguồn: Báo Vân Lĩnh"."""
    return bool(_SOURCE.match(fold(text)))


def _still_under(heading: Line | None, line: Line) -> Line | None:
    return heading if heading is not None and list_item(line) else None


def _message(found: list[Line]) -> int:
    """How many lines at the top are the head of an e-mail."""
    at = 0
    while at < len(found) and _MESSAGE.match(fold(found[at].text)):
        at += 1
    return at if at > 1 else 0


def _list_at_the_end(found: list[Line]) -> int:
    for at in range(3, len(found)):
        if is_stop(found[at]):
            break
        if fold(found[at].text).strip(" :.>»") in _LISTS and not any(_speaks(line) for line in found[at + 1:]):
            return at
    return len(found)


def _speaks(line: Line) -> bool:
    label = read_label(line.text)
    return asks(line.text) == 2 or label is not None and label.strength == SURE and label.kind == QUESTION
