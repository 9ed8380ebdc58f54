"""The paper itself behind nginx, with readers who lie: what they say is on nobody else's page, nor is what staff see.

Every request is made with the secret that makes nginx fetch and store anew: each meets a cold page.
"""

import pytest
from django.test import Client

from articles.models import Status
from articles.policy import Role
from tests.deploy.test_front import ask
from tests.deploy.test_refreshing_front import SECRET
from tests.factories import make_article, make_user
from tests.html import page

CANARY = "canary-in-the-page"
NAMED = (
    "Accept Accept-Charset Accept-Language CF-Connecting-IP Client-IP DNT Fastly-Client-IP From Max-Forwards Origin "
    "Purpose Referer Save-Data Sec-CH-UA Sec-CH-UA-Platform Sec-Fetch-Dest Sec-Fetch-Mode Sec-Fetch-Site Sec-Purpose "
    "True-Client-IP Upgrade-Insecure-Requests User-Agent Via Viewport-Width Width X-ATT-DeviceId X-Api-Version "
    "X-CSRF-Token X-CSRFToken X-Client-IP X-Cluster-Client-IP X-Debug X-Forward-For X-Forwarded-By X-Forwarded-Path "
    "X-Forwarded-Prefix X-Forwarded-Scheme X-Forwarded-Server X-Forwarded-Ssl X-Frame-Options X-HTTP-Host-Override "
    "X-Original-Host X-Original-URI X-Original-URL X-Originating-IP X-Pjax X-ProxyUser-Ip X-Remote-Addr X-Remote-IP "
    "X-Request-ID X-Requested-With X-Rewrite-URL X-Script-Name X-UIDH X-WAP-Profile X-XSRF-TOKEN Script-Name Path-Info "
    "Remote-User Authorization Proxy Proxy-Authorization"
).split()
LIES = {
    "X-HTTP-Method-Override": "DELETE",
    "X-HTTP-Method": "POST",
    "X-Method-Override": "PUT",
    "X-Original-URL": "/admin/login/",
    "X-Rewrite-URL": "/admin/login/",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Prefix": "/evil.example",
    "X-Forwarded-Proto": "https",
    "X-Host": "evil.example",
    "Script-Name": "/evil.example",
    "Accept": "application/json",
    "Accept-Language": "en",
    "Accept-Charset": "utf-16",
    "Range": "bytes=0-9",
    "If-None-Match": "*",
    "Cookie": "toasoan=evil.example; toasoan-csrf=evil.example; sessionid=evil.example",
}


# What an application chokes on: were its "400" a public answer, one reader would take the page from all.
BROKEN = {
    "Cookie": '\xff\xfe; toasoan="; a=\xe1; sessionid=' + "x" * 3000,
    "User-Agent": "\xff\xfe\xc3",
    "Referer": "http://[::1",
    "Origin": "null\xa0",
    "Content-Type": "multipart/form-data",
    "Content-Encoding": "gzip",
    "Accept-Language": "x" * 3000,
    "If-Modified-Since": "32 Foo 99999",
    "If-None-Match": '"',
    "Range": "bytes=-,9-1",
}


@pytest.fixture
def article(front):
    return make_article(headline="Hồ Thạch Bồ vào mùa cá", status=Status.PUBLISHED)


@pytest.mark.parametrize(
    "lies", [dict.fromkeys(NAMED, CANARY), LIES, BROKEN], ids=["canaries", "lies", "broken"]
)
def test_what_one_reader_claims_is_on_nobody_s_page(front, article, lies):
    surfaces = [
        "/",
        article.get_absolute_url(),
        "/rss/",
        "/sitemap.xml",
        "/robots.txt",
        "/thoi-su/",
        "/khong-co/",
        # Those that lead elsewhere: a stored redirect would lead everybody there.
        "/thoi-su",
        f"/thoi-su/tit-cu-{article.pk}/",
        "//evil.example/thoi-su",
    ]
    clean = {path: ask(front, path, SECRET)[:2] for path in surfaces}
    for path in surfaces:
        ask(front, path, SECRET | lies)
        status, headers, shown = ask(front, path)
        assert (status, headers["Content-Type"]) == (clean[path][0], clean[path][1]["Content-Type"]), path
        said = f"{headers}{shown.decode()}"
        assert CANARY not in said, path
        assert "evil.example" not in said, path
        assert (headers["Location"] or "/").startswith("/"), path
        assert not (headers["Location"] or "").startswith("//"), path
        assert headers["Set-Cookie"] is None


def test_one_address_in_all_that_a_reader_s_host_could_have_made(front, article, settings):
    shown = page(ask(front, article.get_absolute_url(), SECRET | {"X-Forwarded-Host": "evil.example"})[2])
    assert shown.one("link[rel=canonical]")["href"] == settings.SITE_URL + article.get_absolute_url()
    assert shown.meta("og:url") == settings.SITE_URL + article.get_absolute_url()


@pytest.mark.parametrize(
    "cloaked", ["?utm_source=x;trang=2", "?utm_source=x%26trang=2", "?fbclid=x%00&trang=2"]
)
def test_a_hidden_parameter_puts_no_other_page_in_a_list_s_place(front, article, cloaked):
    """Page 2 is not there: whoever had it stored as page 1 would have taken the section away."""
    ask(front, f"/thoi-su/{cloaked}", SECRET)
    ask(front, "/thoi-su/", SECRET | {"Content-Type": "application/x-www-form-urlencoded"}, body=b"trang=2")
    status, _, shown = ask(front, "/thoi-su/")
    assert (status, article.headline in page(shown).text()) == (200, True)


@pytest.fixture
def editor(front):
    """(name, headers) of somebody signed in at the desk."""
    user = make_user(Role.CHIEF_EDITOR, full_name="Tổng Biên Tập Ký Danh")
    client = Client()
    client.force_login(user)
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    return user.full_name, {"Cookie": cookies}


def test_who_is_signed_in_reads_the_page_everybody_reads(front, article, editor):
    name, signed_in = editor
    for path in ("/", article.get_absolute_url(), "/quy-dinh-binh-luan/"):
        status, headers, shown = ask(front, path, SECRET | signed_in)
        assert (status, headers["Set-Cookie"]) == (200, None)
        assert name not in shown.decode()
        assert ask(front, path)[2] == shown


def test_the_desk_reaches_nobody_through_the_store(front, article, editor):
    name, signed_in = editor
    draft = make_article(headline="Bản thảo chưa ai đọc")
    desk = f"/admin/articles/article/{draft.pk}/change/"
    paths = [
        "/admin/",
        desk,
        f"{desk}x.css",
        f"{desk};a.js",
        f"/{desk}",
        f"/thoi-su/..{desk}",
        f"/thoi-su/%2e%2e{desk}",
    ]
    saw = [path for path in paths if name in ask(front, path, SECRET | signed_in)[2].decode()]
    assert {"/admin/", desk} <= set(saw)
    for path in paths:
        _, _, shown = ask(front, path)
        assert name not in shown.decode(), path
        assert draft.headline not in shown.decode(), path
