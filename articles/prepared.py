"""A question to the database that is put into SQL once in the life of a process.

Readers' pages ask the same few questions thousands of times; to make SQL of a queryset each time costs several times
what the database needs to answer. The queryset stays what is written and read: a Prepared asks it for its SQL with
marks where the values will stand, and puts the values of each call there.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models.query import ModelIterable

# Values no row has and no rule names; each mark is found again among the parameters of the SQL.
_MOMENT = datetime(1, 1, 2, tzinfo=UTC)
_NUMBER = -7_000_000_000
_WORD = "\N{SYMBOL FOR NULL}"
# Lists of any length are a handful of questions: they are filled up with a number no row has.
_STEP, _NOBODY = 16, 0


class _Plan(NamedTuple):
    """places: for each parameter the index of a mark, None where the parameter is the question's own."""

    sql: str
    params: tuple
    places: tuple
    converters: dict
    compiler: object
    of_models: bool


class Prepared:
    """ask: makes a queryset, of models or a values_list(), of its keyword arguments: aware datetimes, numbers, lists of
    numbers, words. Nothing is prefetched.

    A call gives it those of this time and returns the list of its rows. `fixed` are arguments that change the SQL
    itself (a slice, a name of a column): each set of them is a question of its own.
    """

    def __init__(self, ask):
        self.ask = ask
        self.plans = {}

    def __call__(self, *fixed, **given):
        # The connection itself: each question to `connection` would be a question to the thread first.
        connection = connections[DEFAULT_DB_ALIAS]
        sizes = tuple(len(value) if isinstance(value, list) else -1 for value in given.values())
        sizes = tuple(-(-size // _STEP) * _STEP or _STEP if size >= 0 else -1 for size in sizes)
        key = connection.vendor, fixed, sizes
        plan = self.plans.get(key)
        if plan is None:
            plan = self.plans[key] = self._planned(connection, fixed, given, sizes)
        values = []
        for value, size in zip(given.values(), sizes, strict=True):
            if size >= 0:
                values += [*value, *[_NOBODY] * (size - len(value))]
            else:
                values.append(_written(connection, value))
        params = [
            param if place is None else values[place]
            for param, place in zip(plan.params, plan.places, strict=True)
        ]
        with connection.cursor() as cursor:
            cursor.execute(plan.sql, params)
            rows = cursor.fetchall()
        if plan.converters:
            rows = map(tuple, plan.compiler.apply_converters(rows, plan.converters))
        return list(ModelIterable(_Answered(plan, rows)) if plan.of_models else rows)

    def _planned(self, connection, fixed, given, sizes):
        marks, asked = [], {}
        for (name, value), size in zip(given.items(), sizes, strict=True):
            number = len(marks)
            if size >= 0:
                asked[name] = [_NUMBER - number - nth for nth in range(size)]
                marks += asked[name]
                continue
            if isinstance(value, datetime):
                asked[name] = _MOMENT + timedelta(days=number)
            elif isinstance(value, int | float):
                asked[name] = type(value)(_NUMBER - number)
            else:
                asked[name] = f"{_WORD}{number}"
            marks.append(_written(connection, asked[name]))
        question = self.ask(*fixed, **asked)
        compiler = question.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        where = {mark: number for number, mark in enumerate(marks)}
        places = tuple(where.get(param) for param in params)
        lost = set(range(len(marks))) - set(places)
        if lost:
            raise ValueError(f"the question does not name every value it is given: {given.keys()}")
        columns = [column for column, _, _ in compiler.select]
        of_models = question._iterable_class is ModelIterable
        return _Plan(sql, tuple(params), places, compiler.get_converters(columns), compiler, of_models)


class _Answered:
    """What ModelIterable asks of a queryset and of its compiler, where the database has answered already."""

    _known_related_objects = {}

    def __init__(self, plan, rows):
        self.db, self.query, self.rows = DEFAULT_DB_ALIAS, self, rows
        compiler = plan.compiler
        self.select, self.klass_info = compiler.select, compiler.klass_info
        self.annotation_col_map = compiler.annotation_col_map

    def get_compiler(self, using):
        return self

    def execute_sql(self, **how):
        return self.rows

    def results_iter(self, rows):
        return rows


def _written(connection, value):
    # On both databases a moment is compared as the adapter writes it.
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
