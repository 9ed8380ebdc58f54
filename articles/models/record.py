"""What happened, kept for good: every transition, every revision, every correction."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .article import Status
from .text import PlainTextField


class Verb(models.TextChoices):
    """The verbs of articles/workflow.py."""

    SUBMIT = "submit", "gửi duyệt"
    RETURN = "return_to_writer", "trả bài"
    APPROVE = "approve", "duyệt"
    PUBLISH = "publish", "đăng"
    WITHDRAW = "withdraw", "gỡ"
    CORRECT = "correct", "cải chính"


class Revision(models.Model):
    """The whole article as it stood after one save or one transition."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="revisions", verbose_name="bài")
    number = models.PositiveIntegerField("số")
    snapshot = models.JSONField("nội dung")
    note = PlainTextField("ghi chú", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người sửa"
    )
    at = models.DateTimeField("lúc", default=timezone.now)

    class Meta:
        verbose_name = "bản lưu"
        verbose_name_plural = "bản lưu"
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]

    def __str__(self):
        return f"Bản {self.number}"


class Transition(models.Model):
    """A verb of the workflow that was carried out. Never changed, never deleted while the article is there."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="transitions", verbose_name="bài")
    verb = models.CharField("việc", max_length=20, choices=Verb)
    from_status = models.CharField("từ", max_length=10, choices=Status)
    to_status = models.CharField("sang", max_length=10, choices=Status)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người làm"
    )
    at = models.DateTimeField("lúc", default=timezone.now)
    reason = PlainTextField("lý do", blank=True)
    urgent = models.BooleanField("đăng khẩn", default=False)
    missing = models.JSONField("còn thiếu khi đăng", default=list, blank=True)
    revision = models.ForeignKey(
        Revision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bản lưu"
    )

    class Meta:
        verbose_name = "bước xử lý"
        verbose_name_plural = "quá trình xử lý"
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(verb__in=Verb.values), name="transition_verb_is_known"),
            models.CheckConstraint(
                condition=~Q(verb=Verb.RETURN) | ~Q(reason=""), name="transition_return_has_reason"
            ),
        ]

    def __str__(self):
        return f"{self.get_verb_display()} – {self.article_id}"


class Correction(models.Model):
    """A public correction. It stands on the story for as long as the story stands."""

    class Kind(models.TextChoices):
        SMALL = "dinh-chinh", "Đính chính"
        APOLOGY = "cai-chinh", "Thông tin cải chính, xin lỗi"
        CLARIFICATION = "lam-ro", "Làm rõ"

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="corrections", verbose_name="bài")
    kind = models.CharField("loại", max_length=12, choices=Kind, default=Kind.SMALL)
    wrong = PlainTextField("nội dung sai")
    right = PlainTextField("nội dung đúng")
    apology = PlainTextField("lời xin lỗi", blank=True)
    published_at = models.DateTimeField("đăng lúc", default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False,
        verbose_name="người đăng",
    )

    class Meta:
        verbose_name = "cải chính"
        verbose_name_plural = "cải chính"
        ordering = ["-published_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(wrong="") & ~Q(right=""),
                name="correction_is_complete",
                violation_error_message="Cần ghi rõ nội dung sai và nội dung đúng.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="cai-chinh") | ~Q(apology=""),
                name="correction_apologises",
                violation_error_message="Thông tin cải chính phải kèm lời xin lỗi.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.right[:60]}"
