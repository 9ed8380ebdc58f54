"""`manage.py test`: the whole test suite, on SQLite and then on PostgreSQL where its binaries are found.

Without arguments for pytest all is run on every processor of the machine. With any argument pytest is started as it is.
"""

import argparse
import importlib.util
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings

from articles.management.refusals import PlainCommand

DATABASES = ("sqlite", "postgresql")
# pytest's status when tests/conftest.py could not have the database it was asked for.
DATABASE_UNAVAILABLE = 77
INTERRUPTED, NO_TESTS = 2, 5
# Every worker migrates a database of its own, which more of them would not make up for.
MOST_WORKERS = 8
NEEDED = ("pytest", "pytest_django", "xdist")
SLOWEST = "--durations=10"


class Command(PlainCommand):
    help = "Chạy toàn bộ bài kiểm thử bằng pytest, trên SQLite rồi trên PostgreSQL (nếu máy có)."
    # Tests make their own databases, and the checks are tests of their own.
    requires_system_checks = []
    requires_migrations_checks = False

    def create_parser(self, prog_name, subcommand, **kwargs):
        parser = argparse.ArgumentParser(
            prog=f"{os.path.basename(prog_name)} {subcommand}",
            usage="%(prog)s [--database {sqlite,postgresql}] [tham số của pytest …]",
            description=self.help,
            allow_abbrev=False,
        )
        parser.add_argument(
            "--database", choices=DATABASES, action="append", help="chỉ kiểm thử trên cơ sở dữ liệu này"
        )
        return self.speak_plainly(parser, subcommand)

    def run_from_argv(self, argv):
        """Every argument but `--database` is pytest's, `-v` and `-k` too: hence not Django's own parsing."""
        self._called_from_command_line = True
        chosen, arguments = self.create_parser(argv[0], argv[1]).parse_known_args(argv[2:])
        sys.exit(self.examine(chosen.database or DATABASES, arguments))

    def examine(self, databases, arguments):
        """Run pytest on each database; print where it ran and what it left out; return the exit status."""
        if any(importlib.util.find_spec(name) is None for name in NEEDED):
            self.stderr.write("Môi trường Python này thiếu pytest: hãy cài requirements.txt rồi chạy lại.")
            return 1
        strict = bool(os.environ.get("CI_STRICT"))
        statuses, ran, without = [], [], []
        for database in databases:
            self.stdout.write(f"\n=== {database} ===")
            self.stdout.flush()
            status, report = pytest(database, arguments or whole(processors()))
            if status == DATABASE_UNAVAILABLE:
                without.append(f"Không kiểm thử trên PostgreSQL: {report['unavailable']}.")
                # A database asked for by name is not one to do without.
                statuses.append(1 if strict or len(databases) == 1 else 0)
                continue
            statuses.append(status)
            ran.append(report.get("database", database))
            skipped = report.get("skipped", {})
            without += [f"Bỏ qua {count} bài trên {ran[-1]}: {reason}." for reason, count in skipped.items()]
            if status == INTERRUPTED:
                # Stopped by Ctrl-C, or unable to collect: the other database would tell nothing new.
                break
        if NO_TESTS in statuses and 0 in statuses:
            # Chosen were tests that only one database has.
            statuses = [status for status in statuses if status != NO_TESTS]
        self.stdout.write(f"\nĐã chạy kiểm thử trên: {', '.join(ran) or 'không cơ sở dữ liệu nào'}.")
        for line in without or ["Không bỏ qua bài nào."]:
            self.stdout.write(line)
        if strict and without:
            self.stdout.write("CI_STRICT: có phần bị bỏ qua nên lần chạy này tính là hỏng.")
        status = max(statuses) or (1 if strict and without else 0)
        self.stdout.write("Kết quả: ĐẠT." if status == 0 else f"Kết quả: KHÔNG ĐẠT (mã {status}).")
        return status


def processors():
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def whole(processors):
    """The arguments for pytest that run everything on a machine with so many processors."""
    if processors == 1:
        return [SLOWEST]
    return ["-n", str(min(processors, MOST_WORKERS)), "--dist", "worksteal", SLOWEST]


def pytest(database, arguments):
    """(exit status, report of tests/conftest.py) of one run of pytest, whose output goes where ours goes."""
    # The settings of the tests are chosen by tests/conftest.py, before anything loads those of this process.
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    with tempfile.TemporaryDirectory(prefix="toa-soan-") as place:
        report = Path(place) / "report.json"
        environment["NEWSROOM_TEST_REPORT"] = str(report)
        command = [sys.executable, "-m", "pytest", "--database", database, *arguments]
        process = subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR)
        # A supervisor's TERM is passed on, Ctrl-C reaches pytest by itself; we wait until it has tidied up.
        before = {
            signal.SIGTERM: signal.signal(signal.SIGTERM, lambda *_: process.terminate()),
            signal.SIGINT: signal.signal(signal.SIGINT, signal.SIG_IGN),
        }
        try:
            status = process.wait()
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        return abs(status), json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
