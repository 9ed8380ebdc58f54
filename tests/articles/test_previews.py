"""The verbs of preview links: who may invite, for how long, and who may close what."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import previews
from articles.models import PreviewLink, Standing
from articles.policy import Role
from articles.workflow import NotAllowed, Refused
from tests.factories import in_standing, make_article, make_user

pytestmark = pytest.mark.django_db

DESK = {Standing.DRAFT, Standing.IN_REVIEW, Standing.READY}
MAY = {
    Role.REPORTER: set(),
    Role.EDITOR: DESK,
    Role.MANAGING_EDITOR: DESK | {Standing.SCHEDULED},
    Role.CHIEF_EDITOR: DESK | {Standing.SCHEDULED},
}


@pytest.fixture
def editor():
    return make_user(Role.EDITOR)


# Which view asks the rules is no matter of the database (tests/test_desk_matrix.py).
@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("role", Role)
def test_who_may_invite_is_said_by_the_rules(role, standing):
    user = make_user(role)
    article = make_article(created_by=user, **in_standing(standing))
    if standing in MAY[role]:
        assert previews.invite(article, by=user, reader="Bà Bế Thị Sen").link.created_by == user
        return
    with pytest.raises(NotAllowed, match=standing.label):
        previews.invite(article, by=user, reader="Bà Bế Thị Sen")
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("days", [1, 3, 7])
def test_a_link_lasts_as_many_days_as_it_was_given(editor, days):
    link = previews.invite(make_article(), by=editor, reader="  Bà   Bế Thị Sen ", days=days).link
    assert link.reader == "Bà Bế Thị Sen"
    assert link.expires_at - link.created_at == timedelta(days=days)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"days": 0}, "1, 3 hoặc 7 ngày"),
        ({"days": 30}, "1, 3 hoặc 7 ngày"),
        ({"reader": " \n"}, "Hãy ghi gửi cho ai"),
        ({"reader": "ấ" * 121}, "dài quá"),
    ],
)
def test_half_an_invitation_is_refused_in_a_sentence(editor, given, sentence):
    with pytest.raises(Refused, match=sentence):
        previews.invite(make_article(), by=editor, **{"reader": "Bà Bế Thị Sen"} | given)
    assert not PreviewLink.objects.exists()


def test_two_invitations_are_two_links_and_a_story_is_not_sent_to_everybody(editor):
    article = make_article()
    paths = {
        previews.invite(article, by=editor, reader="Bà Bế Thị Sen").path for _ in range(previews.MAX_OPEN)
    }
    assert len(paths) == previews.MAX_OPEN
    with pytest.raises(Refused, match="thu hồi bớt"):
        previews.invite(article, by=editor, reader="Thêm một người")
    previews.revoke(PreviewLink.objects.first(), by=editor)
    previews.invite(article, by=editor, reader="Thêm một người")


def test_whoever_may_invite_may_revoke_and_nobody_revokes_twice(editor):
    link = previews.invite(make_article(), by=make_user(Role.CHIEF_EDITOR), reader="Bà Bế Thị Sen").link
    previews.revoke(link, by=editor)
    link.refresh_from_db()
    assert not link.is_open(timezone.now())
    with pytest.raises(Refused, match="đã được thu hồi"):
        previews.revoke(link, by=editor)


def test_a_reporter_revokes_no_link_of_the_desk(editor):
    reporter = make_user(Role.REPORTER)
    link = previews.invite(make_article(created_by=reporter), by=editor, reader="Bà Bế Thị Sen").link
    with pytest.raises(NotAllowed):
        previews.revoke(link, by=reporter)


def test_whoever_made_a_link_may_revoke_it_after_the_story_has_gone_on(editor):
    article = make_article()
    link = previews.invite(article, by=editor, reader="Bà Bế Thị Sen").link
    type(article).objects.update(**in_standing(Standing.SCHEDULED))
    other = previews.invite(article, by=make_user(Role.CHIEF_EDITOR), reader="Người khác").link
    previews.revoke(link, by=editor)
    with pytest.raises(NotAllowed):
        previews.revoke(other, by=editor)
