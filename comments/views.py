"""The door readers write through. Anonymous: no cookie, no session; the page around the form may be a cached one."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Article
from articles.views.public import page_number, public

from .forms import CommentForm, page_token, sender_of
from .same_origin import is_same_origin
from .thread import thread


def _public_article(pk):
    return get_object_or_404(Article.objects.public().select_related("section"), pk=pk)


@public
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request, pk):
    """The whole thread, and the form's address. A good form answers 303 to a page that shows none of its text."""
    article = _public_article(pk)
    if request.method == "POST":
        return _send(request, article)
    page = thread(article, page_number(request))
    if page.number > 1 and not page.roots:
        raise Http404
    form = CommentForm(article=article)
    form.answer(request.GET.get("tra-loi", ""))
    return _form_page(request, article, form, page)


def _send(request, article):
    form = CommentForm(request.POST, article=article)
    if not is_same_origin(request):
        form.add_error(None, "Trình duyệt cho biết ý kiến này không gửi từ trang báo. Xin bấm Gửi lại từ trang này.")
        return _form_page(request, article, form, status=403)
    if not article.comments_open:
        form.add_error(None, "Bài này đã thôi nhận ý kiến. Bạn có thể chép lại nội dung vừa viết.")
        return _form_page(request, article, form, status=403)
    if not form.is_valid():
        return _form_page(request, article, form, status=422)
    form.send(sender_of(request))
    response = HttpResponseRedirect(reverse("comments:sent", args=[article.pk]))
    response.status_code = 303
    return response


def _form_page(request, article, form, page=None, status=200):
    context = {"article": article, "form": form, "thread": page, "token": page_token(article.pk)}
    return render(request, "comments/comments.html", context, status=status)


@public
@require_safe
def sent(request, pk):
    return render(request, "comments/sent.html", {"article": _public_article(pk)})


@public
@require_safe
def rules(request):
    return render(request, "comments/rules.html")
