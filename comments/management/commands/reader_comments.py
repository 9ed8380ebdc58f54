"""manage.py reader_comments: one reader's comments handed out, or erased with the thread kept; old marks emptied."""

import json

from django.core.management.base import CommandError

from articles.management.refusals import PlainCommand

from ... import keeping
from ...models import Comment


class Command(PlainCommand):
    help = "Xuất hoặc xóa những gì một bạn đọc đã gửi; xóa các dấu đã quá hạn giữ."

    def add_arguments(self, parser):
        parser.add_argument("--email", default="", help="thư điện tử bạn đọc đã ghi")
        parser.add_argument("--comment", type=int, help="số của một ý kiến; tìm những ý kiến cùng người gửi")
        parser.add_argument("--export", action="store_true", help="in ra JSON mọi điều còn giữ")
        parser.add_argument(
            "--erase", action="store_true", help="xóa lời, tên, nơi ở, thư; không lấy lại được"
        )
        parser.add_argument(
            "--forget", action="store_true", help="xóa các dấu và thư đã quá hạn giữ, của mọi người"
        )

    def handle(self, *, email, comment, export, erase, forget, **options):
        if export + erase + forget != 1:
            raise CommandError("Chọn một trong ba: --export, --erase, --forget.")
        if forget:
            self.stdout.write(f"Đã xóa dấu ở {keeping.forget()} dòng.")
            return
        found = self._found(email, comment)
        if erase:
            interviews = ", ".join(map(str, keeping.in_interviews(found)))
            self.stdout.write(f"Đã xóa {keeping.erase(found)} ý kiến; các trả lời còn nguyên.")
            if interviews:
                self.stdout.write(
                    "Câu hỏi của bạn đọc này còn nằm trong lời bài phỏng vấn, kèm tên và nơi ở: bài số "
                    f"{interviews}. Hãy mở bài để sửa người hỏi, hoặc bỏ câu hỏi."
                )
        else:
            self.stdout.write(
                json.dumps([keeping.exported(row) for row in found], ensure_ascii=False, indent=2)
            )

    def _found(self, email, number):
        if bool(email.strip()) == (number is not None):
            raise CommandError("Cho biết bạn đọc nào: --email hoặc --comment, một trong hai.")
        one = None
        if number is not None:
            one = Comment.objects.filter(pk=number).first() if 0 < number < 10**18 else None
            if one is None:
                raise CommandError(f"Không có ý kiến số {number}.")
        found = list(
            keeping.of_reader(email=email, comment=one).select_related("article__section", "exchange")
        )
        if not found:
            raise CommandError("Không còn giữ ý kiến nào của bạn đọc này.")
        return found
