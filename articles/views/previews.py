"""An unpublished story as readers will see it: for one reader outside, by a secret link, and for the desk.

The page outside needs no account, no session and no cookie; whoever comes too late learns nothing.
"""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from .. import previews
from ..links import TOKEN
from ..models import Article
from ..models.standing import appears_at
from ..policy import can
from ..printing import printed
from .public import article_context
from .signoff import confidential


@confidential
@require_safe
def invited(request, token):
    """The story behind this link; the same 404 whenever the link does not open."""
    try:
        link = previews.find(token)
    except previews.Closed:
        return _closed(request)
    if request.method == "GET":
        previews.record_opening(link)
    return as_read(request, link.article, moment_of(link.article), invited=link)


@confidential
@require_safe
def elsewhere(request, rest):
    """Whatever else begins as a link does. A mail program may have dropped the last stroke; nothing else is mended."""
    if TOKEN.fullmatch(rest):
        return redirect(reverse("articles:preview", args=[rest]))
    return _closed(request)


def _closed(request):
    return render(request, "articles/preview_closed.html", status=404)


def moment_of(article):
    """As at which moment it is shown: its hour where that is to come, else now."""
    now = timezone.now()
    return max(appears_at(article) or now, now)


def as_read(request, article, at, invited=None, user=None):
    """The article's page as at `at` (aware): the stories beside it are those that readers see then.

    invited: the PreviewLink it was opened by; the page then says what it is, and for whom. user: who looks at it at the
    desk. Stories that wait for their own hour are not shown by this one, but to who may read them.
    """
    # On the page alone: a draft without an hour is shown as if it came out at that moment.
    article.published_at = article.published_at or at
    context = article_context(article, list(article.bylines.select_related("author")), now=at)
    now = timezone.now()
    beside = Article.objects.in_bulk([card.pk for card in context["related"]])
    may_see = {pk for pk, each in beside.items() if each.is_public(now) or (user and can(user, "view", each))}
    context["related"] = [card for card in context["related"] if card.pk in may_see]
    context |= {"preview": True, "share": False, "invited": invited, "today": timezone.localtime(at)}
    return HttpResponse(printed(context))
