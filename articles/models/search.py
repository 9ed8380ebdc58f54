"""What search keeps of every article. Written and read by articles/search alone, which holds the words themselves in a
table (SQLite) or a column (PostgreSQL) that Django's models do not know."""

from django.db import models


class SearchEntry(models.Model):
    """That an article is in the index, and where: `newest` orders entries by the hour of publication, no two alike."""

    article = models.OneToOneField(
        "articles.Article", models.CASCADE, primary_key=True, related_name="search_entry", verbose_name="bài"
    )
    newest = models.BigIntegerField(unique=True, editable=False)

    class Meta:
        verbose_name = "mục tìm kiếm"
        verbose_name_plural = "mục tìm kiếm"

    def __str__(self):
        return f"{self.article_id}"


class SearchWord(models.Model):
    """A word (folded, see articles/search/words.py) that some article says or said: what a slip may have meant."""

    word = models.CharField(max_length=40, primary_key=True)

    class Meta:
        verbose_name = "từ tìm kiếm"
        verbose_name_plural = "từ tìm kiếm"

    def __str__(self):
        return self.word
