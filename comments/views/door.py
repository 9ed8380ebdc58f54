"""The door readers write through. Anonymous: no cookie, no session; the page around the form may be a cached one."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Article
from articles.prepared import Prepared
from articles.same_origin import is_same_origin
from articles.views.gone import gone_by_number
from articles.views.public import page_number, public

from .. import arrivals
from ..forms import CommentForm, page_token
from ..keeping import MAIL_KEPT, MARKS_KEPT
from ..models import CommentStatus
from ..readers import reader_of, sender_of
from ..reception import closed, terms_of
from ..thread import Order, one_root, thread


def public_article(pk):
    """The article of this number that readers see now, with its section; None."""
    return next(iter(_public(now=timezone.now(), pk=pk)), None)


# Of a story only its head is shown.
_public = Prepared(
    lambda now, pk: (
        Article.objects.public(now)
        .select_related("section")
        .defer("body", "unplaced")
        .filter(pk=pk)
        .order_by()
    )
)


@public
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request, pk):
    """The whole thread, and the form's address. A good form answers 303 to a page that shows none of its text."""
    article = public_article(pk)
    if article is None:
        return gone_by_number(request, pk, request.POST.getlist("text"))
    if request.method == "POST":
        return _send(request, article)
    page = thread(article, page_number(request), Order.of(request.GET.get("xep", "")))
    if page.number > 1 and not page.roots:
        raise Http404
    form = CommentForm(article=article)
    form.answer(request.GET.get("tra-loi", ""))
    return _form_page(request, article, form, page)


@require_safe
def one_comment(request, pk, number):
    """One comment with all its answers, a hundred to a page.

    Kept by no front: when a story is withdrawn, there are too many of these to ask for each again.
    """
    article = public_article(pk)
    if article is None:
        return gone_by_number(request, pk)
    page = one_root(article, number, page_number(request))
    if page is None or (page.number > 1 and not page.roots[0].replies):
        raise Http404
    context = {"article": article, "thread": page, "closed": closed(article, terms_of(article))}
    return render(request, "comments/comment.html", context)


def _send(request, article):
    terms = terms_of(article)
    shut = closed(article, terms)

    def again(form, status):
        return _form_page(request, article, form, status=status, shut=shut)

    return receive(request, CommentForm(request.POST, article=article), shut, again, "comments:sent", terms)


def receive(request, form, shut, again, thanks, terms=None):
    """Let a form through, or show it `again(form, status)` with what was typed and the reason.

    shut: the sentence that says why nothing is taken here, "" where something is. thanks: the page (its name) that a
    good form is answered with, by a 303. terms: those under which a comment may be shown at once.
    """
    if not is_same_origin(request):
        form.add_error(
            None,
            f"Trình duyệt cho biết {form.noun} này không gửi từ trang báo. Xin bấm Gửi lại từ trang này.",
        )
        return again(form, 403)
    if shut:
        form.add_error(None, f"{shut} Bạn có thể chép lại nội dung vừa viết.")
        return again(form, 403)
    if not form.is_valid():
        return again(form, 422)
    try:
        taken = arrivals.take(
            form.instance, sender=sender_of(request), reader=reader_of(request), terms=terms
        )
    except arrivals.TurnedAway as turned:
        form.add_error(None, turned.sentence)
        response = again(form, 422 if turned.retry_after is None else 429)
        if turned.retry_after is not None:
            response.headers["Retry-After"] = str(turned.retry_after)
        return response
    shown = "?da-dang=1" if taken.status == CommentStatus.APPROVED and terms and terms.shows_at_once else ""
    response = HttpResponseRedirect(reverse(thanks, args=[form.article.pk]) + shown)
    response.status_code = 303
    return response


def _form_page(request, article, form, page=None, status=200, shut=None):
    context = {
        "article": article,
        "form": form,
        "thread": page,
        "token": page_token(article.pk),
        "closed": closed(article, terms_of(article)) if shut is None else shut,
    }
    return render(request, "comments/comments.html", context, status=status)


@public
@require_safe
def sent(request, pk):
    article = public_article(pk)
    if article is None:
        return gone_by_number(request, pk)
    return render(request, "comments/sent.html", {"article": article, "shown": "da-dang" in request.GET})


@public
@require_safe
def rules(request):
    return render(
        request, "comments/rules.html", {"marks_kept": MARKS_KEPT.days, "mail_kept": MAIL_KEPT.days}
    )
