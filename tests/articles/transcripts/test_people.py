import pytest

from articles.transcripts import parse, respondents
from articles.transcripts.people import people_in
from tests.transcripts import interview


@pytest.mark.parametrize(
    ("told", "office"),
    [
        ("Ông Hà Văn Bình, Phó Chủ tịch Ủy ban nhân dân xã Nà Thoang, kể.",
         "Phó Chủ tịch Ủy ban nhân dân xã Nà Thoang"),
        ("Ông Hà Văn Bình, nông dân thôn Nà Pài, xã Khau Lạc, kể.", "nông dân thôn Nà Pài, xã Khau Lạc"),
        ("Gặp ông Hà Văn Bình, Trưởng bản Mây", "Trưởng bản Mây"),
        ("Ông Hà Văn Bình, Trưởng bản Mây, bà Lý Thị Sao cùng có mặt.", "Trưởng bản Mây"),
        ("Ông Hà Văn Bình, nhân dịp này, kể.", ""),
        ("Ông Hà Văn Bình, người xã Nà Thoang, kể.", ""),
    ],
)
def test_an_office_is_taken_whole_and_nothing_else_is_one(told, office):
    assert people_in([told])[0].office == office


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Ở tuổi 59, bưu tá Nông Văn Lợi vẫn đi bộ.", "Nông Văn Lợi"),
        ("Bưu tá Nông Văn Lợi đi cùng Lục Thị Yến.", ""),
        ("Trạm ở đường Nguyễn Thị Sương.", ""),
    ],
)
def test_who_answers_questions_in_bold_may_be_named_by_the_introduction_alone(told, name):
    draft = parse(f"Tít của một bài\n\n{told}\n\n*Ông đi từ bao giờ?*\n\nTừ lâu.\n\n*Có mệt không?*\n\nCó chứ.")
    assert [person.name for person in respondents(draft)] == [name] * bool(name)


@pytest.mark.parametrize(
    ("first", "short"),
    [("Nhạc sĩ Hứa Trường Giang (HTG)", "HTG"), ("Nhạc sĩ Hứa Trường Giang", "H.T.G")],
)
def test_initials_are_the_person_they_stand_for(first, short):
    draft = interview(
        "PV: Anh viết lúc nào?", f"{first}: Sáng sớm.", "PV: Còn chị?", f"{short}: Chị ấy viết đêm.",
        "PV: Bao lâu xong?", f"{short}: Ba tháng.",
    )
    assert {turn.name for turn in draft.turns if turn.kind == "answer"} == {"Hứa Trường Giang"}


def test_a_paper_that_asks_by_its_initials_asks():
    draft = interview(
        "Báo Vân Lĩnh (BVL): Cầu dài bao nhiêu?", "Ông Vi Văn Lành: 412 m.", "BVL: Bến phà ra sao?",
        "Ông Vi Văn Lành: Phà nghỉ rồi.",
    )
    assert [turn.kind for turn in draft.turns] == ["question", "answer"] * 2
