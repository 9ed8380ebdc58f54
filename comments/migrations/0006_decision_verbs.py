import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('comments', '0005_screening'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='decision',
            name='decision_verb_is_known',
        ),
        migrations.AddField(
            model_name='comment',
            name='lead',
            field=models.CharField(blank=True, choices=[('feedback', 'Góp ý'), ('question', 'Câu hỏi'), ('tip', 'Phản ánh')], editable=False, max_length=8, verbose_name='phân loại'),
        ),
        migrations.AddField(
            model_name='comment',
            name='pinned_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='ghim lúc'),
        ),
        migrations.AddField(
            model_name='decision',
            name='act',
            field=models.CharField(blank=True, editable=False, max_length=32),
        ),
        migrations.AddField(
            model_name='decision',
            name='before',
            field=models.CharField(blank=True, editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name='decision',
            name='code',
            field=models.CharField(blank=True, choices=[('off_topic', 'Không bàn việc bài báo nêu'), ('rude', 'Lời lẽ thiếu tôn trọng'), ('unproven', 'Quy kết không có căn cứ'), ('private', 'Làm lộ đời tư, số điện thoại của người khác'), ('advert', 'Quảng cáo, mời vay tiền, cá cược'), ('unreadable', 'Không đọc được, không phải tiếng Việt'), ('repeated', 'Trùng với ý kiến đã gửi'), ('spam', 'Thư rác'), ('other', 'Lý do khác')], max_length=12, verbose_name='lý do trong danh sách'),
        ),
        migrations.AddField(
            model_name='decision',
            name='undoes',
            field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='comments.decision', verbose_name='hoàn tác quyết định'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='verb',
            field=models.CharField(choices=[('approve', 'duyệt'), ('reject', 'không đăng'), ('spam', 'thư rác'), ('block', 'chặn người gửi'), ('pin', 'ghim'), ('unpin', 'bỏ ghim'), ('mark', 'phân loại'), ('tell', 'báo lại người viết'), ('undo', 'hoàn tác')], max_length=8, verbose_name='quyết định'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['lead', '-created_at', '-id'], name='comment_by_lead'),
        ),
        migrations.AddIndex(
            model_name='decision',
            index=models.Index(fields=['-at', '-id'], name='decision_log'),
        ),
        migrations.AddIndex(
            model_name='decision',
            index=models.Index(fields=['act'], name='decision_of_one_act'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('lead__in', ['', 'feedback', 'question', 'tip'])), name='comment_lead_is_known'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('pinned_at', None), models.Q(('kind', 'opinion'), ('status', 'approved')), _connector='OR'), name='comment_pinned_is_shown'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['approve', 'reject', 'spam', 'block', 'pin', 'unpin', 'mark', 'tell', 'undo'])), name='decision_verb_is_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('code__in', ['', 'off_topic', 'rude', 'unproven', 'private', 'advert', 'unreadable', 'repeated', 'spam', 'other'])), name='decision_code_is_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('undoes__isnull', False), ('verb', 'undo')), models.Q(models.Q(('verb', 'undo'), _negated=True), ('undoes', None)), _connector='OR'), name='decision_undo_undoes_one'),
        ),
    ]
