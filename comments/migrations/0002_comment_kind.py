from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("comments", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="kind",
            field=models.CharField(choices=[("opinion", "Ý kiến"), ("question", "Câu hỏi cho khách mời")], default="opinion", editable=False, max_length=8, verbose_name="loại"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(condition=models.Q(("kind__in", ["opinion", "question"])), name="comment_kind_is_known"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(condition=models.Q(("kind", "opinion"), ("parent", None), _connector="OR"), name="comment_question_stands_alone"),
        ),
    ]
