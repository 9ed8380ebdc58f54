"""A database that is away, or not yet built: one clear sentence, at once, and nothing typed is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError, ProgrammingError, connection

from articles.models import Status
from comments import forms
from newsroom.http import PRIVATE, policy_header
from tests.factories import make_article, make_user
from tests.html import page

HOUSE = Path(__file__).resolve().parents[2]
OURS = {"Sec-Fetch-Site": "same-origin"}
SAID = "Cầu thông xe thì bà con <b>đỡ</b> phải đi vòng."


def away(*args, **kwargs):
    raise OperationalError("server closed the connection unexpectedly")


def not_built(*args, **kwargs):
    raise ProgrammingError('relation "articles_section" does not exist')


@pytest.fixture(params=[away, not_built])
def trouble(request):
    return request.param


@pytest.mark.django_db
def test_a_paper_that_is_well_says_so(client):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"database": "ok"})
    assert response.headers["Cache-Control"] == PRIVATE


@pytest.mark.django_db
def test_a_paper_without_its_database_says_so(client, trouble):
    with connection.execute_wrapper(trouble):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["database"] in ("OperationalError", "ProgrammingError")
    # The name of the error is enough for the watchman; the rest is for the log.
    assert "relation" not in response.content.decode()


ADDRESSES = ["/", "/thoi-su/", "/thoi-su/x-1/", "/binh-luan/1/", "/rss/", "/sitemap.xml", "/khong/co/"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_says_that_it_will_be_back(client, trouble, address):
    """Addresses that are none too: whether the page is lost cannot be known now."""
    with connection.execute_wrapper(trouble):
        response = client.get(address)
    assert response.status_code == 503
    assert page(response).text("h1") == "Trang báo tạm nghỉ ít phút"
    assert response.headers["Retry-After"] == "10"
    assert response.headers["Cache-Control"] == PRIVATE
    assert response.headers["Content-Security-Policy"] == policy_header("strict")
    assert not [word for word in ("relation", "connection", "Error") if word in page(response).text()]


@pytest.mark.django_db
def test_a_typed_comment_is_handed_back_and_not_called_sent(client, trouble, monkeypatch):
    monkeypatch.setattr(forms, "MIN_AGE", 0)
    article = make_article(status=Status.PUBLISHED)
    sent = {"name": "Bạn đọc", "text": SAID, "token": forms.page_token(article.pk)}
    with connection.execute_wrapper(trouble):
        response = client.post(f"/binh-luan/{article.pk}/", sent, headers=OURS)
    assert response.status_code == 503
    assert page(response).one("textarea").get_text() == SAID
    assert "Đã gửi" not in response.content.decode()


@pytest.mark.django_db
def test_a_database_lost_at_the_last_moment_hands_the_comment_back(client, monkeypatch):
    """Reading still works; the write is what fails."""
    monkeypatch.setattr(forms, "MIN_AGE", 0)
    article = make_article(status=Status.PUBLISHED)
    sent = {"name": "Bạn đọc", "text": SAID, "token": forms.page_token(article.pk)}

    def full(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith("INSERT"):
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(full):
        response = client.post(f"/binh-luan/{article.pk}/", sent, headers=OURS)
    assert response.status_code == 503
    assert page(response).one("textarea").get_text() == SAID
    assert not article.comments.exists()


@pytest.mark.django_db
def test_the_desk_says_so_too(client, trouble):
    client.force_login(make_user("superuser"))
    with connection.execute_wrapper(trouble):
        response = client.get("/admin/")
    assert response.status_code == 503


# ---------------------------------------------------------------- the same with a database that truly is not there

ASK = """
import json, time, django
django.setup()
from django.conf import settings
from django.test import Client
settings.DEBUG = False  # readers' error pages, without the collected static files of production
client = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1")
started, told = time.monotonic(), {}
for address in ("/", "/thoi-su/x-1/", "/khong/co/", "/rss/", "/healthz", "/robots.txt"):
    response = client.get(address)
    told[address] = [response.status_code, response.content.decode()]
response = client.post("/binh-luan/1/", {"name": "A", "text": "Lời của tôi"}, headers={"Sec-Fetch-Site": "same-origin"})
told["comment"] = [response.status_code, response.content.decode()]
told["seconds"] = time.monotonic() - started
print(json.dumps(told))
"""


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("url", ["sqlite:///{state}/trong.sqlite3", "postgres://nobody@127.0.0.1:1/none"])
def test_a_real_database_that_is_not_built_or_not_there(tmp_path, url):
    environment = os.environ | {
        "DATABASE_URL": url.format(state=tmp_path),
        "STATE_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=HOUSE, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    # No page waits for the database to come back, not even on a slow machine.
    assert told.pop("seconds") < 20
    assert {name: status for name, (status, _) in told.items()} == {
        **dict.fromkeys(told, 503),
        "/robots.txt": 200,
    }
    assert "Lời của tôi" in told["comment"][1]
    assert "Trang báo tạm nghỉ ít phút" in told["/"][1]
