"""The desk speaks Vietnamese: no word of the framework's English shows through on its pages."""

import json
import re
from pathlib import Path

import ckeditor
import pytest
from django.conf import settings
from django.contrib import admin
from django.urls import get_resolver, reverse

from articles.models import Status
from articles.policy import Role
from articles.snapshot import keep_revision
from articles.story_templates import TEMPLATES
from tests.articles.admin.forms import address, save
from tests.factories import (
    make_announcement,
    make_article,
    make_author,
    make_comment,
    make_image,
    make_interview,
    make_person,
    make_topic,
    make_user,
    picture_bytes,
)
from tests.html import page, words
from tests.test_desk_matrix import addresses

# Addresses of newsroom/accounts.py, which stand before the admin's own.
NAMED_ALONE = (
    "admin_password_reset",
    "password_reset_done",
    "password_reset_confirm",
    "password_reset_complete",
)
ENGLISH = re.compile(
    r"\b(Add|Added|Change|Changed|Delete|Deleted|Save|Choose|Remove|Search|View|Home|History|Skip|Today|Now|Close"
    r"|Show|Hide|Select|Filter|Log|Password|Username|User|Enter|Please|Required|Email|Toggle|Sidebar|The|This|That"
    r"|Your|You|Yes|No|None|Unknown|Action|Go|Clear|Error|Welcome|Models|Site|Start|Enabled|Disabled|Set|Raw"
    r"|Designates|Forgotten|Back|Next|Previous|Page|True|False|Rich|Text|Editor|Upload|File|Files|Draft|Submit|Cancel|Preview|object|null|undefined|superuser|staff|of|and|with|for|not|was|are)\b"
)
# Where a word is also Vietnamese, or a name.
VIETNAMESE = re.compile(r"\bThe (?:thao)\b|sapo|Slug")


def spoken(response):
    """Everything a person is told by this page: its text, and the names, titles and hints of its parts."""
    shown = page(response)
    for hidden in shown.select("script, style, template, kbd"):
        hidden.decompose()
    said = [words(shown.soup)]
    for name in ("title", "aria-label", "placeholder", "alt"):
        said += [node[name] for node in shown.select(f"[{name}]")]
    said += [node.get("value", "") for node in shown.select("[type=submit], [type=button]")]
    return " | ".join(said)


def english(response):
    """The first English on this page with what stands around it, "" where there is none."""
    said = VIETNAMESE.sub("", spoken(response))
    found = ENGLISH.search(said)
    return f"…{said[max(0, found.start() - 60) : found.end() + 60]}…" if found else ""


def assert_vietnamese(response, url):
    assert not english(response), f"{url}: {english(response)}"


@pytest.fixture
def paper(db):
    """One of everything: {name of the model: its row}. The article is a published interview with all that can hang on
    one."""
    announced = make_interview(
        status=Status.PUBLISHED, topics=[make_topic()], lead_image=make_image(picture_bytes(40, 30))
    )
    keep_revision(announced, note="lập bài")
    make_announcement(announced)
    made = {
        "article": announced,
        "author": make_author(),
        "comment": make_comment(announced),
        "correction": announced.corrections.create(piece="“Cầu”"),
        "image": make_image(),
        "person": make_person("Lò Thị Sen"),
        "section": announced.section,
        "topic": announced.topics.get(),
        "user": make_user(Role.REPORTER),
    }
    others = {model._meta.model_name: model for model in admin.site._registry}
    return {name: model.objects.first() for name, model in others.items()} | made


def every_address(paper):
    """(name, address) of every page of the desk, from the resolver."""
    for pattern, name in addresses(get_resolver().url_patterns):
        if not pattern.startswith("admin/") or not name or name == "logout":
            continue
        model = "user" if name.startswith("auth_user") else name.split("_")[1] if "_" in name else ""
        row = paper.get(model)
        given = {
            "object_id": row and row.pk, "pk": row and row.pk, "id": row and row.pk, "number": 1,
            "uidb64": "x", "token": "y", "app_label": "articles",
        }  # fmt: skip
        asked = [part for part in re.findall(r"<(?:\w+:)?(\w+)>", pattern)]
        if all(given[part] for part in asked):
            yield (
                name,
                reverse(
                    name if name in NAMED_ALONE else f"admin:{name}",
                    kwargs={part: given[part] for part in asked},
                ),
            )


def variants(name, url):
    yield url
    if name.endswith(("_changelist", "_add")):
        yield f"{url}?_popup=1"
    if name.endswith("_changelist"):
        yield f"{url}?q=x&_popup=1&_to_field=id"
        yield f"{url}?p=999"
    if name == "articles_article_add":
        yield from (f"{url}?kind=interview", *(f"{url}?mau={template}" for template in TEMPLATES))


def is_page(response):
    return response.get("Content-Type", "").startswith("text/html") and response.content


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("who", ["superuser", Role.REPORTER])
def test_no_page_of_the_desk_speaks_english(desk, paper, who):
    client, told = desk(who), {}
    for name, url in every_address(paper):
        for asked in variants(name, url):
            response = client.get(asked, follow=True)
            assert response.status_code < 500, asked
            if is_page(response):
                told[asked] = english(response)
    assert len(told) > 70
    assert {asked: found for asked, found in told.items() if found} == {}


@pytest.mark.only_on("sqlite")
def test_nor_do_the_answers_to_empty_forms(desk, paper):
    client, told = desk("superuser"), {}
    for name, url in every_address(paper):
        if name.endswith("_delete"):
            continue  # an empty one is a yes
        response = client.post(url, {}, follow=True)
        assert response.status_code < 500, url
        if is_page(response):
            told[url] = english(response)
    assert len(told) > 40
    assert {url: found for url, found in told.items() if found} == {}


def test_nor_do_the_scripts_of_the_admin(desk):
    said = desk("superuser").get(reverse("admin:jsi18n")).content.decode()
    catalogue = json.loads(re.search(r"newcatalog = (\{.*?\});", said, re.S)[1])
    scripts = Path(admin.__file__).parent / "static" / "admin" / "js"
    asked = {
        found[2]
        for script in scripts.glob("**/*.js")
        if "vendor" not in script.parts
        for found in re.finditer(r"""\bn?gettext\(\s*(['"])(.*?)(?<!\\)\1""", script.read_text())
    }
    assert len(asked) > 30
    assert {words for words in asked if catalogue.get(words, words) == words} == set()


def test_nor_does_the_editor():
    """CKEditor's own Vietnamese leaves sentences in English: each is said by our plugin, or cannot come up."""
    ours = (settings.BASE_DIR / "static" / "editor" / "newsdesk" / "plugin.js").read_text(encoding="utf-8")
    told = [editor_language(name) for name in ("vi", "en")]
    unsaid = {
        key
        for key, (vietnamese, foreign) in pairs(*told)
        if vietnamese == foreign and re.search("[a-z]{3} ?[a-z]", foreign) and not key.startswith(NEVER_SAID)
    }
    unsaid = {key for key in unsaid if not re.search(rf"\b{key.split('.')[-1]}(:| =)", ours)}
    assert unsaid == set()


# Parts of CKEditor that the desk leaves out (articles/richtext/widget.py), and the names of keys.
NEVER_SAID = (
    "about", "colorbutton", "common.keyboard", "exportpdf", "fakeobjects", "format.tag_", "forms", "iframe",
    "link.anchor", "link.download", "toolbar.toolbarGroups", "uploadwidget", "versionCheck",
)  # fmt: skip


def editor_language(name):
    folder = Path(ckeditor.__file__).parent / "static" / "ckeditor" / "ckeditor" / "lang"
    return json.loads(
        (folder / f"{name}.js").read_text(encoding="utf-8-sig").split("]=", 1)[1].rstrip().rstrip(";")
    )


def pairs(one, other, path=""):
    """(path, (words of one, words of the other)) of two nested tables, over all that the other has."""
    for key, foreign in other.items():
        if isinstance(foreign, dict):
            yield from pairs(one.get(key, {}), foreign, f"{path}{key}.")
        elif isinstance(foreign, str):
            yield f"{path}{key}", (one.get(key, foreign), foreign)


def test_nor_does_what_is_said_after_saving(desk):
    client = desk("superuser")
    assert_vietnamese(save(client, make_article(), kicker="Vân Lĩnh"), "save")
    assert_vietnamese(client.post("/admin/articles/topic/add/", {"name": "Vụ chè"}, follow=True), "add")
    again = {"name": "Vụ cam", "_addanother": "1"}
    assert_vietnamese(client.post("/admin/articles/topic/add/", again, follow=True), "add another")
    nothing_chosen = {"action": "delete_selected", "index": 0}
    assert_vietnamese(client.post("/admin/articles/topic/", nothing_chosen, follow=True), "action")


# Words are no matter of the database.
@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("role", list(Role))
def test_every_role_reads_vietnamese(desk, role):
    client = desk(role)
    own = make_article(created_by=client.user)
    printed = make_interview(status=Status.PUBLISHED, lead_image=make_image(picture_bytes()))
    for url in ["/admin/", "/admin/articles/article/", address(own), address(printed)]:
        assert_vietnamese(client.get(url), url)


def test_words_behind_the_login_too(client, db):
    for url in [
        "/admin/login/",
        "/admin/password_reset/",
        "/admin/password_reset/done/",
        "/admin/reset/x/y/",
    ]:
        assert_vietnamese(client.get(url), url)
    assert_vietnamese(client.post("/admin/login/", {"username": "ai", "password": "sai"}), "wrong password")
    assert_vietnamese(client.post("/admin/login/", {}), "empty login")
