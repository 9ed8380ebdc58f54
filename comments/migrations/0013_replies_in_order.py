from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('comments', '0012_pinned_comments'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['parent', 'status', 'created_at', 'id'], name='comment_replies'),
        ),
    ]
