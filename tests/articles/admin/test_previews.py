"""Previews at the desk: the story as at a moment, and the links sent outside; who may, and of which story."""

from datetime import timedelta

import pytest

from articles import hours, previews
from articles.models import Article, PreviewLink, Standing, Status
from articles.policy import RULES, Role
from newsroom.http import policy_header
from tests.articles.admin.forms import address, messages
from tests.articles.admin.test_language import assert_vietnamese
from tests.factories import in_standing, make_article, make_interview, make_preview, make_user
from tests.html import page

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
HEADLINE = "Hồ Thạch Bồ sắp mở cửa đón khách"


def frames(article):
    return f"/admin/articles/article/{article.pk}/xem-truoc/"


def bare(article):
    return f"{frames(article)}trang/"


def links(article):
    return f"{frames(article)}duong-dan/"


def invite(client, article, **changes):
    sent = {"act": "invite", "reader": "Bà Bế Thị Sen", "days": "3"} | changes
    return client.post(links(article), sent, follow=True)


# ---------------------------------------------------------------- as readers will see it


def test_the_story_stands_in_two_frames_and_by_itself(desk):
    article, client = make_article(headline=HEADLINE), desk(Role.EDITOR)
    opened = dict(page(client.get(address(article))).links(".object-tools a"))
    assert opened["Xem trước"] == frames(article)
    shown = page(client.get(frames(article)))
    sources = [frame["src"] for frame in shown.select("iframe")]
    assert [frame["width"] for frame in shown.select("iframe")] == ["360", "1280"]
    assert (
        len(set(sources)) == 1
        and dict(shown.links("form.preview-moment a"))["Mở riêng trang này"] == sources[0]
    )
    seen = page(client.get(sources[0]))
    assert seen.text("h1") == HEADLINE
    assert not seen.has(".preview-banner") and not seen.has(".comments") and not seen.has("form[method=post]")


def test_the_page_alone_may_stand_in_a_frame_of_ours_and_no_other_page_may(desk):
    article, client = make_article(), desk(Role.EDITOR)
    response = client.get(bare(article))
    assert response.headers["Content-Security-Policy"] == policy_header("framed")
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in response.headers["Cache-Control"] and "noindex" in response.headers["X-Robots-Tag"]
    for url in (frames(article), links(article), address(article)):
        other = client.get(url)
        assert other.headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in other.headers["Content-Security-Policy"] or url == address(article)


def test_it_is_shown_as_at_its_hour_or_at_any_other(desk, now):
    article = make_article(status=Status.PUBLISHED, published_at=now + 5 * HOUR)
    make_article(headline="Ra trước nó", status=Status.PUBLISHED, published_at=now + HOUR)
    client = desk(Role.EDITOR)
    shown = page(client.get(frames(article)))
    assert shown.one("[name=luc]")["value"] == hours.written(now + 5 * HOUR)
    assert "Lúc ấy bạn đọc thấy đúng trang này." in shown.text(".preview-note")
    assert page(client.get(shown.one("#may-tinh + preview-frame iframe")["src"])).has(".related")
    early = page(client.get(frames(article), {"luc": hours.written(now + HOUR / 2)}))
    assert "Lúc ấy bạn đọc chưa thấy bài; bài hiện lúc" in early.text(".preview-note")
    assert not page(client.get(early.select("iframe")[0]["src"])).has(".related")


@pytest.mark.parametrize(
    ("standing", "note"),
    [
        (Standing.DRAFT, "Bài chưa đăng. Nếu bài ra lúc ấy"),
        (Standing.PUBLISHED, "Lúc ấy bạn đọc thấy đúng trang này."),
        (Standing.EXPIRED, "Lúc ấy bài đã hạ xuống, từ"),
        (Standing.WITHDRAWN, "Bạn đọc không thấy bài này."),
        (Standing.TRASHED, "Bạn đọc không thấy bài này."),
    ],
)
def test_it_is_said_what_a_reader_would_really_see(desk, standing, note):
    article = make_article(**in_standing(standing))
    assert note in page(desk(Role.CHIEF_EDITOR).get(frames(article))).text(".preview-note")


def test_a_moment_that_cannot_be_read_is_said_and_the_storys_own_is_shown(desk):
    article, client = make_article(headline=HEADLINE), desk(Role.EDITOR)
    response = client.get(frames(article), {"luc": "30/2 6:00"})
    assert page(response).texts(".errorlist li") == ["Tháng 2 không có ngày 30, chỉ có 28 ngày."]
    assert page(response).one("[name=luc]")["value"] == "30/2 6:00"
    assert page(client.get(bare(article), {"luc": "<script>"})).text("h1") == HEADLINE


def test_a_preview_writes_nothing(desk):
    article = make_interview()
    before = Article.objects.filter(pk=article.pk).values().get()
    client = desk(Role.EDITOR)
    client.get(frames(article))
    client.get(bare(article))
    assert Article.objects.filter(pk=article.pk).values().get() == before
    assert not PreviewLink.objects.exists()


# Which view asks the rules is no matter of the database (tests/test_desk_matrix.py).
@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("role", Role)
def test_who_may_see_a_preview_is_said_by_the_rules(desk, role, standing):
    client = desk(role)
    for own in (True, False):
        article = make_article(
            headline=HEADLINE, created_by=client.user if own else make_user(), **in_standing(standing)
        )
        wanted = any(
            standing in grant.standings and grant.whose in ("any", "own" if own else "others")
            for grant in RULES["view"].get(role, [])
        )
        for url in (frames(article), bare(article)):
            response = client.get(url)
            assert (response.status_code == 200) == wanted, (role, standing, own, url)
            assert wanted or HEADLINE not in response.content.decode()


@pytest.mark.parametrize("url", [frames, bare])
def test_a_preview_is_asked_for_and_never_sent(desk, client, url):
    article = make_article()
    assert desk(Role.CHIEF_EDITOR).post(url(article)).status_code == 405
    assert client.get(url(article)).status_code == 302


# ---------------------------------------------------------------- links for readers outside


def test_a_link_is_shown_once_and_opens(desk, client, settings):
    settings.SITE_URL = "https://bao.example"
    article, editor = make_article(headline=HEADLINE), desk(Role.EDITOR)
    response = invite(editor, article)
    link = page(response).one("#id_link")["value"]
    assert link.startswith("https://bao.example/xem-truoc/")
    assert "no-store" in response.headers["Cache-Control"]
    path = link.removeprefix("https://bao.example")
    assert page(client.get(path)).text("h1") == HEADLINE
    for again in (editor.get(links(article)), editor.get(address(article))):
        assert path.split("/")[2] not in again.content.decode()
        told = page(again).text(".preview-links .links li")
        assert "Bà Bế Thị Sen" in told and "Đang mở" in told
        assert "còn 3 ngày" in told and "Đã mở 1 lần, lần cuối lúc" in told and str(editor.user) in told


def test_a_link_is_revoked_by_a_press(desk, client):
    article, editor = make_article(), desk(Role.EDITOR)
    path = make_preview(article)
    response = editor.post(
        links(article), {"act": "revoke", "link": PreviewLink.objects.get().pk}, follow=True
    )
    assert messages(response) == ["Đã thu hồi đường dẫn gửi Ông Lò Văn Pản."]
    assert "Đã thu hồi lúc" in page(response).text(".preview-links .links li")
    assert not page(response).has("button[value=revoke]")
    assert client.get(path).status_code == 404


def test_the_panel_says_why_a_link_is_shut(desk, now):
    article = make_article()
    for _ in range(3):
        make_preview(article)
    over, revoked, ended = PreviewLink.objects.all()
    old = {"created_at": now - 30 * HOUR, "expires_at": now - HOUR}
    PreviewLink.objects.filter(pk=over.pk).update(**old)
    previews.revoke(revoked, by=revoked.created_by)
    editor = desk(Role.MANAGING_EDITOR)
    told = page(editor.get(links(article))).texts(".preview-links .links li")
    assert [("Đã hết hạn lúc" in one, "Đã thu hồi lúc" in one, "Đang mở" in one) for one in told].count(
        (False, False, True)
    ) == 1
    assert sum("Đã hết hạn lúc" in one for one in told) == sum("Đã thu hồi lúc" in one for one in told) == 1


def test_the_panel_is_for_who_may_invite_and_its_forms_are_none_of_the_articles(desk):
    article = make_article()
    shown = page(desk(Role.EDITOR).get(address(article)))
    assert shown.has(".preview-links form.invite") and not shown.has("form form")
    assert {form["target"] for form in shown.select(".preview-links form")} == {"gui-xem-truoc"}
    reporter = desk(Role.REPORTER)
    own = make_article(created_by=reporter.user)
    assert not page(reporter.get(address(own))).has(".preview-links")
    out = make_article(status=Status.PUBLISHED)
    assert not page(desk(Role.CHIEF_EDITOR).get(address(out))).has(".preview-links")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"reader": "  "}, "Hãy ghi gửi cho ai"),
        ({"days": "30"}, "1, 3 hoặc 7 ngày"),
        ({"days": "x"}, "1, 3 hoặc 7"),
    ],
)
def test_half_an_invitation_is_refused_in_words_and_kept(desk, changes, told):
    article = make_article()
    response = invite(desk(Role.EDITOR), article, **changes)
    assert told in messages(response)[0]
    assert page(response).one("#id_preview_reader")["value"] == changes.get("reader", "Bà Bế Thị Sen")
    assert not PreviewLink.objects.exists()


# Which view asks the rules is no matter of the database (tests/test_desk_matrix.py).
@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("role", Role)
def test_who_may_send_links_is_said_by_the_rules(desk, role):
    client = desk(role)
    for standing in Standing:
        article = make_article(headline=HEADLINE, created_by=client.user, **in_standing(standing))
        wanted = any(standing in grant.standings for grant in RULES["invite_preview"].get(role, []))
        shown, sent = client.get(links(article)), invite(client, article)
        assert (shown.status_code == 200) == (sent.status_code == 200) == wanted, (role, standing)
        assert article.preview_links.count() == wanted
        assert wanted or HEADLINE not in shown.content.decode() + sent.content.decode()


def test_a_link_of_another_story_is_none_here(desk):
    article, other = make_article(), make_article()
    make_preview(other)
    editor = desk(Role.EDITOR)
    for number in (PreviewLink.objects.get().pk, 0, -1, 10**17, "x", "", "１"):
        sent = {"act": "revoke", "link": number}
        assert editor.post(links(article), sent).status_code == 404
    assert PreviewLink.objects.get().revoked_at is None


def test_a_press_without_a_meaning_does_nothing(desk):
    article, editor = make_article(), desk(Role.EDITOR)
    editor.raise_request_exception = False
    assert editor.post(links(article), {"act": "publish"}).status_code == 400
    assert editor.delete(links(article)).status_code == 405
    assert not PreviewLink.objects.exists()


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7|add:7 }}"


def test_a_hostile_name_is_text_and_nothing_else(desk, client):
    article, editor = make_article(), desk(Role.EDITOR)
    made = invite(editor, article, reader=HOSTILE)
    path = "/" + page(made).one("#id_link")["value"].split("/", 3)[3]
    for response in (made, editor.get(address(article)), client.get(path)):
        shown = page(response)
        assert not shown.has("[onerror]") and not shown.select("script:not([src]):not([type])")
        assert HOSTILE in shown.text()


def test_the_pages_speak_vietnamese_and_cost_the_same_for_one_link_and_for_thirty(
    desk, django_assert_max_num_queries
):
    editor = desk(Role.CHIEF_EDITOR)
    for count in (1, 19):
        article = make_article()
        for _ in range(count):
            make_preview(article, by=editor.user)
        editor.get(links(article))
        with django_assert_max_num_queries(14):
            response = editor.get(links(article))
    assert_vietnamese(response, links(article))
    assert_vietnamese(editor.get(frames(article)), frames(article))
