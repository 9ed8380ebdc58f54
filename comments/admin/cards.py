"""One comment as a moderator sees it: its words with what was noticed in them, its story, and who else spoke so."""

from dataclasses import dataclass, field

from django.db.models import Count, F, Prefetch, Q, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from articles.hours import elapsed

from .. import claims, queues, telling
from ..models import Comment, CommentStatus, Decision, Report

LAST = 3  # of the reader's other comments
# Of a story only its head is shown.
UNREAD = ("body", "unplaced")
LIKENESS = ("same", "alike")


@dataclass(frozen=True)
class Part:
    """A run of a field's characters. reasons: why it is marked, empty where it is not."""

    text: str
    reasons: tuple = ()


@dataclass
class History:
    """What else this reader sent, as far as a mark of them is kept: {status: how many}, and the last few."""

    counts: dict = field(default_factory=dict)
    last: list = field(default_factory=list)

    @property
    def approved(self):
        return self.counts.get(CommentStatus.APPROVED, 0)

    @property
    def rejected(self):
        return self.counts.get(CommentStatus.REJECTED, 0)


@dataclass
class Card:
    """late: it waits longer than the paper promises. alike: how many others that wait say the same. held: the claim of
    somebody else, None where nobody has it open."""

    comment: Comment
    words: list
    name: list
    place: list
    flags: list
    reports: list
    history: History
    age: str
    late: bool
    alike: int
    held: object
    decided: Decision | None
    story_is_public: bool

    @property
    def untold(self):
        """Why the writer cannot be told of a refusal; "" where they can."""
        if not self.comment.email:
            return "Không báo lại được: người viết không để lại thư điện tử."
        return "" if telling.can_send() else f"Không báo lại được: {telling.NO_WAY}"

    @property
    def blames(self):
        """The reason a block would have: advertising where something was offered, else rudeness."""
        offers = {"lending", "betting", "advert", "phone", "link"}
        return "advert" if any(flag.check_name in offers for flag in self.flags) else "rude"


def parts(value, flags):
    """Cut a field's value at the places of its flags: the Parts, in order, that together are the value."""
    places = [
        (max(flag.start, 0), min(flag.end, len(value)), flag.reason) for flag in flags if flag.end is not None
    ]
    cuts = sorted(
        {0, len(value), *(cut for start, end, _ in places for cut in (start, end) if cut <= len(value))}
    )
    return [
        Part(
            value[start:end],
            tuple(reason for first, last, reason in places if first <= start and end <= last),
        )
        for start, end in zip(cuts, cuts[1:], strict=False)
    ]


def cards(ids, user, now=None):
    """The Cards of these comments, in this order. Eight queries, however many."""
    now = now or timezone.now()
    ids = list(ids)
    decisions = Decision.objects.select_related("by").order_by("-pk")
    rows = (
        Comment.objects.filter(pk__in=ids)
        .select_related("article__section", "article__announcement", "parent")
        .defer(*(f"article__{name}" for name in UNREAD))
        .prefetch_related(
            "flags",
            Prefetch("reports", Report.objects.open().of_readers(), to_attr="open_reports"),
            Prefetch("decisions", decisions, to_attr="record"),
        )
    )
    found = {row.pk: row for row in rows}
    told, counted = histories(found.values()), likenesses(found.values())
    elsewhere, promised = claims.of_others(ids, user, now), queues.target()
    return [
        _card(
            found[pk],
            told.get(pk) or History(),
            counted.get(found[pk].essence, 1),
            elsewhere.get(pk),
            promised,
            now,
        )
        for pk in ids
        if pk in found
    ]


def _card(comment, history, of_same_words, held, promised, now):
    flags = list(comment.flags.all())

    def of(name):
        return parts(getattr(comment, name), [flag for flag in flags if flag.field == name])

    status_acts = [one for one in comment.record if one.verb in ("approve", "reject", "spam", "block")]
    decided = status_acts[0] if status_acts and comment.status != CommentStatus.WAITING else None
    return Card(
        comment=comment,
        words=of("text"),
        name=of("name"),
        place=of("place"),
        # What was noticed ten times is told once; every place of it is marked.
        flags=list({(flag.reason, flag.field): flag for flag in flags}.values()),
        reports=comment.open_reports,
        history=history,
        age=elapsed(comment.created_at, now),
        late=comment.status == CommentStatus.WAITING and now - comment.created_at > promised,
        alike=max(of_same_words - 1, any(flag.check_name in LIKENESS for flag in flags)),
        held=held,
        decided=decided,
        story_is_public=comment.article.is_public(now),
    )


def likenesses(comments):
    """{essence: how many that wait have it}. One query."""
    essences = {comment.essence for comment in comments if comment.essence}
    # Asked for by its words alone: by its status, too, the database would walk all that waits.
    rows = Comment.objects.filter(essence__in=essences).order_by().values_list("essence")
    counted = rows.annotate(waiting=Count("pk", filter=Q(status=CommentStatus.WAITING)))
    return {essence: waiting for essence, waiting in counted if waiting}


def histories(comments):
    """{comment's number: History} of its reader's other comments. Two queries."""
    readers = {comment.reader for comment in comments if comment.reader}
    rows = Comment.objects.filter(reader__in=readers, erased_at=None)
    counted, last = {}, {}
    for reader, status, number in rows.order_by().values_list("reader", "status").annotate(Count("pk")):
        counted.setdefault(reader, {})[status] = number
    place = Window(RowNumber(), partition_by=F("reader"), order_by=[F("created_at").desc(), F("pk").desc()])
    for row in rows.annotate(place_of=place).filter(place_of__lte=LAST + 1).order_by("-created_at", "-pk"):
        last.setdefault(row.reader, []).append(row)
    told = {}
    for comment in comments:
        if comment.reader in counted:
            counts = dict(counted[comment.reader])
            counts[comment.status] = counts.get(comment.status, 1) - 1
            others = [row for row in last[comment.reader] if row.pk != comment.pk][:LAST]
            told[comment.pk] = History(counts, others)
    return told
