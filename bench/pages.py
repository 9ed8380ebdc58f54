"""Cost of the readers' pages, cold: CPU milliseconds, SQL queries, bytes over the wire.

    python3 manage.py demo --no-serve && python3 bench/pages.py

Reads the demo paper in var/. Each page is rendered in this process without any cache, 60 times; the median is printed.
CPU is this process's own (with SQLite that is application and database together).
"""

import gzip
import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
ROUNDS = 60


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
    from django.db import DatabaseError, connection
    from django.test import Client
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
    client = Client(SERVER_NAME="127.0.0.1")
    print(f"{'page':<10} {'CPU ms':>7} {'queries':>8} {'HTML B':>8} {'gzip B':>8}")
    for name, path in pages.items():
        response = client.get(path)
        assert response.status_code == 200, (path, response.status_code)
        body = b"".join(response) if response.streaming else response.content
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        queries = len(captured)  # now: the next request empties the log
        times = []
        for _ in range(ROUNDS):
            begun = time.process_time()
            client.get(path)
            times.append((time.process_time() - begun) * 1000)
        row = f"{name:<10} {statistics.median(times):>7.1f} {queries:>8} {len(body):>8}"
        print(f"{row} {len(gzip.compress(body, 6)):>8}")


if __name__ == "__main__":
    main()
