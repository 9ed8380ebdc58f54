"""Every page a reader can open, in a real browser: no rule of axe is broken, nothing sticks out, nothing is refused."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from articles.models import Announcement, Article, Correction, Placement, Status
from articles.search import index
from comments.models import CommentStatus
from tests.factories import (
    make_article,
    make_author,
    make_comment,
    make_image,
    make_interview,
    make_person,
    make_topic,
    picture_bytes,
)

# What a page looks like is no matter of its database.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]


@pytest.fixture
def paper(now):
    """{name: address} of every kind of page, each with all that may stand on it."""
    picture = make_image(picture_bytes(1200, 800))
    topic = make_topic(summary="Cây cầu thứ hai của thành phố.")
    figure = f'<figure data-image-id="{picture.pk}"><figcaption>Nhịp giữa.</figcaption></figure>'
    body = f"<h2>Đêm cuối</h2><p>Mặt sông lặng.</p>{figure}<ul><li>Một</li></ul><blockquote><p>Xong!</p></blockquote>"
    story = make_article(status=Status.PUBLISHED, lead_image=picture, topics=[topic], body=body, kicker="Giao thông")
    told = {"wrong": "Dài 500 m.", "right": "Dài 512 m.", "published_at": now}
    correction = Correction.objects.create(article=story, piece=f"“{story.headline}”", **told)
    Placement.objects.create(slot="lead", article=story)
    person = make_person(portrait=picture)
    turns = [(f"Câu hỏi số {number}?", f"<p>Trả lời.</p>{figure}") for number in range(1, 5)]
    turns.append(("Xin cảm ơn ông!", ""))
    interview = make_interview(turns, status=Status.PUBLISHED, person=person, topics=[topic], lead_image=picture)
    root = make_comment(interview, status=CommentStatus.APPROVED, place="phường Bến Lĩnh")
    make_comment(interview, status=CommentStatus.APPROVED, parent=root)
    for _ in range(25):
        make_article(status=Status.PUBLISHED, topics=[topic])
    withdrawn = make_article(status=Status.WITHDRAWN)
    asked = make_interview()
    Announcement.objects.create(
        article=asked, title="Hỏi về cây cầu", invitation="Mời bạn hỏi.", closes_at=now.replace(year=now.year + 1)
    )
    list(index.rebuild(Article.objects.all()))
    return {
        "home": "/",
        "section": story.section.get_absolute_url(),
        "second page": f"{story.section.get_absolute_url()}?trang=2",
        "topic": topic.get_absolute_url(),
        "author": make_author().get_absolute_url(),
        "person": person.get_absolute_url(),
        "story": story.get_absolute_url(),
        "interview": interview.get_absolute_url(),
        "light": interview.get_light_url(),
        "comments": f"/binh-luan/{interview.pk}/?tra-loi={root.pk}",
        "comment": f"/binh-luan/{interview.pk}/y-kien/{root.pk}/",
        "report": f"/binh-luan/{interview.pk}/bao-cao/{root.pk}/",
        "sent": f"/binh-luan/{interview.pk}/da-gui/",
        "rules": "/quy-dinh-binh-luan/",
        "month": f"/luu-tru/{timezone.localdate(story.published_at):%Y/%m}/",
        "day": f"/luu-tru/{timezone.localdate(story.published_at):%Y/%m/%d}/",
        "most read": "/luu-tru/doc-nhieu/",
        "corrections": "/cai-chinh/",
        "search": "/tim-kiem/?q=câu+hỏi&loai=phong-van",
        "nothing found": "/tim-kiem/?q=câu+hỏii",
        "correction": correction.get_absolute_url(),
        "questions": f"/cau-hoi/{asked.pk}/",
        "not found": "/khong-co-trang-nay/",
        "withdrawn": withdrawn.get_absolute_url(),
    }


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_every_page_is_open_to_everybody(paper, live_server, browser, browser_context_args, width, scheme):
    options = browser_context_args | {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    context = browser.new_context(**options, reduced_motion="reduce")
    page = context.new_page()
    refused = []
    page.on("console", lambda message: "Content Security Policy" in message.text and refused.append(message.text))
    wrong = {}
    for name, address in paper.items():
        page.goto(live_server.url + address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong[name] = "wider than the window"
        if refused:
            wrong[name] = list(refused)
        found = Axe().run(page).response["violations"]
        if found:
            wrong[name] = [(rule["id"], [node["html"] for node in rule["nodes"]][:2]) for rule in found]
        refused.clear()  # axe lays styles of its own on the page
    assert context.cookies() == []
    context.close()
    assert wrong == {}
