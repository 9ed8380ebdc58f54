"""Settings as a server's keeper meets them: nothing to set for a start, nothing to forget for production."""

import os
import stat
import string
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command

from newsroom import checks
from newsroom.environment import Environment
from tests.factories import make_user

HOUSE = Path(__file__).resolve().parents[2]
SECRETS = {
    "SECRET_KEY": string.ascii_letters + string.digits,
    "ALLOWED_HOSTS": "baovanlinh.example",
    "SITE_URL": "https://baovanlinh.example",
    "DATABASE_URL": "sqlite:///{state}/newsroom.sqlite3",
}
IMPRINT = {variable: "điền đủ" for variable in checks.IMPRINT.values()}


def run(state, *command, **environment):
    """manage.py in a shell of its own, with nothing set but what is given."""
    clean = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    given = {name: value.format(state=state) for name, value in environment.items()}
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=HOUSE,
        env=clean | {"STATE_DIR": str(state), "PYTHONUTF8": "1"} | given,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        (tuple(SECRETS), "SECRET_KEY, ALLOWED_HOSTS, SITE_URL, DATABASE_URL"),
        (("SECRET_KEY",), "SECRET_KEY"),
        (("SITE_URL",), "SITE_URL"),
    ],
)
def test_production_refuses_to_start_without_its_secrets_and_names_them(tmp_path, left_out, told):
    given = {name: value for name, value in SECRETS.items() if name not in left_out}
    done = run(tmp_path, "check", DEBUG="0", **given)
    assert done.returncode == 1
    [line] = done.stderr.strip().splitlines()
    assert f"khi thiếu thiết lập: {told}. " in line
    assert done.stdout == ""


@pytest.mark.only_on("sqlite")
def test_production_with_its_secrets_passes_every_check(tmp_path):
    done = run(tmp_path, "check", "--deploy", "--fail-level", "WARNING", DEBUG="0", **SECRETS, **IMPRINT)
    assert (done.returncode, done.stderr, done.stdout.strip()) == (
        *(0, ""),
        "System check identified no issues (1 silenced).",
    )


@pytest.mark.only_on("sqlite")
def test_a_server_may_keep_its_settings_in_a_file(tmp_path):
    lines = [f"{name}={value.format(state=tmp_path)}" for name, value in {"DEBUG": "0", **SECRETS}.items()]
    (tmp_path / "env").write_text("\n".join(lines), encoding="utf-8")
    done = run(tmp_path, "diffsettings", "--all")
    told = dict(line.lstrip("# ").split(" = ", 1) for line in done.stdout.splitlines() if " = " in line)
    assert done.returncode == 0, done.stderr
    assert told["SITE_URL"].split()[0] == "'https://baovanlinh.example'"
    names = ("DEBUG", "SESSION_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SERVE_MEDIA")
    assert [told[name].split()[0] for name in names] == ["False", "True", "True", "False"]


@pytest.mark.only_on("sqlite")
def test_the_secret_between_nginx_and_the_application_is_there_without_being_set(tmp_path):
    production = {"DEBUG": "0", **SECRETS}
    first, again, other, given = (
        run(tmp_path, "refresh_front", "--secret", **production | changed).stdout.strip()
        for changed in ({}, {}, {"SECRET_KEY": string.ascii_letters[::-1]}, {"REFRESH_SECRET": "g" * 32})
    )
    assert first == again != other
    assert len(first) == 64 and SECRETS["SECRET_KEY"] not in first
    assert given == "g" * 32


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("STATE_DIR", "/dev/null"),
        ("STATE_DIR", "/dev/null/khong"),
        ("DATABASE_URL", "foo://x"),
        ("DATABASE_URL", "mysql://nobody@localhost/paper"),
        ("DATABASE_URL", "postgres://nobody:secret-word@localhost:abc/paper"),
        ("DATABASE_URL", "postgres://"),
        ("DATABASE_URL", "sqlite://newsroom.sqlite3"),
        ("EMAIL_URL", "abc"),
        ("EMAIL_URL", "smtp://nobody:secret-word@localhost:abc"),
        ("SITE_URL", "khong"),
        ("SITE_URL", "ftp://bao.example"),
        ("SITE_URL", "https://bao.example/bao"),
        ("DEBUG", "maybe"),
        ("DEBUG", ""),
        ("SERVE_MEDIA", "2"),
        ("SECURE_HSTS_SECONDS", "nhiều"),
        ("REFRESH_SECRET", "secret-word"),
        ("REFRESH_SECRET", 'secret-word" 1; default 1; # and so on and on'),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused_in_one_line_that_names_it(tmp_path, variable, value):
    done = run(tmp_path, "check", **{variable: value})
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.strip().splitlines()
    assert variable in line and "secret-word" not in line


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "postgres://toa-soan@//var/run/postgresql/toa-soan"),
        ("DATABASE_URL", "postgres:///toasoan"),
        ("EMAIL_URL", ""),
        ("EMAIL_URL", "smtp+tls://nobody:secret@mail.example:587"),
        ("SITE_URL", "http://[::1]:8000/"),
        ("DEBUG", "Yes"),
        ("DEBUG", "ON"),
    ],
)
def test_what_can_be_meant_is_taken_and_nothing_counts_as_not_set(tmp_path, variable, value):
    done = run(tmp_path, "check", **{variable: value})
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("value", "meant"), [("1", True), ("on", True), ("0", False), ("No", False), ("off", False)])
def test_a_switch_is_on_or_off(monkeypatch, value, meant):
    monkeypatch.setenv("A_SWITCH", value)
    assert Environment().bool("A_SWITCH", default=not meant) is meant


@pytest.mark.only_on("sqlite")
def test_production_takes_an_empty_database_address_for_a_missing_one(tmp_path):
    done = run(tmp_path, "check", DEBUG="0", **(SECRETS | {"DATABASE_URL": ""}))
    assert done.returncode == 1 and "khi thiếu thiết lập: DATABASE_URL. " in done.stderr


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("spoiled", ["a directory", "bytes"])
def test_a_settings_file_that_cannot_be_read_is_not_taken_for_none(tmp_path, spoiled):
    if spoiled == "bytes":
        (tmp_path / "env").write_bytes(b"PAPER_NAME=B\xe1o")
    else:
        (tmp_path / "env").mkdir()
    done = run(tmp_path, "check")
    assert done.returncode == 1
    [line] = done.stderr.strip().splitlines()
    assert str(tmp_path / "env") in line


@pytest.mark.only_on("sqlite")
@pytest.mark.skipif(os.name == "nt", reason="Windows không có quyền tệp kiểu POSIX")
def test_what_is_private_is_closed_to_others_and_the_way_to_the_pictures_open(tmp_path, settings):
    state = tmp_path / "state"
    before = os.umask(0o022)
    paths = []
    try:
        assert run(state, "check", DATABASE_URL="sqlite:///{state}/bao.sqlite3").returncode == 0
        for storage in (storages["default"], storages["originals"]):
            paths.append(Path(storage.path(storage.save("thu/anh.jpg", ContentFile(b"x")))))
    finally:
        os.umask(before)
    served, original = paths
    modes = {
        path.name: stat.S_IMODE(path.stat().st_mode)
        for path in (state, state / "bao.sqlite3", settings.ORIGINALS_ROOT)
    }
    assert modes == {"state": 0o711, "bao.sqlite3": 0o600, "originals": 0o700}
    assert [stat.S_IMODE(path.stat().st_mode) for path in (served.parent, served)] == [0o755, 0o644]
    assert [stat.S_IMODE(path.stat().st_mode) for path in (original.parent, original)] == [0o700, 0o600]


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize(
    ("started", "limit"), [("newsroom.wsgi", "statement_timeout=5000"), ("django", "statement_timeout=0")]
)
def test_only_the_server_s_queries_have_a_limit_of_time(tmp_path, started, limit):
    told = subprocess.run(
        [
            *(sys.executable, "-c"),
            f"import {started}; from django.conf import settings; print(settings.DATABASES['default']['OPTIONS'])",
        ],
        cwd=HOUSE,
        env={
            "STATE_DIR": str(tmp_path),
            "DATABASE_URL": "postgres:///toasoan",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert limit in told.stdout


def test_development_needs_nothing_set(settings):
    """The settings of the tests are development's: conftest takes every variable away."""
    assert settings.ROOT_URLCONF == "newsroom.urls"
    assert settings.LANGUAGE_CODE == "vi" and settings.TIME_ZONE == "Asia/Ho_Chi_Minh"
    assert settings.AUTH_USER_MODEL == "newsroom.User"


def test_nothing_is_wrong_with_the_house():
    assert [found for found in run_checks() if not found.is_silenced()] == []


def test_the_editor_s_warning_is_silenced_in_one_place_and_no_other(settings):
    assert settings.SILENCED_SYSTEM_CHECKS == ["ckeditor.W001"]


def test_an_imprint_that_lacks_lines_is_told_with_an_id_and_a_hint(settings):
    settings.PAPER = {"name": "Báo Vân Lĩnh"} | dict.fromkeys(checks.IMPRINT, "") | {"phone": "0200 000 000"}
    [warning] = checks.imprint_is_complete(None)
    assert warning.id == "newsroom.W001" and warning.hint
    assert "PAPER_LICENCE" in warning.msg and "PAPER_PHONE" not in warning.msg
    assert warning.id not in [found.id for found in run_checks()]
    assert warning.id in [found.id for found in run_checks(include_deployment_checks=True)]


def test_a_complete_imprint_is_no_matter(settings):
    settings.PAPER = dict.fromkeys(checks.IMPRINT, "điền đủ")
    assert checks.imprint_is_complete(None) == []


@pytest.mark.only_on("sqlite")
@pytest.mark.django_db
def test_sqlite_writes_so_that_an_answered_comment_survives_a_power_cut(settings):
    from django.db import connection

    asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    with connection.cursor() as cursor:
        told = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 20_000}
    assert settings.DATABASES["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.django_db
def test_a_fresh_paper_has_no_account():
    from django.contrib.auth import get_user_model

    assert not get_user_model().objects.exists()


@pytest.mark.django_db
def test_the_name_of_a_staff_member_is_composed():
    import unicodedata

    user = make_user(full_name=unicodedata.normalize("NFD", "  Lâm Quốc\u00a0Chiến "))
    assert (user.full_name, str(user)) == ("Lâm Quốc Chiến", "Lâm Quốc Chiến")


@pytest.mark.django_db
def test_roles_may_be_made_again_and_again():
    from django.contrib.auth.models import Group

    for _ in range(2):
        call_command("sync_roles", verbosity=0)
    names = set(Group.objects.values_list("name", flat=True))
    assert names == {"Phóng viên", "Biên tập viên", "Thư ký tòa soạn", "Tổng biên tập", "Người duyệt ý kiến"}


HABIT = {"dinh-chinh": 24, "cai-chinh": 24}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", HABIT),
        ("cai-chinh=5", HABIT | {"cai-chinh": 5}),
        (" dinh-chinh = 1 , cai-chinh=9999,", {"dinh-chinh": 1, "cai-chinh": 9999}),
    ],
)
def test_hours_left_out_are_the_house_s_habit(monkeypatch, written, meant):
    monkeypatch.setenv("SOME_HOURS", written)
    assert Environment().hours("SOME_HOURS", default=HABIT) == meant
    assert HABIT == {"dinh-chinh": 24, "cai-chinh": 24}


@pytest.mark.parametrize("written", ["cai-chinh", "cai-chinh=0", "cai-chinh=-1", "cai-chinh=5h", "khac=5", "=5", "5"])
def test_hours_that_cannot_be_meant_are_refused_in_one_sentence(monkeypatch, written):
    monkeypatch.setenv("SOME_HOURS", written)
    with pytest.raises(SystemExit, match="SOME_HOURS phải có dạng dinh-chinh=24,cai-chinh=24"):
        Environment().hours("SOME_HOURS", default=HABIT)


def test_every_kind_of_correction_has_its_hours(settings):
    from articles.models import Correction

    assert set(settings.CORRECTION_HOURS) == set(Correction.Kind.values)
