"""A comment arrives: looked at, stored as waiting, once; or turned away with a sentence."""

from datetime import timedelta
from functools import cache, lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Case, Func, Q, TextField, Value, When
from django.db.models.functions import Concat
from django.utils import timezone

from articles.prepared import Prepared
from articles.vietnamese import fold

from . import keeping
from .models import Block, Comment, CommentKind, CommentStatus, Flag, Report, WatchedPhrase
from .models.voices import SHOWN_AT_ONCE
from .readers import keyed
from .screening import Circumstances, Phrase, Written, company, screen

FLOOD = 60  # comments of one address within a minute; a busy neighbourhood behind one address sends fewer
LOOKED_BACK = timedelta(minutes=10)
RECENT = 200  # comments of the last day that a new one is compared with
DAY = timedelta(days=1)


class TurnedAway(Exception):
    """What no moderator should see twice. `sentence` tells the reader why; retry_after: seconds, None for never."""

    def __init__(self, sentence, retry_after=None):
        super().__init__(sentence)
        self.sentence = sentence
        self.retry_after = retry_after


def take(comment, *, sender, reader, terms=None):
    """Store an unsaved Comment whose words are in order, and return it with its flags; the same one again is one row.

    sender, reader: comments/readers.py. terms: under which it may be shown at once; without them it waits.
    Raises TurnedAway for a flood, and for words that a moderator has refused already.
    """
    comment.sender, comment.reader = sender, reader
    comment.submission = keyed(
        comment.kind, comment.article_id, comment.parent_id or "", comment.name, comment.text
    )
    written = Written(comment.text, comment.name, comment.place, comment.email)
    comment.essence = company.essence(written.reading)
    now = timezone.now()
    earlier, same_words = _of_same_words(comment, now)
    if earlier:
        return _same_again(Comment.objects.get(pk=earlier))
    sent = _of_address(comment, now)
    if sum(moment > now - timedelta(minutes=1) for moment in sent) >= FLOOD:
        raise TurnedAway(
            "Địa chỉ mạng này vừa gửi quá nhiều ý kiến. Xin đợi một phút rồi bấm Gửi lại.", retry_after=60
        )
    found = screen(written, circumstances(comment, of_address=len(sent), same_words=same_words, now=now))
    if not found and terms and terms.shows_at_once and is_known(comment, terms):
        comment.status = CommentStatus.APPROVED
    try:
        with transaction.atomic():
            comment.save()
            Flag.objects.bulk_create(_flag(comment, finding) for finding in found)
            if comment.status == CommentStatus.APPROVED:
                # Somebody reads it afterwards: it stands in a queue until then, whatever the terms are by then.
                Report.objects.create(comment=comment, reader=SHOWN_AT_ONCE, reason=Report.Reason.OTHER)
    except IntegrityError:
        earlier = Comment.objects.filter(submission=comment.submission).first()
        if earlier is None:
            raise
        return _same_again(earlier)
    keeping.forget_daily(now)
    return comment


def _flag(comment, finding):
    return Flag(
        comment=comment,
        check_name=finding.check,
        reason=finding.reason,
        field=finding.field,
        start=finding.start,
        end=finding.end,
    )


def _of_same_words(comment, now):
    """(the number of the row of this very comment, None where there is none; how many say the same). One query.

    The very same: the same sending, or within a day the same words of this reader, here.
    """
    mine = tuple(getattr(comment, name) for name in _OWN)
    if comment.essence:
        rows = _said(submission=comment.submission, essence=comment.essence, since=now - DAY)
    else:
        rows = _sent(submission=comment.submission)
    earlier, same_words = None, 0
    for pk, submission, essence, *theirs in rows:
        is_own = submission == comment.submission or (comment.essence == essence and tuple(theirs) == mine)
        earlier = earlier or (pk if is_own else None)
        same_words += bool(essence) and essence == comment.essence
    return earlier, same_words


_OWN = ("article_id", "kind", "parent_id", "reader", "name")
_ROW = ("pk", "submission", "essence", *_OWN)
_sent = Prepared(lambda submission: Comment.objects.filter(submission=submission).values_list(*_ROW))
_said = Prepared(
    lambda submission, essence, since: (
        Comment.objects.filter(Q(submission=submission) | Q(essence=essence, created_at__gt=since))
        .order_by("pk")
        .values_list(*_ROW)
    )
)


def _same_again(earlier):
    if earlier.status == CommentStatus.REJECTED:
        raise TurnedAway(
            "Ý kiến với những lời này tòa soạn đã đọc và không đăng. Xin viết lại cách khác rồi gửi."
        )
    return earlier


def _of_address(comment, now):
    """When other comments came from this address within LOOKED_BACK, the newest first, at most RECENT of them."""
    return [moment for (moment,) in _moments(sender=comment.sender, since=now - LOOKED_BACK)]


_moments = Prepared(
    lambda sender, since: (
        Comment.objects.filter(sender=sender, created_at__gt=since)
        .order_by("-created_at")
        .values_list("created_at")[:RECENT]
    )
)


def circumstances(comment, *, of_address, same_words, now):
    """What the screening is told besides the words of a comment. Two queries; the list of phrases is a third."""
    blocks = _blocks(now=now, reader=comment.reader)
    return Circumstances(
        phrases=cache(watched_phrases),
        recent=tuple(folded for (folded,) in _newest(since=now - DAY) if folded),
        of_address=of_address,
        same_words=same_words,
        blocked=f"Người gửi đang bị chặn: {blocks[0]}." if blocks else "",
        host=urlsplit(settings.SITE_URL).netloc,
    )


_blocks = Prepared(
    lambda now, reader: Block.objects.in_force(now).filter(reader=reader).order_by("-until")[:1]
)
# By number, the order they came in: no index orders them by time alone, and a quiet day is not searched for. Those of
# earlier days come without their words.
_newest = Prepared(
    lambda since: Comment.objects.order_by("-pk").values_list(
        Case(When(created_at__gt=since, then="folded"))
    )[:RECENT]
)


def watched_phrases():
    """The Phrases editors have the machine watch for. One query."""
    [(told,)] = _active_phrases()
    return _phrases(told or "")


class _Lines(Func):
    """The values of all rows, each on a line: one row comes sooner than hundreds, and tells whether any has changed.

    No Aggregate, which would be asked for by each row's own columns.
    """

    output_field = TextField()

    def as_sqlite(self, compiler, connection):
        return self.as_sql(compiler, connection, template="GROUP_CONCAT(%(expressions)s, char(10))")

    def as_postgresql(self, compiler, connection):
        return self.as_sql(compiler, connection, template="STRING_AGG(%(expressions)s, chr(10))")


_is_marked = Case(When(marks=True, then=Value("1")), default=Value(""))
# No line of ours holds a tab.
_active_phrases = Prepared(
    lambda: (
        WatchedPhrase.objects.filter(is_active=True)
        .order_by()
        .values_list(
            _Lines(Concat("kind", Value("\t"), _is_marked, Value("\t"), "words", output_field=TextField()))
        )
    )
)


@lru_cache(maxsize=2)
def _phrases(told):
    labels = dict(WatchedPhrase.Kind.choices)
    rows = (line.split("\t") for line in told.split("\n") if line)
    return tuple(Phrase(words, labels[kind], bool(marks)) for kind, marks, words in rows)


def is_known(comment, terms):
    """Whether enough opinions of this reader, under this name and mail address, were approved, and none refused.

    A reader is known by all three together: an address and a browser are shared, a name can be borrowed.
    """
    if comment.kind != CommentKind.OPINION or not comment.reader:
        return False
    own = [
        row
        for row in Comment.objects.filter(reader=comment.reader, email=comment.email).values_list(
            "name", "status"
        )
        if fold(row[0]) == fold(comment.name)
    ]
    approved = sum(status == CommentStatus.APPROVED for _, status in own)
    return approved >= max(terms.trusted_after, 1) and all(
        status != CommentStatus.REJECTED for _, status in own
    )
