"""The front page and the tops of sections: pins stand where they are pinned, the newest fill what is left.

A pin counts while its time runs and readers may see its story; one that does not leaves no hole: the next pin moves
up, and behind the pins the newest. Only the filling looks at what stands elsewhere. A story pinned to two places of
the front page stands in the higher one.
"""

from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, Subquery

from .cards import COLUMNS, Cards, cards_by_number, of_row
from .models import Article, Kind, Placement, Section
from .prepared import Prepared

SECONDS = 4
TOP = 1 + SECONDS
NEWEST = 12
INTERVIEWS = 4
PER_SECTION = 4
SLOTS = list(Placement.Slot)
# How far down the newest a story with a picture is looked for before the top takes one without.
LOOK = TOP + INTERVIEWS + NEWEST + 30


def articles_by_number(numbers, now):
    """{number: Article} of those of these that are public at `now`, as lists show them."""
    return Article.objects.public(now).for_cards().in_bulk(numbers)


def front_page(now, pins=None, stories=articles_by_number):
    """Return {lead, seconds, interviews, newest, blocks} as lists of articles (lead: one or None) public at `now`.

    blocks: [(Section, [Article…])…] in the order of the sections; sections: all of them. pinned: {article's number:
    the pin it stands by}. pins: an arrangement to try, Placements of `article_id` (saved or not) in any order;
    without it, the saved one. stories: how the articles are fetched, articles_by_number or cards_by_number. First who
    stands where is found by numbers alone, then all stories are fetched at once: five queries, whatever the number of
    sections, pins and stories.
    """
    top, at_sections, pinned = _stand(standing(now, pins))
    used = set(pinned)
    candidates = _newest(now=now, used=list(used))
    talks = _newest_talks(now=now, used=list(used))

    def take(numbers, count):
        chosen = [number for number in numbers if number not in used][:count]
        used.update(chosen)
        return chosen

    top += take([number for number, picture in candidates if picture], TOP - len(top))
    top += take([number for number, _ in candidates], TOP - len(top))
    interviews = take([number for (number,) in talks], INTERVIEWS)
    newest = take([number for number, _ in candidates], NEWEST)
    sections, filling = _newest_of_sections(now, used)
    blocks = [
        (section, (at_sections.get(section.pk, []) + filling[section.pk])[:PER_SECTION])
        for section in sections
    ]
    shown = [top, interviews, newest, *(numbers for _, numbers in blocks)]
    found = stories([number for numbers in shown for number in numbers], now)

    def fetched(numbers):
        return [found[number] for number in numbers if number in found]

    top, blocks = fetched(top), [(section, fetched(numbers)) for section, numbers in blocks]
    return {
        "lead": top[0] if top else None,
        "seconds": top[1:],
        "interviews": fetched(interviews),
        "newest": fetched(newest),
        "blocks": [(section, articles) for section, articles in blocks if articles],
        "sections": sections,
        "pinned": pinned,
    }


_newest = Prepared(
    lambda now, used: (
        Article.objects.public(now).exclude(pk__in=used).newest_first().values_list("pk", "lead_image__file")[:LOOK]
    )
)
# Any of the top may turn out to be an interview.
_newest_talks = Prepared(
    lambda now, used: (
        Article.objects.public(now)
        .filter(kind=Kind.INTERVIEW)
        .exclude(pk__in=used)
        .newest_first()
        .values_list("pk")[: INTERVIEWS + TOP]
    )
)


class SectionList:
    """The public stories of a section at `now`, its pins on top; what articles/paging.py asks: slices, older_than().

    A story is listed once. A pinned one of another section stands here, too. pins: as for front_page().
    """

    def __init__(self, section, now, pins=None):
        numbers = list(dict.fromkeys(pin.article_id for pin in standing(now, pins, section)))
        found = cards_by_number(numbers, now)
        self.pinned = [found[number] for number in numbers if number in found]
        self.not_pinned = {"now": now, "section": section.pk, "pinned": numbers}

    def older_than(self, article):
        """Those that follow it among the stories that are not pinned."""
        return Cards(_not_pinned(**self.not_pinned)).older_than(article)

    def __getitem__(self, wanted):
        pins = len(self.pinned)
        start, stop = max(0, wanted.start - pins), max(0, wanted.stop - pins)
        # A page of pins alone asks for no row.
        rows = _rest(start, stop, **self.not_pinned) if start < stop else []
        return self.pinned[wanted] + [of_row(row) for row in rows]


def _not_pinned(now, section, pinned):
    return Article.objects.public(now).filter(section=section).exclude(pk__in=pinned).newest_first()


_rest = Prepared(lambda start, stop, **asked: _not_pinned(**asked).values_list(*COLUMNS)[start:stop])
# Every section, in order.
all_sections = Prepared(lambda: Section.objects.all())


class Pin(NamedTuple):
    """Of a Placement, what says who stands where."""

    pk: int
    slot: str
    section_id: int | None
    article_id: int
    position: int


def standing(now, pins=None, section=None):
    """The pins that count at `now`: those of this section, or of the whole front page. Pins, or of `pins` Placements.

    In the order of the places, and within a place as arranged. One query.
    """
    if pins is None:
        found = [Pin(*row) for row in _saved(now=now)]
    else:
        found = [pin for pin in pins if is_running(pin, now)]
        public = Article.objects.public(now).filter(pk__in=[pin.article_id for pin in found])
        public = set(public.values_list("pk", flat=True))
        found = [pin for pin in found if pin.article_id in public]
    if section is not None:
        found = [pin for pin in found if pin.section_id == section.pk]
    return sorted(found, key=in_order)


def in_order(pin):
    """The key that sorts pins: the lead, the seconds, then the sections; (slot, position, number)."""
    return SLOTS.index(pin.slot), pin.position, pin.pk or 0


def is_running(pin, now):
    return (pin.starts_at is None or pin.starts_at <= now) and (pin.ends_at is None or pin.ends_at > now)


def _running(now):
    """is_running() as a Q."""
    return Q(Q(starts_at__isnull=True) | Q(starts_at__lte=now), Q(ends_at__isnull=True) | Q(ends_at__gt=now))


_saved = Prepared(
    lambda now: Placement.objects.filter(
        Exists(Article.objects.public(now).filter(pk=OuterRef("article_id"))), _running(now)
    ).values_list(*Pin._fields)
)


def _stand(pins):
    """(the top, {section's number: articles}, {article's number: pin}): who stands, where there is room for them. Of
    articles their numbers."""
    top, at_sections, pinned = [], {}, {}
    for pin in pins:
        in_section = pin.slot == Placement.Slot.SECTION
        row = at_sections.setdefault(pin.section_id, []) if in_section else top
        if pin.article_id not in pinned and len(row) < (PER_SECTION if in_section else TOP):
            row.append(pin.article_id)
            pinned[pin.article_id] = pin
    return top, at_sections, pinned


def _newest_of_sections(now, used):
    """(all sections, {section's number: the numbers of its newest PER_SECTION articles but the used ones}).

    By position in the index of a section's newest, so that neither the age of a paper nor a quiet section costs more.
    """
    rows = _sections(now=now, used=list(used))
    sections = [Section(pk=pk, name=name, slug=slug) for pk, name, slug, *_ in rows]
    return sections, {pk: [number for number in numbers if number] for pk, _, _, *numbers in rows}


def _newest_in_each(now, used):
    of_section = Article.objects.public(now).filter(section=OuterRef("pk")).exclude(pk__in=used)
    nth = of_section.newest_first().values("pk")
    newest = [Subquery(nth[number : number + 1]) for number in range(PER_SECTION)]
    named = {f"newest_{number}": one for number, one in enumerate(newest)}
    return Section.objects.annotate(**named).values_list("pk", "name", "slug", *named)


_sections = Prepared(_newest_in_each)
