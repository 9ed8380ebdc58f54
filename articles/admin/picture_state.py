"""What a picture of the library says, so that a second saver hears that somebody was first."""

import hashlib
import json

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType

from .desk import moment

WORDS = {
    "caption": "chú thích", "alt": "mô tả", "credit": "nguồn", "people": "người trong ảnh", "place": "nơi chụp",
    "taken_on": "ngày chụp",
}  # fmt: skip


def state_of(image):
    """A fingerprint of the file and words of this picture, as it was read from the database; "" of one that is not
    stored yet."""
    if image.pk is None:
        return ""
    said = [str(getattr(image, name) or "") for name in ("digest", *WORDS, "focus_x", "focus_y")]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def somebody_was_first(image):
    """Who saved this picture, when, and what it says now, as a sentence for the second saver."""
    stored = type(image).objects.values(*WORDS).get(pk=image.pk)
    kind = ContentType.objects.get_for_model(image)
    last = LogEntry.objects.filter(content_type=kind, object_id=str(image.pk), action_flag=CHANGE).first()
    who = f"{last.user} đã lưu ảnh này lúc {moment(last.action_time)}" if last else "Ảnh này vừa được lưu"
    now = "; ".join(f"{label}: “{stored[name]}”" for name, label in WORDS.items() if stored[name])
    return (
        f"{who}, sau khi bạn mở. Phần bạn viết chưa được lưu nhưng còn nguyên dưới đây. "
        f"Đang lưu – {now or 'chưa có chữ nào'}. Bấm Lưu lần nữa để thay bằng bản của bạn."
    )
