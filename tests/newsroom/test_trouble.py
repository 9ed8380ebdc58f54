"""The database is away, or the disk full: one line from every command, and nothing hidden from who asks."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError, ProgrammingError

from newsroom import trouble

# Touches no database.
pytestmark = pytest.mark.only_on("sqlite")

HOUSE = Path(__file__).resolve().parents[2]
AWAY = "postgres://nobody@127.0.0.1:1/none"


def manage(state, *command, database=""):
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=HOUSE,
        env={"PATH": os.environ["PATH"], "STATE_DIR": str(state), "PYTHONUTF8": "1", "DATABASE_URL": database},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stderr.strip().splitlines()


@pytest.mark.parametrize(
    "command",
    [
        ("sync_roles",),
        ("createsuperuser", "--noinput", "--username", "ai-do", "--email", "ai-do@vanlinh.example"),
        ("changepassword", "ai-do"),
    ],
    ids=lambda command: command[0],
)
def test_on_a_database_that_is_not_built_every_command_says_what_to_do(tmp_path, command):
    assert manage(tmp_path, *command) == (1, [trouble.NOT_BUILT])


@pytest.mark.parametrize("command", ["migrate", "sync_roles", "showmigrations"])
def test_a_database_that_is_away_is_told_by_every_command(tmp_path, command):
    status, [line] = manage(tmp_path, command, database=AWAY)
    assert status == 1 and line.startswith("Cơ sở dữ liệu không trả lời")


def test_the_whole_story_is_there_for_who_asks(tmp_path):
    status, lines = manage(tmp_path, "migrate", "--traceback", database=AWAY)
    assert status == 1 and lines[0].startswith("Traceback")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OperationalError("no such table: articles_article"), "chưa được dựng"),
        (ProgrammingError('relation "articles_article" does not exist\nLINE 1'), "chưa được dựng"),
        (OperationalError('connection to server failed: FATAL:  database "x" does not exist'), "không có cơ sở"),
        (OperationalError("connection to server failed: password authentication failed"), "không nhận tài khoản"),
        (OperationalError("connection to server at x failed: Connection refused"), "không trả lời"),
        (OperationalError("unable to open database file"), "Không mở được"),
        (OperationalError("attempt to write a readonly database"), "chỉ cho đọc"),
        (OperationalError("database is locked"), "đang bận"),
        (OperationalError("database or disk is full"), "Ổ đĩa đã đầy"),
        (ProgrammingError('invalid dsn: invalid connection option "x"'), "DATABASE_URL"),
        (DatabaseError("file is not a database"), "đã hỏng"),
        (InterfaceError("something\nunheard of"), "something unheard of"),
        (PermissionError(errno.EACCES, "Permission denied", "/khong"), "/khong: không có quyền."),
        (OSError(errno.ENOSPC, "No space left on device"), "ổ đĩa đã đầy"),
        (KeyboardInterrupt(), "Đã dừng."),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else None,
)
def test_trouble_has_its_sentence(error, told):
    sentence = trouble.sentence(error)
    assert told in sentence and "\n" not in sentence


def test_a_code_tells_what_the_words_of_another_language_do_not():
    class Cause(Exception):
        pgcode = trouble.UNDEFINED_TABLE

    error = ProgrammingError("bảng ấy không tồn tại")
    error.__cause__ = Cause()
    assert trouble.sentence(error) == trouble.NOT_BUILT


@pytest.mark.parametrize("error", [IntegrityError("UNIQUE constraint failed"), KeyError("x"), FileNotFoundError(2, "")])
def test_a_fault_of_the_program_keeps_its_traceback(error, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["manage.py", "migrate"])
    assert trouble.sentence(error) is None
    trouble.tell(type(error), error, None)
    assert type(error).__name__ in capsys.readouterr().err


def test_tests_and_servers_see_the_whole_story():
    assert sys.excepthook is not trouble.tell
