"""The article: one table for stories and interviews, one gate to what is public, one seam to what it says."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ..richtext.fields import RichTextField
from ..richtext.sanitizer import from_plain, plain
from ..vietnamese import slug as make_slug
from .address import address_of_story
from .standing import UNPUBLISHED, Standing, Status, has_standing, standing_of
from .text import LineField, PlainTextField


class Kind(models.TextChoices):
    STORY = "story", "Bài viết"
    INTERVIEW = "interview", "Phỏng vấn"


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of an article in reading order.

    role: "standfirst", "text", "question", "answer" or "remark" (a closing word nobody answers).
    speaker: the label as printed ("PV", "Ông Lương Văn Thành"), "" outside interviews.
    html: clean rich text (see articles/richtext). anchor: a fragment that outlives re-ordering, "" where none.
    speaker_id: the Interviewee's number, None where nobody of the guests speaks: two guests may bear one label.
    """

    role: str
    speaker: str
    html: str
    anchor: str = ""
    exchange_id: int | None = None
    speaker_id: int | None = None

    @property
    def text(self):
        """The words alone: paragraphs separated by blank lines, captions included."""
        return plain(self.html, captions=True)


class ArticleQuerySet(models.QuerySet):
    def public(self, now=None):
        """What a reader may see at `now` (an aware datetime; this moment where none is given).

        The only way to public matter: page, lists, feeds, sitemaps, counts, comments, pictures.
        """
        now = now or timezone.now()
        # Said once more as plain comparisons, which the index of the newest can serve.
        return self.filter(
            Q(embargo_until__isnull=True) | Q(embargo_until__lte=now),
            Q(unpublish_at__isnull=True) | Q(unpublish_at__gt=now),
            status=Status.PUBLISHED,
            published_at__lte=now,
        )

    def standing(self, *standings, now=None):
        """Those in any of these Standings at `now` (this moment where none is given)."""
        return self.filter(has_standing(*standings, now=now))

    def newest_first(self):
        return self.order_by("-published_at", "-id")

    def older_than(self, article):
        """Those that come after it, newest first; it has a published_at."""
        at = article.published_at
        # The first comparison is the one an index can begin with.
        return self.filter(Q(published_at__lt=at) | Q(pk__lt=article.pk), published_at__lte=at)

    def for_cards(self):
        """With what a list shows of each article: section, lead picture."""
        return self.select_related("section", "lead_image").defer("body")


class Article(models.Model):
    """Bài. `status` is written by articles/workflow.py alone."""

    kind = models.CharField("loại", max_length=10, choices=Kind, default=Kind.STORY)
    status = models.CharField("trạng thái", max_length=10, choices=Status, default=Status.DRAFT, editable=False)
    section = models.ForeignKey(
        "articles.Section", models.PROTECT, related_name="articles", verbose_name="chuyên mục"
    )
    topics = models.ManyToManyField("articles.Topic", related_name="articles", blank=True, verbose_name="chủ đề")
    kicker = LineField("địa danh, tiêu mục", max_length=80, blank=True)
    headline = LineField("tít", max_length=250)
    slug = models.SlugField("địa chỉ", max_length=120, editable=False)
    standfirst = PlainTextField("sapo", blank=True)
    dateline = LineField("nơi viết", max_length=80, blank=True)
    body = RichTextField("nội dung", blank=True)
    lead_image = models.ForeignKey(
        "articles.Image", models.PROTECT, null=True, blank=True, related_name="led_articles", verbose_name="ảnh chính"
    )
    lead_caption = LineField("chú thích ảnh chính", max_length=500, blank=True)
    authors = models.ManyToManyField("articles.Author", through="articles.Byline", related_name="articles")

    # Every picture it shows, lead included; written by articles/snapshot.py with each revision.
    pictures = models.ManyToManyField(
        "articles.Image", related_name="shown_in", blank=True, editable=False, verbose_name="ảnh trong bài"
    )

    published_at = models.DateTimeField("thời điểm đăng", null=True, blank=True)
    embargo_until = models.DateTimeField(
        "giữ tin đến", null=True, blank=True, help_text="Bài không hiện ra trước thời điểm này, kể cả khi đã đăng."
    )
    unpublish_at = models.DateTimeField(
        "hạ xuống lúc", null=True, blank=True, help_text="Từ thời điểm này bạn đọc không thấy bài nữa."
    )
    updated_at = models.DateTimeField("sửa lần cuối", auto_now=True)
    created_at = models.DateTimeField("lập lúc", auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+",
        verbose_name="người lập",
    )
    version = models.PositiveIntegerField("phiên bản", default=1, editable=False)
    # The revision somebody approved last; the approval holds while the status says so.
    approved_revision = models.ForeignKey(
        "articles.Revision", models.SET_NULL, null=True, blank=True, editable=False, related_name="+",
        verbose_name="bản đã duyệt",
    )
    trashed_at = models.DateTimeField("bỏ vào thùng rác lúc", null=True, blank=True, editable=False)
    erased_at = models.DateTimeField("xóa hẳn lúc", null=True, blank=True, editable=False)
    comments_open = models.BooleanField("nhận ý kiến bạn đọc", default=True)
    unplaced = PlainTextField(
        "chưa xếp được", blank=True, help_text="Phần bản gốc mà máy chưa biết đặt vào đâu. Không hiện ra trang báo."
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "bài"
        verbose_name_plural = "bài"
        ordering = ["-published_at", "-id"]
        get_latest_by = "published_at"
        indexes = [
            models.Index(fields=["status", "-published_at", "-id"], name="article_newest"),
            models.Index(fields=["section", "status", "-published_at", "-id"], name="article_newest_in_section"),
            models.Index(fields=["kind", "status", "-published_at", "-id"], name="article_newest_of_kind"),
            # Few stories wait for an hour or lie in the bin: the desk asks for them without walking all others.
            models.Index(fields=["embargo_until"], name="article_held_back", condition=Q(embargo_until__isnull=False)),
            models.Index(fields=["unpublish_at"], name="article_goes_down", condition=Q(unpublish_at__isnull=False)),
            models.Index(fields=["trashed_at"], name="article_in_the_bin", condition=Q(trashed_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="article_kind_is_known"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="article_status_is_known"),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED) | Q(published_at__isnull=False),
                name="article_published_has_time",
            ),
            models.CheckConstraint(condition=~Q(headline="") & ~Q(slug=""), name="article_has_headline"),
            models.CheckConstraint(condition=Q(version__gte=1), name="article_version_counts_from_one"),
            models.CheckConstraint(
                condition=Q(trashed_at__isnull=True) | Q(status__in=["draft", "in_review", "ready"]),
                name="article_in_the_bin_was_not_out",
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(trashed_at__isnull=False), name="article_erased_from_the_bin"
            ),
            models.CheckConstraint(
                condition=Q(unpublish_at__isnull=True)
                | Q(published_at__isnull=True)
                | Q(unpublish_at__gt=models.F("published_at")),
                name="article_goes_down_after_it_came",
                violation_error_message="Thời điểm hạ bài phải sau thời điểm đăng.",
            ),
        ]

    def __str__(self):
        return self.headline

    def save(self, *args, **kwargs):
        # The address follows the headline until publication; afterwards it is kept (old ones redirect by id anyway).
        if not self.slug or self.status in UNPUBLISHED:
            self.slug = make_slug(self.headline, max_length=120)
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "slug"}
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return address_of_story("articles:article", self.section.slug, self.slug, self.pk)

    def get_light_url(self):
        return address_of_story("articles:light", self.section.slug, self.slug, self.pk)

    @property
    def is_interview(self):
        return self.kind == Kind.INTERVIEW

    def standing(self, now):
        """The Standing at `now` (aware)."""
        return standing_of(self, now)

    def is_public(self, now):
        """The instance's twin of ArticleQuerySet.public()."""
        return self.standing(now) == Standing.PUBLISHED

    def passages(self):
        """Yield what the article says, in reading order. Nobody else asks whether this is an interview.

        Reads `exchanges` (with `answered_by__person`) once; prefetch them where many articles are walked.
        """
        if self.standfirst:
            yield Passage("standfirst", "", from_plain(self.standfirst))
        if self.body:
            yield Passage("text", "", self.body)
        if not self.is_interview:
            return
        for exchange in self.exchanges.all():
            yield from exchange.passages()
