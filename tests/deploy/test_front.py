"""The front as deploy/nginx.conf has it: what it stores, for how long, and what it lets through."""

import gzip
import http.client
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from newsroom.http import PUBLIC
from tests.waiting import eventually

# Touches no database.
pytestmark = pytest.mark.only_on("sqlite")

FRESH = PUBLIC
# For what is not about time: stored for as long as any test takes on any machine.
LASTING = "public, max-age=0, s-maxage=600"
# What must be waited for goes faster with this one. nginx counts whole seconds: one second is up to two.
BRIEF = "public, max-age=0, s-maxage=1, stale-if-error=86400"
BRIEFLY = 2.1
STALE = "public, max-age=0, s-maxage=1, stale-while-revalidate=600"


class Press(ThreadingHTTPServer):
    """A tiny application. `answers` gives (status, headers, text) for a path; `requests` is what came.

    While `open` is cleared, requests wait. It compresses where it is asked to and `packs`.
    """

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Clerk)
        self.requests, self.open, self.packs = [], threading.Event(), False
        self.open.set()
        self.answers = lambda path: (200, {"Cache-Control": LASTING}, "first edition")
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self):
        self.open.set()
        self.shutdown()
        self.server_close()


class Clerk(BaseHTTPRequestHandler):
    def do_GET(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        self.server.requests.append((self.command, self.path, self.headers))
        assert self.server.open.wait(60)
        status, headers, body = self.server.answers(self.path)
        payload = body.encode()
        if self.server.packs and self.headers["Accept-Encoding"] == "gzip":
            payload, headers = gzip.compress(payload), {**headers, "Content-Encoding": "gzip"}
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_PURGE = do_FOO = do_GET

    def log_message(self, *arguments):
        """Say nothing: the test's output is for failures."""


@pytest.fixture
def press():
    server = Press()
    yield server
    server.close()


@pytest.fixture
def front(press, raise_front, tmp_path):
    static, media = tmp_path / "static", tmp_path / "media"
    static.mkdir()
    media.mkdir()
    return raise_front(press.url, static, media)


def ask(front, path="/", headers=None, method="GET", body=None):
    """(status, headers, bytes) of one request through nginx."""
    host, port = front.address.split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=60)
    try:
        connection.request(method, path, body=body, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def body(front, path="/"):
    return ask(front, path)[2].decode()


def test_nginx_accepts_the_file_as_it_is_deployed(front):
    judged = front.judged()
    assert judged.returncode == 0, judged.stderr
    assert "warn" not in judged.stderr


def test_a_fresh_page_is_rendered_once(front, press):
    for _ in range(5):
        assert body(front) == "first edition"
    assert len(press.requests) == 1


def test_an_older_page_is_shown_while_the_new_one_is_fetched(front, press):
    press.answers = lambda path: (200, {"Cache-Control": STALE}, "first edition")
    body(front)
    time.sleep(BRIEFLY)
    press.answers = lambda path: (200, {"Cache-Control": STALE}, "second edition")
    press.open.clear()
    assert body(front) == "first edition"
    eventually(lambda: len(press.requests) == 2)
    assert body(front) == "first edition"
    press.open.set()
    eventually(lambda: body(front) == "second edition")


def test_nobody_sees_a_page_of_more_than_five_seconds(front, press):
    press.answers = lambda path: (200, {"Cache-Control": FRESH}, "first edition")
    body(front)
    press.answers = lambda path: (200, {"Cache-Control": FRESH}, "second edition")
    time.sleep(5)
    assert body(front) == "second edition"


def test_on_a_page_read_every_second_a_change_is_seen_by_the_third_reader(front, press):
    # At the beginning of a second, which nginx counts whole: later in it the change is seen sooner.
    time.sleep(1.02 - time.time() % 1)
    press.answers = lambda path: (200, {"Cache-Control": FRESH}, "first edition")
    begun = time.monotonic()
    body(front)
    press.answers = lambda path: (200, {"Cache-Control": FRESH}, "second edition")
    seen = []
    for second in (1, 2, 3):
        time.sleep(max(0, begun + second - time.monotonic()))
        seen.append(body(front))
    assert seen[2] == "second edition"


def test_a_crowd_before_a_cold_page_is_one_request(front, press):
    press.open.clear()
    seen = []
    crowd = [threading.Thread(target=lambda: seen.append(body(front))) for _ in range(20)]
    for reader in crowd:
        reader.start()
    eventually(lambda: press.requests)
    press.open.set()
    for reader in crowd:
        reader.join()
    assert seen == ["first edition"] * 20
    assert len(press.requests) == 1


def test_the_last_good_page_outlives_the_application(front, press):
    press.answers = lambda path: (200, {"Cache-Control": BRIEF}, "first edition")
    body(front)
    press.close()
    time.sleep(BRIEFLY)
    for _ in range(3):
        status, _, page = ask(front)
        assert (status, page) == (200, b"first edition")


def test_the_last_good_page_hides_a_failing_application(front, press):
    failures = {
        f"/{status}/": (status, {"Cache-Control": "no-store"}, "trouble") for status in (500, 502, 503, 504)
    }
    press.answers = lambda path: (200, {"Cache-Control": BRIEF}, "first edition")
    for path in failures:
        body(front, path)
    press.answers = failures.get
    time.sleep(BRIEFLY)
    shown = {path: ask(front, path)[::2] for path in failures}
    assert shown == dict.fromkeys(failures, (200, b"first edition"))


@pytest.mark.parametrize("header", [BRIEF, FRESH], ids=["brief", "fresh"])
def test_a_story_that_is_gone_is_gone_within_five_seconds(front, press, header):
    gone = {
        f"/{status}/{number}/": (status, headers, "gone")
        for status in (403, 404, 410)
        for number, headers in enumerate([{"Cache-Control": header}, {"Cache-Control": "no-store"}, {}])
    }
    press.answers = lambda path: (200, {"Cache-Control": header}, "first edition")
    for path in gone:
        body(front, path)
    press.answers = gone.get
    time.sleep(BRIEFLY if header is BRIEF else 5)
    for _ in range(2):
        assert {path: ask(front, path)[0] for path in gone} == {path: gone[path][0] for path in gone}


def test_with_neither_application_nor_stored_page_readers_get_a_vietnamese_sentence(front, press):
    press.close()
    status, headers, page = ask(front)
    assert status == 503
    assert "Báo tạm gián đoạn" in page.decode()
    assert headers["Retry-After"]
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("headers", [{"Cache-Control": "no-store"}, {"Cache-Control": "private"}, {}])
def test_what_does_not_say_it_may_be_stored_is_not(front, press, headers):
    press.answers = lambda path: (200, headers, "for one reader")
    body(front)
    body(front)
    assert len(press.requests) == 2


def test_an_answer_with_a_cookie_is_not_stored(front, press):
    press.answers = lambda path: (200, {"Cache-Control": LASTING, "Set-Cookie": "a=b"}, "for one reader")
    body(front)
    body(front)
    assert len(press.requests) == 2


def test_the_desk_is_never_stored(front, press):
    body(front, "/admin/")
    body(front, "/admin/")
    assert len(press.requests) == 2


def test_a_comment_reaches_the_application_each_time(front, press):
    for _ in range(2):
        assert ask(front, "/binh-luan/1/", method="POST", body=b"a=1")[0] == 200
    assert [command for command, _, _ in press.requests] == ["POST", "POST"]


def test_the_application_learns_one_address_and_it_is_the_true_one(front, press):
    ask(
        front,
        headers={
            "X-Forwarded-For": "6.6.6.6",
            "X_Forwarded_For": "6.6.6.6",
            "X-Real-IP": "6.6.6.6",
            "Forwarded": "for=6.6.6.6;host=evil.example",
            "X-Forwarded-Host": "evil.example",
            "X-Forwarded-Proto": "https",
        },
    )
    seen = press.requests[0][2]
    assert seen.get_all("X-Forwarded-For") == ["127.0.0.1"]
    assert seen.get_all("X-Forwarded-Proto") == ["http"]
    assert seen["Host"] == front.address
    assert "6.6.6.6" not in str(seen)
    assert "evil" not in str(seen)


def test_a_foreign_host_name_gets_no_answer(front, press):
    with pytest.raises(http.client.RemoteDisconnected):
        ask(front, headers={"Host": "evil.example"})
    assert press.requests == []


@pytest.mark.parametrize("packs", [True, False], ids=["packing", "plain"])
def test_a_page_is_stored_as_it_is_sent_whatever_a_reader_s_encodings(front, press, packs):
    """Compressed once, by the application; where that sends it plain, by nginx."""
    edition = "Vân Lĩnh " * 500
    press.packs = packs
    press.answers = lambda path: (200, {"Cache-Control": LASTING, "Vary": "Accept-Encoding"}, edition)
    for encodings in ("gzip", "gzip, deflate, br, zstd", "br;q=1,  GZIP", "deflate,gzip,x", "gzip"):
        _, headers, packed = ask(front, headers={"Accept-Encoding": encodings})
        assert headers["Content-Encoding"] == "gzip"
        assert headers.get_all("Vary") == ["Accept-Encoding"]
        assert gzip.decompress(packed).decode() == edition
    for encodings in ("identity", "br", "gzip;q=0", "gzip;q=0, *", "", "x-gzip", "ungzip"):
        _, headers, plain = ask(front, headers={"Accept-Encoding": encodings})
        assert headers["Content-Encoding"] is None
        assert headers.get_all("Vary") == ["Accept-Encoding"]
        assert plain.decode() == edition
    assert [headers["Accept-Encoding"] for _, _, headers in press.requests] == ["gzip", None]


@pytest.mark.parametrize("path", ["/admin/", "/xem-truoc/abc/", "/tim-kiem/?q=a"])
def test_what_is_not_stored_the_application_need_not_compress(front, press, path):
    ask(front, path, headers={"Accept-Encoding": "gzip"})
    assert press.requests[0][2]["Accept-Encoding"] is None


def test_static_files_with_a_hash_in_their_name_are_kept_for_good(front, press, tmp_path):
    (tmp_path / "static" / "main.0123456789ab.css").write_text("body{}", encoding="utf-8")
    (tmp_path / "static" / "config.js").write_text("x", encoding="utf-8")
    _, hashed, _ = ask(front, "/static/main.0123456789ab.css")
    _, plain, _ = ask(front, "/static/config.js?t=1")
    assert hashed["Cache-Control"] == "public, max-age=31536000, immutable"
    assert plain["Cache-Control"] == "public, max-age=60"
    assert hashed["Content-Type"].startswith("text/css")
    assert hashed["X-Content-Type-Options"] == "nosniff"
    assert press.requests == []


def test_pictures_come_from_disk_without_any_power(front, press, tmp_path):
    (tmp_path / "media" / "a.webp").write_bytes(b"RIFF")
    (tmp_path / "media" / "a.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    _, picture, _ = ask(front, "/media/a.webp")
    assert picture["Content-Type"] == "image/webp"
    assert "immutable" in picture["Cache-Control"]
    for path in ("/media/a.webp", "/media/a.html"):
        _, headers, _ = ask(front, path)
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["Content-Type"] == "application/octet-stream"
    assert press.requests == []


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/media/", 403),
        ("GET", "/media/missing.webp", 404),
        ("GET", "/static/missing.css", 404),
        ("POST", "/static/a.css", 405),
    ],
)
def test_a_file_that_is_not_there_is_told_of_in_vietnamese_and_not_remembered(
    front, press, tmp_path, method, path, status
):
    (tmp_path / "static" / "a.css").write_text("body{}", encoding="utf-8")
    answered, headers, said = ask(front, path, method=method)
    assert (answered, headers.get_all("Cache-Control")) == (status, ["no-store"])
    assert "Không có tệp này" in said.decode()
    assert press.requests == []


@pytest.mark.parametrize("path", ["/media/../site.conf", "/static../site.conf", "/media%2f..%2fsite.conf"])
def test_no_path_leads_out_of_the_served_folders(front, tmp_path, path):
    (tmp_path / "site.conf").write_text("secret", encoding="utf-8")
    assert b"secret" not in ask(front, path)[2]


def test_a_photograph_passes_to_the_desk_and_not_to_the_comments(front, press):
    photograph = b"x" * (2 * 1024 * 1024)
    assert ask(front, "/admin/articles/image/add/", method="POST", body=photograph)[0] == 200
    status, _, said = ask(front, "/binh-luan/1/", method="POST", body=photograph)
    assert (status, "Gửi lên quá lớn" in said.decode()) == (413, True)
    assert len(press.requests) == 1


def test_no_answer_tells_the_version_of_the_server(front):
    assert ask(front)[1]["Server"] == "nginx"


def test_who_writes_to_the_paper_stands_in_no_log(front, press):
    """Readers are told that their address is not kept: a log would lay it beside the minute of a comment."""
    ask(front, "/binh-luan/1/", method="POST", body=b"text=a")
    for path in ("/binh-luan/1/da-gui/", "/cau-hoi/2/", "/thoi-su/cau-moi-1/"):
        ask(front, path)
    log = front.place / "access.log"
    eventually(lambda: "thoi-su" in log.read_text(encoding="utf-8"))
    assert len(log.read_text(encoding="utf-8").splitlines()) == 1
