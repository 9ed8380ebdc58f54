"""The index in the database; the one file of search that knows which database there is.

SQLite keeps the words in an FTS5 table whose rowid is SearchEntry.newest; it walks any list of hits newest first.
PostgreSQL keeps them in a tsvector column of SearchEntry; it can only collect all hits of a word and sort them, so it
is asked for one stretch of time after the other, and stops as soon as there are enough. For this every entry holds its
day, month and year as words, too; and, since its index tells no places, every two words that stand side by side.
Neither database splits or folds anything: see words.py.
"""

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from ..models import Article, SearchEntry, SearchWord
from .words import HEADLINE, TEXT, keys, pairs

ENTRIES = SearchEntry._meta.db_table
WORDS = "articles_searchwords"
INDEX = "search_words"
BY_NUMBER = 24  # bits of `newest` that tell articles of one second apart
MOST_READ = 2_000  # entries of each stretch of time that PostgreSQL reads for one phrase
LAST_POSITION = 16_383  # of a word in PostgreSQL's tsvector; later ones are found, but in no phrase
_POSITIONS = [str(position) for position in range(1, LAST_POSITION + 1)]
MANY = 5_000  # articles; to index so many at once it is quicker to build PostgreSQL's index afterwards


@dataclass(frozen=True, slots=True)
class List:
    """A list of hits to ask for: those that hold all phrases of `terms` (rows of lexemes), the newest `most` of them.

    pairs: the words of the phrases two by two (words.pairs), by which PostgreSQL finds them.
    within: of those, only the ones that hold these phrases, too; each is looked at, and `most` bounds their number.
    """

    name: str
    terms: list[list[str]]
    most: int
    pairs: list[str] = field(default_factory=list)
    within: list[list[str]] | None = None


class Hit(NamedTuple):
    """An Article that is found, as far as an order and a count need it."""

    pk: int
    section_id: int
    kind: str
    newest: int
    headline: str


def newest(article):
    """The number by which entries are ordered: seconds of publication (of its making, for a draft), then article."""
    moment = article.published_at or article.created_at
    return moment_key(moment) | article.pk & (1 << BY_NUMBER) - 1


def moment_key(moment):
    return int(moment.timestamp()) << BY_NUMBER


# ---------------------------------------------------------------- writing


def write(entries, learned=None):
    """Put (article, its streams of words) pairs into the index, in place of what it held of these articles.

    learned: the words that a caller of many writes has had kept already, a set that grows with each.
    """
    entries = [(article, newest(article), streams) for article, streams in entries]
    if not entries:
        return
    with connection.cursor() as cursor:
        _write[connection.vendor](cursor, entries)
    words = {lexeme[1:] for _, _, streams in entries for lexeme in streams[-1]}
    learned = set() if learned is None else learned
    _learn(words - learned)
    learned |= words


def _write_fts5(cursor, entries):
    keys = [key for _, key, _ in entries]
    known = SearchEntry.objects.filter(article__in=[article.pk for article, _, _ in entries])
    before = [[key] for key in known.values_list("newest", flat=True) if key not in keys]
    known.delete()
    cursor.executemany(f"DELETE FROM {WORDS} WHERE rowid = %s", before)
    cursor.executemany(
        f"INSERT INTO {ENTRIES} (article_id, newest) VALUES (%s, %s)",
        [(article.pk, key) for article, key, _ in entries],
    )
    cursor.executemany(
        f"INSERT OR REPLACE INTO {WORDS} (rowid, words) VALUES (%s, %s)",
        [(key, " ".join(lexeme for stream in streams for lexeme in stream)) for _, key, streams in entries],
    )


def _write_tsvector(cursor, entries):
    rows = [(article.pk, key, _vector(streams, key)) for article, key, streams in entries]
    # One statement for all of them: a lot of two hundred is one way there and back.
    cursor.execute(
        f"INSERT INTO {ENTRIES} (article_id, newest, words) VALUES "
        + ", ".join(["(%s, %s, %s::tsvector)"] * len(rows))
        + " ON CONFLICT (article_id) DO UPDATE SET newest = excluded.newest, words = excluded.words",
        [given for row in rows for given in row],
    )


def _vector(streams, key):
    """The text form of a tsvector: no parser of PostgreSQL's ever sees it."""
    places = defaultdict(list)
    for stream in streams:
        for lexeme, position in zip(stream, _POSITIONS, strict=False):
            places[lexeme].append(position)
        for lexeme in stream[LAST_POSITION:]:
            places[lexeme]
    for pair in pairs(streams[-1][:LAST_POSITION]):
        places[pair]
    day = datetime.fromtimestamp(key >> BY_NUMBER, UTC)
    # PostgreSQL keeps the first 255 places of a word.
    vector = [
        f"'{lexeme}':{','.join(found[:255])}" if found else f"'{lexeme}'" for lexeme, found in places.items()
    ]
    return " ".join([*vector, _day(day), _month(day), _year(day)])


def _day(moment):
    return f"n{moment:%Y%m%d}"


def _month(moment):
    return f"m{moment:%Y%m}"


def _year(moment):
    return f"y{moment:%Y}"


def _learn(words):
    """Keep the words of letters for those who mistype them."""
    words = {word for word in words if word.isalpha()}
    known = set(SearchWord.objects.filter(word__in=words).values_list("word", flat=True))
    # In one order, so that two who save at once do not wait for each other.
    SearchWord.objects.bulk_create(
        [SearchWord(word=word) for word in sorted(words - known)], ignore_conflicts=True
    )


@contextmanager
def many(count):
    """Around the writing of `count` entries. Where nothing is found yet, PostgreSQL's index is made at the end of it
    rather than entry by entry; afterwards the database puts its index and its statistics in order.

    Whoever is killed in the midst leaves a search that is slow, but right; the next writing of many mends it.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and count >= MANY and not SearchEntry.objects.exists():
            cursor.execute(f"DROP INDEX IF EXISTS {INDEX}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('optimize')")
            else:
                # No index is made on a table while rows of the same transaction await their checks.
                connection.check_constraints()
                cursor.execute(
                    f"CREATE INDEX IF NOT EXISTS {INDEX} ON {ENTRIES} USING gin (words) WITH (fastupdate = off)"
                )
                cursor.execute(f"ANALYZE {ENTRIES}")


_write = {"sqlite": _write_fts5, "postgresql": _write_tsvector}


# ---------------------------------------------------------------- asking


def ask(lists, now, **filters):
    """Return {name of each List: its Hits among Articles public at `now`, newest first}, in one query.

    filters: further conditions on Articles, as of QuerySet.filter().
    """
    public = Article.objects.public(now).filter(**filters, pk=RawSQL("entry.article_id", ())).order_by()
    public_sql, parameters = public.values("pk").query.sql_with_params()
    # As a scalar, it is asked of one entry after the other until there are enough.
    sql, parameters = _ask[connection.vendor](lists, f"({public_sql}) IS NOT NULL", parameters, now)
    held = {one.name: [] for one in lists}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT found.list, article.id, article.section_id, article.kind, found.newest, article.headline "
            f"FROM ({sql}) AS found CROSS JOIN {Article._meta.db_table} AS article "
            "WHERE article.id = found.article_id ORDER BY found.newest DESC",
            parameters,
        )
        for number, *hit in cursor.fetchall():
            held[lists[number].name].append(Hit(*hit))
    return held


def headed(word):
    """SearchEntries, a queryset, of the articles in any state whose headline has a word that begins like this one."""
    lexemes = [HEADLINE + folded for _, folded in keys(word)] or [HEADLINE + " "]  # signs alone begin no word
    if connection.vendor == "sqlite":
        hits, asked = f"newest IN (SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH %s)", '"{}" *'
    else:
        hits, asked = "words @@ %s::tsquery", "'{}':*"
    every = (" AND " if connection.vendor == "sqlite" else " & ").join(map(asked.format, lexemes))
    return SearchEntry.objects.filter(RawSQL(hits, [every], output_field=BooleanField()))


def _ask_fts5(lists, public, public_parameters, now):
    parts, parameters = [], []
    for number, one in enumerate(lists):
        # CROSS JOIN keeps the tables in this order: the words first, newest first, until there are enough.
        part = (
            f"SELECT {number} AS list, entry.article_id, entry.newest FROM {WORDS} "
            f"CROSS JOIN {ENTRIES} AS entry ON entry.newest = {WORDS}.rowid "
            f"WHERE {WORDS} MATCH %s AND {public} ORDER BY {WORDS}.rowid DESC LIMIT %s"
        )
        parameters += [_match(one.terms), *public_parameters, one.most]
        closer = ""
        if one.within:
            closer = (
                f" AS among WHERE EXISTS (SELECT 1 FROM {WORDS} WHERE {WORDS} MATCH %s "
                f"AND {WORDS}.rowid = among.newest)"
            )
            parameters.append(_match(one.within))
        parts.append(f"SELECT * FROM ({part}){closer}")
    return " UNION ALL ".join(parts), parameters


def _match(phrases):
    return " AND ".join(f'"{" ".join(phrase)}"' for phrase in phrases)


def _ask_tsvector(lists, public, public_parameters, now):
    windows, parameters = [], []
    for stretch, between in _stretches(now):
        # OFFSET 0 and "+ 0" keep the planner from walking all entries by their hour, word or no word.
        terms = f"(wanted.terms && '{stretch}'::tsquery)" if stretch else "wanted.terms"
        # The index knows pairs of words, but no places: for a longer phrase, or one with marks, the words of each entry
        # are read, so that there must be an end of it.
        most_read = f"CASE WHEN wanted.phrases IS NOT NULL THEN {MOST_READ} END"
        windows.append(
            f"(SELECT entry.article_id, entry.newest FROM (SELECT article_id, newest, words FROM {ENTRIES} "
            f"WHERE words @@ {terms} AND {between} ORDER BY newest + 0 DESC LIMIT {most_read} OFFSET 0) AS entry "
            f"WHERE (wanted.phrases IS NULL OR entry.words @@ wanted.phrases) AND {public} LIMIT wanted.most)"
        )
        parameters += public_parameters
    values = ", ".join(["(%s, %s::tsquery, %s::tsquery, %s::tsquery, %s)"] * len(lists))
    wanted = []
    for number, one in enumerate(lists):
        alone = [[lexeme] for phrase in [*one.terms, one.pairs] for lexeme in phrase]
        phrases = None if _told_by_pairs(one) else _query(one.terms)
        wanted += [number, _query(alone), phrases, _query(one.within) if one.within else None, one.most]
    return (
        f"SELECT wanted.list, hit.article_id, hit.newest FROM (VALUES {values}) "
        "AS wanted (list, terms, phrases, closer, most) "
        f"CROSS JOIN LATERAL (SELECT * FROM ({' UNION ALL '.join(windows)}) AS newer LIMIT wanted.most) AS hit "
        f"WHERE wanted.closer IS NULL OR EXISTS (SELECT 1 FROM {ENTRIES} AS entry "
        "WHERE entry.article_id = hit.article_id AND entry.words @@ wanted.closer)"
    ), [*wanted, *parameters]


def _told_by_pairs(one):
    """Whether nothing is left to be read: no phrase, or of two words each, marks or not."""
    longest = max(map(len, one.terms))
    return longest == 1 or (longest == 2 and bool(one.pairs) and one.terms[0][0].startswith(TEXT))


def _query(phrases):
    """A tsquery of rows of lexemes, which are letters, digits and spaces alone."""
    rows = (" <-> ".join(f"'{lexeme}'" for lexeme in phrase) for phrase in phrases)
    return " & ".join(f"({row})" for row in rows)


def _stretches(now):
    """Yield (words for a stretch of time, condition on `newest`): this week, what is left of three months, of four
    years, and the rest; together every entry once."""
    now = now.astimezone(UTC)
    days = [now - timedelta(days=number) for number in range(8)]
    week = days[-1].replace(hour=0, minute=0, second=0, microsecond=0)
    months = [(week.replace(day=15) - timedelta(days=30 * number)).replace(day=1) for number in range(3)]
    years = [months[-1].replace(year=months[-1].year - number, month=1) for number in range(4)]
    tomorrow = week + timedelta(days=8)
    yield " | ".join(map(_day, days)), "true"
    yield " | ".join(map(_month, months)), f"newest + 0 < {moment_key(week)}"
    yield " | ".join(map(_year, years)), f"newest + 0 < {moment_key(months[-1])}"
    yield None, f"(newest + 0 < {moment_key(years[-1])} OR newest + 0 >= {moment_key(tomorrow)})"


_ask = {"sqlite": _ask_fts5, "postgresql": _ask_tsvector}
