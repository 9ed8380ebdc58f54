"""A story's manuscript as reporters bring it: structure kept, head told, and no word lost."""

import io
from collections import Counter

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.stories import is_interview, printed, read_story
from articles.stories.layout import LAYOUT, LINK
from articles.stories.manuscript import BOX, CHART, NESTED
from articles.stories.reading import FIRST_PARAGRAPH
from articles.transcripts import TranscriptError
from articles.vietnamese import nfc
from tests.pages import picture
from tests.transcripts import PAGE

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = (
    "Bến Lĩnh",
    "Cầu Bến Lĩnh 2 thông xe sau ba năm thi công",
    "Sáng 12/10, cây cầu đón những chuyến xe đầu tiên.",
)


def document(*, head=HEAD):
    """A document with a kicker, a headline and a standfirst, the last two in bold."""
    made = docx.Document()
    for at, text in enumerate(head):
        made.add_paragraph().add_run(text).bold = at > 0
    return made


def saved(made):
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def body(made):
    made.add_paragraph("Hết bài, xin dừng ở đây.")
    read = read_story(saved(made)).body
    assert read.endswith("<p>Hết bài, xin dừng ở đây.</p>")
    return read.removesuffix("<p>Hết bài, xin dừng ở đây.</p>")


def linked(paragraph, address, text):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    key = paragraph.part.relate_to(address, kind, is_external=True)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {W} xmlns:r="{relation}" r:id="{key}"><w:r><w:rPr><w:u w:val="single"/></w:rPr>'
            f"<w:t>{text}</w:t></w:r></w:hyperlink>"
        )
    )


def counted(text):
    return Counter(nfc(text).split())


# ---------------------------------------------------------------- the head


def test_kicker_headline_and_standfirst_are_told():
    made = document()
    made.add_paragraph("Từ tờ mờ sáng, hàng trăm người dân đã có mặt.")
    draft = read_story(saved(made))
    assert (draft.kicker, draft.headline, draft.standfirst) == HEAD
    assert draft.body == "<p>Từ tờ mờ sáng, hàng trăm người dân đã có mặt.</p>"
    assert draft.warnings == draft.unplaced == ()


@pytest.mark.parametrize("style", ["Title", "Heading 1"])
def test_a_headline_in_words_own_style_is_one(style):
    made = docx.Document()
    made.add_paragraph("Chợ phiên Khau Lạc đông trở lại sau mùa mưa lũ kéo dài", style=style)
    made.add_paragraph("Phiên chợ đầu tháng đã có hơn hai trăm sạp hàng, đông gấp đôi tháng trước.")
    made.add_paragraph("Bà con dậy từ ba giờ sáng.")
    draft = read_story(saved(made))
    assert draft.headline == "Chợ phiên Khau Lạc đông trở lại sau mùa mưa lũ kéo dài"
    assert draft.body == "<p>Bà con dậy từ ba giờ sáng.</p>"


def test_a_standfirst_that_nothing_sets_apart_is_said_to_be_doubtful():
    draft = read_story(
        "Nhà văn hóa mới ở Nà Thoang\n\nSáng 3/9, xã khánh thành nhà văn hóa.\n\nNhà rộng.".encode()
    )
    assert draft.standfirst == "Sáng 3/9, xã khánh thành nhà văn hóa."
    assert FIRST_PARAGRAPH in draft.warnings


def test_the_paper_s_own_lines_are_kept_apart():
    made = document(head=("Báo Vân Lĩnh - Số 1204", "Thứ Hai, 12/10/2026 08:30", *HEAD))
    made.add_paragraph("Từ tờ mờ sáng, hàng trăm người dân đã có mặt.")
    draft = read_story(saved(made))
    assert draft.headline == HEAD[1]
    assert counted(" ".join(draft.unplaced)) == counted("Báo Vân Lĩnh - Số 1204 Thứ Hai, 12/10/2026 08:30")


def test_the_last_line_signs_and_a_caption_does_not():
    made = document()
    made.add_paragraph("Từ tờ mờ sáng, hàng trăm người dân đã có mặt.")
    made.add_picture(io.BytesIO(picture()))
    made.add_paragraph("Ảnh: Đỗ Nhật Linh")
    made.add_paragraph("Bài, ảnh: Nông Thanh Tùng")
    draft = read_story(saved(made))
    assert draft.byline == (("Nông Thanh Tùng", "bài, ảnh"),)
    assert draft.figures[0].caption == "Ảnh: Đỗ Nhật Linh"


def test_a_signature_above_the_pictures_at_the_end_signs():
    made = document()
    made.add_paragraph("Từ tờ mờ sáng, hàng trăm người dân đã có mặt.")
    made.add_paragraph("Nông Thanh Tùng")
    made.add_picture(io.BytesIO(picture()))
    made.add_paragraph("Cầu nhìn từ bờ nam.", style="Caption")
    draft = read_story(saved(made))
    assert draft.byline == (("Nông Thanh Tùng", ""),)
    assert draft.body.endswith("</figure>")


# ---------------------------------------------------------------- the body


def test_runs_keep_their_look():
    made = document()
    paragraph = made.add_paragraph("Lượng CO")
    paragraph.add_run("2").font.subscript = True
    paragraph.add_run(" giảm ")
    paragraph.add_run("rất rõ").bold = True
    paragraph.add_run(", theo ")
    paragraph.add_run("Sổ tay").italic = True
    paragraph.add_run(" của xã.")
    assert (
        body(made) == "<p>Lượng CO<sub>2</sub> giảm <strong>rất rõ</strong>, theo <em>Sổ tay</em> của xã.</p>"
    )


def test_headings_by_style_or_by_look():
    made = document()
    made.add_heading("Diễn biến", 2)
    made.add_paragraph("Mưa từ nửa đêm.")
    made.add_heading("Ở Nà Thoang", 3)
    made.add_paragraph("Nước lên nhanh.")
    made.add_paragraph().add_run("Ý kiến người dân").bold = True
    made.add_paragraph("Ai cũng lo.")
    assert body(made) == (
        "<h2>Diễn biến</h2><p>Mưa từ nửa đêm.</p><h3>Ở Nà Thoang</h3><p>Nước lên nhanh.</p>"
        "<h2>Ý kiến người dân</h2><p>Ai cũng lo.</p>"
    )


def test_lists_nest_and_change():
    made = document()
    for text, style in (
        ("Một", "List Bullet"), ("Một con", "List Bullet 2"), ("Hai", "List Bullet"),
        ("Thứ nhất", "List Number"), ("Thứ nhì", "List Number"),
    ):  # fmt: skip
        made.add_paragraph(text, style=style)
    assert body(made) == (
        "<ul><li>Một<ul><li>Một con</li></ul></li><li>Hai</li></ul><ol><li>Thứ nhất</li><li>Thứ nhì</li></ol>"
    )


def test_typed_bullets_are_a_list_and_a_dash_may_be_somebody_speaking():
    made = document()
    for text in ("• Một", "• Hai", "- Anh về bao giờ?", "- Hôm qua."):
        made.add_paragraph(text)
    assert body(made) == "<ul><li>Một</li><li>Hai</li></ul><p>- Anh về bao giờ?</p><p>- Hôm qua.</p>"


def test_lines_of_a_verse_stay_together():
    made = document()
    paragraph = made.add_paragraph("Sông Lĩnh chảy xuôi")
    paragraph.add_run().add_break()
    paragraph.add_run("Đò ai neo bến")
    made.add_paragraph("Lời ông Páo.", style="Quote")
    assert body(made) == (
        "<p>Sông Lĩnh chảy xuôi<br>Đò ai neo bến</p><blockquote><p><em>Lời ông Páo.</em></p></blockquote>"
    )


def test_links_lead_on_and_unusable_ones_are_told():
    made = document()
    paragraph = made.add_paragraph("Xem ")
    linked(paragraph, "https://vanlinh.example/cau", "quy hoạch")
    paragraph.add_run(" và ")
    linked(paragraph, "file:///C:/bai.docx", "bản cũ")
    draft = read_story(saved(made))
    assert 'href="https://vanlinh.example/cau"' in draft.body and ">quy hoạch</a>" in draft.body
    assert "bản cũ" in draft.body and "file:" not in draft.body
    assert LINK.format("file:///C:/bai.docx") in draft.warnings


def test_a_table_keeps_its_cells_spans_and_heads():
    made = document()
    table = made.add_table(3, 2)
    for number, text in enumerate(("Xã", "Số hộ", "Nà Thoang", "12", "Khau Lạc", "30")):
        table.cell(number // 2, number % 2).text = text
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    merged = made.add_table(2, 2)
    merged.cell(0, 0).merge(merged.cell(1, 0)).text = "Gộp"
    merged.cell(0, 1).text, merged.cell(1, 1).text = "trên", "dưới"
    assert body(made) == (
        '<table><tbody><tr><th scope="col">Xã</th><th scope="col">Số hộ</th></tr>'
        "<tr><td>Nà Thoang</td><td>12</td></tr><tr><td>Khau Lạc</td><td>30</td></tr></tbody></table>"
        '<table><tbody><tr><td rowspan="2">Gộp</td><td>trên</td></tr><tr><td>dưới</td></tr></tbody></table>'
    )


def test_a_table_that_only_arranges_becomes_what_it_arranges():
    made = document()
    table = made.add_table(2, 1)
    table.cell(0, 0).paragraphs[0].add_run().add_picture(io.BytesIO(picture()))
    table.cell(1, 0).text = "Cầu nhìn từ bờ nam. Ảnh: Đỗ Nhật Linh"
    draft = read_story(saved(made))
    assert "<table" not in draft.body
    assert draft.figures[0].caption == "Cầu nhìn từ bờ nam. Ảnh: Đỗ Nhật Linh"
    assert LAYOUT in draft.warnings


def test_a_table_within_a_table_becomes_paragraphs():
    made = document()
    made.add_paragraph("Bảng dưới đây.")
    outer = made.add_table(1, 2)
    outer.cell(0, 0).text = "ngoài"
    outer.cell(0, 1).add_table(1, 2).cell(0, 1).text = "trong"
    draft = read_story(saved(made))
    assert draft.body.count("<table") == 1 and "trong" in draft.body
    assert NESTED in draft.warnings


def test_words_in_a_box_and_charts_are_told():
    made = document()
    run = made.add_paragraph("Trước khung.").add_run()
    run._r.append(
        parse_xml(
            f"<w:pict {W}><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></w:pict>"
        )
    )
    run._r.append(parse_xml(
        f'<w:drawing {W}><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing>'
    ))  # fmt: skip
    draft = read_story(saved(made))
    assert "<p>Trước khung.</p><p>Trong khung</p>" in draft.body
    assert {BOX, CHART} <= set(draft.warnings)


# ---------------------------------------------------------------- pictures


@pytest.mark.parametrize(
    ("text", "style", "look", "caption"),
    [
        ("Cầu nhìn từ bờ nam.", "Caption", {}, "Cầu nhìn từ bờ nam."),
        ("Ảnh: Cầu nhìn từ bờ nam.", None, {}, "Ảnh: Cầu nhìn từ bờ nam."),
        ("Cầu nhìn từ bờ nam.", None, {"italic": True}, "Cầu nhìn từ bờ nam."),
        ("Cầu nhìn từ bờ nam. (Ảnh: Đỗ Nhật Linh)", None, {}, "Cầu nhìn từ bờ nam. (Ảnh: Đỗ Nhật Linh)"),
        ("Ảnh 1. Cầu nhìn từ bờ nam.", None, {}, "Cầu nhìn từ bờ nam."),
        ("Người dân đi qua cầu từ sáng sớm.", None, {}, ""),
    ],
)
def test_the_line_below_a_picture_is_its_caption_where_it_shows(text, style, look, caption):
    made = document()
    made.add_paragraph("Mở bài.")
    made.add_picture(io.BytesIO(picture()), width=Cm(3))
    run = made.add_paragraph(style=style).add_run(text)
    for name, value in look.items():
        setattr(run, name, value)
    made.add_paragraph("Kết bài.")
    draft = read_story(saved(made))
    assert draft.figures[0].image == picture()
    assert draft.figures[0].caption == caption
    shown = f"<figcaption>{caption}</figcaption>" if caption else ""
    rest = "" if caption else f"<p>{text}</p>"
    assert draft.body == f'<p>Mở bài.</p><figure data-image-id="1">{shown}</figure>{rest}<p>Kết bài.</p>'


def test_a_picture_above_the_headline_stands_first():
    made = docx.Document()
    made.add_picture(io.BytesIO(picture()))
    for text in HEAD[1:]:
        made.add_paragraph().add_run(text).bold = True
    made.add_paragraph("Từ tờ mờ sáng.")
    draft = read_story(saved(made))
    assert draft.headline == HEAD[1]
    assert draft.body == '<figure data-image-id="1"></figure><p>Từ tờ mờ sáng.</p>'


# ---------------------------------------------------------------- nothing lost, nothing unsafe

WORDS = st.lists(
    st.sampled_from("Ông bà xã Nà Thoang nước lên nhanh. 12/10 (3%) “cầu” Bến Lĩnh, hỏi? & <b> về lũ:".split()),
    min_size=1, max_size=12,
).map(" ".join)  # fmt: skip
STYLES = st.sampled_from(
    [
        None,
        None,
        "Title",
        "Heading 1",
        "Heading 2",
        "List Bullet",
        "List Bullet 3",
        "List Number",
        "Quote",
        "Caption",
    ]
)
RUNS = st.lists(
    st.tuples(WORDS, st.sampled_from(["", "bold", "italic", "underline"])), min_size=1, max_size=3
)
PARAGRAPH = st.tuples(st.just("paragraph"), STYLES, RUNS, st.booleans())
TABLE = st.tuples(st.just("table"), st.lists(WORDS, min_size=4, max_size=4), st.booleans())
BOX_ = st.tuples(st.just("picture"))


@settings(max_examples=60, deadline=None)
@given(st.lists(PARAGRAPH | TABLE | BOX_, min_size=1, max_size=14))
def test_every_word_of_a_document_is_in_its_draft(blocks):
    made, said = docx.Document(), []
    for block in blocks:
        if block[0] == "picture":
            made.add_picture(io.BytesIO(picture()))
        elif block[0] == "table":
            table = made.add_table(2, 2)
            for at, text in enumerate(block[1]):
                table.cell(at // 2, at % 2).text = text
            said += block[1]
            if block[2]:
                table.cell(0, 0).merge(table.cell(1, 0))
        else:
            paragraph = made.add_paragraph(style=block[1])
            for text, look in block[2]:
                run = paragraph.add_run(f"{text} ")
                if look:
                    setattr(run, look, True)
                if block[3]:
                    run.add_break()
                said.append(text)
    if not said:
        return
    draft = read_story(saved(made))
    assert counted(" ".join(printed(draft))) == counted(" ".join(said))
    assert len(draft.figures) == sum(block[0] == "picture" for block in blocks)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12), st.sampled_from(["\n", "\n\n"]))
def test_every_word_of_a_pasted_text_is_in_its_draft(paragraphs, between):
    draft = read_story(between.join(paragraphs).encode())
    assert counted(" ".join(printed(draft))) == counted(" ".join(paragraphs))


def test_what_the_package_check_refuses_is_refused_here():
    made = document()
    made.part.relate_to(
        "https://xa.example/anh.png",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
        is_external=True,
    )
    with pytest.raises(TranscriptError, match="nằm ngoài tệp"):
        read_story(saved(made))


@pytest.mark.parametrize("raw", [b"PK\x03\x04 rac", b"%PDF-1.4", b" ", saved(docx.Document())])
def test_what_cannot_be_read_is_a_sentence(raw):
    with pytest.raises(TranscriptError):
        read_story(raw)


def test_an_interview_is_told_from_a_story():
    made = document()
    made.add_paragraph("Bà Lò Thị Xuân nói: “Nước lên nhanh quá, ai cũng sợ.”")
    made.add_paragraph("Chủ tịch xã cho biết: đã di dời 12 hộ.")
    assert not is_interview(saved(made))
    assert is_interview(PAGE.encode())
