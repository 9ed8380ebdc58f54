"""manage.py backup: the database and all files, in one archive that has been read again before it gets its name."""

from pathlib import Path

from django.core.management.base import CommandError

from articles.management.refusals import PlainCommand, reason
from newsroom.backups import Refused
from newsroom.backups.making import back_up


class Command(PlainCommand):
    help = (
        "Sao lưu cơ sở dữ liệu, ảnh và bản gốc vào một tệp, trong lúc báo vẫn chạy. Khóa bí mật (SECRET_KEY, var/env) "
        "không nằm trong đó: hãy cất riêng."
    )

    def add_arguments(self, parser):
        parser.add_argument("place", metavar="NƠI", type=Path, help="tệp .tar chưa có, hoặc thư mục đã có")

    def handle(self, *, place, **options):
        say = self.stdout.write if options["verbosity"] else lambda sentence: None
        try:
            back_up(place, say)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            raise CommandError(f"Không ghi được bản sao lưu vào {place}: {reason(error)}.") from error
