"""What the paper's templates need beyond Django's own: times as the paper writes them, pictures, JSON-LD."""

from typing import NamedTuple

from django import template
from django.utils import timezone
from django.utils.html import format_html

from .. import cards, srcset, structured, typeset
from ..drawing import drawn, drawn_story, remembered
from ..ledes import lede
from ..richtext import sanitizer
from ..richtext.unbroken import unbroken_text
from ..stencils import stencilled

register = template.Library()

NARROW = ("stack", "line")  # shapes of cards that say little

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


def _clock(moment, weekday):
    local = timezone.localtime(moment)
    written = f"{local:%H:%M %d/%m/%Y}"
    return local, f"{WEEKDAYS[local.weekday()]}, {written}" if weekday else written


@register.simple_tag
def when(moment, weekday=False):
    """A time element: "17:26 15/01/2021", with weekday=True "Thứ Sáu, 17:26 15/01/2021". Nothing for None."""
    if moment is None:
        return ""
    local, written = _clock(moment, weekday)
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="seconds"), written)


@register.filter
def day(moment):
    """ "Thứ Hai, 23/11/2026", in Việt Nam."""
    local = timezone.localtime(moment)
    return f"{WEEKDAYS[local.weekday()]}, {local:%d/%m/%Y}"


register.filter("srcset", srcset.webp)


@register.simple_tag
def picture_files(image, crop=""):
    """{"sources", "fallback"} of a picture that has its file (articles/srcset.py). crop: "lead", "card", "" for all."""
    return {"sources": srcset.sources(image, crop), "fallback": srcset.fallback(image, crop)}


@register.simple_tag
def picture(image, crop="", sizes="", alt="", eager=False):
    """The picture of what has its file: an Image, a cards.Shot. crop: "lead" or "card" where the frame has that shape.
    sizes: its width on the page. alt: "" beside a headline that says it. eager: the first picture in sight."""
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


@register.simple_tag
def card(article, *, shape, level, sizes="", standfirst=False, show_section=False, eager=False):
    """An Article or a Card in a list. shape: "lead", "row", "stack", or "line" without a picture. level: of its
    heading. sizes: the picture's width on the page. eager: it is the first in sight."""
    on_it = article if isinstance(article, cards.Card) else cards.card_of(article)
    return _card(on_it, shape, level, sizes, bool(standfirst), bool(show_section), bool(eager))


@remembered
def _card(on_it, shape, level, sizes, standfirst, show_section, eager):
    crop = "lead" if shape == "lead" else "card"
    shows_picture = on_it.picture and shape != "line"
    said = lede(on_it.standfirst) if shape in NARROW else on_it.standfirst
    return stencilled(
        "includes/_card.html",
        card=Printed(on_it.address, on_it.kind, on_it.kicker, on_it.headline),
        shape=shape,
        level=str(level),
        standfirst=unbroken_text(said) if standfirst else "",
        section=on_it.section if show_section else "",
        when=when(on_it.published_at),
        picture=picture(on_it.picture, crop, sizes, eager=eager) if shows_picture else "",
    )


class Printed(NamedTuple):
    """Of a Card, what is printed as it is."""

    address: str
    kind: str
    kicker: str
    headline: str


class Paper(NamedTuple):
    """Of settings.PAPER, what readers are told."""

    name: str
    tagline: str
    governing_body: str
    licence: str
    address: str
    phone: str
    email: str
    editor_in_chief: str


def chrome(context):
    """The Paper and the Rubrics of a page; what a page without a context processor lacks is "" or nothing."""
    paper = context.get("paper") or {}
    sections = tuple(map(_rubric, context.get("sections") or ()))
    return {"paper": Paper(*[paper.get(name, "") for name in Paper._fields]), "sections": sections}


def _rubric(section):
    if isinstance(section, cards.Rubric):
        return section
    return cards.Rubric(section.pk, section.name, section.get_absolute_url())


@register.simple_tag(takes_context=True)
def masthead(context, section=None, within=False, front=False):
    """The head of a page. section: where the page stands; within: it is a story of that section; front: the first."""
    today = context.get("today")
    return drawn(
        "includes/_masthead.html",
        today=day(today) if today else "",
        here=section.pk if section else None,
        within=within,
        front=front,
        **chrome(context),
    )


@register.simple_tag(takes_context=True)
def imprint(context):
    """The foot of a page, with what the press law asks for."""
    return drawn("includes/_imprint.html", **chrome(context))


@register.simple_tag
def lead_figure(article, light=False):
    """The lead picture as a figure, fetched first; the caption alone while the file is awaited. light: a link to it."""
    return typeset.figure_html(article.lead_image, article.lead_caption, lead=True, light=light)


class Guest(NamedTuple):
    """Of an Interviewee, what the page shows. portrait: a cards.Shot, or None."""

    speaker: str
    office: str
    address: str
    portrait: cards.Shot | None


@register.simple_tag
def guests_of(guests, portraits=False):
    """Who answers. guests: Interviewees with their persons, in the order they first answer."""
    shown = []
    for guest in guests:
        portrait = cards.shot_of(guest.person.portrait) if portraits else None
        shown.append(Guest(guest.speaker, guest.office, guest.person.get_absolute_url(), portrait))
    return drawn("articles/_guests.html", guests=tuple(shown))


@register.simple_tag
def questions_of(questions):
    """The list that leads to each question. questions: SetPassages."""
    return drawn_story("articles/_questions.html", questions=tuple(questions))


@register.simple_tag
def told(passages, guests=(), share=False):
    """What an article says. passages: SetPassages in reading order. share: with a link to each question."""
    several = len(guests) > 1
    return drawn_story("articles/_passages.html", passages=tuple(passages), several=several, share=bool(share))


@register.filter
def words(html):
    """The words of stored rich text, to be cut and escaped as plain text."""
    return sanitizer.plain(html)


register.filter("as_script", structured.as_script)
