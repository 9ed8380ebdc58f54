from articles.transcripts import Figure, Paragraph, exchanges, parse, respondents
from tests.transcripts import PAGE, interview


def test_exchanges_pair_questions_with_answers():
    pairs = exchanges(parse(PAGE))
    assert [(bool(pair.question), pair.respondent and pair.respondent.name) for pair in pairs] == [
        (True, "Triệu Thị Mận"),
        (True, "Triệu Thị Mận"),
        (False, "Lò Văn Páo"),
        (True, None),
    ]
    assert pairs[2].asked_by == ""
    assert pairs[3].asked_by == "PV"
    assert pairs[3].answer == ()


def test_exchanges_never_have_both_sides_blank():
    draft = interview("PV:", "PV: Hỏi thật không?", "Ông Lê A:", "PV:")
    assert all(pair.question or pair.answer for pair in exchanges(draft))


def test_a_figure_under_a_question_goes_to_the_answer():
    draft = interview(
        "PV: Có gì mới?", "- Ảnh 1.", "Bến đò cũ", "Ông Lê A: Có bến mới.", "PV: Và nữa?", "Ông Lê A: Hết."
    )
    first = exchanges(draft)[0]
    assert first.question == "Có gì mới?"
    assert [type(block) for block in first.answer] == [Figure, Paragraph]


def test_two_questions_in_a_row_are_two_exchanges_and_a_warning():
    draft = interview("PV: Một?", "PV: Hai?", "Ông Lê A: Hai.", "PV: Ba?", "Ông Lê A: Ba.")
    assert [(pair.question, bool(pair.answer)) for pair in exchanges(draft)] == [
        ("Một?", False),
        ("Hai?", True),
        ("Ba?", True),
    ]
    assert draft.warnings == ("Câu 1: câu hỏi chưa có lời đáp: “Một?”.",)


def test_one_person_in_two_spellings_is_one_respondent():
    draft = interview("PV: Một?", "Bà Vi Thị Hòa: A.", "PV: Hai?", "Bà Vi Thị Hoà: B.", "PV: Ba?", "BÀ VI THỊ HÒA: C.")
    assert [respondent.name for respondent in respondents(draft)] == ["Vi Thị Hòa"]
