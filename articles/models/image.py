"""A picture, once, for every story that shows it. The use has its own caption; credit and alt are the picture's."""

import re

from django.conf import settings
from django.core.files.storage import storages
from django.core.validators import MaxValueValidator
from django.db import models

from ..vietnamese import nfc
from .text import LineField


def originals():
    """The storage for uploads as they came: outside every served folder."""
    return storages["originals"]


class Image(models.Model):
    """Ảnh. Without a file it awaits one: the desk sees "thiếu ảnh", readers the caption alone.

    `file` is the re-encoded picture (JPEG, no metadata); renditions lie beside it under names computed from its own
    (articles/renditions.py). `original` is the upload, never served.
    """

    file = models.ImageField("ảnh", max_length=200, blank=True, width_field="width", height_field="height")
    original = models.FileField("bản gốc", max_length=200, blank=True, storage=originals, editable=False)
    width = models.PositiveIntegerField("rộng", null=True, blank=True, editable=False)
    height = models.PositiveIntegerField("cao", null=True, blank=True, editable=False)
    digest = models.CharField("dấu vân tay", max_length=64, null=True, blank=True, unique=True, editable=False)  # noqa: DJ001  unique where present
    alt = LineField("mô tả cho người không nhìn thấy ảnh", max_length=300, blank=True)
    caption = LineField("chú thích", max_length=500, blank=True)
    credit = LineField("nguồn ảnh", max_length=120, blank=True)
    focus_x = models.PositiveSmallIntegerField("tâm điểm ngang (%)", default=50, validators=[MaxValueValidator(100)])
    focus_y = models.PositiveSmallIntegerField("tâm điểm dọc (%)", default=50, validators=[MaxValueValidator(100)])
    created_at = models.DateTimeField("đưa vào lúc", auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, verbose_name="người đưa vào"
    )

    class Meta:
        verbose_name = "ảnh"
        verbose_name_plural = "ảnh"
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focus_x__lte=100, focus_y__lte=100), name="image_focus_is_inside"
            ),
            models.CheckConstraint(
                # A comparison with NULL is no refusal: the size has to be there before it can be greater than zero.
                condition=models.Q(file="")
                | models.Q(width__isnull=False, height__isnull=False, width__gt=0, height__gt=0),
                name="image_knows_its_size",
            ),
        ]

    def __str__(self):
        return self.caption or self.alt or f"Ảnh {self.pk}"

    def save(self, *args, **kwargs):
        # The page prints "Ảnh: " itself.
        self.credit = re.sub(r"^\s*(Ảnh|Nguồn ảnh)\s*:\s*", "", nfc(self.credit))
        super().save(*args, **kwargs)

    @property
    def is_missing(self):
        return not self.file

    def is_sealed(self):
        """Whether its files were taken from the served folder with a withdrawn story (articles/sealing.py)."""
        return bool(self.file) and not self.file.storage.exists(self.file.name)
