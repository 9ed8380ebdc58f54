"""What somebody is writing and has not saved: one rolling copy of the form for each user and article."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class WorkingCopy(models.Model):
    """It is never the article's text and never a revision: only its writer reads it. Without fields it says no more
    than who has the story open."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="working_copies", verbose_name="bài"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="working_copies", verbose_name="người viết"
    )
    fields = models.JSONField("chữ trong biểu mẫu", default=dict, blank=True)
    version = models.PositiveIntegerField("viết trên phiên bản", default=0)
    saved_at = models.DateTimeField("tự lưu lúc", null=True, blank=True)
    seen_at = models.DateTimeField("thấy lần cuối lúc", default=timezone.now)

    class Meta:
        verbose_name = "bản đang viết"
        verbose_name_plural = "bản đang viết"
        ordering = ["-seen_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "user"], name="working_copy_once"),
        ]

    def __str__(self):
        return f"{self.article} – {self.user}"
