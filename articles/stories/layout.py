"""The parts of a story's body as rich text of the vocabulary; what the vocabulary lacks becomes paragraphs."""

import html as entities
import re
from collections.abc import Iterable
from itertools import groupby

from articles.richtext.sanitizer import clean
from articles.richtext.vocabulary import VALUES
from articles.transcripts import Figure
from articles.transcripts.lists import is_subheading
from articles.transcripts.word import Piece

from .figures import figure_at
from .manuscript import Cell, Part, Table, Words

LINK = "Liên kết không dùng được trên trang báo, chỉ giữ lại chữ: {}."
LAYOUT = "Bảng chỉ để dàn trang (một cột hoặc chứa ảnh) được chuyển thành đoạn văn."
# Signs typed by hand that are nothing but a list's; a dash may open what somebody says.
_TYPED_BULLET = re.compile(r"[•●▪■◦➢➤✓✔♦❖\uf0b7\uf0a7]\s*(?=\S)")


class Body:
    """parts laid out: html (figures numbered from 1 in place of ids), figures, warnings."""

    def __init__(self, parts: Iterable[Part]):
        self.figures: list[Figure] = []
        self.warnings: list[str] = []
        self.html = clean(self._laid_out(self._flat(parts)))

    def _flat(self, parts: Iterable[Part]) -> list[Part]:
        """Tables that only arrange things, as what they arrange."""
        found: list[Part] = []
        for part in parts:
            if isinstance(part, Table) and _only_arranges(part):
                self.warnings.append(LAYOUT)
                found += part.words
            else:
                found.append(part)
        return found

    def _laid_out(self, parts: list[Part]) -> str:
        out: list[str] = []
        at = 0
        while at < len(parts):
            part = parts[at]
            if isinstance(part, Table):
                out.append(self._table(part))
                at += 1
            elif part.line.pictured:
                figure, at = figure_at(parts, at)
                self.figures.append(figure)
                caption = entities.escape(figure.caption)
                out.append(
                    f'<figure data-image-id="{len(self.figures)}"><figcaption>{caption}</figcaption></figure>'
                )
            else:
                end = at + 1
                while end < len(parts) and isinstance(parts[end], Words) and not parts[end].line.pictured:
                    end += 1
                out.append(self._prose(parts[at:end]))
                at = end
        return "".join(out)

    def _prose(self, run: list[Words]) -> str:
        lines = [words.line for words in run]
        headings = {
            at for at, words in enumerate(run) if words.level or words.line.bold and is_subheading(lines, at)
        }
        marked = [(_kind(words, at in headings), words) for at, words in enumerate(run)]
        out = []
        for kind, group in groupby(_joined(marked), lambda pair: pair[0]):
            paragraphs = [paragraph for _, paragraph in group]
            if kind == "list":
                out.append(self._list(paragraphs))
            elif kind == "quote":
                out.append(f"<blockquote>{''.join(map(self._paragraph, paragraphs))}</blockquote>")
            elif kind == "heading":
                out += [self._heading(rows) for rows in paragraphs]
            else:
                out += [self._paragraph(rows) for rows in paragraphs]
        return "".join(out)

    def _heading(self, rows: list[Words]) -> str:
        tag = "h3" if rows[0].level > 2 else "h2"
        return f"<{tag}>{self._rows(rows, bold=False)}</{tag}>"

    def _paragraph(self, rows: list[Words]) -> str:
        place = ' class="align-center"' * rows[0].line.centered
        return f"<p{place}>{self._rows(rows)}</p>"

    def _list(self, items: list[list[Words]]) -> str:
        out: list[str] = []
        open_lists: list[tuple[int, str]] = []
        for rows in items:
            tag = "ol" if rows[0].line.bullet[:1].isdigit() else "ul"
            indent = rows[0].indent
            while open_lists and open_lists[-1] > (indent, "") and open_lists[-1] != (indent, tag):
                out.append(f"</li></{open_lists.pop()[1]}>")
            if open_lists and open_lists[-1][0] == indent:
                out.append("</li>")
            else:
                out.append(f"<{tag}>")
                open_lists.append((indent, tag))
            out.append(f"<li>{self._rows(rows)}")
        out += [f"</li></{tag}>" for _, tag in reversed(open_lists)]
        return "".join(out)

    def _table(self, table: Table) -> str:
        rows = []
        for at, row in enumerate(table.rows):
            heads = at == 0 and len(table.rows) > 1 and _all_bold(row)
            rows.append(f"<tr>{''.join(self._cell(cell, heads or cell.header) for cell in row)}</tr>")
        return f"<table><tbody>{''.join(rows)}</tbody></table>"

    def _cell(self, cell: Cell, heads: bool) -> str:
        tag = "th" if heads else "td"
        spans = f' colspan="{cell.columns}"' * (cell.columns > 1) + f' rowspan="{cell.rows}"' * (
            cell.rows > 1
        )
        scope = ' scope="col"' * heads
        return f"<{tag}{spans}{scope}>{self._prose_of_cell(cell, heads)}</{tag}>"

    def _prose_of_cell(self, cell: Cell, heads: bool) -> str:
        marked = [("list" if words.line.bullet else "text", words) for words in cell.parts]
        out = []
        for kind, group in groupby(_joined(marked), lambda pair: pair[0]):
            paragraphs = [paragraph for _, paragraph in group]
            if kind == "list":
                out.append(self._list(paragraphs))
            else:
                out += [f"<p>{self._rows(rows, bold=not heads)}</p>" for rows in paragraphs]
        return "".join(out)

    def _rows(self, rows: list[Words], *, bold: bool = True) -> str:
        """The lines of one paragraph."""
        return "<br>".join(
            "".join(self._piece(piece, bold) for piece in _unbulleted(words)) for words in rows
        )

    def _piece(self, piece: Piece, bold: bool) -> str:
        words = entities.escape(piece.text)
        look = piece.look
        # Word underlines its links by itself.
        wanted = {"strong": look.bold and bold, "em": look.italic, "u": look.underline and not piece.link}
        for tag in (*piece.tags, *(tag for tag, holds in wanted.items() if holds)):
            words = f"<{tag}>{words}</{tag}>"
        if not piece.link:
            return words
        if not VALUES["href"].fullmatch(piece.link.strip()):
            self.warnings.append(LINK.format(piece.link[:80]))
            return words
        return f'<a href="{entities.escape(piece.link.strip())}">{words}</a>'


def _kind(words: Words, heading: bool) -> str:
    if heading:
        return "heading"
    if words.line.bullet or _TYPED_BULLET.match(words.line.text):
        return "list"
    return "quote" if words.quoted else "text"


def _joined(marked: list[tuple[str, Words]]) -> list[tuple[str, list[Words]]]:
    """Lines of one paragraph of Word (broken by a soft end) together."""
    found: list[tuple[str, list[Words]]] = []
    for kind, words in marked:
        last = found[-1] if found else None
        goes_on = words.soft and last and last[1][-1].line.block == words.line.block
        if goes_on and last[0] in (kind, "list"):
            last[1].append(words)
        else:
            found.append((kind, [words]))
    return found


def _unbulleted(words: Words) -> list[Piece]:
    if words.line.bullet or not _TYPED_BULLET.match(words.line.text):
        return list(words.pieces)
    text = "".join(piece.text for piece in words.pieces)
    cut = len(text) - len(text.lstrip())
    cut += _TYPED_BULLET.match(text[cut:]).end()
    found = []
    for piece in words.pieces:
        kept = piece.text[cut:]
        cut = max(0, cut - len(piece.text))
        found.append(Piece(kept, piece.look, piece.link, piece.tags))
    return found


def _only_arranges(table: Table) -> bool:
    columns = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    return columns < 2 or any(words.line.pictured for words in table.words)


def _all_bold(row: tuple[Cell, ...]) -> bool:
    spoken = [words.line.bold for cell in row for words in cell.parts]
    return bool(spoken) and all(spoken)
