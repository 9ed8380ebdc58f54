"""Where a picture is in use: stories, portraits; as far as somebody may read them."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from .. import policy
from ..models import Article, Author, Person

SHOWN = 50


@dataclass
class Uses:
    """places: [(what, name, address)…], the newest first. others: how many stories more, which this user may not read
    or which are too many to name."""

    places: list
    others: int

    def __bool__(self):
        return bool(self.places or self.others)


def uses_of(image, user):
    stories = Article.objects.filter(Q(pk__in=image.shown_in.values("pk")) | Q(lead_image=image))
    readable = (
        stories.filter(policy.scope(user, "view")).only("headline", "lead_image").order_by("-pk")[:SHOWN]
    )
    places = [
        ("ảnh chính" if story.lead_image_id == image.pk else "trong bài", story.headline, _address(story))
        for story in readable
    ]
    for model, what in ((Author, "chân dung tác giả"), (Person, "chân dung nhân vật")):
        places += [(what, str(one), _address(one)) for one in model.objects.filter(portrait=image)[:SHOWN]]
    return Uses(places, stories.count() - len(readable))


def _address(thing):
    return reverse(f"admin:articles_{thing._meta.model_name}_change", args=[thing.pk])
