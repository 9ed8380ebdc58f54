"""Fields a form never had: what a crafted request sends besides is not read, and goes into the log."""

import logging

from django.contrib.admin.utils import flatten_fieldsets

logger = logging.getLogger("articles")


def forged(model_admin, request, shown):
    """The columns of the model named in this POST that the form gives this user no field for, in order."""
    columns = {name for field in model_admin.model._meta.concrete_fields for name in (field.name, field.attname)}
    offered = set(flatten_fieldsets(model_admin.get_fieldsets(request, shown)))
    offered -= set(model_admin.get_readonly_fields(request, shown))
    offered |= model_admin.form.declared_fields.keys()
    return sorted(columns & request.POST.keys() - offered)


def report(model_admin, request, shown):
    """Write down who sent fields they were never offered. Nothing reads them: the form knows its own fields only."""
    if names := forged(model_admin, request, shown):
        logger.warning(
            "forged: user %s sent %s to %s %s",
            request.user.pk,
            ", ".join(names),
            model_admin.model._meta.model_name,
            shown.pk if shown else "(new)",
        )
