"""A field that chooses a picture of the library: its number, and what it looks like."""

from django.contrib.admin.widgets import ForeignKeyRawIdWidget
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from ..models import Image
from .image import thumbnail_url


class PictureInput(ForeignKeyRawIdWidget):
    """The admin's number with its window of the library, and beside it the small picture and its caption."""

    class Media:
        js = ["js/admin/chosen-picture.js"]

    def __init__(self, rel, admin_site, attrs=None, using=None):
        super().__init__(rel, admin_site, {"data-picture": ""} | (attrs or {}), using)

    def label_and_url_for_value(self, value):
        """(small picture and caption as safe HTML, address of its form); two empty strings where there is none."""
        if not str(value).isdecimal():
            return "", ""
        image = Image.objects.filter(pk=value).first()
        if image is None:
            return "", ""
        label = format_html(
            '<img class="thumbnail" src="{}" alt=""> {}', thumbnail_url(image), Truncator(str(image)).words(14)
        )
        return label, reverse("admin:articles_image_change", args=[image.pk])


class ChoosesPictures:
    """For an admin: its raw_id_fields that name a picture show it."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.related_model is Image and db_field.name in self.raw_id_fields:
            kwargs["widget"] = PictureInput(db_field.remote_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
