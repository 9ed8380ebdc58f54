"""Queries of every page: a budget for the page with everything on it, and the same number for ten times the rows."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Correction, Exchange, Image, Interviewee, Placement, Status
from articles.search import index
from tests.factories import (
    make_announcement,
    make_article,
    make_author,
    make_comment,
    make_image,
    make_interview,
    make_person,
    make_question,
    make_section,
    make_topic,
    picture_bytes,
)
from tests.html import page

pytestmark = pytest.mark.django_db

BUDGETS = {
    # article with its bylines, exchanges, pictures, sections and topics, related, corrections, comments, their terms
    "article": 8,
    # article, exchanges, pictures, corrections
    "light": 4,
    # pins, newest, interviews, announced, read most, sections with the numbers of their newest, those
    "home": 7,
    # sections, pins, the stories pinned, list
    "section": 4,
    # topic, list, sections
    "topic": 3,
    "author": 3,
    # person, list, exchanges, sections
    "person": 4,
    # article, thread, terms, sections
    "comments": 4,
    # article, comment, replies, terms, sections
    "comment": 5,
    # article, comment, sections
    "report": 3,
    "sent": 2,
    # announcement with its article, guests, counts, questions, sections
    "questions": 5,
    "question_sent": 2,
    "questions_answered": 5,
    "rules": 1,
    # list, sections
    "corrections": 2,
    "correction": 2,
    # sections, what is found, stories, exchanges
    "search": 4,
    # sections, what is found, words known, what is found by others, exchanges of that
    "search_nothing": 5,
    # earlier, later, days and months with stories, sections
    "archive_month": 4,
    # list, earlier, later, sections
    "archive_day": 4,
    "most_read": 2,
    "sitemap_archive": 2,
    "rss_corrections": 1,
    # articles, bylines, exchanges
    "rss": 3,
    # the section is asked for first, in case it was renamed
    "rss_section": 5,
    "rss_topic": 4,
    "rss_author": 4,
    # the first story, months, announcements, corrections
    "sitemap": 4,
    "sitemap_corrections": 1,
    "sitemap_questions": 1,
    "sitemap_month": 1,
    "sitemap_news": 1,
    "robots": 0,
    "not_found": 1,
    # article, when it was withdrawn, its published notices, sections
    "withdrawn": 4,
    "unsigned": 8,
}


@pytest.fixture(scope="module")
def raw():
    return [picture_bytes(64 + number, 48, "PNG") for number in range(33)]


def everything(rows, raw):
    """A paper where everything is there `rows` times; returns the address of each page."""
    section, topic, author, person = make_section(), make_topic(), make_author(), make_person()
    now = timezone.now()
    # The front page full down to the last section.
    for number in range(30):
        make_article(
            section=make_section("Nông thôn"), status=Status.PUBLISHED, published_at=now - timedelta(days=2 + number)
        )
    for number in range(rows):
        make_section(f"Mục {number}")
        shared = {"status": Status.PUBLISHED, "topics": [topic], "author": author}
        when = {"published_at": now - timedelta(minutes=10 + number)}
        image = make_image(raw[number])
        related = make_article(section=section, lead_image=image, **shared, **when)
        make_interview(section=section, person=person, lead_image=image, **shared, **when)
        Placement.objects.create(article=related, position=number)
        if number < 3:
            Placement.objects.create(article=related, position=number, slot="section", section=section)
    ids = Image.objects.values_list("pk", flat=True)
    figures = "".join(f'<figure data-image-id="{pk}"></figure>' for pk in ids)
    article = make_interview(
        turns=[(f"Câu {number}?", f"<p>Trả lời {number}.</p>{figures}") for number in range(rows)],
        lead_image=image,
        person=person,
        status=Status.PUBLISHED,
        topics=[topic, *(make_topic(f"Chủ đề {number}") for number in range(rows))],
        author=author,
    )
    for number in range(rows):
        guest = Interviewee.objects.create(article=article, person=make_person(f"Nguyễn Văn {number}"))
        Exchange.objects.create(article=article, position=99, answer="<p>Tôi cũng thế.</p>", answered_by=guest)
        correction = Correction.objects.create(article=article, wrong="12 hộ", right="21 hộ", published_at=now)
        article.bylines.create(author=make_author(f"Tác Giả {number}"), position=number + 2)
        root = make_comment(article, status="approved")
        make_comment(article, status="approved", parent=root)
        make_announcement(make_interview(), title=f"Cuộc {number}")
    announced = make_announcement(make_interview())
    answered = make_announcement(article)
    for number in range(rows):
        # As many guests as there are questions.
        person_asked = make_person(f"Khách {number}")
        announced.guests.add(Interviewee.objects.create(article=announced.article, person=person_asked))
        make_question(announced.article, status="approved")
        make_question(announced.article)
        make_question(answered.article, status="approved", exchange=answered.article.exchanges.all()[number])
    answered.guests.set(article.interviewees.all())
    withdrawn = make_article(status=Status.WITHDRAWN)
    unsigned = make_article(status=Status.PUBLISHED, author=None)
    list(index.rebuild(Article.objects.all()))
    return {
        "article": article.get_absolute_url(),
        "light": article.get_light_url(),
        "home": "/",
        "section": section.get_absolute_url(),
        "topic": topic.get_absolute_url(),
        "author": author.get_absolute_url(),
        "person": person.get_absolute_url(),
        "comments": f"/binh-luan/{article.pk}/",
        "comment": f"/binh-luan/{article.pk}/y-kien/{root.pk}/",
        "report": f"/binh-luan/{article.pk}/bao-cao/{root.pk}/",
        "sent": f"/binh-luan/{article.pk}/da-gui/",
        "questions": f"/cau-hoi/{announced.article_id}/",
        "question_sent": f"/cau-hoi/{announced.article_id}/da-gui/",
        "questions_answered": f"/cau-hoi/{article.pk}/",
        "rules": "/quy-dinh-binh-luan/",
        "corrections": "/cai-chinh/",
        "correction": correction.get_absolute_url(),
        "archive_month": f"/luu-tru/{timezone.localdate(now):%Y/%m}/",
        "archive_day": f"/luu-tru/{timezone.localdate(now - timedelta(days=3)):%Y/%m/%d}/",
        "most_read": "/luu-tru/doc-nhieu/",
        "sitemap_archive": "/sitemap-luu-tru.xml",
        "search": "/tim-kiem/?q=trả+lời&muc=nong-thon",
        "search_nothing": "/tim-kiem/?q=trả+lờii",
        "rss_corrections": "/rss/cai-chinh/",
        "sitemap_corrections": "/sitemap-cai-chinh.xml",
        "rss": "/rss/",
        "rss_section": f"/rss/chuyen-muc/{section.slug}/",
        "rss_topic": f"/rss/chu-de/{topic.slug}/",
        "rss_author": f"/rss/tac-gia/{author.slug}/",
        "sitemap": "/sitemap.xml",
        "sitemap_month": f"/sitemap-{timezone.localdate(now - timedelta(days=3)):%Y-%m}.xml",
        "sitemap_news": "/sitemap-news.xml",
        "sitemap_questions": "/sitemap-cau-hoi.xml",
        "robots": "/robots.txt",
        "not_found": "/khong-co/gi-ca/",
        "withdrawn": withdrawn.get_absolute_url(),
        "unsigned": unsigned.get_absolute_url(),
    }


def count(client, address):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
        assert response.status_code in (200, 404, 410), (address, response.status_code)
        b"".join(response)
    return len(queries), "\n".join(query["sql"][:200] for query in queries.captured_queries)


def test_every_page_keeps_to_its_budget(client, raw):
    addresses = everything(3, raw)
    assert set(addresses) == set(BUDGETS)
    over = {}
    for name, address in addresses.items():
        queries, told = count(client, address)
        if queries > BUDGETS[name]:
            over[name] = f"{queries} > {BUDGETS[name]}\n{told}"
    assert not over, "\n".join(f"{name}: {told}" for name, told in over.items())


def test_no_page_asks_more_for_ten_times_the_rows(client, raw):
    few = {name: count(client, address)[0] for name, address in everything(3, raw).items()}
    many = {name: count(client, address)[0] for name, address in everything(30, raw[3:]).items()}
    assert many == few


def test_the_article_page_shows_all_that_its_budget_pays_for(client, raw):
    shown = page(client.get(everything(3, raw)["article"]))
    parts = (".question", "figure img", ".article-topics a", ".correction", ".comment", ".replies", ".signature a")
    for selector in (*parts, ".related .card", ".asked-before"):
        assert shown.has(selector), selector


@pytest.mark.only_on("sqlite")  # which says in words what it will walk through
def test_no_page_walks_through_the_whole_paper(client, raw):
    addresses = everything(3, raw)
    for name in ("home", "section", "article", "light", "comments", "corrections", "correction"):
        with CaptureQueriesContext(connection) as asked:
            client.get(addresses[name])
        for query in asked.captured_queries:
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
                steps = [row[3] for row in cursor.fetchall()]
            walked = [step for step in steps if step.startswith(("SCAN articles_article", "SCAN U", "SCAN V"))]
            assert not walked, (name, walked, query["sql"])
