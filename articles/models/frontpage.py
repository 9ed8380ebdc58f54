"""What the editors put on the front page; the newest fill the rest."""

from django.db import models
from django.db.models import Q


class Placement(models.Model):
    """A story pinned to a place of the front page, for a time. Where it is not public, the next one moves up."""

    class Slot(models.TextChoices):
        LEAD = "lead", "Bài chính"
        SECOND = "second", "Bài nổi bật"

    slot = models.CharField("vị trí", max_length=8, choices=Slot, default=Slot.SECOND)
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="placements", verbose_name="bài")
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    starts_at = models.DateTimeField("từ", null=True, blank=True)
    ends_at = models.DateTimeField("đến", null=True, blank=True)

    class Meta:
        verbose_name = "bài trên trang nhất"
        verbose_name_plural = "trang nhất"
        ordering = ["slot", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["slot", "article"],
                name="placement_once_per_slot",
                violation_error_message="Bài này đã ở vị trí ấy.",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True) | Q(ends_at__isnull=True) | Q(ends_at__gt=models.F("starts_at")),
                name="placement_ends_after_it_starts",
                violation_error_message="Thời điểm kết thúc phải sau thời điểm bắt đầu.",
            ),
        ]

    def __str__(self):
        return f"{self.get_slot_display()}: {self.article}"
