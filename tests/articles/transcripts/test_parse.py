import sys
import unicodedata
from collections import Counter
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.transcripts import Figure, Paragraph, Respondent, TranscriptError, exchanges, parse, respondents
from tests.transcripts import PAGE, assert_nothing_lost, interview, kinds, paragraphs


def test_head_of_a_page_is_recognised():
    draft = parse(PAGE)
    assert (draft.kicker, draft.headline) == ("Khau Lạc", "Để mỗi đồi chè thành một điểm đến")
    assert draft.section == "Kinh tế - xã hội"
    assert draft.published == datetime(2025, 1, 15, 17, 26)
    assert draft.published_text == "05:26 PM 15/01/2025"
    assert draft.standfirst.startswith("Vụ chè đông năm nay")
    assert [text[:14] for text in paragraphs(draft.introduction)] == ["Nhân dịp tổng "]


def test_turns_of_a_page_are_in_order_with_speakers_and_offices():
    draft = parse(PAGE)
    assert kinds(draft) == [
        ("question", "PV"),
        ("answer", "Bà Triệu Thị Mận"),
        ("question", "PV"),
        ("answer", "Bà Triệu Thị Mận"),
        ("answer", "Ông Lò Văn Páo"),
        ("remark", "PV"),
    ]
    office = "Phó Chủ tịch UBND xã Khau Lạc, Giám đốc Hợp tác xã Chè Mây"
    assert respondents(draft) == (
        Respondent("Bà", "Triệu Thị Mận", office),
        Respondent("Ông", "Lò Văn Páo", ""),
    )
    assert draft.turns[0].text == "Thưa bà, xin bà cho biết vì sao xã chọn chè chứ không chọn hồ hay suối"
    assert draft.closing == "Xin trân trọng cảm ơn bà và ông!"
    assert all(0 < turn.confidence <= 1 for turn in draft.turns)


def test_figure_stands_inside_the_answer_which_goes_on_after_its_caption():
    first_answer = parse(PAGE).turns[1]
    assert [type(block) for block in first_answer.blocks] == [Paragraph, Paragraph, Figure, Paragraph]
    figure = first_answer.blocks[2]
    assert (figure.number, figure.alt, figure.caption) == (1, "", "Đồi chè thôn Trên nhìn từ bãi đỗ xe mới")
    assert figure.marker == "Khau Lạc\nĐể mỗi đồi chè thành một điểm đến\n- Ảnh 1."
    assert first_answer.blocks[3].text.startswith("Lưu ý: chúng tôi")


def test_page_ends_with_its_byline_and_the_comments_are_kept_apart():
    draft = parse(PAGE)
    assert draft.byline == (("Hoàng Minh Khuê", "thực hiện"),)
    assert draft.byline_text == "Hoàng Minh Khuê (thực hiện)"
    assert draft.after[0] == "Ý kiến của bạn"
    assert len(draft.after) == 3
    assert draft.unplaced == ()


def test_a_clean_page_warns_of_nothing():
    assert parse(PAGE).warnings == ()


def test_a_second_respondent_who_hardly_speaks_is_believed_but_doubted():
    draft = interview("PV: Hỏi?", "Ông Lê Văn A: Đáp.", "Ông Lò Văn Páo: Đúng.", "PV: Nữa?", "Ông Lê Văn A: Hết.")
    assert [turn.name for turn in draft.turns if turn.confidence < 0.7] == ["Lò Văn Páo"]
    assert draft.warnings == ("Câu 1, lời đáp: chưa chắc ai nói: “Đúng.”.",)


def test_nothing_of_a_page_is_lost():
    assert_nothing_lost(PAGE, parse(PAGE))


def test_decomposed_text_and_other_line_ends_give_the_same_draft():
    assert parse(unicodedata.normalize("NFD", PAGE)) == parse(PAGE)
    assert parse(PAGE.replace("\n", "\r\n")) == parse(PAGE)


def test_other_names_one_question_more_and_the_figure_in_the_third_answer_come_through_as_well():
    marker = PAGE[PAGE.index("Khau Lạc\nĐể mỗi") : PAGE.index("Lưu ý:")]
    more = "PV: Còn sang năm?\n\nÔng Lò Văn Páo: Sang năm làm thêm nhà.\n\n" + marker + "Rồi làm đường.\n\n"
    page = (
        PAGE.replace(marker, "")
        .replace("PV : Xin", more + "PV : Xin")
        .replace("Triệu Thị Mận", "Sùng Seo Lử")
    )
    draft = parse(page)
    assert [turn.kind for turn in draft.turns] == [
        "question",
        "answer",
        "question",
        "answer",
        "answer",
        "question",
        "answer",
        "remark",
    ]
    assert [type(block) for block in draft.turns[6].blocks] == [Paragraph, Figure, Paragraph]
    assert draft.turns[1].name == "Sùng Seo Lử"
    assert draft.kicker == "Khau Lạc"
    assert_nothing_lost(page, draft)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lý Mai Lan (thực hiện)", (("Lý Mai Lan", "thực hiện"),)),
        (
            "Lý Mai Lan - Đỗ Nhật Linh (Thực hiện)",
            (("Lý Mai Lan", "thực hiện"), ("Đỗ Nhật Linh", "thực hiện")),
        ),
        ("Bài, ảnh: Lý Mai Lan", (("Lý Mai Lan", "bài, ảnh"),)),
        ("Bài: Lý Mai Lan - Ảnh: Đỗ Nhật Linh", (("Lý Mai Lan", "bài"), ("Đỗ Nhật Linh", "ảnh"))),
        ("Thực hiện: LÝ MAI LAN, ĐỖ NHẬT LINH", (("LÝ MAI LAN", "thực hiện"), ("ĐỖ NHẬT LINH", "thực hiện"))),
        ("Lý Mai Lan (ghi)", (("Lý Mai Lan", "ghi"),)),
        ("Theo Báo Vân Lĩnh", (("Báo Vân Lĩnh", "theo"),)),
        ("LÝ MAI LAN", (("LÝ MAI LAN", ""),)),
        ("(Nhóm PV Kinh tế)", (("Nhóm PV Kinh tế", ""),)),
        ("Lý Mai Lan (ghi theo lời kể)", (("Lý Mai Lan", "ghi theo lời kể"),)),
        ("Lý Mai Lan (ghi theo lời kể của bà Mận)", (("Lý Mai Lan", "ghi theo lời kể của bà Mận"),)),
        ("Lý Mai Lan - Đỗ Nhật Linh", (("Lý Mai Lan", ""), ("Đỗ Nhật Linh", ""))),
    ],
)
def test_bylines_as_papers_print_them(line, expected):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", "PV: Xin cảm ơn ông!", line)
    assert (draft.byline, draft.byline_text) == (expected, line)
    assert draft.closing == "Xin cảm ơn ông!"


def test_lines_after_the_byline_are_kept_as_unplaced():
    draft = interview(
        "PV: Hỏi?",
        "Ông Lê A: Đáp.",
        "PV: Cảm ơn ông!",
        "Lý Mai Lan (thực hiện)",
        "Ảnh: Đỗ Nhật Linh",
        "Dòng lạc",
    )
    assert draft.byline == (("Lý Mai Lan", "thực hiện"), ("Đỗ Nhật Linh", "ảnh"))
    assert draft.unplaced == ("Dòng lạc",)
    assert draft.warnings == ("Có 1 dòng chưa xếp được vào bài: “Dòng lạc”.",)


def test_thanks_that_ask_again_are_a_question():
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", "PV: Cảm ơn ông, còn sang năm?")
    assert draft.turns[-1].kind == "question"
    assert draft.closing == ""


def test_thanks_that_are_answered_are_a_question():
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", "PV: Xin cảm ơn ông!", "Ông Lê A: Cảm ơn quý báo.")
    assert [turn.kind for turn in draft.turns] == ["question", "answer", "question", "answer"]


@pytest.mark.parametrize(
    "thanks",
    ["Xin trân trọng cảm ơn ông!", "Trân trọng cảm ơn đồng chí!", "Xin cảm ơn những chia sẻ của ông.",
     "Kính chúc thầy luôn mạnh khỏe!", "Chúc ông nhiều sức khỏe!", "Trân trọng cảm ơn!"],
)
def test_thanks_without_a_label_after_the_last_answer_are_the_remark(thanks):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", thanks, "Lý Mai Lan (thực hiện)")
    assert kinds(draft)[-1] == ("remark", "")
    assert draft.closing == thanks


def test_a_wish_closes_a_talk_of_hoi_and_dap():
    draft = interview("Hỏi: Vì sao?", "Đáp: Vì thế.", "Hỏi: Rồi sao?", "Đáp: Vậy thôi.", "Kính chúc thầy mạnh khỏe!")
    assert (draft.closing, draft.turns[-2].text) == ("Kính chúc thầy mạnh khỏe!", "Vậy thôi.")


def test_a_wish_for_others_is_the_respondents():
    draft = interview("Hỏi: Vì sao?", "Đáp: Vì thế.", "Kính chúc bà con một mùa bội thu!")
    assert draft.closing == ""


def test_thanks_of_the_respondent_stay_with_the_answer():
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", "Xin cảm ơn bạn đọc Báo Vân Lĩnh.")
    assert draft.closing == ""
    assert draft.turns[-1].text == "Đáp.\n\nXin cảm ơn bạn đọc Báo Vân Lĩnh."


@pytest.mark.parametrize("stop", ["Ý kiến của bạn", "BÌNH LUẬN", "Bình luận (12)", "Ý kiến bạn đọc:"])
def test_the_comments_begin_at_a_line_of_its_own(stop):
    draft = interview("PV: Hỏi?", "Ông Lê A: Bình luận thì dễ.", stop, "PV: Ai đó viết.")
    assert draft.after == (stop, "PV: Ai đó viết.")
    assert len(draft.turns) == 2


def test_a_section_of_that_name_does_not_end_the_interview():
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", head="Tít của một bài\n\nBình luận\n17:26 15/01/2025\n")
    assert draft.section == "Bình luận"
    assert len(draft.turns) == 2


@pytest.mark.parametrize("blank", ["", "  \n\t\n", "\x00\x01", "\u200b\n\ufeff"])
def test_a_blank_text_is_refused_in_vietnamese(blank):
    with pytest.raises(TranscriptError, match="Bản ghi không có chữ nào"):
        parse(blank)


PIECES = st.sampled_from(
    [
        "",
        "PV: Vì sao?",
        "\xa0\xa0PV : Còn gì nữa",
        "PV:",
        "Ông Lò Văn Páo: Vì thế.",
        "Chị Hà: Đúng vậy",
        "Bà Vi Hà, Giám đốc: Có",
        "- Ảnh 1.",
        "Tít dài của bài - Ảnh 2.",
        "Ảnh 3: Bến",
        "Bến đò cũ",
        "Chợ phiên",
        "Lý Mai Lan (thực hiện)",
        "Ảnh: Đỗ Linh",
        "Tít dài của bài",
        "17:26 15/01/2025",
        "31/02/2025",
        "Kinh tế",
        "Ý kiến của bạn",
        "Bình luận",
        "Xin cảm ơn ông!",
        "PV: Xin cảm ơn bà!",
        "Khuê: Một?",
        "Páo: Hai.",
        "Tỷ lệ 3:1.",
        "* Hỏi: a",
        "Đáp: b",
        "Nghệ nhân",
        "[00:00:01] PV: Sao?",
        "00:00:02 Ông Páo: Vì.",
        "[00:01:05] Rồi: c",
        "Tít: a b",
        "Sapo: c d",
        "PV. Hỏi e?",
        "[PV] f",
        "Hứa Văn Giang (HVG)",
        "HVG: g",
        "[Ảnh 4: Bến]",
        "Thu Hà | 15/01/2025",
        "Đoạn văn " * 60,
    ]
)
ANY_LINE = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=300)
@given(st.lists(PIECES | ANY_LINE, min_size=1, max_size=14).map("\n".join))
def test_no_word_is_lost_or_doubled_whatever_comes(text):
    if not any(character.isalnum() for character in text):
        return
    draft = parse(text)
    assert_nothing_lost(text, draft)
    for pair in exchanges(draft):
        assert pair.question or pair.answer
        assert 0 < pair.confidence <= 1
    blocks = [block for turn in draft.turns for block in turn.blocks]
    regrouped = [block for pair in exchanges(draft) for block in pair.answer]
    asked = [turn.text for turn in draft.turns if turn.kind != "answer" and turn.text]
    assert Counter(block for block in blocks if isinstance(block, Figure)) == Counter(
        block for block in regrouped if isinstance(block, Figure)
    )
    assert [pair.question for pair in exchanges(draft) if pair.question] == asked


@pytest.mark.parametrize(
    "unit",
    [
        "PV: Hỏi?\n\nÔng Lò Văn Páo: Đáp.\n\n",
        "A:\n",
        "- Ảnh 1.\n",
        "Ông Páo: x\n",
        "Tít - Ảnh 1.\nTít\n",
        "PV: cảm ơn\n\ncảm ơn\n",
        "\n",
        "Xin cảm ơn ông!\n",
        "1. a?\nb\n",
        "* a?\n- b.\n",
        "PV. a?\nÔng A. b\n",
        "Ban A: x\n",
        "[00:00:01] PV: a?\n",
    ],
)
def test_no_repetition_of_anything_takes_long(unit):
    """Twice as many lines are twice as many calls: a step that looked back over all lines would need four times."""
    _, some, more, most = (_calls("Tít\n\n" + unit * times) for times in (30, 30, 60, 120))
    assert most - more <= 3 * (more - some) + 1000


@pytest.mark.parametrize("unit", ["ông Lò Văn Páo, Phó, ", "(((:", "- ", "15/01/2025 ", "Bài: A - ", "Ông ", "A B ("])
def test_no_long_line_takes_long(unit):
    """A search that began anew at every word would not come to an end here."""
    text = "Tít\n\n" + unit * (60_000 // len(unit))
    assert_nothing_lost(text, parse(text))


def _calls(text):
    """How many functions run to read a text: the same on a busy machine as on an idle one."""
    count = 0

    def counting(*_):
        nonlocal count
        count += 1

    sys.setprofile(counting)
    try:
        draft = parse(text)
    finally:
        sys.setprofile(None)
    assert_nothing_lost(text, draft)
    assert len(draft.warnings) <= 22
    return count


def test_a_book_of_an_interview_is_read():
    body = PAGE[PAGE.index("PV: Thưa") : PAGE.index("PV : Xin")]
    page = PAGE.replace(body, body * (250_000 // len(body)))
    draft = parse(page)
    assert len(draft.turns) == 5 * (250_000 // len(body)) + 1
    assert_nothing_lost(page, draft)


LONG = "Dài" * 120


TOO_LONG = st.sampled_from([
    LONG, f"{LONG} - Ảnh 1.", f"PV {LONG}: a", f"Ông {LONG}: a", f"{LONG}: b", f"Ông A {LONG}, Phó: a",
    f"ông Lò Páo, {LONG}", f"{LONG} (ghi)", f"Ảnh: {LONG}", "Từ " * 40,
])


@given(st.lists(PIECES | TOO_LONG, min_size=1, max_size=12))
def test_every_field_keeps_to_its_length(pieces):
    text = "\n".join(pieces)
    if not text.strip():
        return
    draft = parse(text)
    assert_nothing_lost(text, draft)
    assert len(draft.headline) <= 250
    assert max(len(draft.kicker), len(draft.section)) <= 80
    assert all(len(name) <= 100 and len(role) <= 40 for name, role in draft.byline)
    for turn in draft.turns:
        assert len(turn.label) <= 120
        assert (len(turn.honorific) <= 40, len(turn.name) <= 100, len(turn.office) <= 300) == (True, True, True)
        figures = [block for block in turn.blocks if isinstance(block, Figure)]
        assert all(len(figure.alt) <= 300 and len(figure.caption) <= 400 for figure in figures)


@pytest.mark.parametrize(
    "caption",
    [
        "Bà Triệu Thị Mận (bên trái) trên đồi chè. Ảnh: NVCC",
        "Bà Mận (thứ hai từ trái sang) tại hội chợ. Ảnh: Lê Mai",
        "Bà Triệu Thị Mận (ảnh: NVCC)",
    ],
)
def test_the_credit_of_a_picture_is_nobody_who_speaks(caption):
    draft = interview("PV: Chè năm nay ra sao?", "Bà Triệu Thị Mận: Được mùa.", caption, "PV: Còn giá?",
                      "Bà Triệu Thị Mận: Giữ như năm ngoái.", "Ông Trần Văn Ảnh: Tôi bán được cả vụ.")
    assert kinds(draft) == [
        ("question", "PV"),
        ("answer", "Bà Triệu Thị Mận"),
        ("question", "PV"),
        ("answer", "Bà Triệu Thị Mận"),
        ("answer", "Ông Trần Văn Ảnh"),
    ]


def test_a_box_is_nobodys_answer_and_the_desk_is_told():
    draft = interview(
        "PV: Khèn có từ bao giờ?", "Ông Lê A: Từ lâu.", "Box: Khèn được ghi danh năm 2019.\nCả tỉnh có 40 nghệ nhân.",
        "PV: Còn ai thổi?", "Ông Lê A: Còn tôi.",
    )
    assert [turn.text for turn in draft.turns if turn.kind == "answer"] == ["Từ lâu.", "Còn tôi."]
    assert draft.unplaced == ("Box: Khèn được ghi danh năm 2019.", "Cả tỉnh có 40 nghệ nhân.")
    assert len(draft.warnings) == 1


@pytest.mark.parametrize(
    "line",
    ["(Còn nữa)", "(Kỳ sau đăng tiếp)",
     "Chia sẻ", "Chia sẻ Facebook", "Lưu bài viết", "In bài", "Từ khóa: chè, Khau Lạc", "#chè #KhauLạc", "Đọc 4 phút",
     "0 bình luận", "-----", "© 2026 Báo Vân Lĩnh", "Xem thêm: Đồi chè vào vụ",
     "Theo dõi Báo Vân Lĩnh trên Google News"],
)
def test_what_a_page_prints_around_an_interview_is_set_aside(line):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", "PV: Cảm ơn ông!", "Lý Mai Lan (thực hiện)", line)
    assert (draft.unplaced, draft.after, draft.warnings) == ((), (line,), ())
    within = interview("PV: Hỏi?", "Ông Lê A: Đáp.", line, "Lại đáp.", "PV: Cảm ơn ông!")
    assert within.turns[1].text == "Đáp.\n\nLại đáp."


@pytest.mark.parametrize(
    "line",
    ["Còn nữa, xã sẽ làm tiếp.",
     "Chia sẻ với bà con là việc của xã.", "Đọc sách mỗi ngày.", "Theo dõi mực nước là việc của tôi.",
     "Trang trại chè"],
)
def test_words_that_begin_like_a_button_stay(line):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", line, "Rồi nữa.", "PV: Cảm ơn ông!")
    assert line in draft.turns[1].text


def test_the_head_of_an_e_mail_and_a_list_of_other_stories_are_set_aside():
    mail = ("Từ: Lý Mai Lan", "Đến: Ban Biên tập", "Chủ đề: Bài mới")
    others = ("Tin liên quan", "Đồi chè vào vụ", "Cầu mới thông xe")
    talk = ("Tít của bài", "Đoạn dẫn.", "PV: Hỏi?", "Ông Lê A: Đáp.", "PV: Xin cảm ơn ông!")
    draft = parse("\n\n".join((*mail, *talk, *others)))
    assert (draft.headline, draft.after, draft.warnings) == ("Tít của bài", (*mail, *others), ())


def test_a_list_of_other_stories_in_the_middle_ends_nothing():
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", "Tin liên quan", "PV: Hai?", "Ông Lê A: Hết.")
    assert len(draft.turns) == 4
