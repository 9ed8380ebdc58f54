"""What is read most, for the front page."""

from django import template
from django.utils import timezone

from ..readership import most_read

register = template.Library()
FRONT = 8


@register.simple_tag(name="most_read")
def most_read_now():
    """The articles most read at this moment, as many as stand beside the newest; one query."""
    return most_read(timezone.now(), FRONT)
