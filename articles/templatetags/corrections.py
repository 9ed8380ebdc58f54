"""The corrections that wait for the person who opens the desk."""

from django import template
from django.utils import timezone

from ..admin.corrections import clock
from ..models import Article, Correction
from ..policy import scope

register = template.Library()
SHOWN = 5


@register.simple_tag
def corrections_that_wait(user):
    """{"first": [(correction, its clock)] of the most urgent, "count": all of them}, of what this user may publish."""
    if not user.has_perm("articles.change_correction"):
        return {"first": [], "count": 0}
    waiting = Correction.objects.waiting().filter(article__in=Article.objects.filter(scope(user, "correct")))
    now = timezone.now()
    first = [(correction, clock(correction, now)) for correction in waiting[:SHOWN]]
    return {"first": first, "count": waiting.count()}
