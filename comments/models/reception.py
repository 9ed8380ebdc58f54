"""Whether, when and how readers' comments are taken: for the whole paper, a section, one story."""

from django.db import models
from django.db.models import Q

from articles.models import Article, Section


class Reception(models.Model):
    """Cách nhận ý kiến. What is left empty is as in the wider one; comments/reception.py reads the three together.

    A story closed by hand (Article.comments_open) stays so.
    """

    class Scope(models.TextChoices):
        SITE = "site", "Cả báo"
        SECTION = "section", "Một chuyên mục"
        ARTICLE = "article", "Một bài"

    class Mode(models.TextChoices):
        BEFORE = "before", "Duyệt trước khi đăng"
        AFTER = "after", "Bạn đọc quen: đăng ngay, duyệt sau"
        CLOSED = "closed", "Không nhận ý kiến"

    scope = models.CharField("áp dụng cho", max_length=7, choices=Scope, default=Scope.SITE)
    section = models.OneToOneField(
        Section, models.CASCADE, null=True, blank=True, related_name="reception", verbose_name="chuyên mục"
    )
    article = models.OneToOneField(
        Article, models.CASCADE, null=True, blank=True, related_name="reception", verbose_name="bài"
    )
    mode = models.CharField("cách duyệt", max_length=6, choices=Mode, blank=True)
    trusted_after = models.PositiveSmallIntegerField(
        "bạn đọc quen khi đã có", null=True, blank=True, help_text="số ý kiến được duyệt; mặc định 3"
    )
    opens = models.TimeField("nhận từ giờ", null=True, blank=True)
    closes = models.TimeField("đến giờ", null=True, blank=True)
    days = models.PositiveSmallIntegerField(
        "đóng sau", null=True, blank=True, help_text="số ngày kể từ khi đăng bài; mặc định không đóng"
    )
    target_minutes = models.PositiveSmallIntegerField(
        "hẹn duyệt trong", null=True, blank=True, help_text="số phút tòa soạn tự hẹn; mặc định 60"
    )

    class Meta:
        verbose_name = "cách nhận ý kiến"
        verbose_name_plural = "cách nhận ý kiến"
        ordering = ["scope", "section_id", "article_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["scope"], condition=Q(scope="site"), name="reception_of_the_site_is_one"
            ),
            models.CheckConstraint(
                condition=Q(scope="site", section=None, article=None)
                | Q(scope="section", section__isnull=False, article=None)
                | Q(scope="article", section=None, article__isnull=False),
                name="reception_is_of_what_it_says",
            ),
            models.CheckConstraint(
                condition=Q(mode__in=["", "before", "after", "closed"]), name="reception_mode_is_known"
            ),
            models.CheckConstraint(
                condition=Q(opens=None, closes=None) | Q(opens__isnull=False, closes__isnull=False),
                name="reception_hours_are_two",
            ),
        ]

    def __str__(self):
        return str(self.section or self.article or self.get_scope_display())
