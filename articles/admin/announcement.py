"""Announcing an interview that is still a draft: one row under its form."""

from django import forms
from django.contrib import admin
from django.utils import timezone

from ..models import Announcement, Interviewee
from .hours import HourField
from .inlines import RowsOfArticle
from .rights import may


class AnnouncementForm(forms.ModelForm):
    opens_at = HourField(label="Nhận câu hỏi từ", required=False, help_text="Để trống: ngay khi lưu.")
    closes_at = HourField(label="Nhận câu hỏi đến")

    class Meta:
        model = Announcement
        fields = ["title", "invitation", "guests", "opens_at", "closes_at"]
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2, "class": "wide"}),
            "invitation": forms.Textarea(attrs={"rows": 4, "class": "wide"}),
            "guests": forms.CheckboxSelectMultiple,
        }
        help_texts = {"guests": "Không chọn ai: giới thiệu mọi người trả lời đã có trong bài."}

    def clean_opens_at(self):
        return self.cleaned_data["opens_at"] or timezone.now().replace(second=0, microsecond=0)

    def clean_guests(self):
        chosen = self.cleaned_data["guests"] or self.fields["guests"].queryset
        # Asked again when it is saved: a guest may be struck from the article by the same press.
        return chosen.all()


class AnnouncementFormSet(forms.BaseInlineFormSet):
    """The guests are those of this very article."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "guests" in form.fields:
            form.fields["guests"].queryset = self.instance.interviewees.select_related("person")


class AnnouncementInline(RowsOfArticle, admin.StackedInline):
    """Seen once the interview is saved, by whoever may announce, and by others where it is announced."""

    model = Announcement
    form = AnnouncementForm
    formset = AnnouncementFormSet
    template = "admin/articles/article/announcement.html"
    fields = ["title", "invitation", "guests", ("opens_at", "closes_at")]
    verbose_name = verbose_name_plural = "Mời bạn đọc đặt câu hỏi trước"
    classes = ["collapse", "beside"]

    def _may_edit(self, request, article):
        return article is not None and may(request, "announce", article)

    def has_view_permission(self, request, obj=None):
        if obj is None:
            return False
        return self._may_edit(request, obj) or Announcement.objects.filter(article=obj).exists()

    def get_queryset(self, request):
        # Django asks for permission without naming the article, and would find none.
        return Announcement.objects.order_by("pk")

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["queryset"] = Interviewee.objects.none()  # given by the formset
        kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)
