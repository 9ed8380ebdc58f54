"""What stands on the front page."""

from django.contrib import admin

from ..models import Placement
from .desk import DeskAdmin, moment


@admin.register(Placement)
class PlacementAdmin(DeskAdmin):
    list_display = ["article", "slot", "position", "starts", "ends"]
    list_filter = ["slot"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]
    ordering = ["slot", "position", "id"]

    @admin.display(description="từ", ordering="starts_at", empty_value="—")
    def starts(self, placement):
        return moment(placement.starts_at) or None

    @admin.display(description="đến", ordering="ends_at", empty_value="—")
    def ends(self, placement):
        return moment(placement.ends_at) or None
