"""How Word shows a run or a paragraph: bold, italic, fonts of old encodings, list bullets; styles followed upwards."""

import re
from dataclasses import dataclass
from functools import lru_cache

from docx.oxml.ns import qn

_OFF = frozenset(("0", "false", "off", "none"))
_BLACK = frozenset(("auto", "000000", "windowtext", "111111", "222222", "333333", "212529"))
_LONGEST_CHAIN = 12  # of styles based on styles; a circle ends there
_HEADING = re.compile(r"(?:heading|đầu đề|tiêu đề) ?([1-9])$", re.IGNORECASE)
_QUOTATION = re.compile(r"(?:intense )?quote|block text|trích dẫn", re.IGNORECASE)
_DEFAULTS = ("w:docDefaults", "w:rPrDefault", "w:rPr")
_HALF_POINTS = re.compile(r"[1-9][0-9]{0,3}")
# The glyphs of Symbol and Wingdings that Word uses as bullets.
_DASHES = frozenset("-–—‒−")


@dataclass(frozen=True)
class Look:
    bold: bool = False
    italic: bool = False
    underline: bool = False
    hidden: bool = False
    font: str = ""

    coloured: bool = False
    size: int = 0  # half-points; 0 where nothing tells

    @property
    def slanted(self) -> bool:
        """Set apart by something else than bold: papers use one of these, and it does not matter which."""
        return self.italic or self.underline or self.coloured

    @property
    def marked(self) -> bool:
        return self.bold or self.slanted


class Formatting:
    """Looks up the formatting of one document. styles, numbering: the root elements of those parts, or None."""

    def __init__(self, styles, numbering):
        self._styles = {} if styles is None else {
            style.get(qn("w:styleId")): style for style in styles.iterfind(qn("w:style"))
        }
        self._levels = _levels(numbering)
        self._toggle = lru_cache(maxsize=4096)(self._style_toggle)
        self._font = lru_cache(maxsize=4096)(self._style_font)
        self._size = lru_cache(maxsize=4096)(self._style_size)
        defaults = styles.find("/".join(map(qn, _DEFAULTS))) if styles is not None else None
        self._usual_size = _size(defaults)

    def look(self, run, paragraph_style: str) -> Look:
        """What a w:r looks like within a paragraph of that style."""
        own = run.find(qn("w:rPr"))
        named = own.find(qn("w:rStyle")) if own is not None else None
        styles = (named.get(qn("w:val")) if named is not None else None, paragraph_style)

        def toggled(tag: str) -> bool:
            direct = _toggle(own, tag)
            if direct is not None:
                return direct
            return next((set_ for style in styles if style and (set_ := self._toggle(style, tag)) is not None), False)

        fonts = own.find(qn("w:rFonts")) if own is not None else None
        font = _font(fonts) or next((found for style in styles if style and (found := self._font(style))), "")
        size = _size(own) or next((found for style in styles if style and (found := self._size(style))), 0)
        return Look(toggled("w:b"), toggled("w:i"), toggled("w:u"), toggled("w:vanish"), font, _coloured(own),
                    size or self._usual_size)

    def kind(self, paragraph_style: str) -> str:
        """"title", "heading", "caption" or "" for a paragraph style, by its name or an ancestor's."""
        for style in self._chain(paragraph_style):
            name = style.find(qn("w:name"))
            words = (name.get(qn("w:val")) or "").lower() if name is not None else ""
            for kind, beginnings in (
                ("title", ("title",)), ("caption", ("caption", "chú thích")), ("heading", ("heading", "subtitle")),
            ):
                if words.startswith(beginnings):
                    return kind
        return ""

    def level(self, paragraph_style: str) -> int:
        """1 to 9 for Word's own headings, by name ("heading 2", "Tiêu đề 2") or an ancestor's; 0 for another style."""
        for style in self._chain(paragraph_style):
            name = style.find(qn("w:name"))
            found = _HEADING.match(name.get(qn("w:val")) or "") if name is not None else None
            if found:
                return int(found[1])
        return 0

    def quotes(self, paragraph_style: str) -> bool:
        """Whether a paragraph style is one of Word's for quotations."""
        names = (style.find(qn("w:name")) for style in self._chain(paragraph_style))
        return any(name is not None and _QUOTATION.match(name.get(qn("w:val")) or "") for name in names)

    def bullet(self, properties, paragraph_style: str) -> str:
        """The list sign before a paragraph: "-", "•", "1." (whatever the number), "" outside lists."""
        places = [properties] if properties is not None else []
        places += [style.find(qn("w:pPr")) for style in self._chain(paragraph_style)]
        for place in places:
            numbering = place.find(qn("w:numPr")) if place is not None else None
            if numbering is not None:
                number, level = numbering.find(qn("w:numId")), numbering.find(qn("w:ilvl"))
                key = (
                    number.get(qn("w:val")) if number is not None else "",
                    level.get(qn("w:val")) if level is not None else "0",
                )
                return self._levels.get(key, "")
        return ""

    def centered(self, properties, paragraph_style: str) -> bool:
        places = [properties] if properties is not None else []
        places += [style.find(qn("w:pPr")) for style in self._chain(paragraph_style)]
        for place in places:
            alignment = place.find(qn("w:jc")) if place is not None else None
            if alignment is not None:
                return alignment.get(qn("w:val")) == "center"
        return False

    def _chain(self, style_id: str | None):
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            based = style.find(qn("w:basedOn"))
            style_id = based.get(qn("w:val")) if based is not None else None

    def _style_toggle(self, style_id: str, tag: str) -> bool | None:
        found = (_toggle(style.find(qn("w:rPr")), tag) for style in self._chain(style_id))
        return next((value for value in found if value is not None), None)

    def _style_font(self, style_id: str) -> str:
        for style in self._chain(style_id):
            properties = style.find(qn("w:rPr"))
            font = _font(properties.find(qn("w:rFonts"))) if properties is not None else ""
            if font:
                return font
        return ""


    def _style_size(self, style_id: str) -> int:
        found = (_size(style.find(qn("w:rPr"))) for style in self._chain(style_id))
        return next((size for size in found if size), 0)


def _size(properties) -> int:
    """Half-points; 0 where none, or no number, is given."""
    size = properties.find(qn("w:sz")) if properties is not None else None
    printed = (size.get(qn("w:val")) or "") if size is not None else ""
    return int(printed) if _HALF_POINTS.fullmatch(printed) else 0


def _toggle(properties, tag: str) -> bool | None:
    element = properties.find(qn(tag)) if properties is not None else None
    return None if element is None else (element.get(qn("w:val")) or "on").lower() not in _OFF


def _coloured(properties) -> bool:
    colour = properties.find(qn("w:color")) if properties is not None else None
    return colour is not None and (colour.get(qn("w:val")) or "auto").lower() not in _BLACK


def _font(fonts) -> str:
    return "" if fonts is None else fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or ""


def _levels(numbering) -> dict[tuple[str, str], str]:
    """(number id, level) -> the list sign."""
    if numbering is None:
        return {}
    signs: dict[tuple[str, str], str] = {}
    for abstract in numbering.iterfind(qn("w:abstractNum")):
        for level in abstract.iterfind(qn("w:lvl")):
            form, text = level.find(qn("w:numFmt")), level.find(qn("w:lvlText"))
            form = form.get(qn("w:val")) if form is not None else "decimal"
            text = (text.get(qn("w:val")) or "") if text is not None else ""
            sign = {"none": "", "bullet": "-" if text.strip() in _DASHES else "•"}.get(form, "1.")
            signs[abstract.get(qn("w:abstractNumId")), level.get(qn("w:ilvl"))] = sign
    found: dict[tuple[str, str], str] = {}
    levels_of: dict[str, list[tuple[str, str]]] = {}
    for (abstract_id, level), sign in signs.items():
        levels_of.setdefault(abstract_id, []).append((level, sign))
    for number in numbering.iterfind(qn("w:num")):
        abstract = number.find(qn("w:abstractNumId"))
        for level, sign in levels_of.get(abstract.get(qn("w:val")), ()) if abstract is not None else ():
            found[number.get(qn("w:numId")), level] = sign
    return found
