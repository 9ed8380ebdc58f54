"""What a withdrawal asks the front for, and how long it goes on asking."""

import io
import logging
import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.utils import timezone

from articles import courier, refreshing, surfaces, workflow
from articles.models import Announcement, Correction, Refresh, Status
from articles.policy import Role
from tests.factories import make_article, make_author, make_interview, make_person, make_topic, make_user
from tests.waiting import eventually

pytestmark = pytest.mark.django_db

start_for_real = courier.start
SECRET = "mot-ma-bi-mat-chi-dung-trong-kiem-thu"


class Nginx(ThreadingHTTPServer):
    """What of nginx the application knows: it answers by what the test says, and marks who has the secret."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Desk)
        self.asked, self.asked_plain, self.statuses, self.status = [], [], {}, 200
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self):
        self.shutdown()
        self.server_close()


class Desk(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        packed = self.headers["Accept-Encoding"] == "gzip"
        (self.server.asked if packed else self.server.asked_plain).append((self.headers["Host"], self.path))
        self.send_response(self.server.statuses.get(self.path, self.server.status))
        if self.headers[refreshing.HEADER] == SECRET:
            self.send_header(refreshing.MARK, "BYPASS")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        """Say nothing: the test's output is for failures."""


@pytest.fixture
def nginx(settings):
    server = Nginx()
    settings.FRONT_URL, settings.SITE_URL, settings.REFRESH_SECRET = server.url, "http://bao.example", SECRET
    yield server
    server.close()


@pytest.fixture
def chief(db):
    return make_user(Role.CHIEF_EDITOR)


@pytest.fixture
def story(db):
    return make_article(status=Status.PUBLISHED)


def withdraw(article, chief):
    workflow.withdraw(article, by=chief, reason="Sai nhân thân.")
    return article


def open_paths():
    return list(Refresh.objects.filter(done_at=None).values_list("path", flat=True))


def test_a_withdrawal_asks_for_every_page_that_tells_of_it(nginx, chief):
    topic, author, person = make_topic(), make_author(), make_person()
    interview = make_interview(status=Status.PUBLISHED, person=person, topics=[topic], author=author)
    now = timezone.now()
    Announcement.objects.create(
        article=interview, title="Hỏi", invitation="Mời.", closes_at=now + timedelta(days=1)
    )
    told = Correction.objects.create(article=interview, wrong="Sai.", right="Đúng.", published_at=now)
    beside = make_article(status=Status.PUBLISHED)
    withdraw(interview, chief)
    day = timezone.localdate(interview.published_at)
    assert set(open_paths()) == {
        interview.get_absolute_url(),
        interview.get_light_url(),
        f"/binh-luan/{interview.pk}/",
        f"/binh-luan/{interview.pk}/da-gui/",
        f"/binh-luan/{interview.pk}/bao-cao/da-gui/",
        f"/cau-hoi/{interview.pk}/",
        f"/cau-hoi/{interview.pk}/da-gui/",
        "/",
        "/thoi-su/",
        f"/luu-tru/{day:%Y/%m}/",
        f"/luu-tru/{day:%Y/%m/%d}/",
        "/luu-tru/doc-nhieu/",
        topic.get_absolute_url(),
        author.get_absolute_url(),
        person.get_absolute_url(),
        "/rss/",
        "/rss/chuyen-muc/thoi-su/",
        f"/rss/chu-de/{topic.slug}/",
        f"/rss/tac-gia/{author.slug}/",
        "/rss/cai-chinh/",
        "/cai-chinh/",
        told.get_absolute_url(),
        "/sitemap.xml",
        "/sitemap-news.xml",
        f"/sitemap-{day:%Y-%m}.xml",
        "/sitemap-cai-chinh.xml",
        beside.get_absolute_url(),
    }
    assert open_paths()[:2] == [interview.get_absolute_url(), interview.get_light_url()]


def test_an_old_story_is_asked_for_on_the_pages_of_lists_where_it_stood_today(nginx, chief, monkeypatch):
    monkeypatch.setattr(surfaces, "PER_PAGE", 4)
    monkeypatch.setattr(surfaces, "PINS", 0)
    now = timezone.now()
    old = make_article(status=Status.PUBLISHED, published_at=now - timedelta(days=9))
    for days in (8, 7, 6, 5, 4):
        make_article(status=Status.PUBLISHED, published_at=now - timedelta(days=days))
    for hours in range(1, 4):
        make_article(status=Status.PUBLISHED, published_at=now - timedelta(hours=hours))
    withdraw(old, chief)
    # Five newer ones yesterday, eight now: the second page then, the third now. None names it as related any more.
    pages = [path for path in open_paths() if path.startswith("/thoi-su/?")]
    assert pages == ["/thoi-su/?trang=2", "/thoi-su/?trang=3"]
    assert [path for path in open_paths() if "/hop-long" in path] == [
        old.get_absolute_url(),
        old.get_light_url(),
    ]


def test_a_correction_asks_too(nginx, chief, story):
    workflow.correct(story, by=chief, reason="Dài 512 m.")
    assert story.get_absolute_url() in open_paths()
    assert "/" in open_paths()


def test_without_a_front_there_is_nobody_to_ask(chief, story):
    withdraw(story, chief)
    assert open_paths() == []


def test_a_withdrawal_that_is_rolled_back_asks_nothing(nginx, chief, story, monkeypatch):
    def broken(article):
        raise DatabaseError

    monkeypatch.setattr(workflow.refreshing.surfaces, "beside", broken)
    with pytest.raises(DatabaseError):
        withdraw(story, chief)
    story.refresh_from_db()
    assert story.status == Status.PUBLISHED
    assert open_paths() == []


def test_what_the_front_acknowledges_is_done(nginx, chief, story):
    withdraw(story, chief)
    asked = open_paths()
    nginx.statuses = {story.get_absolute_url(): 410, story.get_light_url(): 410}
    done, wait = refreshing.deliver()
    assert (done, wait) == (asked, None)
    assert open_paths() == []
    # nginx keeps each page compressed and plain.
    assert nginx.asked == nginx.asked_plain == [("bao.example", path) for path in asked]
    row = Refresh.objects.first()
    assert (row.attempts, row.trouble) == (1, "")
    assert row.done_at >= row.asked_at


def test_a_story_that_still_answers_is_not_done_and_asked_for_again_after_a_while(
    nginx, chief, story, caplog
):
    withdraw(story, chief)
    nginx.statuses = {story.get_light_url(): 410}
    done, wait = refreshing.deliver()
    assert story.get_light_url() in done
    assert 0 < wait <= 1
    row = Refresh.objects.get(done_at=None)
    assert (row.path, row.attempts) == (story.get_absolute_url(), 1)
    assert row.trouble == "máy chủ trang báo trả lời 200 thay vì 410 hoặc 404"
    assert row.path in caplog.text
    asked = len(nginx.asked)
    assert refreshing.deliver()[0] == []
    assert len(nginx.asked) == asked, "asked again before its turn"
    nginx.statuses[row.path] = 410
    assert refreshing.deliver(at_once=True) == ([row.path], None)


def test_an_application_in_trouble_is_no_acknowledgement(nginx, chief, story):
    withdraw(story, chief)
    nginx.status = 503
    assert refreshing.deliver()[0] == []
    assert all("trả lời 503 thay vì" in row.trouble for row in Refresh.objects.all())


def test_a_front_that_does_not_know_the_secret_is_told_on_the_desk(nginx, chief, story, settings):
    settings.REFRESH_SECRET = "x" * 32
    withdraw(story, chief)
    nginx.status = 410
    assert refreshing.deliver()[0] == []
    assert "REFRESH_SECRET" in Refresh.objects.first().trouble


def test_a_front_that_is_away_is_tried_once_a_turn_and_less_and_less_often(nginx, chief, story):
    withdraw(story, chief)
    nginx.close()
    started = time.monotonic()
    waits = [refreshing.deliver(at_once=True)[1] for _ in range(8)]
    assert time.monotonic() - started < sum(waits) / 3, "it does the waiting itself"
    assert [round(wait) for wait in waits] == [1, 2, 4, 8, 16, 32, 60, 60]
    row = Refresh.objects.first()
    assert row.attempts == 8
    assert row.trouble.startswith(f"không nối được tới máy chủ trang báo {nginx.url}")


def test_one_address_asked_for_twice_is_fetched_once(nginx, chief, story):
    for _ in range(2):
        workflow.correct(story, by=chief, reason="Dài 512 m.")
    refreshing.deliver()
    assert open_paths() == []
    assert len(nginx.asked) == len(set(nginx.asked)) == Refresh.objects.count() / 2


def test_a_story_published_again_meanwhile_is_expected_to_be_there(nginx, chief, story):
    withdraw(story, chief)
    type(story).objects.filter(pk=story.pk).update(status=Status.PUBLISHED)
    assert story.get_absolute_url() in refreshing.deliver()[0]


# ---------------------------------------------------------------- the thread


@pytest.fixture
def in_a_thread(monkeypatch):
    """The courier as it runs in production, its second round at once; gone at the end."""
    monkeypatch.setattr(courier, "start", start_for_real)
    monkeypatch.setattr(courier, "SECOND_ROUND", 0.1)
    yield
    eventually(lambda: courier._thread is None)


@pytest.mark.django_db(transaction=True)
def test_a_withdrawal_is_delivered_by_itself_and_every_page_asked_for_once_more(
    nginx, chief, story, in_a_thread
):
    nginx.statuses = {story.get_absolute_url(): 410, story.get_light_url(): 410}
    withdraw(story, chief)
    eventually(lambda: not open_paths())
    eventually(lambda: len(nginx.asked) == 2 * Refresh.objects.count())


@pytest.mark.django_db(transaction=True)
def test_what_the_last_process_left_undone_is_done_by_the_next(nginx, chief, story, monkeypatch, request):
    withdraw(story, chief)
    nginx.statuses = {story.get_absolute_url(): 410, story.get_light_url(): 410}
    assert open_paths()
    request.getfixturevalue("in_a_thread")
    refreshing.start()
    eventually(lambda: not open_paths())


@pytest.mark.only_on("sqlite")
def test_the_thread_outlives_trouble_and_says_so(in_a_thread, caplog, monkeypatch):
    monkeypatch.setattr(courier, "LONGEST_PAUSE", 0.01)
    turns = []

    def deliver(*, at_once):
        turns.append(at_once)
        if len(turns) < 3:
            raise DatabaseError("the database is away")
        return [], None

    with caplog.at_level(logging.ERROR):
        courier.start(deliver, again=lambda paths: None)
        eventually(lambda: len(turns) == 3)
    assert [record.exc_info is not None for record in caplog.records] == [True, True]


@pytest.mark.only_on("sqlite")
def test_what_is_asked_for_while_the_thread_ends_is_not_lost(in_a_thread):
    asked, delivered = [], []

    def deliver(*, at_once):
        delivered.extend(asked[len(delivered) :])
        return [], None

    for number in range(200):
        asked.append(number)
        courier.start(deliver, again=lambda paths: None)
    eventually(lambda: delivered == asked)


# ---------------------------------------------------------------- the command


def test_the_command_tells_the_secret(settings):
    settings.REFRESH_SECRET = SECRET
    out = io.StringIO()
    call_command("refresh_front", secret=True, stdout=out)
    assert out.getvalue() == f"{SECRET}\n"


def test_the_command_asks_again_and_tells_what_is_left(nginx, chief, story):
    withdraw(story, chief)
    asked = len(open_paths())
    out = io.StringIO()
    with pytest.raises(CommandError, match="Còn 2 địa chỉ chưa được xác nhận."):
        call_command("refresh_front", stdout=out)
    assert out.getvalue().count("trả lời 200 thay vì 410") == 2
    nginx.status = 410
    out = io.StringIO()
    call_command("refresh_front", stdout=out)
    assert out.getvalue() == "Xong 2 địa chỉ.\n"
    out = io.StringIO()
    call_command("refresh_front", stdout=out)
    assert out.getvalue() == "Không có địa chỉ nào đang chờ.\n"
    assert Refresh.objects.count() == asked
