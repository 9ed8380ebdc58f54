"""The form of one article: comfortable fields, and nothing overwritten that somebody else saved meanwhile."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from ..models import Article, Kind
from . import schedule
from .desk import moment
from .picture_input import refuse_unseen


class ArticleForm(forms.ModelForm):
    """`version` is the one this form was opened with. The row should be locked when it is validated.

    kind: of an article that is still to be made; the admin names it (ArticleAdmin.get_form).
    """

    kind = Kind.STORY
    shown_only = False  # what stands in it was put back, not sent to be saved (working_copy.py)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Article
        fields = []  # the admin names them (ArticleAdmin.get_fieldsets)
        widgets = {
            "kicker": forms.TextInput(attrs={"placeholder": "Địa danh, tiêu mục"}),
            "headline": forms.Textarea(attrs={"rows": 1, "placeholder": "Tít bài"}),
            "standfirst": forms.Textarea(attrs={"rows": 2, "placeholder": "Sapo"}),
            "dateline": forms.TextInput(attrs={"placeholder": "Nơi viết"}),
            "lead_caption": forms.Textarea(attrs={"rows": 2, "class": "wide"}),
            "unplaced": forms.Textarea(attrs={"rows": 8, "class": "wide"}),
        }
        help_texts = {
            "published_at": "Để trống: đăng ngay khi bấm “Đăng”. Thời điểm sắp tới: bài tự hiện vào lúc ấy.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.instance.kind = self.kind
        self.initial["version"] = self.instance.version
        if self.instance.is_interview and "body" in self.fields:
            self.fields["body"].label = "Lời dẫn"
            self.fields["body"].widget.attrs["placeholder"] = "Lời dẫn trước câu hỏi thứ nhất, nếu có"
        elif "body" in self.fields:
            self.fields["body"].widget.attrs["placeholder"] = "Viết bài"

    def is_multipart(self):
        """As it is typed: url-encoding would make nine bytes of one Vietnamese letter, and of a long story too much."""
        return True

    def clean(self):
        cleaned = super().clean()
        if self.shown_only:
            raise ValidationError("Bản này chưa được lưu.", code="shown_only")
        if self.instance.pk and self.cleaned_data.get("version") != self.instance.version:
            raise ValidationError(self._somebody_was_first(), code="conflict")
        schedule.check(self)
        refuse_unseen(self, "body")
        return cleaned

    def _somebody_was_first(self):
        newest = self.instance.revisions.select_related("by").defer("snapshot").first()
        who = str(newest.by) if newest and newest.by else "Người khác"
        at = moment(newest.at if newest else self.instance.updated_at)
        return format_html(
            "{} đã lưu bài này lúc {}, sau khi bạn mở. "
            "Phần bạn viết chưa được lưu nhưng vẫn còn nguyên dưới đây. "
            'Hãy <a href="{}" target="_blank" rel="noopener">mở bản mới ở thẻ khác</a> '
            "rồi chép phần của bạn sang.",
            who,
            at,
            reverse("admin:articles_article_change", args=[self.instance.pk]),
        )
