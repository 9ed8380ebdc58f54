"""A .docx as a reporter saves it, and as somebody prepares it who means harm."""

import copy
import io
import re
import socket
import stat
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from articles.transcripts import TranscriptError, exchanges, parse, read_docx, read_transcript
from tests.pages import picture

TALK = ("PV: Vì sao?", "Ông Lò Văn Páo: Vì thế.", "PV: Rồi sao?", "Ông Lò Văn Páo: Vậy thôi.")


def packed(*paragraphs):
    document = docx.Document()
    document.add_paragraph("Tít của bài")
    for text in paragraphs or TALK:
        document.add_paragraph(text)
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def saved(document):
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def changed(raw, change=lambda name, content: content, more=()):
    """The package with every part passed through `change`, and further (name or ZipInfo, content) parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, change(info.filename, old.read(info)))
        for name, content in more:
            new.writestr(name, content)
    return out.getvalue()


def lines(raw):
    return [line.text for line in read_docx(raw).lines]


def test_a_word_file_is_known_by_its_content():
    draft = parse(read_transcript(packed()))
    assert draft.headline == "Tít của bài"
    assert len(exchanges(draft)) == 2
    assert draft.warnings == ()


@pytest.mark.parametrize(("own", "usual", "told"), [(18, None, 22), (18, 14, 28), (10, 13.5, 27)])
def test_the_size_of_letters_is_told_in_half_points(own, usual, told):
    document = docx.Document()
    document.styles["Normal"].font.size = usual and Pt(usual)
    document.add_paragraph().add_run("Tít của bài").font.size = Pt(own)
    document.add_paragraph(TALK[0] + TALK[1])
    assert [line.size for line in read_docx(saved(document)).lines] == [own * 2, told]


def test_insertions_are_kept_and_deletions_dropped():
    document = docx.Document()
    paragraph = document.add_paragraph("Giữ ")
    for tag, text_tag, text in (("w:ins", "w:t", "thêm"), ("w:del", "w:delText", "bỏ")):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)
    assert lines(saved(document)) == ["Giữ thêm"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    document = docx.Document()
    first = document.add_paragraph("Nửa đầu ")
    properties, mark = first._p.get_or_add_pPr(), OxmlElement("w:rPr")
    mark.append(OxmlElement("w:del"))
    properties.append(mark)
    document.add_paragraph("nửa sau")
    assert lines(saved(document)) == ["Nửa đầu nửa sau"]


def test_cells_of_a_table_are_lines_each_once():
    document = docx.Document()
    table = document.add_table(2, 2)
    for number, text in enumerate(["PV", "Vì sao?", "Ông Páo", "Vì thế."]):
        table.cell(number // 2, number % 2).text = text
    merged = document.add_table(1, 2)
    merged.rows[0].cells[0].merge(merged.rows[0].cells[1]).text = "Một lần"
    assert lines(saved(document)) == ["PV", "Vì sao?", "Ông Páo", "Vì thế.", "Một lần"]


def test_words_in_a_text_box_are_read_once():
    document = docx.Document()
    run = document.add_paragraph("Trước").add_run()
    box = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><mc:{0}><w:pict><w:txbxContent><w:p><w:r>'
        "<w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></w:pict></mc:{0}>{1}</mc:AlternateContent>"
    )
    inner = re.search("<mc:Choice>.*</mc:Choice>", box.format("Choice", ""))[0].replace("Choice", "Fallback")
    run._r.append(docx.oxml.parse_xml(box.format("Choice", inner)))
    assert lines(saved(document)) == ["Trước", "Trong khung"]


def test_footnotes_and_hidden_words_are_kept_apart():
    note = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>Theo sổ của xã.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = '<Relationship Id="rIdF" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"'

    def change(name, content):
        if name == "word/_rels/document.xml.rels":
            return content.replace(b"</Relationships>", f'{relation} Target="footnotes.xml"/></Relationships>'.encode())
        if name == "[Content_Types].xml":
            part = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
            return content.replace(b"</Types>", part.encode())
        return content

    document = docx.Document()
    for text in ("Tít của bài", *TALK):
        document.add_paragraph(text)
    document.paragraphs[-1].add_run(" giấu").font.hidden = True
    draft = parse(read_docx(changed(saved(document), change, [("word/footnotes.xml", note)])))
    assert draft.unplaced == ("giấu", "Theo sổ của xã.")
    assert draft.turns[-1].text == "Vậy thôi."


def test_text_in_an_old_font_is_converted():
    document = docx.Document()
    document.add_paragraph().add_run("Ch\xe0o").font.name = "Times New Roman"
    document.add_paragraph().add_run("xu\xaat b¶n").font.name = ".VnTime"
    document.add_paragraph().add_run("xu\xcat b¶n").font.name = ".VnTimeH"
    document.add_paragraph().add_run("xuaát baûn").font.name = "VNI-Times"
    assert lines(saved(document)) == ["Chào", "xuêt bản", "XUẤT BẢN", "xuất bản"]


def test_a_picture_stands_where_it_stood_with_its_bytes_and_caption():
    document = docx.Document()
    for text in ("Tít của bài", "PV: Vì sao?", "Ông Lò Văn Páo: Vì thế."):
        document.add_paragraph(text)
    document.add_paragraph().add_run().add_picture(io.BytesIO(picture()))
    for text in ("Bến đò cũ", "Đoạn sau của lời đáp.", "PV: Rồi sao?", "Ông Lò Văn Páo: Hết."):
        document.add_paragraph(text)
    draft = parse(read_docx(saved(document)))
    kinds = [type(block).__name__ for block in draft.turns[1].blocks]
    assert kinds == ["Paragraph", "Figure", "Paragraph"]
    figure = draft.turns[1].blocks[1]
    assert (figure.caption, figure.image) == ("Bến đò cũ", picture())


def test_a_picture_that_lies_elsewhere_is_refused_and_never_fetched(monkeypatch):
    def refuse(*_):
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    document = docx.Document()
    for text in ("Tít của bài", *TALK):
        document.add_paragraph(text)
    document.add_paragraph().add_run().add_picture(io.BytesIO(picture()))
    document.add_paragraph("Ảnh: Bến đò cũ lúc nước lên.")

    def change(name, content):
        if name != "word/_rels/document.xml.rels":
            return content
        return re.sub(rb'Target="media/[^"]+"', b'Target="http://127.0.0.1:9/x.png" TargetMode="External"', content)

    with pytest.raises(TranscriptError, match="nằm ngoài tệp"):
        read_docx(changed(saved(document), change))


def related(kind, mode):
    relation = f'<Relationship Id="rId99" Type="http://x/relationships/{kind}" Target="http://127.0.0.1:9/" {mode}/>'

    def change(name, content):
        end = b"</Relationships>"
        return content.replace(end, relation.encode() + end) if name == "word/_rels/document.xml.rels" else content
    return changed(packed(), change)


@pytest.mark.parametrize("kind", ["attachedTemplate", "oleObject", "image", "subDocument", "frame"])
def test_a_part_that_lies_elsewhere_is_refused(kind):
    with pytest.raises(TranscriptError, match="nằm ngoài tệp"):
        read_docx(related(kind, "TargetMode='External'"))


def with_template(target):
    """As Word writes it into the settings of a document that was begun from a template."""
    word = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    relation = f'<Relationship Id="rId1" Type="{word}" Target="{target}" TargetMode="External"/>'
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
    return changed(packed(), more=[("word/_rels/settings.xml.rels", rels)])


@pytest.mark.parametrize(
    "target",
    [
        "file:///C:\\Users\\Nong%20Thi%20Hoa\\AppData\\Roaming\\Microsoft\\Templates\\BaoVanLinh.dotm",
        "file:///D:/Mau/bai%20bao.dotx",
        "C:\\Mau\\bai bao.dotx",
        "file:///Users/hoa/Library/Mau/bao.dotx",
        "Normal.dotm",
    ],
)
def test_the_template_on_the_author_s_disk_is_no_reason_to_refuse(target, monkeypatch):
    def refuse(*_):
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert lines(with_template(target)) == lines(packed())


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:9/mau.dotm",
        "HTTPS://127.0.0.1:9/mau.dotm",
        "//127.0.0.1/mau.dotm",
        "\\\\127.0.0.1\\mau.dotm",
        "file://127.0.0.1/mau.dotm",
        "file:///\\\\127.0.0.1\\mau.dotm",
        "file:////127.0.0.1/mau.dotm",
        "mhtml:http://127.0.0.1:9/mau.dotm",
        "/etc/passwd",
    ],
)
def test_a_template_that_lies_with_somebody_else_is_refused(target):
    with pytest.raises(TranscriptError, match="nằm ngoài tệp"):
        read_docx(with_template(target))


def test_a_hyperlink_is_no_reason_to_refuse():
    assert lines(related("hyperlink", "TargetMode='External'")) == lines(packed())


def with_declaration(declaration, encoding="utf-8"):
    def change(name, content):
        if name != "word/document.xml":
            return content
        text = content.decode().replace("?>", f"?>{declaration}", 1).replace("UTF-8", encoding)
        return text.encode(encoding)
    return changed(packed(), change)


def lying(raw):
    """The directory says that the document is small."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        real = package.getinfo("word/document.xml").file_size
    return raw.replace(real.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def link_entry():
    info = zipfile.ZipInfo("word/link.xml")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


BOMB = changed(packed(), lambda name, content: content + b" " * 150_000_000 if name == "word/styles.xml" else content)
LAUGHS = "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (BOMB, "bung ra quá lớn"),
        (changed(packed(), more=[(f"word/p{n}.xml", "<a/>") for n in range(2100)]), "bung ra quá lớn"),
        (changed(packed(), more=[("word/x.bin", b"\0" * 119_000_000)]), "bung ra quá lớn"),
        (lying(packed("chữ " * 5000)), "hỏng"),
        (with_declaration(LAUGHS), "thực thể XML"),
        (with_declaration(LAUGHS, "utf-16"), "thực thể XML"),
        (with_declaration('<!DOCTYPE w SYSTEM "file:///etc/passwd">'), "thực thể XML"),
        (changed(packed(), more=[("word/vbaProject.bin", b"x")]), "macro"),
        (changed(packed(), lambda name, content: content.replace(
            b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
        )), "macro"),
        (changed(packed(), more=[("../../etc/x.xml", "<a/>")]), "không an toàn"),
        (changed(packed(), more=[("/etc/x.xml", "<a/>")]), "không an toàn"),
        (changed(packed(), more=[("word\\..\\..\\x.xml", "<a/>")]), "không an toàn"),
        (changed(packed(), more=[("WORD/document.xml", "<a/>")]), "không an toàn"),
        (changed(packed(), more=[(link_entry(), "/etc/passwd")]), "không an toàn"),
        (packed()[:2000], "hỏng"),
        (b"PK\x03\x04" + b"rest" * 100, "hỏng"),
        (changed(packed(), lambda name, content: content[:200] if name == "word/document.xml" else content), "hỏng"),
        (changed(packed(), lambda name, content: b"" if name == "word/_rels/document.xml.rels" else content), "hỏng"),
        (packed("", " "), None),
        (b"PK\x03\x04" + b"a" * (31 * 1024 * 1024), "Tệp quá lớn"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"\xd0\xcf\x11\xe0xyz", "đời cũ"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
def test_what_means_harm_or_is_broken_is_refused_in_vietnamese(raw, sentence):
    if sentence is None:
        assert lines(raw) == ["Tít của bài"]
        return
    with pytest.raises(TranscriptError) as refusal:
        read_transcript(raw)
    assert sentence in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_other_packages_are_no_word_files():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("xl/workbook.xml", "<a/>")
        package.writestr("[Content_Types].xml", "<a/>")
    with pytest.raises(TranscriptError, match="không phải tệp Word"):
        read_docx(out.getvalue())


def test_boxes_in_boxes_without_end_are_refused():
    document = docx.Document()
    deepest = document.add_paragraph("Chữ")._p
    wrapped = deepest
    for _ in range(200):
        outer, inner = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        inner.append(copy.deepcopy(wrapped))
        outer.append(inner)
        wrapped = outer
    deepest.getparent().replace(deepest, wrapped)
    assert wrapped.tag == qn("w:sdt")
    with pytest.raises(TranscriptError, match="hỏng"):
        read_docx(saved(document))
