"""An interview to come in the demo paper: announced, asked about, one question already in the draft."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from articles.models import Announcement, Article, Author, Byline, Interviewee, Kind, Person, Section
from articles.snapshot import keep_revision
from comments import moderation, questions
from comments.models import Comment, CommentKind

from .listening import send

TITLE = "Bến thuyền hồ Thạch Bồ: mời bạn đọc hỏi ông Ma Đình Khoát"
INVITATION = (
    "Sáng chủ nhật tới, thuyền chở khách trên hồ Thạch Bồ chạy lại sau hai tháng nghỉ vì mưa lũ. Ông Ma Đình Khoát, "
    "người trông nom hai bến thuyền, sẽ trả lời phỏng vấn của Báo Vân Lĩnh về áo phao, giá vé và chuyện nhường luồng "
    "cho bè cá.\n\n"
    "Bạn muốn hỏi điều gì, xin viết ở đây. Tòa soạn chọn câu hỏi, giữ nguyên lời và tên người hỏi."
)
OFFICE = "Giám đốc Ban quản lý bến thuyền hồ Thạch Bồ"
# (name, place, text, state): "turned" stands in the draft already.
ASKED = (
    (
        "Lục Thị Hoa",
        "xã Thạch Bồ",
        "Nhà tôi có bốn bè cá ở eo Khuổi Mạ, thuyền máy chạy gần là cá bỏ ăn. Ban quản lý có kẻ luồng riêng cho "
        "thuyền khách không?",
        "turned",
    ),
    (
        "Đàm Quang Vĩnh",
        "phường Cầu Mây",
        "Trẻ em dưới sáu tuổi có áo phao đúng cỡ không, hay vẫn mặc chung áo người lớn như năm ngoái?",
        "approved",
    ),
    ("Bàn Thị Mẩy", "xã Khau Lạc", "Đi đoàn hai mươi cụ cao tuổi thì nên gọi bến nào để có cầu lên thuyền?", "waiting"),
)


@transaction.atomic
def announce_interview(users, now):
    """Make the announced draft and its three questions; nothing where they were made before.

    users: {username: User} as accounts.make_accounts returns. Questions are taken for two days more, until 17:00.
    """
    if Announcement.objects.filter(title=TITLE).exists():
        return
    article = Article.objects.create(
        kind=Kind.INTERVIEW,
        section=Section.objects.get(slug="kinh-te"),
        kicker="Thạch Bồ",
        headline="Áo phao có trước, vé bán sau",
        standfirst="Sau hai tháng nghỉ, thuyền khách trên hồ Thạch Bồ chạy lại với luồng mới và giá cũ.",
        created_by=users["phongvien"],
    )
    Byline.objects.create(
        article=article, author=Author.objects.get(slug="tran-duc-hau"), role=Byline.Role.CONDUCTED, position=1
    )
    guest = Interviewee.objects.create(
        article=article, person=Person.objects.create(name="Ma Đình Khoát", honorific="Ông"), office=OFFICE, position=1
    )
    keep_revision(article, by=users["phongvien"], note="nhập từ báo thử nghiệm")
    last_day = timezone.localtime(now + timedelta(days=2)).date()
    announcement = Announcement.objects.create(
        article=article,
        title=TITLE,
        invitation=INVITATION,
        opens_at=now - timedelta(hours=20),
        closes_at=timezone.make_aware(datetime.combine(last_day, time(17))),
    )
    announcement.guests.set([guest])
    for number, (name, place, text, state) in enumerate(ASKED):
        question = Comment(
            article=article,
            kind=CommentKind.QUESTION,
            name=name,
            place=place,
            text=text,
            created_at=now - timedelta(hours=18 - 8.75 * number),
        )
        send(question)
        if state != "waiting":
            moderation.approve(question, by=users["kiemduyet"], at=question.created_at + timedelta(minutes=20))
        if state == "turned":
            questions.turn_into_exchange(question, by=users["bientap"])
