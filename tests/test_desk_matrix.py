"""Every address of the desk × every role × every standing of a story × own and foreign × GET and POST.

The addresses come from the resolver: one without a row below fails. What should happen comes from the rules written
out in tests/rules.py, never from the program's own table. A request that is refused must change nothing in the
database and name the story nowhere.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver, reverse

from articles.admin import picture_state
from articles.admin.seen import state_of as seen_state_of
from articles.models import Byline, Image, Placement, Standing
from articles.policy import Role
from articles.snapshot import keep_revision
from comments.models import Reception, WatchedPhrase
from comments.policy import CommentRole
from tests.articles.admin.forms import as_sent
from tests.factories import (
    in_standing,
    make_article,
    make_author,
    make_comment,
    make_image,
    make_interview,
    make_person,
    make_section,
    make_topic,
    make_user,
    picture_bytes,
)
from tests.rules import WHO, allowed

# The rules are asked on both databases (test_policy.py); which view asks them is no matter of the database.
pytestmark = [pytest.mark.django_db, pytest.mark.only_on("sqlite")]
OUTSIDERS = (CommentRole.MODERATOR, None, "anonymous")


@dataclass(frozen=True)
class OfStory:
    """An address of one story. read, write: the action of the rules that GET and POST ask for; None: nobody may.

    sent(story, keys): what a POST sends. keys(story): further parts of the address.
    """

    read: str | None
    write: str | None = None
    sent: Callable = lambda story: {}
    keys: Callable = lambda story: ()


def first(story):
    return (story.revisions.last().number,)


STORY = {
    "articles_article_change": OfStory("view", "edit"),  # sends whole_form()
    "articles_article_delete": OfStory(None, None, sent=lambda story: {"post": "yes"}),
    "articles_article_history": OfStory("read_history", None),
    "articles_article_sign_off": OfStory(
        "revoke_sign_off",
        "invite_sign_off",
        sent=lambda story: {"act": "invite", "days": 7, "interviewee": story.interviewees.get().pk},
    ),
    "articles_article_revisions": OfStory("read_history"),
    "articles_article_revision": OfStory("read_history", keys=first),
    "articles_article_comparison": OfStory("read_history"),
    "articles_article_restoring": OfStory(
        None, "edit", sent=lambda story: {"version": story.version}, keys=first
    ),
    "articles_article_working_copy": OfStory("edit", "edit", sent=lambda story: {"act": "keep", "copy": "[]"}),
    "articles_article_record": OfStory("read_record"),
    "articles_article_preview": OfStory("view"),
    "articles_article_preview_bare": OfStory("view"),
    "articles_article_preview_links": OfStory(
        "invite_preview",
        "invite_preview",
        sent=lambda story: {"act": "invite", "reader": "Ông Bế Văn Toản", "days": 3},
    ),
    "articles_article_correct": OfStory(
        "correct",
        "correct",
        sent=lambda story: {
            "act": "save",
            "kind": "dinh-chinh",
            "wrong": "",
            "right": "5 tấn",
            "apology": "",
        },
    ),
    # Either of two rights is enough; who may withdraw may correct, too.
    "articles_article_refresh": OfStory(None, None),
}
# One address for every button.
VERBS = (
    "submit", "approve", "publish", "publish_urgently", "unschedule", "return_to_writer", "withdraw", "trash",
    "untrash", "erase",
)  # fmt: skip


def whole_form(story):
    """The form of a story as somebody who may sees it, with another headline; a bare forgery where nobody may."""
    keeper = Client()
    keeper.force_login(get_user_model().objects.filter(is_superuser=True).first() or make_user("superuser"))
    response = keeper.get(reverse("admin:articles_article_change", args=[story.pk]))
    found = as_sent(response) if response.status_code == 200 else {}
    return found | {"headline": "Tít của kẻ giả mạo", "_continue": "1"}


# ---------------------------------------------------------------- what has no workflow

# v look at, a add, c change, d delete.
MODELS = """
              Phóng viên  Biên tập viên  Thư ký tòa soạn  Tổng biên tập  quản trị  người duyệt ý kiến
image         vac         vac            vacd             vacd           vacd      -
person        va          vac            vacd             vacd           vacd      -
topic         v           vac            vacd             vacd           vacd      -
section       v           v              vac              vacd           vacd      -
author        v           v              vac              vacd           vacd      -
correction    -           -              va               va             va        -
comment       -           v              v                v              v         v
reception     -           -              vacd             vacd           vacd      v
watchedphrase -           -              vacd             vacd           vacd      vacd
user          -           -              -                -              vac       -
"""
MODEL_ROLES = (*WHO, CommentRole.MODERATOR, None)


def may_model(model, who, letter):
    for line in MODELS.strip().splitlines()[1:]:
        name, *cells = line.split()
        if name == model:
            return letter in dict(zip(MODEL_ROLES, [*cells, "-"], strict=True))[who]
    raise AssertionError(f"no row for {model}")


THINGS = {
    "image": lambda: make_image(picture_bytes()),
    "person": make_person,
    "topic": make_topic,
    "section": make_section,
    "author": make_author,
    "comment": make_comment,
    "reception": Reception.objects.create,
    "watchedphrase": lambda: WatchedPhrase.objects.create(words="hư đốn"),
    "user": make_user,
    "correction": lambda: make_article(status="published").corrections.create(),
}
# Addresses of no one story: who gets an answer, and who may send something.
DESK = set(WHO)
MODERATION = DESK - {Role.REPORTER} | {CommentRole.MODERATOR}
ARRANGERS = {Role.MANAGING_EDITOR, Role.CHIEF_EDITOR, "superuser"}
LISTS = {
    "articles_article_changelist": DESK,
    "articles_article_add": DESK,
    "articles_article_begun": DESK,
    "articles_article_import": DESK,
    "articles_article_word_import": DESK,
    "articles_placement_changelist": DESK - {Role.REPORTER},
    "comments_comment_desk": MODERATION,
    "comments_comment_figures": MODERATION,
    "comments_comment_log": MODERATION,
    "comments_watchedphrase_try": ARRANGERS | {CommentRole.MODERATOR},
    "comments_comment_leads": DESK | {CommentRole.MODERATOR},
}
WRITES = {"changelist": "d", "add": "a", "change": "c", "history": "c", "delete": "d"}
FORGERY = {
    "name": "Giả mạo",
    "caption": "Giả mạo",
    "right": "Giả mạo",
    "action": "delete_selected",
    "post": "yes",
}
LETTERS = {"changelist": "v", "add": "a", "change": "v", "history": "v", "delete": "d"}
# Open to everybody with a login, and about nobody but themselves.
ANYBODY = {
    "index", "logout", "password_change", "password_change_done", "jsi18n", "app_list", "articles_article_hour",
    "guide",
}  # fmt: skip
# Before the login.
STRANGERS = {
    "login", "admin_password_reset", "password_reset_done", "password_reset_confirm", "password_reset_complete",
}  # fmt: skip
# Tested by name below.
BY_NAME = {
    "autocomplete", "articles_article_verb", "auth_user_password_change", "articles_placement_trial",
    "articles_image_thumbnail", "articles_image_json", "articles_image_upload", "articles_image_choose",
    "articles_image_batch", "articles_image_words",
}  # fmt: skip


def addresses(patterns, prefix=""):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern.url_patterns, prefix + str(pattern.pattern))
        else:
            yield prefix + str(pattern.pattern), pattern.name


def names_of_the_desk():
    """The names of every address below /admin/; Django's redirects from the bare number have none."""
    return {
        name for path, name in addresses(get_resolver().url_patterns) if path.startswith("admin/") and name
    }


def model_of(name):
    """("image", "change") of "articles_image_change", None for an address that is not of one of MODELS."""
    _, _, rest = name.partition("_")
    model, _, kind = rest.rpartition("_")
    return (model, kind) if model in THINGS and kind in LETTERS else None


def test_every_address_of_the_desk_has_its_row():
    known = STORY.keys() | LISTS.keys() | ANYBODY | STRANGERS | BY_NAME
    unknown = {name for name in names_of_the_desk() if name not in known and not model_of(name)}
    assert not unknown, f"say in this file who may: {sorted(unknown)}"
    assert not (known - names_of_the_desk()), "rows without an address"


# ---------------------------------------------------------------- asking


def everything():
    """All that the database says, logins apart."""
    left_out = {"Session", "LogEntry", "AccessLog", "AccessAttempt", "AccessFailureLog"}
    kept = [model for model in apps.get_models(include_auto_created=True) if model.__name__ not in left_out]
    return {
        model._meta.label: sorted(
            (tuple(sorted(row.items(), key=lambda pair: pair[0])) for row in model.objects.values()), key=repr
        )
        for model in kept
        if model is not get_user_model()
    }


def noting(writes, execute, sql, *given):
    """Do what the program asks of the database, and note what may change it."""
    if not sql.lstrip("( ").upper().startswith(("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")):
        writes.append(sql)
    return execute(sql, *given)


class Undo(Exception):
    """What the request did is taken back."""


def ask(client, address, sent=None, before=None):
    """(response, whether the database was changed) of one GET, or of a POST of these fields; then all is undone.

    before: everything(), where it is known already.
    """
    if sent is not None and before is None:
        before = everything()
    try:
        with transaction.atomic():
            writes = []
            with connection.execute_wrapper(partial(noting, writes)):
                response = client.get(address) if sent is None else client.post(address, sent)
            # Where nothing was written there is nothing to compare.
            changed = bool(writes) and sent is not None and everything() != before
            raise Undo
    except Undo:
        return response, changed


def told_by(response):
    """The page, without the form that somebody signed out sent and carries along through signing in."""
    return re.sub(r'<textarea name="copy".*?</textarea>', "", response.content.decode(), flags=re.DOTALL)


def refused(response):
    """Sent away: no such page, not allowed, or back to the login, the lists, the front of the desk, the record."""
    if response.status_code in (403, 404, 400, 405):
        return True
    away = {reverse("admin:index"), reverse("admin:articles_article_changelist")}
    return response.status_code == 302 and (
        response["Location"] in away
        or response["Location"].startswith(reverse("admin:login"))
        or response["Location"].endswith("/ho-so/")
    )


def client_of(who):
    """A client of this role; `user` is the account, but for the anonymous."""
    client = Client()
    if who != "anonymous":
        client.user = make_user(who)
        client.force_login(client.user)
    return client


def a_story(standing, owner):
    """An interview with a guest, a picture and a byline, told by unmistakable words."""
    story = make_interview(
        headline="Nhan đề không ai đoán ra",
        standfirst="Sapo không ai đoán ra",
        lead_image=Image.objects.first() or make_image(picture_bytes()),
        lead_caption="Chú thích không ai đoán ra",
        created_by=owner,
        author=None,
        **in_standing(standing),
    )
    Byline.objects.create(article=story, author=make_author(f"Bút danh {story.pk}"), position=1)
    keep_revision(story, note="lập bài")
    story.kicker = "Bến Lĩnh"
    story.approved_revision = keep_revision(story, note="duyệt")
    story.save()
    return story


def depends_on_whose(who, standing, *actions):
    """Whether the rules say anything else of one's own story than of another's."""
    asked = [action for action in actions if action]
    return any(allowed(action, who, standing, True) != allowed(action, who, standing, False) for action in asked)


@pytest.fixture
def stories():
    """stories(who, client) -> (standing, own, story) for every standing, their own and a stranger's."""
    stranger = make_user(Role.REPORTER)

    def told(who, client):
        owners = [(True, client.user), (False, stranger)] if who in WHO else [(False, stranger)]
        return [(standing, own, a_story(standing, owner)) for standing in Standing for own, owner in owners]

    return told


@pytest.mark.parametrize("who", [*WHO, *OUTSIDERS])
def test_every_address_of_a_story_obeys_the_rules(who, stories):
    client = client_of(who)
    shown = stories(who, client)
    forms = {
        story.pk: whole_form(story)
        for standing, own, story in shown
        if not own or depends_on_whose(who, standing, "view", "edit")
    }
    before = everything()
    for name, row in STORY.items():
        for standing, own, story in shown:
            address = reverse(f"admin:{name}", args=[story.pk, *row.keys(story)])
            if own and not depends_on_whose(who, standing, row.read, row.write):
                continue  # asked with the stranger's
            sent = forms[story.pk] if name == "articles_article_change" else row.sent(story)
            told = f"{name}, {who}, {standing}, {'own' if own else 'foreign'}"

            def may(action, standing=standing, own=own):
                return who in WHO and action is not None and allowed(action, who, standing, own)

            response, _ = ask(client, address)
            assert refused(response) != may(row.read), f"GET {told}: {response.status_code}"
            if not may(row.read):
                assert "không ai đoán ra" not in response.content.decode(), f"GET {told}: told"
            response, changed = ask(client, address, sent, before)
            assert changed == may(row.write), f"POST {told}: {response.status_code}"
            if not may(row.read):
                assert "không ai đoán ra" not in told_by(response), f"POST {told}: told"


@pytest.mark.parametrize("who", [*WHO, *OUTSIDERS])
def test_every_button_obeys_the_rules(who, stories):
    client = client_of(who)
    shown, before = stories(who, client), everything()
    for standing, own, story in shown:
        address = reverse("admin:articles_article_verb", args=[story.pk])
        for action in VERBS:
            if own and not depends_on_whose(who, standing, action):
                continue
            sent = {"_verb": action, "_reason": "Theo bảng quyền", "_seen": story.version}
            _, changed = ask(client, address, sent, before)
            may = who in WHO and allowed(action, who, standing, own)
            assert changed == may, f"{action}, {who}, {standing}, {'own' if own else 'foreign'}"


@pytest.mark.parametrize("who", [*WHO, *OUTSIDERS])
@pytest.mark.parametrize("model", sorted(THINGS))
def test_an_address_of_anything_else_obeys_the_rights_of_the_role(model, who):
    client = client_of(who)
    thing = THINGS[model]()
    for name in sorted(names_of_the_desk()):
        if not (model_of(name) and model_of(name)[0] == model):
            continue
        kind = model_of(name)[1]
        address = reverse(f"admin:{name}", args=[] if kind in ("changelist", "add") else [thing.pk])
        may = who != "anonymous" and may_model(model, who, LETTERS[kind])
        response, _ = ask(client, address)
        assert refused(response) != may, f"GET {name}, {who}: {response.status_code}"
        if who == "anonymous" or not may_model(model, who, WRITES[kind]):
            seen = picture_state.state_of(thing) if model == "image" else seen_state_of(thing)
            response, changed = ask(client, address, FORGERY | {"_selected_action": thing.pk, "seen": seen})
            assert not changed, f"POST {name}, {who}: {response.status_code}"


@pytest.mark.parametrize("who", [*WHO, *OUTSIDERS])
@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_opens_for_its_roles_and_names_nothing_else(name, who):
    make_article(headline="Nhan đề không ai đoán ra")
    response, _ = ask(client_of(who), reverse(f"admin:{name}"))
    assert refused(response) != (who in LISTS[name])
    told = who in DESK - {Role.REPORTER} and name == "articles_article_changelist"
    assert ("không ai đoán ra" in response.content.decode()) == told


@pytest.mark.parametrize("who", [*WHO, *OUTSIDERS])
def test_the_front_page_is_arranged_and_tried_by_those_who_publish(who):
    client, story = client_of(who), make_article(status="published")
    Placement.objects.create(slot="lead", article=story)
    listed, tried = (reverse(f"admin:articles_placement_{name}") for name in ("changelist", "trial"))
    shown = client.get(listed)
    arranger = who in ARRANGERS
    response, _ = ask(client, tried, {"seen": ""})
    assert refused(response) != arranger
    if not arranger:
        keeper = client_of("superuser")
        sent = as_sent(keeper.get(listed), "main form") | {"do": "save"}
        assert not ask(client, listed, sent)[1], shown.status_code


@pytest.mark.parametrize("who", [*WHO, *OUTSIDERS])
def test_choosers_offer_only_what_one_may_read(who):
    make_article(headline="Nhan đề không ai đoán ra")
    for field in (
        "placement.article",
        "placement.section",
        "byline.author",
        "interviewee.person",
        "article.topics",
    ):
        model, name = field.split(".")
        query = {"app_label": "articles", "model_name": model, "field_name": name, "term": "Nhan"}
        response = client_of(who).get(reverse("admin:autocomplete"), query)
        told = "kh\\u00f4ng ai" in response.content.decode() or "không ai" in response.content.decode()
        assert not told or who in DESK - {Role.REPORTER}, field


@pytest.mark.parametrize("who", [*WHO, *OUTSIDERS])
@pytest.mark.parametrize("name", ["thumbnail", "json", "words"])
def test_a_picture_is_shown_as_the_story_it_stands_in(name, who):
    story = a_story(Standing.DRAFT, None)
    response, _ = ask(client_of(who), reverse(f"admin:articles_image_{name}", args=[story.lead_image_id]))
    shown = response.status_code == 200 or "/media/" in response.headers.get("Location", "")
    assert shown == (who in DESK - {Role.REPORTER})


@pytest.mark.parametrize("who", [*WHO, *OUTSIDERS])
def test_nobody_but_the_keeper_sets_another_s_password(who):
    target = make_user(Role.CHIEF_EDITOR)
    address = reverse("admin:auth_user_password_change", args=[target.pk])
    response, _ = ask(client_of(who), address)
    assert refused(response) != (who == "superuser")


@pytest.mark.parametrize("who", [*WHO, *OUTSIDERS])
@pytest.mark.parametrize("name", sorted(ANYBODY - {"logout"}))
def test_a_login_opens_what_is_nobody_s_in_particular(name, who):
    args = ["articles"] if name == "app_list" else []
    response, _ = ask(client_of(who), reverse(f"admin:{name}", args=args))
    if who == "anonymous":
        assert refused(response)
    elif name != "app_list":
        assert response.status_code == 200
