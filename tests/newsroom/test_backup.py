"""Backups: what is brought back is what was there, rows and files; what is damaged or in the way is refused."""

import io
import os
import sqlite3
import stat
import subprocess
import sys
import tarfile
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings as configured
from django.core.management import CommandError, call_command
from django.db import connection

from articles import beginnings
from newsroom.backups import Refused, archive
from tests.factories import make_article, make_comment, make_image, make_interview, make_user, picture_bytes

HOUSE = Path(__file__).resolve().parent.parent.parent
TOKEN = "0123456789abcdef" * 2


@pytest.fixture
def paper(transactional_db, tmp_path, settings):
    """A small paper with something in every place; its folders are the test's own."""
    settings.STATE_DIR, settings.ORIGINALS_ROOT = tmp_path / "state", tmp_path / "state" / "originals"
    image = make_image(picture_bytes(32, 24))
    settings.ORIGINALS_ROOT.mkdir(parents=True)
    (settings.ORIGINALS_ROOT / "ban-goc.jpg").write_bytes(picture_bytes(16, 16))
    make_comment(make_article(headline="Mưa trái mùa ở Bến Lĩnh", status="published", lead_image=image))
    make_interview(status="published")
    beginnings.keep({"headline": ["Bài viết dở"]}, by=make_user(), token=TOKEN, title="Bài viết dở")
    return image


def backed_up(tmp_path):
    path = tmp_path / "bao.tar"
    call_command("backup", path, verbosity=0)
    return path


@contextmanager
def empty_database(tmp_path):
    """The DATABASE_URL of a database of the kind under test that holds nothing."""
    if connection.vendor == "sqlite":
        yield url_of(tmp_path / "trong.sqlite3")
        return
    with connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE trong TEMPLATE template0")
    try:
        yield url_of("trong")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP DATABASE trong WITH (FORCE)")


def restored_by_command(path, url, state):
    """`manage.py restore` in a process of its own, whose settings are those of an empty place."""
    environment = os.environ | {"DATABASE_URL": url, "STATE_DIR": str(state)}
    command = [sys.executable, "manage.py", "restore", str(path)]
    return subprocess.run(command, cwd=HOUSE, env=environment, capture_output=True, text=True)


def rows(url):
    """{table: rows in order} of everything in a database, asked past Django."""
    connect = psycopg2.connect if url.startswith("postgres") else lambda url: sqlite3.connect(url[10:])
    with closing(connect(url)) as opened, closing(opened.cursor()) as cursor:
        found = {}
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = sorted(map(repr, cursor.fetchall()))
        return found


def url_of(database):
    """The DATABASE_URL of a database of the kind under test."""
    own = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database}"
    return f"postgres://{own['USER']}@/{database}?host={own['HOST']}"


def files(state):
    """{name: bytes} of every file in the folders of a state directory that backups hold."""
    return {
        str(path.relative_to(state)): path.read_bytes()
        for folder in ("originals", "beginnings")
        for path in (state / folder).rglob("*")
        if path.is_file()
    }


def pictures(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.*")}


def test_what_is_restored_into_an_empty_place_is_what_was_there(paper, tmp_path):
    path, state = backed_up(tmp_path), tmp_path / "anew"
    with empty_database(tmp_path) as url:
        done = restored_by_command(path, url, state)
        assert done.returncode == 0, done.stderr
        assert rows(url) == rows(url_of(connection.settings_dict["NAME"]))
    assert files(state) == files(configured.STATE_DIR)
    assert pictures(state / "media") == pictures(configured.MEDIA_ROOT)
    assert len(files(state)) == 2
    assert paper.file.name in pictures(state / "media")
    # nginx reads pictures; of what lies beside them nobody reads anything.
    modes = {
        part: stat.S_IMODE((state / part).stat().st_mode) for part in ("media", "originals", "beginnings")
    }
    assert modes == {"media": 0o755, "originals": 0o700, "beginnings": 0o700}
    assert stat.S_IMODE((state / "originals" / "ban-goc.jpg").stat().st_mode) == 0o600
    assert stat.S_IMODE((state / "media" / paper.file.name).stat().st_mode) == 0o644


def test_a_backup_is_for_its_owner_alone_and_holds_no_secret(paper, tmp_path):
    (configured.STATE_DIR / "env").write_text("SECRET_KEY=abc", encoding="utf-8")
    (configured.STATE_DIR / "demo-key").write_text("abc", encoding="utf-8")
    path = backed_up(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with tarfile.open(path) as tar:
        names = tar.getnames()
    assert {name.split("/")[0] for name in names} == {
        "manifest.json", "database", "media", "originals", "beginnings", "SHA256SUMS",
    }  # fmt: skip
    assert [found.name for found in tmp_path.glob(".*")] == []


@pytest.mark.django_db(transaction=True)
def test_a_backup_replaces_no_file_and_a_folder_gives_it_a_name(tmp_path):
    path = backed_up(tmp_path)
    before = path.read_bytes()
    with pytest.raises(CommandError, match="Đã có tệp"):
        call_command("backup", path, verbosity=0)
    assert path.read_bytes() == before
    (tmp_path / "kho").mkdir()
    call_command("backup", tmp_path / "kho", verbosity=0)
    (named,) = (tmp_path / "kho").iterdir()
    assert named.name.startswith("toa-soan-20")
    call_command("restore", named, check=True, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_a_place_that_cannot_be_written_to_is_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="không có đường dẫn này"):
        call_command("backup", tmp_path / "khong-co" / "bao.tar", verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_restored_over_a_paper(tmp_path):
    path = backed_up(tmp_path)
    with pytest.raises(CommandError, match="Chỉ khôi phục vào cơ sở dữ liệu trống"):
        call_command("restore", path, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_a_backup_of_another_kind_of_database_is_refused(tmp_path, monkeypatch):
    path = backed_up(tmp_path)
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]
    monkeypatch.setattr(connection, "vendor", other)
    with pytest.raises(CommandError, match="Hãy đặt DATABASE_URL cùng loại"):
        call_command("restore", path, verbosity=0)


# What follows is about the file alone.


@pytest.fixture
def made(tmp_path):
    """A small archive; its path."""
    path = tmp_path / "bao.tar"
    with archive.created(path) as writer:
        writer.add_bytes("manifest.json", b'{"format": 1}')
        writer.add_bytes("database", b"rows" * 1000)
        writer.add_bytes("media/anh/ảnh.jpg", b"pixels" * 500)
    return path


def test_a_whole_archive_is_whole(made):
    assert archive.verify(made) == (3, 13 + 4000 + 3000)
    assert archive.manifest(made) == {"format": 1}


def test_no_byte_of_it_changes_unnoticed(made):
    whole = made.read_bytes()
    with tarfile.open(made) as tar:
        told = [
            place for entry in tar for place in range(entry.offset_data, entry.offset_data + entry.size, 97)
        ]
    for place in told:
        made.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(Refused):
            archive.verify(made)


@pytest.mark.parametrize("share", [0, 0.2, 0.5, 0.8])
def test_one_that_was_cut_off_is_refused(made, share):
    whole = made.read_bytes()
    made.write_bytes(whole[: int(len(whole.rstrip(b"\0")) * share)])
    with pytest.raises(Refused):
        archive.verify(made)


@pytest.mark.parametrize("name", ["../trong", "/etc/trong", "media/../../trong", "media\\..\\trong"])
def test_no_name_leads_out_of_the_place(tmp_path, name):
    path = tmp_path / "la.tar"
    with tarfile.open(path, "w") as tar:
        entry = tarfile.TarInfo(name)
        entry.size = 1
        tar.addfile(entry, io.BytesIO(b"x"))
    with pytest.raises(Refused, match="mục lạ"):
        archive.verify(path)


def test_no_link_is_followed(tmp_path):
    path = tmp_path / "la.tar"
    with tarfile.open(path, "w") as tar:
        entry = tarfile.TarInfo("media/a.jpg")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(entry)
    with pytest.raises(Refused, match="mục lạ"):
        archive.verify(path)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04" * 300, b"\0" * 2048, "Báo Vân Lĩnh".encode() * 99])
def test_another_file_is_no_backup(tmp_path, raw):
    path = tmp_path / "la.tar"
    path.write_bytes(raw)
    with pytest.raises(Refused, match="không phải bản sao lưu"):
        archive.manifest(path)


def test_one_of_a_later_format_asks_for_an_update(tmp_path):
    path = tmp_path / "moi.tar"
    with archive.created(path) as writer:
        writer.add_bytes("manifest.json", b'{"format": 2}')
    with pytest.raises(Refused, match="mới hơn"):
        archive.manifest(path)


def test_what_fails_half_way_leaves_nothing(tmp_path):
    with pytest.raises(OSError), archive.created(tmp_path / "bao.tar") as writer:
        writer.add("database", io.BytesIO(b"it"), 500)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_went_away_meanwhile_is_left_out(made, tmp_path):
    with archive.created(tmp_path / "hai.tar") as writer:
        assert not writer.add_file("media/a.jpg", tmp_path / "da-xoa.jpg")
        assert writer.count == 0
