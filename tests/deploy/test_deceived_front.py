"""nginx as deployed against those who would deceive it, before an application that is as careless as can be.

It stores everything it may and says on its page whatever it was told: what nginx lets through, it would show to all.
"""

import http.client
import itertools
import json
import socket

import pytest

from tests.deploy.test_front import LASTING, Press, ask
from tests.front import Front, nginx

# Touches no database.
pytestmark = [
    pytest.mark.only_on("sqlite"),
    pytest.mark.skipif(not nginx(), reason="máy không có nginx"),
]

numbers = itertools.count(1)


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """One nginx and one application for all of this file: (front, press)."""
    press = Press()
    place, files = tmp_path_factory.mktemp("front"), tmp_path_factory.mktemp("files")
    (files / "main.css").write_text("body{}", encoding="utf-8")
    with Front(place, press.url, files, files) as front:
        yield front, press
    press.close()


@pytest.fixture
def press(standing):
    """The careless application, which tells on its page how often it was asked, and from where."""
    press = standing[1]
    press.requests.clear()
    press.answers = lambda path: (200, {"Cache-Control": LASTING}, f"answer {len(press.requests)} to {path}")
    return press


@pytest.fixture
def front(standing, press):
    return standing[0]


@pytest.fixture
def address():
    """The address of a page nobody has asked for yet."""
    return f"/thoi-su/bai-{next(numbers)}/"


def speak(front, raw):
    """What nginx says to these very bytes until it closes the connection; b"" where it says nothing."""
    host, port = front.address.split(":")
    with socket.create_connection((host, int(port)), timeout=15) as connection:
        connection.sendall(raw)
        heard = b""
        try:
            while chunk := connection.recv(65536):
                heard += chunk
        except ConnectionResetError:
            pass
        return heard


def status(heard):
    return int(heard.split(b" ", 2)[1]) if heard else None


def request(line, *headers, body=""):
    return "\r\n".join([line, *headers, "", body]).encode()


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "evil.example:80",
        "evil.example@127.0.0.1",
        "127.0.0.1/evil",
        "evil.example 127.0.0.1",
        "",
        "[::1]",
        "127.1",
    ],
)
def test_another_name_than_the_paper_s_gets_no_page(front, press, address, host):
    heard = speak(front, request(f"GET {address} HTTP/1.1", f"Host: {host}", "Connection: close"))
    assert status(heard) in (None, 400)
    assert press.requests == []


@pytest.mark.parametrize(
    "raw",
    [
        ["GET http://evil.example{address} HTTP/1.1", "Host: {ours}"],
        ["GET {address} HTTP/1.1", "Host: {ours}", "Host: evil.example"],
        ["GET {address} HTTP/1.1", "Host: evil.example", "Host: {ours}"],
        ["GET {address} HTTP/1.1"],
        ["GET {address} HTTP/1.0"],
        ["GET {address}"],
        ["GET {address} HTTP/1.1", "Host : {ours}", "Host: evil.example"],
    ],
)
def test_two_names_or_none_get_no_page(front, press, address, raw):
    lines = [line.format(address=address, ours=front.address) for line in raw]
    heard = speak(front, request(*lines, "Connection: close"))
    assert status(heard) in (None, 400)
    assert press.requests == []


def test_the_name_in_the_request_line_is_the_one_the_application_hears(front, press, address):
    speak(
        front,
        request(f"GET http://{front.address}{address} HTTP/1.1", "Host: evil.example", "Connection: close"),
    )
    assert "evil" not in str([headers for _, _, headers in press.requests])
    ask(front, address)
    assert len(press.requests) == 1


def test_our_name_is_one_name_however_it_is_written(front, press, address):
    """One stored page, and nothing for the application to put into a link but what nginx matched."""
    port = front.address.split(":")[1]
    for host in (
        f"localhost:{port}",
        f"LOCALHOST:{port}",
        f"localhost.:{port}",
        "localhost:6666",
        "LocalHost.",
    ):
        assert ask(front, address, {"Host": host})[2].decode() == f"answer 1 to {address}"
    assert [headers["Host"] for _, _, headers in press.requests] == [f"localhost:{port}"]


def test_no_header_is_taken_from_nginx_by_calling_it_one_of_the_connection_s(front, press, address):
    named = "close, Host, X-Forwarded-For, X-Forwarded-Proto, Accept-Encoding"
    ask(
        front,
        address,
        {"Connection": named, "Upgrade": "h2c", "HTTP2-Settings": "AAMAAABk", "TE": "trailers"},
    )
    heard = press.requests[0][2]
    assert (heard["X-Forwarded-For"], heard["X-Forwarded-Proto"]) == ("127.0.0.1", "http")
    assert (heard["Host"], heard["Connection"], heard["Upgrade"]) == (front.address, None, None)


@pytest.mark.parametrize(
    "path",
    [
        "/admin/x.css",
        "/admin/;a.js",
        "/admin/login/x.avif?utm_source=a",
        "//admin/",
        "/./admin/",
        "/thoi-su/../admin/",
        "/thoi-su/..%2fadmin/",
        "/thoi-su/%2e%2e/admin/",
        "/admin%2f",
        "/%61dmin/",
        "/static/..%2fadmin/",
        "/xem-truoc/abc/",
        "/xem-truoc/abc/x.css",
        "/duyet-loi/abc/x.png",
        "/thoi-su/%2e%2e/duyet-loi/abc/",
    ],
)
def test_no_other_spelling_of_a_private_address_is_stored(front, press, path):
    seen = [
        speak(front, request(f"GET {path} HTTP/1.1", f"Host: {front.address}", "Connection: close"))
        for _ in range(2)
    ]
    if press.requests:
        assert len(press.requests) == 2
        assert seen[0] != seen[1]
    else:
        # Looked for among the static files, where it is not.
        assert status(seen[0]) == 404


@pytest.mark.parametrize(
    "path",
    ["/static/../../etc/passwd", "/static/%2e%2e/site.conf", "/static../site.conf", "/media/..%2f..%2f"],
)
def test_no_path_leads_out_of_the_served_folders(front, press, path):
    heard = speak(front, request(f"GET {path} HTTP/1.1", f"Host: {front.address}", "Connection: close"))
    assert status(heard) in (400, 403, 404) or press.requests
    assert b"root:" not in heard
    assert b"server_name" not in heard


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PURGE", "FOO"])
def test_what_answers_another_method_is_no_page(front, press, address, method):
    ask(front, address, method=method, body=b"a=1")
    assert b"answer 2" in ask(front, address)[2]


def test_trace_is_refused(front, press, address):
    assert ask(front, address, method="TRACE")[0] == 405
    assert press.requests == []


def test_who_asks_for_the_head_alone_leaves_no_empty_page(front, press, address):
    ask(front, address, method="HEAD")
    assert b"answer" in ask(front, address)[2]


@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "bytes=0-2"},
        {"Range": "bytes=5-,0-1"},
        {"If-None-Match": "*"},
        {"If-Modified-Since": "Mon, 23 Nov 2099 00:00:00 GMT"},
        {"If-Match": '"x"'},
        {"If-Range": '"x"', "Range": "bytes=0-2"},
        {"Accept-Encoding": "br;q=1, identity;q=0"},
        {"Accept-Encoding": "gzip;q=0.5", "Range": "bytes=0-2"},
        {"Authorization": "Basic YTpi", "Cookie": "a=b"},
        {"Cache-Control": "no-cache", "Pragma": "no-cache"},
        {"Expect": "100-continue"},
    ],
    ids=lambda headers: next(iter(headers)),
)
def test_what_one_reader_asks_for_is_no_part_of_the_next_one_s_page(front, press, address, headers):
    ask(front, address, headers)
    answered, _, said = ask(front, address)
    assert answered == 200
    assert said.decode() in (f"answer 1 to {address}", f"answer 2 to {address}")


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Long": "a" * 9000},
        {f"X-Many-{number}": "a" * 4000 for number in range(12)},
        {"Cookie": "a=" + "b" * 9000},
    ],
    ids=["one", "many", "cookie"],
)
def test_too_much_of_a_header_is_refused_and_not_stored(front, press, address, headers):
    try:
        assert ask(front, address, headers)[0] in (400, 414, 431)
    except (BrokenPipeError, ConnectionResetError, http.client.RemoteDisconnected):
        pass  # closed before all of it was sent
    assert press.requests == []
    assert ask(front, address)[0] == 200


@pytest.mark.parametrize(
    "query",
    [
        "?utm_source=x%26trang=2",
        "?utm_source=x&trang=2",
        "?fbclid=a&fbclid=b&giu=1",
        "?trang=2%00",
        "?trang=2#x",
        "?%74rang=2",
    ],
)
def test_a_page_is_not_stored_under_another_one_s_name(front, press, address, query):
    raw = request(f"GET {address}{query} HTTP/1.1", f"Host: {front.address}", "Connection: close")
    speak(front, raw)
    assert ask(front, address)[2].decode() in (f"answer 1 to {address}", f"answer 2 to {address}")


@pytest.mark.parametrize(
    "headers",
    [
        ["Content-Length: 6", "Transfer-Encoding: chunked"],
        ["Transfer-Encoding: chunked", "Content-Length: 6"],
        ["Content-Length: 6", "Content-Length: 60"],
        ["Content-Length: 6", "Transfer-Encoding: xchunked"],
        ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"],
        ["Content-Length: +6"],
        ["Content-Length: 6, 60"],
        ["Content-Length: -1"],
        ["Transfer-Encoding:\x0bchunked"],
    ],
)
def test_a_second_request_is_not_smuggled_in_the_first(front, press, address, headers):
    hidden = f"GET /lau/ HTTP/1.1\r\nHost: {front.address}\r\nConnection: close\r\n\r\n"
    heard = speak(
        front,
        request(f"POST {address} HTTP/1.1", f"Host: {front.address}", *headers, body=f"0\r\n\r\n{hidden}"),
    )
    assert heard.count(b"HTTP/1.1 200") <= 1
    assert "/lau/" not in [path for _, path, _ in press.requests]


def test_a_line_break_in_an_address_sets_no_header(front, press):
    _, headers, _ = ask(front, "/thoi-su/%0d%0aSet-Cookie:%20a=b/")
    assert headers["Set-Cookie"] is None


def test_what_is_said_of_address_and_scheme_reaches_the_application_from_nginx_alone(front, press, address):
    claims = {
        "X-Forwarded-For": "6.6.6.6, 7.7.7.7",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Port": "6666",
        "X-Real-IP": "6.6.6.6",
        "Forwarded": "for=6.6.6.6;host=evil.example",
    }
    ask(front, address, claims | {name.replace("-", "_"): value for name, value in claims.items()})
    seen = json.dumps(press.requests[0][2].items())
    assert [value for value in ("6.6.6.6", "7.7.7.7", "6666", "evil", "https") if value in seen] == []
