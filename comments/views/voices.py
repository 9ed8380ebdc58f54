"""A liking and a report: buttons of plain forms, so that they work without JavaScript."""

import re

from django import forms
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.same_origin import is_same_origin
from articles.views.gone import gone_by_number
from articles.views.public import public

from .. import voices
from ..arrivals import TurnedAway
from ..models import Comment, CommentStatus, Report
from ..readers import voice_of
from ..thread import Order
from .door import public_article

ELSEWHERE = "Trình duyệt cho biết nút này không được bấm từ trang báo. Xin mở lại trang rồi bấm một lần nữa."


def _approved(article, number):
    """The approved opinion of this number, as typed in an address or a form; Http404."""
    # Eighteen digits are what every database holds as a key.
    number = str(number) if re.fullmatch(r"[0-9]{1,18}", str(number), re.ASCII) else "0"
    found = (
        Comment.objects.opinions().filter(pk=number, article=article, status=CommentStatus.APPROVED).first()
    )
    if found is None:
        raise Http404
    return found


def _see_other(address):
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response


@public
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def like(request, pk):
    """Back to the comment in the page it was liked on; the new number as JSON for a script that asks for it."""
    article = public_article(pk)
    if article is None:
        return gone_by_number(request, pk)
    if request.method != "POST":
        # Reloaded, or sent on by somebody: nothing is counted.
        return _see_other(reverse("comments:comments", args=[article.pk]))
    comment = _approved(article, request.POST.get("y-kien", ""))
    if not is_same_origin(request):
        return _refused(request, article, ELSEWHERE, 403)
    try:
        voices.like(comment, voice_of(request, article.pk))
    except TurnedAway as turned:
        return _refused(request, article, turned.sentence, 429, turned.retry_after)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"likes": comment.likes})
    return _see_other(_page_of(article, comment, request.POST))


def _page_of(article, comment, sent):
    """The address a button was pressed at, as the form says it; the article's own where it says nothing sound."""
    number, order = sent.get("trang", ""), Order.of(sent.get("xep", ""))
    if sent.get("rieng"):
        root = comment.parent_id or comment.pk
        return f"{reverse('comments:comment', args=[article.pk, root])}#{comment.anchor}"
    if re.fullmatch(r"[1-9][0-9]{0,5}", number, re.ASCII):
        asked = f"?trang={number}" + (f"&xep={order}" if order else "")
        return f"{reverse('comments:comments', args=[article.pk])}{asked}#{comment.anchor}"
    return f"{article.get_absolute_url()}#{comment.anchor}"


def _refused(request, article, sentence, status, retry_after=None):
    response = render(
        request, "comments/refused.html", {"article": article, "sentence": sentence}, status=status
    )
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


class ReportForm(forms.ModelForm):
    class Meta:
        model = Report
        fields = ["reason", "words"]
        widgets = {"reason": forms.RadioSelect}
        error_messages = {
            "reason": {
                "required": "Xin chọn một lý do.",
                "invalid_choice": "Xin chọn một lý do trong danh sách.",
            },
            "words": {"max_length": "Phần nói thêm dài quá %(limit_value)d ký tự. Xin rút gọn."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = Report.Reason.choices
        self.fields["reason"].initial = None


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, pk, number):
    """Why a comment should be looked at again; a good form answers 303. Kept by no front, like one_comment()."""
    article = public_article(pk)
    if article is None:
        return gone_by_number(request, pk)
    comment = _approved(article, number)

    def asked(form, status=200):
        context = {"article": article, "comment": comment, "form": form}
        return render(request, "comments/report.html", context, status=status)

    if request.method != "POST":
        return asked(ReportForm())
    form = ReportForm(request.POST)
    if not is_same_origin(request):
        form.add_error(None, ELSEWHERE)
        return asked(form, 403)
    if not form.is_valid():
        return asked(form, 422)
    try:
        voices.report(comment, voice_of(request, article.pk), **form.cleaned_data)
    except TurnedAway as turned:
        form.add_error(None, turned.sentence)
        response = asked(form, 429)
        response.headers["Retry-After"] = str(turned.retry_after)
        return response
    return _see_other(reverse("comments:reported", args=[article.pk]))


@public
@require_safe
def reported(request, pk):
    article = public_article(pk)
    if article is None:
        return gone_by_number(request, pk)
    return render(request, "comments/reported.html", {"article": article})
