"""What readers saw of an article, version by version, and whether words that are quoted stood in it."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.utils.dateparse import parse_datetime

from .models import Revision, Status
from .richtext.sanitizer import plain
from .vietnamese import nfc

QUOTATION_MARKS = "“”„‟\"«»‘’'"


@dataclass(frozen=True)
class Printed:
    """Words as readers had them from `since` to `until` (aware; None: to this day), by the Revision that keeps them."""

    revision: Revision
    words: str
    since: datetime
    until: datetime | None


def words_of(kept):
    """Everything a snapshot says, as plain text with a blank line between its parts."""
    parts = [kept.get(name) or "" for name in ("kicker", "headline", "standfirst", "dateline")]
    parts.append(plain(kept.get("body") or "", captions=True))
    for exchange in kept.get("exchanges") or ():
        parts += [exchange.get(name) or "" for name in ("asked_by", "question", "answered_by")]
        parts.append(plain(exchange.get("answer") or "", captions=True))
    parts.append(kept.get("lead_caption") or "")
    for picture in kept.get("pictures") or ():
        parts += [picture.get("caption") or "", picture.get("credit") or ""]
    parts += [
        f"{guest.get('label') or ''}\n{guest.get('office') or ''}" for guest in kept.get("interviewees") or ()
    ]
    parts += [byline.get("name") or "" for byline in kept.get("bylines") or ()]
    return "\n\n".join(part.strip() for part in map(nfc, parts) if part.strip())


def printed(article, now):
    """The versions of an article that readers saw until `now` (aware), newest first: a list of Printed.

    A version was seen if it was the newest while the article was public by its own hours. Neighbours with the
    same words are one, kept by the first of them. One query for the times of all, one for what the published say.
    """
    times = list(article.revisions.order_by("number").values_list("pk", "at"))
    ends = {pk: after for (pk, _), (_, after) in zip(times, times[1:], strict=False)}
    found = []
    for revision in article.revisions.filter(snapshot__status=Status.PUBLISHED).order_by("number"):
        since, until = _hours(revision, ends.get(revision.pk))
        if since > now or (until and until <= since):
            continue
        words = words_of(revision.snapshot)
        if found and found[-1].words == words:
            found[-1] = Printed(found[-1].revision, words, found[-1].since, until)
        else:
            found.append(Printed(revision, words, since, until))
    return found[::-1]


def _hours(revision, replaced_at):
    """(since, until) at which readers had this revision; until None where they have it still."""

    def kept(name):
        return parse_datetime(revision.snapshot.get(name) or "")

    since = max(filter(None, [revision.at, kept("published_at"), kept("embargo_until")]))
    until = min(filter(None, [replaced_at, kept("unpublish_at")]), default=None)
    return since, until


def not_in(quotation, words):
    """The first paragraph of a quotation that does not stand in `words`; "" where all of it does.

    White space does not count, nor how letters are composed, nor quotation marks around a paragraph.
    """
    sought_in = _dense(words)
    for paragraph in re.split(r"\s*\n\s*", nfc(quotation).strip()):
        bare = paragraph.strip().strip(QUOTATION_MARKS)
        if _dense(paragraph) not in sought_in and (not bare.strip() or _dense(bare) not in sought_in):
            return paragraph.strip()
    return ""


def _dense(text):
    return "".join(nfc(text).split())
