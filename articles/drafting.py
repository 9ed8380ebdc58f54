"""From a transcript's draft to rows: an article in the state of a draft, with everything the source said."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape

from .models import Article, Author, Byline, Exchange, Image, Interviewee, Kind, Section
from .namesakes import person_for
from .snapshot import keep_revision
from .transcripts import Draft, Figure, exchanges, respondents
from .vietnamese import fold, spelling_key

DOUBTFUL_BELOW = 0.6
FALLBACK_SECTION = "Phỏng vấn - Đối thoại"

ROLES = {
    "thực hiện": Byline.Role.CONDUCTED,
    "ghi": Byline.Role.RECORDED,
    "ảnh": Byline.Role.PHOTOGRAPHS,
    "bài, ảnh": Byline.Role.TEXT_AND_PHOTOGRAPHS,
    "bài và ảnh": Byline.Role.TEXT_AND_PHOTOGRAPHS,
    "tổng hợp": Byline.Role.COMPILED,
    "dịch": Byline.Role.TRANSLATED,
    "theo": Byline.Role.SOURCE,
}


@dataclass
class Drafted:
    """The article made, and sentences for the person who brought the transcript: what was made beside it."""

    article: Article
    notes: list[str] = field(default_factory=list)


@transaction.atomic
def make_interview(draft: Draft, *, by=None, section=None, author_name="", people=None):
    """Store `draft` as a draft interview; return Drafted.

    section: a Section that overrides the one printed. author_name: signs where the transcript names nobody. A section,
    person or author the paper lacks is made, and said. people: {name: Person, or None for a new one} where somebody has
    said who is meant (see namesakes.py). A picture becomes an Image that awaits its file.
    """
    notes = []
    article = Article(
        kind=Kind.INTERVIEW,
        section=section or _section(draft.section, notes),
        kicker=draft.kicker,
        headline=draft.headline,
        standfirst=draft.standfirst,
        body=_rich(draft.introduction),
        published_at=timezone.make_aware(draft.published) if draft.published else None,
        unplaced="\n\n".join(draft.unplaced),
        created_by=by,
    )
    article.save()
    guests = {}
    for position, respondent in enumerate(respondents(draft), 1):
        guests[fold(respondent.name)] = Interviewee.objects.create(
            article=article,
            person=person_for(respondent.name, respondent.honorific, respondent.office, people or {}, notes),
            label=f"{respondent.honorific} {respondent.name}".strip(),
            office=respondent.office,
            position=position,
        )
    for position, exchange in enumerate(exchanges(draft), 1):
        Exchange.objects.create(
            article=article,
            position=position,
            asked_by=exchange.asked_by,
            question=exchange.question,
            answered_by=guests[fold(exchange.respondent.name)] if exchange.respondent else None,
            answer=_rich(exchange.answer),
            doubtful=exchange.confidence < DOUBTFUL_BELOW,
        )
    for position, (name, role) in enumerate(draft.byline or ([(author_name, "")] if author_name else []), 1):
        Byline.objects.create(
            article=article, author=_author(name, notes), role=ROLES.get(role, Byline.Role.WRITER), position=position
        )
    keep_revision(article, by=by, note="nhập từ bản gốc")
    return Drafted(article, notes)


def _section(name, notes):
    """The section of that name in any spelling; made where the paper lacks it."""
    sections = list(Section.objects.all())
    wanted = fold(name or FALLBACK_SECTION)
    for section in sections:
        if fold(section.name) == wanted:
            return section
    if not name and sections:
        notes.append(f"Bản gốc không ghi chuyên mục: xếp tạm vào “{sections[0].name}”.")
        return sections[0]
    section = Section(name=name or FALLBACK_SECTION, position=len(sections) + 1)
    section.save()
    notes.append(f"Đã lập chuyên mục mới “{section.name}”.")
    return section


def _author(name, notes):
    wanted = spelling_key(name)
    for author in Author.objects.all():
        if spelling_key(author.name) == wanted:
            return author
    notes.append(f"Đã lập tác giả mới “{name}”.")
    return Author.objects.create(name=name)


def _rich(blocks):
    """Blocks of a transcript as rich text; each figure gets an Image of its own."""
    html = []
    for block in blocks:
        if isinstance(block, Figure):
            image = Image.objects.create(caption=block.caption, alt=block.alt)
            caption = f"<figcaption>{escape(block.caption)}</figcaption>" if block.caption else ""
            html.append(f'<figure data-image-id="{image.pk}">{caption}</figure>')
        else:
            html.append(f"<p>{escape(block.text)}</p>")
    return "".join(html)
