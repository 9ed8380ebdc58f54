"""manage.py refresh_front: ask nginx again for what it has not acknowledged; the secret for its configuration."""

from django.conf import settings
from django.core.management.base import CommandError

from articles import refreshing
from articles.management.refusals import PlainCommand
from articles.models import Refresh

SHOWN = 20  # open addresses told one by one


class Command(PlainCommand):
    help = "Yêu cầu máy chủ trang báo (nginx) tải lại các trang của bài đã gỡ hoặc cải chính mà nó chưa xác nhận."

    def add_arguments(self, parser):
        parser.add_argument(
            "--secret", action="store_true", help="chỉ in mã làm mới để điền vào cấu hình nginx"
        )

    def handle(self, *, secret, **options):
        if secret:
            self.stdout.write(settings.REFRESH_SECRET)
            return
        asked = Refresh.objects.filter(done_at=None).count()
        if not asked:
            self.stdout.write("Không có địa chỉ nào đang chờ.")
            return
        refreshing.deliver(at_once=True)
        still_open = Refresh.objects.filter(done_at=None).order_by("id")
        for row in still_open[:SHOWN]:
            self.stdout.write(f"{row.path}: {row.trouble or 'vừa được yêu cầu'}")
        if count := still_open.count():
            raise CommandError(f"Còn {count} địa chỉ chưa được xác nhận.")
        self.stdout.write(f"Xong {asked} địa chỉ.")
