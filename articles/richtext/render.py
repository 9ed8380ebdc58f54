"""Stored rich text as HTML for a page."""

import html as entities
from collections.abc import Callable
from html.parser import HTMLParser

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .sanitizer import guard

FigureMaker = Callable[[int, str], str | None]


def render(html: str, figure: FigureMaker | None = None) -> SafeString:
    """The text with its figures drawn.

    figure(image_id, caption) is called for each figure in reading order (so the caller may number them) with
    the caption of this use as plain text, "" where there is none; it returns safe HTML (anything else is
    escaped), or None or "" where the picture cannot be shown: then the caption stands alone, and without a
    caption nothing.

    One of the two places of the house that vouch for HTML. It does not trust the database: the allowlist runs
    again.
    """
    guarded = guard(html)
    if "<figure" in guarded:
        drawing = _Drawing(figure or _no_picture)
        drawing.feed(guarded)
        drawing.close()
        guarded = "".join(drawing.out)
    return mark_safe(guarded)


def _no_picture(image_id: int, caption: str) -> None:
    return None


class _Drawing(HTMLParser):
    """Passes guarded HTML on as it is written, except for figures, which it draws."""

    def __init__(self, figure: FigureMaker):
        super().__init__(convert_charrefs=False)
        self.figure = figure
        self.out: list[str] = []
        self.depth = 0  # of open figures: those inside another are text of the outer one
        self.image_id = 0
        self.caption: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag == "figure":
            self.depth += 1
            if self.depth == 1:
                self.image_id = int(dict(attrs).get("data-image-id") or 0)
                self.caption = []
        elif not self.depth:
            self.out.append(self.get_starttag_text())

    def handle_endtag(self, tag):
        if tag == "figure":
            self.depth -= 1
            if self.depth == 0:
                self.out.append(self._drawn())
        elif not self.depth:
            self.out.append(f"</{tag}>")

    def handle_data(self, data):
        (self.caption if self.depth else self.out).append(data)

    def handle_entityref(self, name):
        self.handle_data(f"&{name};")

    def handle_charref(self, name):
        self.handle_data(f"&#{name};")

    def _drawn(self) -> str:
        caption = " ".join(entities.unescape("".join(self.caption)).split())
        drawn = self.figure(self.image_id, caption) if self.image_id else None
        if drawn:
            return conditional_escape(drawn)
        if caption:
            return format_html('<figure class="figure"><figcaption>{}</figcaption></figure>', caption)
        return ""
