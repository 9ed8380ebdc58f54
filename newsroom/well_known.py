"""What machines ask of a site by fixed names: how it stands on a telephone's screen, whom to tell of a hole in it."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils import timezone

from articles.views.public import public

ICONS = {"192x192": "any", "512x512": "any maskable"}
# RFC 9116 wants an end, less than a year away; whoever reads the settings then is asked again.
SECURITY_HOLDS = timedelta(days=180)


@public
def manifest(request):
    """The web app manifest: name, colours and icons of the paper."""
    name = settings.PAPER["name"]
    return JsonResponse(
        {
            "name": name,
            "short_name": name,
            "description": settings.PAPER["tagline"],
            "lang": "vi",
            "dir": "ltr",
            "id": "/",
            "start_url": "/",
            "scope": "/",
            "display": "minimal-ui",
            "background_color": "#fcfcfa",
            "theme_color": "#263f87",
            "icons": [
                {
                    "src": static(f"img/icon-{size.partition('x')[0]}.png"),
                    "sizes": size,
                    "type": "image/png",
                    "purpose": purpose,
                }
                for size, purpose in ICONS.items()
            ],
        },
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )


@public
def security(request):
    """Whom to write to about a security hole (RFC 9116); Http404 for a paper without a mail address."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{settings.SECURITY_CONTACT}",
        f"Expires: {midnight + SECURITY_HOLDS:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: vi, en",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
