"""“Hồ sơ” of an article: who did what to it, when and why, kept also where its words are sealed. No words of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.urls import path

from . import refreshing
from .history import article_for, page_of
from .rights import may

NAME = "articles_article_record"
ON_A_PAGE = 50


def urls(model_admin):
    """The page's address, for ArticleAdmin.get_urls()."""
    view = model_admin.admin_site.admin_view(record_view)
    return [path("<id:object_id>/ho-so/", view, {"model_admin": model_admin}, name=NAME)]


def record_view(request, object_id, model_admin):
    article = article_for(request, object_id, "read_record")
    shown = Paginator(article.transitions.select_related("by"), ON_A_PAGE).get_page(request.GET.get("trang"))
    refreshed = refreshing.panel(request, article)
    return page_of(model_admin, request, article, "Hồ sơ", "record", shown=shown, refreshed=refreshed)


class LeadsToRecord:
    """For ArticleAdmin: whoever opens a story sealed for them lands on its record, where they may read that."""

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        sealed = self.listed(request).filter(pk=object_id).first() if str(object_id).isdecimal() else None
        if sealed is None or not may(request, "read_record", sealed):
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        messages.info(request, "Bài này đã gỡ, chữ nghĩa được niêm phong. Đây là hồ sơ của bài.")
        return redirect(f"admin:{NAME}", sealed.pk)
