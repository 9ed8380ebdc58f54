"""Stored rich text as HTML for a page."""

import html as entities
from collections.abc import Callable
from html.parser import HTMLParser

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .sanitizer import guard
from .unbroken import unbroken

FigureMaker = Callable[[int, str], str | None]
GalleryMaker = Callable[[list[tuple[int, str]]], str | None]


def render(html: str, figure: FigureMaker | None = None, gallery: GalleryMaker | None = None) -> SafeString:
    """The text with its figures drawn, and numbers held to their units (unbroken.py).

    figure(image_id, caption) is called for each figure in reading order (so the caller may number them) with
    the caption of this use as plain text, "" where there is none; it returns safe HTML (anything else is
    escaped), or None or "" where the picture cannot be shown: then the caption stands alone, and without a
    caption nothing.

    gallery([(image_id, caption), ...]) is called in its turn for each row of two and more figures that are one set,
    and answers in the same way; "" stands for a set of which nothing can be shown. Without it each is drawn by itself.

    One of the two places of the house that vouch for HTML. It does not trust the database: the allowlist runs
    again.
    """
    guarded = unbroken(guard(html))
    if "<figure" in guarded:
        drawing = _Drawing(figure or _no_picture, gallery)
        drawing.feed(guarded)
        drawing.close()
        drawing.end_set()
        guarded = "".join(drawing.out)
    return mark_safe(guarded)


def _no_picture(image_id: int, caption: str) -> None:
    return None


class _Drawing(HTMLParser):
    """Passes guarded HTML on as it is written, except for figures, which it draws."""

    def __init__(self, figure: FigureMaker, gallery: GalleryMaker | None):
        super().__init__(convert_charrefs=False)
        self.figure = figure
        self.gallery = gallery
        self.set: list[tuple[int, str]] = []  # the figures of the set that is being read
        self.out: list[str] = []
        self.depth = 0  # of open figures: those inside another are text of the outer one
        self.image_id = 0
        self.in_set = False
        self.caption: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag == "figure":
            self.depth += 1
            if self.depth == 1:
                said = dict(attrs)
                self.image_id = int(said.get("data-image-id") or 0)
                self.in_set = bool(self.gallery and self.image_id and said.get("class") == "gallery")
                self.caption = []
                if not self.in_set:
                    self.end_set()
        elif not self.depth:
            self.end_set()
            self.out.append(self.get_starttag_text())

    def handle_endtag(self, tag):
        if tag == "figure":
            self.depth -= 1
            if self.depth == 0:
                self._end_figure()
        elif not self.depth:
            self.end_set()
            self.out.append(f"</{tag}>")

    def handle_data(self, data):
        if not self.depth and not data.isspace():
            self.end_set()
        (self.caption if self.depth else self.out).append(data)

    def handle_entityref(self, name):
        self.handle_data(f"&{name};")

    def handle_charref(self, name):
        self.handle_data(f"&#{name};")

    def _end_figure(self) -> None:
        caption = " ".join(entities.unescape("".join(self.caption)).split())
        if self.in_set:
            self.set.append((self.image_id, caption))
        else:
            self.out.append(self._drawn(self.image_id, caption))

    def end_set(self) -> None:
        """Draws the set that ends here, if there is one; a picture alone is no set."""
        pictures, self.set = self.set, []
        if len(pictures) > 1:
            self.out.append(conditional_escape(self.gallery(pictures) or ""))
        elif pictures:
            self.out.append(self._drawn(*pictures[0]))

    def _drawn(self, image_id: int, caption: str) -> str:
        drawn = self.figure(image_id, caption) if image_id else None
        if drawn:
            return conditional_escape(drawn)
        if caption:
            return format_html('<figure class="figure"><figcaption>{}</figcaption></figure>', caption)
        return ""
