"""The page on which a correction of a published story is written."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from ..models import Correction
from ..workflow import Refused, correct


class CorrectionForm(forms.ModelForm):
    class Meta:
        model = Correction
        fields = ["kind", "wrong", "right", "apology"]
        widgets = dict.fromkeys(
            ["wrong", "right", "apology"], forms.Textarea(attrs={"rows": 4, "class": "wide"})
        )


def page(model_admin, request, article):
    """Show the form, or publish the correction it holds. The right to do so has been asked before."""
    form = CorrectionForm(request.POST or None, instance=Correction(article=article))
    if request.method == "POST" and form.is_valid():
        try:
            correct(article, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.problems)
        else:
            messages.success(request, f"Đã đăng cải chính dưới bài: {article}.")
            return redirect("admin:articles_article_change", article.pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Đăng cải chính",
        "subtitle": str(article),
        "opts": model_admin.opts,
        "original": article,
        "form": form,
    }
    return TemplateResponse(request, "admin/articles/article/correct.html", context)
