"""What readers of the demo paper wrote: through the paper's own door, past the machine, before a moderator in its time.

Decided on within the hour, so that the figures of the moderators' desk are those of a newsroom at work; what waits came
within the last hour and a half, whatever the age of its story.
"""

from datetime import timedelta

from comments import arrivals, moderation, voices
from comments.models import Comment, CommentStatus, Decision, Lead, Reason, Report
from comments.readers import keyed

RUDE = {"an danh", "ABC", "Ẩn danh"}  # the other refused ones advertise
LEADS = {"Lăng Thị Hợi": Lead.TIP, "Lâm": Lead.TIP, "nguyen van tu": Lead.QUESTION}
MINUTE = timedelta(minutes=1)


def hear(article, story, *, moderator, now):
    """Take the comments of one story of the demo, and decide on them as the story's file says."""
    root, out = None, min(article.published_at or now, now)
    for number, said in enumerate(story.comments):
        comment = Comment(article=article, name=said.name, place=said.place, text=said.text)
        comment.parent = root if said.reply else None
        comment.created_at = min(out + timedelta(hours=said.hours_after), now - 2 * MINUTE)
        if said.status == "waiting":
            before = Comment.objects.filter(status=CommentStatus.WAITING).count()
            comment.created_at = min(max(out, now - (3 + 3 * before) * MINUTE), now - MINUTE)
        send(comment)
        root = root if said.reply else comment
        decided = {
            "by": moderator,
            "at": min(comment.created_at + (4 + number * 17 % 40) * MINUTE, now - MINUTE),
        }
        if said.status == "approved":
            moderation.approve(comment, **decided)
        elif said.status == "rejected":
            moderation.reject(comment, code=Reason.RUDE if said.name in RUDE else Reason.ADVERT, **decided)
        if said.name in LEADS:
            moderation.act(Decision.Verb.MARK, [comment.pk], by=moderator, at=now, lead=LEADS[said.name])


def send(comment):
    """Store an unsaved comment as the door would, its writer known by name."""
    mark = keyed("reader of the demo", comment.name, comment.place)
    return arrivals.take(comment, sender=mark, reader=mark)


def pin_and_report(moderator, now):
    """One comment stands first under its story, and one is reported; nothing where that was done before."""
    if Report.objects.exists():
        return
    first, second = (
        Comment.objects.opinions()
        .filter(status=CommentStatus.APPROVED, parent=None)
        .order_by("-created_at")[:2]
    )
    moderation.act(Decision.Verb.PIN, [first.pk], by=moderator, at=now)
    voices.report(
        second,
        keyed("reader of the demo", "Quang Hưng"),
        reason=Report.Reason.FALSE,
        words="Số liệu này cũ rồi.",
    )
