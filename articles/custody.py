"""Who may see and change what several stories share, a picture, a guest's name: those stories say so, by the rules of
articles/policy.py; and what was changed is on their record."""

from django.db import transaction
from django.db.models import Q

from .models import Announcement, Article, Author, Image, Person, Standing, has_standing
from .policy import scope
from .richtext.sanitizer import image_ids
from .workflow import record_change

# A sealed or discarded story holds its pictures no more: what it said stays with it, in its revisions.
HOLDING = frozenset(Standing) - {Standing.WITHDRAWN, Standing.TRASHED, Standing.ERASED}
# Somebody has answered for the words, and readers will have them as they are.
APPROVED = frozenset({Standing.READY, Standing.SCHEDULED})


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


def unseen_in(user, before, after):
    """The numbers of the pictures that rich text `after` shows, `before` did not, and this user may not see, in order.

    One that is not in the library yet is nobody's to show: whoever brings it in decides.
    """
    new = set(image_ids(after)) - set(image_ids(before))
    return sorted(new - set(Image.objects.filter(visible_pictures(user), pk__in=new).values_list("pk", flat=True)))


def may_change(user, image):
    """Whether the user may change the picture or its words: in every story that shows it they may change the words."""
    if not _may_edit_all(user, image.shown_in):
        return False
    # No story shows an author's portrait, and no desk approves it: readers have it at once.
    if Author.objects.filter(portrait=image).exists() and not user.has_perm("articles.change_author"):
        return False
    return all(may_change_person(user, person) for person in Person.objects.filter(portrait=image))


def may_change_person(user, person):
    """Whether the user may change the name or the face of a guest: in every interview they gave, as above, and where
    readers are told of them before, they may announce it."""
    announced = Announcement.objects.public().filter(guests__person=person)
    beyond = announced.exclude(article__in=Article.objects.filter(scope(user, "announce")))
    return _may_edit_all(user, Article.objects.filter(interviewees__person=person)) and not beyond.exists()


def _may_edit_all(user, stories):
    return not stories.filter(has_standing(*HOLDING)).exclude(scope(user, "edit")).exists()


def record_changes(image, *, by, note):
    """Put a change of the picture or its words on the record of every story that shows it (workflow.record_change)."""
    portrayed = Article.objects.filter(interviewees__person__portrait=image)
    shown = Article.objects.filter(Q(pk__in=image.shown_in.values("pk")) | Q(pk__in=portrayed.values("pk")))
    record(shown.filter(has_standing(*HOLDING)), by=by, note=note)


def record_person(person, *, by, note):
    """Put a guest's new name or face on the record of every interview they gave."""
    told = Article.objects.filter(pk__in=person.interviews.values("article"))
    record(told.filter(has_standing(*HOLDING)), by=by, note=note)


@transaction.atomic
def record(stories, *, by, note):
    """workflow.record_change for each of these Articles, a queryset."""
    for article in stories.order_by("pk").select_for_update():
        record_change(article, by=by, note=note)
