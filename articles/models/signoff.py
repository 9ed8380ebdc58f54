"""Duyệt lời: the link an interviewee is sent before publication, and everything that was said over it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ..richtext.fields import RichTextField
from .text import PlainTextField


class SignOff(models.Model):
    """One link for one interviewee. Its token is shown once, to whoever made it; kept is only the hash.

    One open link per interviewee: a new one revokes the last. The words of the events are the record; these rows stay.
    """

    interviewee = models.ForeignKey(
        "articles.Interviewee", models.PROTECT, related_name="sign_offs", verbose_name="người trả lời"
    )
    token_hash = models.CharField("dấu của đường dẫn", max_length=64, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người gửi"
    )
    created_at = models.DateTimeField("lập lúc", default=timezone.now)
    expires_at = models.DateTimeField("dùng được đến")
    revoked_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)

    class Meta:
        verbose_name = "đường dẫn duyệt lời"
        verbose_name_plural = "đường dẫn duyệt lời"
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="sign_off_token_once"),
            models.UniqueConstraint(
                fields=["interviewee"], condition=Q(revoked_at__isnull=True), name="sign_off_one_open_link"
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="sign_off_expires_later"),
        ]

    def __str__(self):
        return f"Đường dẫn duyệt lời {self.pk}"

    def is_open(self, now):
        """Whether the link still opens at `now` (aware), as far as the link itself goes."""
        return self.revoked_at is None and now < self.expires_at


class WrittenOnce(models.QuerySet):
    """Rows that are appended, never changed."""

    def update(self, **fields):
        raise TypeError("What was said over an answer is never changed; record another event.")

    def delete(self):
        raise TypeError("What was said over an answer is never deleted.")


class SignOffEvent(models.Model):
    """What happened over an interviewee's words. Append-only: a changed mind is a second row.

    question, answer: the words as they stood when it happened, so that a later change can be seen. words: the
    interviewee's comment, or the desk's reason. sign_off: the link it came through; none where the desk decided.
    """

    class Kind(models.TextChoices):
        VIEWED = "viewed", "mở đường dẫn"
        APPROVED = "approved", "duyệt"
        COMMENTED = "commented", "góp ý"
        REVOKED = "revoked", "thu hồi đường dẫn"
        OVERRIDE = "override", "cho đăng không chờ duyệt lời"

    interviewee = models.ForeignKey(
        "articles.Interviewee", models.PROTECT, related_name="sign_off_events", verbose_name="người trả lời"
    )
    sign_off = models.ForeignKey(
        SignOff, models.PROTECT, null=True, blank=True, related_name="events", verbose_name="đường dẫn"
    )
    kind = models.CharField("việc", max_length=10, choices=Kind)
    # An exchange may be deleted; what was said over it stays.
    exchange = models.ForeignKey(
        "articles.Exchange", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="lượt"
    )
    question = PlainTextField("câu hỏi lúc ấy", blank=True)
    answer = RichTextField("câu trả lời lúc ấy", blank=True)
    words = PlainTextField("góp ý hoặc lý do", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người làm"
    )
    at = models.DateTimeField("lúc", default=timezone.now)

    objects = WrittenOnce.as_manager()

    class Meta:
        verbose_name = "việc duyệt lời"
        verbose_name_plural = "quá trình duyệt lời"
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["interviewee", "at", "id"], name="sign_off_event_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["viewed", "approved", "commented", "revoked", "override"]),
                name="sign_off_event_kind_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["approved", "commented", "override"]) | ~Q(answer=""),
                name="sign_off_event_keeps_the_answer",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["commented", "override"]) | ~Q(words=""),
                name="sign_off_event_says_why",
            ),
            models.CheckConstraint(
                condition=Q(kind="override") | Q(sign_off__isnull=False),
                name="sign_off_event_came_through_a_link",
            ),
            models.CheckConstraint(
                # The interviewee needs no account; the desk's acts always name who acted.
                condition=Q(kind__in=["viewed", "approved", "commented"], by__isnull=True)
                | Q(kind__in=["revoked", "override"], by__isnull=False),
                name="sign_off_event_knows_who",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} – {self.interviewee_id}"

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise TypeError("What was said over an answer is never changed; record another event.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("What was said over an answer is never deleted.")
