"""What the editors put on the front page; the newest fill the rest."""

from django.db import models
from django.db.models import Q


class Placement(models.Model):
    """A story pinned to a place of the front page, for a time. Where it is not public, the next one moves up.

    slot SECTION: on top of its `section`, on the section's own page and in its block of the front page.
    """

    class Slot(models.TextChoices):
        LEAD = "lead", "Bài chính"
        SECOND = "second", "Bài nổi bật"
        SECTION = "section", "Đầu chuyên mục"

    slot = models.CharField("vị trí", max_length=8, choices=Slot, default=Slot.SECOND)
    section = models.ForeignKey(
        "articles.Section", models.CASCADE, null=True, blank=True, related_name="placements", verbose_name="chuyên mục"
    )
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="placements", verbose_name="bài")
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    starts_at = models.DateTimeField("từ", null=True, blank=True)
    ends_at = models.DateTimeField("đến", null=True, blank=True)

    class Meta:
        verbose_name = "bài trên trang nhất"
        verbose_name_plural = "trang nhất"
        ordering = ["slot", "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(slot="section", section__isnull=False)
                | Q(slot__in=["lead", "second"], section__isnull=True),
                name="placement_section_has_one",
                violation_error_message="Ghim đầu chuyên mục thì phải chọn chuyên mục.",
            ),
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
