"""Site-wide answers: is the paper well, its pictures where nginx does not serve them, and its error pages."""

import re

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.static import serve

from . import http

# What articles/uploads.py and articles/renditions.py write; the file system is asked for nothing else.
CROP = r"(-[a-z]{1,10}(-[0-9]{1,3}){2})?"
PICTURE = re.compile(rf"anh/[0-9a-f]{{2}}/[0-9a-f]{{1,64}}{CROP}(-[0-9]{{1,5}})?\.(jpg|webp|avif)", re.ASCII)
# Not every machine knows the newer two.
TYPES = {"jpg": "image/jpeg", "webp": "image/webp", "avif": "image/avif"}


@csrf_exempt
@require_safe
def healthz(request):
    """200 {"database": "ok"} when the database answers, 503 when not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM articles_section LIMIT 1")
    except Exception as error:  # noqa: BLE001  whatever is wrong, the answer is "not well"
        return JsonResponse({"database": type(error).__name__}, status=503)
    return JsonResponse({"database": "ok"})


def media(request, name):
    """A served picture. Its name is unguessable and changes with its content, so it may be kept for ever."""
    if not PICTURE.fullmatch(name):
        raise Http404
    response = serve(request, name, document_root=settings.MEDIA_ROOT)
    response.headers["Content-Type"] = TYPES[name.rpartition(".")[2]]
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


media.freshness = "static"
media.csp = "media"


@csrf_exempt
@require_safe
def favicon(request):
    """Where browsers look when a page names no icon."""
    return redirect(static("img/favicon.svg"))


favicon.freshness = "public"


def _sorry(request, template, status):
    try:
        return render(request, template, {"path": ""}, status=status)
    except http.DATABASE_TROUBLE as error:
        # The masthead names the sections; without a database the reader hears of that, and not of a lost page.
        return http.unavailable(request, error)


def bad_request(request, exception):
    return _sorry(request, "400.html", 400)


def forbidden(request, exception):
    return _sorry(request, "403.html", 403)


def forged(request, reason=""):
    """A form without its token: the page was open for long, or the form is not ours."""
    return _sorry(request, "403.html", 403)


def not_found(request, exception):
    return _sorry(request, "404.html", 404)


def server_error(request):
    """Without context processors: the database may be what failed."""
    return HttpResponse(render_to_string("500.html", {"paper": settings.PAPER}), status=500)
