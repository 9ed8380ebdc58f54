"""The rows of an article: who signs, who answers, what was asked and answered."""

from adminsortable2.admin import CustomInlineFormSet, SortableStackedInline
from django import forms
from django.contrib import admin

from ..models import Byline, Exchange, Interviewee
from ..story_templates import TEMPLATES
from ..typeset import typeset_text
from .desk import only_adding
from .picture_input import refuse_unseen
from .rights import may

SAVE_FIRST = "Hãy lưu bài một lần, rồi chọn người trả lời ở đây."


class RowsOfArticle:
    """Rows belong to their article: whoever may edit it may edit them, whatever model permissions say."""

    extra = 0

    def _may_edit(self, request, article):
        if article is None:
            return request.user.has_perm("articles.add_article")
        return may(request, "edit", article)

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request, obj=None):
        return self._may_edit(request, obj)

    def has_change_permission(self, request, obj=None):
        return self._may_edit(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._may_edit(request, obj)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        return only_adding(super().formfield_for_dbfield(db_field, request, **kwargs))

    def get_extra(self, request, obj=None, **kwargs):
        """One empty row where there is none yet."""
        return 0 if obj and self.model.objects.filter(article=obj).exists() else 1


class BylineForm(forms.ModelForm):
    def has_changed(self):
        """A new row signs where it names somebody: the name put there at first is meant as much as one chosen."""
        if self.instance.pk is None and self.is_bound:
            return any(self[name].value() for name in ("author", "role"))
        return super().has_changed()


class BylineInline(RowsOfArticle, admin.TabularInline):
    model = Byline
    form = BylineForm
    template = "admin/rows.html"
    classes = ["beside"]  # screen.BESIDE
    fields = ["author", "role", "position"]
    autocomplete_fields = ["author"]
    verbose_name_plural = "Ký tên"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author")


class IntervieweeForm(forms.ModelForm):
    """A guest readers were told of, or who was asked to sign, is not made into another behind anybody's back.

    may_announce: whether the user decides what readers are told before the interview is out.
    """

    may_announce = False

    def clean(self):
        cleaned, guest = super().clean(), self.instance
        told = {"person", "label", "office"}.intersection(self.changed_data)
        if guest.pk and told and not self.may_announce and guest.announcements.public().exists():
            self.add_error(None, "Khách mời đã giới thiệu với bạn đọc: thư ký tòa soạn mới đổi được tên và chức vụ.")
        if guest.pk and "person" in told and (guest.sign_offs.exists() or guest.sign_off_events.exists()):
            self.add_error(
                "person", "Người này đã được gửi duyệt lời. Hãy thêm một dòng cho người khác, đừng đổi tên ở dòng này."
            )
        return cleaned


class IntervieweeInline(RowsOfArticle, admin.TabularInline):
    model = Interviewee
    form = IntervieweeForm
    template = "admin/rows.html"
    fields = ["person", "label", "office", "position"]
    autocomplete_fields = ["person"]
    verbose_name_plural = "Người trả lời phỏng vấn"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.may_announce = obj is not None and may(request, "announce", obj)
        return formset


class ExchangeForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        refuse_unseen(self, "answer")
        return cleaned

    def has_changed(self):
        """A number alone, which the script gives to every row, makes no exchange of an empty row."""
        if self.instance.pk is None:
            return bool(set(self.changed_data) - {"position"})
        return super().has_changed()


class ExchangeFormSet(CustomInlineFormSet):
    """Sortable rows whose number can also be typed, answered by the interviewees of this very article."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        position = self.form.base_fields.get(self.default_order_field)
        if position:
            # The package hides the number; without a mouse or without script it is how one sorts.
            position.is_hidden = False
            position.widget = forms.NumberInput(attrs={"class": "_reorder_", "min": 0})
        self._speakers = Interviewee.objects.none()
        if self.instance.pk is not None:
            self._speakers = self.instance.interviewees.select_related("person")
        self._choices = [("", "—"), *((guest.pk, str(guest)) for guest in self._speakers)]

    def add_fields(self, form, index):
        super().add_fields(form, index)
        field = form.fields.get("answered_by")
        if field is None:
            return
        field.queryset = self._speakers
        field.choices = self._choices
        if len(self._choices) == 2 and form.instance.pk is None:
            field.initial = self._choices[1][0]
        if len(self._choices) == 1:
            field.help_text = SAVE_FIRST


class ExchangeInline(RowsOfArticle, SortableStackedInline):
    model = Exchange
    form = ExchangeForm
    formset = ExchangeFormSet
    template = "admin/articles/article/exchanges.html"
    readonly_fields = ["answer_as_read"]
    verbose_name = "lượt"
    verbose_name_plural = "Hỏi – đáp"

    class Media:
        js = ["js/admin/row-order.js", "js/admin/turn-fold.js", "js/admin/turn-parting.js"]

    def get_fieldsets(self, request, obj=None):
        answer = "answer" if self._may_edit(request, obj) else "answer_as_read"
        # Two parts: the second is folded away where a stored row has no answer (exchanges.html).
        return [
            (None, {"fields": [("position", "asked_by", "doubtful"), "question"]}),
            (None, {"fields": ["answered_by", answer]}),
        ]

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.user = request.user
        return formset

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "question":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 1, "placeholder": "Câu hỏi"})
        if db_field.name == "answer":
            field = super().formfield_for_dbfield(db_field, request, **kwargs)
            field.widget.attrs["placeholder"] = "Trả lời"
            return field
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_extra(self, request, obj=None, **kwargs):
        """As many rows as the template has questions to begin with."""
        template = None if obj and obj.pk else TEMPLATES.get(request.GET.get("mau"))
        return len(template.exchanges) if template else super().get_extra(request, obj, **kwargs)

    @admin.display(description="trả lời")
    def answer_as_read(self, exchange):
        return typeset_text(exchange.answer)
