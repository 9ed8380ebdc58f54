"""What the paper's templates need beyond Django's own: times as the paper writes them, pictures, JSON-LD."""

from typing import NamedTuple

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator

from .. import cards, srcset, structured, typeset
from ..drawing import drawn, remembered
from ..figures import picture
from ..ledes import lede
from ..richtext import sanitizer
from ..richtext.unbroken import unbroken_text
from ..stencils import stencilled

register = template.Library()

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
NARROW = ("stack", "line")  # shapes of cards that say little
QUESTION_WORDS = 32  # of a question in the list of them


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


register.simple_tag(picture)


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


@register.simple_tag
def guests_of(guests, portraits=False):
    """Who answers. guests: Interviewees with their persons, in the order they first answer."""
    shown = []
    for guest in guests:
        portrait = cards.shot_of(guest.person.portrait) if portraits else None
        shown.append([_guest(guest.speaker, guest.office, guest.person.get_absolute_url(), portrait)])
    return stencilled("articles/_guests.html", guests=format_html_join("", "{}", shown))


@remembered
def _guest(speaker, office, address, portrait):
    return stencilled(
        "articles/_guest.html",
        speaker=speaker,
        office=office,
        address=address,
        portrait=picture(portrait, sizes="80px") if portrait else "",
    )


@register.simple_tag
def questions_of(questions):
    """The list that leads to each question. questions: SetPassages."""
    links = [[each.anchor, Truncator(each.text).words(QUESTION_WORDS, truncate=" …")] for each in questions]
    return stencilled(
        "articles/_questions.html",
        count=str(len(links)),
        questions=format_html_join("\n", '<li><a href="#{}">{}</a></li>', links),
    )


@register.simple_tag
def told(passages, guests=(), share=False):
    """What an article says. passages: SetPassages in reading order. share: with a link to each question."""
    turns = [[_turn(passage, bool(share))] for passage in passages]
    return stencilled(
        "articles/_passages.html", several=len(guests) > 1, turns=format_html_join("", "{}", turns)
    )


def _turn(passage, share):
    question, remark = passage.role == "question", passage.role == "remark"
    return stencilled(
        "articles/_turn.html",
        question=question,
        answer=passage.role == "answer",
        remark=remark,
        speaker=passage.speaker,
        said=linebreaksbr(unbroken_text(passage.text)) if question or remark else passage.html,
        anchor=passage.anchor,
        number=str(passage.number),
        voice=str(passage.voice),
        repeats_speaker=passage.repeats_speaker,
        share=share,
    )


@register.filter
def words(html):
    """The words of stored rich text, to be cut and escaped as plain text."""
    return sanitizer.plain(html)


register.filter("as_script", structured.as_script)
