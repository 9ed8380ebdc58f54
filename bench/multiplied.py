"""A paper of a million stories out of a smaller one: its stories, interviews and comments again and again, each time
further back. On PostgreSQL; in minutes, where writing and indexing them one by one takes hours.

    DATABASE_URL=postgres://… manage.py generate_corpus --articles 20000 --comments 40000
    DATABASE_URL=postgres://… .venv/bin/python bench/multiplied.py --times 50

For measurements alone: a word is as common as before, and each text is there fifty times.
"""

import argparse
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
AT_ONCE = 2


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=50)
    times = parser.parse_args().times
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    import django

    django.setup()
    multiply(times)


def multiply(times):
    """Make the stories of this database `times` as many, and what hangs on them; the database has no others."""
    from django.db import connection

    from articles.search import store

    began = time.monotonic()
    copies = [*_copies()]
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX IF EXISTS {store.INDEX}")
    with ThreadPoolExecutor(AT_ONCE) as two:
        for table, seconds in two.map(lambda copy: _write(times, *copy), copies):
            print(f"{table}: {seconds:.0f} s", flush=True)
    with store.many(0), connection.cursor() as cursor:
        print("the index of search …", flush=True)
        cursor.execute("SET maintenance_work_mem = '1GB'")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    print(f"all: {time.monotonic() - began:.0f} s")


def _copies():
    """Yield (table, its columns, what each copy has in their places). `%(nth)s` is its number, from 1."""
    from django.db.models import Max, Min

    from articles.models import Article, Byline, Exchange, Interviewee, SearchEntry, StreamEntry
    from articles.search.store import BY_NUMBER
    from comments.models import Comment

    ends = Article.objects.aggregate(first=Min("published_at"), last=Max("published_at"))
    # Whole seconds, as the index of search counts them.
    back = int((ends["last"] - ends["first"]).total_seconds()) + 1
    step = {
        model._meta.db_table: model.objects.aggregate(last=Max("pk"))["last"] or 0
        for model in (Article, Byline, Interviewee, Exchange, Comment, StreamEntry, Article.topics.through)
    }
    articles = step[Article._meta.db_table]
    earlier = f"- %(nth)s * interval '{back} seconds'"
    moment = f"to_timestamp(newest >> {BY_NUMBER}) AT TIME ZONE 'UTC'"

    def days(moment):
        shapes = ('"n"YYYYMMDD', '"m"YYYYMM', '"y"YYYY')
        return "ARRAY[" + ", ".join(f"to_char({moment}, '{shape}')" for shape in shapes) + "]"

    words = f"ts_delete(words, {days(moment)}) || array_to_tsvector({days(moment + earlier)})"
    yield (
        SearchEntry._meta.db_table,
        ["article_id", "newest", "words"],
        {
            "article_id": f"article_id + %(nth)s * {articles}",
            "newest": f"newest - ((%(nth)s * {back}::bigint) << {BY_NUMBER}) + %(nth)s * {articles}",
            "words": words,
        },
    )
    others = {
        "article_id": f"article_id + %(nth)s * {articles}",
        "answered_by_id": f"answered_by_id + %(nth)s * {step[Interviewee._meta.db_table]}",
        "parent_id": f"parent_id + %(nth)s * {step[Comment._meta.db_table]}",
        "published_at": f"published_at {earlier}",
        "created_at": f"created_at {earlier}",
        "submission": "md5(submission || %(nth)s)",
    }
    for model in (Article, Exchange, Comment, StreamEntry, Byline, Interviewee, Article.topics.through):
        table, columns = model._meta.db_table, [field.column for field in model._meta.concrete_fields]
        own = {"id": f"id + %(nth)s * {step[table]}"}
        yield table, columns, own | {name: others[name] for name in columns if name in others}


def _write(times, table, columns, instead):
    """Write all copies of a table; return its name and the seconds it took."""
    from django.db import connection

    began = time.monotonic()
    key = columns[0]
    given = ", ".join(instead.get(column, column) for column in columns)
    with connection.cursor() as cursor:
        # What the rows hang on comes at the same time; nothing is looked after but the rows.
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(f"SELECT max({key}) FROM {table}")
        last = cursor.fetchone()[0] or 0
        for nth in range(1, times):
            rows = f"SELECT {given} FROM {table} WHERE {key} <= %(last)s"
            cursor.execute(f"INSERT INTO {table} ({', '.join(columns)}) {rows}", {"nth": nth, "last": last})
        if "id" in columns:
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
    connection.close()
    return table, time.monotonic() - began


if __name__ == "__main__":
    main()
