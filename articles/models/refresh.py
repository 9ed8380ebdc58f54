"""What the front (nginx) was asked to fetch anew after a withdrawal, until it said that it had."""

from django.db import models
from django.utils import timezone


class Refresh(models.Model):
    """One address of one withdrawal or correction. Kept as part of the record; open while `done_at` is empty."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="refreshes", verbose_name="bài")
    path = models.CharField("địa chỉ", max_length=300)
    asked_at = models.DateTimeField("yêu cầu lúc", default=timezone.now)
    attempts = models.PositiveIntegerField("số lần thử", default=0)
    tried_at = models.DateTimeField("thử lần cuối lúc", null=True, blank=True)
    trouble = models.CharField("vướng mắc", max_length=300, blank=True)
    done_at = models.DateTimeField("xong lúc", null=True, blank=True)

    class Meta:
        verbose_name = "làm mới trang"
        verbose_name_plural = "làm mới trang"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["asked_at"], condition=models.Q(done_at__isnull=True), name="refresh_open"),
        ]

    def __str__(self):
        return self.path
