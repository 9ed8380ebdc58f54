"""Context for every page: the paper's name and imprint, the sections in order."""

from django.conf import settings
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from articles.frontpage import all_sections


def masthead(request):
    """Adds `paper` (settings.PAPER), `sections` (one query, only where a template asks) and `today`."""
    return {
        "paper": settings.PAPER,
        "site_url": settings.SITE_URL,
        "sections": SimpleLazyObject(all_sections),
        "today": timezone.localtime(),
    }
