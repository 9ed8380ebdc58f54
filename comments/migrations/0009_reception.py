import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0001_initial'),
        ('comments', '0008_likes_and_reports'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reception',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scope', models.CharField(choices=[('site', 'Cả báo'), ('section', 'Một chuyên mục'), ('article', 'Một bài')], default='site', max_length=7, verbose_name='áp dụng cho')),
                ('mode', models.CharField(blank=True, choices=[('before', 'Duyệt trước khi đăng'), ('after', 'Bạn đọc quen: đăng ngay, duyệt sau'), ('closed', 'Không nhận ý kiến')], max_length=6, verbose_name='cách duyệt')),
                ('trusted_after', models.PositiveSmallIntegerField(blank=True, help_text='số ý kiến được duyệt; mặc định 3', null=True, verbose_name='bạn đọc quen khi đã có')),
                ('opens', models.TimeField(blank=True, null=True, verbose_name='nhận từ giờ')),
                ('closes', models.TimeField(blank=True, null=True, verbose_name='đến giờ')),
                ('days', models.PositiveSmallIntegerField(blank=True, help_text='số ngày kể từ khi đăng bài; mặc định không đóng', null=True, verbose_name='đóng sau')),
                ('target_minutes', models.PositiveSmallIntegerField(blank=True, help_text='số phút tòa soạn tự hẹn; mặc định 60', null=True, verbose_name='hẹn duyệt trong')),
                ('article', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reception', to='articles.article', verbose_name='bài')),
                ('section', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reception', to='articles.section', verbose_name='chuyên mục')),
            ],
            options={
                'verbose_name': 'cách nhận ý kiến',
                'verbose_name_plural': 'cách nhận ý kiến',
                'ordering': ['scope', 'section_id', 'article_id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('scope', 'site')), fields=('scope',), name='reception_of_the_site_is_one'), models.CheckConstraint(condition=models.Q(models.Q(('article', None), ('scope', 'site'), ('section', None)), models.Q(('article', None), ('scope', 'section'), ('section__isnull', False)), models.Q(('article__isnull', False), ('scope', 'article'), ('section', None)), _connector='OR'), name='reception_is_of_what_it_says'), models.CheckConstraint(condition=models.Q(('mode__in', ['', 'before', 'after', 'closed'])), name='reception_mode_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('closes', None), ('opens', None)), models.Q(('closes__isnull', False), ('opens__isnull', False)), _connector='OR'), name='reception_hours_are_two')],
            },
        ),
    ]
