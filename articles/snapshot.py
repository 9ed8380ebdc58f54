"""An article as one JSON value: what a revision keeps, and which part of it an approval answers for."""

from django.utils.dateparse import parse_datetime

from .hours import written
from .models import Announcement, Revision
from .search.index import keep_found
from .streams import keep_streams
from .typeset import image_ids_of

# What readers will read, and under whose name. Hours and state are no words.
SIGNED = (
    "section_id", "topics", "kicker", "headline", "standfirst", "dateline", "body", "lead_image_id", "lead_caption",
    "bylines", "interviewees", "exchanges", "pictures",
)  # fmt: skip
HOURS = {"published_at": "Giờ đăng", "embargo_until": "Giữ tin đến", "unpublish_at": "Hạ xuống lúc"}


def snapshot(article):
    """Return everything the article says and where it stands, as plain JSON values.

    Texts are stored as they are in the row (rich text as clean HTML), so that a revision can be shown and restored
    without asking any other table.
    """
    return {
        "kind": article.kind,
        "status": article.status,
        "version": article.version,
        "section": article.section.name,
        "section_id": article.section_id,
        "topics": [topic.name for topic in article.topics.all()],
        "kicker": article.kicker,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "dateline": article.dateline,
        "body": article.body,
        "lead_image_id": article.lead_image_id,
        "lead_caption": article.lead_caption,
        "bylines": [
            {"author_id": byline.author_id, "name": byline.author.name, "role": byline.role}
            for byline in article.bylines.select_related("author")
        ],
        "interviewees": [
            {
                "id": guest.pk,
                "person_id": guest.person_id,
                "label": guest.speaker,
                "office": guest.office,
                "portrait": guest.person.portrait.digest if guest.person.portrait else None,
            }
            for guest in article.interviewees.select_related("person__portrait")
        ],
        "exchanges": [
            {
                "id": exchange.pk,
                "asked_by": exchange.asked_by,
                "question": exchange.question,
                "answered_by": exchange.speaker,
                "answered_by_id": exchange.answered_by_id,
                "answer": exchange.answer,
            }
            for exchange in article.exchanges.with_speakers()
        ],
        "pictures": [
            {
                "id": image.pk,
                "digest": image.digest,
                "caption": image.caption,
                "credit": image.credit,
                "alt": image.alt,
            }
            for image in image_ids_of(article).order_by("pk")
        ],
        "announcement": _announced(article),
        "unplaced": article.unplaced,
        "comments_open": article.comments_open,
        **{name: _kept(getattr(article, name)) for name in HOURS},
    }


def _announced(article):
    """What readers are told of an interview before it is out, as lines; "" where they are told nothing."""
    told = Announcement.objects.filter(article=article).first() if article.is_interview else None
    if told is None:
        return ""
    guests = ", ".join(map(str, told.guests.select_related("person")))
    lines = [told.title, told.invitation, f"Khách mời: {guests}" if guests else ""]
    return "\n".join(filter(None, [*lines, f"Nhận câu hỏi: {written(told.opens_at)} – {written(told.closes_at)}"]))


def _kept(moment):
    return moment.isoformat() if moment else None


def moved_hours(before, after):
    """What became of the hours from one snapshot to the next: ["Giờ đăng: 06:00 24/11/2026 → 07:00 24/11/2026", …]."""
    moved = []
    for name, label in HOURS.items():
        old, new = (written(parse_datetime(kept.get(name) or "")) for kept in (before, after))
        if old != new:
            moved.append(f"{label}: {old or 'chưa đặt'} → {new or 'bỏ trống'}")
    return moved


def signed_part(kept):
    """Of a snapshot, what an approval answers for: two that are equal here need one approval between them."""
    return {name: kept.get(name) for name in SIGNED}


def keep_revision(article, *, by=None, note=""):
    """Append a Revision of the article as it is now; call inside the transaction that changed it.

    The row of the article is expected to be locked or new, so that numbers do not collide. Which pictures the article
    shows is written down on the way: `Article.pictures` is what others ask. So are the words by which it is found, and
    the streams in which it stands.
    """
    last = article.revisions.order_by("-number").values_list("number", flat=True).first() or 0
    kept = snapshot(article)
    article.pictures.set([picture["id"] for picture in kept["pictures"]])
    keep_found(article)
    keep_streams(article)
    return Revision.objects.create(article=article, number=last + 1, snapshot=kept, note=note, by=by)
