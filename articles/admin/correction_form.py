"""The form of a correction in its four parts. Half a correction may be saved: what is missing hinders publishing."""

from django import forms
from django.conf import settings
from django.utils import timezone

from ..corrections import WRITTEN, may_quote, piece_of, state_of
from ..models import Correction, Revision
from ..quoting import printed
from .desk import moment
from .hours import HourField


def _rows(number):
    return forms.Textarea(attrs={"rows": number, "class": "wide"})


class RevisionField(forms.ModelChoiceField):
    """Chosen by when readers saw it, not by its number."""

    def label_from_instance(self, revision):
        return self.hours.get(revision.pk, str(revision))


class CorrectionForm(forms.ModelForm):
    """`seen` is the state of the correction this form was opened with.

    revision is not among the fields where the words of the story are sealed for the user (articles/policy.py,
    read_history); what somebody else quoted is shown, and stays.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    received_at = HourField(
        label="Nhận yêu cầu lúc",
        required=False,
        help_text="Hạn đăng tính từ lúc này. Để trống: bây giờ.",
    )
    revision = RevisionField(
        Revision.objects.none(), label="Trích từ bản", required=False, empty_label="Chưa chọn"
    )

    class Meta:
        model = Correction
        fields = WRITTEN
        labels = {"piece": "Bài, chuyên mục, ngày đăng", "right": "Nội dung đúng"}
        widgets = {
            "piece": _rows(2),
            "wrong": _rows(4),
            "right": _rows(4),
            "apology": _rows(3),
            "requested_by": forms.TextInput(attrs={"class": "vTextField"}),
        }
        help_texts = {
            "piece": "Máy điền từ bài. Để trống: điền lại.",
            "right": "Khi gỡ bài: ghi vì sao gỡ.",
            "apology": "Bắt buộc với “Thông tin cải chính, xin lỗi”.",
            "requested_by": "Ai gửi yêu cầu, bằng văn bản nào. Không hiện ra trang báo. Báo tự phát hiện: để trống.",
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen"] = state_of(self.instance) if self.instance.pk else ""
        if not self.instance.pk:
            self.initial["piece"] = piece_of(self.instance.article)
        hours = (
            f"{label.lower()} {settings.CORRECTION_HOURS[kind]} giờ"
            for kind, label in Correction.Kind.choices
        )
        self.fields["kind"].help_text = f"Hạn đăng theo thiết lập của tòa soạn: {', '.join(hours)}."
        self.printed = []
        if may_quote(self.instance, user):
            self._offer(printed(self.instance.article, timezone.now()))
        else:
            del self.fields["revision"]
            self.fields["wrong"].disabled = bool(self.instance.revision_id)

    def _offer(self, versions):
        self.printed = versions
        field = self.fields["revision"]
        chosen = [self.instance.revision_id] if self.instance.revision_id else []
        field.queryset = Revision.objects.filter(pk__in=[*(each.revision.pk for each in versions), *chosen])
        field.hours = {each.revision.pk: f"{each.revision}: {hours_of(each)}" for each in versions}
        if not self.instance.pk and len(versions) == 1:
            self.initial["revision"] = versions[0].revision.pk

    @property
    def sealed(self):
        return "revision" not in self.fields

    def clean_received_at(self):
        now = timezone.now()
        received = self.cleaned_data["received_at"] or now
        if received > now:
            raise forms.ValidationError("Thời điểm nhận yêu cầu chưa tới.")
        return received

    def stands_now(self):
        """Of a form somebody was before: what stands there now, as sentences; from now on this form has seen it."""
        stored = Correction.objects.filter(pk=self.instance.pk).first()
        if stored is None or stored.published_at or stored.dismissed_at:
            return []
        if self.cleaned_data["seen"] == state_of(stored):
            return []
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = state_of(stored)
        theirs = [
            f"{self.fields[name].label}: “{getattr(stored, name)}”"
            for name in ("piece", "wrong", "right", "apology", "requested_by")
            if getattr(stored, name) != self.cleaned_data[name]
        ]
        return [f"Đang lưu – {'; '.join(theirs) or 'như bản của bạn'}. Bấm lần nữa để thay bằng bản của bạn."]

    def written(self):
        """What the verbs of articles/corrections.py take, of a valid form."""
        return {name: value for name, value in self.cleaned_data.items() if name in WRITTEN}


def hours_of(version):
    """When readers saw this Printed, in words."""
    if version.until:
        return f"bạn đọc thấy từ {moment(version.since)} đến {moment(version.until)}"
    return f"bạn đọc đang thấy, từ {moment(version.since)}"
