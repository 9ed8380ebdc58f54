"""Where each interviewee stands to their own printed words: asked, approved, commented, or changed since.

Nothing is stored of it: it follows from the words of now and from the SignOffEvents, of which the latest decision over
an answer counts. A decision holds for the words it was made over, and for no others.
"""

import hashlib
from dataclasses import dataclass, field

from django.db import models
from django.utils import timezone

from .differences import difference
from .models import Exchange, Interviewee, SignOff, SignOffEvent
from .richtext.sanitizer import plain

Kind = SignOffEvent.Kind
DECISIONS = frozenset({Kind.APPROVED, Kind.COMMENTED, Kind.OVERRIDE})


class State(models.TextChoices):
    NOT_ASKED = "not_asked", "chưa gửi duyệt"
    WAITING = "waiting", "chờ duyệt"
    APPROVED = "approved", "đã duyệt"
    COMMENTED = "commented", "có góp ý"
    CHANGED = "changed", "đã sửa sau khi duyệt"
    OVERRIDDEN = "overridden", "không chờ duyệt"


SETTLED = frozenset({State.APPROVED, State.OVERRIDDEN})


@dataclass(frozen=True, slots=True)
class Standing:
    """One answer of one interviewee. question: the one it answers, which may stand in an exchange before.

    decision: the latest SignOffEvent over this answer that decided something, None where there is none.
    comments: every comment on it, oldest first. question_changes, answer_changes: Stretches from the words of the
    decision to those of now, [] where they are the same.
    """

    exchange: Exchange
    question: str
    state: State
    decision: SignOffEvent | None = None
    comments: list = field(default_factory=list)
    question_changes: list = field(default_factory=list)
    answer_changes: list = field(default_factory=list)

    @property
    def settled(self):
        return self.state in SETTLED

    @property
    def changed(self):
        return bool(self.question_changes or self.answer_changes)

    @property
    def fingerprint(self):
        """Of the words on the page: a press counts for what its reader saw."""
        return fingerprint(self.question, self.exchange.answer)


@dataclass(frozen=True, slots=True)
class Consent:
    """One interviewee with their answers in reading order. sign_off: the newest link, open or not, or None."""

    interviewee: Interviewee
    sign_off: SignOff | None
    standings: list
    events: list

    @property
    def settled(self):
        """Whether nothing is left to ask: vacuously so where they say nothing."""
        return all(standing.settled for standing in self.standings)

    @property
    def approved(self):
        """How many answers they approved themselves, as they stand now."""
        return sum(standing.state == State.APPROVED for standing in self.standings)


def words_of(html):
    """The words of stored rich text, captions included; marks, breaks and lists make no other words."""
    return plain(html, captions=True).split()


def fingerprint(question, answer):
    """Sixteen bytes in hexadecimal that change when a word of the question or the answer changes."""
    said = " ".join(question.split()) + "\x1f" + " ".join(words_of(answer))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def answers_with_questions(*articles):
    """Yield (exchange, question) for every answer of each article in reading order. One query.

    A second respondent answers without a question of their own: the question before is theirs, too.
    """
    asked = {}
    for exchange in Exchange.objects.filter(article__in=articles).with_speakers():
        asked[exchange.article_id] = exchange.question or asked.get(exchange.article_id, "")
        if exchange.answer:
            yield exchange, asked[exchange.article_id]


def consents(*articles, now=None):
    """The Consent of every interviewee of these articles who answers something, in order. Four queries."""
    now = now or timezone.now()
    answers, links, events = {}, {}, {}
    for exchange, question in answers_with_questions(*articles):
        answers.setdefault(exchange.answered_by_id, []).append((exchange, question))
    for sign_off in SignOff.objects.filter(interviewee__article__in=articles).select_related("created_by"):
        links[sign_off.interviewee_id] = sign_off
    for event in SignOffEvent.objects.filter(interviewee__article__in=articles).select_related("by"):
        events.setdefault(event.interviewee_id, []).append(event)
    return [
        _consent(guest, answers.get(guest.pk, []), links.get(guest.pk), events.get(guest.pk, []), now)
        for guest in Interviewee.objects.filter(article__in=articles).select_related("person")
        if guest.pk in answers or guest.pk in links
    ]


def consent_of(interviewee, now=None):
    """The Consent of one interviewee."""
    now = now or timezone.now()
    own = [pair for pair in answers_with_questions(interviewee.article) if pair[0].answered_by_id == interviewee.pk]
    link = interviewee.sign_offs.order_by("created_at", "id").last()
    return _consent(interviewee, own, link, list(interviewee.sign_off_events.select_related("by")), now)


def unsigned(article):
    """The interviewees of the article whose words, as they stand, are neither approved nor let through."""
    return [consent.interviewee for consent in consents(article) if not consent.settled]


def _consent(interviewee, answers, link, events, now):
    asked = link is not None and link.is_open(now)
    decisions, comments = {}, {}
    for event in events:
        if event.kind in DECISIONS:
            decisions[event.exchange_id] = event
        if event.kind == Kind.COMMENTED:
            comments.setdefault(event.exchange_id, []).append(event)
    standings = [
        _standing(exchange, question, decisions.get(exchange.pk), comments.get(exchange.pk, []), asked)
        for exchange, question in answers
    ]
    return Consent(interviewee, link, standings, events)


def _standing(exchange, question, decision, comments, asked):
    undecided = State.WAITING if asked else State.NOT_ASKED
    if decision is None:
        return Standing(exchange, question, undecided)
    question_changes = difference(decision.question, question)
    answer_changes = difference(" ".join(words_of(decision.answer)), " ".join(words_of(exchange.answer)))
    changed = bool(question_changes or answer_changes)
    as_decided, after_change = {
        Kind.APPROVED: (State.APPROVED, State.CHANGED),
        Kind.OVERRIDE: (State.OVERRIDDEN, State.CHANGED),
        # The desk has answered the comment by changing the words: they are asked again.
        Kind.COMMENTED: (State.COMMENTED, undecided),
    }[Kind(decision.kind)]
    return Standing(
        exchange,
        question,
        after_change if changed else as_decided,
        decision,
        comments,
        question_changes,
        answer_changes,
    )
