"""The links under a story's headline that take it elsewhere."""

from django import template

from .. import sharing
from ..structured import absolute

register = template.Library()


@register.simple_tag
def share_links(article):
    """[(name of the place, address)…] for a story."""
    address = absolute(article.get_absolute_url())
    return [("Facebook", sharing.facebook(address)), ("Zalo", sharing.zalo(address))]
