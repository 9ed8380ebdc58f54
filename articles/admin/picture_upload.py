"""Files that come into the library, one or many at a time, from its page, from the chooser, or straight into a text."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from .. import custody, renditions, uploads
from ..models import Author, Image

NAME = "articles_image_upload"
MOST = 40  # files of one sending
NO_FILE = "Chưa có tệp nào. Hãy chọn tệp ảnh."


@dataclass
class Answer:
    """What became of one file. image: the new picture, or the one already there where `error` says so.

    note: what its sender should know of a picture that did come in.
    """

    name: str
    image: Image | None = None
    error: str = ""
    note: str = ""

    def as_json(self):
        told = {"name": self.name, "error": self.error, "note": self.note}
        return told | ({"image": facts(self.image)} if self.image else {})


def facts(image):
    """What the editor wants to know of a picture."""
    return {
        "id": image.pk,
        "caption": image.caption,
        "alt": image.alt,
        "credit": image.credit,
        "url": reverse("admin:articles_image_thumbnail", args=[image.pk]),
    }


def take(file, user):
    """Take one uploaded file into the library as this user's; an Answer, whatever it is."""
    name = file.name
    image = Image(created_by=user)
    try:
        with transaction.atomic():
            # One byte more than allowed is enough to be refused for its size.
            uploads.receive(image, file.read(renditions.MAX_BYTES + 1), source_name=name)
            if not image.credit:
                image.credit = _signs(user)
                image.save(update_fields=["credit"])
    except uploads.Duplicate as known:
        seen = Image.objects.filter(custody.visible_pictures(user), pk=known.image.pk).exists()
        return Answer(name, known.image if seen else None, _already_there(known.image, seen))
    except renditions.PictureError as refused:
        return Answer(name, error=str(refused))
    except (OSError, DatabaseError):
        return Answer(
            name, error="Máy chủ chưa cất được ảnh này. Hãy thử lại; nếu vẫn vậy, báo người quản trị."
        )
    return Answer(name, image, note=_looks_like(image, user))


def _looks_like(image, user):
    """That the same photograph is here already, saved another way; "" where it is not, or nothing this user may see."""
    other = uploads.lookalike(image)
    if other and Image.objects.filter(custody.visible_pictures(user), pk=other.pk).exists():
        return f"Trông giống ảnh số {other.pk} đã có trong kho: hãy xem có cần cả hai."
    return ""


def _already_there(image, seen):
    if seen:
        return f"Ảnh này đã có trong kho (ảnh số {image.pk}): dùng luôn ảnh ấy."
    return "Ảnh này đã có trong kho, ở một bài bạn chưa được xem. Hãy hỏi thư ký tòa soạn."


def _signs(user):
    """Who sends a picture has most often taken it: the name they sign with, else their own."""
    signed = Author.objects.filter(user=user).first()
    name = signed.name if signed else user.get_full_name()
    return name[: Image._meta.get_field("credit").max_length]


def addresses(model_admin):
    """The door itself: POST `upload`, one file or many. Answers {answers: [...]} to scripts, a page to the rest."""

    def upload(request):
        if not model_admin.has_add_permission(request):
            raise PermissionDenied
        files = request.FILES.getlist("upload")[:MOST]
        answers = [take(file, request.user) for file in files]
        new = [answer.image for answer in answers if answer.image and not answer.error]
        for image in new:
            model_admin.log_addition(request, image, "Đưa ảnh vào kho.")
        if request.accepts("text/html"):
            return _page(request, answers, new)
        told = {"answers": [answer.as_json() for answer in answers]}
        return JsonResponse(told | ({} if files else {"error": NO_FILE}), status=200 if new else 422)

    guarded = model_admin.admin_site.admin_view(require_POST(upload))
    return [path("gui/", guarded, name=NAME)]


def _page(request, answers, new):
    """Without a script: every file's answer in a line, then on to the words of what came in."""
    for answer in answers:
        if answer.error or answer.note:
            messages.warning(request, f"Tệp {answer.name}: {answer.error or answer.note}")
    if not answers:
        messages.warning(request, NO_FILE)
    if not new:
        return redirect("admin:articles_image_changelist")
    messages.success(request, f"Đã nhận {len(new)} ảnh. Hãy ghi chú thích và nguồn.")
    numbers = ",".join(str(image.pk) for image in new)
    return redirect(f"{reverse('admin:articles_image_batch')}?anh={numbers}")
