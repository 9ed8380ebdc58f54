"""What moderators did, with whom it began and how long it holds. Written once; a changed mind is another row."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.models.text import LineField

from .comment import Comment


class Unchangeable(models.QuerySet):
    """Rows that are written once."""

    def update(self, **fields):
        raise TypeError("A decision is never changed; record another one.")

    def delete(self):
        raise TypeError("A decision is never deleted.")


class Reason(models.TextChoices):
    """Why a comment is not shown: what its writer is told, each with its place in the rules readers see."""

    OFF_TOPIC = "off_topic", "Không bàn việc bài báo nêu"
    RUDE = "rude", "Lời lẽ thiếu tôn trọng"
    UNPROVEN = "unproven", "Quy kết không có căn cứ"
    PRIVATE = "private", "Làm lộ đời tư, số điện thoại của người khác"
    ADVERT = "advert", "Quảng cáo, mời vay tiền, cá cược"
    UNREADABLE = "unreadable", "Không đọc được, không phải tiếng Việt"
    REPEATED = "repeated", "Trùng với ý kiến đã gửi"
    SPAM = "spam", "Thư rác"
    OTHER = "other", "Lý do khác"


class Decision(models.Model):
    """A moderator's act on one comment. Append-only: a changed mind is a second row.

    `act` is shared by the rows of one press over many comments. `before` is what the act changed, as it was: a
    status, a mark, "pinned". `undoes` names the row an undoing takes back; none is taken back twice.
    """

    class Verb(models.TextChoices):
        APPROVE = "approve", "duyệt"
        REJECT = "reject", "không đăng"
        SPAM = "spam", "thư rác"
        BLOCK = "block", "chặn người gửi"
        PIN = "pin", "ghim"
        UNPIN = "unpin", "bỏ ghim"
        MARK = "mark", "phân loại"
        TELL = "tell", "báo lại người viết"
        UNDO = "undo", "hoàn tác"

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="decisions", verbose_name="ý kiến")
    verb = models.CharField("quyết định", max_length=8, choices=Verb)
    code = models.CharField("lý do trong danh sách", max_length=12, choices=Reason, blank=True)
    reason = LineField("lý do", max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người duyệt"
    )
    at = models.DateTimeField("lúc", default=timezone.now)
    act = models.CharField(max_length=32, blank=True, editable=False)
    before = models.CharField(max_length=16, blank=True, editable=False)
    undoes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="undone_by",
        verbose_name="hoàn tác quyết định",
    )

    objects = Unchangeable.as_manager()

    class Meta:
        verbose_name = "quyết định"
        verbose_name_plural = "quyết định"
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="decision_log"),
            models.Index(fields=["act"], name="decision_of_one_act"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    verb__in=["approve", "reject", "spam", "block", "pin", "unpin", "mark", "tell", "undo"]
                ),
                name="decision_verb_is_known",
            ),
            models.CheckConstraint(condition=Q(code__in=["", *Reason.values]), name="decision_code_is_known"),
            models.CheckConstraint(
                condition=Q(verb="undo", undoes__isnull=False) | (~Q(verb="undo") & Q(undoes=None)),
                name="decision_undo_undoes_one",
            ),
        ]

    def __str__(self):
        return f"{self.get_verb_display()} – {self.by}"

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise TypeError("A decision is never changed; record another one.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A decision is never deleted.")


class Claim(models.Model):
    """One moderator has this comment open; it frees itself at `until`. At most one row for a comment."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="claim", verbose_name="ý kiến")
    moderator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="người duyệt"
    )
    until = models.DateTimeField("giữ đến")

    class Meta:
        verbose_name = "ý kiến đang được xem"
        verbose_name_plural = "ý kiến đang được xem"
        indexes = [models.Index(fields=["moderator", "until"], name="claim_of_moderator")]

    def __str__(self):
        return f"{self.moderator}: {self.comment_id}"


class BlockQuerySet(models.QuerySet):
    def in_force(self, now=None):
        return self.filter(lifted_at=None, until__gt=now or timezone.now())


class Block(models.Model):
    """What this reader sends is suspect until then. `reader` is Comment.reader: one kind of browser at one address, for
    whole neighbourhoods share an address; so it flags, and refuses nobody."""

    reader = models.CharField(max_length=64, editable=False)
    decision = models.OneToOneField(
        Decision, models.PROTECT, related_name="block", verbose_name="quyết định", null=True, blank=True
    )
    reason = LineField("lý do", max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người chặn"
    )
    at = models.DateTimeField("từ", default=timezone.now)
    until = models.DateTimeField("đến")
    lifted_at = models.DateTimeField("bỏ chặn lúc", null=True, blank=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        verbose_name = "người gửi bị chặn"
        verbose_name_plural = "người gửi bị chặn"
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["reader", "until"], name="block_of_reader")]
        constraints = [
            models.CheckConstraint(condition=~Q(reader="") & ~Q(reason=""), name="block_says_whom_and_why"),
            models.CheckConstraint(condition=Q(until__gt=models.F("at")), name="block_ends_after_it_begins"),
        ]

    def __str__(self):
        return f"{self.reason} ({timezone.localtime(self.until):%H:%M %d/%m/%Y})"
