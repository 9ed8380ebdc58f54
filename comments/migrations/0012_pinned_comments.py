from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('comments', '0011_first_phrases'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(condition=models.Q(('pinned_at__isnull', False)), fields=['article', '-pinned_at'], name='comment_pinned'),
        ),
    ]
