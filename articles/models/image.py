"""A picture, once, for every story that shows it. The use has its own caption; credit and alt are the picture's."""

import re

from django.conf import settings
from django.core.files.storage import storages
from django.core.validators import MaxValueValidator
from django.db import models

from ..vietnamese import fold, nfc
from .text import LineField


def originals():
    """The storage for uploads as they came: outside every served folder."""
    return storages["originals"]


class Image(models.Model):
    """Ảnh. Without a file it awaits one: the desk sees "thiếu ảnh", readers the caption alone.

    `file` is the re-encoded picture (JPEG, no metadata); renditions lie beside it under names computed from its own
    (articles/renditions.py), and `made` says which. `original` is the upload, never served.
    """

    # What the library looks for, and `folded` holds without marks.
    SEARCHED = ("caption", "credit", "people", "place", "alt", "source_name")

    file = models.ImageField("ảnh", max_length=200, blank=True, width_field="width", height_field="height")
    original = models.FileField("bản gốc", max_length=200, blank=True, storage=originals, editable=False)
    width = models.PositiveIntegerField("rộng", null=True, blank=True, editable=False)
    height = models.PositiveIntegerField("cao", null=True, blank=True, editable=False)
    digest = models.CharField("dấu vân tay", max_length=64, null=True, blank=True, unique=True, editable=False)  # noqa: DJ001  unique where present
    alt = LineField("mô tả cho người không nhìn thấy ảnh", max_length=300, blank=True)
    caption = LineField("chú thích", max_length=500, blank=True)
    credit = LineField("nguồn ảnh", max_length=120, blank=True)
    people = LineField("người trong ảnh", max_length=300, blank=True)
    place = LineField("nơi chụp", max_length=160, blank=True)
    taken_on = models.DateField("ngày chụp", null=True, blank=True)
    focus_x = models.PositiveSmallIntegerField("tâm điểm ngang (%)", default=50, validators=[MaxValueValidator(100)])
    focus_y = models.PositiveSmallIntegerField("tâm điểm dọc (%)", default=50, validators=[MaxValueValidator(100)])
    # The name the upload had, for whoever looks for it; nothing is ever stored under it.
    source_name = LineField("tên tệp gốc", max_length=200, blank=True, editable=False)
    # 64 bits of what the picture looks like, in hex: the same of the same photograph saved again.
    likeness = models.CharField("nét chung", max_length=16, blank=True, editable=False, db_index=True)
    # Which files lie beside `file`, as renditions.Made writes it; "" for a WebP ladder alone.
    made = models.CharField("các cỡ đã làm", max_length=60, blank=True, editable=False)
    folded = models.TextField("chữ để tìm", blank=True, editable=False)
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

    def save(self, *args, update_fields=None, **kwargs):
        # The page prints "Ảnh: " itself.
        self.credit = re.sub(r"^\s*(Ảnh|Nguồn ảnh)\s*:\s*", "", nfc(self.credit))
        self.folded = self.words_to_search()
        if update_fields is not None and not set(self.SEARCHED).isdisjoint(update_fields):
            update_fields = {*update_fields, "folded"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def words_to_search(self):
        """What `folded` holds: for those who write rows without save()."""
        return " ".join(fold(" ".join(getattr(self, name) for name in self.SEARCHED)).split())

    @property
    def is_missing(self):
        return not self.file

    def is_sealed(self):
        """Whether its files were taken from the served folder with a withdrawn story (articles/sealing.py)."""
        return bool(self.file) and not self.file.storage.exists(self.file.name)
