"""A transcript's draft as rows, and the command that brings it."""

import io
import json
from dataclasses import replace

import docx
import pytest
from django.core.management import CommandError, call_command

from articles import drafting
from articles.drafting import make_interview
from articles.models import Article, Image
from articles.transcripts import TranscriptError, parse, read_docx
from tests.factories import picture_bytes

pytestmark = pytest.mark.django_db

PAGE = """Giữ nghề dệt ở bản Mây

Đoạn dẫn.

PV: Thưa bà, cần gì?

Bà Lò Thị Ún: Cần ba thứ:
- Đất & nước
- Người
Rồi mới đến vốn.
1. Vốn vay
2. Vốn góp
Giữ nghề cho lớp trẻ

PV: Còn ai học?

Bà Lò Thị Ún: Có hai cháu.

Ông Lò Văn Páo: Thêm cháu tôi nữa là ba.

Lý Mai Lan (thực hiện)
"""


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ORIGINALS_ROOT = tmp_path / "originals"


def word(*pictures):
    document = docx.Document()
    for text in ("Tít của bài", "PV: Vì sao?", "Ông Lò Văn Páo: Vì thế."):
        document.add_paragraph(text)
    for number, raw in enumerate(pictures, 1):
        document.add_paragraph().add_run().add_picture(io.BytesIO(raw))
        document.add_paragraph(f"Bến đò {number}")
    document.add_paragraph("Rồi thôi, chúng tôi về bản.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_transcript_without_a_headline_is_refused_in_words():
    with pytest.raises(TranscriptError, match="Bài chưa có tít"):
        make_interview(replace(parse(PAGE), headline=" "))
    assert not Article.objects.exists()


def test_lists_and_subheadings_become_markup():
    article = make_interview(parse(PAGE)).article
    assert article.exchanges.first().answer == (
        "<p>Cần ba thứ:</p><ul><li>Đất &amp; nước</li><li>Người</li></ul><p>Rồi mới đến vốn.</p>"
        "<ol><li>Vốn vay</li><li>Vốn góp</li></ol><h3>Giữ nghề cho lớp trẻ</h3>"
    )
    assert [exchange.doubtful for exchange in article.exchanges.all()] == [False, False, False]


def test_a_doubtful_turn_is_marked_for_the_desk():
    article = make_interview(parse(PAGE.replace("PV: Còn ai học?", "Còn ai học?"))).article
    assert [exchange.doubtful for exchange in article.exchanges.all()] == [False, True, False]


def test_pictures_of_a_word_file_come_in_through_the_door_of_every_upload():
    drafted = make_interview(parse(read_docx(word(picture_bytes(), picture_bytes(colour="#804020")))))
    images = list(Image.objects.order_by("pk"))
    assert [(image.caption, image.is_missing) for image in images] == [("Bến đò 1", False), ("Bến đò 2", False)]
    answer = drafted.article.exchanges.get().answer
    for image in images:
        assert f'data-image-id="{image.pk}"' in answer
        assert f"<figcaption>{image.caption}</figcaption>" in answer
    assert not [note for note in drafted.notes if "chưa nhận được" in note]


def test_a_picture_the_paper_has_already_is_shown_and_not_doubled():
    make_interview(parse(read_docx(word(picture_bytes()))))
    again = make_interview(parse(read_docx(word(picture_bytes())))).article
    image = Image.objects.get()
    assert f'data-image-id="{image.pk}"' in again.exchanges.get().answer


def test_a_refused_picture_is_awaited_and_said():
    tiny = picture_bytes(8, 8, "PNG")
    drafted = make_interview(parse(read_docx(word(tiny))))
    image = Image.objects.get()
    assert (image.is_missing, image.caption) == (True, "Bến đò 1")
    assert f'data-image-id="{image.pk}"' in drafted.article.exchanges.get().answer
    assert any(note.startswith("Ảnh “Bến đò 1” chưa nhận được: Ảnh quá nhỏ") for note in drafted.notes)


def test_the_command_reads_word_by_its_content_and_stores_nothing_on_a_dry_run(tmp_path, capsys):
    file = tmp_path / "bai.txt"
    file.write_bytes(word(picture_bytes()))
    call_command("import_interview", str(file), "--dry-run", "--json")
    report = json.loads(capsys.readouterr().out)
    assert sorted(report) == [
        "byline", "captions", "closing", "exchanges", "intro", "kicker", "title", "warnings"
    ]
    assert report["captions"] == [{"text": "Bến đò 1", "after_exchange": 1}]
    assert report["exchanges"] == [{
        "question": {"speaker": "PV", "paragraphs": ["Vì sao?"]},
        "answers": [{
            "speaker": "Ông Lò Văn Páo", "paragraphs": ["Vì thế.", "Rồi thôi, chúng tôi về bản."], "list_items": []
        }],
    }]
    assert not Article.objects.exists() and not Image.objects.exists()


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04xyz", b"%PDF-1.7", b"\xff\xfe\xfa"])
def test_the_command_refuses_with_status_2_and_one_line(raw, tmp_path):
    file = tmp_path / "bai.docx"
    file.write_bytes(raw)
    with pytest.raises(CommandError) as refusal:
        call_command("import_interview", str(file), "--dry-run", "--json")
    assert refusal.value.returncode == 2
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("printed", "caption", "credit"),
    [
        ("Đồi chè buổi sớm. Ảnh: Nông Thanh Tùng", "Đồi chè buổi sớm.", "Nông Thanh Tùng"),
        ("Đồi chè buổi sớm (Ảnh: Nông Thanh Tùng)", "Đồi chè buổi sớm", "Nông Thanh Tùng"),
        ("Ảnh: Nông Thanh Tùng.", "", "Nông Thanh Tùng"),
        ("Trong ảnh: bà con hái chè.", "Trong ảnh: bà con hái chè.", ""),
        ("Đồi chè buổi sớm.", "Đồi chè buổi sớm.", ""),
    ],
)
def test_a_credit_at_the_end_of_a_caption_is_the_pictures(printed, caption, credit):
    assert drafting._credited(printed) == (caption, credit)
