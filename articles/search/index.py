"""Articles into the index: in the transaction that changed their words, or many at once."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch

from ..models import Article, Byline, Exchange, SearchEntry
from . import store
from .words import streams

AT_ONCE = 200


def streams_of(article):
    """The four streams of an article (words.streams). Reads its exchanges and bylines; prefetch them for many."""
    signed = [byline.author.name for byline in article.bylines.all()]
    passages = list(article.passages())
    said = [text for passage in passages for text in (passage.speaker, passage.text)]
    guests = {exchange.answered_by: None for exchange in article.exchanges.all() if exchange.answered_by}
    named = [text for guest in guests for text in (str(guest), guest.person.name)]
    return streams(
        article.headline, [article.kicker, article.dateline, *said, *named, article.lead_caption, *signed]
    )


def keep_found(article):
    """Put the article into the index as it is in the database now; call it in the transaction that changed it."""
    _write(Article.objects.filter(pk=article.pk))


@transaction.atomic
def _write(articles, learned=None):
    articles = articles.order_by().prefetch_related(
        Prefetch("exchanges", Exchange.objects.select_related("answered_by__person")),
        Prefetch("bylines", Byline.objects.select_related("author")),
    )
    found = [(article, streams_of(article)) for article in articles]
    store.write(found, learned)


def missing():
    """Articles the index does not hold, drafts too: whether readers may see one is asked when they search."""
    return Article.objects.filter(~Exists(SearchEntry.objects.filter(article=OuterRef("pk"))))


def rebuild(articles):
    """Index these Articles, a queryset, in the order of their numbers; yield the last number of each lot written.

    Each lot is a transaction of its own: whoever stops goes on after the last number yielded.
    """
    last, learned = 0, set()
    while numbers := list(articles.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        _write(Article.objects.filter(pk__in=numbers), learned)
        last = numbers[-1]
        yield last, len(numbers)
