"""At the desk: how readers' comments are taken, for the paper, a section, a story."""

from django import forms
from django.contrib import admin

from articles.admin.desk import DeskAdmin
from articles.admin.seen import HearsOfOthers, SeenForm

from ..models import Reception

Scope = Reception.Scope
_HOUR = {"widget": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), "required": False}
_AS_WIDER = "Bỏ trống: như phạm vi rộng hơn"


class ReceptionForm(SeenForm):
    opens = forms.TimeField(label="Nhận từ giờ", help_text=f"{_AS_WIDER}; cả báo: suốt ngày.", **_HOUR)
    closes = forms.TimeField(label="Đến giờ", **_HOUR)

    class Meta:
        model = Reception
        fields = [
            "scope", "section", "article", "mode", "trusted_after", "opens", "closes", "days", "target_minutes"
        ]  # fmt: skip
        help_texts = {
            "section": "Khi áp dụng cho một chuyên mục.",
            "article": "Khi áp dụng cho một bài: gõ vài chữ của tít. Bài đã bỏ dấu “nhận ý kiến” thì luôn đóng.",
            "mode": f"{_AS_WIDER}; cả báo: duyệt trước khi đăng.",
            "trusted_after": f"Số ý kiến đã duyệt. {_AS_WIDER}; cả báo: 3.",
            "days": f"Số ngày kể từ khi đăng bài. {_AS_WIDER}; cả báo: không đóng.",
            "target_minutes": "Số phút, một lời hẹn cho cả báo. Bỏ trống: 60.",
        }

    def clean(self):
        cleaned = super().clean()
        scope, section, article = (cleaned.get(name) for name in ("scope", "section", "article"))
        others = Reception.objects.exclude(pk=self.instance.pk)
        if scope == Scope.SITE and others.filter(scope=Scope.SITE).exists():
            self.add_error("scope", "Đã có cách nhận ý kiến cho cả báo. Hãy mở và sửa dòng ấy.")
        wrong = {
            "section": (scope == Scope.SECTION, section, "Chọn chuyên mục."),
            "article": (scope == Scope.ARTICLE, article, "Chọn bài."),
        }
        for name, (is_meant, chosen, sentence) in wrong.items():
            if is_meant and not chosen and not self.has_error(name):
                self.add_error(name, sentence)
            elif chosen and not is_meant:
                self.add_error(name, "Bỏ trống ô này, hoặc đổi phạm vi áp dụng.")
        if scope != Scope.SITE and cleaned.get("target_minutes") is not None:
            # The desk has one queue and one clock.
            self.add_error("target_minutes", "Hẹn duyệt là của cả báo: ghi ở dòng “Cả báo”, ở đây bỏ trống.")
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if (
            (opens is None) != (closes is None)
            and not self.has_error("opens")
            and not self.has_error("closes")
        ):
            self.add_error(
                "closes" if closes is None else "opens", "Ghi cả giờ mở và giờ đóng, hoặc bỏ trống cả hai."
            )
        return cleaned


@admin.register(Reception)
class ReceptionAdmin(HearsOfOthers, DeskAdmin):
    form = ReceptionForm
    fields = ReceptionForm.Meta.fields
    autocomplete_fields = ["article"]
    list_display = ["where", "mode", "hours", "days", "target_minutes"]
    list_select_related = ["section", "article"]
    view_on_site = False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("section", "article"):
            field.widget.can_add_related = False  # no story is begun for the sake of its comments
        return field

    @admin.display(description="áp dụng cho")
    def where(self, terms):
        return str(terms)

    @admin.display(description="giờ nhận", empty_value="–")
    def hours(self, terms):
        return f"{terms.opens:%H:%M} – {terms.closes:%H:%M}" if terms.opens is not None else None
