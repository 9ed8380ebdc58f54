import django.db.models.deletion
from django.db import migrations, models

# Of every article, as articles/streams.py writes it of one. All of them in three statements: a paper of a million
# stories is not read into memory.
FILLED = (
    "SELECT article.id, 't' || filed.topic_id, article.published_at FROM articles_article AS article "
    "JOIN articles_article_topics AS filed ON filed.article_id = article.id "
    "WHERE article.published_at IS NOT NULL",
    "SELECT DISTINCT article.id, 'a' || byline.author_id, article.published_at FROM articles_article AS article "
    "JOIN articles_byline AS byline ON byline.article_id = article.id "
    "WHERE article.published_at IS NOT NULL",
    "SELECT DISTINCT article.id, 'p' || guest.person_id, article.published_at FROM articles_article AS article "
    "JOIN articles_interviewee AS guest ON guest.article_id = article.id "
    "WHERE article.kind = 'interview' AND article.published_at IS NOT NULL AND EXISTS "
    "(SELECT 1 FROM articles_exchange AS said WHERE said.answered_by_id = guest.id AND said.answer <> '')",
)


def fill(apps, schema_editor):
    for rows in FILLED:
        schema_editor.execute(f"INSERT INTO articles_streamentry (article_id, stream, published_at) {rows}")


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0019_few_that_wait"),
    ]

    operations = [
        migrations.CreateModel(
            name="StreamEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stream", models.CharField(max_length=24, verbose_name="dòng")),
                ("published_at", models.DateTimeField(verbose_name="thời điểm đăng")),
                ("article", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="streams", to="articles.article", verbose_name="bài")),
            ],
            options={
                "verbose_name": "bài trong dòng",
                "verbose_name_plural": "bài trong dòng",
                "indexes": [models.Index(fields=["stream", "-published_at", "-article"], name="stream_newest")],
                "constraints": [models.UniqueConstraint(fields=("article", "stream"), name="stream_entry_once")],
            },
        ),
        # The indexes come at the end of the migration: they are made of what is there.
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
