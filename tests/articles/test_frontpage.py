"""What stands on the front page and on top of sections: pins beat everything but the clock and the gate."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.cards import card_of, cards_by_number
from articles.frontpage import INTERVIEWS, NEWEST, PER_SECTION, TOP, SectionList, front_page
from articles.models import Article, Placement, Section, Status
from articles.paging import below, numbered
from tests.factories import make_article, make_image, make_interview, make_section, picture_bytes
from tests.html import page

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
NAMES = ["Thời sự", "Kinh tế", "Văn hóa"]
SLOT = Placement.Slot
STORIES = 36


@pytest.fixture(scope="module")
def picture():
    return picture_bytes()


@pytest.fixture
def world(now, picture):
    """(this hour, stories): three sections, every standing, some that come and some that go in the next hours."""
    image = make_image(picture)
    sections = [make_section(name, position=number) for number, name in enumerate(NAMES)]
    stories = []
    for number in range(STORIES):
        make = make_interview if number % 5 == 0 else make_article
        times = {"status": Status.PUBLISHED, "published_at": now + (number - STORIES * 3 // 4) * HOUR}
        if number % 7 == 3:
            times["unpublish_at"] = now + 2 * HOUR
        if number % 7 == 5:
            times["embargo_until"] = now + 3 * HOUR
        if number % 9 == 4:
            times = (
                {"status": list(Status)[number % 4]} if number % 2 else times | {"status": Status.WITHDRAWN}
            )
            if times["status"] == Status.PUBLISHED:
                times = {"status": Status.DRAFT}
        section = sections[0 if number % 3 else number % 2 + 1]
        stories.append(make(section=section, lead_image=image if number % 4 == 1 else None, **times))
    return now, stories


@st.composite
def pinnings(draw):
    """(slot, section, story, from, until) as numbers; hours from now, None where open."""
    slot = draw(st.sampled_from([SLOT.LEAD, SLOT.SECOND, SLOT.SECTION]))
    hour = st.none() | st.integers(-6, 6)
    section = draw(st.integers(0, 2)) if slot == SLOT.SECTION else None
    return slot, section, draw(st.integers(0, STORIES - 1)), draw(hour), draw(hour)


def placed(world, drawn):
    now, stories = world
    sections = list(Section.objects.all())
    pins, seen = [], set()
    for position, (slot, section, story, start, end) in enumerate(drawn):
        if (slot, story) in seen or (start is not None and end is not None and end <= start):
            continue
        seen.add((slot, story))
        pins.append(
            Placement(
                slot=slot,
                section=None if section is None else sections[section],
                article=stories[story],
                position=position,
                starts_at=None if start is None else now + start * HOUR,
                ends_at=None if end is None else now + end * HOUR,
            )
        )
    return pins


def shown_on(found):
    top = [found["lead"], *found["seconds"]] if found["lead"] else found["seconds"]
    blocks = {section.pk: articles for section, articles in found["blocks"]}
    return top, blocks, [*top, *found["interviews"], *found["newest"], *sum(blocks.values(), [])]


def live(pins, at):
    """By the words of the rule: its time runs, and a reader may open the story."""
    return [
        pin
        for pin in pins
        if pin.article.is_public(at)
        and (pin.starts_at or at) <= at
        and (pin.ends_at is None or at < pin.ends_at)
    ]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(pinnings(), max_size=30), hours=st.integers(-40, 12))
def test_any_pins_at_any_hour(world, drawn, hours):
    now, stories = world
    at = now + hours * HOUR
    pins = placed(world, drawn)
    found = front_page(at, pins)
    top, blocks, shown = shown_on(found)
    public = [story for story in stories if story.is_public(at)]

    numbers = [article.pk for article in shown]
    assert len(numbers) == len(set(numbers)), "a story stands twice"
    assert set(numbers) <= {story.pk for story in public}, "something that is not public is shown"

    held = live(pins, at)
    above = list(
        dict.fromkeys(p.article_id for slot in (SLOT.LEAD, SLOT.SECOND) for p in held if p.slot == slot)
    )
    assert [article.pk for article in top][: len(above)] == above[:TOP], "a pin does not stand in its place"
    taken = set(above[:TOP])
    for section in Section.objects.all():
        here = [p.article_id for p in held if p.section_id == section.pk and p.article_id not in taken]
        here = list(dict.fromkeys(here))[:PER_SECTION]
        taken.update(here)
        assert [article.pk for article in blocks.get(section.pk, [])][: len(here)] == here

    left = {story.pk for story in public} - set(numbers)
    assert len(top) == TOP or not left, "a hole on top"
    assert len(found["newest"]) == NEWEST or not left, "a hole among the newest"
    assert len(found["interviews"]) == INTERVIEWS or not [
        s for s in public if s.pk in left and s.is_interview
    ]
    for section in Section.objects.all():
        full = len(blocks.get(section.pk, [])) == PER_SECTION
        assert full or not [s for s in public if s.pk in left and s.section_id == section.pk], (
            "a hole in a section"
        )
    newest_first = sorted(
        found["newest"], key=lambda article: (article.published_at, article.pk), reverse=True
    )
    assert found["newest"] == newest_first


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(pinnings(), max_size=12), hours=st.integers(-10, 10))
def test_what_is_tried_is_what_will_stand(world, drawn, hours):
    now, _ = world
    at = now + hours * HOUR
    pins = placed(world, drawn)
    tried, section = front_page(at, pins), Section.objects.first()
    cards = shown_on(front_page(at, pins, stories=cards_by_number))[2]
    assert cards == [card_of(article) for article in shown_on(tried)[2]]
    tried_section = SectionList(section, at, pins)[0:20]
    with transaction.atomic():
        Placement.objects.bulk_create(pins)
        saved, saved_section = front_page(at), SectionList(section, at)[0:20]
        transaction.set_rollback(True)
    assert shown_on(tried) == shown_on(saved)
    assert tried_section == saved_section


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(pinnings(), max_size=25), hours=st.integers(-20, 10), per_page=st.integers(1, 9))
def test_the_pages_of_a_section_list_every_story_once(world, drawn, hours, per_page):
    now, stories = world
    at, section = now + hours * HOUR, Section.objects.first()
    pins = placed(world, drawn)
    stories_of_section = SectionList(section, at, pins)
    listed, shown = [], numbered(stories_of_section, 1, per_page, last=3)
    while shown:
        listed += [story.pk for story in shown]
        if shown.number == 3 and shown.older:
            shown = below(stories_of_section, Article.objects.get(pk=listed[-1]), per_page)
        elif shown.number:
            shown = numbered(stories_of_section, shown.number + 1, per_page, last=3)
        else:
            shown = below(stories_of_section, Article.objects.get(pk=listed[-1]), per_page)
    on_top = [pin.article_id for pin in live(pins, at) if pin.section_id == section.pk]
    own = [s for s in stories if s.is_public(at) and s.section_id == section.pk and s.pk not in on_top]
    own.sort(key=lambda story: (story.published_at, story.pk), reverse=True)
    assert listed == [*on_top, *(story.pk for story in own)]


def published(count, **overrides):
    """Newest first."""
    at = timezone.now()
    return [
        make_article(status=Status.PUBLISHED, published_at=at - (number + 1) * HOUR, **overrides)
        for number in range(count)
    ]


def headlines(client, selector, address="/"):
    return page(client.get(address)).texts(f"{selector} .card-headline")


def test_a_story_pinned_to_its_section_stays_there_though_it_is_the_newest(client):
    newest, *others = published(20)
    Placement.objects.create(article=newest, slot=SLOT.SECTION, section=newest.section)
    assert headlines(client, ".front-block")[0] == newest.headline
    assert headlines(client, ".front-lead") == [others[0].headline]


def test_the_higher_place_has_the_story(client):
    story, other, *_ = published(30)
    Placement.objects.create(article=story, slot=SLOT.SECTION, section=story.section)
    Placement.objects.create(article=other, slot=SLOT.SECTION, section=story.section, position=1)
    Placement.objects.create(article=story, slot=SLOT.LEAD)
    assert headlines(client, ".front-lead") == [story.headline]
    assert headlines(client, ".front-block")[0] == other.headline
    assert headlines(client, ".listing", "/thoi-su/")[:2] == [story.headline, other.headline]


def test_a_withdrawn_pin_lets_the_next_move_up(client):
    first, second, *_ = published(30)
    for position, story in enumerate((first, second)):
        Placement.objects.create(article=story, position=position)
    Article.objects.filter(pk=first.pk).update(status=Status.WITHDRAWN)
    assert headlines(client, ".front-lead") == [second.headline]
    assert len(headlines(client, ".front-top")) == TOP


def test_a_quiet_section_keeps_its_block(client):
    """However much the others write."""
    quiet = make_section("Bạn đọc")
    old = [
        make_article(
            section=quiet, status=Status.PUBLISHED, published_at=timezone.now() - timedelta(days=400 + n)
        )
        for n in range(5)
    ]
    published(60)
    assert headlines(client, "#muc-ban-doc + .front-block-body") == [
        story.headline for story in old[:PER_SECTION]
    ]


def test_more_pins_than_places_wait_for_room(client):
    stories = published(TOP + 3)
    for position, story in enumerate(reversed(stories)):
        Placement.objects.create(article=story, position=position)
    wanted = [story.headline for story in reversed(stories)]
    assert headlines(client, ".front-top") == wanted[:TOP]
    Article.objects.filter(headline=wanted[0]).update(status=Status.WITHDRAWN)
    assert headlines(client, ".front-top") == wanted[1 : TOP + 1]


def test_a_section_opens_with_its_pins_and_repeats_none(client):
    stories = published(25)
    elsewhere = published(1, section=make_section("Kinh tế"))[0]
    for position, story in enumerate([stories[22], elsewhere]):
        Placement.objects.create(
            article=story, slot=SLOT.SECTION, section=stories[0].section, position=position
        )
    first, second = (
        headlines(client, ".listing", "/thoi-su/"),
        headlines(client, ".listing", "/thoi-su/?trang=2"),
    )
    assert first[:3] == [stories[22].headline, elsewhere.headline, stories[0].headline]
    assert len(first) == 20 and len(second) == 6
    assert len({*first, *second}) == 26


def test_a_pin_of_a_section_holds_for_its_time_alone(client, now):
    newest, *_, old = published(5)
    pin = Placement.objects.create(
        article=old, slot=SLOT.SECTION, section=old.section, starts_at=now - 2 * HOUR, ends_at=now + HOUR
    )
    assert headlines(client, ".listing", "/thoi-su/")[0] == old.headline
    Placement.objects.filter(pk=pin.pk).update(ends_at=now - HOUR)
    assert headlines(client, ".listing", "/thoi-su/")[0] == newest.headline


def test_feeds_and_sitemaps_do_not_know_of_pins(client):
    stories = published(5)
    of_month = f"/sitemap-{timezone.localdate(stories[0].published_at):%Y-%m}.xml"
    addresses = ["/rss/", "/rss/chuyen-muc/thoi-su/", of_month, "/sitemap-news.xml"]
    before = [client.get(address).content for address in addresses]
    Placement.objects.create(article=stories[4], slot=SLOT.SECTION, section=stories[0].section)
    Placement.objects.create(article=stories[3], slot=SLOT.LEAD)
    assert [client.get(address).content for address in addresses] == before
