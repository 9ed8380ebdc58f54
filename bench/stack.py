"""The parts of the paper as deploy/ sets them up, started for a measurement and gone afterwards.

nginx is deploy/nginx.conf with two workers, the application server has the unit's two workers of four threads,
PostgreSQL writes as carefully as in production.
"""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from tests.front import Front, free_port  # noqa: E402

# What postgresql.conf of deploy/ says of safety, and what a small machine has room for.
CAREFUL = (
    "fsync=on",
    "synchronous_commit=on",
    "full_page_writes=on",
    "shared_buffers=512MB",
    "random_page_cost=1.1",
)
CAREFUL += ("work_mem=16MB", "max_connections=60", "wal_compression=on", "max_wal_size=2GB")
TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """granian with `application`; `url`, and kill() as kill -9 does."""

    def __init__(self, application, environment, workers=2):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        command = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
        ]
        command += [
            "--workers",
            str(workers),
            "--blocking-threads",
            "4",
            "--blocking-threads-idle-timeout",
            "600",
        ]
        command += ["--respawn-failed-workers", "--log-level", "error", "--no-ws", application]
        self.process = subprocess.Popen(command, cwd=HOUSE, env=environment, start_new_session=True)
        wait_for(self.url)

    def kill(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@contextmanager
def served(application, environment, **given):
    server = Server(application, environment, **given)
    try:
        yield server
    finally:
        server.kill()


class Nginx(Front):
    """The tests' nginx, for a crowd."""

    def __init__(self, place, upstream, static, media):
        super().__init__(place, upstream, static, media)
        around = (place / "nginx.conf").read_text(encoding="utf-8")
        around = around.replace(
            "worker_processes 1;", "worker_processes 2;\nworker_rlimit_nofile 16384;\npcre_jit on;"
        )
        around = around.replace("worker_connections 512;", "worker_connections 4096;").replace(
            "error.log info", "error.log"
        )
        # As distributions have it.
        around = around.replace("access_log off;", "access_log off;\n    sendfile on;", 1)
        (place / "nginx.conf").write_text(around, encoding="utf-8")
        # All of the crowd has one address.
        site = (place / "site.conf").read_text(encoding="utf-8")
        site = re.sub(r"^ *limit_(req|conn) .*\n", "", site, flags=re.MULTILINE)
        (place / "site.conf").write_text(site, encoding="utf-8")


def wait_for(url, seconds=60):
    """Until something answers there, whatever it says."""
    host = url.removeprefix("http://")
    until = time.monotonic() + seconds
    while True:
        try:
            connection = http.client.HTTPConnection(host, timeout=10)
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            connection.close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def read(url, path, headers=None):
    """(status, bytes) of one page."""
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=60)
    try:
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def cpu_seconds(*roots):
    """The CPU time so far of these processes and all below them."""
    parents, spent = {}, {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # ended meanwhile
            parents[int(entry.name)] = int(fields[1])
            # Its own, and that of children it has seen off.
            spent[int(entry.name)] = sum(map(int, fields[11:15])) / TICKS
    total = 0.0
    for pid, seconds in spent.items():
        above = pid
        while above and above not in roots:
            above = parents.get(above, 0)
        total += seconds if above else 0.0
    return total
