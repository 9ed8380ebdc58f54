"""Is every comment there that a reader was thanked for? Sixteen write at once, and the server is killed, and killed.

    .venv/bin/python bench/comments_under_fire.py [--seconds 60] [--kills 10] [--writers 16] [--database postgresql]

What each writer was answered is held against the table afterwards: a thanked comment (303) is there, once; one whose
connection was cut is sent again, and is there once. Every writer has an address of its own, as behind nginx.
"""

import argparse
import http.client
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from urllib.parse import urlencode

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from tests.front import free_port  # noqa: E402
from tests.postgres import cluster  # noqa: E402

PREPARE = """
from datetime import timedelta
from django.utils import timezone
from articles.models import Article, Section
from comments.forms import page_token
section = Section.objects.create(name="Thời sự", slug="thoi-su")
article = Article.objects.create(section=section, headline="Cầu Bến Lĩnh 2", slug="cau", status="published",
                                 published_at=timezone.now() - timedelta(hours=1))
print(article.pk, page_token(article.pk))
"""
COUNT = """
import json
from comments.models import Comment
print(json.dumps(list(Comment.objects.values_list("text", flat=True))))
"""


class Server:
    def __init__(self, environment):
        self.port, self.environment = free_port(), environment
        self.start()

    def start(self):
        arguments = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port), "--workers", "1"]
        arguments += [
            "--blocking-threads",
            "4",
            "--log-level",
            "error",
            "--no-ws",
            "newsroom.wsgi:application",
        ]
        command = [sys.executable, "-m", "granian", *arguments]
        self.process = subprocess.Popen(command, cwd=HOUSE, env=self.environment, start_new_session=True)
        while True:
            try:
                http.client.HTTPConnection("127.0.0.1", self.port, timeout=1).connect()
                return
            except OSError:
                if self.process.poll() is not None:
                    raise
                time.sleep(0.05)

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Writer(threading.Thread):
    """Sends comment after comment; one that was not answered is sent again until it is."""

    def __init__(self, number, port, article, token, over):
        super().__init__()
        self.number, self.port, self.article, self.token, self.over = number, port, article, token, over
        self.thanked, self.answers, self.times = [], Counter(), []

    def run(self):
        said = 0
        while not self.over.is_set():
            text = f"Người viết {self.number} nói câu thứ {said} về cây cầu"
            if self.send(text):
                self.thanked.append(text)
                said += 1

    def send(self, text):
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Sec-Fetch-Site": "same-origin",
            "X-Forwarded-For": f"198.51.{self.number}.{len(self.thanked) % 250}",
            "X-Forwarded-Proto": "https",
            "Host": "localhost",
        }
        body = urlencode({"name": f"Người viết {self.number}", "text": text, "token": self.token})
        began = time.monotonic()
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            connection.request("POST", f"/binh-luan/{self.article}/", body, headers)
            status = connection.getresponse().status
            connection.close()
        except (OSError, http.client.HTTPException):
            self.answers["cut"] += 1
            time.sleep(0.1)
            return False
        self.answers[status] += 1
        self.times.append(time.monotonic() - began)
        return status == 303


def shell(environment, code):
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    return subprocess.run(
        command, cwd=HOUSE, env=environment, check=True, capture_output=True, text=True
    ).stdout


def fire(environment, wanted):
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=HOUSE, env=environment, check=True)
    article, token = shell(environment, PREPARE).split()
    server = Server(environment)
    time.sleep(2)  # nobody writes a comment within two seconds of the page's making
    over = threading.Event()
    writers = [Writer(number, server.port, article, token, over) for number in range(wanted.writers)]
    for writer in writers:
        writer.start()
    try:
        for _ in range(wanted.kills):
            time.sleep(wanted.seconds / (wanted.kills + 1))
            server.kill()
            server.start()
        time.sleep(wanted.seconds / (wanted.kills + 1))
    finally:
        over.set()
        for writer in writers:
            writer.join()
        server.kill()
    stored = Counter(json.loads(shell(environment, COUNT)))
    thanked = [text for writer in writers for text in writer.thanked]
    times = sorted(each for writer in writers for each in writer.times)
    print(f"answers {dict(sum((writer.answers for writer in writers), Counter()))}")
    print(f"thanked {len(thanked)}, stored {sum(stored.values())}, kills {wanted.kills}")
    print(f"median {times[len(times) // 2] * 1000:.0f} ms, 95% {times[int(len(times) * 0.95)] * 1000:.0f} ms")
    lost, doubled = (
        [text for text in thanked if not stored[text]],
        [text for text, n in stored.items() if n > 1],
    )
    print(f"lost {len(lost)}, doubled {len(doubled)}")
    return not lost and not doubled and bool(thanked)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--writers", type=int, default=16)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        place_of_sqlite = nullcontext((f"sqlite:///{place}/db.sqlite3", ""))
        with place_of_sqlite if wanted.database == "sqlite" else cluster() as (url, _):
            # The cluster is new: its own database is there, and nobody else's.
            url = url.replace("/newsroom", "/postgres")
            Path(place, "static").mkdir()
            environment = os.environ | {
                "DATABASE_URL": url,
                "STATE_DIR": place,
                "DEBUG": "0",
                "SECRET_KEY": "a key of this measurement alone, long enough to be taken for one",
                "ALLOWED_HOSTS": "localhost",
                "SITE_URL": "https://localhost",
            }
            sys.exit(0 if fire(environment, wanted) else 1)


if __name__ == "__main__":
    main()
