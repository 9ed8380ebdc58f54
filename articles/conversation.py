"""The exchanges of an interview for its page: one question, and whoever answers is one object, however often."""

from itertools import islice

from django.db import connection

from .models import Exchange, Image, Interviewee, Person
from .prepared import Prepared

ANSWERED_BY = {
    Interviewee: "answered_by__",
    Person: "answered_by__person__",
    Image: "answered_by__person__portrait__",
}
_FIELDS = {
    model: [field.attname for field in model._meta.concrete_fields] for model in (Exchange, *ANSWERED_BY)
}


def _asked(article):
    columns = [f"{path}{name}" for model, path in ANSWERED_BY.items() for name in _FIELDS[model]]
    return Exchange.objects.filter(article=article).values_list(*_FIELDS[Exchange], *columns)


_rows = Prepared(_asked)


def fetch_exchanges(article):
    """Put the exchanges where article.exchanges.all() finds them, in order, with who answers and their portrait."""
    answerers, exchanges = {}, article.exchanges.all()
    exchanges._result_cache = []
    for row in _rows(article=article.pk):
        values = iter(row)
        exchange = _next(Exchange, values)
        if exchange.answered_by_id:
            if exchange.answered_by_id not in answerers:
                answerers[exchange.answered_by_id] = _answerer(values)
            exchange.answered_by = answerers[exchange.answered_by_id]
        exchanges._result_cache.append(exchange)
    article._prefetched_objects_cache = {"exchanges": exchanges}


def _answerer(values):
    guest, person = _next(Interviewee, values), _next(Person, values)
    guest.person = person
    person.portrait = _next(Image, values) if person.portrait_id else None
    return guest


def _next(model, values):
    fields = _FIELDS[model]
    return model.from_db(connection.alias, fields, list(islice(values, len(fields))))
