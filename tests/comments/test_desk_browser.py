"""A moderator at the keyboard: a hundred comments, three taken back, and the log that agrees; two of them at once."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.models import Status
from comments.models import Comment, CommentStatus, Decision
from comments.policy import CommentRole
from tests.browser import sign_in, until_still
from tests.factories import make_article, make_comment
from tests.waiting import comes_to, eventually

DESK = "/admin/comments/comment/duyet/"
pytestmark = pytest.mark.django_db(transaction=True)


def many(number):
    story = make_article(status=Status.PUBLISHED)
    rows = [
        Comment(article=story, name=f"Bạn đọc {place}", text=f"Ý kiến số {place}", submission=f"s{place}")
        for place in range(1, number + 1)
    ]
    return Comment.objects.bulk_create(rows)


def current(page):
    """The number of the current card, once there is one."""
    return int(eventually(lambda: page.evaluate("document.querySelector('.card[aria-current]')?.dataset.pk")))


@pytest.mark.only_on("sqlite")
def test_a_hundred_comments_are_decided_by_the_keyboard_and_three_taken_back(page, live_server):
    comments = many(100)
    moderator = sign_in(page, live_server.url, CommentRole.MODERATOR, DESK)
    pressed = []
    for place in range(len(comments)):
        pk = current(page)
        verb = {3: "reject", 7: "spam"}.get(place % 10, "approve")
        keys = {"approve": ["v"], "reject": ["t", "2"], "spam": ["s"]}[verb]
        for key in keys:
            page.keyboard.press(key)
        pressed.append((pk, verb))
        if place % 20 == 0:
            comes_to(lambda: Decision.objects.count(), len(pressed))
    expect(page.locator(".nothing")).to_be_visible()
    # Pressed at once, whether the last decision is written by now or not.
    for undone in range(1, 4):
        page.keyboard.press("z")
        comes_to(lambda: Decision.objects.filter(verb="undo").count(), undone)
        expect(page.locator(".card")).to_have_count(undone)
    record = Decision.objects.order_by("pk")
    assert [(one.comment_id, one.verb) for one in record.exclude(verb="undo")] == pressed
    assert [one.undoes.comment_id for one in record.filter(verb="undo")] == [pk for pk, _ in pressed[:-4:-1]]
    assert {one.by for one in record.select_related("by")} == {moderator}
    assert [pk for pk, _ in pressed] == [comment.pk for comment in comments]
    assert set(Comment.objects.filter(status=CommentStatus.WAITING).values_list("pk", flat=True)) == {
        pk for pk, _ in pressed[-3:]
    }


def test_what_is_chosen_is_decided_at_once_and_the_counts_follow(page, live_server):
    many(4)
    sign_in(page, live_server.url, CommentRole.MODERATOR, DESK)
    current(page)
    for key in "xxt5":
        page.keyboard.press(key)
    comes_to(lambda: list(Decision.objects.values_list("code", flat=True)), ["advert"] * 2)
    expect(page.locator(".card")).to_have_count(2)
    expect(page.locator("[data-queue=cho-duyet]")).to_have_text("2")
    expect(page.locator(".toast")).to_contain_text("Không đăng: 2 ý kiến.")
    # What one types is never a command.
    page.keyboard.press("t")
    note = page.locator(".card[aria-current] [name^=note-]")
    note.fill("")
    note.press_sequentially("vs")
    assert Decision.objects.count() == 2


@pytest.mark.only_on("sqlite")
def test_what_could_not_be_written_comes_back_with_the_reason(page, live_server):
    many(2)
    sign_in(page, live_server.url, CommentRole.MODERATOR, DESK)
    pk = current(page)
    page.route(f"**{DESK}", lambda route: route.abort())
    page.keyboard.press("v")
    card = page.locator(f".card[data-pk='{pk}']")
    expect(card.locator(".why")).to_contain_text("Chưa ghi được")
    page.unroute(f"**{DESK}")
    page.keyboard.press("k")
    until_still(page)
    page.keyboard.press("v")
    comes_to(lambda: Decision.objects.filter(comment=pk, verb="approve").count(), 1)


@pytest.mark.only_on("sqlite")
def test_the_widest_words_stay_within_a_telephone(page, live_server):
    make_comment(
        name="W" * 60, place="Ẵ" * 80, text="Z̷̪͌" * 300 + " " + "a" * 900 + "‮ngược‬<img src=x onerror=alert(1)>"
    )
    page.set_viewport_size({"width": 360, "height": 740})
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    sign_in(page, live_server.url, CommentRole.MODERATOR, DESK)
    until_still(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    # Marks piled on a letter are cut off at the edge of the comment they belong to.
    assert page.locator(".card .text").evaluate("words => getComputedStyle(words).overflow") == "clip"
    page.keyboard.press("t")
    found = Axe().run(page).response["violations"]
    assert not found, [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]
    # On the smallest telephone, too, no reason is out of sight or under something else, and the list can be closed.
    page.set_viewport_size({"width": 360, "height": 560})
    until_still(page)
    reached = """each => { const { x, y } = each.getBoundingClientRect()
                 return each.contains(document.elementFromPoint(x + 9, y + 9)) }"""
    opened = page.locator(".choice[open] :is(summary, .reasons button)")
    assert [opened.nth(place).evaluate(reached) for place in range(9)] == [True] * 9
    page.set_viewport_size({"width": 360, "height": 740})
    page.keyboard.press("Escape")
    # The buttons of the comment one reads lie within reach of the thumb, however long it is.
    assert page.locator(".acts .yes").bounding_box()["y"] > 500
    assert page.locator(".acts .yes").bounding_box()["y"] < 740
