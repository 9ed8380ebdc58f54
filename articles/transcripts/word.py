"""A .docx -> the lines of a manuscript: what a reader sees in Word, in that order, with formatting and pictures."""

import io
import re
from dataclasses import dataclass, field, replace

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from .draft import TranscriptError
from .formatting import Formatting, Look
from .layout import Line, Manuscript, clean
from .legacy import from_tcvn3, from_vni
from .package import BROKEN, safe_package

_MOST_DEPTH = 60  # of tables in tables and boxes in boxes
_MOST_PICTURES = 200

_RUNS = {qn(tag) for tag in (
    "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:fldSimple", "w:customXml",
    "w:dir", "w:bdo",
)}
_CONTAINERS = {qn(tag) for tag in (
    "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:tbl", "w:tr", "w:tc",
)}
_BREAKS = {qn("w:br"), qn("w:cr")}
_SPACES = {qn("w:tab"), qn("w:ptab")}
_DRAWN = {qn("w:drawing"), qn("w:pict"), qn("w:object")}
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VML_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULAS = {f"{_MATHS}oMath", f"{_MATHS}oMathPara"}
_BLIP = qn("a:blip")


def read_docx(raw: bytes) -> Manuscript:
    """The document as lines; nothing is fetched, run or written. TranscriptError, in Vietnamese, when it is unsafe,
    broken, locked, not a Word document, or blank.

    Insertions are kept and deletions dropped, as if all changes had been accepted. A picture that lies outside the
    document keeps its place without bytes.
    """
    reader = read_with(DocumentReader, raw)
    if not any(line.text for line in reader.lines):
        raise TranscriptError("Tệp không có chữ nào.")
    return Manuscript(tuple(reader.lines), tuple(reader.notes))


def read_with(kind: type["DocumentReader"], raw: bytes) -> "DocumentReader":
    """A reader of that kind that has read the document, footnotes included; TranscriptError as for read_docx()."""
    package = safe_package(raw)
    try:
        document = docx.Document(io.BytesIO(package))
        reader = kind(document)
        reader.blocks(document.element.body, 0)
        if reader.held:  # the last paragraph's end was deleted, and none follows
            reader.finish(reader.held, None, "Normal", [])
        reader.notes += _notes(document.part)
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, TypeError, IndexError, AssertionError) as error:
        if isinstance(error, TranscriptError):
            raise
        # python-docx lets whatever a malformed part provokes through as it is.
        raise TranscriptError(BROKEN) from error
    return reader


@dataclass
class Piece:
    """Characters of one look. link: where they lead; tags: "sup", "sub", "s"; both where a reader asks for them."""

    text: str
    look: Look
    link: str = ""
    tags: tuple[str, ...] = ()


@dataclass
class Row:
    """A line being put together: runs of text up to a break."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return clean("".join(piece.text for piece in self.pieces))


class DocumentReader:
    """Walks the document; what it finds becomes lines. Who wants more of a document reads it with a kind of this."""

    def __init__(self, document):
        self.part = document.part
        related = {relation.reltype.rsplit("/", 1)[-1]: relation for relation in document.part.rels.values()
                   if not relation.is_external}
        self.formatting = Formatting(_root(related.get("styles")), _root(related.get("numbering")))
        self.lines: list[Line] = []
        self.notes: list[str] = []
        self.block = 0
        self.pictures = 0
        self.held: list[Row] = []  # of a paragraph whose end was deleted: the next one continues it

    def blocks(self, parent, depth: int) -> None:
        if depth > _MOST_DEPTH:
            raise TranscriptError(BROKEN)
        for child in parent:
            if child.tag == qn("w:p"):
                self.paragraph(child, depth)
            elif child.tag in _CONTAINERS:
                self.blocks(child, depth + 1)
            elif child.tag == f"{_ALTERNATE}AlternateContent":
                self.blocks(_chosen(child), depth + 1)

    def paragraph(self, paragraph, depth: int) -> None:
        properties = paragraph.find(qn("w:pPr"))
        style = properties.find(qn("w:pStyle")) if properties is not None else None
        style = style.get(qn("w:val")) if style is not None else "Normal"
        rows, self.held = self.held or [Row()], []
        pictures: list[tuple[bytes | None, bool, bool]] = []
        boxes: list = []
        self.inline(paragraph, style, rows, pictures, boxes, depth)
        ended = properties.find(f"{qn('w:rPr')}/{qn('w:del')}") if properties is not None else None
        if ended is not None:
            self.held = rows
        else:
            self.finish(rows, properties, style, pictures)
        for box in boxes:
            self.blocks(box, depth + 1)

    def finish(self, rows, properties, style, pictures) -> None:
        self.block += 1
        bullet = self.formatting.bullet(properties, style)
        kind = self.formatting.kind(style)
        centered = self.formatting.centered(properties, style)
        made = [line for row in rows if (line := _line(row, self.block, kind, centered))]
        if made and bullet:
            made[0] = replace(made[0], bullet=bullet)
        before = [Line("", self.block, picture=raw, pictured=True, floating=floating)
                  for raw, floating, after in pictures if not after]
        after = [Line("", self.block, picture=raw, pictured=True, floating=floating)
                 for raw, floating, after in pictures if after]
        self.lines += [*before, *made, *after]

    def inline(self, parent, style, rows, pictures, boxes, depth) -> None:
        """Collect runs into rows; deep nesting of containers is refused."""
        if depth > _MOST_DEPTH:
            raise TranscriptError(BROKEN)
        for child in parent:
            if child.tag == qn("w:r"):
                self.run(child, style, rows, pictures, boxes, depth)
            elif child.tag in _RUNS:
                self.inline(child, style, rows, pictures, boxes, depth + 1)
            elif child.tag == f"{_ALTERNATE}AlternateContent":
                self.inline(_chosen(child), style, rows, pictures, boxes, depth + 1)
            elif child.tag in _FORMULAS:
                self.formula(child, rows)

    def formula(self, formula, rows) -> None:
        """Its letters, digits and signs in one line, as they are read aloud."""
        rows[-1].pieces += [Piece(words.text or "", Look()) for words in formula.iter(f"{_MATHS}t")]

    def run(self, run, style, rows, pictures, boxes, depth) -> None:
        look = self.formatting.look(run, style)
        for child in _effective(run):
            if child.tag == qn("w:t"):
                self.text(child.text or "", look, rows)
            elif child.tag in _BREAKS:
                rows.append(Row())
            elif child.tag in _SPACES:
                rows[-1].pieces.append(Piece(" ", look))
            elif child.tag == qn("w:noBreakHyphen"):
                rows[-1].pieces.append(Piece("-", look))
            elif child.tag in _DRAWN:
                self.drawn(child, rows, pictures, boxes)

    def text(self, text: str, look: Look, rows: list[Row]) -> None:
        if look.hidden:
            if text.strip():
                self.notes.append(clean(text))
            return
        rows[-1].pieces.append(Piece(_converted(text, look.font), look))

    def drawn(self, element, rows, pictures, boxes) -> None:
        """A picture keeps its place among the paragraph's words: before all of them or after."""
        found = [box for box in element.iter(qn("w:txbxContent")) if not _inside_fallback(box, element)]
        boxes += [box for box in found if not any(other in box.iterancestors() for other in found)]
        has_text = any(piece.text.strip() for row in rows for piece in row.pieces)
        floating = any(True for _ in element.iter(qn("wp:anchor")))
        for blip in element.iter(_BLIP, _VML_PICTURE):
            if _inside_fallback(blip, element) or any(box in blip.iterancestors() for box in found):
                continue
            self.pictures += 1
            if self.pictures > _MOST_PICTURES:
                raise TranscriptError(f"Tệp có hơn {_MOST_PICTURES} ảnh, không giống một bài phỏng vấn.")
            pictures.append((self.bytes_of(blip), floating, has_text or floating))

    def bytes_of(self, blip) -> bytes | None:
        """What the document holds for a picture; None for one that lies elsewhere."""
        relation = self.part.rels.get(blip.get(qn("r:embed")) or blip.get(qn("r:id")) or "")
        if relation is None or relation.is_external:
            return None
        return relation.target_part.blob


def _effective(run):
    """The children of a run, with the first choice of alternatives in place of both."""
    for child in run:
        if child.tag == f"{_ALTERNATE}AlternateContent":
            yield from _chosen(child)
        else:
            yield child


def _chosen(alternatives):
    choice = alternatives.find(f"{_ALTERNATE}Choice")
    if choice is None:
        choice = alternatives.find(f"{_ALTERNATE}Fallback")
    return choice if choice is not None else ()


def _inside_fallback(element, within) -> bool:
    for ancestor in element.iterancestors():
        if ancestor is within:
            return False
        if ancestor.tag == f"{_ALTERNATE}Fallback":
            return True
    return False


def _converted(text: str, font: str) -> str:
    """Text in a font of an old encoding, as Unicode; capital fonts of TCVN3 show small letters as capitals."""
    name = font.lower()
    if name.startswith(".vn") and not re.search("[\u0100-\uffff]", text):
        mended = from_tcvn3(text)
        return mended.upper() if name.endswith("h") else mended
    if name.startswith("vni-") and not re.search("[\u0100-\uffff]", text):
        return from_vni(text)
    return text


def _line(row: Row, block: int, kind: str, centered: bool) -> Line | None:
    text = row.text
    if not text:
        return None
    spoken = [piece for piece in row.pieces if re.search(r"[^\W_]", piece.text)]
    lead = 0
    for piece in row.pieces:
        if not piece.look.marked and piece.text.strip():
            break
        lead += len(piece.text)
    return Line(
        text, block, bold=bool(spoken) and all(piece.look.bold for piece in spoken),
        italic=bool(spoken) and all(piece.look.slanted for piece in spoken),
        lead=len(clean("".join(piece.text for piece in row.pieces)[:lead])), style=kind, centered=centered,
        size=min((piece.look.size for piece in spoken), default=0),
    )


def _root(relation):
    """The root element of a part, whether python-docx has parsed it or not."""
    if relation is None:
        return None
    part = relation.target_part
    element = getattr(part, "element", None)
    return element if element is not None else docx.oxml.parse_xml(part.blob)


def _notes(part) -> list[str]:
    """Footnotes and endnotes, in order; the separators Word keeps among them are none."""
    found = []
    for relation in part.rels.values():
        if relation.is_external or relation.reltype.rsplit("/", 1)[-1] not in ("footnotes", "endnotes"):
            continue
        for note in _root(relation):
            words = "".join(_visible(note)) if not note.get(qn("w:type")) else ""
            if words.strip():
                found.append(clean(words))
    return found


def _visible(note):
    for element in note.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:p")):
        yield element.text or "" if element.tag == qn("w:t") else " "

