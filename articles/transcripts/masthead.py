"""What a line above the text says by itself: a time, a section, the name, issue and date of the paper."""

import re
from dataclasses import replace
from datetime import datetime

from articles.vietnamese import fold

from .layout import Line, is_name
from .names import given_share, starts_with_surname

# Usual names of sections, folded: evidence where no time line shows that the head ends here.
_SECTIONS = frozenset((
    "thoi su", "chinh tri", "chinh tri - xa hoi", "xa hoi", "kinh te", "kinh te - xa hoi", "van hoa",
    "giao duc", "van hoa - xa hoi", "van hoa - the thao", "y te", "suc khoe", "the thao", "nong thon",
    "nong nghiep", "phap luat", "quoc phong - an ninh", "du lich", "khoa hoc", "cong nghe", "doi song",
    "ban doc", "moi truong", "phong van", "doi thoai", "doanh nghiep", "thi truong", "xay dung dang",
    "giai tri", "quoc te", "the gioi", "tin tuc", "goc nhin", "binh luan", "thoi su - chinh tri",
    "nong nghiep - nong thon", "giao duc - dao tao", "khoa hoc - cong nghe", "van hoa - du lich",
    "suc khoe - doi song", "y te - suc khoe", "an ninh - quoc phong", "do thi", "phong su", "van hoa - giai tri",
    "giao thong", "lao dong - viec lam", "khoa hoc - giao duc", "tai nguyen - moi truong", "kinh te - thi truong",
    "tai chinh", "tai chinh - ngan hang", "an ninh", "an ninh trat tu", "cong thuong", "quan su",
    "tin noi bat", "tin nong", "hoi nhap", "chuyen doi so",
    "cai cach hanh chinh", "xay dung nong thon moi", "nong thon moi", "giam ngheo ben vung", "an toan giao thong",
    "van hoc - nghe thuat", "van nghe", "tuoi tre", "thanh nien", "phu nu", "gia dinh", "dan so", "bien dao",
    "phap luat - doi song", "ban doc - phap luat", "thi dua - khen thuong", "hoc tap va lam theo bac",
    "quoc phong", "dan toc - ton giao", "bao hiem xa hoi", "nang luong", "khuyen nong",
))
# How the rubric above a headline begins or ends: "Trò chuyện cuối tuần", "Nhịp cầu nhà nông".
_RUBRIC_WORDS = 8
_RUBRIC = re.compile(
    r"(?:loat bai|tuyen bai|doi thoai|tro chuyen|gap go|gap mat|cau chuyen|chuyen(?: \w+){1,3}$"
    r"|chuyen (?:lang|nghe|doi|hom)"
    r"|nhip cau|phong van|goc nhin|toa dam|ban tron|chan dung|hoi (?:-|va|&) dap|hoi dap|dien dan|nhan vat|giao luu"
    r"|guong (?:mat|sang|nguoi)|tieu diem|van de|chuyen de|chuyen muc|ban doc|khach moi|ca phe|cafe|tu van|doi song"
    r"|cung ban doc|lang kinh|ong kinh|theo dong|su kien|nguoi tot|muon mat|nghe va nghiep|doi va nghe)(?![a-z]).*"
    r"|.*(?<![a-z])(?:cuoi tuan|hom nay|tuan nay|dau tuan|trong tuan|dau xuan|moi ngay"
    r"|(?:va|-|&) (?:doi thoai|su kien|cuoc song|doi song|binh luan))"
)
_FESTIVAL = re.compile(
    r"(?:nhan (?:ngay|dip|ky)|ky niem|chao mung|huong toi|tien toi|mung|huong ung"
    r"|hoi nghi (?:tong|so) ket|dai hoi dang) "
)
_OCCASION = re.compile(
    r"(?:nhan (?:ngay|dip|ky)|ky niem|chao mung|huong toi|tien toi|don|truoc them|truoc|sau|xung quanh|ve|tu"
    r"|xa|phuong|tinh|huyen|thi xa|thanh pho|thon|ban|dai hoi|ngay hoi|tuan le|chuyen|chinh sach) "
)

_DATE = re.compile(r"(?<!\d)(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
_DATE_IN_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,| nam)? ?(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{2})(?![\d/.-])")
_MONTHS = ("gieng", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "chap")
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)} | {"mot": 1, "muoi hai": 12}
_MONTH = re.compile(r"thang (gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi(?: mot| hai)?|chap)(?= (?:nam )?\d{4})")
_AGO = re.compile(r"(?:khoang |cach day )?\d{1,3} (?:giay|phut|gio|ngay|tuan|thang) truoc|hom (?:nay|qua)|vua xong")
_BREADCRUMB = re.compile(
    r"(?:trang (?:chu|nhat)|home)(?:\s?[>»›/|]\s?.{2,60})+"
    r"|[^>»›]{2,30}(?:\s?[»›]\s?[^>»›]{2,30})+|[^>»›]{2,30}(?: > [^>»›]{2,30})+"
)
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})(?: ?: ?| ?h ?| gio )(\d{2})(?::\d{2})?(?!\d)(?: ?(am|pm|sa|ch)(?![a-z]))?"
)
_AROUND = re.compile(
    r"(?<![a-z])(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn|(?:gmt|utc) ?\+ ?0?7(?:[:.]00)?"
    r"|gio viet nam|(?:cap nhat|dang|xuat ban|phat hanh)(?: luc| ngay)?|ngay (?:dang|xuat ban)|ngay|luc|phut"
    r"|(?:published|posted|updated|date)(?: on| at)?|luot (?:xem|doc)\s?:?\s?[\d.,]+|[\d.,]+ luot (?:xem|doc))"
    r"(?![a-z0-9])"
)
_INITIALS = re.compile(r"^\W*[A-ZĐ]{2,10}(?:\W*[-–—|]|\))\s*(?=\D{0,30}\d)")  # "(BVL) - 12/03/2026": the paper's
_ISSUE = re.compile(
    r"(?<![a-z])(?:(?:so(?: bao)?|ky|tap|quyen|nam thu|trang|no\.?|vol\.?)\s?[:.]?\s?\d{1,5}(?:\s?[/+-]\s?\d{1,4})*"
    r"|so (?:tet|xuan|dac biet|cuoi thang|tan nien)(?: [a-z]+ [a-z]+)?(?: \d{4})?"
    r"|(?:so |ky )?(?:ra |phat hanh )?(?:ky \d )?thang \d{1,2}(?:\s?[/.,-]\s?| nam | )\d{4}"
    r"|(?:so |bao )?(?:ra|phat hanh) ngay|phat (?:song |thanh |lai )?(?:luc|vao)"
    r"|(?:tan so |song )?fm ?\d{2,3}(?:[.,]\d{1,2})?(?: ?mhz)?)"
    r"(?![a-z])"
)
_RANGE = re.compile(
    r"(?:tu (?:ngay )?)?\d{1,2}(?:[/.-]\d{1,2}){0,2} ?(?:den|-|–) ?(?:ngay )?(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
)
_PAPER = re.compile(
    r"(?:(?:bao|tap chi|chuyen san|noi san|ban tin|tap san|dac san|phu truong|nguyet san|tuan bao"
    r"|chuyen trang|phu san|an pham"
    r"|dai (?:pt|phat thanh)|cong (?:thong tin|ttdt)|trang (?:thong )?tin)(?![a-z]).{2,70}"
    r"|.{2,40} (?:online|dien tu)|(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+){1,3}"
    r"|(?:co quan|tieng noi|dien dan) (?:ngon luan )?cua .{4,90})"
)
_PROGRAMME = re.compile(r"(?:chuong trinh|chuyen muc|tiet muc) .{2,60}")  # on the air; with its hour it is no headline
_BETWEEN = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|,\s+|\s*[()]\s*")
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
_PLACE_WORDS = 5
_LONGEST, _LONGEST_MOTTO = 100, 160  # characters
_NAME_WORDS = 14  # of a paper with the office it belongs to
_NO_PAPER = frozenset("động cáo hiếu ứng án tin mộng chí".split())  # "Báo động lũ sớm"; but "Báo Đồng Xoan"
_TELLS = frozenset("là có đã sẽ đang đến ra vào tròn được bị lên mất giúp đưa vì sao gì nào không".split())


def read_time(line: str) -> datetime | None | bool:
    """The time, when a line says nothing else; None when there is no such time; False for another line."""
    if len(line) > 100:
        return False
    folded = _with_plain_date(fold(_INITIALS.sub("", line)))
    date = _DATE.search(folded) or _DATE_IN_WORDS.search(folded)
    if not date:
        return False
    rest = folded[:date.start()] + " | " + folded[date.end():]
    clock = _CLOCK.search(rest)
    if clock:
        rest = rest[:clock.start()] + " | " + rest[clock.end():]
    if re.search(r"\w", _AROUND.sub(" ", rest)):
        return False
    day, month, year = (int(part) for part in date.groups() if part.isdigit())
    hour, minute = (int(clock[1]), int(clock[2])) if clock else (0, 0)
    half = clock[3] if clock else None
    if half in ("pm", "ch") and hour < 12:
        hour += 12
    elif half in ("am", "sa") and hour == 12:
        hour = 0
    try:
        return datetime(year, month, day, hour, minute)
    except ValueError:
        return None


def looks_like_time(text: str) -> bool:
    """Whether a line says nothing but when: with a date, or "17 giờ trước"."""
    return read_time(text) is not False or bool(_AGO.fullmatch(fold(text).strip(" .|-")))


def is_breadcrumb(text: str) -> bool:
    """Whether a line is the way from the front page to this one: "Trang chủ > Kinh tế"."""
    return bool(_BREADCRUMB.fullmatch(fold(text)))


def _with_plain_date(folded: str) -> str:
    """The text with the year last and in four digits, and the month in digits."""
    folded = _YEAR_FIRST.sub(r"\3/\2/\1", folded)
    folded = _SHORT_YEAR.sub(r"\1\2\3\g<2>20\4", folded)
    return _MONTH.sub(lambda found: f"thang {_MONTH_NUMBERS[found[1]]}", folded)


def date_of(text: str) -> datetime | None:
    """The date, and hour where one is printed, in a line that may hold more than the time."""
    folded = fold(text)
    found = _DATE.search(folded) or _DATE_IN_WORDS.search(folded)
    clock = _CLOCK.search(folded, found.end()) if found else None
    time = read_time(f"{found[0]} {clock[0] if clock else ''}") if found else None
    return time or None


def names_a_section(line: Line) -> bool:
    name = re.sub(r" ?[-–—&,] ?| va ", " - ", fold(line.text[:41]))
    return len(line.text) <= 40 and name in _SECTIONS


def names_a_rubric(text: str) -> bool:
    """Whether a short line is one that returns every week above another headline: "Đối thoại cuối tuần"."""
    return len(text.split()) <= _RUBRIC_WORDS and bool(_RUBRIC.fullmatch(fold(text))) and text[-1] not in ".?!:,"


def names_an_occasion(text: str) -> bool:
    """Whether a line says on which occasion, or of which place: "Nhân Ngày Nhà giáo Việt Nam:", "Xã Khau Lạc"."""
    return bool(_OCCASION.match(fold(text))) or names_a_rubric(text.rstrip(" :"))


def names_a_festival(text: str) -> bool:
    """Whether a line says of which day or year this is the day: no headline says that alone."""
    return bool(_FESTIVAL.match(fold(text)))


def is_masthead(text: str) -> bool:
    """Whether a line holds the paper's name, an issue, a place and a date, and nothing else."""
    folded = fold(text)
    if len(text) <= _LONGEST_MOTTO and all(_PAPER.fullmatch(part) for part in _PARTS.split(folded)) and (
        re.search(r"(?:co quan|tieng noi) (?:ngon luan )?cua ", folded) and text[-1] not in "?!:"
    ):
        return True
    if len(text) > _LONGEST:
        return False
    folded = _RANGE.sub(" ", folded)
    rest = _DATE_IN_WORDS.sub(" | ", _DATE.sub(" | ", folded))
    dated = rest != folded
    rest = _ISSUE.sub(" | ", rest)
    issued = dated or _ISSUE.search(folded) is not None
    if issued:
        rest = _AROUND.sub(" | ", _CLOCK.sub(" | ", rest))
    names = [name for name in (part.strip(" .,-–—:") for part in _BETWEEN.split(rest)) if re.search(r"[a-z]", name)]
    if not names:
        return issued
    if any(name.startswith("bao ") for name in names) and "báo" not in text.lower():
        return False  # "Bảo hiểm số 7"
    if all(_PAPER.fullmatch(name) or issued and _PROGRAMME.fullmatch(name) for name in names):
        return issued or _names_a_paper(text)
    place = re.split(r"[,–—|-]", text)[0].strip()
    return dated and len(names) == 1 and is_name(place, most=_PLACE_WORDS) and fold(place) == names[0]


def _names_a_paper(text: str) -> bool:
    """Whether a line without issue or date is a paper's name and no headline ("Báo động lũ sớm")."""
    words = fold(text).split()
    if words[0] in ("co", "tieng") or len(words) == 1:
        return True
    printed = text.lower().split()
    other = words[0] == "bao" and (printed[0] != "báo" or printed[1] in _NO_PAPER)
    return is_name(text, most=_PLACE_WORDS + 2) and not other


def may_name_a_paper(text: str) -> bool:
    """Whether a line may be the name of a paper ("Tạp chí Rừng và Nghề rừng"), where a headline stands below it."""
    folded = fold(text)
    words = folded.split()
    named = _PAPER.fullmatch(folded) and words[0] not in ("co", "tieng", "dien") and len(words) <= _NAME_WORDS
    printed = text.lower().split()
    other = words[0] == "bao" and (printed[0] != "báo" or printed[1] in _NO_PAPER or not text.split()[1][0].isupper()
                                   and printed[1] != "và")
    return bool(named) and not other and text[-1].isalnum() and ":" not in text and not _TELLS & set(printed)


def parted(line: Line, *, first: bool) -> list[tuple[Line, bool]]:
    """A line that holds a time and, before or behind it, a section or a writer, as two lines: "Kinh tế | 12/3/2026";
    each with whether it is the writer.

    So too the paper's name and a section, where first: "Báo Vân Lĩnh - Giáo dục"."""
    between = _PARTS.search(line.text)
    if between and first:
        paper, section = (replace(line, text=text) for text in (line.text[:between.start()], line.text[between.end():]))
        if section.text and names_a_section(section) and is_masthead(paper.text):
            return [(paper, False), (section, False)]
    if read_time(line.text) is not False or len(line.text) > 100:
        return [(line, False)]
    for mark in re.finditer(r"\s*[|•·]\s*|\s+[-–—]\s+|,\s+", line.text):
        before, after = line.text[:mark.start()].strip(), line.text[mark.end():].strip()
        for name, time in ((before, after), (after, before)):
            if not name or not time or read_time(time) in (False, None):
                continue
            called = replace(line, text=name)
            if names_a_section(called):
                return [(called, False), (replace(line, text=time), False)]
            named = starts_with_surname(name) or is_name(name, least=2, most=4) and given_share(name) == 1
            if not first and named and "," not in mark[0]:
                return [(replace(line, text=time), False), (called, True)]
    return [(line, False)]
