"""Pictures on a page: the element the browser chooses a file from, the figure around it, figures as one set.

All here are stencils (articles/stencils.py): what depends on the words is decided here, and the templates print.
"""

from typing import NamedTuple

from django.utils.html import format_html_join

from . import srcset
from .drawing import remembered
from .stencils import stencilled

IN_TEXT = "(min-width: 44rem) 640px, 100vw"
LEADING = "(min-width: 60rem) 880px, 100vw"


class Picture(NamedTuple):
    """Of an Image that has its file and is not sealed, what readers see (and articles/srcset.py reads)."""

    file: str
    url: str
    width: int
    height: int
    made: str
    focus_x: int
    focus_y: int
    alt: str
    credit: str


class Shown(NamedTuple):
    """One figure. picture: a Picture, or None where the caption stands alone. label: "Ảnh 2.", or ""."""

    picture: Picture | None
    caption: str
    label: str = ""

    @property
    def credit(self):
        """What is printed behind the caption: "" where the caption says it already."""
        credit = f"Ảnh: {self.picture.credit}" if self.picture and self.picture.credit else ""
        return "" if credit in self.caption else credit


def picture(image, crop="", sizes="", alt="", eager=False):
    """The picture of what has its file: an Image, a cards.Shot, a Picture. crop: "lead" or "card" where the frame has
    that shape. sizes: its width on the page. alt: "" beside a headline that says it. eager: the first in sight."""
    img = srcset.fallback(image, crop)
    return stencilled(
        "includes/_picture.html",
        sources=tuple(srcset.sources(image, crop)),
        img=img._replace(width=str(img.width), height=str(img.height)),
        sizes=sizes,
        alt=alt,
        focus=focus(image),
        eager=bool(eager),
    )


def focus(image):
    """Class names that keep the picture's point of focus in sight where a card crops it (see card.css)."""

    def third(percent, names):
        return names[0] if percent < 34 else names[2] if percent > 66 else names[1]

    across = third(image.focus_x, ("focus-left", "", "focus-right"))
    down = third(image.focus_y, ("focus-top", "", "focus-bottom"))
    return f"{across} {down}".strip()


@remembered
def figure(shown, lead=False):
    """A Shown. lead: fetched first."""
    image = shown.picture
    return stencilled(
        "articles/_figure.html",
        url=image.url if image else "",
        picture=picture(image, "", LEADING if lead else IN_TEXT, image.alt, lead) if image else "",
        label=shown.label,
        caption=shown.caption,
        credit=shown.credit,
    )


@remembered
def light_figure(shown):
    """A Shown as a link to a size a phone can bear."""
    return stencilled(
        "articles/_figure_light.html",
        url=srcset.fallback(shown.picture).src if shown.picture else "",
        name=shown.label.lower().rstrip(".") or "ảnh",
        caption=shown.caption,
        credit=shown.credit,
    )


def gallery(figures):
    """Showns as a set to leaf through."""
    drawn = format_html_join("", "<li>{}</li>", [[figure(each)] for each in figures])
    return stencilled("articles/_gallery.html", count=str(len(figures)), figures=drawn)


def light_gallery(figures):
    return format_html_join("", "{}", [[light_figure(each)] for each in figures])
