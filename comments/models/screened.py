"""What the machine noticed in a comment, and the words an editor told it to watch for."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.models.text import LineField
from articles.vietnamese import tokens

from .comment import Comment


class Flag(models.Model):
    """One check that fired: why, and where. Positions count characters of the field as it is stored, `end` excluded;
    both are null where the whole comment is meant."""

    class Field(models.TextChoices):
        TEXT = "text", "ý kiến"
        NAME = "name", "họ tên"
        PLACE = "place", "nơi ở"
        EMAIL = "email", "thư điện tử"

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="flags", verbose_name="ý kiến")
    check_name = models.CharField("phép kiểm", max_length=20)
    reason = LineField("lý do", max_length=300)
    field = models.CharField("ở đâu", max_length=5, choices=Field, default=Field.TEXT)
    start = models.PositiveIntegerField("từ ký tự", null=True, blank=True)
    end = models.PositiveIntegerField("đến ký tự", null=True, blank=True)

    class Meta:
        verbose_name = "điều nghi vấn"
        verbose_name_plural = "điều nghi vấn"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(field__in=["text", "name", "place", "email"]), name="flag_field_is_known"
            ),
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(start__lt=F("end")), name="flag_place_is_whole"
            ),
        ]

    def __str__(self):
        return self.reason


class WatchedPhrase(models.Model):
    """A word or phrase that makes a comment wait with a flag, matched by whole syllables.

    marks: only as it is written here; without it "dm" finds "đm" and "ĐM", too.
    """

    class Kind(models.TextChoices):
        RUDE = "rude", "Thô tục"
        INSULT = "insult", "Xúc phạm, kỳ thị"
        LENDING = "lending", "Cho vay"
        BETTING = "betting", "Cờ bạc, cá cược"
        ADVERT = "advert", "Quảng cáo"
        OTHER = "other", "Cần xem kỹ"

    words = LineField("từ, cụm từ", max_length=80, unique=True)
    kind = models.CharField("loại", max_length=8, choices=Kind, default=Kind.OTHER)
    marks = models.BooleanField(
        "phải đúng dấu",
        default=False,
        help_text="Bỏ trống: bắt cả khi viết không dấu. Đánh dấu cho từ dễ trùng với từ lành khi bỏ dấu.",
    )
    note = LineField("ghi chú", max_length=200, blank=True)
    is_active = models.BooleanField("đang dùng", default=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="người sửa",
    )
    changed_at = models.DateTimeField("sửa lúc", auto_now=True)
    folded = models.CharField(max_length=80, editable=False)

    class Meta:
        verbose_name = "từ cần xem"
        verbose_name_plural = "từ cần xem"
        ordering = ["folded", "words"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="watched_phrase_says_something"),
            models.CheckConstraint(
                condition=Q(kind__in=["rude", "insult", "lending", "betting", "advert", "other"]),
                name="watched_phrase_kind_is_known",
            ),
        ]

    def __str__(self):
        return self.words

    def save(self, *args, **kwargs):
        self.folded = " ".join(tokens(self.words))
        super().save(*args, **kwargs)
