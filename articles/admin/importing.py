"""“Nhập bài phỏng vấn”: a transcript is pasted or brought as a file, reviewed, and becomes a draft. Nothing is saved
before that.

One address. What is sent says itself what it wants (`do`): "read" a source, "show" a review again as it was sent,
"create" the draft, or a rearrangement ("merge:3") from a browser without script.
"""

import uuid
from dataclasses import replace
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from .. import manuscripts, review, transcripts
from ..drafting import imported_before, make_interview, receive_pictures
from ..policy import can
from ..transcripts import TranscriptError
from . import import_form, once
from .import_form import HeadForm, Problem

MOST_BYTES = 30 * 1024 * 1024  # of a file, before anybody looks into it


def addresses(model_admin):
    """The address of the page, for the admin of articles."""
    view = model_admin.admin_site.admin_view(partial(page, model_admin))
    return [path("nhap-phong-van/", view, name="articles_article_import")]


def page(model_admin, request):
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    if request.method != "POST":
        return _source_page(model_admin, request)
    wish = request.POST.get("do", "read")
    try:
        if wish == "read":
            return _read_source(model_admin, request)
        reviewed = review.from_fields(request.POST)
    except TranscriptError as refusal:
        return _source_page(model_admin, request, refusal)
    if wish == "create":
        return _create(model_admin, request, reviewed)
    problems = []
    if wish != "show":
        try:
            reviewed = review.rearranged(reviewed, wish)
        except review.ReviewError as refusal:
            problems = [Problem("turns", str(refusal))]
    head = HeadForm(initial=request.POST.dict(), user=request.user)
    return _review_page(model_admin, request, reviewed, head, problems=problems)


def _read_source(model_admin, request):
    raw = _source(request)
    draft = transcripts.parse(transcripts.read_transcript(raw))
    reviewed = import_form.with_room_for_a_guest(review.of_draft(draft))
    token = uuid.uuid4().hex
    held = any(figure.image for figure in reviewed.figures)
    if held:
        manuscripts.hold(raw, by=request.user, token=token)
    head = HeadForm(
        initial=review.as_fields(reviewed) | import_form.section_choice(reviewed, request.user), user=request.user
    )
    return _review_page(model_admin, request, reviewed, head, token=token, held=held)


def _source(request):
    """The bytes that were pasted or brought; TranscriptError where there are none, too many, or both."""
    if brought := manuscripts.held(by=request.user, token=request.POST.get("manuscript", "")):
        return brought  # looked at as a story first (word_import.py)
    upload, typed = request.FILES.get("file"), request.POST.get("source", "")
    if upload and typed.strip():
        raise TranscriptError("Bạn vừa dán chữ vừa chọn tệp: hãy chỉ dùng một trong hai.")
    if upload and upload.size > MOST_BYTES:
        raise TranscriptError(f"Tệp quá lớn: tối đa là {MOST_BYTES // 1024 // 1024} MB.")
    if not upload and not typed.strip():
        raise TranscriptError("Hãy dán bài phỏng vấn vào ô, hoặc chọn một tệp.")
    return upload.read() if upload else typed.encode()


def _create(model_admin, request, reviewed):
    token = once.token_of(request)
    if made := once.made_of(request.session, token):
        return _made_already(request, made)
    head = HeadForm(request.POST, user=request.user)
    reviewed = import_form.named(reviewed)
    rows = import_form.speaker_rows(reviewed, request.POST)
    pictured = _with_pictures(reviewed, request.user, token)
    draft = review.as_draft(pictured or reviewed)
    people, problems = import_form.people_meant(reviewed, rows, request.user)
    problems = [*_head_problems(head), *problems, *import_form.too_long(reviewed, draft)]
    if problems:
        return _review_page(model_admin, request, reviewed, head, problems=problems)
    draft, notes = import_form.signed_by_known_authors(draft, request.user)
    section = head.cleaned_data["section"]
    pictures = receive_pictures(draft, by=request.user)
    with transaction.atomic():
        if made := once.made_meanwhile(request, token):
            return _made_already(request, made)
        earlier = imported_before(draft)
        if earlier and str(earlier.pk) != request.POST.get("told"):
            problem = Problem("earlier", "Bài này đã được nhập trước đây: hãy xem lời nhắc ở đầu trang rồi quyết định.")
            return _review_page(model_admin, request, reviewed, head, problems=[problem])
        if section.pk is None:
            section.save()
        drafted = make_interview(draft, by=request.user, section=section, people=people, pictures=pictures)
        model_admin.log_addition(request, drafted.article, [{"added": {}}])
        once.remember(request, token, drafted.article)
    manuscripts.release(by=request.user, token=token)
    if request.POST.get("held") and not pictured:
        notes.append("Ảnh trong tệp không còn giữ ở đây nữa: hãy nạp lại ảnh trong mục Ảnh.")
    messages.success(request, f"Đã tạo bản nháp: {drafted.article}.")
    for note in [*drafted.notes, *notes]:
        messages.info(request, note)
    return _made(request, drafted.article.pk)


def _with_pictures(reviewed, user, token):
    """The review with the pictures of the file it was read from; None where none is held."""
    raw = manuscripts.held(by=user, token=token)
    if raw is None:
        return None
    source = review.of_draft(transcripts.parse(transcripts.read_transcript(raw)))
    pairs = zip(reviewed.figures, source.figures, strict=False)
    return replace(reviewed, figures=tuple(replace(figure, image=found.image) for figure, found in pairs))


def _made_already(request, pk):
    messages.info(request, "Bản nháp này đã được tạo từ lần gửi trước.")
    return _made(request, pk)


def _made(request, pk):
    address = reverse("admin:articles_article_change", args=[pk])
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"address": address}, status=201)
    return redirect(address)


def _head_problems(head):
    return [
        Problem(f"id_{name}" if name in head.fields else "turns", f"{head.fields[name].label}: {sentence}")
        for name, sentences in head.errors.items()
        for sentence in sentences
    ]


def _source_page(model_admin, request, refusal=None):
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Nhập bài phỏng vấn",
        "opts": model_admin.opts,
        "refusal": refusal,
        "source": request.POST.get("source", ""),
    }
    return TemplateResponse(request, "admin/articles/import_source.html", context, status=422 if refusal else 200)


def _review_page(model_admin, request, reviewed, head, *, token="", held=False, problems=()):
    earlier = imported_before(review.as_draft(reviewed))
    doubtful = [n for n, turn in enumerate(reviewed.turns) if turn.confidence < transcripts.UNSURE]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Nhập bài phỏng vấn",
        "opts": model_admin.opts,
        # Two texts side by side need the width.
        "is_nav_sidebar_enabled": False,
        "review": reviewed,
        "head": head,
        "rows": import_form.speaker_rows(reviewed, request.POST),
        "kinds": review.KINDS.items(),
        "doubtful": doubtful,
        "next_doubtful": dict(zip(doubtful, doubtful[1:], strict=False)),
        "problems": problems,
        "answers_are_nobodys": import_form.with_room_for_a_guest(reviewed) is not reviewed,
        "earlier": earlier,
        "may_open_earlier": earlier and can(request.user, "view", earlier),
        "token": token or once.token_of(request),
        "held": held or request.POST.get("held"),
    }
    return TemplateResponse(request, "admin/articles/import_review.html", context, status=422 if problems else 200)
