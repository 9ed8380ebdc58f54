"""What the paper's templates need beyond Django's own: times as the paper writes them, pictures, JSON-LD."""

from django import template
from django.utils import timezone
from django.utils.html import format_html

from .. import cards, srcset, structured, typeset
from ..richtext import sanitizer

register = template.Library()

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


register.simple_tag(srcset.social, name="social_picture")


@register.filter
def focus(image):
    """Class names that keep the picture's point of focus in sight where a card crops it (see card.css)."""

    def third(percent, names):
        return names[0] if percent < 34 else names[2] if percent > 66 else names[1]

    across = third(image.focus_x, ("focus-left", "", "focus-right"))
    down = third(image.focus_y, ("focus-top", "", "focus-bottom"))
    return f"{across} {down}".strip()


@register.simple_tag
def card(article, *, shape, level, sizes="", standfirst=False, show_section=False, eager=False):
    """An Article or a Card in a list; see cards.drawn()."""
    on_it = article if isinstance(article, cards.Card) else cards.card_of(article)
    return cards.drawn(
        on_it, shape, level, sizes, bool(standfirst), bool(show_section), bool(eager)
    )


@register.simple_tag
def lead_figure(article):
    """The lead picture as a figure, fetched first; the caption alone while the file is awaited."""
    return typeset.figure_html(article.lead_image, article.lead_caption, lead=True)


@register.filter
def words(html):
    """The words of stored rich text, to be cut and escaped as plain text."""
    return sanitizer.plain(html)


register.filter("as_script", structured.as_script)
