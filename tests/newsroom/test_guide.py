"""The guide tells the truth: its buttons are on the desk, its table is the rules', its pictures are there."""

import re

import pytest
from django.conf import settings

from articles.admin.verbs import BUTTONS
from articles.policy import Role
from comments.policy import CommentRole
from newsroom import guide
from tests.articles.admin.forms import signed_in
from tests.html import page, words
from tests.rules import CELLS

GUIDE = "/admin/huong-dan/"
HEAVIEST = 400 * 1024  # bytes of all its pictures


@pytest.fixture
def shown(db):
    return page(signed_in(Role.EDITOR).get(GUIDE))


def sources():
    """All that the desk is made of but the guide itself, as one text."""
    folders = ("articles", "comments", "templates/admin", "static/js", "static/editor")
    files = [file for folder in folders for file in (settings.BASE_DIR / folder).rglob("*.*")]
    told = [file for file in files if file.suffix in (".py", ".html", ".js") and "guide" not in file.parts]
    return " ".join(file.read_text(encoding="utf-8") for file in told)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.REPORTER, CommentRole.MODERATOR, None])
def test_everybody_with_a_login_finds_the_guide_from_every_page(role):
    client = signed_in(role)
    assert ("Hướng dẫn", GUIDE) in page(client.get("/admin/")).links("#user-tools a")
    assert client.get(GUIDE).status_code == 200


def test_its_contents_lead_to_its_parts(shown):
    told = [address.removeprefix("#") for _, address in shown.links(".guide nav a")]
    assert told == [part["id"] for part in shown.select(".guide-text > section")] and len(told) > 10


def test_every_name_it_quotes_is_said_by_the_desk(shown):
    made_of = sources().lower()
    quoted = {name.lower() for name in re.findall("“(.+?)”", shown.text(".guide-text"))}
    unknown = {name for name in quoted if name not in made_of and not name.startswith("ảnh ")}
    assert len(quoted) > 25 and not unknown


# Where the desk itself tells the keys.
KEYS = {
    "Viết bài": "articles/article/_aside.html",
    "Xem lại bản ghi phỏng vấn": "articles/import_review.html",
    "Duyệt ý kiến": "comments/comment/desk.html",
}


def test_every_key_it_tells_is_told_by_the_screen_it_is_for(shown):
    told = {}
    for group in shown.select("#phim-tat tbody"):
        rows = group.select("tr:has(td)")
        told[words(group.th)] = {words(row.td): words(row.select("td")[1]).lower() for row in rows}
    assert told.keys() == KEYS.keys() | {"Khung soạn thảo"}
    for place, template in KEYS.items():
        screen = page((settings.BASE_DIR / "templates" / "admin" / template).read_text(encoding="utf-8"))
        said = words(screen.soup).replace("+", " ").lower()
        for keys, work in told[place].items():
            assert f"{' '.join(keys.split()).lower()} {work}" in " ".join(said.split()), (place, keys, work)


def test_its_table_of_rights_is_the_rules(shown):
    columns = shown.texts("#ai-duoc-lam thead th")[1:]
    rows = {words(row.th): [words(cell) for cell in row.select("td")] for row in shown.select("#ai-duoc-lam tbody tr")}
    assert columns == [role.value for role in Role] and rows.keys() == {button.label for button in BUTTONS}
    for button in BUTTONS:
        for role, told in zip(Role, rows[button.label], strict=True):
            may = any(letters for action, who, _, letters in CELLS if (action, who) == (button.action, role))
            assert (told != "–") == may, (button.label, role)
    assert rows["Duyệt"][:2] == ["–", "bài người khác thuộc chuyên mục mình"]


def test_its_pictures_are_there_and_light(shown):
    folder = settings.BASE_DIR / "static" / guide.FOLDER
    files = {file.stem: file.stat().st_size for file in folder.glob("*.webp")}
    assert files.keys() == guide.PICTURES.keys()
    assert sum(files.values()) <= HEAVIEST
    pictures = shown.select(".guide figure img")
    assert len(pictures) == len(files)
    assert all(picture["alt"] and picture["width"] and picture["height"] for picture in pictures)
