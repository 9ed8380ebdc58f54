"""The first start on a machine without packages, tried in a small house with one package and no network."""

import ast
import importlib.metadata
import os
import re
import shutil
import subprocess
import time
import tomllib
from pathlib import Path

import pytest

from newsroom import bootstrap
from tests.small_house import SmallHouse, wheel

# Touches no database.
pytestmark = [
    pytest.mark.only_on("sqlite"),
    pytest.mark.skipif(os.name == "nt", reason="các tệp lệnh của bài kiểm thử viết cho POSIX"),
]

HOUSE = Path(bootstrap.HOUSE)


@pytest.fixture
def house(tmp_path):
    return SmallHouse(tmp_path)


def test_the_first_start_installs_says_so_in_one_line_and_goes_on(house):
    status, output, said = house.start()
    assert (status, output) == (0, house.printed())
    assert len(said) == 1
    assert ".venv" in said[0]
    # The second start has nothing to do, and nothing to say; neither has one from inside.
    assert house.start() == (0, house.printed(), [])
    inside = subprocess.run([".venv/bin/python", "start.py"], cwd=house.place, capture_output=True, text=True)
    assert (inside.returncode, inside.stderr) == (0, "")


def test_an_environment_made_with_ensurepip_installs_with_its_own_pip(house):
    (house.site / "sitecustomize.py").unlink()
    status, output, said = house.start()
    assert (status, output, len(said)) == (0, house.printed(), 1)


def test_an_environment_of_the_users_own_is_left_alone(house):
    house.offer_package()
    status, output, said = house.start()
    assert (status, said) == (0, [])
    assert output.startswith("own ")
    assert not (house.place / ".venv").exists()


def test_it_can_be_switched_off(house):
    done = subprocess.run(
        house.command,
        cwd=house.place,
        env=house.environment | {"NEWSROOM_NO_BOOTSTRAP": "1"},
        capture_output=True,
    )
    assert b"ModuleNotFoundError" in done.stderr
    assert not (house.place / ".venv").exists()


def test_changed_requirements_are_installed_at_the_next_start(house):
    house.start()
    house.pin("1.1", wheel(house.wheels, "1.1"))
    status, output, said = house.start()
    assert (status, output, len(said)) == (0, house.printed("1.1"), 1)
    assert house.start()[2] == []


def test_a_change_that_cannot_be_installed_leaves_the_former_environment_usable(house):
    house.start()
    former = (house.place / "requirements.txt").read_text(encoding="utf-8")
    house.pin("2.0", "0" * 64)
    assert house.start()[0] == 1
    (house.place / "requirements.txt").write_text(former, encoding="utf-8")
    assert house.start() == (0, house.printed(), [])


def test_a_killed_installation_is_begun_anew(house):
    process = subprocess.Popen(
        house.command, cwd=house.place, env=house.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    lock = house.place / ".venv.lock"
    until = time.monotonic() + 60
    while not (lock.exists() and lock.stat().st_size and (house.place / ".venv").exists()):
        assert time.monotonic() < until and process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.communicate()
    (house.place / ".venv" / "left-over").touch()
    status, output, _ = house.start()
    assert (status, output) == (0, house.printed())
    assert not (house.place / ".venv" / "left-over").exists()


@pytest.mark.parametrize(
    "damage", ["no interpreter", "broken interpreter", "package gone", "a file", "a dead link"]
)
def test_a_damaged_environment_is_mended(house, damage):
    venv = house.place / ".venv"
    if damage == "a file":
        venv.write_text("?", encoding="utf-8")
    elif damage == "a dead link":
        venv.symlink_to(house.place / "nowhere")
    elif damage == "no interpreter":
        (venv / "bin").mkdir(parents=True)
    elif damage == "broken interpreter":
        (venv / "bin").mkdir(parents=True)
        (venv / "bin" / "python").touch(mode=0o755)
    else:
        house.start()
        (package,) = venv.glob("lib/python*/site-packages/paper_press/__init__.py")
        for folder in package.parent.parent.glob("paper_press*"):
            shutil.rmtree(folder)
    status, output, said = house.start()
    assert (status, output, len(said)) == (0, house.printed(), 1)


def test_two_starts_at_once_install_once_and_both_go_on(house):
    starts = [
        subprocess.Popen(
            house.command,
            cwd=house.place,
            env=house.environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    ends = [process.communicate(timeout=120) for process in starts]
    assert [process.returncode for process in starts] == [0, 0, 0]
    assert [output for output, _ in ends] == [house.printed()] * 3
    assert sum("Đang tạo .venv" in said for _, said in ends) == 1


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        ("hash", "mã băm"),
        ("no such package", "Kho gói không có bản cài sẵn"),
        ("no network", "Không kết nối được kho gói Python"),
        ("no pip", "python3-venv"),
        ("no requirements", "requirements.txt"),
    ],
)
def test_what_cannot_be_helped_ends_with_one_sentence(house, trouble, told):
    variables = {}
    if trouble == "hash":
        house.pin("1.0", "0" * 64)
    elif trouble == "no such package":
        house.pin("9.9", "0" * 64)
    elif trouble == "no pip":
        house.lacks("ensurepip", "pip")
    elif trouble == "no requirements":
        (house.place / "requirements.txt").unlink()
    else:
        variables = {"PIP_NO_INDEX": "0", "PIP_FIND_LINKS": "", "PIP_RETRIES": "1"}
        variables["PIP_INDEX_URL"] = "http://127.0.0.1:9/simple"
    status, output, said = house.start(**variables)
    assert (status, output) == (1, "")
    assert told in said[-1]
    assert len(said) == 2


def test_once_the_trouble_is_over_the_next_start_succeeds(house):
    (house.wheels / "paper_press-1.0-py3-none-any.whl").rename(house.wheels / "away.txt")
    assert house.start()[0] == 1
    (house.wheels / "away.txt").rename(house.wheels / "paper_press-1.0-py3-none-any.whl")
    assert house.start()[:2] == (0, house.printed())


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "Ổ đĩa đã đầy",
        ),
        ("[Errno 13] Permission denied: '/srv/paper/.venv'", "Không có quyền ghi"),
        ("OSError: [Errno 30] Read-only file system: '/srv/paper/.venv'", "Không có quyền ghi"),
        ("WARNING: something\nERROR: an unheard-of trouble\nmore", "an unheard-of trouble"),
        ("", "không rõ nguyên nhân"),
    ],
)
def test_every_failure_has_its_sentence(output, told):
    sentence = bootstrap.sentence(output)
    assert told in sentence
    assert "\n" not in sentence


def test_an_old_python_is_refused_with_a_sentence(monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "OLDEST", (99, 0))
    with pytest.raises(SystemExit) as end:
        bootstrap.ensure()
    assert end.value.code == 1
    assert capsys.readouterr().err.startswith("Cần Python 3.11 trở lên")


@pytest.mark.parametrize("path", ["manage.py", "newsroom/__init__.py", "newsroom/bootstrap.py"])
def test_an_old_python_comes_as_far_as_the_sentence(path):
    ast.parse((HOUSE / path).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_it_needs_exactly_what_pyproject_declares():
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.match(r"[\w.-]+", line)[0].lower() for line in project["dependencies"]}
    provided = importlib.metadata.packages_distributions()
    assert {provided[name][0].lower() for name in bootstrap.NEEDED} == declared


def test_the_pinned_list_names_no_host():
    pinned = (HOUSE / "requirements.txt").read_text(encoding="utf-8")
    assert "--hash=sha256:" in pinned
    assert "http" not in pinned
    assert "index-url" not in pinned
