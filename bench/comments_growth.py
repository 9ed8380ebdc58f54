"""What 10,000 comments under one story cost, beside 100: the story's page and the moderation desk.

    python3 manage.py demo --no-serve && python3 bench/comments_growth.py

Works on a copy of the demo paper's database (SQLite), which it removes; prints the median CPU milliseconds and the
SQL queries of each page, and the ratio. As many again wait, and half of those are flagged.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
ROUNDS = 15
FEW, MANY = 100, 10_000
DESK = "/admin/comments/comment/"


def main():
    from newsroom import bootstrap

    bootstrap.ensure()
    state = Path(os.environ.get("STATE_DIR", ROOT / "var"))
    key = state / "demo-key"
    database = next(state.glob("*.sqlite3"), None)
    if not database:
        sys.exit("Chưa có tờ báo thử nghiệm. Hãy chạy trước: python3 manage.py demo --no-serve")
    with tempfile.TemporaryDirectory() as place:
        copy = shutil.copy(database, place)
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DATABASE_URL": f"sqlite:///{copy}",
            "DEMO": "1",
            "DEBUG": "0",
            "PAGE_CACHE": "0",
            "SECRET_KEY": key.read_text(encoding="ascii") if key.exists() else "bench",
        }
        measure()


def measure():
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.test import Client

    from articles.models import Article
    from comments.models import Comment

    Comment.objects.filter(status="waiting").delete()
    article = (
        Article.objects.public().filter(kind="story", comments__isnull=True).select_related("section").first()
    )
    moderator = get_user_model().objects.get(username="kiemduyet")
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(moderator)
    pages = {
        "story": article.get_absolute_url(),
        "thread": f"/binh-luan/{article.pk}/",
        "desk, waiting": f"{DESK}duyet/",
        "desk, flagged": f"{DESK}duyet/?hang=nghi-van",
        "desk, approved": f"{DESK}duyet/?hang=da-duyet",
        "desk, figures": f"{DESK}duyet/so-lieu/",
        "log": f"{DESK}nhat-ky/",
    }
    told, there = {}, 0
    for size in (FEW, MANY):
        grow(article, moderator, there, 2 * size)
        there = 2 * size
        told[size] = {name: cost(client, path) for name, path in pages.items()}
    print(f"{'page':<16} {FEW:>9} {MANY:>9} {'ratio':>6} {'queries':>12}")
    for name in pages:
        (few, asked), (many, asked_then) = told[FEW][name], told[MANY][name]
        print(f"{name:<16} {few:>6.1f} ms {many:>6.1f} ms {many / few:>6.2f} {asked:>5} → {asked_then}")


def grow(article, moderator, there, size):
    """Comments number `there` to `size` under the article, decided or waiting, with flags and readers as they come."""
    from datetime import timedelta

    from django.utils import timezone

    from comments.models import Comment, Decision, Flag

    now = timezone.now()
    rows = Comment.objects.bulk_create(
        Comment(
            article=article,
            name=f"Bạn đọc {number}",
            text=f"Ý kiến số {number} về việc làm đường, mong tòa soạn hỏi thêm chính quyền phường.",
            folded=f"y kien so {number}",
            submission=f"bench-{number}",
            reader=f"reader-{number % (size // 4)}",
            essence=f"essence-{number % (size // 2)}",
            status="approved" if number % 2 else "waiting",
            created_at=now - timedelta(seconds=30 * number),
        )
        for number in range(there, size)
    )
    Flag.objects.bulk_create(
        Flag(comment=row, check_name="phone", reason="Có số điện thoại.", start=0, end=5)
        for row in rows
        if row.status == "waiting" and row.pk % 4 < 2
    )
    Decision.objects.bulk_create(
        Decision(comment=row, verb="approve", by=moderator, at=now, act=f"a{row.pk}", before="waiting")
        for row in rows
        if row.status == "approved"
    )


def cost(client, path):
    """(median CPU milliseconds, SQL queries) of a page."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    asked = len(queries)  # the next request begins the count anew
    spent = []
    for _ in range(ROUNDS):
        started = time.process_time()
        client.get(path)
        spent.append(1000 * (time.process_time() - started))
    return statistics.median(spent), asked


if __name__ == "__main__":
    main()
