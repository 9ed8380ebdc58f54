"""Questions that only words tell from the end of the answer above, and answers that sound like questions."""

import pytest

from articles.transcripts import UNSURE
from articles.transcripts.draft import ANSWER, QUESTION
from tests.transcripts import interview


def talk(*, ends="Chợ họp từ năm giờ sáng.", leads="", asks="Ban quản lý chợ thu phí thế nào, thưa bà?"):
    return interview(
        "Thưa bà, chợ Cầu Mây mở lại từ bao giờ?",
        "Bà Lục Thị Yến: Từ phiên đầu tháng Chạp. Người bán về gần đủ.",
        ends,
        *([leads] if leads else []),
        asks,
        "Bà Lục Thị Yến: Mỗi sạp nộp năm nghìn đồng một phiên.",
        "Phiên tới có gì mới, thưa bà?",
        "Bà Lục Thị Yến: Có dãy hàng khô.",
    )


def questions(draft):
    return [turn.text for turn in draft.turns if turn.kind == QUESTION]


@pytest.mark.parametrize(
    ("leads", "asks"),
    [
        ("Được biết nhiều sạp còn bỏ trống.", "Ban quản lý chợ làm gì để lấp đầy?"),
        ("Tuy nhiên, có một số ý kiến cho rằng phí chợ quá cao.", "Bà nghĩ sao?"),
        ("Chúng tôi thấy bên chợ có một bãi xe mới.", "Bãi xe ấy do ai trông?"),
    ],
)
def test_what_leads_over_to_a_plain_question_belongs_to_it(leads, asks):
    draft = talk(leads=leads, asks=asks)
    assert questions(draft)[1] == f"{leads}\n\n{asks}"
    assert draft.warnings == ()


@pytest.mark.parametrize(
    ("ends", "asks"),
    [
        ("Chợ thiếu nước sạch đã nhiều năm.", "Mùa khô này bà con xoay xở thế nào?"),
        ("Chúng tôi thấy bà con rất phấn khởi.", "Ban quản lý thu phí thế nào?"),
    ],
)
def test_a_statement_that_may_open_the_question_is_doubted(ends, asks):
    draft = talk(ends=ends, asks=asks)
    doubtful = [turn.text for turn in draft.turns if turn.confidence < UNSURE]
    assert doubtful == [asks]
    assert any(asks in warning for warning in draft.warnings)


def test_a_plain_end_of_an_answer_is_not_doubted():
    assert talk().warnings == ()


def test_an_answer_below_a_name_in_its_own_line_is_no_lost_question():
    draft = interview(
        "PV\nXin ông cho biết tổ khám lưu động bắt đầu từ đâu?",
        "Bác sĩ Lục Văn Thiệp\nTừ một đêm không kịp. Vì sao không để bác sĩ ở gần dân hơn?",
        "Tháng sau chúng tôi có ba tổ.",
        "PV\nCòn thuốc men?",
        "Bác sĩ Lục Văn Thiệp\nĐủ dùng sáu tháng.",
    )
    assert [turn.kind for turn in draft.turns] == [QUESTION, ANSWER] * 2
    assert draft.warnings == ()


def test_half_a_title_is_no_address():
    draft = interview(
        "PV: Bà con nói gì?",
        "Nghệ nhân Lục Văn Thiệp: Họ hỏi tôi một câu.",
        "Bao giờ nhân dân lại có hội?",
        "PV: Và ông đáp?",
        "Nghệ nhân Lục Văn Thiệp: Tháng Giêng.",
    )
    assert [turn.kind for turn in draft.turns] == [QUESTION, ANSWER] * 2


def test_guests_whose_answers_stand_above_plain_questions_do_not_ask_them():
    draft = interview(
        "Bọn trẻ ít đọc sách, thưa bà?",
        "Bà Lục Thị Yến: Chúng đọc nhiều, nhưng đọc ngắn.",
        "Ở trường thì sao, thưa thầy?",
        "Thầy Vi Quốc Bảo: Mười phút đầu giờ các em đọc gì cũng được.",
        "Em Lục Gia Hân: Em đọc truyện tranh.",
        "Điện thoại có phải kẻ thù của sách?",
        "Bà Lục Thị Yến: Sách nói nghe bằng điện thoại.",
        "Mỗi vị chọn cuốn nào?",
        "Thầy Vi Quốc Bảo: Một cuốn về rừng.",
        "Em Lục Gia Hân: Em chọn truyện cổ tích.",
        "Bao giờ có xe thư viện?",
        "Em Lục Gia Hân: Em mong tháng tới.",
    )
    assert [turn.kind for turn in draft.turns] == [
        *(QUESTION, ANSWER, QUESTION, ANSWER, ANSWER),
        *(QUESTION, ANSWER, QUESTION, ANSWER, ANSWER),
        *(QUESTION, ANSWER),
    ]
    assert questions(draft)[0] == "Bọn trẻ ít đọc sách, thưa bà?"
    assert draft.warnings == ()


def test_an_item_with_a_colon_asks_nothing():
    draft = interview(
        "Nước về giờ nào, thưa ông?",
        "Ông Lục Văn Thiệp: Theo khu:",
        "- Bệnh viện và trường học: cấp 24/24 giờ.",
        "- Trường học vùng trên: buổi sáng.",
        "Nước đục thì sao, thưa ông?",
        "Ông Lục Văn Thiệp: Xả bỏ năm phút đầu.",
    )
    assert questions(draft) == ["Nước về giờ nào, thưa ông?", "Nước đục thì sao, thưa ông?"]
    assert draft.warnings == ()
