"""The streams a story runs in, each with its hour: what lists of a topic, an author, a person are read from."""

from django.db import models


class StreamEntry(models.Model):
    """That an article stands in a stream (a topic's, an author's, a person's), and when it came out.

    Said by other tables already, which know no hours: a stream of thousands would be looked up story by story to be
    put in order. Written by articles/streams.py alone, with each revision.
    """

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="streams", verbose_name="bài", db_index=False
    )
    stream = models.CharField("dòng", max_length=24)
    published_at = models.DateTimeField("thời điểm đăng")

    class Meta:
        verbose_name = "bài trong dòng"
        verbose_name_plural = "bài trong dòng"
        constraints = [models.UniqueConstraint(fields=["article", "stream"], name="stream_entry_once")]
        indexes = [models.Index(fields=["stream", "-published_at", "-article"], name="stream_newest")]

    def __str__(self):
        return f"{self.stream}: {self.article_id}"
