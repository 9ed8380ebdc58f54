"""What deploy/README.md tells people to do names what is there: files, placeholders, commands, paths."""

import re
import subprocess

import pytest
from django.core.management import get_commands

from tests.front import DEPLOY

# Touches no database.
pytestmark = pytest.mark.only_on("sqlite")

README = (DEPLOY / "README.md").read_text(encoding="utf-8")
SCRIPT = (DEPLOY / "toa-soan").read_text(encoding="utf-8")
SETTINGS = (DEPLOY.parent / "newsroom" / "settings.py").read_text(encoding="utf-8")


def test_every_placeholder_of_nginx_is_filled_in_by_the_script():
    wanted = set(re.findall(r"\$\{([A-Z_]+)\}", (DEPLOY / "nginx.conf").read_text(encoding="utf-8")))
    filled = set(re.search(r"envsubst '([^']+)'", SCRIPT)[1].replace("$", "").split())
    assert filled == wanted


def test_every_file_of_the_folder_is_told_of():
    files = {path.name for path in DEPLOY.iterdir()} - {"README.md"}
    assert {name for name in files if f"`{name}`" in README} == files


def test_every_setting_of_the_example_exists():
    named = re.findall(r"^([A-Z_]+)=", (DEPLOY / "toa-soan.env").read_text(encoding="utf-8"), re.MULTILINE)
    assert "SECRET_KEY" in named
    for name in named:
        known = f'"{name}"' in SETTINGS or name.startswith("PAPER_")
        assert known, name


def test_the_example_brings_no_key_of_its_own():
    """Or every paper that forgot to change it would have the same."""
    assert re.search(r"^SECRET_KEY=$", (DEPLOY / "toa-soan.env").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_command_is_there():
    named = set(re.findall(r"(?:manage\.py|toa-soan manage) ([a-z_]+)", README)) | set(
        re.findall(r"manage ([a-z_]+)", SCRIPT)
    )
    assert {"backup", "restore", "migrate"} <= named
    assert named <= set(get_commands())


def test_the_script_is_one_that_a_shell_reads():
    assert subprocess.run(["sh", "-n", DEPLOY / "toa-soan"], capture_output=True).stderr == b""
    assert (DEPLOY / "toa-soan").stat().st_mode & 0o111


@pytest.mark.parametrize("unit", sorted(path.name for path in DEPLOY.glob("*.service")))
def test_units_run_what_lies_where_the_steps_put_it(unit):
    text = (DEPLOY / unit).read_text(encoding="utf-8")
    assert "User=toa-soan\n" in text
    for setting in (
        "WorkingDirectory=/srv/toa-soan",
        "EnvironmentFile=/etc/toa-soan.env",
        "STATE_DIR=/var/lib/toa-soan",
    ):
        assert setting in text
    assert "NoNewPrivileges=yes" in text
    assert re.search(r"^ExecStart=/srv/toa-soan/\.venv/bin/", text, re.MULTILINE)
