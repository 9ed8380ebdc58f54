"""Where a story stands (one section) and what it belongs to (many topics)."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction

from ..vietnamese import sort_key
from .address import address_of, free_slug
from .text import LineField, PlainTextField

# The first path segments the site itself uses (see the addresses in newsroom/urls.py; a test compares).
RESERVED_SLUGS = frozenset(
    "admin static media healthz chu-de tac-gia nhan-vat tim-kiem luu-tru cai-chinh rss binh-luan quy-dinh-binh-luan "
    "xem-truoc duyet-loi cau-hoi nhe favicon.ico robots.txt sitemap.xml sitemap-news.xml manifest.webmanifest "
    ".well-known bo-cuc".split()
)


def is_reserved(slug):
    return slug in RESERVED_SLUGS or slug.startswith("sitemap")


def refuse_reserved(value):
    """Raise ValidationError where a section would hide an address of the site."""
    if is_reserved(value):
        raise ValidationError(
            "“%(slug)s” là địa chỉ riêng của trang báo, chuyên mục không dùng được. Hãy chọn tên khác.",
            code="reserved",
            params={"slug": value},
        )


class Section(models.Model):
    """Chuyên mục. Every article has exactly one; it gives the article's address its first word."""

    name = LineField("tên", max_length=80, unique=True)
    slug = models.SlugField("địa chỉ", max_length=80, unique=True, blank=True, validators=[refuse_reserved])
    description = LineField("giới thiệu", max_length=300, blank=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", verbose_name="biên tập viên phụ trách",
        help_text="Để trống: mọi biên tập viên. Có tên: chỉ những người này sửa, duyệt, trả bài của chuyên mục.",
    )

    class Meta:
        verbose_name = "chuyên mục"
        verbose_name_plural = "chuyên mục"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(slug="") & ~models.Q(slug__in=sorted(RESERVED_SLUGS)),
                name="section_slug_is_free",
                violation_error_message="Địa chỉ này là của trang báo, chuyên mục không dùng được.",
            ),
        ]

    def __str__(self):
        return self.name

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Keep the old slug as a redirect when the address of a section changes."""
        self.slug = self.slug or free_slug(self)
        refuse_reserved(self.slug)
        before = Section.objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None
        super().save(*args, **kwargs)
        FormerSlug.objects.filter(slug=self.slug).delete()
        if before and before != self.slug:
            FormerSlug.objects.update_or_create(slug=before, defaults={"section": self})

    def get_absolute_url(self):
        return address_of("articles:section", self.slug)

    def clean(self):
        """Make the address before the constraints are asked, so that a form hears about a name that cannot be used."""
        super().clean()
        if self.name and not self.slug:
            slug = free_slug(self)
            try:
                refuse_reserved(slug)
            except ValidationError as refusal:
                raise ValidationError({"name": refusal.error_list}) from refusal
            self.slug = slug


class FormerSlug(models.Model):
    """An address a section once had: it redirects for ever, until another section takes it."""

    slug = models.SlugField("địa chỉ cũ", max_length=80, unique=True)
    section = models.ForeignKey(Section, models.CASCADE, related_name="former_slugs", verbose_name="chuyên mục")

    class Meta:
        verbose_name = "địa chỉ cũ"
        verbose_name_plural = "địa chỉ cũ"

    def __str__(self):
        return self.slug


class Topic(models.Model):
    """Chủ đề, dòng sự kiện: stories of any section that belong together."""

    name = LineField("tên", max_length=120, unique=True)
    slug = models.SlugField("địa chỉ", max_length=120, unique=True, blank=True)
    summary = PlainTextField("tóm lược", blank=True)
    sort_key = models.CharField(max_length=200, editable=False, db_index=True, default="")

    class Meta:
        verbose_name = "chủ đề"
        verbose_name_plural = "chủ đề"
        ordering = ["sort_key", "id"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        # Names that differ by their tones alone have one slug: the second is -2.
        self.slug = self.slug or free_slug(self)
        self.sort_key = sort_key(self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return address_of("articles:topic", self.slug)
