"""The words of a picture in a form, wherever they are typed: one picture, or twenty on a page."""

from django import forms
from django.core.exceptions import ValidationError

from .. import custody
from ..models import Image
from ..picture_words import fault_of_alt
from . import picture_state

WORDS = ["caption", "alt", "credit", "people", "place", "taken_on"]


class PictureWordsForm(forms.ModelForm):
    """`seen` is the state of the picture this form was opened with. The row should be locked when it is validated."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Image
        fields = WORDS
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 2, "class": "wide"}),
            "caption": forms.Textarea(attrs={"rows": 3, "class": "wide"}),
            "people": forms.TextInput(attrs={"class": "vTextField"}),
            "place": forms.TextInput(attrs={"class": "vTextField"}),
            "taken_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "alt": "Tả điều nhìn thấy trong ảnh, cho người nghe trang báo bằng máy đọc. Không chép lại tít, chú thích.",
            "credit": "Người chụp, hoặc nơi cho ảnh. Trang báo in sẵn chữ “Ảnh:”.",
            "people": "Họ tên, từ trái sang, cách nhau bằng dấu phẩy.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = self.initial["seen"] = picture_state.state_of(self.instance)
        if "taken_on" in self.fields:
            self.fields["taken_on"].input_formats = ["%Y-%m-%d", "%d/%m/%Y"]

    def clean_alt(self):
        alt = self.cleaned_data["alt"]
        if not alt or "alt" not in self.changed_data:
            return alt
        headlines = self.instance.shown_in.values_list("headline", flat=True) if self.instance.pk else []
        if fault := fault_of_alt(alt, headlines=headlines):
            raise ValidationError(fault)
        return alt

    def clean(self):
        cleaned = super().clean()
        seen = cleaned.get("seen")
        if self.instance.pk and seen != self.now:
            # Told once, both texts before one's eyes, one may press again.
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.now
            raise ValidationError(picture_state.somebody_was_first(self.instance), code="conflict")
        return cleaned


def keep_words(model_admin, request, form):
    """Save this valid form of a stored picture, on the record of every story that shows it, and in the admin's log."""
    image = form.save()
    custody.record_changes(image, by=request.user, note=f"sửa ảnh {image.pk} trong kho")
    model_admin.log_change(request, image, model_admin.construct_change_message(request, form, []))
