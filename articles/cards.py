"""What a list shows of an article: a Card, which is all its template sees (articles/drawing.py)."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from .models import Article
from .models.address import address_of_story
from .prepared import Prepared


class Shot(NamedTuple):
    """Of an Image that has its file, what a page draws of it (articles/srcset.py)."""

    file: str
    width: int
    height: int
    made: str
    focus_x: int
    focus_y: int


class Rubric(NamedTuple):
    """Of a Section or a Topic, what a link to it shows."""

    pk: int
    name: str
    address: str


class Card(NamedTuple):
    """published_at: aware, or None on a trial of the desk. picture: a Shot or None. section: its name."""

    pk: int
    address: str
    kind: str
    kicker: str
    headline: str
    standfirst: str
    section: str
    published_at: datetime | None
    picture: Shot | None


COLUMNS = (
    "pk", "section__slug", "slug", "kind", "kicker", "headline", "standfirst", "section__name", "published_at",
    *(f"lead_image__{name}" for name in Shot._fields),
)  # fmt: skip


def of_row(row):
    """The Card of a row of COLUMNS."""
    pk, section_slug, slug, *said = row[:9]
    shot = row[9:]
    address = address_of_story("articles:article", section_slug, slug, pk)
    return Card(pk, address, *said, Shot(*shot) if shot[0] else None)


def card_of(article):
    """The Card of an article out of ArticleQuerySet.for_cards()."""
    image = article.lead_image
    return Card(
        article.pk,
        article.get_absolute_url(),
        article.kind,
        article.kicker,
        article.headline,
        article.standfirst,
        article.section.name,
        article.published_at,
        shot_of(image),
    )


def shot_of(image):
    """The Shot of an Image, None where there is none or it awaits its file."""
    if not image or not image.file:
        return None
    return Shot(image.file.name, image.width, image.height, image.made, image.focus_x, image.focus_y)


class Cards:
    """The Cards of an Article queryset, fetched as it is sliced; what articles/paging.py asks."""

    def __init__(self, articles):
        self.articles = articles

    def __getitem__(self, wanted):
        return [of_row(row) for row in self.articles.values_list(*COLUMNS)[wanted]]

    def older_than(self, article):
        return Cards(self.articles.older_than(article))


def _of_numbers(now, numbers):
    # Found by their numbers, in no order, and each asked by itself: SQLite would walk the index of the newest instead.
    public = Exists(Article.objects.public(now).filter(pk=OuterRef("pk")))
    return Article.objects.filter(public, pk__in=numbers).order_by().values_list(*COLUMNS)


_numbered = Prepared(_of_numbers)


def cards_by_number(numbers, now):
    """{number: Card} of those of these articles that are public at `now`. One query."""
    return {row[0]: of_row(row) for row in _numbered(now=now, numbers=list(numbers))} if numbers else {}
