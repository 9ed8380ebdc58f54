"""What rich text may hold: one table, from which the editor's toolbar, its content filter and the server's
allowlist are all derived. A tag that is not a row here can neither be typed, nor pasted, nor stored.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Element:
    """A tag with what it may carry.

    kind: its place in the structure of a text; the sanitizer builds by it.
    group, button: the toolbar button that makes it; "" where it comes along with another row's button.
    required: the attribute without which the tag means nothing.
    """

    tag: str
    kind: str
    group: str = ""
    button: str = ""
    attributes: tuple[str, ...] = ()
    required: str = ""
    classes: tuple[str, ...] = ()

    @property
    def content_rule(self) -> str:
        """This row in the language of CKEditor's content filter: "a[!href,target]", "p(align-center)"."""
        names = [f"!{name}" if name == self.required else name for name in self.attributes]
        attributes = f"[{','.join(names)}]" if names else ""
        classes = f"({','.join(self.classes)})" if self.classes else ""
        return f"{self.tag}{attributes}{classes}"


VOCABULARY = (
    Element("p", "paragraph", "paragraph", "Format", classes=("align-center", "align-right")),
    Element("h2", "paragraph", "paragraph", "Format"),
    Element("h3", "paragraph", "paragraph", "Format"),
    Element("br", "break"),
    Element("strong", "inline", "inline", "Bold"),
    Element("em", "inline", "inline", "Italic"),
    Element("u", "inline", "inline", "Underline"),
    Element("s", "inline", "inline", "Strike"),
    Element("sub", "inline", "inline", "Subscript"),
    Element("sup", "inline", "inline", "Superscript"),
    Element("a", "inline", "link", "Link", attributes=("href", "target"), required="href"),
    Element("ul", "list", "block", "BulletedList"),
    Element("ol", "list", "block", "NumberedList", attributes=("start",)),
    Element("li", "item"),
    Element("blockquote", "quote", "block", "Blockquote"),
    # The image itself is never in the text: the figure names it, the page draws it. Figures of the class gallery that
    # follow one another are one set: nothing encloses them, so they are moved, deleted and pasted like any other.
    Element(
        "figure", "figure", "insert", "NewsFigure",
        attributes=("data-image-id",), required="data-image-id", classes=("gallery",),
    ),
    Element("figcaption", "figcaption"),
    Element("table", "table", "insert", "Table"),
    Element("caption", "caption"),
    Element("thead", "section"),
    Element("tbody", "section"),
    Element("tr", "row"),
    Element("th", "cell", attributes=("colspan", "rowspan", "scope")),
    Element("td", "cell", attributes=("colspan", "rowspan")),
    Element("hr", "rule", "insert", "HorizontalRule"),
)

KINDS = {element.tag: element.kind for element in VOCABULARY}

# What an attribute may say, whole value. Links go to the web, to a mail address, to a telephone, or to a page
# of this site; "//host" and "/\host" would leave it unseen. Eighteen digits are what a database key can hold.
VALUES = {
    "href": re.compile(r"(?:https?://[^/\\\s]|mailto:|tel:|/(?![/\\]))\S*", re.IGNORECASE),
    "target": re.compile(r"_blank"),
    "data-image-id": re.compile(r"[1-9][0-9]{0,17}"),
    "colspan": re.compile(r"[1-9][0-9]?"),
    "rowspan": re.compile(r"[1-9][0-9]?"),
    "scope": re.compile(r"(?:col|row)(?:group)?"),
    "start": re.compile(r"[1-9][0-9]{0,4}"),
}
URL_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
LINK_REL = "noopener noreferrer"


def tags() -> set[str]:
    """The tags the server keeps."""
    return {element.tag for element in VOCABULARY}


def attributes() -> dict[str, set[str]]:
    """The attributes the server keeps, by tag; class is not among them (see classes)."""
    return {element.tag: set(element.attributes) for element in VOCABULARY if element.attributes}


def classes() -> dict[str, set[str]]:
    """The class names the server keeps, by tag."""
    return {element.tag: set(element.classes) for element in VOCABULARY if element.classes}


def allowed_content() -> str:
    """The same for CKEditor's content filter."""
    return "; ".join(element.content_rule for element in VOCABULARY)


def format_tags() -> str:
    """What the editor's paragraph format menu offers: "p;h2;h3"."""
    return ";".join(element.tag for element in VOCABULARY if element.button == "Format")


def _buttons(group: str) -> list[str]:
    return list(dict.fromkeys(element.button for element in VOCABULARY if element.group == group))


def toolbar() -> list[list[str]]:
    """The toolbar, as CKEditor wants it: the buttons of the table, and tools that make no tag."""
    return [
        ["Undo", "Redo"],
        _buttons("paragraph"),
        [*_buttons("inline"), "RemoveFormat"],
        _buttons("block"),
        ["JustifyCenter", "JustifyRight"],  # the classes of p
        [*_buttons("link"), "Unlink"],
        ["NewsGallery", "NewsWords"],  # the class of figure; what the library says of the picture
        [*_buttons("insert"), "SpecialChar"],
        ["PasteText", "PasteFromWord"],
        ["ShowBlocks"],
    ]
