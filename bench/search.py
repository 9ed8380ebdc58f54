"""Search beside the number of articles: median milliseconds for rare, common and misspelt words.

    python3 bench/search.py [--articles 1000,10000] [--rounds 15]

Builds stories of invented words in the database of DATABASE_URL (SQLite: in a folder that is gone afterwards; on
PostgreSQL name an empty database of its own) and asks /tim-kiem/ in this process, without any cache.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
QUERIES = {
    "common word": "của",
    "two common": "tỉnh của",
    "without marks": "ben linh",
    "phrase": '"phường bến lĩnh"',
    "rare word": "nghiến",
    "old headline": "chè khau lạc",
    "misspelt": "nghienns",
    "filtered": "của&loai=phong-van",
}
COMMON = "của tỉnh và người các năm một bến lĩnh phường không trong được những có cho với là khi".split()
START, MIDDLE, END = (
    "b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x".split(),
    "aăâeêioôơuư",
    ["", "n", "ng", "c", "t", "m", "nh"],
)
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", default="1000,10000")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    from newsroom import bootstrap

    bootstrap.ensure()
    with tempfile.TemporaryDirectory(prefix="bench-search-") as place:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "STATE_DIR": place,
            "DEBUG": "0",
            "DEMO": "1",
            "PAGE_CACHE": "0",
            "SECRET_KEY": "bench",
        }
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        from articles.models import Article

        if Article.objects.exists():
            sys.exit("Cơ sở dữ liệu này đã có bài. Hãy chỉ một cơ sở dữ liệu trống trong DATABASE_URL.")
        measure([int(number) for number in options.articles.split(",")], options.rounds)
        connection.close()


def measure(sizes, rounds):
    from django.db import connection
    from django.test import Client

    client, chance = Client(SERVER_NAME="127.0.0.1"), random.Random(7)
    words = sorted(
        {"".join(chance.choice(part) for part in (START, MIDDLE, TONES, END)) for _ in range(4000)}
    )
    print(f"{connection.vendor}; median ms of {rounds}")
    print(f"{'articles':>9} {'indexed/s':>9}", *(f"{name:>13}" for name in QUERIES))
    for size in sizes:
        pace = fill(size, words, chance)
        row = []
        for query in QUERIES.values():
            times = []
            for _ in range(rounds):
                began = time.perf_counter()
                response = client.get(f"/tim-kiem/?q={query}")
                times.append((time.perf_counter() - began) * 1000)
                assert response.status_code == 200
            row.append(statistics.median(times))
        print(f"{size:>9} {pace:>9.0f}", *(f"{median:>13.1f}" for median in row), flush=True)


def fill(size, words, chance):
    """Bring the paper up to so many stories, spread over ten years; return how many a second went into the index."""
    from django.utils import timezone

    from articles.models import Article, Kind, Section, Status
    from articles.search import index, store

    section = Section.objects.get_or_create(name="Thời sự")[0]
    now, made, told = timezone.now(), Article.objects.count(), []
    for number in range(made, size):
        text = " ".join(chance.choice(COMMON if chance.random() < 0.4 else words) for _ in range(300))
        rare = " gỗ nghiến" if number % 1000 == 7 else ""
        told.append(
            Article(
                headline="Chè Khau Lạc" if number == 3 else text[:60].rpartition(" ")[0],
                slug=f"bai-{number}",
                kind=Kind.INTERVIEW if number % 10 == 0 else Kind.STORY,
                body=f"<p>{text}{rare}</p>",
                section=section,
                status=Status.PUBLISHED,
                published_at=now - timedelta(minutes=5 * number + 1),
            )
        )
        if len(told) == 500 or number == size - 1:
            Article.objects.bulk_create(told)
            told = []
    began = time.perf_counter()
    with store.many(size - made):
        list(index.rebuild(index.missing()))
    return (size - made) / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
