"""Rich text in, clean rich text out; and what else is read from it: its plain text, its images.

Cleaning is three steps: nh3 takes apart whatever came (it parses as a browser does) and drops what could run;
structure.py lays the rest out anew, paragraph by paragraph; nh3 holds the result to the vocabulary once more.
"""

import html as entities
import re
from collections import Counter
from functools import lru_cache

import nh3

from ..vietnamese import nfc
from . import vocabulary
from .markup import BOUNDARIES, SYNONYMS, parse, words
from .structure import Layout

# Gone with all they hold; other unknown tags go, their text stays.
_GONE = frozenset(
    "script style template noscript noembed noframes iframe object embed applet svg math title textarea xmp".split()
)


def _allowed_value(tag: str, name: str, value: str) -> str | None:
    if name in {"class", "rel"}:  # nh3 has compared the class with the vocabulary's, and sets rel itself
        return value
    if name not in vocabulary.VALUES:  # nh3 asks about every attribute, also of tags it is about to drop
        return None
    if name == "href":
        # Browsers drop controls before they read an address: "java\tscript:" is judged as they see it.
        value = re.sub(r"[\x00-\x1f\x7f]", "", value).strip().replace(" ", "%20")
    return value if vocabulary.VALUES[name].fullmatch(value) else None


def _cleaner(more_tags: set[str], more_attributes: dict[str, set[str]]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=vocabulary.tags() | more_tags,
        attributes=vocabulary.attributes() | more_attributes,
        allowed_classes=vocabulary.classes(),
        attribute_filter=_allowed_value,
        clean_content_tags=set(_GONE),
        url_schemes=set(vocabulary.URL_SCHEMES),
        link_rel=vocabulary.LINK_REL,
        strip_comments=True,
    )


_GUARD = _cleaner(set(), {})
# The first step keeps tags that mean something for the layout, and a picture's number in the editor's form.
_INTAKE = _cleaner(BOUNDARIES | SYNONYMS.keys() | {"img"}, {"img": {"data-image-id"}})
# Lone surrogates nh3 cannot take; NUL no database should. Line ends of Word keep words apart.
_ODD = re.compile("[\0\x0b\x0c\x85\ud800-\udfff]")

# Parsing as browsers do costs time and memory by the sum of depths: 100 kB of <i id=1>x<p><i id=2>x<p>… would
# take gigabytes. A long story stays far below this.
_EFFORT = 1_000_000
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_ENDED_BY_OTHERS = frozenset("p li dt dd td th tr thead tbody tfoot option br hr img input wbr col".split())


# Google Docs wraps all it copies in a bold that is none. Bounded: a row of these must not cost its square.
_BOLD_THAT_IS_NONE = re.compile(
    r"<b(?=\s)[^<>]{0,300}?font-weight:\s{0,3}(?:normal|400)[^<>]{0,300}>", re.IGNORECASE
)


def _sound(html: str) -> str:
    return _ODD.sub(lambda odd: "\n" if odd[0] in "\x0b\x0c\x85" else "", html)


def _is_tangled(html: str) -> bool:
    """Whether the markup is nested beyond reason; a rough count, good enough to stay out of trouble."""
    open_tags: Counter[str] = Counter()
    depth = effort = 0
    for end, name in _TAG.findall(html):
        name = name.lower()
        if name not in _ENDED_BY_OTHERS:
            step = 1 if not end else -1 if open_tags[name] else 0
            open_tags[name] += step
            depth += step
        effort += depth
    return effort > _EFFORT


def clean(html: str) -> str:
    """The text as it may be stored: the tags, attributes and classes of the vocabulary, well nested, in NFC,
    every word in a paragraph, list item, cell or caption, no empty paragraphs, images as
    <figure data-image-id="12"><figcaption>plain text</figcaption></figure> (the caption may be missing).

    Takes anything, also what the editor holds (<figure class="image"><img data-image-id="12">...); of markup
    nested beyond reason it keeps the words. Idempotent.
    """
    return _remembered(html)


def _cleaned(html: str) -> str:
    if _is_tangled(html):
        return from_plain(entities.unescape(re.sub(r"<[^<>]*>", "\n\n", html)))
    layout = Layout()
    for event in parse(_INTAKE.clean(_BOLD_THAT_IS_NONE.sub("<span>", _sound(html)))):
        layout.take(event)
    return guard(layout.finish())


# A form, the model, the database and the editor each ask for the same few texts, within one request.
_remembered = lru_cache(maxsize=16)(_cleaned)


def guard(html: str) -> str:
    """The allowlist alone, cheap: for text that was cleaned when it was stored and is about to be shown."""
    return _GUARD.clean(_sound(html))


# One line of everyday Vietnamese, of which a paragraph is made and got back without parsing anything: letters that are
# composed already, digits, punctuation without a meaning in markup, single spaces between words.
_LINE = r"(?:[!-%'-;=?-~À-ÖØ-öø-ɏḀ-ỹ‘’“”…–](?: (?! ))?)+(?<! )"
_PLAIN_LINE = re.compile(_LINE)
_PLAIN_PARAGRAPHS = re.compile(f"(?:<p>{_LINE}</p>)+")


def from_plain(text: str) -> str:
    """Plain paragraphs, a blank line between them, as clean rich text; a single line end becomes <br>."""
    if _PLAIN_LINE.fullmatch(text):
        return f"<p>{text}</p>"
    lines = entities.escape(nfc(text), quote=False).replace("\n", "<br>")
    # Not remembered: readers' pages ask for many small ones.
    return _cleaned(f"<p>{lines}</p>")


def image_ids(html: str) -> list[int]:
    """The ids of the images in stored rich text, in reading order, as often as they are used."""
    if "<figure" not in html:
        return []
    figures = [
        attributes for what, tag, attributes in parse(guard(html)) if (what, tag) == ("start", "figure")
    ]
    return [int(attributes["data-image-id"]) for attributes in figures if "data-image-id" in attributes]


def figures(html: str) -> list[tuple[int, str]]:
    """(image id, caption of this use as plain text) of each figure in stored rich text, in reading order."""
    found: list[tuple[int, str]] = []
    if "<figure" not in html:
        return found
    inside = False
    for what, value, attributes in parse(guard(html)):
        if what == "start" and value == "figure" and "data-image-id" in attributes:
            found.append((int(attributes["data-image-id"]), ""))
            inside = True
        elif what == "end" and value == "figure":
            inside = False
        elif what == "text" and inside:
            found[-1] = (found[-1][0], f"{found[-1][1]}{value}".strip())
    return found


_GAPS = ["", " ", "\t", "\n", "\n\n"]  # what may stand between words, the stronger later
_GAP_OF_KIND = {"inline": "", "cell": "\t"}
_GAP_OF_KIND |= dict.fromkeys(["break", "item", "row", "section", "caption"], "\n")


def plain(html: str, *, captions: bool = False) -> str:
    """The words of stored rich text: blank lines between paragraphs, list items and table rows as lines, tabs
    between cells. Captions of images only if asked for."""
    if _PLAIN_PARAGRAPHS.fullmatch(html):
        return html[3:-4].replace("</p><p>", "\n\n")
    out: list[str] = []
    gap = ""
    lists = figures = 0
    for what, value, _attributes in parse(guard(html)):
        if what != "text":
            kind = vocabulary.KINDS[value]
            step = 1 if what == "start" else -1
            figures += step * (kind == "figure")
            lists += step * (kind == "list")
            nested = kind == "list" and lists + (what == "end") > 1
            gap = max(gap, "\n" if nested else _GAP_OF_KIND.get(kind, "\n\n"), key=_GAPS.index)
        elif captions or not figures:
            text = words(value)
            if text.startswith(" "):
                gap = gap or " "
            if text.strip(" "):
                out += [gap if out else "", text.strip(" ")]
                gap = " " if text.endswith(" ") else ""
    return "".join(out)
