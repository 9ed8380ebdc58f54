"""Who sees a picture and who changes its words: as the stories that show it say."""

import pytest

from articles import custody
from articles.models import Image, Standing, Status, Verb
from articles.policy import Role
from articles.workflow import publish, withdraw
from tests.articles.admin.forms import as_sent, filled, signed_in
from tests.factories import (
    approved,
    in_standing,
    make_article,
    make_author,
    make_image,
    make_interview,
    make_user,
    picture_bytes,
)
from tests.rules import WHO, allowed

pytestmark = pytest.mark.django_db


def seen(user, image):
    return Image.objects.filter(custody.visible_pictures(user), pk=image.pk).exists()


@pytest.mark.parametrize("who", WHO)
def test_a_picture_is_seen_and_changed_as_the_story_that_shows_it(who):
    user, stranger, image = make_user(who), make_user(), make_image()
    for standing in Standing:
        for owner in (user, stranger):
            story = make_article(lead_image=image, created_by=owner, **in_standing(standing))
            own = owner == user
            assert seen(user, image) == allowed("view", who, standing, own), (standing, own)
            holds = standing not in (Standing.WITHDRAWN, Standing.TRASHED, Standing.ERASED)
            assert custody.may_change(user, image) == (not holds or allowed("edit", who, standing, own)), standing
            story.delete()


def test_what_no_story_shows_and_what_one_brought_in_is_everybody_s_and_one_s_own():
    reporter = make_user(Role.REPORTER)
    assert seen(reporter, make_image())
    own = make_image(created_by=reporter)
    make_article(lead_image=own)
    assert seen(reporter, own)


def test_a_portrait_is_seen_though_a_draft_shows_it_too():
    image = make_image()
    make_author("Bế Thu Hiền", portrait=image)
    make_article(lead_image=image)
    assert seen(make_user(Role.REPORTER), image)


def test_a_picture_two_stories_show_is_changed_by_who_may_change_both():
    editor, image = make_user(Role.EDITOR), make_image()
    make_article(lead_image=image)
    assert custody.may_change(editor, image)
    make_article(lead_image=image, status=Status.PUBLISHED)
    assert not custody.may_change(editor, image)
    assert custody.may_change(make_user(Role.MANAGING_EDITOR), image)


def change_caption(client, image, caption):
    url = f"/admin/articles/image/{image.pk}/change/"
    return client.post(url, filled(client, url, "#image_form") | {"caption": caption})


def test_a_caption_changed_in_the_library_drops_the_approval_of_the_story_that_shows_it():
    image = make_image(picture_bytes())
    story = approved(make_article(lead_image=image))
    change_caption(signed_in(Role.MANAGING_EDITOR), image, "Nhịp giữa, chụp đêm 22/11.")
    story.refresh_from_db()
    assert story.status == Status.IN_REVIEW
    assert story.revisions.first().snapshot["pictures"][0]["caption"] == "Nhịp giữa, chụp đêm 22/11."


def test_a_caption_changed_before_the_readers_is_on_the_story_s_record():
    image, managing = make_image(picture_bytes()), signed_in(Role.MANAGING_EDITOR)
    figure = f'<figure data-image-id="{image.pk}"></figure>'
    story = approved(make_interview([("Hỏi?", f"<p>Đáp.</p>{figure}")]))
    publish(story, by=managing.user)
    change_caption(managing, image, "Chú thích mới.")
    assert story.transitions.first().verb == Verb.AMEND
    assert story.transitions.first().by == managing.user


def test_a_forged_caption_by_who_may_not_is_not_written():
    image = make_image(picture_bytes())
    story = make_article(lead_image=image, status=Status.PUBLISHED)
    reporter = signed_in(Role.REPORTER)
    shown = reporter.get(f"/admin/articles/image/{image.pk}/change/")
    sent = as_sent(shown, "#image_form") | {"caption": "Giả mạo"}
    assert reporter.post(f"/admin/articles/image/{image.pk}/change/", sent).status_code == 403
    image.refresh_from_db()
    assert image.caption != "Giả mạo"
    assert not story.revisions.exists()


def test_a_withdrawn_story_takes_its_picture_out_of_the_library_of_who_may_not_read_it():
    chief, managing, image = make_user(Role.CHIEF_EDITOR), make_user(Role.MANAGING_EDITOR), make_image(picture_bytes())
    story = approved(make_article(lead_image=image))
    publish(story, by=managing)
    withdraw(story, by=managing, reason="Sai nhân vật")
    assert seen(chief, image) and not seen(managing, image)


@pytest.mark.parametrize("path", ["change/", "nho/", "json/", "history/"])
def test_no_view_of_a_picture_forgets_to_ask(path):
    image = make_image(picture_bytes(), caption="Chú thích không ai đoán ra")
    make_article(lead_image=image)
    reporter = signed_in(Role.REPORTER)
    response = reporter.get(f"/admin/articles/image/{image.pk}/{path}")
    assert response.status_code in (302, 404)
    assert "không ai đoán ra" not in response.content.decode()
