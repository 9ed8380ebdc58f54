"""Who made the interview: "Hoàng Minh Khuê (thực hiện)", "Bài, ảnh: Lý Mai Lan", a name as the last line."""

import re

from articles.vietnamese import fold, spelling_key

from .layout import is_name
from .names import given_share, is_short, starts_with_surname

_MOST_CHARACTERS = 160
_ROLE_CHARACTERS = 40
# Longest first: the alternation takes the first that fits.
_ROLES = (
    "nội dung và hình ảnh", "thực hiện và ảnh", "thực hiện, ảnh", "thực hiện - ảnh", "người thực hiện",
    "ghi theo lời kể", "lược thuật",
    "thực hiện", "bài và ảnh", "bài - ảnh", "bài, ảnh", "bài/ảnh", "ảnh và bài", "tin và ảnh",
    "tin, ảnh", "lược ghi", "ghi chép", "tổng hợp", "biên soạn", "biên dịch", "lược dịch", "nội dung",
    "tác giả", "đồ họa", "thực hiện phỏng vấn", "phỏng vấn", "trình bày", "thiết kế", "ảnh tư liệu",
    "tin, bài, ảnh", "tin, bài", "tin bài", "tin - bài", "tin và bài",
    "bài viết", "nhóm thực hiện", "nhóm tác giả", "người viết", "biên tập viên", "biên tập", "btv", "quay phim",
    "dựng phim", "kỹ thuật dựng", "kỹ thuật", "kịch bản", "tổng thuật", "cộng tác viên", "ctv",
    "clip", "nguồn", "video", "theo", "dịch", "ghi", "bài", "tin", "ảnh",
)
_SIGNS = (" & ", " + ", "&", "+")
_ROLES = (*(role.replace(" và ", sign) for sign in _SIGNS for role in _ROLES if " và " in role), *_ROLES)
_ROLE_KEYS = {spelling_key(role) for role in _ROLES}
_ROLE_COLON = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, _ROLES)) + r")\s?:", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r" ?[,;/&] ?| [-–—] | và | VÀ ")
_DESK = re.compile(r"(?:Ban|Nhóm|Tổ|Phòng) [\w -]{2,60}$")
_OWN_DESK = re.compile(
    r"(?:Ban|Tổ|Phòng|Đội|CLB|Câu lạc bộ) (?:[Tt]ruyền thông|[Bb]iên tập|[Tt]uyên (?:giáo|truyền)|[Tt]hời sự|[Bb]ạn đọc"
    r"|[Pp]hóng viên|[Bb]áo chí|[Cc]huyên đề|[Bb]út)(?: [\w -]{2,40})?"
)
# A class or a school behind a name: "Hoàng Minh Châu (lớp 11A2)", "Nhóm Bút Măng (11A2 - 11A5)".
_SCHOOL = re.compile(
    r" \((?:(?:lớp|trường|chi đoàn|học sinh|sinh viên|clb|thpt|thcs|ctv)(?!\w)[^()]{2,50}|ctv"
    r"|\d[\dA-ZĐ ,–-]{1,20}(?<=\d))\)$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-ZĐ]\.){1,4}[A-ZĐ]\.?")
_SHORT = re.compile(r"(?:[A-ZĐ]\.)+ ?[A-ZĐ][^\W\d_]{1,10}")  # "P.LINH", "H. Thu"
_NAMELESS = frozenset(map(spelling_key, ("pv", "p.v", "nhóm pv", "nhóm phóng viên", "phóng viên", "btv", "tòa soạn")))
_NOBODY = frozenset(map(fold, (
    "tư liệu", "internet", "sưu tầm", "minh họa", "nhân vật cung cấp", "nhân vật", "cộng tác viên", "gia đình cung cấp",
    "đơn vị cung cấp", "cơ sở cung cấp", "ban tổ chức", "mạng xã hội",
)))
_GROUPS = frozenset(map(spelling_key, ("nhóm", "pv", "p.v")))
_MOST_NAMELESS = 8  # words of "Nhóm PV Kinh tế"
_MAKERS = re.compile(
    r"(?:phóng viên|p\.?v\.?|nhóm phóng viên|nhóm pv|cộng tác viên|ctv|nhà báo"
    r"|(?:bài|bài viết|ghi chép|ghi|thực hiện|lược ghi|phỏng vấn|ghi nhanh|tường thuật|tin|ảnh|bài và ảnh)"
    r"(?: của| bởi)) (?=\S)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?:ghi )?theo lời (?:kể )?của ", re.IGNORECASE)
_ROLES_BEHIND = tuple(
    f"{role}{picture}" for picture in (" và chụp ảnh", " và ảnh", ", ảnh", "")
    for role in ("thực hiện", "lược ghi", "ghi", "tổng hợp", "biên soạn", "lược dịch", "phỏng vấn", "ghi chép")
)
_ROLE_GOES_ON = re.compile(r"(?:lược )?(?:ghi|thực hiện) (?:theo|qua|tại|từ|bằng) ", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"(?:Trung tâm|Văn phòng|Ban|Phòng|Đoàn|Hội|Trường|Sở|Công an|UBND|Đài|Cổng|Khoa|Thư viện|Bảo tàng) "
    r"([^.:;?!\"“”]{3,80})", re.IGNORECASE
)
_INSTITUTION_WORDS = 12
_LETTERS = re.compile(r"\(?[A-ZĐ]{2,6}\)?")  # "BVL": the paper's own
_BEHIND_NAME = re.compile(r"\s?/\s?[^/()]{2,40}$|\s?\([^()]{1,40}\)$")
_SHOWING = frozenset(("", "ảnh", "nguồn", "ảnh tư liệu", "video", "clip", "theo", "quay phim", "đồ họa"))
_SEPARATORS = " -–—;|,.•*"

Byline = tuple[tuple[str, str], ...]


def read_byline(line: str, *, bare: bool = False) -> Byline | None:
    """The (name, role) pairs of a line that is nothing but a byline; bare: names without a role will do."""
    if len(line) > _MOST_CHARACTERS:
        return None
    with_role = _role_in_brackets(line) or _roles_with_colons(line) or _source(line)
    with_role = with_role or _role_after(line) or _maker(line)
    return with_role or (_bare(line) if bare else None)


def read_signature(line: str) -> Byline | None:
    """Whoever signs with the very last line below a sentence that has ended: an office ("Trung tâm Văn hóa huyện"), a
    paper's initials, a name with anything behind it ("Lý Mai Lan/Báo Vân Lĩnh", "Lý Mai Lan (t/h)")."""
    if line[-1] in ".?!…:;,”\"" and not _INITIALS.fullmatch(line):
        return None
    words = line.split()
    named = _INSTITUTION.fullmatch(line)
    if named and named[1][0].isupper() and len(words) <= _INSTITUTION_WORDS:
        return ((line, ""),)
    if _LETTERS.fullmatch(line) or len(words) == 1 and is_name(line) and given_share(line) == 1:
        return ((line, ""),)
    behind = _BEHIND_NAME.search(line)
    found = _bare(line[:behind.start()].strip()) if behind else None
    return tuple((name, behind[0].strip(" ()/")) for name, _ in found) if found else None


def writes(line: str) -> bool:
    """Whether a line that begins with a picture's credit names a writer, too: "Ảnh: Lý Mai Lan - Bài: Vi Hà"."""
    return any(role not in _SHOWING for _, role in read_byline(line) or ())


def is_role(text: str) -> bool:
    """Whether "Ảnh", "Bài, ảnh", "Nguồn"... before a colon is a role, so that no person speaks after it."""
    return spelling_key(text) in _ROLE_KEYS


def _names(text: str) -> list[str]:
    """The names in "A, B - C", or none when any part of it is no name."""
    names = [name.strip(_SEPARATORS) for name in _BETWEEN_NAMES.split(text.strip(_SEPARATORS))]
    return names if all(is_name(name) or is_short(name) for name in names) else []


def _suppliers(text: str) -> list[str]:
    """The names in a credit that also tells pictures nobody signs: "Bảo Châu, tư liệu"."""
    names = [name.strip(_SEPARATORS) for name in _BETWEEN_NAMES.split(text)]
    return names if all(is_name(name) or fold(name) in _NOBODY for name in names) else []


def _role_in_brackets(line: str) -> Byline | None:
    line = line.rstrip(" .")
    before, bracket, role = line.rpartition("(")
    role = role.removesuffix(")").strip()
    # "ghi theo lời kể của ông A": whose words they are belongs to the role.
    told = _ROLE_GOES_ON.match(role)
    if not bracket or not line.endswith(")") or not (is_role(role) or told):
        return None
    names = _names(before) or ([before.strip(_SEPARATORS)] if _DESK.match(before) else [])
    # A name may stand in it, and an office that no role is long enough for.
    role = role.lower() if not told else role if len(role) <= _ROLE_CHARACTERS else told[0].strip()
    return tuple((name, role) for name in names) or None


def _role_after(line: str) -> Byline | None:
    """"Vũ Hà Phương thực hiện", "(Vũ Hà Phương ghi)"."""
    bare = line.strip(_SEPARATORS + "()")
    told, _, writer = bare.rpartition(", ")
    if _TOLD.match(told):  # "Theo lời kể của bà A, Lý Mai Lan ghi": one signs, the other told
        bare = writer
    made = _MAKERS.match(bare)
    bare = bare[made.end():] if made else bare
    for role in _ROLES_BEHIND:
        if bare.lower().endswith(f" {role}"):
            names = _names(bare[:-len(role)])
            if _DESK.match(bare[:-len(role)].strip()) or _is_nameless(bare[:-len(role)].strip()):
                names = names or [bare[:-len(role)].strip()]
            elif not all(is_name(name, least=2) or is_short(name) or name.isupper() for name in names):
                names = []
            if names:
                return tuple((name, role) for name in names)
    return None


def _maker(line: str) -> Byline | None:
    """"Phóng viên Lý Mai Lan", "Ghi chép của Trần Đức Hậu"."""
    bare = line.strip(_SEPARATORS + "()")
    made = _MAKERS.match(bare)
    names = _names(bare[made.end():]) if made else []
    if not names or not all(is_name(name, least=2, most=5) for name in names):
        return None
    if bare.isupper() and not all(starts_with_surname(name) or given_share(name) >= 0.5 for name in names):
        return None
    return tuple((name, made[0].strip().lower()) for name in names)


def _roles_with_colons(line: str) -> Byline | None:
    marks = list(_ROLE_COLON.finditer(line))
    # "Lý Mai Lan - Ảnh: Đỗ Nhật Linh" signs; "Bà Lý Mai Lan. Ảnh: …" is a picture's.
    before = line[:marks[0].start()].rstrip() if marks else ""
    writers = _names(before) if before[-1:] in tuple("-–—;|") else []
    writers = writers if all(is_name(name, least=2) for name in writers) else []
    if not marks or before.strip(_SEPARATORS + "(") and not writers:
        return None
    ends = [mark.start() for mark in marks[1:]] + [len(line)]
    pairs = [(name, "") for name in writers]
    for mark, end in zip(marks, ends, strict=True):
        signed = line[mark.end():end].strip(_SEPARATORS + "()")
        nameless = _DESK.match(signed) or _is_nameless(signed)
        names = _names(signed) or ([signed] if nameless else _suppliers(signed))
        if not names:
            return None
        pairs.extend((name, mark[1].lower()) for name in names)
    return tuple(pairs)


def _source(line: str) -> Byline | None:
    word, _, rest = line.strip("()").partition(" ")
    source = rest.strip(_SEPARATORS)
    place = source[:1].isupper() and len(source.split()) <= 9 and not re.search(r"[,;:?!\"“]|\.$", rest)
    return ((source, "theo"),) if fold(word) == "theo" and (is_name(source) or place) else None


def _bare(line: str) -> Byline | None:
    if _is_nameless(line.strip(_SEPARATORS + "()")) or _INITIALS.fullmatch(line):
        return ((line.strip(_SEPARATORS + "()"), ""),)
    signed = _SCHOOL.sub("", line)
    if signed.startswith("Nhóm ") and is_name(signed, least=2) or _OWN_DESK.fullmatch(signed):
        return ((signed, ""),)
    names = _names(signed) if line[-1:] not in ".!?:" else []
    return tuple((name, "") for name in names if is_name(name, least=2, most=5) or _SHORT.fullmatch(name)) or None


def _is_nameless(text: str) -> bool:
    """"PV", "Nhóm PV", "Nhóm PV Kinh tế": reporters without a name, perhaps with their desk's."""
    words = text.split()
    if len(words) > _MOST_NAMELESS or re.search(r"[:.?!,;]$", text) and len(words) > 1:
        return False
    beginnings = (at for at in range(len(words), 0, -1) if spelling_key(" ".join(words[:at])) in _NAMELESS)
    end = next(beginnings, 0)
    group = end == len(words) or spelling_key(words[0]) in _GROUPS
    return end > 0 and group and (end == len(words) or words[end][0].isupper())
