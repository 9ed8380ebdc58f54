"""Files that no picture names go, once they are old enough not to be an upload's; all others stay."""

import io
import os
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import call_command

from tests.factories import make_image, picture_bytes

pytestmark = pytest.mark.django_db


def sweep(*given):
    out = io.StringIO()
    call_command("sweep_pictures", *given, stdout=out)
    return out.getvalue()


def everything(settings):
    roots = [Path(settings.MEDIA_ROOT), Path(settings.ORIGINALS_ROOT)]
    return {path for root in roots for path in root.rglob("*") if path.is_file()}


def test_only_old_files_that_nobody_names_go(settings):
    make_image(picture_bytes(900, 900))
    kept = everything(settings)
    for storage in (default_storage, storages["originals"]):
        for name in ("anh/ab/0123456789abcdef-card-50-50-400.webp", "anh/ab/0123456789abcdef.jpg"):
            storage.save(name, ContentFile(b"left behind"))
    left = everything(settings) - kept
    assert len(left) == 4
    assert "Đã xóa 0 tệp." in sweep(), "they may be an upload's that is not done"
    for path in left | kept:
        os.utime(path, (1_700_000_000, 1_700_000_000))
    assert "Sẽ xóa 4 tệp." in sweep("--dry-run")
    assert everything(settings) == kept | left
    assert "Đã xóa 4 tệp." in sweep()
    assert everything(settings) == kept


def test_an_empty_house_is_swept():
    assert sweep() == "Đã xóa 0 tệp.\n"
