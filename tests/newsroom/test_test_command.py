"""`manage.py test`: where it runs, what it says at its end, and that a skipped test fails a strict run."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.management.commands import test as command

# Touches no database.
pytestmark = pytest.mark.only_on("sqlite")

HOUSE = Path(command.settings.BASE_DIR)
GOOD = {"database": "SQLite", "skipped": {}}
NO_POSTGRESQL = (command.DATABASE_UNAVAILABLE, {"unavailable": "máy không có PostgreSQL (initdb)"})


@pytest.fixture
def examine(monkeypatch):
    """examine(runs, *arguments, strict=False) -> (status, output, databases), with the runs' outcomes given."""

    def examine_with(runs, *arguments, strict=False):
        calls = []

        def run(database, passed_on):
            calls.append((database, passed_on))
            return runs[database]

        monkeypatch.setattr(command, "pytest", run)
        monkeypatch.setenv("CI_STRICT", "1" if strict else "")
        output = io.StringIO()
        with pytest.raises(SystemExit) as end:
            command.Command(stdout=output).run_from_argv(["manage.py", "test", *arguments])
        return end.value.code, output.getvalue(), calls

    return examine_with


def test_it_runs_on_both_databases_and_passes_every_other_argument_on(examine):
    runs = {"sqlite": (0, GOOD), "postgresql": (0, {"database": "PostgreSQL 15.18", "skipped": {}})}
    status, output, calls = examine(runs, "-k", "home", "-v", "tests/articles")
    passed_on = ["-k", "home", "-v", "tests/articles"]
    assert status == 0
    assert calls == [("sqlite", passed_on), ("postgresql", passed_on)]
    assert "Đã chạy kiểm thử trên: SQLite, PostgreSQL 15.18." in output
    assert "Không bỏ qua bài nào." in output


def test_one_database_may_be_chosen(examine):
    status, _, calls = examine({"postgresql": (0, GOOD)}, "--database", "postgresql")
    assert (status, calls) == (0, [("postgresql", [])])


@pytest.mark.parametrize(
    ("first", "second", "worst"), [(0, 1, 1), (1, 0, 1), (3, 1, 3), (5, 0, 0), (5, 5, 5)]
)
def test_the_status_is_the_worst(examine, first, second, worst):
    status, output, _ = examine({"sqlite": (first, GOOD), "postgresql": (second, GOOD)})
    assert status == worst
    assert ("KHÔNG ĐẠT" in output) == bool(worst)


def test_an_interrupted_run_is_not_followed_by_another(examine):
    status, _, calls = examine({"sqlite": (2, GOOD)})
    assert (status, len(calls)) == (2, 1)


def test_a_machine_without_postgresql_is_told_so(examine):
    status, output, _ = examine({"sqlite": (0, GOOD), "postgresql": NO_POSTGRESQL})
    assert status == 0
    assert "Không kiểm thử trên PostgreSQL: máy không có PostgreSQL (initdb)." in output


@pytest.mark.parametrize("arguments", [("--database", "postgresql"), ()])
def test_a_missing_postgresql_fails_where_it_was_asked_for_and_where_nothing_may_lack(examine, arguments):
    runs = {"sqlite": (0, GOOD), "postgresql": NO_POSTGRESQL}
    assert examine(runs, *arguments, strict=not arguments)[0] == 1


def test_what_was_skipped_is_told_and_fails_a_strict_run(examine):
    runs = {"sqlite": (0, GOOD | {"skipped": {"máy không có nginx": 3}}), "postgresql": (0, GOOD)}
    status, output, _ = examine(runs)
    assert status == 0
    assert "Bỏ qua 3 bài trên SQLite: máy không có nginx." in output
    assert examine(runs, strict=True)[0] == 1


@pytest.mark.parametrize("strict", ["", "1"])
def test_pytest_itself_fails_a_strict_run_that_skipped(tmp_path, strict):
    (tmp_path / "test_skipping.py").write_text(
        "import pytest\ndef test_one(): pytest.skip('thiếu')\ndef test_two(): pass\n", encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", HOUSE / "pyproject.toml", "-p", "tests.conftest", tmp_path],
        cwd=HOUSE,
        env=os.environ | {"CI_STRICT": strict, "PYTEST_ADDOPTS": "-p no:cacheprovider"},
        capture_output=True,
        text=True,
    )
    assert "1 passed, 1 skipped" in done.stdout
    assert done.returncode == (1 if strict else 0)
