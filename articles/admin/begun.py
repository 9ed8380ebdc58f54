"""“Bản viết dở”: what was typed into the form of a new story and never saved, kept and offered again."""

from functools import partial, wraps
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.views.decorators.http import require_http_methods

from .. import beginnings
from ..models import Article
from ..richtext.sanitizer import plain
from . import kept_copies, once
from .desk import moment
from .rights import may
from .sent_copy import PUT_BACK, PutBack, Unusable, as_sent, read_copy

NAME = "articles_article_begun"
ADD = "admin:articles_article_add"
_ASKED = ("kind", "mau")  # what the address of a new story's form may say
_CALLED = ("headline", "standfirst", "body", "exchanges-0-question", "exchanges-0-answer", "kicker")


def urls(model_admin):
    """The address of one's beginnings, for ArticleAdmin.get_urls(); stands before those of the articles."""

    @wraps(working)
    @require_http_methods(["GET", "HEAD", "POST"])
    def answered(request):
        if not model_admin.has_add_permission(request):
            raise PermissionDenied
        return working(request)

    return [path("add/ban-dang-viet/", model_admin.admin_site.admin_view(answered), name=NAME)]


def working(request):
    """POST `act`: "keep" with `copy`, or "drop" with `import`, which leads to where `onward` says ("list", "add").

    JSON {token, saved, here, overtaken, problem} as of a story that is saved (working_copy.py).
    """
    told, status = {"saved": "", "problem": "", "here": [], "overtaken": ""}, 200
    if request.POST.get("act") == "drop":
        beginnings.drop(by=request.user, token=request.POST.get("import", ""))
        messages.info(request, "Đã bỏ bản viết dở.")
        return redirect("admin:articles_article_changelist" if request.POST.get("onward") == "list" else ADD)
    if request.POST.get("act") == "keep":
        try:
            at = keep(request, read_copy(request.POST.get("copy", "")))
        except Unusable as refused:
            told["problem"], status = str(refused), 400
        else:
            told["saved"] = f"{timezone.localtime(at):%H:%M:%S}"
    return JsonResponse(told | {"token": get_token(request)}, status=status)


def keep(request, fields):
    """Keep these fields of a new story's form; when. Unusable where they name no form, or are another's by now."""
    token = fields.get("import", [""])[0]
    if not beginnings.is_token(token):
        raise Unusable("Không đọc được bản tự lưu.")
    if made := once.made_of(request.session, token):
        # Saved, gone back to and written on: from now on it is a copy of that story.
        article = Article.objects.get(pk=made)
        if not may(request, "edit", article):
            raise Unusable("Bài này đã lưu và bạn không còn sửa được.")
        return kept_copies.keep(article, request.user, fields).saved_at
    begun = beginnings.keep(fields, by=request.user, token=token, title=_title(fields), asked=_asked(request))
    return begun.saved_at


def _asked(request):
    return urlencode([(name, request.GET[name]) for name in _ASKED if name in request.GET])


def _with(address, asked):
    return f"{address}?{asked}" if asked else address


def _title(fields):
    """The first words that somebody typed, as the list calls it; "" where there are only choices."""
    for name in _CALLED:
        text = fields.get(name, [""])[0]
        if words := " ".join((plain(text) if name in ("body", "exchanges-0-answer") else text).split()):
            return Truncator(words).chars(80)
    return ""


def panel(request, model_admin, but=""):
    """What the form of a new story and the list show of one's beginnings.

    {begun: [{token, title, at, address}], but that of this token; prefix: of the browser's copies; made: tokens of
    forms that are articles by now; address: where one is dropped; add: the form}; None for who writes none.
    """
    if not model_admin.has_add_permission(request):
        return None
    shown = [
        {
            "token": begun.token,
            "title": str(begun),
            "at": moment(begun.saved_at),
            "address": address_of(begun),
        }
        for begun in beginnings.of(request.user)
        if begun.token != but
    ]
    return {
        "begun": shown,
        "prefix": key_of(request, ""),
        "made": " ".join(request.session.get(once.SESSION, {})),
        "address": reverse(f"admin:{NAME}"),
        "add": reverse(ADD),
    }


def address_of(begun):
    """The form this Beginning was typed into."""
    return _with(reverse(ADD), begun.asked)


def key_of(request, token):
    """Under which the browser keeps its copy of this form."""
    return f"ban-dang-viet:{request.user.pk}:moi:{token}"


class KeepsBeginnings:
    """For ArticleAdmin: what stands in the form of a new story is kept, offered there and in the list, put back."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and PUT_BACK in request.POST and not object_id:
            put_back = self._beginning_to_put_back(request)
            if put_back is None:
                messages.warning(request, "Không còn bản viết dở ấy.")
                return redirect(ADD)
            request.put_back = put_back
            request.POST = as_sent(put_back.fields)
        return super().changeform_view(request, object_id, form_url, extra_context)

    @staticmethod
    def _beginning_to_put_back(request):
        if "copy" in request.POST:
            try:
                return PutBack(read_copy(request.POST["copy"], largest=None))
            except Unusable:
                return None
        token = request.POST.get("import", "")
        begun = beginnings.find(by=request.user, token=token)
        fields = beginnings.fields_of(by=request.user, token=token)
        return PutBack(fields, begun.saved_at) if begun and fields else None

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            forget = partial(beginnings.drop, by=request.user, token=once.token_of(request))
            transaction.on_commit(forget, robust=True)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if add:
            token = context["form_token"] = once.token_of(request)
            bound = context["adminform"].form.is_bound
            put_back = getattr(request, "put_back", None)
            context["working"] = {
                "address": _with(reverse(f"admin:{NAME}"), _asked(request)),
                "form": request.get_full_path(),
                "login": reverse("admin:login"),
                "key": key_of(request, token),
                "put_back": put_back and (moment(put_back.saved_at) or "trên máy này"),
                "unfinished": bound,
            }
            context["beginnings"] = panel(request, self, but=token if bound else "")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def changelist_view(self, request, extra_context=None):
        # A window of the browser that only asks which story is meant offers none to go on with.
        shown = {} if IS_POPUP_VAR in request.GET else {"beginnings": panel(request, self)}
        return super().changelist_view(request, shown | (extra_context or {}))
