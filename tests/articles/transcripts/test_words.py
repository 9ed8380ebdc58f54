"""For any mixture of labels, lists, captions and breaks: the words of the source are the words of the draft."""

import io

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.transcripts import Manuscript, TranscriptError, parse, printed, read_docx
from articles.transcripts.report import as_json
from tests.pages import picture
from tests.transcripts import assert_nothing_lost, words

LINES = st.sampled_from((
    "PV: Thưa ông, vì sao?", "P.V : Rồi sao", "Phóng viên", "*Báo Vân Lĩnh: Thế nào?", "**Thưa bà, có khó không?**",
    "*Ông nghĩ sao?*", "- Thưa bà, còn nữa không?", "- Có chứ, nhiều lắm.", "* Còn gì nữa?", "Hỏi: Một?", "Đáp: Hai.",
    "Câu hỏi 3: Ba?", "Ông Lò Văn Páo: Vì đất.", "Ông P.: Vì nước.", "Ông Lò Văn Páo", "Ông Páo Vì trời.",
    "Lục Thị Yến: Vâng.", "Lục Thị Yến", "Giám đốc Sở Y tế Vi Thị Hà: Đúng.", "Bà Hà trả lời: Sai.",
    "PV: Sao? Ông Lò Văn Páo: Thế. PV: Vậy?",
    "- làm đường", "+ làm cầu", "• làm chợ", "1. Một", "2) Hai", "b) Ba", "Giữ nghề cho trẻ", "Ảnh 1.",
    "Ảnh 2: Bến đò cũ",
    "Ảnh: Lý Mai Lan", "Chợ phiên. Ảnh: Đỗ Linh", "[Ảnh]", "Xin cảm ơn ông!", "PV: Cảm ơn bà!", "(Xin cảm ơn bà.)",
    "Lý Mai Lan (thực hiện)", "Bài, ảnh: Lý Mai Lan", "PV", "Theo Báo Vân Lĩnh", "17:26 15/01/2026", "Tỷ lệ 3:1.",
    "Kinh tế", "Một đoạn dài kể chuyện làng.", "Nước: gương soi núi", "", "", " \u2028 ", "\x0b",
))


@settings(max_examples=200)
@given(st.lists(LINES, min_size=1, max_size=24).map("\n".join))
def test_text_keeps_its_words(text):
    if not words(text):
        return
    draft = parse(text)
    assert_nothing_lost(text, draft)
    assert told(as_json(draft), draft) <= words(text)


def told(report, draft):
    """The words of the report, list markers and figure numbers apart: nothing is said twice or invented."""
    pieces = [report["title"], report["kicker"], *report["intro"], report["closing"], report["byline"]]
    for exchange in report["exchanges"]:
        for side in (exchange["question"], *exchange["answers"]):
            assert side is not None
            pieces += [side["speaker"], *side["paragraphs"], *side.get("list_items", ())]
    pieces += [caption["text"] for caption in report["captions"]]
    return words(" ".join(pieces))


RUNS = st.lists(
    st.tuples(
        LINES, st.booleans(), st.booleans(),
        st.sampled_from(("", "List Bullet", "List Number", "Heading 2", "picture")),
    ),
    min_size=1, max_size=12,
)


@settings(max_examples=30)
@given(RUNS)
def test_a_word_file_keeps_its_words_and_its_pictures(runs):
    document = docx.Document()
    text = []
    for line, bold, italic, style in runs:
        paragraph = document.add_paragraph(style=style if style not in ("", "picture") else None)
        run = paragraph.add_run(line.replace("\u2028", " ").replace("\x0b", "\n"))
        run.bold, run.italic = bold or None, italic or None
        if style == "picture":
            document.add_paragraph().add_run().add_picture(io.BytesIO(picture()))
        text.append(line)
    raw = io.BytesIO()
    document.save(raw)
    try:
        manuscript = read_docx(raw.getvalue())
    except TranscriptError:
        assert not words(" ".join(text))
        return
    assert isinstance(manuscript, Manuscript)
    draft = parse(manuscript)
    assert words(" ".join(printed(draft))) == words(" ".join(text))
    blocks = [*draft.introduction, *(block for turn in draft.turns for block in turn.blocks)]
    assert sum(getattr(block, "image", None) is not None for block in blocks) == sum(
        style == "picture" for *_, style in runs
    )
