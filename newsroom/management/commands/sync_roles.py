"""manage.py sync_roles: the groups of the newsroom and what each may do, as the policies' tables say."""

from django.contrib.auth.models import Group, Permission
from django.core.management.base import CommandError
from django.db import transaction

from articles.management.refusals import PlainCommand
from articles.policy import MODEL_RIGHTS as ARTICLE_RIGHTS
from comments.policy import MODEL_RIGHTS as COMMENT_RIGHTS

TABLES = {"articles": ARTICLE_RIGHTS, "comments": COMMENT_RIGHTS}


def wanted_rights():
    """Return {role: {(app label, codename), …}} out of both tables."""
    wanted = {}
    for app, table in TABLES.items():
        for role, models in table.items():
            rights = wanted.setdefault(str(role), set())
            rights |= {(app, f"{verb}_{model}") for model, verbs in models.items() for verb in verbs.split()}
    return wanted


@transaction.atomic
def sync():
    """Make the groups and give each exactly the rights of the tables; return the groups' names in order.

    May be repeated. A right given by hand to one of these groups is taken back: the tables are the truth.
    Raises LookupError where a table names a permission that does not exist.
    """
    rights = Permission.objects.filter(content_type__app_label__in=TABLES).select_related("content_type")
    known = {(right.content_type.app_label, right.codename): right for right in rights}
    wanted = wanted_rights()
    missing = sorted(set().union(*wanted.values()) - known.keys())
    if missing:
        names = ", ".join(".".join(pair) for pair in missing)
        raise LookupError(f"Không có quyền {names}: đã chạy migrate chưa?")
    for role, rights in wanted.items():
        group, _ = Group.objects.get_or_create(name=role)
        group.permissions.set(known[pair] for pair in rights)
    return list(wanted)


class Command(PlainCommand):
    help = "Lập các nhóm quyền của tòa soạn theo bảng phân quyền; chạy lại bao nhiêu lần cũng được."

    def handle(self, *args, **options):
        try:
            names = sync()
        except LookupError as error:
            raise CommandError(str(error)) from error
        if options["verbosity"]:
            self.stdout.write(f"Các nhóm: {', '.join(names)}.")
