"""The staff account. Others name it by settings.AUTH_USER_MODEL only."""

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models

from articles.vietnamese import nfc


class StaffManager(UserManager):
    @classmethod
    def normalize_email(cls, email):
        return super().normalize_email(nfc(email or ""))


class User(AbstractUser):
    """A person with a login. What they may do is read from their groups (articles/policy.py, comments/policy.py)."""

    full_name = models.CharField("họ và tên", max_length=120, blank=True)

    objects = StaffManager()

    class Meta(AbstractUser.Meta):
        verbose_name = "tài khoản"
        verbose_name_plural = "tài khoản"

    def __str__(self):
        return self.get_full_name()

    def save(self, *args, **kwargs):
        self.full_name = " ".join(nfc(self.full_name).split())
        super().save(*args, **kwargs)

    def get_full_name(self):
        return self.full_name or super().get_full_name() or self.username
