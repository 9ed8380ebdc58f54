"""What readers are told where a story was: 410, with the published notice where there is one, and none of its words."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from ..models import Article, Correction, Standing, Verb
from ..models.standing import appears_at


def was_public(article, now):
    """Whether readers saw the article before it was withdrawn or its time was over: a 410 tells that it existed."""
    standing, appeared = article.standing(now), appears_at(article)
    if appeared is None or appeared > now:
        return False
    if standing == Standing.WITHDRAWN:
        # Before its hour, and nobody ever saw it.
        withdrawal = article.transitions.filter(verb=Verb.WITHDRAW).first()
        return withdrawal is None or appeared <= withdrawal.at
    return standing == Standing.EXPIRED and appeared < article.unpublish_at


def gone(request, article, typed=()):
    """The 410 of an article that was public; Http404 for any other. typed: what a reader sent to it, to be copied."""
    now = timezone.now()
    if not was_public(article, now):
        raise Http404
    notices = list(Correction.objects.public(now).filter(article=article))
    # Why it was taken back says more here than a correction of it.
    removal = next((notice for notice in notices if notice.kind == Correction.Kind.REMOVAL), None)
    context = {
        "section": article.section,
        "expired": article.standing(now) == Standing.EXPIRED,
        "notice": removal or next(iter(notices), None),
        "typed": [text for text in typed if text.strip()],
    }
    return render(request, "articles/withdrawn.html", context, status=410)


def gone_by_number(request, pk, typed=()):
    """gone() for the number in an address; Http404 where there is no such article, too."""
    return gone(request, get_object_or_404(Article.objects.select_related("section"), pk=pk), typed)
