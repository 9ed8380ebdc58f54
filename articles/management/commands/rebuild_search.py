"""manage.py rebuild_search: put every article into the search index again."""

import time

from django.core.management.base import CommandError

from articles.management.refusals import PlainCommand
from articles.models import Article
from articles.search import index, store

EVERY = 5  # seconds between two lines of progress


class Command(PlainCommand):
    help = (
        "Lập lại chỉ mục tìm kiếm từ các bài đang có; bạn đọc vẫn tìm được lúc ấy. Ngắt rồi chạy tiếp được."
    )

    def add_arguments(self, parser):
        parser.add_argument("--missing", action="store_true", help="chỉ thêm những bài chưa có trong chỉ mục")
        parser.add_argument(
            "--after",
            type=int,
            default=0,
            metavar="SỐ",
            help="bắt đầu sau bài số này, để chạy tiếp lần bị ngắt",
        )

    def handle(self, *, missing, after, verbosity, **options):
        say = self.stdout.write if verbosity else lambda sentence: None
        articles = (index.missing() if missing else Article.objects.all()).filter(pk__gt=after)
        total, seen, last, told = articles.count(), 0, after, time.monotonic()
        try:
            with store.many(total):
                for last, written in index.rebuild(articles):
                    seen += written
                    if time.monotonic() - told >= EVERY:
                        told = time.monotonic()
                        say(f"{seen}/{total} bài, đến bài số {last}")
        except KeyboardInterrupt:
            again = f"rebuild_search{' --missing' if missing else ''} --after {last}"
            raise CommandError(f"Dừng sau bài số {last}. Chạy tiếp: python3 manage.py {again}") from None
        say(f"Đã đưa {seen} bài vào chỉ mục tìm kiếm.")
