"""Cost of the readers' pages, cold: CPU milliseconds, SQL queries, bytes over the wire.

    python3 manage.py demo --no-serve && python3 bench/pages.py

Reads the demo paper in var/ (or STATE_DIR). Each page is asked of the WSGI application in this process, without any
cache of pages, 60 times; the median is printed, and beside it the pages take turns with a loop that never changes: on a
busy machine compare the ratios. CPU is this process's own (with SQLite that is application and database together).

The last two rows ask each of many stories once, so that nothing of it is remembered by a process that has seen others;
the demo has few: `manage.py generate_corpus --add --articles 2000 --comments 4000` before gives them more.
"""

import gzip
import io
import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
ROUNDS = 60
DIFFERENT = 300  # stories that are asked for once


def main():
    from newsroom import bootstrap

    bootstrap.ensure()
    key = ROOT / "var" / "demo-key"
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DEMO": "1",
        "DEBUG": "0",
        "PAGE_CACHE": "0",
        "SECRET_KEY": key.read_text(encoding="ascii") if key.exists() else "bench",
    }
    import django

    django.setup()
    from django.core.wsgi import get_wsgi_application
    from django.db import DatabaseError, connection
    from django.test.utils import CaptureQueriesContext

    from articles.models import Article, Kind

    public = Article.objects.public().select_related("section").newest_first()
    try:
        story, interview = public.filter(kind=Kind.STORY).first(), public.filter(kind=Kind.INTERVIEW).first()
    except DatabaseError:
        story = interview = None
    if not story or not interview:
        sys.exit("Chưa có tờ báo thử nghiệm. Hãy chạy trước: python3 manage.py demo --no-serve")
    pages = {
        "home": "/",
        "section": story.section.get_absolute_url(),
        "story": story.get_absolute_url(),
        "interview": interview.get_absolute_url(),
        "light": interview.get_light_url(),
        "rss": "/rss/",
    }
    application = get_wsgi_application()

    def ask(path):
        """(status, body) of a page."""
        told = []
        answer = application(environ(path), lambda status, headers: told.append(status))
        body = b"".join(answer)
        answer.close()
        return told[0], body

    print(f"{'page':<22} {'CPU ms':>7} {'/ loop':>7} {'queries':>8} {'HTML B':>8} {'gzip B':>8}")
    for name, path in pages.items():
        status, body = ask(path)
        assert status == "200 OK", (path, status)
        with CaptureQueriesContext(connection) as captured:
            ask(path)
        queries = len(captured)  # now: the next request empties the log
        row = f"{name:<22} {timed(ask, [path] * ROUNDS)} {queries:>8} {len(body):>8}"
        print(f"{row} {len(gzip.compress(body, 6)):>8}")
    for kind in (Kind.STORY, Kind.INTERVIEW):
        paths = [one.get_absolute_url() for one in public.filter(kind=kind).order_by("slug")[:DIFFERENT]]
        for path in paths[: len(paths) // 5]:
            ask(path)  # what all stories share is known from then on
        paths = paths[len(paths) // 5 :]
        print(f"{f'{len(paths)} of {kind}, once':<22} {timed(ask, paths)}")


def timed(ask, paths):
    """The median of a page's milliseconds, and of the loop's beside each, as two columns."""
    times, loops = [], []
    for path in paths:
        times.append(milliseconds(ask, path))
        loops.append(milliseconds(loop))
    median = statistics.median(times)
    return f"{median:>7.1f} {median / statistics.median(loops):>7.2f}"


def milliseconds(work, *given):
    begun = time.process_time()
    work(*given)
    return (time.process_time() - begun) * 1000


def loop():
    """A fixed amount of Python, some ten milliseconds of a processor of 2026."""
    return sum(number * number for number in range(200_000))


def environ(path):
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
    }


if __name__ == "__main__":
    main()
