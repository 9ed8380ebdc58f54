"""The editors' guide inside the admin. Its pictures are taken from the demo paper by bench/guide_pictures.py."""

from functools import cache

from django.conf import settings
from django.contrib import admin
from django.template.response import TemplateResponse
from PIL import Image

from articles.admin.verbs import BUTTONS
from articles.policy import RULES, Role, Whose

FOLDER = "img/guide"
# The pictures by their names in the template, and what somebody hears who does not see them.
PICTURES = {
    "desk": "Bàn làm việc của thư ký tòa soạn: cải chính sắp đến hạn, ý kiến, bài chờ duyệt; bên phải là trang báo.",
    "writing": "Màn hình viết: bài đúng như trên báo, cột bên là chuyên mục và người ký tên, thanh trên có nút Lưu.",
    "transcript": "Xem lại bản ghi: bên trái là bản gốc, bên phải là từng lượt hỏi, đáp và người nói.",
    "pictures": "Kho ảnh: ô tìm, việc với các ảnh đã chọn, rồi lưới ảnh kèm chú thích và nguồn.",
    "step": "Bài chờ duyệt: nút Duyệt là bước kế tiếp, các việc khác mở ra kèm lời nói trước kết quả.",
    "front": "Trang nhất vẽ như trang báo: bài ghim, bài tự điền, nút lưu và xem trước.",
    "correction": "Một cải chính đang chờ: hạn đăng, phần còn thiếu, rồi bốn phần của nó.",
    "comments": "Bàn duyệt ý kiến: các hàng đợi, từng ý kiến với bài của nó và các nút.",
    "history": "So hai bản lưu: chữ bỏ gạch ngang, chữ thêm gạch chân.",
}
WHOSE = {Whose.OWN: "bài của mình", Whose.OTHERS: "bài người khác", Whose.ANY: "mọi bài"}


@cache
def _picture(name):
    """{"file": for {% static %}, "alt", "width", "height"}."""
    file = f"{FOLDER}/{name}.webp"
    with Image.open(settings.BASE_DIR / "static" / file) as picture:
        width, height = picture.size
    return {"file": file, "alt": PICTURES[name], "width": width, "height": height}


def rights():
    """(label, [whose stories each of Role may press it on, "" for none]) of every button, by the rules."""
    return [
        (button.label, [_whose(RULES[button.action].get(role, [])) for role in Role]) for button in BUTTONS
    ]


def _whose(grants):
    words = [WHOSE[grant.whose] + (" thuộc chuyên mục mình" if grant.at_home else "") for grant in grants]
    return ", ".join(dict.fromkeys(words))


def page(request):
    context = {
        **admin.site.each_context(request),
        "title": "Hướng dẫn",
        "pictures": {name: _picture(name) for name in PICTURES},
        "roles": list(Role),
        "rights": rights(),
    }
    return TemplateResponse(request, "admin/guide/page.html", context)
