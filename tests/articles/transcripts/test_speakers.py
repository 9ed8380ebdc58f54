import pytest

from articles.transcripts import Paragraph, Respondent, exchanges, parse, respondents
from tests.transcripts import interview, kinds, paragraphs


@pytest.mark.parametrize(
    "label",
    [
        "PV",
        "P.V",
        "Pv",
        "Phóng viên",
        "PHÓNG VIÊN",
        "Phóng viên (PV)",
        "Hỏi",
        "Câu hỏi 1",
        "Báo Vân Lĩnh",
        "PV Báo Vân Lĩnh",
        "Tòa soạn",
        "Toà soạn",
        "Bạn đọc Trần Thị Bưởi (phường Tân Lộc)",
        "MC",
    ],
)
@pytest.mark.parametrize("mark", [":", " :", "：", ": "])
def test_words_that_ask(label, mark):
    draft = interview(f"{label}{mark}Nước sông thế nào?", "Ông Lê Văn A: Trong hơn.")
    assert kinds(draft) == [("question", label), ("answer", "Ông Lê Văn A")]
    assert draft.turns[0].text == "Nước sông thế nào?"


@pytest.mark.parametrize(
    ("label", "honorific", "name", "office"),
    [
        ("Ông Lò Văn Páo", "Ông", "Lò Văn Páo", ""),
        ("BÀ LÒ THỊ PÁO", "BÀ", "LÒ THỊ PÁO", ""),
        ("Đồng chí Vi Hồng Hà", "Đồng chí", "Vi Hồng Hà", ""),
        ("Anh Páo", "Anh", "Páo", ""),
        ("Chị K'Bing", "Chị", "K'Bing", ""),
        ("TS. Vi Hồng Hà", "TS.", "Vi Hồng Hà", ""),
        ("PGS.TS. Vi Hồng Hà", "PGS.TS.", "Vi Hồng Hà", ""),
        ("PGS, TS Vi Hồng Hà", "PGS, TS", "Vi Hồng Hà", ""),
        ("Thầy giáo, ThS. Vi Hồng Hà", "Thầy giáo, ThS.", "Vi Hồng Hà", ""),
        ("Bác sỹ Vi Hồng Hà", "Bác sỹ", "Vi Hồng Hà", ""),
        ("BS.CKII Vi Hồng Hà", "BS.CKII", "Vi Hồng Hà", ""),
        ("Nghệ nhân Ưu tú Vi Hồng Hà", "Nghệ nhân Ưu tú", "Vi Hồng Hà", ""),
        ("Ông Vi Hà, Giám đốc Sở Y tế", "Ông", "Vi Hà", "Giám đốc Sở Y tế"),
        ("Ông Vi Hà - nguyên Bí thư Đảng ủy xã", "Ông", "Vi Hà", "nguyên Bí thư Đảng ủy xã"),
        ("Bà Vi Hà (Chủ tịch Hội Phụ nữ)", "Bà", "Vi Hà", "Chủ tịch Hội Phụ nữ"),
    ],
)
def test_labels_of_those_who_answer(label, honorific, name, office):
    draft = interview("PV: Hỏi?", f"{label}: Đáp.")
    assert kinds(draft)[1] == ("answer", label)
    assert draft.turns[1].respondent == Respondent(honorific, name, office)


@pytest.mark.parametrize(
    "line",
    [
        "Lưu ý: nhớ mang áo ấm.",
        "05:26 là giờ tàu chạy.",
        "Tỷ lệ 3:1 là vừa.",
        "Thứ nhất: làm đường.",
        "Thời gian: 17:26.",
        "Ông Vi Hà, Chủ tịch xã, cho biết: đường đã xong.",
        "Cụ thể: mỗi hộ hai tạ.",
        "Bác Hồ: tấm gương của chúng tôi.",
        "Ông Sùng Seo Lử: 5 triệu đồng",
        "https://example.org/trang",
        "Khau Lạc: 12 ha",
        "Tôi hỏi: làm sao?",
        "Như các cụ nói: nước chảy đá mòn",
        ": lạc dòng",
        "Bà con: ai cũng vui.",
        "Về vốn: đã có.",
    ],
)
def test_a_colon_inside_an_answer_is_no_speaker(line):
    draft = interview("PV: Hỏi?", "Ông Lò Văn Páo: Đáp.", line, "Và thế.", "PV: Nữa?", "Ông Lò Văn Páo: Hết.")
    assert [turn.kind for turn in draft.turns] == ["question", "answer", "question", "answer"]
    assert paragraphs(draft.turns[1].blocks) == ["Đáp.", line, "Và thế."]


def test_words_for_question_and_answer_take_the_one_person_of_the_introduction():
    draft = interview(
        "Ông Lò Văn Páo, Trưởng bản Mây, kể chuyện.", "Hỏi: Sao?", "Đáp: Thế.", "Hỏi: Rồi sao?", "Đáp: Vậy."
    )
    assert kinds(draft)[:2] == [("question", "Hỏi"), ("answer", "Đáp")]
    assert draft.turns[1].respondent == Respondent("Ông", "Lò Văn Páo", "Trưởng bản Mây")


def test_respondents_in_changing_order_and_short_forms_of_their_names():
    draft = interview(
        "Chúng tôi gặp ông Lò Văn Páo (Trưởng bản Mây) và chị Vi Hồng Hà - Bí thư Chi đoàn, ngay bên bếp lửa.",
        "PV: Một?",
        "Ông Páo: A.",
        "Chị Hà: B.",
        "PV: Hai?",
        "Chị Hà: C.",
        "Ông Páo: D.",
        "Chị Hà: E.",
    )
    assert [turn.name for turn in draft.turns if turn.kind == "answer"] == [
        "Lò Văn Páo",
        "Vi Hồng Hà",
        "Vi Hồng Hà",
        "Lò Văn Páo",
        "Vi Hồng Hà",
    ]
    assert respondents(draft) == (
        Respondent("Ông", "Lò Văn Páo", "Trưởng bản Mây"),
        Respondent("Chị", "Vi Hồng Hà", "Bí thư Chi đoàn"),
    )


def test_names_without_honorific_answer_when_they_follow_questions_again_and_again():
    draft = interview("PV: Một?", "Lò Văn Páo: A.", "Khau Lạc: 12 ha", "PV: Hai?", "Lò Văn Páo: B.")
    assert kinds(draft) == [
        ("question", "PV"),
        ("answer", "Lò Văn Páo"),
        ("question", "PV"),
        ("answer", "Lò Văn Páo"),
    ]
    assert draft.turns[1].name == "Lò Văn Páo"


def test_a_name_of_a_paper_asks_when_it_stands_before_answers():
    draft = interview("Lĩnh Giang: Một?", "Ông Lò Văn Páo: A.", "Lĩnh Giang: Hai?", "Ông Lò Văn Páo: B.")
    assert kinds(draft)[::2] == [("question", "Lĩnh Giang")] * 2


def test_two_unknown_names_are_told_apart_by_who_asks():
    draft = interview("Khuê: Một?", "Páo: A.", "Khuê: Hai?", "Páo: B.")
    assert kinds(draft)[:2] == [("question", "Khuê"), ("answer", "Páo")]
    assert draft.warnings == ()


def test_two_unknown_names_that_only_take_turns_are_believed_but_doubted():
    draft = interview("Khuê: Một", "Páo: A.", "Khuê: Hai", "Páo: B.")
    assert [turn.kind for turn in draft.turns] == ["question", "answer", "question", "answer"]
    assert all(turn.confidence < 0.7 for turn in draft.turns)
    assert len([warning for warning in draft.warnings if warning.startswith("Câu ")]) == 4


def test_where_answers_have_no_label_the_paragraphs_after_the_question_answer():
    draft = interview("PV: Một?", "Đoạn A.", "Đoạn B.", "PV: Hai?", "Đoạn C.", "PV: Xin cảm ơn ông!")
    assert [(turn.kind, turn.text) for turn in draft.turns] == [
        ("question", "Một?"),
        ("answer", "Đoạn A.\n\nĐoạn B."),
        ("question", "Hai?"),
        ("answer", "Đoạn C."),
        ("remark", "Xin cảm ơn ông!"),
    ]


def test_unlabelled_paragraphs_join_the_running_turn():
    draft = interview("PV: Một", "Hay là hai?", "Ông Lê A: A.", "B.", "PV: Ba?", "Ông Lê A: C.")
    assert draft.turns[0].text == "Một\n\nHay là hai?"
    assert draft.turns[1].text == "A.\n\nB."


def test_label_on_a_line_of_its_own():
    draft = interview("PV:\nMột?", "Ông Lê A:\nA.", "PV:\nHai?", "Ông Lê A:\nB.")
    assert [turn.text for turn in draft.turns] == ["Một?", "A.", "Hai?", "B."]


def test_without_speakers_everything_is_introduction():
    draft = parse("Tít của bài\n\nĐoạn một.\n\nĐoạn hai.")
    assert draft.turns == exchanges(draft) == ()
    assert (draft.standfirst, draft.introduction) == ("Đoạn một.", (Paragraph("Đoạn hai."),))
    assert draft.warnings == ("Không nhận ra lượt hỏi đáp nào; toàn bộ chữ được để ở phần dẫn.",)


def test_a_name_shortened_after_a_label_gave_it_in_full_speaks_even_after_another_answer():
    draft = interview(
        "PV: Vì sao lại là xe nhỏ?",
        "Ông Vi Đức Lâm, Giám đốc hợp tác xã: Vì ngõ hẹp.",
        "Anh Tô Văn Dũng, công nhân: Xe nhỏ thì đỡ chờ lâu.",
        "PV: Giá vé có tăng không?",
        "Ông Lâm: Không, ít nhất đến hết năm sau.",
        "Anh Dũng: Em tin.",
    )
    assert [turn.label for turn in draft.turns] == [
        "PV", "Ông Vi Đức Lâm, Giám đốc hợp tác xã", "Anh Tô Văn Dũng, công nhân", "PV", "Ông Lâm", "Anh Dũng",
    ]
    assert draft.turns[-1].text == "Em tin."
    assert draft.turns[-1].name == "Tô Văn Dũng"
    assert draft.warnings == ()


@pytest.mark.parametrize(
    ("label", "honorific", "office"),
    [
        ("Anh Tô Minh Nhật, công nhân", "Anh", "công nhân"),
        ("Ông Tô Minh Nhật, nông dân", "Ông", "nông dân"),
        ("Anh Tô Minh Nhật - sinh viên năm ba", "Anh", "sinh viên năm ba"),
        ("Chị Tô Minh Nhật, tiểu thương chợ Cầu Mây", "Chị", "tiểu thương chợ Cầu Mây"),
        ("Bạn Tô Minh Nhật", "Bạn", ""),
        ("Em Tô Minh Nhật, học sinh lớp 9", "Em", "học sinh lớp 9"),
    ],
)
def test_what_somebody_does_for_a_living_stands_in_the_label_even_once(label, honorific, office):
    draft = interview(
        "PV: Vì sao lại là xe nhỏ?", "Ông Vi Đức Lâm: Vì ngõ hẹp.", f"{label}: Giờ cao điểm thì chen không nổi.",
        "PV: Giá vé có tăng không?", "Ông Lâm: Không.",
    )
    turn = draft.turns[2]
    assert (turn.label, turn.text) == (label, "Giờ cao điểm thì chen không nổi.")
    assert (turn.honorific, turn.name, turn.office) == (honorific, "Tô Minh Nhật", office)
    assert draft.warnings == ()


@pytest.mark.parametrize("clause", ["Ông Vi Đức Lâm, khi trở về quê", "Anh Tô Văn Dũng, sau nhiều năm đi xa"])
def test_a_clause_after_a_name_is_no_label(clause):
    draft = interview("PV: Vì sao?", "Bà Lý A: Vì ngõ hẹp.", f"{clause}: Mở xưởng ngay giữa thôn.")
    assert kinds(draft) == [("question", "PV"), ("answer", "Bà Lý A")]


@pytest.mark.parametrize(
    "label", ["Nhà báo Hà Thu Cúc", "MC Hải Yến", "Biên tập viên Hải Yến", "Dẫn chương trình", "Phóng viên Hải Yến"]
)
def test_the_press_asks_even_without_a_question_mark(label):
    draft = interview(
        f"{label}: Nước rút từ hôm nào?", "Thượng tá Vi Công Sửu: Từ hôm mồng ba, rút chậm lắm.",
        f"{label}: Đội cứu hộ khi ấy mới có mấy người.", "Thượng tá Vi Công Sửu: Mười hai người.",
        f"{label}: Rồi sổ sách sẽ ra sao, thưa ông.", "Thượng tá Vi Công Sửu: Mất hết.",
    )
    assert kinds(draft) == [("question", label), ("answer", "Thượng tá Vi Công Sửu")] * 3
    assert draft.warnings == ()


def test_a_journalist_who_is_asked_answers():
    draft = interview(
        "PV: Vì sao ông viết?", "Nhà báo Hà Thu Cúc: Vì thương.", "PV: Rồi sao?", "Nhà báo Hà Thu Cúc: Viết tiếp.",
    )
    assert kinds(draft) == [("question", "PV"), ("answer", "Nhà báo Hà Thu Cúc")] * 2


def test_a_label_that_says_how_it_is_printed_from_here_on_speaks():
    draft = interview("Hỏi (H): Áo mưa từ đâu?", "Đáp (Đ): Từ xe ôm.", "H: Có đủ không?", "Đ: Đủ.")
    assert kinds(draft) == [
        ("question", "Hỏi (H)"), ("answer", "Đáp (Đ)"), ("question", "H"), ("answer", "Đ"),
    ]
    assert draft.warnings == ()


@pytest.mark.parametrize("sign", ["▪", "□", "➢", "♦", "\uf0b7"])
def test_any_sign_drawn_before_the_questions_opens_them(sign):
    draft = interview(
        f"{sign} Cầu dài bao nhiêu?", "- Dài 412 m.", f"{sign} Còn bến phà?", "- Nghỉ rồi.", f"{sign} Cảm ơn anh!"
    )
    assert [(turn.kind, turn.text) for turn in draft.turns] == [
        ("question", "Cầu dài bao nhiêu?"), ("answer", "Dài 412 m."),
        ("question", "Còn bến phà?"), ("answer", "Nghỉ rồi."), ("remark", "Cảm ơn anh!"),
    ]
    assert draft.warnings == ()


def test_a_second_guest_whose_colon_was_forgotten_is_heard():
    draft = interview(
        "PV: Trái xoài đồng đều thì phải làm gì?",
        "Bà Lục Thị Yến: Trồng theo nhóm.",
        "Ông Lê Văn Nhã Chúng tôi đã lập mười tổ.",
        "PV: Rồi sao nữa?",
        "Ông Lê Văn Nhã: Lịch đã dán ở ấp.",
    )
    assert kinds(draft)[2] == ("answer", "Ông Lê Văn Nhã")
    assert draft.turns[2].text == "Chúng tôi đã lập mười tổ."
    assert draft.warnings == ()


def test_a_guest_who_is_spoken_of_is_not_heard():
    draft = interview(
        "PV: Ai lo giống?",
        "Bà Lục Thị Yến: Tôi lo vốn.",
        "Ông Lê Văn Nhã, Trưởng thôn, lo giống.",
        "PV: Rồi sao nữa?",
        "Ông Lê Văn Nhã: Đủ giống.",
    )
    assert [kind for kind, _ in kinds(draft)] == ["question", "answer"] * 2


def test_a_trade_and_a_name_in_a_line_of_their_own_speak():
    draft = interview(
        "PV\nTấm khăn đổi gì?",
        "Người may Trịnh Bảo Ngân\nChỉ sợi và màu.",
        "PV\nHoa văn thì sao?",
        "Người may Trịnh Bảo Ngân\nTôi không đụng vào.",
    )
    assert kinds(draft) == [("question", "PV"), ("answer", "Người may Trịnh Bảo Ngân")] * 2
    assert draft.warnings == ()
