"""How the library of pictures is narrowed: whose, what its words lack, whether anything shows it."""

from django.contrib import admin
from django.db.models import Q

from ..models import Article, Author, Person


def in_use():
    """A Q for Image querysets: a story shows it, or it is somebody's portrait."""
    return (
        Q(pk__in=Article.pictures.through.objects.values("image"))
        | Q(pk__in=Article.objects.exclude(lead_image=None).values("lead_image"))
        | Q(pk__in=Author.objects.exclude(portrait=None).values("portrait"))
        | Q(pk__in=Person.objects.exclude(portrait=None).values("portrait"))
    )


class MineFilter(admin.SimpleListFilter):
    title = "người đưa vào"
    parameter_name = "cua"

    def lookups(self, request, model_admin):
        return [("toi", "Ảnh của tôi")]

    def queryset(self, request, queryset):
        return queryset.filter(created_by=request.user.pk) if self.value() == "toi" else queryset


class FileFilter(admin.SimpleListFilter):
    title = "tệp ảnh"
    parameter_name = "tep"

    def lookups(self, request, model_admin):
        return [("thieu", "Thiếu ảnh"), ("du", "Đã có ảnh")]

    def queryset(self, request, queryset):
        if self.value() == "thieu":
            return queryset.filter(file="")
        return queryset.exclude(file="") if self.value() == "du" else queryset


class LackFilter(admin.SimpleListFilter):
    title = "chữ còn thiếu"
    parameter_name = "thieu"
    LACKS = {
        "chu-thich": ("Chú thích", "caption"),
        "nguon": ("Nguồn ảnh", "credit"),
        "mo-ta": ("Mô tả", "alt"),
    }

    def lookups(self, request, model_admin):
        return [(key, label) for key, (label, _) in self.LACKS.items()]

    def queryset(self, request, queryset):
        if self.value() not in self.LACKS:
            return queryset
        return queryset.filter(**{self.LACKS[self.value()][1]: ""})


class UseFilter(admin.SimpleListFilter):
    title = "đang dùng"
    parameter_name = "dung"

    def lookups(self, request, model_admin):
        return [("co", "Đang dùng"), ("chua", "Chưa dùng")]

    def queryset(self, request, queryset):
        if self.value() == "co":
            return queryset.filter(in_use())
        return queryset.exclude(in_use()) if self.value() == "chua" else queryset


FILTERS = [MineFilter, FileFilter, LackFilter, UseFilter, ("created_at", admin.DateFieldListFilter)]
