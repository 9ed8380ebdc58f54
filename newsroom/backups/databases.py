"""The database of a backup: taken while the paper goes on writing, given back into an empty one in a single stroke.

SQLite through its own backup interface, PostgreSQL through pg_dump and pg_restore. All of a copy is of one moment.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import psycopg2.extensions
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from . import Refused, beside

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
# Where distributions keep what is not in everybody's PATH.
TOOLS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")
CHUNK = 1 << 20


def described() -> dict:
    """What a manifest says of this database: its kind, its version, and the migrations it has had."""
    applied = sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())
    version = ".".join(map(str, connection.get_database_version()))
    return {"kind": connection.vendor, "version": version, "migrations": applied}


def is_empty() -> bool:
    """Whether the database has no table yet."""
    return not connection.introspection.table_names()


def dump(path: Path) -> None:
    """Write a copy of the database to a new file. Refused where it cannot be had whole."""
    if connection.vendor == "postgresql":
        _run(
            [
                _tool("pg_dump"),
                "--format=custom",
                "--no-owner",
                "--no-privileges",
                f"--file={path}",
                _target(),
            ]
        )
        # Its table of contents can be read: what was written is a dump.
        _run([_tool("pg_restore"), "--list", str(path)])
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
        # One file, without a journal beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
        _must_be_whole(copy)


def load(source: BinaryIO, scratch: Path) -> None:
    """Fill the empty database from a stream that dump() made: all of it or nothing. `scratch`: a folder with room."""
    if connection.vendor == "postgresql":
        # Ours would see an empty database in the middle of it.
        connection.close()
        command = [
            _tool("pg_restore"),
            "--single-transaction",
            "--exit-on-error",
            "--no-owner",
            "--no-privileges",
        ]
        _run([*command, f"--dbname={_target()}"], source)
        return
    copied = beside(scratch / "database", "restoring")
    try:
        with open(os.open(copied, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600), "wb") as out:
            shutil.copyfileobj(source, out, CHUNK)
        with closing(sqlite3.connect(copied)) as copy:
            _must_be_whole(copy)
            connection.ensure_connection()
            copy.backup(connection.connection)
    finally:
        copied.unlink(missing_ok=True)


def _must_be_whole(copy):
    try:
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        found = str(error)
    if found != "ok":
        raise Refused(f"Cơ sở dữ liệu SQLite có chỗ hỏng ({found}). Hãy dùng bản sao lưu trước đó.")


def _target():
    """How libpq finds our database; without the password, which every process of the machine could read there."""
    return psycopg2.extensions.make_dsn(**{k: v for k, v in _parameters().items() if k != "password"})


def _parameters():
    named = connection.get_connection_params()
    return {name: value for name, value in named.items() if name not in ("cursor_factory", "client_encoding")}


def _tool(name):
    """The newest of a PostgreSQL tool on this machine: an older one refuses a newer server."""
    found = [path for place in TOOLS for path in Path("/").glob(f"{place.lstrip('/')}/{name}")]
    newest = max(
        found,
        key=lambda path: [int(part) for part in path.parts[-3].split("-") if part.isdigit()],
        default=None,
    )
    if newest is None and not shutil.which(name):
        raise Refused(f"Máy này không có {name}. Hãy cài gói postgresql-client rồi chạy lại.")
    return str(newest or shutil.which(name))


def _run(command, source=None):
    """Run a tool to its end, fed from `source`; Refused with its own last words where it fails."""
    environment = os.environ | {"LC_MESSAGES": "C"}
    if password := _parameters().get("password"):
        environment["PGPASSWORD"] = password
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.PIPE if source else subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        if source:
            try:
                shutil.copyfileobj(source, process.stdin, CHUNK)
                process.stdin.close()
            except BrokenPipeError:
                pass  # it has failed, and says below why
        words = process.stderr.read().decode(errors="replace").strip()
        failed = process.wait() != 0
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        process.stderr.close()
    if failed:
        last = " ".join(words.splitlines()[-2:])[-400:]
        raise Refused(f"{Path(command[0]).name} báo lỗi: {last or 'không rõ vì sao'}")
