"""What readers tell the newsroom, for those who write: the comments a moderator marked."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from .. import policy, queues
from ..models import Comment, Lead
from .cards import UNREAD
from .pressing import numbers

PER_PAGE = 50


class Leads:
    """Mixed into the admin of comments."""

    def get_urls(self):
        leads = self.admin_site.admin_view(self.leads_view)
        return [path("phan-anh/", leads, name="comments_comment_leads"), *super().get_urls()]

    def leads_view(self, request):
        """Of one kind (?loai=, of Lead), newest first, before ?truoc=. Approved or not: a lead is not for readers.

        Mail addresses are for the moderators: who needs one asks them.
        """
        if not policy.can(request.user, "read_leads"):
            raise PermissionDenied
        kind = request.GET.get("loai", Lead.TIP)
        if kind not in Lead.values:
            raise Http404
        rows = Comment.objects.filter(lead=kind, erased_at=None).order_by("-created_at", "-id")
        if before := numbers([request.GET.get("truoc", "")]):
            last = Comment.objects.filter(pk=before[0]).first()
            if last is None:
                raise Http404
            rows = queues.after(rows, queues.APPROVED, last)
        rows = rows.select_related("article__section").defer(*(f"article__{name}" for name in UNREAD))
        shown = list(rows[: PER_PAGE + 1])
        now = timezone.now()
        for comment in shown:
            comment.story_is_public = comment.article.is_public(now)
        context = {
            **self.admin_site.each_context(request),
            "title": "Bạn đọc phản ánh",
            "opts": self.opts,
            "is_nav_sidebar_enabled": False,
            "leads": shown[:PER_PAGE],
            "kinds": [(lead.value, lead.label) for lead in (Lead.TIP, Lead.QUESTION, Lead.FEEDBACK)],
            "kind": kind,
            "may_see_mail": policy.can(request.user, "view"),
            "older": shown[PER_PAGE - 1].pk if len(shown) > PER_PAGE else None,
        }
        return TemplateResponse(request, "admin/comments/comment/leads.html", context)
