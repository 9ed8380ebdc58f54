"""“Trang nhất”: the arrangement drawn as the page, saved as one whole, and tried before readers see it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from ..arrangement import Overtaken, arrange, fingerprint, place_name, record, saved
from ..frontpage import SectionList, front_page
from ..models import Placement
from ..paging import numbered
from ..views.public import PER_PAGE
from . import front_picture
from .desk import DeskAdmin, moment
from .hours import HourField, HourInput
from .pinning import IN_SECTION, Pinning

SHOWN_RECORDS = 10
HOME = "home"


class TrialForm(forms.Form):
    """Which page is to be tried, and as of when."""

    luc = HourField(label="Như lúc", required=False, widget=HourInput({"placeholder": "bây giờ"}))
    trang = forms.ChoiceField(label="Trang", required=False)

    def __init__(self, *args, sections, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.pages = {f"{IN_SECTION}{section.pk}": section for section in sections}
        names = [(key, section.name) for key, section in self.pages.items()]
        self.fields["trang"].choices = [(HOME, "Trang nhất"), *names]


@admin.register(Placement)
class PlacementAdmin(DeskAdmin):
    """One page instead of a list, a form and a question: the arrangement is one thing."""

    def get_urls(self):
        guarded = self.admin_site.admin_view
        return [
            path("", guarded(self.changelist_view), name="articles_placement_changelist"),
            path("xem-truoc/", guarded(require_POST(self.trial_view)), name="articles_placement_trial"),
        ]

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        pins = saved()
        if request.method != "POST":
            return self._page(request, Pinning(request.user, pins), pins, seen=fingerprint(pins))
        if not self.has_change_permission(request):
            raise PermissionDenied
        wish, seen = request.POST.get("do", ""), request.POST.get("seen", "")
        pinning = Pinning(request.user, pins, request.POST, wish)
        if wish != "save":
            return self._page(request, pinning, pins, seen=seen)
        if not pinning.is_valid:
            return self._page(request, pinning, pins, seen=seen, status=422)
        try:
            changes = arrange(pinning.pins, by=request.user, seen=seen)
        except Overtaken as overtaken:
            pins = saved()
            return self._page(request, pinning, pins, seen=fingerprint(pins), overtaken=overtaken, status=409)
        if changes:
            messages.success(request, "Đã lưu trang nhất. " + " ".join(changes))
        else:
            messages.info(request, "Trang nhất không có gì thay đổi.")
        return redirect("admin:articles_placement_changelist")

    def trial_view(self, request):
        """The page as readers would have it by the arrangement sent, at a moment of one's choice. Nothing is saved."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        pins = saved()
        pinning = Pinning(request.user, pins, request.POST)
        trial = TrialForm(request.POST, sections=pinning.sections)
        if not (trial.is_valid() and pinning.is_valid):
            return self._page(
                request, pinning, pins, seen=request.POST.get("seen", ""), trial=trial, status=422
            )
        now = trial.cleaned_data["luc"] or timezone.now()
        section = trial.pages.get(trial.cleaned_data["trang"])
        context = {"trial_at": now, "today": timezone.localtime(now), "trial_saved": _is_saved(pinning, pins)}
        if section:
            template = "articles/section.html"
            page = numbered(SectionList(section, now, pinning.pins), 1, PER_PAGE)
            context |= {"section": section, "page": page}
        else:
            template = "articles/home.html"
            context |= front_page(now, pinning.pins)
        response = render(request, template, context)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def _page(self, request, pinning, pins, *, seen, overtaken=None, trial=None, status=200):
        now = timezone.now()
        words = request.POST.get("tim", "")[:200]
        may_change = self.has_change_permission(request)
        context = {
            **self.admin_site.each_context(request),
            "title": "Trang nhất",
            "opts": self.opts,
            "now": now,
            # The page is wide.
            "is_nav_sidebar_enabled": False,
            "may_change": may_change,
            "pinning": pinning,
            "picture": front_picture.picture(pinning, now, pins),
            "seen": seen,
            "unsaved": not _is_saved(pinning, pins),
            "words": words,
            "found": front_picture.found(request.user, words, now) if may_change else [],
            "to": request.POST.get("to", "second"),
            "trial": trial
            or TrialForm(request.POST if "trang" in request.POST else None, sections=pinning.sections),
            "overtaken": overtaken,
            "theirs": [(place_name(pin), pin.article) for pin in pins] if overtaken else [],
            # It names stories that have been withdrawn or erased since.
            "record": [(entry, moment(entry.action_time)) for entry in record()[:SHOWN_RECORDS]]
            if may_change
            else [],
        }
        return TemplateResponse(request, "admin/articles/placement/arrangement.html", context, status=status)


def _is_saved(pinning, pins):
    return pinning.is_valid and fingerprint(pinning.pins) == fingerprint(pins)
