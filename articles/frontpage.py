"""The front page: what is pinned, then the newest; nothing stands there twice."""

from django.db.models import Q

from .models import Article, Kind, Placement

SECONDS = 4
NEWEST = 12
INTERVIEWS = 4
PER_SECTION = 4


def front_page(now):
    """Return {lead, seconds, interviews, newest, blocks} as lists of articles (lead: one or None) public at `now`.

    blocks: [(Section, [Article…])…] in the order of the sections. A pin that is not public leaves no hole. Four
    queries, whatever the number of sections.
    """
    pins = [
        pin.article_id
        for pin in Placement.objects.filter(
            Q(starts_at__isnull=True) | Q(starts_at__lte=now), Q(ends_at__isnull=True) | Q(ends_at__gt=now)
        ).order_by("slot", "position", "id")
    ]
    public = Article.objects.public(now).for_cards()
    pinned = {article.pk: article for article in public.filter(pk__in=pins)} if pins else {}
    newest = list(public.newest_first()[: 8 * PER_SECTION + SECONDS + NEWEST + 20])
    used = set()

    def take(candidates, count):
        chosen = [article for article in candidates if article.pk not in used][:count]
        used.update(article.pk for article in chosen)
        return chosen

    top = take([pinned[pk] for pk in dict.fromkeys(pins) if pk in pinned], 1 + SECONDS)
    top += take([article for article in newest if article.lead_image_id], 1 + SECONDS - len(top))
    # A paper without a single picture still has a first story.
    top = top or take(newest, 1)
    interviews = take(public.filter(kind=Kind.INTERVIEW).newest_first()[: INTERVIEWS + 1 + SECONDS], INTERVIEWS)
    by_section = {}
    for article in newest:
        by_section.setdefault(article.section, []).append(article)
    latest = take(newest, NEWEST)
    blocks = [
        (section, take(by_section[section], PER_SECTION))
        for section in sorted(by_section, key=lambda section: (section.position, section.pk))
    ]
    return {
        "lead": top[0] if top else None,
        "seconds": top[1:],
        "interviews": interviews,
        "newest": latest,
        "blocks": [(section, articles) for section, articles in blocks if articles],
    }
