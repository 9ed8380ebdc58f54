"""Sections and topics. Their addresses are made on the server: no script of the admin knows Vietnamese."""

from django import forms
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Max, Q

from .. import custody
from ..models import Article, Section, Topic
from ..models.address import free_slug
from ..policy import Role
from ..vietnamese import SLUG_WITHOUT_WORDS, nfc, tokens
from ..vietnamese import slug as make_slug
from .desk import DeskAdmin
from .seen import HearsOfOthers, SeenForm

WORDLESS = "Tên cần có ít nhất một chữ cái hoặc chữ số."  # signs alone make neither a heading nor an address


class SectionForm(SeenForm):
    class Meta:
        model = Section
        fields = ["name", "slug", "description", "position", "editors"]
        widgets = {"editors": forms.CheckboxSelectMultiple}
        help_texts = {
            "slug": "Bỏ trống: lập từ tên. Đổi địa chỉ thì địa chỉ cũ tự chuyển sang địa chỉ mới.",
            "position": "Số nhỏ đứng trước. Bỏ trống: đứng cuối.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "editors" in self.fields:
            # Those who were chosen and have another role by now are shown, so that they can be taken off.
            offered = Q(groups__name=Role.EDITOR.value, is_active=True)
            if self.instance.pk:
                offered |= Q(pk__in=self.instance.editors.values("pk"))
            self.fields["editors"].queryset = (
                get_user_model().objects.filter(offered).distinct().order_by("full_name")
            )
        if "position" in self.fields:
            self.fields["position"].required = False
            if self.instance.pk is None:
                self.initial["position"] = None

    def clean_position(self):
        """Without a number: after all the others."""
        position = self.cleaned_data["position"]
        if position is None:
            others = Section.objects.exclude(pk=self.instance.pk)
            position = (others.aggregate(last=Max("position"))["last"] or 0) + 1
        return position

    def clean(self):
        """An address left empty is made here, so that one already taken is a sentence in the form.

        It is made of a name that is refused, too: one fault, one sentence.
        """
        cleaned = super().clean()
        name = nfc(cleaned.get("name", ""))
        if "slug" in self.fields and "slug" not in self.errors:
            cleaned["slug"] = cleaned.get("slug") or self._made_slug(name)
        if name and not tokens(name):
            self.add_error("name", WORDLESS)
        return cleaned

    def _made_slug(self, name):
        slug = make_slug(name)
        # Names that Latin letters cannot write share one word as their address: that is no clash to tell anybody.
        return free_slug(Section(pk=self.instance.pk, name=name)) if slug == SLUG_WITHOUT_WORDS else slug


@admin.register(Section)
class SectionAdmin(HearsOfOthers, DeskAdmin):
    form = SectionForm
    fields = SectionForm.Meta.fields
    list_display = ["name", "slug", "position"]
    search_fields = ["name"]
    folded_here = ["name"]


class TopicForm(SeenForm):
    class Meta:
        model = Topic
        fields = ["name", "summary"]
        widgets = {"summary": forms.Textarea(attrs={"rows": 4, "class": "wide"})}

    def clean_name(self):
        name = self.cleaned_data["name"]
        if not tokens(name):
            raise forms.ValidationError(WORDLESS)
        if self.instance.pk is None and make_slug(name) != SLUG_WITHOUT_WORDS:
            taken = Topic.objects.filter(slug=make_slug(name)).first()
            if taken:
                raise forms.ValidationError(f"Đã có chủ đề “{taken}” với cùng địa chỉ. Hãy dùng chủ đề ấy.")
        return name


@admin.register(Topic)
class TopicAdmin(HearsOfOthers, DeskAdmin):
    form = TopicForm
    list_display = ["ordered_name", "slug"]
    search_fields = ["name"]
    folded_here = ["name"]

    @admin.display(description="tên", ordering="sort_key")
    def ordered_name(self, topic):
        return topic.name

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []

    def get_fields(self, request, obj=None):
        return ["name", "slug", "summary"] if obj else ["name", "summary"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "name" in form.changed_data:
            self._record(_approved([obj]), request.user, f"chủ đề đổi tên thành {obj}")

    def delete_model(self, request, obj):
        self.delete_queryset(request, Topic.objects.filter(pk=obj.pk))

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        names, stories = ", ".join(map(str, queryset)), _approved(queryset)
        super().delete_queryset(request, queryset)
        self._record(stories, request.user, f"xóa chủ đề {names}")

    @staticmethod
    def _record(stories, by, note):
        custody.record(Article.objects.filter(pk__in=stories), by=by, note=note)


def _approved(topics):
    """The numbers of the stories under these topics that somebody approved with them."""
    stories = Article.objects.filter(topics__in=list(topics)).standing(*custody.APPROVED)
    return list(stories.values_list("pk", flat=True).distinct())
