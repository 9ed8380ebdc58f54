"""Staff accounts: logging in, being locked out, passwords changed and reset, all in Vietnamese."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client

from articles.policy import Role
from newsroom.management.commands.sync_roles import sync
from tests.factories import PASSWORD, make_user
from tests.html import page

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"
NEW = "một mật khẩu hoàn toàn mới"


def log_in(client, user, password=PASSWORD):
    return client.post(LOGIN, {"username": user.username, "password": password, "next": "/admin/"})


def test_the_login_has_a_heading_and_leads_to_the_desk(client):
    assert page(client.get(LOGIN)).headings()[0] == (1, "Đăng nhập")
    response = log_in(client, make_user(Role.REPORTER))
    assert (response.status_code, response["Location"]) == (302, "/admin/")


def test_the_desk_calls_people_by_their_name(client):
    client.force_login(make_user(Role.REPORTER, full_name="Vũ Hà Phương"))
    assert "Vũ Hà Phương" in page(client.get("/admin/")).text("#user-tools")


def test_a_wrong_password_and_a_wrong_name_get_the_same_answer(client):
    user = make_user(Role.REPORTER)
    answers = {page(log_in(client, user, "sai")).text(".errornote")}
    answers.add(page(client.post(LOGIN, {"username": "không-có", "password": "sai"})).text(".errornote"))
    assert answers == {"Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy để ý chữ hoa, chữ thường."}


def test_an_account_that_is_switched_off_does_not_get_in(client):
    assert log_in(client, make_user(Role.REPORTER, is_active=False)).status_code == 200


def test_ten_wrong_passwords_rest_the_account_and_the_administrator_unlocks_it(client, settings):
    settings.AXES_ENABLED = True
    user = make_user(Role.REPORTER)
    for _ in range(10):
        response = log_in(client, user, "sai")
    assert response.status_code == 429
    assert page(response).headings()[0] == (1, "Tạm khóa đăng nhập")
    assert "no-store" in response.headers["Cache-Control"]
    assert "Mở khóa đăng nhập" in page(response).text("#content")
    (words, reset) = page(response).links("#content a")[0]
    assert words.startswith("Đặt lại mật khẩu") and client.get(reset).status_code == 200
    assert log_in(client, user).status_code == 429

    administrator = Client()
    administrator.force_login(make_user("superuser"), backend="django.contrib.auth.backends.ModelBackend")
    listed = page(administrator.get("/admin/newsroom/user/"))
    assert listed.text("option[value=unlock]").startswith("Mở khóa đăng nhập")
    chosen = {"action": "unlock", "_selected_action": [user.pk], "index": 0}
    answer = administrator.post("/admin/newsroom/user/", chosen, follow=True)
    assert "Đã mở khóa" in page(answer).text(".messagelist")
    assert log_in(client, user).status_code == 302


def test_a_password_is_changed(client):
    user = make_user(Role.REPORTER)
    client.force_login(user)
    sent = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    answer = client.post("/admin/password_change/", sent, follow=True)
    assert "Mật khẩu" in page(answer).text("h1") or "mật khẩu" in page(answer).text("h1")
    user.refresh_from_db()
    assert user.check_password(NEW)


def test_a_weak_password_is_refused_in_words(client):
    client.force_login(make_user(Role.REPORTER))
    sent = {"old_password": PASSWORD, "new_password1": "ngắn", "new_password2": "ngắn"}
    said = page(client.post("/admin/password_change/", sent)).texts(".errorlist li")
    assert any("10 ký tự" in sentence for sentence in said)


def test_a_forgotten_password_is_reset_by_letter(client):
    user = make_user(Role.REPORTER)
    answer = client.post("/admin/password_reset/", {"email": user.email}, follow=True)
    assert "thư" in page(answer).text("#content")
    letter = mail.outbox[0]
    assert letter.subject == "Đặt lại mật khẩu đăng nhập tòa soạn"
    assert user.username in letter.body and "{" not in letter.body
    link = re.search(r"https?://[^/]+(/admin/reset/\S+)", letter.body)[1]

    form = client.get(link, follow=True)
    assert page(form).has("#id_new_password1")
    url = form.redirect_chain[-1][0]
    client.post(url, {"new_password1": NEW, "new_password2": NEW})
    user.refresh_from_db()
    assert user.check_password(NEW)
    # The letter works once, and says so.
    again = page(client.get(link, follow=True))
    assert not again.has("#id_new_password1")
    assert again.text("h1") == "Địa chỉ đặt lại mật khẩu không dùng được"
    assert "thành công" not in again.title() + again.text("#container")
    assert ("Xin thư đặt lại mật khẩu mới", "/admin/password_reset/") in again.links()


def test_an_address_nobody_has_gets_the_same_answer_and_no_letter(client):
    known = client.post("/admin/password_reset/", {"email": make_user(Role.REPORTER).email})
    unknown = client.post("/admin/password_reset/", {"email": "khong-co@vanlinh.example"})
    assert known["Location"] == unknown["Location"]
    assert len(mail.outbox) == 1


def test_the_administrator_makes_an_account_and_gives_it_a_role(client):
    sync()
    client.force_login(make_user("superuser"))
    sent = {
        "username": "phuong",
        "full_name": "Vũ Hà Phương",
        "email": "phuong@vanlinh.example",
        "usable_password": "true",
        "password1": NEW,
        "password2": NEW,
    }
    client.post("/admin/newsroom/user/add/", sent)
    user = get_user_model().objects.get(username="phuong")
    assert user.full_name == "Vũ Hà Phương" and user.check_password(NEW)

    role = Group.objects.get(name=Role.REPORTER)
    changed = {"username": "phuong", "full_name": "Vũ Hà Phương", "groups": [role.pk], "is_active": "on"}
    client.post(f"/admin/newsroom/user/{user.pk}/change/", changed | {"is_staff": "on"})
    assert user.groups.get() == role


@pytest.mark.parametrize("role", [*Role, None])
def test_nobody_else_touches_accounts(client, role):
    someone = make_user(Role.REPORTER)
    client.force_login(make_user(role))
    for url in ["", "add/", f"{someone.pk}/change/", f"{someone.pk}/password/"]:
        assert client.get(f"/admin/newsroom/user/{url}").status_code == 403


def test_the_raw_groups_and_the_log_of_logins_are_not_on_the_desk(client):
    client.force_login(make_user("superuser"))
    assert client.get("/admin/auth/group/").status_code == 404
    assert client.get("/admin/axes/accessattempt/").status_code == 404


def test_an_account_is_switched_off_and_never_deleted(client):
    someone = make_user(Role.REPORTER)
    client.force_login(make_user("superuser"))
    assert client.post(f"/admin/newsroom/user/{someone.pk}/delete/", {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [someone.pk], "post": "yes", "index": 0}
    client.post("/admin/newsroom/user/", chosen)
    assert get_user_model().objects.filter(pk=someone.pk).exists()
