import articles.models.text
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('comments', '0007_claims_and_blocks'),
    ]

    operations = [
        migrations.CreateModel(
            name='Like',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reader', models.CharField(editable=False, max_length=64)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'lượt thích',
                'verbose_name_plural': 'lượt thích',
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reader', models.CharField(editable=False, max_length=64)),
                ('reason', models.CharField(choices=[('rude', 'Xúc phạm, thô tục'), ('false', 'Sai sự thật, bịa đặt'), ('private', 'Lộ đời tư của người khác'), ('advert', 'Quảng cáo, lừa đảo'), ('other', 'Lý do khác')], max_length=8, verbose_name='lý do')),
                ('words', articles.models.text.LineField(blank=True, max_length=300, verbose_name='nói thêm')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='lúc')),
            ],
            options={
                'verbose_name': 'báo cáo ý kiến',
                'verbose_name_plural': 'báo cáo ý kiến',
                'ordering': ['at', 'id'],
            },
        ),
        migrations.AddField(
            model_name='comment',
            name='likes',
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name='lượt thích'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(condition=models.Q(('parent', None)), fields=['article', 'kind', 'status', '-created_at', '-id'], name='comment_root_by_time'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(condition=models.Q(('parent', None)), fields=['article', 'kind', 'status', '-likes', '-created_at', '-id'], name='comment_root_by_likes'),
        ),
        migrations.AddField(
            model_name='like',
            name='comment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='liked', to='comments.comment', verbose_name='ý kiến'),
        ),
        migrations.AddField(
            model_name='report',
            name='answered_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='comments.decision', verbose_name='quyết định trả lời'),
        ),
        migrations.AddField(
            model_name='report',
            name='comment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='comments.comment', verbose_name='ý kiến'),
        ),
        migrations.AddIndex(
            model_name='like',
            index=models.Index(fields=['reader', 'at'], name='like_of_reader'),
        ),
        migrations.AddConstraint(
            model_name='like',
            constraint=models.UniqueConstraint(fields=('comment', 'reader'), name='like_once'),
        ),
        migrations.AddIndex(
            model_name='report',
            index=models.Index(condition=models.Q(('answered_by', None)), fields=['at', 'id'], name='report_open'),
        ),
        migrations.AddIndex(
            model_name='report',
            index=models.Index(fields=['reader', 'at'], name='report_of_reader'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.UniqueConstraint(fields=('comment', 'reader'), name='report_once'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('reason__in', ['rude', 'false', 'private', 'advert', 'other'])), name='report_reason_is_known'),
        ),
    ]
