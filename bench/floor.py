"""Django's floor: one view that returns constant bytes, without middleware, for bench/speed.py to measure ours against.

FLOOR_PAGE=page.html granian --interface wsgi bench.floor:application
"""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import re_path

settings.configure(
    ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[], SECRET_KEY="constant", USE_TZ=True
)
PAGE = Path(os.environ["FLOOR_PAGE"]).read_bytes()


def constant(request):
    return HttpResponse(PAGE)


urlpatterns = [re_path("", constant)]
application = get_wsgi_application()
