"""A story's file -> its parts in order: lines with the look of every word, places of pictures, tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn

from articles.transcripts import TranscriptError
from articles.transcripts.formatting import Look
from articles.transcripts.layout import Line, lines
from articles.transcripts.reading import read_transcript
from articles.transcripts.word import DocumentReader, Piece, read_with

_ZIP = b"PK\x03\x04"
_HOLDERS = {qn(tag) for tag in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")}
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_NUMBERED_STYLE = re.compile(r" ?([2-9])$")
_MOST_INDENT = 4

NESTED = "Bảng nằm trong bảng được chuyển thành đoạn văn."
BOX = "Chữ trong khung (text box) được đưa xuống dưới đoạn chứa khung."
CHART = "Biểu đồ trong tệp không đọc được: hãy xuất thành ảnh rồi chèn vào bài."
MATHS = "Công thức toán chỉ giữ được chữ và số."
NOTES = "Chú thích chân trang và chữ ẩn được để ở mục Chưa xếp được."


@dataclass(frozen=True)
class Words:
    """A line of the document, or a picture's place (line.pictured). level: of a heading; indent: within a list, from 0;
    soft: it goes on in the paragraph of the line above."""

    line: Line
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    indent: int = 0
    quoted: bool = False
    soft: bool = False


@dataclass(frozen=True)
class Cell:
    parts: tuple[Words, ...]
    columns: int = 1
    rows: int = 1
    header: bool = False


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def words(self) -> tuple[Words, ...]:
        """Everything in it, cell by cell."""
        return tuple(words for row in self.rows for cell in row for words in cell.parts)


Part = Words | Table


@dataclass(frozen=True)
class StoryManuscript:
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def read_manuscript(raw: bytes) -> StoryManuscript:
    """The parts of a .docx (known by its content) or of plain text; TranscriptError as for a transcript."""
    if not raw.startswith(_ZIP):
        return StoryManuscript(tuple(_typed(line) for line in lines(read_transcript(raw))))
    reader = read_with(_StoryReader, raw)
    if not any(line.text for line in reader.lines):
        raise TranscriptError("Tệp không có chữ nào.")
    warnings = [*reader.warnings, *([NOTES] if reader.notes else [])]
    return StoryManuscript(tuple(reader.parts), tuple(reader.notes), tuple(dict.fromkeys(warnings)))


def _typed(line: Line) -> Words:
    return Words(line, (Piece(line.text, Look(bold=line.bold, italic=line.italic)),))


class _StoryReader(DocumentReader):
    def __init__(self, document):
        super().__init__(document)
        self.parts: list[Part] = []
        self.warnings: list[str] = []
        self.link = ""
        self.in_table = False

    def blocks(self, parent, depth) -> None:
        if parent.tag != qn("w:tbl"):
            if parent.tag == qn("w:txbxContent") and any(words.text for words in parent.iter(qn("w:t"))):
                self.warnings.append(BOX)
            super().blocks(parent, depth)
        elif self.in_table:
            self.warnings.append(NESTED)
            super().blocks(parent, depth)
        else:
            self.in_table = True
            self.table(parent, depth)
            self.in_table = False

    def table(self, table, depth) -> None:
        rows: list[list[Cell]] = []
        above: dict[
            int, tuple[int, int]
        ] = {}  # column -> the row and place of the cell that reaches down to here
        for row in _children(table, qn("w:tr")):
            made: list[Cell] = []
            column = 0
            header = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            for cell in _children(row, qn("w:tc")):
                outside, self.parts = self.parts, []
                self.blocks(cell, depth + 1)
                parts, self.parts = tuple(self.parts), outside
                width, goes_on = _span(cell)
                if goes_on and column in above:
                    at, place = above[column]
                    taller = rows[at][place]
                    rows[at][place] = Cell(
                        taller.parts + parts, taller.columns, taller.rows + 1, taller.header
                    )
                else:
                    above[column] = (len(rows), len(made))
                    made.append(Cell(parts, width, 1, header))
                column += width
            rows.append(made)
        self.parts.append(Table(tuple(map(tuple, rows))))

    def inline(self, parent, style, rows, pictures, boxes, depth) -> None:
        outside = self.link
        if parent.tag == qn("w:hyperlink"):
            relation = self.part.rels.get(parent.get(qn("r:id")) or "")
            self.link = relation.target_ref if relation is not None and relation.is_external else ""
        super().inline(parent, style, rows, pictures, boxes, depth)
        self.link = outside

    def formula(self, formula, rows) -> None:
        self.warnings.append(MATHS)
        super().formula(formula, rows)

    def run(self, run, style, rows, pictures, boxes, depth) -> None:
        row, at = len(rows) - 1, len(rows[-1].pieces)
        super().run(run, style, rows, pictures, boxes, depth)
        tags = _tags(run.find(qn("w:rPr")))
        for number, changed in enumerate(rows[row:]):
            for piece in changed.pieces[0 if number else at :]:
                piece.link, piece.tags = self.link, tags

    def drawn(self, element, rows, pictures, boxes) -> None:
        if next(element.iter(_CHART), None) is not None:
            self.warnings.append(CHART)
        super().drawn(element, rows, pictures, boxes)

    def finish(self, rows, properties, style, pictures) -> None:
        start = len(self.lines)
        super().finish(rows, properties, style, pictures)
        spoken = iter([row for row in rows if row.text])
        level, quoted = self.formatting.level(style), self.formatting.quotes(style)
        indent = _indent(properties, style)
        soft = False
        for line in self.lines[start:]:
            pieces = () if line.pictured else tuple(next(spoken).pieces)
            self.parts.append(Words(line, pieces, level, indent, quoted, soft))
            soft = soft or not line.pictured


def _children(parent, tag) -> Iterator:
    """The rows of a table or the cells of a row, those within content controls and accepted insertions too."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _HOLDERS:
            yield from _children(child, tag)


def _span(cell) -> tuple[int, bool]:
    """(how many columns a cell is wide, whether it goes on with the cell above)."""
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        return 1, False
    span, merged = properties.find(qn("w:gridSpan")), properties.find(qn("w:vMerge"))
    width = span.get(qn("w:val")) or "1" if span is not None else "1"
    goes_on = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
    return max(1, min(int(width), 99)) if width.isdecimal() else 1, goes_on


def _indent(properties, style: str) -> int:
    level = properties.find(f"{qn('w:numPr')}/{qn('w:ilvl')}") if properties is not None else None
    value = level.get(qn("w:val")) if level is not None else ""
    if value and value.isdecimal() and int(value):
        return min(int(value), _MOST_INDENT)
    named = _NUMBERED_STYLE.search(style) if "list" in style.lower() else None
    return min(int(named[1]) - 1, _MOST_INDENT) if named else 0


def _tags(properties) -> tuple[str, ...]:
    if properties is None:
        return ()
    raised = properties.find(qn("w:vertAlign"))
    tags = (
        [{"superscript": "sup", "subscript": "sub"}.get(raised.get(qn("w:val")), "")]
        if raised is not None
        else []
    )
    struck = properties.find(qn("w:strike"))
    if struck is not None and (struck.get(qn("w:val")) or "on") not in ("0", "false", "off"):
        tags.append("s")
    return tuple(filter(None, tags))
