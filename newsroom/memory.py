"""Two seconds of memory per worker, for a machine without nginx: one render per hot page in that time.

It stands before everything else and holds what left the application, compressed: a page out of memory costs no view,
no session, no compression. Nothing is ever taken out because something changed: two seconds are soon over.
"""

from dataclasses import dataclass
from time import monotonic

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse
from django.middleware.gzip import re_accepts_gzip
from django.utils.cache import get_conditional_response

from .http import PUBLIC

SECONDS = 2
PAGES = 500
MOST_BYTES = 500_000  # of one page: a sitemap of four thousand stories is asked for once a day


@dataclass(frozen=True, slots=True)
class Kept:
    body: bytes
    headers: dict
    until: float


class PageMemory:
    """Keeps public pages for SECONDS, counted from when their making began."""

    def __init__(self, get_response):
        if not settings.PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.pages = {}

    def __call__(self, request):
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        key, now = _name(request), monotonic()
        kept = self.pages.get(key)
        if kept and kept.until > now:
            response = HttpResponse(kept.body, headers=kept.headers)
        else:
            response = self.get_response(request)
            if request.method == "GET" and _may_be_kept(response):
                self._make_room(now)
                self.pages[key] = Kept(response.content, dict(response.headers), now + SECONDS)
        if "HTTP_IF_NONE_MATCH" in request.META and "ETag" in response.headers:
            return get_conditional_response(request, etag=response.headers["ETag"], response=response)
        return response

    def _make_room(self, now):
        if len(self.pages) < PAGES:
            return
        # A copy: other threads remember pages meanwhile.
        for key, kept in list(self.pages.items()):
            if kept.until <= now:
                self.pages.pop(key, None)
        if len(self.pages) >= PAGES:
            self.pages.clear()


def _name(request):
    """What a page may differ by: whose name, which address, how it is sent. A reader's cookie is not among them."""
    asked = request.META
    gzip = bool(re_accepts_gzip.search(asked.get("HTTP_ACCEPT_ENCODING", "")))
    host = asked.get("HTTP_HOST") or (asked.get("SERVER_NAME"), asked.get("SERVER_PORT"))
    return request.scheme, host, asked.get("PATH_INFO", ""), asked.get("QUERY_STRING", ""), gzip


def _may_be_kept(response):
    return (
        response.status_code == 200
        and response.headers.get("Cache-Control") == PUBLIC
        and response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
        and not response.cookies
        and not response.streaming
        and len(response.content) <= MOST_BYTES
    )
