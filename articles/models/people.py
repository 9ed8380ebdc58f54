"""Who writes (Author, Byline) and who is spoken to (Person)."""

from django.conf import settings
from django.db import models

from ..vietnamese import name_sort_key
from .address import address_of, free_slug
from .text import LineField, PlainTextField


class NamedPerson(models.Model):
    """A human name with an address of its own and a place in Vietnamese order (given name first)."""

    name = LineField("họ và tên", max_length=120)
    slug = models.SlugField("địa chỉ", max_length=140, unique=True, blank=True)
    sort_key = models.CharField(max_length=200, editable=False, db_index=True, default="")

    class Meta:
        abstract = True
        ordering = ["sort_key", "id"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.sort_key = name_sort_key(self.name)
        # Two people may bear one name.
        self.slug = self.slug or free_slug(self)
        super().save(*args, **kwargs)


class Author(NamedPerson):
    """Tác giả: a name that signs. May belong to a staff account, or to nobody with a login."""

    beat = LineField("mảng theo dõi", max_length=120, blank=True)
    bio = PlainTextField("giới thiệu", blank=True)
    portrait = models.ForeignKey(
        "articles.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="chân dung"
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="author",
        verbose_name="tài khoản",
    )

    class Meta(NamedPerson.Meta):
        verbose_name = "tác giả"
        verbose_name_plural = "tác giả"

    def get_absolute_url(self):
        return address_of("articles:author", self.slug)


class Person(NamedPerson):
    """Nhân vật: anyone the paper has interviewed. The office held is the Interviewee's: it changes, the record not."""

    honorific = LineField("danh xưng", max_length=40, blank=True, help_text="Ông, Bà, TS., Nghệ nhân…")
    portrait = models.ForeignKey(
        "articles.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="chân dung"
    )

    class Meta(NamedPerson.Meta):
        verbose_name = "nhân vật"
        verbose_name_plural = "nhân vật"

    def get_absolute_url(self):
        return address_of("articles:person", self.slug)

    @property
    def label(self):
        """How the paper addresses them: "Ông Nguyễn Văn A"."""
        return f"{self.honorific} {self.name}".strip()


class Byline(models.Model):
    """One name under one article, in order, with what that person did."""

    class Role(models.TextChoices):
        WRITER = "", "viết"
        CONDUCTED = "thuc-hien", "thực hiện"
        RECORDED = "ghi", "ghi"
        PHOTOGRAPHS = "anh", "ảnh"
        TEXT_AND_PHOTOGRAPHS = "bai-va-anh", "bài và ảnh"
        COMPILED = "tong-hop", "tổng hợp"
        TRANSLATED = "dich", "dịch"
        SOURCE = "theo", "theo"

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bylines", verbose_name="bài")
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines", verbose_name="tác giả")
    role = models.CharField("vai trò", max_length=12, choices=Role, default=Role.WRITER, blank=True)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "người ký tên"
        verbose_name_plural = "ký tên"
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author", "role"],
                name="byline_once_per_role",
                violation_error_message="Tác giả này đã ký tên với vai trò ấy.",
            ),
        ]

    def __str__(self):
        return self.printed

    @property
    def printed(self):
        """As it stands under the story: "Nông Thanh Tùng (ảnh)", "Theo Báo Vân Lĩnh"."""
        if self.role == self.Role.SOURCE:
            return f"Theo {self.author.name}"
        return f"{self.author.name} ({self.get_role_display()})" if self.role else self.author.name
