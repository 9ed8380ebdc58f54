"""How the front page's desk names moments, pictures and standings."""

from django import template

from ..admin.front_picture import short
from ..admin.image import thumbnail_url
from ..hours import written

register = template.Library()
register.filter("moment", written)
register.filter("thumbnail", thumbnail_url)


@register.filter
def briefly(at, now):
    """ "6:00 24/11"; "" for None."""
    return short(at, now) if at else ""


@register.filter
def stands(article, now):
    """ "hẹn giờ", "đã đăng": where an article stands, as it is said inside a line."""
    label = article.standing(now).label
    return label[:1].lower() + label[1:]
