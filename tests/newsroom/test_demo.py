"""The demo paper: whole, true to its word, and never doubled."""

import contextlib
import io
import os
import re
import socket
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F
from django.test import Client
from django.utils import timezone
from PIL import Image as Pillow

from articles import quoting
from articles.frontpage import front_page
from articles.models import (
    Article,
    Author,
    Byline,
    Correction,
    Image,
    Kind,
    Person,
    Placement,
    Revision,
    Section,
    Status,
    Topic,
    Transition,
)
from articles.policy import Role
from articles.richtext.sanitizer import plain
from comments import queues
from comments.models import Comment, CommentStatus, Decision
from comments.policy import CommentRole
from newsroom.demo import accounts, pictures, stories
from newsroom.demo.build import DemoPaper, paper
from newsroom.demo.pictures import portraits
from tests.html import page

HOUSE = Path(__file__).resolve().parents[2]
STORIES = stories.load()


def drawn(name, size=None):
    """A small picture in the place of the large one: drawing has tests of its own."""
    return Pillow.new("RGB", (48 + pictures.NAMES.index(name), 32), "#4a6b5d")


@contextlib.contextmanager
def quick():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "draw", drawn)
        yield


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    """The demo paper, built once for this module; what it said while it was built."""
    said = []
    with django_db_blocker.unblock(), transaction.atomic():
        with quick():
            DemoPaper(said.append).build()
        yield said
        transaction.set_rollback(True)


@pytest.fixture
def demo(told, db):
    return told


# ---------------------------------------------------------------- what it holds


def test_it_holds_what_a_paper_holds(demo):
    # One interview more is only announced: readers are asked for their questions.
    kinds = Counter(Article.objects.filter(announcement=None).values_list("kind", flat=True))
    assert kinds[Kind.STORY] >= 40 and kinds[Kind.INTERVIEW] == 8
    assert (Section.objects.count(), Author.objects.count(), Topic.objects.count()) == (8, 10, 6)
    assert Image.objects.exclude(file="").count() >= 30
    assert not Image.objects.filter(file="").exists()


def test_its_front_page_is_arranged(demo):
    now = timezone.now()
    page = front_page(now)
    assert [page["pinned"].get(article.pk) is not None for article in (page["lead"], *page["seconds"])] == [True] * 5
    assert len([articles for _, articles in page["blocks"] if articles[0].pk in page["pinned"]]) == 2
    assert Placement.objects.filter(ends_at__gt=now).exists() and Placement.objects.filter(starts_at__gt=now).exists()
    assert Placement.objects.filter(article__published_at__gt=now).exists()


def test_every_state_is_there(demo):
    now = timezone.now()
    assert set(Article.objects.values_list("status", flat=True)) >= {Status.DRAFT, Status.PUBLISHED, Status.WITHDRAWN}
    assert Article.objects.filter(status=Status.PUBLISHED, published_at__gt=now).exists()
    assert Article.objects.filter(status__in=(Status.IN_REVIEW, Status.READY)).exists()
    assert set(Comment.objects.values_list("status", flat=True)) == set(CommentStatus.values)
    assert Comment.objects.filter(parent__isnull=False).exists()
    # One went out after a misprint was mended, one waits with its clock, one tells why a story was taken back.
    assert set(Correction.objects.public().values_list("kind", flat=True)) == {"dinh-chinh", "go-bai"}
    assert Correction.objects.waiting().get().due_at > timezone.now()
    misprint = Correction.objects.get(kind="dinh-chinh")
    assert quoting.not_in(misprint.wrong, quoting.words_of(misprint.revision.snapshot)) == ""
    assert quoting.not_in(misprint.wrong, quoting.words_of(misprint.article.revisions.first().snapshot)) != ""
    assert all([misprint.piece, misprint.right, misprint.apology])


def test_it_covers_the_last_weeks_up_to_now(demo):
    times = list(Article.objects.public().newest_first().values_list("published_at", flat=True))
    age = timezone.now() - times[0]
    assert age.total_seconds() < 6 * 3600
    assert 14 <= (times[0] - times[-1]).days <= 90


def test_every_section_author_and_topic_has_something_to_read(demo):
    public = Article.objects.public()
    assert set(public.values_list("section", flat=True)) == set(Section.objects.values_list("pk", flat=True))
    assert not Topic.objects.exclude(articles__in=public).exists()
    assert not Author.objects.exclude(bylines__article__in=public).exists()


def test_every_story_came_through_the_workflow(demo):
    for article in Article.objects.exclude(status=Status.DRAFT):
        assert article.transitions.exists(), article
    approved = {each.article_id: each.by_id for each in Transition.objects.filter(verb="approve")}
    assert all(approved[article.pk] != article.created_by_id for article in Article.objects.public())
    assert not Transition.objects.filter(urgent=True).exists()


def test_every_decided_comment_has_its_decision(demo):
    decided = Comment.objects.exclude(status=CommentStatus.WAITING)
    first_words = Decision.objects.filter(verb__in=queues.STATUS_VERBS)
    assert first_words.count() == decided.count()
    assert not first_words.filter(at__lte=F("comment__created_at")).exists()


def test_the_moderators_find_a_desk_at_work(demo):
    """Queues that hold something, and what the machine noticed; nobody honest among the suspect."""
    assert all(queues.queue(name).exists() for name in set(queues.NAMES) - {queues.UNREAD})
    assert Comment.objects.filter(pinned_at__isnull=False).exists()
    assert set(Comment.objects.exclude(lead="").values_list("lead", flat=True)) >= {"tip", "question"}
    oldest = timezone.now() - queues.queue(queues.WAITING).first().created_at
    assert oldest.total_seconds() < 3 * 3600
    suspect = set(queues.queue(queues.SUSPECT).values_list("name", flat=True))
    assert {"cam sach gia re", "Soi kèo 24h"} & suspect and not {"Anh Tú", "Lăng Thị Hợi", "Thanh Tâm"} & suspect


def test_an_interview_has_its_questions_its_guest_and_its_figure(demo):
    for article in Article.objects.filter(kind=Kind.INTERVIEW, announcement=None):
        assert article.exchanges.filter(question__gt="", answer__gt="").count() >= 4, article
        assert article.interviewees.exists() and article.bylines.filter(role=Byline.Role.CONDUCTED).exists(), article
        assert not article.unplaced, (article, article.unplaced)
        assert not article.exchanges.filter(doubtful=True).exists(), article


def test_everybody_interviewed_is_seen_and_described(demo, client):
    told = Person.objects.filter(interviews__isnull=False).distinct()
    assert [str(person) for person in told if not (person.portrait and person.portrait.file)] == []
    assert {person.slug for person in told} == set(portraits.SITTERS) == set(paper()["portrait"])
    article = Article.objects.public().filter(kind=Kind.INTERVIEW).first()
    assert page(client.get(article.get_absolute_url())).has(".guest .portrait img")


def test_a_portrait_that_was_taken_off_stays_off(demo):
    person = Person.objects.get(slug="lo-thi-sen")
    person.portrait = None
    person.save()
    DemoPaper(lambda sentence: None).build()
    assert Person.objects.get(slug="lo-thi-sen").portrait is None


# ---------------------------------------------------------------- what it says


def words_of(story):
    return re.sub(r"\[picture:[^\]]*\]", " ", story.text).split()


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)
def test_every_story_has_something_to_say(story):
    assert len(words_of(story)) >= 250


def test_no_two_stories_share_a_paragraph():
    """Courtesies of a line are everybody's; what takes a breath to say is said once."""
    seen = {}
    for story in STORIES:
        for block in story.blocks:
            told = block.partition(": ")[2] if story.is_interview and ": " in block[:60] else block
            if len(told) > 60:
                assert told not in seen, f"{story.key} and {seen[told]}"
                seen[told] = story.key


def test_no_two_comments_say_the_same():
    said = Counter(said.text for story in STORIES for said in story.comments)
    assert [text for text, times in said.items() if times > 1] == []


def test_headlines_are_each_their_own():
    headlines = [story.get("headline") for story in STORIES]
    assert len(set(headlines)) == len(headlines) and all(len(headline) <= 120 for headline in headlines)


def test_every_text_is_composed():
    for path in [*stories.FOLDER.glob("*.txt"), *(HOUSE / "newsroom" / "demo").glob("*.toml")]:
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name
        assert not re.search("[\u00a0\u200b\ufeff\ufffd]", text), path.name


def test_nothing_written_for_machines_is_shown(demo):
    for article in Article.objects.all():
        text = "\n".join(passage.text for passage in article.passages())
        assert not re.search(r"\[picture|===|---|\*\*|^#|hours_ago|\bTODO\b", text), article


def test_what_is_stored_reads_as_it_was_written(demo):
    for story in STORIES:
        article = Article.objects.get(headline=story.get("headline"))
        said = "\n".join(passage.text for passage in article.passages()) + plain(article.body)
        for block in story.blocks:
            if not story.is_interview and not block.startswith(("## ", "> ", "- ", "[picture")):
                assert " ".join(block.split())[:200] in said, (story.key, block[:60])


# ---------------------------------------------------------------- made again


def test_building_again_doubles_nothing(demo):
    models = (Article, Author, Byline, Comment, Correction, Image, Placement, Revision, Section, Topic, Transition)
    before = {model.__name__: model.objects.count() for model in (*models, get_user_model())}
    assert DemoPaper(lambda sentence: None).build() == 0
    assert {model.__name__: model.objects.count() for model in (*models, get_user_model())} == before


def test_what_somebody_changed_stays_changed_and_is_not_made_anew(demo):
    section = Section.objects.get(slug="kinh-te")
    section.slug, section.name = "lam-an", "Làm ăn"
    section.save()
    draft = Article.objects.filter(status=Status.DRAFT).first()
    draft.headline = "Tít khác hẳn"
    draft.save()
    topic = Topic.objects.first()
    topic.slug = "dia-chi-khac"
    topic.save()
    before = Article.objects.count(), Section.objects.count(), Topic.objects.count()
    assert DemoPaper(lambda sentence: None).build() == 0
    assert (Article.objects.count(), Section.objects.count(), Topic.objects.count()) == before


def test_a_story_that_was_lost_half_way_comes_at_the_next_start(demo):
    article = Article.objects.public().filter(kind=Kind.STORY, corrections=None, comments=None).first()
    headline = article.headline
    article.transitions.all().delete()
    article.delete()
    with quick():
        assert DemoPaper(lambda sentence: None).build() == 1
    assert Article.objects.public().filter(headline=headline).exists()


# ---------------------------------------------------------------- who comes with it


def test_there_is_one_account_for_each_role_and_one_for_the_machine(demo, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    roles = {role for _, _, role in accounts.ACCOUNTS}
    assert roles == {*Role, *CommentRole, None}
    for username, full_name, role in accounts.ACCOUNTS:
        user = get_user_model().objects.get(username=username)
        assert user.check_password(accounts.PASSWORD) and user.full_name == full_name
        assert [group.name for group in user.groups.all()] == ([role.value] if role else [])
        assert user.is_superuser == (role is None)
        assert user.email == f"{username}@vanlinh.example"


def test_a_forgotten_password_is_mended_by_mail(demo, client, mailoutbox):
    user = get_user_model().objects.get(username="thuky")
    client.post("/admin/password_reset/", {"email": user.email})
    [mail] = mailoutbox
    assert mail.to == [user.email] and re.search(r"http://\S+/admin/reset/\S+", mail.body)


def test_a_reporter_of_the_paper_has_a_login(demo):
    assert Author.objects.get(user__username="phongvien").slug == "tran-duc-hau"


def test_progress_is_told_while_it_works(demo):
    assert len(demo) > 20 and all(isinstance(sentence, str) and sentence for sentence in demo)


# ---------------------------------------------------------------- as a reader meets it

# Words that are English and no Vietnamese without its marks.
ENGLISH = frozenset(
    "the and of is are was were with this that your you please comment comments submit search login log password next "
    "previous error invalid required field value read more about article section page not found by from at on author "
    "posted published reply name email address optional edit delete save view january february march april may june "
    "july august september october november december monday tuesday friday sunday ago minutes hours".split()
) - {"on", "may", "at", "page", "name"}


def public_addresses():
    yield from ("/", "/quy-dinh-binh-luan/", "/khong/co/", "/thoi-su/?trang=99")
    for model in (Section, Topic, Author):
        yield from (row.get_absolute_url() for row in model.objects.all())
    yield from (article.get_absolute_url() for article in Article.objects.select_related("section"))
    for article in Article.objects.public()[:10]:
        yield from (article.get_light_url(), f"/binh-luan/{article.pk}/", f"/binh-luan/{article.pk}/da-gui/")


def seen_words(shown):
    """Every word the paper says on the page, attributes included; readers write as they like."""
    by_readers = " ".join(shown.texts(".comment-text")).split()
    told = [" ".join((Counter(shown.text().split()) - Counter(by_readers)).elements()), shown.title()]
    for name in ("alt", "title", "placeholder", "aria-label", "content"):
        nodes = shown.select(f"[{name}]")
        told += [
            node[name]
            for node in nodes
            if node.name != "meta" or node.get("name") == "description" or node.get("property", "").endswith("title")
        ]
    return set(re.findall(r"[^\W\d_]+", re.sub(r"\S*(@|://|\.vn|\.example)\S*", " ", " ".join(told)).lower()))


@pytest.fixture(scope="module")
def pages(told, django_db_blocker):
    """Every public page of the demo: {address: (status, page)}, read once."""
    with django_db_blocker.unblock():
        responses = {address: Client().get(address) for address in public_addresses()}
    return {address: (response.status_code, page(response)) for address, response in responses.items()}


def test_every_page_answers_and_speaks_vietnamese(pages):
    assert sum(status == 200 for status, _ in pages.values()) > 80
    for address, (status, shown) in pages.items():
        assert status in (200, 404, 410), address
        assert len(shown.select("h1")) == 1, address
        assert not seen_words(shown) & ENGLISH, (address, seen_words(shown) & ENGLISH)


def test_no_page_says_none_or_shows_a_tag_of_a_template(pages):
    for address, (_, shown) in pages.items():
        assert not re.search(r"\bNone\b|\{\{|\{%|\bnull\b|&lt;|&amp;", shown.text()), address


def test_headings_go_down_step_by_step(pages):
    for address, (_, shown) in pages.items():
        levels = [level for level, _ in shown.headings()]
        assert levels[0] == 1, address
        assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), (address, levels)


def test_every_inner_link_of_the_front_page_leads_somewhere(demo, client):
    addresses = {href for _, href in page(client.get("/")).links() if href.startswith("/") and "#" not in href}
    assert len(addresses) > 25
    for address in addresses:
        assert client.get(address).status_code == 200, address


# ---------------------------------------------------------------- the command


@pytest.fixture
def taken():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_port_that_is_taken_is_refused_before_anything_is_done(taken, monkeypatch):
    monkeypatch.setattr("newsroom.management.commands.demo.call_command", lambda *a, **k: pytest.fail("too late"))
    with pytest.raises(CommandError, match=f"Cổng {taken} đã có chương trình khác dùng"):
        call_command("demo", port=taken)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_that_cannot_be_is_refused(port):
    with pytest.raises(CommandError, match=f"Cổng {port} không có"):
        call_command("demo", port=port)


@pytest.mark.only_on("sqlite")
def test_the_refusal_is_one_line_and_a_status(taken, tmp_path):
    done = subprocess.run(
        [sys.executable, "manage.py", "demo", "--port", str(taken)],
        cwd=HOUSE,
        env={"PATH": "/usr/bin:/bin", "STATE_DIR": str(tmp_path), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1 and done.stdout == ""
    [line] = done.stderr.strip().splitlines()
    assert f"Cổng {taken} đã có chương trình khác dùng" in line


def test_without_serving_the_port_is_not_asked_for(taken, settings, monkeypatch):
    settings.DEMO = True
    called = []
    monkeypatch.setattr("newsroom.management.commands.demo.call_command", lambda name, **_: called.append(name))
    monkeypatch.setattr(DemoPaper, "build", lambda self: 0)
    said = io.StringIO()
    call_command("demo", port=taken, no_serve=True, stdout=said)
    assert called == ["migrate", "collectstatic"]
    for username, _, _ in accounts.ACCOUNTS:
        assert username in said.getvalue()
    assert accounts.PASSWORD in said.getvalue() and "đã có sẵn" in said.getvalue()


def test_the_demo_s_key_is_for_its_owner_alone(settings, monkeypatch, tmp_path):
    settings.DEMO, settings.STATE_DIR = False, tmp_path
    started = []

    def start(program, arguments):
        started.append(os.environ["SECRET_KEY"])
        raise SystemExit

    monkeypatch.setattr(os, "environ", dict(os.environ))
    monkeypatch.setattr(os, "execv", start)
    for _ in range(2):
        with pytest.raises(SystemExit):
            call_command("demo", no_serve=True)
    key = tmp_path / "demo-key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert started == [key.read_text(encoding="ascii")] * 2 and len(started[0]) > 50


def test_the_paper_s_own_lines_fill_the_whole_imprint():
    from newsroom.checks import IMPRINT

    assert set(IMPRINT) <= {name for name, value in paper()["paper"].items() if value}
