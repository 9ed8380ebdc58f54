"""At the desk: the words the machine watches for, and a box to try a text before readers do."""

import re

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import path

from articles.admin.desk import DeskAdmin
from articles.admin.seen import HearsOfOthers, SeenForm
from articles.models.text import ComposedFormField
from articles.vietnamese import nfc, spelling_key, tokens

from ..arrivals import watched_phrases
from ..models import MAX_LENGTH, WatchedPhrase
from ..screening import Circumstances, Written, screen


def _spelling(words):
    return re.findall(r"[^\W_]+", spelling_key(words))


class PhraseForm(SeenForm):
    class Meta:
        model = WatchedPhrase
        fields = ["words", "kind", "marks", "note", "is_active"]

    def clean_words(self):
        """Words that can be matched, and that the list does not hold yet in another spelling."""
        words = self.cleaned_data["words"]
        if not tokens(words):
            raise forms.ValidationError("Ghi ít nhất một chữ cái hoặc chữ số.")
        same = WatchedPhrase.objects.exclude(pk=self.instance.pk).filter(folded=" ".join(tokens(words)))
        if there := next((each for each in same if _spelling(each.words) == _spelling(words)), None):
            raise forms.ValidationError(f"“{there}” đã có trong danh sách.")
        return words


class TryForm(forms.Form):
    text = ComposedFormField(
        label="Lời muốn thử",
        max_length=MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5, "class": "wide"}),
        error_messages={
            "required": "Viết hoặc dán vào đây một ý kiến.",
            "max_length": "Dài quá 3.000 ký tự.",
        },
    )


def parts_of(text, findings):
    """The text cut where findings lie: (words, whether a finding marks them), in order, nothing lost."""
    places = sorted((each.start, each.end) for each in findings if each.start is not None)
    parts, done = [], 0
    for start, end in places:
        if end <= done:
            continue
        parts += [(text[done : max(start, done)], False), (text[max(start, done) : end], True)]
        done = end
    return [(words, marked) for words, marked in [*parts, (text[done:], False)] if words]


@admin.register(WatchedPhrase)
class WatchedPhraseAdmin(HearsOfOthers, DeskAdmin):
    form = PhraseForm
    fields = PhraseForm.Meta.fields
    list_display = ["words", "kind", "marks", "is_active", "note"]
    list_filter = ["kind", "is_active"]
    search_fields = ["words", "note"]
    folded_search = "folded"
    view_on_site = False

    def save_model(self, request, obj, form, change):
        obj.changed_by = request.user
        super().save_model(request, obj, form, change)

    def get_urls(self):
        own = path("thu/", self.admin_site.admin_view(self.try_view), name="comments_watchedphrase_try")
        return [own, *super().get_urls()]

    def try_view(self, request):
        """What the screening says of a text; nothing is stored."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = TryForm(request.POST if request.method == "POST" else None)
        context = self.admin_site.each_context(request) | {
            "title": "Thử lời",
            "form": form,
            "opts": self.opts,
        }
        if form.is_bound and form.is_valid():
            text = nfc(form.cleaned_data["text"])
            found = screen(Written(text), Circumstances(phrases=watched_phrases))
            context |= {
                "parts": parts_of(text, found),
                "findings": [
                    (each.reason, text[each.start : each.end] if each.start is not None else "")
                    for each in found
                ],
            }
        return render(request, "admin/comments/watchedphrase/try.html", context)
