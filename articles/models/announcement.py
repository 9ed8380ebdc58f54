"""An interview announced before it happens: readers are asked for their questions."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from .article import Article, Kind
from .standing import Standing, has_standing
from .text import LineField, PlainTextField


class AnnouncementQuerySet(models.QuerySet):
    def public(self, now=None):
        """What readers may be told of at `now` (aware; this moment where none is given): begun, and its article neither
        withdrawn nor expired nor in the bin.

        It opens the announcement's own words and nothing of its article, which has its own gate.
        """
        now = now or timezone.now()
        over = has_standing(Standing.WITHDRAWN, Standing.EXPIRED, Standing.TRASHED, Standing.ERASED, now=now)
        # Each asks after its own article; a list of all that are over would grow with the paper.
        its_own = Article.objects.filter(pk=OuterRef("article_id"))
        return self.filter(
            Exists(its_own.filter(kind=Kind.INTERVIEW)), ~Exists(its_own.filter(over)), opens_at__lte=now
        )

    def open(self, now=None):
        """Those that take questions at `now`: public, not closed, their interview not out yet."""
        now = now or timezone.now()
        out = Article.objects.public(now).filter(pk=OuterRef("article_id"))
        return self.public(now).filter(~Exists(out), closes_at__gt=now)


class Announcement(models.Model):
    """Lời mời đặt câu hỏi. Shown while the article is still a draft, so every word here is written for readers: a
    title that is not the headline, guests chosen one by one."""

    article = models.OneToOneField(
        "articles.Article", models.CASCADE, related_name="announcement", verbose_name="bài phỏng vấn"
    )
    title = LineField(
        "tên gọi với bạn đọc", max_length=160, help_text="Bạn đọc thấy tên này, không thấy tít và sapo của bài."
    )
    invitation = PlainTextField("lời mời", max_length=2000)
    guests = models.ManyToManyField(
        "articles.Interviewee", related_name="announcements", blank=True, verbose_name="khách mời"
    )
    opens_at = models.DateTimeField("nhận câu hỏi từ", default=timezone.now)
    closes_at = models.DateTimeField("nhận câu hỏi đến")

    objects = AnnouncementQuerySet.as_manager()

    class Meta:
        verbose_name = "lời mời đặt câu hỏi"
        verbose_name_plural = "lời mời đặt câu hỏi"
        ordering = ["closes_at", "id"]
        indexes = [models.Index(fields=["closes_at", "id"], name="announcement_closing_next")]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")),
                name="announcement_closes_after_opening",
                violation_error_message="Lúc thôi nhận câu hỏi phải sau lúc bắt đầu nhận.",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(invitation=""),
                name="announcement_says_something",
                violation_error_message="Cần có tên gọi và lời mời.",
            ),
        ]

    def __str__(self):
        return self.title

    def is_open(self, now):
        """The instance's twin of AnnouncementQuerySet.open(), for one that is public. Reads `article`."""
        return self.opens_at <= now < self.closes_at and not self.article.is_public(now)
