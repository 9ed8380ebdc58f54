"""Invented texts without end: the demo paper's paragraphs in another order, with their own names, places and numbers.

Every text is made from its number, so that two runs write the same paper. The paper's own name stands in nearly all,
a person's full name in very few: search meets both.
"""

import random
import re
from functools import cache

from django.utils.html import escape

from newsroom.demo import stories

FAMILIES = (
    "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Nông Hứa Lò Vi Ma Quách Đàm Triệu Bế Lương Hà Mạc"
).split()
MIDDLES = "Văn Thị Đình Ngọc Quang Minh Thanh Thu Hữu Đức Xuân Hải Bích Kim Trọng Gia Bảo Khánh Tuấn Mai Hồng".split()
GIVEN = (
    "An Bình Cường Chiến Dũng Duyên Đạt Điệp Giang Hạnh Hiếu Hòa Hoan Huệ Hùng Hương Khoa Khuê Kiên Lâm Lan Liên Loan "
    "Lộc Lợi Mẫn Mạnh Nga Ngân Nghĩa Nhàn Nhung Oanh Phong Phúc Phượng Quân Quế Quyên Sáng Sen Sinh Sơn Tâm Tân Thắm "
    "Thắng Thảo Thoa Thịnh Thuận Thủy Tiến Toàn Trang Trí Trung Tú Tùng Tuyết Vân Việt Vinh Xoan Yến"
).split()
PLACES = (
    "phường Bến Lĩnh", "phường Cầu Mây", "phường Tân Lộc", "phường Hòa Sơn", "xã Nà Thoang", "xã Khau Lạc",
    "xã Phú Vân", "xã Thạch Bồ", "xã Đồng Lau", "xã Mường Sảo", "xã Yên Trạch", "thôn Nà Pài", "thôn Kẻ Sạt",
    "bản Nặm Mạ",
)  # fmt: skip
SUBJECTS = (
    "Tuyến đường mới", "Trạm y tế", "Lớp học ghép", "Hợp tác xã chè", "Chợ phiên", "Vụ ngô đông", "Đội bóng chuyền nữ",
    "Trạm bơm", "Cây cầu treo", "Nhà văn hóa", "Bếp ăn bán trú", "Vườn quýt", "Xưởng mây tre", "Kênh N4", "Bến thuyền",
    "Thư viện nhỏ", "Đàn cá lồng", "Tổ hòa giải", "Mỏ cát", "Bãi rác cũ", "Đội cứu hộ", "Lễ hội xuống đồng",
    "Điện mặt trời mái nhà", "Khu tái định cư", "Xe buýt số 7", "Cây di sản", "Sân vận động", "Giếng khoan", "Đồi keo",
)  # fmt: skip
HAPPENINGS = (
    "vào việc sớm hơn dự kiến", "chờ thêm một mùa mưa", "đón lượt người đầu tiên", "được đo lại từ đầu",
    "tính từng đồng vốn", "mở cửa cả tối Chủ nhật", "thay đổi sau một năm", "vẫn thiếu người trông coi",
    "có chủ mới", "vượt qua đợt rét đầu mùa", "nhìn từ sổ sách", "không còn là chuyện riêng", "gỡ được nút thắt cuối",
    "đi vào nền nếp", "giữ được nhờ dân góp công", "phải làm lại phần móng", "tăng gấp đôi trong quý",
)  # fmt: skip
OFFICES = (
    "Chủ tịch UBND",
    "Trưởng trạm y tế",
    "Giám đốc hợp tác xã",
    "Hiệu trưởng",
    "Nông dân",
    "Nghệ nhân",
    "Kỹ sư",
)
FIGURE = re.compile(r"\d+")


@cache
def _paragraphs():
    """The demo stories' paragraphs and what is asked there: (paragraphs, questions)."""
    said, asked = [], []
    for story in stories.load():
        for block in story.blocks:
            if block.startswith(("#", ">", "-", "[", "|")):
                continue
            label, colon, rest = block.partition(": ")
            spoken = story.is_interview and colon and len(label) < 60
            (asked if spoken and label == "PV" else said).append(
                " ".join((rest if spoken else block).split())
            )
    return tuple(said), tuple(asked)


@cache
def _opinions():
    return tuple(said.text for story in stories.load() for said in story.comments)


def chance(number: int, of: str) -> random.Random:
    """The dice of one text: the same for the same number."""
    return random.Random(f"{of} {number}")


def name(dice) -> str:
    return f"{dice.choice(FAMILIES)} {dice.choice(MIDDLES)} {dice.choice(MIDDLES)} {dice.choice(GIVEN)}"


def _paragraph(dice) -> str:
    """A paragraph with other numbers in it, of this writer's own."""
    return FIGURE.sub(
        lambda found: str(dice.randrange(1, 10 ** min(4, len(found[0])))), dice.choice(_paragraphs()[0])
    )


def headline(dice) -> str:
    return f"{dice.choice(SUBJECTS)} ở {dice.choice(PLACES)} {dice.choice(HAPPENINGS)}"


def standfirst(dice) -> str:
    return f"{_paragraph(dice)[:200].rpartition(' ')[0]}. Phóng viên Báo Vân Lĩnh ghi lại ở {dice.choice(PLACES)}."


def _length(dice) -> int:
    """Paragraphs of a story: most have five to twelve, one in thirty is long."""
    return dice.randint(20, 40) if dice.random() < 0.03 else dice.randint(4, 13)


def body(dice) -> str:
    """Rich text as the sanitiser leaves it."""
    parts = [
        f"<p>Ông {name(dice)} ở {dice.choice(PLACES)} kể với Báo Vân Lĩnh: {escape(_paragraph(dice))}</p>"
    ]
    for number in range(_length(dice)):
        if number % 6 == 5:
            parts.append(f"<h2>{dice.choice(SUBJECTS)} ở {dice.choice(PLACES)}</h2>")
        parts.append(f"<p>{escape(_paragraph(dice))}</p>")
    return "".join(parts)


def turns(dice) -> list[tuple[str, str]]:
    """The questions and answers of an interview: (plain text, rich text)."""
    return [
        (
            dice.choice(_paragraphs()[1]),
            "".join(f"<p>{escape(_paragraph(dice))}</p>" for _ in range(dice.randint(1, 3))),
        )
        for _ in range(dice.randint(4, 14))
    ]


def opinion(dice) -> str:
    """A reader's comment, of a line to a paragraph."""
    said = dice.choice(_opinions())
    return f"{said} Mong báo hỏi thêm ông {name(dice)}." if dice.random() < 0.3 else said
