"""How much a story is being read."""

from django.db import models


class Readership(models.Model):
    """Lượt đọc: one number for a story, in which a reading of today weighs more than one of yesterday.

    Written by articles/readership.py alone, which says what the number is.
    """

    article = models.OneToOneField(
        "articles.Article", models.CASCADE, primary_key=True, related_name="readership", verbose_name="bài"
    )
    weight = models.FloatField("sức đọc", default=0, db_index=True)

    class Meta:
        verbose_name = "lượt đọc"
        verbose_name_plural = "lượt đọc"

    def __str__(self):
        return f"{self.article}: {self.weight:.1f}"
