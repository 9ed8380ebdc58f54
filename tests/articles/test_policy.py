"""Who may do what: the whole table, written out for a managing editor to read, and both questions held to it."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission

from articles.models import Article, Byline, Standing, Status
from articles.policy import MODEL_RIGHTS, RULES, Role, can, roles, scope
from tests.factories import in_standing, make_article, make_author, make_section, make_user
from tests.rules import CELLS, MATRIX, STANDINGS, WHO

pytestmark = pytest.mark.django_db

@pytest.fixture
def desk():
    """(accounts by role, {(standing, who): article}) with every story a role may meet; foreign ones by a stranger."""
    accounts = {who: make_user(who) for who in WHO}
    stranger = make_user(Role.REPORTER)
    stories = {}
    for standing in Standing:
        stories[standing, None] = make_article(**in_standing(standing), created_by=stranger)
        for who, account in accounts.items():
            stories[standing, who] = make_article(**in_standing(standing), created_by=account)
    return accounts, stories


def test_the_table_names_every_action():
    assert [line.split()[0] for line in MATRIX.strip().splitlines()[1:]] == list(RULES)


def test_every_cell_of_the_table_holds(desk):
    accounts, stories = desk
    for action, who, own, letters in CELLS:
        allowed = {STANDINGS[letter] for letter in letters}
        for standing in Standing:
            story = stories[standing, who if own else None]
            told = can(accounts[who], action, story)
            assert told == (standing in allowed), f"{who}, {action}, {standing}, {'own' if own else 'other'}"


@pytest.mark.parametrize("who", WHO)
def test_one_story_and_a_list_of_stories_get_the_same_answer(desk, who):
    account = desk[0][who]
    Byline.objects.create(
        article=make_article(status=Status.IN_REVIEW, created_by=None), author=make_author("Tên Ký", user=account)
    )
    make_article(status=Status.IN_REVIEW, created_by=None, author=None)
    for action in RULES:
        one_by_one = {article.pk for article in Article.objects.all() if can(account, action, article)}
        assert set(Article.objects.filter(scope(account, action)).values_list("pk", flat=True)) == one_by_one, action


@pytest.mark.parametrize("by", ["created", "signed"])
@pytest.mark.parametrize("who", WHO)
def test_nobody_approves_their_own_story(who, by):
    account = make_user(who)
    story = make_article(status=Status.IN_REVIEW, created_by=account if by == "created" else make_user())
    if by == "signed":
        Byline.objects.create(article=story, author=make_author("Tên Ký", user=account))
    assert not can(account, "approve", story)
    assert not Article.objects.filter(scope(account, "approve")).exists()


def test_a_person_with_two_roles_may_what_either_may():
    account = make_user(Role.REPORTER)
    account.groups.add(make_user(Role.MANAGING_EDITOR).groups.get())
    assert roles(account) == {Role.REPORTER, Role.MANAGING_EDITOR}
    assert can(account, "withdraw", make_article(status=Status.PUBLISHED))
    assert can(account, "submit", make_article(created_by=account))


@pytest.mark.parametrize("who", [*Role, "superuser"])
def test_a_dismissed_account_may_nothing(who):
    account = make_user(who, is_active=False)
    story = make_article(status=Status.PUBLISHED, created_by=account)
    for action in RULES:
        assert not can(account, action, story)
        assert not Article.objects.filter(scope(account, action)).exists()


@pytest.mark.parametrize("somebody", [AnonymousUser, lambda: make_user(None)])
def test_a_login_without_a_role_may_nothing(somebody):
    account = somebody()
    # Nobody began it: that makes it nobody's, and not a stranger's.
    story = make_article(status=Status.PUBLISHED, created_by=None)
    for action in RULES:
        assert not can(account, action, story)
        assert not Article.objects.filter(scope(account, action)).exists()


def test_a_misspelt_action_is_an_error_and_grants_nothing():
    with pytest.raises(KeyError):
        can(make_user("superuser"), "publsh", make_article())


def test_scope_is_one_query(django_assert_num_queries):
    account = make_user(Role.REPORTER)
    roles(account)
    make_article(created_by=account)
    with django_assert_num_queries(1):
        assert len(Article.objects.filter(scope(account, "edit"))) == 1


def test_model_rights_name_permissions_that_exist():
    known = set(Permission.objects.filter(content_type__app_label="articles").values_list("codename", flat=True))
    for role, table in MODEL_RIGHTS.items():
        for model, verbs in table.items():
            assert {f"{verb}_{model}" for verb in verbs.split()} <= known, (role, model)


def test_nobody_may_delete_an_article_by_model_rights():
    assert not [role for role, table in MODEL_RIGHTS.items() if "delete" in table["article"]]


# ---------------------------------------------------------------- sections with editors of their own


@pytest.fixture
def charge():
    """(editor in charge of Kinh tế, an editor of elsewhere, a story of Kinh tế in review, one of a free section)."""
    insider, outsider = make_user(Role.EDITOR), make_user(Role.EDITOR)
    economy = make_section("Kinh tế")
    economy.editors.add(insider)
    ours = make_article(status=Status.IN_REVIEW, section=economy)
    free = make_article(status=Status.IN_REVIEW, section=make_section("Văn hóa"))
    return insider, outsider, ours, free


@pytest.mark.parametrize("action", ["edit", "approve", "return_to_writer", "trash", "invite_preview"])
def test_a_section_with_editors_is_theirs_alone(charge, action):
    insider, outsider, ours, free = charge
    assert can(insider, action, ours) and can(insider, action, free)
    assert not can(outsider, action, ours) and can(outsider, action, free)
    assert set(Article.objects.filter(scope(insider, action))) == {ours, free}
    assert set(Article.objects.filter(scope(outsider, action))) == {free}


def test_every_editor_reads_every_section_and_the_managing_editor_keeps_all_rights(charge):
    _, outsider, ours, _ = charge
    assert can(outsider, "view", ours)
    assert can(make_user(Role.MANAGING_EDITOR), "approve", ours)
    assert can(make_user("superuser"), "approve", ours)
