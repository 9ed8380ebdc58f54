import articles.models.text
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('comments', '0006_decision_verbs'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Block',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reader', models.CharField(editable=False, max_length=64)),
                ('reason', articles.models.text.LineField(max_length=200, verbose_name='lý do')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='từ')),
                ('until', models.DateTimeField(verbose_name='đến')),
                ('lifted_at', models.DateTimeField(blank=True, null=True, verbose_name='bỏ chặn lúc')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người chặn')),
                ('decision', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='block', to='comments.decision', verbose_name='quyết định')),
            ],
            options={
                'verbose_name': 'người gửi bị chặn',
                'verbose_name_plural': 'người gửi bị chặn',
                'ordering': ['-at', '-id'],
                'indexes': [models.Index(fields=['reader', 'until'], name='block_of_reader')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('reader', ''), _negated=True), models.Q(('reason', ''), _negated=True)), name='block_says_whom_and_why'), models.CheckConstraint(condition=models.Q(('until__gt', models.F('at'))), name='block_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until', models.DateTimeField(verbose_name='giữ đến')),
                ('comment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='claim', to='comments.comment', verbose_name='ý kiến')),
                ('moderator', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người duyệt')),
            ],
            options={
                'verbose_name': 'ý kiến đang được xem',
                'verbose_name_plural': 'ý kiến đang được xem',
                'indexes': [models.Index(fields=['moderator', 'until'], name='claim_of_moderator')],
            },
        ),
    ]
