"""The front page as the desk draws it: every place with its pins and how each stands, in grey what the newest fill."""

from dataclasses import dataclass

from django.db.models.functions import Coalesce
from django.utils import timezone

from .. import policy
from ..frontpage import PER_SECTION, SECONDS, front_page
from ..hours import written
from ..models import Article, Placement, Standing
from ..vietnamese import nfc, tokens
from .pinning import IN_SECTION, place_of

FOUND = 10
SOON = 6
Slot = Placement.Slot
AWAITED = (Standing.DRAFT, Standing.IN_REVIEW, Standing.READY)
PINNABLE = (*AWAITED, Standing.SCHEDULED, Standing.PUBLISHED)
GONE = {
    Standing.WITHDRAWN: "bài đã gỡ: không hiện",
    Standing.TRASHED: "bài trong thùng rác: không hiện",
    Standing.ERASED: "bài đã xóa: không hiện",
    Standing.EXPIRED: "bài đã hạ: không hiện",
}


@dataclass
class Place:
    """key: as the form names it. rows: its pins, standing or not. fill: articles the newest put there. address: of the
    section's own page, "" on top. room: how many stories stand there."""

    key: str
    name: str
    room: int
    address: str
    rows: list
    fill: list


def picture(pinning, now, saved):
    """{"lead", "seconds", "sections", "lost": Places; "interviews", "newest": articles} of a Pinning at `now`.

    Every row is told its `state` ("shown", "waiting" or "out") and `told`, the words for it. saved: the saved pins;
    what is not among them yet will only stand when it is saved. "lost": rows whose place is no more.
    """
    page = front_page(now, pinning.pins)
    known = {_same(pin) for pin in saved}
    for row in pinning.rows:
        row.state, row.told = _state(row, now, page, known)
    rows = {key: [row for row in pinning.rows if row.place == key] for key, _ in pinning.places}
    blocks = {section.pk: articles for section, articles in page["blocks"]}

    def place(key, name, room, standing, address=""):
        fill = [article for article in standing if article.pk not in page["pinned"]]
        return Place(key, name, room, address, rows[key], fill)

    lead = [page["lead"]] if page["lead"] else []
    sections = [
        place(f"{IN_SECTION}{one.pk}", one.name, PER_SECTION, blocks.get(one.pk, []), one.get_absolute_url())
        for one in pinning.sections
    ]
    return {
        "lead": place(Slot.LEAD.value, Slot.LEAD.label, 1, lead),
        "seconds": place(Slot.SECOND.value, Slot.SECOND.label, SECONDS, page["seconds"]),
        "moved_up": next((one for one in lead if _slot(page, one) == Slot.SECOND), None),
        "sections": sections,
        "lost": [row for row in pinning.rows if row.place not in rows],
        "interviews": page["interviews"],
        "newest": page["newest"],
    }


def _slot(page, article):
    return page["pinned"][article.pk].slot if article.pk in page["pinned"] else None


def _same(pin):
    return place_of(pin), pin.article_id, written(pin.starts_at), written(pin.ends_at)


def _state(row, now, page, known):
    pin = row.pin
    if pin is None:
        return "out", "chưa đúng: xem chỗ báo lỗi"
    standing = row.story.standing(now)
    if standing in GONE:
        return "out", GONE[standing]
    if pin.ends_at and pin.ends_at <= now:
        return "out", f"hết giờ từ {short(pin.ends_at, now)}: không hiện"
    if standing in AWAITED:
        return "waiting", "bài chưa đăng: hiện khi bài ra"
    hours = [pin.starts_at, row.story.published_at, row.story.embargo_until]
    comes = max(at for at in hours if at)
    if pin.ends_at and comes >= pin.ends_at:
        return "out", "bài ra khi đã hết giờ ghim: không hiện"
    if comes > now:
        return "waiting", f"chờ đến {short(comes, now)}"
    if page["pinned"].get(row.story.pk) is not pin:
        return "waiting", _elsewhere(pin, page)
    words = "đang hiện" if _same(pin) in known else "sẽ hiện khi lưu"
    on_lead = page["lead"] == row.story
    if pin.slot != Slot.SECTION and on_lead != (pin.slot == Slot.LEAD):
        words += " ở chỗ bài chính" if on_lead else " ở hàng nổi bật"
    return "shown", f"{words} đến {short(pin.ends_at, now)}" if pin.ends_at else words


def _elsewhere(pin, page):
    told = "đã đứng ở chỗ trên" if pin.article_id in page["pinned"] else "hết chỗ: lên khi có chỗ trống"
    return f"{told}; mở đầu trang chuyên mục" if pin.slot == Slot.SECTION else told


def short(at, now):
    """ "6:00 24/11", with the year where it is another one."""
    at, now = timezone.localtime(at), timezone.localtime(now)
    year = f"/{at.year}" if at.year != now.year else ""
    return f"{at.hour}:{at.minute:02} {at.day}/{at.month}{year}"


def found(user, words, now):
    """The stories this user may view whose headline or address holds these words, newest first; of no words, the next
    that are scheduled. What will never stand on the page is not among them."""
    stories = Article.objects.filter(policy.scope(user, "view")).for_cards()
    folded = tokens(words)
    if not words.strip():
        return list(stories.standing(Standing.SCHEDULED, now=now).order_by("published_at", "pk")[:SOON])
    stories = stories.standing(*PINNABLE, now=now).order_by(
        Coalesce("published_at", "created_at").desc(), "-pk"
    )
    matching = stories.filter(headline__icontains=nfc(words.strip()))
    for word in folded:
        stories = stories.filter(slug__contains=word)
    if folded:
        matching = matching | stories
    return list(matching[:FOUND])
