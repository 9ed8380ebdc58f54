"""A mangled source warns at the right turn; the clean one it was made from does not."""

import pytest

from articles.transcripts import UNSURE, parse
from articles.transcripts.layout import Line, Manuscript
from tests.transcripts import interview

CLEAN = (
    "PV: Thưa bà, xã đã làm gì?",
    "Bà Triệu Thị Mận: Chúng tôi mở đồi chè.",
    "PV: Người dân được gì?",
    "Ông Lò Văn Páo: Được việc làm quanh năm.",
    "PV: Còn sang năm thì sao?",
    "Bà Triệu Thị Mận: Sang năm mở thêm hai đồi.",
    "PV: Xin cảm ơn bà!",
)


def without(at, change):
    return tuple(change(line) if number == at else line for number, line in enumerate(CLEAN))


def test_the_clean_source_warns_of_nothing():
    draft = interview(*CLEAN)
    assert draft.warnings == ()
    assert all(turn.confidence >= UNSURE for turn in draft.turns)


@pytest.mark.parametrize(
    ("lines", "question", "words"),
    [
        (without(2, lambda line: line.removeprefix("PV: ")), 2, "Người dân được gì?"),
        (without(3, lambda line: line.removeprefix("Ông Lò Văn Páo: ")), 2, "Được việc làm"),
        (without(3, lambda line: ""), 2, "Người dân được gì?"),
        (without(5, lambda line: line.replace("Mận", "Mân")), 3, "Sang năm mở thêm"),
        ((CLEAN[0], CLEAN[1], f"{CLEAN[2]} {CLEAN[3]}", *CLEAN[4:]), 2, "Được việc làm"),
        ((CLEAN[0], f"{CLEAN[1]} {CLEAN[2]}", *CLEAN[3:]), 2, "Người dân được gì?"),
        (CLEAN[1:], 1, "Chúng tôi mở đồi chè."),
        (without(3, lambda line: line.replace("Ông Lò Văn Páo", "Ôg Lo Páo")), 2, "Được việc làm"),
        (without(3, lambda line: line.replace("quanh năm.", "cho con em của")), 2, "cho con em của"),
    ],
    ids=[
        "question without label", "answer without label", "answer lost", "name misspelt",
        "answer in the question's line", "question in the answer's line", "first question lost", "label garbled",
        "answer cut off",
    ],
)
def test_a_mangled_source_warns_at_the_turn(lines, question, words):
    warnings = interview(*filter(None, lines)).warnings
    assert any(warning.startswith(f"Câu {question}") and words in warning for warning in warnings), warnings
    assert {warning.split(",")[0].split(":")[0] for warning in warnings} == {f"Câu {question}"}


@pytest.mark.parametrize(
    ("last", "doubted"),
    [
        ("Chúng tôi đã xin tỉnh cho mở rộng thêm con đường lên đồi", True),
        ("Trước hết là,", True),
        ("Được việc làm quanh năm.”", False),
        ("Có", False),
        ("Được nhiều thứ:\n- làm đường\n- trồng chè\n- mở thêm hai lớp học nghề cho con em trong xã", False),
    ],
)
def test_an_answer_that_stops_in_the_middle_is_doubted(last, doubted):
    lines = (*CLEAN[:3], f"Ông Lò Văn Páo: {last}", *CLEAN[4:6], CLEAN[2], CLEAN[5], CLEAN[6])
    warnings = interview(*lines).warnings
    assert any("Câu 2, lời đáp: dừng giữa câu" in warning for warning in warnings) is doubted


def test_full_stops_that_a_writer_never_sets_are_not_missed():
    warnings = interview(*(line.removesuffix(".") for line in CLEAN)).warnings
    assert warnings == ()


def test_lines_that_fit_nowhere_are_shown():
    draft = parse("\n".join(["Tít của bài", *CLEAN, "Lý Mai Lan (thực hiện)", "Dòng lạc"]))
    assert draft.warnings == ("Có 1 dòng chưa xếp được vào bài: “Dòng lạc”.",)


def in_bold(*paragraphs):
    """The warnings for paragraphs of which those with a star before them are bold."""
    found = [Line(text.removeprefix("*"), at, bold=text.startswith("*")) for at, text in enumerate(paragraphs, 2)]
    return parse(Manuscript((Line("Bến phà cũ, cây cầu mới", 0), Line("Ông Vi Văn Lành trả lời.", 1), *found))).warnings


BOLD = (
    "*Cầu dài bao nhiêu mét, thưa ông?", "Cầu dài 412 m.", "*Bến phà cũ sẽ ra sao?", "Phà nghỉ từ ngày 1-6.",
    "*Dư luận vẫn cho rằng xe tải không qua được.", "Dưới 13 tấn thì được.", "*Còn xe đạp thì sao?", "Thoải mái.",
)


def test_bold_questions_do_not_warn():
    assert in_bold(*BOLD) == ()


@pytest.mark.parametrize(
    ("paragraphs", "question"),
    [
        ((*BOLD[:2], BOLD[2].removeprefix("*"), *BOLD[3:]), "Bến phà cũ sẽ ra sao?"),
        ((*BOLD[:2], "Xin nói về bến phà cũ, thưa ông.", *BOLD[3:]), "Xin nói về bến phà cũ, thưa ông."),
        ((*BOLD[:3], f"*{BOLD[3]}", BOLD[6], BOLD[7]), "Bến phà cũ sẽ ra sao?"),
    ],
    ids=["question not bold", "request not bold", "answer in bold"],
)
def test_a_look_that_was_lost_or_spread_is_doubtful(paragraphs, question):
    warnings = in_bold(*paragraphs)
    assert any(warning.startswith("Câu 2") and question in warning for warning in warnings), warnings


def test_a_question_without_its_dash_is_doubtful():
    warnings = interview(
        "- Thưa ông, cầu dài bao nhiêu mét?", "Cầu dài 412 m.", "Bến phà cũ sẽ ra sao?", "Phà nghỉ từ ngày 1-6.",
        "- Xe tải nặng có được qua cầu không?", "Dưới 13 tấn thì được.",
        "- Còn xe đạp thì sao, thưa ông?", "Xe đạp thì thoải mái.",
    ).warnings
    assert any(warning.startswith("Câu 2") and "Bến phà cũ" in warning for warning in warnings), warnings


def test_a_question_that_the_respondent_asks_himself_is_not():
    assert in_bold(*BOLD[:2], "Nhưng tôi hỏi lại: ai sẽ trả tiền?", "Dân cả thôi.", *BOLD[2:]) == ()


@pytest.mark.parametrize(("name", "doubtful"), [("Lanh", True), ("Lành", False)])
def test_a_short_name_is_spelt_as_the_full_one_was(name, doubtful):
    warnings = interview(
        "PV: Cầu dài bao nhiêu?", "Ông Vi Văn Lành: Dài 412 m.", "PV: Bến phà ra sao?", f"Ông {name}: Phà nghỉ rồi.",
        "PV: Xe tải có được qua không?", "Ông Lành: Dưới 13 tấn thì được.",
    ).warnings
    assert [warning[:5] for warning in warnings] == ["Câu 2"] * doubtful
