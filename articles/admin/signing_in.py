"""A story's form sent after its session ended: whoever sent it signs in on the spot, and has it before them again.

The form travels through the page of signing in and stands in its own form afterwards, unsaved: what is saved under a
name is pressed by that name.
"""

from functools import wraps

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.template.response import TemplateResponse
from django.views.decorators.debug import sensitive_post_parameters

from .sent_copy import PUT_BACK, written

SIGNING_IN = "_dang_nhap"
FORMS = ("articles_article_add", "articles_article_change")


def outliving(model_admin, addresses):
    """These addresses of an admin; the forms among them answer to whoever is signed out with the page above."""
    for address in addresses:
        if address.name in FORMS:
            address.callback = _outliving(model_admin, address.callback)
        yield address


def _outliving(model_admin, view):
    @wraps(view)
    @sensitive_post_parameters("password")
    def answered(request, *args, **kwargs):
        # To ask for the copy that is kept here one signs in at leisure: nothing travels.
        empty_handed = PUT_BACK in request.POST and "copy" not in request.POST
        if request.method != "POST" or empty_handed or model_admin.admin_site.has_permission(request):
            return view(request, *args, **kwargs)
        form = AdminAuthenticationForm(request, data=request.POST if SIGNING_IN in request.POST else None)
        if form.is_valid():
            login(request, form.get_user())
            return view(request, *args, **kwargs)
        context = {
            **model_admin.admin_site.each_context(request),
            "title": "Phiên làm việc đã hết",
            "form": form,
            "copy": request.POST["copy"] if PUT_BACK in request.POST else written(request.POST),
            "put_back": PUT_BACK,
            "signing_in": SIGNING_IN,
            "address": request.get_full_path(),
        }
        return TemplateResponse(request, "admin/articles/working/signing_in.html", context, status=403)

    return answered
