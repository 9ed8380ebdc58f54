"""How every test runs: with settings and state of its own, on the database named by `--database`."""

import json
import os
import re
import shutil
import signal
import tempfile
import threading
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import django
import hypothesis
import pytest
from playwright.sync_api import expect

from tests.front import Front, nginx
from tests.postgres import Unavailable, cluster
from tests.waiting import PATIENCE, eventually

HOUSE = Path(__file__).resolve().parent.parent
DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
# pytest's own statuses end at 5; `manage.py test` knows this one.
DATABASE_UNAVAILABLE = 77
STRICT = "CI_STRICT"
CHROMIUM = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
NO_CHROMIUM = "máy không có Chromium"
NO_NGINX = "máy không có nginx"
run = pytest.StashKey[dict]()
state = pytest.StashKey[Path]()
server = pytest.StashKey[str]()

# Its tables of Unicode; without this a .hypothesis appears in the checkout.
os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(HOUSE / "var" / "hypothesis")
hypothesis.settings.register_profile(
    "house", deadline=None, database=None, derandomize=bool({"CI", STRICT} & os.environ.keys())
)
hypothesis.settings.load_profile("house")


def pytest_addoption(parser):
    parser.addoption(
        "--database", choices=sorted(DATABASES), default="sqlite", help="cơ sở dữ liệu để kiểm thử"
    )


def pytest_configure(config):
    """Set the scene before Django's settings are read, then start Django."""
    # Ended by a supervisor as by Ctrl-C: with the database stopped and the files removed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if from_controller := getattr(config, "workerinput", None):
        # A worker of pytest-xdist: its place lies within the controller's, who clears it away however a worker ends.
        place = Path(from_controller["place"], from_controller["workerid"])
        place.mkdir()
        url = from_controller["url"]
        config.stash[run] = {"database": from_controller["database"], "skipped": Counter()}
    else:
        place, url = prepare(config)
    (place / "static").mkdir()
    config.stash[state] = place
    # What the shell or a server's var/env says is not for tests.
    settings = (HOUSE / "newsroom" / "settings.py").read_text(encoding="utf-8")
    for variable in re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', settings):
        os.environ.pop(variable, None)
    os.environ.update(
        DJANGO_SETTINGS_MODULE="newsroom.settings",
        DATABASE_URL=url or f"sqlite:///{place / 'newsroom.sqlite3'}",
        STATE_DIR=str(place),
        # Playwright keeps an event loop in the tests' thread, where Django then refuses every query.
        DJANGO_ALLOW_ASYNC_UNSAFE="true",
    )
    django.setup()


def prepare(config):
    """(place, DATABASE_URL) of a run, both gone when it ends; "" stands for SQLite, a file for each process."""
    stack = ExitStack()
    config.add_cleanup(stack.close)
    place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="toa-soan-")))
    name = config.getoption("database")
    url, version = "", ""
    config.stash[run] = {"database": DATABASES[name], "skipped": Counter(), "unavailable": ""}
    if name == "postgresql":
        try:
            url, version = stack.enter_context(cluster())
        except Unavailable as reason:
            config.stash[run]["unavailable"] = str(reason)
            report(config)
            pytest.exit(f"PostgreSQL: {reason}", returncode=DATABASE_UNAVAILABLE)
    config.stash[run]["database"] = f"{DATABASES[name]} {version}".strip()
    config.stash[server] = url
    return place, url


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes():
    """With this in the environment pytest-django would read a worker's settings before its scene is set."""
    os.environ.pop("DJANGO_SETTINGS_MODULE")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node):
    """Workers share the run's place and its server, on which each has a database of its own."""
    node.workerinput["place"] = str(node.config.stash[state])
    node.workerinput["url"] = node.config.stash[server]
    node.workerinput["database"] = node.config.stash[run]["database"]


def pytest_report_header(config):
    return f"database: {config.stash[run]['database']}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    here, kept, elsewhere = config.getoption("database"), [], []
    chromium = find_chromium()
    for item in items:
        if {"page", "context", "browser"} & set(item.fixturenames):
            item.add_marker(pytest.mark.browser)
            if not chromium:
                item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))
        only_on = item.get_closest_marker("only_on")
        runs_here = here in only_on.args if only_on else here == "sqlite" or uses_database(item)
        (kept if runs_here else elsewhere).append(item)
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = kept


def uses_database(item):
    """Whether it makes a difference to this test which database there is; what needs none is run once, on SQLite."""
    fixtures = {"db", "transactional_db", "live_server"}
    return item.get_closest_marker("django_db") is not None or not fixtures.isdisjoint(item.fixturenames)


def pytest_sessionfinish(session, exitstatus):
    """Where CI_STRICT is set, all that tests need has been installed: a skipped test hides a fault."""
    if hasattr(session.config, "workerinput"):
        return
    said = session.config.pluginmanager.get_plugin("terminalreporter").stats.get("skipped", [])
    session.config.stash[run]["skipped"].update(one.longrepr[2].removeprefix("Skipped: ") for one in said)
    if said and os.environ.get(STRICT) and not exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    report(session.config)


def pytest_terminal_summary(terminalreporter, config):
    if config.stash[run]["skipped"] and os.environ.get(STRICT):
        terminalreporter.write_line(f"{STRICT}: bài kiểm thử bị bỏ qua được tính là hỏng.", red=True)


def report(config):
    """Leave for `manage.py test`, if it asks, what this run ran on and skipped."""
    if wanted := os.environ.get("NEWSROOM_TEST_REPORT"):
        Path(wanted).write_text(json.dumps(config.stash[run], ensure_ascii=False), encoding="utf-8")


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """SQLite's test database is a file: production's locking, and a connection of its own for each thread."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    # The live server's threads must leave no connection behind, or the test database cannot be dropped.
    database["CONN_MAX_AGE"] = 0
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = f"{database['NAME']}-test"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """PostgreSQL drops no database in use: a request whose browser left in the middle may still be at it."""
    yield
    from django.db import connection

    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture(autouse=True)
def own_ground(request, settings, tmp_path):
    """Each test has empty folders and an empty cache; passwords cost nothing, nobody is locked out."""
    from django.core.cache import caches

    settings.MEDIA_ROOT = tmp_path / "media"
    # The models keep hold of this storage, so that it is emptied rather than moved.
    for emptied in ("originals", "beginnings"):
        shutil.rmtree(request.config.stash[state] / emptied, ignore_errors=True)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.AXES_ENABLED = False
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture(autouse=True)
def no_courier(monkeypatch):
    """No thread of the application's own beside a test: those that ask for what it does call deliver() themselves."""
    monkeypatch.setattr("articles.courier.start", lambda *given, **named: None)


@pytest.fixture(autouse=True)
def no_answer_outlives_its_test(request):
    """The live server has ended its last requests before the tables are emptied: else each would wait for the other."""
    if "live_server" not in request.fixturenames:
        yield
        return
    # Emptied after this fixture, as browsers and fronts are closed before it.
    request.getfixturevalue("transactional_db")
    before = answering()
    yield
    eventually(lambda: not answering() - before)


def answering():
    """The threads of the live server, one for each connection."""
    return {thread for thread in threading.enumerate() if "process_request_thread" in thread.name}


@pytest.fixture
def now():
    """This moment, to the second, in the paper's time zone. It is a value: the clock goes on."""
    from django.utils import timezone

    return timezone.localtime().replace(microsecond=0)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The machine's own Chromium, silent towards everybody but this machine."""
    return {
        **browser_type_launch_args,
        "executable_path": find_chromium(),
        "args": [
            "--no-sandbox",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    expect.set_options(timeout=PATIENCE * 1000)
    return {**browser_context_args, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}


@pytest.fixture
def front(live_server, settings, tmp_path_factory):
    """nginx with deploy/nginx.conf before the live server; `front.url` is its address."""
    with raised(tmp_path_factory, live_server.url, settings.STATIC_ROOT, settings.MEDIA_ROOT) as standing:
        yield standing


@pytest.fixture
def raise_front(tmp_path_factory):
    """A function that puts nginx with deploy/nginx.conf before any upstream: raise_front(url) -> Front."""
    with ExitStack() as stack:
        nowhere = tmp_path_factory.mktemp("nowhere")

        def raise_before(upstream, static=nowhere, media=nowhere):
            return stack.enter_context(raised(tmp_path_factory, upstream, static, media))

        yield raise_before


def raised(tmp_path_factory, upstream, static, media):
    if not nginx():
        pytest.skip(NO_NGINX)
    return Front(tmp_path_factory.mktemp("front"), upstream, static, media)
