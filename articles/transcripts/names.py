"""Names as papers shorten and adorn them: "Ông K.", "N.V.K", "Giám đốc Sở Y tế Nguyễn Văn A"."""

import re

from articles.vietnamese import fold, spelling_key

from .layout import is_name

_SURNAMES = frozenset(map(spelling_key, (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý nông triệu lò vi sùng giàng vàng thào bế ma"
    " hà đinh trương đào đoàn lương mai tô trịnh cao lưu chu tạ lâm hứa la quách thái kiều mạc tăng phùng quàng cầm đèo"
    " lục lường hầu mùa tráng chảo tẩn phàn bàn âu từ khổng nghiêm doãn đàm thân giáp hoa ninh tống vương viên bạch lại"
    " lộc thạch sơn kim châu diệp ông cù cung dư hạ khúc khuất lều mẫn nhâm nhữ phí tiêu tôn trà tri ưng văn lã trưng"
    " lữ vừ lầu hạng sầm khà thền mã phàng chử bồ thẩm cấn tiêu ung giáp"
).split()))
# What people are called and call themselves under what they write.
_GIVEN = frozenset(map(spelling_key, (
    "an anh ánh bách bảo bằng bích biên bình cẩm chánh châu chi chí chiến chính chung chương công cương cường cúc"
    " danh dân diễm diễn diệp diệu dung dũng duy duyên dương đại đan đào đạo đạt đăng điền điệp định đoan đôn đông đức"
    " gia giang hà hải hằng hạ hạnh hào hảo hân hậu hiên hiền hiển hiến hiếu hiệp hiệu hoa hòa hoài hoan hoàn hoàng"
    " hoạt hồng huấn huân huệ hùng huy huyền hưng hương hường hữu khải khang khanh khánh khắc khiêm khoa khoát khôi"
    " khuê khương kiên kiệt kiều kim kỳ lam lan lành lãm lâm lân lập lê liêm liên liễu linh loan long lộc lợi luân"
    " luận lương lượng lưu ly lý mai mạnh mận mẫn miên minh mơ mùi mừng mỹ my nam nga ngà ngân nghĩa nghị ngọc nguyên"
    " nguyệt nhã nhàn nhạn nhân nhất nhật nhi nhiên nhung như nhường ninh nương oanh phát phi phong phóng phú phúc"
    " phước phương phượng quân quảng quang quế quốc quỳnh quý quyên quyền quyết sa san sang sáng sao sâm sen sim sinh"
    " song sơn sương sỹ tài tâm tân tấn tập thạch thái thanh thành thạnh thao thảo thăng thắm thắng thân thi thiên"
    " thiện thiết thiệu thìn thịnh thoa thoại thọ thông thơ thơm thu thuần thuận thục thúy thụy thư thương thường"
    " thưởng thủy thùy thy tiên tiến tiếp tín tình toàn toại tố trà trang tráng trâm trân trầm trí triết triều trinh"
    " trình trọng trúc trung trực trường tú tuân tuấn tuệ tuyên tuyến tuyền tuyết tùng tường tưởng tý uyên vân vi viên"
    " việt vinh vĩnh vịnh võ vũ vui vượng vương vy vỹ xuân xuyên xuyến yên yến ý"
).split()))
_OFFICES = tuple(map(spelling_key, (
    "giám đốc", "phó giám đốc", "tổng giám đốc", "phó tổng giám đốc", "chủ tịch", "phó chủ tịch", "bí thư",
    "phó bí thư", "trưởng phòng", "phó trưởng phòng", "trưởng ban", "phó trưởng ban", "trưởng khoa", "hiệu trưởng",
    "phó hiệu trưởng", "viện trưởng", "phó viện trưởng", "cục trưởng", "phó cục trưởng", "vụ trưởng", "bộ trưởng",
    "thứ trưởng", "chánh văn phòng", "phó chánh văn phòng", "chánh án", "chánh thanh tra", "tổng biên tập",
    "phó tổng biên tập", "tổng cục trưởng", "trưởng bản", "trưởng thôn", "trưởng xóm", "trưởng công an", "trạm trưởng",
    "đội trưởng", "chi cục trưởng", "phó chi cục trưởng", "chủ nhiệm", "phó chủ nhiệm", "trưởng đoàn", "đại biểu",
    "chỉ huy trưởng", "chính ủy", "kế toán trưởng", "đồn trưởng", "chính trị viên", "nguyên",
)))
_LEAST_WORDS, _MOST_WORDS = 2, 4
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{0,12}\.?|[^\W\d_]\.?")


def is_short(text: str) -> bool:
    """Whether a name is given by initials: "K.", "N.V.K", "M. Khuê"."""
    words = text.split()
    return (
        1 <= len(words) <= 4 and any(_INITIALS.fullmatch(word) for word in words)
        and all(_INITIALS.fullmatch(word) or is_name(word) for word in words) and text[0].isupper()
    )


def may_mean(short: str, full: str) -> bool:
    """Whether "K.", "N.V.K", "M. Khuê" or "Khuê" can stand for "Hoàng Minh Khuê": its last words, or their letters;
    and "K." for "H.M.K"."""
    parts = [part for part in re.split(r"[.\s]+", fold(short)) if part]
    words = [word for word in re.split(r"[.\s]+", fold(full)) if word][-len(parts):]
    return len(parts) == len(words) and all(word.startswith(part) for part, word in zip(parts, words, strict=True)) \
        and all(part == word or len(part) <= 2 for part, word in zip(parts, words, strict=True))


def last_part(name: str) -> str:
    """What somebody is called, of initials the last letter; folded: "khue", the "l" of "H.T.L" and of "L."."""
    return re.split(r"[.\s]+", fold(name).strip(". "))[-1]


def starts_with_surname(text: str) -> bool:
    """Whether two to five words could be somebody's full name: "Lục Thị Yến"; "Hà Nội" too, alas."""
    words = text.split()
    return is_name(text, least=2, most=5) and spelling_key(words[0]) in _SURNAMES


def given_share(text: str) -> float:
    """0..1: how much of a name is what people are called, its family name apart: 1.0 for "Minh Khôi"."""
    words = [spelling_key(word) for word in text.split()]
    own = words[1:] if len(words) > 2 and words[0] in _SURNAMES else words
    return sum(word in _GIVEN for word in own) / len(own) if own else 0.0


def split_office(words: list[str]) -> tuple[str, str] | None:
    """(office, name) of "Giám đốc Sở Y tế Nguyễn Văn A", by the family name; None where no office begins it."""
    beginning = spelling_key(" ".join(words[:4])) + " "
    if not beginning.startswith(tuple(f"{office} " for office in _OFFICES)):
        return None
    start = len(words)
    while start > 0 and is_name(words[start - 1]):
        start -= 1
    start = max(start, 1)
    for at in range(max(start, len(words) - _MOST_WORDS), len(words) - _LEAST_WORDS + 1):
        if spelling_key(words[at]) in _SURNAMES:
            return " ".join(words[:at]).rstrip(",-– "), " ".join(words[at:])
    return None
