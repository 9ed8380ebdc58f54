"""Every main screen of the desk, in a real browser: no rule of axe is broken, dark or light; nothing sticks out of a
phone; nothing is refused by the policy. Importing, history, corrections and the front page are looked at where they are
worked with (tests/articles/admin/test_*_browser.py)."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles.models import Correction, Status, Transition, Verb
from comments.models import CommentStatus
from tests.browser import sign_in, until_ready, until_still
from tests.factories import (
    make_announcement,
    make_article,
    make_comment,
    make_image,
    make_interview,
    make_question,
    make_topic,
    make_user,
    picture_bytes,
)

# What a screen looks like is no matter of its database.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_on("sqlite")]

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
COLOURS = {"runOnly": ["color-contrast"]}


@pytest.fixture
def screens(now):
    """The addresses of the main screens, each with all that may be on it."""
    keeper = make_user("superuser")
    picture = make_image(picture_bytes(160, 120))
    figure = f'<figure data-image-id="{picture.pk}"><figcaption>Nhịp giữa.</figcaption></figure>'
    story = make_article(
        status=Status.PUBLISHED, lead_image=picture, topics=[make_topic()], headline=("Tít dài " * 25).strip(),
        body=f"<h2>Đêm cuối</h2><p>Mặt sông lặng.</p>{figure}",
    )  # fmt: skip
    make_comment(story, text="Lời dài " * 40)
    seen = make_comment(story, status=CommentStatus.APPROVED)
    Correction.objects.create(article=story, piece="“Cầu”", due_at=now)
    interview = make_interview(
        [(f"Câu hỏi {number}?", "<p>Đáp.</p>") for number in range(2)], created_by=keeper
    )
    make_announcement(interview)
    make_question(interview)
    Transition.objects.create(
        article=interview, verb=Verb.RETURN, reason="Thiếu nguồn.", from_status="in_review", to_status="draft"
    )
    make_article(status=Status.IN_REVIEW)
    make_image()
    article, image = "articles/article", "articles/image"
    return [
        "",
        f"{article}/",
        f"{article}/add/?mau=tin-van",
        f"{article}/{story.pk}/change/",
        f"{article}/{interview.pk}/change/",
        f"{image}/",
        f"{image}/{picture.pk}/change/",
        "articles/correction/",
        "comments/comment/duyet/",
        f"comments/comment/{seen.pk}/change/",
        "newsroom/user/",
        "huong-dan/",
    ]


def rules_broken(page, options=None):
    found = Axe().run(page, options=options).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]][:2]) for rule in found]


def looked_at(page, refused):
    """What is wrong with this screen: on a phone in the dark, then its colours at a desk by day."""
    until_ready(page)
    wrong = list(refused)
    wrong += ["wider than a phone"] * page.evaluate("document.documentElement.scrollWidth > innerWidth")
    wrong += rules_broken(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(DESK)
    until_still(page)
    wrong += ["wider than the window"] * page.evaluate("document.documentElement.scrollWidth > innerWidth")
    wrong += rules_broken(page, COLOURS)
    refused.clear()  # axe lays styles of its own on the page
    return wrong


def test_every_main_screen_of_the_desk_is_open_to_everybody(screens, live_server, page):
    refused, wrong = [], {}
    page.on("console", lambda said: "Content Security Policy" in said.text and refused.append(said.text))
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/admin/login/")
    wrong["login"] = looked_at(page, refused)
    sign_in(page, live_server.url, "superuser")
    refused.clear()
    for address in screens:
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        page.set_viewport_size(PHONE)
        assert page.goto(f"{live_server.url}/admin/{address}").ok, address
        wrong[address] = looked_at(page, refused)
    assert {address: found for address, found in wrong.items() if found} == {}
