"""The corrections of the demo paper: one published after a misprint, one waiting with its clock, one removal."""

from datetime import timedelta

from django.utils import timezone
from django.utils.html import escape

from articles import corrections
from articles.models import Correction
from articles.quoting import printed
from articles.workflow import record_change

Kind = Correction.Kind
HOUR = timedelta(hours=1)

MISPRINT = {
    "kind": Kind.SMALL,
    "requested_by": "Chị Nguyễn Lệ Hằng, con gái bà Lệ Thu, viết dưới bài",
    "wrong": "Quán bà Lệ Thu ở số 27, mở từ năm 1976",
    "right": "Quán bà Lệ Thu ở số 72 phố Cổng Đá, mở từ năm 1986.",
    "apology": "Báo Vân Lĩnh thành thật xin lỗi bà Lệ Thu và bạn đọc.",
}
WAITING = {
    "kind": Kind.APOLOGY,
    "requested_by": "Trung tâm Quản lý vận tải công cộng tỉnh, công văn số 214 ngày hôm qua",
    "wrong": "vé tháng 180.000 đồng, công nhân có xác nhận của doanh nghiệp trả 110.000 đồng",
    "right": "Vé tháng 180.000 đồng, công nhân có xác nhận của doanh nghiệp trả 100.000 đồng.",
}
REMOVAL = {
    "kind": Kind.REMOVAL,
    "requested_by": "Bạn đọc Thân Văn Hiếu, phường Hòa Sơn",
    "wrong": (
        "Bài cho biết nước sẽ ngừng cấp từ 20 giờ ngày 17/11. Ngày này sai: giấy báo của đơn vị cấp nước ghi "
        "ngày 24/11."
    ),
    "right": (
        "Bài đưa sai ngày cắt nước, nhiều gia đình đã trữ nước nhầm hôm. Tòa soạn gỡ bài để không ai làm theo ngày "
        "sai. Lịch đúng: từ 20 giờ ngày 24/11 đến 8 giờ ngày 26/11."
    ),
    "apology": "Báo Vân Lĩnh xin lỗi bà con hai phường Hòa Sơn, Tân Lộc và đơn vị cấp nước.",
}


def _misprint(story):
    """(the words as they should be, as they were first printed) of a story that had one; ("", "") of the others."""
    right, _, wrong = (part.strip() for part in story.get("misprint").partition("|"))
    return escape(right), escape(wrong)


def as_first_printed(body, story):
    """The HTML of a story's text with its misprint still in it."""
    right, wrong = _misprint(story)
    if right and right not in body:
        raise ValueError(f"the misprint of {story.key} is not in its text")
    return body.replace(right, wrong) if right else body


def correct(article, story, users, now):
    """What became of this story, if anything did. users: {username: User}; `now` is the demo's."""
    by = users["thuky"]
    right, wrong = _misprint(story)
    if right:
        article.body = article.body.replace(wrong, right)
        article.save()
        record_change(article, by=by, note="sửa số nhà và năm mở quán theo phản ánh của gia đình")
        received = article.published_at + 2 * HOUR
        first = printed(article, timezone.now())[-1].revision
        _publish(article, MISPRINT | {"revision": first}, received=received, after=7 * HOUR, by=by)
    elif story.key == "tuyen-buyt-so-7-cau-may-phu-van":
        [seen] = printed(article, timezone.now())
        corrections.open_request(article, by=by, received_at=now - 19 * HOUR, revision=seen.revision, **WAITING)
    elif story.key == "lich-cat-nuoc-hoa-son":
        _publish(
            article, REMOVAL, received=article.published_at + HOUR, after=3 * HOUR, by=users["tongbientap"]
        )


def _publish(article, written, *, received, after, by):
    """Publish it, so many hours after the request came, in the demo's past."""
    correction = corrections.open_request(article, by=by, received_at=received, **written)
    corrections.publish(correction, by=by)
    Correction.objects.filter(pk=correction.pk).update(published_at=received + after)
