"""A small house for tests of the first start: bootstrap.py as it is, one package to need, and no network."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from newsroom import bootstrap

START = """
from newsroom import bootstrap
bootstrap.ensure()
import paper_press, sys
print(paper_press.EDITION, sys.prefix, *sys.argv[1:])
"""


def wheel(folder, edition):
    """A package `paper-press` in this edition, as a wheel; gives its sha256."""
    path = folder / f"paper_press-{edition}-py3-none-any.whl"
    about = f"paper_press-{edition}.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("paper_press/__init__.py", f"EDITION = {edition!r}\n")
        archive.writestr(
            f"{about}/METADATA", f"Metadata-Version: 2.1\nName: paper-press\nVersion: {edition}\n"
        )
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def has_pip(python):
    return (
        subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    )


class SmallHouse:
    """A copy of bootstrap.py that needs `paper_press` alone, a start script, and a folder of wheels."""

    def __init__(self, place):
        self.place, self.wheels, self.site = place / "house", place / "wheels", place / "site"
        for folder in (self.place / "newsroom", self.wheels, self.site, place / "home"):
            folder.mkdir(parents=True)
        source = Path(bootstrap.__file__).read_text(encoding="utf-8")
        source, replaced = re.subn(
            r"^NEEDED = \(.*?^\)$", 'NEEDED = ("paper_press",)', source, flags=re.M | re.S
        )
        assert replaced == 1
        (self.place / "newsroom" / "bootstrap.py").write_text(source, encoding="utf-8")
        (self.place / "newsroom" / "__init__.py").touch()
        (self.place / "start.py").write_text(START, encoding="utf-8")
        self.pin("1.0", wheel(self.wheels, "1.0"))
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "NEWSROOM_"))
        }
        self.environment = kept | {
            "HOME": str(place / "home"),
            "PYTHONPATH": str(self.site),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
        }
        self.lacks("ensurepip")

    def pin(self, edition, digest):
        line = f"paper-press=={edition} --hash=sha256:{digest}\n"
        (self.place / "requirements.txt").write_text(line, encoding="utf-8")

    def lacks(self, *modules):
        """Have environments made by an interpreter without ensurepip (that is quick, too), or without pip."""
        real = next(filter(has_pip, (sys._base_executable, sys.executable)))
        refusals = {
            "ensurepip": '[ "$1 $2" = "-m venv" ] && [ "$3" != "--without-pip" ]',
            "pip": '[ "$1 $2" = "-m pip" ]',
        }
        lines = [f"{refusals[module]} && echo 'No module named {module}' && exit 1" for module in modules]
        base = self.site / "python"
        base.write_text(
            "\n".join(["#!/bin/sh", *lines, "unset PYTHONPATH", f'exec "{real}" "$@"\n']), encoding="utf-8"
        )
        base.chmod(0o755)
        (self.site / "sitecustomize.py").write_text(f"import sys\nsys._base_executable = {str(base)!r}\n")

    @property
    def command(self):
        return [sys.executable, "start.py", "demo", "--port", "80 80"]

    def start(self, **variables):
        """What a start gives: (status, stdout, lines of stderr). Never a traceback."""
        done = subprocess.run(
            self.command,
            cwd=self.place,
            env=self.environment | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout, done.stderr.splitlines()

    def printed(self, edition="1.0"):
        return f"{edition} {self.place / '.venv'} demo --port 80 80\n"

    def offer_package(self):
        """As in an environment of the user's own: the package is importable."""
        (self.site / "paper_press.py").write_text("EDITION = 'own'\n", encoding="utf-8")
