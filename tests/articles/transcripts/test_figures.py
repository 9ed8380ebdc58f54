import pytest

from articles.transcripts import Figure, Paragraph
from tests.transcripts import interview


@pytest.mark.parametrize(
    ("lines", "alt", "caption"),
    [
        (["- Ảnh 2.", "", "Bến đò cũ"], "", "Bến đò cũ"),
        (
            ["Bến đò lúc sớm - Ảnh 2.", "Bến đò cũ. Ảnh: Đỗ Nhật Linh"],
            "Bến đò lúc sớm",
            "Bến đò cũ. Ảnh: Đỗ Nhật Linh",
        ),
        (["Tít của bài – ảnh 2", "", "Bến đò cũ", "Ảnh: Đỗ Nhật Linh"], "", "Bến đò cũ Ảnh: Đỗ Nhật Linh"),
        (["Ảnh 2. Bến đò cũ"], "", "Bến đò cũ"),
    ],
)
def test_figures_as_papers_print_them(lines, alt, caption):
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.", "\n".join(lines), "Rồi nữa.", "PV: Hai?", "Ông Lê A: Hết."
    )
    assert [type(block) for block in draft.turns[1].blocks] == [Paragraph, Figure, Paragraph]
    figure = draft.turns[1].blocks[1]
    assert (figure.number, figure.alt, figure.caption) == (2, alt, caption)


def test_a_long_paragraph_or_a_speaker_is_no_caption():
    long = "Đoạn dài. " * 40
    draft = interview(
        "PV: Hỏi?", "Ông Lê A: Đáp.", "- Ảnh 1.", long, "- Ảnh 2.", "PV: Hai?", "Ông Lê A: Hết."
    )
    captions = [block.caption for block in draft.turns[1].blocks if isinstance(block, Figure)]
    assert captions == ["", ""]
    assert draft.turns[2].text == "Hai?"
    assert draft.warnings == ("Ảnh 1 không có chú thích.", "Ảnh 2 không có chú thích.")


@pytest.mark.parametrize(
    "line",
    ["Bến đò cũ. Ảnh tư liệu", "Bến đò cũ (Ảnh do nhân vật cung cấp)", "Ảnh minh họa: Minh Anh", "Ảnh minh họa",
     "Ảnh: NVCC", "Bến đò cũ. (Ảnh: Minh Anh)", "Nguồn ảnh: Minh Anh", "Bến đò cũ. Nguồn ảnh: Cảng Bến Lĩnh",
     "Bến đò cũ - Ảnh: Đỗ Linh", "Bến đò cũ. Ảnh: M.A", "Bến đò cũ. Ảnh: nhân vật cung cấp",
     "Ảnh tư liệu gia đình cung cấp"],
)
def test_a_line_that_credits_a_picture_is_its_caption(line):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", line, "Rồi nữa.", "PV: Hai?", "Ông Lê A: Hết.")
    assert [block.caption for block in draft.turns[1].blocks if isinstance(block, Figure)] == [line]
    assert draft.turns[1].text == "Đáp.\n\nRồi nữa."
    assert draft.warnings == ()


@pytest.mark.parametrize(
    "line",
    ["Tôi còn giữ tấm ảnh tư liệu ấy.", "Họ góp cho tôi cuốn ảnh do bố tôi chụp.", "Ảnh treo kín nhà, toàn học trò."],
)
def test_words_about_pictures_are_no_caption(line):
    draft = interview("PV: Hỏi?", "Ông Lê A: Đáp.", line, "PV: Hai?", "Ông Lê A: Hết.")
    assert draft.turns[1].text == f"Đáp.\n\n{line}"
