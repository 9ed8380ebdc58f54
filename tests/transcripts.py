"""An invented page with an interview, and short ways to make and look at drafts."""

import re
from collections import Counter
from dataclasses import replace

from articles.transcripts import Paragraph, parse, printed
from articles.vietnamese import nfc

PAGE = """Khau Lạc Để mỗi đồi chè thành một điểm đến

Kinh tế - xã hội
05:26 PM 15/01/2025

Vụ chè đông năm nay, xã Khau Lạc lần đầu mở cửa bốn đồi chè cho khách lên hái và sao thử. \
Sau hai tháng, hơn ba nghìn lượt người đã lên đồi.

Nhân dịp tổng kết vụ chè, bà Triệu Thị Mận, Phó Chủ tịch UBND xã Khau Lạc, Giám đốc Hợp tác xã Chè Mây, \
đã có cuộc trao đổi với Báo Vân Lĩnh về cách làm du lịch mà không mất nghề chè.

PV: Thưa bà, xin bà cho biết vì sao xã chọn chè chứ không chọn hồ hay suối

Bà Triệu Thị Mận: Vì chè là thứ chúng tôi làm giỏi nhất. Đúng 05:26 sáng là cả đồi đã có người hái, \
khách dậy kịp thì được xem.

Tỷ lệ 3:1 giữa chè bán tại đồi và chè gửi đi nói lên nhiều điều: người lên đồi mua chè vì đã thấy cách làm.

Khau Lạc
Để mỗi đồi chè thành một điểm đến
 - Ảnh 1.

Đồi chè thôn Trên nhìn từ bãi đỗ xe mới

Lưu ý: chúng tôi không cho xe máy lên đồi. Khách đi bộ, chừng mười lăm phút.

\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0PV: Người dân được lợi gì, thưa bà?

Bà Triệu Thị Mận: Mỗi hộ đón khách giữ lại tám phần, nộp hai phần vào quỹ chung để sửa đường.

Ông Lò Văn Páo: Nhà tôi năm nay lần đầu không phải đi làm thuê sau vụ. Cái đó là được nhất.

PV : Xin trân trọng cảm ơn bà và ông!

Hoàng Minh Khuê (thực hiện)
Ý kiến của bạn
Hội xuống đồng Nà Thoang đông khách Hội xuống đồng Nà Thoang đông khách

Ngày mồng bốn Tết, bãi sông Nà Thoang kín người.
"""


def words(text):
    return Counter(re.findall(r"[^\W_]+", nfc(text)))


def assert_nothing_lost(text, draft):
    assert words(" ".join(printed(draft))) == words(text)


def paragraphs(blocks):
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def kinds(draft):
    return [(turn.kind, turn.label) for turn in draft.turns]


def doubting(number):
    """parse(), but never sure of the turn at this position: what a screen does with a doubtful turn is no matter of
    how much the importer has learnt."""

    def doubtful(source):
        draft = parse(source)
        turns = [replace(turn, confidence=0.3) if n == number else turn for n, turn in enumerate(draft.turns)]
        return replace(draft, turns=tuple(turns))

    return doubtful


def interview(*body, head="Tít của bài\n\n17:26 15/01/2025\n\nĐoạn dẫn.\n"):
    return parse(head + "\n" + "\n\n".join(body))
