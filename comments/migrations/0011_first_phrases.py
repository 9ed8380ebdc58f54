from django.db import migrations

from articles.vietnamese import tokens
from comments.screening.first_phrases import first_phrases


def plant(apps, schema_editor):
    WatchedPhrase = apps.get_model("comments", "WatchedPhrase")
    for kind, words, marks in first_phrases():
        WatchedPhrase.objects.get_or_create(
            words=words, defaults={"kind": kind, "marks": marks, "folded": " ".join(tokens(words))}
        )


class Migration(migrations.Migration):

    dependencies = [
        ('comments', '0010_erasure'),
    ]

    operations = [
        migrations.RunPython(plant, migrations.RunPython.noop),
    ]
