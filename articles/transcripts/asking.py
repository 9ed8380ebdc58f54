"""What the words themselves say: does this ask somebody something, does it thank for the talk?"""

import re
from collections.abc import Iterable

from articles.vietnamese import nfc

_WHO = (
    r"(?:ông|bà|anh|chị|em|cô|chú|bác|thầy|cụ|cháu|các (?:ông|bà|anh|chị|vị|bác|thầy|cô|em|cháu|đồng chí)"
    r"|mỗi (?:ông|bà|anh|chị|vị|bạn|người)|(?:cả )?(?:hai|ba|bốn)"
    r" (?:ông|bà|anh|chị|vị|bạn|bác|thầy|cô|chú|em|đồng chí|nghệ (?:sĩ|sỹ|nhân)|chuyên gia)"
    r"|các (?:nghệ (?:sĩ|sỹ|nhân)|chuyên gia|vị khách|khách mời|bạn)|bạn"
    r"|qu[ýí] (?:vị|ông|bà)|đồng chí|đ/c|bác s[ĩỹ]|tiến s[ĩỹ]|thạc s[ĩỹ]|giáo sư|phó giáo sư|k[ỹĩ] sư|luật sư|nghệ nhân"
    r"|nghệ s[ĩỹ]|nhạc s[ĩỹ]|họa s[ĩỹ]|nhà (?:văn|thơ|giáo|nghiên cứu)|hòa thượng|hoà thượng|thượng tọa|đại đức"
    r"|linh mục|thiếu tướng|trung tướng|đại tá|thượng tá|trung tá|thiếu tá|bộ trưởng|thứ trưởng|phó bí thư|phó chủ tịch"
    r"|giám đốc|phó giám đốc|chủ tịch|bí thư|hiệu trưởng|chuyên gia|già làng|doanh nhân|huấn luyện viên|cục trưởng"
    r"|vụ trưởng|viện trưởng|tổng giám đốc|chị em|anh em|thầy cô|(?:cô|thầy) giáo|kiến trúc sư|dược sĩ"
    r"|đạo diễn|diễn viên|ca sĩ|vận động viên|đại biểu|nhà sưu tầm|nhà khoa học|giảng viên"
    r"|(?:đại|thượng|trung|thiếu) úy|thượng tướng|cựu chiến binh|sư thầy|hòa giải viên|khách mời)(?!\w)"
)
_ADDRESS = re.compile(rf"(?:^|[,.:;!–-] ?)(?:dạ |kính |vâng,? )?thưa {_WHO}|thưa {_WHO}[ ,.?!”\"]*$")
_BEFORE_REQUEST = r"(?:(?:và|vậy|nhân đây|trước hết|trước tiên|cuối cùng|một lần nữa|tiếp theo|còn|xin hỏi),? )?"
_REQUEST = re.compile(
    rf"(?:^\W*|[,.:;!?] ){_BEFORE_REQUEST}(?:"
    rf"(?:xin|đề nghị|mong|nhờ|mời) (?:được )?(?:hỏi )?(?:{_WHO}|vui lòng|cho biết)"
    rf"|{_WHO} (?:có thể|vui lòng|hãy|đánh giá|nhận định|nghĩ|cảm (?:nhận|thấy)|kỳ vọng|mong muốn|dự định|muốn)"
    r"(?!\w)"
    rf"|(?:theo|với) {_WHO}(?:,|(?! chúng)[^.]*\?))"
)
_SELF = r"(?:chúng (?:tôi|em|con|cháu|ta)|tôi|em|con|cháu|mình)"
# How an interviewer leads over to a question; the second half a guest may say as well.
_LEADING = re.compile(
    r"\W*(?:(?:nhưng|tuy nhiên|song|trong khi đó),? )?(?:được biết|chúng tôi được biết"
    r"|theo (?:tìm hiểu|ghi nhận|quan sát) của (?:chúng tôi|phóng viên|báo)"
    r"|(?:cũng )?có (?:\w+ ){0,2}ý kiến (?:cho|nói|lo)"
    r"|(?:dư luận|nhiều bạn đọc|bạn đọc) \w+)(?!\w)"
)
_MAY_LEAD = re.compile(
    r"\W*(?:chúng tôi (?:thấy|nhận thấy|nghe)|nhiều (?:người|ý kiến) (?:cho|nói|lo|băn khoăn))(?!\w)"
)
_BACK = re.compile(r"\W*(?:vậy|thế thì|như vậy|điều (?:đó|này|ấy)|(?:\w+ ){1,3}(?:ấy|đó|này)(?!\w))")
_REMARK_WORDS = 25
_ASKED = re.compile(r"\?[\s\"”’')\]*_.!]*$")
_THANKS = re.compile(
    r"^[\W_]*(?:(?:vâng|dạ|một lần nữa|xin|được|kính|trân trọng|chân thành|thành thật|rất|nhân đây"
    rf"|thay mặt [\w ]{{2,40}}|{_SELF}|phóng viên|báo [\w ]{{2,30}}?|tòa soạn|toà soạn|nhân dịp này)[ ,]+)*"
    r"(?:c[ảá]m ơn|đa tạ|chúc)(?!\w)"
)
_WISH = re.compile(
    rf"[\W_]*(?:(?:vâng|dạ|xin|kính|mến|(?:nhân|thay mặt) [\w ]{{2,40}}|{_SELF}),? )*(?:chúc|trân trọng)(?!\w)"
)
_TALK = re.compile(
    rf"(?:c[ảá]m ơn|đa tạ|chúc) (?:sự |những )?(?:{_WHO}(?! (?:con|em|xã|nông dân|bé)(?!\w))"
    r"|cuộc (?:trao đổi|trò chuyện)|(?:những )?chia sẻ|ý kiến|thời gian|hai)(?!\w)"
    r"|về (?:cuộc|buổi) (?:trao đổi|trò chuyện|phỏng vấn|nói chuyện)"
)
# Nothing but thanks, and no word of whom: the form with which papers close, not how people end an answer.
_FORMULA = re.compile(
    r"[\W_]*(?:(?:vâng|một lần nữa|xin|chúng tôi)[ ,]+)*(?:trân trọng|chân thành|thành thật) (?:c[ảá]m ơn|đa tạ)[\W_]*"
)
_PRESS = re.compile(r"(?:c[ảá]m ơn|đa tạ) (?:quý |các )?(?:báo|phóng viên|nhà báo|bạn đọc|độc giả|tòa soạn|toà soạn)")
_OWN_WORDS = re.compile(r"(?<!\w)(?:tôi|mình|chúng ta|chúng tôi)(?!\w)|^[-–— ]*[\"“‘(]")
_LONGEST_THANKS = 220
_HEAD, _END = 400, 80  # where in a long paragraph somebody may be spoken to


def asks(text: str) -> int:
    """0: nothing of a question; 1: a question mark at the end, or an address or request; 2: both."""
    lower = nfc(text).lower()
    head, end = lower[:_HEAD], lower[-_END:]
    spoken_to = _ADDRESS.search(head) or _ADDRESS.search(end) or _REQUEST.search(head) or _REQUEST.search(end)
    return ends_asking(text) + bool(spoken_to)


def addresses(text: str) -> bool:
    """Whether a line begins or ends by speaking to somebody: "Thưa ông, …", "…, thưa bà?"."""
    lower = nfc(text).lower()
    start = re.match(rf"\W*(?:dạ |kính |vâng,? )?thưa {_WHO}", lower)
    return bool(start or re.search(rf"thưa {_WHO}[ ,.?!]*$", lower[-60:]))


def addresses_inside(text: str) -> bool:
    """Whether a question in the middle of a line speaks to somebody: "… có khó không, thưa thầy? Khó chứ."."""
    return bool(re.search(rf"thưa {_WHO} ?\?", nfc(text).lower()))


def speaks_of_self(text: str) -> bool:
    """Whether whoever says this goes on answering: says "tôi", or begins with a quotation mark."""
    return bool(_OWN_WORDS.search(nfc(text).lower()))


def leads_over(text: str) -> int:
    """2: a statement with which only interviewers lead over to a question ("Được biết…"); 1: one that a guest may make
    as well ("Chúng tôi thấy…"); 0: any other."""
    lower = nfc(text).lower()
    return 2 if _LEADING.match(lower) else int(bool(_MAY_LEAD.match(lower)))


def points_back(text: str) -> bool:
    """Whether a question begins with what was just told: "Vườn rau ấy do ai chăm sóc?"."""
    return bool(_BACK.match(nfc(text).lower()))


def is_remark(text: str) -> bool:
    """Whether a line is one short sentence: it may end an answer as well as open a question."""
    return len(text.split()) <= _REMARK_WORDS and not re.search(r"[.!?…][”\"]? \S", text)


def ends_asking(text: str) -> bool:
    return bool(_ASKED.search(text))


def thanks(text: str) -> bool:
    """Whether an interviewer closes the talk with this line: "Xin trân trọng cảm ơn bà!", "(Vâng, xin cảm ơn ông.)"."""
    if len(text) > _LONGEST_THANKS or "?" in text:
        return False
    lower = nfc(text).lower()
    if _FORMULA.fullmatch(lower):
        return True
    return bool(_THANKS.search(lower)) and bool(_TALK.search(lower)) and not _PRESS.search(lower)


def wishes(text: str, names: Iterable[str]) -> bool:
    """Whether an interviewer closes with good wishes or thanks for a guest by name: "Chúc Quyên Anh thành công!"."""
    if len(text) > _LONGEST_THANKS or "?" in text:
        return False
    lower = nfc(text).lower()
    said = _THANKS.search(lower)
    return said is not None and any(
        nfc(text)[said.end():].lstrip().startswith(" ".join(name.split()[start:]))
        for name in names if name for start in range(len(name.split()))
    )


def mentions_thanks(text: str) -> bool:
    """Enough for a line with the interviewer's label: "PV: Cảm ơn rất nhiều"."""
    lower = nfc(text).lower()
    return "?" not in text and bool(re.search("c[ảá]m ơn|đa tạ", lower) or _WISH.match(lower))
