"""The desk speaks Vietnamese: no word of the framework's English shows through on its pages."""

import re

import pytest

from articles.models import Status
from articles.policy import Role
from tests.articles.admin.forms import address, save
from tests.factories import (
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
from tests.html import page

ENGLISH = re.compile(
    r"\b(Add|Added|Change|Changed|Delete|Deleted|Save|Choose|Remove|Search|View|Home|History|Skip|Today|Now|Close"
    r"|Show|Hide|Select|Filter|Log|Password|Username|User|Enter|Please|Required|Email|Toggle|Sidebar|The|This|That"
    r"|Your|You|Yes|No|None|Unknown|Action|Go|Clear|Error|Welcome|Models|Site|Start|Enabled|Disabled|Set|Raw"
    r"|Designates|Forgotten|Back|Next|Previous|Page|True|False|Rich|Text|Editor|superuser|staff|of|and|with|for|not|was|are)\b"
)
# Where a word is also Vietnamese, or a name.
VIETNAMESE = re.compile(r"\bThe (?:thao)\b|sapo|Slug")


def spoken(response):
    """Everything a person is told by this page: its text, and the names, titles and hints of its parts."""
    shown = page(response)
    for hidden in shown.select("script, style, template"):
        hidden.decompose()
    said = [shown.title(), shown.text()]
    for name in ("title", "aria-label", "placeholder", "alt"):
        said += [node[name] for node in shown.select(f"[{name}]")]
    said += [node.get("value", "") for node in shown.select("[type=submit], [type=button]")]
    return " | ".join(said)


def assert_vietnamese(response, url):
    found = ENGLISH.search(VIETNAMESE.sub("", spoken(response)))
    assert not found, f"{url}: …{spoken(response)[max(0, found.start() - 60) : found.end() + 60]}…"


@pytest.fixture
def paper(db):
    """One of everything; the addresses of its pages at the desk."""
    story = make_article(topics=[make_topic()], lead_image=make_image(picture_bytes()))
    interview = make_interview(status=Status.PUBLISHED)
    comment = make_comment(story)
    made = {
        "articles/article": story,
        "articles/image": make_image(),
        "articles/topic": story.topics.get(),
        "articles/section": story.section,
        "articles/author": make_author(),
        "articles/person": make_person(),
        "comments/comment": comment,
        "newsroom/user": make_user(Role.REPORTER),
    }
    pages = ["", "password_change/", "articles/", "articles/article/add/?kind=interview", "articles/placement/"]
    pages += [f"articles/article/{interview.pk}/{page}/" for page in ("change", "cai-chinh", "history")]
    pages += [f"newsroom/user/{made['newsroom/user'].pk}/password/"]
    for model, row in made.items():
        pages += [f"{model}/", f"{model}/?q=x", f"{model}/{row.pk}/change/"]
        if model != "comments/comment":
            pages += [f"{model}/add/"]
            pages += [f"{model}/{row.pk}/history/"]
        if model not in ("comments/comment", "articles/article", "newsroom/user"):
            pages += [f"{model}/{row.pk}/delete/"]
    return [f"/admin/{page}" for page in pages]


def test_no_page_of_the_desk_speaks_english(desk, paper):
    client = desk("superuser")
    for url in paper:
        response = client.get(url, follow=True)
        assert response.status_code == 200, url
        assert_vietnamese(response, url)


def test_nor_do_the_answers_to_empty_forms(desk, paper):
    client = desk("superuser")
    for url in [url for url in paper if "/add/" in url or "password" in url or "cai-chinh" in url]:
        response = client.post(url, {})
        assert response.status_code == 200, url
        assert_vietnamese(response, url)


def test_nor_does_what_is_said_after_saving(desk):
    client = desk("superuser")
    assert_vietnamese(save(client, make_article(), kicker="Vân Lĩnh"), "save")
    assert_vietnamese(client.post("/admin/articles/topic/add/", {"name": "Vụ chè"}, follow=True), "add")
    again = {"name": "Vụ cam", "_addanother": "1"}
    assert_vietnamese(client.post("/admin/articles/topic/add/", again, follow=True), "add another")
    nothing_chosen = {"action": "delete_selected", "index": 0}
    assert_vietnamese(client.post("/admin/articles/topic/", nothing_chosen, follow=True), "action")


@pytest.mark.parametrize("role", list(Role))
def test_every_role_reads_vietnamese(desk, role):
    client = desk(role)
    own = make_article(created_by=client.user)
    printed = make_interview(status=Status.PUBLISHED, lead_image=make_image(picture_bytes()))
    for url in ["/admin/", "/admin/articles/article/", address(own), address(printed)]:
        assert_vietnamese(client.get(url), url)


def test_words_behind_the_login_too(client, db):
    for url in ["/admin/login/", "/admin/password_reset/", "/admin/password_reset/done/", "/admin/reset/x/y/"]:
        assert_vietnamese(client.get(url), url)
    assert_vietnamese(client.post("/admin/login/", {"username": "ai", "password": "sai"}), "wrong password")
    assert_vietnamese(client.post("/admin/login/", {}), "empty login")
