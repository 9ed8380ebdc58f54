"""Builds the demo paper: accounts, sections, people, pictures, stories through the workflow, readers' comments.

May be run again: what is there already, found by its key, is left alone.
"""

import hashlib
import io
import tomllib
from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles import readership, uploads, workflow
from articles.drafting import make_interview
from articles.models import Article, Author, Byline, Image, Placement, Revision, Section, Topic
from articles.richtext.sanitizer import image_ids
from articles.search import index
from articles.snapshot import keep_revision
from articles.transcripts import parse

from . import pictures, stories
from .accounts import make_accounts
from .announcing import announce_interview
from .correcting import as_first_printed, correct
from .listening import hear, pin_and_report
from .portraying import portray

PAPER_FILE = Path(__file__).parent / "paper.toml"
ROLES = {
    "": Byline.Role.WRITER,
    "ảnh": Byline.Role.PHOTOGRAPHS,
    "bài và ảnh": Byline.Role.TEXT_AND_PHOTOGRAPHS,
    "thực hiện": Byline.Role.CONDUCTED,
    "ghi": Byline.Role.RECORDED,
    "tổng hợp": Byline.Role.COMPILED,
}
PIN_TIMES = (("starts_at", "from"), ("ends_at", "until"))


def paper():
    """The demo paper's own data, as parsed TOML."""
    return tomllib.loads(PAPER_FILE.read_text(encoding="utf-8"))


class DemoPaper:
    """One building of the demo. `say(sentence)` is told how far it is."""

    def __init__(self, say):
        self.say = say
        self.now = timezone.now()
        self.images = {}

    def build(self):
        """Make what is missing; return the number of stories made."""
        self.users = make_accounts()
        self._taxonomy()
        waiting = [story for story in stories.load() if not self._exists(story)]
        if waiting:
            self._pictures(waiting)
        for number, story in enumerate(waiting, 1):
            if number % 10 == 0 or number == len(waiting):
                self.say(f"Xếp bài: {number}/{len(waiting)}")
            with transaction.atomic():
                self._story(story)
        self._front_page()
        announce_interview(self.users, self.now)
        pin_and_report(self.users["kiemduyet"], self.now)
        portray(self.users, paper()["portrait"])
        self._read()
        # A demo built before there was a search has stories that are in no index.
        list(index.rebuild(index.missing()))
        return len(waiting)

    def _exists(self, story):
        """Whether the story was made before: its first revision says so, whatever became of its headline since."""
        return Revision.objects.filter(number=1, snapshot__headline=story.get("headline")).exists()

    def _taxonomy(self):
        data = paper()
        for position, row in enumerate(data["section"], 1):
            known = Q(slug=row["slug"]) | Q(name=row["name"]) | Q(former_slugs__slug=row["slug"])
            if not Section.objects.filter(known).exists():
                Section.objects.create(**row, position=position)
        for row in data["topic"]:
            if not Topic.objects.filter(Q(slug=row["slug"]) | Q(name=row["name"])).exists():
                Topic.objects.create(**row)
        for row in data["author"]:
            Author.objects.get_or_create(
                slug=row["slug"], defaults={"name": row["name"], "beat": row["beat"], "bio": row["bio"]}
            )
        reporter = self.users["phongvien"]
        if not Author.objects.filter(user=reporter).exists():
            Author.objects.filter(slug="tran-duc-hau", user=None).update(user=reporter)

    def _pictures(self, waiting):
        """Draw what the waiting stories show, once each, through the same door as an upload."""
        wanted = {}
        for story in waiting:
            for picture in self._pictures_of(story):
                wanted.setdefault(picture.name, picture)
        alts = paper()["alt"]
        for number, name in enumerate(sorted(wanted), 1):
            self.say(f"Vẽ ảnh: {number}/{len(wanted)} ({name})")
            self.images[name] = self._image(wanted[name], alts[name])

    @staticmethod
    def _pictures_of(story):
        inside = [stories.Picture(*(part or "" for part in match)) for match in stories.PICTURE.findall(story.text)]
        return [picture for picture in (story.lead, *inside, story.inside) if picture]

    def _image(self, picture, alt):
        drawn = io.BytesIO()
        pictures.draw(picture.name).save(drawn, "JPEG", quality=92)
        raw = drawn.getvalue()
        known = Image.objects.filter(digest=hashlib.sha256(raw).hexdigest()).first()
        if known:
            return known
        image = Image(
            caption=picture.caption,
            credit=picture.credit or "Nông Thanh Tùng",
            alt=alt,
            created_by=self.users["phongvien"],
        )
        return uploads.receive(image, raw)

    def _story(self, story):
        article = self._interview(story) if story.is_interview else self._plain_story(story)
        article.topics.set(Topic.objects.filter(slug__in=[key.strip() for key in story.get("topics").split(",")]))
        self._carry_through(article, story)
        hear(article, story, moderator=self.users["kiemduyet"], now=self.now)

    def _plain_story(self, story):
        blocks = story.blocks
        lead = story.lead
        article = Article.objects.create(
            section=Section.objects.get(slug=story.get("section")),
            kicker=story.get("kicker"),
            headline=story.get("headline"),
            standfirst=blocks[0],
            dateline=story.get("dateline"),
            body=as_first_printed(stories.as_html(blocks[1:], self._figure), story),
            lead_image=self.images[lead.name] if lead else None,
            lead_caption=lead.caption if lead else "",
            created_by=self.users["phongvien"],
        )
        for position, entry in enumerate(story.get("bylines").split(","), 1):
            name, _, role = entry.strip().rstrip(")").partition(" (")
            Byline.objects.create(
                article=article, author=Author.objects.get(slug=name), role=ROLES[role], position=position
            )
        keep_revision(article, by=self.users["phongvien"], note="nhập từ báo thử nghiệm")
        return article

    def _figure(self, picture):
        image = self.images[picture.name]
        caption = stories.escape(picture.caption)
        return f'<figure data-image-id="{image.pk}"><figcaption>{caption}</figcaption></figure>'

    def _interview(self, story):
        """Through the importer, as a reporter's paste would come; then its awaiting picture gets its file."""
        section = Section.objects.get(slug=story.get("section"))
        at = story.published_at(self.now)
        head = [story.get("headline"), section.name, at.strftime("%H:%M %d/%m/%Y")]
        article = make_interview(parse("\n\n".join([*head, story.text])), by=self.users["phongvien"]).article
        article.kicker = story.get("kicker") or article.kicker
        lead = story.lead
        if lead:
            article.lead_image, article.lead_caption = self.images[lead.name], lead.caption
        article.save()
        self._hang_pictures(article, story)
        return article

    def _hang_pictures(self, article, story):
        """Put the drawn picture where the transcript's figure awaits its file."""
        if not story.inside:
            return
        image = self.images[story.inside.name]
        for exchange in article.exchanges.filter(answer__contains="data-image-id"):
            awaiting = Image.objects.get(pk=image_ids(exchange.answer)[0])
            exchange.answer = exchange.answer.replace(f'data-image-id="{awaiting.pk}"', f'data-image-id="{image.pk}"')
            exchange.save()
            if not image.caption:
                image.caption = awaiting.caption
                image.save()
            awaiting.delete()

    def _carry_through(self, article, story):
        """Reporter, editor, managing editor: each does their step."""
        state = story.get("state", "published")
        if state == "draft":
            return
        workflow.submit(article, by=self.users["phongvien"])
        if state == "in_review":
            return
        workflow.approve(article, by=self.users["bientap"])
        if state == "ready":
            return
        workflow.publish(article, by=self.users["thuky"], at=story.published_at(self.now))
        if state == "withdrawn":
            workflow.withdraw(article, by=self.users["thuky"], reason="Ngày nêu trong bài sai, bạn đọc đã phản ánh.")
        correct(article, story, self.users, self.now)

    def _read(self):
        """Some stories are read more than others, each time the demo was left alone for so long that none is."""
        if not readership.most_read(self.now):
            newest = Article.objects.public(self.now).newest_first().values_list("pk", flat=True)
            readership.add({pk: 60 - 6 * place for place, pk in enumerate(newest[2:18:2])}, self.now)

    def _front_page(self):
        if Placement.objects.exists():
            return
        hour = timezone.localtime(self.now).replace(minute=0, second=0, microsecond=0)
        for position, pin in enumerate(paper()["pin"]):
            times = {name: hour + timedelta(hours=pin[key]) for name, key in PIN_TIMES if key in pin}
            Placement.objects.create(
                slot=pin["slot"],
                section=Section.objects.get(slug=pin["section"]) if "section" in pin else None,
                article=Article.objects.get(revisions__number=1, revisions__snapshot__headline=pin["headline"]),
                position=position,
                **times,
            )
