"""Ý kiến của bạn: what readers wrote."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.models import Article
from articles.models.text import LineField, PlainTextField
from articles.vietnamese import tokens

from ..screening.reading import UNSEEN

MAX_LENGTH = 3000  # characters of one comment, after composing
WORDS = frozenset(["name", "place", "text"])
UNEDITED = "A reader's words are never edited; comments/keeping.py takes them away as a whole."


class CommentStatus(models.TextChoices):
    WAITING = "waiting", "Chờ duyệt"
    APPROVED = "approved", "Đã duyệt"
    REJECTED = "rejected", "Không đăng"


class CommentKind(models.TextChoices):
    OPINION = "opinion", "Ý kiến"
    QUESTION = "question", "Câu hỏi cho khách mời"


class Lead(models.TextChoices):
    """What the newsroom may make of it: a moderator's mark, whatever the reader sent it as."""

    FEEDBACK = "feedback", "Góp ý"
    QUESTION = "question", "Câu hỏi"
    TIP = "tip", "Phản ánh"


class CommentQuerySet(models.QuerySet):
    def opinions(self):
        return self.filter(kind=CommentKind.OPINION)

    def questions(self):
        return self.filter(kind=CommentKind.QUESTION)

    def update(self, **fields):
        """As ever, but for the words: TypeError. Many saved at once (bulk_update) come this way, too."""
        if not WORDS.isdisjoint(fields):
            raise TypeError(UNEDITED)
        return super().update(**fields)

    update.alters_data = True

    def take_words(self, **fields):
        """What stands in the place of words taken away, for keeping.erase() alone; returns how many rows."""
        return super().update(**fields)

    take_words.alters_data = True


class Comment(models.Model):
    """Ý kiến. Stored as written (composed only), and never edited; `status` is comments/moderation.py's to write alone.

    `submission` names one act of sending: the same form sent twice, reloaded or retried finds its own row.
    `sender` is a keyed hash of the address, never the address; `reader` one of the address and the kind of browser.
    Both are emptied after a time (comments/keeping.py). `folded` is what a search looks in, `essence` what two
    comments of the same words share (comments/screening). `likes` counts rows of Like and is written with them.
    A question goes to the guest of an announced interview; `exchange` is the turn the desk made of it, while the
    asker's own words stay here as they came.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="comments", verbose_name="bài")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replies", verbose_name="trả lời ý kiến"
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
    reader = models.CharField(max_length=64, blank=True, editable=False)
    folded = models.TextField(blank=True, editable=False)
    essence = models.CharField(max_length=64, blank=True, editable=False)
    lead = models.CharField("phân loại", max_length=8, choices=Lead, blank=True, editable=False)
    pinned_at = models.DateTimeField("ghim lúc", null=True, blank=True, editable=False)
    likes = models.PositiveIntegerField("lượt thích", default=0, editable=False)
    erased_at = models.DateTimeField("xóa theo yêu cầu lúc", null=True, blank=True, editable=False)
    exchange = models.ForeignKey(
        "articles.Exchange",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="readers_questions",
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
            models.Index(fields=["reader", "created_at"], name="comment_by_reader"),
            models.Index(fields=["essence", "created_at"], name="comment_by_essence"),
            models.Index(fields=["email", "created_at"], name="comment_by_email"),
            # The pages of a long thread, in both orders.
            models.Index(
                fields=["article", "kind", "status", "-created_at", "-id"],
                condition=Q(parent=None),
                name="comment_root_by_time",
            ),
            models.Index(
                fields=["article", "kind", "status", "-likes", "-created_at", "-id"],
                condition=Q(parent=None),
                name="comment_root_by_likes",
            ),
            models.Index(
                fields=["article", "-pinned_at"], condition=Q(pinned_at__isnull=False), name="comment_pinned"
            ),
            models.Index(fields=["parent", "status", "created_at", "id"], name="comment_replies"),
            models.Index(fields=["lead", "-created_at", "-id"], name="comment_by_lead"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(text=""), name="comment_says_something"),
            models.CheckConstraint(
                condition=Q(status__in=CommentStatus.values), name="comment_status_is_known"
            ),
            models.CheckConstraint(condition=Q(kind__in=CommentKind.values), name="comment_kind_is_known"),
            models.CheckConstraint(
                condition=Q(kind=CommentKind.OPINION) | Q(parent=None), name="comment_question_stands_alone"
            ),
            models.CheckConstraint(
                condition=Q(kind=CommentKind.QUESTION) | Q(exchange=None),
                name="comment_exchange_was_a_question",
            ),
            models.CheckConstraint(condition=Q(lead__in=["", *Lead.values]), name="comment_lead_is_known"),
            models.CheckConstraint(
                condition=Q(pinned_at=None) | Q(kind=CommentKind.OPINION, status=CommentStatus.APPROVED),
                name="comment_pinned_is_shown",
            ),
        ]

    def __str__(self):
        """For a title and the way back to it: no mark of direction turns round the words that stand beside it."""
        return UNSEEN.sub("", f"{self.name}: {self.text[:60]}")

    def save(self, *args, **kwargs):
        fields = kwargs.get("update_fields")
        if fields is None or not WORDS.isdisjoint(fields):
            self._refuse_other_words()
            self.folded = " ".join(tokens(f"{self.name} {self.place} {self.text}"))
            if fields is not None:
                kwargs["update_fields"] = {*fields, "folded"}
        super().save(*args, **kwargs)

    def validate_constraints(self, exclude=None):
        """Nothing: what readers may type the fields have judged, the rest is ours. Asking the database for each
        constraint beforehand took a tenth of the time a comment takes; it still refuses what cannot be."""

    def _refuse_other_words(self):
        """TypeError where a row that is there already would be written with other words than the reader's."""
        if self._state.adding:
            return
        written = type(self).objects.filter(pk=self.pk).values(*WORDS).first()
        if written and any(getattr(self, name) != words for name, words in written.items()):
            raise TypeError(UNEDITED)

    @property
    def can_be_turned(self):
        """An approved question that no exchange was made of yet. Whether the article takes it, the verb asks."""
        approved = self.kind == CommentKind.QUESTION and self.status == CommentStatus.APPROVED
        return approved and self.exchange_id is None

    @property
    def anchor(self):
        return f"cau-hoi-{self.pk}" if self.kind == CommentKind.QUESTION else f"y-kien-{self.pk}"
