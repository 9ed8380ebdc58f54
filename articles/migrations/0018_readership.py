import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0017_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="Readership",
            fields=[
                ("article", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name="readership", serialize=False, to="articles.article", verbose_name="bài")),
                ("weight", models.FloatField(db_index=True, default=0, verbose_name="sức đọc")),
            ],
            options={
                "verbose_name": "lượt đọc",
                "verbose_name_plural": "lượt đọc",
            },
        ),
    ]
