"""Every page of the collection with one thing broken: what can be seen is never silently wrong."""

import re

import pytest

from articles.transcripts import parse
from articles.transcripts.report import as_json
from tests.pages import pages, printed, rows
from tests.transcripts import interview

TEXTS = [page for page in pages() if not page.name.endswith(".docx.page")]


def told(report):
    """Who is asked and answered what, whatever the labels."""
    return report["closing"], [
        (exchange["question"]["paragraphs"], [side["paragraphs"] + side["list_items"] for side in exchange["answers"]])
        for exchange in report["exchanges"]
    ]


@pytest.mark.parametrize("transcript", TEXTS, ids=lambda path: path.name)
def test_a_question_that_lost_its_label_is_found_or_doubted(transcript):
    lines = [(role, printed(text), re.match("(.{0,3}‹.*›:? ?)(.+)", text)) for role, _, text in rows(transcript)]
    whole = told(as_json(parse("\n".join(text for _, text, _ in lines))))
    for at, (role, _, labelled) in enumerate(lines):
        if role != "Q" or not labelled:
            continue
        broken = as_json(parse("\n".join(labelled[2] if n == at else text for n, (_, text, _) in enumerate(lines))))
        assert broken["warnings"] or told(broken) == whole, labelled[2]


DASHES = (
    "- Thưa ông, cầu dài bao nhiêu mét?", "- Cầu dài 412 m.", "- Bến phà cũ ra sao?", "- Phà nghỉ từ ngày 1-6.",
    "- Xe tải có được qua không?", "- Dưới 13 tấn thì được.", "- Còn xe đạp?", "- Thoải mái.",
)
NUMBERS = (
    "1. Cầu dài bao nhiêu mét, thưa ông?", "Cầu dài 412 m.", "2. Bến phà cũ ra sao?", "Phà nghỉ từ ngày 1-6.",
    "3. Xe tải có được qua không, thưa ông?", "Dưới 13 tấn thì được.", "4. Còn xe đạp thì sao?", "Thoải mái.",
)
GUEST = "Ông Vi Văn Lành, Trưởng ban quản lý cầu, trả lời."
LABELS = (
    GUEST, "PV: Cầu dài bao nhiêu?", "Ông Vi Văn Lành: Dài 412 m.", "PV: Bến phà ra sao?", "Ông Lành: Phà nghỉ rồi.",
    "PV: Xe tải có được qua không?", "Ông Lành: Dưới 13 tấn thì được.",
)
TURNS = ("PV", "Cầu dài bao nhiêu?", "Ông Vi Văn Lành", "Dài 412 m.", "PV", "Phà đâu?", "Ông Vi Văn Lành", "Nghỉ rồi.")
PANEL = (
    "PV: Điện ra sao?", "Chị Mai: Yếu lắm.", "Anh Sính: Chập chờn.", "Ông Đán: Đang sửa.",
    "PV: Nước ra sao?", "Anh Sính: Có rồi.", "Ông Đán: Đủ dùng.", "Chị Mai: Trong lắm.",
    "PV: Đường ra sao?", "Ông Đán: Đã trải nhựa.", "Chị Mai: Êm lắm.", "Anh Sính: Nhanh hơn trước.",
)


@pytest.mark.parametrize("clean", [DASHES, NUMBERS, LABELS, TURNS, PANEL])
def test_the_clean_sources_do_not_warn(clean):
    assert interview(*clean).warnings == ()


@pytest.mark.parametrize(
    ("lines", "question"),
    [
        ((*DASHES[:3], f"{DASHES[3]} {DASHES[4]}", *DASHES[5:]), 2),
        ((*DASHES[:2], f"{DASHES[2]} {DASHES[3]}", *DASHES[4:]), 1),
        ((*DASHES[:4], *DASHES[5:]), 2),
        ((*NUMBERS[:2], *NUMBERS[4:]), 2),
        ((*NUMBERS[:3], f"{NUMBERS[3]} {NUMBERS[4]}", *NUMBERS[5:]), 3),
        ((*LABELS[:3], *LABELS[4:]), 1),
        ((*LABELS[:4], "Bà Trà Thị Lạ: Phà nghỉ rồi.", *LABELS[5:]), 2),
        ((*TURNS[:5], f"{TURNS[5]} {TURNS[6]}", TURNS[7]), 2),
        ((*PANEL[:7], "Trong lắm.", *PANEL[8:]), 2),
        ((*LABELS[:4], "Phà nghỉ. Chèo được cả đời rồi. Cầu có rung không?", *LABELS[4:]), 2),
        ((*LABELS[:5], "Người ta bảo cầu rung.", "Rung thật. Nhưng cầu treo nào chẳng rung.", *LABELS[5:]), 2),
        ((*LABELS[:5], "Năm ngoái lũ to, nghe nói ông suýt bị cuốn.", "Tôi buộc mình vào trụ.", *LABELS[5:]), 2),
    ],
    ids=[
        "question in the answer's line", "answer in the question's line", "question lost between dashes",
        "numbered question and its answer lost", "numbered question in the answer's line",
        "question lost between labels",
        "another's name", "name behind the question", "one of three without a label",
        "answer and the next question in the question's turn", "statement and its reply without labels",
        "what was heard of the guest without a label",
    ],
)
def test_what_is_broken_is_doubted_at_its_turn(lines, question):
    warnings = interview(*lines).warnings
    assert any(warning.startswith(f"Câu {question}") for warning in warnings), warnings


def test_a_name_printed_once_behind_the_question_is_found():
    draft = interview(
        "* Cầu dài bao nhiêu, thưa ông? - Ông Vi Văn Lành: Dài 412 m.", "* Bến phà ra sao?", "- Phà nghỉ rồi.",
        "* Xe tải có được qua không?", "- Dưới 13 tấn thì được.",
    )
    assert [turn.kind for turn in draft.turns] == ["question", "answer"] * 3
    assert [warning[:5] for warning in draft.warnings] == ["Câu 1"]


def test_somebody_without_a_name_answers_twice_where_a_question_was_lost():
    talk = ("PV: Chị thấy gì?", "Chị H.T.L: Không gì.", "PV: Rồi sao?", "Chị L.: Tôi chạy.", "PV: Giờ ra sao?",
            "Chị L.: Ổn.")
    assert interview(*talk).warnings == ()
    assert interview(*talk[:2], *talk[3:]).warnings[0].startswith("Câu 1")


def test_a_question_in_bold_and_its_answer_in_one_line_are_parted_in_doubt():
    draft = interview(
        "**Cầu dài bao nhiêu mét?**", "412 m.", "**Bến phà cũ ra sao?** Phà nghỉ rồi.", "**Còn xe đạp?**", "Ổn."
    )
    assert [turn.text for turn in draft.turns] == [
        "Cầu dài bao nhiêu mét?", "412 m.", "Bến phà cũ ra sao?", "Phà nghỉ rồi.", "Còn xe đạp?", "Ổn.",
    ]
    assert [warning[:5] for warning in draft.warnings] == ["Câu 2"]


@pytest.mark.parametrize(
    "further",
    [
        ("Nghe nói ông nội tôi từng lái phà.", "Tôi thì chưa."),
        ("Tôi hỏi thợ: có rung không?", "Rung thật. Họ nói vậy."),
        ("Có ba việc:", "Không. Bốn việc mới đúng."),
        ("Cầu có rung.", "Rung thật nhưng vững."),
    ],
)
def test_an_answer_that_goes_on_by_itself_is_not_doubted(further):
    assert interview(*LABELS[:5], *further, *LABELS[5:]).warnings == ()


BLOCKS = "Tít của bài\n\nĐoạn dẫn.\n\nCầu dài bao nhiêu?\nDài 412 m.\n\nBến phà ra sao?\n{}\n\nCòn xe đạp?\nĐi được."


def test_questions_without_any_sign_are_sure_where_each_stands_over_its_answer():
    draft = parse(BLOCKS.format("Phà nghỉ rồi."))
    assert [turn.kind for turn in draft.turns] == ["question", "answer"] * 3
    assert draft.warnings == ()
    assert parse(BLOCKS.format("Phà nghỉ rồi.\nÔng buồn không?\nBuồn.")).warnings != ()
