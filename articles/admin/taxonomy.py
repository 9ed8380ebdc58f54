"""Sections and topics. Their addresses are made on the server: no script of the admin knows Vietnamese."""

from django import forms
from django.contrib import admin

from ..models import Section, Topic
from ..vietnamese import nfc
from ..vietnamese import slug as make_slug
from .desk import DeskAdmin


class SectionForm(forms.ModelForm):
    class Meta:
        model = Section
        fields = ["name", "slug", "description", "position"]
        help_texts = {
            "slug": "Bỏ trống: lập từ tên. Đổi địa chỉ thì địa chỉ cũ tự chuyển sang địa chỉ mới.",
            "position": "Số nhỏ đứng trước.",
        }

    def clean(self):
        """An address left empty is made here, so that one already taken is a sentence in the form."""
        cleaned = super().clean()
        if "slug" in self.fields and "slug" not in self.errors and cleaned.get("name"):
            cleaned["slug"] = cleaned.get("slug") or make_slug(nfc(cleaned["name"]))
        return cleaned


@admin.register(Section)
class SectionAdmin(DeskAdmin):
    form = SectionForm
    list_display = ["name", "slug", "position"]
    search_fields = ["name"]
    folded_search = "slug"


class TopicForm(forms.ModelForm):
    class Meta:
        model = Topic
        fields = ["name", "summary"]
        widgets = {"summary": forms.Textarea(attrs={"rows": 4, "class": "wide"})}

    def clean_name(self):
        name = self.cleaned_data["name"]
        if self.instance.pk is None:
            taken = Topic.objects.filter(slug=make_slug(name)).first()
            if taken:
                raise forms.ValidationError(f"Đã có chủ đề “{taken}” với cùng địa chỉ. Hãy dùng chủ đề ấy.")
        return name


@admin.register(Topic)
class TopicAdmin(DeskAdmin):
    form = TopicForm
    list_display = ["ordered_name", "slug"]
    search_fields = ["name"]
    folded_search = "slug"

    @admin.display(description="tên", ordering="sort_key")
    def ordered_name(self, topic):
        return topic.name

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []

    def get_fields(self, request, obj=None):
        return ["name", "slug", "summary"] if obj else ["name", "summary"]
