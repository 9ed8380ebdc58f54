"""What was found, as the page of a search prints it."""

from django import template
from django.utils.html import format_html, format_html_join

from .. import cards
from ..drawing import remembered
from ..figures import picture
from ..stencils import stencilled
from .articles import when

register = template.Library()

SIZES = "(min-width: 40rem) 240px, 112px"


@register.simple_tag
def found(article, excerpt):
    """An Article with its section and lead picture, and the Excerpt (articles/search/excerpt.py) of the very place."""
    card = cards.card_of(article)
    return stencilled(
        "articles/_found.html",
        kind=card.kind,
        interview=article.is_interview,
        picture=_picture(card.picture) if card.picture else "",
        address=card.address,
        plain=card.headline,
        headline=_marked(excerpt.headline),
        question=_marked(excerpt.question),
        speaker=_marked(excerpt.speaker),
        words=_marked(excerpt.words),
        anchor=excerpt.anchor,
        section=card.section,
        when=when(card.published_at),
    )


@remembered
def _picture(shot):
    return picture(shot, "card", SIZES)


def _marked(pieces):
    marked = (format_html("<mark>{}</mark>", piece.text) if piece.hit else piece.text for piece in pieces)
    return format_html_join("", "{}", ([piece] for piece in marked))
