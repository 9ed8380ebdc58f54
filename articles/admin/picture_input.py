"""A field that chooses a picture of the library: its number, and what it looks like."""

from django.contrib.admin.widgets import ForeignKeyRawIdWidget
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from .. import custody
from ..models import Image
from .image import thumbnail_url


class PictureInput(ForeignKeyRawIdWidget):
    """The admin's number with its window of the library, and beside it the small picture and its caption."""

    class Media:
        css = {"all": ["css/admin/pictures.css"]}
        js = [
            "js/admin/picture-upload.js",
            "js/admin/picture-library.js",
            "js/admin/picture-words.js",
            "js/admin/chosen-picture.js",
        ]

    def __init__(self, rel, admin_site, attrs=None, using=None):
        super().__init__(rel, admin_site, {"data-picture": ""} | (attrs or {}), using)

    def label_and_url_for_value(self, value):
        """(small picture and caption as safe HTML, address of its form); two empty strings where there is none."""
        if not str(value).isdecimal():
            return "", ""
        # Among those its user may choose: a number that was only guessed is told nothing.
        image = self.choices.queryset.filter(pk=value).first()
        if image is None:
            return "", ""
        label = format_html(
            '<img class="thumbnail" src="{}" alt=""> {}', thumbnail_url(image), Truncator(str(image)).words(14)
        )
        return label, reverse("admin:articles_image_change", args=[image.pk])


class ChoosesPictures:
    """For an admin: its raw_id_fields that name a picture show it, and take only what the user may see."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.related_model is Image and db_field.name in self.raw_id_fields:
            kwargs["queryset"] = Image.objects.filter(custody.visible_pictures(request.user))
            kwargs["widget"] = PictureInput(db_field.remote_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)  # a class of its own for each request
        form.user = request.user
        return form


def refuse_unseen(form, name):
    """An error on this rich text of a form where it shows a picture that form.user may not see."""
    text = form.cleaned_data.get(name)
    if text and (unseen := custody.unseen_in(form.user, form.initial.get(name) or "", text)):
        which = ", ".join(map(str, unseen))
        form.add_error(name, f"Ảnh số {which} không có trong kho ảnh của bạn. Hãy bỏ ảnh ấy, hoặc chọn ảnh khác.")
