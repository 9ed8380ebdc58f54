"""The newsroom's own pages outside the admin: the preview."""

from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from ..models import Article
from .public import article_context

PREVIEW_SALT = "articles.preview"
PREVIEW_AGE = 24 * 3600  # seconds


def preview_token(article):
    """A token that shows this article to whoever holds it, for a day."""
    return signing.dumps(article.pk, salt=PREVIEW_SALT)


@require_safe
def preview(request, token):
    """The article as a reader will see it, from a signed link. Never stored, never indexed (newsroom/http.py)."""
    try:
        pk = signing.loads(token, salt=PREVIEW_SALT, max_age=PREVIEW_AGE)
    except signing.BadSignature:
        raise Http404 from None
    article = get_object_or_404(Article.objects.select_related("section", "lead_image"), pk=pk)
    bylines = list(article.bylines.select_related("author"))
    response = render(request, "articles/article.html", article_context(article, bylines) | {"preview": True})
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
