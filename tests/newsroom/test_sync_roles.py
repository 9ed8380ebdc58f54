"""The groups are what the policies' tables say, however often they are made."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command

from articles.policy import MODEL_RIGHTS, Role
from comments.policy import CommentRole
from newsroom.management.commands.sync_roles import sync, wanted_rights
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def rights(role):
    granted = Permission.objects.filter(group__name=role)
    return set(granted.values_list("content_type__app_label", "codename"))


def test_every_role_of_the_policies_becomes_a_group():
    call_command("sync_roles", verbosity=0)
    assert set(Group.objects.values_list("name", flat=True)) == {str(role) for role in [*Role, *CommentRole]}


def test_groups_have_exactly_the_rights_of_the_tables():
    sync()
    for role, wanted in wanted_rights().items():
        assert rights(role) == wanted
    assert ("articles", "view_article") in rights(Role.REPORTER)
    assert ("comments", "view_comment") in rights(Role.CHIEF_EDITOR)


def test_repeating_changes_nothing_and_takes_back_what_was_given_by_hand():
    sync()
    group = Group.objects.get(name=Role.REPORTER)
    member = make_user(Role.REPORTER)
    group.permissions.add(Permission.objects.get(codename="delete_section"))
    sync()
    assert ("articles", "delete_section") not in rights(Role.REPORTER)
    assert Group.objects.count() == len(wanted_rights())
    assert member.groups.get() == group


def test_other_groups_are_left_alone():
    mine = Group.objects.create(name="Cộng tác viên")
    sync()
    assert Group.objects.filter(pk=mine.pk).exists()


def test_a_right_nobody_knows_is_an_error_and_changes_nothing(monkeypatch):
    monkeypatch.setitem(MODEL_RIGHTS[Role.REPORTER], "bicycle", "ride")
    with pytest.raises(LookupError, match="articles.ride_bicycle"):
        sync()
    assert not Group.objects.exists()


def test_the_command_says_it_with_a_sentence(monkeypatch):
    monkeypatch.setitem(MODEL_RIGHTS[Role.REPORTER], "bicycle", "ride")
    with pytest.raises(CommandError, match="^Không có quyền articles.ride_bicycle"):
        call_command("sync_roles")


def test_the_command_says_what_it_made(capsys):
    call_command("sync_roles")
    assert "Phóng viên" in capsys.readouterr().out
