import sys
from pathlib import Path

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "Tòa soạn"

    def ready(self):
        from . import checks, trouble  # noqa: F401  checks registers the system checks

        # Django's own commands too; a server's log and a test want the whole story.
        if Path(sys.argv[0]).name == "manage.py":
            trouble.install()


class DeskConfig(AdminConfig):
    """Django's admin, opened under the paper's own name and rules."""

    default_site = "newsroom.desk.Desk"
