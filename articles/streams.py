"""Streams: what the paper has of one topic, by one author, with one person, newest first, at any length.

A stream is read from StreamEntry, whose index has its stories in their order; what may be seen of them, the articles
themselves say. It is kept with each revision, as Article.pictures is.
"""

from django.db.models import Q

from .cards import Cards
from .models import Article, Author, Byline, Exchange, Kind, Person, StreamEntry, Topic

_LETTER = {Topic: "t", Author: "a", Person: "p"}


def name_of(subject):
    """What its stream is called in StreamEntry: "t12" of a Topic, "a3" of an Author, "p7" of a Person."""
    return f"{_LETTER[type(subject)]}{subject.pk}"


def in_stream(name, now=None, below=None):
    """The public articles of a stream (its name_of) at `now`, newest first; those after `below`, an Article with its
    published_at, where one is given."""
    entries = Q(streams__stream=name)
    if below:
        # The first comparison is the one an index can begin with.
        entries &= Q(streams__published_at__lte=below.published_at)
        entries &= Q(streams__published_at__lt=below.published_at) | Q(streams__article_id__lt=below.pk)
    # In one filter, so that it is one entry that is meant by all of it, the order too.
    stream = Article.objects.public(now).filter(entries)
    return stream.order_by("-streams__published_at", "-streams__article_id")


class Stream:
    """The public articles of a subject as pages (articles/paging.py) ask for them: Cards, or what `told` makes of the
    queryset of articles."""

    def __init__(self, subject, now, told=Cards):
        self.name, self.now, self.told = name_of(subject), now, told

    def __getitem__(self, wanted):
        return self.told(in_stream(self.name, self.now))[wanted]

    def older_than(self, article):
        return self.told(in_stream(self.name, self.now, below=article))


def keep_streams(*articles):
    """Write in which streams these articles stand as they are in the database now; call it in the transaction that
    changed them. Five queries, less where nothing is new, however many articles."""
    hours = {article.pk: article.published_at for article in articles if article.published_at}
    wanted = {(pk, name): hours[pk] for pk, name in _found(list(hours))}
    entries = StreamEntry.objects.filter(article__in=[article.pk for article in articles])
    there = {(entry.article_id, entry.stream): entry for entry in entries}
    gone = [entry.pk for key, entry in there.items() if entry.published_at != wanted.get(key)]
    if gone:
        StreamEntry.objects.filter(pk__in=gone).delete()
    StreamEntry.objects.bulk_create(
        StreamEntry(article_id=key[0], stream=key[1], published_at=hour)
        for key, hour in wanted.items()
        if key not in there or there[key].published_at != hour
    )


def _found(numbers):
    """Yield (number of the article, name of the stream); a person has those in which they answer something."""
    if not numbers:
        return
    filed = Article.topics.through.objects.filter(article__in=numbers).values_list("article", "topic")
    signed = Byline.objects.filter(article__in=numbers).order_by().values_list("article", "author")
    answered = Exchange.objects.filter(
        article__in=numbers, article__kind=Kind.INTERVIEW, answered_by__isnull=False
    )
    told = answered.exclude(answer="").order_by().values_list("article", "answered_by__person").distinct()
    for model, rows in ((Topic, filed), (Author, signed), (Person, told)):
        for article, subject in rows:
            yield article, f"{_LETTER[model]}{subject}"
