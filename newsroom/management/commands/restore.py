"""manage.py restore: a backup brought back into an empty place, or only checked."""

from pathlib import Path

from django.core.management.base import CommandError

from articles.management.refusals import PlainCommand, reason
from newsroom.backups import Refused, size
from newsroom.backups.archive import manifest, verify
from newsroom.backups.restoring import restore


class Command(PlainCommand):
    help = (
        "Khôi phục một bản sao lưu vào cơ sở dữ liệu và thư mục còn trống; nơi đã có gì thì không đụng tới."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="TỆP", type=Path, help="bản sao lưu do lệnh backup làm ra")
        parser.add_argument("--check", action="store_true", help="chỉ kiểm tra bản sao lưu, không khôi phục")

    def handle(self, *, file, check, **options):
        say = self.stdout.write if options["verbosity"] else lambda sentence: None
        try:
            if check:
                made_at = manifest(file)["made_at"]
                count, total = verify(file)
                say(f"Nguyên vẹn: {count - 2} tệp, {size(total)}, làm lúc {made_at[:16].replace('T', ' ')}.")
            else:
                restore(file, say)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            raise CommandError(f"Không khôi phục được từ {file}: {reason(error)}.") from error
