"""The exchanges of an interview for its page: one question, and whoever answers is one object, however often."""

from django.db import DEFAULT_DB_ALIAS

from .models import Exchange, Image, Interviewee, Person
from .prepared import Prepared


def _columns(model, *names):
    """What is fetched of a model, in its order; all of it where no names are given. The rest a row looks up when it is
    asked."""
    return [each.attname for each in model._meta.concrete_fields if not names or each.attname in names]


_EXCHANGE, _GUEST = _columns(Exchange), _columns(Interviewee)
_PERSON = _columns(Person, "id", "name", "slug", "honorific", "portrait_id")
_PORTRAIT = _columns(Image, "id", "file", "width", "height", "made", "focus_x", "focus_y")
_ANSWERED_BY = Exchange._meta.get_field("answered_by")
_OF_GUEST, _OF_PERSON = Interviewee._meta.get_field("person"), Person._meta.get_field("portrait")


def _asked(article):
    guest, person = "answered_by__", "answered_by__person__"
    paths = {guest: _GUEST, person: _PERSON, f"{person}portrait__": _PORTRAIT}
    columns = [f"{path}{name}" for path, names in paths.items() for name in names]
    return Exchange.objects.filter(article=article).values_list(*_EXCHANGE, *columns)


_rows = Prepared(_asked)


def fetch_exchanges(article):
    """Put the exchanges where article.exchanges.all() finds them, in order, with who answers and their portrait."""
    guests, found = {}, []
    for row in _rows(article=article.pk):
        values = iter(row)
        exchange = _next(Exchange, _EXCHANGE, values)
        if number := exchange.answered_by_id:
            if number not in guests:
                guests[number] = _guest(values)
            # Not by assignment, which would ask whether the two may be related.
            _ANSWERED_BY.set_cached_value(exchange, guests[number])
        found.append(exchange)
    exchanges = Exchange.objects.all()
    exchanges._result_cache = found
    article._prefetched_objects_cache = {"exchanges": exchanges}


def _guest(values):
    guest, person = _next(Interviewee, _GUEST, values), _next(Person, _PERSON, values)
    _OF_GUEST.set_cached_value(guest, person)
    if person.portrait_id:
        _OF_PERSON.set_cached_value(person, _next(Image, _PORTRAIT, values))
    return guest


def _next(model, names, values):
    return model.from_db(DEFAULT_DB_ALIAS, names, [next(values) for _ in names])
