"""The front page and the tops of sections: pins stand where they are pinned, the newest fill what is left.

A pin counts while its time runs and readers may see its story; one that does not leaves no hole: the next pin moves
up, and behind the pins the newest. Only the filling looks at what stands elsewhere. A story pinned to two places of
the front page stands in the higher one.
"""

from django.db.models import Exists, OuterRef, Q, Subquery

from .models import Article, Kind, Placement, Section

SECONDS = 4
TOP = 1 + SECONDS
NEWEST = 12
INTERVIEWS = 4
PER_SECTION = 4
SLOTS = list(Placement.Slot)
# How far down the newest a story with a picture is looked for before the top takes one without.
LOOK = TOP + INTERVIEWS + NEWEST + 30


def front_page(now, pins=None):
    """Return {lead, seconds, interviews, newest, blocks} as lists of articles (lead: one or None) public at `now`.

    blocks: [(Section, [Article…])…] in the order of the sections; sections: all of them. pinned: {article's number:
    the Placement it stands by}. pins: an arrangement to try, Placements of `article_id` (saved or not) in any order;
    without it, the saved one. Five queries, whatever the number of sections, pins and stories.
    """
    public = Article.objects.public(now).for_cards()
    top, at_sections, pinned = _stand(standing(now, pins))
    used = set(pinned)
    candidates = list(public.exclude(pk__in=used).newest_first()[:LOOK])

    def take(articles, count):
        chosen = [article for article in articles if article.pk not in used][:count]
        used.update(article.pk for article in chosen)
        return chosen

    top += take(
        [article for article in candidates if article.lead_image and article.lead_image.file], TOP - len(top)
    )
    top += take(candidates, TOP - len(top))
    interviews = take(
        public.filter(kind=Kind.INTERVIEW).exclude(pk__in=used).newest_first()[:INTERVIEWS], INTERVIEWS
    )
    newest = take(candidates, NEWEST)
    sections, filling = _newest_of_sections(now, used)
    blocks = [
        (section, (at_sections.get(section.pk, []) + filling[section.pk])[:PER_SECTION])
        for section in sections
    ]
    return {
        "lead": top[0] if top else None,
        "seconds": top[1:],
        "interviews": interviews,
        "newest": newest,
        "blocks": [(section, articles) for section, articles in blocks if articles],
        "sections": sections,
        "pinned": pinned,
    }


class SectionList:
    """The public stories of a section at `now`, its pins on top; what Paginator asks: count() and slices.

    A story is listed once. A pinned one of another section stands here, too. pins: as for front_page().
    """

    def __init__(self, section, now, pins=None):
        on_top = standing(now, pins, section)
        self.pinned = list({pin.article_id: pin.article for pin in on_top}.values())
        public = Article.objects.public(now).filter(section=section)
        self.rest = public.exclude(pk__in=[article.pk for article in self.pinned]).for_cards().newest_first()

    def count(self):
        return len(self.pinned) + self.rest.count()

    def __getitem__(self, wanted):
        pins = len(self.pinned)
        return self.pinned[wanted] + list(self.rest[max(0, wanted.start - pins) : max(0, wanted.stop - pins)])


def standing(now, pins=None, section=None):
    """The pins that count at `now`, each with its article: those of this section, or of the whole front page.

    In the order of the places, and within a place as arranged. One query.
    """
    if pins is None:
        of_public = Exists(Article.objects.public(now).filter(pk=OuterRef("article_id")))
        found = Placement.objects.filter(of_public, _running(now)).defer("article__body")
        found = list(found.select_related("article__section", "article__lead_image"))
    else:
        found = [pin for pin in pins if is_running(pin, now)]
        articles = Article.objects.public(now).for_cards().in_bulk([pin.article_id for pin in found])
        found = [pin for pin in found if pin.article_id in articles]
        for pin in found:
            pin.article = articles[pin.article_id]
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


def _stand(pins):
    """(the top, {section's number: articles}, {article's number: pin}): who stands, where there is room for them."""
    top, at_sections, pinned = [], {}, {}
    for pin in pins:
        in_section = pin.slot == Placement.Slot.SECTION
        row = at_sections.setdefault(pin.section_id, []) if in_section else top
        if pin.article_id not in pinned and len(row) < (PER_SECTION if in_section else TOP):
            row.append(pin.article)
            pinned[pin.article_id] = pin
    return top, at_sections, pinned


def _newest_of_sections(now, used):
    """(all sections, {section's number: its newest PER_SECTION articles but the used ones}) in two queries.

    By position in the index of a section's newest, so that neither the age of a paper nor a quiet section costs more.
    """
    of_section = Article.objects.public(now).filter(section=OuterRef("pk")).exclude(pk__in=used)
    nth = of_section.order_by("-published_at", "-id").values("pk")
    names = [f"newest_{number}" for number in range(PER_SECTION)]
    sections = list(
        Section.objects.annotate(
            **{name: Subquery(nth[number : number + 1]) for number, name in enumerate(names)}
        )
    )
    numbers = {section.pk: [getattr(section, name) for name in names] for section in sections}
    articles = (
        Article.objects.public(now).for_cards().in_bulk([pk for row in numbers.values() for pk in row if pk])
    )
    return sections, {pk: [articles[one] for one in row if one in articles] for pk, row in numbers.items()}
