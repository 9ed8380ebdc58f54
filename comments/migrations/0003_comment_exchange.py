import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0001_initial"),
        ("comments", "0002_comment_kind"),
    ]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="exchange",
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="readers_questions", to="articles.exchange", verbose_name="lượt hỏi – đáp"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(condition=models.Q(("kind", "question"), ("exchange", None), _connector="OR"), name="comment_exchange_was_a_question"),
        ),
    ]
