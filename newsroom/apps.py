from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "Tòa soạn"

    def ready(self):
        from . import checks  # noqa: F401  registers the system checks


class DeskConfig(AdminConfig):
    """Django's admin, opened under the paper's own name and rules."""

    default_site = "newsroom.desk.Desk"
