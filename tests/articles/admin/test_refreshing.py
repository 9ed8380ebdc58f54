"""The desk after a withdrawal: what the front acknowledged, where the row leads, who still sees the picture."""

import io

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image as Pillow

from articles import refreshing, workflow
from articles.models import Refresh, Status
from articles.policy import Role
from tests.factories import make_article, make_image, make_user, picture_bytes
from tests.html import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return make_user(Role.CHIEF_EDITOR)


@pytest.fixture
def managing(chief):
    return make_user(Role.MANAGING_EDITOR)


@pytest.fixture
def withdrawn(settings, chief):
    """A story withdrawn before a front that does not answer, its picture still to be sealed."""
    settings.FRONT_URL = "http://127.0.0.1:9"
    story = make_article(
        headline="Tít đã gỡ",
        standfirst="Sapo niêm phong.",
        status=Status.PUBLISHED,
        lead_image=make_image(picture_bytes()),
    )
    workflow.withdraw(story, by=chief, reason="Sai nhân thân.")
    return story


def record(article):
    return reverse("admin:articles_article_record", args=[article.pk])


def retry(article):
    return reverse("admin:articles_article_refresh", args=[article.pk])


def panel(client, address):
    return page(client.get(address)).text(".refreshing")


def test_the_desk_tells_what_is_still_waited_for_and_why(client, chief, withdrawn):
    client.force_login(chief)
    change = reverse("admin:articles_article_change", args=[withdrawn.pk])
    pages = Refresh.objects.count() - 1
    assert f"Đang chờ máy chủ trang báo xác nhận: 0/{pages} địa chỉ." in panel(client, change)
    refreshing.deliver()
    told = panel(client, change)
    assert f"Đang chờ máy chủ trang báo xác nhận: 0/{pages} địa chỉ; lần thử cuối lúc " in told
    assert "Vướng: không nối được tới máy chủ trang báo http://127.0.0.1:9" in told
    assert "Ảnh của bài đã niêm phong lúc" in told
    assert "(1/1 ảnh)" in told


def test_the_desk_tells_when_the_front_has_let_go(client, managing, withdrawn):
    at = timezone.now().replace(hour=3, minute=32)
    Refresh.objects.update(done_at=at, tried_at=at)
    client.force_login(managing)
    told = panel(client, record(withdrawn))
    pages = Refresh.objects.count() - 1
    count = f"{pages}/{pages} địa chỉ"
    assert (
        f"Trang báo đã gỡ bài khỏi bộ nhớ đệm lúc 10:32 {timezone.localtime(at):%d/%m/%Y} ({count})." in told
    )
    assert "Thử lại" not in told


def test_whoever_may_correct_asks_again(client, managing, withdrawn, monkeypatch):
    refreshing.deliver()
    started = []
    monkeypatch.setattr(refreshing, "start", lambda: started.append(True))
    client.force_login(managing)
    assert page(client.get(record(withdrawn))).one(".refreshing form")["action"] == retry(withdrawn)
    response = client.post(retry(withdrawn))
    assert (response.status_code, response["Location"]) == (302, record(withdrawn))
    assert started == [True]
    assert client.get(retry(withdrawn)).status_code == 405


@pytest.mark.parametrize(("role", "status"), [(Role.EDITOR, 403), (Role.REPORTER, 404), (None, 404)])
def test_nobody_else_does(client, withdrawn, monkeypatch, role, status):
    monkeypatch.setattr(refreshing, "start", lambda: pytest.fail("started"))
    client.force_login(make_user(role))
    response = client.post(retry(withdrawn))
    assert response.status_code == status
    assert withdrawn.headline not in response.content.decode()


def test_a_story_that_was_never_taken_back_has_no_panel(client, chief):
    story = make_article(status=Status.PUBLISHED)
    client.force_login(chief)
    assert not page(client.get(reverse("admin:articles_article_change", args=[story.pk]))).has(".refreshing")


# ---------------------------------------------------------------- the list


def rows(client, query=""):
    return page(client.get(reverse("admin:articles_article_changelist") + query)).links("#result_list tbody th a")


@pytest.mark.parametrize("role", [Role.EDITOR, Role.MANAGING_EDITOR])
def test_the_list_leads_to_the_record_of_what_is_sealed(client, withdrawn, role):
    client.force_login(make_user(role))
    assert [link for link in rows(client) if link[0] == "Tít đã gỡ"] == [("Tít đã gỡ", record(withdrawn))]
    assert [words for words, _ in rows(client, "?q=Tít+đã")] == ["Tít đã gỡ"]
    shown = page(client.get(record(withdrawn)))
    assert "Sai nhân thân." in shown.text()
    assert "Sapo niêm phong." not in shown.text()
    assert client.get(reverse("admin:articles_article_change", args=[withdrawn.pk])).status_code == 302


def test_the_list_leads_the_chief_editor_to_the_words(client, chief, withdrawn):
    client.force_login(chief)
    change = reverse("admin:articles_article_change", args=[withdrawn.pk])
    assert [address.partition("?")[0] for _, address in rows(client)] == [change]
    assert "Sapo niêm phong." in client.get(change).content.decode()


def test_a_reporter_finds_their_own_and_nobody_else_s(client, withdrawn):
    reporter = make_user(Role.REPORTER)
    client.force_login(reporter)
    assert rows(client) == []
    type(withdrawn).objects.filter(pk=withdrawn.pk).update(created_by=reporter)
    assert rows(client) == [("Tít đã gỡ", record(withdrawn))]


def test_whoever_withdraws_what_they_may_no_longer_read_lands_on_its_record(client, managing):
    story = make_article(status=Status.PUBLISHED)
    client.force_login(managing)
    verb = reverse("admin:articles_article_verb", args=[story.pk])
    response = client.post(verb, {"_verb": "withdraw", "_reason": "Sai.", "_seen": story.version})
    story.refresh_from_db()
    assert story.status == Status.WITHDRAWN
    assert response["Location"] == record(story)


# ---------------------------------------------------------------- the picture


def thumbnail(client, image):
    return client.get(reverse("admin:articles_image_thumbnail", args=[image.pk]))


def test_a_sealed_picture_is_shown_to_who_may_read_its_story_and_to_nobody_else(
    client, chief, managing, withdrawn
):
    image = withdrawn.lead_image
    assert not image.is_sealed()
    refreshing.deliver()
    client.force_login(chief)
    shown = thumbnail(client, image)
    assert client.get(image.file.url).status_code == 404
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/webp")
    assert "no-store" in shown["Cache-Control"]
    assert Pillow.open(io.BytesIO(shown.content)).size == (400, 300)
    client.force_login(managing)
    assert thumbnail(client, image).status_code == 404
    library = page(client.get(reverse("admin:articles_image_changelist")))
    assert not library.has("#result_list img")


def test_a_portrait_chosen_from_sealed_pictures_is_served_again(
    client, chief, withdrawn, django_capture_on_commit_callbacks
):
    refreshing.deliver()
    client.force_login(chief)
    image = withdrawn.lead_image
    assert image.is_sealed()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("admin:articles_author_add"), {"name": "Bế Thị Sen", "portrait": image.pk})
    assert not image.is_sealed()
