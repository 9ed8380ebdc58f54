"""The door readers write through. Anonymous: no cookie, no session; the page around the form may be a cached one."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Announcement, Article
from articles.same_origin import is_same_origin
from articles.views.gone import gone_by_number
from articles.views.public import page_number, public

from .forms import CommentForm, QuestionForm, page_token, sender_of
from .questions import asked, tally
from .thread import thread


def _public_article(pk):
    return Article.objects.public().select_related("section").filter(pk=pk).first()


@public
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request, pk):
    """The whole thread, and the form's address. A good form answers 303 to a page that shows none of its text."""
    article = _public_article(pk)
    if article is None:
        return gone_by_number(request, pk, request.POST.getlist("text"))
    if request.method == "POST":
        return _send(request, article)
    page = thread(article, page_number(request))
    if page.number > 1 and not page.roots:
        raise Http404
    form = CommentForm(article=article)
    form.answer(request.GET.get("tra-loi", ""))
    return _form_page(request, article, form, page)


def _send(request, article):
    def again(form, status):
        return _form_page(request, article, form, status=status)

    closed = "" if article.comments_open else "Bài này đã thôi nhận ý kiến."
    return _receive(request, CommentForm(request.POST, article=article), closed, again, "comments:sent")


def _receive(request, form, closed, again, thanks):
    """Let a form through, or show it `again(form, status)` with what was typed and the reason.

    closed: the sentence that says why nothing is taken here, "" where something is. thanks: the page (its name) that a
    good form is answered with, by a 303.
    """
    if not is_same_origin(request):
        form.add_error(
            None,
            f"Trình duyệt cho biết {form.noun} này không gửi từ trang báo. Xin bấm Gửi lại từ trang này.",
        )
        return again(form, 403)
    if closed:
        form.add_error(None, f"{closed} Bạn có thể chép lại nội dung vừa viết.")
        return again(form, 403)
    if not form.is_valid():
        return again(form, 422)
    form.send(sender_of(request))
    response = HttpResponseRedirect(reverse(thanks, args=[form.article.pk]))
    response.status_code = 303
    return response


def _form_page(request, article, form, page=None, status=200):
    context = {"article": article, "form": form, "thread": page, "token": page_token(article.pk)}
    return render(request, "comments/comments.html", context, status=status)


@public
@require_safe
def sent(request, pk):
    article = _public_article(pk)
    if article is None:
        return gone_by_number(request, pk)
    return render(request, "comments/sent.html", {"article": article})


@public
@require_safe
def rules(request):
    return render(request, "comments/rules.html")


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
    return _receive(request, form, _closed(announcement, now), again, "comments:question_sent")


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
