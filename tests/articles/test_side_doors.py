"""What one may not see, and what nobody has approved, does not come in by a side door."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.differences import compare
from articles.models import Article, Interviewee, Standing, Status
from articles.policy import Role
from articles.signoff import invite
from articles.workflow import publish, withdraw
from tests.articles.admin.forms import errors, save, signed_in
from tests.factories import (
    approved,
    in_standing,
    make_announcement,
    make_article,
    make_image,
    make_interview,
    make_person,
    make_preview,
    make_topic,
    make_user,
    picture_bytes,
)

pytestmark = pytest.mark.django_db
SECRET = "Chú thích không ai đoán ra"


@pytest.fixture
def reporter():
    return signed_in(Role.REPORTER)


@pytest.fixture
def hidden():
    """A picture of a story that this reporter may not read."""
    image = make_image(picture_bytes(), caption=SECRET)
    make_article(lead_image=image)
    return image


@pytest.mark.parametrize("place", ["lead_image", "body", "answer"])
def test_a_picture_one_may_not_see_is_not_laid_into_one_s_own_story(reporter, hidden, place):
    figure = f'<p>Chữ còn nguyên.</p><figure data-image-id="{hidden.pk}"></figure>'
    if place == "answer":
        story = make_interview(created_by=reporter.user)
        field = "exchanges-0-answer"
    else:
        story, field = make_article(created_by=reporter.user), place
    response = save(reporter, story, **{field: hidden.pk if place == "lead_image" else figure})
    assert errors(response)
    assert SECRET not in response.content.decode()
    story.refresh_from_db()
    assert not story.pictures.exists()
    assert not story.revisions.exists()
    if place != "lead_image":
        assert "Chữ còn nguyên." in response.content.decode()


def test_a_portrait_is_not_chosen_among_pictures_one_may_not_see(reporter, hidden):
    url = "/admin/articles/person/add/"
    response = reporter.post(url, {"honorific": "Ông", "name": "Lò Văn Pản", "portrait": hidden.pk})
    assert errors(response)
    assert SECRET not in response.content.decode()


def test_a_picture_that_is_still_to_come_is_not_laid_into_a_story_before(reporter, hidden):
    story = make_article(created_by=reporter.user)
    response = save(reporter, story, body=f'<figure data-image-id="{hidden.pk + 1}"></figure>')
    assert errors(response)


def test_one_s_own_pictures_and_those_of_the_story_stay(reporter):
    old, own = make_image(picture_bytes(), caption="Cũ"), make_image(created_by=reporter.user)
    story = make_article(created_by=reporter.user, lead_image=old)
    response = save(reporter, story, body=f'<p>Chữ.</p><figure data-image-id="{own.pk}"></figure>')
    assert not errors(response)
    assert set(story.pictures.all()) == {old, own}


def test_a_reporter_s_preview_of_tomorrow_shows_no_other_story_of_tomorrow(reporter):
    story = make_article(created_by=reporter.user)
    make_article(headline="Khởi tố giám đốc sở", **in_standing(Standing.SCHEDULED))
    theirs = make_article(headline="Bài hẹn giờ của chính mình", **in_standing(Standing.SCHEDULED))
    Article.objects.filter(pk=theirs.pk).update(created_by=reporter.user)
    tomorrow = f"{timezone.localtime() + timedelta(days=1):%H:%M %d/%m/%Y}"
    bare = f"/admin/articles/article/{story.pk}/xem-truoc/trang/"
    shown = reporter.get(bare, {"luc": tomorrow}).content.decode()
    assert "Bài hẹn giờ của chính mình" in shown
    assert "Khởi tố giám đốc sở" not in shown
    assert "Khởi tố giám đốc sở" in signed_in(Role.EDITOR).get(bare, {"luc": tomorrow}).content.decode()


@pytest.mark.parametrize("path", ["/chu-de/{}/", "/rss/chu-de/{}/"])
def test_a_topic_without_a_public_story_is_nobody_s_business_yet(client, path):
    topic = make_topic("Bê bối đấu thầu cầu Bến Lĩnh 2", summary="Điều tra sắp đăng.")
    story = approved(make_article(topics=[topic]))
    assert client.get(path.format(topic.slug)).status_code == 404
    publish(story, by=make_user(Role.MANAGING_EDITOR))
    assert client.get(path.format(topic.slug)).status_code == 200


@pytest.mark.parametrize(("role", "may"), [(Role.REPORTER, False), (Role.EDITOR, False), (Role.MANAGING_EDITOR, True)])
def test_a_guest_who_is_announced_is_presented_anew_by_who_may_announce(client, role, may):
    desk = signed_in(role)
    interview = make_interview(created_by=desk.user, status=Status.DRAFT)
    make_announcement(interview)
    response = save(desk, interview, **{"interviewees-0-office": "Kẻ chủ mưu"})
    assert bool(errors(response)) != may
    shown = client.get(f"/cau-hoi/{interview.pk}/").content.decode()
    assert ("Kẻ chủ mưu" in shown) == may


def test_a_guest_who_was_asked_to_sign_is_not_made_into_somebody_else():
    managing = signed_in(Role.MANAGING_EDITOR)
    interview = make_interview()
    guest = interview.interviewees.get()
    invite(guest, by=managing.user)
    response = save(managing, interview, **{"interviewees-0-person": make_person("Lò Thị Xuân").pk})
    assert errors(response)
    assert Interviewee.objects.get(pk=guest.pk).person == guest.person


def test_what_readers_are_told_before_an_interview_is_kept_with_every_change():
    managing = signed_in(Role.MANAGING_EDITOR)
    interview = make_interview()
    make_announcement(interview, title="Hỏi kỹ sư trưởng")
    save(managing, interview, **{"announcement-0-invitation": "Lời mời cũ."})
    save(managing, interview, **{"announcement-0-invitation": "Lời mời mới."})
    newest, before = interview.revisions.all()[:2]
    assert "Hỏi kỹ sư trưởng\nLời mời cũ." in before.snapshot["announcement"]
    assert newest.by == managing.user
    (part,) = compare(before.snapshot, newest.snapshot).parts
    assert part.label == "Mời bạn đọc đặt câu hỏi"


def test_a_link_to_a_story_that_was_out_stays_shut_when_its_hours_are_set_anew(client):
    managing = signed_in(Role.MANAGING_EDITOR)
    story = approved(make_article())
    link = make_preview(story)
    Article.objects.filter(pk=story.pk).update(**in_standing(Standing.EXPIRED))
    assert client.get(link).status_code == 404
    later = timezone.localtime() + timedelta(days=2)
    hours = {"published_at": f"{later:%H:%M %d/%m/%Y}", "unpublish_at": ""}
    assert not errors(save(managing, story, **hours))
    story.refresh_from_db()
    assert story.standing(timezone.now()) == Standing.SCHEDULED
    assert client.get(link).status_code == 404


def test_a_story_withdrawn_before_its_hour_never_was(client):
    managing = make_user(Role.MANAGING_EDITOR)
    story = approved(make_article())
    publish(story, by=managing, at=timezone.now() + timedelta(hours=1))
    withdraw(story, by=managing, reason="Chưa đủ căn cứ")
    hour_ago = timezone.now() - timedelta(hours=1)
    # The hour comes and goes.
    Article.objects.filter(pk=story.pk).update(published_at=hour_ago)
    story.transitions.filter(verb="withdraw").update(at=hour_ago - timedelta(hours=1))
    assert client.get(story.get_absolute_url()).status_code == 404
