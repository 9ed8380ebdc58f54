"""What taking one comment costs, in process, from the door to the row: CPU milliseconds and SQL queries.

    .venv/bin/python bench/comments_cost.py [--comments 500]

Works in a new SQLite database of its own, which it removes. The first 250 comments are not counted: each later one
is laid beside 200 others, as at a busy paper.
"""

import argparse
import io
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

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
    from django.core.wsgi import get_wsgi_application
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from articles.models import Article, Section
    from comments import forms
    from comments.models import Comment
    from tests.comments.screening.said import HONEST

    call_command("migrate", verbosity=0)
    section = Section.objects.create(name="Thời sự", slug="thoi-su")
    told = {"slug": "cau", "status": "published", "published_at": timezone.now()}
    article = Article.objects.create(section=section, headline="Cầu Bến Lĩnh 2", **told)
    forms.MIN_AGE = 0
    token, said, chance = forms.page_token(article.pk), HONEST.strip().splitlines(), random.Random(1)
    application = get_wsgi_application()

    def send(place):
        """CPU milliseconds of one comment."""
        words = f"{' '.join(chance.sample(said, 3))} Đây là ý kiến số {place}."
        typed = {"name": f"Bạn đọc {place}", "place": "xã Nà Thoang", "text": words, "token": token}
        asked = form_of(f"/binh-luan/{article.pk}/", typed, f"198.51.{place % 250}.{place // 250}")
        status = []
        began = time.process_time()
        answer = application(asked, lambda line, headers: status.append(line))
        body = b"".join(answer)
        answer.close()
        spent = 1000 * (time.process_time() - began)
        assert status[0].startswith("303"), body.decode()
        return spent

    for place in range(BEFORE):
        send(place)
    spent, loops = [], []
    for place in range(number):
        spent.append(send(BEFORE + place))
        if place % 10 == 0:
            began = time.process_time()
            loop()
            loops.append(1000 * (time.process_time() - began))
    with CaptureQueriesContext(connection) as queries:
        send(BEFORE + number)
    assert Comment.objects.count() == BEFORE + number + 1
    spent.sort()
    median = statistics.median(spent)
    print(
        f"median {median:.1f} ms, {median / statistics.median(loops):.2f} loops, "
        f"95% {spent[int(number * 0.95)]:.1f} ms, {len(queries)} queries"
    )


def form_of(path, typed, address):
    """What a browser sends, as a WSGI environ."""
    body = urlencode(typed).encode()
    return {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": address,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_SEC_FETCH_SITE": "same-origin",
        "HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 10; K) Chrome/131.0.0.0 Mobile Safari/537.36",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
    }


def loop():
    """A fixed amount of Python, the one of bench/pages.py: on a busy machine compare the ratio to it."""
    return sum(number * number for number in range(200_000))


if __name__ == "__main__":
    main()
