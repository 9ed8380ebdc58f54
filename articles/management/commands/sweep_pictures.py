"""manage.py sweep_pictures: remove files that no picture names: what a killed process or a refused row left behind."""

from datetime import timedelta

from django.core.files.storage import default_storage, storages
from django.utils import timezone

from articles.management.refusals import PlainCommand
from articles.models import Image

# An upload writes its files before its row.
AGE = timedelta(days=1)
SERVED = "anh"


class Command(PlainCommand):
    help = "Xóa các tệp ảnh để hơn một ngày mà không ảnh nào trong kho dùng."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="chỉ liệt kê, không xóa")

    def handle(self, *, dry_run, **options):
        originals = storages["originals"]
        before = timezone.now() - AGE
        # The rows are asked after the files are listed: what is taken in meanwhile is named by then.
        served, kept = list(files(default_storage, SERVED)), list(files(originals, ""))
        stems = {stem(name) for name in Image.objects.exclude(file="").values_list("file", flat=True)}
        named = set(Image.objects.exclude(original="").values_list("original", flat=True))
        left = [(default_storage, name) for name in served if stem(name) not in stems]
        left += [(originals, name) for name in kept if name not in named]
        count = 0
        for storage, name in left:
            if storage.get_modified_time(name) > before:
                continue
            count += 1
            self.stdout.write(name)
            if not dry_run:
                storage.delete(name)
        self.stdout.write(f"{'Sẽ xóa' if dry_run else 'Đã xóa'} {count} tệp.")


def files(storage, folder):
    """The names of all files below a folder of a storage, "" for all of it."""
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(names):
        yield f"{folder}/{name}" if folder else name
    for inner in sorted(folders):
        yield from files(storage, f"{folder}/{inner}" if folder else inner)


def stem(name):
    """What the files of one picture have in common: anh/ab/cd-card-40-60-800.webp -> anh/ab/cd."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/{file.split('.')[0].split('-')[0]}"
