"""Those who write and those who were interviewed, in Vietnamese order: given name first."""

from functools import partial

from django import forms
from django.contrib import admin
from django.db import models, transaction

from .. import custody, sealing
from ..models import Article, Author, Person
from .desk import DeskAdmin
from .picture_input import ChoosesPictures
from .seen import HearsOfOthers, SeenForm


class NamedPersonAdmin(HearsOfOthers, ChoosesPictures, DeskAdmin):
    """The address is made from the name once and stays: it has been printed, linked, found."""

    form = SeenForm
    search_fields = ["name"]
    folded_here = ["name"]
    formfield_overrides = DeskAdmin.formfield_overrides | {
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 4, "class": "wide"})}
    }
    raw_id_fields = ["portrait"]

    @admin.display(description="họ và tên", ordering="sort_key")
    def ordered_name(self, person):
        return person.name

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if obj.portrait and obj.portrait.is_sealed():
            # A picture of a withdrawn story becomes a portrait: readers may see it from now on.
            transaction.on_commit(partial(sealing.settle, obj.portrait.file.name), robust=True)

    def get_fields(self, request, obj=None):
        name, *others = self.fields
        return [name, "slug", *others] if obj else self.fields


@admin.register(Author)
class AuthorAdmin(NamedPersonAdmin):
    list_display = ["ordered_name", "beat", "user"]
    list_select_related = ["user"]
    fields = ["name", "beat", "bio", "portrait", "user"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "name" in form.changed_data:
            # Who signs was approved with the words.
            signed = Article.objects.filter(pk__in=obj.bylines.values("article"))
            custody.record(
                signed.standing(*custody.APPROVED), by=request.user, note=f"tác giả đổi tên thành {obj}"
            )

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "user":
            accounts = db_field.remote_field.model.objects
            kwargs["queryset"] = accounts.filter(is_active=True).order_by("full_name")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Person)
class PersonAdmin(NamedPersonAdmin):
    list_display = ["ordered_name", "honorific"]
    fields = ["honorific", "name", "portrait"]

    def get_fields(self, request, obj=None):
        return ["honorific", "name", *(["slug"] if obj else []), "portrait"]

    def has_change_permission(self, request, obj=None):
        """Their name stands before every answer: who may not change an interview may not rename its guest."""
        return super().has_change_permission(request) and (
            obj is None or custody.may_change_person(request.user, obj)
        )

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and form.has_changed():
            custody.record_person(obj, by=request.user, note=f"sửa nhân vật {obj}")
