"""Where everything is. The articles' addresses come last: they end in "any section"."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from . import reading, views, well_known

urlpatterns = [
    path("admin/", include("newsroom.accounts")),
    path("admin/", admin.site.urls),
    path("healthz", views.healthz, name="healthz"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("manifest.webmanifest", well_known.manifest, name="manifest"),
    path(".well-known/security.txt", well_known.security, name="security"),
    path("luu-tru/da-doc/<id:pk>/", reading.read, name="read"),
    path("", include("comments.urls")),
]
if settings.SERVE_MEDIA:
    urlpatterns.append(path("media/<path:name>", views.media, name="media"))
urlpatterns.append(path("", include("articles.urls")))

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler500 = views.server_error
