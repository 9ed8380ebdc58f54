"""The admin under the paper's own name."""

from django.conf import settings
from django.contrib import admin
from django.urls import path
from django.views.i18n import JavaScriptCatalog

from . import wording


class ScriptWords(JavaScriptCatalog):
    """Django's catalogue for its scripts, with the words it lacks laid over it."""

    packages = ["django.contrib.admin"]

    def get_catalog(self):
        return super().get_catalog() | wording.SCRIPTS


class Desk(admin.AdminSite):
    site_title = "Tòa soạn"
    index_title = "Bàn làm việc"
    site_url = "/"
    enable_nav_sidebar = True

    @property
    def site_header(self):
        return f"{settings.PAPER['name']} · Tòa soạn"

    def get_urls(self):
        """Without the redirect that tells anybody with a login the address of anything, an unpublished story's too."""
        from . import guide  # it reads the rules, which need the models

        own = [path("huong-dan/", self.admin_view(guide.page), name="guide")]
        return own + [address for address in super().get_urls() if getattr(address, "name", "") != "view_on_site"]

    def i18n_javascript(self, request, extra_context=None):
        return ScriptWords.as_view()(request)
