"""The door to the guest of an announced interview."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Announcement
from articles.views.gone import gone_by_number
from articles.views.public import public

from ..forms import QuestionForm, page_token
from ..questions import asked, tally
from .door import receive


def _announcement(pk, now):
    return Announcement.objects.public(now).select_related("article__section").filter(article=pk).first()


def _not_announced(request, pk, now):
    """410 where readers had been asked for questions to a story that is gone since; else Http404."""
    if not Announcement.objects.filter(article=pk, opens_at__lte=now).exists():
        raise Http404
    return gone_by_number(request, pk, request.POST.getlist("text"))


@public
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def questions(request, pk):
    """An announced interview: what is asked for, until when, the form, and what readers have asked so far."""
    now = timezone.now()
    announcement = _announcement(pk, now)
    if announcement is None:
        return _not_announced(request, pk, now)
    if request.method == "POST":
        return _ask(request, announcement, now)
    return _question_page(request, announcement, now, QuestionForm(article=announcement.article))


def _ask(request, announcement, now):
    def again(form, status):
        return _question_page(request, announcement, now, form, status)

    form = QuestionForm(request.POST, article=announcement.article)
    return receive(request, form, _closed(announcement, now), again, "comments:question_sent")


def _closed(announcement, now):
    if announcement.is_open(now):
        return ""
    if announcement.article.is_public(now):
        return "Bài phỏng vấn đã đăng, tòa soạn đã thôi nhận câu hỏi."
    return f"Tòa soạn đã thôi nhận câu hỏi từ {timezone.localtime(announcement.closes_at):%H:%M %d/%m/%Y}."


def _question_page(request, announcement, now, form, status=200):
    article = announcement.article
    context = {
        "announcement": announcement,
        "guests": announcement.guests.select_related("person"),
        # Until it is out nothing of the article but its number reaches the page.
        "interview": article if article.is_public(now) else None,
        "closed": _closed(announcement, now),
        "form": form,
        "token": page_token(article.pk),
        "tally": tally(article, now),
        "questions": asked(article, now),
    }
    return render(request, "comments/questions.html", context, status=status)


@public
@require_safe
def question_sent(request, pk):
    now = timezone.now()
    announcement = _announcement(pk, now)
    if announcement is None:
        return _not_announced(request, pk, now)
    return render(request, "comments/question_sent.html", {"announcement": announcement})
