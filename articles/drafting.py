"""From a transcript's draft to rows: an article in the state of a draft, with everything the source said."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.html import escape

from . import renditions, uploads
from .models import Article, Author, Byline, Exchange, Image, Interviewee, Kind, Person, Revision, Section
from .models.taxonomy import is_reserved
from .namesakes import person_for
from .snapshot import keep_revision
from .transcripts import UNSURE, Draft, Figure, ListItem, Subheading, TranscriptError, exchanges, respondents
from .vietnamese import fold, slug, spelling_key

FALLBACK_SECTION = "Phỏng vấn - Đối thoại"
CREDIT = re.compile(r"(?:^|(?<=[.!?…”)\s]))\(?(?:Ảnh|Nguồn ảnh)\s*:\s*([^.:()\n]{2,80}?)\)?\.?\s*$")

ROLES = {
    "thực hiện": Byline.Role.CONDUCTED,
    "ghi": Byline.Role.RECORDED,
    "ảnh": Byline.Role.PHOTOGRAPHS,
    "bài, ảnh": Byline.Role.TEXT_AND_PHOTOGRAPHS,
    "bài và ảnh": Byline.Role.TEXT_AND_PHOTOGRAPHS,
    "bài - ảnh": Byline.Role.TEXT_AND_PHOTOGRAPHS,
    "bài/ảnh": Byline.Role.TEXT_AND_PHOTOGRAPHS,
    "người thực hiện": Byline.Role.CONDUCTED,
    "phỏng vấn": Byline.Role.CONDUCTED,
    "thực hiện phỏng vấn": Byline.Role.CONDUCTED,
    "lược ghi": Byline.Role.RECORDED,
    "nguồn": Byline.Role.SOURCE,
    "tổng hợp": Byline.Role.COMPILED,
    "dịch": Byline.Role.TRANSLATED,
    "theo": Byline.Role.SOURCE,
}


@dataclass
class Drafted:
    """The article made, and sentences for the person who brought the transcript: what was made beside it."""

    article: Article
    notes: list[str] = field(default_factory=list)


@dataclass
class Received:
    """The Images of the pictures that came along, by their bytes; and sentences about those that were refused."""

    images: dict[bytes, Image] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def make_interview(draft: Draft, *, by=None, section=None, author_name="", people=None, pictures=None):
    """Store `draft` as a draft interview; return Drafted. TranscriptError where it has no headline.

    section: a Section that overrides the one printed. author_name: signs where the transcript names nobody. A section,
    person or author the paper lacks is made, and said. people: {name: Person, or None for a new one} where somebody has
    said who is meant (see namesakes.py). A picture the transcript brought goes through the door of every upload; one
    that is refused there, or lies elsewhere, becomes an Image that awaits its file. pictures: what receive_pictures()
    gave, for a caller who opens the transaction.
    """
    if not draft.headline.split():
        raise TranscriptError("Bài chưa có tít.")
    # Before the rows: a picture's files cannot be rolled back, and a picture nobody uses yet does no harm.
    pictures = pictures or receive_pictures(draft, by=by)
    with transaction.atomic():
        return _store(draft, pictures.images, [*pictures.notes], by, section, author_name, people or {})


def imported_before(draft: Draft) -> Article | None:
    """The article an earlier import made of this interview, whatever became of its headline and questions since.

    The same is what has the same headline and the same first question (without a question: the same standfirst), or the
    same two questions or more under another headline.
    """
    questions = [exchange.question for exchange in exchanges(draft)]
    first = _first_words(draft.standfirst, questions)
    headline = _cut(draft.headline, Article._meta.get_field("headline").max_length)
    if not headline and not first:
        return None
    same = Q(snapshot__headline=headline)
    if questions and questions[0]:
        same |= Q(snapshot__exchanges__0__question=questions[0])
    made = Revision.objects.filter(same, number=1, article__kind=Kind.INTERVIEW, snapshot__kind=Kind.INTERVIEW)
    for revision in made.select_related("article").order_by("pk"):
        then = revision.snapshot
        asked = [exchange["question"] for exchange in then["exchanges"]]
        headed = then["headline"] == headline and _first_words(then["standfirst"], asked) == first
        if headed or asked == questions and len(list(filter(None, asked))) > 1:
            return revision.article
    return None


def _first_words(standfirst, questions):
    return " ".join((next(filter(None, questions), "") or standfirst).split())


def _store(draft, pictures, notes, by, section, author_name, people):
    unplaced = list(draft.unplaced)

    def fit(model, field, text):
        """The text as far as the field holds it; what is longer is kept whole under the mark of the unplaced."""
        fitting = _cut(text, model._meta.get_field(field).max_length)
        if fitting != text:
            unplaced.append(text)
        return fitting

    article = Article(
        kind=Kind.INTERVIEW,
        section=section or _section(fit(Section, "name", draft.section), notes),
        kicker=fit(Article, "kicker", draft.kicker),
        headline=fit(Article, "headline", draft.headline),
        standfirst=draft.standfirst,
        body=_rich(draft.introduction, pictures),
        published_at=timezone.make_aware(draft.published) if draft.published else None,
        created_by=by,
    )
    article.save()
    guests = {}
    for position, respondent in enumerate(respondents(draft), 1):
        key = spelling_key(respondent.name)
        if key not in guests:
            name = fit(Person, "name", respondent.name)
            honorific = fit(Person, "honorific", respondent.honorific)
            guests[key] = Interviewee.objects.create(
                article=article,
                person=person_for(name, honorific, respondent.office, people, notes),
                label=fit(Interviewee, "label", f"{honorific} {name}".strip()),
                office=fit(Interviewee, "office", respondent.office),
                position=position,
            )
    for position, exchange in enumerate(exchanges(draft), 1):
        Exchange.objects.create(
            article=article,
            position=position,
            asked_by=fit(Exchange, "asked_by", exchange.asked_by),
            question=exchange.question,
            answered_by=guests[spelling_key(exchange.respondent.name)] if exchange.respondent else None,
            answer=_rich(exchange.answer, pictures),
            doubtful=exchange.confidence < UNSURE,
        )
    sign(article, draft.byline or ([(author_name, "")] if author_name else []), notes, fit)
    article.unplaced = "\n\n".join(unplaced)
    article.save()
    keep_revision(article, by=by, note="nhập từ bản gốc")
    return Drafted(article, notes)


def sign(article, pairs, notes, fit=lambda model, field, text: text):
    """Bylines in this order, pairs of (name, role as printed); authors the paper lacks are made, and said in notes."""
    for position, (name, role) in enumerate(pairs, 1):
        author = _author(fit(Author, "name", name), notes)
        if role not in ROLES and role:
            notes.append(f"Vai trò “{role}” của {author} không có trong danh sách: ghi là người viết.")
        Byline.objects.get_or_create(
            article=article,
            author=author,
            role=ROLES.get(role, Byline.Role.WRITER),
            defaults={"position": position},
        )


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
    if is_reserved(slug(section.name)):
        section.slug = f"muc-{slug(section.name)}"[:80]
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


def receive_pictures(draft: Draft, *, by=None) -> Received:
    """Take in the pictures the transcript brought."""
    blocks = [*draft.introduction, *(block for turn in draft.turns for block in turn.blocks)]
    return receive_figures([block for block in blocks if isinstance(block, Figure)], by=by)


def receive_figures(figures, *, by=None) -> Received:
    """Take in what these Figures brought. Twice is once: the same bytes are the same Image."""
    received = Received()
    for figure in figures:
        if figure.image is None or figure.image in received.images:
            continue
        image = _image(figure, by)
        try:
            received.images[figure.image] = uploads.receive(image, figure.image)
        except uploads.Duplicate as known:
            received.images[figure.image] = known.image
        except renditions.PictureError as refusal:
            which = f"“{figure.caption[:60]}”" if figure.caption else "không chú thích"
            received.notes.append(f"Ảnh {which} chưa nhận được: {refusal}")
    return received


def _rich(blocks, pictures):
    """Blocks of a transcript as rich text; each figure has an Image of its own or the one that holds its bytes."""
    html = []
    for ordered, group in groupby(blocks, lambda block: block.ordered if isinstance(block, ListItem) else None):
        if ordered is None:
            html += [
                figure_html(block, pictures) if isinstance(block, Figure) else _paragraph(block) for block in group
            ]
        else:
            html.append(_list(list(group), ordered))
    return "".join(html)


def _paragraph(block):
    tag = "h3" if isinstance(block, Subheading) else "p"
    return f"<{tag}>{escape(block.text)}</{tag}>"


def _list(items, ordered):
    rows = "".join(f"<li>{escape(item.text)}</li>" for item in items)
    first = re.match(r"\(?(\d+)", items[0].marker)
    # A list that a paragraph interrupts goes on counting.
    start = f' start="{int(first[1])}"' if first and int(first[1]) > 1 else ""
    return f"<ol{start}>{rows}</ol>" if ordered else f"<ul>{rows}</ul>"


def figure_html(block, pictures):
    """A Figure as it is stored; pictures: {bytes: Image}. Without one of those it gets one that awaits its file."""
    image = pictures.get(block.image)
    if image is None:
        image = _image(block)
        image.save()
    # The caption of this use stands whole in the text; the picture's own is the same, as far as it goes.
    words, credit = _credited(block.caption)
    # A picture known before has its own credit; what the transcript says of it is not dropped.
    words = words if image.credit == credit else block.caption
    caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
    return f'<figure data-image-id="{image.pk}">{caption}</figure>'


def _image(figure, by=None):
    words, credit = _credited(figure.caption)
    return Image(caption=_cut(words, 500), alt=_cut(figure.alt, 300), credit=credit, created_by=by)


def _credited(caption):
    """(caption, credit): what "Ảnh: …" at the end of a caption names is the credit, printed by itself."""
    match = CREDIT.search(caption)
    return (caption[: match.start()].rstrip(), match[1]) if match else (caption, "")


def _cut(text, longest):
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
