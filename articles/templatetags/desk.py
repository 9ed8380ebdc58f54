"""What of the articles waits for the person who opens the desk."""

from django import template
from django.utils import timezone

from ..admin import waiting
from ..models import Image

register = template.Library()


@register.simple_tag
def articles_that_wait(user):
    """What waits, as far as this user may see or do it: {shelves: of articles/admin/waiting.py; coming: the Shelf of
    what the clock brings; live: [(article, moment)…]; missing_pictures: how many}."""
    now = timezone.now()
    return {
        "shelves": waiting.shelves(user, now),
        "coming": waiting.coming(user, now),
        "live": waiting.live(now),
        "missing_pictures": (
            Image.objects.filter(file="").count() if user.has_perm("articles.view_image") else 0
        ),
    }
