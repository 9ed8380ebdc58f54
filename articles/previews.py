"""The verbs of preview links ("xem trước"): one unpublished story for one reader outside, for a few days.

The desk's verbs ask articles/policy.py and take `by`, the user who acts. A link opens while its story is on the desk or
waits for its hour. Once the story is out, withdrawn or in the bin the link is dead, and stays so whatever comes after.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Max
from django.urls import reverse
from django.utils import timezone

from .links import hash_of, new_token
from .models import Article, PreviewLink, Standing, Verb
from .policy import can
from .vietnamese import nfc
from .workflow import NotAllowed, Refused

DAYS = (1, 3, 7)  # how long a link may be made to last
MAX_OPEN = 20  # links of one story at a time: beyond, it is no longer a preview
OPEN_TO_READER = frozenset({Standing.DRAFT, Standing.IN_REVIEW, Standing.READY, Standing.SCHEDULED})
ENDS = (Verb.WITHDRAW, Verb.TRASH)


class Closed(Refused):
    """The link does not open (any more). Never says why, nor whether there was such a link."""


@dataclass(frozen=True)
class Invitation:
    """path: the address of the link ("/xem-truoc/…/"), which cannot be had again."""

    link: PreviewLink
    path: str


@transaction.atomic
def invite(article, *, by, reader, days=3):
    """Make a link for this reader, open for so many days (of DAYS), and return the Invitation."""
    row = Article.objects.select_for_update().get(pk=article.pk)
    now = timezone.now()
    if not can(by, "invite_preview", row):
        standing = row.standing(now)
        raise NotAllowed(f"{by} không được gửi xem trước khi bài đang ở trạng thái “{standing.label}”.")
    reader = " ".join(nfc(reader).split())
    if not reader:
        raise Refused("Hãy ghi gửi cho ai, để sau này còn biết ai đã đọc trước.")
    if len(reader) > PreviewLink._meta.get_field("reader").max_length:
        raise Refused("Tên người nhận dài quá. Hãy ghi gọn lại.")
    if days not in DAYS:
        raise Refused(f"Đường dẫn dùng được {DAYS[0]}, {DAYS[1]} hoặc {DAYS[2]} ngày.")
    if row.preview_links.filter(revoked_at=None, expires_at__gt=now).count() >= MAX_OPEN:
        raise Refused(f"Bài này đã có {MAX_OPEN} đường dẫn đang mở. Hãy thu hồi bớt rồi lập thêm.")
    token, kept = new_token()
    link = PreviewLink.objects.create(
        article=row,
        token_hash=kept,
        reader=reader,
        created_by=by,
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    return Invitation(link, reverse("articles:preview", args=[token]))


@transaction.atomic
def revoke(link, *, by):
    """The link opens no more, from this moment on. Whoever made it may always; Refused where it is revoked already."""
    article = Article.objects.select_for_update().get(pk=link.article_id)
    row = PreviewLink.objects.select_for_update().get(pk=link.pk)
    if row.created_by_id != by.pk and not can(by, "invite_preview", article):
        raise NotAllowed(f"{by} không được thu hồi đường dẫn xem trước của bài này.")
    if row.revoked_at:
        raise Refused("Đường dẫn này đã được thu hồi.")
    row.revoked_at = timezone.now()
    row.save(update_fields=["revoked_at"])


def close(article):
    """End every link of a story that was before readers and is hidden again."""
    article.preview_links.filter(revoked_at=None).update(revoked_at=timezone.now())


def is_open(link, now):
    """Whether the link opens at `now` (aware): by itself, by where its story stands, and by what happened to that."""
    if not link.is_open(now) or link.article.standing(now) not in OPEN_TO_READER:
        return False
    ended = ended_at(link.article)
    return ended is None or ended < link.created_at


def ended_at(article):
    """When the story was last withdrawn or thrown away, or None: links older than that stay shut."""
    return article.transitions.filter(verb__in=ENDS).aggregate(last=Max("at"))["last"]


def find(token):
    """The PreviewLink this token opens at this moment, with its article; Closed for anything else."""
    rows = PreviewLink.objects.select_related("article__section", "article__lead_image")
    link = rows.filter(token_hash=hash_of(token)).first()
    if link is None or not is_open(link, timezone.now()):
        raise Closed("Đường dẫn không dùng được.")
    return link


def record_opening(link):
    """Write down that the link was opened."""
    PreviewLink.objects.filter(pk=link.pk).update(openings=F("openings") + 1, opened_at=timezone.now())
