"""The application as WSGI servers call it: granian in the demo and in deploy/."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
# For settings.py, before it is read: queries of readers have a limit, those of commands have none.
os.environ["NEWSROOM_SERVING"] = "1"

application = get_wsgi_application()

from articles import refreshing  # noqa: E402  needs the applications, which the line above makes ready

# What a process before this one left undone: it may have been killed between a withdrawal and its last acknowledgement.
refreshing.start()
