"""Ý kiến của bạn: what readers wrote, and what moderators decided."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.models import Article
from articles.models.text import LineField, PlainTextField

MAX_LENGTH = 3000  # characters of one comment, after composing


class CommentStatus(models.TextChoices):
    WAITING = "waiting", "Chờ duyệt"
    APPROVED = "approved", "Đã duyệt"
    REJECTED = "rejected", "Không đăng"


class CommentKind(models.TextChoices):
    OPINION = "opinion", "Ý kiến"
    QUESTION = "question", "Câu hỏi cho khách mời"


class CommentQuerySet(models.QuerySet):
    def public(self, now=None):
        """Approved opinions under a public article. Questions have a gate of their own (comments/questions.py)."""
        return self.opinions().filter(status=CommentStatus.APPROVED, article__in=Article.objects.public(now))

    def opinions(self):
        return self.filter(kind=CommentKind.OPINION)

    def questions(self):
        return self.filter(kind=CommentKind.QUESTION)


class Comment(models.Model):
    """Ý kiến. Stored as written (composed only); `status` is written by comments/moderation.py alone.

    `submission` names one act of sending: the same form sent twice, reloaded or retried finds its own row.
    `sender` is a keyed hash of the address, never the address.
    A question goes to the guest of an announced interview; `exchange` is the turn the desk made of it, while the
    asker's own words stay here as they came.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="comments", verbose_name="bài")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="replies", verbose_name="trả lời ý kiến"
    )
    kind = models.CharField(
        "loại", max_length=8, choices=CommentKind, default=CommentKind.OPINION, editable=False
    )
    name = LineField("họ tên", max_length=60)
    email = models.EmailField("thư điện tử", max_length=120, blank=True)
    place = LineField("nơi ở", max_length=80, blank=True)
    text = PlainTextField("ý kiến", max_length=MAX_LENGTH)
    status = models.CharField(
        "trạng thái", max_length=8, choices=CommentStatus, default=CommentStatus.WAITING, editable=False
    )
    created_at = models.DateTimeField("gửi lúc", default=timezone.now)
    submission = models.CharField(max_length=64, unique=True, editable=False)
    sender = models.CharField(max_length=64, blank=True, editable=False)
    exchange = models.ForeignKey(
        "articles.Exchange", models.SET_NULL, null=True, blank=True, editable=False, related_name="readers_questions",
        verbose_name="lượt hỏi – đáp",
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = "ý kiến"
        verbose_name_plural = "ý kiến"
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["article", "status", "-created_at", "-id"], name="comment_under_article"),
            models.Index(fields=["status", "created_at", "id"], name="comment_queue"),
            models.Index(fields=["sender", "created_at"], name="comment_by_sender"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(text=""), name="comment_says_something"),
            models.CheckConstraint(condition=Q(status__in=CommentStatus.values), name="comment_status_is_known"),
            models.CheckConstraint(condition=Q(kind__in=CommentKind.values), name="comment_kind_is_known"),
            models.CheckConstraint(
                condition=Q(kind=CommentKind.OPINION) | Q(parent=None), name="comment_question_stands_alone"
            ),
            models.CheckConstraint(
                condition=Q(kind=CommentKind.QUESTION) | Q(exchange=None), name="comment_exchange_was_a_question"
            ),
        ]

    def __str__(self):
        return f"{self.name}: {self.text[:60]}"

    @property
    def can_be_turned(self):
        """An approved question that no exchange was made of yet. Whether the article takes it, the verb asks."""
        approved = self.kind == CommentKind.QUESTION and self.status == CommentStatus.APPROVED
        return approved and self.exchange_id is None

    @property
    def anchor(self):
        return f"cau-hoi-{self.pk}" if self.kind == CommentKind.QUESTION else f"y-kien-{self.pk}"


class Unchangeable(models.QuerySet):
    """Rows that are written once."""

    def update(self, **fields):
        raise TypeError("A decision is never changed; record another one.")

    def delete(self):
        raise TypeError("A decision is never deleted.")


class Decision(models.Model):
    """A moderator's act on one comment. Append-only: a changed mind is a second row."""

    class Verb(models.TextChoices):
        APPROVE = "approve", "duyệt"
        REJECT = "reject", "không đăng"

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="decisions", verbose_name="ý kiến")
    verb = models.CharField("quyết định", max_length=8, choices=Verb)
    reason = LineField("lý do", max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người duyệt")
    at = models.DateTimeField("lúc", default=timezone.now)

    objects = Unchangeable.as_manager()

    class Meta:
        verbose_name = "quyết định"
        verbose_name_plural = "quyết định"
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(verb__in=["approve", "reject"]), name="decision_verb_is_known"),
        ]

    def __str__(self):
        return f"{self.get_verb_display()} – {self.by}"

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise TypeError("A decision is never changed; record another one.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A decision is never deleted.")
