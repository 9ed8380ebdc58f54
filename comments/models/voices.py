"""What readers say of each other's comments: a liking, a report. Once each, without knowing who they are.

`reader` is a keyed hash that means something under one article only (comments/readers.py).
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.models.text import LineField

from .comment import Comment
from .decision import Decision


class Like(models.Model):
    comment = models.ForeignKey(Comment, models.CASCADE, related_name="liked", verbose_name="ý kiến")
    reader = models.CharField(max_length=64, editable=False)
    at = models.DateTimeField("lúc", default=timezone.now)

    class Meta:
        verbose_name = "lượt thích"
        verbose_name_plural = "lượt thích"
        indexes = [models.Index(fields=["reader", "at"], name="like_of_reader")]
        constraints = [models.UniqueConstraint(fields=["comment", "reader"], name="like_once")]

    def __str__(self):
        return f"Thích ý kiến {self.comment_id}"


# In the place of a reader: what was shown before a moderator had read it is put before them by the machine.
SHOWN_AT_ONCE = "-shown-at-once"


class ReportQuerySet(models.QuerySet):
    def open(self):
        return self.filter(answered_by=None)

    def of_readers(self):
        return self.exclude(reader=SHOWN_AT_ONCE)

    def of_shown_at_once(self):
        return self.filter(reader=SHOWN_AT_ONCE)


class Report(models.Model):
    """`answered_by` is the decision that answered it; without one it stands in the queue of the reported, or, put there
    by the machine, in that of the unread."""

    class Reason(models.TextChoices):
        RUDE = "rude", "Xúc phạm, thô tục"
        FALSE = "false", "Sai sự thật, bịa đặt"
        PRIVATE = "private", "Lộ đời tư của người khác"
        ADVERT = "advert", "Quảng cáo, lừa đảo"
        OTHER = "other", "Lý do khác"

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="reports", verbose_name="ý kiến")
    reader = models.CharField(max_length=64, editable=False)
    reason = models.CharField("lý do", max_length=8, choices=Reason)
    words = LineField("nói thêm", max_length=300, blank=True)
    at = models.DateTimeField("lúc", default=timezone.now)
    answered_by = models.ForeignKey(
        Decision,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="reports",
        verbose_name="quyết định trả lời",
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo ý kiến"
        verbose_name_plural = "báo cáo ý kiến"
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["at", "id"], condition=Q(answered_by=None), name="report_open"),
            models.Index(fields=["reader", "at"], name="report_of_reader"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["comment", "reader"], name="report_once"),
            models.CheckConstraint(
                condition=Q(reason__in=["rude", "false", "private", "advert", "other"]),
                name="report_reason_is_known",
            ),
        ]

    def __str__(self):
        return f"{self.get_reason_display()}: ý kiến {self.comment_id}"
