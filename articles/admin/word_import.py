"""“Nhập bài từ Word”: a story's file, or pasted text, is looked over and becomes a draft. Nothing is saved before that.

One address. What is sent says itself what it wants (`do`): "read" a source, "show" the review again as it was sent,
"create" the draft. Words travel in the form; the file waits on the side for its pictures (manuscripts.py).
"""

import uuid
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from .. import manuscripts, policy
from ..models import Article
from ..richtext.fields import LONGEST_TYPED
from ..richtext.sanitizer import clean
from ..stories import StoryDraft, is_interview, read_story
from ..story_drafting import make_story, receive_story_pictures
from ..transcripts import TranscriptError
from ..vietnamese import nfc
from ..vietnamese import slug as make_slug
from . import once
from .desk import moment
from .import_form import Problem, signed_by_known_authors
from .importing import MOST_BYTES
from .word_form import Shown, StoryHeadForm, head_of, signed, too_long

NAME = "articles_article_word_import"
TITLE = "Nhập bài từ Word"


def addresses(model_admin):
    view = model_admin.admin_site.admin_view(partial(page, model_admin))
    return [path("nhap-bai-word/", view, name=NAME)]


def page(model_admin, request):
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return _source_page(model_admin, request)
    wish = request.POST.get("do", "read")
    if wish == "read":
        try:
            return _read_source(model_admin, request)
        except TranscriptError as refusal:
            return _source_page(model_admin, request, refusal)
    body = request.POST.get("body", "")
    # What is refused for its length is shown as far as it is allowed, and kept whole in the form.
    if wish == "create":
        return _create(model_admin, request, body)
    head = StoryHeadForm(initial=request.POST.dict(), user=request.user)
    return _review_page(model_admin, request, body, head)


def _read_source(model_admin, request):
    raw = _source(request)
    draft = read_story(raw)
    token = uuid.uuid4().hex
    manuscripts.hold(raw, by=request.user, token=token)
    head = StoryHeadForm(initial=head_of(draft, request.user), user=request.user)
    warnings = [*draft.warnings, *_brought_before(request, draft.headline)]
    told = {"warnings": "\n".join(warnings), "talk": is_interview(raw), "token": token}
    return _review_page(model_admin, request, draft.body, head, brought=draft.figures, told=told)


def _brought_before(request, headline):
    """Sentences about the stories of this headline that are there already: most often of the same file."""
    named = Article.objects.filter(
        policy.scope(request.user, "view"), slug=make_slug(headline, max_length=120)
    )
    return [
        f"Đã có bài mang tít này ({one.standing(timezone.now()).label}, {one.created_by or 'tòa soạn'} lập lúc "
        f"{moment(one.created_at)}). Nếu cùng một tệp, hãy mở bài ấy thay vì tạo thêm bản nữa."
        for one in named.filter(headline=nfc(headline)).select_related("created_by").defer("body")[:3]
    ]


def _source(request):
    """The bytes that were pasted or brought; TranscriptError where there are none, too many, or both."""
    upload, typed = request.FILES.get("file"), request.POST.get("source", "")
    if upload and typed.strip():
        raise TranscriptError("Bạn vừa dán chữ vừa chọn tệp: hãy chỉ dùng một trong hai.")
    if upload and upload.size > MOST_BYTES:
        raise TranscriptError(f"Tệp quá lớn: tối đa là {MOST_BYTES // 1024 // 1024} MB.")
    if not upload and not typed.strip():
        raise TranscriptError("Hãy chọn một tệp Word, hoặc dán bài vào ô.")
    return upload.read() if upload else typed.encode()


def _create(model_admin, request, body):
    token = once.token_of(request)
    if made := once.made_of(request.session, token):
        return _made_already(request, made)
    head = StoryHeadForm(request.POST, user=request.user)
    byline = signed(head) if head.is_valid() else ()
    problems = [*_head_problems(head), *too_long(body, byline)]
    if problems:
        return _review_page(model_admin, request, body, head, problems=problems)
    words = {name: head.cleaned_data[name] for name in ("kicker", "headline", "standfirst", "dateline")}
    draft, notes = _by_known_authors(byline, head.cleaned_data["unplaced"], request.user)
    brought = _brought(request.user, token)
    pictures = receive_story_pictures(body, brought, by=request.user)
    with transaction.atomic():
        if made := once.made_meanwhile(request, token):
            return _made_already(request, made)
        drafted = make_story(
            body=body,
            section=head.cleaned_data["section"],
            byline=draft.byline,
            brought=brought,
            pictures=pictures,
            by=request.user,
            unplaced="\n\n".join(filter(None, draft.unplaced)),
            **words,
        )
        model_admin.log_addition(request, drafted.article, [{"added": {}}])
        once.remember(request, token, drafted.article)
    manuscripts.release(by=request.user, token=token)
    messages.success(request, f"Đã tạo bản nháp: {drafted.article}.")
    for note in [*drafted.notes, *notes]:
        messages.info(request, note)
    return redirect("admin:articles_article_change", drafted.article.pk)


def _by_known_authors(byline, unplaced, user):
    """(what holds the byline and the unplaced, sentences): who may not make authors signs with those there are."""
    draft = StoryDraft("", "", "", "", byline, "", "", (), (unplaced,), ())
    return signed_by_known_authors(draft, user)


def _brought(user, token):
    """The Figures of the file that was read; none where it is not held any more."""
    raw = manuscripts.held(by=user, token=token)
    return read_story(raw).figures if raw else ()


def _made_already(request, pk):
    messages.info(request, "Bản nháp này đã được tạo từ lần gửi trước.")
    return redirect("admin:articles_article_change", pk)


def _head_problems(head):
    return [
        Problem(f"id_{name}" if name in head.fields else "body", f"{head.fields[name].label}: {sentence}")
        for name, sentences in head.errors.items()
        for sentence in sentences
    ]


def _source_page(model_admin, request, refusal=None):
    context = {
        **model_admin.admin_site.each_context(request),
        "title": TITLE,
        "opts": model_admin.opts,
        "refusal": refusal,
        "source": request.POST.get("source", ""),
    }
    return TemplateResponse(
        request, "admin/articles/word_source.html", context, status=422 if refusal else 200
    )


def _review_page(model_admin, request, body, head, *, brought=None, told=None, problems=()):
    told = told or {name: request.POST.get(name, "") for name in ("warnings", "talk")} | {
        "token": once.token_of(request)
    }
    if brought is None:
        brought = _brought(request.user, told["token"])
    shown = Shown(clean(body) if len(body) <= LONGEST_TYPED else "", brought)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": TITLE,
        "opts": model_admin.opts,
        "is_nav_sidebar_enabled": False,
        "head": head,
        "body": body,
        "shown": shown,
        "problems": problems,
        "warning_lines": told["warnings"].splitlines(),
        **told,
    }
    return TemplateResponse(
        request, "admin/articles/word_review.html", context, status=422 if problems else 200
    )
