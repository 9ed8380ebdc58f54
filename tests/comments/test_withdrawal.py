"""A story taken back takes its readers' words with it: from every public address, at once, for good."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import surfaces, workflow
from articles.models import Article, Status
from articles.policy import Role
from articles.search import index
from comments import moderation, questions
from comments.models import CommentStatus, Decision, Like, Report
from newsroom.http import PUBLIC
from tests.factories import (
    make_announcement,
    make_article,
    make_author,
    make_comment,
    make_interview,
    make_question,
    make_topic,
    make_user,
)
from tests.test_nothing_early import SHARED

pytestmark = pytest.mark.django_db
WORD = "khuatlap"


@pytest.fixture
def story():
    return make_article(status=Status.PUBLISHED, headline="Cầu Bến Lĩnh 2 hợp long")


@pytest.fixture
def talk(story):
    """A comment with an answer, liked, reported and pinned: all that may hang on one."""
    chief = make_user(Role.CHIEF_EDITOR)
    root = make_comment(story, text=f"{WORD} gốc", name=f"{WORD} tên", status=CommentStatus.APPROVED)
    make_comment(story, text=f"{WORD} trả lời", status=CommentStatus.APPROVED, parent=root)
    Like.objects.create(comment=root, reader="a")
    Report.objects.create(comment=root, reader="a", reason="rude")
    moderation.act(Decision.Verb.PIN, [root.pk], by=chief)
    return root


def own(story, root):
    """Every public address that is about the story's comments, and the pages that show the story itself."""
    return [
        story.get_absolute_url(),
        story.get_light_url(),
        reverse("comments:comments", args=[story.pk]),
        f"{reverse('comments:comments', args=[story.pk])}?xep=quan-tam",
        f"{reverse('comments:comments', args=[story.pk])}?tra-loi={root.pk}",
        reverse("comments:comment", args=[story.pk, root.pk]),
        reverse("comments:report", args=[story.pk, root.pk]),
        reverse("comments:sent", args=[story.pk]),
        reverse("comments:reported", args=[story.pk]),
    ]


def test_withdrawing_takes_the_comments_from_every_address(story, talk):
    reader, addresses = Client(), own(story, talk)
    assert sum(WORD in reader.get(address).content.decode() for address in addresses) >= 5
    asked = surfaces.addresses(story)
    workflow.withdraw(story, by=make_user(Role.CHIEF_EDITOR), reason="Sai sự thật")
    for address in [*addresses, *asked]:
        response = reader.get(address)
        assert WORD not in response.content.decode(), address
        if address in addresses:
            assert response.status_code == 410, address


def test_every_page_that_held_a_reader_s_words_lets_go_of_them_and_the_front_is_asked_for_each():
    """A question that became a turn of the interview stands wherever the interview does: in search, lists, feeds."""
    chief = make_user(Role.CHIEF_EDITOR)
    talk = make_announcement(
        make_interview(headline=WORD, topics=[make_topic()], author=make_author())
    ).article
    asked_by = {"name": f"{WORD} người hỏi", "text": f"{WORD} câu hỏi?", "status": CommentStatus.APPROVED}
    questions.turn_into_exchange(make_question(talk, **asked_by), by=chief)
    talk.exchanges.update(answer="<p>Trả lời.</p>")
    Article.objects.filter(pk=talk.pk).update(
        status=Status.PUBLISHED, published_at=timezone.now(), standfirst=WORD
    )
    talk.refresh_from_db()
    list(index.rebuild(Article.objects.all()))
    root = make_comment(talk, text=WORD, name=WORD, place=WORD, status=CommentStatus.APPROVED)
    walked = [address for addresses in SHARED.values() for address in addresses]
    walked += [
        *own(talk, root),
        f"/cau-hoi/{talk.pk}/",
        f"/tim-kiem/?q={WORD}",
        f"/tim-kiem/?q={WORD}&loai=phong-van",
    ]
    walked += [talk.interviewees.get().person.get_absolute_url(), *surfaces.addresses(talk)]

    reader, told = Client(), {}
    for address in dict.fromkeys(walked):
        response = reader.get(address)
        if WORD in response.content.decode().replace(f'value="{WORD}"', ""):
            told[address] = response
    assert len(told) >= 15 and {"/", "/rss/", f"/cau-hoi/{talk.pk}/", f"/tim-kiem/?q={WORD}"} <= set(told)
    stored = {
        address for address in told if "?" not in address and told[address].headers["Cache-Control"] == PUBLIC
    }
    assert stored <= set(surfaces.addresses(talk)), "what a front may hold is asked for again"

    workflow.withdraw(talk, by=chief, reason="Sai sự thật")
    for address in told:
        body = reader.get(address).content.decode()
        # A search says again what was looked for, and nothing else.
        assert "tim-kiem" in address and "Trả lời." not in body or WORD not in body, address


def test_nothing_is_written_liked_or_reported_under_it_any_more(story, talk):
    workflow.withdraw(story, by=make_user(Role.CHIEF_EDITOR), reason="Sai sự thật")
    likes, reports, comments = Like.objects.count(), Report.objects.count(), story.comments.count()
    sent = {
        "name": "Lò Thị Pản",
        "text": "Ý kiến đến muộn",
        "y-kien": talk.pk,
        "comment": talk.pk,
        "reason": "rude",
    }
    for name, args in (("comments", []), ("like", []), ("report", [talk.pk])):
        response = Client().post(
            reverse(f"comments:{name}", args=[story.pk, *args]),
            sent,
            headers={"Sec-Fetch-Site": "same-origin"},
        )
        assert response.status_code in (404, 410), name
    assert (Like.objects.count(), Report.objects.count(), story.comments.count()) == (
        likes,
        reports,
        comments,
    )


def test_the_front_is_asked_for_the_comments_pages_too(story, talk):
    """What a front still holds is asked for anew at once: the thread, in each of its orders."""
    asked = surfaces.addresses(story)
    assert reverse("comments:comments", args=[story.pk]) in asked
    assert f"{reverse('comments:comments', args=[story.pk])}?xep=quan-tam" in asked
