# The words of search: an FTS5 table on SQLite, a tsvector column on PostgreSQL (articles/search/store.py).

import django.db.models.deletion
from django.db import migrations, models

FORWARDS = {
    "sqlite": ["CREATE VIRTUAL TABLE articles_searchwords USING fts5 (words, tokenize = 'ascii')"],
    "postgresql": [
        "ALTER TABLE articles_searchentry ADD COLUMN words tsvector NOT NULL DEFAULT ''",
        # What is written is found at once, at the same cost for every query.
        "CREATE INDEX search_words ON articles_searchentry USING gin (words) WITH (fastupdate = off)",
        # No plan depends on how common a word is.
        "ALTER TABLE articles_searchentry ALTER COLUMN words SET STATISTICS 0",
    ],
}
BACKWARDS = {
    "sqlite": ["DROP TABLE articles_searchwords"],
    "postgresql": ["ALTER TABLE articles_searchentry DROP COLUMN words"],
}


def run(statements):
    def execute(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return execute


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_picture_words"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to="articles.article",
                        verbose_name="bài",
                    ),
                ),
                ("newest", models.BigIntegerField(editable=False, unique=True)),
            ],
            options={"verbose_name": "mục tìm kiếm", "verbose_name_plural": "mục tìm kiếm"},
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[("word", models.CharField(max_length=40, primary_key=True, serialize=False))],
            options={"verbose_name": "từ tìm kiếm", "verbose_name_plural": "từ tìm kiếm"},
        ),
        migrations.RunPython(run(FORWARDS), run(BACKWARDS)),
    ]
