"""Puts invented stories and comments into the tables, a batch at a time, each batch in one transaction.

Rows are written by bulk_create, and what their save() would set is set here: slugs, folded words, sums. Memory does not
grow with the paper, but for sixteen bytes a story.
"""

import hashlib
import time
from array import array
from datetime import UTC, datetime, timedelta
from itertools import islice

from django.core.management import call_command, get_commands
from django.db import connection, transaction
from django.db.models import Value
from django.utils import timezone

from articles.models import (
    Article,
    Author,
    Byline,
    Exchange,
    Interviewee,
    Kind,
    Person,
    Section,
    Status,
    Topic,
)
from articles.streams import keep_streams
from articles.vietnamese import slug, tokens
from comments.models import Comment, CommentStatus
from comments.readers import keyed
from newsroom.demo.build import paper

from . import words

BATCH = 500
A_DAY = 150  # stories; a million fill eighteen years
INTERVIEWS = 8  # one story of so many is one
AUTHORS, PEOPLE, TOPICS = 40, 300, 60
EVERY = 5  # seconds between two lines of progress
NEWEST = 0.01  # of the stories get a third of all comments


class Corpus:
    """One filling. `articles` and `comments`: how many were asked for; `made` and `said`: how many there are by now.

    say(sentence) is told how far it is.
    """

    def __init__(self, articles, comments, say):
        self.articles, self.comments, self.say = articles, comments, say
        self.made = self.said = 0
        self.now = timezone.now()
        self.pks, self.moments = array("Q"), array("d")

    def fill(self):
        """Write everything, then what the database and the search need to know of it."""
        self._surroundings()
        self.first = (Article.objects.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1
        self._steadily("bài", self.articles, self._stories)
        if not self.articles:
            self._take_those_there()
        self._steadily("ý kiến", self.comments if self.pks else 0, self._opinions)
        if "rebuild_search" in get_commands():
            self.say("Lập chỉ mục tìm kiếm…")
            call_command("rebuild_search", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _take_those_there(self):
        """Comments alone go under the stories that readers see already."""
        there = Article.objects.public().order_by("published_at", "pk").values_list("pk", "published_at")
        for pk, moment in there.iterator(chunk_size=5000):
            self.pks.append(pk)
            self.moments.append(moment.timestamp())

    def _steadily(self, of, total, write):
        begun = told = time.monotonic()
        for there in range(0, total, BATCH):
            count = min(BATCH, total - there)
            with transaction.atomic():
                write(there, count)
            if time.monotonic() - told >= EVERY:
                told = time.monotonic()
                rate = (there + count) / (told - begun)
                rest = (total - there - count) / rate / 60
                self.say(f"{there + count}/{total} {of}, mỗi giây {rate:.0f}, còn chừng {rest:.0f} phút")

    def _surroundings(self):
        """Sections as in the demo paper; authors, people and topics enough for a province."""
        for position, row in enumerate(paper()["section"], 1):
            Section.objects.get_or_create(slug=row["slug"], defaults=row | {"position": position})
        self.sections = list(Section.objects.all())
        with transaction.atomic():
            self.authors = self._named(Author, self._enough(AUTHORS))
            self.people = self._named(Person, self._enough(PEOPLE), honorific="Ông")
            self.topics = self._topics(self._enough(TOPICS))

    def _enough(self, most):
        """How many of a kind so many stories need."""
        return max(3, min(most, self.articles // 10))

    @staticmethod
    def _named(model, count, **given):
        names = {words.name(words.chance(number, model.__name__)) for number in range(count)}
        return [
            model.objects.filter(name=name).first() or model.objects.create(name=name, **given)
            for name in sorted(names)
        ]

    @staticmethod
    def _topics(count):
        """Each one once: the dice may throw a name twice, and no story belongs to a topic twice."""
        names = {words.headline(words.chance(number, "chủ đề"))[:120] for number in range(count)}
        return [Topic.objects.get_or_create(name=name)[0] for name in sorted(names)]

    def _stories(self, there, count):
        numbers = range(self.first + there, self.first + there + count)
        dice = [words.chance(number, "bài") for number in numbers]
        made = Article.objects.bulk_create(
            self._article(number, there + place, die)
            for place, (number, die) in enumerate(zip(numbers, dice, strict=True))
        )
        signed, filed, guests, exchanges = [], [], [], []
        of_topic = Article.topics.through
        for article, die in zip(made, dice, strict=True):
            interview = article.kind == Kind.INTERVIEW
            role = Byline.Role.CONDUCTED if interview else Byline.Role.WRITER
            signed.append(Byline(article=article, author=die.choice(self.authors), role=role, position=1))
            filed += [
                of_topic(article=article, topic=topic)
                for topic in die.sample(self.topics, min(die.choice((0, 0, 1, 2)), len(self.topics)))
            ]
            if interview:
                office = f"{die.choice(words.OFFICES)} ở {die.choice(words.PLACES)}"
                guest = Interviewee(
                    article=article, person=die.choice(self.people), office=office, position=1
                )
                guests.append(guest)
                exchanges += [
                    Exchange(
                        article=article, position=position, question=asked, answered_by=guest, answer=answer
                    )
                    for position, (asked, answer) in enumerate(words.turns(die), 1)
                ]
            self.pks.append(article.pk)
            self.moments.append(article.published_at.timestamp())
        Byline.objects.bulk_create(signed)
        of_topic.objects.bulk_create(filed)
        Interviewee.objects.bulk_create(guests)
        Exchange.objects.bulk_create(exchanges)
        keep_streams(*made)
        self.made += count

    def _article(self, number, place, die):
        """Number `place` of this run, the oldest first; unsaved."""
        headline = words.headline(die)
        interview = number % INTERVIEWS == 0
        return Article(
            kind=Kind.INTERVIEW if interview else Kind.STORY,
            status=Status.PUBLISHED,
            section=die.choice(self.sections),
            headline=headline,
            slug=slug(headline, max_length=120),
            standfirst=words.standfirst(die),
            dateline=die.choice(words.PLACES).partition(" ")[2],
            # As an expression it goes past the sanitiser, which takes longest and would change nothing.
            body="" if interview else Value(words.body(die)),
            published_at=self.now
            - timedelta(days=(self.articles - place) / A_DAY, seconds=die.random() * 300),
        )

    def _opinions(self, there, count):
        """Comments, the fifth of which answer another one of the same batch."""
        roots = Comment.objects.bulk_create(
            self._comment(there + place) for place in range(count - count // 5)
        )
        Comment.objects.bulk_create(
            self._comment(there + len(roots) + place, parent)
            for place, parent in enumerate(islice(self._answered(roots), count // 5))
        )
        self.said += count

    @staticmethod
    def _answered(roots):
        """Comments readers see, over and over."""
        shown = [root for root in roots if root.status == CommentStatus.APPROVED] or roots
        while True:
            yield from shown

    def _comment(self, place, parent=None):
        die = words.chance(place, "ý kiến")
        if parent:
            article, at = parent.article_id, parent.created_at
        else:
            newest = die.random() < 1 / 3
            at_most = len(self.pks)
            chosen = at_most - 1 - int(die.random() * at_most * NEWEST) if newest else die.randrange(at_most)
            article, at = self.pks[chosen], datetime.fromtimestamp(self.moments[chosen], UTC)
        name, home, text = words.name(die), die.choice(words.PLACES), words.opinion(die)
        folded = " ".join(tokens(f"{name} {home} {text}"))
        status = CommentStatus.WAITING if die.random() < 0.03 else CommentStatus.APPROVED
        return Comment(
            article_id=article,
            parent=parent,
            name=name,
            place=home,
            text=text,
            status=CommentStatus.APPROVED if parent else status,
            created_at=min(at + timedelta(minutes=1 + die.random() * 3000), self.now),
            submission=keyed("corpus", self.now.isoformat(), place),
            sender=keyed("corpus address", place % 50_000),
            reader=keyed("corpus reader", place % 80_000),
            folded=folded,
            essence=hashlib.sha256(folded.encode()).hexdigest(),
            likes=int(die.paretovariate(1.2)) - 1,
        )
