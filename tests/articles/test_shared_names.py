"""What several stories share, a guest, an author, a topic: changed behind nobody's back."""

import pytest

from articles import custody
from articles.models import Article, Person, Status, Verb
from articles.policy import Role
from articles.workflow import publish
from tests.articles.admin.forms import as_sent, filled, signed_in
from tests.factories import (
    approved,
    make_article,
    make_author,
    make_image,
    make_interview,
    make_person,
    make_topic,
    make_user,
    picture_bytes,
)

pytestmark = pytest.mark.django_db


def change(client, model, row, **fields):
    url = f"/admin/articles/{model}/{row.pk}/change/"
    return client.post(url, filled(client, url, f"#{model}_form") | fields)


def published(article):
    publish(approved(article), by=make_user(Role.MANAGING_EDITOR))
    return article


@pytest.mark.parametrize("role", [Role.REPORTER, Role.EDITOR])
@pytest.mark.parametrize("whose", ["guest", "author"])
def test_a_portrait_before_the_readers_is_not_changed_by_who_may_not_change_whose_it_is(role, whose):
    image = make_image(picture_bytes())
    if whose == "guest":
        published(make_interview(person=make_person(portrait=image)))
    else:
        make_author(portrait=image)
    client = signed_in(role)
    assert not custody.may_change(client.user, image)
    url = f"/admin/articles/image/{image.pk}/change/"
    shown = client.get(url)
    assert client.post(url, as_sent(shown, "#image_form") | {"alt": "Giả mạo"}).status_code == 403
    assert custody.may_change(make_user(Role.MANAGING_EDITOR), image)


def test_a_guest_of_a_published_interview_is_not_renamed_by_who_may_not_change_it():
    person = make_person("Lương Văn Thành")
    published(make_interview(person=person))
    editor = signed_in(Role.EDITOR)
    url = f"/admin/articles/person/{person.pk}/change/"
    shown = editor.get(url)
    assert editor.post(url, as_sent(shown, "#person_form") | {"name": "Kẻ Lừa Đảo"}).status_code == 403
    assert Person.objects.get().name == "Lương Văn Thành"


def test_a_guest_s_new_name_is_on_the_record_of_the_interview():
    person = make_person("Lương Văn Thành")
    interview = published(make_interview(person=person))
    managing = signed_in(Role.MANAGING_EDITOR)
    assert change(managing, "person", person, name="Lương Văn Thanh").status_code == 302
    step = interview.transitions.first()
    assert (step.verb, step.by) == (Verb.AMEND, managing.user)
    assert step.revision.snapshot["interviewees"][0]["label"] == "Ông Lương Văn Thanh"


def test_a_guest_s_new_name_drops_the_approval():
    person = make_person("Lương Văn Thành")
    interview = approved(make_interview(person=person))
    assert change(signed_in(Role.EDITOR), "person", person, name="Lương Văn Thanh").status_code == 302
    interview.refresh_from_db()
    assert interview.status == Status.IN_REVIEW


def test_an_author_s_new_name_drops_the_approval_and_is_told_with_the_old_one():
    author = make_author("Hoàng Minh Khuê")
    story = approved(make_article(author=author))
    managing = signed_in(Role.MANAGING_EDITOR)
    assert change(managing, "author", author, name="Hoàng Minh Khôi").status_code == 302
    story.refresh_from_db()
    assert story.status == Status.IN_REVIEW
    history = managing.get(f"/admin/articles/author/{author.pk}/history/").content.decode()
    assert "“Hoàng Minh Khuê” → “Hoàng Minh Khôi”" in history


@pytest.mark.parametrize("how", ["change", "delete", "action"])
def test_a_topic_renamed_or_deleted_drops_the_approval(how):
    topic = make_topic("Cầu Bến Lĩnh 2")
    story = approved(make_article(topics=[topic]))
    managing = signed_in(Role.MANAGING_EDITOR)
    if how == "change":
        change(managing, "topic", topic, name="Bê bối cầu Bến Lĩnh 2")
    elif how == "delete":
        managing.post(f"/admin/articles/topic/{topic.pk}/delete/", {"post": "yes"})
    else:
        act = {"action": "delete_selected", "_selected_action": topic.pk, "post": "yes"}
        managing.post("/admin/articles/topic/", act)
    assert Article.objects.get(pk=story.pk).status == Status.IN_REVIEW
