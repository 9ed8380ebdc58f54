"""One article of one form: pressed twice, sent again, gone back to and sent once more."""

from django.db import transaction
from django.shortcuts import redirect

from . import once


class MakesOneArticle:
    """For ArticleAdmin: the form of a new article sent again is a form of the article it has made (choosing.py)."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id or request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            made = once.made_meanwhile(request, once.token_of(request))
            if made is None:
                return super().changeform_view(request, object_id, form_url, extra_context)
            # Of no version: whatever was typed since is laid beside what the first press has saved.
            sent = request.POST.copy()
            sent["version"] = ""
            request.POST = sent
            response = self.changeform_view(request, str(made), form_url, extra_context)
            # To go on with means with the article; the admin would come back to this address.
            onward = response.status_code == 302 and "_continue" in sent
            return redirect("admin:articles_article_change", made) if onward else response

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not change:
            once.remember(request, once.token_of(request), form.instance)
