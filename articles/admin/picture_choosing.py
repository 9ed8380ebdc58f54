"""The library as it opens over a text: to choose from, to upload into (static/js/admin/picture-library.js)."""

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path

from .desk import DeskPaginator

NAME = "articles_image_choose"
PER_PAGE = 24


def addresses(model_admin):
    def page(request):
        """One part of a page: the newest pictures, or those found by `q`; `cua=toi`: one's own."""
        if not model_admin.has_view_permission(request):
            raise PermissionDenied
        asked = request.GET.get("q", "")[:200]
        images = model_admin.get_queryset(request).exclude(file="").order_by("-id")
        own = request.GET.get("cua") == "toi"
        if own:
            images = images.filter(created_by=request.user.pk)
        if asked.strip():
            images, _ = model_admin.get_search_results(request, images, asked)
        shown = DeskPaginator(images, PER_PAGE).get_page(request.GET.get("trang"))
        context = {
            "page": shown,
            "asked": asked,
            "own": own,
            "may_add": model_admin.has_add_permission(request),
            "opts": model_admin.opts,
        }
        return TemplateResponse(request, "admin/articles/image/choose.html", context)

    return [path("chon/", model_admin.admin_site.admin_view(page), name=NAME)]
