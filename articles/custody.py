"""Who may see and change a picture: the stories that show it say so, by the rules of articles/policy.py."""

from django.db import transaction
from django.db.models import Q

from .models import Article, Author, Person, Standing, has_standing
from .policy import scope
from .workflow import record_change

# A sealed or discarded story holds its pictures no more: what it said stays with it, in its revisions.
HOLDING = frozenset(Standing) - {Standing.WITHDRAWN, Standing.TRASHED, Standing.ERASED}


def visible_pictures(user):
    """A Q for Image querysets: what the user brought in, portraits, what stands in no story or in one they may read."""
    shows = Article.pictures.through.objects
    readable = shows.filter(article__in=Article.objects.filter(scope(user, "view")).values("pk"))
    return (
        Q(created_by=user.pk)
        | ~Q(pk__in=shows.values("image"))
        | Q(pk__in=readable.values("image"))
        | Q(pk__in=Author.objects.exclude(portrait=None).values("portrait"))
        | Q(pk__in=Person.objects.exclude(portrait=None).values("portrait"))
    )


def may_change(user, image):
    """Whether the user may change the picture or its words: in every story that shows it they may change the words."""
    holding = image.shown_in.filter(has_standing(*HOLDING))
    return not holding.exclude(scope(user, "edit")).exists()


@transaction.atomic
def record_changes(image, *, by, note):
    """Put a change of the picture or its words on the record of every story that shows it (workflow.record_change)."""
    for article in image.shown_in.filter(has_standing(*HOLDING)).order_by("pk").select_for_update():
        record_change(article, by=by, note=note)
