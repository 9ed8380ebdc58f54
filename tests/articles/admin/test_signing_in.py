"""“Lưu” pressed after the session ended: the form travels through signing in and stands again, unsaved."""

import pytest

from articles.models import Article
from articles.policy import Role
from tests.articles.admin.forms import address, as_sent, filled
from tests.factories import PASSWORD, make_article, make_interview, make_section, make_user
from tests.html import page

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/article/add/"


def pressed_too_late(desk, url, **typed):
    """(a client whose session ended before it sent this form, the answer)."""
    client = desk(Role.EDITOR)
    sent = filled(client, url) | typed | {"_continue": "1"}
    client.logout()
    return client, client.post(url, sent)


def sign_in(client, response, username, password=PASSWORD):
    form = page(response).fields("#login-form") | {"username": username, "password": password}
    return client.post(page(response).one("#login-form")["action"], form)


def test_the_text_of_a_story_stands_in_its_form_after_signing_in_and_is_saved_by_pressing_again(desk):
    article = make_article(headline="Tít đã lưu")
    client, asked = pressed_too_late(
        desk, address(article), headline="Viết khi phiên đã hết", body="<p>Lũ.</p>"
    )
    assert asked.status_code == 403
    assert "chưa được lưu" in page(asked).text("#content-main")
    shown = sign_in(client, asked, client.user.username)
    assert page(shown).text("#id_headline") == "Viết khi phiên đã hết"
    assert page(shown).has("working-copy[data-unfinished]")
    article.refresh_from_db()
    assert article.headline == "Tít đã lưu"
    client.post(address(article), as_sent(shown) | {"_continue": "1"})
    article.refresh_from_db()
    assert (article.headline, article.body) == ("Viết khi phiên đã hết", "<p>Lũ.</p>")


def test_so_does_the_text_of_a_story_never_saved(desk):
    typed = {"headline": "Bài mới khi phiên đã hết", "section": make_section().pk}
    client, asked = pressed_too_late(desk, f"{ADD}?kind=interview", **typed)
    shown = sign_in(client, asked, client.user.username)
    assert page(shown).text("#id_headline") == "Bài mới khi phiên đã hết"
    assert page(shown).has("#exchanges-group") and not Article.objects.exists()


def test_a_text_longer_than_is_kept_by_itself_comes_through_too(desk):
    article = make_interview(turns=[("Hỏi?", "<p>Đáp.</p>")])
    long = "<p>" + "đường lũ " * 90_000 + "</p>"
    client, asked = pressed_too_late(desk, address(article), body=long, **{"exchanges-0-answer": long})
    shown = sign_in(client, asked, client.user.username)
    assert (
        page(shown).text("#id_body").count("lũ")
        == page(shown).text("#id_exchanges-0-answer").count("lũ")
        == 90_000
    )


def test_a_wrong_password_loses_nothing_and_opens_nothing(desk):
    article = make_article(headline="Tít đã lưu")
    client, asked = pressed_too_late(desk, address(article), headline="Viết khi phiên đã hết")
    refused = sign_in(client, asked, client.user.username, "sai mật khẩu")
    assert refused.status_code == 403
    assert page(refused).has(".errornote") and not page(refused).has("#article_form")
    assert "sai mật khẩu" not in refused.content.decode()
    shown = sign_in(client, refused, client.user.username)
    assert page(shown).text("#id_headline") == "Viết khi phiên đã hết"


def test_whoever_signs_in_without_a_right_to_the_story_gets_no_form_of_it(desk):
    article = make_article(headline="Bài của người khác")
    client, asked = pressed_too_late(desk, address(article), headline="Viết khi phiên đã hết")
    reporter = make_user(Role.REPORTER)
    shown = sign_in(client, asked, reporter.username)
    assert not page(shown).has("#article_form [name=headline]")
    article.refresh_from_db()
    assert article.headline == "Bài của người khác"


def test_signed_out_nothing_is_told_of_a_story_and_what_is_kept_here_is_asked_for_after_the_usual_login(
    client,
):
    article = make_article(headline="Chưa ai được đọc")
    asked = client.post(address(article), {"headline": "Đoán"})
    nobody = client.post("/admin/articles/article/999999/change/", {"headline": "Đoán"})
    assert "Chưa ai được đọc" not in asked.content.decode()
    assert asked.status_code == nobody.status_code == 403
    assert client.post(address(article), {"_lay_lai": "1"})["Location"].startswith("/admin/login/")
    assert client.get(address(article))["Location"].startswith("/admin/login/")


def test_guessing_passwords_over_a_text_rests_the_account_as_at_the_door(desk, settings):
    article = make_article()
    client, asked = pressed_too_late(desk, address(article), headline="Viết khi phiên đã hết")
    settings.AXES_ENABLED = True
    for _ in range(10):
        answer = sign_in(client, asked, client.user.username, "đoán mò")
    assert answer.status_code == 429
    assert sign_in(client, asked, client.user.username).status_code == 429
    assert client.get(address(article)).status_code == 302
