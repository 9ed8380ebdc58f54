"""Site-wide answers: is the paper well, its pictures where nginx does not serve them, and its error pages."""

from django.conf import settings
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.static import serve


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
    response = serve(request, name, document_root=settings.MEDIA_ROOT)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


media.freshness = "static"
media.csp = "media"


def _sorry(request, template, status):
    return render(request, template, {"path": ""}, status=status)


def bad_request(request, exception):
    return _sorry(request, "400.html", 400)


def forbidden(request, exception):
    return _sorry(request, "403.html", 403)


def not_found(request, exception):
    return _sorry(request, "404.html", 404)


def server_error(request):
    """Without context processors: the database may be what failed."""
    from django.template.loader import render_to_string

    return HttpResponse(render_to_string("500.html", {"paper": settings.PAPER}), status=500)
