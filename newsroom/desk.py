"""The admin under the paper's own name."""

from django.conf import settings
from django.contrib import admin


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
        return [address for address in super().get_urls() if getattr(address, "name", "") != "view_on_site"]
