"""Xem trước: a link that shows one unpublished story to one reader outside the newsroom."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .text import LineField


class PreviewLink(models.Model):
    """Its token is shown once, to whoever made it; kept is only the hash. It dies when the story is out."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="preview_links", verbose_name="bài"
    )
    token_hash = models.CharField("dấu của đường dẫn", max_length=64, editable=False)
    reader = LineField("gửi cho ai", max_length=120)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người gửi"
    )
    created_at = models.DateTimeField("lập lúc", default=timezone.now)
    expires_at = models.DateTimeField("dùng được đến")
    revoked_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)
    opened_at = models.DateTimeField("mở lần cuối lúc", null=True, blank=True)
    openings = models.PositiveIntegerField("số lần mở", default=0)

    class Meta:
        verbose_name = "đường dẫn xem trước"
        verbose_name_plural = "đường dẫn xem trước"
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="preview_token_once"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="preview_expires_later"),
        ]

    def __str__(self):
        return f"Xem trước – {self.reader}"

    def is_open(self, now):
        """Whether the link opens at `now` (aware), as far as the link itself goes."""
        return self.revoked_at is None and now < self.expires_at
