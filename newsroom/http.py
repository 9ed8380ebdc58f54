"""What every response carries: how fresh it is, and what a browser may run on it.

Views say so by plain attributes, set by nothing but themselves:

    view.freshness = "public"    anonymous, the same for everybody: a front may keep it for a second
    view.freshness = "brief"     the same, but not kept for the day when the application is away
    view.freshness = "static"    named by its content: kept for ever
    (none)                       private: never stored
    view.csp = "editor"          a page with the rich-text editor on it
    view.csp = "framed"          a page that a page of ours may show in a frame

Freshness without invalidation: nothing public is ever more than five seconds old, and nobody purges anything.
"""

import logging
from hashlib import blake2b

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpResponse
from django.template.loader import render_to_string

from articles.richtext.widget import CONTENT_SECURITY_POLICY as EDITOR_EXCEPTION

DATABASE_TROUBLE = (DatabaseError, InterfaceError)
logger = logging.getLogger("newsroom")

PUBLIC = "public, max-age=0, s-maxage=1, stale-while-revalidate=3, stale-if-error=86400"
BRIEF = "public, max-age=0, s-maxage=1, stale-while-revalidate=3"
STATIC = "public, max-age=31536000, immutable"
PRIVATE = "private, no-store"
# By what a public answer may vary: the front knows of nothing else, and stores nothing else under two names.
VARYING = {"", "accept-encoding"}

STRICT = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
# The one measured exception. What an editor pastes is cleaned on the server whatever the browser allowed.
EDITOR = STRICT | {name: " ".join(sources) for name, sources in EDITOR_EXCEPTION.items()}
MEDIA = {"default-src": "'none'", "sandbox": ""}
PERMISSIONS = "camera=(), microphone=(), geolocation=(), browsing-topics=()"
# A page that stands in a frame of the desk's preview.
FRAMED = STRICT | {"frame-ancestors": "'self'"}
POLICIES = {"strict": STRICT, "editor": EDITOR, "media": MEDIA, "framed": FRAMED}


def policy_header(name):
    return "; ".join(f"{directive} {value}".strip() for directive, value in POLICIES[name].items())


class PolicyHeaders:
    """Content-Security-Policy on every response, files and errors included."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy_header(getattr(request, "csp", "strict")))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    def process_view(self, request, view, args, kwargs):
        request.csp = getattr(view, "csp", "strict")


class Freshness:
    """Cache-Control on every response, in one place."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = self.control(request, response)
        if response.headers["Cache-Control"] == PUBLIC and response.status_code == 200 and not response.streaming:
            # The front compares it, or newsroom/memory.py: a feed that has not changed is not sent again.
            response.headers["ETag"] = f'"{blake2b(response.content, digest_size=12).hexdigest()}"'
        return response

    def process_view(self, request, view, args, kwargs):
        request.freshness = getattr(view, "freshness", "private")

    @staticmethod
    def control(request, response):
        # An address no view answers is the same for everybody, too.
        freshness = getattr(request, "freshness", "public")
        if response.cookies or request.method not in ("GET", "HEAD") or response.status_code >= 500:
            return PRIVATE
        if freshness == "static" and response.status_code in (200, 304):
            return STATIC
        if not VARYING >= {name.strip().lower() for name in response.headers.get("Vary", "").split(",")}:
            return PRIVATE
        return {"private": PRIVATE, "brief": BRIEF}.get(freshness, PUBLIC)


class Trouble:
    """A database that is away or not yet built: 503 in Vietnamese, at once, with what the reader typed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            response.content = "Địa chỉ này không nhận yêu cầu kiểu ấy."
        return response

    def process_exception(self, request, error):
        return unavailable(request, error) if isinstance(error, DATABASE_TROUBLE) else None


def unavailable(request, error):
    """503 for DATABASE_TROUBLE; asks the database nothing."""
    logger.error("database trouble at %r: %s", request.path, error, exc_info=error)
    texts = request.POST.getlist("text") if request.method == "POST" else []
    typed = "\n\n".join(text for text in texts if text.strip())[:20_000]
    return HttpResponse(
        render_to_string("503.html", {"typed": typed, "paper": settings.PAPER}),
        status=503,
        headers={"Retry-After": "10", "Cache-Control": PRIVATE},
    )
