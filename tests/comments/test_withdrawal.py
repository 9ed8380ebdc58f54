"""A story taken back takes its readers' words with it: from every public address, at once, for good."""

import pytest
from django.test import Client
from django.urls import reverse

from articles import surfaces, workflow
from articles.models import Status
from articles.policy import Role
from comments import moderation
from comments.models import CommentStatus, Decision, Like, Report
from tests.factories import make_article, make_comment, make_user

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
