"""Description and credit of one picture, mended where it is put into a text (static/js/admin/picture-words.js)."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import JsonResponse
from django.template.response import TemplateResponse
from django.urls import re_path

from ..models import Image
from . import picture_upload
from .picture_words import PictureWordsForm, keep_words

NAME = "articles_image_words"


class WordsInPlaceForm(PictureWordsForm):
    class Meta(PictureWordsForm.Meta):
        fields = ["alt", "credit"]


def addresses(model_admin):
    def view(request, pk):
        with transaction.atomic():
            return window(model_admin, request, pk)

    return [re_path("^(?P<pk>[0-9]{1,18})/chu/$", model_admin.admin_site.admin_view(view), name=NAME)]


def window(model_admin, request, pk):
    """One part of a page: the picture and the form of these words; without a form where the user may only read them.

    A POST that is right is answered by JSON, what the editor wants to know of the picture; one that is not by the
    same part with what is wrong, as 422.
    """
    image = model_admin._image_or_404(request, pk)
    may = model_admin.has_change_permission(request, image)
    sent = request.POST if request.method == "POST" else None
    if sent is not None:
        if not may:
            raise PermissionDenied
        # The second saver waits here until the first is done, and then hears of it.
        image.refresh_from_db(from_queryset=Image.objects.select_for_update())
    form = WordsInPlaceForm(sent, instance=image, prefix=f"anh-{image.pk}") if may else None
    if sent is not None and form.is_valid():
        if form.has_changed():
            keep_words(model_admin, request, form)
        return JsonResponse(picture_upload.facts(image))
    context = {"image": image, "form": form}
    status = 200 if sent is None else 422
    return TemplateResponse(request, "admin/articles/image/words.html", context, status=status)
