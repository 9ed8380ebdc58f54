"""In a browser: what one sent is seen by oneself alone, as waiting; a liking in place; hostile words on a phone."""

import pytest
from playwright.sync_api import expect

from articles.models import Status
from comments import forms
from comments.models import Comment, CommentStatus
from tests.browser import follow, until_still
from tests.factories import make_article, make_comment
from tests.waiting import eventually

SAID = "Cầu <b>đẹp</b> & đường \u202exấu"
HOSTILE = '"><img src=x onerror=alert(1)>\u202e\u2067đảo' + "ê\u0301\u0302\u0303" * 20 + "W" * 200


@pytest.mark.django_db(transaction=True)
def test_what_one_sent_waits_in_one_s_own_browser_alone(live_server, page, browser, monkeypatch):
    monkeypatch.setattr(forms, "MIN_AGE", 0)
    article = make_article(status=Status.PUBLISHED)
    liked = make_comment(article, status="approved", text="Ý kiến của người khác")
    story = live_server.url + article.get_absolute_url()
    page.goto(story)
    page.fill("#gui-y-kien [name=text]", SAID)
    page.fill("#gui-y-kien [name=name]", "Bạn đọc Tân Lộc")
    follow(page, page.get_by_role("button", name="Gửi ý kiến").click)
    own = page.locator(".own-comments .comment-text")
    expect(own).to_have_text(SAID)
    assert SAID not in page.request.get(page.url).text()
    page.goto(story)
    expect(own).to_have_text(SAID)
    expect(page.locator(".comment-waiting")).to_have_text("đang chờ duyệt, chỉ bạn thấy")
    assert page.locator(".own-comments b b").count() == 0

    # Nobody else sees it; and it is one of the thread once it is approved.
    other = browser.new_context().new_page()
    other.goto(story)
    expect(other.locator(f"#{liked.anchor}")).to_be_visible()
    assert other.locator(".own-comments").count() == 0 and SAID not in other.content()
    other.context.close()
    Comment.objects.update(status=CommentStatus.APPROVED)
    page.goto(story)
    expect(page.locator(".thread-form .comment-text", has_text="đẹp")).to_have_count(1)
    assert own.count() == 0

    # A liking: the number changes, the page stays.
    button = page.locator(f"#{liked.anchor} .comment-like")
    button.click()
    expect(button.locator(".comment-likes")).to_have_text("1")
    assert page.url == story
    eventually(lambda: Comment.objects.get(pk=liked.pk).likes == 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.only_on("sqlite")
def test_hostile_words_widen_no_phone(live_server, page):
    article = make_article(status=Status.PUBLISHED)
    hostile = {"name": HOSTILE[:60], "place": HOSTILE[:80], "text": HOSTILE, "status": "approved"}
    make_comment(article, parent=make_comment(article, **hostile), **hostile)
    page.set_viewport_size({"width": 360, "height": 740})
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    for address in (
        article.get_absolute_url(),
        f"/binh-luan/{article.pk}/bao-cao/{Comment.objects.first().pk}/",
    ):
        page.goto(live_server.url + address)
        until_still(page)
        assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert alerts == []
