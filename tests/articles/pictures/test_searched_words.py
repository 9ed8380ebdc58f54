"""What the library looks for in: every word about a picture, without marks, whichever door wrote it."""

import importlib

import pytest
from django.apps import apps

from articles.models import Image
from tests.factories import make_image

pytestmark = pytest.mark.django_db
WORDS = {
    "caption": "Hợp long cầu Bến Lĩnh 2.",
    "credit": "Đỗ Nhật Linh",
    "people": "Lương Văn Thành; Lò Thị Ươm",
    "place": "phường Cầu Mây",
    "alt": "Cần cẩu trên sông",
}


def test_every_word_about_a_picture_is_found_without_its_marks():
    image = make_image(**WORDS, source_name="DSC_0042 Khánh thành.JPG")
    image.refresh_from_db()
    assert image.folded == (
        "hop long cau ben linh 2. do nhat linh luong van thanh; lo thi uom phuong cau may can cau tren song"
        " dsc_0042 khanh thanh.jpg"
    )


@pytest.mark.parametrize("name", sorted(WORDS))
def test_a_word_that_is_saved_alone_is_found_too(name):
    image = make_image()
    setattr(image, name, "Mường Sảo")
    image.save(update_fields=[name])
    assert Image.objects.filter(folded__contains="muong sao").exists()


def test_pictures_from_before_the_search_are_found():
    for number in range(3):
        make_image(caption=f"Chợ phiên Nà Thoang {number}", people="")
    wanted = list(Image.objects.values_list("folded", flat=True))
    Image.objects.update(folded="")
    migration = importlib.import_module("articles.migrations.0016_picture_words")
    migration.write_words_to_search(apps, None)
    assert list(Image.objects.values_list("folded", flat=True)) == wanted
