"""A withdrawal through nginx as it is deployed, before an application that is killed as soon as it is acknowledged."""

import gzip
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.db import connection

from articles import courier, workflow
from articles.models import Refresh, Status
from articles.policy import Role
from tests.deploy.test_front import ask
from tests.deploy.test_paper_behind_front import PROMISE
from tests.factories import make_article, make_image, make_user, picture_bytes
from tests.front import REFRESH_SECRET, free_port

# Another process reads the test's database: a file.
pytestmark = [pytest.mark.only_on("sqlite"), pytest.mark.django_db(transaction=True)]

PACKED = {"Accept-Encoding": "gzip, deflate, br"}
HOUSE = Path(__file__).resolve().parent.parent.parent
start_for_real = courier.start


@pytest.fixture
def application(tmp_path):
    """The paper's own server in processes of its own, on the test's database; `url`, and kill() as kill -9 does."""
    port = free_port()
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
        "STATE_DIR": str(tmp_path / "state"),
        "BEHIND_FRONT": "1",
    }
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    command += [
        "--workers",
        "1",
        "--blocking-threads",
        "2",
        "--log-level",
        "error",
        "--no-ws",
        "newsroom.wsgi:application",
    ]
    process = subprocess.Popen(command, cwd=HOUSE, env=environment, start_new_session=True)
    process.url = f"http://127.0.0.1:{port}"

    def kill():
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    process.kill = kill
    yield process
    if process.poll() is None:
        kill()


def wait_until(condition, seconds):
    started = time.monotonic()
    while not condition():
        assert time.monotonic() - started < seconds, f"not within {seconds} seconds"
        time.sleep(0.05)


def asked(front, path, encodings):
    """As ask(), its bytes unpacked."""
    status, headers, shown = ask(front, path, encodings)
    assert (headers["Content-Encoding"] == "gzip") == bool(encodings), path
    return status, headers, gzip.decompress(shown) if encodings else shown


def test_what_was_withdrawn_is_gone_everywhere_though_the_application_dies(
    application, raise_front, settings, monkeypatch, tmp_path
):
    front = raise_front(application.url, tmp_path, configured.MEDIA_ROOT)
    settings.FRONT_URL, settings.SITE_URL, settings.REFRESH_SECRET = front.url, front.url, REFRESH_SECRET
    image = make_image(picture_bytes())
    story = make_article(headline="Tin phải gỡ", status=Status.PUBLISHED, lead_image=image)
    beside = make_article(headline="Tin cùng mục", status=Status.PUBLISHED)
    own = [story.get_absolute_url(), story.get_light_url(), f"{story.get_absolute_url()}?fbclid=abc"]
    naming = [
        "/",
        "/thoi-su/",
        "/rss/",
        "/rss/chuyen-muc/thoi-su/",
        "/sitemap-news.xml",
        beside.get_absolute_url(),
    ]
    wait_until(lambda: ask(front, "/healthz")[0] == 200, 60)
    for path in own + naming:
        for encodings in ({}, PACKED):
            status, _, shown = asked(front, path, encodings)
            assert (status, b"tin-phai-go" in shown) == (200, True), path
    assert ask(front, image.file.url)[0] == 200

    monkeypatch.setattr(courier, "start", start_for_real)
    workflow.withdraw(story, by=make_user(Role.CHIEF_EDITOR), reason="Sai nhân thân.")
    # At once, and not at some later turn; a slow machine may take its time over it.
    wait_until(lambda: not Refresh.objects.filter(done_at=None).exists(), 30)
    application.kill()

    def gone():
        for encodings in ({}, PACKED):
            told = {path: asked(front, path, encodings) for path in own + naming}
            assert {path: told[path][0] for path in own} == dict.fromkeys(own, 410)
            assert {path: told[path][0] for path in naming} == dict.fromkeys(naming, 200)
            assert [path for path in told if b"tin-phai-go" in told[path][2]] == []
        assert ask(front, image.file.url)[0] == 404

    gone()
    # What nginx kept has long been stale by then, and there is nobody to ask for anything newer.
    time.sleep(PROMISE + 1)
    gone()
    wait_until(lambda: courier._thread is None, 60)
