"""A PostgreSQL cluster for one test run, made with the binaries of the machine and gone when the run ends."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

# Where distributions put initdb and pg_ctl, which they keep out of PATH.
PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")
# Nobody keeps what this cluster holds: it need not survive a power cut.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
OWNER = "postgres"


class Unavailable(Exception):
    """PostgreSQL cannot run here; the message is the reason, in Vietnamese."""


def binaries() -> Path:
    """The directory of initdb and pg_ctl, of the newest version when there are several; else Unavailable."""
    found = [
        path for place in PLACES for path in Path("/").glob(place.lstrip("/")) if (path / "initdb").exists()
    ]
    if found:
        return max(found, key=lambda path: [int(number) for number in re.findall(r"\d+", str(path))])
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    raise Unavailable("máy không có PostgreSQL (initdb)")


def account() -> dict:
    """subprocess' arguments for the account of the server, because PostgreSQL refuses to run as root."""
    if sys.platform == "win32":
        raise Unavailable("chưa hỗ trợ PostgreSQL của bài kiểm thử trên Windows")
    if os.geteuid():
        return {}
    import pwd

    try:
        owner = pwd.getpwnam(OWNER)
    except KeyError:
        raise Unavailable(f"đang chạy bằng root mà máy không có tài khoản {OWNER}") from None
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}


@contextmanager
def cluster(settings=CARELESS):
    """Give (DATABASE_URL, version) of a running server on a Unix socket alone. May raise Unavailable."""
    tools, runs_as = binaries(), account()
    # /tmp rather than $TMPDIR: a socket's path has 107 bytes.
    place = Path(tempfile.mkdtemp(prefix="toa-soan-pg-", dir="/tmp"))
    if runs_as:
        os.chown(place, runs_as["user"], runs_as["group"])
    store, log = place / "data", place / "log"
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(place), "LC_ALL": "C"}

    def call(program, *arguments):
        done = subprocess.run(
            [tools / program, *arguments],
            **runs_as,
            cwd=place,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode:
            story = log.read_text(errors="replace") if log.exists() else ""
            raise Unavailable(f"{program} không chạy được: {(done.stdout + story).strip()[-600:]}")
        return done.stdout

    try:
        # The locale of production: one whose lower() knows Đ, Ư, Ơ. macOS has none under this name.
        locale = "C.UTF-8" if sys.platform == "linux" else "C"
        call("initdb", "-D", store, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale", locale, "--no-sync")
        # The server inherits pg_ctl's output where no log is named, and the pipe would never end.
        options = " ".join(
            ["-k", str(place), "-c listen_addresses=''", *(f"-c {option}" for option in settings)]
        )
        call("pg_ctl", "start", "-w", "-t", "60", "-D", store, "-l", log, "-o", options)
        version = call("postgres", "--version").split()[2]
        yield f"postgres://{OWNER}@/{place}/newsroom", version
    finally:
        if (store / "postmaster.pid").exists():
            call("pg_ctl", "stop", "-w", "-m", "immediate", "-D", store)
        shutil.rmtree(place)
