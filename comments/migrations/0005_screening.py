import articles.models.text
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('comments', '0004_comment_search'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Flag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('check_name', models.CharField(max_length=20, verbose_name='phép kiểm')),
                ('reason', articles.models.text.LineField(max_length=300, verbose_name='lý do')),
                ('field', models.CharField(choices=[('text', 'ý kiến'), ('name', 'họ tên'), ('place', 'nơi ở'), ('email', 'thư điện tử')], default='text', max_length=5, verbose_name='ở đâu')),
                ('start', models.PositiveIntegerField(blank=True, null=True, verbose_name='từ ký tự')),
                ('end', models.PositiveIntegerField(blank=True, null=True, verbose_name='đến ký tự')),
            ],
            options={
                'verbose_name': 'điều nghi vấn',
                'verbose_name_plural': 'điều nghi vấn',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='WatchedPhrase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', articles.models.text.LineField(max_length=80, unique=True, verbose_name='từ, cụm từ')),
                ('kind', models.CharField(choices=[('rude', 'Thô tục'), ('insult', 'Xúc phạm, kỳ thị'), ('lending', 'Cho vay'), ('betting', 'Cờ bạc, cá cược'), ('advert', 'Quảng cáo'), ('other', 'Cần xem kỹ')], default='other', max_length=8, verbose_name='loại')),
                ('marks', models.BooleanField(default=False, help_text='Bỏ trống: bắt cả khi viết không dấu. Đánh dấu cho từ dễ trùng với từ lành khi bỏ dấu.', verbose_name='phải đúng dấu')),
                ('note', articles.models.text.LineField(blank=True, max_length=200, verbose_name='ghi chú')),
                ('is_active', models.BooleanField(default=True, verbose_name='đang dùng')),
                ('changed_at', models.DateTimeField(auto_now=True, verbose_name='sửa lúc')),
                ('folded', models.CharField(editable=False, max_length=80)),
            ],
            options={
                'verbose_name': 'từ cần xem',
                'verbose_name_plural': 'từ cần xem',
                'ordering': ['folded', 'words'],
            },
        ),
        migrations.AddField(
            model_name='comment',
            name='essence',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='comment',
            name='reader',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['reader', 'created_at'], name='comment_by_reader'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['essence', 'created_at'], name='comment_by_essence'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['email', 'created_at'], name='comment_by_email'),
        ),
        migrations.AddField(
            model_name='flag',
            name='comment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='flags', to='comments.comment', verbose_name='ý kiến'),
        ),
        migrations.AddField(
            model_name='watchedphrase',
            name='changed_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='người sửa'),
        ),
        migrations.AddConstraint(
            model_name='flag',
            constraint=models.CheckConstraint(condition=models.Q(('field__in', ['text', 'name', 'place', 'email'])), name='flag_field_is_known'),
        ),
        migrations.AddConstraint(
            model_name='flag',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end', None), ('start', None)), ('start__lt', models.F('end')), _connector='OR'), name='flag_place_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='watchedphrase',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='watched_phrase_says_something'),
        ),
        migrations.AddConstraint(
            model_name='watchedphrase',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['rude', 'insult', 'lending', 'betting', 'advert', 'other'])), name='watched_phrase_kind_is_known'),
        ),
    ]
