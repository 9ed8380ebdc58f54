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
