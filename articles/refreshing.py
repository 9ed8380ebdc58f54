"""What a withdrawal or a correction must reach at once: the pages the front (nginx) still holds, the pictures' files.

The ask_… functions write one Refresh row for each in the verb's own transaction; deliver() sees to those that are
open, until each is done. Several processes may do so at once: to ask twice does no harm.
"""

import http.client
import logging
import socket
import ssl
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from . import courier, sealing, surfaces
from .management.refusals import reason
from .models import Article, Refresh, Standing
from .vietnamese import nfc

logger = logging.getLogger(__name__)

# The request that nginx answers anew, and its answer's mark, which it gives to nobody who lacks the secret.
HEADER = "X-Toasoan-Refresh"
MARK = "X-Toasoan-Refreshed"
# As what nginx keeps each page (deploy/nginx.conf): for readers who take it compressed, and for the rest.
PACKINGS = ("gzip", "identity")
TIMEOUT = 10  # seconds for one page
LONGEST_PAUSE = 60  # seconds between two tries


# ---------------------------------------------------------------- asking


def ask_for_withdrawn(article):
    """Its pages, those that name it, the files of its pictures. Call it in the transaction that withdraws."""
    pages = [*surfaces.addresses(article), *surfaces.beside(article)] if settings.FRONT_URL else []
    _ask(article, pages + [default_storage.url(name) for name in sealing.pictures_of(article)])


def ask_for_corrected(article):
    """Its pages and those that name it. Call it in the transaction that corrects."""
    _ask(article, surfaces.addresses(article) if settings.FRONT_URL else [])


def ask_for_sealed_pictures(article):
    """The pictures that were sealed with this story or another. Call it in the transaction that shows them."""
    _ask(article, [default_storage.url(name) for name in sealing.sealed_pictures_of(article)])


def _ask(article, paths):
    if not paths:
        return
    now = timezone.now()
    Refresh.objects.bulk_create([Refresh(article_id=article.pk, path=path, asked_at=now) for path in paths])
    # Whatever goes wrong with the thread: what was withdrawn is withdrawn, and the rows are there.
    transaction.on_commit(start, robust=True)


def start():
    """See to what is open, in a thread of this process, until it is done (articles/courier.py)."""
    courier.start(deliver, again=fetch_anew)


# ---------------------------------------------------------------- delivering


def pause(attempts):
    """How long to wait after so many tries in vain: 1, 2, 4 … LONGEST_PAUSE seconds, as a timedelta."""
    return timedelta(seconds=min(LONGEST_PAUSE, 2 ** max(0, min(attempts, 10) - 1)))


def deliver(*, at_once=False):
    """Try every open row whose turn has come (at_once: every open row), one by one.

    Returns (paths of pages done now, seconds until the next turn: None where nothing is open). Trouble with one is
    written into its row, and logged.
    """
    done, troubles = [], {}
    now = timezone.now()
    rows = list(Refresh.objects.filter(done_at=None).order_by("id"))
    due = [row for row in rows if at_once or not row.tried_at or row.tried_at + pause(row.attempts) <= now]
    with Front() as front:
        for path in dict.fromkeys(row.path for row in due):
            trouble = _try(front, path)
            for row in (row for row in due if row.path == path):
                _note(row, trouble)
            if trouble:
                troubles.setdefault(trouble, []).append(path)
            elif not is_picture(path):
                done.append(path)
    for trouble, paths in troubles.items():
        logger.warning("refresh of %s: %s", ", ".join(paths), trouble)
    turns = [row.tried_at + pause(row.attempts) for row in rows if row.done_at is None]
    wait = max(0, (min(turns) - timezone.now()).total_seconds()) if turns else None
    return done, wait


def is_picture(path):
    """Whether the path is a picture's file, not a page."""
    return path.startswith(settings.MEDIA_URL)


def _try(front, path):
    """Do what the row asks for; why it could not be done, in Vietnamese, "" where it was."""
    try:
        if is_picture(path):
            sealing.settle(path.removeprefix(settings.MEDIA_URL))
        else:
            front.fetch(path)
    except (NotFetched, sealing.NotSettled) as trouble:
        return str(trouble)
    return ""


def _note(row, trouble):
    row.attempts += 1
    row.tried_at = timezone.now()
    row.trouble = nfc(trouble)[:300]
    row.done_at = None if trouble else row.tried_at
    row.save(update_fields=["attempts", "tried_at", "trouble", "done_at"])


def fetch_anew(paths):
    """Ask for these pages once more: what was being rendered while the story went may have landed after the first
    asking. Trouble is only logged: each has been acknowledged."""
    with Front() as front:
        for path in paths:
            try:
                front.fetch(path)
            except NotFetched as trouble:
                logger.warning("second refresh of %s: %s", path, trouble)


# ---------------------------------------------------------------- the front


class NotFetched(Exception):
    """The front did not acknowledge; the message says why, in Vietnamese."""


class Front:
    """A connection to nginx, kept between pages; a context manager.

    Reached at FRONT_URL, spoken to by the name readers use: the name is part of what a page is stored under.
    """

    def __init__(self):
        self.connection, self.away = None, ""

    def __enter__(self):
        return self

    def __exit__(self, *trouble):
        self._close()

    def _close(self):
        if self.connection:
            self.connection.close()
            self.connection = None

    def fetch(self, path):
        """Let nginx fetch a page anew and keep it. Raises NotFetched; a front that is away is not tried twice."""
        if not settings.FRONT_URL:
            return  # there was one when this was asked for; where there is none, nothing is held
        for packing in PACKINGS:
            self._fetch(path, packing)

    def _fetch(self, path, packing):
        if self.away:
            raise NotFetched(self.away)
        try:
            if self.connection is None or self.connection.sock is None:
                self.connection = _connected()
        except OSError as error:
            self.away = f"không nối được tới máy chủ trang báo {settings.FRONT_URL} ({_why(error)})"
            raise NotFetched(self.away) from error
        try:
            named = {"Host": urlsplit(settings.SITE_URL).netloc, HEADER: settings.REFRESH_SECRET}
            self.connection.request("GET", path, headers={**named, "Accept-Encoding": packing})
            answer = self.connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            self._close()
            raise NotFetched(f"máy chủ trang báo không trả lời ({_why(error)})") from error
        if answer.headers.get(MARK) != "BYPASS":
            raise NotFetched("máy chủ trang báo không nhận mã làm mới (REFRESH_SECRET hai bên khác nhau?)")
        expected = _expected(path)
        if answer.status not in expected:
            wanted = " hoặc ".join(map(str, expected))
            raise NotFetched(f"máy chủ trang báo trả lời {answer.status} thay vì {wanted}")


def _expected(path):
    """The statuses by which a page shows what is true now."""
    article = next((a for a in _articles_at(path) if path in (a.get_absolute_url(), a.get_light_url())), None)
    if article is None:
        # A list may have become empty, and then is no page; a section may have moved.
        return (200, 301, 404, 410)
    public = article.standing(timezone.now()) == Standing.PUBLISHED
    return (200,) if public else (410, 404)


def _articles_at(path):
    number = path.rstrip("/").rpartition("-")[2]
    return Article.objects.select_related("section").filter(pk=number) if number.isdecimal() else []


def _connected():
    """An open connection to FRONT_URL; OSError where there is none."""
    door, name = urlsplit(settings.FRONT_URL), urlsplit(settings.SITE_URL).hostname
    secure = door.scheme == "https"
    connection = http.client.HTTPConnection(
        door.hostname, door.port or (443 if secure else 80), timeout=TIMEOUT
    )
    plain = socket.create_connection((connection.host, connection.port), timeout=TIMEOUT)
    try:
        # The certificate is the one readers see, whatever address nginx is reached by.
        connection.sock = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=name) if secure else plain
        )
    except BaseException:
        plain.close()
        raise
    connection.auto_open = 0
    return connection


REASONS = (
    (TimeoutError, f"quá {TIMEOUT} giây không trả lời"),
    (ConnectionRefusedError, "không có máy chủ nào nghe ở địa chỉ ấy"),
    (socket.gaierror, "không tìm thấy tên máy"),
    (ssl.SSLError, "chứng chỉ TLS không nhận được"),
    (ConnectionError, "kết nối bị cắt"),
    (http.client.HTTPException, "trả lời không đúng giao thức"),
)


def _why(error):
    told = (sentence for kind, sentence in REASONS if isinstance(error, kind))
    return next(told, None) or reason(error)
