from django.db import migrations, models

from articles.vietnamese import tokens


def fold(apps, schema_editor):
    Comment = apps.get_model("comments", "Comment")
    for comment in Comment.objects.only("name", "place", "text").iterator():
        folded = " ".join(tokens(f"{comment.name} {comment.place} {comment.text}"))
        Comment.objects.filter(pk=comment.pk).update(folded=folded)


class Migration(migrations.Migration):

    dependencies = [
        ('comments', '0003_comment_exchange'),
    ]

    operations = [
        migrations.AddField(
            model_name='comment',
            name='folded',
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.RunPython(fold, migrations.RunPython.noop, elidable=True),
    ]
