"""manage.py generate_corpus: an invented paper of any size, to measure with."""

from django.core.management.base import CommandError

from articles.management.refusals import PlainCommand
from articles.models import Article
from newsroom.corpus.filling import Corpus

LEFT_OUT = "Không có: ảnh, bản lưu, quá trình xử lý, quyết định kiểm duyệt."


class Command(PlainCommand):
    help = (
        "Điền một tờ báo bịa đặt để đo tốc độ: bài, phỏng vấn, ý kiến bạn đọc, chia đều theo năm tháng. Chỉ điền vào "
        f"tờ báo còn trống, trừ khi có --add. {LEFT_OUT}"
    )

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, default=1000, metavar="SỐ", help="số bài (mặc định 1000)")
        parser.add_argument(
            "--comments", type=int, default=0, metavar="SỐ", help="số ý kiến bạn đọc (mặc định 0)"
        )
        parser.add_argument("--add", action="store_true", help="điền thêm vào tờ báo đã có bài")

    def handle(self, *, articles, comments, add, **options):
        if articles < 0 or comments < 0:
            raise CommandError("Số bài và số ý kiến không thể âm.")
        if comments and not articles and not Article.objects.public().exists():
            raise CommandError("Chưa có bài nào để gửi ý kiến: hãy cho thêm --articles.")
        if not add and Article.objects.exists():
            raise CommandError("Tờ báo này đã có bài. Dùng cơ sở dữ liệu trống, hoặc --add để điền thêm vào.")
        corpus = Corpus(
            articles, comments, self.stdout.write if options["verbosity"] else lambda sentence: None
        )
        try:
            corpus.fill()
        except KeyboardInterrupt:
            rest = f"--articles {articles - corpus.made} --comments {comments - corpus.said}"
            raise CommandError(
                f"Dừng sau {corpus.made} bài, {corpus.said} ý kiến. "
                f"Điền tiếp: python3 manage.py generate_corpus --add {rest}"
            ) from None
        if options["verbosity"]:
            self.stdout.write(f"Đã điền {corpus.made} bài, {corpus.said} ý kiến. {LEFT_OUT}")
