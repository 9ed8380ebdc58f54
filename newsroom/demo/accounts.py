"""The demo's accounts, one per role. Made by `manage.py demo` and by nothing else."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command

from articles.policy import Role
from comments.policy import CommentRole

PASSWORD = "vanlinh-thu-nghiem"
# The domain never exists, by its name; the demo prints its mail on its console.
MAIL_DOMAIN = "vanlinh.example"
ACCOUNTS = (
    ("phongvien", "Trần Đức Hậu", Role.REPORTER),
    ("bientap", "Đinh Thị Thanh Vân", Role.EDITOR),
    ("thuky", "Lâm Quốc Chiến", Role.MANAGING_EDITOR),
    ("tongbientap", "Hà Văn Khiêm", Role.CHIEF_EDITOR),
    ("kiemduyet", "Chu Thị Nga", CommentRole.MODERATOR),
    ("quantri", "Mông Đức Toàn", None),
)


def make_accounts():
    """Return {username: User}, making what is missing. The administrator has no newsroom role."""
    call_command("sync_roles", verbosity=0)
    users = {}
    for username, full_name, role in ACCOUNTS:
        user, made = get_user_model().objects.get_or_create(
            username=username,
            defaults={
                "full_name": full_name,
                "email": f"{username}@{MAIL_DOMAIN}",
                "is_staff": True,
                "is_superuser": role is None,
            },
        )
        if made:
            user.set_password(PASSWORD)
            user.save()
            if role is not None:
                user.groups.add(Group.objects.get(name=role.value))
        users[username] = user
    return users
