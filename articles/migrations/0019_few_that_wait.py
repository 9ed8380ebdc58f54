from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0018_readership"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(condition=models.Q(("embargo_until__isnull", False)), fields=["embargo_until"], name="article_held_back"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(condition=models.Q(("unpublish_at__isnull", False)), fields=["unpublish_at"], name="article_goes_down"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(condition=models.Q(("trashed_at__isnull", False)), fields=["trashed_at"], name="article_in_the_bin"),
        ),
    ]
