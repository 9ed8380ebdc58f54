"""What happened, kept for good: every transition, every revision, every correction."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from .standing import Status
from .text import PlainTextField


class Verb(models.TextChoices):
    """The verbs of articles/workflow.py."""

    SUBMIT = "submit", "gửi duyệt"
    RETURN = "return_to_writer", "trả bài"
    APPROVE = "approve", "duyệt"
    PUBLISH = "publish", "đăng"
    WITHDRAW = "withdraw", "gỡ"
    CORRECT = "correct", "cải chính"
    UNSCHEDULE = "unschedule", "hủy hẹn giờ"
    AMEND = "amend", "sửa bài đã đăng"
    LAPSE = "lapse", "sửa bài đã duyệt"
    REVIEW_AFTER = "review_after", "hậu kiểm"
    TRASH = "trash", "bỏ vào thùng rác"
    UNTRASH = "untrash", "lấy khỏi thùng rác"
    ERASE = "erase", "xóa hẳn"
    RESCHEDULE = "reschedule", "đổi giờ"


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


class TransitionQuerySet(models.QuerySet):
    def awaiting_review(self):
        """What went before readers without approval and has not been reviewed since (hậu kiểm)."""
        reviewed = Transition.objects.filter(article=OuterRef("article"), verb=Verb.REVIEW_AFTER, pk__gt=OuterRef("pk"))
        return self.filter(~Exists(reviewed), urgent=True)

    def steps(self):
        """What moved the article or its words: an hour typed anew does not hide why a story came back."""
        return self.exclude(verb=Verb.RESCHEDULE)


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

    objects = TransitionQuerySet.as_manager()

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
