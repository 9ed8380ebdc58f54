"""What every answer carries: how long it may be kept, what a browser may run on it, and no cookie for a reader."""

import gzip
import re
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from articles.models import Status
from newsroom import http, memory
from newsroom.http import PRIVATE, PUBLIC, STATIC, policy_header
from tests.factories import (
    PASSWORD,
    make_article,
    make_comment,
    make_image,
    make_interview,
    make_preview,
    make_topic,
    make_user,
    picture_bytes,
)
from tests.html import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    """Addresses of every kind of page, by name."""
    image = make_image(picture_bytes())
    given = {"status": Status.PUBLISHED, "topics": [make_topic()], "lead_image": image}
    story, interview = make_article(**given), make_interview(**given)
    make_comment(story, status="approved")
    draft, withdrawn = make_article(), make_article(status=Status.WITHDRAWN)
    return {
        "home": "/",
        "section": "/thoi-su/",
        "topic": "/chu-de/cau-ben-linh-2/",
        "author": "/tac-gia/hoang-minh-khue/",
        "person": "/nhan-vat/luong-van-thanh/",
        "story": story.get_absolute_url(),
        "interview": interview.get_absolute_url(),
        "light": story.get_light_url(),
        "moved": f"/thoi-su/ten-cu-{story.pk}/",
        "comments": f"/binh-luan/{story.pk}/",
        "answering": f"/binh-luan/{story.pk}/?tra-loi={story.comments.get().pk}",
        "sent": f"/binh-luan/{story.pk}/da-gui/",
        "rules": "/quy-dinh-binh-luan/",
        "rss": "/rss/",
        "rss of a section": "/rss/chuyen-muc/thoi-su/",
        "rss of a topic": "/rss/chu-de/cau-ben-linh-2/",
        "rss of an author": "/rss/tac-gia/hoang-minh-khue/",
        "sitemap": "/sitemap.xml",
        "sitemap of a month": f"/sitemap-{timezone.localdate(story.published_at):%Y-%m}.xml",
        "sitemap that moved": "/sitemap-muc-thoi-su.xml",
        "sitemap of news": "/sitemap-news.xml",
        "sitemap of what readers may ask": "/sitemap-cau-hoi.xml",
        "robots": "/robots.txt",
        "draft": draft.get_absolute_url(),
        "withdrawn": withdrawn.get_absolute_url(),
        "no article": "/thoi-su/x-999999/",
        "no address": "/khong/co/",
        "no slash": "/thoi-su",
        "media": image.file.url,
        "no media": "/media/anh/00/0.jpg",
        "preview": make_preview(draft),
        "healthz": "/healthz",
        "login": "/admin/login/",
        "desk": "/admin/",
        "reset": "/admin/password_reset/",
    }


NEVER_KEPT = {"preview", "healthz", "login", "desk", "reset"}
FRESHNESS = {"media": STATIC, **dict.fromkeys(NEVER_KEPT, PRIVATE)}


def test_every_answer_says_how_long_it_may_be_kept(client, paper):
    told = {}
    for name, address in paper.items():
        response = client.get(address)
        told[name] = response.headers["Cache-Control"]
        b"".join(response)
    assert {name: value for name, value in told.items() if name not in NEVER_KEPT} == {
        name: FRESHNESS.get(name, PUBLIC) for name in paper if name not in NEVER_KEPT
    }
    # The admin says it in words of its own; what counts is that nobody keeps it.
    assert all("no-store" in told[name] and "private" in told[name] for name in NEVER_KEPT)


def test_nothing_public_is_older_than_five_seconds():
    told = {name: int(value) for name, value in re.findall(r"([a-z-]+)=([0-9]+)", PUBLIC)}
    # A front that counts whole seconds may be one late.
    assert told["s-maxage"] + told["stale-while-revalidate"] + 1 <= 5
    assert (told["s-maxage"], told["max-age"], told["stale-if-error"]) == (1, 0, 86400)
    assert PUBLIC.startswith("public, ")
    assert STATIC == "public, max-age=31536000, immutable"


def test_no_public_answer_knows_its_reader(paper, monkeypatch):
    """No cookie set, none asked for, and the very same bytes for a stranger and for the chief editor."""
    # A form's token tells the second in which its page was made.
    monkeypatch.setattr("django.core.signing.time", SimpleNamespace(time=lambda: 1_700_000_000))
    editor = Client()
    editor.force_login(make_user("superuser"))
    stranger = Client()
    for name, address in paper.items():
        if name in NEVER_KEPT:
            continue
        for client in (stranger, editor):
            response = client.get(address)
            b"".join(response)
            assert not response.cookies, name
            assert "cookie" not in response.headers.get("Vary", "").lower(), name
    assert not stranger.cookies
    for name in ("home", "interview", "rss", "robots"):
        assert stranger.get(paper[name]).content == editor.get(paper[name]).content


@pytest.mark.parametrize(
    ("varies", "kept"),
    [("", PUBLIC), ("accept-encoding", PUBLIC), ("Accept-Encoding, Cookie", PRIVATE), ("*", PRIVATE)],
)
def test_what_differs_from_reader_to_reader_is_never_public(varies, kept):
    """The front stores a page as it is sent, whatever Vary says."""

    def view(request):
        return HttpResponse("Vân Lĩnh", headers={"Vary": varies} if varies else {})

    view.freshness = "public"
    freshness, request = http.Freshness(view), RequestFactory().get("/")
    freshness.process_view(request, view, [], {})
    assert freshness(request).headers["Cache-Control"] == kept


def test_no_public_page_holds_a_token_against_forgery(client, paper):
    for name in ("home", "story", "comments"):
        assert "csrf" not in client.get(paper[name]).content.decode().lower()


@pytest.mark.parametrize("method", ["get", "head"])
def test_every_answer_carries_the_strict_policy(client, paper, method):
    for name, address in paper.items():
        response = getattr(client, method)(address)
        policy = policy_header("media" if name in ("media", "no media") else "strict")
        assert response.headers["Content-Security-Policy"] == policy, name
        assert response.headers["X-Content-Type-Options"] == "nosniff", name
        # The address of a preview is its key: it goes nowhere.
        referrer = "no-referrer" if name == "preview" else "same-origin"
        assert response.headers["Referrer-Policy"] == referrer, name
        b"".join(response)


def test_the_policies_say_what_they_are_for():
    strict, editor, media = (policy_header(name) for name in ("strict", "editor", "media"))
    assert "unsafe" not in strict and "frame-ancestors 'none'" in strict and "default-src 'self'" in strict
    assert "unsafe-eval" not in editor and "script-src 'unsafe-inline'" not in editor
    assert "script-src-attr 'unsafe-inline'" in editor
    assert media == "default-src 'none'; sandbox"


def test_a_view_that_asks_for_the_editor_gets_the_editors_policy():
    def view(request):
        raise AssertionError("only its attribute is read")

    view.csp = "editor"
    middleware = http.PolicyHeaders(lambda request: http.HttpResponse())
    request = RequestFactory().get("/")
    middleware.process_view(request, view, (), {})
    assert middleware(request).headers["Content-Security-Policy"] == policy_header("editor")


# ---------------------------------------------------------------- pictures


def test_a_picture_is_kept_for_ever_and_may_do_nothing(client, paper):
    response = client.get(paper["media"])
    assert response.headers["Content-Type"] == "image/jpeg"
    assert b"".join(response.streaming_content)[:3] == b"\xff\xd8\xff"
    again = client.get(paper["media"], headers={"If-Modified-Since": response.headers["Last-Modified"]})
    assert (again.status_code, again.headers["Cache-Control"]) == (304, STATIC)


def test_only_pictures_of_ours_are_served(client, settings):
    settings.MEDIA_ROOT.mkdir(parents=True)
    for name in ("tài-liệu.pdf", "x.html", "x.svg", "x.jpg"):
        (settings.MEDIA_ROOT / name).write_bytes(b"<script>alert(1)</script>")
        assert client.get(f"/media/{name}").status_code == 404


# ---------------------------------------------------------------- when it goes wrong


@pytest.fixture
def breaking(client, monkeypatch):
    """A client that sees error pages, and a front page whose making raises what is given."""
    client.raise_request_exception = False

    def break_with(error):
        def front_page(now, **given):
            raise error

        monkeypatch.setattr("articles.views.public.front_page", front_page)
        return client.get("/")

    return break_with


def test_our_own_fault_is_an_apology_that_nobody_keeps(breaking):
    response = breaking(RuntimeError("bí mật: mật khẩu cơ sở dữ liệu"))
    assert (response.status_code, response.headers["Cache-Control"]) == (500, PRIVATE)
    assert page(response).text("h1") == "Trang báo gặp trục trặc"
    assert "bí mật" not in response.content.decode() and "RuntimeError" not in response.content.decode()
    assert response.headers["Content-Security-Policy"] == policy_header("strict")


def test_what_is_forbidden_says_so(breaking):
    from django.core.exceptions import PermissionDenied

    response = breaking(PermissionDenied("chi tiết"))
    assert response.status_code == 403
    assert page(response).text("h1") == "Trang này không mở cho bạn"
    assert "chi tiết" not in response.content.decode()


def test_what_cannot_be_read_says_so(breaking):
    from django.core.exceptions import SuspiciousOperation

    response = breaking(SuspiciousOperation("chi tiết"))
    assert response.status_code == 400
    assert page(response).text("h1") == "Yêu cầu không đọc được"


def test_the_error_pages_that_need_nothing_name_the_paper_themselves(breaking, settings):
    assert settings.PAPER["name"] in page(breaking(RuntimeError())).title()


# ---------------------------------------------------------------- the page cache of one machine


@pytest.fixture
def alone(settings):
    """A client of a machine without nginx."""
    settings.PAGE_CACHE, settings.BEHIND_FRONT = True, False
    return Client()


def test_one_machine_renders_a_page_once_in_two_seconds(alone, paper, django_assert_num_queries, monkeypatch):
    first = alone.get(paper["story"])
    with django_assert_num_queries(0):
        second = alone.get(paper["story"])
    assert second.content == first.content
    for response in (first, second):
        assert response.headers["Cache-Control"] == PUBLIC
        assert "Expires" not in response.headers
        assert response.headers["Content-Security-Policy"] == policy_header("strict")
        assert not response.cookies and "cookie" not in response.headers.get("Vary", "").lower()


def test_the_memory_lasts_two_seconds(alone, paper, monkeypatch):
    alone.get(paper["home"])
    headline = make_article(headline="Tin vừa về", status=Status.PUBLISHED).headline
    assert headline not in alone.get(paper["home"]).content.decode()
    real = memory.monotonic
    monkeypatch.setattr(memory, "monotonic", lambda: real() + 2.1)
    assert headline in alone.get(paper["home"]).content.decode()


def test_what_is_private_or_missing_or_sent_is_not_remembered(alone, paper, monkeypatch):
    kept = []
    monkeypatch.setattr(memory, "Kept", lambda *page: kept.append(page))
    for name in ("login", "preview", "healthz", "draft", "withdrawn", "no address"):
        alone.get(paper[name])
    alone.head(paper["home"])
    alone.post(paper["comments"])
    assert not kept
    alone.get(paper["home"])
    assert len(kept) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"SERVER_NAME": "localhost"},
        {"HTTP_HOST": "127.0.0.1"},
        {"HTTP_HOST": "127.0.0.1:81"},
        {"QUERY_STRING": "trang=1"},
        {"wsgi.url_scheme": "https"},
        {"HTTP_ACCEPT_ENCODING": "gzip"},
    ],
)
def test_a_page_is_remembered_for_those_alone_who_would_be_sent_the_same(alone, paper, other):
    alone.get("/")
    make_article(headline="Tin vừa về", status=Status.PUBLISHED)
    assert b"Tin v" not in alone.get("/").content
    answer = alone.get("/", **other)
    body = gzip.decompress(answer.content) if answer.headers.get("Content-Encoding") else answer.content
    assert "Tin vừa về" in body.decode()


def test_a_name_that_is_not_ours_is_refused_though_the_page_is_remembered(alone, paper):
    alone.get("/")
    assert alone.get("/", HTTP_HOST="bao-gia.example").status_code == 400


def test_the_memory_holds_so_many_pages_and_no_more(alone, paper, monkeypatch):
    monkeypatch.setattr(memory, "PAGES", 3)
    sizes = []
    real = memory.PageMemory._make_room
    monkeypatch.setattr(memory.PageMemory, "_make_room", lambda it, now: (real(it, now), sizes.append(len(it.pages))))
    for number in range(8):
        alone.get("/", QUERY_STRING=f"la={number}")
    assert len(sizes) == 8 and max(sizes) < 3


def test_what_has_not_changed_is_not_sent_again(alone, paper):
    for how in ({}, {"HTTP_ACCEPT_ENCODING": "gzip"}):
        first = alone.get(paper["rss"], **how)
        again = alone.get(paper["rss"], HTTP_IF_NONE_MATCH=first.headers["ETag"], **how)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["Cache-Control"] == PUBLIC and again.headers["ETag"] == first.headers["ETag"]
        assert alone.get(paper["rss"], HTTP_IF_NONE_MATCH='"x"', **how).status_code == 200


def test_an_editor_s_pages_are_never_served_from_memory(alone, paper):
    alone.force_login(make_user("superuser"))
    assert alone.get(paper["desk"]).status_code == 200
    alone.logout()
    assert alone.get(paper["desk"]).status_code == 302


def test_behind_a_front_nothing_is_remembered(settings, paper):
    settings.PAGE_CACHE, settings.BEHIND_FRONT = False, True
    behind = Client()
    behind.get(paper["home"])
    make_article(headline="Tin vừa về", status=Status.PUBLISHED)
    assert "Tin vừa về" in behind.get(paper["home"]).content.decode()


@pytest.mark.parametrize("behind", [True, False])
def test_a_page_is_compressed_for_who_asks_so_a_front_or_a_reader(settings, paper, behind):
    settings.BEHIND_FRONT = behind
    settings.PAGE_CACHE = not behind
    client = Client()
    for _ in range(2):  # rendered, and remembered
        response = client.get(paper["interview"], headers={"Accept-Encoding": "gzip"})
        assert (response.headers["Content-Encoding"], response.headers["Vary"]) == ("gzip", "Accept-Encoding")
        assert response.headers["Cache-Control"] == PUBLIC
        assert page(gzip.decompress(response.content)).has("h1")
    plain = client.get(paper["interview"])
    assert "Content-Encoding" not in plain.headers and page(plain).has("h1")


# ---------------------------------------------------------------- the desk's door


def test_the_desk_is_for_those_who_log_in(client, settings, paper):
    response = client.get("/admin/")
    assert (response.status_code, response.headers["Location"]) == (302, "/admin/login/?next=/admin/")
    user = make_user("superuser")
    sent = {"username": user.username, "password": PASSWORD, "next": "/admin/"}
    assert client.post("/admin/login/", sent).headers["Location"] == "/admin/"
    assert "no-store" in client.get("/admin/").headers["Cache-Control"]


@pytest.mark.parametrize("target", ["//evil.example/", "/\\evil.example/", "https://evil.example/", "///evil.example"])
def test_the_login_sends_to_no_other_site(client, target):
    user = make_user("superuser")
    response = client.post("/admin/login/", {"username": user.username, "password": PASSWORD, "next": target})
    assert response.status_code == 302
    assert "evil" not in response.headers["Location"]


def test_a_log_line_of_trouble_is_one_line(client, monkeypatch, caplog):
    from django.db import OperationalError

    def away(*args, **kwargs):
        raise OperationalError("away")

    monkeypatch.setattr("articles.views.public.get_object_or_404", away)
    client.get("/chu-de/x%0aERROR forged%1b[31m/")
    client.get("/chu-de/x/")
    lines = [record.getMessage() for record in caplog.records if record.name == "newsroom"]
    assert lines and not [line for line in lines if "\n" in line or "\x1b" in line]
