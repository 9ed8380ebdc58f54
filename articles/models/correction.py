"""A public correction: what was wrong, where, what is right, the apology, and the clock that runs until it is out."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from .standing import Standing, Status, has_standing
from .text import LineField, PlainTextField


class CorrectionQuerySet(models.QuerySet):
    def public(self, now=None):
        """What a reader may see at `now`: published corrections of stories readers see, or that were taken back."""
        now = now or timezone.now()
        from .article import Article

        known = Article.objects.filter(
            has_standing(Standing.PUBLISHED, Standing.EXPIRED, now=now) | Q(status=Status.WITHDRAWN)
        )
        return self.filter(Exists(known.filter(pk=OuterRef("article_id"))), published_at__lte=now)

    def waiting(self):
        """Those the paper has still to publish, the most urgent first."""
        return self.filter(published_at=None, dismissed_at=None).order_by("due_at", "id")


class Correction(models.Model):
    """It stands on the story for as long as the story stands, and in the register for good.

    piece: the story, its section and date in words, as they were when it was written. revision: whose words `wrong`
    quotes. Without published_at it waits, until due_at at the latest, unless the request was found to be without
    ground: then dismissal says why, and readers never see it.
    """

    class Kind(models.TextChoices):
        SMALL = "dinh-chinh", "Đính chính"
        APOLOGY = "cai-chinh", "Thông tin cải chính, xin lỗi"
        CLARIFICATION = "lam-ro", "Làm rõ"
        REMOVAL = "go-bai", "Gỡ bài"

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="corrections", verbose_name="bài")
    kind = models.CharField("loại", max_length=12, choices=Kind, default=Kind.SMALL)
    piece = LineField("bài, chuyên mục, ngày đăng", max_length=500, blank=True)
    revision = models.ForeignKey(
        "articles.Revision", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="trích từ bản lưu"
    )
    wrong = PlainTextField("nội dung sai", blank=True)
    right = PlainTextField("nội dung đúng", blank=True)
    apology = PlainTextField("lời xin lỗi", blank=True)
    requested_by = LineField("người yêu cầu", max_length=200, blank=True)
    received_at = models.DateTimeField("nhận yêu cầu lúc", default=timezone.now)
    due_at = models.DateTimeField("hạn đăng", null=True, blank=True)
    published_at = models.DateTimeField("đăng lúc", null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False,
        verbose_name="người đăng",
    )
    dismissed_at = models.DateTimeField("khép lại lúc", null=True, blank=True)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False,
        verbose_name="người khép lại",
    )
    dismissal = PlainTextField("vì sao không đăng", blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = "cải chính"
        verbose_name_plural = "cải chính"
        ordering = ["-published_at", "-id"]
        indexes = [models.Index(fields=["-published_at", "-id"], name="correction_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | ~Q(wrong="") & ~Q(right=""),
                name="correction_is_complete",
                violation_error_message="Cần ghi rõ nội dung sai và nội dung đúng.",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | ~Q(kind="cai-chinh") | ~Q(apology=""),
                name="correction_apologises",
                violation_error_message="Thông tin cải chính phải kèm lời xin lỗi.",
            ),
            models.CheckConstraint(
                condition=Q(dismissed_at__isnull=True) | Q(published_at__isnull=True) & ~Q(dismissal=""),
                name="correction_dismissed_for_a_reason",
                violation_error_message="Khép lại không đăng thì cần ghi lý do; cải chính đã đăng thì không khép được.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.right[:60] or self.article}"

    def get_absolute_url(self):
        """Its own page: in the register it moves down with every one that follows."""
        return reverse("articles:correction", args=[self.pk])

    @property
    def anchor(self):
        return f"cai-chinh-{self.pk}"

    @property
    def wrong_label(self):
        if self.revision_id:
            return "Đã đăng"
        return "Nội dung chưa rõ" if self.kind == self.Kind.CLARIFICATION else "Nội dung sai"

    @property
    def right_label(self):
        return RIGHT_LABELS.get(self.kind, "Xin đọc lại là")

    @property
    def text(self):
        """All it says but which story it is of, as plain text."""
        said = [f"{self.wrong_label}: {self.wrong}", f"{self.right_label}: {self.right}", self.apology]
        return "\n\n".join(part for part in said if part)


RIGHT_LABELS = {Correction.Kind.CLARIFICATION: "Xin nói rõ", Correction.Kind.REMOVAL: "Vì sao gỡ bài"}
