"""manage.py rebuild_renditions: make the served files of every picture again, from the uploads."""

import time

from django.core.management.base import CommandError

from articles import sealing
from articles.management.refusals import PlainCommand
from articles.models import Image

EVERY = 5  # seconds between two lines of progress


class Command(PlainCommand):
    help = "Làm lại các cỡ của mọi ảnh từ bản gốc: khi đổi thiết lập ảnh, khi tệp bị mất. Ngắt rồi chạy tiếp được."

    def add_arguments(self, parser):
        parser.add_argument(
            "--missing", action="store_true", help="chỉ làm ảnh còn thiếu tệp hoặc làm theo thiết lập cũ"
        )
        parser.add_argument(
            "--after",
            type=int,
            default=0,
            metavar="SỐ",
            help="bắt đầu sau ảnh số này, để chạy tiếp lần bị ngắt",
        )

    def handle(self, *, missing, after, **options):
        pictures = Image.objects.exclude(file="").filter(pk__gt=after).order_by("pk")
        total = pictures.count()
        made = skipped = seen = 0
        failed, last, told = [], after, time.monotonic()
        try:
            for number in pictures.values_list("pk", flat=True).iterator(chunk_size=500):
                try:
                    done = self.rebuild(number, missing)
                except sealing.NotSettled as trouble:
                    failed.append(number)
                    self.stderr.write(f"Ảnh số {number}: {trouble}.")
                else:
                    made, skipped = made + done, skipped + (not done)
                last, seen = number, seen + 1
                if time.monotonic() - told >= EVERY:
                    told = time.monotonic()
                    self.stdout.write(f"{seen}/{total} ảnh, đến ảnh số {last}")
        except KeyboardInterrupt:
            again = f"rebuild_renditions{' --missing' if missing else ''} --after {last}"
            raise CommandError(f"Dừng sau ảnh số {last}. Chạy tiếp: python3 manage.py {again}") from None
        self.stdout.write(f"Đã làm lại {made} ảnh, để nguyên {skipped} ảnh.")
        if failed:
            raise CommandError(f"{len(failed)} ảnh chưa làm được: {', '.join(map(str, failed))}.")

    def rebuild(self, number, missing):
        """Whether this picture was made again. One that is sealed with a withdrawn story stays so."""
        image = Image.objects.filter(pk=number).exclude(file="").first()
        if image is None or (image.is_sealed() and not sealing.is_published(image)):
            return False
        if missing and sealing.is_as_asked(image):
            return False
        sealing.rebuild(image)
        return True
