"""What taking one comment costs, in process, from the door to the row: CPU milliseconds and SQL queries.

    .venv/bin/python bench/comments_cost.py [--comments 500]

Works in a new SQLite database of its own, which it removes. The first 250 comments are not counted: each later one
is laid beside 200 others, as at a busy paper.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))
BEFORE = 250


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--comments", type=int, default=500)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        Path(place, "static").mkdir()
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DATABASE_URL": f"sqlite:///{place}/db.sqlite3",
            "STATE_DIR": place,
            "DEMO": "1",
            "DEBUG": "0",
            "PAGE_CACHE": "0",
            "SECRET_KEY": "a key of this measurement alone, long enough to be taken for one",
        }
        measure(wanted.comments)


def measure(number):
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from articles.models import Article, Section
    from comments import forms
    from tests.comments.screening.said import HONEST

    call_command("migrate", verbosity=0)
    section = Section.objects.create(name="Thời sự", slug="thoi-su")
    told = {"slug": "cau", "status": "published", "published_at": timezone.now()}
    article = Article.objects.create(section=section, headline="Cầu Bến Lĩnh 2", **told)
    forms.MIN_AGE = 0
    token, said, chance = forms.page_token(article.pk), HONEST.strip().splitlines(), random.Random(1)

    def send(place):
        words = f"{' '.join(chance.sample(said, 3))} Đây là ý kiến số {place}."
        typed = {"name": f"Bạn đọc {place}", "place": "xã Nà Thoang", "text": words, "token": token}
        address = f"198.51.{place % 250}.{place // 250}"
        client = Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR=address)
        headers = {"Sec-Fetch-Site": "same-origin", "X-Forwarded-For": address}
        began = time.process_time()
        response = client.post(f"/binh-luan/{article.pk}/", typed, headers=headers)
        assert response.status_code == 303, response.content.decode()
        return 1000 * (time.process_time() - began)

    for place in range(BEFORE):
        send(place)
    spent = sorted(send(BEFORE + place) for place in range(number))
    with CaptureQueriesContext(connection) as queries:
        send(BEFORE + number)
    print(
        f"median {statistics.median(spent):.1f} ms, 95% {spent[int(number * 0.95)]:.1f} ms, {len(queries)} queries"
    )


if __name__ == "__main__":
    main()
