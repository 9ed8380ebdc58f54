"""The page where the second saver chooses between two texts, and the saving of what was chosen."""

import json

from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from . import form_values
from .conflict import MINE, THEIRS, Settlement
from .desk import moment
from .sent_copy import Unusable, read_copy

CHOSEN = "_chon"


def _carried_along(request):
    """My form, which the page of choosing carries."""
    try:
        return read_copy(request.POST.get("_mine", ""), largest=None)
    except Unusable as refused:
        raise SuspiciousOperation("the form carried along cannot be read") from refused


class SettlesConflicts:
    """For ArticleAdmin: a form of an older version leads to the page where one chooses; what is chosen is saved."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST" or not object_id:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            article = self.get_object(request, object_id)
            if article and self.has_change_permission(request, article):
                page = self._unsettled(request, article)
            else:
                page = article and self._barred(request, article)
            if page:
                return page
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _unsettled(self, request, article):
        """The page where one chooses, where there is something to choose; None where the form may go on."""
        choosing = CHOSEN in request.POST
        given = _carried_along(request) if choosing else dict(request.POST.lists())
        if form_values.version_of(given) == article.version and not choosing:
            return None
        settlement = Settlement(self, request, article, given)
        against = request.POST.get("_against", "")
        if choosing:
            for place in settlement.places:
                said = request.POST.get(f"{CHOSEN}-{place.key}", "")
                place.chosen = said if said in (MINE, THEIRS) else ""
        settled = not settlement.open and (
            against == str(article.version)
            if choosing
            else form_values.only_pictures_since(article, form_values.version_of(given), request.user)
        )
        if settlement.differs and not settled:
            return self._choosing_page(request, article, settlement, choosing, against)
        chosen = settlement.merged()
        if "import" in given:
            # Of which form it is, so that its working copy is forgotten with it.
            chosen.setlist("import", given["import"])
        # Nothing to choose: what was pressed is done, as on the newest version.
        for name in ("_continue", "_save", "_verb", "_reason", "_seen"):
            if name in request.POST and not choosing:
                chosen[name] = request.POST[name]
        if choosing:
            chosen["_continue"] = "1"
        chosen._mutable = False
        request.POST = chosen
        return None

    def _choosing_page(self, request, article, settlement, choosing, against):
        newest = article.revisions.select_related("by").defer("snapshot").first()
        pairs = [[name, value] for name, values in settlement.given.items() for value in values]
        kept = [pair for pair in pairs if not pair[0].startswith("_") and pair[0] != "csrfmiddlewaretoken"]
        context = {
            **self.admin_site.each_context(request),
            "title": "Chọn giữa hai bản",
            "subtitle": str(article),
            "opts": self.opts,
            "original": article,
            "who": str(newest.by) if newest and newest.by else "Người khác",
            "own": bool(newest and newest.by_id == request.user.pk),
            "at": moment(newest.at if newest else article.updated_at),
            "settlement": settlement,
            "mine": json.dumps(kept, ensure_ascii=False),
            "address": reverse("admin:articles_article_change", args=[article.pk]),
            "again": choosing and against != str(article.version),
            "unchosen": len(settlement.open) if choosing else 0,
        }
        return TemplateResponse(request, "admin/articles/working/choosing.html", context)

    def _barred(self, request, article):
        """What was typed by somebody who may no longer edit; None where nothing was."""
        texts = form_values.texts_unlike(article, dict(request.POST.lists()))
        if not texts:
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": "Chưa lưu được",
            "subtitle": str(article),
            "opts": self.opts,
            "standing": article.standing(timezone.now()),
            "texts": texts,
            "address": reverse("admin:articles_article_change", args=[article.pk]),
        }
        return TemplateResponse(request, "admin/articles/working/barred.html", context, status=403)
