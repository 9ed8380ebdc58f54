"""Caption, credit and people of up to twenty pictures on one page."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from .. import custody
from ..models import Article, Author, Image, Person, has_standing
from ..policy import scope
from ..vietnamese import nfc
from .picture_words import PictureWordsForm, keep_words

NAME = "articles_image_batch"
MOST = 20


class RowForm(PictureWordsForm):
    class Meta(PictureWordsForm.Meta):
        fields = ["caption", "alt", "credit", "people"]
        widgets = PictureWordsForm.Meta.widgets | {
            "caption": forms.Textarea(attrs={"rows": 2}),
            "alt": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {}


def changeable(images, user):
    """Of these Images, those whose words the user may change; as custody.may_change() says, in few queries."""
    elsewhere = Article.objects.filter(has_standing(*custody.HOLDING)).exclude(scope(user, "edit"))
    barred = set(
        Article.pictures.through.objects.filter(article__in=elsewhere, image__in=images).values_list(
            "image", flat=True
        )
    )
    faces = {
        number
        for model in (Author, Person)
        for number in model.objects.filter(portrait__in=images).values_list("portrait", flat=True)
    }
    return [
        image
        for image in images
        if image.pk not in barred and (image.pk not in faces or custody.may_change(user, image))
    ]


@admin.action(description="Sửa chú thích, nguồn, người trong ảnh", permissions=["change"])
def edit_words(model_admin, request, queryset):
    numbers = list(queryset.values_list("pk", flat=True)[: MOST + 1])
    if len(numbers) > MOST:
        messages.warning(request, f"Mỗi lần sửa được nhiều nhất {MOST} ảnh: dưới đây là {MOST} ảnh đầu.")
    return redirect(f"{reverse(f'admin:{NAME}')}?anh={','.join(map(str, numbers[:MOST]))}")


def addresses(model_admin):
    def view(request):
        with transaction.atomic():
            return page(model_admin, request)

    return [path("sua-nhieu/", model_admin.admin_site.admin_view(view), name=NAME)]


def page(model_admin, request):
    """The page of the pictures named by `anh` ("3,5,8"): each row is saved by itself, or says what is wrong."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    numbers = _numbers(request.GET.get("anh", ""))
    images = _images(model_admin, request, numbers)
    sent = request.POST.copy() if request.method == "POST" else None
    if sent is not None:
        _fill_in(sent, images)
    rows = [RowForm(sent, instance=image, prefix=f"anh-{image.pk}") for image in images]
    if sent is not None and _save(model_admin, request, rows):
        return redirect("admin:articles_image_changelist")
    left_out = len(numbers) - len(images)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Sửa chữ của nhiều ảnh",
        "opts": model_admin.opts,
        "media": model_admin.media,
        "rows": rows,
        "left_out": left_out,
        "credit_for_all": sent.get("credit_for_all", "") if sent is not None else "",
    }
    return TemplateResponse(request, "admin/articles/image/batch.html", context)


def _numbers(said):
    parts = [part for part in said.split(",") if part.isascii() and part.isdecimal() and len(part) <= 18]
    return list(dict.fromkeys(map(int, parts)))[:MOST]


def _images(model_admin, request, numbers):
    """The Images of these numbers that the user may change, in this order; locked where they are to be written."""
    found = model_admin.get_queryset(request).filter(pk__in=numbers).order_by("pk")
    if request.method == "POST":
        found = (
            Image.objects.filter(pk__in=list(found.values_list("pk", flat=True)))
            .order_by("pk")
            .select_for_update()
        )
    may = {image.pk: image for image in changeable(list(found), request.user)}
    return [may[number] for number in numbers if number in may]


def _fill_in(sent, images):
    """One credit for all whose own field was left empty."""
    credit = nfc(sent.get("credit_for_all", "")).strip()
    for image in images:
        name = f"anh-{image.pk}-credit"
        if credit and not sent.get(name, "").strip():
            sent[name] = credit


def _save(model_admin, request, rows):
    """Save every row that is right and was changed; whether all were right."""
    changed = 0
    wrong = [row for row in rows if not row.is_valid()]
    for place, row in enumerate(rows):
        if row in wrong:
            continue
        if row.has_changed():
            keep_words(model_admin, request, row)
            changed += 1
        # Shown again beside one that is wrong, it is what has just been saved.
        rows[place] = RowForm(instance=row.instance, prefix=row.prefix)
    if changed:
        messages.success(request, f"Đã lưu chữ của {changed} ảnh.")
    if wrong:
        messages.error(request, f"Còn {len(wrong)} ảnh chưa lưu được, xem dưới đây.")
    return not wrong
