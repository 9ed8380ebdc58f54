"""Gives `manage.py` the packages it needs: `.venv` beside it, made from requirements.txt, where missing.

Standard library only, and nothing above Python 3.6's syntax: an old Python must come as far as the sentence
that refuses it. Whoever keeps an environment of their own is left alone; NEWSROOM_NO_BOOTSTRAP=1 switches all
of this off. Messages go to stderr, so that a command's own output stays clean.
"""

import contextlib
import errno
import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time

HOUSE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REQUIREMENTS = os.path.join(HOUSE, "requirements.txt")
ENVIRONMENT = os.path.join(HOUSE, ".venv")
PYTHON = os.path.join(ENVIRONMENT, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
STAMP = os.path.join(ENVIRONMENT, "requirements.sha256")
# Held while someone installs, and not empty until that is finished: so an interrupted installation shows.
LOCK = os.path.join(HOUSE, ".venv.lock")

# What the application imports. pyproject.toml's dependencies, under the names Python knows them by.
NEEDED = (
    *("django", "ckeditor", "PIL", "psycopg2", "nh3", "adminsortable2"),
    *("axes", "environ", "argon2", "whitenoise", "granian", "docx"),
)
OLDEST = (3, 11)
# Set for the restarted process alone: an environment that stays incomplete ends with a sentence, not a loop.
RESTARTED = "NEWSROOM_BOOTSTRAPPED"

SENTENCES = (
    (
        ("No space left on device", "Disk quota exceeded"),
        "Ổ đĩa đã đầy: hãy giải phóng chỗ trống rồi chạy lại.",
    ),
    (
        ("DO NOT MATCH THE HASHES",),
        "Gói tải về không khớp mã băm trong requirements.txt nên bị từ chối: hãy xem lại kho gói.",
    ),
    (
        ("connection broken by", "ConnectionError", "ReadTimeoutError", "ProxyError", "ConnectTimeoutError"),
        "Không kết nối được kho gói Python: hãy kiểm tra mạng, proxy hoặc cấu hình pip rồi chạy lại.",
    ),
    (
        ("Permission denied", "Read-only file system"),
        f"Không có quyền ghi vào {HOUSE}: hãy cấp quyền rồi chạy lại.",
    ),
    (
        ("no such option: --python",),
        "pip của máy quá cũ và thiếu ensurepip: hãy cài gói python3-venv rồi chạy lại.",
    ),
    (
        ("No matching distribution found", "Could not find a version"),
        "Kho gói không có bản cài sẵn hợp với {python} trên máy này.",
    ),
)


class Trouble(Exception):
    """The environment cannot be made; the message is a sentence for the person at the command line."""


def ensure():
    """Return when the packages are importable; otherwise install them and start this command again there.

    Never raises: what cannot be helped ends the process with one sentence and status 1.
    """
    if sys.version_info < OLDEST:
        leave(f"Cần Python 3.11 trở lên; lệnh này đang chạy bằng Python {sys.version.split()[0]}.")
    if os.environ.get("NEWSROOM_NO_BOOTSTRAP") or complete():
        os.environ.pop(RESTARTED, None)
        return
    if os.environ.pop(RESTARTED, None):
        leave(f"{ENVIRONMENT} vẫn chưa dùng được sau khi cài: hãy xóa thư mục ấy rồi chạy lại.")
    installed = False
    try:
        if inside() or not usable():
            installed = install()
    except Trouble as trouble:
        leave(str(trouble))
    except OSError as error:
        leave(f"Không tạo được {ENVIRONMENT}. {sentence(f'{error.strerror}: {error.filename}')}")
    except KeyboardInterrupt:
        leave("Đã dừng khi đang cài đặt; lần chạy sau sẽ cài lại từ đầu.", 130)
    restart(installed)


def complete():
    """Whether the running interpreter has what it needs; in an environment made here, as pinned."""
    if missing():
        return False
    return not inside() or not os.path.exists(STAMP) or read(STAMP) == stamp()


def missing():
    """The names from NEEDED that cannot be imported."""
    importlib.invalidate_caches()
    return [name for name in NEEDED if importlib.util.find_spec(name) is None]


def inside():
    """Whether the running interpreter is the one of `.venv`."""
    return os.path.realpath(sys.prefix) == os.path.realpath(ENVIRONMENT)


def usable():
    """Whether `.venv` may be started: its interpreter runs, nobody is at work there or was interrupted."""
    return not unfinished() and runs(PYTHON, "-c", "")


def unfinished():
    return os.path.exists(LOCK) and os.path.getsize(LOCK) > 0


def stamp():
    """What an environment was made from: a hex digest of the pinned list and of the interpreter's version."""
    with open(REQUIREMENTS, "rb") as pins:
        return hashlib.sha256(pins.read() + sys.version.encode()).hexdigest()


def read(path):
    with open(path, encoding="ascii", errors="replace") as file:
        return file.read().strip()


def seal():
    """Run by `.venv`'s own interpreter at the end of an installation: signs it, or ends with status 1."""
    if missing():
        sys.exit(f"ERROR: missing after the installation: {', '.join(missing())}")
    with open(STAMP, "w", encoding="ascii") as file:
        file.write(stamp() + "\n")


def install():
    """Make or mend `.venv`; False when another start had just done so. Raises Trouble or OSError."""
    with locked() as lock:
        anew = not usable()
        if not anew and (complete() or not inside()):
            return False
        if anew:
            say("Đang tạo .venv và cài các gói Python theo requirements.txt (có thể mất vài phút)…")
        else:
            say("Các gói trong .venv không còn khớp requirements.txt: đang cài lại (có thể mất vài phút)…")
        sealed = os.path.exists(STAMP) and not anew
        lock.write("installing\n")
        lock.flush()
        base = getattr(sys, "_base_executable", None) or sys.executable
        if anew:
            clear()
            make(base, lock)
        try:
            run(lock, *installer(base), "--require-hashes", "--only-binary", ":all:", "-r", REQUIREMENTS)
        except Trouble:
            if sealed:
                # pip took nothing away: with the former requirements.txt this environment still serves.
                lock.truncate(0)
            raise
        code = "import sys; sys.path.insert(0, sys.argv[1]); from newsroom import bootstrap; bootstrap.seal()"
        run(lock, PYTHON, "-I", "-c", code, HOUSE)
        lock.truncate(0)
        return True


def clear():
    """Take away what is left of `.venv`, be it a directory, a file or a link."""
    if os.path.islink(ENVIRONMENT) or os.path.isfile(ENVIRONMENT):
        os.unlink(ENVIRONMENT)
    elif os.path.exists(ENVIRONMENT):
        shutil.rmtree(ENVIRONMENT)


def make(base, lock):
    """Make the empty environment, without pip where Python comes without ensurepip (Debian's does)."""
    try:
        run(lock, base, "-m", "venv", ENVIRONMENT)
    except Trouble:
        clear()
        run(lock, base, "-m", "venv", "--without-pip", ENVIRONMENT)


def installer(base):
    """The command that installs into `.venv`: its own pip, or that of the interpreter it was made from."""
    options = ("install", "--quiet", "--disable-pip-version-check", "--no-input")
    if runs(PYTHON, "-m", "pip", "--version"):
        return (PYTHON, "-m", "pip", *options)
    if runs(base, "-m", "pip", "--version"):
        return (base, "-m", "pip", "--python", PYTHON, *options)
    raise Trouble("Python này thiếu cả ensurepip lẫn pip: hãy cài gói python3-venv rồi chạy lại.")


def runs(*command):
    silent = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        return subprocess.run(command, check=False, **silent).returncode == 0
    except OSError:
        return False


def run(lock, *command):
    """Run a step of the installation silently; Trouble with a sentence when it fails.

    The step inherits the lock: should this process be killed, the lock holds until the step has ended too.
    """
    # A user's `pip install --user` setting has no meaning inside an environment, where pip refuses it.
    environment = dict(os.environ, PIP_USER="0", PYTHONIOENCODING="utf-8")
    done = subprocess.run(
        command,
        env=environment,
        cwd=HOUSE,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=() if os.name == "nt" else (lock.fileno(),),
    )
    if done.returncode:
        raise Trouble(f"Không cài được các gói Python. {sentence(done.stdout)}")


def sentence(output):
    """What went wrong, in one Vietnamese line, told from what venv, pip or the operating system said."""
    for signs, meaning in SENTENCES:
        if any(sign in output for sign in signs):
            return meaning.format(python=f"Python {sys.version_info[0]}.{sys.version_info[1]}")
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("ERROR", "Error"))]
    return f"Chi tiết: {(errors or lines[-1:] or ['không rõ nguyên nhân'])[0][:300]}"


@contextlib.contextmanager
def locked():
    """Let one start after another work on `.venv`; gives the open lock file."""
    with open(LOCK, "a", encoding="ascii") as lock:
        if not taken(lock):
            say("Một lệnh khác đang cài đặt môi trường Python; đang chờ lệnh ấy xong…")
            while not taken(lock):
                time.sleep(0.2)
        yield lock


def taken(lock):
    """Take the lock if it is free. The system frees it when its holders have ended, however they end."""
    try:
        if os.name == "nt":
            import msvcrt

            # A byte far behind the text: Windows would also forbid others to read what is locked.
            os.lseek(lock.fileno(), 1 << 20, os.SEEK_SET)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
            return False
        raise
    return True


def restart(installed):
    """Run the same command line again under `.venv`'s interpreter."""
    if installed:
        os.environ[RESTARTED] = "1"
    command = [PYTHON, *sys.orig_argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        if os.name == "nt":
            # Windows' exec gives the prompt back at once and leaves two processes reading the keyboard.
            sys.exit(subprocess.run(command, check=False).returncode)
        os.execv(PYTHON, command)
    except OSError as error:
        leave(f"Không chạy được {PYTHON} ({error.strerror}): hãy xóa thư mục .venv rồi chạy lại.")


def say(line):
    print(line, file=sys.stderr, flush=True)


def leave(line, status=1):
    say(line)
    sys.exit(status)
