"""Taking back an earlier revision: its words become the article's again, as one revision more.

Hours and state are no words and stay. What the revision names and the house no longer has is told, never guessed.
"""

from dataclasses import dataclass, field

from django.db import transaction

from .models import Article, Author, Byline, Exchange, Image, Interviewee, Person, Section, Topic
from .policy import can
from .richtext.sanitizer import image_ids
from .snapshot import signed_part, snapshot
from .workflow import NotAllowed, Refused, record_change

# Of the article's own row, as they stand in the snapshot.
WORDS = ("kicker", "headline", "standfirst", "dateline", "body", "lead_caption")
MEANWHILE = "Bài vừa được sửa sau khi bạn mở trang. Hãy đọc bản mới rồi bấm lần nữa."
THE_SAME = "Bài hiện giống hệt bản {}, không có gì để lấy lại."


@dataclass
class Restored:
    """revision: the one that was made. lost: sentences about what the earlier one had and could not be given back."""

    revision: object = None
    lost: list = field(default_factory=list)


@transaction.atomic
def restore(article, earlier, *, by, seen):
    """Give the article the words of an earlier Revision of its own; returns a Restored.

    seen: the version its user had before them. Raises Refused (NotAllowed) with sentences: not theirs to edit, saved
    meanwhile by somebody else, nothing to change.
    """
    if earlier.article_id != article.pk:
        raise ValueError("a revision of another article")
    row = Article.objects.select_for_update().get(pk=article.pk)
    if not (can(by, "edit", row) and can(by, "read_history", row)):
        raise NotAllowed(f"{by} không sửa được bài này, nên không lấy lại được bản cũ.")
    if seen != row.version:
        raise Refused(MEANWHILE)
    kept = earlier.snapshot
    if signed_part(snapshot(row)) == signed_part(kept):
        raise Refused(THE_SAME.format(earlier.number))
    done = Restored()
    _restore_row(row, kept, done.lost)
    _restore_topics(row, kept, done.lost)
    _restore_bylines(row, kept, done.lost)
    if row.is_interview:
        _restore_talk(row, kept, done.lost)
    _tell_pictures(kept, done.lost)
    done.revision = record_change(row, by=by, note=f"lấy lại bản {earlier.number}")
    article.refresh_from_db()
    return done


def _restore_row(row, kept, lost):
    for name in WORDS:
        if name in kept:
            setattr(row, name, kept[name])
    section = Section.objects.filter(pk=kept.get("section_id")).first()
    section = section or Section.objects.filter(name=kept.get("section", "")).first()
    if section:
        row.section = section
    elif "section" in kept:
        lost.append(f"Chuyên mục “{kept['section']}” không còn; bài ở lại “{row.section}”.")
    if "lead_image_id" in kept:
        row.lead_image = Image.objects.filter(pk=kept["lead_image_id"]).first()
    row.save()


def _restore_topics(row, kept, lost):
    if "topics" not in kept:
        return
    topics = {topic.name: topic for topic in Topic.objects.filter(name__in=kept["topics"])}
    lost += [f"Chủ đề “{name}” không còn, hoặc đã đổi tên." for name in kept["topics"] if name not in topics]
    row.topics.set(topics.values())


def _restore_bylines(row, kept, lost):
    if "bylines" not in kept:
        return
    authors = Author.objects.in_bulk([byline["author_id"] for byline in kept["bylines"]])
    row.bylines.all().delete()
    for position, byline in enumerate(kept["bylines"], start=1):
        if author := authors.get(byline["author_id"]):
            Byline.objects.create(article=row, author=author, role=byline["role"], position=position)
        else:
            lost.append(f"Tác giả “{byline['name']}” không còn; bài thiếu chữ ký này.")


def _restore_talk(row, kept, lost):
    """Exchanges keep their numbers, so that addresses (#hoi-dap-12) and sign-offs still mean them."""
    if "exchanges" not in kept:
        return
    guests = _restore_guests(row, kept.get("interviewees", []), lost)
    wanted = [exchange["id"] for exchange in kept["exchanges"]]
    row.exchanges.exclude(pk__in=wanted).delete()
    present = row.exchanges.in_bulk(wanted)
    # A number that another article's exchange bears is not this one's to take.
    free = set(wanted) - set(Exchange.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    for position, told in enumerate(kept["exchanges"], start=1):
        exchange = present.get(told["id"]) or Exchange(
            article=row, pk=told["id"] if told["id"] in free else None
        )
        exchange.position = position
        exchange.asked_by, exchange.question, exchange.answer = (
            told["asked_by"],
            told["question"],
            told["answer"],
        )
        # Labels only where the snapshot is too old for numbers: two guests may bear one label.
        exchange.answered_by = guests.get(told.get("answered_by_id", told["answered_by"]))
        if told["answered_by"] and not exchange.answered_by:
            lost.append(
                f"Lượt {position}: người trả lời “{told['answered_by']}” không còn, câu trả lời chưa có tên."
            )
        exchange.save()
    _drop_guests(row, guests, lost)


def _restore_guests(row, told, lost):
    """{number in the snapshot, and label: Interviewee of now}. A guest is a person in this article: what they signed
    off belongs to them, and a row is never given to somebody else."""
    present = {guest.person_id: guest for guest in row.interviewees.select_related("person")}
    persons = Person.objects.in_bulk([guest["person_id"] for guest in told])
    numbers = [guest["id"] for guest in told if guest.get("id")]
    taken = set(Interviewee.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    guests = {}
    for position, kept in enumerate(told, start=1):
        person = persons.get(kept["person_id"])
        if person is None:
            lost.append(f"Nhân vật “{kept['label']}” không còn hồ sơ; bài thiếu người trả lời này.")
            continue
        number = kept.get("id")
        guest = present.get(person.pk) or Interviewee(
            article=row, person=person, pk=None if number in taken else number
        )
        guest.label = "" if kept["label"] == person.label else kept["label"]
        guest.office, guest.position = kept["office"], position
        guest.save()
        guests[kept["label"]] = guest
        if number:
            guests[number] = guest
    return guests


def _drop_guests(row, guests, lost):
    """Those the revision did not have go, once nobody answers by them; whom a sign-off names stays."""
    staying = {guest.pk for guest in guests.values()}
    last = len(staying)
    for guest in row.interviewees.exclude(pk__in=staying).select_related("person"):
        if guest.sign_offs.exists() or guest.sign_off_events.exists():
            last += 1
            Interviewee.objects.filter(pk=guest.pk).update(position=last)
            lost.append(f"{guest.speaker} đã được gửi duyệt lời nên còn trong danh sách người trả lời.")
        else:
            guest.delete()


def _tell_pictures(kept, lost):
    known = {picture["id"]: picture for picture in kept.get("pictures", [])}
    texts = [kept.get("body", ""), *(exchange["answer"] for exchange in kept.get("exchanges", []))]
    numbers = [kept.get("lead_image_id"), *(number for text in texts for number in image_ids(text))]
    shown = dict.fromkeys(number for number in numbers if number)
    digests = dict(Image.objects.filter(pk__in=shown).values_list("pk", "digest"))
    for number in shown:
        name = known.get(number, {}).get("caption") or f"số {number}"
        if number not in digests:
            lost.append(f"Ảnh “{name}” không còn trong kho ảnh; chỉ còn chú thích.")
        elif number in known and known[number]["digest"] != digests[number]:
            lost.append(f"Ảnh “{name}” đã được thay tệp sau bản này; bài hiện tệp mới.")
