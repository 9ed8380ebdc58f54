"""What the beginning of a line says by itself about its speaker: "PV:", "Bà Nguyễn Thị A, Giám đốc Sở B:"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.vietnamese import fold, spelling_key

from .byline import is_role
from .draft import ANSWER, QUESTION
from .layout import SIGNS, is_name, is_name_word
from .names import is_short, split_office, starts_with_surname

# How much a label proves without its neighbours.
SURE, LIKELY, POSSIBLE = 3, 2, 1

MOST_CHARACTERS = 120
BEFORE = f" -–—_{SIGNS}"  # signs before a label that are no part of it
HONORIFIC_CHARACTERS = 40
_MOST_WORDS = 8


def _keys(words: str) -> frozenset[str]:
    return frozenset(spelling_key(" ".join(word.split())) for word in words.split(","))


_ASKS = _keys(
    "pv, p v, phóng viên, phóng viên pv, pv hỏi, phóng viên hỏi, hỏi, câu hỏi, người hỏi, người phỏng vấn, nhóm pv,"
    "nhóm phóng viên, phóng viên báo, pv báo"
)
COUNTED = re.compile(r"\(?\d{1,2}\s?[.)/]\s?(?=[^\W\d_])")  # "1. Hỏi: …"
_IN_BRACKETS = re.compile(r" \([^()]*\)$")
_NUMBERED = re.compile(r"(?:câu hỏi|câu|hỏi) (?:số )?\d{1,3}")
_MAY_ASK = _keys(
    "mc, btv, biên tập viên, người dẫn chương trình, dẫn chương trình, tòa soạn, bạn đọc, độc giả, thính giả,"
    "khán giả, h, q, nhà báo"
)
_ANSWERS = _keys("đáp, trả lời, người trả lời, khách mời, tl, đ")
# Followed by a name with a capital letter: "Báo Vân Lĩnh", "Bạn đọc Trần Thị Bưởi (phường Tân Lộc)".
_ASKING_BEGINNINGS = _keys(
    "pv, p.v, phóng viên, nhóm pv, nhóm phóng viên, báo, tạp chí, đài, bạn đọc, độc giả, thính giả, khán giả,"
    "tòa soạn, mc, btv, biên tập viên, dẫn chương trình, người dẫn chương trình"
)
_LONGEST_ASKING = 4  # words of such a beginning
_READERS = _keys("bạn đọc, độc giả, thính giả, khán giả")
_UNNAMED = _keys("bạn đọc giấu tên, độc giả giấu tên, một bạn đọc, một độc giả, bạn đọc hỏi, độc giả hỏi")
# "Một bạn đọc ở xã Phú Vân", "Bạn đọc tại phường Tân Lộc".
_READER_OF = re.compile(
    r"(?:một |các |nhiều )?(?:bạn đọc|độc giả|thính giả|khán giả)(?: (?:nữ|nam|trẻ))? (?:ở|tại|từ|giấu tên)(?!\w)"
    r"(?!.*[,;!?\"“”…])", re.IGNORECASE,
)
_SENTENCE_WORDS = _keys("đã, đang, sẽ, vừa, có, với, trao, về, cho, tại, là, được, hỏi, của, ở, số")

_HONORIFICS = _keys(
    "ông, bà, anh, chị, em, bạn, cô, chú, bác, thầy, cụ, cháu, đồng chí, đ/c, già làng, trưởng thôn,"
    "trưởng bản, nghệ nhân, nghệ nhân ưu tú, nghệ nhân nhân dân, nghệ sĩ, nghệ sĩ ưu tú,"
    "nghệ sĩ nhân dân, thầy giáo, cô giáo, nhà giáo, nhà giáo ưu tú, nhà giáo nhân dân, bác sĩ,"
    "bác sĩ chuyên khoa i, bác sĩ chuyên khoa ii, y sĩ, dược sĩ, điều dưỡng, tiến sĩ, thạc sĩ, giáo sư,"
    "phó giáo sư, viện sĩ, kỹ sư, kiến trúc sư, luật sư, chuyên gia, nhà báo, nhà văn, nhà thơ,"
    "nhạc sĩ, họa sĩ, ca sĩ, đạo diễn, nhà nghiên cứu, nhà thiết kế,"
    "nhà sưu tầm, nhà khoa học, doanh nhân, huấn luyện viên, vận động viên,"
    "cầu thủ, sinh viên, học sinh, nông dân, thiếu tướng, trung tướng, thượng tướng, đại tướng, đại tá,"
    "thượng tá, trung tá, thiếu tá, đại úy, thượng úy, trung úy, thiếu úy, hòa thượng, thượng tọa,"
    "đại đức, linh mục, mục sư"
)
_TITLES = frozenset(
    "gs pgs ts tskh ths bs bscki bsckii cki ckii ck1 ck2 ks kts ls ds nsnd nsưt nnưt nnnd ngnd ngưt ttnd ttưt"
    " hlv vđv".split()
)
_HONORIFIC_BEGINNINGS = frozenset(honorific.split()[0] for honorific in _HONORIFICS)
_LONGEST_HONORIFIC = 5  # words
_PLACES = _keys("xã, phường, thôn, bản, xóm, tổ, khu, tỉnh, thành, hộ, thị, tiểu")
_LONGEST_TRADE = 8  # words of what a label calls a person who holds no office: "công nhân", "sinh viên năm ba"
_NO_TRADE = _SENTENCE_WORDS | _keys("cũng, còn, thì, nên, nhưng, mà, để, khi, sau, trước, cùng, không, chưa, rồi, theo")
_SPEAKS_TO = _keys("xin, mời, thưa, kính, chào, nhờ, hỏi, vâng, dạ")  # "Xin hỏi nghệ nhân Đàm Thị A: …" asks her
_PRESS = _keys("nhà báo")
_SHORT = re.compile(r"(?<=\w) \([A-ZĐ]{1,2}\)$")  # "Hỏi (H)", "Đáp (Đ)": how the label is printed from here on
_OFFICE_BEGINNINGS = frozenset("nguyên phó trưởng giám chủ bí cán chuyên đại hiệu viện thành kiêm".split())
# "Ông Nguyễn Văn A trả lời:", "Chị B (xã C) hỏi:" - the verb belongs to the label, not to a sentence.
_ANSWERING = re.compile(r"(?:,? (?:trả lời|đáp|phát biểu|trao đổi)| \((?:trả lời|đáp|cười)\))$", re.IGNORECASE)
_ASKING = re.compile(r"(?:,? (?:hỏi|đặt câu hỏi)| \(hỏi\))$", re.IGNORECASE)
_SAYING = re.compile(
    r"(?:cho biết|cho rằng|nói|chia sẻ|khẳng định|nhấn mạnh|bày tỏ|tâm sự|đề nghị|kể|dạy|viết"
    r"|như sau|là|gồm)$"
)
# "Ông A, Trưởng ban B, nói với Báo C:" leads over to the talk.
_TELLING = re.compile(
    r"(?:nói|kể|trao đổi|trò chuyện|chia sẻ|tâm sự|trả lời|cho biết) (?:chuyện )?(?:với|cùng|phóng viên|báo)(?!\w)"
)
_NO_SPEAKERS = _keys(
    "lưu ý, ghi chú, chú thích, chú ý, cụ thể, ví dụ, thí dụ, trong đó, theo đó, ngoài ra, tóm lại,"
    "kết quả, xem thêm, đọc thêm, tin liên quan, từ khóa, tags, thời gian, địa điểm, địa chỉ,"
    "điện thoại, đường dây nóng, email, website, hotline, fax, clip, chùm ảnh, cập nhật, mục tiêu,"
    "giải pháp, nguyên nhân, lời tòa soạn, lts, sapo, sa pô, sapô, tít, tít phụ, tít chính,"
    "tít bài, tựa, tựa đề, tiêu đề, đầu đề, tên bài,"
    "chapeau, lời dẫn, đoạn dẫn, mở đầu, dẫn nhập, tóm tắt, box, chuyên mục, chuyên trang, mục, một là,"
    "hai là, ba là, bốn là, năm là"
)


# "… trên đồi chè. Ảnh: NVCC" credits a picture; "Ông Trần Văn Ảnh:" is a man's name.
_CREDITS = re.compile(r"[.(\[]\s*(?:nguồn |tin, )?ảnh$", re.IGNORECASE)


@dataclass(frozen=True)
class Label:
    printed: str
    kind: str  # QUESTION, ANSWER, or "" when only the neighbours can tell
    strength: int
    honorific: str
    name: str
    office: str
    rest: str  # the line after the colon
    bare: bool = False  # no colon stands after it

    @property
    def key(self) -> str:
        """The same for every printing of one label: "PV", "Pv", "2. PV"; "Bà A (Sở B)" and "Bà A"."""
        return fold(_IN_BRACKETS.sub("", COUNTED.sub("", self.printed)))

    @property
    def is_press(self) -> bool:
        """Whether the title is one that asks as often as it answers: "Nhà báo Hoàng Minh Khuê"."""
        return spelling_key(self.honorific) in _PRESS


def read_label(line: str) -> Label | None:
    """The label a line begins with, or None when nobody can speak here; "05:26", "tỷ lệ 3:1" are none."""
    bare = line.lstrip(BEFORE)
    colon = re.search("[:：]", bare[:MOST_CHARACTERS])
    if not colon:
        return None
    before = bare[:colon.start()].strip(" *_")
    rest = bare[colon.end():].lstrip(" *_")
    ratio = before[-1:].isdigit() and bare[colon.end():colon.end() + 1].isdigit()
    if not before or ratio or rest.startswith("//") or _CREDITS.search(before):
        return None
    said = judge(before)
    number = COUNTED.match(before)
    if number and (said is None or said[1] == POSSIBLE):
        said = judge(before[number.end():])
        said = said if said and (said[0] == QUESTION or said[1] == SURE) else None
    return Label(before, *said, rest) if said else None


def read_bare_label(line: str) -> Label | None:
    """The label that a line is, whole and without a colon: "PV", "Ông Nguyễn Văn A, Giám đốc Sở B"."""
    bare = line.strip(BEFORE + "*_ ")
    if not bare or len(bare) > MOST_CHARACTERS or len(bare.split()) > 16 or bare[-1] in ".?!…;," or ":" in bare:
        return None
    said = judge(bare)
    if said is None or said[1] == POSSIBLE and not said[2] and not is_name(bare, least=2, most=5):
        return None
    return Label(bare, *said, "", bare=True)


@lru_cache(maxsize=2048)
def judge(label: str) -> tuple[str, int, str, str, str] | None:
    """(kind, strength, honorific, name, office) of a label without its colon; None when nobody can speak by it."""
    key = spelling_key(" ".join(re.findall(r"\w+", _SHORT.sub("", label))))
    if key in _ASKS or _NUMBERED.fullmatch(label.lower()):
        return QUESTION, SURE, "", "", ""
    if key in _ANSWERS:
        return ANSWER, SURE, "", "", ""
    if key in _MAY_ASK or _is_asking(label) or key in _UNNAMED:
        return QUESTION, LIKELY, "", "", ""
    asking = _ASKING.search(label)
    asker = label[:asking.start()] if asking else ""
    reader = spelling_key(" ".join(label.split()[:2])) in _READERS and len(label.split()) <= 8
    if _READER_OF.match(label) and len(label.split()) <= 12:
        return QUESTION, LIKELY, "", "", ""
    if asker[:1].isupper() and (_read_person(asker) or is_name(asker, least=2) or _is_asking(asker) or reader):
        return QUESTION, LIKELY, "", "", ""
    answering = _ANSWERING.search(label)
    person = _read_person(label[:answering.start()] if answering else label)
    if person:
        return ANSWER, LIKELY, *person
    # "Nguyễn Văn Tạo (phường Tân Lộc)": the place is no part of the name.
    bare = re.sub(r" \([^()]{2,60}\)$", "", label)
    if _may_be_speaker(bare, key):
        trade, name = _split_trade(bare)
        return "", POSSIBLE, trade, name, ""
    return None


def read_honorific(words: list[str], at: int) -> int:
    """How many words from there are honorifics and titles: "PGS.TS. Bác sĩ" is 3."""
    start = at
    while at < min(len(words), start + 8):
        parts = [part for part in re.split(r"[.,/]", words[at].lower()) if part]
        if parts and all(part in _TITLES for part in parts):
            at += 1
            continue
        length = _worded_honorific(words[at:at + _LONGEST_HONORIFIC])
        if not length:
            break
        at += length
    return at - start


def _worded_honorific(words: list[str]) -> int:
    """How many of these words the longest honorific at their beginning has: "nghệ nhân ưu tú" has 4."""
    keys = [spelling_key(words[0])]
    if keys[0].rstrip(".,") not in _HONORIFIC_BEGINNINGS:
        return 0
    keys += map(spelling_key, words[1:])
    lengths = range(len(keys), 0, -1)
    return next((length for length in lengths if " ".join(keys[:length]).rstrip(".,") in _HONORIFICS), 0)


def begins_office(word: str) -> bool:
    """Whether an office can begin with this word: a capital letter, or "nguyên Giám đốc", "phó chủ tịch"."""
    return word[:1].isupper() or word.lower() in _OFFICE_BEGINNINGS


def _is_asking(label: str) -> bool:
    words = label.split()
    for length in range(_LONGEST_ASKING, 0, -1):
        if spelling_key(" ".join(words[:length])) in _ASKING_BEGINNINGS:
            rest = words[length:]
            plain = not any(spelling_key(word) in _SENTENCE_WORDS for word in rest)
            return bool(rest) and rest[0].lstrip("(\"“")[:1].isupper() and len(words) <= 12 and plain
    return False


def _read_person(label: str) -> tuple[str, str, str] | None:
    """(honorific, name, office) of "Ông Nguyễn Văn A", "TS. Lê B - Viện trưởng", "Bà C (Giám đốc Sở D)"."""
    words = label.split()
    titles = read_honorific(words, 0)
    name: list[str] = []
    office: list[str] = []
    for at, word in enumerate(words[titles:], titles):
        if word in ("-", "–", "—"):
            office = words[at + 1:]
            break
        if word.startswith("("):
            office = words[at:]
            break
        name.append(word.rstrip(","))
        if word.endswith(","):
            office = words[at + 1:]
            break
    text = " ".join(office).strip("()")
    honorific = " ".join(words[:titles]).rstrip(",")
    before = split_office(name)
    if before and not text:
        text, name = before[0], before[1].split()
    if not (titles or before) or len(honorific) > HONORIFIC_CHARACTERS:
        return None
    if not is_name(" ".join(name)) and not is_short(" ".join(name)):
        return None
    in_brackets = bool(office) and office[0].startswith("(")
    fits = in_brackets or not office or begins_office(office[0]) or spelling_key(office[0]) in _PLACES
    fits = fits or bool(titles) and is_name(" ".join(name), least=2) and _is_trade(office)
    if not fits or _SAYING.search(text.lower()) or _TELLING.search(text.lower()):
        return None
    return honorific, " ".join(name), text


def _split_trade(label: str) -> tuple[str, str]:
    """(what somebody is, the name) of "Ngư dân Chảo Văn Khơi"; ("", "") where no name of three words ends the label."""
    if is_name(label):
        return "", label
    words = label.split()
    start = next((at for at, word in enumerate(words[1:], 1) if word[0].isupper()), len(words))
    name = " ".join(words[start:])
    fits = len(words) - start > 2 and spelling_key(words[0]) not in _PLACES | _SENTENCE_WORDS | _SPEAKS_TO
    return (" ".join(words[:start]), name) if fits and starts_with_surname(name) else ("", "")


def _is_trade(words: list[str]) -> bool:
    """Whether words after a full name say what somebody is ("nông dân", "tiểu thương chợ Cầu") and begin no clause."""
    plain = not any(re.search(r"[.,;!?\"“”…]", word) for word in words)
    return plain and len(words) <= _LONGEST_TRADE and spelling_key(words[0]) not in _NO_TRADE


def _may_be_speaker(label: str, key: str) -> bool:
    words = label.split()
    return (
        is_name_word(words[0]) and len(words) <= _MOST_WORDS and not any(sign.isdigit() for sign in label)
        and not re.search(r"[,;!?\"“”…()]", label) and key not in _NO_SPEAKERS and not is_role(label)
        and not _SAYING.search(label.lower())
    )
